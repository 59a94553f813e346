import KhabarCore

extension ContractWriter where Sink: ~Copyable {
  mutating func writeEvents() {
    sink.beginList("events")
    for (index, event) in document.events.enumerated() {
      sink.beginObject("event", isLeaf: false)
      sink.string("id", ContractIdentifier.event(index))
      sink.string("type", event.type.rawValue)
      sink.string("plover", event.plover)
      sink.string("cameo", event.cameo)
      sink.string("status", event.status.rawValue)
      sink.string("action", event.action)
      if let killed = event.killed { sink.integer("killed", killed) }
      if let injured = event.injured { sink.integer("injured", injured) }
      if let casualties = event.casualties { sink.integer("casualties", casualties) }
      sink.string("rule", event.rule)
      if givesReasons { sink.string("ruleAt", options.ruleLocations[event.rule]?.description) }
      if event.isSport { sink.string("topic", "sport") }
      sink.string("reportedOn", document.resolved.anchor?.date.description)
      writeConfidence(event.confidence)
      writeSpan("trigger", event.trigger)
      writeParticipants(event.participants)
      if let time = event.time {
        sink.beginObject("time", isLeaf: true)
        sink.string("value", time.value)
        if let reference = time.reference { sink.string("ref", ContractIdentifier.time(reference)) }
        if let days = time.days {
          sink.string("from", days.lowerBound.description)
          sink.string("to", days.upperBound.description)
        }
        sink.string("basis", time.basis?.rawValue)
        writeConfidence(time.confidence)
        if givesReasons { sink.string("by", time.filledBy.description) }
        sink.endObject()
      }
      writePlaces(event.places)
      if !event.mentions.isEmpty {
        sink.beginList("mentions")
        for mention in event.mentions { writeSpan("mention", mention) }
        sink.endList()
      }
      let evidence = spans.points(of: event.evidence)
      sink.beginObject("evidence", isLeaf: true)
      sink.integer("start", evidence.lowerBound)
      sink.integer("end", evidence.upperBound)
      sink.endObject()
      writeCode(event.code)
      sink.endObject()
    }
    sink.endList()
  }

  private mutating func writeParticipants(_ participants: [Participant]) {
    guard !participants.isEmpty else { return }
    sink.beginList("participants")
    for participant in participants {
      sink.beginObject("participant", isLeaf: true)
      sink.string("role", participant.role.rawValue)
      if let entity = participant.entity { sink.string("entity", ContractIdentifier.entity(entity)) }
      sink.string("name", participant.name)
      writePoints(participant.span)
      if let actor = participant.actor {
        sink.string("country", actor.country)
        sink.string("country3", actor.country.flatMap(CountryCode.alpha3))
        sink.string("sector", actor.sector)
        sink.string("for", actor.actsFor?.name)
        sink.string("forKey", actor.actsFor?.key)
      }
      writeConfidence(participant.confidence)
      if givesReasons { sink.string("by", participant.filledBy.description) }
      sink.endObject()
    }
    sink.endList()
  }

  private mutating func writeCode(_ code: EventCode?) {
    guard let code, code != EventCode() else { return }
    sink.beginObject("code", isLeaf: true)
    sink.string("cameo", code.cameo)
    sink.string("plover", code.plover)
    sink.string("mode", code.mode)
    sink.string("context", code.context)
    if let quad = code.quad { sink.integer("quad", quad) }
    sink.endObject()
  }

  private var givesReasons: Bool { options.include.contains(.reasons) }

  /// A probability in hundredths.
  private mutating func writeConfidence(_ confidence: Double?) {
    if let confidence { sink.number("confidence", (confidence * 100).rounded() / 100) }
  }

  private mutating func writePlaces(_ places: [EventPlace]) {
    guard !places.isEmpty else { return }
    sink.beginList("places")
    for place in places {
      sink.beginObject("place", isLeaf: true)
      if let entity = place.entity { sink.string("entity", ContractIdentifier.entity(entity)) }
      sink.string("name", place.name)
      if let span = place.span { writePoints(span) }
      if let entity = document.location(of: place) {
        if let coordinates = entity.identity?.coordinates {
          sink.number("latitude", coordinates.latitude)
          sink.number("longitude", coordinates.longitude)
        }
        sink.string("admin1", entity.identity?.admin1)
        sink.string("country", entity.country)
        sink.string("country3", entity.country.flatMap(CountryCode.alpha3))
      }
      sink.string("precision", place.precision?.rawValue)
      writeConfidence(place.confidence)
      if givesReasons { sink.string("by", place.filledBy.description) }
      sink.endObject()
    }
    sink.endList()
  }
}
