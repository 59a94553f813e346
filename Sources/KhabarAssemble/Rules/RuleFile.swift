import KhabarCore

/// What one rule file says.
public struct RuleFile: Sendable {
  public var name: String
  public var events: [EventDeclaration] = []
  public var rules: [EventRule] = []
  public var signals: [StatusSignal] = []
  /// Prepositions behind which nothing takes part in a happening.
  public var limits: [String] = []
  /// Slots that every rule has behind its own.
  public var defaults: [Slot] = []
  /// What the file and those before it named.
  public var names = RuleNames()

  public init(name: String) { self.name = name }
}

/// All rules of a pipeline: several files put together. A later file's rule or event of the same name replaces an earlier
/// one's, so that a user's file changes ours by name.
public struct RuleSet: Sendable {
  public private(set) var events: [EventDeclaration] = []
  public private(set) var rules: [EventRule] = []
  public private(set) var signals: [StatusSignal] = []
  public private(set) var defaults: [Slot] = []
  public private(set) var limits: [String] = []

  public init() {}

  /// Puts files together, in order.
  ///
  /// - Throws: `KhabarError` with all mistakes found.
  public init(_ files: [RuleFile]) throws {
    for file in files {
      for event in file.events {
        events.removeAll { $0.name == event.name }
        events.append(event)
      }
      for rule in file.rules {
        rules.removeAll { $0.name == rule.name }
        rules.append(rule)
      }
      signals += file.signals
      defaults += file.defaults
      limits += file.limits
    }
    let mistakes = Self.check(rules: rules, events: events).filter { $0.severity == .error }
    guard mistakes.isEmpty else { throw KhabarError(mistakes) }
  }

  public func event(named name: String) -> EventDeclaration? { events.first { $0.name == name } }

  /// Mistakes that only the whole set shows.
  static func check(rules: [EventRule], events: [EventDeclaration]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let known = Dictionary(uniqueKeysWithValues: events.map { ($0.name, $0) })
    for rule in rules {
      guard let event = known[rule.event] else {
        diagnostics.append(
          Diagnostic(
            .error, "R010", at: rule.location, "rule \(rule.name) makes the unknown event \(rule.event)",
            remedy:
              "Declare it with: event \(rule.event). Known: \(events.map(\.name).sorted().joined(separator: ", "))"))
        continue
      }
      for slot in rule.slots where slot.role != "place" && slot.role != "time" && !event.roles.contains(slot.role) {
        diagnostics.append(
          Diagnostic(
            .error, "R011", at: slot.location, "event \(event.name) has no role \(slot.role)",
            remedy:
              "Its roles are: \(event.roles.joined(separator: ", ")). Add the role to the event or use one of these"))
      }
      if rule.triggers.isEmpty {
        diagnostics.append(
          Diagnostic(
            .error, "R012", at: rule.location, "rule \(rule.name) has no trigger",
            remedy: "Add a line such as: verb LEMMA, noun LEMMA or phrase \"…\""))
      }
    }
    return diagnostics
  }
}
