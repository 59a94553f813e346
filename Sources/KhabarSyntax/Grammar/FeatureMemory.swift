import KhabarCore

/// Remembers what follows from sets of features, as words of 64 bits: the one memory of what is made of words.
///
/// Each set of the features that count has one place, and the last one that came there holds it.
struct FeatureMemory: Sendable {
  /// What follows from a set that holds only features that count.
  typealias Make = (_ features: UnsafePointer<Features>, _ value: UnsafeMutablePointer<UInt64>) -> Void

  /// The features that count; the others change nothing.
  private let asked: Features
  /// Words of a value.
  private let width: Int
  /// The sets by place, and their values.
  private var known: [Features]
  private var values: [UInt64]

  /// - Parameters:
  ///   - places: a power of two.
  ///   - make: fills the places that no set has come to with what follows from none.
  init(asked: Features, width: Int, places: Int, _ make: Make) {
    self.asked = asked
    self.width = width
    known = Array(repeating: Features(), count: places)
    // One more, so that there is memory to point to where values have no words.
    values = Array(repeating: 0, count: places * width + 1)
    values.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      withUnsafePointer(to: Features()) { make($0, base) }
      for place in 1..<places { (base + place * width).update(from: base, count: width) }
    }
  }

  /// Calls `use` with what follows from a set, remembered or made.
  @inline(__always)
  mutating func find(
    _ features: UnsafePointer<Features>, make: Make, use: (UnsafePointer<UInt64>) -> Void
  ) {
    let key = features.pointee.intersection(asked)
    let place = Int(truncatingIfNeeded: key.slot) & (known.count - 1)
    values.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      let value = base + place * width
      known.withUnsafeMutableBufferPointer { known in
        if known[place] != key {
          known[place] = key
          withUnsafePointer(to: key) { make($0, value) }
        }
      }
      use(value)
    }
  }
}
