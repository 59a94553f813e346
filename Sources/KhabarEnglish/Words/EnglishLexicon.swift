import KhabarCore

/// What `words.tsv` and `verbs.tsv` know of a word.
struct EnglishLexicon: Sendable {
  /// Classes of words that `WordClasses` does not have.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt16
    /// the, a, this, his: a noun follows.
    static let determiner = Marks(rawValue: 1)
    /// his, her, their.
    static let possessive = Marks(rawValue: 2)
    static let be = Marks(rawValue: 4)
    static let have = Marks(rawValue: 8)
    static let `do` = Marks(rawValue: 16)
    /// will, could, must.
    static let modal = Marks(rawValue: 32)
    /// the, this: what the phrase names is known.
    static let article = Marks(rawValue: 64)
    /// will: what its verb tells is to come.
    static let future = Marks(rawValue: 128)
    /// to, before a verb.
    static let infinitive = Marks(rawValue: 256)
    /// The s behind an apostrophe.
    static let genitive = Marks(rawValue: 512)
    /// Stands before the verb that tells what happens.
    static let auxiliary: Marks = [.be, .have, .do, .modal]
  }

  /// The forms that a spelling may be of a verb.
  struct VerbForms: OptionSet, Sendable {
    let rawValue: UInt8
    static let base = VerbForms(rawValue: 1)
    /// visits
    static let third = VerbForms(rawValue: 2)
    static let past = VerbForms(rawValue: 4)
    static let participle = VerbForms(rawValue: 8)
    /// visiting
    static let ing = VerbForms(rawValue: 16)
  }

  /// All that is known of one spelling.
  struct Word: Sendable {
    var classes: WordClasses = []
    var marks: Marks = []
    var nouns = NounClasses()
    var forms: VerbForms = []
    /// Index into `verbClasses` of the verb that it is a form of.
    var verbClass: Int?
  }

  /// A verb with its principal parts.
  struct Verb: Sendable {
    var base: String
    var past: String
    var participle: String
  }

  private(set) var verbs: [String: Verb] = [:]
  /// The classes of verbs that `verbs.tsv` names, sorted.
  private(set) var verbClasses: [String] = []
  private var words: [WordKey: Word] = [:]

  subscript(key: WordKey) -> Word { words[key] ?? Word() }

  /// - Throws: `KhabarError` for a table that is damaged or has a class that there is not.
  init(_ tables: EnglishTables) throws {
    let nouns = Dictionary(uniqueKeysWithValues: NounClass.allCases.map { ($0.rawValue, $0) })
    for row in try tables.rows(of: "words.tsv", columns: ["class", "noun"]) {
      guard let key = row.words.first, row.words.count == 1 else { continue }
      let meaning = try row.meaning("class", in: Self.classes)
      words[key, default: Word()].classes.formUnion(meaning.classes)
      words[key, default: Word()].marks.formUnion(meaning.marks)
      if row["noun"] != nil { words[key, default: Word()].nouns.insert(try row.meaning("noun", in: nouns)) }
    }
    let rows = try tables.rows(of: "verbs.tsv", columns: ["past", "participle", "class"])
    verbClasses = Set(rows.compactMap { $0["class"] }).sorted()
    for row in rows {
      guard let base = row["name"], let past = row["past"], let participle = row["participle"] else { continue }
      let verb = Verb(base: base, past: past, participle: participle)
      verbs[base] = verb
      for (form, spelling) in EnglishMorphology.spellings(of: verb) {
        let key = tables.orthography.key(spelling)
        words[key, default: Word()].forms.insert(form)
        words[key, default: Word()].verbClass = row["class"].flatMap { verbClasses.firstIndex(of: $0) }
      }
    }
  }

  /// The class column of `words.tsv`.
  private static let classes: [String: (classes: WordClasses, marks: Marks)] = [
    "determiner": (.demonstrative, .determiner), "possessive": ([], .possessive), "be": (.copula, .be),
    "have": ([], .have),
    "do": ([], .do), "modal": ([], .modal),
    "article": ([], .article), "future": ([], .future), "infinitive": ([], .infinitive), "genitive": ([], .genitive),
    "preposition": (.preposition, []), "conjunction": (.conjunction, []),
    "subordinator": (.subordinator, []), "relative": (.relative, []), "interrogative": (.interrogative, []),
    "particle": (.particle, []),
    "negation": (.negation, []), "pronoun": (.pronoun, []), "adverb": (.adverb, []), "quantifier": (.quantifier, []),
    "numeral": (.numeral, []), "adjective": (.adjective, []), "honorific": (.honorific, []),
    "abbreviation": (.abbreviation, []), "title-head": ([.titleHead, .noun], []),
    "person-noun": ([.personNoun, .noun], []), "organization-head": ([.organizationHead, .noun], []),
    "place-head": ([.placeHead, .noun], []), "building-head": ([.placeHead, .buildingHead, .noun], []),
    "noun": (.noun, []), "calendar": (.calendar, []),
  ]
}
