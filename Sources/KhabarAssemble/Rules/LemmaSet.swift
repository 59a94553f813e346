/// A set of lemmas by their numbers, as bits: asking it costs a shift, which a hash table's answer does not.
struct LemmaSet: Sendable, Equatable {
  private var words: [UInt64] = []
  /// Index of the first word with a lemma; most sets have few, next to each other.
  private var first = Int.max

  init() {}

  init(_ lemmas: some Collection<Int>) {
    // Room for all at once.
    if let last = lemmas.max() { words = Array(repeating: 0, count: (last >> 6) + 1) }
    for lemma in lemmas { insert(lemma) }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func contains(_ lemma: Int) -> Bool {
    lemma >> 6 < words.count && words[lemma >> 6] & 1 << UInt64(lemma & 63) != 0
  }

  mutating func insert(_ lemma: Int) {
    let word = lemma >> 6
    if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
    words[word] |= 1 << UInt64(lemma & 63)
    first = min(first, word)
  }

  mutating func formUnion(_ other: LemmaSet) {
    if other.words.count > words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    for index in other.words.indices { words[index] |= other.words[index] }
    first = min(first, other.first)
  }

  /// Whether a lemma is in both.
  func intersects(_ other: LemmaSet) -> Bool {
    var index = max(first, other.first)
    let end = min(words.count, other.words.count)
    while index < end {
      if words[index] & other.words[index] != 0 { return true }
      index += 1
    }
    return false
  }
}
