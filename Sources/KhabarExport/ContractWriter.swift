import KhabarCore

/// Tells a document as a record of the contract `khabar/1`, part by part, to a sink.
struct ContractWriter<Sink: ContractSink & ~Copyable>: ~Copyable {
  let document: AssembledDocument
  let options: ExportOptions
  let spans: ContractSpans
  var sink: Sink

  init(_ document: AssembledDocument, _ options: ExportOptions, _ sink: consuming Sink) {
    self.document = document
    self.options = options
    self.sink = sink
    spans = ContractSpans(document)
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
    if options.include.contains(.text) { sink.block("text", spans.source[...]) }
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
    sink.string("author", info.author)
    sink.string("language", info.language ?? options.language)
    sink.string("languageSource", info.languageChoice?.source.rawValue)
    sink.string("title", info.title)
    if let anchor = document.resolved.anchor {
      sink.string("date", anchor.date.description)
      sink.string("dateSource", anchor.source.rawValue)
    }
    sink.integer("characters", spans.count)
    sink.string("encoding", info.encoding)
    sink.string("pipeline", options.pipeline)
    if let provenance = options.provenance {
      sink.beginObject("khabar", isLeaf: true)
      sink.string("version", provenance.version)
      sink.string("pipeline", provenance.pipeline)
      sink.string("rules", provenance.rules)
      sink.string("data", provenance.data)
      sink.endObject()
    }
    sink.endObject()
  }

  private mutating func writeEntities() {
    sink.beginList("entities")
    // By index, and not one by one: an entity is copied with all that it holds.
    let (entities, mentions) = (document.entities, document.mentions)
    for index in entities.ids {
      sink.beginObject("entity", isLeaf: false)
      sink.string("id", ContractIdentifier.entity(index))
      sink.string("type", entities[index].type.rawValue)
      sink.string("kind", entities[index].kind)
      sink.string("name", entities[index].name)
      sink.string("country", entities[index].country)
      sink.string("gazetteer", entities[index].gazetteerID)
      writeIdentity(of: entities[index])
      if !entities[index].titles.isEmpty {
        sink.beginList("titles", isLeaf: true)
        for title in entities[index].titles where !title.isEmpty { sink.item("title", title) }
        sink.endList()
      }
      sink.beginList("mentions")
      for mention in entities[index].mentions where mention.int < mentions.count {
        writeSpan("mention", mentions[mention].span)
      }
      sink.endList()
      sink.endObject()
    }
    sink.endList()
  }

  private mutating func writeTimes() {
    sink.beginList("times")
    for (index, time) in zip(document.times.ids, document.times) {
      sink.beginObject("time", isLeaf: true)
      sink.string("id", ContractIdentifier.time(index))
      writeExtent(time.span)
      sink.string("type", time.kind.rawValue)
      sink.string("value", time.value)
      sink.string("mod", time.modifier?.rawValue)
      switch time.anchor {
      case .document(let date): sink.string("anchor", date.description)
      case .expression(let other): sink.string("anchor", ContractIdentifier.time(other))
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
      sink.string("id", ContractIdentifier.quantity(index))
      writeExtent(quantity.span)
      sink.string("kind", quantity.kind.rawValue)
      if let value = quantity.value { sink.number("value", value) }
      if let upper = quantity.upper { sink.number("upper", upper) }
      sink.string("unit", quantity.unit)
      sink.string("currency", quantity.currency)
      sink.string("mod", quantity.modifier?.code)
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
      let span = spans.points(of: first.union(last))
      sink.beginObject("sentence", isLeaf: true)
      sink.integer("start", span.lowerBound)
      sink.integer("end", span.upperBound)
      sink.endObject()
    }
    sink.endList()
    sink.beginList("tokens")
    for token in document.tokens {
      let span = spans.points(of: token.span)
      sink.beginObject("token", isLeaf: true)
      sink.integer("start", span.lowerBound)
      sink.integer("end", span.upperBound)
      if !token.analysis.isPlain { writeParts(token.parts(in: document.text)) }
      sink.endObject()
    }
    sink.endList()
  }

  private mutating func writeParts(_ parts: [TokenPart]) {
    guard parts.count > 1 else { return }
    sink.beginList("parts")
    for part in parts {
      let span = spans.points(of: part.span)
      sink.beginObject("part", isLeaf: true)
      sink.integer("start", span.lowerBound)
      sink.integer("end", span.upperBound)
      sink.string("kind", part.kind.rawValue)
      sink.endObject()
    }
    sink.endList()
  }

  // MARK: - Spans

  /// An object with the span's start, end and text.
  mutating func writeSpan(_ name: StaticString, _ span: TextSpan<CleanBytes>) {
    sink.beginObject(name, isLeaf: true)
    writeExtent(span)
    sink.endObject()
  }

  /// Start and end of a span, as members of the open object.
  mutating func writePoints(_ span: TextSpan<CleanBytes>) {
    let points = spans.points(of: span)
    sink.integer("start", points.lowerBound)
    sink.integer("end", points.upperBound)
  }

  /// Start, end and text of a span, as members of the open object.
  mutating func writeExtent(_ span: TextSpan<CleanBytes>) {
    let bytes = spans.sourceSpan(of: span)
    let points = spans.points(of: bytes)
    sink.integer("start", points.lowerBound)
    sink.integer("end", points.upperBound)
    sink.content("text", spans.source[bytes.range])
  }
}
