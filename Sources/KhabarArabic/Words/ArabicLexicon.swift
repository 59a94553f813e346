import KhabarCore

/// What the tables of `Gazetteers/ar/lexicon` say of single words, by folded spelling.
///
/// Holds the classes of the closed words, of verb forms, of title and head nouns and of common words, and how often a
/// stem occurs. Entries of several words belong to the grammars that read them and are passed over here.
public struct ArabicLexicon: Sendable {
  /// What is known of one word.
  struct Word: Sendable, BitwiseCopyable {
    var classes: WordClasses
    /// What it stands for, if it is a noun.
    var nounClasses = NounClasses()
    /// Occurrences as a stem in the counted news text.
    var count: UInt32
    /// Occurrences of those with a final heh or alef maksura; the others have teh marbuta or yeh. Only for words whose
    /// key ends in heh or yeh.
    var undottedCount: UInt32

    /// A word of the closed classes that is never taken apart.
    var isFixed: Bool { classes.contains(Self.fixedMark) }
    /// Ends in heh or alef maksura more often than in the letters with dots.
    var isUndotted: Bool { undottedCount > count / 2 }
    /// A preposition with its pronoun: منه (from him), عليها (on her).
    var isPronounHost: Bool { classes.contains(Self.pronounHostMark) }

    /// A closed word that no spelling of it begins with alef madda, though other words of its letters may.
    var isClosedWithoutMadda: Bool {
      !classes.isDisjoint(with: .closed.union(.adverb)) && !classes.contains(Self.maddaMark)
    }

    /// Without the dots of its teh marbuta more often another word with "his": منزله (his house) than منزلة (rank).
    var isRatherHis: Bool { classes.contains(Self.hisMark) }

    // Four bits that no class uses.
    fileprivate static let hisMark = WordClasses(rawValue: 1 << 60)
    fileprivate static let maddaMark = WordClasses(rawValue: 1 << 61)
    fileprivate static let fixedMark = WordClasses(rawValue: 1 << 63)
    fileprivate static let pronounHostMark = WordClasses(rawValue: 1 << 62)

    static let unknown = Word(classes: [], count: 0, undottedCount: 0)
  }

  private(set) var words: KeyTable<Word>
  /// The present of the known verbs by their past, third person masculine singular: التقى (met), يلتقي.
  var presents = WordTexts()
  /// What their finite forms, verbal nouns and participles are.
  var verbReadings = VerbTable()

  /// A lexicon that knows nothing.
  public init() {
    words = KeyTable(placeholder: .unknown)
  }

  /// Reads the tables of a folder. A table that is not there is passed over.
  ///
  /// - Throws: `KhabarError` when a table is damaged.
  public init(folder: String, orthography: Orthography, morphology: any Morphology) throws {
    words = KeyTable(minimumCapacity: 96_000, placeholder: .unknown)
    verbReadings = VerbTable(minimumCapacity: 80_000)
    try ArabicLexiconReader(folder: folder, orthography: orthography, morphology: morphology).read(into: &self)
  }

  /// Words in the lexicon.
  public var wordCount: Int { words.count }

  /// What is known of a folded word without clitics.
  public func classes(of stem: WordKey) -> WordClasses { (words[stem]?.classes ?? []).subtracting(Self.marks) }

  /// What a folded word without clitics stands for.
  public func nounClasses(of stem: WordKey) -> NounClasses { words[stem]?.nounClasses ?? NounClasses() }

  /// The bits of a word's classes that are no class.
  static let marks: WordClasses = [Word.fixedMark, Word.pronounHostMark, Word.maddaMark, Word.hisMark]

  mutating func add(_ key: WordKey, _ classes: WordClasses) {
    words.update(key, with: Word(classes: classes, count: 0, undottedCount: 0)) { old, new in
      var word = old
      word.classes.formUnion(new.classes)
      return word
    }
  }

  /// Adds a sense of a noun.
  mutating func add(_ key: WordKey, _ noun: NounClass) {
    let added = Word(classes: [], nounClasses: NounClasses(noun), count: 0, undottedCount: 0)
    words.update(key, with: added) { old, _ in
      var word = old
      word.nounClasses.insert(noun)
      return word
    }
  }

  mutating func count(_ key: WordKey, _ count: Int, endsUndotted: Bool) {
    let count = UInt32(min(max(count, 0), 10_000_000))
    words.update(key, with: Word(classes: [], count: count, undottedCount: endsUndotted ? count : 0)) { old, new in
      var word = old
      word.count = min(old.count, 1 << 30) + new.count
      word.undottedCount = min(old.undottedCount, 1 << 30) + new.undottedCount
      return word
    }
  }

  /// Forgets how often a word occurs that is a preposition of one letter and a common noun, so that it is taken apart.
  mutating func dropCountOfPhrase(_ key: WordKey) {
    guard let word = words[key], let noun = words[key.dropFirst(1)], noun.count / 4 > word.count / 16 else { return }
    forgetCount(of: key, word)
  }

  /// A verb that begins as the article does: التقت "she met". What stands behind those letters is no word of any class,
  /// so that it was counted for the verb.
  mutating func dropCountBehindArticle(_ verb: WordKey) {
    let rest = verb.dropFirst(2)
    guard let word = words[rest], word.count > 0, word.nounClasses.isEmpty,
      word.classes.isSubset(of: [.common, .verbPast, .verbPresent])
    else { return }
    count(verb, Int(word.count), endsUndotted: false)
    forgetCount(of: rest, word)
  }

  private mutating func forgetCount(of key: WordKey, _ word: Word) {
    words.insert(key, Word(classes: word.classes, nounClasses: word.nounClasses, count: 0, undottedCount: 0))
  }

  /// Forgets how often a short word occurs that is the preposition ب with a noun many times as common.
  mutating func dropCountOfPrefixed(_ key: WordKey) {
    guard key[0] == ArabicLetter.beh, let word = words[key], let noun = words[key.dropFirst(1)],
      noun.classes.contains(.noun), noun.count > word.count * 8
    else { return }
    forgetCount(of: key, word)
  }

  /// Adds a word of the closed classes that is never taken apart.
  mutating func addFixed(_ key: WordKey, _ classes: WordClasses) { add(key, classes.union(Word.fixedMark)) }

  /// A closed word that is written with alef madda first: آنذاك "at that time".
  mutating func addMadda(_ key: WordKey) { add(key, Word.maddaMark) }

  /// Adds that a word in teh marbuta, spelled with heh, is more often another one with "his".
  mutating func addRatherHis(_ key: WordKey) { add(key, Word.hisMark) }

  mutating func addPronounHost(_ key: WordKey) { add(key, Word.pronounHostMark) }
}

extension ArabicLexicon: Archivable {
  public static var blank: ArabicLexicon { ArabicLexicon() }

  public mutating func pass(through archive: Archive) throws {
    try words.pass(through: archive)
    try presents.pass(through: archive)
    try verbReadings.pass(through: archive)
  }
}
