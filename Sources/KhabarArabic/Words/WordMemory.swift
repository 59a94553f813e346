import Foundation
import KhabarCore

/// What was found out about words lately. Most tokens of a corpus repeat a word, and what is found out depends on
/// nothing but the word and its distinction, so that remembering changes no result. It saves the lookups in tables that
/// are too big for the processor's caches.
///
/// The memory itself is too big for the nearest of them. Ask for all words of a document in one short loop, and make
/// what is missing in another: the processor then waits for many words at once. Places that no word came to are pages
/// that the system never gave, so that a short run costs none of it.
final class WordMemory<Distinction: Equatable & BitwiseCopyable & Sendable, Value: BitwiseCopyable & Sendable>:
  @unchecked Sendable
{
  private struct Slot: BitwiseCopyable {
    var key: WordKey
    var value: Value
    /// Tells apart words of one key for which different values are right.
    var distinction: Distinction
  }

  /// Places of one that is not told otherwise: most words of an archive of hundreds of megabytes have one to
  /// themselves.
  static var usualSize: Int { 131_072 }

  /// A power of two of them; each word has one place, and the last one that came there holds it. All bits of a free
  /// one are zero, and so it has the empty key, which no word has.
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int

  /// - Parameters:
  ///   - distinction: any one; its type is what counts.
  ///   - value: any one, likewise.
  init(size: Int = usualSize, distinction: Distinction, value: Value) {
    guard let memory = calloc(size, MemoryLayout<Slot>.stride) else { fatalError("there is no memory left") }
    slots = memory.bindMemory(to: Slot.self, capacity: size)
    mask = size - 1
  }

  deinit { free(slots) }

  @inline(__always)
  private func place(of key: WordKey) -> UnsafeMutablePointer<Slot> {
    slots + (Int(truncatingIfNeeded: key.slot) & mask)
  }

  /// The value of a word, if it is remembered.
  @inline(__always)
  subscript(key: WordKey, distinction: Distinction) -> Value? {
    let place = place(of: key)
    return place.pointee.key == key && place.pointee.distinction == distinction ? place.pointee.value : nil
  }

  /// Remembers the value of a word.
  func remember(_ value: Value, of key: WordKey, _ distinction: Distinction) {
    place(of: key).pointee = Slot(key: key, value: value, distinction: distinction)
  }

  /// The value of a word, remembered or made.
  @inline(__always)
  func value(of key: WordKey, _ distinction: Distinction, _ make: () -> Value) -> Value {
    let place = place(of: key)
    if place.pointee.key == key, place.pointee.distinction == distinction { return place.pointee.value }
    let value = make()
    place.pointee = Slot(key: key, value: value, distinction: distinction)
    return value
  }
}
