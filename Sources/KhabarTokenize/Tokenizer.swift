import KhabarCore

/// Splits the cleaned text into tokens and sentences, and words into their clitics.
public struct Tokenizer: Stage {
  private let orthography: Orthography
  private let words: any WordAnalyzer

  public init(orthography: Orthography, words: any WordAnalyzer) {
    self.orthography = orthography
    self.words = words
  }

  public func process(_ input: CleanDocument) throws -> TokenizedDocument {
    var tokens = input.text.bytes.withUnsafeBufferPointer { text in
      orthography.withTable { table in
        var scanner = TokenScanner(text: text, table: table, orthography: orthography)
        return scanner.scan()
      }
    }
    try Deadline.check()
    words.analyze(&tokens, in: input.text)
    let sentences = input.text.bytes.withUnsafeBufferPointer { SentenceSplitter(tokens: tokens, text: $0).sentences() }
    return TokenizedDocument(clean: input, tokens: tokens, sentences: sentences)
  }
}
