import KhabarCore

/// The English language pack: a small one. Names are told by titles, capitals and lists, dates are those of news, and
/// the grammar reads plain sentences. It counts no quantities.
public struct EnglishPack: LanguagePack {
  public let code = "en"
  public let orthography: Orthography
  public let words: any WordAnalyzer
  public let names: any NameGrammar
  public let temporal: any TemporalGrammar
  public let morphology: any Morphology
  public let syntax: any SyntaxLexicon

  /// - Parameter lexicon: the folder with the pack's tables, `Gazetteers/en/lexicon`.
  /// - Throws: `KhabarError` when a table is missing or damaged.
  public init(lexicon: String) throws {
    let orthography = Orthography.english
    let reader = EnglishTables(folder: lexicon, orthography: orthography)
    let words = try EnglishLexicon(reader)
    self.orthography = orthography
    self.words = EnglishWords(lexicon: words)
    names = EnglishNames(titles: try EnglishTitles(reader))
    temporal = EnglishDates(calendar: try EnglishCalendar(reader), lexicon: words)
    morphology = EnglishMorphology(lexicon: words, orthography: orthography)
    syntax = EnglishSyntaxLexicon(words: words, expressions: try EnglishExpressions(reader))
  }
}
