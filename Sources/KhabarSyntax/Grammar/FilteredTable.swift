import KhabarCore

/// A table that is asked at every word or phrase, and of which most columns are words or phrases.
///
/// Says the same as `GrammarTable.first`. Which rows a word by itself leaves is remembered with it (`ColumnFilter`,
/// `KnownFeatures`), so that a question costs an "and" for each column and 64 rows; of the few rows that are left the
/// other conditions are asked.
final class FilteredTable: Sendable {
  /// A column that is looked at beforehand.
  struct Column: Sendable {
    let number: Int
    let filter: ColumnFilter
    /// Where the rows that it leaves begin among all that is remembered of a word.
    let start: Int
  }

  /// What is asked of a row that all columns leave.
  private struct Rest: Sendable {
    /// Conditions of the other columns, and of features that words only have in a sentence.
    var start: Int32
    var end: Int32
    var compares: Bool
  }

  /// Places of a row, one for each column.
  typealias Places = (Int, Int, Int, Int, Int, Int)

  /// What is asked of a word: its column, and where the rows that it leaves begin.
  private struct Probe: Sendable {
    var column: Int
    var start: Int
  }

  let columns: [Column]
  private let probes: [Probe]
  private let lastColumn: Int
  /// Words of 64 rows.
  private let width: Int
  private let rest: [Rest]
  private let conditions: FlatConditions
  private let comparisons: [RowComparison]
  private let compared: (Int, Int)?
  private let decisions: [Decision]

  /// - Parameters:
  ///   - filtered: the columns that are looked at beforehand.
  ///   - changing: features that words get and lose by what stands before them in their sentence.
  ///   - size: of what is remembered of a word so far, to which the table's part is added.
  init(_ table: GrammarTable, filtered: [String], changing: Features = Features(), size: inout Int) {
    let numbers = filtered.compactMap { table.shape.columns.firstIndex(of: $0) }
    var columns: [Column] = []
    for number in numbers {
      let filter = ColumnFilter(table.rows.map { $0.condition(number)?.without(changing) })
      columns.append(Column(number: number, filter: filter, start: size))
      size += filter.width
    }
    var conditions = FlatConditions()
    rest = table.rows.map { row in
      let start = conditions.count
      for column in table.shape.columns.indices {
        guard let condition = row.condition(column) else { continue }
        if numbers.contains(column), condition == condition.without(changing) { continue }
        conditions.append(condition, column: column)
      }
      return Rest(
        start: Int32(start), end: Int32(conditions.count), compares: !(row.same.isEmpty && row.differ.isEmpty))
    }
    self.columns = columns
    probes = columns.map { Probe(column: $0.number, start: $0.start) }
    self.conditions = conditions
    lastColumn = table.shape.columns.count - 1
    width = (table.rows.count + 63) / 64
    comparisons = table.rows.map { RowComparison(same: $0.same, differ: $0.differ) }
    compared = table.shape.compared
    decisions = table.rows.map { Decision(row: $0.id, outcome: $0.outcome, score: $0.score) }
  }

  /// The first row that holds; nil when none does.
  ///
  /// - Parameters:
  ///   - places: which word of the row stands at each of up to six columns.
  ///   - phrase: the features of the first column, where that is no word of the row.
  @inline(__always)
  func first(_ row: KnownRow, _ places: Places, phrase: UnsafePointer<Features>? = nil) -> Decision? {
    withUnsafePointer(to: places) { tuple in
      let places = UnsafeRawPointer(tuple).assumingMemoryBound(to: Int.self)
      return first(
        row, at: { places[$0] },
        where: { number in
          if asksNoMore(number) { return true }
          let sets = (
            phrase ?? row[places[0]], row[places[1]], row[places[2]], row[places[3]], row[places[4]], row[places[5]]
          )
          return withUnsafePointer(to: sets) { holds(number, FeatureColumns(tuple: $0)) }
        })
    }
  }

  /// The first row that holds; nil when none does.
  ///
  /// - Parameters:
  ///   - place: of the row at the last column; columns before it stand at the places before.
  ///   - columns: as many as the table has.
  func first(_ row: KnownRow, lastAt place: Int, _ columns: FeatureColumns) -> Decision? {
    let before = place - lastColumn
    return first(row, at: { before + $0 }, where: { asksNoMore($0) || holds($0, columns) })
  }

  @inline(__always)
  private func first(
    _ row: KnownRow, at place: (_ column: Int) -> Int, where holds: (_ number: Int) -> Bool
  ) -> Decision? {
    probes.withUnsafeBufferPointer { probes in
      for word in 0..<width {
        // Bits behind the last row are in no column's set.
        var left = ~UInt64(0)
        for probe in probes { left &= row.rows(place(probe.column))[probe.start + word] }
        while left != 0 {
          let number = word << 6 + left.trailingZeroBitCount
          if holds(number) { return decisions[number] }
          left &= left - 1
        }
      }
      return nil
    }
  }

  @inline(__always)
  private func asksNoMore(_ number: Int) -> Bool { rest[number].start == rest[number].end && !rest[number].compares }

  /// Whether the rest of a row holds that all columns leave.
  private func holds(_ number: Int, _ columns: FeatureColumns) -> Bool {
    let rest = rest[number]
    return conditions.withView { conditions in
      var condition = Int(rest.start)
      while condition < Int(rest.end), conditions.holds(condition, columns) { condition += 1 }
      guard condition == Int(rest.end) else { return false }
      guard rest.compares, let compared else { return true }
      return comparisons[number].holds(columns[compared.0], columns[compared.1])
    }
  }
}

extension Condition {
  /// A condition that holds whenever this one does, and does not ask for some features.
  fileprivate func without(_ features: Features) -> Condition {
    Condition(
      ways: ways.map { way in
        var way = way
        way.all.subtract(features)
        way.none.subtract(features)
        return way
      })
  }
}

extension GrammarRow {
  /// All that the row asks of a column; nil for nothing.
  fileprivate func condition(_ column: Int) -> Condition? {
    let own = conditions.filter { $0.column == column }.map(\.condition)
    return own.dropFirst().reduce(own.first) { $0?.and($1) }
  }
}
