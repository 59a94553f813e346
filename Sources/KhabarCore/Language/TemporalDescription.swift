/// What a temporal expression says, before it is resolved against an anchor. A language's grammar makes these; the engine
/// computes the dates. Owned by the resolve stage and the language packs.
public struct TemporalDescription: Sendable {
  public var tokens: TokenSpan
  public var span: TextSpan<CleanBytes>
  /// The grammar rule that found it.
  public var rule: String

  public init(tokens: TokenSpan, span: TextSpan<CleanBytes>, rule: String) {
    self.tokens = tokens
    self.span = span
    self.rule = rule
  }
}
