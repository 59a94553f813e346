import KhabarCore

/// Reads the rows of a list as the compiler needs them: where the names stand, and the values of the columns that
/// decide how an entry matches.
struct RowReader {
  /// A usable row.
  struct Row {
    /// Line of the table.
    var line: Int
    /// All of the row's bytes.
    var extent: Range<Int>
    /// Name and aliases, without the spaces around them.
    var names: [Range<Int>] = []
    var type = ""
    var country: Range<Int>?
    var context = EntryContext.any
    var priority: Int16 = 0
    var population: UInt32 = 0
    /// Names of an office, for a tenure.
    var offices: [Range<Int>] = []
    /// A country or nationality: its name keeps its meaning without the article.
    var mayLoseArticle = false
  }

  let list: GazetteerList
  private let table: TSVReader
  private let name: Int?
  private let type: Int?
  private let aliases: Int?
  private let kind: Int?
  private let country: Int?
  private let context: Int?
  private let priority: Int?
  private let population: Int?
  private let office: Int?
  private let officeAliases: Int?
  /// The last type read, to make no string for each row of a list.
  private var lastType: (bytes: [UInt8], name: String) = ([], "")

  init(_ list: GazetteerList) {
    self.list = list
    table = list.table
    name = list.column(GazetteerColumn.name.rawValue)
    type = list.column(GazetteerColumn.type.rawValue)
    aliases = list.column(GazetteerColumn.aliases.rawValue)
    kind = list.column(GazetteerColumn.kind.rawValue)
    country = list.column(GazetteerColumn.country.rawValue)
    context = list.column(GazetteerColumn.context.rawValue)
    priority = list.column(GazetteerColumn.priority.rawValue)
    population = list.column(GazetteerColumn.population.rawValue)
    office = list.column("office")
    officeAliases = list.column("office_aliases")
  }

  /// Calls `accepted` for every row that makes an entry and `rejected` with the reason for every other.
  mutating func forEachRow(rejected: (Diagnostic) -> Void, accepted: (Row) -> Void) {
    let columnCount = table.columns.count
    table.forEachRow { line, cells in
      guard cells.count <= columnCount else {
        rejected(GazetteerFinding.fieldCount(cells.count, columnCount, list.location(line)))
        return
      }
      func cell(_ column: Int?) -> Range<Int>? {
        guard let column, column < cells.count else { return nil }
        let trimmed = table.trimmed(cells[column])
        return trimmed.isEmpty ? nil : trimmed
      }
      var row = Row(line: line, extent: cells[0].lowerBound..<(cells.last?.upperBound ?? cells[0].upperBound))
      guard let name = cell(name) else {
        rejected(GazetteerFinding.emptyName(list.location(line)))
        return
      }
      guard let type = typeName(cell(type)) else {
        rejected(GazetteerFinding.emptyType(cells.count, columnCount, list.location(line)))
        return
      }
      if hasReplacementCharacter(row.extent) {
        rejected(GazetteerFinding.invalidUTF8(list.location(line)))
        return
      }
      row.type = type
      row.names = [name]
      if let aliases = cell(aliases) { appendParts(of: aliases, to: &row.names) }
      row.country = cell(country)
      if let cell = cell(context) {
        guard let context = EntryContext(column: table.string(cell)) else {
          rejected(GazetteerFinding.unknownContext(table.string(cell), list.location(line)))
          return
        }
        row.context = context
      }
      if let cell = cell(priority) {
        guard let priority = Int16(table.string(cell)) else {
          rejected(GazetteerFinding.badNumber("priority", table.string(cell), list.location(line)))
          return
        }
        row.priority = priority
      }
      if let cell = cell(population) { row.population = UInt32(clamping: Int(table.string(cell)) ?? 0) }
      if type == EntityType.tenure.rawValue {
        if let office = cell(office) { row.offices = [office] }
        if let aliases = cell(officeAliases) { appendParts(of: aliases, to: &row.offices) }
      }
      row.mayLoseArticle =
        type == EntityType.nationality.rawValue
        || cell(kind).map { table.bytes[$0].elementsEqual("country".utf8) } == true
      accepted(row)
    }
  }

  private mutating func typeName(_ cell: Range<Int>?) -> String? {
    guard let cell else { return list.defaultType?.rawValue }
    if !table.bytes[cell].elementsEqual(lastType.bytes) { lastType = (Array(table.bytes[cell]), table.string(cell)) }
    return lastType.name
  }

  /// The parts of a cell between `|`.
  private func appendParts(of cell: Range<Int>, to parts: inout [Range<Int>]) {
    var start = cell.lowerBound
    for index in cell where table.bytes[index] == UInt8(ascii: "|") {
      let part = table.trimmed(start..<index)
      if !part.isEmpty { parts.append(part) }
      start = index + 1
    }
    let part = table.trimmed(start..<cell.upperBound)
    if !part.isEmpty { parts.append(part) }
  }

  /// U+FFFD, which stands for what was no UTF-8.
  private func hasReplacementCharacter(_ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    for index in range.lowerBound..<(range.upperBound - 2)
    where table.bytes[index] == 0xEF && table.bytes[index + 1] == 0xBF && table.bytes[index + 2] == 0xBD { return true }
    return false
  }
}
