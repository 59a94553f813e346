import KhabarCore

/// A table that is asked at every word or phrase, and of which most columns are words or phrases.
///
/// Says the same as `GrammarTable.first`. The rows that a word may stand in are remembered with the word
/// (`KnownFeatures`), for each column: for a question they need only be put together.
final class KnownTable: @unchecked Sendable {
  /// A column whose rows are remembered, and where they begin among all that is remembered of a word.
  private struct Known: Sendable, BitwiseCopyable {
    var number: Int
    var start: Int
  }

  /// Places of a row, one for each column of a table of up to six.
  typealias Places = (Int, Int, Int, Int, Int, Int)

  /// Keeps what the view shows.
  private let masks: RowMasks
  private let view: RowMasks.View
  private let ground = Ground()
  private let known: UnsafeBufferPointer<Known>
  private let width: Int

  /// - Parameters:
  ///   - known: the columns of which the rows are remembered.
  ///   - parts: of what is remembered of a word, to which those of the table are added.
  init(_ table: GrammarTable, known: [String], _ parts: inout KnownParts) {
    let columns = table.shape.columns
    let width = table.columnRows.width
    let writer = ColumnRows.Writer(table.columnRows)
    let start = parts.add(asked: table.columnRows.keys, width: columns.count * width) { writer.write($0, to: $1) }
    masks = table.masks
    view = masks.view
    self.width = width
    self.known = ground.lay(
      known.compactMap(columns.firstIndex).map { Known(number: $0, start: start + $0 * width) })
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
    let (view, known) = (view, known)
    // The first row mostly stands among the first 64, and then the further ones need not be put together.
    for word in 0..<width {
      var rows = UInt64.max
      for column in known { rows &= row.parts(places[column.number])[column.start + word] }
      if let found = view.first(columns, among: rows, word) { return found }
    }
    return nil
  }
}
