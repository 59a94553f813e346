import KhabarCore
import KhabarExport

/// Runs a pipeline over files with several workers.
///
/// Records come out in input order and are the same for any number of workers. Memory is bounded by the workers and the
/// longest document, not by the corpus. A document that fails is reported and the batch goes on.
public struct Batch: Sendable {
  /// Where the records go.
  public enum Destination: Sendable {
    /// One stream.
    case stream(any ByteSink)
    /// A file that appears when it is complete.
    case file(String)
    /// A folder that gets one file for each input file.
    case folder(String)
    /// A stream with a line for each line of the input: its record, or an object that says what is wrong with it.
    case answers(any ByteSink)
  }

  /// What makes records of documents.
  public var pipeline: Pipeline
  /// What writes them.
  public var exporter: any DocumentExporter
  /// Workers at most.
  public var jobs: Int
  /// How documents are read.
  public var reading: ReadingOptions
  /// The file that gets a line for each document that failed or was skipped; nil for none.
  public var errorsFile: String?
  /// Files that the caller writes, such as a summary: never read as input.
  public var otherOutputs: [String] = []
  /// Goes on where an earlier run of the same kind was ended.
  public var resumes = false
  /// Seconds after which work is secured on disk, time and again, where the output is a file or folder.
  public var checkpointInterval = Batch.standardInterval
  /// Ends the batch early.
  public var stop: StopSignal?
  /// What decides on the form of records.
  private let outputSettings: String

  /// Two seconds.
  public static let standardInterval = 2.0

  public init(
    pipeline: Pipeline, exporter: any DocumentExporter, jobs: Int = 1, reading: ReadingOptions = ReadingOptions(),
    outputSettings: String? = nil
  ) {
    self.outputSettings = outputSettings ?? exporter.fileExtension
    self.pipeline = pipeline
    self.exporter = exporter
    self.jobs = jobs
    self.reading = reading
  }

  /// A batch whose records follow the contract.
  public init(
    pipeline: Pipeline, format: OutputFormat = .jsonl, include: IncludedLayers = [], table: RecordTable = .events,
    hasByteOrderMark: Bool = false, filter: EventFilter = EventFilter(), jobs: Int = 1,
    reading: ReadingOptions = ReadingOptions()
  ) {
    let exporter = pipeline.exporter { pipeline in
      var options = ExportOptions(
        pipeline: pipeline.name, language: pipeline.language, include: include, provenance: pipeline.provenance)
      options.table = table
      options.hasByteOrderMark = hasByteOrderMark
      if include.contains(.reasons) { options.ruleLocations = pipeline.ruleLocations }
      return format.exporter(options)
    }
    self.init(
      pipeline: pipeline, exporter: filter.isEmpty ? exporter : FilteringExporter(exporter, filter: filter), jobs: jobs,
      reading: reading,
      outputSettings: "\(format.rawValue), layers \(include.rawValue), \(hasByteOrderMark ? "marked " : "")"
        + "table \(table.rawValue), \(filter)")
  }

  /// Processes all documents of `paths`.
  ///
  /// - Parameters:
  ///   - paths: files, folders, or `-` for standard input.
  ///   - report: takes each finding about a document, in input order, from one thread at a time.
  ///   - progress: takes the figures so far, and the bytes of input that they come from, after every piece of work,
  ///     from one thread at a time.
  /// - Throws: `KhabarError` or `BrokenPipe` when the output can't be written, D030 when a run can't be resumed, D034
  ///   when an input would be overwritten.
  public func run(
    _ paths: [String], to destination: Destination, report: @escaping @Sendable (Diagnostic) -> Void,
    progress: @escaping @Sendable (Summary, Int) -> Void = { _, _ in }
  ) throws -> Summary {
    try requireInputsKept(paths, destination)
    let journal = journal(for: destination, paths)
    let entry = resumes ? try journal?.lastEntry() : nil
    let output = try output(
      destination, isSingleInput: paths.count == 1 && FileKind(path: paths[0]) != .directory, resumed: entry)
    let folder = output as? FolderOutput
    let walk = InputWalk(
      paths: paths, format: reading.format, filter: reading.files, outputs: outputs(destination),
      outputExtension: folder == nil ? nil : exporter.fileExtension)
    let feed = try DocumentFeed(
      walk: walk, options: reading, keepsEmptyLines: output is AnswerOutput, stop: stop,
      start: entry?.position ?? InputPosition()
    ) { folder?.claim($0) }
    return try run(feed, to: output, journal, resumed: entry, report: report, progress: progress)
  }

  /// Processes documents that a reader of one's own gives.
  ///
  /// - Parameters:
  ///   - documents: read one by one, from one thread at a time; an error is reported as a failure at its place. A
  ///     destination folder gets a file for each, by its id.
  ///   - report: takes each finding about a document, in the order of the documents, from one thread at a time.
  ///   - progress: takes the figures so far after every piece of work, from one thread at a time.
  /// - Throws: `KhabarError` or `BrokenPipe` when the output can't be written.
  public func run(
    documents: some Sequence<Result<RawDocument, KhabarError>>, to destination: Destination,
    report: @escaping @Sendable (Diagnostic) -> Void,
    progress: @escaping @Sendable (Summary, Int) -> Void = { _, _ in }
  ) throws -> Summary {
    try run(
      DocumentFeed(documents: documents.makeIterator(), options: reading),
      to: output(destination, isSingleInput: false, resumed: nil), nil, resumed: nil, report: report, progress: progress
    )
  }

  private func run(
    _ feed: DocumentFeed, to output: any BatchOutput, _ journal: RunJournal?, resumed: RunJournal.Entry?,
    report: @escaping @Sendable (Diagnostic) -> Void, progress: @escaping @Sendable (Summary, Int) -> Void
  ) throws -> Summary {
    let errors = try errorsFile.map { path in
      try resumed?.errors.map { try OutputFile(resuming: path, length: $0) } ?? OutputFile(path)
    }.map(ErrorLog.init)
    let delivery = BatchDelivery(
      output: output, errors: errors, journal: journal, interval: checkpointInterval, resumed: resumed, report: report,
      progress: { progress($0, $1.bytes) })
    let crew = BatchCrew(feed: feed, delivery: delivery, window: max(1, jobs) * 4, stop: stop)
    let worker = BatchWorker(pipeline: pipeline, exporter: exporter, reading: reading)
    return try crew.run(workers: max(1, jobs)) { try worker.process($0) }
  }

  // MARK: - Outputs

  private func output(
    _ destination: Destination, isSingleInput: Bool, resumed: RunJournal.Entry?
  ) throws -> any BatchOutput {
    switch destination {
    case .stream(let sink): return StreamOutput(sink, exporter: exporter, isSingleInput: isSingleInput)
    case .answers(let sink): return AnswerOutput(sink)
    case .file(let path):
      let file = try resumed.map { try OutputFile(resuming: path, length: $0.output.length) } ?? OutputFile(path)
      return StreamOutput(file, exporter: exporter, isSingleInput: isSingleInput, resumed: resumed?.output)
    case .folder(let path): return try FolderOutput(path, exporter: exporter)
    }
  }

  private func outputPaths(_ destination: Destination) -> [String] {
    var paths = otherOutputs + [errorsFile].compactMap { $0 }
    switch destination {
    case .file(let path), .folder(let path): paths.append(path)
    case .stream, .answers: break
    }
    return paths
  }

  private func outputs(_ destination: Destination) -> Set<FileIdentity> {
    Set(outputPaths(destination).filter { FileKind(path: $0) != .stream }.compactMap { FileIdentity(path: $0) })
  }

  /// - Throws: `KhabarError` D034 when an output is one of the inputs, or two outputs are one file.
  private func requireInputsKept(_ paths: [String], _ destination: Destination) throws {
    var taken: [FileIdentity: String] = [:]
    for path in paths where path != "-" && FileKind(path: path) == .file {
      if let identity = FileIdentity(path: path) { taken[identity] = path }
    }
    for path in outputPaths(destination) where FileKind(path: path) == .file {
      guard let identity = FileIdentity(path: path) else { continue }
      if let other = taken[identity] {
        throw KhabarError(
          "D034", at: SourceLocation(file: path),
          other == path ? "the output would overwrite its input" : "the output would overwrite \(other)",
          remedy: "Name another file")
      }
      taken[identity] = path
    }
  }

  private func journal(for destination: Destination, _ paths: [String]) -> RunJournal? {
    let (output, isFolder): (String, Bool)
    switch destination {
    case .file(let path): (output, isFolder) = (path, false)
    case .folder(let path): (output, isFolder) = (path, true)
    case .stream, .answers: return nil
    }
    guard FileKind(path: output) != .stream else { return nil }
    var settings = reading.settings
    settings["input"] = paths.joined(separator: " ")
    settings["pipeline"] = pipeline.provenance.description
    settings["output format"] = outputSettings + (isFolder ? ", a folder" : "")
    settings["errors file"] = errorsFile == nil ? "none" : "one"
    return RunJournal(output: output, isFolder: isFolder, settings: settings)
  }
}
