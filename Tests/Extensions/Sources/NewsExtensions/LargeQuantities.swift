import Khabar

/// A stage behind another one: keeps only the quantities whose value is known and from a limit on, for readers who
/// look for large sums.
public struct LargeQuantities: Stage {
  /// The least value that is kept, in the quantity's own unit.
  public var limit: Double

  public init(from limit: Double) { self.limit = limit }

  public func process(_ input: ResolvedDocument) throws -> ResolvedDocument {
    ResolvedDocument(
      recognized: input.recognized, anchor: input.anchor, times: input.times,
      quantities: input.quantities.filter { $0.value.map { $0 >= limit } ?? false }, warnings: input.warnings)
  }
}
