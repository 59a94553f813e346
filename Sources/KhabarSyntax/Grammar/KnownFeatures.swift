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
  /// Words of 64 bits that all parts have of a word.
  let size: Int
  /// What stands where there is no word, and the parts that are made of it.
  let nothing: Features
  let nothingParts: [UInt64]
  private let memories: WorkerPool<KnownMemory>

  /// - Parameter nothing: all that is known of what stands where there is no word.
  init(_ masks: FeatureMasks, _ parts: KnownParts = KnownParts(), nothing: Features = Features()) {
    self.nothing = nothing
    let (size, parts) = (parts.size, parts.parts)
    self.size = size
    var nothingParts = Array(repeating: UInt64(0), count: size)
    nothingParts.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      withUnsafePointer(to: nothing) { nothing in
        for part in parts { part.make(nothing, base + part.start) }
      }
    }
    self.nothingParts = nothingParts
    memories = WorkerPool { KnownMemory(masks, parts, size) }
  }

  /// Adds to the features of words what holds of them.
  func derive(_ words: UnsafeMutableBufferPointer<Features>) {
    guard let first = words.baseAddress else { return }
    memories.withValue { memory in
      for index in words.indices { first[index].formUnion(KnownMemory.features(memory.find(first + index))) }
    }
  }

  /// Adds to the features of words what holds of them, and writes their parts.
  ///
  /// - Parameter values: `size` for each word.
  func tell(_ words: UnsafeMutableBufferPointer<Features>, parts values: UnsafeMutablePointer<UInt64>) {
    guard let first = words.baseAddress else { return }
    memories.withValue { memory in
      for index in words.indices {
        let known = memory.find(first + index)
        first[index].formUnion(KnownMemory.features(known))
        (values + index * size).update(from: known + Features.words, count: size)
      }
    }
  }
}

/// What one worker remembers of words.
private final class KnownMemory: Sendable {
  private let maker: KnownMaker
  /// The features that words come to, and behind them their parts.
  private let words: FeatureMemory

  /// Words of news have several thousand different sets.
  private static let places = 8192

  /// - Parameter size: of all parts.
  init(_ masks: FeatureMasks, _ parts: [KnownParts.Part], _ size: Int) {
    let maker = KnownMaker(masks, parts)
    let asked = parts.reduce(masks.asked) { $0.union($1.asked) }
    words = FeatureMemory(asked: asked, width: Features.words + size, places: Self.places) { maker.make($0, $1) }
    self.maker = maker
  }

  /// What follows from the features of a word: those that it comes to, and behind them its parts. There until the next
  /// question.
  @inline(__always)
  func find(_ word: UnsafePointer<Features>) -> UnsafePointer<UInt64> { words.find(word) { maker.make($0, $1) } }

  /// The set of features that a value begins with.
  @inline(__always)
  static func features(_ value: UnsafePointer<UInt64>) -> Features {
    // Words of 64 features side by side, which are aligned to eight bytes and not to sixteen.
    UnsafeRawPointer(value).loadUnaligned(as: Features.self)
  }
}

/// Makes what is not remembered of a word out of what is remembered all the same: of the features that definitions or a
/// single part ask for words have fewer combinations than of all.
private final class KnownMaker: Sendable {
  private let masks: FeatureMasks
  private let parts: [KnownParts.Part]
  /// What definitions make of a word, by the features that they ask for.
  private let definitions: FeatureMemory
  /// Those parts that have memories of their own; nil for the others.
  private let made: [FeatureMemory?]

  private static let definitionPlaces = 8192
  private static let partPlaces = 1024

  init(_ masks: FeatureMasks, _ parts: [KnownParts.Part]) {
    self.masks = masks
    self.parts = parts
    definitions = FeatureMemory(asked: masks.asked, width: Features.words, places: Self.definitionPlaces) {
      Self.derive(masks, $0, $1)
    }
    made = parts.map { part in
      part.isRemembered ? FeatureMemory(asked: part.asked, width: part.width, places: Self.partPlaces, part.make) : nil
    }
  }

  /// Writes what follows from a set of features: those that it comes to, and behind them its parts.
  func make(_ given: UnsafePointer<Features>, _ value: UnsafeMutablePointer<UInt64>) {
    let derived = definitions.find(given) { Self.derive(masks, $0, $1) }
    let word = given.pointee.union(KnownMemory.features(derived))
    UnsafeMutableRawPointer(value).storeBytes(of: word, as: Features.self)
    withUnsafePointer(to: word) { word in
      for index in parts.indices {
        let part = value + Features.words + parts[index].start
        if let memory = made[index] {
          part.update(from: memory.find(word) { parts[index].make($0, $1) }, count: parts[index].width)
        } else {
          parts[index].make(word, part)
        }
      }
    }
  }

  private static func derive(
    _ masks: borrowing FeatureMasks, _ given: UnsafePointer<Features>, _ value: UnsafeMutablePointer<UInt64>
  ) {
    var word = given.pointee
    masks.derive(&word)
    UnsafeMutableRawPointer(value).storeBytes(of: word, as: Features.self)
  }
}
