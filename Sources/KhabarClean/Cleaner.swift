import KhabarCore

/// Removes what is not the article: scraper residue, share lines, credits, markup, stray characters. Offsets stay those
/// of the source.
///
/// Three passes. The first mends characters: HTML remains, control characters and direction marks, presentation forms,
/// doubled punctuation. The second undoes the hard line ends of wrapped text. The third looks at whole lines: residue
/// by the language's patterns, the repeated title, byline and dateline. A text that needs nothing is passed on as it
/// is.
///
/// A dateline such as `بغداد (رويترز) -` (Baghdad, Reuters) stays in the text as a line of its own, because its place
/// and date anchor what follows; `CleanDocument.dateline` says where it is.
public struct Cleaner: Stage {
  private let patterns: CleaningPatterns
  private let languages: LanguageDetector
  /// The language that texts should be written in, where the table has it.
  private let language: LanguageDetector.Home?

  /// - Parameters:
  ///   - languages: those that a text may be written in by mistake, which it is then warned of.
  ///   - language: the one that it should be written in, BCP 47.
  public init(
    patterns: CleaningPatterns, languages: LanguageDetector = LanguageDetector(), language: String = ""
  ) {
    self.patterns = patterns
    self.languages = languages
    self.language = languages.home(language)
  }

  /// A cleaner without patterns: it mends characters and markup and drops a repeated title.
  public init(orthography: Orthography = Orthography()) {
    self.init(patterns: CleaningPatterns(orthography: orthography))
  }

  public func process(_ input: RawDocument) throws -> CleanDocument {
    var removals: [Removal] = []
    let mended = input.bytes.withUnsafeBufferPointer { source -> AlignedText? in
      var mender = TextMender(source: source, orthography: patterns.orthography, shortcodes: patterns.shortcodes)
      return mender.mend(&removals)
    }
    var text = mended ?? AlignedText(identity: input.bytes)
    let lineEnds = text.bytes.withUnsafeBufferPointer {
      LineUnwrapper(text: $0, orthography: patterns.orthography).edits()
    }
    text = text.applying(lineEnds)
    try Deadline.check()
    let residue = text.bytes.withUnsafeBufferPointer {
      ResidueFinder(text: $0, patterns: patterns, title: input.info.title).residue()
    }
    for cut in residue.cuts {
      removals.append(Removal(span: text.source(of: cut.span), reason: cut.reason))
    }
    let clean = text.applying(residue.edits)
    removals.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    return CleanDocument(
      raw: input, text: clean, removed: removals,
      dateline: residue.dateline.map { text.source(of: $0) }, byline: residue.byline.map { text.source(of: $0) },
      findings: [scriptFinding(clean) ?? languageFinding(clean)].compactMap { $0 })
  }

  /// D036, when hardly a letter is one of the language: what the pipeline makes of such a text means nothing.
  private func scriptFinding(_ text: AlignedText) -> Diagnostic? {
    // Of most texts half has letters enough of the language, whatever the other half is.
    let letters = text.bytes.withUnsafeBufferPointer {
      patterns.orthography.countLetters($0) { $0.own * 4 >= $0.all + $1 }
    }
    // An address or a name in Latin letters is nothing strange in a short text.
    guard letters.all >= 40, letters.own * 4 < letters.all else { return nil }
    return Diagnostic(
      .warning, "D036",
      "\(letters.all - letters.own) of the text's \(letters.all) letters are of another script than "
        + "the language's",
      remedy: "Leave it out, or read it with a pipeline for its language")
  }

  /// D037, when the text is written in another language of the script.
  private func languageFinding(_ text: AlignedText) -> Diagnostic? {
    guard let language else { return nil }
    return text.bytes.withUnsafeBufferPointer { languages.foreignLanguage(of: $0, own: language) }.map { language in
      Diagnostic(
        .warning, "D037", "the text is \(language.name) (\(language.code)) by its letters and commonest words",
        remedy: "Leave it out, or read it with a pipeline for its language")
    }
  }
}
