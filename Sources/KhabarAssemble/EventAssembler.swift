import KhabarCore

/// Finds events by rules and puts together what the document says about each.
///
/// For every trigger word of the rules it reads the clause around it, fills the rule's roles by grammatical relation,
/// takes date and place from the clause, and says from tense and signal words whether the thing has happened. Mentions of
/// one happening then become one event.
public struct EventAssembler: Stage {
  private let compiled: CompiledRules
  private let clauses: any ClauseGrammar

  /// - Parameters:
  ///   - rules: event types, rules and signals.
  ///   - morphology: inflects the rules' lemmas.
  ///   - clauses: the language's shallow syntax.
  public init(
    rules: RuleSet, morphology: any Morphology, clauses: any ClauseGrammar, orthography: Orthography
  ) {
    compiled = CompiledRules(rules, morphology: morphology, orthography: orthography)
    self.clauses = clauses
  }

  /// Words of the rules that the language pack has no forms for.
  public var uninflectedLemmas: [Lemma] { compiled.index.unknown }

  public func process(_ input: ResolvedDocument) throws -> AssembledDocument {
    let hits = compiled.index.hits(in: input.tokens)
    guard hits.contains(where: { !compiled.rulesByLemma[$0.lemma].isEmpty }) else {
      return AssembledDocument(resolved: input, events: [])
    }
    var verbs = Array(repeating: false, count: input.tokens.count)
    var hitsByToken: [Int: [LemmaHit]] = [:]
    for hit in hits {
      if compiled.isRuleVerb[hit.lemma] { verbs[hit.token] = true }
      hitsByToken[hit.token, default: []].append(hit)
    }
    let mentions = MentionIndex(input)
    let constituents = clauses.constituents(in: input, verbs: verbs)
    var candidates: [EventCandidate] = []
    var topic = -1
    for (index, list) in constituents.enumerated() {
      let sentence = SentenceFrames(list, document: input)
      let reader = CandidateReader(
        sentence: sentence, index: index, document: input, mentions: mentions, compiled: compiled, hits: hitsByToken,
        topic: topic)
      candidates += reader.candidates()
      topic = sentence.topic(after: topic, in: input)
    }
    let events = EventMerger(document: input, orthography: compiled.orthography).merge(candidates)
    return AssembledDocument(resolved: input, events: events)
  }
}

extension SentenceFrames {
  /// The mention that the text goes on about: the subject of the sentence's first verb that names someone.
  func topic(after previous: Int, in document: ResolvedDocument) -> Int {
    for (index, constituent) in constituents.enumerated() where constituent.kind == .verb && subjects[index] >= 0 {
      let mention = constituents[subjects[index]].mention
      if mention >= 0, [.person, .organization, .office].contains(document.mentions[mention].type) { return mention }
    }
    return previous
  }
}
