import KhabarCore

/// Writes events that have a place with coordinates as features of a map (RFC 7946).
public struct GeoJSONExporter: DocumentExporter {
  public init() {}

  public var fileExtension: String { "geojson" }

  public var framing: StreamFraming {
    StreamFraming(opening: "{\"type\":\"FeatureCollection\",\"features\":[\n", separator: ",\n", closing: "\n]}\n")
  }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    let reader = TableReader(document)
    var isFirst = true
    for (index, event) in document.events.enumerated() {
      let located = event.places.lazy.compactMap { place -> (EventPlace, Coordinates)? in
        document.location(of: place)?.identity?.coordinates.map { (place, $0) }
      }.first
      guard let (place, coordinates) = located else { continue }
      if !isFirst { output.append(contentsOf: ",\n".utf8) }
      isFirst = false
      write(index, event, at: place, coordinates, reader, to: &output)
    }
  }

  private func write(
    _ index: Int, _ event: Event, at place: EventPlace, _ coordinates: Coordinates, _ reader: TableReader,
    to output: inout [UInt8]
  ) {
    var sink = JSONSink(isIndented: false)
    let days = reader.days(of: event)
    sink.beginObject("feature", isLeaf: true)
    sink.string("type", "Feature")
    sink.beginObject("geometry", isLeaf: true)
    sink.string("type", "Point")
    sink.beginList("coordinates", isLeaf: true)
    sink.number("coordinate", coordinates.longitude)
    sink.number("coordinate", coordinates.latitude)
    sink.endList()
    sink.endObject()
    sink.beginObject("properties", isLeaf: true)
    sink.string("document", reader.document.info.id)
    sink.string("event", ContractIdentifier.event(index))
    sink.string("type", event.type.rawValue)
    sink.string("status", event.status.rawValue)
    sink.string("from", days.from)
    sink.string("to", days.to)
    sink.string("dateBasis", days.basis)
    sink.string("place", place.name)
    sink.string("precision", place.precision?.rawValue)
    sink.string("parties", event.participants.map(\.name).joined(separator: ", "))
    if let killed = event.killed { sink.integer("killed", killed) }
    if let injured = event.injured { sink.integer("injured", injured) }
    sink.string("cameo", event.code?.cameo)
    sink.number("confidence", (event.confidence * 100).rounded() / 100)
    sink.endObject()
    sink.endObject()
    sink.finish().write(to: &output)
  }
}
