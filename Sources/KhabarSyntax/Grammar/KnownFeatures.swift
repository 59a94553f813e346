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
final class KnownFeatures: @unchecked Sendable {
  /// What stands where there is no word.
  let nothing: Features
  /// The parts that are made of it.
  let nothingParts: UnsafePointer<UInt64>
  private let memories: WorkerPool<KnownMemory>

  /// - Parameter nothing: all that is known of what stands where there is no word.
  init(_ masks: FeatureMasks, _ parts: KnownParts = KnownParts(), nothing: Features = Features()) {
    self.nothing = nothing
    let (size, parts) = (parts.size, parts.parts)
    let nothingParts = UnsafeMutablePointer<UInt64>.allocate(capacity: max(size, 1))
    nothingParts.initialize(repeating: 0, count: max(size, 1))
    withUnsafePointer(to: nothing) { nothing in
      for part in parts { part.make(nothing, nothingParts + part.start) }
    }
    self.nothingParts = UnsafePointer(nothingParts)
    memories = WorkerPool { KnownMemory(masks, parts, size) }
  }

  deinit { nothingParts.deallocate() }

  /// Adds to the features of words what holds of them.
  func derive(_ words: UnsafeMutableBufferPointer<Features>) {
    guard let first = words.baseAddress else { return }
    withMemory { memory in
      for index in words.indices { first[index].formUnion(KnownMemory.features(memory.find(first + index))) }
    }
  }

  /// Adds to the features of words what holds of them, and says where their parts are.
  ///
  /// - Parameter parts: of each word; there as long as the memory.
  /// - Returns: what remembers them.
  func tell(
    _ words: UnsafeMutableBufferPointer<Features>, parts: UnsafeMutablePointer<UnsafePointer<UInt64>>
  ) -> KnownMemory? {
    guard let first = words.baseAddress else { return nil }
    return withMemory { memory in
      // What is found waits for memory, and many words do at once in a loop that does nothing else.
      for index in words.indices { (parts + index).initialize(to: memory.find(first + index)) }
      for index in words.indices {
        first[index].formUnion(KnownMemory.features(parts[index]))
        parts[index] += Features.words
      }
      return memory
    }
  }

  private func withMemory<Result>(_ body: (KnownMemory) -> Result) -> Result {
    memories.withValue { memory in
      if memory.isFull { memory = memory.next }
      return body(memory)
    }
  }
}

/// What one worker remembers of words.
///
/// When it is full a new one begins, which takes over from it whatever is asked for again: what is common is made once.
/// What rows still point to stays with the one before.
final class KnownMemory: Sendable {
  private let maker: KnownMaker
  /// The features that words come to, and behind them their parts.
  private let words: FeatureMemory
  /// Those of the memory before.
  private let earlier: FeatureMemory?

  /// - Parameter size: of all parts.
  fileprivate convenience init(_ masks: FeatureMasks, _ parts: [KnownParts.Part], _ size: Int) {
    self.init(KnownMaker(masks, parts, size), earlier: nil)
  }

  private init(_ maker: KnownMaker, earlier: FeatureMemory?) {
    self.maker = maker
    self.earlier = earlier
    words = FeatureMemory(asked: maker.asked, width: Features.words + maker.size)
  }

  /// It should not be asked for more words.
  fileprivate var isFull: Bool { words.isFull }
  /// The one that follows it.
  fileprivate var next: KnownMemory { KnownMemory(maker.anew, earlier: words) }

  /// What follows from the features of a word: those that it comes to, and behind them its parts. There as long as the
  /// memory.
  @inline(__always)
  fileprivate func find(_ word: UnsafePointer<Features>) -> UnsafePointer<UInt64> {
    words.find(word) { features, value in
      if let known = earlier?.known(features) {
        value.update(from: known, count: Features.words + maker.size)
      } else {
        maker.make(features, value)
      }
    }
  }

  /// The set of features that a value begins with.
  @inline(__always)
  fileprivate static func features(_ value: UnsafePointer<UInt64>) -> Features {
    // Words of 64 features side by side, which are aligned to eight bytes and not to sixteen.
    UnsafeRawPointer(value).loadUnaligned(as: Features.self)
  }
}

/// Makes what is not remembered of a word out of what is remembered all the same: of the features that definitions or a
/// single part ask for words have fewer combinations than of all.
private final class KnownMaker: Sendable {
  private let masks: FeatureMasks
  private let ground = Ground()
  private let view: FeatureMasks.View
  private let parts: [KnownParts.Part]
  /// What definitions make of a word, by the features that they ask for; nil where nothing else is asked for anyway.
  private let definitions: FeatureMemory?
  /// Those parts that have memories of their own; nil for the others.
  private let made: [FeatureMemory?]

  /// Words of 64 bits of all parts.
  let size: Int
  /// All features that definitions or parts ask for.
  let asked: Features

  init(_ masks: FeatureMasks, _ parts: [KnownParts.Part], _ size: Int) {
    self.masks = masks
    view = masks.view(on: ground)
    self.parts = parts
    self.size = size
    asked = parts.reduce(masks.asked) { $0.union($1.asked) }
    definitions = asked == masks.asked ? nil : FeatureMemory(asked: masks.asked, width: Features.words)
    made = parts.map { $0.isRemembered ? FeatureMemory(asked: $0.asked, width: $0.width) : nil }
  }

  /// One that remembers nothing yet.
  var anew: KnownMaker { KnownMaker(masks, parts, size) }

  /// Writes what follows from a set of features: those that it comes to, and behind them its parts.
  func make(_ given: UnsafePointer<Features>, _ value: UnsafeMutablePointer<UInt64>) {
    var word = given.pointee
    if let definitions {
      word.formUnion(KnownMemory.features(definitions.find(given) { derive($0, $1) }))
    } else {
      view.derive(&word)
    }
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

  private func derive(_ given: UnsafePointer<Features>, _ value: UnsafeMutablePointer<UInt64>) {
    var word = given.pointee
    view.derive(&word)
    UnsafeMutableRawPointer(value).storeBytes(of: word, as: Features.self)
  }
}
