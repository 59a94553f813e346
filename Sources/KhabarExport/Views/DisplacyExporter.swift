import KhabarCore

/// Writes what spaCy's displaCy shows with `manual=True`: text and labelled stretches, one object a document. Entities
/// and times, without those inside others. Offsets are code points.
public struct DisplacyExporter: DocumentExporter {
  public init() {}

  public var fileExtension: String { "jsonl" }
  public var framing: StreamFraming { StreamFraming(opening: "", separator: "\n", closing: "\n") }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    let reader = TableReader(document)
    var stretches = document.entities.flatMap { entity in
      entity.mentions.map { (span: reader.spans.points(of: document.mentions[$0].span), label: entity.type.rawValue) }
    }
    stretches += document.times.map { (reader.spans.points(of: $0.span), $0.kind.rawValue) }
    stretches.sort { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    var sink = JSONSink(isIndented: false)
    sink.beginObject("document", isLeaf: true)
    sink.content("text", reader.spans.source[...])
    sink.beginList("ents")
    var end: Int32 = 0
    for stretch in stretches where stretch.span.start >= end {
      sink.beginObject("ent", isLeaf: true)
      sink.integer("start", stretch.span.lowerBound)
      sink.integer("end", stretch.span.upperBound)
      sink.string("label", stretch.label)
      sink.endObject()
      end = stretch.span.end
    }
    sink.endList()
    sink.string("title", document.info.id)
    sink.endObject()
    sink.finish().write(to: &output)
  }
}
