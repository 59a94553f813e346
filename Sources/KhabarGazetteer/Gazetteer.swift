import KhabarCore

/// The compiled names of all lists of a pipeline.
///
/// A value over read-only mapped memory: copying it is cheap, and all workers share it.
public struct Gazetteer: Sendable {
  let storage: ImageStorage
  let image: GazetteerImage
  let catalog: ImageCatalog
  let types: [EntityType]
  /// What the columns of each list mean.
  let layouts: [RowLayout]
  let orthography: Orthography
  let proclitics: ProcliticTable

  /// nil when the image's catalog is damaged.
  init?(storage: ImageStorage, image: GazetteerImage, orthography: Orthography, proclitics: ProcliticTable) {
    guard let catalog = ImageCatalog(reading: image.catalog) else { return nil }
    self.storage = storage
    self.image = image
    self.catalog = catalog
    types = catalog.types.map { EntityType($0) }
    layouts = catalog.lists.map { RowLayout($0.columns) }
    self.orthography = orthography
    self.proclitics = proclitics
  }

  /// Loads all lists of a pipeline, from the cache where they are there.
  ///
  /// - Parameter userLists: lists added for a run; their entries beat those of `lists` of the same name.
  /// - Returns: the gazetteer, and what is wrong in the lists.
  /// - Throws: `KhabarError` when a list can't be read.
  public static func load(
    lists: [GazetteerSource], userLists: [GazetteerSource] = [], orthography: Orthography, words: any WordAnalyzer,
    cache: GazetteerCache = .user()
  ) throws -> (Gazetteer, [Diagnostic]) {
    try GazetteerLoader(orthography: orthography, words: words, cache: cache).load(lists, userLists: userLists)
  }

  /// Number of entries.
  public var count: Int { image.entries.count }

  /// Fingerprint of the lists that it was made of.
  public var fingerprint: UInt64 { image.contents }

  /// False once the compiled lists were changed on disk while they are in use: what was found since may be wrong.
  public var isIntact: Bool { storage.isIntact }

  /// What is wrong in the lists.
  var diagnostics: [Diagnostic] { catalog.diagnostics }

  func type(_ number: UInt16) -> EntityType { Int(number) < types.count ? types[Int(number)] : .none }
}

extension Gazetteer: EntryStore {
  public func entry(_ reference: EntryReference) -> GazetteerEntry {
    withExtendedLifetime(storage) {
      guard let (row, record) = row(reference) else { return GazetteerEntry(name: "", type: .none) }
      var entry = GazetteerEntry(name: "", type: type(record.type))
      entry.location = SourceLocation(file: catalog.lists[Int(record.list)].file, line: Int(record.line))
      layouts[Int(record.list)].fill(&entry, from: row)
      return entry
    }
  }

  public func referent(_ reference: EntryReference) -> EntryReferent {
    withExtendedLifetime(storage) {
      guard let (row, record) = row(reference) else { return EntryReferent() }
      return layouts[Int(record.list)].referent(row)
    }
  }

  public func hasName(_ reference: EntryReference, beginningWith letters: String) -> Bool {
    let told = withExtendedLifetime(storage) {
      row(reference).flatMap { layouts[Int($0.record.list)].hasName(in: $0.row, beginningWith: letters) }
    }
    if let told { return told }
    let entry = entry(reference)
    return entry.name.hasPrefix(letters) || entry.aliases.contains { $0.hasPrefix(letters) }
  }

  /// The row of an entry; nil when a damaged image leads nowhere.
  private func row(_ reference: EntryReference) -> (row: UnsafeBufferPointer<UInt8>, record: EntryRecord)? {
    let index = Int(reference.index)
    guard index < image.entries.count else { return nil }
    let record = image.entries[index]
    guard Int(record.list) < layouts.count else { return nil }
    return (image.text(record.rowOffset, Int(record.rowLength)), record)
  }

  public func entries(named name: String, type: EntityType) -> [EntryReference] {
    withExtendedLifetime(storage) {
      var splitter = NameSplitter(orthography: orthography, proclitics: proclitics)
      var name = name
      name.withUTF8 { splitter.split($0) }
      var found: [(reference: EntryReference, isExact: Bool)] = []
      for terminal in image.terminals(of: splitter.words, article: splitter.article) {
        for index in image.surfaces(of: terminal) {
          let surface = image.surfaces[index]
          guard self.type(surface.type) == type else { continue }
          let isExact = surface.spelling == splitter.spelling.value
          if surface.flags.contains(.exactOnly), !isExact { continue }
          let reference = EntryReference(list: 0, index: Int(surface.entry))
          if !found.contains(where: { $0.reference == reference }) { found.append((reference, isExact)) }
        }
      }
      return found.filter(\.isExact).map(\.reference) + found.filter { !$0.isExact }.map(\.reference)
    }
  }

  public func tenures(office: [WordKey], country: String?) -> [EntryReference] {
    withExtendedLifetime(storage) {
      guard !office.isEmpty else { return [] }
      var country = country ?? ""
      let hash = country.withUTF8 { OfficeIndex.hash(office, country: $0, article: proclitics.article) }
      return references(hash)
    }
  }

  public func tenures(surname: WordKey) -> [EntryReference] {
    withExtendedLifetime(storage) { references(OfficeIndex.hash(surname: surname)) }
  }

  private func references(_ hash: UInt64) -> [EntryReference] {
    image.tenures(office: hash).map { EntryReference(list: 0, index: Int(image.tenures[$0])) }
  }

  public func takenOver(by reference: EntryReference) -> EntryReference? {
    withExtendedLifetime(storage) {
      guard let (_, record) = row(reference), record.takenOver > 0, Int(record.takenOver) <= image.entries.count else {
        return nil
      }
      return EntryReference(list: 0, index: Int(record.takenOver) - 1)
    }
  }
}

extension GazetteerImage {
  /// The terminals that a whole name leads to: the one of its own spelling first.
  func terminals(of name: [NameSplitter.Word], article: Article?) -> [UInt32] {
    guard let first = name.first else { return [] }
    var ends: [(node: UInt32, terminal: UInt32)] = []
    if let word = word(first.key) {
      let record = vocabulary[word]
      if first.hasArticle { ends.append((record.articleNode, record.articleTerminal)) }
      ends.append((record.bareNode, record.bareTerminal))
    }
    // A word that looks like one with an article without being spelled so (ألمانيا and المانيا).
    if !first.hasArticle, let article, article.mayLead(first.key), let word = word(first.key.dropFirst(article.letters))
    {
      let record = vocabulary[word]
      ends.append((record.articleNode, record.articleTerminal))
    } else if first.hasArticle, let article, let word = word(article.key.appending(first.key)) {
      let record = vocabulary[word]
      ends.append((record.bareNode, record.bareTerminal))
    }
    for next in name.dropFirst() {
      var readings = [next.key]
      if let article {
        if next.hasArticle {
          readings.append(article.key.appending(next.key))
        } else if article.mayLead(next.key) {
          readings.append(next.key.dropFirst(article.letters))
        }
      }
      let words = readings.compactMap { word($0) }
      ends = ends.flatMap { end in end.node == 0 ? [] : words.compactMap { edge(end.node, $0) } }
    }
    return ends.map(\.terminal).filter { $0 != 0 }
  }
}
