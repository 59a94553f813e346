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
    var isQuiet = false
    var table = RecordTable.events
    var hasByteOrderMark = false
    var filter = FilterSettings()
  }

  static let name = "run"
  static let summary = "Read articles and write their entities, dates and events."
  static let operands = "PATH…"
  static let defaults = Settings()

  static let discussion = """
    Reads articles and writes one record of the contract khabar/1 for each. A PATH
    is a file, a folder, or - for standard input. By its extension a file is plain
    text, a page (.html .htm .xhtml), XML (.xml), or records (.jsonl .ndjson), one
    JSON object a line with id, text and optionally date, title, source, url.

    Offsets are Unicode code points of the text that --include-text prints.
    Exit code: 0 all went well, 1 some documents failed (each is reported on
    standard error), 2 wrong usage.
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
      .value(
        "jobs", "j", "N", help: "Workers; without it one for each core. Output is the same for any number.",
        into: \.jobs,
        expected: "a number from 1 to 256", read: { Int($0).flatMap { (1...256).contains($0) ? $0 : nil } }),
      .list(
        "include", nil, "LAYER", help: "Add a layer to the records: tokens, text, or reasons.", into: \.include,
        expected: "tokens, text or reasons", choices: ["tokens", "text", "reasons"],
        read: { ["tokens": IncludedLayers.tokens, "text": .text, "reasons": .reasons][$0] }),
      .flag("include-text", help: "Add the source text, as --include text does.", into: \.includesText),
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
    ("curl -s URL | khabar run - --from html --date 2024-04-15", "A page from a pipe, with its date."),
    ("khabar run article.txt --gazetteer my-names.tsv", "With names of your own."),
    ("khabar run news/ --type Attack --min-confidence 0.8 -o attacks.csv", "A table of attacks for a spreadsheet."),
    ("khabar run corpus.jsonl --format dyads --without-sport", "Pairs of actors with CAMEO codes."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    try settings.reading.requireOperands(operands, of: name)
    let pipeline = try settings.reading.loadPipeline(console)
    var include = IncludedLayers(settings.include)
    if settings.includesText { include.insert(.text) }
    let batch = Batch(
      pipeline: pipeline, format: format(settings), include: include, table: settings.table,
      hasByteOrderMark: settings.hasByteOrderMark, filter: settings.filter.filter, jobs: settings.jobs,
      date: settings.reading.date,
      inputFormat: settings.reading.inputFormat)

    let progress = ProgressLine(console, isShown: console.isErrorTerminal && !settings.isQuiet)
    let summary = try batch.run(
      operands, to: destination(settings.output, console),
      report: { diagnostic in
        progress.clear()
        console.report(diagnostic)
      }, progress: { progress.update($0) })
    progress.clear()
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
