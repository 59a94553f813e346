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

  /// - Parameter whole: the marks of the whole word.
  private init(of token: Token, whole: NameLexicon.Marks, in lexicon: borrowing NameLexicon) {
    let stem = token.stem
    let bare = token.bare
    marks = whole
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
