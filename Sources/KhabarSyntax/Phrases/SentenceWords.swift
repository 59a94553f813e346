import KhabarCore

/// The features of a sentence's words, by token.
final class SentenceWords {
  let start: Int
  let end: Int
  /// What tables ask of the words.
  let row: KnownRow
  private let bits: PhraseBits
  /// What each word does to the states of a phrase that takes it.
  private var steps: [StateMasks.Step] = []

  init(_ opened: DocumentPhrases, _ sentence: Sentence) {
    let builder = opened.builder
    bits = builder.bits
    start = sentence.tokens.lowerBound
    end = min(sentence.tokens.upperBound, opened.document.tokens.count)
    row = KnownRow(opened.syntax.features(of: sentence), startingAt: start, builder.known)
    markVerbs(builder.tables.verb)
  }

  /// Gets ready what phrases ask of words beyond their features.
  func prepare(_ ofStates: Derivation<StateMasks.Step>) {
    steps.removeAll(keepingCapacity: true)
    steps.reserveCapacity(row.all.count)
    ofStates.forEach(row.all) { steps.append($1) }
  }

  private func markVerbs(_ table: FilteredTable) {
    var hasVerb = false
    var isRemoval = false
    for index in start..<end {
      if !bits.clauseOpener.isEmpty, self[index].pointee.contains(bits.clauseOpener) { hasVerb = false }
      if hasVerb { row.formUnion(index, bits.behindFinite) }
      if hasVerb, isRemoval { row.formUnion(index, bits.behindRemoval) }
      if table.first(row, (index - 2, index - 1, index, index + 1, index, index))?.outcome == 0 {
        // "Was" may have a verb behind it.
        hasVerb = self[index].pointee.isDisjoint(with: bits.copula)
        isRemoval = !self[index].pointee.isDisjoint(with: bits.takesAway)
        row.formUnion(index, bits.finite)
      }
    }
  }

  /// What the word at a token is; `nothing` outside the sentence. Holds as long as the words.
  @inline(__always)
  subscript(token: Int) -> UnsafePointer<Features> { row[token] }

  /// What a word of the sentence does to the states of a phrase that takes it.
  func step(_ token: Int) -> StateMasks.Step { steps[token - start] }

  /// Whether a word begins with a conjunction that is written together with it.
  func isJoined(_ token: Int) -> Bool { !bits.joins.isEmpty && self[token].pointee.contains(bits.joins) }
}
