import KhabarCore

/// Arabic clauses.
struct ArabicClauses: ClauseGrammar {
  func clauses(of sentence: TokenSpan, in document: ResolvedDocument) -> [Clause] {
    [Clause(tokens: sentence, kind: .main)]
  }
}
