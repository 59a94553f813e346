import KhabarCore
import Synchronization

/// Readings of words that were analyzed lately. Most tokens of a corpus repeat a word, and a reading depends on nothing but
/// the word's spelling, so that remembering changes no result.
struct ReadingMemory: Sendable {
  private struct Slot: Sendable {
    var key: WordKey
    var reading: CliticReading
    var evidence: SpellingEvidence
  }

  private var slots: [Slot]
  /// A power of two; the whole memory takes 400 kB.
  private static let size = 8192

  init() {
    let empty = CliticReading(analysis: WordAnalysis(), classes: [], score: 0)
    slots = Array(repeating: Slot(key: .empty, reading: empty, evidence: .unknown), count: Self.size)
  }

  /// The reading of a word, remembered or made.
  @inline(__always)
  mutating func reading(
    of key: WordKey, _ evidence: SpellingEvidence, _ make: () -> CliticReading
  ) -> CliticReading {
    let index = Int(truncatingIfNeeded: key.slot) & (Self.size - 1)
    if slots[index].key == key, slots[index].evidence == evidence { return slots[index].reading }
    let reading = make()
    slots[index] = Slot(key: key, reading: reading, evidence: evidence)
    return reading
  }
}

/// Hands each worker a memory for one document at a time, so that it serves the next document too.
final class ReadingMemoryPool: Sendable {
  private let free = Mutex<[ReadingMemory]>([])

  func take() -> ReadingMemory { free.withLock { $0.popLast() } ?? ReadingMemory() }
  func giveBack(_ memory: consuming ReadingMemory) {
    let memory = memory
    free.withLock { $0.append(memory) }
  }
}
