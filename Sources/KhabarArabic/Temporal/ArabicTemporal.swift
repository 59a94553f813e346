import KhabarCore

/// Dates and times in Arabic.
struct ArabicTemporal {
  func expressions(in document: RecognizedDocument, _ text: TaggedText) -> [TemporalDescription] {
    guard text.hasTriggers else { return [] }
    let parser = DateParser(text: text)
    let tenses = TenseFinder(text: text)
    let names = NameGuard(document: document, text: text)
    var found: [TemporalDescription] = []
    for (line, sentence) in document.sentences.enumerated() where !Deadline.isOver {
      let range = sentence.tokens.range
      for parsed in parser.expressions(in: range) where !names.covers(parsed) {
        var description = TemporalDescription(
          tokens: TokenSpan(parsed.start, parsed.end), span: text.span(parsed.start, parsed.end), rule: parsed.rule,
          meaning: parsed.meaning, modifier: parsed.modifier)
        if parsed.meaning.isDeictic { description.tense = tenses.tense(parsed.start, parsed.end, in: range) }
        if line < Self.headSentences {
          description.isDateline = isDateline(parsed, text, range)
        }
        found.append(description)
      }
    }
    return found
  }

  /// Sentences of the text's head that can hold its dateline.
  private static let headSentences = 4

  /// The date stands where an article gives its own: near the line's start and before a dash, bracket or colon, or
  /// behind a label such as "published on".
  private func isDateline(_ parsed: DateParser.Parsed, _ text: TaggedText, _ sentence: Range<Int>) -> Bool {
    if text.has(parsed.start, .label) || text.has(parsed.start - 1, .label) { return true }
    if text.kind(parsed.start - 1) == .colon, parsed.start - sentence.lowerBound <= 5 { return true }
    guard parsed.start - sentence.lowerBound <= 6 else { return false }
    if parsed.end >= sentence.upperBound { return true }
    let next = text.kind(parsed.end)
    return next == .hyphen || next == .openBracket || next == .colon
      || next == .closeBracket && (text.kind(parsed.end + 1) == .hyphen || text.kind(parsed.end + 1) == .colon)
  }
}

/// Names that hold calendar words: «أخبار اليوم» is a newspaper, not today's news.
struct NameGuard {
  private let names: TokenCover
  private let text: TaggedText

  init(document: RecognizedDocument, text: TaggedText) {
    self.text = text
    let mentions = document.mentions
    names = TokenCover(
      mentions.lazy.filter { $0.kind == .name || $0.kind == .partial || $0.kind == .acronym }.map(\.tokens))
  }

  /// The tokens lie inside a name that says more than a date.
  func covers(_ parsed: DateParser.Parsed) -> Bool {
    if names.covers(parsed.start, parsed.end) { return true }
    guard case .point(let point) = parsed.meaning else { return false }
    return isTitle(parsed.start, parsed.end, point)
  }

  /// A title in quotes behind صحيفة (newspaper), قناة (channel) and their like, or right behind them: صحيفة اليوم, جسر
  /// 14 تموز (14 July Bridge).
  private func isTitle(_ start: Int, _ end: Int, _ point: CalendarDescription) -> Bool {
    if text.has(start - 1, .nameHead), !text.isDefinite(start - 1), end - start <= 3,
      point.year == nil || point.isFullDate, point.direction == nil,
      text.isDefinite(start) || text.word(start).relativeDay == 0 && text.has(start, .relativeDay) || point.month != nil
    {
      return true
    }
    guard text.kind(end) == .quote || text.kind(end) == .closeBracket else { return false }
    var index = start - 1
    while index >= 0, index > start - 6 {
      if text.kind(index) == .quote || text.kind(index) == .openBracket {
        return text.has(index - 1, .nameHead) || text.has(index - 2, .nameHead)
      }
      index -= 1
    }
    return false
  }
}
