import KhabarCore

/// Text in the making: one fact a line, two spaces for each level that it is indented.
struct Outline {
  private(set) var bytes: [UInt8] = []

  /// Appends a line. What is invisible in it or would end it is written out, so that a document's text can neither
  /// break the line nor steer the terminal: `\n`, `\t`, `\u{200F}`.
  mutating func line(_ level: Int, _ fact: String) {
    bytes.append(contentsOf: repeatElement(0x20, count: level * 2))
    for scalar in fact.unicodeScalars { append(scalar) }
    bytes.append(0x0A)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        bytes.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }

  /// A text, cut behind its first `limit` code points with an ellipsis.
  static func excerpt(_ text: ArraySlice<UInt8>, limit: Int) -> String {
    var count = 0
    for (index, byte) in zip(text.indices, text) where byte & 0xC0 != 0x80 {
      count += 1
      if count > limit { return String(decoding: text[..<index], as: UTF8.self) + "…" }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
