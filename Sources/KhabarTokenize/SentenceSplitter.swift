import KhabarCore

/// Finds the sentences of a token sequence. Sentences tile the tokens: none is left out, none in two.
///
/// - A full stop, question or exclamation mark ends a sentence, and takes closing quotes and brackets behind it along.
/// - It does not when it is the point of an abbreviation or initial (`د. أحمد`, "Dr. Ahmad") or of the number of a day
///   before its month, stands in a bracket or short quote that goes on, or is followed by a comma or colon. Two and
///   more points are a pause unless the line ends.
/// - A stretch of a thousand tokens without any end is cut, at a comma where there is one: lists and text without
///   stops.
/// - A line break ends a sentence: cleaning has undone the hard line ends of wrapped text.
struct SentenceSplitter {
  let tokens: [Token]
  let text: UnsafeBufferPointer<UInt8>

  /// Tokens that a bracket or quote may hold and still keep its sentence together.
  private static let longestInclusion = 40
  /// Tokens behind which a sentence ends at its next comma, and at the latest. No sentence of a newspaper has a tenth
  /// of it; what reads sentences may take time that grows faster than their length.
  private static let (longestSentence, longestAtAll) = (1000, 1200)
  /// Words of the longest heading.
  private static let longestHeading = 25

  func sentences() -> [Sentence] {
    guard !tokens.isEmpty else { return [] }
    var sentences: [Sentence] = []
    sentences.reserveCapacity(tokens.count / 20 + 1)
    var start = 0
    // Where the bracket or quote that was opened last closes.
    var inclusionEnd: Int?
    var straightQuotes = 0
    var index = 0

    func close(at end: Int) {
      guard end > start else { return }
      let isFragment = !tokens[start..<end].contains { $0.kind == .word || $0.kind == .number || $0.kind == .address }
      if isFragment, let last = sentences.last, !endsParagraph(before: start) {
        sentences[sentences.count - 1].tokens = TextSpan(last.tokens.lowerBound, end)
      } else {
        sentences.append(Sentence(tokens: TextSpan(start, end)))
      }
      start = end
    }

    while index < tokens.count {
      index = endOfWords(from: index, in: start)
      guard index < tokens.count else { break }
      let token = tokens[index]
      if token.shape.contains(.lineStart) {
        close(at: index)
        (straightQuotes, inclusionEnd) = (0, nil)
      }
      if token.kind == .quote, isStraight(token) { straightQuotes += 1 }
      if index > inclusionEnd ?? start - 1, let end = endOfInclusion(openedAt: index, straightQuotes) {
        inclusionEnd = end
      }
      if token.kind == .sentenceEnd, index >= inclusionEnd ?? start, endsSentence(index) {
        let next = afterClosers(index + 1, straightQuotes)
        if continues(behind: next, from: index) {
          index += 1
          continue
        }
        for closer in index + 1..<max(next, index + 1) where isStraight(tokens[closer]) { straightQuotes += 1 }
        close(at: next)
        index = next
        continue
      }
      index += 1
      if index - start >= Self.longestSentence, token.kind == .comma || index - start >= Self.longestAtAll {
        close(at: index)
      }
    }
    close(at: tokens.count)
    markHeadings(&sentences)
    return sentences
  }

  /// Behind the words from an index on that stand inside of a line: they neither end a sentence nor open anything. But
  /// not behind the last that the longest sentence may have.
  private func endOfWords(from index: Int, in start: Int) -> Int {
    let limit = min(tokens.count, start + Self.longestAtAll - 1)
    var index = index
    while index < limit, tokens[index].kind == .word, !tokens[index].shape.contains(.lineStart) { index += 1 }
    return index
  }

  // MARK: - Ends

  /// A line ends before the token at `index`. True at both ends of the text.
  private func endsParagraph(before index: Int) -> Bool {
    index <= 0 || index >= tokens.count || tokens[index].shape.contains(.lineStart)
  }

  /// The mark at `index` ends a sentence, its surroundings apart.
  private func endsSentence(_ index: Int) -> Bool {
    let isLast = index + 1 == tokens.count || tokens[index + 1].shape.contains(.lineStart)
    let span = tokens[index].span
    let isPoint = text[span.lowerBound] == UInt8(ascii: ".")
    guard isPoint else { return true }
    if isLast { return true }
    if span.count > 1 { return false }
    guard index > 0, !tokens[index].shape.contains(.spaceBefore) else { return true }
    let next = tokens[index + 1]
    let before = tokens[index - 1]
    // `أ.د.` and `2.ب`: a word follows at once.
    if before.kind == .word, !next.shape.contains(.spaceBefore) {
      if next.kind == .word, before.key.count <= 2 || next.key.count <= 2 { return false }
      if next.kind == .comma || next.kind == .colon { return false }
    }
    return !isPointOfWord(index)
  }

  /// Whether a point belongs to what stands before it: an initial, a shortened title, the number of a day.
  private func isPointOfWord(_ index: Int) -> Bool {
    let (before, next) = (tokens[index - 1], tokens[index + 1])
    // 2. أكتوبر "October 2nd".
    if isShortNumber(before), next.classes.contains(.month) { return true }
    guard before.kind == .word else { return false }
    let standsAlone =
      before.shape.contains(.spaceBefore)
      || index > 1 && (tokens[index - 2].kind == .sentenceEnd || tokens[index - 2].kind == .openBracket)
    // An initial, or a shortened title. A letter written to a number is a unit (1436هـ.), and may end a sentence.
    guard standsAlone else { return false }
    return before.stem.count == 1
      || before.classes.contains(.abbreviation) && before.stem.count <= 3 && next.kind == .word
  }

  /// A number of one or two digits, as days have; Arabic digits take two bytes each.
  private func isShortNumber(_ token: Token) -> Bool {
    token.kind == .number && token.span.count <= (text[token.span.lowerBound] < 0x80 ? 2 : 4)
  }

  /// Closing quotes and brackets behind a mark belong to its sentence.
  private func afterClosers(_ start: Int, _ straightQuotes: Int) -> Int {
    var index = start
    var quotes = straightQuotes
    while index < tokens.count, !tokens[index].shape.contains(.lineStart) {
      let token = tokens[index]
      if token.kind == .closeBracket || token.kind == .quote && isClosing(token) {
        index += 1
      } else if token.kind == .quote, isStraight(token), quotes % 2 == 1 {
        quotes += 1
        index += 1
      } else if token.kind == .quote, index + 1 == tokens.count || tokens[index + 1].shape.contains(.spaceBefore) {
        // Whatever its shape, a quote that clings to no word behind it closes.
        quotes += isStraight(token) ? 1 : 0
        index += 1
      } else if token.kind == .sentenceEnd, !token.shape.contains(.spaceBefore) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// The sentence goes on behind its mark: a comma, a colon, or a question put in quotes inside it.
  private func continues(behind next: Int, from mark: Int) -> Bool {
    guard next < tokens.count, !tokens[next].shape.contains(.lineStart) else { return false }
    let token = tokens[next]
    if token.kind == .comma || token.kind == .colon { return true }
    // `"هل نعود؟" قال الرجل`: "shall we return?" said the man.
    let isQuestion = text[tokens[mark].span.lowerBound] != UInt8(ascii: ".")
    return isQuestion && next > mark + 1 && tokens[next - 1].kind == .quote && token.classes.contains(.verbOfSpeech)
  }

  // MARK: - Brackets and quotes

  /// Where a bracket or quote that opens at `index` closes, when that is near and in the same line.
  private func endOfInclusion(openedAt index: Int, _ straightQuotes: Int) -> Int? {
    let token = tokens[index]
    let isStraightOpening = token.kind == .quote && isStraight(token) && straightQuotes % 2 == 1
    guard token.kind == .openBracket || isStraightOpening || token.kind == .quote && isOpening(token) else {
      return nil
    }
    for next in (index + 1)..<min(index + 1 + Self.longestInclusion, tokens.count) where next < tokens.count {
      let candidate = tokens[next]
      if candidate.shape.contains(.lineStart) { return nil }
      if token.kind == .openBracket {
        if candidate.kind == .closeBracket { return next }
      } else if candidate.kind == .quote, isStraightOpening ? isStraight(candidate) : isClosing(candidate) {
        return next
      }
    }
    return nil
  }

  private func isStraight(_ token: Token) -> Bool { token.kind == .quote && token.span.count == 1 }

  private func scalar(_ token: Token) -> UInt32 {
    var position = token.span.lowerBound
    return Orthography.decode(text, &position)
  }

  // Guillemets and curly quotes; the opening curly one closes German quotes only, which news in other scripts lacks.
  private func isOpening(_ token: Token) -> Bool { [0xAB, 0x201C, 0x2018, 0x2039].contains(scalar(token)) }
  private func isClosing(_ token: Token) -> Bool { [0xBB, 0x201D, 0x2019, 0x203A].contains(scalar(token)) }

  // MARK: - Headings

  /// A line of its own without an end mark is a heading, a caption or a dateline, unless it is the text's last.
  private func markHeadings(_ sentences: inout [Sentence]) {
    guard sentences.count > 1 else { return }
    for index in 0..<(sentences.count - 1) {
      let span = sentences[index].tokens
      guard endsParagraph(before: span.lowerBound), endsParagraph(before: span.upperBound),
        span.count <= Self.longestHeading * 2, !hasEnd(span)
      else { continue }
      let words = tokens[span.range].reduce(0) { $0 + ($1.kind == .word ? 1 : 0) }
      if words <= Self.longestHeading { sentences[index].isHeading = true }
    }
  }

  /// The sentence closes with an end mark, or with a colon or comma, which lead on.
  private func hasEnd(_ span: TokenSpan) -> Bool {
    for index in span.range.reversed() {
      switch tokens[index].kind {
      case .quote, .closeBracket: continue
      case .sentenceEnd: return tokens[index].span.count < 2 || text[tokens[index].span.lowerBound] != UInt8(ascii: ".")
      case .colon, .comma: return true
      default: return false
      }
    }
    return false
  }
}
