import KhabarCore

/// Of a phrase in its sentence.
public typealias PhraseID = ListIndex<Phrase>
/// Of a clause in its sentence.
public typealias ClauseID = ListIndex<Clause>

/// A stretch of a sentence that is one thing to the clause: a noun phrase with its preposition, a verb, a date, a mark.
///
/// The phrases of a sentence lie side by side in text order.
public struct Phrase: Sendable {
  /// What a phrase is to its clause.
  public enum Kind: String, Sendable, CaseIterable {
    /// A noun phrase, with its preposition if it has one: `marker`.
    case noun = "nounPhrase"
    /// A finite verb.
    case verb
    /// was, became …: carries tense, no happening of its own.
    case copula
    /// A date or time.
    case time
    /// that, when, while, because: opens a dependent clause.
    case subordinator
    /// A participle that opens a clause of its own: "coming from Paris".
    case circumstance
    /// who, which.
    case relative
    /// or, then, but: a coordinator written as a word of its own.
    case coordinator
    case negation
    case comma
    /// A mark that ends a clause: full stop, colon, semicolon.
    case boundary
    /// Anything else: adverbs, particles, bracketed asides.
    case other

    /// Its place among all, for arrays by kind: a dictionary would hash its name.
    var number: Int {
      switch self {
      case .noun: 0
      case .verb: 1
      case .copula: 2
      case .time: 3
      case .subordinator: 4
      case .circumstance: 5
      case .relative: 6
      case .coordinator: 7
      case .negation: 8
      case .comma: 9
      case .boundary: 10
      case .other: 11
      }
    }

    /// Another clause begins here, or this one ends.
    public var endsClause: Bool {
      switch self {
      case .verb, .boundary, .subordinator, .circumstance, .relative: true
      default: false
      }
    }
  }

  /// What it is to its clause.
  public var kind: Kind
  /// Its tokens, with its preposition.
  public var tokens: TokenSpan
  /// First token of the noun phrase itself: behind a preposition that is a word of its own.
  public var content: Int
  /// Token of the head: the verb, or the first noun.
  public var head: Int
  /// What governs the phrase; nil for a bare one.
  public var marker: Marker?
  /// Begins with "and".
  public var isJoined: Bool
  /// Index of the mention that the phrase names: the person behind the titles. Nil for a phrase that only describes.
  public var mention: MentionID?
  /// Index of the time expression.
  public var time: TimeID?
  /// What its head is, and what the phrase is as a whole.
  public var features: Features
  /// The row that began it; nil where nothing had to be decided, here and below.
  public var began: RowID?
  /// The row that closed it.
  public var closed: RowID?

  public init(
    kind: Kind, tokens: TokenSpan, content: Int? = nil, head: Int? = nil, marker: Marker? = nil,
    isJoined: Bool = false, mention: MentionID? = nil, time: TimeID? = nil, features: Features = Features()
  ) {
    self.kind = kind
    self.tokens = tokens
    self.content = content ?? tokens.lowerBound
    self.head = head ?? self.content
    self.marker = marker
    self.isJoined = isJoined
    self.mention = mention
    self.time = time
    self.features = features
  }

  /// A noun phrase without a preposition.
  public var isBare: Bool { kind == .noun && marker == nil }
}
