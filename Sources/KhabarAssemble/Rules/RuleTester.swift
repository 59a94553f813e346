import KhabarCore

/// Runs the examples inside rule files.
public struct RuleTester {
  /// What came of one example.
  public struct Outcome {
    public var rule: String
    public var example: RuleExample
    /// Empty when the example passed.
    public var problems: [String]

    public var passed: Bool { problems.isEmpty }
  }

  private let process: (RawDocument) throws -> AssembledDocument

  /// - Parameter process: the whole pipeline with the rules under test.
  public init(process: @escaping (RawDocument) throws -> AssembledDocument) { self.process = process }

  public func outcomes(of set: RuleSet) throws -> [Outcome] {
    try set.rules.flatMap { rule in
      try rule.examples.map { example in
        var info = DocumentInfo(id: rule.name)
        info.anchor = example.anchor.map { DocumentAnchor(date: $0, source: .option) }
        let document = try process(RawDocument(info: info, bytes: Array(example.text.utf8)))
        return Outcome(rule: rule.name, example: example, problems: problems(document, rule, example))
      }
    }
  }

  private func problems(_ document: AssembledDocument, _ rule: EventRule, _ example: RuleExample) -> [String] {
    let events = document.events.filter { $0.type == rule.event }
    if example.givesNothing {
      return events.map { "gives \($0.type) by \($0.rule) at \(document.text.string($0.trigger)), expected nothing" }
    }
    guard !events.isEmpty else { return ["gives no \(rule.event)"] }
    // The event that comes nearest.
    return events.map { problems($0, example, document) }.min { $0.count < $1.count } ?? []
  }

  private func problems(_ event: Event, _ example: RuleExample, _ document: AssembledDocument) -> [String] {
    example.expected.compactMap { role, value in
      switch role {
      case "place":
        let places = event.places.map(\.name)
        return places.contains { $0.utf8.elementsEqual(value.utf8) }
          ? nil : "place \(value) is missing; has: \(places.joined(separator: ", "))"
      case "time":
        return event.time?.value == value ? nil : "time is \(event.time?.value ?? "missing"), expected \(value)"
      case "status":
        return event.status.rawValue == value ? nil : "status is \(event.status.rawValue), expected \(value)"
      case "rule": return event.rule == value ? nil : "rule is \(event.rule), expected \(value)"
      default:
        let names = event.participants.filter { $0.role == role }.map(\.name)
        return names.contains { $0.utf8.elementsEqual(value.utf8) }
          ? nil : "\(role) \(value) is missing; has: \(names.joined(separator: ", "))"
      }
    }
  }
}
