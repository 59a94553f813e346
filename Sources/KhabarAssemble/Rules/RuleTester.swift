import KhabarCore

/// Runs the examples inside rule files.
public struct RuleTester {
  /// What came of one example.
  public struct Outcome {
    /// The rule that the example stands in.
    public var rule: String
    /// The example that was run.
    public var example: RuleExample
    /// Empty when the example passed.
    public var problems: [String]
    /// The rule that made the event that the example was compared with.
    public var answeredBy: String?
    /// It gives nothing, as it should, and none of the rule's words stands in it.
    public var triesNothing = false

    /// What came of the rule in the sentence, where the example failed.
    public var reasons: [Reason] = []

    /// All went as the example says.
    public var passed: Bool { problems.isEmpty }
    /// The example passes by another rule than its own and does not say so: it tests nothing of its rule.
    public var isAnsweredElsewhere: Bool {
      passed && answeredBy.map { $0 != rule } == true && !example.expected.contains { $0.property == .rule }
    }
    /// The example passes and says nothing of its rule.
    public var isIdle: Bool { isAnsweredElsewhere || triesNothing }
  }

  /// What came of a rule at one of its words.
  public struct Reason {
    /// `meeting.verb at التقى: needs 2 party, has 1`.
    public var text: String
    /// What stood where the rule looked, and where phrases went that it could have taken.
    public var findings: [String]

    init(_ trial: RuleTrial, _ document: AssembledDocument) {
      let place = trial.trigger.map { " at \(document.text.string($0))" } ?? ""
      text = "\(trial.rule)\(place): \(trial.outcome)"
      findings = trial.findings.map { finding in
        finding.fact + (finding.span.map { ": \(document.text.string($0))" } ?? "")
      }
    }
  }

  private let process: (RawDocument) throws -> AssembledDocument
  private let insight: AssemblyInsight

  /// - Parameters:
  ///   - process: the whole pipeline with the rules under test.
  ///   - insight: tells what came of its rules in a document.
  public init(
    process: @escaping (RawDocument) throws -> AssembledDocument, insight: AssemblyInsight = AssemblyInsight()
  ) {
    self.process = process
    self.insight = insight
  }

  /// Runs the examples of all rules.
  ///
  /// - Throws: `KhabarError` when the pipeline can't process a sentence.
  public func outcomes(of set: RuleSet) throws -> [Outcome] {
    try set.rules.flatMap { rule in
      try rule.examples.map { example in
        var info = DocumentInfo(id: rule.name)
        info.anchor = example.anchor.map { DocumentAnchor(date: $0, source: .option) }
        let document = try process(RawDocument(info: info, bytes: Array(example.text.utf8)))
        var outcome = outcome(document, rule, example)
        if outcome.passed, example.givesNothing {
          let trials = insight.trials(document.resolved, [rule.name])
          outcome.triesNothing = !trials.isEmpty && trials.allSatisfy { $0.outcome == .untried }
        }
        if !outcome.passed {
          outcome.reasons = insight.trials(document.resolved, [rule.name]).map { Reason($0, document) }
        }
        return outcome
      }
    }
  }

  private func outcome(_ document: AssembledDocument, _ rule: EventRule, _ example: RuleExample) -> Outcome {
    var outcome = Outcome(rule: rule.name, example: example, problems: [])
    let events = document.events.filter { $0.type == rule.event }
    if example.givesNothing {
      outcome.problems = events.map {
        "gives \($0.type) by \($0.rule) at \(document.text.string($0.trigger)), expected nothing"
      }
      return outcome
    }
    // The event that comes nearest; of those that come as near one of the rule itself.
    let nearest = events.map { (event: $0, problems: problems($0, example, document)) }.min {
      ($0.problems.count, $0.event.rule == rule.name ? 0 : 1) < ($1.problems.count, $1.event.rule == rule.name ? 0 : 1)
    }
    outcome.problems = nearest?.problems ?? ["gives no \(rule.event)"]
    outcome.answeredBy = nearest?.event.rule
    return outcome
  }

  private func problems(_ event: Event, _ example: RuleExample, _ document: AssembledDocument) -> [String] {
    example.expected.compactMap { wanted in
      let value = wanted.value
      switch wanted.property {
      case .place:
        let places = event.places.map(\.name)
        return places.contains { $0.utf8.elementsEqual(value.utf8) }
          ? nil : "place \(value) is missing; has: \(places.joined(separator: ", "))"
      case .time:
        return event.time?.value == value ? nil : "time is \(event.time?.value ?? "missing"), expected \(value)"
      case .status:
        return event.status.rawValue == value ? nil : "status is \(event.status.rawValue), expected \(value)"
      case .action: return event.action == value ? nil : "action is \(event.action ?? "missing"), expected \(value)"
      case .count(.killed): return Self.problem(event.killed, .killed, value)
      case .count(.injured): return Self.problem(event.injured, .injured, value)
      case .rule: return event.rule == value ? nil : "rule is \(event.rule), expected \(value)"
      case .role(let role):
        let names = event.participants.filter { $0.role == role }.map(\.name)
        return names.contains { $0.utf8.elementsEqual(value.utf8) }
          ? nil : "\(role) \(value) is missing; has: \(names.joined(separator: ", "))"
      }
    }
  }

  private static func problem(_ count: Int?, _ kind: Count.Kind, _ expected: String) -> String? {
    let found = count.map(String.init)
    return found == expected ? nil : "\(kind) is \(found ?? "missing"), expected \(expected)"
  }
}
