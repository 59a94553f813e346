import KhabarCore

/// A small dictionary of phrases, looked up at a word of a text: all phrases of the same first word stand together, the
/// longest first.
struct PhraseTable<Value: Sendable>: Sendable {
  struct Phrase: Sendable {
    fileprivate(set) var words: [WordKey]
    fileprivate(set) var value: Value
    /// Number of the words: most are one, and then need not be looked at.
    fileprivate(set) var count: Int

    init(words: [WordKey], value: Value) {
      self.words = words
      self.value = value
      count = words.count
    }
  }

  private var first: KeyTable<Int32>
  private var phrases: [[Phrase]] = []

  init() { first = KeyTable(placeholder: 0) }

  /// Adds a phrase; of two equal ones the first stays.
  mutating func insert(_ words: [WordKey], _ value: Value) {
    guard let head = words.first else { return }
    let known = first[head].map(Int.init)
    let slot = known ?? phrases.count
    if known == nil {
      phrases.append([])
      first.insert(head, Int32(slot))
    }
    guard !phrases[slot].contains(where: { $0.words == words }) else { return }
    let place = phrases[slot].firstIndex { $0.count < words.count } ?? phrases[slot].count
    phrases[slot].insert(Phrase(words: words, value: value), at: place)
  }

  @inline(__always)
  func mayBegin(_ word: WordKey) -> Bool { first[word] != nil }

  /// Phrases that begin with a word, the longest first.
  func phrases(from word: WordKey) -> [Phrase] {
    guard let slot = first[word] else { return [] }
    return phrases[Int(slot)]
  }

  /// Calls `body` with each of them in that order.
  @inline(__always)
  func forEach(from word: WordKey, _ body: (Phrase) -> Void) {
    guard let slot = first[word] else { return }
    for phrase in phrases[Int(slot)] { body(phrase) }
  }

  /// The longest phrase that begins with a word and whose further words `matches` accepts, given their places behind
  /// it.
  @inline(__always)
  func longest(from word: WordKey, where matches: (_ step: Int, _ word: WordKey) -> Bool) -> (count: Int, value: Value)?
  {
    guard let slot = first[word] else { return nil }
    for index in phrases[Int(slot)].indices {
      let count = phrases[Int(slot)][index].count
      var fits = true
      for step in 1..<max(1, count) where !matches(step, phrases[Int(slot)][index].words[step]) {
        fits = false
        break
      }
      if fits { return (count, phrases[Int(slot)][index].value) }
    }
    return nil
  }
}

// `BitwiseCopyable` is a marker, on which a conformance to `Archivable` can't depend.
extension PhraseTable where Value: BitwiseCopyable {
  /// Hands it to an archive (see `Archivable`) in flat arrays: most of the phrases are one word, which needs no array
  /// of its own there.
  mutating func pass(through archive: inout some Archive) throws {
    try first.pass(through: &archive)
    var counts = phrases.map { Int32($0.count) }
    var lengths = phrases.joined().map { Int32($0.count) }
    var words = phrases.joined().flatMap(\.words)
    var values = phrases.joined().map(\.value)
    try archive.plain(&counts)
    try archive.plain(&lengths)
    try archive.plain(&words)
    try archive.plain(&values)
    guard lengths.count == values.count, Self.sum(counts) == lengths.count, Self.sum(lengths) == words.count else {
      throw ArchiveFault()
    }
    phrases = []
    phrases.reserveCapacity(counts.count)
    var (phrase, word) = (0, 0)
    for count in counts {
      phrases.append(
        (phrase..<phrase + Int(count)).map { index in
          defer { word += Int(lengths[index]) }
          return Phrase(words: Array(words[word..<word + Int(lengths[index])]), value: values[index])
        })
      phrase += Int(count)
    }
  }

  /// nil for a negative number among them.
  private static func sum(_ numbers: [Int32]) -> Int? {
    numbers.contains { $0 < 0 } ? nil : numbers.reduce(0) { $0 + Int($1) }
  }
}
