import KhabarCore

/// The tests of words' letters that a grammar makes, by the letters that they ask for.
///
/// A grammar asks for hundreds of endings and beginnings. Instead of trying each, the ends and beginnings of the word
/// itself are looked up, which are never more than it has letters. Says the same as `Grammar.LetterTest.holds`.
struct LetterTests: Sendable {
  /// What holds of words that begin, end or are spelled so.
  private var beginnings = KeyTable(placeholder: Features())
  private var endings = KeyTable(placeholder: Features())
  private var spellings = KeyTable(placeholder: Features())
  /// Letters of the longest beginning and ending.
  private var longestBeginning = 0
  private var longestEnding = 0
  /// What holds of words of so many letters.
  private var lengths = Array(repeating: Features(), count: WordKey.capacity + 1)
  /// Tests that ask for no letter, or for words that are too long to be taken apart.
  private var others: [(test: Grammar.LetterTest, feature: Features)] = []

  mutating func add(_ test: Grammar.LetterTest, _ feature: Features) {
    switch test {
    case .beginning(let keys) where keys.allSatisfy(Self.hasLetters):
      for key in keys { beginnings.update(key, with: feature) { $0.union($1) } }
      longestBeginning = max(longestBeginning, keys.map(\.count).max() ?? 0)
    case .ending(let keys) where keys.allSatisfy(Self.hasLetters):
      for key in keys { endings.update(key, with: feature) { $0.union($1) } }
      longestEnding = max(longestEnding, keys.map(\.count).max() ?? 0)
    case .spelled(let keys) where keys.allSatisfy(Self.hasLetters):
      for key in keys { spellings.update(key, with: feature) { $0.union($1) } }
    case .letters(let least):
      for count in lengths.indices where count >= least { lengths[count].formUnion(feature) }
    default: others.append((test, feature))
    }
  }

  private static func hasLetters(_ key: WordKey) -> Bool { key.count > 0 }

  /// The tests that hold of a word.
  func features(of stem: WordKey) -> Features {
    let count = stem.count
    var result = lengths[count]
    if let spelled = spellings[stem] { result.formUnion(spelled) }
    for length in 1..<max(1, min(longestBeginning, count) + 1) {
      if let found = beginnings[stem.prefix(length)] { result.formUnion(found) }
    }
    for length in 1..<max(1, min(longestEnding, count) + 1) {
      if let found = endings[stem.suffix(length)] { result.formUnion(found) }
    }
    for (test, feature) in others where test.holds(stem) { result.formUnion(feature) }
    return result
  }
}

extension LetterTests: Archivable {
  static var blank: LetterTests { LetterTests() }

  mutating func pass(through archive: inout some Archive) throws {
    try beginnings.pass(through: &archive)
    try endings.pass(through: &archive)
    try spellings.pass(through: &archive)
    try archive.plain(&longestBeginning)
    try archive.plain(&longestEnding)
    try archive.plain(&lengths)
    var (tests, features) = (others.map(\.test), others.map(\.feature))
    try tests.pass(through: &archive)
    try archive.plain(&features)
    others = zip(tests, features).map { ($0, $1) }
  }
}

extension Grammar.LetterTest: Archivable {
  static public var blank: Self { .letters(atLeast: 0) }

  public mutating func pass(through archive: inout some Archive) throws {
    var (kind, keys, count) = parts
    try archive.plain(&kind)
    try archive.plain(&keys)
    try archive.plain(&count)
    switch kind {
    case 0: self = .ending(keys)
    case 1: self = .beginning(keys)
    case 2: self = .spelled(keys)
    default: self = .letters(atLeast: count)
    }
  }

  private var parts: (kind: UInt8, keys: [WordKey], count: Int) {
    switch self {
    case .ending(let keys): (0, keys, 0)
    case .beginning(let keys): (1, keys, 0)
    case .spelled(let keys): (2, keys, 0)
    case .letters(let count): (3, [], count)
    }
  }
}
