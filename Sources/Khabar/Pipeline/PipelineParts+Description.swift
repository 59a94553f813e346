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
    let ((tables, (entries, findings)), (rules, grammar)) = try Self.load(
      { (try PipelineTables.load(description, for: pack), try description.loadGazetteer(for: pack)) },
      description.preparedRules(for: pack), description.preparedGrammar(for: pack))
    let assembler = EventAssembler(
      rules: rules, parser: SyntaxParser(grammar: grammar, lexicon: pack.syntax), orthography: pack.orthography)
    let cleaner = Cleaner(
      patterns: tables.cleaning, languages: tables.languages, language: description.language.text)
    let tokenizer = Tokenizer(orthography: pack.orthography, words: pack.words)
    stages = PipelineStages(
      cleaner: WrittenDateReader(tokenizer: tokenizer, temporal: pack.temporal).then(cleaner),
      tokenizer: tokenizer,
      matcher: GazetteerMatcher(gazetteer: entries, words: pack.words, matches: matches),
      recognizer: EntityRecognizer(
        names: pack.names, entries: entries, orthography: pack.orthography, romanizer: pack.romanizer),
      resolver: Resolver(temporal: pack.temporal, numbers: pack.numbers),
      assembler: assembler,
      coder: EventCoder(entries: entries, sectors: tables.sectors, codes: tables.codes),
      insight: assembler.insight)
    self.entries = entries
    self.findings = findings
    ruleLocations = { rules.locations }
    gazetteers = entries.fingerprint
    isIntact = { entries.isIntact && PreparedData.isIntact }
  }

  /// Loads names and small tables, rules and grammar: side by side when rules or grammar are to be made, one behind the
  /// other when they were made before, since threads take longer to begin than such data to be read.
  private static func load<Names>(
    _ names: () throws -> Names, _ rules: PreparedValue<InflectedRules>, _ grammar: PreparedValue<Grammar>
  ) throws -> (Names, (InflectedRules, Grammar)) {
    if let rules = rules.found, let grammar = grammar.found { return (try names(), (rules, grammar)) }
    return try concurrently(names) { try concurrently({ try rules.value() }, { try grammar.value() }) }
  }
}
