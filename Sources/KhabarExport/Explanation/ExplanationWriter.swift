import KhabarCore

/// Writes an explanation as text, section by section. What stands at a line's end behind a colon is the document's
/// text, so that a line has one change of direction at most.
struct ExplanationWriter {
  let record: ExplanationRecord
  let sections: Set<ExplanationExporter.Section>
  var outline = Outline()

  /// Code points of a text that are shown.
  private static let longestText = 100

  init(_ record: ExplanationRecord, _ sections: Set<ExplanationExporter.Section>) {
    self.record = record
    self.sections = sections
  }

  mutating func write() {
    writeDocument()
    for section in ExplanationExporter.Section.allCases where sections.contains(section) {
      switch section {
      case .removed: writeRemovals()
      case .text: writeText()
      case .tokens: writeTokens()
      case .matches: writeMatches()
      case .syntax: writeSyntax()
      case .date: writeDate()
      case .entities: writeEntities()
      case .times: writeTimes()
      case .events: writeEvents()
      case .rejected: write("rejected", record.rejected ?? [])
      }
    }
    if let trials = record.trials { write("trials", trials) }
  }

  private mutating func writeDocument() {
    let document = record.document
    outline.line(0, "document \(document.id)")
    if let source = document.source { outline.line(1, "source \(source)") }
    if let title = document.title { outline.line(1, "title: \(title)") }
    if let pipeline = document.pipeline { outline.line(1, "pipeline \(pipeline)") }
    outline.line(1, "characters \(document.characters)")
    for warning in document.warnings { outline.line(1, "warning: \(warning)") }
  }

  // MARK: - What sections share

  /// A section's heading; says so when there is nothing in the section.
  mutating func heading(_ name: String, isEmpty: Bool) { outline.line(1, isEmpty ? "\(name): none" : name) }

  /// `[start,end): text`.
  func quote(_ quote: ExplanationRecord.Quote, limit: Int = longestText) -> String {
    "[\(quote.start),\(quote.end)): \(Outline.excerpt(Array(quote.text.utf8)[...], limit: limit))"
  }

  mutating func writeReasons(_ reasons: [String]) {
    for reason in reasons { outline.line(3, "why \(reason)") }
  }

  /// A number in its shortest exact form.
  func decimal(_ value: Double) -> String {
    var output = ByteOutput()
    output.append(value)
    return String(decoding: output.bytes, as: UTF8.self)
  }
}
