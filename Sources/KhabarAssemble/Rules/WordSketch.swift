import KhabarCore

/// A set of folded words that may take a word for one of its own, but never says of one of its own that it is not in
/// it: enough to see that none of several words is there.
struct WordSketch: Sendable {
  /// The first word of a marker as the sketch looks for it.
  struct Marker: Hashable, Sendable, BitwiseCopyable {
    /// The word's place among the sketch's bits; nil for a marker of so many words that it is not looked for.
    fileprivate let place: UInt16?

    init(_ marker: CompiledRules.Marker) {
      switch marker {
      case .preposition(let key): place = WordSketch.place(key)
      case .phrase(let keys): place = keys.count > WordSketch.longestMarker ? nil : WordSketch.place(keys[0])
      }
    }
  }

  private static let size = 1024
  /// Words of a marker that is looked for at most. It may begin so far before the sentence of its phrase.
  private static let longestMarker = 8
  private var bits = Array(repeating: UInt64(0), count: size / UInt64.bitWidth)

  private static func place(_ word: WordKey) -> UInt16 { UInt16(truncatingIfNeeded: word.slot & UInt64(size - 1)) }

  /// No words.
  init() {}

  /// The words that markers of a sentence's phrases may begin with, each with its conjunction and without.
  init(_ sentence: Range<Int>, of tokens: [Token]) {
    for token in max(0, sentence.lowerBound - Self.longestMarker)..<sentence.upperBound {
      insert(tokens[token].key)
      if tokens[token].isCoordinated { insert(tokens[token].withoutConjunction) }
    }
  }

  mutating func insert(_ word: WordKey) {
    let place = Self.place(word)
    bits[Int(place >> 6)] |= 1 << UInt64(place & 63)
  }

  /// Whether a marker may be there, by its first word.
  func mayHold(_ marker: Marker) -> Bool {
    guard let place = marker.place else { return true }
    return bits[Int(place >> 6)] & 1 << UInt64(place & 63) != 0
  }
}
