/// Turns a file's bytes into valid UTF-8 text: by its byte order mark UTF-8 or UTF-16, else UTF-8. The mark is no part
/// of the text.
public enum TextDecoding {
  /// - Throws: `KhabarError` D002 with the byte where the encoding breaks.
  public static func decode(_ bytes: consuming [UInt8], file: String) throws -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.removeFirst(3)
      return try validated(bytes, file: file, skipped: 3)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, file: file, isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, file: file, isBigEndian: true) }
    return try validated(bytes, file: file, skipped: 0)
  }

  private static func validated(_ bytes: consuming [UInt8], file: String, skipped: Int) throws -> [UInt8] {
    if let broken = UTF8Check.firstInvalid(bytes) {
      let value = String(bytes[broken], radix: 16, uppercase: true)
      throw KhabarError(
        "D002", at: SourceLocation(file: file),
        "not valid UTF-8: byte \(broken + skipped + 1) is 0x\(value.count < 2 ? "0" : "")\(value)",
        remedy: "Convert the file to UTF-8, for instance with iconv")
    }
    return bytes
  }

  private static func utf16(_ bytes: [UInt8], file: String, isBigEndian: Bool) throws -> [UInt8] {
    func broken(_ offset: Int, _ reason: String) -> KhabarError {
      KhabarError(
        "D002", at: SourceLocation(file: file), "not valid UTF-16: \(reason) at byte \(offset + 1)",
        remedy: "Convert the file to UTF-8, for instance with iconv")
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var lead: UInt32?
    var offset = 2
    while offset < bytes.count {
      guard offset + 1 < bytes.count else { throw broken(offset, "half a code unit") }
      let (high, low) = isBigEndian ? (bytes[offset], bytes[offset + 1]) : (bytes[offset + 1], bytes[offset])
      let unit = UInt32(high) << 8 | UInt32(low)
      var scalar = unit
      switch (lead, unit) {
      case (nil, 0xD800...0xDBFF):
        lead = unit
        offset += 2
        continue
      case (nil, 0xDC00...0xDFFF), (.some, ..<0xDC00), (.some, 0xE000...): throw broken(offset, "a lone surrogate")
      case (.some(let first), _):
        scalar = 0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00)
        lead = nil
      default: break
      }
      if let scalar = Unicode.Scalar(scalar) { text.append(contentsOf: String(scalar).utf8) }
      offset += 2
    }
    if lead != nil { throw broken(bytes.count - 2, "a lone surrogate") }
    return text
  }
}

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
