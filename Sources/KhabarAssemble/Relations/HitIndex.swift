import KhabarCore

/// The words of the rules in a document, by the tokens that they begin at.
struct HitIndex {
  private let hits: [LemmaHit]
  /// Where the hits of each token begin in `hits`; one more at the end.
  private let starts: [Int32]
  /// The words themselves.
  let lemmas: LemmaSet

  /// - Parameter hits: sorted by token.
  init(_ hits: [LemmaHit], tokens: Int) {
    self.hits = hits
    lemmas = LemmaSet(hits.lazy.map(\.lemma))
    var starts = Array(repeating: Int32(0), count: tokens + 1)
    for hit in hits { starts[hit.token + 1] += 1 }
    for token in 0..<tokens { starts[token + 1] += starts[token] }
    self.starts = starts
  }

  /// The hits that begin at a token.
  subscript(token: Int) -> ArraySlice<LemmaHit> {
    guard token >= 0, token + 1 < starts.count else { return [] }
    return hits[Int(starts[token])..<Int(starts[token + 1])]
  }

  /// Calls `body` with each hit that begins at a token. A slice of them would have to be counted.
  @inline(__always)
  func forEach(at token: Int, _ body: (LemmaHit) -> Void) {
    guard token >= 0, token + 1 < starts.count else { return }
    for index in Int(starts[token])..<Int(starts[token + 1]) { body(hits[index]) }
  }

  func first(at token: Int, where isWanted: (LemmaHit) -> Bool) -> LemmaHit? { self[token].first(where: isWanted) }

  /// The hits that begin in a stretch of tokens.
  func hits(in tokens: Range<Int>) -> ArraySlice<LemmaHit> {
    let (first, end) = (max(0, tokens.lowerBound), min(tokens.upperBound, starts.count - 1))
    return first < end ? hits[Int(starts[first])..<Int(starts[end])] : []
  }
}
