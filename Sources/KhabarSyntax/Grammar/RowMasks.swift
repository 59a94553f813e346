import KhabarCore

/// The conditions of a table's rows as masks that lie side by side, so that trying a row touches nothing else.
struct RowMasks: Sendable {
  private struct Row: Sendable {
    /// Behind its last check; they begin behind those of the row before.
    var end: Int32
    var compares: Bool
    var same: Features
    var differ: Features
  }

  /// One column of a row: any of the ways from the check before it to `end` must hold there.
  private struct Check: Sendable {
    var column: Int32
    var end: Int32
  }

  private var rows: [Row] = []
  private var checks: [Check] = []
  private var ways: [Condition.Way] = []

  init(_ table: [GrammarRow]) {
    for row in table {
      for (column, condition) in row.conditions where condition != .always {
        ways += condition.ways
        checks.append(Check(column: Int32(column), end: Int32(ways.count)))
      }
      rows.append(
        Row(
          end: Int32(checks.count), compares: !(row.same.isEmpty && row.differ.isEmpty), same: row.same,
          differ: row.differ))
    }
  }

  /// The first row from a place on that holds.
  func first(from start: Int, _ columns: UnsafeBufferPointer<Features>, compared: (Int, Int)?) -> Int? {
    var check = start == 0 ? 0 : Int(rows[start - 1].end)
    for index in start..<rows.count {
      let end = Int(rows[index].end)
      if holds(check..<end, columns), !rows[index].compares || agrees(rows[index], columns, compared) { return index }
      check = end
    }
    return nil
  }

  @inline(__always)
  private func holds(_ range: Range<Int>, _ columns: UnsafeBufferPointer<Features>) -> Bool {
    for check in range {
      let features = columns[Int(checks[check].column)]
      var way = check == 0 ? 0 : Int(checks[check - 1].end)
      let end = Int(checks[check].end)
      while way < end, !ways[way].holds(features) { way += 1 }
      if way == end { return false }
    }
    return true
  }

  private func agrees(_ row: Row, _ columns: UnsafeBufferPointer<Features>, _ compared: (Int, Int)?) -> Bool {
    guard let compared else { return true }
    let (one, other) = (columns[compared.0], columns[compared.1])
    guard one.intersection(row.same) == other.intersection(row.same) else { return false }
    return row.differ.isEmpty || one.intersection(row.differ) != other.intersection(row.differ)
  }
}
