import KhabarCore

/// The features of a sentence's words, by token.
struct SentenceWords {
  let start: Int
  let end: Int
  let compoundBegins: Features
  let nationality: Features
  private let nothing: Features
  private let joining: Features
  private var features: [Features]

  init(_ opened: DocumentPhrases, _ sentence: Sentence) {
    let builder = opened.builder
    let grammar = builder.grammar
    start = sentence.tokens.lowerBound
    end = min(sentence.tokens.upperBound, opened.document.tokens.count)
    nothing = grammar.features(given: builder.bits.nothing, stem: .empty)
    compoundBegins = grammar.feature("preposition-begins")
    nationality = grammar.feature("nationality")
    joining = grammar.feature("joins")
    features = opened.syntax.features(of: sentence)
    for index in features.indices {
      grammar.derive(&features[index])
    }
    markVerbs(builder)
  }

  private mutating func markVerbs(_ builder: PhraseBuilder) {
    let (table, bits) = (builder.tables.verb, builder.bits)
    var hasVerb = false
    for index in start..<end {
      if !bits.clauseOpener.isEmpty, self[index].contains(bits.clauseOpener) { hasVerb = false }
      if hasVerb { features[index - start].formUnion(bits.behindFinite) }
      let row = table.firstIndex(self[index - 2], self[index - 1], self[index], self[index + 1])
      if let row, table.rows[row].outcome == 0 {
        features[index - start].formUnion(bits.finite)
        hasVerb = true
      }
    }
  }

  /// What the word at a token is; `nothing` outside the sentence.
  subscript(token: Int) -> Features { token >= start && token < end ? features[token - start] : nothing }

  /// Whether a word begins with a conjunction that is written together with it.
  func isJoined(_ token: Int) -> Bool { !joining.isEmpty && self[token].contains(joining) }
}
