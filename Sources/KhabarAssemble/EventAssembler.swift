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
    let candidates = candidates(in: input) { _, _, _ in }
    let events = EventMerger(document: input, orthography: compiled.orthography).merge(candidates)
    return AssembledDocument(resolved: input, events: events)
  }

  /// The rules that were tried at a word of the document and made no event of it, in text order: why an event that a
  /// reader sees is not there.
  public func rejections(in document: ResolvedDocument) -> [RejectedRule] {
    var rejected: [RejectedRule] = []
    _ = candidates(in: document) { hit, rule, rejection in
      rejected.append(
        RejectedRule(
          rule: rule.rule.name, trigger: document.stemSpan(of: hit.token, through: hit.end),
          reason: rejection.reason(compiled.index.lemmas)))
    }
    return rejected
  }

  /// The constituents of every sentence as the rules see them: their verbs are known for verbs.
  public func constituents(of document: ResolvedDocument) -> [[Constituent]] {
    constituents(of: document, compiled.index.hits(in: document.tokens))
  }

  private func constituents(of document: ResolvedDocument, _ hits: [LemmaHit]) -> [[Constituent]] {
    var verbs = Array(repeating: false, count: document.tokens.count)
    for hit in hits where compiled.isRuleVerb[hit.lemma] { verbs[hit.token] = true }
    return clauses.constituents(in: document, verbs: verbs)
  }

  private func candidates(
    in input: ResolvedDocument, rejecting reject: (LemmaHit, CompiledRules.CompiledRule, Rejection) -> Void
  ) -> [EventCandidate] {
    let hits = compiled.index.hits(in: input.tokens)
    guard hits.contains(where: { !compiled.rulesByLemma[$0.lemma].isEmpty }) else { return [] }
    var hitsByToken: [Int: [LemmaHit]] = [:]
    for hit in hits { hitsByToken[hit.token, default: []].append(hit) }
    let mentions = MentionIndex(input)
    var candidates: [EventCandidate] = []
    var topic = -1
    for (index, list) in constituents(of: input, hits).enumerated() {
      let sentence = SentenceFrames(list, document: input)
      let reader = CandidateReader(
        sentence: sentence, index: index, document: input, mentions: mentions, compiled: compiled, hits: hitsByToken,
        topic: topic)
      candidates += reader.candidates(rejecting: reject)
      topic = sentence.topic(after: topic, in: input)
    }
    return candidates
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
