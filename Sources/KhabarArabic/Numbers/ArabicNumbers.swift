import KhabarCore

/// Numbers in Arabic.
struct ArabicNumbers: NumberGrammar {
  let orthography: Orthography

  func quantities(in document: RecognizedDocument, outside times: [TokenSpan]) -> [Quantity] { [] }
}
