import KhabarCore

/// What a language's news pages wear around the article: share lines, credits, agency names. Read from a table.
public struct CleaningPatterns: Sendable {
  /// Where a pattern counts as residue.
  public enum Place: String, Sendable, CaseIterable, BitwiseCopyable {
    /// The whole line is the pattern.
    case line
    /// The whole line is the pattern, and nothing but residue comes after it.
    case tail
    /// The line begins with the pattern, and a colon or dash follows it or the line ends.
    case label
    /// The line begins with the pattern.
    case lead
    /// The same as `label`, or the line begins with the pattern and does not close as a sentence does: a call to the
    /// reader whose words also begin sentences, such as `شاهد أيضا` (watch also; he also watched).
    case call
    /// A bracket at the end of a line or caption holds the pattern alone.
    case credit
    /// A bracket at the end of a line or caption begins with the pattern: `(photo: name)`.
    case creditLead = "credit-lead"
    /// A short line at the head of the text begins with the pattern: it names the writer.
    case byline
    /// The same, and a colon, dash or slash follows the pattern.
    case bylineLabel = "byline-label"
    /// An agency or outlet, as datelines and signatures name it.
    case agency
    /// The name of a square-bracket code of page software: `ad_` in `[ad_1]`, `caption` in `[caption id="1"]`.
    case shortcode
  }

  /// One row of the table.
  struct Pattern: Sendable {
    /// Folded words; `WordKey.empty` stands for any number.
    var words: [WordKey]
    var place: Place
    var reason: String
    /// Words that the line may have at most.
    var limit: Int
    /// A headline in the next line goes along.
    var takesNextLine: Bool
  }

  public var orthography: Orthography
  /// Patterns that begin with one word, longest first.
  private var patterns: [[Pattern]] = []
  /// Index into `patterns` by first word.
  private var firstWords = KeyTable<Int32>(placeholder: 0)
  /// Patterns that begin with a number.
  private var numbered: [Pattern] = []
  private(set) var shortcodes: [[UInt8]] = []

  /// No patterns: only markup and stray characters are cleaned.
  public init(orthography: Orthography) { self.orthography = orthography }

  /// Reads a table with the columns `pattern`, `place`, `reason`, `limit` and `next`.
  ///
  /// - Throws: `KhabarError` for a damaged table: L002 a missing column, G003 surplus fields, L004 an unknown place.
  public init(file: String, bytes: [UInt8], orthography: Orthography) throws {
    self.orthography = orthography
    let reader = try TSVReader(data: file, bytes: bytes, columns: ["pattern", "place"])
    for (line, row) in try reader.rows() {
      guard let text = row["pattern"], let name = row["place"] else { continue }
      guard let place = Place(rawValue: name) else {
        throw KhabarError(
          "L004", at: SourceLocation(file: file, line: line), "there is no place \(name)",
          remedy: "Use one of \(Place.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      add(text, place, row)
    }
    for index in patterns.indices { patterns[index].sort { $0.words.count > $1.words.count } }
    numbered.sort { $0.words.count > $1.words.count }
  }

  private mutating func add(_ text: String, _ place: Place, _ row: TSVReader.Row) {
    if place == .shortcode {
      shortcodes.append(Array(text.utf8))
      return
    }
    let words = text.split(separator: " ").flatMap { $0 == "{n}" ? [WordKey.empty] : orthography.keys(String($0)) }
    guard let first = words.first else { return }
    let pattern = Pattern(
      words: words, place: place, reason: row["reason"] ?? place.rawValue,
      limit: row["limit"].flatMap { Int($0) } ?? Self.defaultLimit(place), takesNextLine: row["next"] == "yes")
    if first.isEmpty {
      numbered.append(pattern)
    } else if let index = firstWords[first] {
      patterns[Int(index)].append(pattern)
    } else {
      firstWords.insert(first, Int32(patterns.count))
      patterns.append([pattern])
    }
  }

  private static func defaultLimit(_ place: Place) -> Int {
    switch place {
    case .byline, .bylineLabel: 8
    case .credit, .creditLead: 8
    default: 25
    }
  }

  /// Patterns that may start with a word; a number may start those that begin with `{n}`.
  func candidates(for word: WordKey, isNumber: Bool) -> [Pattern] {
    if isNumber { return numbered }
    return firstWords[word].map { patterns[Int($0)] } ?? []
  }
}

extension CleaningPatterns {
  /// Hands all but the orthography to an archive (see `Archivable`).
  public mutating func pass(through archive: Archive) throws {
    try patterns.pass(through: archive)
    try firstWords.pass(through: archive)
    try numbered.pass(through: archive)
    var codes = shortcodes.map { String(decoding: $0, as: UTF8.self) }
    try codes.pass(through: archive)
    shortcodes = codes.map { Array($0.utf8) }
  }
}

extension CleaningPatterns.Pattern: Archivable {
  static var blank: Self { Self(words: [], place: .line, reason: "", limit: 0, takesNextLine: false) }

  mutating func pass(through archive: Archive) throws {
    try archive.plain(&words)
    try archive.plain(&place)
    try reason.pass(through: archive)
    try limit.pass(through: archive)
    try takesNextLine.pass(through: archive)
  }
}
