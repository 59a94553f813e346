import Khabar

/// An exporter: one line of tab-separated values for each event, with the offsets that records have, code points of the
/// source.
public struct EventTable: DocumentExporter {
  public init() {}

  public var fileExtension: String { "tsv" }

  /// A heading first, and nothing between the lines of two documents: each ends with its own line break.
  public var framing: StreamFraming {
    StreamFraming(opening: "document\ttype\tstatus\tday\tparticipants\tstart\tend\n", separator: "", closing: "")
  }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    let spans = ContractSpans(document)
    for event in document.events {
      let trigger = spans.points(of: event.trigger)
      let cells = [
        document.info.id, event.type.rawValue, event.status.rawValue, event.time?.value ?? "",
        event.participants.map { "\($0.role)=\($0.name)" }.joined(separator: "; "), String(trigger.lowerBound),
        String(trigger.upperBound),
      ]
      output += Array((cells.map(Self.cell).joined(separator: "\t") + "\n").utf8)
    }
  }

  /// A value without the characters that end a cell.
  private static func cell(_ value: String) -> String {
    String(value.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
