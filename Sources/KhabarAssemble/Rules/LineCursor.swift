import KhabarCore

/// Reads the words of one line of a rule file, and says where and what was expected when it can't.
struct LineCursor {
  let line: RuleLine
  let file: String
  private var index = 0

  init(line: RuleLine, file: String) {
    self.line = line
    self.file = file
  }

  private var current: RuleToken? { index < line.tokens.count ? line.tokens[index] : nil }

  var location: SourceLocation {
    let column = current?.column ?? (line.source.unicodeScalars.count + 1)
    return SourceLocation(file: file, line: line.number, column: column)
  }

  var isAtEnd: Bool { current == nil }
  var peekWord: String? { current?.kind == .word ? current?.value : nil }
  var peekMark: String? { current?.kind == .mark ? current?.value : nil }

  mutating func advance() { index += 1 }
  mutating func stepBack() { index = max(0, index - 1) }

  func failure(_ code: String, _ message: String, _ remedy: String, back: Bool = false) -> KhabarError {
    var cursor = self
    if back { cursor.stepBack() }
    return KhabarError(Diagnostic(.error, code, at: cursor.location, message, remedy: remedy, excerpt: line.source))
  }

  mutating func word(_ expected: String) throws -> String {
    guard let word = peekWord else { throw failure("R015", "expected \(expected)", "Found \(found)") }
    advance()
    return word
  }

  /// One or more words, up to a mark, a quoted text or a word that `stops` here.
  mutating func words(_ expected: String, stops: (String) -> Bool = { _ in false }) throws -> [String] {
    var words: [String] = []
    while let word = peekWord, !stops(word) {
      words.append(word)
      advance()
    }
    if words.isEmpty { throw failure("R015", "expected \(expected)", "Found \(found)") }
    return words
  }

  mutating func takeText() -> String? {
    guard let token = current, token.kind == .text else { return nil }
    advance()
    return token.value
  }

  mutating func takeTexts() -> [String] {
    var texts: [String] = []
    while let text = takeText() { texts.append(text) }
    return texts
  }

  mutating func texts(_ expected: String) throws -> [String] {
    let texts = takeTexts()
    if texts.isEmpty { throw failure("R015", "expected \(expected)", "Found \(found)") }
    return texts
  }

  mutating func number() throws -> Int? {
    guard let word = peekWord, let value = Int(word) else { return nil }
    advance()
    return value
  }

  mutating func takeMark(_ value: String) -> Bool {
    guard let token = current, token.kind == .mark, token.value == value else { return false }
    advance()
    return true
  }

  mutating func mark(_ value: String) throws {
    guard takeMark(value) else { throw failure("R015", "expected \(value)", "Found \(found)") }
  }

  func expectEnd() throws {
    guard isAtEnd else { throw failure("R016", "unexpected \(found)", "Remove it, or put it on a line of its own") }
  }

  private var found: String { current.map { $0.kind == .text ? "\"\($0.value)\"" : $0.value } ?? "the end of the line" }
}
