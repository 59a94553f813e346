import KhabarCore
import KhabarRecords

/// Scores a run against gold: entities, times and events, over all documents of the gold.
public struct Evaluation: Sendable {
  /// The figures of one measure.
  public struct Figure: Sendable, Equatable {
    /// What was counted.
    public var tally: Tally
    /// The 95 % interval of F1, by the bootstrap over documents.
    public var interval: ClosedRange<Double>?
  }

  /// What was scored, by measure.
  public private(set) var figures: [Measure: Figure] = [:]
  /// Events that were missed, made up, or have wrong details, in the order of the gold.
  public private(set) var differences: [EventDifference] = []
  /// Documents of the gold.
  public private(set) var documents = 0
  /// Documents of the gold that the run lacks: all that they hold is missed.
  public private(set) var missing: [String] = []
  /// Event types that the run has and the gold was not annotated for: they count neither way.
  public private(set) var unjudgedTypes: [EventType: Int] = [:]

  /// - Parameters:
  ///   - gold: of several records of one document the last counts.
  ///   - predicted: likewise.
  public init(gold: [Record], predicted: [Record], _ settings: EvaluationSettings) {
    let made = Dictionary(predicted.map { ($0.document.id, $0) }, uniquingKeysWith: { $1 })
    let wanted = Self.lastOfEach(gold)
    let annotated = Set(wanted.flatMap { $0.types ?? $0.events.map(\.type) })
    // Gold may be annotated for events alone: then it says nothing of entities.
    let hasEntities = wanted.contains { $0.entities.contains { !$0.mentions.isEmpty } }
    let hasTimes = wanted.contains { !$0.times.isEmpty }
    var tallies: [DocumentTallies] = []
    for record in wanted {
      let other = made[record.document.id]
      if other == nil { missing.append(record.document.id) }
      let known = Set(record.types ?? Array(annotated))
      let types = settings.eventTypes.map { record.types == nil ? $0 : $0.intersection(known) } ?? known
      var tally: DocumentTallies = [:]
      if hasEntities { SpanScorer.scoreEntities(gold: record, predicted: other, settings, into: &tally) }
      if hasTimes { SpanScorer.scoreTimes(gold: record, predicted: other, into: &tally) }
      differences += EventScorer(settings: settings, types: types)
        .score(gold: record, predicted: other, into: &tally)
      for event in other?.events ?? [] where !types.contains(event.type) {
        unjudgedTypes[event.type, default: 0] += 1
      }
      tallies.append(tally)
    }
    documents = wanted.count
    let intervals = Bootstrap(samples: settings.samples).intervals(of: tallies)
    for (measure, tally) in tallies.reduce(into: DocumentTallies(), { $0.merge($1) { sum(left: $0, right: $1) } }) {
      figures[measure] = Figure(tally: tally, interval: intervals[measure])
    }
  }

  /// The figure of a measure; of nothing when neither side has one.
  public func figure(_ layer: Measure.Layer, _ type: String, _ name: String) -> Figure {
    figures[Measure(layer, type, name)] ?? Figure(tally: Tally(), interval: nil)
  }

  /// The types that a layer has figures of, by name, without the row of all.
  public func types(of layer: Measure.Layer) -> [String] {
    Set(figures.keys.filter { $0.layer == layer && $0.type != Measure.all }.map(\.type)).sorted()
  }

  /// The names of the measures of a layer that are about single roles.
  public var roleMeasures: [String] {
    Set(figures.keys.filter { $0.layer == .events && EventMeasure.isRole($0.name) }.map(\.name)).sorted()
  }

  /// The names of all measures of events.
  public var eventMeasures: [String] { EventMeasure.wholes + EventMeasure.arguments + roleMeasures }

  private static func lastOfEach(_ records: [Record]) -> [Record] {
    var positions: [String: Int] = [:]
    var kept: [Record] = []
    for record in records {
      if let position = positions[record.document.id] {
        kept[position] = record
      } else {
        positions[record.document.id] = kept.count
        kept.append(record)
      }
    }
    return kept
  }
}

private func sum(left: Tally, right: Tally) -> Tally {
  var left = left
  left += right
  return left
}
