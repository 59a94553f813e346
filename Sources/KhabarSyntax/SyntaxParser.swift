import KhabarCore

/// Makes the trees of a document's sentences by a grammar.
public struct SyntaxParser: Sendable {
  /// Names of the features that the engine itself gives, for reading grammar files.
  public static let vocabulary = TreeFeatures.vocabulary
  /// The engine's tables, for reading grammar files.
  public static let shapes = TreeBuilder.shapes

  public let grammar: Grammar
  private let reader: any SyntaxReader
  private let trees: TreeBuilder

  public init(grammar: Grammar, lexicon: any SyntaxLexicon) {
    self.grammar = grammar
    reader = lexicon.reader(grammar.names)
    trees = TreeBuilder(grammar)
  }

  /// Opens a document. Sentences that nobody asks for cost nothing.
  ///
  /// - Parameter isRuleVerb: for each token, whether a rule knows it as a finite verb although the lexicon may not.
  public func open(_ document: ResolvedDocument, isRuleVerb: [Bool]) -> OpenDocument {
    OpenDocument(syntax: reader.open(document, isRuleVerb: isRuleVerb), trees: trees)
  }

  public struct OpenDocument {
    public let syntax: any DocumentSyntax
    let trees: TreeBuilder

    public func tree(of phrases: [Phrase]) -> SentenceTree { trees.tree(of: phrases) { syntax.governs($0, $1) } }
  }
}
