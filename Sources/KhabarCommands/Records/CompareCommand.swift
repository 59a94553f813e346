import Khabar
import KhabarEvaluate
import KhabarRecords

/// `khabar compare`: two runs in, what changed out.
enum CompareCommand: Command {
  struct Settings {
    var types: Set<EventType> = []
    var differences: Int?
    var format = ResultFormat.text
  }

  static let name = "compare"
  static let summary = "Tell event by event how two runs differ."
  static let operands = "RECORDS RECORDS"
  static let defaults = Settings()

  static let discussion = """
    Pairs the events of two runs over the same documents as khabar evaluate does,
    and tells those that the second lacks (missing), has more (additional), and says
    otherwise (different): after a change of rules, lists or version.

    Exit code: 0 the runs say the same, 1 they differ or a record can't be read,
    2 wrong usage.
    """

  static var options: [CommandOption<Settings>] {
    [
      .eventTypes(into: \.types),
      .differences(into: \.differences, help: "Tell so many differences; without it all."),
      .resultFormat(into: \.format),
    ]
  }

  static let examples: [(line: String, meaning: String)] = [
    ("khabar compare before.jsonl after.jsonl", "What a change of rules did."),
    ("khabar compare before/ after/ --type Visit --differences 20", "The first 20 visits that changed."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    guard operands.count == 2 else {
      throw KhabarError(
        "U022", "khabar compare needs two runs and has \(operands.count)",
        remedy: "Such as: khabar compare before.jsonl after.jsonl")
    }
    var input = RecordInput(console)
    let (first, second) = (try input.all(in: [operands[0]]), try input.all(in: [operands[1]]))
    var evaluation = EvaluationSettings()
    if !settings.types.isEmpty { evaluation.eventTypes = settings.types }
    let comparison = RunComparison(first, second, evaluation)
    switch settings.format {
    case .text: try console.print(comparison.text(differences: settings.differences))
    case .json: try console.print(comparison.json())
    }
    return comparison.isEmpty ? input.status : .failure
  }
}
