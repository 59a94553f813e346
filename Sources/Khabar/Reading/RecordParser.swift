import KhabarCore
import KhabarXML

/// Reads a JSON object (RFC 8259) into a document, without going over strings.
///
/// Takes the members that the mapping names; passes over all others. An escaped surrogate without its partner becomes
/// U+FFFD. A text may be a list of strings, which become its lines.
struct RecordParser {
  private let line: ArraySlice<UInt8>
  private var position: Int
  private var found = FoundFields()
  private var members: [String] = []

  /// A member to take: its path, and what it is.
  struct Wanted: Sendable {
    var path: [[UInt8]]
    var field: FieldMapping.Field
    /// Its place among the paths of the field.
    var rank: Int
  }

  /// What is wrong, and at which byte of the record.
  struct Failure: Error {
    var message: String
    var offset: Int
  }

  /// The members that a mapping names.
  static func wanted(_ mapping: FieldMapping) -> [Wanted] {
    FieldMapping.recordFields.flatMap { field in
      mapping.paths(of: field).enumerated().map { rank, path in
        Wanted(path: path.split(separator: ".").map { Array($0.utf8) }, field: field, rank: rank)
      }
    }
  }

  private init(_ line: ArraySlice<UInt8>) {
    self.line = line
    position = line.startIndex
  }

  /// The record's document.
  ///
  /// - Parameter location: the record's first line; the document's source and, where no id is given, its id.
  /// - Throws: `KhabarError` D002 to D005.
  static func document(
    in line: ArraySlice<UInt8>, at location: SourceLocation, _ wanted: [Wanted] = wanted(FieldMapping())
  ) throws -> RawDocument {
    if let broken = UTF8Check.firstInvalid(line) {
      let what = line.contains(0x0A) ? "record" : "line"
      throw KhabarError(
        "D002", at: location, "not valid UTF-8 at byte \(broken - line.startIndex + 1) of the \(what)",
        remedy: "Convert the file to UTF-8, for instance with iconv")
    }
    var parser = RecordParser(line)
    do {
      try parser.record(wanted)
    } catch let failure as Failure {
      throw KhabarError(
        "D004", at: parser.place(of: failure, location), failure.message,
        remedy: "A record is one JSON object with at least a text: {\"id\": \"1\", \"text\": \"…\"}")
    }
    return try parser.found.document(at: location, members: parser.members)
  }

  /// Line and column of a failure.
  private func place(of failure: Failure, _ location: SourceLocation) -> SourceLocation {
    let before = line[..<min(failure.offset, line.endIndex)]
    var location = location
    if let start = before.lastIndex(of: 0x0A) {
      location.line = (location.line ?? 1) + before.count { $0 == 0x0A }
      location.column = before[(start + 1)...].count { $0 & 0xC0 != 0x80 } + 1
    } else {
      location.column = before.count { $0 & 0xC0 != 0x80 } + 1
    }
    return location
  }

  // MARK: - Grammar

  private mutating func record(_ wanted: [Wanted]) throws {
    try expect("{", "the record is not a JSON object")
    try object(wanted, depth: 0)
    if skipSpace() != nil { throw Failure(message: "there is more behind the object", offset: position) }
  }

  /// The members of an object whose bracket is open. Goes down no further than paths do.
  private mutating func object(_ wanted: [Wanted], depth: Int) throws {
    if skipSpace() == UInt8(ascii: "}") {
      position += 1
      return
    }
    repeat {
      let key = try string()
      try expect(":", "a colon is missing behind a name")
      if depth == 0, members.count < 32 { members.append(String(decoding: key, as: UTF8.self)) }
      let here = wanted.filter { $0.path.count > depth && $0.path[depth] == key }
      if here.isEmpty { try skipValue() } else { try value(here, depth: depth + 1) }
    } while try another(before: "}")
  }

  private mutating func value(_ wanted: [Wanted], depth: Int) throws {
    let ends = wanted.filter { $0.path.count == depth }
    let deeper = wanted.filter { $0.path.count > depth }
    switch skipSpace() {
    case UInt8(ascii: "{") where !deeper.isEmpty:
      position += 1
      try object(deeper, depth: depth)
    case UInt8(ascii: "[") where ends.contains { $0.field == .text || $0.field == .author }:
      let lines = try lines()
      for end in ends { found.take(lines, for: end.field, rank: end.rank) }
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"):
      let start = position
      try skipValue()
      for end in ends {
        switch end.field {
        case .text, .id: throw Failure(message: "the value is not a string", offset: start)
        // Whatever it is, it is said in the record's warnings.
        case .date: found.take(Array(line[start..<position]), for: .date, rank: end.rank)
        default: found.unreadable.append(end.path.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "."))
        }
      }
    default:
      if let text = try scalar() { for end in ends { found.take(text, for: end.field, rank: end.rank) } }
    }
  }

  /// The strings of a list, as lines.
  private mutating func lines() throws -> [UInt8] {
    let start = position
    position += 1
    var lines: [UInt8] = []
    if skipSpace() == UInt8(ascii: "]") {
      position += 1
      return []
    }
    repeat {
      guard skipSpace() == UInt8(ascii: "\"") else {
        throw Failure(message: "the value is not a string", offset: start)
      }
      if !lines.isEmpty { lines.append(0x0A) }
      lines += try string()
    } while try another(before: "]")
    return lines
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

  /// The text of a string or number; nil for null.
  private mutating func scalar() throws -> [UInt8]? {
    switch skipSpace() {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "n"):
      try word()
      return nil
    default:
      let start = position
      try word()
      return Array(line[start..<position])
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
      while index &+ 8 <= bytes.count {
        let eight = EightBytes(bytes, at: index)
        guard !eight.has(UInt8(ascii: "\"")), !eight.has(UInt8(ascii: "\\")) else { break }
        index &+= 8
      }
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
