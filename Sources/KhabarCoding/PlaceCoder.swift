import KhabarCore

/// Says where the places of an event are named and how exactly they are known.
struct PlaceCoder {
  let document: AssembledDocument
  let sectors: SectorTable

  /// The places of an event, those that only lend a street their name taken for what they are. What the map does not
  /// have lies in the place that is named beside it: a market, in Beirut.
  func places(of event: Event) -> [EventPlace] {
    var places = coded(event)
    let around = places.lazy.compactMap(\.entity).first(where: isOnMap)
    for index in places.indices where places[index].within == nil && mayLie(places[index], in: around) {
      places[index].within = around
    }
    return places
  }

  /// A place that the map does not have, of no other country.
  private func mayLie(_ place: EventPlace, in around: EntityID?) -> Bool {
    guard let around, let own = place.entity else { return true }
    let country = document.entities[own].country
    return !isOnMap(own) && (country == nil || country == document.entities[around].country)
  }

  private func isOnMap(_ entity: EntityID) -> Bool { document.entities[entity].identity?.coordinates != nil }

  private func coded(_ event: Event) -> [EventPlace] {
    event.places.map { place in
      guard let index = place.entity else { return described(place, in: event) }
      let entity = document.entities[index]
      var coded = place
      let mention = nearest(entity, to: event)
      coded.span = mention?.span
      if let mention, let street = street(before: mention) {
        coded = EventPlace(
          entity: nil, name: document.text.string(street.union(mention.span)), filledBy: place.filledBy)
        coded.span = street.union(mention.span)
        coded.precision = .point
        return coded
      }
      coded.precision = precision(of: entity)
      return coded
    }
  }

  private func precision(of entity: Entity) -> PlacePrecision? {
    guard entity.type == .place else { return .point }
    switch entity.kind {
    case "country": return .country
    case "region", "water", "sea": return .region
    case "city", "district": return .town
    case nil: return nil
    default: return .point
    }
  }

  /// The mention inside the event's evidence, else the one nearest to its trigger.
  private func nearest(_ entity: Entity, to event: Event) -> Mention? {
    let mentions = entity.mentions.map { document.mentions[$0] }
    let inside = mentions.filter { event.evidence.contains($0.span) }
    return (inside.isEmpty ? mentions : inside).min {
      abs($0.span.lowerBound - event.trigger.lowerBound) < abs($1.span.lowerBound - event.trigger.lowerBound)
    }
  }

  /// A place that is only described: found by its words in the evidence.
  private func described(_ place: EventPlace, in event: Event) -> EventPlace {
    var coded = place
    coded.precision = .point
    coded.span = span(of: place.name, in: event.evidence)
    fillSurroundings(of: &coded)
    return coded
  }

  private func span(of text: String, in evidence: TextSpan<CleanBytes>) -> TextSpan<CleanBytes>? {
    let name = Array(text.utf8)
    let bytes = document.text.bytes
    let range = evidence.range.clamped(to: 0..<bytes.count)
    guard let first = name.first, range.count >= name.count else { return nil }
    let start = (range.lowerBound...(range.upperBound - name.count)).first {
      bytes[$0] == first && bytes[$0..<($0 + name.count)].elementsEqual(name)
    }
    return start.map { TextSpan($0, $0 + name.count) }
  }

  /// The north of Iraq is a region, a market in Beirut a point of it.
  private func fillSurroundings(of place: inout EventPlace) {
    guard let span = place.span else { return }
    let first = document.mentions.partitionPoint { $0.span.start < span.start }
    let inside = document.mentions[first...].prefix { $0.span.start < span.end }
      .first { $0.type == .place && $0.entity != nil && $0.span.end <= span.end }
    guard let index = inside?.entity else { return }
    place.within = index
    let entity = document.entities[index]
    if entity.kind == "country" || entity.kind == "region" { place.precision = .region }
  }

  /// The word right before a town's name that makes it another place's name.
  private func street(before mention: Mention) -> TextSpan<CleanBytes>? {
    let index = mention.tokens.lowerBound - 1
    guard index >= 0, mention.span.start == document.tokens[mention.tokens.lowerBound].span.start else { return nil }
    let token = document.tokens[index]
    guard token.isWord, !token.isDefinite, sectors.isStreet(token) else { return nil }
    let span = token.span
    return TextSpan(document.stemStart(of: token), span.upperBound)
  }
}

extension AssembledDocument {
  /// Where a token begins without what is written before it.
  fileprivate func stemStart(of token: Token) -> Int {
    token.parts(in: text).first { $0.kind == .stem }?.span.lowerBound ?? token.span.lowerBound
  }
}
