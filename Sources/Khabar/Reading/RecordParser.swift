/// Reads one line of a JSONL file (RFC 8259 object) into a document, without going over strings.
///
/// Takes the members `id`, `text`, `date`, `title`, `source`, `url` and `language`; passes over all others. An escaped
/// surrogate without its partner becomes U+FFFD.
struct RecordParser {
  private let line: ArraySlice<UInt8>
  private var position: Int

  /// The members that count, still as UTF-8.
  private struct Fields {
    var id, text, date, title, source, url, language: [UInt8]?
  }

  /// What is wrong, and at which byte of the line.
  struct Failure: Error {
    var message: String
    var offset: Int
  }

  private init(_ line: ArraySlice<UInt8>) {
    self.line = line
    position = line.startIndex
  }

  /// The record's document.
  ///
  /// - Parameter location: the record's line; its text is the document's source and, where no id is given, its id.
  /// - Throws: `KhabarError` D002 to D005.
  static func document(in line: ArraySlice<UInt8>, at location: SourceLocation) throws -> RawDocument {
    if let broken = UTF8Check.firstInvalid(line) {
      throw KhabarError(
        "D002", at: location, "not valid UTF-8 at byte \(broken - line.startIndex + 1) of the line",
        remedy: "Convert the file to UTF-8, for instance with iconv")
    }
    var parser = RecordParser(line)
    let fields: Fields
    do {
      fields = try parser.record()
    } catch let failure as Failure {
      var location = location
      let offset = min(failure.offset, line.endIndex)
      location.column = line[..<offset].count { $0 & 0xC0 != 0x80 } + 1
      throw KhabarError(
        "D004", at: location, failure.message,
        remedy: "Each line is one JSON object with at least a text: {\"id\": \"1\", \"text\": \"…\"}")
    }
    guard let text = fields.text else {
      throw KhabarError("D005", at: location, "the record has no \"text\"", remedy: "Add a member \"text\"")
    }
    var info = DocumentInfo(id: string(fields.id) ?? location.description, source: location.description)
    info.title = string(fields.title)
    info.publisher = string(fields.source)
    info.url = string(fields.url)
    info.language = string(fields.language)
    if let date = string(fields.date) { info.takeDate(date) }
    return RawDocument(info: info, bytes: text)
  }

  private static func string(_ bytes: [UInt8]?) -> String? {
    guard let bytes, !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Grammar

  private mutating func record() throws -> Fields {
    var fields = Fields()
    try expect("{", "the line is not a JSON object")
    if skipSpace() == UInt8(ascii: "}") {
      position += 1
    } else {
      repeat {
        let key = try string()
        try expect(":", "a colon is missing behind a name")
        switch String(decoding: key, as: UTF8.self) {
        case "id": fields.id = try scalar()
        case "text": fields.text = try scalar()
        case "date": fields.date = try anyValue()
        case "title": fields.title = try scalar()
        case "source": fields.source = try scalar()
        case "url": fields.url = try scalar()
        case "language": fields.language = try scalar()
        default: try skipValue()
        }
      } while try another(before: "}")
    }
    if skipSpace() != nil { throw Failure(message: "there is more behind the object", offset: position) }
    return fields
  }

  /// A comma (true) or the closing bracket (false).
  private mutating func another(before close: Unicode.Scalar) throws -> Bool {
    switch skipSpace() {
    case UInt8(ascii: ","):
      position += 1
      return true
    case UInt8(ascii: close):
      position += 1
      return false
    default: throw Failure(message: "a comma or \(close) is missing", offset: position)
    }
  }

  private mutating func expect(_ mark: Unicode.Scalar, _ message: String) throws {
    guard skipSpace() == UInt8(ascii: mark) else { throw Failure(message: message, offset: position) }
    position += 1
  }

  private mutating func skipSpace() -> UInt8? {
    while position < line.endIndex {
      let byte = line[position]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A else { return byte }
      position += 1
    }
    return nil
  }

  /// The text of a string or number; nil for null. Other values are no text.
  private mutating func scalar() throws -> [UInt8]? {
    switch skipSpace() {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "n"):
      try word()
      return nil
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"):
      throw Failure(message: "the value is not a string", offset: position)
    default:
      let start = position
      try word()
      return Array(line[start..<position])
    }
  }

  /// The text of a string or number, any other value as it is written; nil for null.
  private mutating func anyValue() throws -> [UInt8]? {
    switch skipSpace() {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"):
      let start = position
      try skipValue()
      return Array(line[start..<position])
    default: return try scalar()
    }
  }

  /// A number, true, false or null.
  private mutating func word() throws {
    let start = position
    scan: while position < line.endIndex {
      switch line[position] {
      case 0x30...0x39, 0x61...0x7A, 0x45, 0x2B, 0x2D, 0x2E: position += 1
      default: break scan
      }
    }
    if position == start { throw Failure(message: "there is no value", offset: position) }
  }

  private mutating func skipValue() throws {
    var closers: [Unicode.Scalar] = []
    repeat {
      switch skipSpace() {
      case UInt8(ascii: "\""): _ = try string()
      case UInt8(ascii: "{"):
        position += 1
        if skipSpace() == UInt8(ascii: "}") {
          position += 1
          break
        }
        closers.append("}")
        _ = try string()
        try expect(":", "a colon is missing behind a name")
        continue
      case UInt8(ascii: "["):
        position += 1
        if skipSpace() == UInt8(ascii: "]") {
          position += 1
          break
        }
        closers.append("]")
        continue
      default: try word()
      }
      // Behind a value: the next one of the innermost bracket, or its end.
      while let close = closers.last {
        if try another(before: close) {
          if close == "}" {
            _ = try string()
            try expect(":", "a colon is missing behind a name")
          }
          break
        }
        closers.removeLast()
      }
    } while !closers.isEmpty
  }

  /// A string, decoded.
  private mutating func string() throws -> [UInt8] {
    guard skipSpace() == UInt8(ascii: "\"") else { throw Failure(message: "a string is missing", offset: position) }
    position += 1
    var text: [UInt8] = []
    while true {
      let start = position
      position = endOfPlainText(from: start)
      text.append(contentsOf: line[start..<position])
      guard position < line.endIndex else { break }
      if line[position] == UInt8(ascii: "\"") {
        position += 1
        return text
      }
      try escape(into: &text)
    }
    throw Failure(message: "a string is not closed", offset: position)
  }

  /// Where the next quote or backslash stands; the line's end when there is none.
  private func endOfPlainText(from start: Int) -> Int {
    line.withUnsafeBufferPointer { bytes in
      var index = start - line.startIndex
      while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
      return line.startIndex + index
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    let start = position
    position += 1
    guard position < line.endIndex else { throw Failure(message: "a string is not closed", offset: start) }
    let kind = line[position]
    position += 1
    switch kind {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(kind)
    case UInt8(ascii: "u"):
      var unit = try codeUnit(start)
      if unit & 0xFC00 == 0xD800, position + 1 < line.endIndex, line[position] == UInt8(ascii: "\\"),
        line[position + 1] == UInt8(ascii: "u")
      {
        let back = position
        position += 2
        let second = try codeUnit(back)
        if second & 0xFC00 == 0xDC00 {
          unit = 0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)
        } else {
          position = back
        }
      }
      text.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
    default: throw Failure(message: "there is no such escape", offset: start)
    }
  }

  private mutating func codeUnit(_ start: Int) throws -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard position < line.endIndex, let digit = Character(Unicode.Scalar(line[position])).hexDigitValue else {
        throw Failure(message: "\\u needs four hexadecimal digits", offset: start)
      }
      unit = unit << 4 | UInt32(digit)
      position += 1
    }
    return unit
  }
}
