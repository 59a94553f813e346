import KhabarCore

/// Reads the project's own tables.
enum TableList {
  static func read(_ bytes: [UInt8], _ source: ListSource) throws -> (GazetteerList?, [Diagnostic]) {
    let table: TSVReader
    do {
      table = try TSVReader(file: source.file, bytes: bytes)
    } catch let error as KhabarError {
      return (nil, error.diagnostics)
    }
    var diagnostics: [Diagnostic] = []
    var list = GazetteerList(
      file: source.file, table: table, defaultType: source.type, isFromUser: source.isFromUser, isExact: false)
    for (key, value) in table.settings.sorted(by: { $0.key < $1.key }) {
      switch (key, value) {
      case ("match", "exact"): list.isExact = true
      case ("match", "folded"): break
      case ("type", _): list.defaultType = EntityType(value)
      default: diagnostics.append(GazetteerFinding.badSetting(key, value, SourceLocation(file: source.file)))
      }
    }
    let header = SourceLocation(file: source.file, line: table.headerLine)
    for column in ["name", "type"] where list.column(column) == nil && (column == "name" || list.defaultType == nil) {
      return (nil, diagnostics + [GazetteerFinding.missingColumn(column, header)])
    }
    return (list, diagnostics)
  }
}
