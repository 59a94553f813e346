import KhabarCore

/// A list that was read: a table, whatever the format of its file.
struct GazetteerList {
  /// The file that locations name.
  var file: String
  var table: TSVReader
  /// For a list that was converted to a table: the line of the file by the line of the table.
  var originalLines: [Int]?
  /// The type of rows that give none.
  var defaultType: EntityType?
  var isFromUser: Bool
  /// Names match by their exact bytes only: `#! match=exact`.
  var isExact: Bool

  /// The line of the file that a line of the table stands for.
  func line(_ tableLine: Int) -> Int {
    guard let originalLines else { return tableLine }
    return originalLines.indices.contains(tableLine) ? originalLines[tableLine] : tableLine
  }

  func location(_ tableLine: Int) -> SourceLocation { SourceLocation(file: file, line: line(tableLine)) }

  /// Index of a column, nil when the list has none of that name.
  func column(_ name: String) -> Int? { table.columns.firstIndex(of: name) }
}

extension TSVReader {
  /// A cell without the spaces around it.
  func trimmed(_ cell: Range<Int>) -> Range<Int> {
    var (start, end) = (cell.lowerBound, cell.upperBound)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }
}
