/// Reads the project's tables: UTF-8, tab separated, with comments, blank lines, settings and a header line.
///
/// A line that starts with `#!` before the header is a setting (`#! match=exact`), any other `#` line a comment. The
/// first line that is neither is the header. Cells are not quoted. Rows come as byte ranges, so that big lists are read
/// without making strings.
public struct TSVReader: Sendable {
  /// For messages.
  public let file: String
  /// The table, valid UTF-8.
  public let bytes: [UInt8]
  /// `#! key=value` lines.
  public private(set) var settings: [String: String] = [:]
  /// The cells of the heading.
  public private(set) var columns: [String] = []
  /// 1-based line of the header.
  public private(set) var headerLine = 0
  private var bodyStart = 0

  /// - Throws: `KhabarError` G001 when there is no header.
  public init(file: String, bytes: [UInt8]) throws {
    self.file = file
    self.bytes = bytes
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    while position < bytes.count {
      line += 1
      let end = Self.lineEnd(bytes, position)
      let range = Self.trimmed(bytes, position..<end)
      position = end + 1
      if range.isEmpty { continue }
      if bytes[range.lowerBound] == UInt8(ascii: "#") {
        let text = String(decoding: bytes[range], as: UTF8.self)
        if text.hasPrefix("#!") {
          let pair = text.dropFirst(2).split(separator: "=", maxSplits: 1)
          if pair.count == 2 {
            settings[Self.trim(String(pair[0]))] = Self.trim(String(pair[1]))
          }
        }
        continue
      }
      columns = String(decoding: bytes[range], as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
        .map { Self.trim(String($0)) }
      headerLine = line
      bodyStart = position
      return
    }
    throw KhabarError(
      "G001", at: SourceLocation(file: file), "there is no header line",
      remedy: "Write the column names, separated by tabs, on the first line, such as: name\ttype")
  }

  /// Calls `body` for every row with its 1-based line and the byte ranges of its cells. Cells keep stray spaces; a
  /// carriage return at the line's end is left out.
  public func forEachRow(_ body: (_ line: Int, _ cells: [Range<Int>]) throws -> Void) rethrows {
    var cells: [Range<Int>] = []
    cells.reserveCapacity(columns.count + 1)
    try bytes.withUnsafeBufferPointer { bytes in
      var position = bodyStart
      var line = headerLine
      while position < bytes.count {
        line += 1
        let isComment = bytes[position] == UInt8(ascii: "#")
        cells.removeAll(keepingCapacity: true)
        var start = position
        var hasText = false
        while position < bytes.count, bytes[position] != 0x0A {
          let byte = bytes[position]
          if byte == 0x09 {
            cells.append(start..<position)
            start = position + 1
          } else if byte != 0x20, byte != 0x0D {
            hasText = true
          }
          position += 1
        }
        let end = position > start && bytes[position - 1] == 0x0D ? position - 1 : position
        cells.append(start..<end)
        position += 1
        if hasText, !isComment { try body(line, cells) }
      }
    }
  }

  /// The text of a cell.
  public func string(_ cell: Range<Int>) -> String { String(decoding: bytes[cell], as: UTF8.self) }

  /// A row whose cells are asked for by their column.
  public struct Row: Sendable {
    fileprivate let table: TSVReader
    fileprivate let cells: [Range<Int>]

    /// The text of a cell without the white space around it; nil when it is empty or there is no such column.
    public subscript(column: String) -> String? {
      guard let index = table.columns.firstIndex(of: column), index < cells.count else { return nil }
      let cell = TSVReader.trimmed(table.bytes, cells[index])
      return cell.isEmpty ? nil : table.string(cell)
    }
  }

  /// All rows, their cells by column.
  ///
  /// - Throws: `KhabarError` G003 for a row with more cells than the header has columns.
  public func rows() throws -> [(line: Int, cells: Row)] {
    var rows: [(line: Int, cells: Row)] = []
    try forEachRow { line, cells in
      guard cells.count <= columns.count else {
        throw KhabarError(
          "G003", at: SourceLocation(file: file, line: line),
          "\(cells.count) fields where the header has \(columns.count) columns", remedy: "Remove the surplus tab")
      }
      rows.append((line, Row(table: self, cells: cells)))
    }
    return rows
  }

  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index
  }

  /// The range without white space at its ends: ASCII space and control characters but the tab, and no-break spaces (C2
  /// A0).
  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      if bytes[start] <= 0x20, bytes[start] != 0x09 {
        start += 1
      } else if end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if bytes[end - 1] <= 0x20, bytes[end - 1] != 0x09 {
        end -= 1
      } else if end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  private static func trim(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[trimmed(bytes, 0..<bytes.count)], as: UTF8.self)
  }
}
