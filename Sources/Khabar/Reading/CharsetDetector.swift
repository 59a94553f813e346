/// Tells by the bytes of a text how it is encoded, when nothing says so or what says so is wrong.
enum CharsetDetector {
  /// Bytes that are looked at.
  private static let sample = 1 << 16
  /// Points that a text needs to be taken for Arabic: those of a short word.
  private static let leastScore = 5

  /// The Unicode form without a byte order mark that a text is written in; nil when it looks like none of two or four
  /// bytes a character. The upper bytes of Arabic and Latin text are few: those of its blocks and of punctuation.
  static func wideForm(_ bytes: [UInt8]) -> Charset? {
    let count = min(bytes.count, sample) & ~3
    guard count >= 4 else { return nil }
    var upper = [0, 0, 0, 0]
    var zeros = [0, 0, 0, 0]
    for index in 0..<count {
      switch bytes[index] {
      case 0:
        zeros[index & 3] += 1
        upper[index & 3] += 1
      case 0x06, 0x20: upper[index & 3] += 1
      default: break
      }
    }
    let lanes = count / 4
    func most(_ value: Int) -> Bool { value * 100 >= lanes * 90 }
    if most(zeros[2]), most(zeros[3]), !most(zeros[0]) { return .utf32LittleEndian }
    if most(zeros[0]), most(zeros[1]), !most(zeros[3]) { return .utf32BigEndian }
    // A byte 6 or 0 at every other place; blanks, which are 20, stand at the low places of text, too.
    func lane(_ first: Int) -> (upper: Int, telling: Int) {
      var telling = 0
      for index in stride(from: first, to: count, by: 2) where bytes[index] == 0 || bytes[index] == 6 { telling += 1 }
      return (upper[first] + upper[first + 2], telling)
    }
    let (even, odd) = (lane(0), lane(1))
    let half = count / 2
    if odd.telling * 100 >= half * 80, even.telling * 100 <= half * 30 { return .utf16LittleEndian }
    if even.telling * 100 >= half * 80, odd.telling * 100 <= half * 30 { return .utf16BigEndian }
    return nil
  }

  /// The single-byte set of Arabic in which a text reads best; nil when in none it reads as Arabic.
  static func singleByte(_ bytes: [UInt8]) -> Charset? {
    let text = bytes.prefix(sample)
    let upper = text.count { $0 >= 0x80 }
    guard upper > 0 else { return nil }
    var best: (charset: Charset, score: Int)?
    for charset in [Charset.windows1256, .iso88596, .macArabic] {
      guard let table = charset.table else { continue }
      let score = score(text, table)
      if score > best?.score ?? 0 { best = (charset, score) }
    }
    // Arabic text has three points for two letters; a few accents in a Latin text have hardly any.
    guard let best, best.score >= max(leastScore, upper) else { return nil }
    return best.charset
  }

  /// How much a text reads as Arabic: points for letters, more for the eight that make up six in ten of all in news,
  /// and for the article at a word's beginning; points off for what such text lacks.
  private static func score(_ text: ArraySlice<UInt8>, _ table: [UInt16]) -> Int {
    var score = 0
    var previous: UInt16 = 0x20
    var beforeThat: UInt16 = 0x20
    for byte in text {
      let scalar = byte < 0x80 ? UInt16(byte) : table[Int(byte) - 0x80]
      switch scalar {
      // ا ل ي م و ن ت ر
      case 0x0627, 0x0644, 0x064A, 0x0645, 0x0648, 0x0646, 0x062A, 0x0631: score += 2
      case 0x0621...0x063A, 0x0641...0x064A: score += 1
      case 0x060C, 0x061B, 0x061F, 0x00AB, 0x00BB, 0x064B...0x0652, 0x0640: break
      case 0: score -= 6
      case 0x80..<0x9F, 0xC0...0x17F: score -= 3
      default: if byte >= 0x80, scalar != 0xA0 { score -= 1 }
      }
      if previous == 0x0627, scalar == 0x0644, beforeThat <= 0x40 { score += 4 }
      (beforeThat, previous) = (previous, scalar)
    }
    return score
  }
}
