/// What a language's lexicon and a document's layers say of words, in the terms that grammar files use.
public protocol SyntaxLexicon: Sendable {
  /// Names of all the features that it gives: `verb-past`, `definite`, `name-person` …
  var vocabulary: [String] { get }

  /// A reader that gives the features by a grammar's numbers.
  func reader(_ names: FeatureNames) -> any SyntaxReader
}

/// Reads the words of documents for one grammar.
public protocol SyntaxReader: Sendable {
  /// The features of each token of a sentence, in order.
  ///
  /// - Parameter isRuleVerb: for each token of the document, whether a rule knows it as a finite verb although the lexicon
  ///   may not.
  func features(of sentence: Sentence, in document: ResolvedDocument, isRuleVerb: [Bool]) -> [Features]

  /// The fixed expression of several words that begins at a token; nil for none.
  func expression(at token: Int, before end: Int, in document: ResolvedDocument) -> FixedExpression?

  /// The preposition that is written together with a word; nil for none.
  func attachedMarker(of token: Int, in document: ResolvedDocument) -> Marker?

  /// A preposition that is a word of its own.
  func marker(of token: Int, in document: ResolvedDocument) -> Marker

  /// Whether a verb, or a noun that is a verb's, goes with a preposition: "agreed *on*", "agreement *with*".
  func governs(_ head: Int, _ marker: Marker, in document: ResolvedDocument) -> Bool
}

/// Words that are one: على هامش "on the sidelines of".
public struct FixedExpression: Sendable, Equatable {
  public enum Kind: Sendable {
    /// Governs a noun phrase as a preposition does.
    case preposition
    /// Says when, how or how surely.
    case adverbial
    /// Is wished to someone who was named: حفظه الله "may God keep him".
    case wish
  }

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
  public var key: WordKey
  /// Written together with its noun: بـ "in, with".
  public var isAttached: Bool

  public init(_ key: WordKey, isAttached: Bool = false) {
    self.key = key
    self.isAttached = isAttached
  }
}
