import KhabarCore
import KhabarSyntax

/// Phrases as the constituents that frames are made of.
public struct PhraseConstituents: ClauseGrammar {
  private let builder: PhraseBuilder
  private let pronominal: Features

  public init(_ builder: PhraseBuilder) {
    self.builder = builder
    pronominal = builder.grammar.feature("pronominal")
  }

  public func constituents(in document: ResolvedDocument, verbs: [Bool]) -> [[Constituent]] {
    let phrases = builder.open(document, isRuleVerb: verbs)
    return document.sentences.map { phrases.phrases(of: $0).map { constituent($0, document) } }
  }

  private func constituent(_ phrase: Phrase, _ document: ResolvedDocument) -> Constituent {
    let isPronominal = phrase.kind == .other && !pronominal.isEmpty && phrase.features.contains(pronominal)
    // A preposition alone joins nothing.
    let isJoined = phrase.isJoined && (phrase.kind != .other || phrase.marker == nil || isPronominal)
    return Constituent(
      kind: Self.kind(of: phrase.kind), tokens: phrase.tokens, content: phrase.content, head: phrase.head,
      marker: isPronominal ? word(phrase, document) : phrase.marker?.key ?? .empty, isCoordinated: isJoined,
      mention: phrase.mention ?? -1, time: phrase.time ?? -1)
  }

  /// The spelling of a preposition with its pronoun.
  private func word(_ phrase: Phrase, _ document: ResolvedDocument) -> WordKey {
    document.tokens[phrase.head].key.dropFirst(phrase.isJoined ? 1 : 0)
  }

  private static func kind(of kind: Phrase.Kind) -> Constituent.Kind {
    switch kind {
    case .noun: .nounPhrase
    case .verb: .verb
    case .copula: .copula
    case .time: .time
    case .subordinator, .circumstance: .subordinator
    case .relative: .relative
    case .coordinator: .coordinator
    case .negation: .negation
    case .comma: .comma
    case .boundary: .boundary
    case .other: .other
    }
  }
}
