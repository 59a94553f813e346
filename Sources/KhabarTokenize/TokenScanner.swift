import KhabarCore

/// Reads a text from left to right into tokens, without looking at what the words are.
///
/// Letter runs and digit runs are tokens of their own: `1436هـ` is a number and a word. Tokens come in text order and
/// do not overlap; between them is only white space and stray marks.
struct TokenScanner {
  let text: UnsafeBufferPointer<UInt8>
  let table: UnsafeBufferPointer<UInt8>
  let orthography: Orthography

  private var position = 0
  private var tokens: [Token] = []
  /// What stands before the next token.
  private var pending: Token.Shape = [.spaceBefore, .lineStart, .paragraphStart]

  init(text: UnsafeBufferPointer<UInt8>, table: UnsafeBufferPointer<UInt8>, orthography: Orthography) {
    self.text = text
    self.table = table
    self.orthography = orthography
  }

  mutating func scan() -> [Token] {
    tokens.reserveCapacity(text.count / 9 + 8)
    while position < text.count {
      let start = position
      let scalar = Orthography.decode(text, &position)
      let value = classify(scalar)
      if value.isWordCharacter {
        if isAddressStart(scalar), address(from: start) { continue }
        word(from: start, scalar, value)
      } else if value == .space {
        pending.insert(.spaceBefore)
      } else if value == .newline {
        newline(scalar)
      } else if value.isDigit {
        number(from: start, scalar, value)
      } else {
        if isAddressStart(scalar), address(from: start) { continue }
        mark(from: start, scalar, value)
      }
    }
    return tokens
  }

  @inline(__always)
  private func classify(_ scalar: UInt32) -> Orthography.Class {
    Int(scalar) < table.count
      ? Orthography.Class(rawValue: table[Int(scalar)]) : orthography.classify(beyond: scalar)
  }

  private mutating func append(_ kind: TokenKind, _ start: Int, _ end: Int, _ shape: Token.Shape, _ key: WordKey) {
    tokens.append(Token(span: TextSpan(start, end), kind: kind, shape: shape.union(pending), key: key))
    pending = []
  }

  private mutating func newline(_ scalar: UInt32) {
    // The second half of CR LF is no line of its own.
    if scalar == 0x0A, position >= 2, text[position - 2] == 0x0D { return }
    pending.formUnion(pending.contains(.lineStart) ? [.spaceBefore, .paragraphStart] : [.spaceBefore, .lineStart])
  }

  // MARK: - Words

  private mutating func word(from start: Int, _ first: UInt32, _ firstClass: Orthography.Class) {
    // Most words are up to ten plain letters of two bytes each, behind which ASCII stands: a space.
    var packed: UInt64 = 0
    var count = 0
    var last = first
    if firstClass.isLetter, firstClass.rawValue < 36 {
      packed = UInt64(firstClass.rawValue)
      count = 1
      // Values of its own, so that each letter is no more than a few of the processor's registers.
      let (text, table) = (text, table)
      var end = position
      while count < 10, end &+ 1 < text.count, text[end] & 0xE0 == 0xC0 {
        let code = UInt32(text[end] & 0x1F) &<< 6 | UInt32(text[end &+ 1] & 0x3F)
        let letter = table[Int(code)]
        guard letter &- 1 < 35 else { break }
        packed |= UInt64(letter) &<< UInt64(truncatingIfNeeded: count &* 6)
        count &+= 1
        last = code
        end &+= 2
      }
      position = end
      let isWhole =
        end == text.count || text[end] < 0x80 && !Orthography.Class(rawValue: table[Int(text[end])]).isWordCharacter
      if isWhole { return finish(start, end, [], last, WordKey(bits: UInt128(packed))) }
    }
    longWord(from: start, first, firstClass, KeyPacker(packed: packed, letters: count), last: last)
  }

  /// A word with other characters in it, or more than fit.
  ///
  /// - Parameters:
  ///   - packer: the letters that were read already, before `position`, where the text does not end.
  ///   - last: the last of them.
  @inline(never)
  private mutating func longWord(
    from start: Int, _ first: UInt32, _ firstClass: Orthography.Class, _ packer: KeyPacker, last: UInt32
  ) {
    var packer = packer
    var last = last
    var shape: Token.Shape = []
    var begin = start
    var lastMark: UInt32 = 0
    var hasLetter = !packer.isEmpty
    var end = position
    var scalar = first
    var value = firstClass
    if hasLetter {
      var next = position
      scalar = Orthography.decode(text, &next)
      value = classify(scalar)
      guard value.isWordCharacter else { return finish(start, end, shape, last, packer.key) }
      position = next
    }
    while true {
      if value == .mark {
        // Marks before the first letter belong to nothing.
        if !hasLetter {
          begin = position
        } else if scalar != orthography.elongation {
          shape.insert(.vocalized)
          lastMark = scalar
        }
      } else {
        if value.isLetter, value.rawValue < 36 {
          packer.append(value, scalar)
        } else {
          appendForeign(value, scalar, &packer, &shape)
        }
        if lastMark != 0 {
          insertVowel(lastMark, before: scalar, &shape)
          lastMark = 0
        }
        last = scalar
        hasLetter = true
      }
      end = position
      guard position < text.count else { break }
      var next = position
      scalar = Orthography.decode(text, &next)
      value = classify(scalar)
      guard value.isWordCharacter else { break }
      position = next
    }
    position = end
    guard hasLetter else {
      // A run of tatweel alone is a dash.
      if first == orthography.elongation, first != 0 { append(.hyphen, start, end, [], .empty) }
      return
    }
    if lastMark == orthography.accusativeMark, lastMark != 0 { shape.insert(.tanwin) }
    if orthography.nunationMarks.contains(lastMark) { shape.insert(.nunation) }
    finish(begin, end, shape, last, packer.key)
  }

  /// Keeps what a vowel mark inside a word says about the word's form.
  @inline(__always)
  private func insertVowel(_ mark: UInt32, before scalar: UInt32, _ shape: inout Token.Shape) {
    if mark == orthography.accusativeMark { shape.insert(.tanwin) }
    if mark == orthography.passiveMark, scalar != orthography.passiveMarkCarrier { shape.insert(.passiveVowel) }
  }

  @inline(__always)
  private mutating func finish(_ start: Int, _ end: Int, _ shape: Token.Shape, _ last: UInt32, _ key: WordKey) {
    var shape = shape
    if last == orthography.feminineEnding { shape.insert(.feminineEnding) }
    if last == orthography.maksuraEnding { shape.insert(.maksuraEnding) }
    let isSeated = orthography.superfluousSeat != nil && classify(last).rawValue == orthography.superfluousSeat?.final
    append(.word, start, end, shape, isSeated ? orthography.settled(key) : key)
  }

  /// A letter of another alphabet, or a character that stands for letters.
  private func appendForeign(
    _ value: Orthography.Class, _ scalar: UInt32, _ packer: inout KeyPacker, _ shape: inout Token.Shape
  ) {
    if scalar >= 0x2500, let letters = orthography.letters(for: scalar) {
      for letter in letters { packer.append(Orthography.Class(rawValue: letter), scalar) }
      return
    }
    if scalar < 0x250 { shape.insert(.latin) }
    packer.append(value, scalar)
  }

  // MARK: - Numbers

  /// Digits with separators between them: a point or comma counts only when a digit follows at once.
  private mutating func number(from start: Int, _ first: UInt32, _ firstClass: Orthography.Class) {
    var packer = KeyPacker()
    packer.append(firstClass, first)
    var end = position
    while position < text.count {
      let scalar = Orthography.decode(text, &position)
      let value = classify(scalar)
      if value.isDigit {
        packer.append(value, scalar)
        end = position
        continue
      }
      guard value == .comma || value == .sentenceEnd, position < text.count else { break }
      var next = position
      guard classify(Orthography.decode(text, &next)).isDigit else { break }
    }
    position = end
    append(.number, start, end, [], packer.key)
  }

  // MARK: - Marks

  private mutating func mark(from start: Int, _ scalar: UInt32, _ value: Orthography.Class) {
    let kind = Self.kind(of: value)
    if kind == .sentenceEnd {
      while position < text.count {
        var next = position
        guard classify(Orthography.decode(text, &next)) == .sentenceEnd else { break }
        position = next
      }
    }
    append(kind, start, position, [], .empty)
  }

  private static func kind(of value: Orthography.Class) -> TokenKind {
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

  // MARK: - Addresses

  private func isAddressStart(_ scalar: UInt32) -> Bool {
    scalar < 0x80
      && (scalar == 0x23 || scalar == 0x40 || (scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A))
  }

  private mutating func address(from start: Int) -> Bool {
    guard let end = AddressReader(text: text, orthography: orthography).end(ofAddressAt: start) else { return false }
    position = end
    append(.address, start, end, [], .empty)
    return true
  }
}
