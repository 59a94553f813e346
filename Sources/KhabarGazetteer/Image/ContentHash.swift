/// A fast 64-bit hash of big byte buffers, for the keys and checksums of images. Not meant against an adversary:
/// whatever an image says is checked again where it is used.
///
/// Four lanes of multiply and rotate over 32-byte blocks, with the odd constants of xxHash64 (Y. Collet, 2012).
package struct ContentHash {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9

  private var state: UInt64

  package init(seed: UInt64 = 0) { state = seed &+ Self.prime3 }

  @inline(__always)
  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    let mixed = lane &+ input &* prime2
    return (mixed << 31 | mixed >> 33) &* prime1
  }

  package mutating func append(_ value: UInt64) { state = Self.round(state ^ Self.prime1, value) &+ Self.prime3 }

  /// Takes bytes and their number.
  package mutating func append(_ bytes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = (state &+ Self.prime1, state &+ Self.prime2, state, state &- Self.prime1)
    let count = bytes.count
    var offset = 0
    if let base = bytes.baseAddress {
      while offset &+ 32 <= count {
        a = Self.round(a, base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        b = Self.round(b, base.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self))
        c = Self.round(c, base.loadUnaligned(fromByteOffset: offset &+ 16, as: UInt64.self))
        d = Self.round(d, base.loadUnaligned(fromByteOffset: offset &+ 24, as: UInt64.self))
        offset &+= 32
      }
    }
    var hash = Self.round(Self.round(Self.round(Self.round(UInt64(count), a), b), c), d)
    while offset < count {
      hash = Self.round(hash, UInt64(bytes[offset]) &+ 1)
      offset += 1
    }
    state = hash
  }

  package mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBytes { append($0) } }
  package mutating func append(_ text: String) { append(Array(text.utf8)) }

  package var value: UInt64 {
    var hash = state
    hash = (hash ^ hash >> 33) &* Self.prime2
    hash = (hash ^ hash >> 29) &* Self.prime3
    return hash ^ hash >> 32
  }
}
