import KhabarCore

import class Foundation.FileManager

/// Reads the lexicon's tables. Cells are folded to keys as bytes, so that start-up makes no strings for big tables.
struct ArabicLexiconReader {
  let folder: String
  let orthography: Orthography
  let morphology: any Morphology

  func read(into lexicon: inout ArabicLexicon) throws {
    // Prepositions that are a preposition and a noun written together: بسبب (because of).
    var phrases: [WordKey] = []
    try table("function-words", ["name", "class"]) { row in
      functionWord(row, &lexicon)
      if row.text(1) == "preposition", let key = row.key(0), key[0] == ArabicLetter.beh, key.count > 3 {
        phrases.append(key)
      }
    }
    var objectless: Set<String> = []
    try table("objectless-verbs", ["name"]) { row in objectless.insert(row.text(0)) }
    var formsInArticle: [WordKey] = []
    try table("verbs", ["past", "present", "masdar", "active_participle", "class", "form", "governs"]) { row in
      try verb(row, takesObject: !objectless.contains(row.text(0)), &lexicon) { form in
        if form.count > 3, form[0] == ArabicLetter.alef, form[1] == ArabicLetter.lam { formsInArticle.append(form) }
      }
    }
    try readNouns(into: &lexicon)
    try readHeads(into: &lexicon)
    try table("honorifics", ["name"]) { row in words(row, 0) { lexicon.add($0, .honorific) } }
    try readCommonWords(into: &lexicon)
    for key in phrases { lexicon.dropCountOfPhrase(key) }
    for key in formsInArticle { lexicon.dropCountBehindArticle(key) }
  }

  private func readNouns(into lexicon: inout ArabicLexicon) throws {
    try table("noun-classes", ["name", "class", "plural", "feminine"]) { row in try noun(row, &lexicon) }
  }

  /// Nouns that titles and names of bodies and places begin with, and those of people.
  private func readHeads(into lexicon: inout ArabicLexicon) throws {
    try table("titles", ["name", "plural", "feminine", "complement"]) { row in
      var classes: WordClasses = [.titleHead, .noun]
      if row.text(3) == "domain" || row.text(3) == "both" { classes.insert(.takesComplement) }
      for column in 0...2 {
        words(row, column) { key in
          addWithConstruct(key, classes, &lexicon)
          addWithConstruct(key, unlessKnown: .people, &lexicon)
        }
      }
    }
    try table("organization-heads", ["name", "plural", "strength", "kind"]) { row in
      let classes: WordClasses =
        row.text(2) == "weak" ? [.organizationHead, .weakOrganizationHead, .noun] : [.organizationHead, .noun]
      let noun = Self.nounsOfBodies[row.text(3)] ?? .body
      for column in 0...1 {
        words(row, column) { key in
          lexicon.add(key, classes)
          addWithConstruct(key, unlessKnown: noun, &lexicon)
        }
      }
    }
    try table("place-heads", ["name", "plural", "kind"]) { row in
      let classes: WordClasses =
        Self.builtKinds.contains(row.text(2)) ? [.placeHead, .buildingHead, .noun] : [.placeHead, .noun]
      let kind = row.text(2)
      let noun = Self.nounsOfPlaces[kind] ?? .land
      for column in 0...1 {
        words(row, column) { key in
          lexicon.add(key, classes)
          if kind != "direction" { addWithConstruct(key, unlessKnown: noun, &lexicon) }
        }
      }
    }
    try table("nouns-collective", ["name", "class"]) { row in
      let noun: NounClass = Self.groups.contains(row.text(1)) ? .group : .people
      // Words that head titles and names of bodies are read as those.
      words(row, 0) { key in
        addWithConstruct(key, unlessKnown: noun, &lexicon)
        guard lexicon.classes(of: key).isDisjoint(with: [.titleHead, .organizationHead]) else { return }
        addWithConstruct(key, [.personNoun, .noun], &lexicon)
        // لفيفا (a crowd), which is not "to FIFA": an accusative that the table has is one word.
        if key[key.count - 1] == ArabicLetter.alef { lexicon.addFixed(key, []) }
      }
    }
  }

  /// Ordinary words, and how often stems occur.
  private func readCommonWords(into lexicon: inout ArabicLexicon) throws {
    // Words of three letters that no one said the class of: بشن may be ب + شن (by the launching of).
    var untagged: [WordKey] = []
    try table("common-words", ["name", "tag"]) { row in
      words(row, 0) { key in
        var classes = Self.classes(ofTag: row, 1, key)
        // تبدأ is "begins" (she): the past of a form in ت- only where the table of verbs has it, or knows nothing.
        if classes.isSuperset(of: .verb), let reading = lexicon.verbReadings.finite(key),
          !reading.traits.contains(.past), reading.traits.contains(.present)
        {
          classes.remove(.verbPast)
        }
        lexicon.add(key, classes)
        if row.text(0).hasPrefix(Self.madda) { lexicon.addMadda(key) }
        if key.count == 3, classes == .common { untagged.append(key) }
      }
    }
    try table("adjectives", ["name"]) { row in words(row, 0) { adjective($0, &lexicon) } }
    try table("stems", ["name", "count"]) { row in
      guard let count = row.number(1) else {
        throw KhabarError(
          "L004", at: row.location, "the count can't be \"\(row.text(1))\"", remedy: "Give a whole number")
      }
      guard let key = row.key(0), key.count > 0 else { return }
      lexicon.count(key, count, endsUndotted: row.endsUndotted(0))
    }
    try table("pronoun-words", ["name"]) { row in words(row, 0) { lexicon.addRatherHis($0) } }
    let months: Set = ["month", "hijri-month", "solar-month"]
    try table("calendar", ["word", "class"]) { row in
      guard months.contains(row.text(1)), let first = row.text(0).split(separator: " ").first else { return }
      lexicon.add(orthography.key(String(first)), .month)
    }
    for key in untagged { lexicon.dropCountOfPrefixed(key) }
  }

  // MARK: - Tables

  /// Adds a noun, and its form before a complement where a sound plural or a dual drops its noon there: مسلحين
  /// "gunmen", مسلحي الحركة "gunmen of the movement".
  private func addWithConstruct(_ key: WordKey, _ classes: WordClasses, _ lexicon: inout ArabicLexicon) {
    lexicon.add(key, classes)
    if let construct = Self.constructForm(of: key) { lexicon.add(construct, classes) }
  }

  private static func constructForm(of key: WordKey) -> WordKey? {
    guard key.count >= 5, key[key.count - 1] == ArabicLetter.noon,
      key[key.count - 2] == ArabicLetter.yeh || key[key.count - 2] == ArabicLetter.waw
    else { return nil }
    return key.dropLast(1)
  }

  /// A row of the noun classes: the noun, its plurals and duals, and a person's feminine forms.
  private func noun(_ row: borrowing Row, _ lexicon: inout ArabicLexicon) throws {
    guard let noun = NounClass(rawValue: row.text(1)) else {
      throw KhabarError(
        "L004", at: row.location, "there is no noun class '\(row.text(1))'",
        remedy: "Use one of " + NounClass.allCases.map(\.rawValue).joined(separator: ", "))
    }
    for column in [0, 2, 3] {
      words(row, column) { key in
        lexicon.add(key, .noun)
        lexicon.add(key, noun)
        if let construct = Self.constructForm(of: key) { lexicon.add(construct, noun) }
        for dual in Self.duals(of: key) where lexicon.classes(of: dual).isEmpty {
          lexicon.add(dual, .noun)
          lexicon.add(dual, noun)
          lexicon.count(dual, Self.rare, endsUndotted: false)
        }
      }
    }
  }

  /// Occurrences of a form that no table counts.
  private static let rare = 2

  /// The duals of a feminine noun before a complement: تهمة "charge", تهمتي القتل والسرقة "the two charges of
  /// murder and theft".
  private static func duals(of key: WordKey) -> [WordKey] {
    let letters = key.count
    guard letters >= 4, letters < WordKey.capacity, key[letters - 1] == ArabicLetter.heh else { return [] }
    return [ArabicLetter.alef, ArabicLetter.yeh].map { ending in
      [ArabicLetter.teh, ending].reduce(key.dropLast(1)) { $0.appending(WordKey(bits: UInt128($1))) }
    }
  }

  /// Adds the sense that a word of another table has, unless `noun-classes.tsv` has it.
  private func addWithConstruct(_ key: WordKey, unlessKnown noun: NounClass, _ lexicon: inout ArabicLexicon) {
    for form in [key, Self.constructForm(of: key)].compactMap(\.self) where lexicon.nounClasses(of: form).isEmpty {
      lexicon.add(form, noun)
    }
  }

  /// Adds an adjective with its feminine and its accusative: كبير, كبيرة, كبيرا (big). Behind yeh the accusative is
  /// spelled as countries are: سوري "Syrian", سوريا "Syria".
  private func adjective(_ key: WordKey, _ lexicon: inout ArabicLexicon) {
    lexicon.add(key, .adjective)
    let ending = key[key.count - 1]
    guard ending != ArabicLetter.heh, ending != ArabicLetter.alef, key.count < WordKey.capacity else { return }
    lexicon.add(key.appending(WordKey(bits: UInt128(ArabicLetter.heh))), .adjective)
    guard ending != ArabicLetter.yeh else { return }
    lexicon.add(key.appending(WordKey(bits: UInt128(ArabicLetter.alef))), .adjective)
  }

  /// Alef with madda.
  private static let madda = "\u{622}"

  private func functionWord(_ row: borrowing Row, _ lexicon: inout ArabicLexicon) {
    guard let key = row.key(0), key.count > 0 else { return }
    let name = row.text(1)
    if name == "preposition-pronoun" {
      // With the pronoun of the first person the spelling is that of the bare preposition: علي, الي.
      if key[key.count - 1] != ArabicLetter.yeh || key.count == 2 { lexicon.addPronounHost(key) }
      return
    }
    guard let classes = Self.closedClasses[name] else { return }
    if row.text(0).hasPrefix(Self.madda) { lexicon.addMadda(key) }
    if CliticModel.looksCompound(key) { lexicon.add(key, classes) } else { lexicon.addFixed(key, classes) }
  }

  /// - Parameter body: called with each of its forms.
  private func verb(
    _ row: borrowing Row, takesObject: Bool, _ lexicon: inout ArabicLexicon, _ body: (WordKey) -> Void
  ) throws {
    var reading = try reading(row, &lexicon)
    if takesObject { reading.traits.insert(.takesObject) }
    let classes = row.text(4).split(separator: "|")
    var extra: WordClasses = classes.contains("speech") ? .verbOfSpeech : []
    if takesObject, classes.first.map(Self.meetings.contains) ?? false { extra.insert(.verbOfMeeting) }
    let (past, present) = (row.text(0), row.text(1))
    lexicon.presents.add(orthography.key(past), present)
    for form in morphology.forms(ofVerb: past + "/" + present) {
      lexicon.verbReadings.add(form, reading)
      body(form.key)
      switch form.tense {
      case .past: lexicon.add(form.key, extra.union(.verbPast))
      // أقال (he dismissed), and no "I am told" of قال (he said).
      case .present where form.person < 3 && form.voice == .passive: lexicon.add(form.key, .verbPresent)
      case .present: lexicon.add(form.key, extra.union(.verbPresent))
      case .none, .imperative: break
      }
    }
    words(row, 2) {
      lexicon.add($0, [.verbalNoun, .noun])
      lexicon.verbReadings.add(nominal: $0, reading)
    }
    words(row, 3) {
      lexicon.add($0, .participle)
      lexicon.verbReadings.add(nominal: $0, reading)
    }
  }

  /// Classes of the verbs of meeting.
  private static let meetings: Set<Substring> = ["meeting", "receive", "call"]

  /// What a verb's row says of all its words.
  private func reading(_ row: borrowing Row, _ lexicon: inout ArabicLexicon) throws -> VerbReading {
    var governs: [WordKey] = []
    words(row, 6) { governs.append($0) }
    for key in governs { lexicon.verbReadings.addPreposition(key) }
    do {
      return try lexicon.verbReadings.reading(classes: row.text(4), form: row.text(5), governs: governs)
    } catch {
      throw KhabarError(
        "L004", at: row.location, "unknown \(error.column) \(error.value)",
        remedy: "Use one of: \(error.known.joined(separator: ", "))")
    }
  }

  private static let closedClasses: [String: WordClasses] = [
    "preposition": .preposition, "conjunction": .conjunction, "subordinator": .subordinator, "relative": .relative,
    "demonstrative": .demonstrative, "negation": .negation, "pronoun": .pronoun, "interrogative": .interrogative,
    "kana-sister": .copula, "particle": .particle, "quantifier": .quantifier, "adverb": .adverb, "vocative": .particle,
    "hedge": .adverb, "numeral": .numeral, "calendar": .calendar, "direction": .direction,
    "abbreviation": .abbreviation,
  ]

  /// Classes of a tag such as `noun|also-name`. A verb's tense is told by its first letter, where that decides.
  private static func classes(ofTag row: borrowing Row, _ column: Int, _ key: WordKey) -> WordClasses {
    var classes: WordClasses = .common
    row.forEachPart(column) { part in
      for (tag, value) in tagClasses where part.elementsEqual(tag) { classes.formUnion(value) }
      if part.elementsEqual(verbTag) {
        switch key[0] {
        case ArabicLetter.yeh: classes.insert(.verbPresent)
        case ArabicLetter.teh, ArabicLetter.noon: classes.formUnion(.verb)
        default: classes.insert(.verbPast)
        }
      }
    }
    return classes
  }

  /// Kinds of places that are built, and not regions, towns or parts of the land.
  private static let builtKinds: Set<String> = [
    "facility", "mosque", "church", "stadium", "hotel", "palace", "hospital", "airport", "port", "crossing", "camp",
  ]

  /// Kinds of organizations that stand for something else than an institution.
  private static let nounsOfBodies: [String: NounClass] = ["armed-force": .force, "group": .group, "event": .happening]

  /// Kinds of places that are no land.
  private static let nounsOfPlaces: [String: NounClass] = [
    "mosque": .building, "church": .building, "hotel": .building, "palace": .building, "hospital": .building,
    "facility": .facility, "stadium": .facility, "airport": .facility, "port": .facility, "crossing": .facility,
    "camp": .facility, "street": .facility, "square": .facility,
  ]

  /// Kinds of collective nouns that are one body of people and not several persons.
  private static let groups: Set<String> = ["delegation", "family", "tribal"]

  private static let verbTag = Array("verb".utf8)
  private static let tagClasses: [(tag: [UInt8], classes: WordClasses)] = [
    (Array("noun".utf8), .noun), (Array("adj".utf8), .adjective), (Array("also-name".utf8), .alsoName),
    (Array("adv".utf8), .adverb), (Array("person".utf8), [.personNoun, .noun]),
  ]

  // MARK: - Cells

  /// Calls `body` for every single word of a cell with variants between bars.
  private func words(_ row: borrowing Row, _ column: Int, _ body: (WordKey) -> Void) {
    row.forEachVariant(column, body)
  }

  /// Reads a table, if it is there, giving each row's cells in the order of `columns`.
  private func table(_ name: String, _ columns: [String], _ body: (inout Row) throws -> Void) throws {
    let file = folder + "/" + name + ".tsv"
    guard let data = FileManager.default.contents(atPath: file) else { return }
    let reader = try TSVReader(data: file, bytes: Array(data), columns: columns)
    let places = columns.map { reader.columns.firstIndex(of: $0) }
    try reader.bytes.withUnsafeBufferPointer { bytes in
      // One row for all lines: making one copies the orthography's references.
      var row = Row(
        bytes: bytes, cells: [], location: SourceLocation(file: file, line: 0), places: places, orthography: orthography
      )
      try reader.forEachRow { line, cells in
        guard cells.count <= reader.columns.count else {
          throw KhabarError(
            "L003", at: SourceLocation(file: file, line: line),
            "\(cells.count) fields where the header has \(reader.columns.count) columns",
            remedy: "Remove the surplus tab")
        }
        // Copied into the row's own storage: with a second holder, the reader would make a new array for each line.
        row.cells.removeAll(keepingCapacity: true)
        row.cells.append(contentsOf: cells)
        row.location.line = line
        try body(&row)
      }
    }
  }

  /// The wanted cells of one line.
  struct Row {
    let bytes: UnsafeBufferPointer<UInt8>
    var cells: [Range<Int>]
    var location: SourceLocation
    let places: [Int?]
    let orthography: Orthography

    private func range(_ column: Int) -> Range<Int>? {
      guard let place = places[column], place < cells.count, !cells[place].isEmpty else { return nil }
      return cells[place]
    }

    func text(_ column: Int) -> String {
      range(column).map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    }

    /// The key of a cell of one word, nil for several.
    func key(_ column: Int) -> WordKey? { range(column).flatMap(key(in:)) }

    func key(in range: Range<Int>) -> WordKey? {
      for index in range where bytes[index] == 0x20 { return nil }
      return orthography.key(UnsafeBufferPointer(rebasing: bytes[range]))
    }

    func number(_ column: Int) -> Int? {
      guard let range = range(column), range.count < 12 else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }

    /// The last letter is heh (U+0647) or alef maksura (U+0649).
    func endsUndotted(_ column: Int) -> Bool {
      guard let range = range(column), range.count >= 2 else { return false }
      let last = bytes[range.upperBound - 1]
      return bytes[range.upperBound - 2] == 0xD9 && (last == 0x87 || last == 0x89)
    }

    /// Calls `body` with the key of every single word of a cell with variants between bars.
    func forEachVariant(_ column: Int, _ body: (WordKey) -> Void) {
      forEachPart(column) { part in
        if !part.contains(0x20) {
          let key = orthography.key(UnsafeBufferPointer(rebasing: part))
          if key.count > 0 { body(key) }
        }
      }
    }

    func forEachPart(_ column: Int, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
      guard let range = range(column) else { return }
      var start = range.lowerBound
      for index in start...range.upperBound where index == range.upperBound || bytes[index] == UInt8(ascii: "|") {
        if start < index { body(bytes[start..<index]) }
        start = index + 1
      }
    }
  }
}
