import KhabarCore

extension EventMerger {
  /// The dateline's city, of what has happened and is told without a place: where a rule asks for it, or where somebody
  /// of the city's country met somebody of another.
  func places(ofDateline main: EventCandidate, _ status: EventStatus, _ told: ToldParties) -> [EventPlace] {
    guard status == .occurred, let place = datelinePlace,
      main.rule.takesDateline || main.rule.event.traits.contains(.hosted) && isHost(place, of: main.rule.event, told)
    else { return [] }
    return [place]
  }

  /// Whether one of the core participants is of a place's country, and another of another.
  private func isHost(_ place: EventPlace, of event: CompiledEvent, _ told: ToldParties) -> Bool {
    guard let country = place.entity.flatMap({ document.entities[$0].country }) else { return false }
    let countries = zip(told.parties, told.keys).filter { event.isCore($0.0.role) }.compactMap(\.1.country)
    return countries.contains(country) && countries.contains { $0 != country }
  }

  /// The city that the dateline names.
  private var datelinePlace: EventPlace? {
    guard let dateline = document.dateline else { return nil }
    let place = document.mentions.first { $0.type == .place && dateline.contains(document.text.source(of: $0.span)) }
    guard let entity = place?.entity else { return nil }
    return EventPlace(entity: entity, name: document.entities[entity].name, filledBy: .dateline)
  }
}
