import Foundation
import KhabarCore

/// Loads lists: from their compiled image where there is one for their present contents, else by compiling them.
public struct GazetteerLoader: Sendable {
  public var orthography: Orthography
  public var words: any WordAnalyzer
  /// Where compiled lists are kept.
  public var cache: GazetteerCache

  public init(orthography: Orthography, words: any WordAnalyzer, cache: GazetteerCache = .user()) {
    self.orthography = orthography
    self.words = words
    self.cache = cache
  }

  /// Loads all lists of a pipeline as one gazetteer.
  ///
  /// - Parameters:
  ///   - lists: the pipeline's lists; of two of equal rank the first comes first.
  ///   - userLists: lists added for a run. Their entries beat those of `lists` of the same name.
  /// - Returns: the gazetteer and what is wrong in the lists; rows with errors are left out.
  /// - Throws: `KhabarError` when a list can't be read at all, or not one of its rows.
  public func load(_ lists: [GazetteerSource], userLists: [GazetteerSource] = []) throws -> (Gazetteer, [Diagnostic]) {
    let proclitics = ProcliticTable(words.nameProclitics, orthography: orthography)
    let expanded =
      try lists.map { try ListSource.expand($0, isFromUser: false) }
      + userLists.map { try ListSource.expand($0, isFromUser: true) }
    let sources = expanded.flatMap(\.lists)
    let (gazetteer, findings) = try load(sources, proclitics)
    return (gazetteer, expanded.flatMap(\.findings) + findings)
  }

  private func load(_ sources: [ListSource], _ proclitics: ProcliticTable) throws -> (Gazetteer, [Diagnostic]) {
    let language = fingerprint(proclitics)
    let states = cache.directory == nil ? nil : states(of: sources, language: language)
    if let states, let stamp = cache.stamp(of: states.key), let (storage, image) = cache.open(stamp.key, stamp.file),
      let gazetteer = Gazetteer(storage: storage, image: image, orthography: orthography, proclitics: proclitics)
    {
      return (gazetteer, gazetteer.diagnostics)
    }

    let contents = try sources.map { try $0.read() }
    let key = contentKey(of: sources, contents, language: language)
    defer {
      if let states {
        cache.stamp(states, ifStill: self.states(of: sources, language: language), as: key, .image)
      }
    }
    if let (storage, image) = cache.open(key),
      let gazetteer = Gazetteer(storage: storage, image: image, orthography: orthography, proclitics: proclitics)
    {
      return (gazetteer, gazetteer.diagnostics)
    }
    var compiler = GazetteerCompiler(orthography: orthography, proclitics: proclitics, variants: words.nameVariants)
    // All are read before the first is compiled: a mistake is told at once.
    let lists = try zip(sources, contents).map { source, bytes in
      let (list, diagnostics) = try source.list(bytes)
      guard let list else { throw KhabarError(diagnostics) }
      compiler.report(diagnostics)
      return list
    }
    for list in lists { try compiler.add(list) }
    let compiled = try compiler.image(key: key, contents: Self.fingerprint(of: sources, contents))
    var notes: [Diagnostic] = []
    var opened: (ImageStorage, GazetteerImage)?
    do {
      try cache.write(compiled, key: key)
      opened = cache.open(key)
    } catch let failure as FileBytes.Failure {
      notes.append(GazetteerFinding.cacheUnwritable(cache.directory ?? "", failure.reason))
    }
    let inMemory = { GazetteerImage(base: compiled.base, size: compiled.size, key: key, isTrusted: { _ in true }) }
    guard let (storage, image) = opened ?? inMemory().map({ (compiled, $0) }),
      let gazetteer = Gazetteer(storage: storage, image: image, orthography: orthography, proclitics: proclitics)
    else {
      throw KhabarError("G028", "the compiled lists can't be opened", remedy: "Report this with the lists at hand")
    }
    return (gazetteer, gazetteer.diagnostics + notes)
  }

  // MARK: - Keys

  /// What the lists say, whatever folder they are in.
  private static func fingerprint(of sources: [ListSource], _ contents: [[UInt8]]) -> UInt64 {
    var hash = ContentHash(seed: 5)
    for (source, bytes) in zip(sources, contents) {
      hash.append(source.isFromUser ? 1 : 0)
      hash.append(bytes)
    }
    return hash.value
  }

  /// What the image depends on besides the lists.
  private func fingerprint(_ proclitics: ProcliticTable) -> UInt64 {
    var hash = ContentHash(seed: UInt64(ImageFormat.version))
    hash.append(proclitics.fingerprint)
    hash.append(Array(words.nameVariants.fingerprint.utf8))
    var classes = (UInt32(0)..<0x2500).map { orthography.classify($0).rawValue }
    classes += (UInt32(0xFB50)...0xFEFF).map { orthography.classify($0).rawValue }
    hash.append(classes)
    return hash.value
  }

  /// The state of the lists' files; nil when some come from memory or pipes.
  private func states(of sources: [ListSource], language: UInt64) -> FileStates? {
    guard sources.allSatisfy({ $0.contents == nil }) else { return nil }
    return FileStates(seed: language, of: sources.map { ($0.file, $0.identity) })
  }

  private func contentKey(of sources: [ListSource], _ contents: [[UInt8]], language: UInt64) -> ImageKey {
    var low = ContentHash(seed: language)
    var high = ContentHash(seed: ~language)
    for (source, bytes) in zip(sources, contents) {
      low.append(source.identity)
      high.append(source.identity)
      low.append(bytes)
      var second = ContentHash(seed: 11)
      second.append(bytes)
      high.append(second.value)
    }
    return ImageKey(low: low.value, high: high.value)
  }
}
