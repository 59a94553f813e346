import KhabarCore

/// The conditions of a table's rows, ready to find the first row that holds.
///
/// The grammar's tables are asked several times of every word, which makes this the innermost loop of the parser. All
/// that a row asks for in one way becomes one condition over all columns, and its rarest test stands in the row itself:
/// nearly every row is passed over by that one test.
struct RowMasks: Sendable {
  private struct Row: Sendable {
    /// Must hold, and mostly doesn't.
    var first: FlatConditions.Test
    /// The row's conditions, all of which must hold.
    var start: Int32
    var end: Int32
    var compares: Bool
  }

  /// Features in which the compared columns must be alike and in which they must not, of rows that compare.
  private struct Comparison: Sendable {
    var same: Features
    var differ: Features
  }

  private var rows: [Row] = []
  private var conditions = FlatConditions()
  private var comparisons: [Comparison] = []

  init(_ table: [GrammarRow]) {
    let demands = table.map(Self.tests)
    let counts = Self.counts(demands.joined())
    for (row, tests) in zip(table, demands) {
      let sorted = tests.sorted { Self.frequency($0, counts) < Self.frequency($1, counts) }
      let start = conditions.count
      if sorted.count > 1 { conditions.append(sorted.dropFirst()) }
      for (column, condition) in row.conditions where condition.ways.count != 1 {
        conditions.append(condition, column: column)
      }
      rows.append(
        Row(
          first: sorted.first ?? .always, start: Int32(start), end: Int32(conditions.count),
          compares: !(row.same.isEmpty && row.differ.isEmpty)))
      comparisons.append(Comparison(same: row.same, differ: row.differ))
    }
  }

  /// What a row asks for whichever of the ways of its conditions holds.
  private static func tests(of row: GrammarRow) -> [FlatConditions.Test] {
    row.conditions.flatMap { column, condition -> [FlatConditions.Test] in
      guard let way = condition.ways.first else { return [.never] }
      let common = condition.ways.dropFirst().reduce(into: way) { common, way in
        common.all = common.all.intersection(way.all)
        common.none = common.none.intersection(way.none)
      }
      return FlatConditions.tests(all: common.all, none: common.none, column: column)
    }
  }

  /// How many rows ask for each feature of each column.
  private static func counts(_ tests: some Sequence<FlatConditions.Test>) -> [Int: [Int]] {
    tests.reduce(into: [:]) { counts, test in
      for bit in 0..<UInt64.bitWidth where test.value >> UInt64(bit) & 1 != 0 {
        counts[test.offset, default: Array(repeating: 0, count: UInt64.bitWidth)][bit] += 1
      }
    }
  }

  /// How many rows ask for what a test does: what few of them speak of is rare in texts, too. Tests that only forbid
  /// hold nearly always.
  private static func frequency(_ test: FlatConditions.Test, _ counts: [Int: [Int]]) -> Int {
    let own = (0..<UInt64.bitWidth).filter { test.value >> UInt64($0) & 1 != 0 }
    return own.map { counts[test.offset]?[$0] ?? 0 }.min() ?? (test == .never ? .min : .max)
  }

  /// The first row from a place on that holds.
  ///
  /// - Parameters:
  ///   - columns: as many as the table has.
  ///   - compared: the columns that rows compare.
  func first(from start: Int, _ columns: UnsafePointer<Features>, compared: (Int, Int)?) -> Int? {
    let words = UnsafeRawPointer(columns)
    return rows.withUnsafeBufferPointer { rows in
      conditions.withView { conditions in
        var index = start
        while index < rows.count {
          if rows[index].first.holds(words) {
            var condition = Int(rows[index].start)
            let end = Int(rows[index].end)
            while condition < end, conditions.holds(condition, words) { condition += 1 }
            if condition == end, !rows[index].compares || agrees(index, columns, compared) { return index }
          }
          index += 1
        }
        return nil
      }
    }
  }

  private func agrees(_ row: Int, _ columns: UnsafePointer<Features>, _ compared: (Int, Int)?) -> Bool {
    guard let compared else { return true }
    let (one, other) = (columns[compared.0], columns[compared.1])
    let (same, differ) = (comparisons[row].same, comparisons[row].differ)
    guard one.intersection(same) == other.intersection(same) else { return false }
    return differ.isEmpty || one.intersection(differ) != other.intersection(differ)
  }
}
