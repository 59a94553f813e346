import KhabarCore

/// The Arabic language pack.
public struct ArabicPack: LanguagePack {
  public let code = "ar"
  public let orthography: Orthography
  public let words: any WordAnalyzer
  public let names: any NameGrammar
  public let temporal: any TemporalGrammar
  public let numbers: any NumberGrammar
  public let morphology: any Morphology
  public let clauses: any ClauseGrammar
  /// The word tables that the parts of the pack share.
  public let lexicon: ArabicLexicon

  /// - Parameter lexicon: the folder with the pack's tables, `Gazetteers/ar/lexicon`.
  /// - Throws: `KhabarError` when a table is missing or damaged.
  public init(lexicon: String) throws {
    let orthography = Orthography.arabic
    self.orthography = orthography
    clauses = try ArabicClauses(lexicon: lexicon, orthography: orthography)
    names = ArabicNames(
      orthography: orthography, lexicon: try NameLexicon(folder: lexicon, orthography: orthography))
    let calendar = try CalendarLexicon(folder: lexicon, orthography: orthography)
    let lexicon = try ArabicLexicon(
      folder: lexicon, orthography: orthography, morphology: ArabicMorphology(orthography: orthography))
    self.lexicon = lexicon
    words = ArabicWords(lexicon: lexicon)
    temporal = ArabicTimesAndNumbers(lexicon: calendar)
    numbers = ArabicTimesAndNumbers(lexicon: calendar)
    morphology = ArabicMorphology(orthography: orthography, presents: lexicon.verbs)
  }
}
