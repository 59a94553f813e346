import KhabarCore

/// What the name tables and the lexicon know of a token by its letters and the way it is read.
struct WordMarks: Sendable {
  /// What the word is by itself, before the lists are asked; all but that it has Latin letters, which its spelling
  /// tells.
  private(set) var signs: WordSignals = []
  private(set) var role: NameLexicon.Role = []
  /// The whole word is a number word: بليونا (a milliard), which is not "with Lyona".
  private(set) var isNumber = false
  /// The stem is a month of the common era.
  private(set) var isMonth = false
  /// What may begin at the word as long as it has no signs but these.
  private(set) var openings: NameOpening = []

  private init() {}

  /// - Parameter whole: the marks of the whole word; besides them, its own are those of the word without what is
  ///   written before it and of its stem.
  private init(of token: Token, whole: NameLexicon.Marks, in lexicon: borrowing NameLexicon) {
    let (stem, bare) = (token.stem, token.bare)
    isNumber = whole.contains(.number)
    let bareMarks = bare == token.key ? whole : lexicon.marks(of: bare)
    let stemMarks = stem == bare ? bareMarks : lexicon.marks(of: stem)
    isMonth = stemMarks.contains(.civilMonth)
    role = whole.role.union(bareMarks.role).union(stemMarks.role.intersection(.sport))
    let marks = whole.union(bareMarks).union(stemMarks.intersection(.ofStem))
    for (mark, sign) in Self.signsOfMarks where marks.contains(mark) { signs.insert(sign) }
    if Self.hasRelationalEnding(stem) { signs.insert(.relational) }
    readSigns(of: token, hasOwnRole: !whole.role.isEmpty)
    openings = NameOpening(signs: signs, role: role, of: token)
  }

  /// - Parameter hasOwnRole: the whole word has a role as it stands.
  private mutating func readSigns(of token: Token, hasOwnRole: Bool) {
    signs.insert(.word)
    if !token.classes.isEmpty { signs.formUnion(Self.signs(of: token.classes)) }
    if token.isDefinite {
      signs.insert(.definite)
      // السقا, القاضي: what has the article is no finite verb, whatever the letters behind it are.
      signs.subtract([.verb, .speech])
      // ناجي العلي: nor is it a preposition (على).
      if token.classes.contains(.preposition) { signs.remove(.closed) }
    }
    if token.analysis.suffixLetters > 0 { signs.insert(.pronoun) }
    if !hasOwnRole, !token.analysis.proclitics.subtracting(.article).isEmpty { signs.insert(.proclitic) }
  }

  private static func signs(of classes: WordClasses) -> WordSignals {
    var signs: WordSignals = []
    for row in signsOfClasses where !classes.isDisjoint(with: row.classes) { signs.insert(row.sign) }
    // The lexicon has such a word, but as a name as well.
    if classes.contains(.alsoName) { signs.remove(.common) }
    return signs
  }

  private static let signsOfClasses: [(classes: WordClasses, sign: WordSignals)] = [
    ([.common, .adverb, .quantifier, .verbalNoun, .participle], .ordinary), (.common, .common), (.closed, .closed),
    (.verb, .verb), (.verbOfSpeech, .speech), ([.calendar, .numeral], .numeral), (.relational, .relational),
    (.adjective, .adjective), (.titleHead, .title),
  ]

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
      if let known = memory[tokens[index].key, Reading(of: tokens[index])] {
        marks[index] = known
      } else {
        unknown.append(index)
      }
    }
    let wholes = unknown.map { lexicon.marks(of: tokens[$0].key) }
    for (index, whole) in zip(unknown, wholes) {
      let token = tokens[index]
      marks[index] = memory.value(of: token.key, Reading(of: token)) { WordMarks(of: token, whole: whole, in: lexicon) }
    }
    return marks
  }

  /// What tells words of the same letters apart: how a word is taken apart, and what its stem is then.
  struct Reading: Equatable, Sendable {
    var analysis = WordAnalysis()
    var classes: WordClasses = []

    init() {}

    @inline(__always)
    init(of token: Token) { (analysis, classes) = (token.analysis, token.classes) }
  }

  typealias Memory = WordMemory<Reading, WordMarks>

  /// Memories of the marks of words.
  static func memories() -> WorkerPool<Memory> {
    WorkerPool { WordMemory(distinction: Reading(), value: WordMarks()) }
  }
}
