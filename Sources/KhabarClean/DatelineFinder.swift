import KhabarCore

/// Recognizes the line of place, date and agency at the head of a report.
///
/// - `بغداد (رويترز) - قال` (Baghdad, Reuters), `الرياض - واس:`, `القاهرة، 12 أغسطس (أ ف ب) -`
/// - `الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس` as a line of its own
/// - `بيروت – قال` without an agency: at most three words before a spaced dash that has no partner.
struct DatelineFinder {
  let reader: LineReader
  let patterns: CleaningPatterns

  private static let mostWords = 14
  private static let mostWordsWithoutAgency = 3
  private static let longestSegment = 4

  /// The dateline's extent, and the change that puts the text behind it on a line of its own.
  func dateline(of line: Line) -> (span: TextSpan<CleanBytes>, edit: AlignedText.Edit?)? {
    let words = reader.words(from: line.start, to: line.end, limit: Self.mostWords + 4)
    guard !words.isEmpty else { return nil }
    return withAgency(words, line) ?? withoutAgency(words, line)
  }

  private func withAgency(
    _ words: [LineWord], _ line: Line
  ) -> (span: TextSpan<CleanBytes>, edit: AlignedText.Edit?)? {
    for index in words.indices.prefix(Self.mostWords) {
      guard let length = agency(at: index, in: words) else { continue }
      let last = words[index + length - 1]
      let isParted = index == 0 || separates(words[index - 1].end, words[index].start)
      guard var mark = reader.mark(at: last.end, before: line.end) else {
        // The agency closes a line of its own.
        let hasDate = words.contains(where: \.isNumber)
        return isParted || hasDate ? (line.span, nil) : nil
      }
      guard isParted, isHead(words.prefix(index)) else { continue }
      if mark.value == .closeBracket || mark.value == .quote {
        guard let next = reader.mark(at: mark.end, before: line.end) else { return (line.span, nil) }
        mark = next
      }
      guard isDatelineMark(mark.value) else { continue }
      var end = mark
      // Agency - place: the place may follow.
      let following = words.dropFirst(index + length).prefix { $0.start < line.end }
      if let stop = segmentEnd(after: mark.end, following, line) { end = stop }
      return part(line, at: end)
    }
    return nil
  }

  private func withoutAgency(
    _ words: [LineWord], _ line: Line
  ) -> (span: TextSpan<CleanBytes>, edit: AlignedText.Edit?)? {
    for word in words.prefix(Self.mostWordsWithoutAgency) {
      guard let mark = reader.mark(at: word.end, before: line.end) else { return nil }
      if mark.value.isWordCharacter { continue }
      guard mark.value == .hyphen, mark.start > word.end, mark.end < line.end, reader.text[mark.end] == 0x20,
        line.end - mark.end > 60
      else { return nil }
      // A second dash makes a parenthesis of the two.
      var position = mark.end
      while position < line.end {
        if reader.orthography.classify(Orthography.decode(reader.text, &position)) == .hyphen { return nil }
      }
      return part(line, at: mark)
    }
    return nil
  }

  private func part(
    _ line: Line, at mark: (value: Orthography.Class, start: Int, end: Int)
  ) -> (span: TextSpan<CleanBytes>, edit: AlignedText.Edit?) {
    var start = mark.start
    while start > line.start, reader.text[start - 1] == 0x20 { start -= 1 }
    // Dashes stay with the dateline; a colon would lead on.
    var cut = mark.value == .colon ? start : mark.end
    var end = mark.end
    while let next = reader.mark(at: end, before: line.end), isDatelineMark(next.value) {
      end = next.end
      if next.value != .colon, cut > start { cut = end }
    }
    while end < line.end, reader.text[end] == 0x20 { end += 1 }
    let span = TextSpan<CleanBytes>(line.start, start)
    guard end < line.end else { return (span, nil) }
    // The line break takes the place of the spaces or, where there are none, shares that of the mark.
    if cut == end {
      return (span, AlignedText.Edit(TextSpan(start, end), replacement: Array(reader.text[start..<end]) + [0x0A]))
    }
    return (span, AlignedText.Edit(TextSpan(cut, end), replacement: [0x0A]))
  }

  /// Place, date and writer: segments of up to four words, or with numbers in them.
  private func isHead(_ words: ArraySlice<LineWord>) -> Bool {
    var segment = 0
    for index in words.indices {
      if index > words.startIndex, separates(words[index - 1].end, words[index].start) { segment = 0 }
      segment += 1
      if segment > Self.longestSegment, !words.contains(where: \.isNumber) { return false }
    }
    return true
  }

  /// Words of the agency's name that stands at `index`, or nil.
  private func agency(at index: Int, in words: [LineWord]) -> Int? {
    for pattern in patterns.candidates(for: words[index].key, isNumber: false) where pattern.place == .agency {
      let length = pattern.words.count
      guard index + length <= words.count else { continue }
      if zip(words[index...], pattern.words).allSatisfy({ $0.key == $1 }) { return length }
    }
    return nil
  }

  /// Between two words stands a bracket, dash, slash, comma or colon.
  private func separates(_ start: Int, _ end: Int) -> Bool {
    guard let mark = reader.mark(at: start, before: end) else { return false }
    return isDatelineMark(mark.value) || mark.value == .openBracket || mark.value == .comma
  }

  private func isDatelineMark(_ value: Orthography.Class) -> Bool {
    value == .hyphen || value == .colon || value == .slash
  }

  /// A segment of up to three words behind the agency that closes with a mark of its own.
  private func segmentEnd(
    after start: Int, _ words: ArraySlice<LineWord>, _ line: Line
  ) -> (value: Orthography.Class, start: Int, end: Int)? {
    for word in words.prefix(3) {
      guard let mark = reader.mark(at: word.end, before: line.end) else { return nil }
      if mark.value.isWordCharacter { continue }
      return mark.value == .colon || mark.value == .hyphen && mark.end < line.end && reader.text[mark.end] == 0x20
        ? mark : nil
    }
    return nil
  }
}
