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
  public init(lexicon: String) throws { self.init(try ArabicTables(folder: lexicon)) }

  /// A pack of tables that were read before.
  public init(_ tables: ArabicTables) {
    let orthography = Orthography.arabic
    self.orthography = orthography
    lexicon = tables.lexicon
    words = ArabicWords(lexicon: tables.lexicon)
    names = ArabicNames(orthography: orthography, lexicon: tables.names)
    temporal = ArabicTimesAndNumbers(lexicon: tables.calendar)
    numbers = ArabicTimesAndNumbers(lexicon: tables.calendar)
    morphology = ArabicMorphology(orthography: orthography, presents: tables.lexicon.presents)
    syntax = ArabicSyntaxLexicon(words: tables.functions, verbs: tables.lexicon.verbReadings)
    romanizer = tables.romanizer
  }
}
