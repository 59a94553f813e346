/// A piece of a batch's input, in order: some files, or some lines of one file.
struct WorkItem: Sendable {
  enum Part: Sendable {
    /// A file that holds one document.
    case file(InputFile)
    /// A document that a reader outside has read.
    case document(RawDocument, InputFile)
    /// Whole lines of a JSONL file.
    case lines([UInt8], first: Int, of: InputFile)
    /// An input that could not be opened or read.
    case failure(KhabarError, InputFile?)
  }

  /// Position in the batch.
  var sequence: Int
  var parts: [Part]
}

/// Hands out the input of a batch piece by piece. Reads the lines of JSONL files; leaves other files to the workers.
struct DocumentFeed: ~Copyable {
  private var walk: InputWalk
  /// The next document of a reader outside; gives nil at the end.
  private var nextDocument: (() -> Result<RawDocument, KhabarError>?)?
  private var lines: LineBlocks?
  /// The JSONL file that `lines` reads.
  private var linesFile: InputFile?
  private var sequence = 0
  /// Small files that go together; the first items are smaller, so that output starts at once.
  private static let filesPerItem = 4

  init(paths: [String], format: InputFormat?) { walk = InputWalk(paths: paths, format: format) }

  init(documents: some IteratorProtocol<Result<RawDocument, KhabarError>>) {
    walk = InputWalk(paths: [], format: nil)
    var documents = documents
    nextDocument = { documents.next() }
  }

  /// The next piece, nil at the end.
  mutating func next() -> WorkItem? {
    if nextDocument != nil {
      guard let part = nextDocument(number: sequence + 1) else { return nil }
      defer { sequence += 1 }
      return WorkItem(sequence: sequence, parts: [part])
    }
    var parts: [WorkItem.Part] = []
    let limit = min(Self.filesPerItem, sequence + 1)
    while parts.count < limit {
      if let file = linesFile {
        // Files gathered so far go first.
        if !parts.isEmpty { break }
        if let part = nextLines(of: file) {
          parts.append(part)
          break
        }
        continue
      }
      guard let found = walk.next() else { break }
      switch found {
      case .failure(let error): parts.append(.failure(error, nil))
      case .success(let file):
        if let part = open(file) { parts.append(part) }
      }
    }
    if parts.isEmpty { return nil }
    defer { sequence += 1 }
    return WorkItem(sequence: sequence, parts: parts)
  }

  /// The next document of the reader outside, as a file of its own.
  private mutating func nextDocument(number: Int) -> WorkItem.Part? {
    switch nextDocument?() {
    case nil: return nil
    case .failure(let error): return .failure(error, nil)
    case .success(let document):
      var file = InputFile(path: document.info.source ?? document.info.id, name: document.info.id, format: .text)
      file.number = number
      return .document(document, file)
    }
  }

  /// What a file is to the workers; nil for one whose lines come next.
  private mutating func open(_ file: InputFile) -> WorkItem.Part? {
    guard file.format == .jsonl || file.format == nil else { return .file(file) }
    do {
      var file = file
      var input = try FileInput(file.path)
      var start: [UInt8] = []
      if file.format == nil {
        // Standard input, unless it was named, tells by its beginning what it is.
        while start.count < 512, try input.read(into: &start, atMost: 1 << 16) {}
        file.format = InputFormat(sniffing: start)
        if file.format != .jsonl {
          file.start = start
          return .file(file)
        }
      }
      lines = LineBlocks(input, start: start)
      linesFile = file
      return nil
    } catch {
      return .failure(KhabarError(error), file)
    }
  }

  private mutating func nextLines(of file: InputFile) -> WorkItem.Part? {
    do {
      if let block = try lines?.next() { return .lines(block.bytes, first: block.firstLine, of: file) }
    } catch {
      linesFile = nil
      lines = nil
      return .failure(KhabarError(error), file)
    }
    linesFile = nil
    lines = nil
    return nil
  }
}

extension KhabarError {
  /// Any error, as one of the program's.
  init(_ error: any Error) {
    self = error as? KhabarError ?? KhabarError("D010", "\(error)")
  }
}
