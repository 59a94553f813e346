import Khabar

/// What the trees of texts are made with: the pipeline's stages up to names and dates, its grammar and its rules.
struct TreeReading {
  let grammar: Grammar
  private let pack: any LanguagePack
  private let pipeline: Pipeline
  private let rules: RuleSet

  init(_ description: PipelineDescription) throws {
    pack = try description.languagePack()
    grammar = try description.grammar(for: pack)
    pipeline = try Pipeline(description)
    rules = try RuleSet(reading: description.rules)
  }

  /// A text with its names and dates.
  func document(_ text: String) throws -> ResolvedDocument {
    try pipeline.process(RawDocument(id: "-", text: text)).resolved
  }

  /// What makes the trees as the rules see them.
  ///
  /// - Parameter changed: a grammar in place of the pipeline's own.
  func assembler(_ changed: Grammar? = nil) -> EventAssembler {
    EventAssembler(
      rules: rules, morphology: pack.morphology,
      parser: SyntaxParser(grammar: changed ?? grammar, lexicon: pack.syntax),
      orthography: pack.orthography)
  }
}
