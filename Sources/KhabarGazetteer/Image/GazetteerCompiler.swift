import KhabarCore

/// Compiles lists to one image.
struct GazetteerCompiler {
  private var splitter: NameSplitter
  private let variants: VariantMaker
  private(set) var catalog = ImageCatalog()
  private(set) var trie = TrieBuilder()
  private(set) var surfaces: [SurfaceRecord] = []
  /// For each surface, a hash of its words as written: same name, same hash.
  private(set) var writtenNames: [UInt64] = []
  private(set) var entries: [EntryRecord] = []
  /// For each entry, its population, for the order of entries of one name.
  private(set) var populations: [UInt32] = []
  private(set) var text: [UInt8] = []
  private(set) var offices: [(hash: UInt64, entry: UInt32)] = []
  private(set) var overrides = NameOverrides()
  private var typeNumbers: [String: UInt16] = [:]

  init(orthography: Orthography, proclitics: ProcliticTable, variants: NameVariants) {
    splitter = NameSplitter(orthography: orthography, proclitics: proclitics)
    self.variants = VariantMaker(variants, orthography: orthography, article: proclitics.article)
  }

  /// Adds a finding that is reported with the image.
  mutating func report(_ diagnostics: [Diagnostic]) { catalog.diagnostics += diagnostics }

  /// Adds all rows of a list. A row that can't be used is reported and left out.
  ///
  /// - Throws: `KhabarError` when the list as a whole can't be used.
  mutating func add(_ list: GazetteerList) throws {
    guard catalog.lists.count < Int(UInt16.max), text.count + list.table.bytes.count < Int(UInt32.max) else {
      throw KhabarError(
        "G025", at: SourceLocation(file: list.file), "the lists are larger than 4 GB together",
        remedy: "Leave lists out, or split the work between several runs")
    }
    let listNumber = UInt16(catalog.lists.count)
    catalog.lists.append(
      ImageCatalog.List(
        file: list.file, columns: list.table.columns, isFromUser: list.isFromUser, isExact: list.isExact))
    let base = text.count
    text += list.table.bytes
    var rows = RowReader(list)
    rows.forEachRow(
      rejected: { catalog.diagnostics.append($0) },
      accepted: { row in
        let entry = UInt32(entries.count)
        let type = number(ofType: row.type)
        entries.append(
          EntryRecord(
            rowOffset: UInt32(base + row.extent.lowerBound), rowLength: UInt32(row.extent.count),
            line: UInt32(clamping: list.line(row.line)), list: listNumber, type: type))
        populations.append(row.population)
        var flags: SurfaceRecord.Flags = []
        if list.isFromUser { flags.insert(.fromUser) }
        if list.isExact { flags.insert(.exactOnly) }
        for name in row.names {
          add(name, of: row, in: list.table, entry: entry, type: type, textBase: base, flags: flags)
        }
        for office in row.offices { add(office: office, country: row.country, in: list.table, entry: entry) }
        if !row.offices.isEmpty { add(surnameIn: row.names[0], in: list.table, entry: entry) }
      })
  }

  private mutating func number(ofType name: String) -> UInt16 {
    if let number = typeNumbers[name] { return number }
    let number = UInt16(clamping: catalog.types.count)
    typeNumbers[name] = number
    catalog.types.append(name)
    return number
  }

  private mutating func add(
    _ name: Range<Int>, of row: RowReader.Row, in table: TSVReader, entry: UInt32, type: UInt16, textBase: Int,
    flags: SurfaceRecord.Flags
  ) {
    table.bytes.withUnsafeBufferPointer { splitter.split(UnsafeBufferPointer(rebasing: $0[name])) }
    let words = splitter.words
    guard let first = words.first, !splitter.isBroken, words.count <= GazetteerImage.longestName,
      name.count <= Int(UInt16.max)
    else { return }
    // The article belongs to the name, except where the bare word can't be taken for another: names of countries
    // ("an Iraq that …") and of nationalities.
    let isOptional = words.count == 1 && row.mayLoseArticle
    let root = first.hasArticle && !isOptional ? TrieBuilder.articleRoot : TrieBuilder.bareRoot
    var flags = flags
    if first.hasArticle { flags.insert(.article) }
    var surface = SurfaceRecord(
      entry: entry, textOffset: UInt32(textBase + name.lowerBound), spelling: splitter.spelling.value,
      textLength: UInt16(name.count), priority: row.priority, type: type, context: row.context.rawValue, flags: flags)
    trie.add(words, root: root)
    surfaces.append(surface)
    let written = NameOverrides.hash(words)
    writtenNames.append(written)
    overrides.add(written, type: row.type, number: type, isFromUser: flags.contains(.fromUser))
    // A list whose names match by their letters has them as it writes them.
    guard !flags.contains(.exactOnly) else { return }
    surface.spelling = 0
    for variant in variants.variants(of: words) where variant.count <= GazetteerImage.longestName {
      trie.add(variant, root: root)
      surfaces.append(surface)
      writtenNames.append(NameOverrides.hash(variant))
    }
  }

  private mutating func add(office: Range<Int>, country: Range<Int>?, in table: TSVReader, entry: UInt32) {
    table.bytes.withUnsafeBufferPointer { bytes in
      splitter.split(UnsafeBufferPointer(rebasing: bytes[office]))
      let keys = splitter.words.map(\.key)
      guard !keys.isEmpty else { return }
      let country = country.map { UnsafeBufferPointer(rebasing: bytes[$0]) }
      offices.append((OfficeIndex.hash(keys, country: country, article: splitter.article), entry))
    }
  }
}

extension GazetteerCompiler {
  /// Indexes a tenure by the last word of its holder's name, when there are several.
  private mutating func add(surnameIn name: Range<Int>, in table: TSVReader, entry: UInt32) {
    table.bytes.withUnsafeBufferPointer { splitter.split(UnsafeBufferPointer(rebasing: $0[name])) }
    guard splitter.words.count > 1, let surname = splitter.words.last else { return }
    offices.append((OfficeIndex.hash(surname: surname.key), entry))
  }

  /// Notes for entries of the user's which shipped ones they took their names over from: of the same type, the first of
  /// several.
  mutating func noteTakenOver() {
    for node in trie.lastSurface.indices where trie.lastSurface[node] != 0 {
      let here = trie.surfaces(at: node).sorted()
      guard here.count > 1 else { continue }
      for index in here where surfaces[index].flags.contains(.fromUser) {
        let own = Int(surfaces[index].entry)
        let shipped = here.first {
          !surfaces[$0].flags.contains(.fromUser) && surfaces[$0].type == surfaces[index].type
            && writtenNames[$0] == writtenNames[index]
        }
        if let shipped, entries[own].takenOver == 0 { entries[own].takenOver = surfaces[shipped].entry + 1 }
      }
    }
  }
}

extension GazetteerImage {
  /// Words of the longest name that is matched.
  static let longestName = 24
}
