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

  public init(
    _ name: String, columns: [String], outcomes: [String], compared: (Int, Int)? = nil, isSum: Bool = false
  ) {
    self.name = name
    self.columns = columns
    self.outcomes = outcomes
    self.compared = compared
    self.isSum = isSum
  }
}

/// The place of a row among all rows of a grammar.
public struct RowID: Hashable, Sendable {
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
  var conditions: [(column: Int, condition: Condition)]
  /// Features in which the two compared columns must be alike, and those in which they must not.
  var same: Features
  var differ: Features
}

/// The points of the rows that hold, and the row that gave most of them.
struct RowSum {
  private(set) var points = 0
  /// nil while none gave any.
  private(set) var row: GrammarRow?

  mutating func add(_ other: GrammarRow) {
    points += other.score
    if other.score > row?.score ?? 0 { row = other }
  }
}

/// The rows of one table, in the order of their files.
public struct GrammarTable: Sendable {
  /// What its rows may say and look at.
  public let shape: TableShape
  /// In the order of their files: the first that fits decides, or all are summed up.
  public let rows: [GrammarRow]
  private let masks: RowMasks

  init(shape: TableShape, rows: [GrammarRow]) {
    self.shape = shape
    self.rows = rows
    masks = RowMasks(rows)
  }

  /// Columns of a table at most.
  static let columnLimit = 6

  /// The place of the first row that holds; nil when none does. Makes no array, for tables that are asked of every
  /// word.
  ///
  /// The parameters are the features at each of the shape's columns, in order.
  func firstIndex(
    _ first: Features, _ second: Features, _ third: Features, _ fourth: Features = Features(),
    _ fifth: Features = Features(), _ sixth: Features = Features()
  ) -> Int? {
    withUnsafeTemporaryAllocation(of: Features.self, capacity: Self.columnLimit) { columns in
      columns.initializeElement(at: 0, to: first)
      columns.initializeElement(at: 1, to: second)
      columns.initializeElement(at: 2, to: third)
      columns.initializeElement(at: 3, to: fourth)
      columns.initializeElement(at: 4, to: fifth)
      columns.initializeElement(at: 5, to: sixth)
      return masks.first(from: 0, UnsafeBufferPointer(columns), compared: shape.compared)
    }
  }

  /// The first row that holds; nil when none does.
  ///
  /// - Parameter columns: the features at each of the shape's columns.
  public func first(_ columns: Features...) -> GrammarRow? {
    columns.withUnsafeBufferPointer { masks.first(from: 0, $0, compared: shape.compared).map { rows[$0] } }
  }

  /// Calls `body` with each row that holds, in order.
  public func forEach(_ columns: Features..., body: (GrammarRow) -> Void) {
    columns.withUnsafeBufferPointer { columns in
      var start = 0
      while let index = masks.first(from: start, columns, compared: shape.compared) {
        body(rows[index])
        start = index + 1
      }
    }
  }
}
