import KhabarCore

/// What words, kinds and roles say of a party: the language pack's table `sectors.tsv`.
public struct SectorTable: Sendable {
  /// A word of a title or description.
  struct Word: Sendable {
    var sector: String
    /// Counts only when no other word tells: a "commander" may be one of police.
    var isWeak: Bool
    /// The organization whose adjective it is.
    var actsFor: String?
  }

  private var kinds: [String: String] = [:]
  private var roles: [String: String] = [:]
  private var words: [Word] = []
  /// Indexes of `words`.
  private var places = KeyTable<Int32>(placeholder: 0)
  private var streets = KeySet()
  private var sport = KeySet()

  /// A table that knows nothing.
  public init() {}

  /// - Throws: `KhabarError` G001, G003 for a damaged table, L004 for an unknown `of`.
  public init(file: String, bytes: [UInt8], orthography: Orthography, morphology: any Morphology) throws {
    for (line, cells) in try TSVReader(data: file, bytes: bytes, columns: ["of", "value", "sector"]).rows() {
      guard let value = cells["value"] else { continue }
      let sector = cells["sector"] ?? ""
      let word = Word(sector: sector, isWeak: cells["weak"] == "weak", actsFor: cells["for"])
      switch cells["of"] {
      case "kind": kinds[value] = sector
      case "role": roles[value] = sector
      case "noun", "adjective":
        for key in Self.keys(of: value, orthography, morphology) where places[key] == nil {
          places.insert(key, Int32(words.count))
        }
        words.append(word)
      case "sport": for key in Self.keys(of: value, orthography, morphology) { sport.insert(key) }
      case "street": for key in Self.keys(of: value, orthography, morphology) { streets.insert(key) }
      default:
        throw KhabarError(
          "L004", at: SourceLocation(file: file, line: line), "the column 'of' can't be \"\(cells["of"] ?? "")\"",
          remedy: "Give kind, role, noun, adjective, sport or street")
      }
    }
  }

  /// The forms of a noun, as it is written and as it is inflected.
  static func keys(
    of noun: String, _ orthography: Orthography, _ morphology: any Morphology
  ) -> [WordKey] {
    [orthography.key(noun)] + morphology.forms(ofNoun: noun).map(\.key)
  }

  func sector(ofKind kind: String?) -> String? { kind.flatMap { kinds[$0] } }
  func sector(ofRole role: String?) -> String? { role.flatMap { roles[$0] } }
  func word(_ token: Token) -> Word? {
    (places[token.stem] ?? places[token.bare]).map { words[Int($0)] }
  }
  /// Whether a word is of matches and clubs.
  func isSport(_ token: Token) -> Bool { sport.contains(token.stem) || sport.contains(token.bare) }
  /// Whether a word before the name of a town makes it the name of something else: Damascus Street.
  func isStreet(_ token: Token) -> Bool { streets.contains(token.stem) || streets.contains(token.bare) }
}

extension SectorTable: Archivable {
  public static var blank: SectorTable { SectorTable() }

  public mutating func pass(through archive: Archive) throws {
    try kinds.pass(through: archive)
    try roles.pass(through: archive)
    try words.pass(through: archive)
    try places.pass(through: archive)
    try streets.pass(through: archive)
    try sport.pass(through: archive)
  }
}

extension SectorTable.Word: Archivable {
  static var blank: Self { Self(sector: "", isWeak: false, actsFor: nil) }

  mutating func pass(through archive: Archive) throws {
    try sector.pass(through: archive)
    try isWeak.pass(through: archive)
    try actsFor.pass(through: archive)
  }
}
