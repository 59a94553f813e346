import KhabarCore

/// Reads the cells of tables from a document. A value that is not known is an empty cell.
struct TableReader {
  let document: AssembledDocument
  let spans: ContractSpans

  init(_ document: AssembledDocument) {
    self.document = document
    spans = ContractSpans(document)
  }

  private var id: String { document.info.id }
  private var date: String { document.resolved.anchor?.date.description ?? "" }

  func event(_ index: Int) -> [String] {
    let event = document.events[index]
    let days = self.days(of: event)
    let evidence = spans.points(of: event.evidence)
    let cells: [[String]] = [
      [
        id, date, ContractIdentifier.event(index), event.type.rawValue, event.isSport ? "sport" : "",
        event.action ?? "",
      ],
      [event.status.rawValue, hundredths(event.confidence), days.from, days.to, days.basis],
      place(event.places.first),
      [event.killed.map(String.init) ?? "", event.injured.map(String.init) ?? ""],
      [event.casualties.map(String.init) ?? ""],
      code(event.code),
      [
        event.participants.map { "\($0.role):\($0.name)" }.joined(separator: "|"),
        event.participants.compactMap { key($0.entity) }.joined(separator: "|"),
      ],
      [text(event.trigger), event.rule, String(evidence.lowerBound), String(evidence.upperBound)],
      [text(event.evidence), document.info.url ?? document.info.source ?? ""],
    ]
    return cells.flatMap { $0 }
  }

  func participants(_ index: Int) -> [[String]] {
    let event = document.events[index]
    return event.participants.map { participant in
      let entity = participant.entity.map { document.entities[$0] }
      let span = spans.points(of: participant.span)
      let cells: [[String]] = [
        [
          id, ContractIdentifier.event(index), event.type.rawValue, event.status.rawValue, participant.role.rawValue,
          participant.name,
        ],
        [
          participant.entity.map(ContractIdentifier.entity) ?? "", entity?.type.rawValue ?? "",
          key(participant.entity) ?? "", entity?.identity?.canonical ?? "", entity?.label?.text ?? "",
        ],
        actor(participant.actor),
        [hundredths(participant.confidence), String(span.lowerBound), String(span.upperBound)],
      ]
      return cells.flatMap { $0 }
    }
  }

  func entity(_ index: EntityID) -> [String] {
    let entity = document.entities[index]
    let identity = entity.identity
    return [
      id, ContractIdentifier.entity(index), entity.type.rawValue, entity.kind ?? "", entity.name, key(index) ?? "",
      identity?.canonical ?? "", entity.label?.text ?? "", entity.label?.source.rawValue ?? "", entity.country ?? "",
      identity?.coordinates.map { "\($0.latitude)" } ?? "", identity?.coordinates.map { "\($0.longitude)" } ?? "",
      identity?.admin1 ?? "", identity?.ids.joined(separator: "|") ?? "", entity.titles.joined(separator: "|"),
      String(entity.mentions.count),
      identity?.features.map { "\($0.name)=\($0.value)" }.joined(separator: "|") ?? "",
    ]
  }

  func mentions(_ index: EntityID) -> [[String]] {
    document.entities[index].mentions.map { number in
      let mention = document.mentions[number]
      let span = spans.points(of: mention.span)
      return [
        id, ContractIdentifier.entity(index), mention.type.rawValue, mention.kind.rawValue, String(span.lowerBound),
        String(span.upperBound), text(mention.span),
      ]
    }
  }

  func time(_ index: TimeID) -> [String] {
    let time = document.times[index]
    let span = spans.points(of: time.span)
    let anchor =
      switch time.anchor {
      case .document(let date): date.description
      case .expression(let other): ContractIdentifier.time(other)
      case nil: ""
      }
    return [
      id, ContractIdentifier.time(index), time.kind.rawValue, time.value, time.modifier?.rawValue ?? "", anchor,
      time.days?.lowerBound.description ?? "", time.days?.upperBound.description ?? "", String(span.lowerBound),
      String(span.upperBound), text(time.span),
    ]
  }

  // MARK: Parts of rows

  /// An event without a time happened before its report, or is to happen after it.
  func days(of event: Event) -> (from: String, to: String, basis: String) {
    if let days = event.time?.days {
      return (days.lowerBound.description, days.upperBound.description, event.time?.basis?.rawValue ?? "")
    }
    if let time = event.time { return (time.value, time.value, event.time?.basis?.rawValue ?? "") }
    guard !date.isEmpty else { return ("", "", "") }
    return event.status == .planned ? (date, "", "report") : ("", date, "report")
  }

  private func place(_ place: EventPlace?) -> [String] {
    guard let place else { return Array(repeating: "", count: 9) }
    let entity = document.location(of: place)
    let label = place.entity.flatMap { document.entities[$0].label?.text }
    return [
      place.name, key(place.entity) ?? "", label ?? "",
      entity?.identity?.coordinates.map { "\($0.latitude)" } ?? "",
      entity?.identity?.coordinates.map { "\($0.longitude)" } ?? "", place.precision?.rawValue ?? "",
      entity?.identity?.admin1 ?? "", entity?.country ?? "", entity?.country.flatMap(CountryCode.alpha3) ?? "",
    ]
  }

  private func code(_ code: EventCode?) -> [String] {
    [
      code?.cameo ?? "", code?.plover ?? "", code?.mode ?? "", code?.context ?? "", code?.quad.map(String.init) ?? "",
    ]
  }

  private func actor(_ actor: ActorCode?) -> [String] {
    [
      actor?.country ?? "", actor?.country.flatMap(CountryCode.alpha3) ?? "", actor?.sector ?? "",
      actor?.actsFor?.name ?? "", actor?.actsFor?.key ?? "",
    ]
  }

  func key(_ index: EntityID?) -> String? {
    guard let index else { return nil }
    return document.entities[index].identity?.key ?? document.entities[index].nameKey
  }

  func text(_ span: TextSpan<CleanBytes>) -> String {
    String(decoding: spans.source[spans.sourceSpan(of: span).range], as: UTF8.self)
  }

  private func hundredths(_ value: Double?) -> String { value.map { "\(($0 * 100).rounded() / 100)" } ?? "" }
}
