import KhabarCore

/// A table that is asked at every word or phrase, and of which most columns are words or phrases.
///
/// Says the same as `GrammarTable.first`. The rows that its index finds by the features of a word are remembered with
/// the word (`KnownFeatures`), for each column that it may stand in: for a question they need only be put together.
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
  /// The other columns, of which the rows are looked for with each question.
  private let others: UnsafeBufferPointer<Int>

  /// - Parameters:
  ///   - known: the columns of which the rows are remembered.
  ///   - parts: of what is remembered of a word, to which those of the table are added.
  init(_ table: GrammarTable, known: [String], _ parts: inout KnownParts) {
    let masks = table.masks
    let columns = table.shape.columns.count
    let numbers = known.compactMap { table.shape.columns.firstIndex(of: $0) }
    let width = masks.index.width
    // Of all columns at once, since looking for one is as much work as for a few.
    let writer = RowIndex.Writer(masks.index)
    let start = parts.add(asked: masks.index.keys, width: columns * width) {
      writer.write($0, columns: columns, to: $1)
    }
    self.masks = masks
    view = masks.view
    self.known = ground.lay(numbers.map { Known(number: $0, start: start + $0 * width) })
    others = ground.lay(table.shape.columns.indices.filter { !numbers.contains($0) })
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
    let (view, known, others) = (view, known, others)
    // The first row mostly stands among the first 64, and then the further ones need not be put together.
    for word in 0..<view.index.width {
      var rows = view.index.always[word]
      for column in known { rows |= row.parts(places[column.number])[column.start + word] }
      for column in others { rows |= view.index.rows(columns, column: column, word: word) }
      if let found = view.first(columns, among: rows, word) { return found }
    }
    return nil
  }
}
