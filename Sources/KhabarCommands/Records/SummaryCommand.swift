import Khabar
import KhabarEvaluate
import KhabarRecords

/// `khabar summary`: records in, what they hold out.
enum SummaryCommand: Command {
  struct Settings {
    var top = 10
    var format = ResultFormat.text
  }

  static let name = "summary"
  static let summary = "Tell what a run holds, and what its records lack."
  static let operands = "RECORDS…"
  static let defaults = Settings()

  static let discussion = """
    Counts documents, those without a date or an event, entities and those without
    a key; events by type and status, with an exact day, a place, two parties; by
    month of the day they happened on, else of the article; and the most frequent
    entities, places and participants. Memory does not grow with the records.

    Exit code: 0 all went well, 1 a record can't be read, 2 wrong usage.
    """

  static var options: [CommandOption<Settings>] {
    [
      .value(
        "top", nil, "N", help: "How many of the most frequent are told; without it 10.", into: \.top,
        expected: "a number from 0 to 10000", read: { Int($0).flatMap { (0...10_000).contains($0) ? $0 : nil } }),
      .resultFormat(into: \.format),
    ]
  }

  static let examples: [(line: String, meaning: String)] = [
    ("khabar summary events.jsonl", "What a run holds."),
    ("khabar run news/ -f jsonl | khabar summary -", "The same of a run that is not kept."),
    ("khabar summary events/ --top 50 --format json", "For a script, with the 50 most frequent."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    try requireRecords(operands, of: name)
    var input = RecordInput(console)
    var summarizer = RunSummarizer()
    try input.forEach(in: operands) { summarizer.add($0) }
    let summary = summarizer.summary(top: settings.top)
    switch settings.format {
    case .text: try console.print(summary.text)
    case .json: try console.print(summary.json())
    }
    return input.status
  }
}
