/// What a token is, by its shape.
public enum TokenKind: UInt8, Sendable {
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
@frozen
public struct WordAnalysis: Hashable, Sendable {
  /// What precedes the stem.
  @frozen
  public struct Proclitics: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// "and": و
    public static let and = Proclitics(rawValue: 1)
    /// "so, then": ف
    public static let so = Proclitics(rawValue: 2)
    /// "in, with, by": ب
    public static let with = Proclitics(rawValue: 4)
    /// "to, for": ل
    public static let to = Proclitics(rawValue: 8)
    /// "as, like": ك
    public static let as_ = Proclitics(rawValue: 16)
    /// The future particle: س
    public static let future = Proclitics(rawValue: 32)
    /// The definite article: ال
    public static let article = Proclitics(rawValue: 64)
    /// A question particle: أ
    public static let question = Proclitics(rawValue: 128)

    public static let conjunctions: Proclitics = [.and, .so]
    public static let prepositions: Proclitics = [.with, .to, .as_]
  }

  public var proclitics: Proclitics
  /// Letters before the stem, the article's included.
  public var prefixLetters: UInt8
  /// Letters of the article among them: 2, or 1 in للـ, else 0.
  public var articleLetters: UInt8
  /// Letters of a pronoun written behind the stem (his, them …); 0 when there is none.
  public var suffixLetters: UInt8

  public init(
    proclitics: Proclitics = [], prefixLetters: Int = 0, articleLetters: Int = 0, suffixLetters: Int = 0
  ) {
    self.proclitics = proclitics
    self.prefixLetters = UInt8(prefixLetters)
    self.articleLetters = UInt8(articleLetters)
    self.suffixLetters = UInt8(suffixLetters)
  }

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
    public static let spaceBefore = Shape(rawValue: 1)
    /// The last letter is the feminine ending teh marbuta (ة), not heh.
    public static let feminineEnding = Shape(rawValue: 2)
    /// The last letter is alef maksura (ى).
    public static let maksuraEnding = Shape(rawValue: 4)
    /// Has diacritics.
    public static let vocalized = Shape(rawValue: 8)
    /// Ends in the accusative tanwin (اً).
    public static let tanwin = Shape(rawValue: 16)
    /// Has Latin letters.
    public static let latin = Shape(rawValue: 32)
    /// A line break is before it.
    public static let lineStart = Shape(rawValue: 64)
    /// A blank line is before it.
    public static let paragraphStart = Shape(rawValue: 128)
  }

  /// Where it stands: UTF-8 bytes of the cleaned text, clitics included.
  public var span: TextSpan<CleanBytes>
  public var kind: TokenKind
  public var shape: Shape
  /// The preferred analysis. Other possible ones come from `WordAnalyzer.analyses(of:)`.
  public var analysis: WordAnalysis
  /// Folded spelling of the whole word.
  public var key: WordKey
  /// What the lexicon knows of the stem.
  public var classes: WordClasses

  public init(span: TextSpan<CleanBytes>, kind: TokenKind, shape: Shape, key: WordKey) {
    self.span = span
    self.kind = kind
    self.shape = shape
    self.key = key
    analysis = WordAnalysis()
    classes = []
  }

  /// Folded spelling without proclitics, article and pronoun.
  @inlinable public var stem: WordKey {
    key.dropFirst(Int(analysis.prefixLetters)).dropLast(Int(analysis.suffixLetters))
  }

  /// Folded spelling without proclitics but with the article and the pronoun.
  @inlinable public var bare: WordKey { key.dropFirst(Int(analysis.prefixLetters - analysis.articleLetters)) }

  @inlinable public var isWord: Bool { kind == .word }
  @inlinable public var isDefinite: Bool { analysis.proclitics.contains(.article) }
  /// Begins with "and" or "so".
  @inlinable public var isCoordinated: Bool { !analysis.proclitics.isDisjoint(with: .conjunctions) }
}

/// A sentence: its tokens.
public struct Sentence: Sendable {
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
public struct WordClasses: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  public static let preposition = WordClasses(rawValue: 1 << 0)
  public static let conjunction = WordClasses(rawValue: 1 << 1)
  /// Opens a clause: that, because, when, while, if.
  public static let subordinator = WordClasses(rawValue: 1 << 2)
  /// Relative pronoun: who, which.
  public static let relative = WordClasses(rawValue: 1 << 3)
  public static let demonstrative = WordClasses(rawValue: 1 << 4)
  public static let negation = WordClasses(rawValue: 1 << 5)
  public static let pronoun = WordClasses(rawValue: 1 << 6)
  public static let interrogative = WordClasses(rawValue: 1 << 7)
  /// was, became, remained …
  public static let copula = WordClasses(rawValue: 1 << 8)
  public static let particle = WordClasses(rawValue: 1 << 9)
  public static let quantifier = WordClasses(rawValue: 1 << 10)
  public static let adverb = WordClasses(rawValue: 1 << 11)
  /// A finite verb in the perfect (past).
  public static let verbPast = WordClasses(rawValue: 1 << 12)
  /// A finite verb in the imperfect (present, future).
  public static let verbPresent = WordClasses(rawValue: 1 << 13)
  /// A verb of saying.
  public static let verbOfSpeech = WordClasses(rawValue: 1 << 14)
  /// The verbal noun of a known verb.
  public static let verbalNoun = WordClasses(rawValue: 1 << 15)
  public static let participle = WordClasses(rawValue: 1 << 16)
  /// An ordinary noun, adjective or verb form of news language.
  public static let common = WordClasses(rawValue: 1 << 17)
  /// Ordinary, and also a personal name.
  public static let alsoName = WordClasses(rawValue: 1 << 18)
  /// Head noun of a title: minister, president.
  public static let titleHead = WordClasses(rawValue: 1 << 19)
  public static let organizationHead = WordClasses(rawValue: 1 << 20)
  /// Starts an organization's name only with a telling continuation.
  public static let weakOrganizationHead = WordClasses(rawValue: 1 << 21)
  public static let placeHead = WordClasses(rawValue: 1 << 22)
  public static let honorific = WordClasses(rawValue: 1 << 23)
  /// Takes a construct complement: minister *of*.
  public static let takesComplement = WordClasses(rawValue: 1 << 24)
  /// A unit of time, weekday, month or other calendar word.
  public static let calendar = WordClasses(rawValue: 1 << 25)
  /// A number word.
  public static let numeral = WordClasses(rawValue: 1 << 26)
  /// The word has the form of a relational adjective (Arabic nisba -ي, -ية).
  public static let relational = WordClasses(rawValue: 1 << 27)
  /// Names people by what they are: soldiers, protesters, delegation.
  public static let personNoun = WordClasses(rawValue: 1 << 28)
  public static let noun = WordClasses(rawValue: 1 << 29)
  public static let adjective = WordClasses(rawValue: 1 << 30)
  /// Belongs to a direction: north, south.
  public static let direction = WordClasses(rawValue: 1 << 31)
  /// A shortened word that is written with a point: Dr., p.
  public static let abbreviation = WordClasses(rawValue: 1 << 32)
  /// Head noun of a place that is built: hospital, palace, airport. Always a place head, too.
  public static let buildingHead = WordClasses(rawValue: 1 << 33)

  public static let verb: WordClasses = [.verbPast, .verbPresent]
  /// A word that no name can hold.
  public static let closed: WordClasses = [
    .preposition, .conjunction, .subordinator, .relative, .demonstrative, .negation, .pronoun, .interrogative, .copula,
    .particle,
  ]
}
