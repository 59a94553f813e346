import KhabarCore

/// The conditions of a table's rows, ready to find the rows that hold.
///
/// The grammar's tables are asked several times of every word, which makes this the innermost loop of the parser. An
/// index gives the few rows that may hold. All that a row asks for in one way becomes one condition over all columns,
/// and its rarest test stands in the row itself: most rows that the index gives are passed over by that one test.
///
/// A class: a table is asked at every word, and its arrays would be counted as it is passed around.
final class RowMasks: Sendable {
  fileprivate struct Row: Sendable, BitwiseCopyable {
    /// Must hold, and mostly doesn't.
    var first: FlatConditions.Test
    /// The row's conditions, all of which must hold.
    var start: Int32
    var end: Int32
    var compares: Bool
  }

  /// What a row asks of two columns at once.
  fileprivate struct Comparison: Sendable, BitwiseCopyable {
    /// Features in which the columns must be alike.
    var same: Features
    /// Features in which they must not.
    var differ: Features

    func holds(_ one: Features, _ other: Features) -> Bool {
      guard one.intersection(same) == other.intersection(same) else { return false }
      return differ.isEmpty || one.intersection(differ) != other.intersection(differ)
    }
  }

  private let rows: [Row]
  private let conditions: FlatConditions
  private let comparisons: [Comparison]
  private let decisions: [Decision]
  let index: RowIndex
  /// The columns that rows compare.
  private let compared: (Int, Int)?
  private let ground = Ground()
  /// All of it by addresses. There as long as the table.
  let view: View

  private init(
    rows: [Row], conditions: FlatConditions, comparisons: [Comparison], decisions: [Decision], index: RowIndex,
    compared: (Int, Int)?
  ) {
    self.rows = rows
    self.conditions = conditions
    self.comparisons = comparisons
    self.decisions = decisions
    self.index = index
    self.compared = compared
    view = View(
      rows: ground.lay(rows), conditions: conditions.view(on: ground), comparisons: ground.lay(comparisons),
      decisions: ground.lay(decisions), index: index.view(on: ground), compared: compared)
  }

  /// - Parameter ignored: features by which the index is not to find rows.
  convenience init(_ table: [GrammarRow], compared: (Int, Int)?, ignoring ignored: Features = Features()) {
    var rows: [Row] = []
    var conditions = FlatConditions()
    let demands = table.map(Self.tests)
    let counts = Self.counts(demands.joined())
    for (row, tests) in zip(table, demands) {
      let sorted = tests.sorted { Self.frequency($0, counts) < Self.frequency($1, counts) }
      let start = conditions.count
      if sorted.count > 1 { conditions.append(sorted.dropFirst()) }
      for asked in row.conditions where asked.condition.ways.count != 1 {
        conditions.append(asked.condition, column: asked.column)
      }
      rows.append(
        Row(
          first: sorted.first ?? .always, start: Int32(start), end: Int32(conditions.count),
          compares: !(row.same.isEmpty && row.differ.isEmpty)))
    }
    self.init(
      rows: rows, conditions: conditions, comparisons: table.map { Comparison(same: $0.same, differ: $0.differ) },
      decisions: table.map { Decision(row: $0.id, outcome: $0.outcome, score: $0.score) },
      index: RowIndex(table.map(\.conditions), ignoring: ignored), compared: compared)
  }

  /// What a row asks for whichever of the ways of its conditions holds.
  private static func tests(of row: GrammarRow) -> [FlatConditions.Test] {
    row.conditions.flatMap { asked -> [FlatConditions.Test] in
      guard let way = asked.condition.ways.first else { return [.never] }
      let common = asked.condition.ways.dropFirst().reduce(into: way) { common, way in
        common.all = common.all.intersection(way.all)
        common.none = common.none.intersection(way.none)
      }
      return FlatConditions.tests(all: common.all, none: common.none, column: asked.column)
    }
  }

  /// How many rows ask for each feature of each column.
  private static func counts(_ tests: some Sequence<FlatConditions.Test>) -> [FeatureColumns.Place: [Int]] {
    tests.reduce(into: [:]) { counts, test in
      for bit in 0..<UInt64.bitWidth where test.value >> UInt64(bit) & 1 != 0 {
        counts[test.place, default: Array(repeating: 0, count: UInt64.bitWidth)][bit] += 1
      }
    }
  }

  /// How many rows ask for what a test does: what few of them speak of is rare in texts, too. Tests that only forbid
  /// hold nearly always.
  private static func frequency(_ test: FlatConditions.Test, _ counts: [FeatureColumns.Place: [Int]]) -> Int {
    let own = (0..<UInt64.bitWidth).filter { test.value >> UInt64($0) & 1 != 0 }
    return own.map { counts[test.place]?[$0] ?? 0 }.min() ?? (test == .never ? .min : .max)
  }

  /// What the first row says that holds.
  func first(_ columns: FeatureColumns) -> Decision? {
    var found: Decision?
    view.forEach(columns) { decision in
      found = decision
      return false
    }
    return found
  }

  /// A table's rows where they lie. To copy it counts nothing.
  struct View: BitwiseCopyable, @unchecked Sendable {
    fileprivate let rows: UnsafeBufferPointer<Row>
    fileprivate let conditions: FlatConditions.View
    fileprivate let comparisons: UnsafeBufferPointer<Comparison>
    fileprivate let decisions: UnsafeBufferPointer<Decision>
    let index: RowIndex.View
    /// The columns that rows compare.
    fileprivate let compared: (Int, Int)?
  }
}

extension RowMasks.View {
  /// Calls `body` with what each row says that holds, in order, until it says that it wants no more.
  ///
  /// - Parameter columns: as many as the table has.
  @inline(__always)
  func forEach(_ columns: FeatureColumns, _ body: (Decision) -> Bool) {
    index.forEach(columns) { row in
      guard holds(row, columns) else { return .goOn }
      return body(decisions[row]) ? .goOn : .stop
    }
  }

  /// What the first of some rows says that holds.
  ///
  /// - Parameters:
  ///   - given: rows that may hold, of 64.
  ///   - word: which 64.
  @inline(__always)
  func first(_ columns: FeatureColumns, among given: UInt64, _ word: Int) -> Decision? {
    var rows = given
    while rows != 0 {
      let row = word << 6 + rows.trailingZeroBitCount
      if holds(row, columns) { return decisions[row] }
      rows &= rows - 1
    }
    return nil
  }

  @inline(__always)
  private func holds(_ number: Int, _ columns: FeatureColumns) -> Bool {
    guard rows[number].first.holds(columns) else { return false }
    var condition = Int(rows[number].start)
    let end = Int(rows[number].end)
    while condition < end, conditions.holds(condition, columns) { condition += 1 }
    return condition == end && (!rows[number].compares || agrees(number, columns))
  }

  private func agrees(_ row: Int, _ columns: FeatureColumns) -> Bool {
    guard let compared else { return true }
    return comparisons[row].holds(columns[compared.0], columns[compared.1])
  }
}

extension RowMasks {
  /// All of it but the columns that rows compare, for an archive.
  struct Parts: Archivable {
    fileprivate var rows: [Row]
    fileprivate var conditions: FlatConditions
    fileprivate var comparisons: [Comparison]
    fileprivate var decisions: [Decision]
    fileprivate var index: RowIndex

    static var blank: Parts { Parts(rows: [], conditions: .blank, comparisons: [], decisions: [], index: .blank) }

    mutating func pass(through archive: Archive) throws {
      try archive.plain(&rows)
      try conditions.pass(through: archive)
      try archive.plain(&comparisons)
      try archive.plain(&decisions)
      try index.pass(through: archive)
    }
  }

  var parts: Parts {
    Parts(rows: rows, conditions: conditions, comparisons: comparisons, decisions: decisions, index: index)
  }

  convenience init(_ parts: Parts, compared: (Int, Int)?) {
    self.init(
      rows: parts.rows, conditions: parts.conditions, comparisons: parts.comparisons, decisions: parts.decisions,
      index: parts.index, compared: compared)
  }
}
