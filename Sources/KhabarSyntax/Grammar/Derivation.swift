import KhabarCore

/// What the definitions of features make of a set, remembered.
///
/// The definitions ask for few of all features, and of those texts have few combinations: nearly each set that is asked
/// for was there before. Says the same as `FeatureMasks.derive`.
final class Derivation: Sendable {
  private let masks: FeatureMasks
  private let memories: WorkerPool<Memory>

  private struct Memory: Sendable {
    /// Each set of features that definitions ask for has one place; the last one that came there holds it.
    var slots: [(asked: Features, derived: Features)]
  }

  private static let size = 2048

  init(_ masks: FeatureMasks) {
    self.masks = masks
    memories = WorkerPool {
      var empty = Features()
      masks.derive(&empty)
      return Memory(slots: Array(repeating: (Features(), empty), count: Self.size))
    }
  }

  /// Adds to each of some sets what holds of it.
  func derive(_ sets: inout [Features]) {
    memories.withValue { memory in
      for index in sets.indices {
        let asked = sets[index].intersection(masks.asked)
        let slot = Int(truncatingIfNeeded: asked.slot) & (Self.size - 1)
        if memory.slots[slot].asked != asked {
          var derived = asked
          masks.derive(&derived)
          memory.slots[slot] = (asked, derived)
        }
        sets[index].formUnion(memory.slots[slot].derived)
      }
    }
  }
}
