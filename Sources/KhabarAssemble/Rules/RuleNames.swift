/// Names that rule files give to sets of types and of words, for use in the lines and files behind.
public struct RuleNames: Sendable {
  /// `types @people = Person Office`
  public var types: [String: [SlotType]] = [:]
  /// `words @forces = noun قوات جيش` (forces, army)
  public var words: [String: [Lemma]] = [:]

  public init() {}

  /// Adds the names of another file; of equal ones the later counts.
  public mutating func merge(_ other: RuleNames) {
    types.merge(other.types) { _, new in new }
    words.merge(other.words) { _, new in new }
  }
}
