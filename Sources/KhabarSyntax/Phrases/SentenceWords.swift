import KhabarCore

/// The features of a sentence's words, by token.
struct SentenceWords {
  let start: Int
  let end: Int
  private let bits: PhraseBits
  private var features: [Features]
  /// What each word does to the states of a phrase that takes it.
  private var steps: [StateMasks.Step] = []

  init(_ opened: DocumentPhrases, _ sentence: Sentence) {
    let builder = opened.builder
    bits = builder.bits
    start = sentence.tokens.lowerBound
    end = min(sentence.tokens.upperBound, opened.document.tokens.count)
    features = opened.syntax.features(of: sentence)
    builder.ofWords.derive(&features)
    markVerbs(builder.tables.verb)
  }

  /// Gets ready what phrases ask of words beyond their features.
  mutating func prepare(_ ofStates: Derivation<StateMasks.Step>) {
    steps.reserveCapacity(features.count)
    ofStates.forEach(features) { steps.append($1) }
  }

  private mutating func markVerbs(_ table: GrammarTable) {
    var hasVerb = false
    var isRemoval = false
    for index in start..<end {
      if !bits.clauseOpener.isEmpty, self[index].contains(bits.clauseOpener) { hasVerb = false }
      if hasVerb { features[index - start].formUnion(bits.behindFinite) }
      if hasVerb, isRemoval { features[index - start].formUnion(bits.behindRemoval) }
      if table.first(self[index - 2], self[index - 1], self[index], self[index + 1])?.outcome == 0 {
        // "Was" may have a verb behind it.
        hasVerb = features[index - start].isDisjoint(with: bits.copula)
        isRemoval = !features[index - start].isDisjoint(with: bits.takesAway)
        features[index - start].formUnion(bits.finite)
      }
    }
  }

  /// What the word at a token is; `nothing` outside the sentence.
  subscript(token: Int) -> Features { token >= start && token < end ? features[token - start] : bits.nothingWord }

  /// What a word of the sentence does to the states of a phrase that takes it.
  func step(_ token: Int) -> StateMasks.Step { steps[token - start] }

  /// Whether a word begins with a conjunction that is written together with it.
  func isJoined(_ token: Int) -> Bool { !bits.joins.isEmpty && self[token].contains(bits.joins) }
}
