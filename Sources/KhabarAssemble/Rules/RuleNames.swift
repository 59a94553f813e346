import KhabarCore

/// Names that rule files give to sets of types, of words and of slots, for use in the lines and files behind.
public struct RuleNames: Sendable {
  /// `types @people = Person Office`
  public var types: [String: [SlotType]] = [:]
  /// `words @forces = noun قوات جيش` (forces, army)
  public var words: [String: [Lemma]] = [:]
  /// `slots @signers` with slots below.
  public var slots: [String: [Slot]] = [:]
  /// What is named: `types @forces` and `words @forces` are two sets.
  public struct Name: Hashable, Sendable, CustomStringConvertible {
    /// What a set holds.
    public enum Kind: String, Sendable, BitwiseCopyable { case types, words, slots }

    /// What it holds.
    public var kind: Kind
    /// With its @.
    public var name: String

    public var description: String { "\(kind.rawValue) \(name)" }
  }

  /// Where each was declared last.
  public var locations: [Name: SourceLocation] = [:]
  /// Those that a line asked for.
  public var used: Set<Name> = []

  public init() {}

  /// Adds the names of another file; of equal ones the later counts.
  public mutating func merge(_ other: RuleNames) {
    types.merge(other.types) { _, new in new }
    words.merge(other.words) { _, new in new }
    slots.merge(other.slots) { _, new in new }
    locations.merge(other.locations) { _, new in new }
    used.formUnion(other.used)
  }

  /// Sets that no line asks for, in the order of their names.
  public var unused: [(name: Name, location: SourceLocation)] {
    locations.filter { !used.contains($0.key) }.sorted { $0.key.description < $1.key.description }
      .map { ($0.key, $0.value) }
  }

  /// Notes that a line asks for a set.
  mutating func use(_ kind: Name.Kind, _ name: String) { used.insert(Name(kind: kind, name: name)) }
}

extension Array where Element: Hashable {
  /// The elements in their order, each once: a set that names another set twice is no larger for it.
  var withoutRepetitions: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
