import KhabarCore

/// What is judged, and how.
public struct EvaluationSettings: Sendable {
  /// How names are compared.
  public var names: NameComparison
  /// The roles of each event type that tell one happening from another; all roles of a type that is not listed.
  public var coreRoles: [EventType: Set<Role>]
  /// The event types to judge; nil for those that the gold says it was annotated for.
  public var eventTypes: Set<EventType>?
  /// Names of entity types that count as another: `["GPE": "Place"]`.
  public var entityTypes: [EntityType: EntityType] = [:]
  /// The entity types to judge; nil for all.
  public var entityTypesCounted: Set<EntityType>?
  /// Samples of the bootstrap; 0 for none.
  public var samples = 1000

  public init(names: NameComparison = .arabic, coreRoles: [EventType: Set<Role>] = [:]) {
    self.names = names
    self.coreRoles = coreRoles
  }
}
