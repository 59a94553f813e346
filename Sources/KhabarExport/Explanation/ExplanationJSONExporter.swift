import Foundation
import KhabarCore

/// Writes how documents' results came about as JSON, one object a line: the facts of `ExplanationExporter` for
/// programs.
public struct ExplanationJSONExporter: DocumentExporter {
  /// What is told of which documents.
  public var facts: ExplanationExporter

  public init(_ facts: ExplanationExporter) { self.facts = facts }

  public var options: ExportOptions { facts.options }

  public var fileExtension: String { "jsonl" }

  public var framing: StreamFraming { StreamFraming(opening: "", separator: "\n", closing: "\n") }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let record = ExplanationReader(document, facts).record()
    // Strings, finite numbers and their collections always encode.
    if let data = try? encoder.encode(record) { output.append(contentsOf: data) }
  }
}
