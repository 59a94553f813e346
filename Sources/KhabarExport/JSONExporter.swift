import KhabarCore

/// Writes documents as JSON objects of the contract `khabar/1`.
public struct JSONExporter: DocumentExporter {
  /// How the JSON is laid out.
  public enum Style: Sendable {
    /// Made for reading; several documents are one array.
    case indented
    /// One line a document (JSONL).
    case lines
  }

  /// How the JSON is laid out.
  public let style: Style
  public let options: ExportOptions

  public init(style: Style = .lines, options: ExportOptions = ExportOptions()) {
    self.style = style
    self.options = options
  }

  public var fileExtension: String { style == .indented ? "json" : "jsonl" }

  public var framing: StreamFraming {
    switch style {
    case .indented: StreamFraming(opening: "[\n", separator: ",\n", closing: "\n]\n")
    case .lines: StreamFraming(opening: "", separator: "\n", closing: "\n")
    }
  }

  public var singleFraming: StreamFraming { StreamFraming(opening: "", separator: "\n", closing: "\n") }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    ContractWriter(document, options, JSONSink(isIndented: style == .indented)).write().finish().write(to: &output)
  }
}
