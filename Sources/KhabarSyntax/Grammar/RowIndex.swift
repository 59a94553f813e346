import KhabarCore

/// Finds the rows of a table that may hold, by one feature that each of them asks for.
///
/// A table has up to some hundred rows, and words have few of the features that rows ask for: most rows are never
/// looked at. What it leaves out does not hold; what it gives may or may not.
struct RowIndex: Sendable {
  /// Features of one word of a column of which each is asked for by some row.
  private struct Probe: Sendable {
    /// Of the word, in bytes from the first column's first feature.
    var offset: Int
    var mask: UInt64
    /// Where the places of its 64 bits begin in `places`.
    var places: Int
  }

  private var probes: [Probe] = []
  /// The place of a feature's rows in `rows`, in sets; of features that no row is found by, anything.
  private var places: [UInt16] = []
  /// Sets of rows, as bits.
  private var rows: [UInt64] = []
  /// Rows that are always given: they ask for no feature in all of their ways.
  private var always: [UInt64]
  /// Words of 64 rows in a set.
  private var width: Int

  /// A feature of a column.
  private struct Key: Hashable {
    var offset: Int
    var bit: Int
  }

  init(_ table: [GrammarRow]) {
    width = (table.count + 63) / 64
    always = Array(repeating: 0, count: width)
    let counts = Self.counts(table)
    var found: [Key: [Int]] = [:]
    for (number, row) in table.enumerated() {
      if let keys = Self.keys(of: row, counts) {
        for key in keys { found[key, default: []].append(number) }
      } else {
        always[number >> 6] |= 1 << UInt64(number & 63)
      }
    }
    let keys = found.keys.sorted { ($0.offset, $0.bit) < ($1.offset, $1.bit) }
    for (place, key) in keys.enumerated() {
      if probes.last?.offset != key.offset {
        probes.append(Probe(offset: key.offset, mask: 0, places: places.count))
        places += Array(repeating: 0, count: UInt64.bitWidth)
      }
      probes[probes.count - 1].mask |= 1 << UInt64(key.bit)
      places[probes[probes.count - 1].places + key.bit] = UInt16(place)
      var set = Array(repeating: UInt64(0), count: width)
      for number in found[key] ?? [] { set[number >> 6] |= 1 << UInt64(number & 63) }
      rows += set
    }
  }

  /// Features of each of which a row has one if it holds, the rarest that there are; nil when none must be there. A row
  /// with a condition that never holds has no key.
  private static func keys(of row: GrammarRow, _ counts: [Key: Int]) -> [Key]? {
    var best: (keys: [Key], count: Int)?
    for (column, condition) in row.conditions {
      var keys: [Key] = []
      for way in condition.ways {
        guard let key = Self.keys(way.all, column).min(by: { counts[$0, default: 0] < counts[$1, default: 0] })
        else { break }
        keys.append(key)
      }
      guard keys.count == condition.ways.count else { continue }
      let count = keys.reduce(0) { $0 + counts[$1, default: 0] }
      if count < best?.count ?? .max { best = (keys, count) }
    }
    return best?.keys
  }

  /// How many rows ask for each feature of each column: what few of them speak of is rare in texts, too.
  private static func counts(_ table: [GrammarRow]) -> [Key: Int] {
    table.reduce(into: [:]) { counts, row in
      for (column, condition) in row.conditions {
        for way in condition.ways { for key in keys(way.all, column) { counts[key, default: 0] += 1 } }
      }
    }
  }

  private static func keys(_ features: Features, _ column: Int) -> [Key] {
    features.bits.map { bit in
      let (word, place) = bit.quotientAndRemainder(dividingBy: UInt64.bitWidth)
      let offset = column * MemoryLayout<Features>.stride + word * MemoryLayout<UInt64>.stride
      return Key(offset: offset, bit: place)
    }
  }

  /// Calls `body` with each row that may hold, in order, until it says that it wants no more.
  @inline(__always)
  func forEach(_ columns: UnsafeRawPointer, _ body: (Int) -> Bool) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: width) { set in
      for word in 0..<width { set[word] = always[word] }
      gather(columns, set)
      for word in 0..<width {
        var rest = set[word]
        while rest != 0 {
          guard body(word << 6 + rest.trailingZeroBitCount) else { return }
          rest &= rest - 1
        }
      }
    }
  }

  @inline(__always)
  private func gather(_ columns: UnsafeRawPointer, _ set: UnsafeMutableBufferPointer<UInt64>) {
    probes.withUnsafeBufferPointer { probes in
      places.withUnsafeBufferPointer { places in
        rows.withUnsafeBufferPointer { rows in
          for probe in probes {
            var rest = columns.load(fromByteOffset: probe.offset, as: UInt64.self) & probe.mask
            while rest != 0 {
              let first = Int(places[probe.places + rest.trailingZeroBitCount]) * width
              for word in 0..<width { set[word] |= rows[first + word] }
              rest &= rest - 1
            }
          }
        }
      }
    }
  }
}

extension RowIndex: Archivable {
  static var blank: RowIndex { RowIndex([]) }

  mutating func pass(through archive: inout some Archive) throws {
    try archive.plain(&probes)
    try archive.plain(&places)
    try archive.plain(&rows)
    try archive.plain(&always)
    try archive.plain(&width)
  }
}
