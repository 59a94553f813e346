import KhabarCore

/// All that the Arabic pack reads from its folder of tables, `Gazetteers/ar/lexicon`. It can be kept in an archive,
/// from which it is there many times sooner.
public struct ArabicTables: Sendable {
  var lexicon: ArabicLexicon
  var functions: FunctionWords
  var names: NameLexicon
  var calendar: CalendarLexicon
  var romanizer: ArabicRomanizer

  /// - Throws: `KhabarError` when a table is missing or damaged.
  public init(folder: String) throws {
    let orthography = Orthography.arabic
    let (words, others) = try concurrently(
      {
        try ArabicLexicon(
          folder: folder, orthography: orthography, morphology: ArabicMorphology(orthography: orthography))
      },
      {
        (
          functions: try FunctionWords(folder: folder, orthography: orthography),
          names: try NameLexicon(folder: folder, orthography: orthography),
          calendar: try CalendarLexicon(folder: folder, orthography: orthography),
          romanizer: try ArabicRomanizer(folder: folder, orthography: orthography)
        )
      })
    lexicon = words
    (functions, names, calendar, romanizer) = (others.functions, others.names, others.calendar, others.romanizer)
  }

  private init() {
    (lexicon, functions, names, calendar, romanizer) = (.blank, .blank, .blank, .blank, .blank)
  }
}

extension ArabicTables: Archivable {
  public static var blank: ArabicTables { ArabicTables() }

  public mutating func pass(through archive: Archive) throws {
    try lexicon.pass(through: archive)
    try functions.pass(through: archive)
    try names.pass(through: archive)
    try calendar.pass(through: archive)
    try romanizer.pass(through: archive)
  }
}
