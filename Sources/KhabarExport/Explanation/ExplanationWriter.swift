import KhabarCore

/// Explains one document, section by section. What stands at a line's end behind a colon is the document's text, so
/// that a line has one change of direction at most.
struct ExplanationWriter {
  let document: AssembledDocument
  let exporter: ExplanationExporter
  let spans: ContractSpans
  var outline = Outline()

  /// Code points of a text that are shown.
  private static let longestText = 100

  init(_ document: AssembledDocument, _ exporter: ExplanationExporter) {
    self.document = document
    self.exporter = exporter
    spans = ContractSpans(document)
  }

  mutating func write() {
    writeDocument()
    for section in ExplanationExporter.Section.allCases where exporter.sections.contains(section) {
      switch section {
      case .removed: writeRemovals()
      case .text: writeText()
      case .tokens: writeTokens()
      case .matches: writeMatches()
      case .date: writeDate()
      case .entities: writeEntities()
      case .times: writeTimes()
      case .events: writeEvents()
      case .rejected: writeRejections()
      }
    }
  }

  private mutating func writeDocument() {
    outline.line(0, "document \(document.info.id)")
    if let source = document.info.source { outline.line(1, "source \(source)") }
    if let title = document.info.title { outline.line(1, "title: \(title)") }
    if let pipeline = exporter.options.pipeline { outline.line(1, "pipeline \(pipeline)") }
    outline.line(1, "characters \(spans.count)")
    for warning in document.allWarnings { outline.line(1, "warning: \(warning)") }
  }

  // MARK: - What sections share

  /// A section's heading; says so when there is nothing in the section.
  mutating func heading(_ name: String, isEmpty: Bool) { outline.line(1, isEmpty ? "\(name): none" : name) }

  /// `[start,end): text`.
  func quote(_ span: TextSpan<SourceBytes>, limit: Int = longestText) -> String {
    "\(offsets(spans.points(of: span))): \(Outline.excerpt(spans.source[span.range], limit: limit))"
  }

  func quote(_ span: TextSpan<CleanBytes>, limit: Int = longestText) -> String {
    quote(spans.sourceSpan(of: span), limit: limit)
  }

  /// Why mentions were put together; what is said several times, once.
  mutating func writeReasons(_ reasons: [String]) {
    var told: Set<String> = []
    for reason in reasons where told.insert(reason).inserted { outline.line(3, "why \(reason)") }
  }

  /// A number in its shortest exact form.
  func decimal(_ value: Double) -> String {
    var output = ByteOutput()
    output.append(value)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private func offsets(_ span: TextSpan<SourceScalars>) -> String { "[\(span.start),\(span.end))" }
}
