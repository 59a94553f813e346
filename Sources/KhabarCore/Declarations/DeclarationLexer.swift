/// A word of a rule or grammar file with its place.
public struct DeclarationToken: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// A bare word: keyword, name, lemma.
    case word
    /// A quoted text.
    case text
    /// One of `: = , | ( ) ? * + ! ~ =>`.
    case mark
  }

  public var kind: Kind
  public var value: String
  /// 1-based, in code points.
  public var column: Int
}

/// A logical line of such a file.
public struct DeclarationLine: Sendable {
  public var number: Int
  public var isIndented: Bool
  public var tokens: [DeclarationToken]
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

  public static let rules = DeclarationCodes(openQuote: "R001", unexpected: "R015", surplus: "R016")
  public static let grammar = DeclarationCodes(openQuote: "S001", unexpected: "S002", surplus: "S003")
}

/// Cuts a file of declarations into lines and words. `#` starts a comment, outside quotes.
public struct DeclarationLexer {
  public let file: String
  public let codes: DeclarationCodes
  public private(set) var diagnostics: [Diagnostic] = []

  public init(file: String, codes: DeclarationCodes) {
    self.file = file
    self.codes = codes
  }

  public mutating func lines(of text: String) -> [DeclarationLine] {
    var lines: [DeclarationLine] = []
    var number = 0
    var rest: Substring? = text[...]
    while let here = rest {
      let raw = Self.cutLine(here, &rest)
      number += 1
      let scalars = Array(raw.unicodeScalars)
      let tokens = tokens(of: scalars, line: number, source: String(raw))
      guard !tokens.isEmpty else { continue }
      let isIndented = scalars.first == " " || scalars.first == "\t"
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

  private mutating func tokens(of scalars: [Unicode.Scalar], line: Int, source: String) -> [DeclarationToken] {
    var tokens: [DeclarationToken] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == " " || scalar == "\t" || scalar == "\u{FEFF}" {
        index += 1
      } else if scalar == "#" {
        break
      } else if scalar == "\"" {
        let start = index
        index += 1
        while index < scalars.count, scalars[index] != "\"" { index += 1 }
        let text = Self.string(scalars[(start + 1)..<index])
        if index == scalars.count {
          diagnostics.append(
            Diagnostic(
              .error, codes.openQuote, at: SourceLocation(file: file, line: line, column: start + 1),
              "the quoted text does not end", remedy: "Close it with \" on the same line", excerpt: source))
        }
        index += 1
        tokens.append(DeclarationToken(kind: .text, value: text, column: start + 1))
      } else if Self.isMark(scalar) {
        var value = String(scalar)
        if scalar == "=", index + 1 < scalars.count, scalars[index + 1] == ">" { value = "=>" }
        tokens.append(DeclarationToken(kind: .mark, value: value, column: index + 1))
        index += value.unicodeScalars.count
      } else {
        let start = index
        while index < scalars.count, scalars[index] != " ", scalars[index] != "\t", scalars[index] != "#",
          scalars[index] != "\"", !Self.isMark(scalars[index])
        {
          index += 1
        }
        tokens.append(DeclarationToken(kind: .word, value: Self.string(scalars[start..<index]), column: start + 1))
      }
    }
    return tokens
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "=", ",", "|", "(", ")", "?", "*", "+", "!", "~": true
    default: false
    }
  }
}
