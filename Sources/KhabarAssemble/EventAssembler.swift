import KhabarCore

/// Finds events by rules and puts together what the document says about each.
public struct EventAssembler: Stage {
  public init() {}

  public func process(_ input: ResolvedDocument) throws -> AssembledDocument {
    AssembledDocument(resolved: input, events: [])
  }
}
