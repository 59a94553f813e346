/// Everything that the engine asks of a language.
///
/// A pack is data and a small module. The stages take the parts they need from it; none of them knows which language it
/// is.
public protocol LanguagePack: Sendable {
  /// BCP 47.
  var code: String { get }
  var orthography: Orthography { get }
  var words: any WordAnalyzer { get }
  var names: any NameGrammar { get }
  var temporal: any TemporalGrammar { get }
  var numbers: any NumberGrammar { get }
  var morphology: any Morphology { get }
  var syntax: any SyntaxLexicon { get }
  var romanizer: any Romanizer { get }
}

extension LanguagePack {
  public var romanizer: any Romanizer { NoRomanizer() }
}

/// Splits words into clitics and stem, and says what kind of word the stem is.
public protocol WordAnalyzer: Sendable {
  /// Sets `analysis`, `classes` and `nounClasses` of every word token, best analysis by the words around it.
  ///
  /// - Parameter text: the cleaned text that the tokens' spans point into.
  func analyze(_ tokens: inout [Token], in text: AlignedText)

  /// All possible analyses of a folded word, the likeliest first, without looking at its neighbours. An ambiguous word
  /// keeps its readings: ولد is "boy", and "and" + لد.
  func analyses(of key: WordKey) -> [WordAnalysis]

  /// What the lexicon knows of a folded word without clitics.
  func classes(of stem: WordKey) -> WordClasses

  /// Everything that may be written together before a name, the bare article included: what the gazetteers see through.
  var nameProclitics: [NameProclitic] { get }

  /// How the words of compound names vary in writing.
  var nameVariants: NameVariants { get }
}

extension WordAnalyzer {
  /// None: a language that writes its words apart.
  public var nameProclitics: [NameProclitic] { [] }
  /// None.
  public var nameVariants: NameVariants { NameVariants() }
}

/// A sequence of clitics as it is written before a name, such as وال in والعراق (and the Iraq).
public struct NameProclitic: Hashable, Sendable {
  /// The letters in their usual spelling.
  public var spelling: String
  /// Its clitics; `prefixLetters` is the number of letters of `spelling`.
  public var analysis: WordAnalysis
  /// The first letter that the rest must have, in its usual spelling; empty for any.
  public var next: String

  public init(_ spelling: String, _ analysis: WordAnalysis, next: String = "") {
    self.spelling = spelling
    self.analysis = analysis
    self.next = next
  }
}

/// Finds the names in a document by grammar and gazetteer lookups.
public protocol NameGrammar: Sendable {
  /// Mentions in text order, without entities: the engine puts those of one referent together.
  func mentions(in document: MatchedDocument, entries: any EntryStore) -> [Mention]

  /// The words of a name by which a shorter form of it may be recognized, most telling first: for a personal name the
  /// full chain, its surname, its first name with its last.
  func shortForms(of mention: Mention, in document: MatchedDocument) -> [[WordKey]]

  /// The offices that the titles at a mention name, for putting a bare office together with its holder.
  func offices(of mention: Mention, in document: MatchedDocument, entries: any EntryStore) -> [OfficeName]

  /// The gender of a person, nil when nothing at the mention tells it.
  func gender(of mention: Mention, in document: MatchedDocument, entries: any EntryStore) -> GrammaticalGender?

  /// Takes words apart anew where a name begins otherwise than they were read.
  func correct(_ tokens: inout [Token], by mentions: [Mention])

  /// The name at a mention as it is written by itself, without what a word before it does to its letters.
  func name(of mention: Mention, in document: MatchedDocument) -> String

  /// Whether a word between two places says that the first lies in the second.
  func saysInside(_ token: Token) -> Bool
}

extension NameGrammar {
  /// A language whose words are read in one way.
  public func correct(_ tokens: inout [Token], by mentions: [Mention]) {}

  /// A language that writes names everywhere alike.
  public func name(of mention: Mention, in document: MatchedDocument) -> String { document.text.string(mention.span) }

  /// No word: a grammar that tells no namesakes among places apart.
  public func saysInside(_ token: Token) -> Bool { false }

  public func gender(of mention: Mention, in document: MatchedDocument, entries: any EntryStore) -> GrammaticalGender? {
    nil
  }

  /// None: a grammar without offices.
  public func offices(of mention: Mention, in document: MatchedDocument, entries: any EntryStore) -> [OfficeName] { [] }
}

/// An office as a text names it.
public struct OfficeName: Sendable, Hashable {
  /// Folded words without articles and without the country: those of رئيس الوزراء (prime minister).
  public var words: [WordKey]
  /// ISO 3166 alpha-2, when an adjective or a name says it.
  public var country: String?
  /// Said to be over: former, late.
  public var isFormer: Bool
  /// More than one holder is meant.
  public var isPlural: Bool
  /// Of all nations, and of no country: the UN envoy.
  public var isInternational = false

  public init(words: [WordKey], country: String? = nil, isFormer: Bool = false, isPlural: Bool = false) {
    self.words = words
    self.country = country
    self.isFormer = isFormer
    self.isPlural = isPlural
  }
}

/// Finds dates and times and says what they mean, before any anchor is known.
public protocol TemporalGrammar: Sendable {
  /// Descriptions in text order.
  func expressions(in document: RecognizedDocument) -> [TemporalDescription]
}

/// Finds numbers and their units.
public protocol NumberGrammar: Sendable {
  /// Quantities in text order. Numbers inside `times` are not counts.
  func quantities(in document: RecognizedDocument, outside times: [TokenSpan]) -> [Quantity]
}

/// A grammar that reads times and numbers in one pass over the words. The resolve stage asks it once when a pack gives
/// the same grammar for both.
public protocol TimeAndNumberGrammar: TemporalGrammar, NumberGrammar {
  /// Descriptions and quantities in text order; numbers inside the descriptions are no quantities.
  func read(_ document: RecognizedDocument) -> (times: [TemporalDescription], quantities: [Quantity])
}

/// The forms of words, for triggers given as lemmas.
public protocol Morphology: Sendable {
  /// All finite forms of a verb.
  ///
  /// - Parameter lemma: the dictionary form; in Arabic the third person masculine singular of the perfect: التقى.
  /// - Returns: nothing when the verb can't be inflected; the rule linter says so.
  func forms(ofVerb lemma: String) -> [InflectedForm]

  /// Whether a verb's principal parts are listed under this dictionary form, so that nothing of it is guessed.
  func knows(verb lemma: String) -> Bool

  /// The same forms with each pronoun that may be written behind them as an object: he received *him*.
  func withObjectPronouns(_ forms: [InflectedForm]) -> [InflectedForm]

  /// All forms of a noun: number, and the spellings that case and suffixes give it.
  func forms(ofNoun lemma: String) -> [InflectedForm]
}

/// One form of a lemma.
public struct InflectedForm: Sendable, Hashable, BitwiseCopyable {
  /// When what a verb tells is; none for a noun.
  public enum Tense: UInt8, Sendable, BitwiseCopyable { case none, past, present, imperative }
  /// Whether the subject acts or is acted on; either when the spelling does not tell.
  public enum Voice: UInt8, Sendable, BitwiseCopyable { case active, passive, either }
  /// How many; any when the form does not tell.
  public enum Number: UInt8, Sendable, BitwiseCopyable { case any, singular, dual, plural }
  /// Of the subject or noun; any when the form does not tell.
  public enum Gender: UInt8, Sendable, BitwiseCopyable { case any, masculine, feminine }

  /// Folded spelling without clitics.
  public var key: WordKey
  /// When what it tells is.
  public var tense: Tense
  /// Whether its subject acts.
  public var voice: Voice
  /// 1, 2 or 3.
  public var person: UInt8
  public var gender: Gender
  /// How many it tells of.
  public var number: Number
  /// A pronoun is written behind it.
  public var hasPronoun = false
  /// The shortened form that only stands behind a negation or in a command (Arabic jussive).
  public var isJussive = false
  /// The active is spelled with a letter that folding takes for another one, which the passive has: أعفى "relieved",
  /// أعفي "was relieved".
  public var hasActiveSpelling = false

  public init(
    key: WordKey, tense: Tense = .none, voice: Voice = .active, person: Int = 3, gender: Gender = .any,
    number: Number = .any
  ) {
    self.key = key
    self.tense = tense
    self.voice = voice
    self.person = UInt8(person)
    self.gender = gender
    self.number = number
  }
}
