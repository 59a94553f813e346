import KhabarCore

/// Dates and times in Arabic.
struct ArabicTemporal: TemporalGrammar {
  let orthography: Orthography

  func expressions(in document: RecognizedDocument) -> [TemporalDescription] { [] }
}
