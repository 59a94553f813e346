import KhabarCore

/// What the second pass of cleaning found.
struct Residue {
  /// Stretches to take out, in text order.
  var cuts: [(span: TextSpan<CleanBytes>, reason: String)] = []
  var byline: TextSpan<CleanBytes>?
  var dateline: TextSpan<CleanBytes>?
  /// Puts the text behind the dateline on a line of its own.
  var datelineEdit: AlignedText.Edit?

  /// The changes to make, in text order.
  var edits: [AlignedText.Edit] {
    var edits = cuts.map { AlignedText.Edit($0.span) }
    if let datelineEdit { edits.append(datelineEdit) }
    return edits.sorted { $0.span.start < $1.span.start }
  }
}

/// The second pass of cleaning: finds residue line by line.
///
/// Only short lines that begin with a known pattern are taken, so that a sentence which happens to begin with such a
/// word stays: `المصدر` (the source) alone goes, `المصدر الذي طلب …` (the source, who asked …) stays. What a text ends
/// with is no byline, and nothing is taken from a text that would have no words left.
struct ResidueFinder {
  private let reader: LineReader
  private let patterns: CleaningPatterns
  private let title: [WordKey]
  private let lines: [Line]

  /// Words that a line of residue may have at most.
  private static let longestLine = 40
  private static let longestHeadline = 18
  /// Lines at the head of a text in which byline and dateline are looked for.
  private static let headLines = 4

  init(text: UnsafeBufferPointer<UInt8>, patterns: CleaningPatterns, title: String?) {
    reader = LineReader(text: text, orthography: patterns.orthography)
    self.patterns = patterns
    self.title = title.map { patterns.orthography.keys($0) } ?? []
    lines = reader.lines()
  }

  func residue() -> Residue {
    var residue = Residue()
    var reasons: [String?] = Array(repeating: nil, count: lines.count)
    var tails: [String?] = Array(repeating: nil, count: lines.count)
    var credits: [(line: Int, span: TextSpan<CleanBytes>, reason: String)] = []
    var head = 0

    for (index, line) in lines.enumerated() where !line.isEmpty {
      head += 1
      judge(index, isHead: head <= Self.headLines, &reasons, &tails, &residue)
      if reasons[index] == nil, let credit = credit(in: line) { credits.append((index, credit.span, credit.reason)) }
    }
    cutTail(&reasons, tails)
    cutRepeatedTitle(&reasons)
    keepLastLine(&reasons, &residue)
    guard hasWords(lines.indices, reasons) else { return Residue() }

    for (index, line) in lines.enumerated() {
      if let reason = reasons[index] { residue.cuts.append((line.span, reason)) }
    }
    for credit in credits where reasons[credit.line] == nil { residue.cuts.append((credit.span, credit.reason)) }
    findDateline(reasons, &residue)
    residue.cuts.sort { $0.span.start < $1.span.start }
    return residue
  }

  // MARK: - Lines

  private func judge(
    _ index: Int, isHead: Bool, _ reasons: inout [String?], _ tails: inout [String?], _ residue: inout Residue
  ) {
    guard reasons[index] == nil else { return }
    let line = lines[index]
    guard let first = reader.firstWord(of: line) else { return }
    let candidates = patterns.candidates(for: first.key, isNumber: first.isNumber)
    guard !candidates.isEmpty else { return }
    let words = reader.words(from: line.start, to: line.end, limit: Self.longestLine + 1)
    for pattern in candidates where words.count <= pattern.limit && begins(words, with: pattern) {
      switch pattern.place {
      case .line where words.count == pattern.words.count, .lead:
        reasons[index] = pattern.reason
      case .call where !endsSentence(line) || isLabel(words, pattern, line):
        reasons[index] = pattern.reason
      case .label where isLabel(words, pattern, line):
        reasons[index] = pattern.reason
      case .tail where words.count == pattern.words.count, .agency where words.count == pattern.words.count:
        tails[index] = pattern.place == .agency ? "agency-signature" : pattern.reason
      case .byline, .bylineLabel:
        guard isHead, residue.byline == nil, words.count > pattern.words.count, !endsSentence(line),
          pattern.place == .byline || isLabel(words, pattern, line)
        else { continue }
        reasons[index] = pattern.reason
        residue.byline = line.span
      default: continue
      }
      if reasons[index] != nil, pattern.takesNextLine, words.count == pattern.words.count {
        cutHeadlines(after: index, pattern.reason, &reasons)
      }
      return
    }
  }

  private func begins(_ words: [LineWord], with pattern: CleaningPatterns.Pattern) -> Bool {
    guard words.count >= pattern.words.count else { return false }
    for (word, wanted) in zip(words, pattern.words) where wanted.isEmpty ? !word.isNumber : word.key != wanted {
      return false
    }
    return true
  }

  /// Nothing, a colon or, in a line that is no sentence, another mark that parts follows the pattern: the dashes of
  /// `المصدر - الذي طلب ذلك - نفى.` (the source, who asked for it, denied) belong to a sentence.
  private func isLabel(_ words: [LineWord], _ pattern: CleaningPatterns.Pattern, _ line: Line) -> Bool {
    guard let mark = reader.mark(at: words[pattern.words.count - 1].end, before: line.end) else { return true }
    switch mark.value {
    case .colon: return true
    case .hyphen, .slash, .punctuation: return !endsSentence(line)
    default: return false
    }
  }

  /// Ends with an end mark, quotes and brackets behind it passed over.
  private func endsSentence(_ line: Line) -> Bool {
    reader.lastClass(of: line, before: [.quote, .closeBracket]) == .sentenceEnd
  }

  /// The headlines of other articles behind "read also": lines that are no sentences, one below the other.
  private func cutHeadlines(after index: Int, _ reason: String, _ reasons: inout [String?]) {
    var next = index + 1
    while next < lines.count {
      defer { next += 1 }
      if lines[next].isEmpty { continue }
      guard !endsSentence(lines[next]),
        reader.words(from: lines[next].start, to: lines[next].end, limit: Self.longestHeadline + 1).count
          <= Self.longestHeadline
      else { return }
      reasons[next] = reason
    }
  }

  /// Lines that are residue only at the end: an agency's name, "the source".
  private func cutTail(_ reasons: inout [String?], _ tails: [String?]) {
    for index in lines.indices.reversed() where !lines[index].isEmpty && reasons[index] == nil {
      guard let reason = tails[index] else { return }
      reasons[index] = reason
    }
  }

  /// A byline stands above the text that it signs: `كتب الوزير رسالة` (the minister wrote a letter) at its end is the
  /// text.
  private func keepLastLine(_ reasons: inout [String?], _ residue: inout Residue) {
    guard let byline = residue.byline, let index = lines.firstIndex(where: { $0.span == byline }),
      !hasWords((index + 1)..<lines.endIndex, reasons)
    else { return }
    reasons[index] = nil
    residue.byline = nil
  }

  /// Some of the lines is kept and has a word.
  private func hasWords(_ range: Range<Int>, _ reasons: [String?]) -> Bool {
    range.contains { index in
      reasons[index] == nil && reader.firstWord(of: lines[index]) != nil
    }
  }

  /// The title once more at the head of the text, or the first line told twice.
  private func cutRepeatedTitle(_ reasons: inout [String?]) {
    let head = lines.indices.filter { !lines[$0].isEmpty && reasons[$0] == nil }.prefix(Self.headLines + 1)
    guard head.count > 1 else { return }
    var wanted = title.isEmpty ? [] : [Heading(start: Array(title.prefix(2)), words: title)]
    for (place, index) in head.enumerated() {
      let start = words(of: lines[index], limit: 2)
      if wanted.contains(where: { $0.start == start && repeats(lines[index], $0) }) {
        reasons[index] = "repeated-title"
      } else if place == 0 {
        // Without a title the first line is one; under the title stands a headline, which may be repeated as well.
        wanted.append(Heading(start: start, line: lines[index]))
      }
    }
  }

  /// A text that a line may repeat: by its first two words, in which most lines differ from it.
  private struct Heading {
    var start: [WordKey]
    /// All its words; those of `line` are read when a line begins as it does.
    var words: [WordKey] = []
    var line: Line?
  }

  /// The line has the words of a heading of two and more, and no others.
  private func repeats(_ line: Line, _ heading: Heading) -> Bool {
    let wanted = heading.line.map { words(of: $0, limit: Self.longestLine) } ?? heading.words
    return wanted.count >= 2 && wanted.count < Self.longestLine && words(of: line, limit: Self.longestLine) == wanted
  }

  private func words(of line: Line, limit: Int) -> [WordKey] {
    reader.words(from: line.start, to: line.end, limit: limit).map(\.key)
  }

  // MARK: - Credits

  /// A bracket at the end of the line that names an agency or photographer.
  ///
  /// It counts behind an end mark or at the line's very end; in `وكالة الصحافة الفرنسية (أ ف ب).` the full stop behind
  /// it shows that it belongs to its sentence.
  private func credit(in line: Line) -> (span: TextSpan<CleanBytes>, reason: String)? {
    guard reader.lastClass(of: line) == .closeBracket else { return nil }
    var open = line.end - 1
    let limit = max(line.start, line.end - 120)
    while open >= limit, reader.text[open] != UInt8(ascii: "("), reader.text[open] != UInt8(ascii: "[") { open -= 1 }
    guard open >= limit else { return nil }
    let words = reader.words(from: open, to: line.end, limit: 12)
    guard let first = words.first else { return nil }
    for pattern in patterns.candidates(for: first.key, isNumber: first.isNumber)
    where begins(words, with: pattern) && words.count <= pattern.limit {
      let isWhole = words.count == pattern.words.count
      switch pattern.place {
      case .credit where isWhole, .agency where isWhole: return (TextSpan(open, line.end), "photo-credit")
      case .creditLead: return (TextSpan(open, line.end), pattern.reason)
      default: continue
      }
    }
    return nil
  }

  // MARK: - Dateline

  private func findDateline(_ reasons: [String?], _ residue: inout Residue) {
    var seen = 0
    for (index, line) in lines.enumerated() where !line.isEmpty && reasons[index] == nil {
      seen += 1
      guard seen <= 2 else { return }
      let finder = DatelineFinder(reader: reader, patterns: patterns)
      guard let found = finder.dateline(of: line) else { continue }
      residue.dateline = found.span
      residue.datelineEdit = found.edit
      return
    }
  }
}
