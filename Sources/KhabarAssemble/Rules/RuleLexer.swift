import KhabarCore

/// A word of a rule file with its place.
struct RuleToken: Equatable {
  enum Kind: Equatable {
    /// A bare word: keyword, name, lemma.
    case word
    /// A quoted text.
    case text
    /// One of `: = , | ( ) ? * + ! ~ =>`.
    case mark
  }

  var kind: Kind
  var value: String
  /// 1-based, in code points.
  var column: Int
}

/// A logical line of a rule file.
struct RuleLine {
  var number: Int
  var isIndented: Bool
  var tokens: [RuleToken]
  var source: String
}

/// Cuts a rule file into lines and words. `#` starts a comment, outside quotes.
struct RuleLexer {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func lines(of text: String) -> [RuleLine] {
    var lines: [RuleLine] = []
    var number = 0
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline }) {
      number += 1
      let scalars = Array(raw.unicodeScalars)
      let tokens = tokens(of: scalars, line: number, source: String(raw))
      guard !tokens.isEmpty else { continue }
      let isIndented = scalars.first == " " || scalars.first == "\t"
      lines.append(RuleLine(number: number, isIndented: isIndented, tokens: tokens, source: String(raw)))
    }
    return lines
  }

  private mutating func tokens(of scalars: [Unicode.Scalar], line: Int, source: String) -> [RuleToken] {
    var tokens: [RuleToken] = []
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
              .error, "R001", at: SourceLocation(file: file, line: line, column: start + 1),
              "the quoted text does not end", remedy: "Close it with \" on the same line", excerpt: source))
        }
        index += 1
        tokens.append(RuleToken(kind: .text, value: String(text), column: start + 1))
      } else if Self.marks.contains(scalar) {
        var value = String(scalar)
        if scalar == "=", index + 1 < scalars.count, scalars[index + 1] == ">" { value = "=>" }
        tokens.append(RuleToken(kind: .mark, value: value, column: index + 1))
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
        tokens.append(RuleToken(kind: .word, value: String(word), column: start + 1))
      }
    }
    return tokens
  }

  private static let marks: Set<Unicode.Scalar> = [":", "=", ",", "|", "(", ")", "?", "*", "+", "!", "~"]
}
