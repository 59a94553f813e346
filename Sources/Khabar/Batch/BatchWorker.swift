/// Turns pieces of input into records.
struct BatchWorker: Sendable {
  let pipeline: Pipeline
  let exporter: any DocumentExporter
  let date: CivilDate?
  /// The id of the documents that count; nil for all.
  let id: String?

  func process(_ item: WorkItem) -> [Outcome] {
    var outcomes: [Outcome] = []
    for part in item.parts {
      switch part {
      case .file(let file):
        let outcome = outcome(
          of: file, at: SourceLocation(file: file.path), isAsked: { $0 == file.name || $0 == file.path },
          read: { try RawDocument(reading: file) })
        if let outcome { outcomes.append(outcome) }
      case .document(let document, let file):
        let outcome = outcome(
          of: file, at: SourceLocation(file: file.path), isAsked: { $0 == document.info.id }, read: { document })
        if let outcome { outcomes.append(outcome) }
      case .lines(let bytes, let first, let file):
        process(lines: bytes, first: first, of: file, into: &outcomes)
      case .failure(let error, let file):
        outcomes.append(Outcome(input: file, diagnostics: error.diagnostics))
      }
    }
    return outcomes
  }

  private func process(lines: [UInt8], first: Int, of file: InputFile, into outcomes: inout [Outcome]) {
    let name = file.path == "-" ? file.name : file.path
    var number = first
    var start = 0
    if first == 1, lines.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < lines.count {
      let end = lines[start...].firstIndex(of: 0x0A) ?? lines.count
      let line = lines[start..<end]
      let location = SourceLocation(file: name, line: number)
      if line.contains(where: { $0 > 0x20 }) {
        let outcome = outcome(
          of: file, at: location, isAsked: { $0 == location.description || Self.contains(line, $0) },
          read: {
            let document = try RecordParser.document(in: line, at: location)
            try document.requireText(at: location)
            return document
          })
        if let outcome { outcomes.append(outcome) }
      }
      start = end + 1
      number += 1
    }
  }

  /// True when a line that could not be read holds an id: what is wrong with other records is nothing that was asked
  /// for. Ids are strings or numbers: what is written must not go on as a word.
  private static func contains(_ line: ArraySlice<UInt8>, _ id: String) -> Bool {
    let bytes = Array(id.utf8)
    guard let first = bytes.first, line.count >= bytes.count else { return false }
    func isWord(_ index: Int) -> Bool {
      line.indices.contains(index)
        && (line[index] >= 0x80 || Character(Unicode.Scalar(line[index])).isNumber
          || Character(Unicode.Scalar(line[index])).isLetter)
    }
    return (line.startIndex...(line.endIndex - bytes.count)).contains { start in
      line[start] == first && line[start..<(start + bytes.count)].elementsEqual(bytes)
        && !isWord(start - 1) && !isWord(start + bytes.count)
    }
  }

  /// What comes of one document; nil when it is not among those that count.
  ///
  /// - Parameter isAsked: whether a document that can't be read is the one with that id.
  private func outcome(
    of file: InputFile, at location: SourceLocation, isAsked: (String) -> Bool, read: () throws -> RawDocument
  ) -> Outcome? {
    var outcome = Outcome(input: file)
    do {
      var raw = try read()
      if let id, raw.info.id != id { return nil }
      if let date { raw.info.anchor = DocumentAnchor(date: date, source: .option) }
      let document = try pipeline.process(raw)
      var record: [UInt8] = []
      exporter.append(document, to: &record)
      outcome.record = record
      outcome.size = raw.bytes.count
      if var finding = document.info.unreadDateFinding {
        finding.location = location
        outcome.diagnostics = [finding]
      }
    } catch {
      if let id, !isAsked(id) { return nil }
      outcome.diagnostics = KhabarError(error).diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        if diagnostic.location == nil { diagnostic.location = location }
        return diagnostic
      }
    }
    return outcome
  }
}
