import KhabarCore

/// What may begin at a word: the outcomes of the table `begin`.
enum Beginning: String, CaseIterable {
  /// A noun phrase, whose marker, if it has one, is written together with the word.
  case noun
  /// A noun phrase whose head is the next word: this lawyer.
  case nounBehind = "noun-behind"
  /// A preposition and its noun phrase.
  case governed
  /// The same with one more word between: in this meeting.
  case governedBehind = "governed-behind"
  /// A noun phrase whose head stands behind words that say how exact its number is: no less than *four soldiers*.
  case approximate
  /// A preposition of several words and its noun phrase.
  case compound
  /// Such a preposition without one.
  case compoundAlone = "compound-alone"
  /// A preposition without a noun phrase, or with its pronoun.
  case preposition
  case time
  /// A preposition and a date.
  case governedTime = "governed-time"
  /// What begins at the next word, joined by this one.
  case joined
  case verb, copula, subordinator, circumstance, relative, coordinator, negation, comma, boundary
  /// Something else: of one word, of two, in brackets, a fixed expression, a number of occasions.
  case aside
  case asidePair = "aside-pair"
  case bracket, wish, adverbial, occasion
}

/// Whether an open noun phrase takes the next word: the outcomes of the table `phrase`.
enum Continuation: String, CaseIterable {
  /// The word, with the whole phrase of the name that begins at it.
  case take
  case close
  /// The word, and the noun phrase that begins behind it.
  case nest
  /// A mark inside the phrase: takes it if the phrase may take the word behind it.
  case look
}

extension TableShape {
  /// Is a word a finite verb? Of the words before it this is known already: `finite`. `prior` is the one before
  /// `before`.
  static let verb = TableShape(
    "verb", columns: ["prior", "before", "here", "next"], outcomes: ["verb", "none"],
    changing: PhraseBits.changingNames)

  /// What begins at a word? `behind` is the word behind the preposition of several words that begins here.
  static let begin = TableShape(
    "begin", columns: ["before", "here", "next", "after", "behind"], outcomes: Beginning.allCases.map(\.rawValue),
    changing: PhraseBits.changingNames)

  /// May the open noun phrase take the next word? `phrase` is what it is so far, `last` its last word and `prior` the
  /// one before that.
  static let phrase = TableShape(
    "phrase", columns: ["phrase", "head", "prior", "last", "next", "after"],
    outcomes: Continuation.allCases.map(\.rawValue), compared: (3, 4), changing: PhraseBits.changingNames)

  /// Does the name that begins at the next word stand for the whole phrase?
  static let name = TableShape(
    "name", columns: ["phrase", "head", "next"], outcomes: ["named", "unnamed"], changing: PhraseBits.changingNames)

  /// The tables that phrases are made by.
  public static let phrases: [TableShape] = [.verb, .begin, .phrase, .name]
}

/// Features that the engine itself gives to words and phrases. A class, since it is too large to be copied.
public final class PhraseBits: Sendable {
  // Of words.
  /// There is no word: before the sentence's first, behind its last.
  let nothing: Features
  /// A finite verb, by the table `verb`.
  let finite: Features
  /// A finite verb stands before it in its clause.
  let behindFinite: Features
  /// Says that somebody or something goes away from where it was: the lexicon's.
  let takesAway: Features
  /// The last finite verb of its clause is such a one.
  let behindRemoval: Features
  /// Forms of "to be", behind which another verb may stand: the lexicon's.
  let copula: Features
  /// A clause may begin with it or behind it: the grammar declares it.
  let clauseOpener: Features
  /// Begins with a conjunction that is written together with it: the grammar declares it.
  let joins: Features
  /// A preposition of several words may begin with it, and it is an adjective of a people: the lexicon's.
  let compoundBegins: Features
  let nationality: Features
  /// All that is known of `nothing`.
  let nothingWord: Features

  // Of an open phrase, in the column `phrase`.
  /// It has come no further than its head.
  let atHead: Features
  /// It has taken nothing behind its head or the name that it opens with.
  let opening: Features
  /// Its last word ends a name that is no mere description.
  let atNameEnd: Features
  /// The next word belongs to the name whose first words were taken; `phrase` then tells what this is.
  let inside: Features

  // Of phrases.
  /// A noun phrase without a marker, and with one.
  let bare: Features
  let governed: Features
  /// Its marker is written together with it.
  let attached: Features
  /// Once taken, it is the phrase's head in place of the words before it: a noun, in a language whose adjectives stand
  /// before their nouns. The grammar declares it; without it phrases are headed by their first words.
  let lateHead: Features
  /// What its preposition is: one of time, of the way, of a beginning.
  let markers: Features
  let joined: Features
  /// It names somebody or something.
  let named: Features
  let described: Features
  /// It has more words than its head.
  let compound: Features
  /// A name stands inside the phrase, behind its first word.
  let nameInside: Features
  /// By the kinds' numbers.
  let kinds: [Features]
  let types: [(type: EntityType, feature: Features)]
  /// All features that tell of the mention that begins at a word.
  let mention: Features

  static let wordNames = ["nothing"] + changingNames
  /// Those that words have by the verbs before them.
  static let changingNames = ["finite", "behind-finite", "behind-removal"]
  /// Features that grammar files declare and the builder asks for.
  static let asked = ["joins", "late-head"] + markerNames
  /// Those that a preposition of its own gives to the phrase behind it: after *a visit*, to *France*, since *Sunday*.
  static let markerNames = ["time-marker", "way-marker", "since-marker", "between-marker", "with-marker"]
  static let openNames = ["at-head", "opening", "at-name-end", "inside"]
  static let phraseNames = ["bare", "governed", "joined", "named", "described", "compound", "name-inside"]

  static func name(_ kind: Phrase.Kind) -> String { kind == .noun ? "noun-phrase" : "\(kind.rawValue)-phrase" }

  static let typeNames: [(name: String, type: EntityType)] = [
    ("is-person", .person), ("is-organization", .organization), ("is-place", .place), ("is-office", .office),
    ("is-nationality", .nationality),
  ]

  /// Names of what the phrase builder gives to phrases.
  static let phraseVocabulary =
    openNames + phraseNames + typeNames.map(\.name)
    + Phrase.Kind.allCases.map(name)

  init(_ grammar: Grammar) {
    nothing = grammar.feature("nothing")
    finite = grammar.feature("finite")
    behindFinite = grammar.feature("behind-finite")
    takesAway = grammar.feature("verb-removal")
    behindRemoval = grammar.feature("behind-removal")
    copula = grammar.feature("copula")
    clauseOpener = grammar.feature("clause-opener")
    joins = grammar.feature("joins")
    compoundBegins = grammar.feature("preposition-begins")
    nationality = grammar.feature("nationality")
    nothingWord = grammar.features(given: nothing, stem: .empty)
    atHead = grammar.feature("at-head")
    opening = grammar.feature("opening")
    atNameEnd = grammar.feature("at-name-end")
    inside = grammar.feature("inside")
    bare = grammar.feature("bare")
    governed = grammar.feature("governed")
    attached = grammar.feature("attached")
    lateHead = grammar.feature("late-head")
    markers = Self.markerNames.reduce(into: Features()) { $0.formUnion(grammar.feature($1)) }
    joined = grammar.feature("joined")
    named = grammar.feature("named")
    described = grammar.feature("described")
    compound = grammar.feature("compound")
    nameInside = grammar.feature("name-inside")
    kinds = Phrase.Kind.allCases.map { grammar.feature(Self.name($0)) }
    types = Self.typeNames.map { ($0.type, grammar.feature($0.name)) }
    mention = grammar.names.names.filter { $0 == "mention" || $0.hasPrefix("mention-") }
      .reduce(into: Features()) { $0.formUnion(grammar.feature($1)) }
  }
}
