import KhabarCore

/// Times and numbers in Arabic, read from one tagging of the words.
struct ArabicTimesAndNumbers: TimeAndNumberGrammar {
  let lexicon: CalendarLexicon

  func read(_ document: RecognizedDocument) -> (times: [TemporalDescription], quantities: [Quantity]) {
    let text = TaggedText(document, lexicon: lexicon)
    let times = ArabicTemporal().expressions(in: document, text)
    let quantities = ArabicNumbers(lexicon: lexicon).quantities(in: document, text, outside: times.map(\.tokens))
    return (times, quantities)
  }

  func expressions(in document: RecognizedDocument) -> [TemporalDescription] {
    ArabicTemporal().expressions(in: document, TaggedText(document, lexicon: lexicon))
  }

  func quantities(in document: RecognizedDocument, outside times: [TokenSpan]) -> [Quantity] {
    ArabicNumbers(lexicon: lexicon)
      .quantities(in: document, TaggedText(document, lexicon: lexicon), outside: times)
  }
}
