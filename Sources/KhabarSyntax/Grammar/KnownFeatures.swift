import KhabarCore

/// Parts of what is remembered of words or phrases, whatever stands beside them: which rows of a table are found by a
/// word, what it does to the states of a phrase.
struct KnownParts: Sendable {
  /// Writes what follows from the features of a word.
  typealias Make = @Sendable (_ features: UnsafePointer<Features>, _ value: UnsafeMutablePointer<UInt64>) -> Void

  fileprivate struct Part: Sendable {
    /// The features that it looks at.
    var asked: Features
    /// Words of 64 bits.
    var width: Int
    /// Where it begins among all that is remembered of a word.
    var start: Int
    /// It has a memory of its own, by the features that it looks at.
    var isRemembered: Bool
    var make: Make
  }

  fileprivate private(set) var parts: [Part] = []
  /// Words of 64 bits of all parts.
  private(set) var size = 0

  /// - Parameters:
  ///   - isRemembered: what costs much to make has a memory of its own: of the features that a single part asks for
  ///     words have fewer combinations than of all.
  /// - Returns: where the part begins among all that is remembered of a word.
  mutating func add(asked: Features, width: Int, isRemembered: Bool = false, make: @escaping Make) -> Int {
    parts.append(Part(asked: asked, width: width, start: size, isRemembered: isRemembered, make: make))
    size += width
    return size - width
  }
}

/// What follows from the features of a word or phrase, whatever stands beside it, remembered: what the grammar's
/// definitions make of them, and parts that are made of those.
///
/// Of all features that are asked for words have few combinations: nearly each was there before. Says the same as
/// `FeatureMasks.derive` and what makes the parts.
final class KnownFeatures: Sendable {
  private let masks: FeatureMasks
  private let parts: [KnownParts.Part]
  /// Words of 64 bits that all parts have of a word.
  let size: Int
  /// What stands where there is no word, and the parts that are made of it.
  let nothing: Features
  let nothingParts: [UInt64]
  private let memories: WorkerPool<Memory>

  private struct Memory: Sendable {
    /// The features that words come to, and behind them their parts.
    var words: FeatureMemory
    /// Only the first, by the features that definitions ask for.
    var definitions: FeatureMemory
    /// Those parts that have memories of their own; the others have one place.
    var parts: [FeatureMemory]
  }

  /// Places of the memories: words of news have several thousand different sets, and of what a part asks for several
  /// hundred.
  private static var places: Int { 8192 }
  private static var partPlaces: Int { 1024 }

  /// - Parameter nothing: all that is known of what stands where there is no word.
  init(_ masks: FeatureMasks, _ parts: KnownParts = KnownParts(), nothing: Features = Features()) {
    self.masks = masks
    self.nothing = nothing
    let (size, parts) = (parts.size, parts.parts)
    self.size = size
    self.parts = parts
    var nothingParts = Array(repeating: UInt64(0), count: size)
    nothingParts.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      withUnsafePointer(to: nothing) { nothing in
        for part in parts { part.make(nothing, base + part.start) }
      }
    }
    self.nothingParts = nothingParts
    let asked = parts.reduce(masks.asked) { $0.union($1.asked) }
    memories = WorkerPool {
      var definitions = FeatureMemory(asked: masks.asked, width: Features.words, places: Self.places) {
        Self.derive(masks, $0, $1)
      }
      var made = parts.map {
        FeatureMemory(
          asked: $0.asked, width: $0.width, places: $0.isRemembered ? Self.partPlaces : 1, $0.make)
      }
      let words = FeatureMemory(asked: asked, width: Features.words + size, places: Self.places) {
        Self.make($0, $1, masks, parts, &definitions, &made)
      }
      return Memory(words: words, definitions: definitions, parts: made)
    }
  }

  /// Adds to the features of words what holds of them.
  func derive(_ words: UnsafeMutableBufferPointer<Features>) {
    guard let first = words.baseAddress else { return }
    memories.withValue { memory in
      for index in words.indices {
        let word = first + index
        Self.find(word, masks, parts, &memory) { word.pointee.formUnion(Self.features($0)) }
      }
    }
  }

  /// Adds to the features of words what holds of them, and writes their parts.
  ///
  /// - Parameter values: `size` for each word.
  func tell(_ words: UnsafeMutableBufferPointer<Features>, parts values: UnsafeMutablePointer<UInt64>) {
    guard let first = words.baseAddress else { return }
    memories.withValue { memory in
      for index in words.indices {
        let (word, value) = (first + index, values + index * size)
        Self.find(word, masks, parts, &memory) { known in
          word.pointee.formUnion(Self.features(known))
          value.update(from: known + Features.words, count: size)
        }
      }
    }
  }

  @inline(__always)
  private static func find(
    _ word: UnsafePointer<Features>, _ masks: FeatureMasks, _ parts: [KnownParts.Part], _ memory: inout Memory,
    _ use: (UnsafePointer<UInt64>) -> Void
  ) {
    find(word, masks, parts, &memory.words, &memory.definitions, &memory.parts, use)
  }

  /// The memories apart, since what is not remembered of a word may be of what it is made of.
  @inline(__always)
  private static func find(
    _ word: UnsafePointer<Features>, _ masks: FeatureMasks, _ parts: [KnownParts.Part], _ words: inout FeatureMemory,
    _ definitions: inout FeatureMemory, _ made: inout [FeatureMemory], _ use: (UnsafePointer<UInt64>) -> Void
  ) {
    words.find(word, make: { make($0, $1, masks, parts, &definitions, &made) }, use: use)
  }

  /// Makes what follows from a set of features: those that it comes to, and behind them its parts.
  private static func make(
    _ given: UnsafePointer<Features>, _ value: UnsafeMutablePointer<UInt64>, _ masks: FeatureMasks,
    _ parts: [KnownParts.Part], _ definitions: inout FeatureMemory, _ made: inout [FeatureMemory]
  ) {
    var word = given.pointee
    definitions.find(given, make: { derive(masks, $0, $1) }, use: { word.formUnion(features($0)) })
    UnsafeMutableRawPointer(value).storeBytes(of: word, as: Features.self)
    withUnsafePointer(to: word) { word in
      for index in parts.indices {
        let (part, width) = (value + Features.words + parts[index].start, parts[index].width)
        if parts[index].isRemembered {
          made[index].find(word, make: { parts[index].make($0, $1) }, use: { part.update(from: $0, count: width) })
        } else {
          parts[index].make(word, part)
        }
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
