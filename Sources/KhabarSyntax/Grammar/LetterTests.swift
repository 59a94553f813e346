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
  /// How long the beginnings are that begin with a letter, and the endings that end with one, as bits: by the letters'
  /// codes. Most letters begin and end none or only short ones.
  private var beginningLengths = Array(repeating: UInt32(0), count: Self.letterCodes)
  private var endingLengths = Array(repeating: UInt32(0), count: Self.letterCodes)
  /// What holds of words of so many letters.
  private var lengths = Array(repeating: Features(), count: WordKey.capacity + 1)
  /// Tests that ask for no letter, or for words that are too long to be taken apart.
  private var others: [Other] = []

  fileprivate struct Other: Sendable {
    var test: Grammar.LetterTest
    var feature: Features
  }

  mutating func add(_ test: Grammar.LetterTest, _ feature: Features) {
    switch test {
    case .beginning(let keys) where keys.allSatisfy(Self.hasLetters):
      for key in keys { beginnings.update(key, with: feature) { $0.union($1) } }
      for key in keys { beginningLengths[Int(key[0])] |= 1 << UInt32(key.count) }
    case .ending(let keys) where keys.allSatisfy(Self.hasLetters):
      for key in keys { endings.update(key, with: feature) { $0.union($1) } }
      for key in keys { endingLengths[Int(key[key.count - 1])] |= 1 << UInt32(key.count) }
    case .spelled(let keys) where keys.allSatisfy(Self.hasLetters):
      for key in keys { spellings.update(key, with: feature) { $0.union($1) } }
    case .letters(let least):
      for count in lengths.indices where count >= least { lengths[count].formUnion(feature) }
    default: others.append(Other(test: test, feature: feature))
    }
  }

  /// Codes of letters, which are of six bits.
  private static let letterCodes = 64

  @inline(__always)
  private static func forEachLength(_ lengths: UInt32, upTo count: Int, _ body: (Int) -> Void) {
    var rest = lengths
    while rest != 0, rest.trailingZeroBitCount <= count {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  private static func hasLetters(_ key: WordKey) -> Bool { key.count > 0 }

  /// The tests that hold of a word.
  func features(of stem: WordKey) -> Features {
    let count = stem.count
    var result = lengths[count]
    if let spelled = spellings[stem] { result.formUnion(spelled) }
    if count > 0 {
      Self.forEachLength(beginningLengths[Int(stem[0])], upTo: count) { length in
        if let found = beginnings[stem.prefix(length)] { result.formUnion(found) }
      }
      Self.forEachLength(endingLengths[Int(stem[count - 1])], upTo: count) { length in
        if let found = endings[stem.suffix(length)] { result.formUnion(found) }
      }
    }
    for other in others where other.test.holds(stem) { result.formUnion(other.feature) }
    return result
  }
}

extension LetterTests: Archivable {
  static var blank: LetterTests { LetterTests() }

  mutating func pass(through archive: Archive) throws {
    try beginnings.pass(through: archive)
    try endings.pass(through: archive)
    try spellings.pass(through: archive)
    try archive.plain(&beginningLengths)
    try archive.plain(&endingLengths)
    try archive.plain(&lengths)
    guard beginningLengths.count == Self.letterCodes, endingLengths.count == Self.letterCodes,
      lengths.count == WordKey.capacity + 1
    else { throw ArchiveFault() }
    try others.pass(through: archive)
  }
}

extension LetterTests.Other: Archivable {
  static var blank: Self { Self(test: .blank, feature: .blank) }

  mutating func pass(through archive: Archive) throws {
    try test.pass(through: archive)
    try archive.plain(&feature)
  }
}

extension Grammar.LetterTest: Archivable {
  static public var blank: Self { .letters(atLeast: 0) }

  public mutating func pass(through archive: Archive) throws {
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
