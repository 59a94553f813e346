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
    // Lines as editors number them: a form feed or U+2028 begins none.
    let ends: [Character] = ["\n", "\r\n", "\r"]
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: ends.contains) {
      number += 1
      let scalars = Array(raw.unicodeScalars)
      let tokens = tokens(of: scalars, line: number, source: String(raw))
      guard !tokens.isEmpty else { continue }
      let isIndented = scalars.first == " " || scalars.first == "\t"
      lines.append(DeclarationLine(number: number, isIndented: isIndented, tokens: tokens, source: String(raw)))
    }
    return lines
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
        var text = String.UnicodeScalarView()
        index += 1
        while index < scalars.count, scalars[index] != "\"" {
          text.append(scalars[index])
          index += 1
        }
        if index == scalars.count {
          diagnostics.append(
            Diagnostic(
              .error, codes.openQuote, at: SourceLocation(file: file, line: line, column: start + 1),
              "the quoted text does not end", remedy: "Close it with \" on the same line", excerpt: source))
        }
        index += 1
        tokens.append(DeclarationToken(kind: .text, value: String(text), column: start + 1))
      } else if Self.marks.contains(scalar) {
        var value = String(scalar)
        if scalar == "=", index + 1 < scalars.count, scalars[index + 1] == ">" { value = "=>" }
        tokens.append(DeclarationToken(kind: .mark, value: value, column: index + 1))
        index += value.unicodeScalars.count
      } else {
        let start = index
        var word = String.UnicodeScalarView()
        while index < scalars.count, scalars[index] != " ", scalars[index] != "\t", scalars[index] != "#",
          scalars[index] != "\"", !Self.marks.contains(scalars[index])
        {
          word.append(scalars[index])
          index += 1
        }
        tokens.append(DeclarationToken(kind: .word, value: String(word), column: start + 1))
      }
    }
    return tokens
  }

  private static let marks: Set<Unicode.Scalar> = [":", "=", ",", "|", "(", ")", "?", "*", "+", "!", "~"]
}
