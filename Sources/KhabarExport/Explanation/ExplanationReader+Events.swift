import KhabarCore

extension ExplanationReader {
  func facts(_ index: Int, _ event: Event) -> Record.EventFacts {
    let participants = event.participants.map {
      Record.Slot(
        role: $0.role.rawValue, name: $0.name, by: $0.filledBy.description,
        entity: $0.entity.map(ContractIdentifier.entity),
        at: quote($0.span), actor: $0.actor.map(facts))
    }
    let places = event.places.map {
      Record.Slot(
        role: Role.place.rawValue, name: $0.name, by: $0.filledBy.description,
        entity: $0.entity.map(ContractIdentifier.entity))
    }
    return Record.EventFacts(
      id: ContractIdentifier.event(index), type: event.type.rawValue, status: event.status.rawValue, rule: event.rule,
      ruleAt: exporter.ruleLocations[event.rule]?.description,
      confidence: (event.confidence * 100).rounded() / 100, trigger: quote(event.trigger), slots: participants + places,
      time: event.time.map(facts), action: event.action, killed: event.killed, injured: event.injured,
      casualties: event.casualties, toldAgain: event.mentions.map(quote), why: unique(steps(of: event)),
      evidence: quote(event.evidence))
  }

  private func facts(_ actor: ActorCode) -> Record.ActorFacts {
    Record.ActorFacts(
      country: actor.country, sector: actor.sector, actsFor: actor.actsFor?.name, basis: actor.basis)
  }

  private func facts(_ time: EventTime) -> Record.EventTimeFacts {
    let expression = time.reference.flatMap { document.times.indices.contains($0.int) ? self.time($0) : nil }
    return Record.EventTimeFacts(value: time.value, by: time.filledBy.description, expression: expression)
  }

  /// How the event came about, without the steps that its slots tell.
  private func steps(of event: Event) -> [String] {
    let slots = event.participants.map { ($0.role, $0.filledBy) } + event.places.map { (Role.place, $0.filledBy) }
    let told = Set(slots.map { "\($0): \($1)" })
    return event.provenance.filter { !told.contains($0) }
  }

  // MARK: - Rules

  func trials(of rules: Set<String>?) -> [Record.TrialFacts] {
    exporter.insight.trials(document.resolved, rules).map { trial in
      let outcome: Record.TrialFacts.Outcome =
        switch trial.outcome {
        case .made: .made
        case .taken: .taken
        case .rejected: .rejected
        case .untried: .untried
        }
      return Record.TrialFacts(
        rule: trial.rule, ruleAt: rules == nil ? nil : exporter.ruleLocations[trial.rule]?.description,
        outcome: outcome, reason: trial.outcome.description, trigger: trial.trigger.map(quote),
        findings: rules == nil
          ? nil : trial.findings.map { Record.TrialFacts.Finding(fact: $0.fact, at: $0.span.map(quote)) })
    }
  }

  // MARK: - Syntax

  var sentences: [Record.SentenceFacts] {
    zip(document.resolved.sentences, exporter.insight.sentences(document.resolved)).map { sentence, outline in
      Record.SentenceFacts(
        at: quote(document.resolved.span(of: sentence.tokens)),
        phrases: outline.phrases.map { phrase in
          Record.PhraseFacts(
            kind: phrase.kind, at: quote(document.resolved.span(of: phrase.tokens)),
            entity: phrase.mention.flatMap { document.mentions[$0].entity }.map(ContractIdentifier.entity),
            rows: phrase.rows)
        },
        clauses: outline.clauses.map { clause in
          Record.ClauseFacts(
            kind: clause.kind, parent: clause.parent, joinedTo: clause.joinedTo, head: clause.head,
            antecedent: clause.antecedent, isNegated: clause.isNegated, row: clause.row, phrases: clause.phrases)
        },
        arcs: outline.arcs.map { arc in
          Record.ArcFacts(
            head: arc.head, dependent: arc.dependent, relation: arc.relation, row: arc.row, score: arc.score)
        })
    }
  }
}
