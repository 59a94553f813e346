import KhabarCore
import KhabarXML

/// A text and how it was encoded.
public struct DecodedText: Sendable {
  /// Valid UTF-8, without a byte order mark.
  public var bytes: [UInt8]
  /// What it was read as.
  public var charset: Charset
  /// What is to be said of it: a charset that was guessed, or one declared that is wrong.
  public var warnings: [String] = []
}

/// Turns a file's bytes into valid UTF-8: by its byte order mark, by what it declares, or by what its bytes look like.
///
/// A declaration counts when the text can be of it; what is valid UTF-8 and not plain ASCII is UTF-8 whatever is
/// declared, for pages are re-encoded more often than their declarations. The mark is no part of the text.
public enum TextDecoding {
  /// - Parameter declared: the character set that the file or its transport names.
  /// - Throws: `KhabarError` D002 with the byte where the encoding breaks.
  public static func decode(
    _ bytes: consuming [UInt8], declared: String? = nil, file: String
  ) throws -> DecodedText {
    let (charset, mark, warnings) = self.charset(of: bytes, declared: declared)
    if mark > 0 { bytes.removeFirst(mark) }
    let text = try utf8(bytes, from: charset, at: SourceLocation(file: file), skipped: mark)
    return DecodedText(bytes: text, charset: charset, warnings: warnings)
  }

  /// The bytes as UTF-8, without those of a mark. For files that are no documents: rules, pipelines.
  ///
  /// - Throws: `KhabarError` D002.
  static func text(_ bytes: consuming [UInt8], file: String) throws -> [UInt8] {
    guard let (charset, mark) = Charset.mark(of: bytes) else {
      return try utf8(bytes, from: .utf8, at: SourceLocation(file: file), skipped: 0)
    }
    bytes.removeFirst(mark)
    return try utf8(bytes, from: charset, at: SourceLocation(file: file), skipped: mark)
  }

  /// How a text is encoded, by its beginning or the whole of it.
  ///
  /// - Parameter isWhole: false when the bytes may end in the middle of a character.
  static func charset(
    of bytes: [UInt8], declared: String? = nil, isWhole: Bool = true
  ) -> (charset: Charset, mark: Int, warnings: [String]) {
    if let (charset, length) = Charset.mark(of: bytes) { return (charset, length, []) }
    if let wide = CharsetDetector.wideForm(bytes) {
      return (wide, 0, ["D023: no byte order mark; the text was read as \(wide)"])
    }
    let named = declared.flatMap { Charset(named: $0) }
    var broken = UTF8Check.firstInvalid(bytes)
    if !isWhole, let first = broken, bytes.count - first < 4 { broken = nil }
    if broken == nil {
      let isASCII = !bytes.contains { $0 >= 0x80 }
      if let named, named != .utf8, !isASCII {
        return (.utf8, 0, ["D023: the text declares \(named) and is UTF-8"])
      }
      // What looks like ASCII may be a stateful set: ISO-2022-KR, UTF-7.
      if let named, isASCII, named.name.lowercased().hasPrefix("iso-2022") { return (named, 0, []) }
      return (.utf8, 0, [])
    }
    // Most of the upper bytes make whole characters of UTF-8: it is that, and damaged.
    if mostlyUTF8(bytes) { return (.utf8, 0, []) }
    let detected = CharsetDetector.singleByte(bytes)
    if let named, named != .utf8 {
      // Latin sets are declared by servers that know nothing of the page.
      guard let detected, named.table == nil, isLatin(named) else { return (named, 0, []) }
      return (detected, 0, ["D023: the text declares \(named) and was read as \(detected)"])
    }
    guard let detected else { return (.utf8, 0, []) }
    let reason =
      declared.map { "the text declares \($0), which it is not; it" } ?? "no character set is declared; the text"
    return (detected, 0, ["D023: \(reason) was read as \(detected)"])
  }

  private static func isLatin(_ charset: Charset) -> Bool {
    let name = charset.name.lowercased()
    return name.hasPrefix("iso-8859-") || name.hasPrefix("iso8859") || name.hasPrefix("latin")
      || name.hasPrefix("windows-125")
      || name.hasPrefix("cp125") || name.hasPrefix("l1")
  }

  private static func mostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var (whole, upper) = (0, 0)
    var index = 0
    let end = min(bytes.count, 1 << 16)
    while index < end {
      let lead = bytes[index]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
      let isWhole =
        length > 1 && index + length <= bytes.count
        && bytes[(index + 1)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 }
      upper += isWhole ? length : 1
      whole += isWhole ? length : 0
      index += isWhole ? length : 1
    }
    return whole * 100 >= upper * 60
  }
}

// MARK: - Into UTF-8

extension TextDecoding {
  /// - Parameter skipped: bytes before these, for the message.
  /// - Throws: `KhabarError` D002.
  static func utf8(
    _ bytes: consuming [UInt8], from charset: Charset, at location: SourceLocation, skipped: Int
  ) throws -> [UInt8] {
    switch charset {
    case .utf8:
      if let broken = UTF8Check.firstInvalid(bytes) {
        let value = String(bytes[broken], radix: 16, uppercase: true)
        throw failure(location, "UTF-8: byte \(broken + skipped + 1) is 0x\(value.count < 2 ? "0" : "")\(value)")
      }
      return bytes
    case .utf16LittleEndian, .utf16BigEndian:
      return try utf16(bytes, isBigEndian: charset == .utf16BigEndian, location, skipped)
    case .utf32LittleEndian, .utf32BigEndian:
      return try utf32(bytes, isBigEndian: charset == .utf32BigEndian, location, skipped)
    default:
      if let table = charset.table { return try singleByte(bytes, table, charset, location) }
      guard let text = CharsetConverter.utf8(bytes, from: charset.name), UTF8Check.firstInvalid(text) == nil else {
        throw failure(location, charset.name)
      }
      return text
    }
  }

  private static func failure(_ location: SourceLocation, _ what: String) -> KhabarError {
    KhabarError(
      "D002", at: location, "not valid \(what)", remedy: "Convert the file to UTF-8, for instance with iconv")
  }

  private static func singleByte(
    _ bytes: [UInt8], _ table: [UInt16], _ charset: Charset, _ location: SourceLocation
  ) throws -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { append(UInt32(table[Int(byte) - 0x80]), to: &text) }
    }
    return text
  }

  /// Appends a scalar; U+FFFD for 0, which stands for nothing.
  private static func append(_ value: UInt32, to text: inout [UInt8]) {
    let value = value == 0 ? 0xFFFD : value
    switch value {
    case ..<0x80: text.append(UInt8(value))
    case ..<0x800:
      text.append(UInt8(0xC0 | value >> 6))
      text.append(UInt8(0x80 | value & 0x3F))
    case ..<0x10000:
      text.append(UInt8(0xE0 | value >> 12))
      text.append(UInt8(0x80 | value >> 6 & 0x3F))
      text.append(UInt8(0x80 | value & 0x3F))
    default:
      text.append(UInt8(0xF0 | value >> 18 & 7))
      text.append(UInt8(0x80 | value >> 12 & 0x3F))
      text.append(UInt8(0x80 | value >> 6 & 0x3F))
      text.append(UInt8(0x80 | value & 0x3F))
    }
  }

  private static func utf16(
    _ bytes: [UInt8], isBigEndian: Bool, _ location: SourceLocation, _ skipped: Int
  ) throws -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var lead: UInt32?
    var offset = 0
    while offset < bytes.count {
      guard offset + 1 < bytes.count else {
        throw failure(location, "UTF-16: half a code unit at byte \(offset + skipped + 1)")
      }
      let (high, low) = isBigEndian ? (bytes[offset], bytes[offset + 1]) : (bytes[offset + 1], bytes[offset])
      let unit = UInt32(high) << 8 | UInt32(low)
      switch (lead, unit) {
      case (nil, 0xD800...0xDBFF): lead = unit
      case (nil, 0xDC00...0xDFFF), (.some, ..<0xDC00), (.some, 0xE000...):
        throw failure(location, "UTF-16: a lone surrogate at byte \(offset + skipped + 1)")
      case (.some(let first), _):
        append(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00), to: &text)
        lead = nil
      case (nil, 0): text.append(0)
      default: append(unit, to: &text)
      }
      offset += 2
    }
    if lead != nil { throw failure(location, "UTF-16: a lone surrogate at byte \(bytes.count - 2 + skipped + 1)") }
    return text
  }

  private static func utf32(
    _ bytes: [UInt8], isBigEndian: Bool, _ location: SourceLocation, _ skipped: Int
  ) throws -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for offset in stride(from: 0, to: bytes.count, by: 4) {
      guard offset + 4 <= bytes.count else {
        throw failure(location, "UTF-32: part of a code unit at byte \(offset + skipped + 1)")
      }
      var value: UInt32 = 0
      for index in 0..<4 {
        value = value << 8 | UInt32(bytes[offset + (isBigEndian ? index : 3 - index)])
      }
      guard Unicode.Scalar(value) != nil else {
        throw failure(location, "UTF-32: no character at byte \(offset + skipped + 1)")
      }
      if value == 0 { text.append(0) } else { append(value, to: &text) }
    }
    return text
  }
}
