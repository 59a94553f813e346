import KhabarCore

/// Tells line breaks that end a paragraph from those that only end a line.
///
/// Most news text has one paragraph a line. Text that was wrapped by a mail or print system has lines of nearly one
/// length, most of them without an end mark; there a break ends a paragraph only behind an end mark, behind a short line,
/// or at a blank line. The thresholds were set on newspaper text of both kinds.
struct LineLayout {
  private let tokens: [Token]
  /// Length of a full line in bytes, when the text is hard wrapped.
  private let wrapWidth: Int?

  /// Lines that are enough to judge by.
  private static let fewestLines = 5
  /// No writer wraps at more bytes: 130 letters of two bytes.
  private static let widestLine = 260

  init(tokens: [Token]) {
    self.tokens = tokens
    wrapWidth = Self.wrapWidth(of: tokens)
  }

  /// A paragraph or heading ends before the token at `index`. True at both ends of the text.
  func endsParagraph(before index: Int) -> Bool {
    guard index > 0, index < tokens.count else { return true }
    let shape = tokens[index].shape
    guard shape.contains(.lineStart) else { return false }
    guard let width = wrapWidth, !shape.contains(.paragraphStart) else { return true }
    if Self.isEndMark(tokens, before: index) { return true }
    return length(ofLineBefore: index) * 10 < width * 7
  }

  private func length(ofLineBefore index: Int) -> Int {
    var first = index - 1
    while first > 0, !tokens[first].shape.contains(.lineStart) { first -= 1 }
    return tokens[index - 1].span.upperBound - tokens[first].span.lowerBound
  }

  private static func isEndMark(_ tokens: [Token], before index: Int) -> Bool {
    var last = index - 1
    while last > 0, tokens[last].kind == .quote || tokens[last].kind == .closeBracket { last -= 1 }
    return tokens[last].kind == .sentenceEnd
  }

  private static func wrapWidth(of tokens: [Token]) -> Int? {
    var lengths: [Int] = []
    var open = 0
    var first = 0
    func close(at end: Int) {
      guard end > first else { return }
      lengths.append(tokens[end - 1].span.upperBound - tokens[first].span.lowerBound)
      if !isEndMark(tokens, before: end) { open += 1 }
      first = end
    }
    for index in tokens.indices.dropFirst() where tokens[index].shape.contains(.lineStart) { close(at: index) }
    close(at: tokens.count)
    guard lengths.count >= fewestLines, let widest = lengths.max(), widest <= widestLine else { return nil }
    let full = lengths.reduce(0) { $0 + ($1 * 4 >= widest * 3 ? 1 : 0) }
    return full * 10 >= lengths.count * 6 && open * 2 >= lengths.count ? widest : nil
  }
}
