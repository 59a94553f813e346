import KhabarRecords

/// What the report's page knows of all documents at once: enough to list, filter, count and draw; the records
/// themselves follow in chunks.
struct ReportIndex: Encodable {
  struct Document: Encodable {
    var id: String
    var title, date, source: String?
    /// The chunk that holds the record, and its place there.
    var chunk, at: Int
  }

  /// A participant or place, over all documents.
  struct Name: Encodable {
    var name: String
    /// A name in Latin letters.
    var en: String?
    /// The entity's type; nil for one that is only described.
    var type: String?
    /// Degrees north and east.
    var lat, lon: Double?
  }

  struct Event: Encodable {
    var doc: Int
    var id, type, status, trigger: String
    var confidence: Double?
    var when: String?
    /// Role, and index into `actors`.
    var parties: [Party]
    /// Indices into `places`.
    var places: [Int]
    var killed, injured: Int?
    /// The evidence, cut to `ReportIndex.longestEvidence`.
    var text: String?
  }

  /// Written as `["party", 3]`.
  struct Party: Encodable {
    var role: String
    var actor: Int

    func encode(to encoder: any Encoder) throws {
      var values = encoder.unkeyedContainer()
      try values.encode(role)
      try values.encode(actor)
    }
  }

  /// Code points of an event's evidence that the list of events shows.
  static let longestEvidence = 240

  var title: String
  /// The language that most documents are in.
  var language: String?
  var documents: [Document] = []
  var actors: [Name] = []
  var places: [Name] = []
  var events: [Event] = []

  init(title: String) { self.title = title }
}

/// Puts the index together, one record after the other.
struct ReportIndexer {
  private(set) var index: ReportIndex
  private var actors: [String: Int] = [:]
  private var places: [String: Int] = [:]
  /// Degrees north and east of a place by its entity's identity, for records that do not say it.
  private let coordinates: @Sendable (String) -> (latitude: Double, longitude: Double)?

  init(
    title: String, coordinates: @escaping @Sendable (String) -> (latitude: Double, longitude: Double)?
  ) {
    index = ReportIndex(title: title)
    self.coordinates = coordinates
  }

  mutating func add(_ record: Record, chunk: Int, at position: Int) {
    let document = index.documents.count
    let info = record.document
    index.documents.append(
      ReportIndex.Document(
        id: info.id, title: info.title, date: info.date, source: info.publisher, chunk: chunk, at: position))
    index.language = index.language ?? info.language
    let entities = Dictionary(record.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let text = record.text.map { Array($0.unicodeScalars) }
    for event in record.events {
      index.events.append(
        ReportIndex.Event(
          doc: document, id: event.id, type: event.type, status: event.status, trigger: event.trigger.text ?? "",
          confidence: event.confidence, when: event.time?.value,
          parties: event.participants.map { party in
            ReportIndex.Party(role: party.role, actor: actor(party.name, party.entity.flatMap { entities[$0] }))
          },
          places: event.places.map { place($0, $0.entity.flatMap { entities[$0] }) }, killed: event.killed,
          injured: event.injured, text: text.flatMap { Self.excerpt($0, event.evidence) }))
    }
  }

  private mutating func actor(_ name: String, _ entity: Record.Entity?) -> Int {
    let key = entity?.identity ?? name
    if let known = actors[key] { return known }
    actors[key] = index.actors.count
    index.actors.append(ReportIndex.Name(name: name, en: entity?.labelEn, type: entity?.type))
    return index.actors.count - 1
  }

  private mutating func place(_ place: Record.Place, _ entity: Record.Entity?) -> Int {
    let key = entity?.identity ?? place.name
    if let known = places[key] { return known }
    places[key] = index.places.count
    var name = ReportIndex.Name(name: place.name, en: entity?.labelEn, type: entity?.type)
    name.lat = place.latitude ?? entity?.latitude
    name.lon = place.longitude ?? entity?.longitude
    if name.lat == nil || name.lon == nil, let known = entity?.identity.flatMap(coordinates) {
      (name.lat, name.lon) = (known.latitude, known.longitude)
    }
    index.places.append(name)
    return index.places.count - 1
  }

  private static func excerpt(_ text: [Unicode.Scalar], _ span: Record.Span) -> String? {
    guard span.start >= 0, span.start < span.end, span.end <= text.count else { return nil }
    let end = min(span.end, span.start + ReportIndex.longestEvidence)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[span.start..<end].map { $0 == "\n" ? " " : $0 })
    return String(view) + (end < span.end ? "…" : "")
  }
}
