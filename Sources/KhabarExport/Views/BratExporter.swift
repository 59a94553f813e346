import KhabarCore

/// Writes standoff annotations for brat (`.ann`): entities, times, and events with their participants. Offsets count
/// code points of the source, so the text file beside it is the source as it is.
public struct BratExporter: DocumentExporter {
  public init() {}

  public var fileExtension: String { "ann" }
  public var framing: StreamFraming { StreamFraming(opening: "", separator: "\n", closing: "") }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    var writer = BratWriter(document)
    output.append(contentsOf: writer.write().utf8)
  }
}

private struct BratWriter {
  private let reader: TableReader
  private var lines: [String] = []
  private var bounds = 0
  /// The bound of the mention at a start.
  private var boundByStart: [Int32: String] = [:]

  init(_ document: AssembledDocument) { reader = TableReader(document) }

  mutating func write() -> String {
    let document = reader.document
    for entity in document.entities {
      for index in entity.mentions {
        let mention = document.mentions[index]
        let bound = addBound(entity.type.rawValue, mention.span)
        if boundByStart[mention.span.start] == nil { boundByStart[mention.span.start] = bound }
        if let key = entity.identity?.key { lines.append("#\(bounds)\tAnnotatorNotes \(bound)\t\(key)") }
      }
    }
    for time in document.times { _ = addBound(time.kind.rawValue, time.span) }
    for (index, event) in document.events.enumerated() { add(event, number: index + 1) }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private mutating func addBound(_ type: String, _ span: TextSpan<CleanBytes>) -> String {
    bounds += 1
    let points = reader.spans.points(of: span)
    let text = reader.text(span).split(whereSeparator: \.isNewline).joined(separator: " ")
    lines.append("T\(bounds)\t\(type) \(points.lowerBound) \(points.upperBound)\t\(text)")
    return "T\(bounds)"
  }

  private mutating func add(_ event: Event, number: Int) {
    let trigger = addBound(event.type.rawValue, event.trigger)
    var arguments = ["\(event.type):\(trigger)"]
    for participant in event.participants {
      let bound = boundByStart[participant.span.start] ?? addBound("Description", participant.span)
      arguments.append("\(participant.role):\(bound)")
    }
    for place in event.places {
      guard let span = place.span else { continue }
      arguments.append("place:\(boundByStart[span.start] ?? addBound("Description", span))")
    }
    lines.append("E\(number)\t\(arguments.joined(separator: " "))")
    lines.append("A\(number)\tStatus E\(number) \(event.status.rawValue)")
  }
}
