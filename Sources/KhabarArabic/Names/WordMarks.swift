import KhabarCore

/// What the name tables know of a token by its letters and the way it is taken apart.
struct WordMarks: Sendable {
  /// What the tables make of the word in the grammar of names.
  private(set) var signs: WordSignals = []
  private(set) var role: NameLexicon.Role = []
  /// The whole word has a role as it stands.
  private(set) var hasOwnRole = false
  /// The whole word is a number word: بليونا (a milliard), which is not "with Lyona".
  private(set) var isNumber = false
  /// The stem is a month of the common era.
  private(set) var isMonth = false

  private init() {}

  /// - Parameter whole: the marks of the whole word; besides them, its own are those of the word without what is
  ///   written before it and of its stem.
  private init(of token: Token, whole: NameLexicon.Marks, in lexicon: borrowing NameLexicon) {
    let (stem, bare) = (token.stem, token.bare)
    hasOwnRole = !whole.role.isEmpty
    isNumber = whole.contains(.number)
    let bareMarks = bare == token.key ? whole : lexicon.marks(of: bare)
    let stemMarks = stem == bare ? bareMarks : lexicon.marks(of: stem)
    isMonth = stemMarks.contains(.civilMonth)
    role = whole.role.union(bareMarks.role).union(stemMarks.role.intersection(.sport))
    let marks = whole.union(bareMarks).union(stemMarks.intersection(.ofStem))
    for (mark, sign) in Self.signsOfMarks where marks.contains(mark) { signs.insert(sign) }
    if Self.hasRelationalEnding(stem) { signs.insert(.relational) }
  }

  private static let signsOfMarks: [(mark: NameLexicon.Marks, sign: WordSignals)] = [
    (.ordinary, .ordinary), (.title, .title), (.organizationHead, .organizationHead), (.placeHead, .placeHead),
    (.honorific, .honorific),
  ]

  /// -ي or -ية behind at least three letters.
  private static func hasRelationalEnding(_ stem: WordKey) -> Bool {
    let count = stem.count
    return count >= 4 && stem[count - 1] == ArabicLetter.yeh
      || count >= 5 && stem[count - 1] == ArabicLetter.heh && stem[count - 2] == ArabicLetter.yeh
  }

  /// The marks of every token; of those that are no words, none.
  static func marks(of tokens: [Token], in lexicon: NameLexicon, _ memory: inout Memory) -> [WordMarks] {
    var marks = Array(repeating: WordMarks(), count: tokens.count)
    var unknown: [Int] = []
    for index in tokens.indices where tokens[index].isWord {
      if let known = memory[tokens[index].key, tokens[index].analysis] {
        marks[index] = known
      } else {
        unknown.append(index)
      }
    }
    let wholes = unknown.map { lexicon.marks(of: tokens[$0].key) }
    for (index, whole) in zip(unknown, wholes) {
      let token = tokens[index]
      marks[index] = memory.value(of: token.key, token.analysis) { WordMarks(of: token, whole: whole, in: lexicon) }
    }
    return marks
  }

  typealias Memory = WordMemory<WordAnalysis, WordMarks>

  /// Memories of the marks of words, told apart by how they are taken apart.
  static func memories() -> WorkerPool<WordMemory<WordAnalysis, WordMarks>> {
    WorkerPool { WordMemory(distinction: WordAnalysis(), value: WordMarks()) }
  }
}
