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
  }

  /// How a batch went.
  public struct Summary: Sendable, Equatable {
    /// Documents that became records.
    public var documents = 0
    /// Documents and paths that did not.
    public var failures = 0
    /// Source text in bytes.
    public var bytes = 0
  }

  /// What makes records of documents.
  public var pipeline: Pipeline
  /// What writes them.
  public var exporter: any DocumentExporter
  /// Workers at most.
  public var jobs: Int
  /// The date of all documents, over what their metadata says.
  public var date: CivilDate?
  /// The format of all input, over what file names say.
  public var inputFormat: InputFormat?
  /// The id of the documents to process, others being passed over; nil for all.
  public var id: String?

  public init(
    pipeline: Pipeline, exporter: any DocumentExporter, jobs: Int = 1, date: CivilDate? = nil,
    inputFormat: InputFormat? = nil, id: String? = nil
  ) {
    self.pipeline = pipeline
    self.exporter = exporter
    self.jobs = jobs
    self.date = date
    self.inputFormat = inputFormat
    self.id = id
  }

  /// A batch whose records follow the contract.
  public init(
    pipeline: Pipeline, format: OutputFormat = .jsonl, include: IncludedLayers = [], table: RecordTable = .events,
    hasByteOrderMark: Bool = false, filter: EventFilter = EventFilter(), jobs: Int = 1, date: CivilDate? = nil,
    inputFormat: InputFormat? = nil
  ) {
    var options = ExportOptions(pipeline: pipeline.name, language: pipeline.language, include: include)
    options.table = table
    options.hasByteOrderMark = hasByteOrderMark
    if include.contains(.reasons) { options.ruleLocations = pipeline.ruleLocations }
    let exporter = format.exporter(options)
    self.init(
      pipeline: pipeline, exporter: filter.isEmpty ? exporter : FilteringExporter(exporter, filter: filter), jobs: jobs,
      date: date, inputFormat: inputFormat)
  }

  /// Processes all documents of `paths`.
  ///
  /// - Parameters:
  ///   - paths: files, folders, or `-` for standard input.
  ///   - report: takes each finding about a document, in input order, from one thread at a time.
  ///   - progress: takes the figures so far after every piece of work, from one thread at a time.
  /// - Throws: `KhabarError` or `BrokenPipe` when the output can't be written.
  public func run(
    _ paths: [String], to destination: Destination, report: @escaping @Sendable (Diagnostic) -> Void,
    progress: @escaping @Sendable (Summary) -> Void = { _ in }
  ) throws -> Summary {
    try run(
      DocumentFeed(paths: paths, format: inputFormat), to: destination,
      isSingleInput: paths.count == 1 && FileKind(path: paths[0]) != .directory, report: report, progress: progress)
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
    report: @escaping @Sendable (Diagnostic) -> Void, progress: @escaping @Sendable (Summary) -> Void = { _ in }
  ) throws -> Summary {
    try run(
      DocumentFeed(documents: documents.makeIterator()), to: destination, isSingleInput: false, report: report,
      progress: progress)
  }

  private func run(
    _ feed: consuming DocumentFeed, to destination: Destination, isSingleInput: Bool,
    report: @escaping @Sendable (Diagnostic) -> Void, progress: @escaping @Sendable (Summary) -> Void
  ) throws -> Summary {
    let output: any BatchOutput =
      switch destination {
      case .stream(let sink): StreamOutput(sink, exporter: exporter, isSingleInput: isSingleInput)
      case .file(let path): StreamOutput(try OutputFile(path), exporter: exporter, isSingleInput: isSingleInput)
      case .folder(let path): try FolderOutput(path, exporter: exporter)
      }
    let crew = BatchCrew(
      feed: feed, output: output, window: max(1, jobs) * 4, report: report,
      progress: progress)
    let worker = BatchWorker(pipeline: pipeline, exporter: exporter, date: date, id: id)
    return try crew.run(workers: max(1, jobs)) { worker.process($0) }
  }
}
