import KhabarCore

/// The features of a sentence's words, by token.
final class SentenceWords {
  let start: Int
  let end: Int
  /// What tables ask of the words.
  let row: KnownRow
  private let builder: PhraseBuilder
  private var bits: PhraseBits { builder.bits }

  init(_ opened: DocumentPhrases, _ sentence: Sentence) {
    builder = opened.builder
    start = sentence.tokens.lowerBound
    end = min(sentence.tokens.upperBound, opened.document.tokens.count)
    row = KnownRow(opened.syntax.features(of: sentence), startingAt: start, builder.known)
    markVerbs(builder.tables.verb)
  }

  private func markVerbs(_ table: KnownTable) {
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
  func step(_ token: Int) -> StateMasks.Step {
    guard let steps = builder.steps else { return builder.states.step(self[token].pointee) }
    return StateMasks.Step(row.parts(token) + steps)
  }

  /// Whether a word begins with a conjunction that is written together with it.
  func isJoined(_ token: Int) -> Bool { !bits.joins.isEmpty && self[token].pointee.contains(bits.joins) }
}
