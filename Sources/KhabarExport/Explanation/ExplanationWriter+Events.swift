import KhabarCore

extension ExplanationWriter {
  /// Code points of an event's evidence that are shown: a long sentence.
  private static let longestEvidence = 400

  mutating func writeEvents() {
    heading("events", isEmpty: document.events.isEmpty)
    for (index, event) in document.events.enumerated() {
      outline.line(
        2,
        "\(ContractIdentifier.event(index)) \(event.type), \(event.status.rawValue), confidence "
          + decimal((event.confidence * 100).rounded() / 100))
      let location = exporter.ruleLocations[event.rule].map { ", \($0)" } ?? ""
      outline.line(3, "rule \(event.rule)\(location)")
      outline.line(3, "trigger \(quote(event.trigger))")
      writeSlots(of: event)
      writeTime(of: event)
      if let action = event.action { outline.line(3, "action \(action)") }
      if let killed = event.killed { outline.line(3, "killed \(killed)") }
      if let injured = event.injured { outline.line(3, "injured \(injured)") }
      if let casualties = event.casualties { outline.line(3, "killed or injured \(casualties)") }
      for mention in event.mentions { outline.line(3, "told again \(quote(mention))") }
      writeReasons(steps(of: event))
      outline.line(3, "evidence \(quote(event.evidence, limit: Self.longestEvidence))")
    }
  }

  /// `party E2 by subject [20,37): …`.
  private mutating func writeSlots(of event: Event) {
    for participant in event.participants {
      outline.line(
        3, "\(filler(participant.role, participant.entity, participant.filledBy)) \(quote(participant.span))")
      if let actor = participant.actor { writeActor(actor) }
    }
    for place in event.places {
      outline.line(3, "\(filler("place", place.entity, place.filledBy)): \(place.name)")
    }
  }

  /// `acts for YE, REB: kind armed-group`.
  private mutating func writeActor(_ actor: ActorCode) {
    let codes = [actor.country, actor.sector, actor.actsFor.map { "for \($0.name)" }].compactMap { $0 }
    let basis = actor.basis.isEmpty ? "" : ", by " + actor.basis.joined(separator: ", ")
    outline.line(4, "actor \(codes.joined(separator: " "))\(basis)")
  }

  private func filler(_ role: String, _ entity: Int?, _ filledBy: SlotSource) -> String {
    "\(role) \(entity.map(ContractIdentifier.entity) ?? "described") by \(filledBy)"
  }

  private mutating func writeTime(of event: Event) {
    guard let time = event.time else { return }
    guard let reference = time.reference, document.times.indices.contains(reference) else {
      outline.line(3, "time \(time.value) by \(time.filledBy)")
      return
    }
    let expression = document.times[reference]
    outline.line(
      3,
      "time \(time.value) by \(time.filledBy), \(ContractIdentifier.time(reference)) \(quote(expression.span))")
    writeResolution(of: expression, level: 4)
  }

  /// How the event came about, without the steps that its slots tell.
  private func steps(of event: Event) -> [String] {
    let slots = event.participants.map { ($0.role, $0.filledBy) } + event.places.map { ("place", $0.filledBy) }
    let told = Set(slots.map { "\($0): \($1)" })
    return event.provenance.filter { !told.contains($0) }
  }

  /// `[20,26) meeting.verb needs 2 party, has 1: التقى`.
  mutating func writeRejections() {
    let rejections = exporter.rejections(document.resolved)
    heading("rejected", isEmpty: rejections.isEmpty)
    for rejection in rejections {
      outline.line(2, "\(rejection.rule) at \(quote(rejection.trigger))")
      outline.line(3, rejection.reason)
    }
  }
}
