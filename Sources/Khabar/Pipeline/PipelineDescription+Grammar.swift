import Foundation

/// Reads the files of a grammar.
extension PipelineDescription {
  /// Ending of grammar files.
  static let grammarExtension = "grammar"

  /// The folder of the language's grammar.
  var grammarFolder: String { home.pipelines + "/grammars/" + language.text }

  /// The grammar of the pipeline's language, from all its files in the order of their names.
  ///
  /// - Throws: `KhabarError` P007 for a missing folder, and S codes for every mistake in its files.
  public func grammar(for pack: some LanguagePack) throws -> Grammar {
    var parser = GrammarParser(
      vocabulary: pack.syntax.vocabulary, engine: SyntaxParser.vocabulary, demanded: TreeFeatures.demanded,
      shapes: SyntaxParser.shapes, orthography: pack.orthography)
    let names = try DirectoryListing.entries(of: grammarFolder).filter { $0.hasSuffix("." + Self.grammarExtension) }
    for name in names.sorted() {
      let path = grammarFolder + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else {
        throw KhabarError("P007", at: SourceLocation(file: path), "the grammar file can't be read")
      }
      parser.read(String(decoding: data, as: UTF8.self), file: path)
    }
    return try parser.finish()
  }
}
