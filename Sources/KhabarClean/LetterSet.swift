/// A set of characters. Those below U+0800, of which nearly every text that is read consists, are bits: each letter of
/// a text is asked for, and a hash takes longer than the rest of reading it.
struct LetterSet: Sendable {
  private var low = Array(repeating: UInt64(0), count: Int(LetterSet.limit) / UInt64.bitWidth)
  private var high: Set<UInt32> = []

  private static let limit: UInt32 = 0x800

  mutating func insert(_ scalar: UInt32) {
    if scalar < Self.limit {
      low[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
    } else {
      high.insert(scalar)
    }
  }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    scalar < Self.limit ? low[Int(scalar >> 6)] & 1 << UInt64(scalar & 63) != 0 : high.contains(scalar)
  }
}
