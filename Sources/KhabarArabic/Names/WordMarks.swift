import KhabarCore

/// What the name tables know of a token by its letters and the way it is taken apart.
struct WordMarks: Sendable {
  /// Of the whole word, of the word without what is written before it, and of its stem.
  var marks: NameLexicon.Marks
  var role: NameLexicon.Role
  /// The whole word has a role as it stands.
  var hasOwnRole: Bool
  /// -ي or -ية behind at least three letters.
  var hasRelationalEnding: Bool

  init(of token: Token, in lexicon: NameLexicon) {
    let stem = token.stem
    let bare = token.bare
    marks = lexicon.marks(of: token.key)
    hasOwnRole = !marks.role.isEmpty
    if bare != token.key { marks.formUnion(lexicon.marks(of: bare)) }
    role = marks.role
    if stem != bare {
      let stemMarks = lexicon.marks(of: stem)
      marks.formUnion(stemMarks.intersection(.ofStem))
      if stemMarks.role.contains(.sport) { role.insert(.sport) }
    }
    let count = stem.count
    hasRelationalEnding =
      count >= 4
      && (stem[count - 1] == ArabicLetter.yeh
        || (count >= 5 && stem[count - 1] == ArabicLetter.heh && stem[count - 2] == ArabicLetter.yeh))
  }

  private init() { (marks, role, hasOwnRole, hasRelationalEnding) = ([], [], false, false) }

  typealias Memory = WordMemory<WordAnalysis, WordMarks>

  /// Memories of the marks of words, told apart by how they are taken apart.
  static func memories() -> WordMemoryPool<WordAnalysis, WordMarks> {
    WordMemoryPool(distinction: WordAnalysis(), value: WordMarks())
  }
}
