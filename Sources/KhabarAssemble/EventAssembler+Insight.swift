import KhabarCore
import KhabarSyntax

extension EventAssembler {
  /// What it can tell of how it reads documents.
  public var insight: AssemblyInsight {
    AssemblyInsight(
      trials: { trials(in: $0, of: $1) },
      sentences: { document in trees(of: document).map { SentenceOutline($0, parser.grammar) } })
  }

  /// The rules that were tried at a word of the document, in text order, and what came of it: why an event that a
  /// reader sees is there or not.
  ///
  /// - Parameter rules: their names. Each trial then says what stood where the rule looked, and a rule without a word
  ///   in the text is told last. Nil for all rules.
  public func trials(in document: ResolvedDocument, of rules: Set<String>? = nil) -> [RuleTrial] {
    var trials: [RuleTrial] = []
    let found = candidates(
      in: document, beforeSentence: {},
      observer: { sentence, hit, rule, trial in
        let name = rule.rule.name
        guard rules?.contains(name) ?? true else { return }
        var told = RuleTrial(
          rule: name, trigger: document.stemSpan(of: hit.token, through: hit.end), outcome: outcome(of: trial))
        if rules != nil {
          told.findings = TrialReader(sentence: sentence, grammar: parser.grammar, hit: hit, rule: rule)
            .findings(of: trial)
        }
        trials.append(told)
      })
    guard let rules else { return trials }
    let events = EventMerger(document: document, orthography: compiled.orthography).merge(found)
    for index in trials.indices where trials[index].outcome == .made {
      if let finding = teller(of: trials[index], among: events) { trials[index].findings.insert(finding, at: 0) }
    }
    let tried = Set(trials.map(\.rule))
    return trials
      + compiled.rules.map(\.rule).filter { rules.contains($0.name) && !tried.contains($0.name) }.map(untried)
  }

  /// What became of an event that a rule made and that does not stand by itself in the end; nil when it does.
  private func teller(of trial: RuleTrial, among events: [Event]) -> RuleTrial.Finding? {
    guard let trigger = trial.trigger, !events.contains(where: { $0.trigger == trigger && $0.rule == trial.rule })
    else {
      return nil
    }
    let type = compiled.rules.first { $0.rule.name == trial.rule }?.event.type
    let same = events.filter { $0.type == type }
    let teller =
      same.first { $0.mentions.contains(trigger) } ?? same.first { $0.evidence.contains(trigger) }
    guard let teller else { return RuleTrial.Finding("left out: nothing is told of it but the word") }
    return RuleTrial.Finding("told with the event of \(teller.rule)", at: teller.trigger)
  }

  private func outcome(of trial: CandidateReader.Trial) -> RuleTrial.Outcome {
    switch trial {
    case .made: .made
    case .taken(let other): .taken(by: other.rule.name)
    case .rejected(let rejection): .rejected(reason: rejection.reason(compiled.index.lemmas))
    }
  }

  private func untried(_ rule: EventRule) -> RuleTrial {
    RuleTrial(
      rule: rule.name, trigger: nil, outcome: .untried,
      findings: [RuleTrial.Finding("its words: \(TrialReader.listed(rule.triggers.map(\.description)))")])
  }
}
