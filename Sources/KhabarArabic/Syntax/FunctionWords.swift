import KhabarCore

import class Foundation.FileManager

/// What the syntax asks of `function-words.tsv` and `honorifics.tsv` beyond the classes of single closed words:
/// expressions of several words, prepositions with their pronoun, and the classes that only the grammar has a use for.
struct FunctionWords: Sendable {
  /// Classes of single words that `WordClasses` does not have.
  struct Classes: OptionSet, Sendable {
    let rawValue: UInt8
    static let auxiliary = Classes(rawValue: 1)
    static let apposition = Classes(rawValue: 2)
    static let possessive = Classes(rawValue: 4)
    static let kinshipParticle = Classes(rawValue: 8)
    static let pluralAdjective = Classes(rawValue: 16)
    static let occasion = Classes(rawValue: 32)
    static let hedge = Classes(rawValue: 64)
    static let vocative = Classes(rawValue: 128)
  }

  /// Kinds of expressions, as a set.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }
    init(_ kind: FixedExpression.Kind) {
      rawValue = 1 << UInt16(FixedExpression.Kind.allCases.firstIndex(of: kind) ?? 0)
    }

    static let all = FixedExpression.Kind.allCases.reduce(into: Kinds()) { $0.formUnion(Kinds($1)) }
    static let adverbial = Kinds(.adverbial)
  }

  /// Expressions of several words. Adverbials that look like a preposition with its noun are there though they are one
  /// word: بالنيابة "acting".
  private(set) var expressions = PhraseTable<Kinds>()
  /// Prepositions written together with their pronoun: بها "with it".
  private(set) var pronominals = KeyTable(placeholder: false)
  private(set) var classes = KeyTable(placeholder: Classes())

  /// Every class of function-words.tsv, and what it is to expressions and single words.
  private static let meanings: [String: (expression: FixedExpression.Kind?, classes: Classes)] = [
    "preposition": (.preposition, []), "preposition-pronoun": (.adverbial, []), "adverb": (.adverbial, []),
    "hedge": (.adverbial, .hedge), "subordinator": (.subordinator, []), "conjunction": (.conjunction, []),
    "relative": (nil, []), "demonstrative": (nil, []), "pronoun": (nil, []), "numeral": (nil, []),
    "calendar": (nil, []), "direction": (nil, []), "abbreviation": (.particle, []), "negation": (.particle, []),
    "interrogative": (.particle, []), "particle": (.particle, []), "kana-sister": (.particle, []),
    "auxiliary": (.particle, .auxiliary), "vocative": (.particle, .vocative), "quantifier": (.quantifier, []),
    "apposition": (.apposition, .apposition), "possessive": (nil, .possessive),
    "kinship-particle": (nil, .kinshipParticle), "plural-adjective": (nil, .pluralAdjective),
    "occasion": (nil, .occasion), "approximation": (.approximation, []),
  ]
  static let classNames = meanings.keys.sorted()

  /// No words.
  init() {}

  /// - Parameter folder: the folder with the tables; one that is not there is passed over.
  /// - Throws: `KhabarError` when a table is damaged or has a class without a meaning.
  init(folder: String, orthography: Orthography) throws {
    var kinds: [[WordKey]: Kinds] = [:]
    try Self.forEachRow(of: folder + "/function-words.tsv", column: "class") { name, value, location in
      guard let meaning = Self.meanings[value] else {
        throw KhabarError(
          "L004", at: location, "unknown class \(value)",
          remedy: "Use one of: \(Self.classNames.joined(separator: ", "))")
      }
      let words = orthography.keys(name)
      if let kind = meaning.expression, Self.isExpression(words, kind) {
        kinds[words, default: []].formUnion(Kinds(kind))
      }
      guard words.count == 1 else { return }
      // With the pronoun of the first person the spelling is that of the bare preposition: إلي "to me", إلى "to".
      if value == "preposition-pronoun", words[0][words[0].count - 1] != ArabicLetter.yeh {
        pronominals.insert(words[0], true)
      }
      if !meaning.classes.isEmpty { classes.formUnion(words[0], meaning.classes) }
    }
    try Self.forEachRow(of: folder + "/honorifics.tsv", column: "position") { name, value, _ in
      let words = orthography.keys(name)
      if value == "after", words.count > 1 { kinds[words, default: []].formUnion(Kinds(.wish)) }
    }
    for (words, kind) in kinds { expressions.insert(words, kind) }
  }

  /// بالنيابة "acting" would be read as a preposition and its noun.
  private static func isExpression(_ words: [WordKey], _ kind: FixedExpression.Kind) -> Bool {
    guard words.count == 1 else { return words.count > 1 }
    let word = words[0]
    return kind == .adverbial && word[0] == ArabicLetter.beh && word[1] == ArabicLetter.alef
      && word[2] == ArabicLetter.lam
  }

  private static func forEachRow(
    of file: String, column: String, _ body: (_ name: String, _ value: String, SourceLocation) throws -> Void
  ) throws {
    guard let data = FileManager.default.contents(atPath: file) else { return }
    let table = try TSVReader(data: file, bytes: Array(data), columns: [column])
    guard let column = table.columns.firstIndex(of: column) else { return }
    try table.forEachRow { line, cells in
      guard cells.count > column else { return }
      try body(table.string(cells[0]), table.string(cells[column]), SourceLocation(file: file, line: line))
    }
  }
}

extension FunctionWords: Archivable {
  static var blank: FunctionWords { FunctionWords() }

  mutating func pass(through archive: Archive) throws {
    try expressions.pass(through: archive)
    try pronominals.pass(through: archive)
    try classes.pass(through: archive)
  }
}
