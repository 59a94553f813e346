import KhabarCore
import KhabarRecords

/// What one document says of one event, as far as joining needs it.
public struct Report: Codable, Sendable, Equatable {
  /// A party or place.
  public struct Actor: Codable, Sendable, Equatable {
    /// As the event rule names it.
    public var role: Role
    public var name: String
    /// The key of its entity; nil for what is only described.
    public var key: String?
    /// Its name in English.
    public var label: String?
    /// ISO 3166 alpha-2.
    public var country: String?
    /// A sector of PLOVER: GOV, MIL, REB, IGO …
    public var sector: String?

    public init(
      role: Role, name: String, key: String? = nil, label: String? = nil, country: String? = nil,
      sector: String? = nil
    ) {
      self.role = role
      self.name = name
      self.key = key
      self.label = label
      self.country = country
      self.sector = sector
    }
  }

  /// Id of the document.
  public var document: String
  /// Id of the event in its record.
  public var event: String
  /// Who published the document: its publisher, else the part of its id before a colon.
  public var source: String?
  /// Where the document is from.
  public var url: String?
  /// Days since 1970-01-01 of the document.
  public var reported: Int?
  /// Type of the event.
  public var type: EventType
  /// What was done, for types that tell: signed, appointed.
  public var action: String?
  /// Has it occurred?
  public var status: String
  /// 0 to 1.
  public var confidence: Double
  /// First and last day that the event's own time covers, as days since 1970-01-01.
  public var first: Int?
  /// Last day that its time covers.
  public var last: Int?
  /// Who took part.
  public var parties: [Actor]
  /// Where it was, the most specific first.
  public var places: [Actor]
  /// Degrees of the most specific place.
  public var latitude: Double?
  /// Degrees east.
  public var longitude: Double?
  /// The number of killed that it tells.
  public var killed: Int?
  /// The number of injured that it tells.
  public var injured: Int?
  /// Its CAMEO code.
  public var cameo: String?
  /// Its PLOVER category.
  public var plover: String?
  /// Its PLOVER mode.
  public var mode: String?
  /// Its PLOVER context.
  public var context: String?
  /// Whether it is a match, or tells of clubs and players.
  public var isSport = false
  /// Towns, regions and countries that the document names, the most frequent first: where an event may be that has no
  /// place of its own.
  public var setting: [String]
  /// Folded words of what is only described.
  public var words: [String]

  /// The event's own day, when it has one.
  var day: ClosedRange<Int>? {
    guard let first, let last, last >= first, last - first <= 3 else { return nil }
    return first...last
  }

  /// The day that orders it: its document's, else its own.
  var order: Int? { reported ?? first }
}

extension Report {
  private static let settingSize = 6

  /// The reports of a record.
  ///
  /// - Parameter orthography: folds the words of descriptions.
  public static func reports(of record: Record, fold: (String) -> [String]) -> [Report] {
    guard !record.events.isEmpty else { return [] }
    let entities = Dictionary(record.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let setting = record.entities.filter { $0.type == .place && $0.identity != nil }
      .sorted { ($0.mentions.count, $1.id) > ($1.mentions.count, $0.id) }.prefix(settingSize)
      .compactMap(\.identity)
    let reported = record.document.date.flatMap { CivilDate(iso: $0)?.dayNumber }
    return record.events.map { event in
      func actor(_ role: Role, _ name: String, _ id: String?, _ country: String?, _ sector: String? = nil) -> Actor {
        let entity = id.flatMap { entities[$0] }
        return Actor(
          role: role, name: name, key: entity?.identity, label: entity?.labelEn, country: country ?? entity?.country,
          sector: sector)
      }
      let parties = event.participants.map { actor($0.role, $0.name, $0.entity, $0.country, $0.sector) }
      let places = event.places.map { actor(.place, $0.name, $0.entity, nil) }
      let located = event.places.first { $0.latitude != nil }
      var report = Report(
        document: record.document.id, event: event.id, type: event.type, status: event.status,
        confidence: event.confidence ?? 0, parties: parties, places: places, setting: Array(setting),
        words: (parties + places).filter { $0.key == nil }.flatMap { fold($0.name) })
      report.source = record.document.publisher ?? record.document.source.map(Self.sourceName)
      report.url = record.document.url
      report.isSport = event.topic == "sport"
      report.reported = reported
      report.action = event.action
      report.first = event.time?.from.flatMap { CivilDate(iso: $0)?.dayNumber }
      report.last = event.time?.to.flatMap { CivilDate(iso: $0)?.dayNumber }
      (report.latitude, report.longitude) = (located?.latitude, located?.longitude)
      (report.killed, report.injured, report.cameo) = (event.killed, event.injured, event.code?.cameo ?? event.cameo)
      report.plover = event.code?.plover ?? event.plover
      (report.mode, report.context) = (event.code?.mode, event.code?.context)
      return report
    }
  }

  /// The file of a document without its line.
  private static func sourceName(_ source: String) -> String {
    String(source.split(separator: ":").first ?? "")
  }

  public init(
    document: String, event: String, type: EventType, status: String, confidence: Double, parties: [Actor],
    places: [Actor], setting: [String], words: [String]
  ) {
    self.document = document
    self.event = event
    self.type = type
    self.status = status
    self.confidence = confidence
    self.parties = parties
    self.places = places
    self.setting = setting
    self.words = Array(Set(words)).sorted()
  }
}
