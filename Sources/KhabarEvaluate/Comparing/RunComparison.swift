import KhabarRecords

/// What changed between two runs over the same documents, event by event: for a new version, another list, an edited
/// rule.
public struct RunComparison: Sendable {
  /// Events of the first run that the second lacks, of the second that the first lacks, and that both have with other
  /// details.
  public private(set) var differences: [EventDifference] = []
  /// Events that are the same.
  public private(set) var same = 0
  /// Documents of both runs.
  public private(set) var documents = 0
  /// Documents that one run alone has.
  public private(set) var onlyFirst: [String] = []
  /// Documents that the second run alone has.
  public private(set) var onlySecond: [String] = []

  /// True when the runs say the same of every event.
  public var isEmpty: Bool { differences.isEmpty && onlyFirst.isEmpty && onlySecond.isEmpty }

  public init(_ first: [Record], _ second: [Record], _ settings: EvaluationSettings) {
    let others = Dictionary(second.map { ($0.document.id, $0) }, uniquingKeysWith: { $1 })
    var seen: Set<String> = []
    for record in first where seen.insert(record.document.id).inserted {
      guard let other = others[record.document.id] else {
        onlyFirst.append(record.document.id)
        continue
      }
      documents += 1
      compare(record, other, settings)
    }
    onlySecond = second.map(\.document.id).filter { !seen.contains($0) }
  }

  /// How many differences of a kind there are.
  public func count(_ kind: EventDifference.Kind) -> Int { differences.count { $0.kind == kind } }

  private mutating func compare(_ first: Record, _ second: Record, _ settings: EvaluationSettings) {
    let types = settings.eventTypes
    func events(_ record: Record) -> [ScoredEvent] {
      record.events.filter { types?.contains($0.type) ?? true }
        .map { ScoredEvent(predicted: $0, in: record, settings) }
    }
    let (old, new) = (events(first), events(second))
    let pairing = EventPairing(gold: old, predicted: new)
    for (event, partner) in zip(old, pairing.predictedOfGold) {
      guard let partner else {
        differences.append(EventDifference(miss: event, document: first.document.id))
        continue
      }
      let difference = EventDifference(wanted: event, made: new[partner], document: first.document.id)
      if difference.faults.isEmpty { same += 1 } else { differences.append(difference) }
    }
    for (event, partner) in zip(new, pairing.goldOfPredicted) where partner == nil {
      differences.append(EventDifference(falseAlarm: event, document: first.document.id))
    }
  }
}
