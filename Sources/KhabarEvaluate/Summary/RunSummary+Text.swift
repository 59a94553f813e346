extension RunSummary {
  /// The summary for a terminal.
  public var text: String {
    var lines = [
      "documents    \(documents), \(undated) without a date, \(withoutEvents) without an event",
      "characters   \(characters)",
      "entities     \(entities), \(entitiesWithoutKey) without a key",
      "times        \(times)",
      "events       \(events)",
    ]
    if warnings > 0 { lines.append("warnings     \(warnings)") }
    lines += typeTable
    lines += list("events by month", months)
    lines += list("documents by source", sources)
    for (type, counts) in frequentEntities.sorted(by: { $0.key < $1.key }) {
      lines += list("documents that name a \(type)", counts)
    }
    lines += list("events at a place", frequentPlaces)
    lines += list("events with a participant", frequentParticipants)
    return lines.joined(separator: "\n")
  }

  /// The same for programs: one object of JSON.
  public func json() -> String { JSONText.of(self) }

  private var typeTable: [String] {
    guard !types.isEmpty else { return [] }
    let statuses = Set(types.flatMap(\.statuses.keys)).sorted()
    var table = TextTable(
      ["type", "events"] + statuses + ["day", "place", "two parties", "two entities"])
    for type in types {
      table.append(
        [type.type.rawValue, "\(type.count)"] + statuses.map { "\(type.statuses[$0] ?? 0)" }
          + ["\(type.withDay)", "\(type.withPlace)", "\(type.withTwoParties)", "\(type.withTwoEntities)"])
    }
    return [""] + table.lines
  }

  /// Counts before names, so that a line has one change of direction at most.
  private func list(_ heading: String, _ counts: [Count]) -> [String] {
    guard !counts.isEmpty else { return [] }
    let width = counts.map { "\($0.count)".count }.max() ?? 0
    return ["", heading]
      + counts.map { count in
        let number = "\(count.count)"
        return "  " + String(repeating: " ", count: width - number.count) + number + "  " + count.name
      }
  }
}
