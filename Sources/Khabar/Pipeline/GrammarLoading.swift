extension Grammar {
  /// Reads the grammar of a pipeline: files as named, folders' `.grammar` files in the order of their names. What one
  /// file declares is known in the later ones.
  ///
  /// - Throws: `KhabarError` with the mistakes of all files.
  public init(
    reading paths: [PipelineDescription.Value], lexicon: any SyntaxLexicon, orthography: Orthography
  ) throws {
    var parser = Grammar.parser(for: lexicon, orthography: orthography)
    for path in try paths.flatMap(Self.files) {
      let text = try TextDecoding.decode(FileContent.read(path), file: path)
      parser.read(String(decoding: text, as: UTF8.self), file: path)
    }
    self = try parser.finish()
  }

  private static func files(_ path: PipelineDescription.Value) throws -> [String] {
    guard FileKind(path: path.text) == .directory else { return [path.text] }
    let names = try DirectoryListing.entries(of: path.text).filter { $0.hasSuffix(".grammar") }
    if names.isEmpty {
      throw KhabarError(
        "P009", at: path.location, "the folder \(path.text) holds no grammar", remedy: "Grammar files end in .grammar")
    }
    return names.map { path.text + "/" + $0 }
  }
}

extension PipelineDescription {
  /// What makes phrases by the pipeline's grammar.
  ///
  /// - Throws: `KhabarError` S000 to S011 with the mistakes of the grammar's files.
  public func phraseBuilder(for pack: some LanguagePack) throws -> PhraseBuilder {
    PhraseBuilder(
      grammar: try Grammar(reading: grammar, lexicon: pack.syntax, orthography: pack.orthography),
      lexicon: pack.syntax)
  }
}
