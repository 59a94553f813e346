extension ExplanationWriter {
  /// Code points of an event's evidence that are shown: a long sentence.
  private static let longestEvidence = 400

  mutating func writeEvents() {
    let events = record.events ?? []
    heading("events", isEmpty: events.isEmpty)
    for event in events {
      outline.line(2, "\(event.id) \(event.type), \(event.status), confidence \(decimal(event.confidence))")
      outline.line(3, "rule \(event.rule)" + (event.ruleAt.map { ", \($0)" } ?? ""))
      outline.line(3, "trigger \(quote(event.trigger))")
      for slot in event.slots { write(slot) }
      if let time = event.time { write(time) }
      if let action = event.action { outline.line(3, "action \(action)") }
      if let killed = event.killed { outline.line(3, "killed \(killed)") }
      if let injured = event.injured { outline.line(3, "injured \(injured)") }
      if let casualties = event.casualties { outline.line(3, "killed or injured \(casualties)") }
      for mention in event.toldAgain { outline.line(3, "told again \(quote(mention))") }
      writeReasons(event.why)
      outline.line(3, "evidence \(quote(event.evidence, limit: Self.longestEvidence))")
    }
  }

  /// `party E2 by subject [20,37): …`, and for whom it acts.
  private mutating func write(_ slot: ExplanationRecord.Slot) {
    let filler = "\(slot.role) \(slot.entity ?? "described") by \(slot.by)"
    outline.line(3, slot.at.map { "\(filler) \(quote($0))" } ?? "\(filler): \(slot.name)")
    guard let actor = slot.actor else { return }
    let codes = [actor.country, actor.sector, actor.actsFor.map { "for \($0)" }].compactMap { $0 }
    let basis = actor.basis.isEmpty ? "" : ", by " + actor.basis.joined(separator: ", ")
    outline.line(4, "actor \(codes.joined(separator: " "))\(basis)")
  }

  private mutating func write(_ time: ExplanationRecord.EventTimeFacts) {
    let line = "time \(time.value) by \(time.by)"
    outline.line(3, time.expression.map { "\(line), \($0.id) \(quote($0.at))" } ?? line)
    if let expression = time.expression { writeResolution(of: expression, level: 4) }
  }

  /// Rules at their words, what came of them, and what says more of it.
  mutating func write(_ name: String, _ trials: [ExplanationRecord.TrialFacts]) {
    heading(name, isEmpty: trials.isEmpty)
    for trial in trials {
      outline.line(2, trial.rule + (trial.trigger.map { " at \(quote($0))" } ?? ""))
      if let location = trial.ruleAt { outline.line(3, "rule \(location)") }
      outline.line(3, trial.reason)
      for finding in trial.findings ?? [] {
        outline.line(4, finding.fact + (finding.at.map { " \(quote($0))" } ?? ""))
      }
    }
  }
}
