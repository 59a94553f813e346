import KhabarCore

/// A small dictionary of phrases, looked up at a word of a text: all phrases of the same first word are linked, the
/// longest first.
struct PhraseTable<Value: BitwiseCopyable & Sendable>: Sendable {
  struct Phrase: Sendable, BitwiseCopyable {
    let value: Value
    /// Number of the words: most are one, and then need not be looked at.
    let count: Int
    /// Where those behind the first one are in `words`.
    fileprivate let rest: Int32
    /// Index of the next one with the same first word, which is no longer.
    fileprivate var next: Int32?
  }

  private var first: KeyTable<Int32>
  private var phrases = Stretch<Phrase>()
  /// The words behind the first ones.
  private var words = Stretch<WordKey>()

  init() { first = KeyTable(placeholder: 0) }

  /// Adds a phrase; of two equal ones the first stays.
  mutating func insert(_ words: [WordKey], _ value: Value) {
    guard let head = words.first else { return }
    let same = indexes(from: head)
    guard !same.contains(where: { isEqual(phrases[Int($0)], words) }) else { return }
    let index = Int32(phrases.count)
    let before = same.last { phrases[Int($0)].count >= words.count }
    let next = before.map { phrases[Int($0)].next } ?? first[head]
    phrases.append(Phrase(value: value, count: words.count, rest: Int32(self.words.count), next: next))
    for word in words.dropFirst() { self.words.append(word) }
    if let before { phrases[Int(before)].next = index } else { first.insert(head, index) }
  }

  private func isEqual(_ phrase: Phrase, _ words: [WordKey]) -> Bool {
    phrase.count == words.count && goesOn(phrase) { words[$0] == $1 }
  }

  private func indexes(from word: WordKey) -> [Int32] {
    var indexes: [Int32] = []
    var index = first[word]
    while let one = index {
      indexes.append(one)
      index = phrases[Int(one)].next
    }
    return indexes
  }

  @inline(__always)
  func mayBegin(_ word: WordKey) -> Bool { first[word] != nil }

  /// Whether `matches` accepts all words of a phrase from a place on, given their places behind its first one.
  @inline(__always)
  func goesOn(
    _ phrase: Phrase, from first: Int = 1, where matches: (_ step: Int, _ word: WordKey) -> Bool
  ) -> Bool {
    var step = first
    while step < phrase.count, matches(step, words[Int(phrase.rest) + step - 1]) { step += 1 }
    return step >= phrase.count
  }

  /// Phrases that begin with a word, the longest first.
  func phrases(from word: WordKey) -> [Phrase] { indexes(from: word).map { phrases[Int($0)] } }

  /// Calls `body` with each of them in that order.
  @inline(__always)
  func forEach(from word: WordKey, _ body: (Phrase) -> Void) {
    var index = first[word]
    while let one = index {
      let phrase = phrases[Int(one)]
      body(phrase)
      index = phrase.next
    }
  }

  /// A word as a phrase may have it: as it stands, or its stem.
  struct Wording {
    let word: WordKey
    let stem: WordKey

    @inline(__always)
    func isSpelled(_ other: WordKey) -> Bool { word == other || stem == other }
  }

  /// The longest phrase that begins with a word and whose further words stand behind it. Of some words hundreds of
  /// phrases begin, and hardly any has the right second word: that is read once.
  ///
  /// - Parameter wording: the word so many places behind the first; nil where none goes on there.
  @inline(__always)
  func longest(from word: WordKey, wording: (_ step: Int) -> Wording?) -> (count: Int, value: Value)? {
    guard var index = first[word] else { return nil }
    var second: Wording?
    var isRead = false
    while true {
      let phrase = phrases[Int(index)]
      if phrase.count == 1 { return (1, phrase.value) }
      if !isRead { (second, isRead) = (wording(1), true) }
      if let second, second.isSpelled(words[Int(phrase.rest)]),
        goesOn(phrase, from: 2, where: { wording($0)?.isSpelled($1) == true })
      {
        return (phrase.count, phrase.value)
      }
      guard let next = phrase.next else { return nil }
      index = next
    }
  }
}

extension PhraseTable: Archivable {
  static var blank: PhraseTable { PhraseTable() }

  mutating func pass(through archive: Archive) throws {
    try first.pass(through: archive)
    try archive.plain(&phrases)
    try archive.plain(&words)
  }
}
