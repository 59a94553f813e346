import KhabarCore

/// Tells a text that was wrapped at a fixed width, as mails and agency wires are, and gives its hard line ends back
/// their spaces.
///
/// Whoever wraps a text ends a line only where the next word does not fit. So a line end is *forced* when the line, a
/// space and the next line's first word are together longer than the widest line. In a wrapped text most line ends
/// inside sentences are forced; in a list, a poem or a text of one paragraph a line few are, and by chance. In a text
/// that is wrapped, an end that is nearly forced counts as well: marks or stray characters that were there when it was
/// wrapped are gone. Such ends become spaces, but not behind an end mark, where they may as well end a paragraph.
/// Lengths are code points, an indent among them.
///
/// A short text, in which lengths tell little, counts as wrapped when its only end mark at the end of a line is at the
/// end of its last, every line is short, and there are three lines or more of which the last is what remained: shorter
/// than most. Below headings stands a longer line.
struct LineUnwrapper {
  let text: UnsafeBufferPointer<UInt8>
  let orthography: Orthography

  /// The narrowest and widest column that texts are wrapped at, in code points.
  private static let widths = 25...132
  /// Forced ends of open lines that show a wrapped text, and their share of all line ends in hundredths: in a short
  /// text they have to be more of all.
  private static let evidence = [(forced: 3, share: 40), (forced: 2, share: 60)]
  /// A nearly forced end lacks no more than one in so many of the column.
  private static let slack = 20
  /// One line in so many may be longer than the column: an address, a title.
  private static let outliers = 20
  /// Lines of a short text, and the length of its longest.
  private static let shortText = 3...7
  private static let shortLine = 80

  /// What is measured of a line.
  private struct Measure {
    /// In code points.
    var length: Int
    var firstWord: Int
    /// Does not close with an end mark or colon.
    var isOpen: Bool
    /// Begins with a bullet, or with a dash where another line does, as the items of lists do.
    var isItem: Bool
  }

  /// The line ends that become spaces, in text order.
  func edits() -> [AlignedText.Edit] {
    let lines = LineReader(text: text, orthography: orthography).lines()
    guard mayBeWrapped(lines) else { return [] }
    var measures = lines.map(measure)
    // A lone dash at the beginning of a line opens or closes what stands between two: - رحمه الله -.
    let dashed = lines.indices.filter { firstClass(of: lines[$0]) == .hyphen }
    if dashed.count == 1 { measures[dashed[0]].isItem = false }
    let joined = wrappedEnds(lines, measures) ?? shortTextEnds(lines, measures)
    return joined.map {
      AlignedText.Edit(TextSpan(lines[$0].end, lines[$0 + 1].start), replacement: [0x20])
    }
  }

  /// Most texts have lines far wider than any column; their bytes show it.
  private func mayBeWrapped(_ lines: [Line]) -> Bool {
    var filled = 0
    var wide = 0
    for line in lines where !line.isEmpty {
      filled += 1
      if line.end - line.start > 2 * Self.widths.upperBound { wide += 1 }
    }
    return filled > 1 && wide <= filled / Self.outliers
  }

  private func measure(_ line: Line) -> Measure {
    let indent = indent(of: line)
    var length = 0
    var firstWord: Int?
    for index in line.start..<line.end where text[index] & 0xC0 != 0x80 {
      if firstWord == nil, text[index] == 0x20 || text[index] == 0x09 { firstWord = length }
      length += 1
    }
    let reader = LineReader(text: text, orthography: orthography)
    let last = reader.lastClass(of: line, before: [.quote, .closeBracket])
    let first = firstClass(of: line)
    return Measure(
      length: indent + length, firstWord: firstWord ?? length, isOpen: last != .sentenceEnd && last != .colon,
      isItem: first == .hyphen || first == .punctuation)
  }

  /// Spaces before a line, which were there when it was wrapped: blanks, tabs and U+00A0.
  private func indent(of line: Line) -> Int {
    var (start, count) = (line.start, 0)
    while start > 0 {
      if text[start - 1] == 0x20 || text[start - 1] == 0x09 {
        start -= 1
      } else if start > 1, text[start - 1] == 0xA0, text[start - 2] == 0xC2 {
        start -= 2
      } else {
        break
      }
      count += 1
    }
    return count
  }

  private func firstClass(of line: Line) -> Orthography.Class {
    var position = line.start
    return line.isEmpty ? .space : orthography.classify(Orthography.decode(text, &position))
  }

  /// The forced and nearly forced line ends of a text that is wrapped; nil for one that is not.
  private func wrappedEnds(_ lines: [Line], _ measures: [Measure]) -> [Int]? {
    let lengths = measures.map(\.length).filter { $0 > 0 }.sorted(by: >)
    var (best, column): ([Int], Int) = ([], 0)
    for skipped in Set([0, lengths.count / Self.outliers]) {
      let width = lengths[skipped]
      guard Self.widths.contains(width) else { continue }
      let forced = lines.indices.dropLast().filter { isForced($0, lines, measures, width) }
      if forced.count > best.count { (best, column) = (forced, width) }
    }
    let ends = lines.indices.dropLast().count { !lines[$0].isEmpty && !lines[$0 + 1].isEmpty }
    let open = best.count { measures[$0].isOpen }
    guard Self.evidence.contains(where: { open >= $0.forced && open * 100 >= ends * $0.share }) else { return nil }
    return lines.indices.dropLast().filter {
      measures[$0].isOpen && isForced($0, lines, measures, column, slack: column / Self.slack)
    }
  }

  private func isForced(
    _ index: Int, _ lines: [Line], _ measures: [Measure], _ width: Int, slack: Int = 0
  ) -> Bool {
    let (line, next) = (measures[index], measures[index + 1])
    return !lines[index].isEmpty && !lines[index + 1].isEmpty && line.length <= width
      && line.length + 1 + next.firstWord > width - slack && !next.isItem
  }

  private func shortTextEnds(_ lines: [Line], _ measures: [Measure]) -> [Int] {
    let filled = lines.indices.filter { !lines[$0].isEmpty }
    guard Self.shortText.contains(filled.count), let first = filled.first, let last = filled.last,
      last - first + 1 == filled.count, !measures[last].isOpen,
      filled.dropLast().allSatisfy({ measures[$0].isOpen }),
      filled.allSatisfy({ measures[$0].length <= Self.shortLine && !measures[$0].isItem }),
      measures[last].length * filled.count < filled.reduce(0, { $0 + measures[$1].length })
    else { return [] }
    return Array(first..<last)
  }
}
