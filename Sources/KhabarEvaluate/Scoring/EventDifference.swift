import KhabarCore
import KhabarRecords

/// One event in which two records of a document differ, for a reader.
public struct EventDifference: Codable, Sendable, Equatable {
  /// How they differ.
  public enum Kind: String, Codable, Sendable {
    /// In the first record alone: missed.
    case missing
    /// In the second record alone: a false alarm.
    case additional
    /// In both, with other details.
    case different
  }

  /// How they differ.
  public var kind: Kind
  /// Id of the document.
  public var document: String
  /// Type of the event.
  public var type: EventType
  /// The trigger's words.
  public var trigger: String
  /// Code points.
  public var start: Int
  /// Code points, the first behind the trigger.
  public var end: Int
  /// The event as the record says it that has it: `party سامح شكري; day 2024-02-14`.
  public var details: [String]
  /// What is not the same, such as `day 2024-02-14 instead of 2024-02-15`.
  public var faults: [String]
  /// The rule that made the second record's event.
  public var rule: String?

  init(miss event: ScoredEvent, document: String) { self.init(.missing, event, document) }
  init(falseAlarm event: ScoredEvent, document: String) { self.init(.additional, event, document) }

  /// The faults are empty when nothing differs.
  init(wanted: ScoredEvent, made: ScoredEvent, document: String) {
    self.init(.different, made, document)
    faults = Self.faults(wanted, made)
  }

  private init(_ kind: Kind, _ event: ScoredEvent, _ document: String) {
    self.kind = kind
    self.document = document
    type = event.type
    trigger = event.event.trigger.text ?? ""
    start = event.event.trigger.start
    end = event.event.trigger.end
    faults = []
    rule = event.event.rule
    details = event.parties.map { "\($0.role) \($0.names.name)" } + event.places.map { "place \($0.name)" }
    if let day = event.day { details.append("day \(day)") }
    if event.event.status != "occurred" { details.append(event.event.status) }
  }

  private static func faults(_ wanted: ScoredEvent, _ made: ScoredEvent) -> [String] {
    var faults: [String] = []
    var rest = made.core
    for party in wanted.core {
      if let match = rest.firstIndex(where: { $0.role == party.role && party.names.isSame(as: $0.names) }) {
        rest.remove(at: match)
      } else if let match = rest.firstIndex(where: { party.names.isSame(as: $0.names) }) {
        faults.append("\(party.names.name) is \(rest[match].role) instead of \(party.role)")
        rest.remove(at: match)
      } else {
        faults.append("lacks \(party.role) \(party.names.name)")
      }
    }
    for party in rest { faults.append("has \(party.role) \(party.names.name) too much") }
    if wanted.day != made.day {
      faults.append("day \(made.day ?? "none") instead of \(wanted.day ?? "none")")
    }
    if !EventPairing.isFirstPlaceRight(wanted, made) {
      let places = made.places.map(\.name).joined(separator: ", ")
      faults.append("place \(places.isEmpty ? "none" : places) instead of \(wanted.places.first?.name ?? "none")")
    }
    if wanted.event.status != made.event.status {
      faults.append("\(made.event.status) instead of \(wanted.event.status)")
    }
    for (name, path) in [("killed", \Record.Event.killed), ("injured", \Record.Event.injured)] {
      let (want, got) = (wanted.event[keyPath: path], made.event[keyPath: path])
      if want != got {
        faults.append("\(name) \(got.map(String.init) ?? "none") instead of \(want.map(String.init) ?? "none")")
      }
    }
    return faults
  }
}

extension EventDifference: CustomStringConvertible {
  /// Two lines, or three: what and where; the event; how it differs.
  public var description: String {
    let word =
      switch kind {
      case .missing: "missing"
      case .additional: "additional"
      case .different: "different"
      }
    let by = rule.map { ", rule \($0)" } ?? ""
    var lines = ["\(word) \(type) in \(document) at [\(start),\(end))\(by): \(trigger)"]
    if !details.isEmpty { lines.append("  " + details.joined(separator: "; ")) }
    lines += faults.map { "  - " + $0 }
    return lines.joined(separator: "\n")
  }
}
