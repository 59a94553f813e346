import KhabarCore

/// Gathers an explanation's facts from a document.
struct ExplanationReader {
  let document: AssembledDocument
  let exporter: ExplanationExporter
  let spans: ContractSpans

  init(_ document: AssembledDocument, _ exporter: ExplanationExporter) {
    self.document = document
    self.exporter = exporter
    spans = ContractSpans(document)
  }

  func record() -> ExplanationRecord {
    let info = document.info
    var record = ExplanationRecord(
      document: ExplanationRecord.DocumentFacts(
        id: info.id, source: info.source, title: info.title, pipeline: exporter.options.pipeline,
        characters: spans.count, warnings: document.allWarnings))
    for section in exporter.sections {
      switch section {
      case .removed: record.removed = removed
      case .text: record.text = String(decoding: document.text.bytes, as: UTF8.self)
      case .tokens: record.tokens = document.tokens.map(facts)
      case .matches: record.matches = document.resolved.recognized.matched.lookups.map(facts)
      case .date: record.date = date
      case .entities: record.entities = document.entities.enumerated().map(facts)
      case .times:
        record.times = document.times.enumerated().map(facts)
        record.quantities = document.quantities.enumerated().map(facts)
      case .events: record.events = document.events.enumerated().map(facts)
      case .rejected:
        record.rejected = exporter.rejections(document.resolved).map {
          ExplanationRecord.Rejected(rule: $0.rule, reason: $0.reason, trigger: quote($0.trigger))
        }
      }
    }
    return record
  }

  private func quote(_ span: TextSpan<SourceBytes>) -> ExplanationRecord.Quote {
    let points = spans.points(of: span)
    return ExplanationRecord.Quote(
      start: points.lowerBound, end: points.upperBound, text: String(decoding: spans.source[span.range], as: UTF8.self))
  }

  private func quote(_ span: TextSpan<CleanBytes>) -> ExplanationRecord.Quote { quote(spans.sourceSpan(of: span)) }

  private func entry(_ reference: EntryReference) -> ExplanationRecord.Entry {
    let entry = exporter.entries.entry(reference)
    return ExplanationRecord.Entry(name: entry.name, id: entry.id, location: entry.location?.description)
  }

  private var removed: [ExplanationRecord.Removed] {
    let clean = document.clean
    var removed = clean.removed.map { ExplanationRecord.Removed(reason: $0.reason, at: quote($0.span)) }
    if let dateline = clean.dateline { removed.append(.init(reason: "dateline", at: quote(dateline))) }
    if let byline = clean.byline { removed.append(.init(reason: "byline", at: quote(byline))) }
    return removed
  }

  private var date: ExplanationRecord.DateFacts? {
    document.resolved.anchor.map { anchor in
      ExplanationRecord.DateFacts(
        value: anchor.date.description, from: anchor.source.rawValue,
        at: anchor.time.map { quote(document.times[$0].span) })
    }
  }

  private func facts(_ token: Token) -> ExplanationRecord.TokenFacts {
    let parts = token.parts(in: document.text)
    let classes = token.classes.names
    return ExplanationRecord.TokenFacts(
      at: quote(token.span), kind: "\(token.kind)",
      parts: parts.count < 2
        ? nil
        : parts.map { ExplanationRecord.TokenFacts.Part(kind: $0.kind.rawValue, text: document.text.string($0.span)) },
      classes: classes.isEmpty ? nil : classes)
  }

  private func facts(_ lookup: Lookup) -> ExplanationRecord.Match {
    ExplanationRecord.Match(
      at: quote(lookup.span), type: lookup.type.rawValue, entry: entry(lookup.entry), isExact: lookup.isExact,
      isFromUser: lookup.isFromUser)
  }

  private func facts(_ index: Int, _ entity: Entity) -> ExplanationRecord.EntityFacts {
    ExplanationRecord.EntityFacts(
      id: ContractIdentifier.entity(index), type: entity.type.rawValue, name: entity.name, kind: entity.kind,
      country: entity.country, entry: entity.entry.map(entry), titles: entity.titles,
      mentions: entity.mentions.filter(document.mentions.indices.contains).map { index in
        let mention = document.mentions[index]
        return ExplanationRecord.MentionFacts(
          kind: mention.kind.rawValue, rule: mention.rule, at: quote(mention.span),
          entry: mention.entry.flatMap { $0 == entity.entry ? nil : entry($0) })
      }, why: unique(entity.provenance))
  }

  private func facts(_ index: Int, _ time: TimeExpression) -> ExplanationRecord.TimeFacts {
    let anchor: String? =
      switch time.anchor {
      case .document(let date): date.description
      case .expression(let other): ContractIdentifier.time(other)
      case nil: nil
      }
    return ExplanationRecord.TimeFacts(
      id: ContractIdentifier.time(index), type: time.kind.rawValue, rule: time.rule,
      value: time.value.isEmpty ? nil : time.value, modifier: time.modifier?.rawValue, calendar: time.calendar,
      original: time.original, anchor: anchor, at: quote(time.span))
  }

  private func facts(_ index: Int, _ quantity: Quantity) -> ExplanationRecord.QuantityFacts {
    ExplanationRecord.QuantityFacts(
      id: ContractIdentifier.quantity(index), kind: quantity.kind.rawValue, rule: quantity.rule, value: quantity.value,
      upper: quantity.upper, unit: quantity.unit, currency: quantity.currency, modifier: quantity.modifier?.code,
      at: quote(quantity.span))
  }

  private func facts(_ index: Int, _ event: Event) -> ExplanationRecord.EventFacts {
    let participants = event.participants.map {
      ExplanationRecord.Slot(
        role: $0.role, name: $0.name, by: $0.filledBy.description, entity: $0.entity.map(ContractIdentifier.entity),
        at: quote($0.span))
    }
    let places = event.places.map {
      ExplanationRecord.Slot(
        role: "place", name: $0.name, by: $0.filledBy.description, entity: $0.entity.map(ContractIdentifier.entity),
        at: nil)
    }
    return ExplanationRecord.EventFacts(
      id: ContractIdentifier.event(index), type: event.type, status: event.status.rawValue, rule: event.rule,
      ruleAt: exporter.ruleLocations[event.rule]?.description,
      confidence: (event.confidence * 100).rounded() / 100, trigger: quote(event.trigger), slots: participants + places,
      time: event.time.map {
        ExplanationRecord.EventTimeFacts(
          value: $0.value, by: $0.filledBy.description, ref: $0.reference.map(ContractIdentifier.time))
      }, action: event.action, killed: event.killed, injured: event.injured,
      casualties: event.casualties, toldAgain: event.mentions.map(quote), why: unique(event.provenance),
      evidence: quote(event.evidence))
  }

  /// What is said several times, once.
  private func unique(_ reasons: [String]) -> [String] {
    var told: Set<String> = []
    return reasons.filter { told.insert($0).inserted }
  }
}
