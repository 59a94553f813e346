import Khabar

/// What the commands that read articles have in common: how they are read, and by which pipeline.
struct ReadingSettings {
  static let defaultPipeline = "arabic-news"

  var inputFormat: InputFormat?
  var pipeline = ReadingSettings.defaultPipeline
  var gazetteers: [String] = []
  /// The type of names of one's own that give none.
  var gazetteerType: String?
  var rules: [String] = []
  /// The date of all articles.
  var date: CivilDate?

  /// - Throws: `KhabarError` U006 when there is nothing to read.
  func requireOperands(_ operands: [String], of command: String) throws {
    guard operands.isEmpty else { return }
    throw KhabarError(
      "U006", "khabar \(command) needs a PATH",
      remedy: "Name a file, a folder, or - for standard input; see khabar \(command) --help")
  }

  /// Loads the pipeline and reports what is wrong in single rows of its gazetteers; a list that is wrong throughout
  /// does not flood the screen.
  ///
  /// - Throws: `KhabarError` for a pipeline that can't be used.
  func loadPipeline(_ console: Console) throws -> Pipeline {
    let home = try KhabarHome.find(environment: console.environment)
    let loaded = try Pipeline(
      named: pipeline, gazetteers: gazetteers, gazetteerType: gazetteerType.map { EntityType($0) }, rules: rules,
      home: home)
    loaded.findings.prefix(Self.shownFindings).forEach(console.report)
    if loaded.findings.count > Self.shownFindings {
      console.report("and \(loaded.findings.count - Self.shownFindings) more findings about gazetteers")
    }
    return loaded
  }

  private static let shownFindings = 20
}

/// Settings of a command that reads articles.
protocol ReadsArticles {
  var reading: ReadingSettings { get set }
}

extension CommandOption where Settings: ReadsArticles {
  /// How articles are read, and by which pipeline.
  static var reading: [Self] {
    [
      .inputFormat(into: \.reading.inputFormat),
      .pipeline(into: \.reading.pipeline),
      .gazetteers(into: \.reading.gazetteers),
      .gazetteerType(into: \.reading.gazetteerType),
      .rules(into: \.reading.rules),
      .date(into: \.reading.date),
    ]
  }
}

extension Console {
  /// Says how many documents of a batch failed, each of which was reported.
  func conclude(_ summary: Batch.Summary) -> ExitStatus {
    guard summary.failures > 0 else { return .success }
    let total = summary.documents + summary.failures
    if total > 1 { report("\(summary.failures) of \(total) inputs failed") }
    return .failure
  }
}
