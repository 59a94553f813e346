/// The stages of a pipeline for Arabic, in order: the one place where they are put together.
///
/// - Throws: `KhabarError` with what is wrong in the data that the description names.
func arabicNewsParts(_ description: PipelineDescription) throws -> PipelineParts {
  var settings = PipelineSettings(description)
  let matches = settings.take(
    "match.names",
    [
      "longest-per-type": GazetteerMatchKind.longestPerType, "leftmost-longest": .leftmostLongest,
      "all": .allOverlapping,
    ])
  try settings.finish()
  let (pack, rules) = try concurrently(
    { try ArabicPack(lexicon: description.lexicon) }, { try RuleSet(reading: description.rules) })
  let ((cleaner, (entries, findings)), assembler) = try concurrently(
    {
      (
        Cleaner(patterns: try .load(lexicon: description.lexicon, orthography: pack.orthography)),
        try description.loadGazetteer(for: pack)
      )
    },
    {
      EventAssembler(
        rules: rules, morphology: pack.morphology,
        parser: SyntaxParser(grammar: try description.grammar(for: pack), lexicon: pack.syntax),
        orthography: pack.orthography)
    })
  let tokenizer = Tokenizer(orthography: pack.orthography, words: pack.words)
  let stages =
    WrittenDateReader(tokenizer: tokenizer, temporal: pack.temporal)
    .then(cleaner)
    .then(tokenizer)
    .then(GazetteerMatcher(gazetteer: entries, words: pack.words, matches: matches))
    .then(
      EntityRecognizer(
        names: pack.names, entries: entries, orthography: pack.orthography, romanizer: pack.romanizer))
    .then(Resolver(temporal: pack.temporal, numbers: pack.numbers))
    .then(assembler)
  return PipelineParts(
    stages: stages, entries: entries, ruleLocations: rules.locations,
    rejections: assembler.rejections(in:), findings: findings)
}
