extension Evaluation {
  /// The figures as tables.
  ///
  /// - Parameter differences: how many differences are told below the tables; nil for all.
  public func text(differences limit: Int? = 0) -> String {
    var lines = [
      "\(documents) documents of the gold" + (missing.isEmpty ? "" : ", \(missing.count) missing in the run")
    ]
    for id in missing.prefix(5) { lines.append("  missing: \(id)") }
    if !unjudgedTypes.isEmpty {
      let types = unjudgedTypes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      lines.append("not judged, as the gold was not annotated for them: \(types.joined(separator: ", "))")
    }
    lines += table(.entities, main: "exact", others: ["overlap", "untyped"])
    lines += table(.times, main: "exact", others: ["overlap", "value"])
    lines += table(
      .events, main: EventMeasure.found,
      others: [EventMeasure.core, EventMeasure.full] + EventMeasure.arguments)
    lines += roleTable()
    let shown = limit.map { Array(differences.prefix($0)) } ?? differences
    if !shown.isEmpty { lines.append("") }
    lines += shown.map(\.description)
    if !shown.isEmpty, shown.count < differences.count {
      lines.append("and \(differences.count - shown.count) more differences")
    }
    return lines.joined(separator: "\n")
  }

  /// One row a type and one over all: precision, recall and F1 of the main measure, F1 of the others.
  private func table(_ layer: Measure.Layer, main: String, others: [String]) -> [String] {
    let types = types(of: layer)
    guard !types.isEmpty else { return [] }
    var table = TextTable(
      [layer.rawValue, "gold", "run", "\(main) P", "R", "F1", "95 %"] + others.map { "\($0) F1" })
    for type in types + [Measure.all] {
      let figure = figure(layer, type, main)
      table.append(
        [
          type, "\(figure.tally.gold)", "\(figure.tally.predicted)", decimals(figure.tally.precision),
          decimals(figure.tally.recall), decimals(figure.tally.f1), Self.text(figure.interval),
        ]
          + others.map { decimals(self.figure(layer, type, $0).tally.f1) })
    }
    return [""] + table.lines
  }

  /// The arguments of all events: who, when, where, then each role.
  private func roleTable() -> [String] {
    guard !types(of: .events).isEmpty else { return [] }
    var table = TextTable(["all events", "gold", "run", "P", "R", "F1", "95 %"])
    for name in eventMeasures {
      let figure = figure(.events, Measure.all, name)
      table.append([
        name, "\(figure.tally.gold)", "\(figure.tally.predicted)", decimals(figure.tally.precision),
        decimals(figure.tally.recall), decimals(figure.tally.f1), Self.text(figure.interval),
      ])
    }
    return [""] + table.lines
  }

  private static func text(_ interval: ClosedRange<Double>?) -> String {
    interval.map { "\(decimals($0.lowerBound))–\(decimals($0.upperBound))" } ?? ""
  }
}
