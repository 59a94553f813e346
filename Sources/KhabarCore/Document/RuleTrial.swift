/// An event rule that was tried at a word of a document, and what came of it.
public struct RuleTrial: Sendable {
  /// What came of a trial.
  public enum Outcome: Sendable, Equatable {
    /// It made an event.
    case made
    /// This rule, which is tried before it, made an event of the word.
    case taken(by: String)
    /// It lacked something: `needs 2 party, has 1`.
    case rejected(reason: String)
    /// It was not tried: none of its words stands in the text.
    case untried
  }

  /// A fact that says more of the outcome, at its place in the text if it has one: what stood where the rule looked,
  /// and where phrases went that it could have taken.
  public struct Finding: Sendable, Equatable {
    /// `party by subject: is a Thing`.
    public var fact: String
    /// The words that it speaks of.
    public var span: TextSpan<CleanBytes>?

    public init(_ fact: String, at span: TextSpan<CleanBytes>? = nil) {
      self.fact = fact
      self.span = span
    }
  }

  /// The rule that was tried.
  public var rule: String
  /// The word that triggers the rule; nil when none does.
  public var trigger: TextSpan<CleanBytes>?
  /// What came of it.
  public var outcome: Outcome
  /// What says more of it, where that was asked for.
  public var findings: [Finding]

  public init(rule: String, trigger: TextSpan<CleanBytes>?, outcome: Outcome, findings: [Finding] = []) {
    self.rule = rule
    self.trigger = trigger
    self.outcome = outcome
    self.findings = findings
  }
}

extension RuleTrial.Outcome: CustomStringConvertible {
  /// As `khabar explain` tells it.
  public var description: String {
    switch self {
    case .made: "made an event"
    case .taken(let other): "\(other) comes before it and made an event of the word"
    case .rejected(let reason): reason
    case .untried: "none of its words stands in the text"
    }
  }
}
