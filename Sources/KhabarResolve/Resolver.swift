import KhabarCore

/// Finds the document's anchor and resolves dates, times and numbers.
public struct Resolver: Stage {
  private let temporal: any TemporalGrammar
  private let numbers: any NumberGrammar

  public init(temporal: any TemporalGrammar, numbers: any NumberGrammar) {
    self.temporal = temporal
    self.numbers = numbers
  }

  public func process(_ input: RecognizedDocument) throws -> ResolvedDocument {
    ResolvedDocument(recognized: input, anchor: input.info.anchor, times: [], quantities: [])
  }
}
