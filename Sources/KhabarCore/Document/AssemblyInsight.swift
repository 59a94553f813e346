/// What an assembler can tell of how it reads a document, for explanations. One that tells nothing has empty lists.
public struct AssemblyInsight: Sendable {
  /// The rules that were tried in a document and what came of them, in text order. With rules named only theirs, each
  /// with what says more of its outcome, and those of them that no word triggers last.
  public var trials: @Sendable (_ document: ResolvedDocument, _ rules: Set<String>?) -> [RuleTrial]
  /// The tree of each sentence.
  public var sentences: @Sendable (ResolvedDocument) -> [SentenceOutline]

  public init(
    trials: @escaping @Sendable (_ document: ResolvedDocument, _ rules: Set<String>?) -> [RuleTrial] = { _, _ in [] },
    sentences: @escaping @Sendable (ResolvedDocument) -> [SentenceOutline] = { _ in [] }
  ) {
    self.trials = trials
    self.sentences = sentences
  }
}
