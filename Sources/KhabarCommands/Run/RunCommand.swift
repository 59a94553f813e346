import Foundation
import Khabar

/// `khabar run`: articles in, records out.
enum RunCommand: Command {
  struct Settings: FilteringSettings, ReadsArticles {
    var output = "-"
    var format: OutputFormat?
    var reading = ReadingSettings()
    var jobs = ProcessInfo.processInfo.activeProcessorCount
    var include: [IncludedLayers] = []
    var includesText = false
    var errors: String?
    var summary: String?
    var resumes = false
    var checkpoint = Batch.standardInterval
    var progress: ProgressLine.Style?
    var isQuiet = false
    var table = RecordTable.events
    var hasByteOrderMark = false
    var filter = EventFilter()
  }

  static let name = "run"
  static let summary = "Read articles and write their entities, dates and events."
  static let operands = "PATH…"
  static let defaults = Settings()

  static let discussion = """
    Reads articles and writes one record of the contract khabar/1 for each. A PATH
    is a file, a folder with all below it, or - for standard input. A file is read
    by its extension: plain text (.txt), pages (.html .htm .xhtml), feeds, news
    formats and any XML (.xml .rss .atom .rdf .nitf .newsml .tei), records (.jsonl
    .ndjson .json), tables with a header (.csv .tsv), mail (.eml .mbox) and web
    archives (.warc), each also with .gz behind it; without an extension its content
    tells. Records and tables have text, and optionally id, date, title, source,
    url, author and language; --field says where they keep them under other names.

    Articles are taken to be Arabic. With --pipeline auto the text of each tells its
    language, which the record says; one in a language that is not read is a failure
    of its own.

    Offsets are Unicode code points of the text that --include-text prints.
    What can't be read or processed is reported and the run goes on; with --errors
    it is a line in a file, too. A run into a file or folder that was ended by a
    crash, a signal or a full disk goes on with --resume, to the same output.
    Exit code: 0 all went well, 1 some documents failed, 2 wrong usage, 130 ended by
    a signal.
    """

  static var options: [CommandOption<Settings>] {
    [
      .value(
        "output", "o", "PATH",
        help:
          "Where records go: - for standard output, a folder (it exists or its name ends in /) for one file for each "
          + "input file, else one file.",
        into: \.output, expected: "a path", read: { $0 }),
      .value(
        "format", "f", "FORMAT",
        help: "\(formats); without it the output's extension tells, else json.",
        into: \.format, expected: formats,
        choices: OutputFormat.allCases.map(\.rawValue), read: { OutputFormat(rawValue: $0).map(Optional.some) }),
      .value(
        "table", nil, "TABLE", help: "What csv and tsv hold: \(tables); without it events.", into: \.table,
        expected: tables, choices: RecordTable.allCases.map(\.rawValue), read: { RecordTable(rawValue: $0) }),
      .flag("bom", help: "Begin CSV with a byte order mark, for spreadsheets.", into: \.hasByteOrderMark),
    ] + CommandOption.reading + [
      .list(
        "include-files", nil, "GLOB",
        help: "Of folders read only files like this: *.html by name, 2015/* by path below the folder.",
        into: \.reading.files.included, read: { $0 }),
      .list(
        "exclude-files", nil, "GLOB", help: "Of folders read no files like this.", into: \.reading.files.excluded,
        read: { $0 }),
      .jobs(into: \.jobs),
      .layers(into: \.include),
      .flag("include-text", help: "Add the source text, as --include text does.", into: \.includesText),
      .largestDocument(into: \.reading.largestDocument),
      .longestTime(into: \.reading.longestTime),
      .value(
        "errors", nil, "FILE", help: "Write a line of JSON for each document that failed or was skipped.",
        into: \.errors, expected: "a path", read: { Optional.some($0) }),
      .value(
        "summary", nil, "FILE", help: "Write how the run went, as JSON.", into: \.summary, expected: "a path",
        read: { Optional.some($0) }),
      .flag("resume", help: "Go on where a run of the same output was ended.", into: \.resumes),
      .value(
        "checkpoint", nil, "N", help: "Seconds after which work is secured for --resume; without it 2.",
        into: \.checkpoint, expected: "a number of seconds",
        read: { Double($0).flatMap { $0 >= 0 && $0 < 1e6 ? $0 : nil } }),
      .value(
        "progress", nil, "STYLE", help: "line, plain or none; without it line on a terminal, else none.",
        into: \.progress, expected: "line, plain or none",
        choices: ["line", "plain", "none"], read: { ProgressLine.Style(rawValue: $0).map(Optional.some) }),
      .flag("quiet", "q", help: "Show no progress.", into: \.isQuiet),
    ] + CommandOption.filters
  }

  private static var formats: String {
    let names = OutputFormat.allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  private static var tables: String { RecordTable.allCases.map(\.rawValue).joined(separator: ", ") }

  static let examples: [(line: String, meaning: String)] = [
    ("khabar run article.txt", "One article as JSON on standard output."),
    ("khabar run news/ --output events/ --format jsonl", "A folder of articles, one file for each."),
    ("khabar run corpus.jsonl -o events.jsonl --jobs 4", "Records in, records out, four workers."),
    (
      "khabar run archive/ -o events.jsonl --errors errors.jsonl --resume",
      "A whole archive; the same line again goes on after a crash."
    ),
    ("khabar run dump.json --field text=content.body --field date=published", "Records with names of their own."),
    ("curl -s URL | khabar run - --from html --date 2024-04-15", "A page from a pipe, with its date."),
    ("khabar run article.txt --gazetteer my-names.tsv", "With names of your own."),
    ("khabar run news/ --type Attack --min-confidence 0.8 -o attacks.csv", "A table of attacks for a spreadsheet."),
    ("khabar run corpus.jsonl --format dyads --without-sport", "Pairs of actors with CAMEO codes."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    try settings.reading.requireOperands(operands, of: name)
    let destination = destination(settings.output, console)
    if settings.resumes, case .stream = destination {
      throw KhabarError("U016", "--resume needs an output that stays", remedy: "Name a file or folder with --output")
    }
    let pipeline = try settings.reading.loadPipeline(console)
    var include = IncludedLayers(settings.include)
    if settings.includesText { include.insert(.text) }
    var batch = Batch(
      pipeline: pipeline, format: format(settings), include: include, table: settings.table,
      hasByteOrderMark: settings.hasByteOrderMark, filter: settings.filter, jobs: settings.jobs,
      reading: try settings.reading.options(pipeline))
    batch.errorsFile = settings.errors
    batch.otherOutputs = [settings.summary].compactMap { $0 }
    batch.resumes = settings.resumes
    batch.checkpointInterval = settings.checkpoint
    batch.stop = Interruption.signal()

    let style = settings.isQuiet ? .none : settings.progress ?? (console.isErrorTerminal ? .line : .none)
    let progress = ProgressLine(console, style: style, total: style == .none ? nil : InputSize(of: operands))
    let summary = try batch.run(
      operands, to: destination,
      report: { diagnostic in
        progress.clear()
        console.report(diagnostic)
      }, progress: { progress.update($0, done: $1) })
    progress.clear()
    if let path = settings.summary {
      let file = try OutputFile(path)
      try file.write(RunReport(summary, pipeline.provenance).json())
      try file.commit()
    }
    return console.conclude(summary)
  }

  private static func destination(_ output: String, _ console: Console) -> Batch.Destination {
    if output == "-" { return .stream(console.output) }
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: output, isDirectory: &isFolder)
    return output.hasSuffix("/") || (exists && isFolder.boolValue) ? .folder(output) : .file(output)
  }

  private static func format(_ settings: Settings) -> OutputFormat {
    if let format = settings.format { return format }
    let suffix = settings.output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return OutputFormat(rawValue: suffix) ?? .json
  }
}
