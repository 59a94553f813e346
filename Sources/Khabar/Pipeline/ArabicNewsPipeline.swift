/// The stages of a pipeline for Arabic, in order: the one place where they are put together.
///
/// - Throws: `KhabarError` with what is wrong in the data that the description names.
func arabicNewsStages(_ description: PipelineDescription) throws -> any Stage<RawDocument, AssembledDocument> {
  let pack = try ArabicPack(lexicon: description.lexicon)
  let entries = EmptyEntryStore()
  return Cleaner()
    .then(Tokenizer(orthography: pack.orthography, words: pack.words))
    .then(GazetteerMatcher())
    .then(EntityRecognizer(names: pack.names, entries: entries))
    .then(Resolver(temporal: pack.temporal, numbers: pack.numbers))
    .then(
      EventAssembler(
        rules: try RuleSet(reading: description.rules), morphology: pack.morphology, clauses: pack.clauses,
        orthography: pack.orthography))
}
