import Foundation
import Khabar
import KhabarJoin
import KhabarRecords

/// `khabar join`: records of many documents in, one row for each happening out.
enum JoinCommand: Command {
  struct Settings: FilteringSettings {
    var output = "-"
    var format: JoinFormat?
    var table = JoinTable.happenings
    var hasByteOrderMark = false
    var earlier: [String] = []
    var threshold = JoinScore.defaultThreshold
    var window = 14
    var explains = false
    var filter = EventFilter()
  }

  static let name = "join"
  static let summary = "Put reports of one happening together, over all records."
  static let operands = "RECORDS…"
  static let defaults = Settings()

  static let discussion = """
    Writes one row for each happening in the world: what its reports agree on, what
    they dispute and who says what, tolls by day, first and last report, articles
    and sources. RECORDS are what khabar run wrote, of any number; memory holds a
    month of reports and the happenings of the window.

    A report joins the happening that it fits best: points for the same day, shared
    parties and places, rare words and tolls in common, against other ones;
    --explain prints them. With --into FILE, rows of an earlier join keep their ids
    and take new reports in. The order of the input does not matter.

    Exit code: 0 all went well, 1 a record can't be read, 2 wrong usage.
    """

  private static let formats = "jsonl, csv, tsv, dyads or geojson"
  private static let tables = "happenings, parties or reports"

  static var options: [CommandOption<Settings>] {
    [
      .value(
        "output", "o", "PATH", help: "Where rows go: a file, or - for standard output.", into: \.output,
        expected: "a path", read: { $0 }),
      .value(
        "format", "f", "FORMAT",
        help: "\(formats); without it the output's extension tells, else jsonl.",
        into: \.format, expected: formats, choices: JoinFormat.allCases.map(\.rawValue),
        read: { JoinFormat(rawValue: $0).map(Optional.some) }),
      .value(
        "table", nil, "TABLE", help: "What csv and tsv hold: \(tables); without it happenings.", into: \.table,
        expected: tables, choices: JoinTable.allCases.map(\.rawValue), read: { JoinTable(rawValue: $0) }),
      .flag("bom", help: "Begin CSV with a byte order mark, for spreadsheets.", into: \.hasByteOrderMark),
      .list(
        "into", nil, "FILE", help: "Rows of an earlier join (jsonl) that the records are joined into.",
        into: \.earlier, expected: "a path", read: { $0 }),
      .value(
        "threshold", nil, "POINTS",
        help: "What a report and a happening need in common; without it \(JoinScore.defaultThreshold).",
        into: \.threshold, expected: "a number", read: { Double($0).flatMap { $0.isFinite ? $0 : nil } }),
      .value(
        "window", nil, "DAYS", help: "Days between two reports of one happening at most; without it 14.",
        into: \.window, expected: "a number from 1 to 365",
        read: { Int($0).flatMap { (1...365).contains($0) ? $0 : nil } }),
      .flag("explain", help: "Instead of rows tell of each report why it is where it is.", into: \.explains),
    ] + CommandOption.filters
  }

  static let examples: [(line: String, meaning: String)] = [
    ("khabar join events.jsonl -o happenings.jsonl", "One row for each happening."),
    ("khabar join events/ --type Attack --format csv -o attacks.csv", "Attacks as a table."),
    ("khabar join events.jsonl --format dyads -o dyads.tsv", "Pairs of actors, one line for each happening."),
    ("khabar join today.jsonl --into happenings.jsonl -o new.jsonl", "Today's records into yesterday's rows."),
    ("khabar join events.jsonl --explain | less", "Why reports were put together."),
  ]

  static func run(_ settings: Settings, _ operands: [String], _ console: Console) throws -> ExitStatus {
    guard !operands.isEmpty else {
      throw KhabarError(
        "U006", "khabar join needs RECORDS", remedy: "Name what khabar run --format jsonl wrote; see khabar join --help"
      )
    }
    let store = try ReportStore()
    var input = RecordInput(console)
    try input.forEach(in: operands) { record in
      let reports = Report.reports(of: record, fold: DescriptionWords.arabic.words)
      for report in reports where settings.filter.wants(EventFilter.Candidate(report)) { try store.add(report) }
    }
    let earlier = try settings.earlier.flatMap { try HappeningRow.read($0) }
    let file = settings.output == "-" ? nil : try OutputFile(settings.output)
    let sink: any ByteSink = file ?? console.output
    if settings.explains {
      try explain(store, earlier, settings, to: sink)
    } else {
      try join(store, earlier, settings, to: sink)
    }
    try file?.commit()
    return input.status
  }

  private static func join(
    _ store: ReportStore, _ earlier: [HappeningRow], _ settings: Settings, to sink: any ByteSink
  ) throws {
    var writer = HappeningWriter(format(settings), table: settings.table, hasMark: settings.hasByteOrderMark)
    var buffer = writer.opening
    var joiner = Joiner(rarity: store.rarity) { happening in
      buffer += writer.text(HappeningRow(happening))
      if buffer.utf8.count > 1 << 16 {
        try sink.write(buffer)
        buffer = ""
      }
    }
    joiner.threshold = settings.threshold
    joiner.window = settings.window
    try joiner.run(store, resuming: earlier.compactMap(\.happening)) { _, _, _ in }
    try sink.write(buffer + writer.closing)
  }

  private static func explain(
    _ store: ReportStore, _ earlier: [HappeningRow], _ settings: Settings, to sink: any ByteSink
  ) throws {
    var joiner = Joiner(rarity: store.rarity) { _ in }
    joiner.threshold = settings.threshold
    joiner.window = settings.window
    try joiner.run(store, resuming: earlier.compactMap(\.happening)) { report, id, score in
      var text = "\(report.document) \(report.event) \(report.type) \(id)"
      guard let score else { return try sink.write(text + " first report\n") }
      text += " \(Self.tenths(score.total)) points\n"
      for term in score.terms { text += "  \(term.value < 0 ? "" : "+")\(Self.tenths(term.value)) \(term.reason)\n" }
      try sink.write(text)
    }
  }

  private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

  private static func format(_ settings: Settings) -> JoinFormat {
    if let format = settings.format { return format }
    let suffix = settings.output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return JoinFormat(rawValue: suffix) ?? .jsonl
  }
}

extension EventFilter.Candidate {
  /// The event of a report.
  fileprivate init(_ report: Report) {
    self.init(
      type: report.type, status: EventStatus(rawValue: report.status), confidence: report.confidence,
      isSport: report.isSport, firstDay: report.first ?? report.reported, lastDay: report.last ?? report.reported,
      countries: { Set((report.parties + report.places).compactMap(\.country)) })
  }
}
