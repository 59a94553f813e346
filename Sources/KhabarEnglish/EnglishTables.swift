import KhabarCore

import class Foundation.FileManager

/// Opens the pack's tables.
struct EnglishTables {
  /// `Gazetteers/en/lexicon`.
  let folder: String
  let orthography: Orthography

  /// A row of a table: its words, folded, and its further cells.
  struct Row {
    var words: [WordKey]
    var location: SourceLocation
    private let cells: TSVReader.Row

    init(_ cells: TSVReader.Row, words: [WordKey], location: SourceLocation) {
      self.cells = cells
      self.words = words
      self.location = location
    }

    /// The text of a cell; nil for an empty one.
    subscript(column: String) -> String? { cells[column] }

    /// What a word of the table stands for.
    ///
    /// - Throws: `KhabarError` L004 for one that there is not.
    func meaning<Value>(_ column: String, in meanings: [String: Value]) throws -> Value {
      guard let value = meanings[self[column] ?? ""] else {
        throw KhabarError(
          "L004", at: location, "unknown \(column) \(self[column] ?? "")",
          remedy: "Use one of: \(meanings.keys.sorted().joined(separator: ", "))")
      }
      return value
    }
  }

  /// All rows of a table, of which the first column is `name`.
  ///
  /// - Throws: `KhabarError` L002 for a table that is not there or is damaged, G003 for surplus fields.
  func rows(of table: String, columns: [String]) throws -> [Row] {
    let file = folder + "/" + table
    guard let data = FileManager.default.contents(atPath: file) else {
      throw KhabarError(
        "L002", at: SourceLocation(file: file), "the table can't be read", remedy: "Take it from the package again")
    }
    let reader = try TSVReader(data: file, bytes: Array(data), columns: ["name"] + columns)
    return try reader.rows().map { line, cells in
      Row(cells, words: orthography.keys(cells["name"] ?? ""), location: SourceLocation(file: file, line: line))
    }
  }
}
