import KhabarCore

/// The shallow syntax of Arabic news: noun phrases with their prepositions, verbs, clause openers.
public struct ArabicClauses: ClauseGrammar {
  private let from: WordKey

  public init(orthography: Orthography = .arabic) {
    from = orthography.key("من")
  }

  public func constituents(in document: ResolvedDocument, verbs: [Bool]) -> [[Constituent]] {
    var scanner = ConstituentScanner(document: document, verbs: verbs, from: from)
    return document.sentences.map { scanner.scan($0) }
  }
}
