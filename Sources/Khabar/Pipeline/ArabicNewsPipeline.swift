/// The stages of a pipeline for Arabic, in order: the one place where they are put together.
///
/// - Returns: the stages, and what is wrong in single rows of the gazetteers.
/// - Throws: `KhabarError` with what is wrong in the data that the description names.
func arabicNewsStages(
  _ description: PipelineDescription
) throws -> (stages: any Stage<RawDocument, AssembledDocument>, findings: [Diagnostic]) {
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
        rules: rules, morphology: pack.morphology, clauses: pack.clauses, orthography: pack.orthography)
    })
  let stages =
    cleaner
    .then(Tokenizer(orthography: pack.orthography, words: pack.words))
    .then(GazetteerMatcher(gazetteer: entries, words: pack.words, matches: matches))
    .then(EntityRecognizer(names: pack.names, entries: entries))
    .then(Resolver(temporal: pack.temporal, numbers: pack.numbers))
    .then(assembler)
  return (stages, findings)
}
