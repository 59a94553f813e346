import KhabarCore

/// An input as UTF-8, read piece by piece: its character set is told by its beginning, and converted where it is
/// another.
final class TextStream {
  let path: String
  /// What was found out about the character set, once something has been read.
  private(set) var charset = Charset.utf8
  private(set) var warnings: [String] = []
  private let input: ByteStream
  /// Bytes that were read to see the character set, or that are part of a character.
  private var pending: [UInt8] = []
  private var isStarted = false
  private var isAtEnd = false
  /// Bytes before `pending`, for messages.
  private var offset = 0

  init(_ input: ByteStream) {
    self.input = input
    path = input.path
  }

  /// Appends what is at hand. UTF-8 is not checked.
  ///
  /// - Returns: false at the end.
  /// - Throws: `KhabarError` D001, D002, D027.
  func read(into text: inout [UInt8], atMost count: Int) throws -> Bool {
    if !isStarted {
      // Enough to see a byte order mark and how bytes are spread; a pipe that gives little at once is not waited for.
      repeat {
        isAtEnd = try !input.read(into: &pending, atMost: max(count, 1 << 12))
      } while !isAtEnd && pending.count < 64
      let (charset, mark, warnings) = TextDecoding.charset(of: pending, isWhole: isAtEnd)
      self.charset = charset
      self.warnings = warnings
      pending.removeFirst(mark)
      offset = mark
      isStarted = true
    } else if charset == .utf8, pending.isEmpty {
      return try input.read(into: &text, atMost: count)
    } else if !isAtEnd {
      isAtEnd = try !input.read(into: &pending, atMost: count)
    }
    let whole = isAtEnd ? pending.count : wholeCharacters
    let piece = whole == pending.count ? pending : Array(pending[..<whole])
    pending.removeFirst(whole)
    if charset == .utf8 {
      text += piece
    } else {
      text += try TextDecoding.utf8(piece, from: charset, at: SourceLocation(file: path), skipped: offset)
    }
    offset += piece.count
    return !piece.isEmpty || !isAtEnd
  }

  /// Bytes of `pending` that don't end inside a character.
  private var wholeCharacters: Int {
    switch charset {
    case .utf16LittleEndian, .utf16BigEndian:
      let count = pending.count & ~1
      guard count >= 2 else { return count }
      let upper = pending[charset == .utf16BigEndian ? count - 2 : count - 1]
      return upper & 0xFC == 0xD8 ? count - 2 : count
    case .utf32LittleEndian, .utf32BigEndian: return pending.count & ~3
    default: return pending.count
    }
  }
}
