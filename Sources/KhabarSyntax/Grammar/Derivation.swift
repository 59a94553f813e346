import KhabarCore

/// What the definitions of features make of a set, remembered.
///
/// A grammar has hundreds of definitions and a text few kinds of words: nearly each set that is asked for was there
/// before. Says the same as `FeatureMasks.derive`.
final class Derivation: Sendable {
  private let masks: FeatureMasks
  private let memories: WorkerPool<Memory>

  private struct Memory: Sendable {
    /// Each set has one place; the last one that came there holds it.
    var slots: [(given: Features, derived: Features)]
  }

  private static let size = 4096

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
        let given = sets[index]
        let slot = Int(truncatingIfNeeded: given.slot) & (Self.size - 1)
        if memory.slots[slot].given != given {
          masks.derive(&sets[index])
          memory.slots[slot] = (given, sets[index])
        } else {
          sets[index] = memory.slots[slot].derived
        }
      }
    }
  }
}
