import KhabarCore

/// A table that is asked at every word or phrase, and of which most columns are words or phrases.
///
/// Says the same as `GrammarTable.first`. The rows that its index finds by the features of a word are remembered with
/// the word (`KnownFeatures`), for each column that it may stand in: for a question they need only be put together.
final class KnownTable: Sendable {
  /// A column whose rows are remembered, and where they begin among all that is remembered of a word.
  private struct Known: Sendable {
    var column: Int
    var start: Int
  }

  /// Places of a row, one for each column of a table of up to six.
  typealias Places = (Int, Int, Int, Int, Int, Int)

  private let masks: RowMasks
  private let known: [Known]
  /// Words of 64 rows.
  private let width: Int
  /// The other columns, of which the rows are looked for with each question.
  private let others: [Int]

  /// - Parameters:
  ///   - known: the columns of which the rows are remembered.
  ///   - parts: of what is remembered of a word, to which those of the table are added.
  init(_ table: GrammarTable, known: [String], _ parts: inout KnownParts) {
    let masks = table.masks
    let columns = table.shape.columns.count
    let numbers = known.compactMap { table.shape.columns.firstIndex(of: $0) }
    // Of all columns at once, since looking for one is as much work as for a few.
    let start = parts.add(asked: masks.index.keys, width: columns * masks.index.width) {
      masks.index.write($0, columns: columns, to: $1)
    }
    self.known = numbers.map { Known(column: $0, start: start + $0 * masks.index.width) }
    self.masks = masks
    width = masks.index.width
    others = table.shape.columns.indices.filter { !numbers.contains($0) }
  }

  /// The first row that holds; nil when none does.
  ///
  /// - Parameters:
  ///   - places: which word of the row stands at each column.
  ///   - phrase: the features of the first column, where that is no word of the row.
  @inline(__always)
  func first(_ row: KnownRow, _ places: Places, phrase: UnsafePointer<Features>? = nil) -> Decision? {
    let sets = (
      phrase ?? row[places.0], row[places.1], row[places.2], row[places.3], row[places.4], row[places.5]
    )
    return withUnsafePointer(to: places) { places in
      withUnsafePointer(to: sets) { first(row, places, FeatureColumns(tuple: $0)) }
    }
  }

  /// The first row that holds; nil when none does.
  ///
  /// - Parameters:
  ///   - places: a tuple of the places of the row that stand at each column; of a column that is none, anything.
  ///   - columns: as many as the table has.
  func first<Tuple>(_ row: KnownRow, _ places: UnsafePointer<Tuple>, _ columns: FeatureColumns) -> Decision? {
    let places = UnsafeRawPointer(places).assumingMemoryBound(to: Int.self)
    return known.withUnsafeBufferPointer { known in
      withUnsafeTemporaryAllocation(of: UnsafePointer<UInt64>.self, capacity: known.count) { sets in
        for index in known.indices { sets[index] = row.parts(places[known[index].column]) + known[index].start }
        return withOthers(columns) { others in
          // The first row mostly stands among the first 64, and then the further ones need not be put together.
          masks.first(columns) { word in
            var rows = others[word]
            for set in sets { rows |= set[word] }
            return rows
          }
        }
      }
    }
  }

  /// Calls `body` with the rows that are always given and those that the index finds by the columns of which none are
  /// remembered.
  @inline(__always)
  private func withOthers<Result>(_ columns: FeatureColumns, _ body: (UnsafePointer<UInt64>) -> Result) -> Result {
    masks.index.withAlways { always in
      if others.isEmpty { return body(always) }
      return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: width) { set in
        guard let base = set.baseAddress else { return body(always) }
        for word in 0..<width { base[word] = always[word] }
        for column in others { masks.index.gather(columns, column: column, base) }
        return body(base)
      }
    }
  }
}
