/// A 32-bit hash of the exact bytes of a name, by which an exact match is told from a folded one without reading the
/// entry's text. FNV-1a over 64 bits, folded; the kind of the gaps between words counts, their width does not.
struct SpellingHash {
  enum Separator: UInt8 {
    case space = 0x20
    case hyphen = 0x2D
    case joiner = 0x2B
  }

  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    var state = state
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    self.state = state
  }

  @inline(__always)
  mutating func append(_ separator: Separator) { state = (state ^ UInt64(separator.rawValue)) &* 0x0000_0100_0000_01B3 }

  var value: UInt32 { UInt32(truncatingIfNeeded: state ^ (state >> 32)) }
}
