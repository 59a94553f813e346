import KhabarCore

/// What follows from sets of features, remembered.
///
/// A grammar asks for few of all features, and of those texts have few combinations: nearly each set that is asked for
/// was there before.
final class Derivation<Value: Sendable>: Sendable {
  /// The features that count; the others change nothing.
  private let asked: Features
  private let derive: @Sendable (Features) -> Value
  private let memories: WorkerPool<Memory>

  private struct Memory: Sendable {
    /// Each set of features that count has one place; the last one that came there holds it.
    var asked: [Features]
    var values: [Value]
  }

  /// Places of a memory: words and phrases of news have several thousand different sets.
  private static var size: Int { 8192 }

  /// - Parameter derive: what follows from a set of features that count.
  init(asked: Features, derive: @escaping @Sendable (Features) -> Value) {
    self.asked = asked
    self.derive = derive
    memories = WorkerPool {
      Memory(
        asked: Array(repeating: Features(), count: Self.size),
        values: Array(repeating: derive(Features()), count: Self.size))
    }
  }

  /// Calls `body` with the place of each of some sets and what follows from it, in order.
  @inline(__always)
  func forEach(_ sets: UnsafeMutableBufferPointer<Features>, _ body: (_ place: Int, Value) -> Void) {
    memories.withValue { memory in
      memory.asked.withUnsafeMutableBufferPointer { known in
        memory.values.withUnsafeMutableBufferPointer { values in
          for place in sets.indices {
            let asked = sets[place].intersection(asked)
            let slot = Int(truncatingIfNeeded: asked.slot) & (Self.size - 1)
            if known[slot] != asked {
              values[slot] = derive(asked)
              known[slot] = asked
            }
            body(place, values[slot])
          }
        }
      }
    }
  }
}

extension Derivation<Features> {
  /// Of a grammar's definitions. Says the same as `FeatureMasks.derive`.
  convenience init(_ masks: FeatureMasks) {
    self.init(asked: masks.asked) { asked in
      var derived = asked
      masks.derive(&derived)
      return derived
    }
  }

  /// Adds to each of some sets what holds of it.
  func derive(_ sets: inout [Features]) {
    sets.withUnsafeMutableBufferPointer { sets in forEach(sets) { sets[$0].formUnion($1) } }
  }
}
