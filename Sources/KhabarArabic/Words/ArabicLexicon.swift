import KhabarCore

/// What the tables of `Gazetteers/ar/lexicon` say of single words, by folded spelling.
///
/// Holds the classes of the closed words, of verb forms, of title and head nouns and of common words, and how often a
/// stem occurs. Entries of several words belong to the grammars that read them and are passed over here.
public struct ArabicLexicon: Sendable {
  /// What is known of one word.
  struct Word: Sendable {
    var classes: WordClasses
    /// Occurrences as a stem in the counted news text.
    var count: UInt32
    /// Occurrences of those with a final heh; the others have teh marbuta. Only for words whose key ends in heh.
    var hehCount: UInt32

    static let unknown = Word(classes: [], count: 0, hehCount: 0)
  }

  private(set) var words: KeyTable<Word>
  /// Words of the closed classes that are never taken apart.
  private(set) var fixed: KeyTable<WordClasses>
  /// Prepositions with their pronoun: منه (from him), عليها (on her).
  private(set) var pronounHosts: KeyTable<Bool>
  /// Principal parts of the known verbs, third person masculine singular: التقى (met), يلتقي.
  public internal(set) var verbs: [(past: String, present: String)] = []

  /// A lexicon that knows nothing.
  public init() {
    words = KeyTable(placeholder: .unknown)
    fixed = KeyTable(placeholder: [])
    pronounHosts = KeyTable(placeholder: false)
  }

  /// Reads the tables of a folder. A table that is not there is passed over.
  ///
  /// - Throws: `KhabarError` when a table is damaged.
  public init(folder: String, orthography: Orthography, morphology: any Morphology) throws {
    words = KeyTable(minimumCapacity: 100_000, placeholder: .unknown)
    fixed = KeyTable(minimumCapacity: 512, placeholder: [])
    pronounHosts = KeyTable(minimumCapacity: 512, placeholder: false)
    try ArabicLexiconReader(folder: folder, orthography: orthography, morphology: morphology).read(into: &self)
  }

  /// What is known of a folded word without clitics.
  public func classes(of stem: WordKey) -> WordClasses { words[stem]?.classes ?? [] }

  mutating func add(_ key: WordKey, _ classes: WordClasses) {
    words.update(key, with: Word(classes: classes, count: 0, hehCount: 0)) { old, new in
      Word(classes: old.classes.union(new.classes), count: old.count, hehCount: old.hehCount)
    }
  }

  mutating func count(_ key: WordKey, _ count: Int, endsInHeh: Bool) {
    let count = UInt32(min(max(count, 0), 10_000_000))
    words.update(key, with: Word(classes: [], count: count, hehCount: endsInHeh ? count : 0)) { old, new in
      Word(
        classes: old.classes, count: min(old.count, 1 << 30) + new.count,
        hehCount: min(old.hehCount, 1 << 30) + new.hehCount)
    }
  }

  mutating func addFixed(_ key: WordKey, _ classes: WordClasses) { fixed.formUnion(key, classes) }

  mutating func addPronounHost(_ key: WordKey) { pronounHosts.insert(key, true) }
}
