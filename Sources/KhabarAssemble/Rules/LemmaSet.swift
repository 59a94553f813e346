/// A set of lemmas by their numbers, as bits: asking it costs a shift, which a hash table's answer does not.
struct LemmaSet: Sendable, Equatable {
  private var words: [UInt64] = []

  init() {}

  init(_ lemmas: some Sequence<Int>) {
    for lemma in lemmas { insert(lemma) }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func contains(_ lemma: Int) -> Bool {
    lemma >> 6 < words.count && words[lemma >> 6] & 1 << UInt64(lemma & 63) != 0
  }

  mutating func insert(_ lemma: Int) {
    let word = lemma >> 6
    if word >= words.count { words += Array(repeating: 0, count: word + 1 - words.count) }
    words[word] |= 1 << UInt64(lemma & 63)
  }

  mutating func formUnion(_ other: LemmaSet) {
    if other.words.count > words.count { words += Array(repeating: 0, count: other.words.count - words.count) }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  /// Whether a lemma is in both.
  func intersects(_ other: LemmaSet) -> Bool {
    for index in 0..<min(words.count, other.words.count) where words[index] & other.words[index] != 0 { return true }
    return false
  }
}
