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
  ///
  /// The grammar's tables are asked several times of every word, which makes this the innermost loop of the parser: it
  /// reads its arrays by pointer, for their bounds were checked when the masks were made.
  func first(from start: Int, _ columns: UnsafeBufferPointer<Features>, compared: (Int, Int)?) -> Int? {
    guard start < rows.count else { return nil }
    return rows.withUnsafeBufferPointer { rows in
      checks.withUnsafeBufferPointer { checks in
        ways.withUnsafeBufferPointer { ways in
          first(from: start, Parts(rows: rows, checks: checks, ways: ways), columns, compared)
        }
      }
    }
  }

  private struct Parts {
    var rows: UnsafeBufferPointer<Row>
    var checks: UnsafeBufferPointer<Check>
    var ways: UnsafeBufferPointer<Condition.Way>
  }

  @inline(__always)
  private func first(
    from start: Int, _ parts: Parts, _ columns: UnsafeBufferPointer<Features>, _ compared: (Int, Int)?
  ) -> Int? {
    var check = start == 0 ? 0 : Int(parts.rows[start - 1].end)
    var way = check == 0 ? 0 : Int(parts.checks[check - 1].end)
    for index in start..<parts.rows.count {
      let row = parts.rows[index]
      let end = Int(row.end)
      var holds = true
      while check < end {
        let own = parts.checks[check]
        let last = Int(own.end)
        if holds {
          let features = columns[Int(own.column)]
          while way < last, !parts.ways[way].holds(features) { way += 1 }
          holds = way < last
        }
        way = last
        check += 1
      }
      if holds, !row.compares || agrees(row, columns, compared) { return index }
    }
    return nil
  }

  private func agrees(_ row: Row, _ columns: UnsafeBufferPointer<Features>, _ compared: (Int, Int)?) -> Bool {
    guard let compared else { return true }
    let (one, other) = (columns[compared.0], columns[compared.1])
    guard one.intersection(row.same) == other.intersection(row.same) else { return false }
    return row.differ.isEmpty || one.intersection(row.differ) != other.intersection(row.differ)
  }
}
