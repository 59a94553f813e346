import KhabarCore

/// What a table looks at: the features at each of its columns, where they lie.
///
/// A set of features has 80 bytes and a table up to ten columns. Copying them together for each question cost more than
/// the answer. Whoever asks sees to it that the sets live as long as the question.
struct FeatureColumns {
  /// 64 features of a column.
  struct Place: Sendable, Hashable, BitwiseCopyable {
    private var columnNumber: Int32
    /// In bytes from the column's first feature.
    private var offset: Int32

    /// - Parameter word: as in `Features.word`.
    init(column: Int, word: Int) {
      columnNumber = Int32(column)
      offset = Int32(word * MemoryLayout<UInt64>.stride)
    }

    var column: Int { Int(columnNumber) }
    var word: Int { Int(offset) / MemoryLayout<UInt64>.stride }

    /// Those 64 of a set, whatever its column.
    @inline(__always)
    func features(of set: UnsafePointer<Features>) -> UInt64 {
      UnsafeRawPointer(set).load(fromByteOffset: Int(offset), as: UInt64.self)
    }
  }

  private let sets: UnsafePointer<UnsafePointer<Features>>

  /// - Parameter sets: one for each of the table's columns, in order.
  @inline(__always)
  init(_ sets: UnsafePointer<UnsafePointer<Features>>) { self.sets = sets }

  /// - Parameter tuple: of pointers, which lie side by side.
  @inline(__always)
  init<Tuple>(tuple: UnsafePointer<Tuple>) {
    sets = UnsafeRawPointer(tuple).assumingMemoryBound(to: UnsafePointer<Features>.self)
  }

  /// 64 features of a column.
  @inline(__always)
  subscript(place: Place) -> UInt64 {
    place.features(of: sets[place.column])
  }

  /// All features of a column.
  @inline(__always)
  subscript(column: Int) -> Features { sets[column].pointee }
}

/// The features of a sentence's words or phrases side by side, where tables read them.
///
/// A class, since it owns the memory that pointers lead to: they hold as long as it lives.
final class FeatureRow {
  /// One more than there are sets: the last is what stands where there is none.
  private let base: UnsafeMutablePointer<Features>
  private let count: Int

  /// - Parameter none: what stands before and behind the row.
  init(_ sets: some Collection<Features>, none: Features = Features()) {
    count = sets.count
    base = .allocate(capacity: count + 1)
    var next = base
    for set in sets {
      next.initialize(to: set)
      next += 1
    }
    next.initialize(to: none)
  }

  deinit { base.deallocate() }

  /// A set of the row; the one of nothing outside of it.
  @inline(__always)
  subscript(index: Int) -> UnsafePointer<Features> {
    UnsafePointer(base + (UInt(bitPattern: index) < UInt(bitPattern: count) ? index : count))
  }

  /// Adds features to a set of the row.
  func formUnion(_ index: Int, _ other: Features) {
    precondition(index >= 0 && index < count)
    base[index].formUnion(other)
  }

  /// The sets of the row, to be changed.
  var all: UnsafeMutableBufferPointer<Features> { UnsafeMutableBufferPointer(start: base, count: count) }
}
