import KhabarCore

/// An HTML tag, comment, or script that was left in a text.
struct MarkupTag {
  /// Behind the tag; for scripts, styles and comments, behind their end.
  let end: Int
  /// Stands between paragraphs or lines.
  let isBlock: Bool

  private static let longest = 2_000
  private static let blocks: Set<String> = [
    "p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "table", "tbody", "thead",
    "blockquote", "section", "article", "figure", "figcaption", "header", "footer", "aside", "hr", "pre", "dl", "dt",
    "dd",
  ]
  private static let inlines: Set<String> = [
    "a", "b", "i", "u", "s", "em", "strong", "span", "font", "img", "small", "big", "sup", "sub", "iframe", "video",
    "audio",
    "source", "embed", "object", "param", "center", "label", "input", "button", "form", "svg", "path", "picture",
    "time",
    "cite", "q", "mark", "ins", "del", "abbr", "code", "html", "body", "head", "meta", "link", "title", "main", "nav",
    "wbr",
    "noscript",
  ]

  /// Nil when what stands at `start` is not markup: `<` alone, or a name in angle brackets that HTML lacks.
  init?(at start: Int, in text: UnsafeBufferPointer<UInt8>) {
    var position = start + 1
    if Self.matches("!--", at: position, in: text) {
      guard let close = Self.find("-->", from: position + 3, in: text, limit: 20_000) else { return nil }
      (end, isBlock) = (close, false)
      return
    }
    let isClosing = position < text.count && text[position] == UInt8(ascii: "/")
    if isClosing { position += 1 }
    var name = ""
    while position < text.count, name.utf8.count < 12, let letter = Self.nameByte(text[position]) {
      name.unicodeScalars.append(letter)
      position += 1
    }
    let isKnownBlock = Self.blocks.contains(name)
    let isRaw = name == "script" || name == "style"
    guard isKnownBlock || isRaw || Self.inlines.contains(name), position < text.count,
      [0x20, 0x3E, 0x2F, 0x0A, 0x0D, 0x09].contains(text[position])
    else { return nil }
    while position < text.count, text[position] != UInt8(ascii: ">") {
      guard position - start < Self.longest, text[position] != UInt8(ascii: "<") else { return nil }
      position += 1
    }
    guard position < text.count else { return nil }
    position += 1
    if isRaw, !isClosing, let close = Self.find("</" + name, from: position, in: text, limit: 200_000) {
      position = close
      while position < text.count, text[position] != UInt8(ascii: ">"), position - close < 20 { position += 1 }
      position = min(position + 1, text.count)
    }
    (end, isBlock) = (position, isKnownBlock)
  }

  private static func nameByte(_ byte: UInt8) -> Unicode.Scalar? {
    let lower = byte | 0x20
    if lower >= 0x61 && lower <= 0x7A && byte >= 0x41 { return Unicode.Scalar(lower) }
    return byte >= 0x30 && byte <= 0x39 ? Unicode.Scalar(byte) : nil
  }

  private static func matches(_ literal: StaticString, at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    matches(Array(literal.description.utf8), at: position, in: text)
  }

  private static func matches(_ bytes: [UInt8], at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard position + bytes.count <= text.count else { return false }
    for (index, byte) in bytes.enumerated() where text[position + index] != byte {
      guard text[position + index] | 0x20 == byte, byte >= 0x61 else { return false }
    }
    return true
  }

  /// Behind the next occurrence of an ASCII literal, letters of either case.
  private static func find(
    _ literal: String, from start: Int, in text: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int? {
    let bytes = Array(literal.utf8)
    var position = start
    let end = min(text.count, start + limit)
    while position < end {
      if text[position] == bytes[0], matches(bytes, at: position, in: text) { return position + bytes.count }
      position += 1
    }
    return nil
  }
}

/// Character entities: `&quot;`, `&#1576;`, `&#x628;`.
enum CharacterEntity {
  /// The character and the position behind it; nil when no known entity stands at `start`.
  static func read(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> (scalar: UInt32, end: Int)? {
    let limit = min(text.count, start + 12)
    var end = start + 1
    while end < limit, text[end] != UInt8(ascii: ";") { end += 1 }
    guard end < limit, end > start + 1 else { return nil }
    let body = text[(start + 1)..<end]
    guard body.first == UInt8(ascii: "#") else {
      return names[String(decoding: body, as: UTF8.self)].map { ($0, end + 1) }
    }
    var digits = body.dropFirst()
    let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    if isHexadecimal { digits = digits.dropFirst() }
    guard !digits.isEmpty, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      Unicode.Scalar(value) != nil
    else { return nil }
    return (value, end + 1)
  }

  /// The entities of HTML 4 that news text has.
  private static let names: [String: UInt32] = [
    "nbsp": 0xA0, "quot": 0x22, "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "apos": 0x27, "laquo": 0xAB, "raquo": 0xBB,
    "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018, "rsquo": 0x2019, "ndash": 0x2013, "mdash": 0x2014,
    "hellip": 0x2026,
    "bull": 0x2022, "middot": 0xB7, "copy": 0xA9, "reg": 0xAE, "trade": 0x2122, "deg": 0xB0, "euro": 0x20AC,
    "pound": 0xA3,
    "cent": 0xA2, "yen": 0xA5, "shy": 0xAD, "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E, "rlm": 0x200F, "ensp": 0x2002,
    "emsp": 0x2003, "thinsp": 0x2009, "times": 0xD7, "frac12": 0xBD, "iexcl": 0xA1, "sbquo": 0x201A, "bdquo": 0x201E,
  ]
}
