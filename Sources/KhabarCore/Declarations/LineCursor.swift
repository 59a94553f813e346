/// Reads the words of one line of declarations, and says where and what was expected when it can't.
public struct LineCursor {
  /// The line that is read.
  public let line: DeclarationLine
  /// For messages.
  public let file: String
  /// What mistakes are called.
  public let codes: DeclarationCodes
  private var index = 0

  public init(line: DeclarationLine, file: String, codes: DeclarationCodes) {
    self.line = line
    self.file = file
    self.codes = codes
  }

  private var current: DeclarationToken? { index < line.tokens.count ? line.tokens[index] : nil }

  /// Where the next word stands, or would.
  public var location: SourceLocation {
    let column = current?.column ?? (line.source.unicodeScalars.count + 1)
    return SourceLocation(file: file, line: line.number, column: column)
  }

  /// Every word was read.
  public var isAtEnd: Bool { current == nil }
  /// The next word, if it is a bare one.
  public var peekWord: String? { current?.kind == .word ? current?.value : nil }
  /// The next word, if it is a mark.
  public var peekMark: String? { current?.kind == .mark ? current?.value : nil }

  /// Passes over the next word.
  public mutating func advance() { index += 1 }
  /// Goes back to the word before.
  public mutating func stepBack() { index = max(0, index - 1) }

  /// A mistake at the next word.
  ///
  /// - Parameter back: at the word before it instead.
  public func failure(_ code: String, _ message: String, _ remedy: String, back: Bool = false) -> KhabarError {
    var cursor = self
    if back { cursor.stepBack() }
    return KhabarError(Diagnostic(.error, code, at: cursor.location, message, remedy: remedy, excerpt: line.source))
  }

  /// Reads a bare word.
  ///
  /// - Throws: `KhabarError` with the code for what is not expected, when something else stands there.
  public mutating func word(_ expected: String) throws -> String {
    guard let word = peekWord else { throw failure(codes.unexpected, "expected \(expected)", "Found \(found)") }
    advance()
    return word
  }

  /// One or more words, up to a mark, a quoted text or a word that `stops` here.
  public mutating func words(_ expected: String, stops: (String) -> Bool = { _ in false }) throws -> [String] {
    var words: [String] = []
    while let word = peekWord, !stops(word) {
      words.append(word)
      advance()
    }
    if words.isEmpty { throw failure(codes.unexpected, "expected \(expected)", "Found \(found)") }
    return words
  }

  /// Reads a quoted text, if one stands there.
  public mutating func takeText() -> String? {
    guard let token = current, token.kind == .text else { return nil }
    advance()
    return token.value
  }

  /// Reads the quoted texts that stand there, which may be none.
  public mutating func takeTexts() -> [String] {
    var texts: [String] = []
    while let text = takeText() { texts.append(text) }
    return texts
  }

  /// Reads one or more quoted texts.
  ///
  /// - Throws: `KhabarError` with the code for what is not expected, when none stands there.
  public mutating func texts(_ expected: String) throws -> [String] {
    let texts = takeTexts()
    if texts.isEmpty { throw failure(codes.unexpected, "expected \(expected)", "Found \(found)") }
    return texts
  }

  /// Reads a whole number, if one stands there.
  public mutating func number() throws -> Int? {
    guard let word = peekWord, let value = Int(word) else { return nil }
    advance()
    return value
  }

  /// Passes over a mark. False when something else stands there.
  public mutating func takeMark(_ value: String) -> Bool {
    guard let token = current, token.kind == .mark, token.value == value else { return false }
    advance()
    return true
  }

  /// Passes over a mark.
  ///
  /// - Throws: `KhabarError` with the code for what is not expected, when something else stands there.
  public mutating func mark(_ value: String) throws {
    guard takeMark(value) else { throw failure(codes.unexpected, "expected \(value)", "Found \(found)") }
  }

  /// Says that the line ends there.
  ///
  /// - Throws: `KhabarError` with the code for what is too much.
  public func expectEnd() throws {
    guard isAtEnd else {
      throw failure(codes.surplus, "unexpected \(found)", "Remove it, or put it on a line of its own")
    }
  }

  private var found: String { current.map { $0.kind == .text ? "\"\($0.value)\"" : $0.value } ?? "the end of the line" }
}
