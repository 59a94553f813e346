import KhabarCore

/// The tables that records are written as. One row for each thing; every row begins with its document.
public enum RecordTable: String, Sendable, CaseIterable {
  case events, participants, entities, mentions, times

  var columns: [String] {
    switch self {
    case .events:
      [
        "document", "reported_on", "event", "type", "topic", "action", "status", "confidence", "date_from", "date_to",
        "date_basis", "place", "place_key", "place_en", "latitude", "longitude", "precision", "admin1", "country",
        "country3", "killed", "injured", "casualties", "cameo", "plover", "mode", "context", "quad", "parties",
        "party_keys", "trigger",
        "rule", "start", "end", "evidence", "source",
      ]
    case .participants:
      [
        "document", "event", "type", "status", "role", "name", "entity", "entity_type", "key", "canonical", "label_en",
        "country", "country3", "sector", "for", "for_key", "confidence", "start", "end",
      ]
    case .entities:
      [
        "document", "entity", "type", "kind", "name", "key", "canonical", "label_en", "label_source", "country",
        "latitude", "longitude", "admin1", "ids", "titles", "mentions", "features",
      ]
    case .mentions: ["document", "entity", "type", "kind", "start", "end", "text"]
    case .times: ["document", "time", "type", "value", "mod", "anchor", "from", "to", "start", "end", "text"]
    }
  }

  func rows(of document: AssembledDocument) -> [[String]] {
    let reader = TableReader(document)
    return switch self {
    case .events: document.events.indices.map(reader.event)
    case .participants: document.events.indices.flatMap(reader.participants)
    case .entities: document.entities.ids.map(reader.entity)
    case .mentions: document.entities.ids.flatMap(reader.mentions)
    case .times: document.times.ids.map(reader.time)
    }
  }
}

/// Writes one table of the records.
public struct TableExporter: DocumentExporter {
  /// Which rows are written.
  public let table: RecordTable
  public let syntax: TableSyntax

  public init(table: RecordTable, syntax: TableSyntax) {
    self.table = table
    self.syntax = syntax
  }

  public var fileExtension: String { syntax == .tsv ? "tsv" : "csv" }

  public var framing: StreamFraming {
    StreamFraming(opening: syntax.opening + syntax.row(table.columns), separator: "", closing: "")
  }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    for row in table.rows(of: document) { output.append(contentsOf: syntax.row(row).utf8) }
  }
}
