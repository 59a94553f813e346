import KhabarCore

/// Finds the document's anchor and resolves dates, times and numbers.
public struct Resolver: Stage {
  private let temporal: any TemporalGrammar
  private let numbers: any NumberGrammar
  /// Reads both in one pass, when both grammars are the same.
  private let both: (any TimeAndNumberGrammar)?

  public init(temporal: any TemporalGrammar, numbers: any NumberGrammar) {
    self.temporal = temporal
    self.numbers = numbers
    both = type(of: numbers) == type(of: temporal) ? temporal as? any TimeAndNumberGrammar : nil
  }

  public func process(_ input: RecognizedDocument) throws -> ResolvedDocument {
    let shared = both?.read(input)
    let read = shared?.times ?? temporal.expressions(in: input)
    let descriptions = HeadlineTense(document: input).settled(read)
    let anchor = AnchorFinder(temporal: temporal).anchor(of: input, descriptions: descriptions)
    var resolver = TemporalResolver(anchor: anchor)
    var times: [TimeExpression] = []
    times.reserveCapacity(descriptions.count)
    for description in descriptions { times.append(resolver.expression(description, index: times.count)) }
    var warnings: [String] = []
    if anchor == nil, times.contains(where: { $0.isDeictic && $0.days == nil }) {
      warnings.append(
        "the document has no date, so relative dates are unresolved; give its date in its record or with an option")
    }
    let quantities = shared?.quantities ?? numbers.quantities(in: input, outside: times.map(\.tokens))
    return ResolvedDocument(recognized: input, anchor: anchor, times: times, quantities: quantities, warnings: warnings)
  }
}
