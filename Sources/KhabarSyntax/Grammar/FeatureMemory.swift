import KhabarCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Remembers what follows from sets of features, as words of 64 bits: the one memory of what is made of words.
///
/// Each set of the features that count has one place, and the last one that came there holds it. Its pages are mapped
/// when sets come to them: who reads a few texts needs few.
///
/// A class that owns its memory: it is asked at every word, and arrays would be checked for other owners each time.
/// Used by one worker at a time (`WorkerPool`).
final class FeatureMemory: @unchecked Sendable {
  /// What follows from a set that holds only features that count.
  typealias Make = (_ features: UnsafePointer<Features>, _ value: UnsafeMutablePointer<UInt64>) -> Void

  /// The features that count; the others change nothing.
  private let asked: Features
  /// Words of a value.
  private let width: Int
  private let places: Int
  /// The sets by place, and their values. All of it is zero at first, which is the empty set: that has the first place,
  /// and its value is made at once.
  private let known: UnsafeMutablePointer<Features>
  private let values: UnsafeMutablePointer<UInt64>

  /// - Parameter places: a power of two.
  init(asked: Features, width: Int, places: Int, _ make: Make) {
    self.asked = asked
    self.width = width
    self.places = places
    known = Self.zeroed(places, of: Features.self)
    values = Self.zeroed(places * width, of: UInt64.self)
    let nothing = Features()
    precondition(places & (places - 1) == 0 && nothing.slot == 0)
    withUnsafePointer(to: nothing) { make($0, values) }
  }

  deinit {
    munmap(known, Self.size(places, of: Features.self))
    munmap(values, Self.size(places * width, of: UInt64.self))
  }

  private static func size<Element>(_ count: Int, of type: Element.Type) -> Int {
    max(count, 1) * MemoryLayout<Element>.stride
  }

  private static func zeroed<Element: BitwiseCopyable>(
    _ count: Int, of type: Element.Type
  ) -> UnsafeMutablePointer<Element> {
    let pages = mmap(nil, size(count, of: type), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let pages, pages != MAP_FAILED else { preconditionFailure("no memory") }
    return pages.bindMemory(to: type, capacity: count)
  }

  /// What follows from a set, remembered or made; there until the next question.
  @inline(__always)
  func find(_ features: UnsafePointer<Features>, make: Make) -> UnsafePointer<UInt64> {
    let key = features.pointee.intersection(asked)
    let place = Int(truncatingIfNeeded: key.slot) & (places - 1)
    let value = values + place * width
    if known[place] != key {
      known[place] = key
      withUnsafePointer(to: key) { make($0, value) }
    }
    return UnsafePointer(value)
  }
}
