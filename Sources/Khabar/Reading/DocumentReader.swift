import KhabarCore
import KhabarXML

/// What was read of an input: a document, or why there is none.
enum ReadDocument {
  /// - Parameter isOnly: its file holds no other.
  case document(RawDocument, at: SourceLocation, isOnly: Bool)
  case failure(KhabarError)
  case skipped(Diagnostic)
}

/// Reads the documents of files and records.
struct DocumentReader: Sendable {
  private let options: ReadingOptions
  private let wanted: [RecordParser.Wanted]

  init(_ options: ReadingOptions) {
    self.options = options
    wanted = RecordParser.wanted(options.fields)
  }

  // MARK: - Files

  /// The documents of a file that is read as a whole.
  ///
  /// - Throws: `KhabarError` D001 to D027.
  func documents(of file: InputFile, _ source: OpenSource?) throws -> [ReadDocument] {
    let location = SourceLocation(file: file.path)
    let format = file.format ?? .text
    let input = try source?.input ?? ByteStream(file)
    let bytes = try FileContent.read(input, limit: options.limits.fileBytes(format))
    if format == .text, let kind = InputFormat.binaryKind(bytes), CharsetDetector.wideForm(bytes) == nil,
      Charset.mark(of: bytes) == nil, kind != "no text"
    {
      throw KhabarError("D020", at: location, "this is \(kind)", remedy: "Convert it to text or HTML")
    }
    switch format {
    case .html:
      let page = try page(bytes, file, charset: nil)
      return [try finished(page, file, at: location, isOnly: true)]
    case .xml: return try items(bytes, file)
    case .eml:
      let message = try MailMessage(bytes[...]).document(id: file.name, at: location)
      return [try finished(message, file, at: location, isOnly: true)]
    case .text, .jsonl, .json, .csv, .tsv, .mbox, .warc:
      let text = try TextDecoding.decode(bytes, file: file.path)
      var document = RawDocument(
        info: DocumentInfo(id: file.name, source: file.isStandardInput ? nil : file.path), bytes: text.bytes)
      document.info.take(text)
      return [try finished(document, file, at: location, isOnly: true)]
    }
  }

  private func page(_ bytes: [UInt8], _ file: InputFile, charset: String?) throws -> RawDocument {
    let text = try TextDecoding.decode(
      bytes, declared: charset ?? HTMLReader.declaredCharset(in: bytes), file: file.path)
    let page = try located(SourceLocation(file: file.path)) { try HTMLReader().page(text.bytes) }
    var info = DocumentInfo(id: file.name, source: file.isStandardInput ? nil : file.path)
    info.take(text)
    info.take(page)
    return RawDocument(info: info, bytes: page.text)
  }

  private func items(_ bytes: [UInt8], _ file: InputFile) throws -> [ReadDocument] {
    let declared = XMLReader.declaredCharset(in: bytes)
    let text = try TextDecoding.decode(bytes, declared: declared, file: file.path)
    let items = try XMLReader(mapping: options.fields).items(text.bytes, file: file.path)
    guard !items.isEmpty else {
      throw KhabarError(
        "D029", at: SourceLocation(file: file.path), "no record is in it",
        remedy: "Check the path of --field record=…, or that the feed is not empty")
    }
    var itemsByLine: [Int?: Int] = [:]
    return items.map { item in
      let isOnly = items.count == 1
      let location = SourceLocation(file: file.path, line: isOnly ? nil : item.line)
      let before = itemsByLine[item.line, default: 0]
      itemsByLine[item.line] = before + 1
      // A feed on one line: its items are told apart by their number.
      let place = location.description + (before == 0 ? "" : "#\(before + 1)")
      return read {
        var info = DocumentInfo(
          id: item.id ?? (isOnly ? file.name : place),
          source: file.isStandardInput ? nil : location.description)
        info.take(text)
        info.title = item.title
        info.url = item.url
        info.author = item.author
        info.publisher = item.publisher
        info.language = item.language
        info.takeDate(item.dates)
        return try finished(RawDocument(info: info, bytes: item.text), file, at: location, isOnly: isOnly)
      }
    }
  }

  /// A document that a reader outside has read.
  func document(_ document: RawDocument, of file: InputFile) -> ReadDocument {
    read { try finished(document, file, at: SourceLocation(file: file.path), isOnly: true) }
  }

  // MARK: - Records

  /// The document of one record; nil for what is none: an archive's administrative records.
  func document(
    _ record: RecordBlock.Record, in block: RecordBlock, of file: InputFile
  ) -> ReadDocument? {
    let name = file.isStandardInput ? file.name : file.path
    let location = SourceLocation(file: name, line: record.line)
    let bytes = block.bytes[record.range]
    if file.format == .warc { return archived(bytes, file, at: location) }
    return read {
      var document =
        switch file.format {
        case .csv, .tsv: try row(bytes, block, isQuoted: file.format == .csv, at: location)
        case .mbox: try MailMessage(bytes).document(id: location.description, at: location)
        default: try RecordParser.document(in: bytes, at: location, wanted)
        }
      document.info.note(block.charset)
      return try finished(document, file, at: location, isOnly: false)
    }
  }

  private func row(
    _ bytes: ArraySlice<UInt8>, _ block: RecordBlock, isQuoted: Bool, at location: SourceLocation
  ) throws -> RawDocument {
    let columns = block.columns ?? []
    let fields = TableRow.fields(bytes, delimiter: block.delimiter, isQuoted: isQuoted)
    guard fields.count <= columns.count || fields[columns.count...].allSatisfy(\.isEmpty) else {
      throw KhabarError(
        "D031", at: location, "\(fields.count) fields where the header has \(columns.count) columns",
        remedy: "Put a field with the separator in it into quotes")
    }
    if let broken = fields.lazy.compactMap({ UTF8Check.firstInvalid($0) }).first {
      throw KhabarError(
        "D002", at: location, "not valid UTF-8 at byte \(broken + 1) of a field",
        remedy: "Convert the file to UTF-8, for instance with iconv")
    }
    var found = FoundFields()
    for field in FieldMapping.recordFields {
      for (rank, path) in options.fields.paths(of: field).enumerated() {
        guard let column = columns.firstIndex(of: path.lowercased()), column < fields.count else { continue }
        if !fields[column].isEmpty { found.take(fields[column], for: field, rank: rank) }
      }
    }
    return try found.document(at: location, members: columns)
  }

  private func archived(_ bytes: ArraySlice<UInt8>, _ file: InputFile, at location: SourceLocation) -> ReadDocument? {
    let source: ArchiveRecord.HTMLSource
    do {
      switch try ArchiveRecord(bytes).content(at: location) {
      case .administrative: return nil
      case .other(let type):
        return .skipped(Diagnostic(.note, "D032", at: location, "\(type) is not read"))
      case .page(let page): source = page
      }
    } catch {
      return .failure(KhabarError(error))
    }
    return read {
      var document: RawDocument
      if source.isPage {
        document = try page(source.bytes, file, charset: source.charset)
      } else {
        let text = try TextDecoding.decode(source.bytes, declared: source.charset, file: location.description)
        document = RawDocument(info: DocumentInfo(id: ""), bytes: text.bytes)
        document.info.take(text)
      }
      document.info.id = source.url ?? source.id ?? location.description
      document.info.source = location.description
      document.info.url = document.info.url ?? source.url
      // When it was fetched is the last thing that tells its day.
      if document.info.anchor == nil, let date = source.date { document.info.takeDate(date) }
      return try finished(document, file, at: location, isOnly: false)
    }
  }

  // MARK: - Both

  /// Fills in an id where there is none and what the file's name tells, and checks that there is a text of a size that
  /// can be read.
  private func finished(
    _ document: RawDocument, _ file: InputFile, at location: SourceLocation, isOnly: Bool
  ) throws -> ReadDocument {
    var document = document
    if document.info.id.allSatisfy(\.isWhitespace) {
      document.info.id = isOnly ? file.name : location.description
    }
    if document.isBlank, let title = document.info.title { document.bytes = Array(title.utf8) }
    if let date = options.date {
      document.info.anchor = DocumentAnchor(date: date, source: .option)
    } else if document.info.anchor == nil, isOnly, let date = CivilDate(inFileName: file.name) {
      document.info.anchor = DocumentAnchor(date: date, source: .file)
    }
    if document.isBlank {
      throw KhabarError(
        "D003", at: location,
        document.bytes.isEmpty ? "there is no text in it" : "there is only white space in it")
    }
    guard document.bytes.count <= options.limits.bytes else {
      throw KhabarError(
        "D009", at: location, "the text is longer than \(ByteCount(options.limits.bytes))",
        remedy: "Split it, or allow more with --max-size")
    }
    return .document(document, at: location, isOnly: isOnly)
  }

  private func read(_ body: () throws -> ReadDocument) -> ReadDocument {
    do { return try body() } catch { return .failure(KhabarError(error)) }
  }

  /// Gives an error its place.
  private func located<Value>(_ location: SourceLocation, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch {
      throw KhabarError(
        KhabarError(error).diagnostics.map { diagnostic in
          var diagnostic = diagnostic
          diagnostic.location = diagnostic.location ?? location
          return diagnostic
        })
    }
  }
}

extension RawDocument {
  /// Nothing but white space.
  var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }
}

extension DocumentInfo {
  /// Keeps the character set, unless it is the usual one.
  mutating func note(_ charset: Charset) { if charset != .utf8 { encoding = charset.name } }

  mutating func take(_ text: DecodedText) {
    note(text.charset)
    warnings += text.warnings
  }

  mutating func take(_ page: HTMLPage) {
    title = page.title
    url = page.url
    publisher = page.publisher
    author = page.author
    language = page.language
    takeDate(page.dates)
  }
}
