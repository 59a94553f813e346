import KhabarCore

/// What follows from the features of a word or phrase, whatever stands beside it, remembered: what the grammar's definitions make
/// of them, and which rows of the tables it leaves.
///
/// Of all features that are asked for words have few combinations: nearly each was there before. Of those that a single
/// column asks for there are still fewer, so that what a new combination leaves is mostly known, too. Says the same as
/// `FeatureMasks.derive` and `ColumnFilter.write`.
final class KnownFeatures: Sendable {
  private let masks: FeatureMasks
  private let columns: [FilteredTable.Column]
  /// Words of 64 rows that are remembered of a word.
  let size: Int
  /// What stands where there is no word, and the rows that it leaves.
  let nothing: Features
  let nothingRows: [UInt64]
  private let memories: WorkerPool<Memory>

  private struct Memory: Sendable {
    /// The features that words come to, and behind them the rows that they leave.
    var words: FeatureMemory
    /// Only the first, by the features that definitions ask for.
    var definitions: FeatureMemory
    /// The rows of each column, by the features that it asks for.
    var columns: [FeatureMemory]
  }

  /// Places of the memories: words of news have several thousand different sets, and of what a column asks for several
  /// hundred.
  private static var places: Int { 8192 }
  private static var columnPlaces: Int { 1024 }

  /// - Parameters:
  ///   - size: of what the tables remember of a word, in words of 64 rows.
  ///   - nothing: all that is known of what stands where there is no word.
  init(_ masks: FeatureMasks, tables: [FilteredTable], size: Int, nothing: Features) {
    self.masks = masks
    self.size = size
    self.nothing = nothing
    let columns = tables.flatMap(\.columns)
    self.columns = columns
    var nothingRows = Array(repeating: UInt64(0), count: size)
    nothingRows.withUnsafeMutableBufferPointer { rows in
      guard let base = rows.baseAddress else { return }
      withUnsafePointer(to: nothing) { nothing in
        for column in columns { column.filter.write(nothing, to: base + column.start) }
      }
    }
    self.nothingRows = nothingRows
    let asked = columns.reduce(masks.asked) { $0.union($1.filter.asked) }
    memories = WorkerPool {
      var definitions = FeatureMemory(asked: masks.asked, width: Features.words, places: Self.places) {
        Self.derive(masks, $0, $1)
      }
      var rows = columns.map { column in
        FeatureMemory(
          asked: column.filter.asked, width: column.filter.width, places: Self.columnPlaces,
          column.filter.write)
      }
      let words = FeatureMemory(asked: asked, width: Features.words + size, places: Self.places) {
        Self.make($0, $1, masks, columns, &definitions, &rows)
      }
      return Memory(words: words, definitions: definitions, columns: rows)
    }
  }

  /// Adds to the features of words what holds of them, and writes the rows that each leaves.
  ///
  /// - Parameter rows: `size` for each word.
  func tell(_ words: UnsafeMutableBufferPointer<Features>, rows: UnsafeMutablePointer<UInt64>) {
    guard let first = words.baseAddress else { return }
    memories.withValue { memory in
      for index in words.indices {
        Self.tell(first + index, rows + index * size, masks, columns, size, &memory)
      }
    }
  }

  @inline(__always)
  private static func tell(
    _ word: UnsafeMutablePointer<Features>, _ rows: UnsafeMutablePointer<UInt64>, _ masks: FeatureMasks,
    _ columns: [FilteredTable.Column], _ size: Int, _ memory: inout Memory
  ) {
    // Taken apart, since what is not remembered of the word may be of its parts.
    func add(_ value: UnsafePointer<UInt64>) {
      word.pointee.formUnion(features(value))
      rows.update(from: value + Features.words, count: size)
    }
    tell(word, masks, columns, &memory.words, &memory.definitions, &memory.columns, add)
  }

  @inline(__always)
  private static func tell(
    _ word: UnsafePointer<Features>, _ masks: FeatureMasks, _ columns: [FilteredTable.Column],
    _ words: inout FeatureMemory, _ definitions: inout FeatureMemory, _ rows: inout [FeatureMemory],
    _ body: (UnsafePointer<UInt64>) -> Void
  ) {
    words.find(word, make: { make($0, $1, masks, columns, &definitions, &rows) }, use: body)
  }

  /// Makes what follows from a set of features: those that it comes to, and behind them the rows that it leaves.
  private static func make(
    _ given: UnsafePointer<Features>, _ value: UnsafeMutablePointer<UInt64>, _ masks: FeatureMasks,
    _ columns: [FilteredTable.Column], _ definitions: inout FeatureMemory, _ rows: inout [FeatureMemory]
  ) {
    var word = given.pointee
    definitions.find(given, make: { derive(masks, $0, $1) }, use: { word.formUnion(features($0)) })
    UnsafeMutableRawPointer(value).storeBytes(of: word, as: Features.self)
    withUnsafePointer(to: word) { word in
      for index in columns.indices {
        let (filter, start) = (columns[index].filter, Features.words + columns[index].start)
        rows[index].find(
          word, make: { filter.write($0, to: $1) },
          use: { (value + start).update(from: $0, count: filter.width) })
      }
    }
  }

  private static func derive(
    _ masks: FeatureMasks, _ given: UnsafePointer<Features>, _ value: UnsafeMutablePointer<UInt64>
  ) {
    var word = given.pointee
    masks.derive(&word)
    UnsafeMutableRawPointer(value).storeBytes(of: word, as: Features.self)
  }

  /// The set of features that a value begins with.
  @inline(__always)
  private static func features(_ value: UnsafePointer<UInt64>) -> Features {
    // Words of 64 features side by side, which are aligned to eight bytes and not to sixteen.
    UnsafeRawPointer(value).loadUnaligned(as: Features.self)
  }
}
