import KhabarCore

extension RuleSet {
  /// Mistakes that only the whole set shows: events and roles that are none.
  static func check(rules: [EventRule], events: [EventDeclaration]) -> [Diagnostic] {
    let known = Dictionary(events.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    return events.flatMap { check($0, known) } + rules.flatMap { check($0, known) }
  }

  private static func check(_ event: EventDeclaration, _ known: [EventType: EventDeclaration]) -> [Diagnostic] {
    let roles = event.core.filter { !event.roles.contains($0) }.map {
      noRole($0, of: event, at: event.location, "core: ", among: event.roles)
    }
    let held = event.holds.filter { known[$0] == nil }.map {
      Diagnostic(
        .error, "R010", at: event.location, "event \(event.name) holds the unknown event \($0)",
        remedy: guess($0.rawValue, among: names(of: known)) + "Declare it with: event \($0)")
    }
    let sites = event.sites.filter { !event.roles.contains($0) }.map {
      noRole($0, of: event, at: event.location, "sites: ", among: event.roles)
    }
    let beyond = event.beyond.filter { !event.roles.contains($0) }.map {
      noRole($0, of: event, at: event.location, "beyond: ", among: event.roles)
    }
    let each = [event.each].compactMap { $0 }.filter { !event.roles.contains($0) }.map {
      noRole($0, of: event, at: event.location, "each: ", among: event.roles)
    }
    return roles + held + sites + beyond + each
  }

  private static func check(_ rule: EventRule, _ known: [EventType: EventDeclaration]) -> [Diagnostic] {
    guard let event = known[rule.event] else {
      return [
        Diagnostic(
          .error, "R010", at: rule.location, "rule \(rule.name) makes the unknown event \(rule.event)",
          remedy: guess(rule.event.rawValue, among: names(of: known))
            + "Declare it with: event \(rule.event). Known: \(names(of: known).joined(separator: ", "))")
      ]
    }
    var mistakes: [Diagnostic] = []
    for slot in rule.slots where slot.role != .place && !event.roles.contains(slot.role) {
      mistakes.append(
        Diagnostic(
          .error, "R011", at: slot.location, "event \(event.name) has no role \(slot.role)",
          remedy: "Its roles are: \(event.roles.map(\.rawValue).joined(separator: ", ")). "
            + "Add the role to the event or use one of these"))
    }
    for need in rule.needs {
      guard case .role(let role) = need.what, !event.roles.contains(role) else { continue }
      mistakes.append(
        noRole(
          role, of: event, at: need.location ?? rule.location, "need: ",
          among: event.roles + Requirement.words.map { Role($0) }))
    }
    for pattern in rule.patterns {
      let words = event.roles + [.place]
      for role in pattern.elements.flatMap(\.roles) where !words.contains(role) {
        mistakes.append(noRole(role, of: event, at: pattern.location, "pattern: ", among: words))
      }
    }
    for example in rule.examples {
      let words = event.roles + RuleExample.Property.fixed.map { Role($0.description) }
      for case .role(let role) in example.expected.map(\.property) where !event.roles.contains(role) {
        mistakes.append(noRole(role, of: event, at: example.location, "example: ", among: words))
      }
    }
    if rule.triggers.isEmpty {
      mistakes.append(
        Diagnostic(
          .error, "R012", at: rule.location, "rule \(rule.name) has no trigger",
          remedy: "Add a line such as: verb LEMMA, noun LEMMA or phrase \"…\""))
    }
    return mistakes
  }

  private static func noRole(
    _ role: Role, of event: EventDeclaration, at location: SourceLocation, _ line: String, among words: [Role]
  ) -> Diagnostic {
    Diagnostic(
      .error, "R018", at: location, "\(line)event \(event.name) has no role \(role)",
      remedy: guess(role.rawValue, among: words.map(\.rawValue))
        + "Known here: \(words.map(\.rawValue).joined(separator: ", "))")
  }

  private static func names(of known: [EventType: EventDeclaration]) -> [String] { known.keys.map(\.rawValue).sorted() }

  static func guess(_ word: String, among words: [String]) -> String {
    Spelling.nearest(to: word, among: words).map { "Did you mean \($0)? " } ?? ""
  }
}
