extension ResolvedDocument {
  /// The extent of tokens, of which there is one at least.
  public func span(of tokens: TokenSpan) -> TextSpan<CleanBytes> {
    self.tokens[tokens.lowerBound].span.union(self.tokens[tokens.upperBound - 1].span)
  }

  /// The extent of tokens `first ..< end` without the first word's conjunctions, prepositions and future particle. The
  /// article stays, unless it is assimilated to a preposition and so not written by itself: in للعراق (to the Iraq).
  public func stemSpan(of first: Int, through end: Int) -> TextSpan<CleanBytes> {
    let tokens = self.tokens
    guard first < tokens.count, end > first else { return TextSpan(0, 0) }
    let token = tokens[first]
    let analysis = token.analysis
    let article = analysis.articleLetters > 1 ? Int(analysis.articleLetters) : 0
    let letters = token.kind == .word ? Int(analysis.prefixLetters) - article : 0
    let last = tokens[min(end, tokens.count) - 1].span.upperBound
    return TextSpan(token.letterOffset(letters, in: text), last)
  }
}
