import KhabarCore

/// Which languages are written with a letter, a bit for each language. Those of letters below U+0800, of which nearly
/// every text that is read consists, lie in an array: each letter of a text is asked for, and a hash takes longer than
/// the rest of reading it.
struct LetterOwners: Sendable {
  private var low = Stretch(repeating: UInt64(0), count: Int(LetterOwners.limit))
  private var high: [UInt32: UInt64] = [:]

  private static let limit: UInt32 = 0x800

  /// - Parameters:
  ///   - scalar: the letter's code point.
  ///   - language: below 64.
  mutating func add(_ scalar: UInt32, of language: Int) {
    if scalar < Self.limit {
      low[Int(scalar)] = low[Int(scalar)] | 1 << UInt64(language)
    } else {
      high[scalar, default: 0] |= 1 << UInt64(language)
    }
  }

  /// None of a letter that no language has.
  @inline(__always)
  subscript(scalar: UInt32) -> UInt64 {
    scalar < Self.limit ? low[Int(scalar)] : high[scalar] ?? 0
  }

  /// Those of every letter that a language has.
  var all: some Sequence<UInt64> { [(0..<low.count).map { low[$0] }.filter { $0 != 0 }, Array(high.values)].joined() }
}

extension LetterOwners: Archivable {
  static var blank: LetterOwners { LetterOwners() }

  mutating func pass(through archive: Archive) throws {
    var (scalars, owners) = (Array(high.keys), Array(high.values))
    try archive.plain(&low)
    try archive.plain(&scalars)
    try archive.plain(&owners)
    high = Dictionary(zip(scalars, owners)) { first, _ in first }
    guard low.count == Int(Self.limit) else { throw ArchiveFault() }
  }
}
