import KhabarCore

/// Turns pieces of input into records.
struct BatchWorker: Sendable {
  let pipeline: Pipeline
  let exporter: any DocumentExporter
  let reader: DocumentReader
  let limits: DocumentLimits
  /// The id of the documents that count; nil for all.
  let id: String?

  init(pipeline: Pipeline, exporter: any DocumentExporter, reading: ReadingOptions) {
    self.pipeline = pipeline
    self.exporter = exporter
    reader = DocumentReader(reading)
    limits = reading.limits
    id = reading.id
  }

  /// - Throws: `KhabarError` G040 when the pipeline's data are no longer what they were: no record counts.
  func process(_ item: WorkItem) throws -> [Outcome] {
    let outcomes = item.parts.flatMap(outcomes)
    guard pipeline.isIntact else {
      throw KhabarError(
        "G040", "the compiled lists were changed on disk while they were in use",
        remedy: "Run again, with --resume where the output is a file; the lists are compiled anew")
    }
    return outcomes
  }

  private func outcomes(of part: WorkItem.Part) -> [Outcome] {
    switch part {
    case .file(let file, let source):
      do {
        return try reader.documents(of: file, source).compactMap {
          outcome(of: $0, in: file, isAsked: { $0 == file.name || $0 == file.path })
        }
      } catch {
        if let id, id != file.name, id != file.path { return [] }
        var outcome = Outcome(input: file, fate: .failure, location: SourceLocation(file: file.path))
        outcome.fail(error, at: .read)
        return [outcome]
      }
    case .document(let document, let file):
      return [outcome(of: reader.document(document, of: file), in: file, isAsked: { $0 == document.info.id })]
        .compactMap { $0 }
    case .records(let block, let file):
      return block.records.compactMap { record in
        reader.document(record, in: block, of: file).flatMap {
          outcome(of: $0, in: file, isAsked: { Self.contains(block.bytes[record.range], $0) })
        }
      }
    case .failure(let error, let file):
      return [Outcome(input: file, fate: .failure, diagnostics: error.diagnostics)]
    case .skipped(let reason):
      return [Outcome(fate: .skipped, diagnostics: [reason], location: reason.location)]
    case .note(let finding): return [Outcome(fate: .note, diagnostics: [finding])]
    }
  }

  /// True when a record that could not be read holds an id: what is wrong with other records is nothing that was asked
  /// for. Ids are strings or numbers: what is written must not go on as a word.
  private static func contains(_ record: ArraySlice<UInt8>, _ id: String) -> Bool {
    let bytes = Array(id.utf8)
    guard let first = bytes.first, record.count >= bytes.count else { return false }
    func isWord(_ index: Int) -> Bool {
      record.indices.contains(index)
        && (record[index] >= 0x80 || Character(Unicode.Scalar(record[index])).isNumber
          || Character(Unicode.Scalar(record[index])).isLetter)
    }
    return (record.startIndex...(record.endIndex - bytes.count)).contains { start in
      record[start] == first && record[start..<(start + bytes.count)].elementsEqual(bytes)
        && !isWord(start - 1) && !isWord(start + bytes.count)
    }
  }

  /// What comes of one document; nil when it is not among those that count.
  ///
  /// - Parameter isAsked: whether a document that can't be read is the one with that id.
  private func outcome(
    of document: ReadDocument, in file: InputFile, isAsked: (String) -> Bool
  ) -> Outcome? {
    switch document {
    case .failure(let error):
      let location = error.diagnostics.first?.location
      if let id, id != location?.description, !isAsked(id) { return nil }
      return Outcome(
        input: file, fate: .failure, diagnostics: error.diagnostics, location: location)
    case .skipped(let reason):
      if id != nil { return nil }
      return Outcome(input: file, fate: .skipped, diagnostics: [reason], location: reason.location)
    case .document(let raw, let location, let isOnly):
      if let id, raw.info.id != id { return nil }
      var outcome = Outcome(
        input: file, fate: .failure, location: location, id: raw.info.id, isOnly: isOnly, size: raw.bytes.count)
      do {
        let document = try Deadline.within(seconds: limits.seconds) { try pipeline.process(raw) }
        var record: [UInt8] = []
        exporter.append(document, to: &record)
        outcome.fate = .record(record)
        outcome.events = document.events.count
        outcome.hasWarnings = !document.info.warnings.isEmpty
        outcome.diagnostics = document.findings.map { finding in
          var finding = finding
          finding.location = location
          return finding
        }
      } catch {
        outcome.fail(error, at: .process)
      }
      return outcome
    }
  }
}
