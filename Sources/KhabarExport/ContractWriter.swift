import KhabarCore

/// Tells a document as a record of the contract `khabar/1`, part by part, to a sink.
///
/// Spans of the cleaned text become code points of the source here and nowhere else.
struct ContractWriter<Sink: ContractSink> {
  let document: AssembledDocument
  let options: ExportOptions
  private let text: AlignedText
  private let source: [UInt8]
  private let scalars: ScalarIndex
  var sink: Sink

  init(_ document: AssembledDocument, _ options: ExportOptions, _ sink: consuming Sink) {
    self.document = document
    self.options = options
    self.sink = sink
    text = document.text
    source = document.raw.bytes
    scalars = ScalarIndex(source)
  }

  consuming func write() -> Sink {
    sink.beginObject("record", isLeaf: false)
    sink.string("schema", KhabarVersion.schema)
    writeDocument()
    writeEntities()
    writeTimes()
    writeQuantities()
    writeEvents()
    writeWarnings()
    if options.include.contains(.tokens) { writeTokens() }
    if options.include.contains(.text) { sink.block("text", source[...]) }
    sink.endObject()
    return sink
  }

  // MARK: - Parts

  private mutating func writeDocument() {
    let info = document.info
    sink.beginObject("document", isLeaf: true)
    sink.string("id", info.id)
    sink.string("source", info.source)
    sink.string("publisher", info.publisher)
    sink.string("url", info.url)
    sink.string("language", info.language ?? options.language)
    sink.string("title", info.title)
    if let anchor = document.resolved.anchor {
      sink.string("date", anchor.date.description)
      sink.string("dateSource", anchor.source.rawValue)
    }
    sink.integer("characters", scalars.count)
    sink.string("pipeline", options.pipeline)
    sink.endObject()
  }

  private mutating func writeEntities() {
    let mentions = document.mentions
    sink.beginList("entities")
    for (index, entity) in document.entities.enumerated() {
      sink.beginObject("entity", isLeaf: false)
      sink.string("id", identifier("E", index))
      sink.string("type", entity.type.rawValue)
      sink.string("kind", entity.kind)
      sink.string("name", entity.name)
      sink.string("country", entity.country)
      sink.string("gazetteer", entity.gazetteerID)
      if !entity.titles.isEmpty {
        sink.beginList("titles", isLeaf: true)
        for title in entity.titles where !title.isEmpty { sink.item("title", title) }
        sink.endList()
      }
      sink.beginList("mentions")
      for mention in entity.mentions where mentions.indices.contains(mention) {
        writeSpan("mention", mentions[mention].span)
      }
      sink.endList()
      sink.endObject()
    }
    sink.endList()
  }

  private mutating func writeTimes() {
    sink.beginList("times")
    for (index, time) in document.times.enumerated() {
      sink.beginObject("time", isLeaf: true)
      sink.string("id", identifier("T", index))
      writeExtent(time.span)
      sink.string("type", time.kind.rawValue)
      sink.string("value", time.value)
      sink.string("mod", time.modifier)
      switch time.anchor {
      case .document(let date): sink.string("anchor", date.description)
      case .expression(let other): sink.string("anchor", identifier("T", other))
      case nil: break
      }
      sink.string("calendar", time.calendar)
      sink.string("original", time.original)
      sink.endObject()
    }
    sink.endList()
  }

  private mutating func writeQuantities() {
    sink.beginList("quantities")
    for (index, quantity) in document.quantities.enumerated() {
      sink.beginObject("quantity", isLeaf: true)
      sink.string("id", identifier("Q", index))
      writeExtent(quantity.span)
      sink.string("kind", quantity.kind.rawValue)
      if let value = quantity.value { sink.number("value", value) }
      if let upper = quantity.upper { sink.number("upper", upper) }
      sink.string("unit", quantity.unit)
      sink.string("currency", quantity.currency)
      sink.string("mod", quantity.modifier)
      sink.endObject()
    }
    sink.endList()
  }

  private mutating func writeEvents() {
    sink.beginList("events")
    for (index, event) in document.events.enumerated() {
      sink.beginObject("event", isLeaf: false)
      sink.string("id", identifier("V", index))
      sink.string("type", event.type)
      sink.string("plover", event.plover)
      sink.string("cameo", event.cameo)
      sink.string("status", event.status.rawValue)
      sink.string("action", event.action)
      if let killed = event.killed { sink.integer("killed", killed) }
      if let injured = event.injured { sink.integer("injured", injured) }
      sink.string("rule", event.rule)
      sink.number("confidence", (event.confidence * 100).rounded() / 100)
      writeSpan("trigger", event.trigger)
      writeParticipants(event.participants)
      if let time = event.time {
        sink.beginObject("time", isLeaf: true)
        sink.string("value", time.value)
        if let reference = time.reference { sink.string("ref", identifier("T", reference)) }
        sink.endObject()
      }
      writePlaces(event.places)
      if !event.mentions.isEmpty {
        sink.beginList("mentions")
        for mention in event.mentions { writeSpan("mention", mention) }
        sink.endList()
      }
      let evidence = scalarSpan(event.evidence)
      sink.beginObject("evidence", isLeaf: true)
      sink.integer("start", evidence.lowerBound)
      sink.integer("end", evidence.upperBound)
      sink.endObject()
      sink.endObject()
    }
    sink.endList()
  }

  private mutating func writeParticipants(_ participants: [Participant]) {
    guard !participants.isEmpty else { return }
    sink.beginList("participants")
    for participant in participants {
      sink.beginObject("participant", isLeaf: true)
      sink.string("role", participant.role)
      if let entity = participant.entity { sink.string("entity", identifier("E", entity)) }
      sink.string("name", participant.name)
      sink.endObject()
    }
    sink.endList()
  }

  private mutating func writePlaces(_ places: [EventPlace]) {
    guard !places.isEmpty else { return }
    sink.beginList("places")
    for place in places {
      sink.beginObject("place", isLeaf: true)
      if let entity = place.entity { sink.string("entity", identifier("E", entity)) }
      sink.string("name", place.name)
      sink.endObject()
    }
    sink.endList()
  }

  private mutating func writeWarnings() {
    let warnings = document.allWarnings
    guard !warnings.isEmpty else { return }
    sink.beginList("warnings")
    for warning in warnings { sink.item("warning", warning) }
    sink.endList()
  }

  private mutating func writeTokens() {
    sink.beginList("sentences")
    for sentence in document.sentences where !sentence.tokens.isEmpty {
      let first = document.tokens[sentence.tokens.lowerBound].span
      let last = document.tokens[sentence.tokens.upperBound - 1].span
      let span = scalarSpan(first.union(last))
      sink.beginObject("sentence", isLeaf: true)
      sink.integer("start", span.lowerBound)
      sink.integer("end", span.upperBound)
      sink.endObject()
    }
    sink.endList()
    sink.beginList("tokens")
    for token in document.tokens {
      let span = scalarSpan(token.span)
      sink.beginObject("token", isLeaf: true)
      sink.integer("start", span.lowerBound)
      sink.integer("end", span.upperBound)
      if !token.analysis.isPlain { writeParts(token.parts(in: text)) }
      sink.endObject()
    }
    sink.endList()
  }

  private mutating func writeParts(_ parts: [TokenPart]) {
    guard parts.count > 1 else { return }
    sink.beginList("parts")
    for part in parts {
      let span = scalarSpan(part.span)
      sink.beginObject("part", isLeaf: true)
      sink.integer("start", span.lowerBound)
      sink.integer("end", span.upperBound)
      sink.string("kind", part.kind.rawValue)
      sink.endObject()
    }
    sink.endList()
  }

  // MARK: - Spans

  private func scalarSpan(_ span: TextSpan<CleanBytes>) -> TextSpan<SourceScalars> {
    scalars.scalars(of: text.source(of: span))
  }

  /// An object with the span's start, end and text.
  private mutating func writeSpan(_ name: StaticString, _ span: TextSpan<CleanBytes>) {
    sink.beginObject(name, isLeaf: true)
    writeExtent(span)
    sink.endObject()
  }

  /// Start, end and text of a span, as members of the open object.
  private mutating func writeExtent(_ span: TextSpan<CleanBytes>) {
    let bytes = text.source(of: span)
    let points = scalars.scalars(of: bytes)
    sink.integer("start", points.lowerBound)
    sink.integer("end", points.upperBound)
    sink.content("text", source[bytes.range])
  }

  private func identifier(_ letter: String, _ index: Int) -> String { letter + String(index + 1) }
}
