import KhabarCore

/// Dates of news: on Monday, last week, 14 February 2024, yesterday, two days ago.
struct EnglishDates: TemporalGrammar {
  let calendar: EnglishCalendar
  let lexicon: EnglishLexicon

  func expressions(in document: RecognizedDocument) -> [TemporalDescription] {
    document.sentences.flatMap { sentence -> [TemporalDescription] in
      var result: [TemporalDescription] = []
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        let reader = EnglishDateReader(document: document, calendar: calendar, end: sentence.tokens.upperBound)
        guard let date = reader.date(at: index) else {
          index += 1
          continue
        }
        result.append(
          TemporalDescription(
            tokens: TokenSpan(index, date.end),
            span: TextSpan(
              document.tokens[index].span.lowerBound, document.tokens[date.end - 1].span.upperBound),
            rule: date.rule, meaning: date.meaning, tense: tense(at: index, sentence, document.tokens)))
        index = date.end
      }
      return result
    }
  }

  /// The tense of the last verb before a date, else of the first behind it.
  private func tense(at index: Int, _ sentence: Sentence, _ tokens: [Token]) -> ClauseTense {
    let before = (sentence.tokens.lowerBound..<index).reversed().lazy.compactMap { tense(of: tokens[$0]) }
    let behind = (index..<sentence.tokens.upperBound).lazy.compactMap { tense(of: tokens[$0]) }
    return before.first ?? behind.first ?? .none
  }

  private func tense(of token: Token) -> ClauseTense? {
    if !token.analysis.proclitics.isDisjoint(with: [.future, .to]) { return .future }
    let word = lexicon[token.key]
    if !word.forms.isDisjoint(with: [.past, .participle]) { return .past }
    if word.marks.contains(.be) || word.forms.contains(.third), word.classes.isDisjoint(with: .noun) {
      return token.classes.contains(.verbPast) ? .past : .present
    }
    return nil
  }
}
