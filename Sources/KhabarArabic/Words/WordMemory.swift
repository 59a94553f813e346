import KhabarCore
import Synchronization

/// What was found out about words lately. Most tokens of a corpus repeat a word, and what is found out depends on
/// nothing but the word and its distinction, so that remembering changes no result. It saves the lookups in tables that
/// are too big for the processor's caches.
///
/// The memory itself is too big for the nearest of them. Ask for all words of a document in one short loop, and make
/// what is missing in another: the processor then waits for many words at once.
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
  ///   - distinction: any one; with the empty key, which no word has, it fills the places that are free.
  ///   - value: any value.
  init(size: Int, distinction: Distinction, value: Value) {
    slots = Array(repeating: Slot(key: .empty, value: value, distinction: distinction), count: size)
  }

  private func index(of key: WordKey) -> Int { Int(truncatingIfNeeded: key.slot) & (slots.count - 1) }

  /// The value of a word, if it is remembered.
  @inline(__always)
  subscript(key: WordKey, distinction: Distinction) -> Value? {
    let index = index(of: key)
    return slots[index].key == key && slots[index].distinction == distinction ? slots[index].value : nil
  }

  /// The value of a word, remembered or made.
  @inline(__always)
  mutating func value(of key: WordKey, _ distinction: Distinction, _ make: () -> Value) -> Value {
    if let value = self[key, distinction] { return value }
    let value = make()
    slots[index(of: key)] = Slot(key: key, value: value, distinction: distinction)
    return value
  }
}

/// Hands each worker a memory for one document at a time, so that it serves the next document too.
final class WordMemoryPool<Distinction: Equatable & Sendable, Value: Sendable>: Sendable {
  typealias Memory = WordMemory<Distinction, Value>
  private let free = Mutex<[Memory]>([])
  private let make: @Sendable () -> Memory

  /// - Parameters: as those of the memories; with slots of 32 bytes, each takes 1 MB unless `size` is another.
  init(size: Int = 32_768, distinction: Distinction, value: Value) {
    make = { Memory(size: size, distinction: distinction, value: value) }
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
