/// How rows of a table are written.
public enum TableSyntax: Sendable, Equatable {
  /// RFC 4180: commas, cells with commas, quotes or line breaks in quotes. With a byte order mark spreadsheets read it
  /// as UTF-8.
  case csv(hasMark: Bool)
  /// Tabs; a tab or line break in a cell becomes a space.
  case tsv

  /// What stands before the header.
  public var opening: String { self == .csv(hasMark: true) ? "\u{FEFF}" : "" }

  /// One row with its line end.
  public func row(_ cells: [String]) -> String {
    switch self {
    case .csv: cells.map(Self.quoted).joined(separator: ",") + "\n"
    case .tsv: cells.map(Self.flat).joined(separator: "\t") + "\n"
    }
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return cell }
    var text = "\""
    for character in cell.unicodeScalars {
      if character == "\"" { text += "\"\"" } else { text.unicodeScalars.append(character) }
    }
    return text + "\""
  }

  private static func flat(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return cell }
    return String(String.UnicodeScalarView(cell.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
