import KhabarCore

/// For each column of a table the rows that a word may stand in there, as sets of bits.
///
/// A row holds where every column lets it, so that a question is an "and" of as many sets as the table has columns, and
/// what few rows are left is asked to the end. Of each column a row is found by one feature that it must have there, or
/// by nothing: what is left out does not hold, what is given may or may not.
struct ColumnRows: Sendable {
  /// The rows of a column that are found by some feature.
  fileprivate struct Found: Sendable, BitwiseCopyable {
    /// Where the column's set begins among those that are written.
    var start: Int32
    /// Where the rows begin in `rows`.
    var first: Int32
  }

  /// All features by which rows are found.
  private(set) var keys = Features()
  /// Words of 64 rows in a set.
  private(set) var width: Int
  /// For each column the rows that are found by nothing.
  private var free: [UInt64]
  private var found: [Found] = []
  /// Behind what is found by each feature; that of the first one begins at 0.
  private var ends: [Int32] = []
  /// Sets of rows.
  private var rows: [UInt64] = []

  /// - Parameters:
  ///   - columns: their number.
  ///   - ignored: features by which no row is to be found.
  init(_ table: [RowIndex.Row], columns: Int, ignoring ignored: Features = Features()) {
    width = (table.count + 63) / 64
    free = Array(repeating: 0, count: columns * width)
    var byFeature = Array(repeating: [Found](), count: Features.capacity)
    for column in 0..<columns {
      let asked = table.map { row in
        row.filter { $0.column == column }.map { $0.condition.asking(besides: ignored) }
      }
      let counts = Self.counts(asked)
      var sets: [Int: [UInt64]] = [:]
      for (row, conditions) in asked.enumerated() {
        let bit: UInt64 = 1 << UInt64(row & 63)
        if let keys = Self.keys(of: conditions, counts) {
          for key in keys { sets[key, default: Array(repeating: 0, count: width)][row >> 6] |= bit }
        } else {
          free[column * width + row >> 6] |= bit
        }
      }
      for key in sets.keys.sorted() {
        byFeature[key].append(Found(start: Int32(column * width), first: Int32(rows.count)))
        rows += sets[key] ?? []
        keys.formUnion(Features(bit: key))
      }
    }
    for own in byFeature {
      found += own
      ends.append(Int32(found.count))
    }
  }

  /// Features of each of which a word has one if it meets some conditions, the rarest that there are; nil where it may
  /// meet them without any.
  private static func keys(of conditions: [Condition], _ counts: [Int: Int]) -> Set<Int>? {
    let count = { (feature: Int) in counts[feature, default: 0] }
    let found = conditions.compactMap { $0.rarestOfEachWay(count).map { Set($0) } }
    let sum = { (keys: Set<Int>) in keys.reduce(0) { $0 + count($1) } }
    return found.min { sum($0) < sum($1) }
  }

  /// How many rows ask for each feature: what few of them speak of is rare in texts, too.
  private static func counts(_ table: [[Condition]]) -> [Int: Int] {
    table.reduce(into: [:]) { counts, conditions in
      for feature in Set(conditions.flatMap(\.ways).flatMap(\.all.bits)) { counts[feature, default: 0] += 1 }
    }
  }

  /// Writes the sets of words, from addresses that stay.
  struct Writer: @unchecked Sendable {
    private let ground = Ground()
    private let keys: UnsafeBufferPointer<UInt64>
    private let free: UnsafeBufferPointer<UInt64>
    private let found: UnsafeBufferPointer<Found>
    private let ends: UnsafeBufferPointer<Int32>
    private let rows: UnsafeBufferPointer<UInt64>
    private let width: Int

    init(_ table: ColumnRows) {
      keys = ground.lay((0..<Features.words).map(table.keys.word))
      free = ground.lay(table.free)
      found = ground.lay(table.found)
      ends = ground.lay(table.ends)
      rows = ground.lay(table.rows)
      width = table.width
    }

    /// - Parameter sets: for each column, one behind the other, the rows that a word with some features may stand in.
    func write(_ features: UnsafePointer<Features>, to sets: UnsafeMutablePointer<UInt64>) {
      for word in free.indices { sets[word] = free[word] }
      let words = UnsafeRawPointer(features).assumingMemoryBound(to: UInt64.self)
      for word in keys.indices {
        var rest = words[word] & keys[word]
        while rest != 0 {
          let feature = word << 6 + rest.trailingZeroBitCount
          for number in (feature == 0 ? 0 : Int(ends[feature - 1]))..<Int(ends[feature]) {
            let (set, first) = (sets + Int(found[number].start), Int(found[number].first))
            for word in 0..<width { set[word] |= rows[first + word] }
          }
          rest &= rest - 1
        }
      }
    }
  }
}

extension ColumnRows: Archivable {
  static var blank: ColumnRows { ColumnRows([], columns: 0) }

  mutating func pass(through archive: Archive) throws {
    try archive.plain(&keys)
    try archive.plain(&width)
    try archive.plain(&free)
    try archive.plain(&found)
    try archive.plain(&ends)
    try archive.plain(&rows)
  }
}
