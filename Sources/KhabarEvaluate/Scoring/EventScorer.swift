import KhabarCore
import KhabarRecords

/// Scores the events of one document.
///
/// `found`: type and happening are right. `core`: found, with exactly the gold's core participants in their roles.
/// `full`: core, and the date, the first place and the status are right. `who`, `when`, `where`: core participants,
/// dates and places of all events. `role …`: participants in one role, core or not.
struct EventScorer {
  let settings: EvaluationSettings
  /// The types that are judged in this document.
  let types: Set<EventType>

  func score(
    gold: Record, predicted: Record?, into tallies: inout DocumentTallies
  ) -> [EventDifference] {
    let text = (gold.text ?? predicted?.text).map(SourceText.init)
    let wanted = gold.events.filter { types.contains($0.type) }
      .map { ScoredEvent(gold: $0, in: gold, text: text, settings) }
    let made = (predicted?.events ?? []).filter { types.contains($0.type) }
      .map { ScoredEvent(predicted: $0, in: predicted!, settings) }
    let pairing = EventPairing(gold: wanted, predicted: made)
    var differences: [EventDifference] = []
    for (event, partner) in zip(made, pairing.goldOfPredicted) {
      if let partner, wanted[partner].isUnsure { continue }
      count(event, of: \.predicted, into: &tallies)
      if partner == nil { differences.append(EventDifference(falseAlarm: event, document: gold.document.id)) }
    }
    for (event, partner) in zip(wanted, pairing.predictedOfGold) where !event.isUnsure {
      count(event, of: \.gold, into: &tallies)
      guard let partner else {
        differences.append(EventDifference(miss: event, document: gold.document.id))
        continue
      }
      compare(event, made[partner], into: &tallies)
      let difference = EventDifference(wanted: event, made: made[partner], document: gold.document.id)
      if !difference.faults.isEmpty { differences.append(difference) }
    }
    return differences
  }

  /// Counts an event and its arguments as wanted or predicted.
  private func count(
    _ event: ScoredEvent, of side: WritableKeyPath<Tally, Int>, into tallies: inout DocumentTallies
  ) {
    func add(_ name: String, _ count: Int) {
      var tally = Tally()
      tally[keyPath: side] = count
      tallies.add(.events, event.type.rawValue, name, tally)
    }
    for name in EventMeasure.wholes { add(name, 1) }
    add(EventMeasure.who, event.core.count)
    add(EventMeasure.when, event.day == nil ? 0 : 1)
    add(EventMeasure.where, event.places.count)
    for party in event.parties { add(EventMeasure.role(party.role), 1) }
  }

  /// Counts what is right in a pair.
  private func compare(_ gold: ScoredEvent, _ predicted: ScoredEvent, into tallies: inout DocumentTallies) {
    func add(_ name: String, _ count: Int) { tallies.add(.events, gold.type.rawValue, name, Tally(right: count)) }
    let who = EventPairing.pairs(gold.core, predicted.core, inRoles: true)
    let isCore = who == gold.core.count && who == predicted.core.count
    let isDated = gold.day == predicted.day
    let isFull =
      isCore && isDated && EventPairing.isFirstPlaceRight(gold, predicted)
      && gold.event.status == predicted.event.status
    add(EventMeasure.found, 1)
    add(EventMeasure.core, isCore ? 1 : 0)
    add(EventMeasure.full, isFull ? 1 : 0)
    add(EventMeasure.who, who)
    add(EventMeasure.when, isDated && gold.day != nil ? 1 : 0)
    add(EventMeasure.where, gold.places.count { place in predicted.places.contains(where: place.isSame) })
    for role in Set(gold.parties.map(\.role)) {
      let right = EventPairing.pairs(
        gold.parties.filter { $0.role == role }, predicted.parties.filter { $0.role == role }, inRoles: true)
      add(EventMeasure.role(role), right)
    }
  }
}

/// The names of the measures of events.
enum EventMeasure {
  static let (found, core, full) = ("found", "core", "full")
  static let (who, when, `where`) = ("who", "when", "where")
  static let wholes = [found, core, full]
  static let arguments = [who, when, `where`]
  private static let rolePrefix = "role "

  static func role(_ role: Role) -> String { rolePrefix + role.rawValue }
  static func isRole(_ name: String) -> Bool { name.hasPrefix(rolePrefix) }
}
