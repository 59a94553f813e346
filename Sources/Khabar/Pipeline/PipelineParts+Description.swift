extension PipelineParts {
  /// The stages of a pipeline in order: the one place where they are put together.
  ///
  /// - Throws: `KhabarError` with what is wrong in the data that the description names.
  init(_ description: PipelineDescription, languages: LanguageCatalog) throws {
    var settings = PipelineSettings(description)
    let matches = settings.take(
      "match.names",
      [
        "longest-per-type": GazetteerMatchKind.longestPerType, "leftmost-longest": .leftmostLongest,
        "all": .allOverlapping,
      ])
    try settings.finish()
    let pack = try languages.pack(for: description)
    let ((cleaner, (entries, findings)), (rules, assembler)) = try concurrently(
      {
        (
          Cleaner(
            patterns: try CleaningPatterns.load(lexicon: description.lexicon, orthography: pack.orthography),
            languages: try LanguageDetector.load(description.home), language: description.language.text),
          try description.loadGazetteer(for: pack)
        )
      },
      {
        let (rules, grammar) = try concurrently(
          { try description.inflectedRules(for: pack) }, { try description.grammar(for: pack) })
        let assembler = EventAssembler(
          rules: rules, parser: SyntaxParser(grammar: grammar, lexicon: pack.syntax), orthography: pack.orthography)
        return (rules.rules, assembler)
      })
    let tokenizer = Tokenizer(orthography: pack.orthography, words: pack.words)
    stages = PipelineStages(
      cleaner: WrittenDateReader(tokenizer: tokenizer, temporal: pack.temporal).then(cleaner),
      tokenizer: tokenizer,
      matcher: GazetteerMatcher(gazetteer: entries, words: pack.words, matches: matches),
      recognizer: EntityRecognizer(
        names: pack.names, entries: entries, orthography: pack.orthography, romanizer: pack.romanizer),
      resolver: Resolver(temporal: pack.temporal, numbers: pack.numbers),
      assembler: assembler,
      coder: try EventCoder.load(
        description, entries: entries, orthography: pack.orthography, morphology: pack.morphology),
      insight: assembler.insight)
    self.entries = entries
    self.findings = findings
    ruleLocations = rules.locations
    gazetteers = entries.fingerprint
    isIntact = { entries.isIntact }
  }
}
