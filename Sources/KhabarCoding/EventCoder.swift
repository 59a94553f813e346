import KhabarCore

/// Codes assembled events: country and sector of the parties, days, how exactly places are known, CAMEO and PLOVER,
/// and how likely each slot is right.
///
/// It reads what the rules found and changes none of it but a time that can't be and a place that is only part of a
/// name.
public struct EventCoder: Stage {
  private let entries: any EntryStore
  private let sectors: SectorTable
  private let codes: CodeTable

  public init(entries: any EntryStore, sectors: SectorTable, codes: CodeTable) {
    self.entries = entries
    self.sectors = sectors
    self.codes = codes
  }

  public func process(_ input: AssembledDocument) throws -> AssembledDocument {
    guard !input.events.isEmpty else { return input }
    let actors = ActorCoder(document: input, entries: entries, sectors: sectors)
    let places = PlaceCoder(document: input, sectors: sectors)
    let times = TimeCoder(document: input)
    let events = input.events.map { event in
      var event = event
      for index in event.participants.indices {
        event.participants[index].actor = actors.code(event.participants[index])
        event.participants[index].confidence = SlotConfidence.party(event.participants[index], in: input)
      }
      event.time = times.time(of: event)
      if let time = event.time { event.time?.confidence = SlotConfidence.time(time) }
      event.places = places.places(of: event)
      for index in event.places.indices {
        event.places[index].confidence = SlotConfidence.place(event.places[index])
      }
      event.code = code(of: event, input)
      event.isSport = isSport(event, input)
      return event
    }
    return AssembledDocument(resolved: input.resolved, events: events, warnings: input.warnings)
  }

  /// Whether clubs or players take part, or words of sport stand in the evidence.
  private func isSport(_ event: Event, _ document: AssembledDocument) -> Bool {
    let takesPart = event.participants.contains { participant in
      guard let entity = participant.entity.map({ document.entities[$0] }) else { return false }
      if entity.kind == "club" { return true }
      let role = entity.identity?.features.first { $0.name == "role" }?.value
      return role == "sport" || role == "athlete"
    }
    return takesPart || document.tokens(in: event.evidence).contains { sectors.isSport($0) }
  }

  private func code(of event: Event, _ document: AssembledDocument) -> EventCode {
    let triggers = ([event.trigger] + event.mentions).flatMap { document.tokens(in: $0) }
    var code =
      codes.code(of: event, triggers: triggers, evidence: document.tokens(in: event.evidence)) ?? EventCode()
    code.cameo = code.cameo ?? event.cameo
    code.plover = code.plover ?? event.plover
    return code
  }
}

extension AssembledDocument {
  fileprivate func tokens(in span: TextSpan<CleanBytes>) -> ArraySlice<Token> {
    let first = tokens.partitionPoint { $0.span.upperBound <= span.lowerBound }
    return tokens[first...].prefix { $0.span.start < span.end }
  }
}
