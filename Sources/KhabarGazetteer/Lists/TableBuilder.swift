import KhabarCore

/// Builds a table from a list of another format: names, types and whatever features its lines have.
struct TableBuilder {
  private var columns: [String]
  private var rows: [(line: Int, cells: [String])] = []

  /// - Parameter columns: columns that come first, such as `name` and `type`.
  init(columns: [String] = ["name", "type"]) { self.columns = columns }

  /// Adds a row.
  ///
  /// - Parameter line: of the file it is from.
  mutating func add(_ fields: [(column: String, value: String)], line: Int) {
    var cells = Array(repeating: "", count: columns.count)
    for field in fields {
      let column = Self.cleaned(field.column)
      let value = Self.cleaned(field.value)
      if let index = columns.firstIndex(of: column) {
        cells[index] = value
      } else if !column.isEmpty {
        columns.append(column)
        cells.append(value)
      }
    }
    rows.append((line, cells))
  }

  /// The table as text, and for each of its lines the line of the file.
  func text() -> (bytes: [UInt8], originalLines: [Int]) {
    var bytes = Array(columns.joined(separator: "\t").utf8)
    bytes.append(0x0A)
    var lines = [0, 1]
    for row in rows {
      var row = row
      // A name that starts with the sign of a comment would be taken for one.
      if row.cells[0].utf8.first == UInt8(ascii: "#") { row.cells[0] = " " + row.cells[0] }
      bytes += row.cells.joined(separator: "\t").utf8
      bytes.append(0x0A)
      lines.append(row.line)
    }
    return (bytes, lines)
  }

  /// The list that the table stands for.
  func list(_ source: ListSource) throws -> GazetteerList {
    let (bytes, lines) = text()
    return GazetteerList(
      file: source.file, table: try TSVReader(file: source.file, bytes: bytes), originalLines: lines,
      defaultType: source.type, isFromUser: source.isFromUser, isExact: false)
  }

  /// A value that fits a cell.
  private static func cleaned(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 < 0x20 }) else { return value }
    return String(decoding: value.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}

/// The lines of a file, without their ends.
struct FileLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position: Int
  private var number = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next line with its 1-based number.
  mutating func next() -> (number: Int, text: String)? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    var end = position
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    position += 1
    number += 1
    return (number, String(decoding: bytes[start..<end], as: UTF8.self))
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmedOfSpace: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last, first.isSpace || last.isSpace else {
      return String(self)
    }
    var view = self[...]
    while let first = view.unicodeScalars.first, first.isSpace { view = view.dropScalar() }
    while let last = view.unicodeScalars.last, last.isSpace { view = view.dropLastScalar() }
    return String(view)
  }

  private func dropScalar() -> SubSequence { self[unicodeScalars.index(after: startIndex)...] }
  private func dropLastScalar() -> SubSequence { self[..<unicodeScalars.index(before: endIndex)] }
}

extension Unicode.Scalar {
  /// Has the Unicode property `White_Space`: the same answer as `properties.isWhitespace`, without its search.
  fileprivate var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
