import KhabarCore

/// What is written twice, what can never be, and values that are none.
extension RuleLinter {
  /// Of one rule.
  func idleParts(of rule: EventRule) -> [Diagnostic] {
    repetitions(in: rule) + idleSlots(of: rule) + idleConditions(of: rule) + idlePatterns(of: rule) + values(of: rule)
  }

  // MARK: - Twice

  private func repetitions(in rule: EventRule) -> [Diagnostic] {
    let triggers = Self.repeated(rule.triggers).map {
      twice("rule \(rule.name): \($0)", at: rule.location)
    }
    var slots: [Slot] = []
    var result = triggers
    for var slot in rule.slots {
      let location = slot.location
      slot.location = rule.location
      if slots.contains(slot) { result.append(twice("a slot for \(slot.role)", at: location)) }
      slots.append(slot)
    }
    return result
  }

  private static func repeated<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { !seen.insert($0).inserted }
  }

  private func twice(_ what: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.warning, "R033", at: location, "\(what) stands here twice", remedy: "Keep one of them")
  }

  // MARK: - Never

  private func never(_ what: String, at location: SourceLocation, _ remedy: String) -> Diagnostic {
    Diagnostic(.warning, "R034", at: location, what, remedy: remedy)
  }

  private func idleSlots(of rule: EventRule) -> [Diagnostic] {
    rule.slots.flatMap { slot in
      slot.relations.compactMap { relation in
        switch relation {
        case .governor, .itself:
          never(
            "nothing fills \(slot.role) by \(relation): it is for conditions", at: slot.location,
            "Write it behind not or only, or choose another relation")
        case .casualty where rule.counts.isEmpty:
          never(
            "nothing fills \(slot.role) by casualty: the rule counts nobody", at: slot.location,
            "Add a line such as: count killed noun …")
        default: nil
        }
      }
    }
  }

  private func idleConditions(of rule: EventRule) -> [Diagnostic] {
    var result = rule.needs.filter { $0.what == .support && rule.supports.isEmpty }.map {
      never("no word can be the support that is needed", at: $0.location ?? rule.location, "Add: with verb …")
    }
    let forbidden = Set(rule.vetoes.filter { !$0.isDemand && $0.relation == nil }.flatMap(\.words))
    result += rule.triggers.filter(forbidden.contains).map {
      never(
        "rule \(rule.name) is triggered by \($0) and forbids it", at: rule.location, "Take it out of one of the lines")
    }
    return result
  }

  /// A pattern matches with the trigger in it, which a gap takes in, too.
  private func idlePatterns(of rule: EventRule) -> [Diagnostic] {
    rule.patterns.filter { !$0.elements.contains(where: \.mayHoldTrigger) }.map {
      never("the pattern has no trigger", at: $0.location, "Write trigger where the rule's word stands")
    }
  }

  /// What only the whole set shows: events that no rule makes, roles that none fills, kinds that no list has.
  func idleDeclarations(of set: RuleSet) -> [Diagnostic] {
    var filled: [EventType: Set<Role>] = [:]
    for rule in set.rules {
      filled[rule.event, default: []].formUnion(
        rule.slots.map(\.role) + rule.patterns.flatMap(\.elements).flatMap(\.roles))
    }
    let kinds = set.placeNouns.compactMap { nouns -> Diagnostic? in
      guard case .entity(let kind) = nouns.kind else { return nil }
      return unknownKind(kind, at: nouns.location)
    }
    return kinds
      + set.events.flatMap { event -> [Diagnostic] in
        guard let roles = filled[event.name] else {
          return [never("no rule makes the event \(event.name)", at: event.location, "Write one, or remove the event")]
        }
        let idle = event.roles.filter { !roles.contains($0) }.map {
          never("no rule fills \($0) of the event \(event.name)", at: event.location, "Add a slot, or remove the role")
        }
        let core =
          event.core.isEmpty
          ? [
            never(
              "event \(event.name) has no core: nothing tells one happening from another", at: event.location,
              "Add: core ROLE")
          ] : []
        return Self.repeated(event.roles).map { twice("the role \($0)", at: event.location) } + idle + core
      }
  }

  // MARK: - Values

  private func values(of rule: EventRule) -> [Diagnostic] {
    rule.slots.flatMap { slot in slot.exceptedKinds.compactMap { unknownKind($0, at: slot.location) } }
      + rule.examples.flatMap(values)
  }

  private func unknownKind(_ kind: String, at location: SourceLocation?) -> Diagnostic? {
    guard !knownKinds.isEmpty, !knownKinds.contains(kind) else { return nil }
    return Diagnostic(
      .error, "R035", at: location, "no entity is of the kind \(kind)",
      remedy: Spelling.nearest(to: kind, among: knownKinds.sorted()).map { "Did you mean \($0)?" }
        ?? "See: khabar gazetteer stats")
  }

  private func values(of example: RuleExample) -> [Diagnostic] {
    example.expected.compactMap { wanted in
      let (value, expected): (String, String)
      value = wanted.value
      switch wanted.property {
      case .status where EventStatus(rawValue: value) == nil:
        expected = "occurred, ongoing, planned, cancelled or denied"
      case .count where Int(value) == nil: expected = "a number"
      case .time where value.prefix(4).count(where: \.isNumber) < 4 || value.contains(" "):
        expected = "a date such as 2024-04-15 or 2024-04"
      default: return nil
      }
      return Diagnostic(
        .error, "R035", at: example.location, "\(value) is no \(wanted.property)", remedy: "Give \(expected)")
    }
  }
}

extension SequencePattern.Element {
  fileprivate var parts: [Self] {
    switch self {
    case .optional(let inner), .repeated(let inner, _): [inner]
    case .alternatives(let choices): choices.flatMap { $0 }
    case .trigger, .word, .lemma, .phrase, .time, .gap, .not: []
    }
  }

  fileprivate var mayHoldTrigger: Bool {
    switch self {
    case .trigger: true
    case .gap(let limit): limit > 0
    default: parts.contains(where: \.mayHoldTrigger)
    }
  }

  /// The roles that it fills.
  var roles: [Role] {
    if case .phrase(let role, _) = self { return role.map { [$0] } ?? [] }
    return parts.flatMap(\.roles)
  }

  /// What it asks of a phrase.
  var types: [SlotType] {
    if case .phrase(_, let types) = self { return types }
    return parts.flatMap(\.types)
  }
}
