import KhabarCore

/// One line of a text, white space at its ends left out. Offsets are UTF-8 bytes of the text.
struct Line {
  var start: Int
  var end: Int
  /// Where the next line begins.
  var next: Int

  var span: TextSpan<CleanBytes> { TextSpan(start, end) }
  var isEmpty: Bool { end <= start }
}

/// A word of a line.
struct LineWord {
  var key: WordKey
  var isNumber: Bool
  var start: Int
  var end: Int
}

/// Reads lines and their words.
struct LineReader {
  let text: UnsafeBufferPointer<UInt8>
  let orthography: Orthography

  func lines() -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start <= text.count {
      let end = lineEnd(from: start)
      let isPair = end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A
      lines.append(trimmed(start, end, next: end + (isPair ? 2 : 1)))
      start = end + (isPair ? 2 : 1)
    }
    return lines
  }

  /// The line feed or carriage return at or behind an index; the end of the text where there is none.
  private func lineEnd(from start: Int) -> Int {
    var end = start
    while end < text.count {
      // Lines are long, and hardly a byte is a control character.
      if end + 8 <= text.count, !EightBytes(text, at: end).hasByte(below: 0x0E) {
        end += 8
      } else if text[end] == 0x0A || text[end] == 0x0D {
        return end
      } else {
        end += 1
      }
    }
    return end
  }

  private func trimmed(_ from: Int, _ to: Int, next: Int) -> Line {
    var (start, end) = (from, to)
    while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return Line(start: start, end: end, next: min(next, text.count))
  }

  /// The words of a stretch, at most `limit` of them.
  func words(from start: Int, to end: Int, limit: Int) -> [LineWord] {
    var words: [LineWord] = []
    var position = start
    while words.count < limit, let word = nextWord(&position, end) { words.append(word) }
    return words
  }

  /// The first word of a line; nil for a line without words.
  func firstWord(of line: Line) -> LineWord? {
    var position = line.start
    return nextWord(&position, line.end)
  }

  /// The next word before `end`; moves behind it.
  private func nextWord(_ position: inout Int, _ end: Int) -> LineWord? {
    while position < end {
      let begin = position
      let value = orthography.classify(Orthography.decode(text, &position))
      guard value.isWordCharacter || value.isDigit else { continue }
      // Nearly all words are a few plain letters; the key of any other is made of its bytes once more.
      var isPlain = value.isLetter && position &- begin < 3
      var packed = UInt64(value.rawValue)
      var letters = 1
      var last = value
      var stop = position
      while stop < end {
        var next = stop
        let other = orthography.classify(Orthography.decode(text, &next))
        guard value.isDigit ? other.isDigit : other.isWordCharacter else { break }
        if isPlain, other.isLetter, next &- stop < 3, letters < 10 {
          packed |= UInt64(other.rawValue) &<< UInt64(letters &* 6)
          letters &+= 1
          last = other
        } else {
          isPlain = false
        }
        stop = next
      }
      position = stop
      // Only a last letter that takes a seat leaves one out.
      let key =
        isPlain && last.rawValue != orthography.superfluousSeat?.final
        ? WordKey(bits: UInt128(packed)) : orthography.key(UnsafeBufferPointer(rebasing: text[begin..<stop]))
      if !key.isEmpty { return LineWord(key: key, isNumber: value.isDigit, start: begin, end: stop) }
    }
    return nil
  }

  /// The class of the first character at or behind `position` that is no white space, and where it stands; nil at
  /// `end`.
  func mark(at position: Int, before end: Int) -> (value: Orthography.Class, start: Int, end: Int)? {
    var position = position
    while position < end {
      let start = position
      let value = orthography.classify(Orthography.decode(text, &position))
      if value != .space { return (value, start, position) }
    }
    return nil
  }

  /// The class of a line's last character, those of `passed` behind it left out; white space for an empty line.
  func lastClass(of line: Line, before passed: [Orthography.Class] = []) -> Orthography.Class {
    var end = line.end
    while end > line.start {
      var start = end - 1
      while start > line.start, text[start] & 0xC0 == 0x80 { start -= 1 }
      end = start
      let value = orthography.classify(Orthography.decode(text, &start))
      if !passed.contains(value) { return value }
    }
    return .space
  }
}
