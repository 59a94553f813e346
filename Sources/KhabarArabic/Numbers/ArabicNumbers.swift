import KhabarCore

/// Numbers in Arabic.
struct ArabicNumbers: NumberGrammar {
  let lexicon: CalendarLexicon

  func quantities(in document: RecognizedDocument, outside times: [TokenSpan]) -> [Quantity] { [] }
}
