import KhabarCore

/// Conditions cut into tests of 64 features each, which lie side by side.
///
/// The grammar's conditions are asked thousands of times in each sentence, and most don't hold. A test of one word of
/// features costs a load, an "and" and a comparison, where `Condition.holds` goes through an array of ways and loads
/// both sets of each whole. Says the same as that.
struct FlatConditions: Sendable {
  /// Of 64 features those in `mask` must be as in `value`.
  struct Test: Sendable, Equatable, BitwiseCopyable {
    var mask: UInt64
    var value: UInt64
    /// Which of them.
    var place: FeatureColumns.Place

    static let always = Test(mask: 0, value: 0, place: FeatureColumns.Place(column: 0, word: 0))
    static let never = Test(mask: 0, value: 1, place: FeatureColumns.Place(column: 0, word: 0))

    @inline(__always)
    func holds(_ columns: FeatureColumns) -> Bool { columns[place] & mask == value }
  }

  private var tests: [Test] = []
  /// Behind the last test of each way; its first one is behind those of the way before.
  private var wayEnds: [Int32] = []
  /// Likewise behind the last way of each condition.
  private var ends: [Int32] = []

  /// Conditions so far.
  var count: Int { ends.count }

  /// The tests that together ask for some features and forbid others in a column: those that ask come first, since
  /// they mostly fail.
  static func tests(all: Features, none: Features, column: Int = 0) -> [Test] {
    guard all.isDisjoint(with: none) else { return [.never] }
    let tests = (0..<Features.words).compactMap { word -> Test? in
      let mask = all.word(word) | none.word(word)
      let place = FeatureColumns.Place(column: column, word: word)
      return mask == 0 ? nil : Test(mask: mask, value: all.word(word), place: place)
    }
    return tests.filter { $0.value != 0 } + tests.filter { $0.value == 0 }
  }

  /// Adds a condition on a column.
  mutating func append(_ condition: Condition, column: Int = 0) {
    for way in condition.ways {
      tests += Self.tests(all: way.all, none: way.none, column: column)
      wayEnds.append(Int32(tests.count))
    }
    ends.append(Int32(wayEnds.count))
  }

  /// Adds a condition that holds when all of some tests do.
  mutating func append(_ all: some Sequence<Test>) {
    tests += all
    wayEnds.append(Int32(tests.count))
    ends.append(Int32(wayEnds.count))
  }

  /// The arrays by pointer, for loops over many conditions.
  struct View {
    fileprivate let tests: UnsafeBufferPointer<Test>
    fileprivate let wayEnds: UnsafeBufferPointer<Int32>
    fileprivate let ends: UnsafeBufferPointer<Int32>

    /// Whether a condition holds.
    @inline(__always)
    func holds(_ condition: Int, _ columns: FeatureColumns) -> Bool {
      var way = condition == 0 ? 0 : Int(ends[condition - 1])
      let end = Int(ends[condition])
      var test = way == 0 ? 0 : Int(wayEnds[way - 1])
      while way < end {
        let testEnd = Int(wayEnds[way])
        while test < testEnd, tests[test].holds(columns) { test += 1 }
        if test == testEnd { return true }
        test = testEnd
        way += 1
      }
      return false
    }
  }

  /// The same, for as long as the ground is there.
  func view(on ground: Ground) -> View {
    View(tests: ground.lay(tests), wayEnds: ground.lay(wayEnds), ends: ground.lay(ends))
  }

  @inline(__always)
  func withView<Result>(_ body: (View) -> Result) -> Result {
    tests.withUnsafeBufferPointer { tests in
      wayEnds.withUnsafeBufferPointer { wayEnds in
        ends.withUnsafeBufferPointer { body(View(tests: tests, wayEnds: wayEnds, ends: $0)) }
      }
    }
  }
}

extension FlatConditions: Archivable {
  static var blank: FlatConditions { FlatConditions() }

  mutating func pass(through archive: Archive) throws {
    try archive.plain(&tests)
    try archive.plain(&wayEnds)
    try archive.plain(&ends)
  }
}
