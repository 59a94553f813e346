/// What a language's lexicon and a document's layers say of words, in the terms that grammar files use.
public protocol SyntaxLexicon: Sendable {
  /// Names of all the features that it gives: `verb-past`, `definite`, `mention-person` …
  var vocabulary: [String] { get }

  /// A reader that gives the features by a grammar's numbers.
  ///
  /// - Parameter letters: what the grammar says of the letters of a folded word without clitics; the reader adds it to
  ///   the word's features, so that it need be found out but once for a word.
  func reader(_ names: FeatureNames, letters: @escaping @Sendable (WordKey) -> Features) -> any SyntaxReader
}

/// Opens documents for one grammar.
public protocol SyntaxReader: Sendable {
  /// - Parameter isRuleVerb: for each token of the document, whether a rule knows it as a finite verb although the
  ///   lexicon may not.
  func open(_ document: ResolvedDocument, isRuleVerb: [Bool]) -> any DocumentSyntax
}

/// Reads the words of one document. Sentences that nobody asks for cost nothing.
public protocol DocumentSyntax {
  /// The features of each token of a sentence, in order.
  func features(of sentence: Sentence) -> [Features]

  /// The longest mention whose phrase begins at a token; nil for none.
  func mention(at token: Int) -> MentionID?

  /// What a mention is, in the features that its first token has.
  func features(ofMention mention: MentionID) -> Features

  /// The time expression that begins at a token; nil for none.
  func time(at token: Int) -> TimeID?

  /// Behind the words that tell how many times, if such begin at a token: 64 مرة "64 times".
  func occasionEnd(at token: Int) -> Int?

  /// The longest fixed expression of a kind that begins at a token and ends before another; nil for none.
  func expression(_ kind: FixedExpression.Kind, at token: Int, before end: Int) -> FixedExpression?

  /// The preposition that is written together with a word; nil for none.
  func attachedMarker(of token: Int) -> Marker?

  /// A preposition that is a word of its own, or one with its pronoun: the preposition without that.
  func marker(of token: Int) -> Marker

  /// Whether a verb, or a noun that is a verb's, goes with a preposition: "agreed *on*", "agreement *with*".
  func governs(_ head: Int, _ marker: Marker) -> Bool
}

/// Words that are one: على هامش "on the sidelines of".
public struct FixedExpression: Sendable, Equatable {
  /// What the words do together.
  public enum Kind: String, Sendable, CaseIterable {
    /// Governs a noun phrase as a preposition does.
    case preposition
    /// Says when, how or how surely.
    case adverbial
    /// Is wished to someone who was named: حفظه الله "may God keep him".
    case wish
    /// Opens a clause: بعد أن "after".
    case subordinator
    /// Joins: غير أن "however".
    case conjunction
    /// Does what a particle, negation, question word or auxiliary does.
    case particle
    /// Says how much or how many.
    case quantifier
    /// Says how exact the number behind it is: ما لا يقل عن "no less than".
    case approximation
    /// Stands next to a name: المعروف باسم "known as".
    case apposition
  }

  /// What the words do together.
  public var kind: Kind
  /// Behind its last token.
  public var end: Int
  /// Its folded words joined.
  public var key: WordKey

  public init(kind: Kind, end: Int, key: WordKey) {
    self.kind = kind
    self.end = end
    self.key = key
  }
}

/// What governs a noun phrase: a preposition as a word of its own, or one that is written together with the noun.
public struct Marker: Hashable, Sendable {
  /// Its folded spelling.
  public var key: WordKey
  /// Written together with its noun: بـ "in, with".
  public var isAttached: Bool

  public init(_ key: WordKey, isAttached: Bool = false) {
    self.key = key
    self.isAttached = isAttached
  }
}
