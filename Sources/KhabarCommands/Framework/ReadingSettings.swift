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
  /// `FIELD=PATH`, each checked.
  var fields: [String] = []
  var files = FileFilter()
  var largestDocument = DocumentLimits.standardBytes
  var longestTime = DocumentLimits.standardSeconds

  /// - Throws: `KhabarError` U006 when there is nothing to read.
  func requireOperands(_ operands: [String], of command: String) throws {
    guard operands.isEmpty else { return }
    throw KhabarError(
      "U006", "khabar \(command) needs a PATH",
      remedy: "Name a file, a folder, or - for standard input; see khabar \(command) --help")
  }

  /// How documents are read.
  ///
  /// - Parameter pipeline: its file may say where records keep their fields; the command line counts before it.
  /// - Throws: `KhabarError` D025 for a path that can't be one.
  func options(_ pipeline: Pipeline) throws -> ReadingOptions {
    var given = FieldMapping()
    for field in fields { _ = given.add(field) }
    let mapping = pipeline.fields.overridden(by: given)
    return ReadingOptions(
      format: inputFormat, date: date, fields: mapping, files: files,
      limits: DocumentLimits(bytes: largestDocument, seconds: longestTime))
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
    [.inputFormat(into: \.reading.inputFormat)] + readingRecords
  }

  /// How records are read, whose format is known.
  static var readingRecords: [Self] {
    [
      .fields(into: \.reading.fields),
      .pipeline(into: \.reading.pipeline),
      .gazetteers(into: \.reading.gazetteers),
      .gazetteerType(into: \.reading.gazetteerType),
      .rules(into: \.reading.rules),
      .date(into: \.reading.date),
    ]
  }
}

extension Console {
  /// Says how a batch went, when not all went well, and gives the exit code.
  func conclude(_ summary: Batch.Summary) -> ExitStatus {
    if summary.isInterrupted || summary.failures + summary.skipped > 0, summary.read > 1 || summary.isInterrupted {
      report(
        "\(summary.read) read: \(summary.documents) written, \(summary.failures) failed, \(summary.skipped) skipped"
          + (summary.isInterrupted ? "; interrupted" : ""))
    }
    if summary.isInterrupted { return .interrupted }
    return summary.failures > 0 ? .failure : .success
  }
}
