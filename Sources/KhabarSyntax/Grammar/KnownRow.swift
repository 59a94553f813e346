import KhabarCore

/// What is known of the words or the phrases of a sentence, in order, where tables read it.
///
/// A class, since it owns the memory that pointers lead to: they hold as long as it lives.
final class KnownRow {
  /// Of its words or phrases.
  let places: Range<Int>
  private let features: FeatureRow
  /// Where the parts of each are; those of `nothing` behind the last one's.
  private let remembered: UnsafeMutablePointer<UnsafePointer<UInt64>>
  /// What remembers them.
  private let memory: KnownMemory?
  private let known: KnownFeatures

  /// - Parameters:
  ///   - given: what is known of each.
  ///   - start: the place of the first.
  ///   - known: adds what follows from that.
  init(_ given: some Collection<Features>, startingAt start: Int, _ known: KnownFeatures) {
    self.known = known
    places = start..<start + given.count
    features = FeatureRow(given, none: known.nothing)
    remembered = .allocate(capacity: given.count + 1)
    memory = known.tell(features.all, parts: remembered)
    (remembered + given.count).initialize(to: known.nothingParts)
  }

  deinit { remembered.deallocate() }

  /// The place behind the last: nothing stands there.
  var nowhere: Int { places.upperBound }

  /// What stands at a place; `nothing` outside of the row.
  @inline(__always)
  subscript(place: Int) -> UnsafePointer<Features> { features[place - places.lowerBound] }

  /// What is remembered of it: the parts, where they were said to begin.
  @inline(__always)
  func parts(_ place: Int) -> UnsafePointer<UInt64> {
    remembered[places.contains(place) ? place - places.lowerBound : places.count]
  }

  /// Adds what a word is by what stands before it.
  func formUnion(_ place: Int, _ other: Features) { features.formUnion(place - places.lowerBound, other) }

  /// All, in order.
  var all: UnsafeMutableBufferPointer<Features> { features.all }
}
