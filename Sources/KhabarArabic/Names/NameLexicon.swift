import Foundation
import KhabarCore

/// The word tables of the name grammar, read from the lexicon folder.
struct NameLexicon: Sendable {
  var titles = PhraseTable<Title>()
  var organizationHeads = PhraseTable<OrganizationHead>()
  var placeHeads = PhraseTable<PlaceHead>()
  /// True for honorifics that stand behind a name or alone.
  var honorifics = PhraseTable<Bool>()
  /// Phrases that begin with the letters of a place and name none: مسقط رأس (birthplace; Muscat).
  var otherThanPlaces = PhraseTable<Bool>()
  var letters = LetterEvidence()
  /// Everything the tables say of single words, in one lookup.
  private var marks: KeyTable<UInt64>

  /// Words of all tables, with room to spare.
  private static let expectedWords = 20_000

  init() { marks = KeyTable(placeholder: 0) }

  func marks(of word: WordKey) -> Marks { Marks(rawValue: marks[word] ?? 0) }

  mutating func mark(_ word: WordKey, _ value: Marks) { marks.update(word, with: value.rawValue) { $0 | $1 } }

  mutating func setRole(_ role: Role, of word: WordKey) { mark(word, Marks(role)) }

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

  /// - Parameter folder: the folder with the pack's tables, `Gazetteers/ar/lexicon`.
  /// - Throws: `KhabarError` when a table is damaged, or L002 when it can't be read.
  init(folder: String, orthography: Orthography) throws {
    marks = KeyTable(minimumCapacity: Self.expectedWords, placeholder: 0)
    func table(_ name: String, _ columns: String...) throws -> TSVReader {
      let path = folder + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else {
        throw KhabarError(
          "L002", at: SourceLocation(file: path), "the table can't be read",
          remedy: "Give the folder of the language's tables, such as Gazetteers/ar/lexicon")
      }
      return try TSVReader(data: path, bytes: Array(data), columns: columns)
    }
    let kinds = try NameKinds(table("name-kinds.tsv", "table", "kind", "traits"))
    try readTitles(table("titles.tsv", "name", "class", "complement", "plural", "rank_words"), kinds, orthography)
    try readOrganizationHeads(
      table("organization-heads.tsv", "name", "plural", "kind", "strength"), kinds, orthography)
    try readPlaceHeads(table("place-heads.tsv", "name", "plural", "kind", "part_of_name"), kinds, orthography)
    try readHonorifics(table("honorifics.tsv", "name", "position"), orthography)
    try readRoles(table("name-words.tsv", "name", "role"), orthography)
    readOrdinaryWords(try table("attested-words.tsv", "name"), orthography)
    readOrdinaryWords(try table("ordinary-words.tsv", "name"), orthography)
    try readLetters(table("name-letters.tsv", "name", "weight"), orthography)
    try readCalendar(table("calendar.tsv", "word", "class"), orthography)
    try readNumbers(table("numbers.tsv", "word", "class"), orthography)
  }
}

extension NameLexicon: Archivable {
  static var blank: NameLexicon { NameLexicon() }

  mutating func pass(through archive: Archive) throws {
    try titles.pass(through: archive)
    try organizationHeads.pass(through: archive)
    try placeHeads.pass(through: archive)
    try honorifics.pass(through: archive)
    try otherThanPlaces.pass(through: archive)
    try letters.pass(through: archive)
    try marks.pass(through: archive)
  }
}
