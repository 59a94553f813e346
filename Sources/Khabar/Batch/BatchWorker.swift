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

  /// - Throws: `KhabarError` G030 when the pipeline's data are no longer what they were: no record counts.
  func process(_ item: WorkItem) throws -> [Outcome] {
    var outcomes: [Outcome] = []
    for part in item.parts {
      switch part {
      case .file(let file, let source):
        let location = SourceLocation(file: file.path)
        do {
          for document in try reader.documents(of: file, source) {
            if let outcome = outcome(of: document, in: file) { outcomes.append(outcome) }
          }
        } catch {
          var outcome = Outcome(input: file, fate: .failure, location: location)
          outcome.fail(error, at: .read)
          outcomes.append(outcome)
        }
      case .document(let document, let file):
        let outcome = outcome(of: reader.document(document, of: file), in: file)
        if let outcome { outcomes.append(outcome) }
      case .records(let block, let file):
        for record in block.records {
          guard let document = reader.document(record, in: block, of: file) else { continue }
          if let outcome = outcome(of: document, in: file) { outcomes.append(outcome) }
        }
      case .failure(let error, let file):
        outcomes.append(Outcome(input: file, fate: .failure, diagnostics: error.diagnostics))
      case .skipped(let reason):
        outcomes.append(Outcome(fate: .skipped, diagnostics: [reason], location: reason.location))
      case .note(let finding): outcomes.append(Outcome(fate: .note, diagnostics: [finding]))
      }
    }
    guard pipeline.isIntact else {
      throw KhabarError(
        "G030", "the compiled lists were changed on disk while they were in use",
        remedy: "Run again, with --resume where the output is a file; the lists are compiled anew")
    }
    return outcomes
  }

  /// What comes of one document; nil when it is not among those that count.
  private func outcome(of document: ReadDocument, in file: InputFile) -> Outcome? {
    switch document {
    case .failure(let error):
      return Outcome(
        input: file, fate: .failure, diagnostics: error.diagnostics, location: error.diagnostics.first?.location)
    case .skipped(let reason):
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
        if var finding = document.info.unreadDateFinding {
          finding.location = location
          outcome.diagnostics = [finding]
        }
      } catch {
        outcome.fail(error, at: .process)
      }
      return outcome
    }
  }
}
