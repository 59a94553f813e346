/// What a token is, by its shape.
public enum TokenKind: UInt8, Sendable, BitwiseCopyable {
  /// A run of letters.
  case word
  /// Digits, with decimal or group separators between them: `2.5`, `1,250`, `٢٠٢٤`.
  case number
  /// A web address, mail address, hashtag or handle.
  case address
  /// Full stop, question mark, exclamation mark, ellipsis; a run of them is one token. Not each ends a sentence: points
  /// of abbreviations stand inside.
  case sentenceEnd
  /// Comma, semicolon.
  case comma
  case colon
  case hyphen
  case slash
  case quote
  case openBracket
  case closeBracket
  /// Any other mark or symbol.
  case symbol
}

/// How a word is made: what is written together with its stem. Lengths are letters of the folded spelling.
///
/// In `وبالقاهرة` (and-in-the-Cairo) the conjunction, the preposition and the article precede the stem `قاهرة`:
/// `prefixLetters` is 4. In `للعراق` (to the Iraq) the article's alef is not written: 2.
///
/// A language that writes the article, "to" and "will" as words of their own says by `proclitics` alone that they stand
/// before a word, without letters.
@frozen
public struct WordAnalysis: Hashable, Sendable {
  /// What precedes the stem.
  @frozen
  public struct Proclitics: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// "and": و
    @inlinable public static var and: Proclitics { Proclitics(rawValue: 1) }
    /// "so, then": ف
    @inlinable public static var so: Proclitics { Proclitics(rawValue: 2) }
    /// "in, with, by": ب
    @inlinable public static var with: Proclitics { Proclitics(rawValue: 4) }
    /// "to, for": ل
    @inlinable public static var to: Proclitics { Proclitics(rawValue: 8) }
    /// "as, like": ك
    @inlinable public static var like: Proclitics { Proclitics(rawValue: 16) }
    /// The future particle: س
    @inlinable public static var future: Proclitics { Proclitics(rawValue: 32) }
    /// The definite article: ال
    @inlinable public static var article: Proclitics { Proclitics(rawValue: 64) }
    /// A question particle: أ
    @inlinable public static var question: Proclitics { Proclitics(rawValue: 128) }

    /// What joins clauses and names.
    @inlinable public static var conjunctions: Proclitics { [.and, .so] }
    /// What governs the word.
    @inlinable public static var prepositions: Proclitics { [.with, .to, .like] }
  }

  /// What stands before the stem.
  public var proclitics: Proclitics
  /// Letters before the stem, the article's included.
  public var prefixLetters: UInt8
  /// Letters of the article among them: 2, or 1 in للـ, else 0.
  public var articleLetters: UInt8
  /// Letters of a pronoun written behind the stem (his, them …); 0 when there is none.
  public var suffixLetters: UInt8

  @inlinable public init(
    proclitics: Proclitics = [], prefixLetters: Int = 0, articleLetters: Int = 0, suffixLetters: Int = 0
  ) {
    self.proclitics = proclitics
    self.prefixLetters = UInt8(prefixLetters)
    self.articleLetters = UInt8(articleLetters)
    self.suffixLetters = UInt8(suffixLetters)
  }

  /// Letters of the conjunction among them: conjunctions that are written together with a word have one.
  @inlinable public var conjunctionLetters: Int { proclitics.isDisjoint(with: .conjunctions) ? 0 : 1 }

  /// Nothing is written together with the stem.
  @inlinable public var isPlain: Bool { prefixLetters == 0 && suffixLetters == 0 }
}

/// A word, number or mark of the cleaned text.
@frozen
public struct Token: Sendable {
  /// Marks of spelling that the folded key loses.
  @frozen
  public struct Shape: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// White space or the text's start is before it.
    @inlinable public static var spaceBefore: Shape { Shape(rawValue: 1) }
    /// The last letter is the feminine ending teh marbuta (ة), not heh.
    @inlinable public static var feminineEnding: Shape { Shape(rawValue: 2) }
    /// The last letter is alef maksura (ى).
    @inlinable public static var maksuraEnding: Shape { Shape(rawValue: 4) }
    /// Has diacritics.
    @inlinable public static var vocalized: Shape { Shape(rawValue: 8) }
    /// Ends in the accusative tanwin (اً).
    @inlinable public static var tanwin: Shape { Shape(rawValue: 16) }
    /// Ends in the tanwin of the other cases (ٌ, ٍ).
    @inlinable public static var nunation: Shape { Shape(rawValue: 512) }
    /// Has Latin letters.
    @inlinable public static var latin: Shape { Shape(rawValue: 32) }
    /// Has the vowel of the passive (ُ, damma) before a letter that does not lengthen it: قُصف "was shelled".
    @inlinable public static var passiveVowel: Shape { Shape(rawValue: 256) }
    /// Its document leaves out dots or hamzas throughout, and here may have: lists may spell the word otherwise.
    @inlinable public static var looseSpelling: Shape { Shape(rawValue: 1024) }
    /// A line break is before it.
    @inlinable public static var lineStart: Shape { Shape(rawValue: 64) }
    /// A blank line is before it.
    @inlinable public static var paragraphStart: Shape { Shape(rawValue: 128) }
  }

  /// Where it stands: UTF-8 bytes of the cleaned text, clitics included.
  public var span: TextSpan<CleanBytes>
  /// What it is by its shape.
  public var kind: TokenKind
  /// What the folded key loses.
  public var shape: Shape
  /// The preferred analysis. Other possible ones come from `WordAnalyzer.analyses(of:)`.
  public var analysis: WordAnalysis
  /// Folded spelling of the whole word.
  public var key: WordKey
  /// What the lexicon knows of the stem.
  public var classes: WordClasses
  /// What the stem stands for, if it is a noun that the lexicon knows.
  public var nounClasses: NounClasses

  @inlinable public init(span: TextSpan<CleanBytes>, kind: TokenKind, shape: Shape, key: WordKey) {
    self.span = span
    self.kind = kind
    self.shape = shape
    self.key = key
    analysis = WordAnalysis()
    classes = []
    nounClasses = NounClasses()
  }

  /// Folded spelling without proclitics, article and pronoun.
  @inlinable public var stem: WordKey {
    // Most words are written alone, or with something before them alone.
    let behind = key.dropFirst(Int(analysis.prefixLetters))
    return analysis.suffixLetters == 0 ? behind : behind.dropLast(Int(analysis.suffixLetters))
  }

  /// Folded spelling without proclitics but with the article and the pronoun.
  @inlinable public var bare: WordKey { key.dropFirst(Int(analysis.prefixLetters - analysis.articleLetters)) }

  /// A run of letters.
  @inlinable public var isWord: Bool { kind == .word }
  /// Has the definite article.
  @inlinable public var isDefinite: Bool { analysis.proclitics.contains(.article) }
  /// Begins with "and" or "so".
  @inlinable public var isCoordinated: Bool { !analysis.proclitics.isDisjoint(with: .conjunctions) }
}

/// A sentence: its tokens.
public struct Sentence: Sendable {
  /// Its tokens.
  public var tokens: TokenSpan
  /// The sentence is a headline, caption or dateline rather than running text.
  public var isHeading: Bool

  public init(tokens: TokenSpan, isHeading: Bool = false) {
    self.tokens = tokens
    self.isHeading = isHeading
  }
}

/// What a language's lexicon knows of a word: the closed classes and the open ones that grammar needs.
@frozen
public struct WordClasses: OptionSet, Hashable, Sendable, BitwiseCopyable {
  public let rawValue: UInt64
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Governs a noun: in, from, with.
  @inlinable public static var preposition: WordClasses { WordClasses(rawValue: 1 << 0) }
  /// Joins words or clauses: and, or, but.
  @inlinable public static var conjunction: WordClasses { WordClasses(rawValue: 1 << 1) }
  /// Opens a clause: that, because, when, while, if.
  @inlinable public static var subordinator: WordClasses { WordClasses(rawValue: 1 << 2) }
  /// Relative pronoun: who, which.
  @inlinable public static var relative: WordClasses { WordClasses(rawValue: 1 << 3) }
  /// this, that, those.
  @inlinable public static var demonstrative: WordClasses { WordClasses(rawValue: 1 << 4) }
  /// not, never, no.
  @inlinable public static var negation: WordClasses { WordClasses(rawValue: 1 << 5) }
  /// he, she, they.
  @inlinable public static var pronoun: WordClasses { WordClasses(rawValue: 1 << 6) }
  /// who, what, where.
  @inlinable public static var interrogative: WordClasses { WordClasses(rawValue: 1 << 7) }
  /// was, became, remained …
  @inlinable public static var copula: WordClasses { WordClasses(rawValue: 1 << 8) }
  /// A word without a class of its own that no name holds.
  @inlinable public static var particle: WordClasses { WordClasses(rawValue: 1 << 9) }
  /// all, some, most.
  @inlinable public static var quantifier: WordClasses { WordClasses(rawValue: 1 << 10) }
  /// Says how, when or where a thing happens.
  @inlinable public static var adverb: WordClasses { WordClasses(rawValue: 1 << 11) }
  /// A finite verb in the perfect (past).
  @inlinable public static var verbPast: WordClasses { WordClasses(rawValue: 1 << 12) }
  /// A finite verb in the imperfect (present, future).
  @inlinable public static var verbPresent: WordClasses { WordClasses(rawValue: 1 << 13) }
  /// A verb of saying.
  @inlinable public static var verbOfSpeech: WordClasses { WordClasses(rawValue: 1 << 14) }
  /// The verbal noun of a known verb.
  @inlinable public static var verbalNoun: WordClasses { WordClasses(rawValue: 1 << 15) }
  /// A verbal adjective that also names who does it: visiting, a visitor.
  @inlinable public static var participle: WordClasses { WordClasses(rawValue: 1 << 16) }
  /// An ordinary noun, adjective or verb form of news language.
  @inlinable public static var common: WordClasses { WordClasses(rawValue: 1 << 17) }
  /// Ordinary, and also a personal name.
  @inlinable public static var alsoName: WordClasses { WordClasses(rawValue: 1 << 18) }
  /// Head noun of a title: minister, president.
  @inlinable public static var titleHead: WordClasses { WordClasses(rawValue: 1 << 19) }
  /// Begins a name of an organization: ministry, company.
  @inlinable public static var organizationHead: WordClasses { WordClasses(rawValue: 1 << 20) }
  /// Starts an organization's name only with a telling continuation.
  @inlinable public static var weakOrganizationHead: WordClasses { WordClasses(rawValue: 1 << 21) }
  /// Stands before the name of a place: city, province.
  @inlinable public static var placeHead: WordClasses { WordClasses(rawValue: 1 << 22) }
  /// A word of honour around a name: His Excellency.
  @inlinable public static var honorific: WordClasses { WordClasses(rawValue: 1 << 23) }
  /// Takes a construct complement: minister *of*.
  @inlinable public static var takesComplement: WordClasses { WordClasses(rawValue: 1 << 24) }
  /// A unit of time, weekday, month or other calendar word.
  @inlinable public static var calendar: WordClasses { WordClasses(rawValue: 1 << 25) }
  /// A number word.
  @inlinable public static var numeral: WordClasses { WordClasses(rawValue: 1 << 26) }
  /// The word has the form of a relational adjective (Arabic nisba -ي, -ية).
  @inlinable public static var relational: WordClasses { WordClasses(rawValue: 1 << 27) }
  /// Names people by what they are: soldiers, protesters, delegation.
  @inlinable public static var personNoun: WordClasses { WordClasses(rawValue: 1 << 28) }
  /// Names a thing, person or act.
  @inlinable public static var noun: WordClasses { WordClasses(rawValue: 1 << 29) }
  /// Says of what kind a noun is.
  @inlinable public static var adjective: WordClasses { WordClasses(rawValue: 1 << 30) }
  /// Belongs to a direction: north, south.
  @inlinable public static var direction: WordClasses { WordClasses(rawValue: 1 << 31) }
  /// A shortened word that is written with a point: Dr., p.
  @inlinable public static var abbreviation: WordClasses { WordClasses(rawValue: 1 << 32) }
  /// Head noun of a place that is built: hospital, palace, airport. Always a place head, too.
  @inlinable public static var buildingHead: WordClasses { WordClasses(rawValue: 1 << 33) }
  /// The name of a month.
  @inlinable public static var month: WordClasses { WordClasses(rawValue: 1 << 34) }
  /// A verb whose subject and object are people that come together: met, received, phoned.
  @inlinable public static var verbOfMeeting: WordClasses { WordClasses(rawValue: 1 << 35) }

  /// A finite verb of either tense.
  @inlinable public static var verb: WordClasses { [.verbPast, .verbPresent] }
  /// A word that no name can hold.
  @inlinable public static var closed: WordClasses {
    [
      .preposition, .conjunction, .subordinator, .relative, .demonstrative, .negation, .pronoun, .interrogative,
      .copula, .particle,
    ]
  }
}
