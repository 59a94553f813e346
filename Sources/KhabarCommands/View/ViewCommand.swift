import Foundation
import Khabar
import KhabarRecords
import KhabarReport

import struct KhabarJoin.HappeningRow

/// `khabar view`: records, joined rows or articles in, an HTML report out.
enum ViewCommand: Command {
  struct Settings: ReadsArticles {
    var output: String?
    var title: String?
    var reading = ReadingSettings()
    var jobs = ProcessInfo.processInfo.activeProcessorCount
    var isQuiet = false
  }

  static let name = "view"
  static let summary = "Write an HTML report of a run, to read, filter and search."
  static let operands = "PATH…"
  static let defaults = Settings()

  static let discussion = """
    Writes DIR/index.html: the events with filters and search, over time, on a map,
    and as a graph of who met whom; each article with its names, dates and triggers,
    and each event with what it rests on. It opens without a server and loads
    nothing from a network. A long run's records lie in DIR/data beside it.

    A PATH is a run's records (file, folder, or - for standard input), or articles,
    which are then read as khabar run does. Records show their articles when they
    were made with --include text, and the reasons of slots with --include reasons.

    Of what khabar join wrote as JSON lines each happening is shown once, with what
    its reports dispute and a way to each of them; name the records, too, to read
    their articles.

    In the report the address holds what is shown: a link to it shows the same.
    Exit code: 0 all went well, 1 some documents failed, 2 wrong usage.
    """

  static var options: [CommandOption<Settings>] {
    [
      .value(
        "output", "o", "DIR", help: "The folder for the report; made when it is not there.", into: \.output,
        expected: "a folder", read: { Optional.some($0) }),
      .value(
        "title", nil, "TEXT", help: "The report's title; without it the names of the PATHs.", into: \.title,
        expected: "a text", read: { Optional.some($0) }),
    ] + CommandOption.reading + [
      .flag("quiet", "q", help: "Show no progress.", into: \.isQuiet)
    ]
  }

  static let examples: [(line: String, meaning: String)] = [
    ("khabar view news/ --output report", "Read a folder of articles and write their report."),
    ("khabar run corpus.jsonl -o run.jsonl --include text --include reasons", "A run with all that a report shows,"),
    ("khabar view run.jsonl --output report --title 'August 2015'", "and its report."),
    ("khabar view happenings.jsonl run.jsonl --output report", "Each happening once, with its reports and articles."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    guard let folder = settings.output else {
      throw KhabarError("U023", "khabar view needs --output", remedy: "Such as: khabar view run.jsonl --output report")
    }
    try settings.reading.requireOperands(operands, of: name)
    let home = try KhabarHome.find(environment: console.environment)
    var description = try PipelineDescription.load(settings.reading.pipeline, home: home)
    description.userGazetteers = settings.reading.gazetteers
    let places = PlaceCoordinates(description)
    let names = operands.map { PathName.text(String($0.split(separator: "/").last ?? "-")) }
    let title = settings.title ?? names.joined(separator: ", ")
    let report = try Report(title: title, folder: folder, coordinates: places.coordinates)
    do {
      return try write(report, of: operands, to: folder, settings, console)
    } catch {
      report.discard()
      throw error
    }
  }

  /// Writes the report of what is named.
  private static func write(
    _ report: Report, of operands: [String], to folder: String, _ settings: Settings, _ console: Console
  ) throws -> ExitStatus {
    var report = report
    let isRecords = { RecordReader.isRecords($0, of: [KhabarVersion.schema, HappeningRow.schemaName]) }
    let records = operands.filter(isRecords)
    let articles = operands.filter { !isRecords($0) }
    var input = RecordInput(console)
    if !records.isEmpty {
      let rows = JSONDecoder()
      let addRow = { (line: Data) in
        guard let row = try? rows.decode(HappeningRow.self, from: line), row.schema == HappeningRow.schemaName else {
          return false
        }
        try report.add(row)
        return true
      }
      try input.forEach(in: records, otherwise: addRow) { try report.add($0) }
    }
    var status = input.status
    if !articles.isEmpty, try addArticles(articles, to: &report, settings, console) == .failure { status = .failure }
    guard report.documents + report.happenings > 0 else {
      throw KhabarError("K003", "there is no document to show", remedy: "Name articles, or what khabar run wrote")
    }
    try report.finish()
    let happenings = report.happenings == 0 ? "" : "\(report.happenings) happenings, "
    console.report("\(report.documents) documents, \(happenings)\(report.events) events: \(folder)/index.html")
    return status
  }

  /// Runs the pipeline over articles, through a file that goes away, so that memory holds no more of a long run than of
  /// records.
  private static func addArticles(
    _ paths: [String], to report: inout Report, _ settings: Settings, _ console: Console
  ) throws -> ExitStatus {
    let pipeline = try settings.reading.loadPipeline(console)
    let batch = try Batch(
      pipeline: pipeline, format: .jsonl, include: [.text, .reasons], jobs: settings.jobs,
      reading: settings.reading.options(pipeline))
    let file = NSTemporaryDirectory() + "khabar-view-\(getpid()).jsonl"
    defer { unlink(file) }
    let style: ProgressLine.Style = console.isErrorTerminal && !settings.isQuiet ? .line : .none
    let progress = ProgressLine(console, style: style, total: style == .none ? nil : InputSize(of: paths))
    let summary = try batch.run(
      paths, to: .file(file),
      report: { diagnostic in
        progress.clear()
        console.report(diagnostic)
      }, progress: { progress.update($0, done: $1) })
    progress.clear()
    var reader = RecordReader([file])
    try reader.forEach(report: console.report) { record, _ in try report.add(record) }
    return console.conclude(summary)
  }
}
