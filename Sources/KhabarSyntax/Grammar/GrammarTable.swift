import KhabarCore

/// What one of the engine's tables looks like: the places at which its rows look, and what they may decide.
public struct TableShape: Sendable {
  public var name: String
  /// The places, in the order in which their features are given to a row.
  public var columns: [String]
  /// What a row may say.
  public var outcomes: [String]
  /// The two columns between which `same` and `differ` compare; nil for a table without.
  public var compared: (Int, Int)?
  /// Rows have a number, which is added up; in other tables the first row that holds decides.
  public var isSum: Bool
  /// Features that words get and lose by what stands before them in their sentence.
  public var changing: [String]
  /// Outcomes, as indexes, that are asked for by themselves: see `GrammarTable.only`.
  public var parts: [[Int]]

  public init(
    _ name: String, columns: [String], outcomes: [String], compared: (Int, Int)? = nil, isSum: Bool = false,
    changing: [String] = [], parts: [[Int]] = []
  ) {
    self.name = name
    self.columns = columns
    self.outcomes = outcomes
    self.compared = compared
    self.isSum = isSum
    self.changing = changing
    self.parts = parts
  }
}

/// The place of a row among all rows of a grammar.
public struct RowID: Hashable, Sendable, BitwiseCopyable {
  /// Its place, counted over all tables in the order of their files.
  public var number: Int32

  public init(_ number: Int) { self.number = Int32(number) }
}

/// One line of a table: what must hold, and what then follows.
public struct GrammarRow: Sendable {
  /// The word behind its outcome, by which messages and `--without` speak of it.
  public var name: String
  /// Its place among all rows.
  public var id: RowID
  /// Where it is written.
  public var location: SourceLocation
  /// Index into the shape's outcomes.
  public var outcome: Int
  /// Points, in a table of sums.
  public var score: Int
  /// Conditions by column; a column that is not named may be anything.
  var conditions: [ColumnCondition]
  /// Features in which the two compared columns must be alike, and those in which they must not.
  var same: Features
  var differ: Features
}

/// What a row asks of a column.
struct ColumnCondition: Sendable {
  /// Index into the shape's columns.
  var column: Int
  var condition: Condition
}

/// What a row says. What is asked at every word carries neither names nor conditions, which would have to be counted as
/// they are passed around.
public struct Decision: Sendable, BitwiseCopyable {
  /// The row that says it.
  public var row: RowID
  /// Index into the shape's outcomes.
  public var outcome: Int
  /// Points, in a table of sums.
  public var score: Int
}

/// The points of the rows that hold, and the row that gave most of them.
struct RowSum {
  private(set) var points = 0
  /// nil while none gave any.
  var row: RowID? { most?.row }
  private var most: Decision?

  mutating func add(_ other: Decision) {
    points += other.score
    if other.score > most?.score ?? 0 { most = other }
  }
}

/// The rows of one table, in the order of their files.
public struct GrammarTable: Sendable {
  /// What its rows may say and look at.
  public let shape: TableShape
  /// In the order of their files: the first that fits decides, or all are summed up.
  public var rows: [GrammarRow] { written.value }
  private var written: ArchiveSection<[GrammarRow]>
  /// The rows ready to be found.
  private(set) var masks: RowMasks
  /// The rows that a word may stand in at each column.
  private(set) var columnRows: ColumnRows
  /// What each outcome asks for in each column.
  private var demands: [Features]
  /// Those with the rows of each of the shape's parts alone.
  private var parts: [GrammarTable]
  private var changing: Features

  /// - Parameter changing: those of the shape, which rows are not found by.
  init(shape: TableShape, rows: [GrammarRow], changing: Features = Features()) {
    self.shape = shape
    self.changing = changing
    written = ArchiveSection(rows)
    masks = RowMasks(rows, compared: shape.compared, ignoring: changing)
    columnRows = ColumnRows(rows.map(\.conditions), columns: shape.columns.count, ignoring: changing)
    demands = shape.outcomes.indices.flatMap { outcome in
      shape.columns.indices.map { Self.demand(rows, of: outcome, inColumn: $0) }
    }
    var whole = shape
    whole.parts = []
    parts = shape.parts.map { outcomes in
      GrammarTable(shape: whole, rows: rows.filter { outcomes.contains($0.outcome) }, changing: changing)
    }
  }

  /// The table with only those rows that say the outcomes of one of its shape's parts.
  ///
  /// - Parameter part: index into the shape's parts.
  func only(_ part: Int) -> GrammarTable { parts[part] }

  /// The table without one of its rows.
  func without(row name: String) -> GrammarTable {
    GrammarTable(shape: shape, rows: rows.filter { $0.name != name }, changing: changing)
  }

  /// The features that must be there in a column for the table to say something: those that all its rows ask for that
  /// say it.
  func demand(of outcome: String, inColumn column: String) -> Features {
    guard let number = shape.columns.firstIndex(of: column), let said = shape.outcomes.firstIndex(of: outcome) else {
      return Features()
    }
    return demands[said * shape.columns.count + number]
  }

  private static func demand(_ rows: [GrammarRow], of outcome: Int, inColumn column: Int) -> Features {
    common(
      rows.filter { $0.outcome == outcome }.map { row in
        common((row.conditions.first { $0.column == column }?.condition.ways ?? []).map(\.all))
      })
  }

  private static func common(_ sets: [Features]) -> Features {
    sets.dropFirst().reduce(sets.first ?? Features()) { $0.intersection($1) }
  }

  /// Where the features of a column are.
  typealias Column = UnsafePointer<Features>

  /// The first row that holds; nil when none does.
  ///
  /// The shape's columns, in order, are parameters of their own here and below: an array of them would be allocated at
  /// every word. Those that the table does not have are left out.
  @inline(__always)
  func first(
    _ one: Column, _ two: Column, _ three: Column? = nil, _ four: Column? = nil, _ five: Column? = nil,
    _ six: Column? = nil
  ) -> Decision? {
    withUnsafePointer(to: (one, two, three ?? one, four ?? one, five ?? one, six ?? one)) {
      masks.first(FeatureColumns(tuple: $0))
    }
  }

  /// Calls `body` with each row that holds, in order.
  @inline(__always)
  func forEach(
    _ one: Column, _ two: Column, _ three: Column, _ four: Column? = nil, _ five: Column? = nil,
    body: (Decision) -> Void
  ) {
    withUnsafePointer(to: (one, two, three, four ?? one, five ?? one)) { tuple in
      masks.view.forEach(FeatureColumns(tuple: tuple)) { decision in
        body(decision)
        return true
      }
    }
  }
}

extension GrammarTable {
  /// Hands over its rows; the shape is the engine's own.
  mutating func passRows(through archive: Archive) throws {
    var asked = masks.parts
    try written.pass(through: archive)
    try archive.plain(&changing)
    try asked.pass(through: archive)
    masks = RowMasks(asked, compared: shape.compared)
    try columnRows.pass(through: archive)
    try archive.plain(&demands)
    guard demands.count == shape.outcomes.count * shape.columns.count else { throw ArchiveFault() }
    for index in parts.indices { try parts[index].passRows(through: archive) }
  }
}
