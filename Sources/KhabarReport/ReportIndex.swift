import KhabarCore
import KhabarJoin
import KhabarRecords

/// What the report's page knows of all documents at once: enough to list, filter, count and draw; the records
/// themselves follow in chunks.
struct ReportIndex: Encodable {
  /// Where a record or a row is: the chunk, and its place there.
  struct ChunkPlace: Encodable {
    var chunk, at: Int
  }

  struct Document: Encodable {
    var id: String
    var title, date, source: String?
    var held: ChunkPlace
  }

  /// A row of `khabar join`.
  struct Happening: Encodable {
    var id: String
    var held: ChunkPlace
    /// The days of its first and last report.
    var first, last: String?
    /// Who reported it.
    var sources: [String]
    /// What its reports are of.
    var reports: [Report]
    /// The fields in which they differ.
    var disputed: [String]
  }

  /// An event of a document. Written as `["a.txt", "V1"]`.
  struct Report: Encodable, Hashable {
    var document, event: String

    func encode(to encoder: any Encoder) throws {
      var values = encoder.unkeyedContainer()
      try values.encode(document)
      try values.encode(event)
    }
  }

  /// A participant or place, over all documents.
  struct Name: Encodable {
    var name: String
    /// A name in Latin letters.
    var en: String?
    /// False for one that is only described.
    var named: Bool
    /// Degrees north and east.
    var lat, lon: Double?
  }

  struct Event: Encodable {
    /// Index into `documents`, of an event of a record.
    var doc: Int?
    /// Index into `happenings`, of a row.
    var row: Int?
    var id: String
    var type: EventType
    var status, trigger: String
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
    var role: Role
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
  var happenings: [Happening] = []
  var events: [Event] = []

  init(title: String) { self.title = title }
}

/// Puts the index together, one record after the other.
struct ReportIndexer {
  private(set) var index: ReportIndex
  private var actors: [String: Int] = [:]
  private var places: [String: Int] = [:]
  /// The events of documents that rows put together.
  private var joined: Set<ReportIndex.Report> = []
  /// Degrees north and east of a place by its entity's identity, for records that do not say it.
  private let coordinates: @Sendable (String) -> (latitude: Double, longitude: Double)?

  init(
    title: String, coordinates: @escaping @Sendable (String) -> (latitude: Double, longitude: Double)?
  ) {
    index = ReportIndex(title: title)
    self.coordinates = coordinates
  }

  /// Events of documents that no row has, and the rows.
  var shownEvents: [ReportIndex.Event] {
    guard !joined.isEmpty else { return index.events }
    return index.events.filter { event in
      !(event.doc.map { joined.contains(.init(document: index.documents[$0].id, event: event.id)) } ?? false)
    }
  }

  /// The index as it is written.
  var finished: ReportIndex {
    var finished = index
    finished.events = shownEvents
    return finished
  }

  mutating func add(_ row: HappeningRow, at place: ReportIndex.ChunkPlace) {
    let reports = row.reports.map { ReportIndex.Report(document: $0.document, event: $0.event) }
    joined.formUnion(reports)
    index.happenings.append(
      ReportIndex.Happening(
        id: row.id, held: place, first: row.firstReport, last: row.lastReport,
        sources: Set(row.reports.compactMap(\.source)).sorted(), reports: reports, disputed: row.disputed.keys.sorted())
    )
    let located = row.place.map { name in
      self.place(
        key: row.placeKey,
        ReportIndex.Name(
          name: name, en: row.placeEn, named: row.placeKey != nil, lat: row.latitude, lon: row.longitude))
    }
    index.events.append(
      ReportIndex.Event(
        row: index.happenings.count - 1, id: row.id, type: row.type, status: row.status, trigger: row.action ?? "",
        confidence: row.confidence, when: row.date,
        parties: row.parties.map { party in
          ReportIndex.Party(
            role: party.role,
            actor: actor(key: party.key, ReportIndex.Name(name: party.name, en: party.label, named: party.key != nil)))
        }, places: located.map { [$0] } ?? [], killed: row.killed, injured: row.injured))
  }

  mutating func add(_ record: Record, at chunkPlace: ReportIndex.ChunkPlace) {
    let document = index.documents.count
    let info = record.document
    index.documents.append(
      ReportIndex.Document(
        id: info.id, title: info.title, date: info.date, source: info.publisher, held: chunkPlace))
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
    actor(key: entity?.identity, ReportIndex.Name(name: name, en: entity?.labelEn, named: entity != nil))
  }

  private mutating func actor(key: String?, _ name: ReportIndex.Name) -> Int {
    let key = key ?? name.name
    if let known = actors[key] { return known }
    actors[key] = index.actors.count
    index.actors.append(name)
    return index.actors.count - 1
  }

  private mutating func place(_ place: Record.Place, _ entity: Record.Entity?) -> Int {
    self.place(
      key: entity?.identity,
      ReportIndex.Name(
        name: place.name, en: entity?.labelEn, named: entity != nil, lat: place.latitude ?? entity?.latitude,
        lon: place.longitude ?? entity?.longitude))
  }

  private mutating func place(key: String?, _ name: ReportIndex.Name) -> Int {
    let number = key ?? name.name
    if let known = places[number] { return known }
    places[number] = index.places.count
    var name = name
    if name.lat == nil || name.lon == nil, let known = key.flatMap(coordinates) {
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
