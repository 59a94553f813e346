/// Eight bytes of a text as one number: loops over all of a text look at so many at once.
@frozen
public struct EightBytes: Sendable {
  @usableFromInline let bits: UInt64

  /// Those from an index on, of which there must be eight.
  @inlinable @inline(__always) public init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    bits = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// Whether any is less than a byte of ASCII.
  @inlinable @inline(__always) public func hasByte(below byte: UInt8) -> Bool {
    // Subtraction borrows from the high bit of what is less; bytes that have that bit themselves are none.
    (bits &- 0x0101_0101_0101_0101 &* UInt64(byte)) & ~bits & 0x8080_8080_8080_8080 != 0
  }

  /// Whether any is a certain byte.
  @inlinable @inline(__always) public func has(_ byte: UInt8) -> Bool {
    let other = bits ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080 != 0
  }

  /// How many of them are whole characters of UTF-8 of one or two bytes, when the first begins one and all are such
  /// characters but a last one that is cut: 8, or 7. Nil when there is another byte among them, or an ill-formed one.
  @inlinable @inline(__always) public var shortCharacters: Int? {
    let high: UInt64 = 0x8080_8080_8080_8080
    let continued = bits & ~(bits &<< 1) & high
    let leads = bits & (bits &<< 1) & high
    // Leads are C2...DF: bit 5 is not set, and of the four bits below it one is.
    let rightLeads = leads & ~(bits &<< 2) & ((bits & 0x1E1E_1E1E_1E1E_1E1E) &+ 0x7E7E_7E7E_7E7E_7E7E)
    guard rightLeads == leads, continued == leads &<< 8 else { return nil }
    return leads &>> 63 == 0 ? 8 : 7
  }

  /// How many begin a code point of UTF-8: all but the continuation bytes 80...BF.
  @inlinable @inline(__always) public var scalars: Int {
    // Bit 7 of a continuation byte is set and bit 6 is not. The product sums up the bytes in the highest one.
    let continued = bits & ~(bits &<< 1) & 0x8080_8080_8080_8080
    return 8 &- Int(truncatingIfNeeded: ((continued &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
  }
}
