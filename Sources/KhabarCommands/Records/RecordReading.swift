import Khabar
import KhabarRecords

/// How the commands that begin with records read them.
struct RecordInput {
  let console: Console
  /// Records that could not be read; each was reported.
  private(set) var failures = 0

  init(_ console: Console) { self.console = console }

  /// Hands on each record below the paths.
  ///
  /// - Parameter isOther: takes a line that is no record, and says whether it knows what it is.
  /// - Throws: `KhabarError` K003 when there is none, and what `body` throws.
  mutating func forEach(
    in paths: [String], otherwise isOther: RecordReader.OtherLine = { _ in false }, _ body: (Record) throws -> Void
  ) throws {
    var reader = RecordReader(paths)
    try reader.forEach(report: console.report, otherwise: isOther) { record, _ in try body(record) }
    failures += reader.failures
    try requireRecords(reader.count + reader.others, paths)
  }

  /// All records below the paths.
  ///
  /// - Throws: `KhabarError` K003 when there is none.
  mutating func all(in paths: [String]) throws -> [Record] {
    var records: [Record] = []
    try forEach(in: paths) { records.append($0) }
    return records
  }

  /// Gold: records, or annotation made with brat.
  ///
  /// - Throws: `KhabarError` K003 when there is none.
  mutating func gold(in paths: [String]) throws -> [Record] {
    var records: [Record] = []
    for path in paths {
      guard BratReader.isAnnotation(path) else {
        records += try all(in: [path])
        continue
      }
      var problems = 0
      let found = BratReader(path).records { diagnostic in
        if diagnostic.severity == .error { problems += 1 }
        console.report(diagnostic)
      }
      failures += problems
      try requireRecords(found.count, [path])
      records += found
    }
    return records
  }

  private func requireRecords(_ count: Int, _ paths: [String]) throws {
    guard count == 0 else { return }
    throw KhabarError(
      "K003", "there is no record in \(paths.joined(separator: ", "))",
      remedy: "Give what khabar run --format jsonl wrote: a file, a folder, or - for standard input")
  }

  /// 0, or 1 when a record could not be read.
  var status: ExitStatus { failures == 0 ? .success : .failure }
}

/// How a result is printed.
enum ResultFormat: String {
  case text, json
}

extension CommandOption {
  static func resultFormat(into member: WritableKeyPath<Settings, ResultFormat> & Sendable) -> Self {
    .value(
      "format", "f", "FORMAT", help: "text or json; without it text.", into: member, expected: "text or json",
      choices: ["text", "json"], read: { ResultFormat(rawValue: $0) })
  }

  static func eventTypes(into member: WritableKeyPath<Settings, Set<EventType>> & Sendable) -> Self {
    .list(
      "type", "t", "TYPE", help: "Only events of this type, such as Meeting.", into: member, expected: "an event type",
      read: { EventType($0) })
  }

  /// How many differences are told: a number, or all.
  static func differences(into member: WritableKeyPath<Settings, Int?> & Sendable, help: String) -> Self {
    .value(
      "differences", nil, "N|all", help: help, into: member, expected: "a number or all",
      read: { text in text == "all" ? .some(nil) : Int(text).flatMap { $0 >= 0 ? .some($0) : nil } })
  }
}
