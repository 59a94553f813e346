import KhabarCore

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

  /// Places of one that is not told otherwise; with slots of 32 bytes they take 1 MB.
  static var usualSize: Int { 32_768 }

  /// A power of two of them; each word has one place, and the last one that came there holds it.
  private var slots: [Slot]

  /// - Parameters:
  ///   - distinction: any one; with the empty key, which no word has, it fills the places that are free.
  ///   - value: any value.
  init(size: Int = usualSize, distinction: Distinction, value: Value) {
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
