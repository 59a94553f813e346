import KhabarCore

/// The tables of the lexicon folder, one function a table.
extension NameLexicon {
  /// The words of a phrase without their articles, so that الرئيس and رئيس are looked up alike.
  static func stems(_ phrase: String, _ orthography: Orthography) -> [WordKey] {
    orthography.keys(phrase).map(withoutArticle)
  }

  /// The word without the definite article, by its letters: for table entries, which have no other clitic.
  static func withoutArticle(_ word: WordKey) -> WordKey {
    word.count > 3 && word[0] == ArabicLetter.alef && word[1] == ArabicLetter.lam ? word.dropFirst(2) : word
  }

  /// Whether a phrase begins with the article.
  private static func isDefinite(_ words: [WordKey]) -> Bool { words.first.map { withoutArticle($0) != $0 } ?? false }

  /// The variants of a cell, written between bars.
  private static func variants(_ cell: String?) -> [String] {
    guard let cell else { return [] }
    return cell.utf8.split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
  }

  mutating func readTitles(_ reader: TSVReader, _ kinds: NameKinds, _ orthography: Orthography) throws {
    for (line, row) in try reader.rows() {
      guard let name = row["name"] else { continue }
      let words = orthography.keys(name)
      let title = Title(
        traits: try kinds.traits(of: row["class"], in: .titles, Title.Traits.names, at: reader.location(line)),
        complement: row["complement"] == "domain" ? .domain : row["complement"] == "none" ? .none : .both,
        isDefiniteOnly: Self.isDefinite(words), isPlural: false, isRank: row["rank_words"] != nil,
        hasMadda: name.unicodeScalars.first == "آ")
      insert(words.map(Self.withoutArticle), title)
      var many = title
      many.isPlural = true
      for plural in Self.variants(row["plural"]) { insert(Self.stems(plural, orthography), many) }
      many.isDefiniteOnly = false
      for dual in Self.duals(ofOffice: name, title) { insert(Self.stems(dual, orthography), many) }
      for word in Self.variants(row["rank_words"]) {
        setRole(.rankWord, of: Self.withoutArticle(orthography.key(word)))
      }
    }
  }

  /// وزيرا الدفاع والداخلية (the ministers of defence and of the interior): the dual of an office before its
  /// complement; without one, الوزيران stands for two persons of the text. Others are adjectives as well: رئيسي (main).
  private static func duals(ofOffice name: String, _ title: Title) -> [String] {
    guard title.traits.contains(.dual), !name.contains(" "), let last = name.unicodeScalars.last, last != "ي",
      last != "ة"
    else { return [] }
    return ["ا", "ي"].map { name + $0 }
  }

  /// شركتا, شركتي (the two companies of): the dual before its complement, of a feminine noun in -ة.
  private static func duals(of name: String) -> [String] {
    guard name.unicodeScalars.last == "ة", !name.contains(" ") else { return [] }
    let stem = String(name.unicodeScalars.dropLast())
    return [stem + "تا", stem + "تي"]
  }

  mutating func readOrganizationHeads(_ reader: TSVReader, _ kinds: NameKinds, _ orthography: Orthography) throws {
    for (line, row) in try reader.rows() {
      guard let name = row["name"] else { continue }
      let words = orthography.keys(name)
      let head = OrganizationHead(
        traits: try kinds.traits(
          of: row["kind"], in: .organizations, OrganizationHead.Traits.names, at: reader.location(line)),
        isStrong: row["strength"] == "strong", isDefiniteOnly: Self.isDefinite(words), isPlural: false,
        isFeminine: row["gender"] == "f")
      insert(words.map(Self.withoutArticle), head)
      var many = head
      many.isPlural = true
      for form in Self.variants(row["plural"]) + Self.duals(of: name) {
        insert(Self.stems(form, orthography), many)
      }
    }
  }

  mutating func readPlaceHeads(_ reader: TSVReader, _ kinds: NameKinds, _ orthography: Orthography) throws {
    for (line, row) in try reader.rows() {
      guard let name = row["name"] else { continue }
      let head = PlaceHead(
        traits: try kinds.traits(of: row["kind"], in: .places, PlaceHead.Traits.names, at: reader.location(line)),
        isPartOfName: row["part_of_name"] == "yes", isPlural: false)
      insert(Self.stems(name, orthography), head)
      var many = head
      many.isPlural = true
      for plural in Self.variants(row["plural"]) { insert(Self.stems(plural, orthography), many) }
      for dual in Self.duals(of: name) { insert(Self.stems(dual, orthography), head) }
    }
  }

  mutating func readHonorifics(_ reader: TSVReader, _ orthography: Orthography) throws {
    for (_, row) in try reader.rows() {
      guard let name = row["name"] else { continue }
      insert(Self.stems(name, orthography), honorificAlone: row["position"] != "before")
    }
  }

  private static let marksOfRoles: [String: Marks] = [
    "son": Marks(.son), "kunya": Marks(.kunya), "foreign-particle": Marks(.foreignParticle),
    "name-end": Marks(.nameEnd), "ordinal": Marks(.ordinal), "never-in-name": Marks(.neverInName),
    "former": Marks([.neverInName, .former]), "bare-head": Marks(.bareHead), "two-persons": Marks(.twoPersons),
    "two-parties": Marks(.twoParties), "both": Marks(.both), "many-persons": Marks(.manyPersons),
    "many-parties": Marks(.manyPersons), "thing-head": Marks(.thingHead), "counterpart": Marks(.counterpart),
    "place-preposition": Marks(.placePreposition), "team-cue": Marks(.teamCue), "verbal-head": Marks(.verbalHead),
    "movement": Marks(.movement), "ministry": Marks(.ministry), "name-adjective": Marks(.nameAdjective),
    "sport": Marks(.sport), "opponent": Marks(.opponent), "impersonal": Marks(.impersonal),
    "event-head": Marks(.eventHead), "foreign-organization": Marks(.foreignOrganization),
    "office-preposition": Marks(.officePreposition), "destination": Marks(.destination),
    "portfolio": Marks(.portfolio), "international": Marks(.international),
    "town-word": Marks(.townWord), "of-somebody": Marks(.ofSomebody), "governing-noun": .governingNoun,
    "namesake-head": .namesakeHead, "media-cue": .mediaCue,
  ]

  /// The one role of phrases; all others are of single words.
  private static let phraseRole = "no-place"

  mutating func readRoles(_ reader: TSVReader, _ orthography: Orthography) throws {
    for (line, row) in try reader.rows() {
      guard let name = row["name"] else { continue }
      if row["role"] == Self.phraseRole {
        otherThanPlaces.insert(orthography.keys(name), true)
        continue
      }
      guard let marks = Self.marksOfRoles[row["role"] ?? ""] else {
        throw KhabarError(
          "L004", at: reader.location(line), "unknown role \(row["role"] ?? "")",
          remedy: "Use one of " + (Self.marksOfRoles.keys + [Self.phraseRole]).sorted().joined(separator: ", "))
      }
      mark(orthography.key(name), marks)
    }
  }

  mutating func readOrdinaryWords(_ reader: TSVReader, _ orthography: Orthography) {
    reader.bytes.withUnsafeBufferPointer { bytes in
      reader.forEachRow { _, cells in
        mark(orthography.key(UnsafeBufferPointer(rebasing: bytes[cells[0]])), .ordinary)
      }
    }
  }

  mutating func readCalendar(_ reader: TSVReader, _ orthography: Orthography) throws {
    for (_, row) in try reader.rows() {
      guard let word = row["word"], let key = orthography.keys(word).first, !word.contains(" ") else { continue }
      switch row["class"] {
      case "hijri-month": mark(Self.withoutArticle(key), .hijriMonth)
      case "month": mark(key, .civilMonth)
      case "weekday": mark(key, .weekday)
      case "relative-day": mark(key, .relativeDay)
      case "direction": mark(key, .timeDirection)
      case "unit", "part", "month-day", "day-part", "last": mark(Self.withoutArticle(key), .timeWord)
      default: continue
      }
    }
  }

  private static let numberClasses: Set<String> = [
    "cardinal", "ten", "tens", "hundred", "scale", "dual-scale", "dual-or-scale",
  ]

  mutating func readNumbers(_ reader: TSVReader, _ orthography: Orthography) throws {
    for (_, row) in try reader.rows() {
      guard let word = row["word"], Self.numberClasses.contains(row["class"] ?? "") else { continue }
      mark(orthography.key(word), .number)
    }
  }

  mutating func readLetters(_ reader: TSVReader, _ orthography: Orthography) throws {
    try reader.forEachRow { line, cells in
      guard cells.count == 2, let weight = Int(reader.string(cells[1])) else {
        throw KhabarError(
          "L004", at: reader.location(line), "a row has a name and its weight, a whole number",
          remedy: "Give both, separated by a tab")
      }
      letters.insert(reader.string(cells[0]), weight: weight, orthography: orthography)
    }
  }
}

extension TSVReader {
  fileprivate func location(_ line: Int) -> SourceLocation { SourceLocation(file: file, line: line) }
}
