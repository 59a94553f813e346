import KhabarCore

/// Gathers an explanation's facts from a document.
struct ExplanationReader {
  let document: AssembledDocument
  let exporter: ExplanationExporter
  let spans: ContractSpans

  typealias Record = ExplanationRecord

  init(_ document: AssembledDocument, _ exporter: ExplanationExporter) {
    self.document = document
    self.exporter = exporter
    spans = ContractSpans(document)
  }

  func record() -> Record {
    let info = document.info
    var record = Record(
      document: Record.DocumentFacts(
        id: info.id, source: info.source, title: info.title, pipeline: exporter.options.pipeline,
        characters: spans.count, warnings: document.allWarnings))
    for section in exporter.sections {
      switch section {
      case .removed: record.removed = removed
      case .text: record.text = String(decoding: document.text.bytes, as: UTF8.self)
      case .tokens: record.tokens = document.tokens.map(facts)
      case .matches: record.matches = document.resolved.recognized.matched.lookups.map(facts)
      case .syntax: record.sentences = sentences
      case .date: record.date = date
      case .entities:
        record.entities = zip(document.entities.ids, document.entities).map(facts)
        record.references = references
      case .times:
        record.times = document.times.ids.map(time)
        record.quantities = document.quantities.enumerated().map(facts)
      case .events: record.events = document.events.enumerated().map(facts)
      case .rejected: record.rejected = trials(of: nil).filter { $0.outcome == .rejected }
      }
    }
    record.trials = exporter.rules.map { trials(of: $0) }
    return record
  }

  // MARK: - What sections share

  func quote(_ span: TextSpan<SourceBytes>) -> Record.Quote {
    let points = spans.points(of: span)
    return Record.Quote(
      start: points.lowerBound, end: points.upperBound, text: String(decoding: spans.source[span.range], as: UTF8.self))
  }

  func quote(_ span: TextSpan<CleanBytes>) -> Record.Quote { quote(spans.sourceSpan(of: span)) }

  func entry(_ reference: EntryReference) -> Record.Entry {
    let entry = exporter.entries.entry(reference)
    return Record.Entry(name: entry.name, id: entry.id, location: entry.location?.description)
  }

  /// What is said several times, once.
  func unique(_ reasons: [String]) -> [String] {
    var told: Set<String> = []
    return reasons.filter { told.insert($0).inserted }
  }

  // MARK: - Stages

  private var removed: [Record.Removed] {
    let clean = document.clean
    var removed = clean.removed.map { Record.Removed(reason: $0.reason, isKept: false, at: quote($0.span)) }
    if let dateline = clean.dateline { removed.append(.init(reason: "dateline", isKept: true, at: quote(dateline))) }
    if let byline = clean.byline { removed.append(.init(reason: "byline", isKept: true, at: quote(byline))) }
    return removed
  }

  private var date: Record.DateFacts? {
    document.resolved.anchor.map { anchor in
      let words =
        switch anchor.source {
        case .option: "option, given for the run"
        case .metadata: "metadata of the record or page"
        case .file: "file, by its name"
        case .text: "text"
        }
      return Record.DateFacts(
        value: anchor.date.description, secondOfDay: anchor.secondOfDay, from: anchor.source.rawValue, fromText: words,
        ref: anchor.time.map(ContractIdentifier.time), at: anchor.time.map { quote(document.times[$0].span) })
    }
  }

  private func facts(_ token: Token) -> Record.TokenFacts {
    let parts = token.parts(in: document.text)
    let classes = token.classes.names
    return Record.TokenFacts(
      at: quote(token.span), kind: "\(token.kind)",
      parts: parts.count < 2
        ? nil
        : parts.map { Record.TokenFacts.Part(kind: $0.kind.rawValue, text: document.text.string($0.span)) },
      classes: classes.isEmpty ? nil : classes)
  }

  private func facts(_ lookup: Lookup) -> Record.Match {
    Record.Match(
      at: quote(lookup.span), type: lookup.type.rawValue, entry: entry(lookup.entry), isExact: lookup.isExact,
      isFromUser: lookup.isFromUser)
  }

  // MARK: - Entities

  private func facts(_ index: EntityID, _ entity: Entity) -> Record.EntityFacts {
    Record.EntityFacts(
      id: ContractIdentifier.entity(index), type: entity.type.rawValue, name: entity.name, kind: entity.kind,
      country: entity.country, entry: entity.entry.map(entry), key: entity.identity?.key ?? entity.nameKey,
      labelEn: entity.label.flatMap { $0.source == .list ? $0.text : nil }, titles: entity.titles,
      mentions: entity.mentions.filter { $0.int < document.mentions.count }.map { index in
        let mention = document.mentions[index]
        return Record.MentionFacts(
          kind: mention.kind.rawValue, rule: mention.rule, at: quote(mention.span),
          entry: mention.entry.flatMap { $0 == entity.entry ? nil : entry($0) })
      }, why: unique(entity.provenance))
  }

  private var references: [Record.ReferenceFacts] {
    document.mentions.filter { !$0.members.isEmpty || isOutside($0) }.map { mention in
      let entities = mention.members.isEmpty ? mention.entity.map { [$0] } ?? [] : mention.members
      return Record.ReferenceFacts(
        entities: entities.map(ContractIdentifier.entity), kind: mention.kind.rawValue, rule: mention.rule,
        at: quote(mention.span))
    }
  }

  /// Points to an entity without being one of its mentions: a description that repeats a name.
  private func isOutside(_ mention: Mention) -> Bool {
    mention.entity != nil && (mention.kind == .description || mention.kind == .collective)
  }

  // MARK: - Times

  func time(_ index: TimeID) -> Record.TimeFacts {
    let time = document.times[index]
    let anchor: Record.Anchor? =
      switch time.anchor {
      case .document(let date): .date(date.description)
      case .expression(let other): .time(ContractIdentifier.time(other))
      case nil: nil
      }
    return Record.TimeFacts(
      id: ContractIdentifier.time(index), type: time.kind.rawValue, rule: time.rule,
      value: time.value.isEmpty ? nil : time.value, modifier: time.modifier?.rawValue, calendar: time.calendar,
      original: time.original, anchor: anchor, at: quote(time.span))
  }

  private func facts(_ index: Int, _ quantity: Quantity) -> Record.QuantityFacts {
    Record.QuantityFacts(
      id: ContractIdentifier.quantity(index), kind: quantity.kind.rawValue, rule: quantity.rule, value: quantity.value,
      upper: quantity.upper, unit: quantity.unit, currency: quantity.currency, modifier: quantity.modifier?.code,
      at: quote(quantity.span))
  }
}
