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
    var slots: [(asked: Features, value: Value)]
  }

  private static var size: Int { 2048 }

  /// - Parameter derive: what follows from a set of features that count.
  init(asked: Features, derive: @escaping @Sendable (Features) -> Value) {
    self.asked = asked
    self.derive = derive
    memories = WorkerPool {
      Memory(slots: Array(repeating: (Features(), derive(Features())), count: Self.size))
    }
  }

  /// Lends what tells what follows from a set.
  @inline(__always)
  func withMemory(_ body: (_ value: (Features) -> Value) -> Void) {
    memories.withValue { memory in
      body { set in
        let asked = set.intersection(asked)
        let slot = Int(truncatingIfNeeded: asked.slot) & (Self.size - 1)
        if memory.slots[slot].asked != asked { memory.slots[slot] = (asked, derive(asked)) }
        return memory.slots[slot].value
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
    withMemory { value in
      for index in sets.indices { sets[index].formUnion(value(sets[index])) }
    }
  }
}
