import KhabarCore

/// Finds the rows of a table that may hold, by one feature that each of them asks for.
///
/// A table has up to some hundred rows, and words have few of the features that rows ask for: most rows are never
/// looked at. What it leaves out does not hold; what it gives may or may not.
struct RowIndex: Sendable {
  /// What all rows are asked by: conditions of columns.
  typealias Row = [ColumnCondition]

  /// A set of the rows that are found by a feature.
  struct RowSet: Sendable, BitwiseCopyable {
    /// Where it begins in `rows`.
    fileprivate var start: Int
  }

  /// What is done behind a row.
  enum Step {
    case goOn
    case stop
    /// Also gives the rows of a set behind this one: what they are found by is there now.
    case add(RowSet)
  }

  /// Features of one word of a column of which each is asked for by some row.
  fileprivate struct Probe: Sendable, BitwiseCopyable {
    var place: FeatureColumns.Place
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
    var column: Int
    var bit: Int

    var place: FeatureColumns.Place { FeatureColumns.Place(column: column, word: bit >> 6) }
  }

  /// - Parameter ignored: features by which no row is to be found.
  init(_ table: [Row], ignoring ignored: Features = Features()) {
    width = (table.count + 63) / 64
    always = Array(repeating: 0, count: width)
    let table = table.map { row in
      row.map { ColumnCondition(column: $0.column, condition: $0.condition.asking(besides: ignored)) }
    }
    let counts = Self.counts(table)
    var found: [Key: [Int]] = [:]
    for (number, row) in table.enumerated() {
      if let keys = Self.keys(of: row, counts) {
        for key in keys { found[key, default: []].append(number) }
      } else {
        always[number >> 6] |= 1 << UInt64(number & 63)
      }
    }
    let keys = found.keys.sorted { ($0.column, $0.bit) < ($1.column, $1.bit) }
    for (place, key) in keys.enumerated() {
      if probes.last?.place != key.place {
        probes.append(Probe(place: key.place, mask: 0, places: places.count))
        places += Array(repeating: 0, count: UInt64.bitWidth)
      }
      probes[probes.count - 1].mask |= 1 << UInt64(key.bit & 63)
      places[probes[probes.count - 1].places + key.bit & 63] = UInt16(place)
      var set = Array(repeating: UInt64(0), count: width)
      for number in found[key] ?? [] { set[number >> 6] |= 1 << UInt64(number & 63) }
      rows += set
    }
  }

  /// Features of each of which a row has one if it holds, the rarest that there are; nil when none must be there. A row
  /// with a condition that never holds has no key.
  private static func keys(of row: Row, _ counts: [Key: Int]) -> [Key]? {
    var best: (keys: [Key], count: Int)?
    for asked in row {
      let frequency = { (bit: Int) in counts[Key(column: asked.column, bit: bit), default: 0] }
      guard let bits = asked.condition.rarestOfEachWay(frequency) else { continue }
      let count = bits.reduce(0) { $0 + frequency($1) }
      if count < best?.count ?? .max { best = (bits.map { Key(column: asked.column, bit: $0) }, count) }
    }
    return best?.keys
  }

  /// How many rows ask for each feature of each column: what few of them speak of is rare in texts, too.
  private static func counts(_ table: [Row]) -> [Key: Int] {
    table.reduce(into: [:]) { counts, row in
      for asked in row {
        for way in asked.condition.ways { for key in keys(way.all, asked.column) { counts[key, default: 0] += 1 } }
      }
    }
  }

  private static func keys(_ features: Features, _ column: Int) -> [Key] {
    features.bits.map { Key(column: column, bit: $0) }
  }

  /// The rows that are found by a feature of the first column; nil when none is.
  func rows(askingFor feature: Features) -> RowSet? {
    guard let bit = feature.bits.first,
      let probe = probes.first(where: { $0.place == FeatureColumns.Place(column: 0, word: bit >> 6) }),
      probe.mask & 1 << UInt64(bit & 63) != 0
    else { return nil }
    return RowSet(start: Int(places[probe.places + bit & 63]) * width)
  }

  /// The index by addresses, for the loops that ask it.
  struct View {
    fileprivate let probes: UnsafeBufferPointer<Probe>
    fileprivate let places: UnsafeBufferPointer<UInt16>
    fileprivate let rows: UnsafeBufferPointer<UInt64>
    fileprivate let always: UnsafeBufferPointer<UInt64>
    fileprivate let width: Int
  }

  /// - Parameter ground: as long as it is there, so is the view.
  func view(on ground: Ground) -> View {
    View(
      probes: ground.lay(probes), places: ground.lay(places), rows: ground.lay(rows), always: ground.lay(always),
      width: width)
  }

  @inline(__always)
  func withView<Result>(_ body: (View) -> Result) -> Result {
    probes.withUnsafeBufferPointer { probes in
      places.withUnsafeBufferPointer { places in
        rows.withUnsafeBufferPointer { rows in
          always.withUnsafeBufferPointer { always in
            body(View(probes: probes, places: places, rows: rows, always: always, width: width))
          }
        }
      }
    }
  }
}

extension RowIndex.View {
  /// Calls `body` with each row that may hold, in order, until it says that it wants no more.
  @inline(__always)
  func forEach(_ columns: FeatureColumns, _ body: (Int) -> RowIndex.Step) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: width) { set in
      guard let base = set.baseAddress else { return }
      for word in 0..<width { set[word] = always[word] }
      for probe in probes { gather(columns[probe.place], probe, base) }
      for word in 0..<width {
        while set[word] != 0 {
          let bit = set[word].trailingZeroBitCount
          set[word] &= set[word] - 1
          switch body(word << 6 + bit) {
          case .goOn: break
          case .stop: return
          case .add(let more):
            set[word] |= rows[more.start + word] & ~(UInt64(2) &<< UInt64(bit) &- 1)
            for behind in word + 1..<max(word + 1, width) { set[behind] |= rows[more.start + behind] }
          }
        }
      }
    }
  }

  /// Adds the rows that are found by a probe's features to a set.
  @inline(__always)
  private func gather(_ features: UInt64, _ probe: RowIndex.Probe, _ set: UnsafeMutablePointer<UInt64>) {
    var rest = features & probe.mask
    while rest != 0 {
      let first = Int(places[probe.places + rest.trailingZeroBitCount]) * width
      for word in 0..<width { set[word] |= rows[first + word] }
      rest &= rest - 1
    }
  }
}

extension Condition {
  /// Features that must be there, of each way the one that is rarest; nil where a way asks for none.
  func rarestOfEachWay(_ frequency: (Int) -> Int) -> [Int]? {
    let rarest = ways.compactMap { way in way.all.bits.min { frequency($0) < frequency($1) } }
    return rarest.count == ways.count ? rarest : nil
  }

  /// The condition without some of the features that it asks for: it holds wherever this one does.
  func asking(besides ignored: Features) -> Condition {
    Condition(
      ways: ways.map { way in
        var way = way
        way.all.subtract(ignored)
        return way
      })
  }
}

extension RowIndex: Archivable {
  static var blank: RowIndex { RowIndex([]) }

  mutating func pass(through archive: Archive) throws {
    try archive.plain(&probes)
    try archive.plain(&places)
    try archive.plain(&rows)
    try archive.plain(&always)
    try archive.plain(&width)
  }
}
