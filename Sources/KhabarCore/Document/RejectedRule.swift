/// An event rule that was tried at a word and made no event of it.
public struct RejectedRule: Sendable {
  /// The rule that was tried.
  public var rule: String
  /// The word that triggers the rule.
  public var trigger: TextSpan<CleanBytes>
  /// What it lacked: `needs 2 party, has 1`, `not here: مباراة`.
  public var reason: String

  public init(rule: String, trigger: TextSpan<CleanBytes>, reason: String) {
    self.rule = rule
    self.trigger = trigger
    self.reason = reason
  }
}
