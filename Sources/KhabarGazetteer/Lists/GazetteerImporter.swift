import KhabarCore

/// Converts lists of other formats to the project's table.
public struct GazetteerImporter: Sendable {
  public init() {}

  /// One table of all lists: columns `name` and `type`, then every other column that a list has, in order.
  ///
  /// - Returns: the table's text, and what could not be read.
  /// - Throws: `KhabarError` when a list can't be read at all.
  public func table(of sources: [GazetteerSource]) throws -> (text: String, findings: [Diagnostic]) {
    var columns = [GazetteerColumn.name.rawValue, GazetteerColumn.type.rawValue]
    var rows: [[String: String]] = []
    var findings: [Diagnostic] = []
    let expanded = try sources.map { try ListSource.expand($0, isFromUser: false) }
    findings += expanded.flatMap(\.findings)
    for source in expanded.flatMap(\.lists) {
      let (list, diagnostics) = try source.list(try source.read())
      findings += diagnostics
      guard let list else { continue }
      for column in list.table.columns where !column.isEmpty && !columns.contains(column) { columns.append(column) }
      list.table.forEachRow { line, cells in
        guard cells.count <= list.table.columns.count else {
          findings.append(GazetteerFinding.fieldCount(cells.count, list.table.columns.count, list.location(line)))
          return
        }
        var row: [String: String] = [:]
        for (column, cell) in zip(list.table.columns, cells) {
          let value = list.table.string(list.table.trimmed(cell))
          if !value.isEmpty { row[column] = value }
        }
        if row["type"] == nil { row["type"] = list.defaultType?.rawValue }
        guard row["name"] != nil else {
          findings.append(GazetteerFinding.emptyName(list.location(line)))
          return
        }
        rows.append(row)
      }
    }
    var text = columns.joined(separator: "\t") + "\n"
    for row in rows {
      let cells = columns.map { row[$0] ?? "" }
      // A name that starts with the sign of a comment would be taken for one.
      text += (cells[0].utf8.first == UInt8(ascii: "#") ? " " : "") + cells.joined(separator: "\t") + "\n"
    }
    return (text, findings)
  }
}
