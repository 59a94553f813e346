import KhabarCore

/// Writes documents as `record` elements of the contract `khabar/1`, under one root `khabar`.
public struct XMLExporter: DocumentExporter {
  public let options: ExportOptions

  public init(options: ExportOptions = ExportOptions()) { self.options = options }

  public var fileExtension: String { "xml" }

  public var framing: StreamFraming {
    StreamFraming(
      opening: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<khabar>", separator: "", closing: "\n</khabar>\n")
  }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    ContractWriter(document, options, XMLSink(depth: 1)).write().finish().write(to: &output)
  }
}
