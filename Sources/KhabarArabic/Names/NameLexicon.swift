import Foundation
import KhabarCore

/// The word tables of the name grammar, read from the lexicon folder.
struct NameLexicon: Sendable {
  /// A head noun of a title, or a whole frozen title.
  struct Title: Sendable {
    enum Complement: UInt8, Sendable { case none, domain, both }
    var complement: Complement
    /// Written only with the article: السيد.
    var isDefiniteOnly: Bool
    var isPlural: Bool
    /// Ranks take rank words behind them: العميد الركن.
    var isRank: Bool
    /// Kings, popes and presidents, who are numbered.
    var isRuler: Bool
    /// Says what a person is rather than which office he holds: شاب, مواطن.
    var isDescriptive: Bool
    /// An office of a state, party or church that stands for its one holder: رئيس, وزير, سفير.
    var isOffice: Bool
    /// Spelled with alef madda, which folding loses: آمر.
    var hasMadda: Bool
    /// Stands for its holder without a complement: الرئيس, الوزير.
    var isLone: Bool
  }

  /// A word that an organization's name begins with.
  struct OrganizationHead: Sendable {
    enum Kind: UInt8, Sendable {
      case ministry, council, authority, party, company, bank, university, school, court, force, group, organization
      case media, club, association, committee, agency, department, embassy, religious, event
    }
    var kind: Kind
    var isStrong: Bool
    var isDefiniteOnly: Bool
    var isPlural: Bool
    var isFeminine: Bool
  }

  /// A word before the name of a place.
  struct PlaceHead: Sendable {
    var isPartOfName: Bool
    var isDirection: Bool
    var isPlural: Bool
    /// A capital, town or city: its adjectives of nationality only describe it.
    var isCity: Bool
    /// Left out before a place that has a name of its own: جزيرة كورسيكا, but not مطار بيروت.
    var isLoose: Bool
    /// A state's form: جمهورية مصر العربية keeps it before an adjective of the name.
    var isState: Bool
  }

  /// What a word does in the grammar of names.
  struct Role: OptionSet, Sendable {
    let rawValue: UInt32
    static let son = Role(rawValue: 1 << 0)
    static let kunya = Role(rawValue: 1 << 1)
    static let foreignParticle = Role(rawValue: 1 << 2)
    static let nameEnd = Role(rawValue: 1 << 3)
    static let ordinal = Role(rawValue: 1 << 4)
    static let neverInName = Role(rawValue: 1 << 5)
    static let bareHead = Role(rawValue: 1 << 6)
    static let twoPersons = Role(rawValue: 1 << 7)
    static let twoParties = Role(rawValue: 1 << 8)
    static let both = Role(rawValue: 1 << 9)
    static let manyPersons = Role(rawValue: 1 << 10)
    static let counterpart = Role(rawValue: 1 << 12)
    static let placePreposition = Role(rawValue: 1 << 13)
    static let rankWord = Role(rawValue: 1 << 14)
    /// What follows names a thing: سيارة, جائزة.
    static let thingHead = Role(rawValue: 1 << 11)
    /// Says that an office is over: former, late, ousted.
    static let former = Role(rawValue: 1 << 15)
    /// What follows is a team or a club: ضيفه, لاعب.
    static let teamCue = Role(rawValue: 1 << 16)
    /// A head that is the verbal noun of a verb as well, and needs a proper name: وقف, تنظيم.
    static let verbalHead = Role(rawValue: 1 << 17)
    /// The adjective of a movement, whose country belongs to its name: الإسلامية.
    static let movement = Role(rawValue: 1 << 18)
    /// The subject of a ministry, which stands for it before a nationality: الخارجية.
    static let ministry = Role(rawValue: 1 << 19)
    /// An adjective of organizations' names: العليا, المركزي.
    static let nameAdjective = Role(rawValue: 1 << 20)
    /// A word of matches and leagues: two of them make a sentence the report of a match.
    static let sport = Role(rawValue: 1 << 21)
    /// A word of foreign firms' and clubs' names: إيرلاينز (Airlines), يونايتد (United).
    static let foreignOrganization = Role(rawValue: 1 << 22)
    /// Stands before the opponent of a team: أمام, ضد.
    static let opponent = Role(rawValue: 1 << 23)
    /// A verb that has no person for its subject: يمكن "it is possible".
    static let impersonal = Role(rawValue: 1 << 24)
    /// The place behind it belongs to the name of an event or treaty: بطولة ويمبلدون, اتفاق الطائف.
    static let eventHead = Role(rawValue: 1 << 25)
    static let collective: Role = [.twoPersons, .twoParties, .both, .manyPersons]
    static let particle: Role = [.son, .kunya, .foreignParticle]
  }

  var titles = PhraseTable<Title>()
  var organizationHeads = PhraseTable<OrganizationHead>()
  var placeHeads = PhraseTable<PlaceHead>()
  /// True for honorifics that stand behind a name or alone.
  var honorifics = PhraseTable<Bool>()
  var letters = LetterEvidence()
  /// Hijri months whose names people bear: رمضان, رجب.
  private(set) var months = KeySet()
  /// Months of the common era in one word, as all countries write them: يناير, نونبر, جويلية.
  private(set) var civilMonths = KeySet()
  /// Weekdays, without their article.
  private(set) var weekdays = KeySet()
  /// Yesterday, today, tomorrow.
  private(set) var relativeDays = KeySet()
  /// Number words.
  private(set) var numbers = KeySet()
  /// Verbs whose object is whom somebody met: استقبل (received).
  private(set) var meetings = KeySet()
  /// Units and parts of time, behind which such a word is the month: أيام, غرة, ليلة.
  private(set) var timeWords = KeySet()
  /// Everything the tables say of single words, in one lookup.
  private(set) var marks: KeyTable<UInt32>

  init() { marks = KeyTable(placeholder: 0) }

  /// What the tables know of a word: its role, whether phrases begin with it, whether it is ordinary.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt32
    static let ordinary = Marks(rawValue: 1 << 26)
    static let title = Marks(rawValue: 1 << 27)
    static let organizationHead = Marks(rawValue: 1 << 28)
    static let placeHead = Marks(rawValue: 1 << 29)
    static let honorific = Marks(rawValue: 1 << 30)
    /// The name of a place that is also a noun which governs another: قطر الدائرة, the diameter of the circle.
    static let governingNoun = Marks(rawValue: 1 << 31)
    /// Marks that belong to a word without its article.
    static let ofStem: Marks = [.ordinary, .title, .organizationHead, .placeHead, .honorific]
    var role: Role { Role(rawValue: rawValue & 0x3FF_FFFF) }
  }

  func marks(of word: WordKey) -> Marks { Marks(rawValue: marks[word] ?? 0) }

  mutating func mark(_ word: WordKey, _ value: Marks) { marks.update(word, with: value.rawValue) { $0 | $1 } }

  /// - Parameter folder: the folder with the pack's tables, `Gazetteers/ar/lexicon`.
  /// - Throws: `KhabarError` when a table is damaged, or L002 when it can't be read.
  init(folder: String, orthography: Orthography) throws {
    marks = KeyTable(minimumCapacity: 20_000, placeholder: 0)
    func table(_ name: String, _ columns: String...) throws -> TSVReader {
      let path = folder + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else {
        throw KhabarError(
          "L002", at: SourceLocation(file: path), "the table can't be read",
          remedy: "Give the folder of the language's tables, such as Gazetteers/ar/lexicon")
      }
      return try TSVReader(data: path, bytes: Array(data), columns: columns)
    }
    try readTitles(table("titles.tsv", "name", "class", "complement", "plural", "rank_words"), orthography)
    try readOrganizationHeads(table("organization-heads.tsv", "name", "plural", "kind", "strength"), orthography)
    try readPlaceHeads(table("place-heads.tsv", "name", "plural", "kind", "part_of_name"), orthography)
    try readHonorifics(table("honorifics.tsv", "name", "position"), orthography)
    try readRoles(table("name-words.tsv", "name", "role"), orthography)
    try readOrdinaryWords(table("attested-words.tsv", "name"), orthography)
    try readOrdinaryWords(table("ordinary-words.tsv", "name"), orthography)
    try readLetters(table("name-letters.tsv", "name", "weight"), orthography)
    try readCalendar(table("calendar.tsv", "word", "class"), orthography)
    for (_, row) in try table("numbers.tsv", "word", "class").rows() {
      guard let word = row["word"], Self.numberClasses.contains(row["class"] ?? "") else {
        continue
      }
      numbers.insert(orthography.key(word))
    }
  }
}

// MARK: - Tables

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

  mutating func insert(_ words: [WordKey], _ title: Title) {
    titles.insert(words, title)
    if let first = words.first { mark(first, .title) }
  }

  mutating func insert(_ words: [WordKey], _ head: OrganizationHead) {
    organizationHeads.insert(words, head)
    if let first = words.first { mark(first, .organizationHead) }
  }

  mutating func insert(_ words: [WordKey], _ head: PlaceHead) {
    placeHeads.insert(words, head)
    if let first = words.first { mark(first, .placeHead) }
  }

  mutating func insert(_ words: [WordKey], honorificAlone: Bool) {
    honorifics.insert(words, honorificAlone)
    if let first = words.first { mark(first, .honorific) }
  }

  private static let numberClasses: Set<String> = [
    "cardinal", "ten", "tens", "hundred", "scale", "dual-scale", "dual-or-scale",
  ]
  private static let loneOffices: Set<String> = [
    "head-of-state", "head-of-government", "minister", "royal", "diplomat",
  ]
  private static let rulers: Set<String> = ["head-of-state", "royal", "religious"]
  private static let offices: Set<String> = [
    "head-of-state", "head-of-government", "minister", "diplomat", "government", "royal", "parliament", "local",
    "party",
    "judicial", "military",
  ]

  private mutating func readTitles(_ reader: TSVReader, _ orthography: Orthography) throws {
    for (_, row) in try reader.rows() {
      guard let name = row["name"] else { continue }
      let category = row["class"] ?? ""
      let words = orthography.keys(name)
      let title = Title(
        complement: row["complement"] == "domain" ? .domain : row["complement"] == "none" ? .none : .both,
        isDefiniteOnly: Self.isDefinite(words), isPlural: false, isRank: row["rank_words"] != nil,
        isRuler: Self.rulers.contains(category),
        isDescriptive: category == "descriptive" || category == "kinship",
        isOffice: Self.offices.contains(category), hasMadda: name.unicodeScalars.first == "آ",
        isLone: Self.loneOffices.contains(category))
      insert(words.map(Self.withoutArticle), title)
      for plural in Self.variants(row["plural"]) {
        var many = title
        many.isPlural = true
        insert(Self.stems(plural, orthography), many)
      }
      // وزيرا الدفاع والداخلية (the ministers of defence and of the interior): the dual of an office before its
      // complement; without one, الوزيران stands for two persons of the text. Others are adjectives as well: رئيسي
      // (main).
      if category == "minister" || category == "diplomat", !name.contains(" "), name.unicodeScalars.last != "ي",
        name.unicodeScalars.last != "ة"
      {
        var two = title
        two.isPlural = true
        two.isDefiniteOnly = false
        for ending in ["ا", "ي"] { insert(Self.stems(name + ending, orthography), two) }
      }
      for word in Self.variants(row["rank_words"]) {
        setRole(.rankWord, of: Self.withoutArticle(orthography.key(word)))
      }
    }
  }

  /// شركتا, شركتي (the two companies of): the dual before its complement, of a feminine noun in -ة.
  private static func duals(of name: String) -> [String] {
    guard name.unicodeScalars.last == "ة", !name.contains(" ") else { return [] }
    let stem = String(name.unicodeScalars.dropLast())
    return [stem + "تا", stem + "تي"]
  }

  private mutating func readOrganizationHeads(_ reader: TSVReader, _ orthography: Orthography) throws {
    let kinds: [String: OrganizationHead.Kind] = [
      "ministry": .ministry, "council": .council, "authority": .authority, "party": .party, "company": .company,
      "bank": .bank, "university": .university, "institute": .university, "school": .school, "hospital": .school,
      "court": .court, "armed-force": .force, "group": .group, "organization": .organization, "media": .media,
      "club": .club, "association": .association, "union": .association, "committee": .committee, "agency": .agency,
      "directorate": .department, "department": .department, "embassy": .embassy, "religious-body": .religious,
      "event": .event,
    ]
    for (_, row) in try reader.rows() {
      guard let name = row["name"], let kind = kinds[row["kind"] ?? ""] else { continue }
      let words = orthography.keys(name)
      let head = OrganizationHead(
        kind: kind, isStrong: row["strength"] == "strong", isDefiniteOnly: Self.isDefinite(words),
        isPlural: false, isFeminine: row["gender"] == "f")
      insert(words.map(Self.withoutArticle), head)
      for plural in Self.variants(row["plural"]) {
        var many = head
        many.isPlural = true
        insert(Self.stems(plural, orthography), many)
      }
      for dual in Self.duals(of: name) {
        var two = head
        two.isPlural = true
        insert(Self.stems(dual, orthography), two)
      }
    }
  }

  private mutating func readPlaceHeads(_ reader: TSVReader, _ orthography: Orthography) throws {
    for (_, row) in try reader.rows() {
      guard let name = row["name"] else { continue }
      let head = PlaceHead(
        isPartOfName: row["part_of_name"] == "yes", isDirection: row["kind"] == "direction", isPlural: false,
        isCity: row["kind"] == "city",
        isLoose: ["region", "island", "mountain", "camp", "street", "facility"].contains(row["kind"] ?? ""),
        isState: row["kind"] == "region" && row["part_of_name"] == "no")
      insert(Self.stems(name, orthography), head)
      for plural in Self.variants(row["plural"]) {
        var many = head
        many.isPlural = true
        insert(Self.stems(plural, orthography), many)
      }
      for dual in Self.duals(of: name) {
        insert(Self.stems(dual, orthography), head)
      }
    }
  }

  private mutating func readHonorifics(_ reader: TSVReader, _ orthography: Orthography) throws {
    for (_, row) in try reader.rows() {
      guard let name = row["name"] else { continue }
      insert(Self.stems(name, orthography), honorificAlone: row["position"] != "before")
    }
  }

  private mutating func readRoles(_ reader: TSVReader, _ orthography: Orthography) throws {
    let names: [String: Role] = [
      "son": .son, "kunya": .kunya, "foreign-particle": .foreignParticle, "name-end": .nameEnd, "ordinal": .ordinal,
      "never-in-name": .neverInName, "former": [.neverInName, .former], "bare-head": .bareHead,
      "two-persons": .twoPersons, "two-parties": .twoParties,
      "both": .both, "many-persons": .manyPersons, "many-parties": .manyPersons, "thing-head": .thingHead,
      "counterpart": .counterpart,
      "place-preposition": .placePreposition, "team-cue": .teamCue, "verbal-head": .verbalHead, "movement": .movement,
      "ministry": .ministry, "name-adjective": .nameAdjective, "sport": .sport, "opponent": .opponent,
      "impersonal": .impersonal, "event-head": .eventHead,
      "foreign-organization": .foreignOrganization,
    ]
    for (line, row) in try reader.rows() {
      guard let name = row["name"] else { continue }
      if row["role"] == "governing-noun" {
        mark(orthography.key(name), .governingNoun)
        continue
      }
      if row["role"] == "meeting-verb" {
        meetings.insert(orthography.key(name))
        continue
      }
      guard let role = names[row["role"] ?? ""] else {
        throw KhabarError(
          "L004", at: SourceLocation(file: reader.file, line: line), "unknown role \(row["role"] ?? "")",
          remedy: "Use one of " + (names.keys + ["governing-noun", "meeting-verb"]).sorted().joined(separator: ", "))
      }
      setRole(role, of: orthography.key(name))
    }
  }

  mutating func setRole(_ role: Role, of word: WordKey) { mark(word, Marks(rawValue: role.rawValue)) }

  private mutating func readOrdinaryWords(_ reader: TSVReader, _ orthography: Orthography) throws {
    reader.bytes.withUnsafeBufferPointer { bytes in
      reader.forEachRow { _, cells in
        mark(orthography.key(UnsafeBufferPointer(rebasing: bytes[cells[0]])), .ordinary)
      }
    }
  }

  private mutating func readCalendar(_ reader: TSVReader, _ orthography: Orthography) throws {
    for (_, row) in try reader.rows() {
      guard let word = row["word"], let key = orthography.keys(word).first, !word.contains(" ") else { continue }
      switch row["class"] {
      case "hijri-month": months.insert(Self.withoutArticle(key))
      case "month": civilMonths.insert(key)
      case "weekday": weekdays.insert(key)
      case "relative-day": relativeDays.insert(key)
      case "unit", "part", "month-day", "day-part", "last": timeWords.insert(Self.withoutArticle(key))
      default: continue
      }
    }
  }

  private mutating func readLetters(_ reader: TSVReader, _ orthography: Orthography) throws {
    try reader.forEachRow { line, cells in
      guard cells.count == 2, let weight = Int(reader.string(cells[1])) else {
        throw KhabarError(
          "L004", at: SourceLocation(file: reader.file, line: line), "a row has a name and its weight, a whole number",
          remedy: "Give both, separated by a tab")
      }
      letters.insert(reader.string(cells[0]), weight: weight, orthography: orthography)
    }
  }
}
