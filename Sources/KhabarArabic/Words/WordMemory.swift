import KhabarCore
import Synchronization

/// What was found out about words lately. Most tokens of a corpus repeat a word, and what is found out depends on nothing
/// but the word and its distinction, so that remembering changes no result. It saves the lookups in tables that are too
/// big for the processor's caches.
struct WordMemory<Distinction: Equatable & Sendable, Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    var key: WordKey
    var value: Value
    /// Tells apart words of one key for which different values are right.
    var distinction: Distinction
  }

  /// A power of two of them; each word has one place, and the last one that came there holds it.
  private var slots: [Slot]

  /// - Parameters:
  ///   - distinction: any one; with the empty key it fills the places that no word has yet.
  ///   - value: any value.
  init(size: Int, distinction: Distinction, value: Value) {
    slots = Array(repeating: Slot(key: .empty, value: value, distinction: distinction), count: size)
  }

  /// The value of a word, remembered or made.
  @inline(__always)
  mutating func value(of key: WordKey, _ distinction: Distinction, _ make: () -> Value) -> Value {
    let index = Int(truncatingIfNeeded: key.slot) & (slots.count - 1)
    if slots[index].key == key, slots[index].distinction == distinction, !key.isEmpty { return slots[index].value }
    let value = make()
    slots[index] = Slot(key: key, value: value, distinction: distinction)
    return value
  }
}

/// Hands each worker a memory for one document at a time, so that it serves the next document too.
final class WordMemoryPool<Distinction: Equatable & Sendable, Value: Sendable>: Sendable {
  typealias Memory = WordMemory<Distinction, Value>
  private let free = Mutex<[Memory]>([])
  private let make: @Sendable () -> Memory

  /// - Parameters: as those of the memories; with slots of 32 bytes, each takes 1 MB.
  init(distinction: Distinction, value: Value) {
    make = { Memory(size: 32_768, distinction: distinction, value: value) }
  }

  /// Lends a memory for the time of a call.
  @inline(__always)
  func withMemory<Result>(_ body: (inout Memory) -> Result) -> Result {
    var memory = free.withLock { $0.popLast() } ?? make()
    let result = body(&memory)
    giveBack(memory)
    return result
  }

  private func giveBack(_ memory: Memory) { free.withLock { $0.append(memory) } }
}
