import Foundation

extension Evaluation {
  /// The figures as JSON: `{"events": {"Meeting": {"found": {"precision": …}}}}`, with the differences.
  ///
  /// - Parameter differences: how many differences are in it; nil for all.
  public func json(differences limit: Int? = nil) -> String {
    var layers: [String: [String: [String: FigureRecord]]] = [:]
    for (measure, figure) in figures {
      layers[measure.layer.rawValue, default: [:]][measure.type, default: [:]][measure.name] = FigureRecord(figure)
    }
    return JSONText.of(
      EvaluationRecord(
        documents: documents, missing: missing,
        unjudgedTypes: Dictionary(uniqueKeysWithValues: unjudgedTypes.map { ($0.rawValue, $1) }),
        entities: layers["entities"],
        times: layers["times"], events: layers["events"],
        differences: limit.map { Array(differences.prefix($0)) } ?? differences))
  }
}

private struct EvaluationRecord: Encodable {
  var documents: Int
  var missing: [String]
  var unjudgedTypes: [String: Int]
  var entities, times, events: [String: [String: FigureRecord]]?
  var differences: [EventDifference]
}

private struct FigureRecord: Encodable {
  var precision, recall, f1: Double
  var right, predicted, gold: Int
  /// The 95 % interval of F1.
  var low, high: Double?

  init(_ figure: Evaluation.Figure) {
    func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
    precision = rounded(figure.tally.precision)
    recall = rounded(figure.tally.recall)
    f1 = rounded(figure.tally.f1)
    right = figure.tally.right
    predicted = figure.tally.predicted
    gold = figure.tally.gold
    low = figure.interval.map { rounded($0.lowerBound) }
    high = figure.interval.map { rounded($0.upperBound) }
  }
}

/// Indented JSON with its members in the order of their names, so that equal values give equal bytes.
enum JSONText {
  static func of(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Numbers, strings and their collections always encode.
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
