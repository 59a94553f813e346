import KhabarCore

extension NameSearch {
  /// Where the parts of a name's first word stand in the text.
  struct Bounds {
    /// Where the name starts: behind the clitics and their diacritics.
    var start: Int32
    /// Where the stem starts: behind the article, too.
    var stem: Int32

    /// Of a word that is read as a whole.
    init(start: Int32) { (self.start, stem) = (start, start) }

    init(of token: Token, _ reading: Reading, _ text: UnsafeBufferPointer<UInt8>, _ orthography: Orthography) {
      start = token.span.start
      stem = start
      var position = max(0, token.span.lowerBound)
      let end = min(token.span.upperBound, text.count)
      var letters = 0
      while position < end {
        let here = position
        let value = orthography.classify(Orthography.decode(text, &position))
        guard value != .mark else { continue }
        if letters == reading.cliticLetters { start = Int32(truncatingIfNeeded: here) }
        if letters == reading.stemLetters {
          stem = Int32(truncatingIfNeeded: here)
          return
        }
        letters += 1
      }
      // A ligature holds several letters: the parts can't be told apart, and the name starts where the word does.
      start = token.span.start
      stem = start
    }

    /// Whether what stands for the article is spelled as articles are, diacritics and presentation forms apart.
    func articleIsUsual(_ article: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
      guard start < stem, article.count >= 2 else { return true }
      let first = Int(start)
      // Presentation forms begin with 0xEF and have no variants to tell apart.
      guard first + 1 < text.count, text[first] != 0xEF else { return true }
      return text[first] == article[0] && text[first + 1] == article[1]
    }
  }
}
