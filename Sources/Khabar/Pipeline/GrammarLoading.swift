extension Grammar {
  /// Reads the grammar of a pipeline: files as named, folders' `.grammar` files in the order of their names. What one
  /// file declares is known in the later ones.
  ///
  /// - Throws: `KhabarError` with the mistakes of all files.
  public init(
    reading paths: [PipelineDescription.Value], lexicon: any SyntaxLexicon, orthography: Orthography
  ) throws {
    var parser = GrammarParser(for: lexicon, orthography: orthography)
    let paths = try paths.flatMap {
      try $0.files(ending: ".grammar", holding: "grammar", remedy: "Grammar files end in .grammar")
    }
    for path in paths {
      let text = try TextDecoding.text(FileContent.read(path), file: path)
      parser.read(String(decoding: text, as: UTF8.self), file: path)
    }
    self = try parser.finish()
  }
}

extension PipelineDescription {
  /// The pipeline's grammar. A pack whose words nobody describes has an empty one, by which no event is found.
  ///
  /// - Throws: `KhabarError` P009 for a folder without one, and S codes for every mistake in its files.
  public func grammar(for pack: some LanguagePack) throws -> Grammar { try preparedGrammar(for: pack).value() }

  func preparedGrammar(for pack: some LanguagePack) -> PreparedValue<Grammar> {
    PreparedValue("grammar \(language.text)", of: grammars.map(\.text) + [lexicon]) {
      if pack.syntax.vocabulary.isEmpty { return .empty(orthography: pack.orthography) }
      return try Grammar(reading: grammars, lexicon: pack.syntax, orthography: pack.orthography)
    }
  }
}
