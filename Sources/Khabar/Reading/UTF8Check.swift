import KhabarCore

/// Checks UTF-8 as The Unicode Standard defines it (table 3-7: no surrogates, no overlong forms).
public enum UTF8Check {
  /// Index of the first byte of the first ill-formed sequence, or nil.
  public static func firstInvalid(_ bytes: [UInt8]) -> Int? { bytes.withUnsafeBufferPointer { firstInvalid($0) } }

  static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalid($0) }.map { $0 + bytes.startIndex }
  }

  static func firstInvalid(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = 0
    let count = text.count
    while position < count {
      // Nearly all of an Arabic or an English text are characters of one or two bytes.
      while position &+ 8 <= count, let whole = EightBytes(text, at: position).shortCharacters { position &+= whole }
      guard position < count else { break }
      let lead = text[position]
      if lead < 0x80 {
        position &+= 1
        continue
      }
      if lead >= 0xC2, lead < 0xE0 {
        guard position + 1 < count, text[position + 1] & 0xC0 == 0x80 else { return position }
        position &+= 2
        continue
      }
      let length: Int
      let second: ClosedRange<UInt8>
      switch lead {
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return position
      }
      guard position + length <= count, second.contains(text[position + 1]) else { return position }
      for index in (position + 2)..<(position + length) where text[index] & 0xC0 != 0x80 { return position }
      position &+= length
    }
    return nil
  }
}
