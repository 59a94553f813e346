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
    let state = cache.directory == nil ? nil : stateKey(of: sources, language: language)
    if let state, let stamp = cache.stamp(of: state), let (storage, image) = cache.open(stamp.key, stamp.image),
      let gazetteer = Gazetteer(storage: storage, image: image, orthography: orthography, proclitics: proclitics)
    {
      return (gazetteer, gazetteer.diagnostics)
    }

    let contents = try sources.map { try $0.read() }
    let key = contentKey(of: sources, contents, language: language)
    defer { if let state, isSettled(sources) { cache.stamp(state, as: key) } }
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

  /// Identifies the lists by the state of their files; nil when some come from memory or pipes.
  private func stateKey(of sources: [ListSource], language: UInt64) -> ImageKey? {
    var low = ContentHash(seed: language)
    var high = ContentHash(seed: ~language)
    for source in sources {
      guard source.contents == nil, let stamp = FileStamp(path: source.file), stamp.isRegular else { return nil }
      var part = ContentHash(seed: 7)
      part.append(source.identity)
      for value in [
        UInt64(stamp.size), stamp.device, stamp.inode, UInt64(bitPattern: stamp.modifiedSeconds),
        UInt64(bitPattern: stamp.modifiedNanoseconds), UInt64(bitPattern: stamp.changedSeconds),
        UInt64(bitPattern: stamp.changedNanoseconds),
      ] { part.append(value) }
      low.append(part.value)
      high.append(part.value ^ 0x5555_5555_5555_5555)
    }
    return ImageKey(low: low.value, high: high.value)
  }

  /// False while a file is so new that another change might leave its times as they are.
  private func isSettled(_ sources: [ListSource]) -> Bool {
    let now = Int64(time(nil))
    return sources.allSatisfy { source in FileStamp(path: source.file).map { $0.newest < now - 1 } ?? false }
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
