import KhabarCore

/// Reads a document's date that its metadata give in words of the pipeline's language: `الاثنين 20 مايو 2024` (Monday,
/// 20 May 2024).
///
/// It looks only at dates that could not be read before, and takes one only when the words name a single whole day.
public struct WrittenDateReader: Stage {
  private let tokenizer: any Stage<CleanDocument, TokenizedDocument>
  private let temporal: any TemporalGrammar

  public init(tokenizer: any Stage<CleanDocument, TokenizedDocument>, temporal: any TemporalGrammar) {
    self.tokenizer = tokenizer
    self.temporal = temporal
  }

  public func process(_ input: RawDocument) throws -> RawDocument {
    guard input.info.anchor?.source != .option, let text = input.info.unreadDate, let date = try date(in: text) else {
      return input
    }
    var document = input
    document.info.anchor = DocumentAnchor(date: date, source: .metadata)
    document.info.unreadDate = nil
    return document
  }

  private func date(in text: String) throws -> CivilDate? {
    let raw = RawDocument(id: "", text: text)
    let tokenized = try tokenizer.process(CleanDocument(raw: raw, text: AlignedText(identity: raw.bytes)))
    let matched = MatchedDocument(tokenized: tokenized, lookups: [])
    let descriptions = temporal.expressions(in: RecognizedDocument(matched: matched, mentions: [], entities: []))
    var found: CivilDate?
    for description in descriptions {
      guard case .point(let point) = description.meaning else { continue }
      if point.isClockOnly { continue }
      var resolver = PointResolver(anchor: nil, mentioned: nil, tense: .none)
      guard point.isFullDate, let date = resolver.period(point)?.days.lowerBound, found == nil || found == date else {
        return nil
      }
      found = date
    }
    return found
  }
}
