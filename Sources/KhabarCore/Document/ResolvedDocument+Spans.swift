extension ResolvedDocument {
  /// The extent of tokens `first ..< end` without the first word's conjunctions, prepositions and future particle. The
  /// article stays: it belongs to the phrase.
  public func stemSpan(of first: Int, through end: Int) -> TextSpan<CleanBytes> {
    let tokens = self.tokens
    guard first < tokens.count, end > first else { return TextSpan(0, 0) }
    let token = tokens[first]
    var start = token.span.lowerBound
    let last = tokens[min(end, tokens.count) - 1].span.upperBound
    var letters = Int(token.analysis.prefixLetters) - Int(token.analysis.articleLetters)
    guard letters > 0 else { return TextSpan(start, last) }
    // The assimilated article is not written with its alef, so all of the prefix but its lam goes.
    text.bytes.withUnsafeBufferPointer { bytes in
      while letters > 0, start < token.span.upperBound {
        let scalar = Orthography.decode(bytes, &start)
        if !(0x64B...0x652).contains(scalar), scalar != 0x640, scalar != 0x670 { letters -= 1 }
      }
      // Marks of the last clitic letter.
      while start < token.span.upperBound {
        var next = start
        let scalar = Orthography.decode(bytes, &next)
        guard (0x64B...0x652).contains(scalar) || scalar == 0x640 || scalar == 0x670 else { break }
        start = next
      }
    }
    return TextSpan(start, last)
  }
}
