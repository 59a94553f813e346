import KhabarCore

/// Dates and times in Arabic.
struct ArabicTemporal: TemporalGrammar {
  let lexicon: CalendarLexicon

  func expressions(in document: RecognizedDocument) -> [TemporalDescription] {
    let text = TaggedText(tokens: document.tokens, text: document.text, lexicon: lexicon)
    guard text.hasTriggers else { return [] }
    let parser = DateParser(text: text)
    var found: [TemporalDescription] = []
    for sentence in document.sentences {
      for parsed in parser.expressions(in: sentence.tokens.range) {
        found.append(
          TemporalDescription(
            tokens: TokenSpan(parsed.start, parsed.end), span: text.span(parsed.start, parsed.end), rule: parsed.rule,
            meaning: parsed.meaning, modifier: parsed.modifier))
      }
    }
    return found
  }
}
