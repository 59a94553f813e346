/// The folded spelling of a word in 128 bits: equal keys mean equal words, whatever the diacritics or variant letters.
///
/// A word of up to 21 letters of the orthography's alphabet is packed exactly, 6 bits a letter, first letter lowest, so
/// that clitics are taken off by shifting. Any other word (longer, or with foreign characters or digits in it) is a
/// hash with the top bit set, and can't be taken apart.
@frozen
public struct WordKey: Hashable, Sendable {
  // Two halves: a `UInt128` would align tokens and table entries to sixteen bytes and waste a fifth of them.
  @usableFromInline var low: UInt64
  @usableFromInline var high: UInt64

  @inlinable @inline(__always) public init(bits: UInt128) {
    low = UInt64(truncatingIfNeeded: bits)
    high = UInt64(truncatingIfNeeded: bits &>> 64)
  }

  /// Six bits a letter, first letter lowest; or a hash with the top bit set.
  @inlinable @inline(__always) public var bits: UInt128 { UInt128(high) &<< 64 | UInt128(low) }

  /// The key of no word.
  @inlinable public static var empty: WordKey { WordKey(bits: 0) }
  /// Letters that fit.
  @inlinable public static var capacity: Int { 21 }

  /// The key of no word.
  @inlinable public var isEmpty: Bool { low | high == 0 }
  /// True when the key is a hash of a word that does not fit.
  @inlinable @inline(__always) public var isHashed: Bool { high &>> 63 != 0 }

  /// Number of letters; 0 for a hashed key.
  @inlinable public var count: Int {
    if high == 0 { return (64 &- low.leadingZeroBitCount &+ 5) / 6 }
    return isHashed ? 0 : (128 &- high.leadingZeroBitCount &+ 5) / 6
  }

  /// Letter code at `index`, 0 when there is none.
  @inlinable @inline(__always) public subscript(index: Int) -> UInt8 {
    isHashed || index >= WordKey.capacity
      ? 0 : UInt8(truncatingIfNeeded: bits &>> UInt128(truncatingIfNeeded: index &* 6)) & 63
  }

  /// The first ten letters, 6 bits each, first letter lowest; the rest of the word is not in them. 0 for a hashed key.
  @inlinable @inline(__always) public var head: UInt64 {
    isHashed ? 0 : low & 0x0FFF_FFFF_FFFF_FFFF
  }

  /// The word without its first letters.
  @inlinable @inline(__always) public func dropFirst(_ letters: Int) -> WordKey {
    if letters <= 0 || isHashed { return self }
    return letters > WordKey.capacity
      ? .empty : WordKey(bits: bits &>> UInt128(truncatingIfNeeded: letters &* 6))
  }

  /// The word's first letters.
  @inlinable public func prefix(_ letters: Int) -> WordKey {
    letters >= WordKey.capacity || isHashed ? self : WordKey(bits: bits & ((1 &<< UInt128(letters * 6)) - 1))
  }

  /// The word without its last letters.
  @inlinable public func dropLast(_ letters: Int) -> WordKey {
    letters == 0 || isHashed ? self : prefix(max(0, count - letters))
  }

  /// The word's last letters.
  @inlinable public func suffix(_ letters: Int) -> WordKey { dropFirst(max(0, count - letters)) }

  /// Whether the word begins with another; never for hashed keys.
  @inlinable public func hasPrefix(_ other: WordKey) -> Bool {
    !isHashed && !other.isHashed && prefix(other.count) == other
  }

  /// Whether the word ends with another; never for hashed keys.
  @inlinable public func hasSuffix(_ other: WordKey) -> Bool {
    !isHashed && !other.isHashed && count >= other.count && suffix(other.count) == other
  }

  /// This word with another one written after it; a hashed key when that does not fit.
  public func appending(_ other: WordKey) -> WordKey {
    let length = count
    guard !isHashed, !other.isHashed, length + other.count <= WordKey.capacity else {
      return WordKey(bits: (bits &* 0x9E37_79B9_7F4A_7C15) ^ other.bits | (1 << 127))
    }
    return WordKey(bits: bits | other.bits << UInt128(length * 6))
  }

  /// A well mixed 64-bit value for open addressing tables.
  @inlinable @inline(__always) public var slot: UInt64 {
    let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: (high ^ 0xD6E8_FEB8_6659_FD93) | 1)
    let mixed = product.high ^ product.low ^ low
    return mixed ^ (mixed >> 29)
  }

  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(slot) }
}
