import KhabarCore

extension Grammar {
  /// The tables of the engine.
  public static let shapes: [TableShape] = TableShape.phrases

  /// The features that the engine gives.
  public static let vocabulary: [String] = PhraseBits.vocabulary

  /// A parser of grammar files for the engine and a language's lexicon.
  public static func parser(for lexicon: any SyntaxLexicon, orthography: Orthography) -> GrammarParser {
    GrammarParser(engine: vocabulary, vocabulary: lexicon.vocabulary, shapes: shapes, orthography: orthography)
  }
}
