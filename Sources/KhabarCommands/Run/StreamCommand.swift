import Foundation
import Khabar

/// `khabar stream`: a line of JSON in, a line of JSON out.
enum StreamCommand: Command {
  struct Settings: ReadsArticles {
    var reading = ReadingSettings()
    var jobs = ProcessInfo.processInfo.activeProcessorCount
    var include: [IncludedLayers] = []
  }

  static let name = "stream"
  static let summary = "Answer each line of records with a line, for pipes and clusters."
  static let operands = ""
  static let defaults = Settings()

  static let discussion = """
    Reads records from standard input, one JSON object a line, and writes one line
    of JSON for each, in the same order, as soon as it is done. A line that can't be
    read or processed gives {"error": {"code": …, "line": …, "reason": …},
    "schema": "khabar/1"} in its place, an empty line too: as many lines come out
    as went in.

    Ends at the end of its input with exit code 0; 1 when output can't be written
    any more, 2 for wrong usage.
    """

  static var options: [CommandOption<Settings>] {
    CommandOption.readingRecords + [
      .jobs(into: \.jobs),
      .layers(into: \.include),
      .largestDocument(into: \.reading.largestDocument),
      .longestTime(into: \.reading.longestTime),
    ]
  }

  static let examples: [(line: String, meaning: String)] = [
    ("khabar stream < records.jsonl > events.jsonl", "A line for each line."),
    (
      "parallel --pipe -k -L 1000 khabar stream --jobs 1 < records.jsonl",
      "Over all cores, or machines, by GNU parallel."
    ),
    ("rdd.pipe(\"khabar stream --jobs 1\", checkCode=True)", "In a Spark job; see Documentation/archives.md."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    guard operands.isEmpty else {
      throw KhabarError(
        "U017", "khabar stream reads standard input and takes no PATH", remedy: "Write: khabar stream < \(operands[0])")
    }
    let pipeline = try settings.reading.loadPipeline(console)
    var reading = try settings.reading.options(pipeline)
    reading.format = .jsonl
    var batch = Batch(
      pipeline: pipeline, format: .jsonl, include: IncludedLayers(settings.include), jobs: settings.jobs,
      reading: reading)
    batch.stop = Interruption.signal()
    // What is wrong with a line is said in its answer.
    let summary = try batch.run(["-"], to: .answers(console.output), report: { _ in })
    return summary.isInterrupted ? .interrupted : .success
  }
}
