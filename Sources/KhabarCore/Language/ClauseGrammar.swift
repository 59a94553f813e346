/// Cuts sentences into constituents: the shallow parse that events are assembled from.
public protocol ClauseGrammar: Sendable {
  /// The constituents of every sentence of a document, in text order, without overlap. Marks that carry nothing may be
  /// left out.
  ///
  /// - Parameter verbs: for each token, whether a rule knows it as a finite verb although the lexicon may not.
  func constituents(in document: ResolvedDocument, verbs: [Bool]) -> [[Constituent]]
}

/// A piece of a clause.
public struct Constituent: Sendable {
  /// What a piece is.
  public enum Kind: UInt8, Sendable {
    /// A noun phrase, with its preposition if it has one: `marker`.
    case nounPhrase
    /// A finite verb.
    case verb
    /// was, became …: carries tense, no happening of its own.
    case copula
    /// A date or time.
    case time
    /// that, when, while, because: opens a dependent clause.
    case subordinator
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
  }

  /// What it is.
  public var kind: Kind
  /// Its tokens, with the preposition.
  public var tokens: TokenSpan
  /// First token of the noun phrase itself: behind a preposition that is a word of its own.
  public var content: Int
  /// Token of the head: the verb, or the first noun.
  public var head: Int
  /// Folded preposition that governs the phrase; empty for a bare one. A written-together one is its letter.
  public var marker: WordKey
  /// Begins with "and".
  public var isCoordinated: Bool
  /// The mention that the phrase names: the person behind the titles. -1 for a phrase that only describes.
  public var mention: Int
  /// Index of the time expression; -1 for none.
  public var time: Int

  public init(
    kind: Kind, tokens: TokenSpan, content: Int? = nil, head: Int? = nil, marker: WordKey = .empty,
    isCoordinated: Bool = false, mention: Int = -1, time: Int = -1
  ) {
    self.kind = kind
    self.tokens = tokens
    self.content = content ?? tokens.lowerBound
    self.head = head ?? self.content
    self.marker = marker
    self.isCoordinated = isCoordinated
    self.mention = mention
    self.time = time
  }

  /// A noun phrase without a preposition.
  public var isBare: Bool { kind == .nounPhrase && marker.isEmpty }
}
