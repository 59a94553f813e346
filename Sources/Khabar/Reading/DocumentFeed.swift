import KhabarCore

/// A piece of a batch's input, in order: some files, or some records of one file.
struct WorkItem: Sendable {
  enum Part: Sendable {
    /// A file that holds one document, or that is read as a whole; opened already when its content told what it is.
    case file(InputFile, source: OpenSource?)
    /// A document that a reader outside has read.
    case document(RawDocument, InputFile)
    /// Whole records of a file.
    case records(RecordBlock, of: InputFile)
    /// An input that could not be opened or read.
    case failure(KhabarError, InputFile?)
    /// An input that is not read.
    case skipped(Diagnostic)
    /// A finding about a file of records as a whole.
    case note(Diagnostic)
  }

  /// Position in the batch.
  var sequence: Int
  var parts: [Part]
  /// Where the input goes on behind it.
  var end: InputPosition
}

/// An input that was opened to see what it holds, on its way from the feed to the one worker that reads it.
final class OpenSource: @unchecked Sendable {
  let input: ByteStream

  init(_ input: ByteStream) { self.input = input }
}

/// A place in a batch's input: all before it is done.
struct InputPosition: Sendable, Equatable, Codable {
  /// Things found by the walk that are done.
  var found = 0
  /// The file that is done in part, and where in its text it goes on.
  var path: String?
  var offset = 0
  /// Bytes of input before it, as far as they are known.
  var bytes = 0
}

/// Hands out the input of a batch piece by piece. Finds the records of files that hold many; leaves other files to the
/// workers.
struct DocumentFeed {
  private var walk: InputWalk
  /// The next document of a reader outside; gives nil at the end.
  private var nextDocument: (() -> Result<RawDocument, KhabarError>?)?
  private var records: RecordStream?
  /// The file that `records` reads.
  private var recordsFile: InputFile?
  private var sequence = 0
  private var position: InputPosition
  private let options: ReadingOptions
  private let keepsEmptyLines: Bool
  private let stop: StopSignal?
  /// Where an earlier run came to in the first file.
  private var resumed: InputPosition?
  /// Bytes on disk of the files before the current one, and of it.
  private var bytesBefore = 0
  private var bytesOfFile = 0
  /// Small files that go together; the first items are smaller, so that output starts at once.
  private static let filesPerItem = 4

  /// - Parameters:
  ///   - keepsEmptyLines: empty lines of JSONL are records, too.
  ///   - stop: ends waiting for input from a pipe.
  ///   - start: what an earlier run has done.
  ///   - passOver: takes each file that it has done.
  /// - Throws: `KhabarError` D030 when fewer inputs are there than it has done.
  init(
    walk: InputWalk, options: ReadingOptions, keepsEmptyLines: Bool = false, stop: StopSignal? = nil,
    start: InputPosition = InputPosition(), passOver: (InputFile) -> Void = { _ in }
  ) throws {
    self.walk = walk
    self.options = options
    self.keepsEmptyLines = keepsEmptyLines
    self.stop = stop
    position = start
    for _ in 0..<start.found {
      guard let done = self.walk.next() else { throw changed }
      if case .file(let file) = done { passOver(file) }
    }
    resumed = start.path == nil ? nil : start
  }

  private var changed: KhabarError {
    KhabarError(
      "D030", "the input has changed since the run that is to be resumed",
      remedy: "Run without --resume to begin anew")
  }

  /// Documents that a reader outside gives.
  init(documents: some IteratorProtocol<Result<RawDocument, KhabarError>>, options: ReadingOptions) throws {
    try self.init(walk: InputWalk(paths: [], format: nil), options: options)
    var documents = documents
    nextDocument = { documents.next() }
  }

  /// The next piece, nil at the end.
  ///
  /// - Throws: `KhabarError` D030 when an input that was done in part is another one now.
  mutating func next() throws -> WorkItem? {
    if nextDocument != nil { return givenDocument() }
    var parts: [WorkItem.Part] = []
    let limit = min(Self.filesPerItem, sequence + 1)
    while parts.count < limit {
      if let file = recordsFile {
        // Files gathered so far go first.
        if !parts.isEmpty { break }
        nextRecords(of: file, into: &parts)
        if !parts.isEmpty { break }
        continue
      }
      guard let found = walk.next() else { break }
      if let resumed {
        guard case .file(let file) = found, file.path == resumed.path else { throw changed }
      }
      position.found = walk.count
      position.path = nil
      position.offset = 0
      switch found {
      case .failure(let error): parts.append(.failure(error, nil))
      case .skipped(let reason): parts.append(.skipped(reason))
      case .file(let file): if let part = open(file) { parts.append(part) }
      }
    }
    if parts.isEmpty { return nil }
    defer { sequence += 1 }
    return WorkItem(sequence: sequence, parts: parts, end: position)
  }

  /// The next document of the reader outside, as a file of its own.
  private mutating func givenDocument() -> WorkItem? {
    guard let next = nextDocument?() else { return nil }
    defer { sequence += 1 }
    position.found += 1
    switch next {
    case .failure(let error): return WorkItem(sequence: sequence, parts: [.failure(error, nil)], end: position)
    case .success(let document):
      var file = InputFile(path: document.info.source ?? document.info.id, name: document.info.id, format: .text)
      file.number = sequence
      return WorkItem(sequence: sequence, parts: [.document(document, file)], end: position)
    }
  }

  /// What a file is to the workers; nil for one whose records come next.
  private mutating func open(_ file: InputFile) -> WorkItem.Part? {
    var file = file
    bytesBefore = position.bytes
    bytesOfFile = InputSize.size(of: file) ?? 0
    position.bytes = bytesBefore + bytesOfFile
    guard file.format.map(\.holdsRecords) ?? true else { return .file(file, source: nil) }
    do {
      let input = try ByteStream(file, stop: stop)
      let format: InputFormat
      if let known = file.format {
        format = known
      } else {
        var head: [UInt8] = []
        while head.count < 512, try input.read(into: &head, atMost: 1 << 16) {}
        let charset = TextDecoding.charset(of: head, isWhole: false)
        if charset.charset == .utf8, let kind = InputFormat.binaryKind(head) { return binary(file, kind) }
        input.unread(head)
        format = InputFormat(sniffing: Self.decoded(head, charset.charset, charset.mark))
        file.format = format
        guard format.holdsRecords else { return .file(file, source: OpenSource(input)) }
      }
      begin(file, TextStream(input), format)
      return nil
    } catch {
      return .failure(KhabarError(error), file)
    }
  }

  /// The beginning of a text, as far as it can be read.
  private static func decoded(_ head: [UInt8], _ charset: Charset, _ mark: Int) -> [UInt8] {
    let whole = Array(head.dropFirst(mark).prefix(512))
    return (try? TextDecoding.utf8(whole, from: charset, at: SourceLocation(file: ""), skipped: 0)) ?? whole
  }

  private func binary(_ file: InputFile, _ kind: String) -> WorkItem.Part {
    let location = SourceLocation(file: file.path)
    guard file.isNamed else { return .skipped(Diagnostic(.warning, "D020", at: location, "\(kind) is not read")) }
    return .failure(
      KhabarError(
        "D020", at: location, "this is \(kind)", remedy: "Convert it to text or HTML, or name its format with --from"),
      file)
  }

  private mutating func begin(_ file: InputFile, _ text: TextStream, _ format: InputFormat) {
    let scanner: any RecordScanner =
      switch format {
      case .json: ValueScanner()
      case .csv: RowScanner(isTabbed: false)
      case .tsv: RowScanner(isTabbed: true)
      case .mbox: MessageScanner()
      case .warc: ArchiveScanner()
      case .jsonl, .text, .html, .xml, .eml: LineScanner(keepsEmptyLines: keepsEmptyLines)
      }
    records = RecordStream(
      text, scanner: scanner, resumeOffset: resumed?.offset ?? 0, longestRecord: options.limits.recordBytes)
    recordsFile = file
    resumed = nil
    // What is handed out before its records ends where it begins.
    position.found = walk.count - 1
    position.bytes = bytesBefore
  }

  private mutating func nextRecords(of file: InputFile, into parts: inout [WorkItem.Part]) {
    do {
      if let block = try records?.next() {
        parts += block.warnings.map { .note(Self.finding($0, file)) }
        parts.append(.records(block, of: file))
        if let failure = block.failure { parts.append(.failure(failure, file)) }
        position.found = walk.count - 1
        position.path = file.path
        position.offset = block.end
        position.bytes = bytesBefore + min(block.end, bytesOfFile)
        return
      }
      if let records, let finding = Self.finding(atEndOf: records, file) { parts.append(finding) }
    } catch {
      parts.append(.failure(KhabarError(error), file))
    }
    recordsFile = nil
    records = nil
    position.bytes = bytesBefore + bytesOfFile
    position.found = walk.count
    position.path = nil
    position.offset = 0
  }

  /// What the end of a file shows: it was cut, or has no record at all.
  private static func finding(atEndOf records: RecordStream, _ file: InputFile) -> WorkItem.Part? {
    let location = SourceLocation(file: file.path)
    if let omission = records.omission {
      return .failure(
        KhabarError("D039", at: location, omission, remedy: "Get the whole file; what is in this one was read"), file)
    }
    return records.hasRecords ? nil : .note(Diagnostic(.warning, "D038", at: location, "there is no record in it"))
  }

  /// `D023: …` as a warning about a file.
  private static func finding(_ text: String, _ file: InputFile) -> Diagnostic {
    Diagnostic(.warning, String(text.prefix(4)), at: SourceLocation(file: file.path), String(text.dropFirst(6)))
  }
}

extension KhabarError {
  /// Any error, as one of the program's.
  init(_ error: any Error) {
    self = error as? KhabarError ?? KhabarError("D010", "\(error)")
  }
}
