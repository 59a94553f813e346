import KhabarCore

/// Splits the cleaned text into tokens and sentences, and words into their clitics.
public struct Tokenizer: Stage {
  private let orthography: Orthography
  private let words: any WordAnalyzer

  public init(orthography: Orthography, words: any WordAnalyzer) {
    self.orthography = orthography
    self.words = words
  }

  public func process(_ input: CleanDocument) throws -> TokenizedDocument {
    var tokens = input.text.bytes.withUnsafeBufferPointer { self.tokens(in: $0) }
    words.analyze(&tokens, in: input.text)
    return TokenizedDocument(clean: input, tokens: tokens, sentences: sentences(of: tokens))
  }

  /// Tokens without analyses.
  private func tokens(in text: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count / 10)
    var position = 0
    var pending: Token.Shape = [.spaceBefore, .lineStart]
    while position < text.count {
      let start = position
      var scalar = Orthography.decode(text, &position)
      var value = orthography.classify(scalar)
      if value == .space || value == .newline {
        pending.insert(.spaceBefore)
        if value == .newline { pending.insert(.lineStart) }
        continue
      }
      var shape = pending
      pending = []
      if value.isWordCharacter {
        var packer = KeyPacker()
        var end = position
        var last = scalar
        while true {
          if value != .mark { packer.append(value, scalar); last = scalar }
          else { shape.insert(.vocalized) }
          end = position
          guard position < text.count else { break }
          scalar = Orthography.decode(text, &position)
          value = orthography.classify(scalar)
          guard value.isWordCharacter else { break }
        }
        position = end
        if last == 0x629 { shape.insert(.feminineEnding) }
        if last == 0x649 { shape.insert(.maksuraEnding) }
        let key = packer.key
        if key.isEmpty { continue }
        tokens.append(Token(span: TextSpan(start, end), kind: .word, shape: shape, key: key))
      } else if value.isDigit {
        var packer = KeyPacker()
        packer.append(value, scalar)
        var end = position
        while position < text.count {
          scalar = Orthography.decode(text, &position)
          value = orthography.classify(scalar)
          if value.isDigit { packer.append(value, scalar); end = position; continue }
          // A separator counts only between digits.
          guard scalar == 0x2E || scalar == 0x2C || scalar == 0x66B || scalar == 0x66C || scalar == 0x60C, position < text.count
          else { break }
          var next = position
          guard orthography.classify(Orthography.decode(text, &next)).isDigit else { break }
        }
        position = end
        tokens.append(Token(span: TextSpan(start, end), kind: .number, shape: shape, key: packer.key))
      } else {
        tokens.append(Token(span: TextSpan(start, position), kind: kind(of: value), shape: shape, key: .empty))
      }
    }
    return tokens
  }

  private func kind(of value: Orthography.Class) -> TokenKind {
    switch value {
    case .sentenceEnd: .sentenceEnd
    case .comma: .comma
    case .colon: .colon
    case .hyphen: .hyphen
    case .slash: .slash
    case .quote: .quote
    case .openBracket: .openBracket
    case .closeBracket: .closeBracket
    default: .symbol
    }
  }

  private func sentences(of tokens: [Token]) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = 0
    for index in tokens.indices {
      if index > start, tokens[index].shape.contains(.lineStart) {
        sentences.append(Sentence(tokens: TextSpan(start, index)))
        start = index
      }
      if tokens[index].kind == .sentenceEnd, index + 1 == tokens.count || tokens[index + 1].shape.contains(.spaceBefore) {
        sentences.append(Sentence(tokens: TextSpan(start, index + 1)))
        start = index + 1
      }
    }
    if start < tokens.count { sentences.append(Sentence(tokens: TextSpan(start, tokens.count))) }
    return sentences
  }
}
