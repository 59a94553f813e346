import KhabarCore

/// Makes the trees of a document's sentences by a grammar.
public struct SyntaxParser: Sendable {
  /// The engine's tables.
  static let shapes = TableShape.phrases + TreeBuilder.shapes

  /// The tables that its parts ask.
  public let grammar: Grammar
  /// What cuts sentences into phrases.
  public let phrases: PhraseBuilder
  private let trees: TreeBuilder

  public init(grammar: Grammar, lexicon: any SyntaxLexicon) {
    self.grammar = grammar
    phrases = PhraseBuilder(grammar: grammar, lexicon: lexicon)
    trees = TreeBuilder(grammar)
  }

  /// Opens a document. Sentences that nobody asks for cost nothing.
  ///
  /// - Parameter isRuleVerb: for each token, whether a rule knows it as a finite verb although the lexicon may not.
  public func open(_ document: ResolvedDocument, isRuleVerb: [Bool]) -> OpenDocument {
    OpenDocument(phrases: phrases.open(document, isRuleVerb: isRuleVerb), trees: trees)
  }

  /// A document whose sentences are parsed as they are asked for.
  public struct OpenDocument {
    /// Its phrases.
    public let phrases: DocumentPhrases
    public var syntax: any DocumentSyntax { phrases.syntax }
    let trees: TreeBuilder

    /// One of its sentences, of which nothing is known yet.
    public func open(_ sentence: Sentence) -> OpenSentence { OpenSentence(sentence, of: self) }

    /// The tree of one sentence; made anew each time it is asked for.
    public func tree(of sentence: Sentence) -> SentenceTree { open(sentence).tree }
  }
}

extension GrammarParser {
  /// A parser of files for the engine's tables and a language's lexicon.
  public init(for lexicon: any SyntaxLexicon, orthography: Orthography) {
    self.init(
      vocabulary: lexicon.vocabulary, engine: PhraseBits.wordNames,
      ofPhrases: PhraseBits.phraseVocabulary + TreeFeatures.vocabulary, demanded: TreeFeatures.demanded,
      shapes: SyntaxParser.shapes, orthography: orthography)
  }
}

extension Grammar {
  /// A grammar without a row: no word begins a phrase.
  public static func empty(orthography: Orthography) -> Grammar {
    let parser = GrammarParser(
      vocabulary: [], engine: PhraseBits.wordNames,
      ofPhrases: PhraseBits.phraseVocabulary + TreeFeatures.vocabulary, shapes: SyntaxParser.shapes,
      orthography: orthography)
    // Nothing was read, so that nothing can be wrong.
    guard let grammar = try? parser.finish() else { preconditionFailure("an empty grammar has no mistakes") }
    return grammar
  }
}
