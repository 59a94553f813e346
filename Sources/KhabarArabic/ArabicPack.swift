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
  public let syntax: any SyntaxLexicon
  public let romanizer: any Romanizer
  /// The word tables that the parts of the pack share.
  public let lexicon: ArabicLexicon

  /// - Parameter lexicon: the folder with the pack's tables, `Gazetteers/ar/lexicon`.
  /// - Throws: `KhabarError` when a table is missing or damaged.
  public init(lexicon: String) throws {
    let orthography = Orthography.arabic
    let (grammars, words) = try concurrently(
      {
        (
          functions: try FunctionWords(folder: lexicon, orthography: orthography),
          names: try NameLexicon(folder: lexicon, orthography: orthography),
          calendar: try CalendarLexicon(folder: lexicon, orthography: orthography),
          romanizer: try ArabicRomanizer(folder: lexicon, orthography: orthography)
        )
      },
      {
        try ArabicLexicon(
          folder: lexicon, orthography: orthography, morphology: ArabicMorphology(orthography: orthography))
      })
    self.orthography = orthography
    self.lexicon = words
    self.words = ArabicWords(lexicon: words)
    names = ArabicNames(orthography: orthography, lexicon: grammars.names)
    temporal = ArabicTimesAndNumbers(lexicon: grammars.calendar)
    numbers = ArabicTimesAndNumbers(lexicon: grammars.calendar)
    morphology = ArabicMorphology(orthography: orthography, presents: words.verbs)
    syntax = ArabicSyntaxLexicon(words: grammars.functions, verbs: words.verbReadings)
    romanizer = grammars.romanizer
  }
}
