/// A word of a rule or grammar file with its place.
public struct DeclarationToken: Equatable, Sendable {
  /// What it is by its form.
  public enum Kind: Equatable, Sendable {
    /// A bare word: keyword, name, lemma.
    case word
    /// A quoted text.
    case text
    /// One of `: = , | ( ) ? * + ! ~ =>`.
    case mark
  }

  /// What it is by its form.
  public var kind: Kind
  /// What is written, without quotes.
  public var value: String
  /// 1-based, in code points.
  public var column: Int
}

/// A logical line of such a file.
public struct DeclarationLine: Sendable {
  /// 1-based, as editors number lines.
  public var number: Int
  /// Begins with white space, so that it belongs to the declaration above.
  public var isIndented: Bool
  /// Its words; one at least.
  public var tokens: [DeclarationToken]
  /// As it is written, for messages.
  public var source: String
}

/// The codes of the mistakes that any line may have; each kind of file has its own letter.
public struct DeclarationCodes: Sendable {
  /// A quote without end.
  public var openQuote: String
  /// Something else was expected.
  public var unexpected: String
  /// Something is too much.
  public var surplus: String

  public init(openQuote: String, unexpected: String, surplus: String) {
    self.openQuote = openQuote
    self.unexpected = unexpected
    self.surplus = surplus
  }

  /// Codes of rule files.
  public static let rules = DeclarationCodes(openQuote: "R001", unexpected: "R015", surplus: "R016")
  /// Codes of grammar files.
  public static let grammar = DeclarationCodes(openQuote: "S001", unexpected: "S002", surplus: "S003")
}

/// Cuts a file of declarations into lines and words. `#` starts a comment, outside quotes.
public struct DeclarationLexer {
  /// For messages.
  public let file: String
  /// What mistakes are called.
  public let codes: DeclarationCodes
  /// Mistakes found so far.
  public private(set) var diagnostics: [Diagnostic] = []

  public init(file: String, codes: DeclarationCodes) {
    self.file = file
    self.codes = codes
  }

  /// The lines that have words, in order.
  public mutating func lines(of text: String) -> [DeclarationLine] {
    var lines: [DeclarationLine] = []
    var number = 0
    var rest: Substring? = text[...]
    while let here = rest {
      let raw = Self.cutLine(here, &rest)
      number += 1
      let bytes = Array(raw.utf8)
      let tokens = tokens(of: bytes, line: number, source: raw)
      guard !tokens.isEmpty else { continue }
      let isIndented = bytes[0] == UInt8(ascii: " ") || bytes[0] == UInt8(ascii: "\t")
      lines.append(DeclarationLine(number: number, isIndented: isIndented, tokens: tokens, source: String(raw)))
    }
    return lines
  }

  /// The first line of a text, and what follows it. Lines as editors number them: a form feed or U+2028 begins none.
  /// Looks at bytes, since comparing characters takes most of the time of reading a file.
  private static func cutLine(_ text: Substring, _ rest: inout Substring?) -> Substring {
    guard let end = text.utf8.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
      rest = nil
      return text
    }
    var next = text.utf8.index(after: end)
    if text.utf8[end] == UInt8(ascii: "\r"), next < text.endIndex, text.utf8[next] == UInt8(ascii: "\n") {
      next = text.utf8.index(after: next)
    }
    rest = text[next...]
    return text[..<end]
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// All that ends a word is ASCII, so that words are cut from the bytes as they are.
  private mutating func tokens(of bytes: [UInt8], line: Int, source: Substring) -> [DeclarationToken] {
    var tokens: [DeclarationToken] = []
    var column = ColumnCounter(bytes: bytes)
    var index = 0
    while index < bytes.count {
      let start = index
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        index += 1
      case Self.byteOrderMark[0] where bytes[index...].starts(with: Self.byteOrderMark):
        index += Self.byteOrderMark.count
      case UInt8(ascii: "#"):
        return tokens
      case UInt8(ascii: "\""):
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
        let text = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
        if index == bytes.count {
          diagnostics.append(
            Diagnostic(
              .error, codes.openQuote, at: SourceLocation(file: file, line: line, column: column.column(at: start)),
              "the quoted text does not end", remedy: "Close it with \" on the same line", excerpt: String(source)))
        }
        index += 1
        tokens.append(DeclarationToken(kind: .text, value: text, column: column.column(at: start)))
      case let byte where Self.isMark(byte):
        let isArrow = byte == UInt8(ascii: "=") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">")
        index += isArrow ? 2 : 1
        let value = String(decoding: bytes[start..<index], as: UTF8.self)
        tokens.append(DeclarationToken(kind: .mark, value: value, column: column.column(at: start)))
      default:
        while index < bytes.count, !Self.endsWord(bytes[index]) { index += 1 }
        let value = String(decoding: bytes[start..<index], as: UTF8.self)
        tokens.append(DeclarationToken(kind: .word, value: value, column: column.column(at: start)))
      }
    }
    return tokens
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "!"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "#"), UInt8(ascii: "\""): true
    default: isMark(byte)
    }
  }

  /// Columns of a line in code points, counted from left to right.
  private struct ColumnCounter {
    let bytes: [UInt8]
    private var counted = 0
    private var column = 1

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The column of a byte behind those that were asked for before.
    mutating func column(at index: Int) -> Int {
      while counted < index {
        if bytes[counted] & 0xC0 != 0x80 { column += 1 }
        counted += 1
      }
      return column
    }
  }
}
