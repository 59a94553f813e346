import KhabarCore

/// Finds the entries of all loaded gazetteers in a document.
public struct GazetteerMatcher: Stage {
  public init() {}

  public func process(_ input: TokenizedDocument) throws -> MatchedDocument {
    MatchedDocument(tokenized: input, lookups: [])
  }
}
