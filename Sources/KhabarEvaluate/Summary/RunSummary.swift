import KhabarCore
import KhabarRecords

/// What a run holds: counts, and what its records lack.
public struct RunSummary: Codable, Sendable {
  /// How often something occurs.
  public struct Count: Codable, Sendable, Equatable {
    public var name: String
    /// Documents or events that have it.
    public var count: Int
  }

  /// Events of one type.
  public struct TypeCounts: Codable, Sendable {
    /// The type.
    public var type: EventType
    /// Events of it.
    public var count = 0
    /// Events by their status.
    public var statuses: [String: Int] = [:]
    /// With an exact day.
    public var withDay = 0
    /// With a place.
    public var withPlace = 0
    /// With two participants or more.
    public var withTwoParties = 0
    /// With two participants or more that are entities.
    public var withTwoEntities = 0
  }

  /// Records that were read.
  public private(set) var documents = 0
  /// Documents without a date.
  public private(set) var undated = 0
  /// Documents without an event.
  public private(set) var withoutEvents = 0
  /// Code points of all texts.
  public private(set) var characters = 0
  /// Entities of all documents.
  public private(set) var entities = 0
  /// Entities that no list gives a key.
  public private(set) var entitiesWithoutKey = 0
  /// Time expressions of all documents.
  public private(set) var times = 0
  /// Events of all documents.
  public private(set) var events = 0
  /// Warnings of all documents.
  public private(set) var warnings = 0
  /// The events by type, the most frequent first.
  public private(set) var types: [TypeCounts] = []
  /// Events by month of the day they happened on, else of their document.
  public private(set) var months: [Count] = []
  /// Documents by who published them.
  public private(set) var sources: [Count] = []
  /// The entities of most documents, by type.
  public private(set) var frequentEntities: [String: [Count]] = [:]
  /// The places and participants of most events.
  public private(set) var frequentPlaces: [Count] = []
  /// The participants of most events.
  public private(set) var frequentParticipants: [Count] = []

  public init() {}
}

/// Makes a summary, one record after the other; memory depends on the different names and not on the records.
public struct RunSummarizer {
  private var summary = RunSummary.Counts()

  public init() {}

  /// Counts a record.
  public mutating func add(_ record: Record) { summary.add(record) }

  /// - Parameter top: how many of the most frequent are listed.
  public func summary(top: Int) -> RunSummary { RunSummary(summary, top: top) }
}

extension RunSummary {
  /// The counts while records come in.
  struct Counts {
    var documents = 0
    var undated = 0
    var withoutEvents = 0
    var characters = 0
    var entities = 0
    var entitiesWithoutKey = 0
    var times = 0
    var events = 0
    var warnings = 0
    var types: [EventType: TypeCounts] = [:]
    var months: [String: Int] = [:]
    var sources: [String: Int] = [:]
    var entityNames: [String: [String: Named]] = [:]
    var places: [String: Named] = [:]
    var participants: [String: Named] = [:]

    /// Something with a key, and the name by which it was first met.
    struct Named {
      var name: String
      var count = 0
    }

    mutating func add(_ record: Record) {
      documents += 1
      if record.document.date == nil { undated += 1 }
      if record.events.isEmpty { withoutEvents += 1 }
      characters += record.document.characters ?? 0
      times += record.times.count
      warnings += record.warnings.count
      if let source = record.document.publisher { sources[source, default: 0] += 1 }
      for entity in record.entities { add(entity) }
      for event in record.events { add(event, of: record) }
    }

    private mutating func add(_ entity: Record.Entity) {
      entities += 1
      if entity.identity == nil { entitiesWithoutKey += 1 }
      let key = entity.identity ?? entity.name
      entityNames[entity.type.rawValue, default: [:]][key, default: Named(name: entity.name)].count += 1
    }

    private mutating func add(_ event: Record.Event, of record: Record) {
      events += 1
      var type = types[event.type] ?? TypeCounts(type: event.type)
      type.count += 1
      type.statuses[event.status, default: 0] += 1
      if let value = event.time?.value, RunSummary.isDay(value) { type.withDay += 1 }
      if !event.places.isEmpty { type.withPlace += 1 }
      if event.participants.count > 1 { type.withTwoParties += 1 }
      if event.participants.count(where: { $0.entity != nil }) > 1 { type.withTwoEntities += 1 }
      types[event.type] = type
      if let month = RunSummary.month(event.time?.value) ?? RunSummary.month(record.document.date) {
        months[month, default: 0] += 1
      }
      let entities = Dictionary(record.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for place in event.places {
        let key = place.entity.flatMap { entities[$0]?.identity } ?? place.name
        places[key, default: Named(name: place.name)].count += 1
      }
      for participant in event.participants {
        guard let id = participant.entity else { continue }
        let key = entities[id]?.identity ?? participant.name
        participants[key, default: Named(name: participant.name)].count += 1
      }
    }
  }

  init(_ counts: Counts, top: Int) {
    documents = counts.documents
    undated = counts.undated
    withoutEvents = counts.withoutEvents
    characters = counts.characters
    entities = counts.entities
    entitiesWithoutKey = counts.entitiesWithoutKey
    times = counts.times
    events = counts.events
    warnings = counts.warnings
    types = counts.types.values.sorted { ($1.count, $0.type) < ($0.count, $1.type) }
    months = counts.months.map { Count(name: $0, count: $1) }.sorted { $0.name < $1.name }
    sources = Self.most(counts.sources.map { Count(name: $0, count: $1) }, top)
    frequentEntities = counts.entityNames.mapValues {
      Self.most($0.values.map { Count(name: $0.name, count: $0.count) }, top)
    }
    frequentPlaces = Self.most(counts.places.values.map { Count(name: $0.name, count: $0.count) }, top)
    frequentParticipants = Self.most(counts.participants.values.map { Count(name: $0.name, count: $0.count) }, top)
  }

  private static func most(_ counts: [Count], _ top: Int) -> [Count] {
    Array(counts.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(top))
  }

  /// True for a value that names a day, with or without a time.
  static func isDay(_ value: String) -> Bool {
    let day = Array(value.utf8.prefix(11))
    guard day.count == 10 || (day.count == 11 && day[10] == UInt8(ascii: "T")), !value.contains("/") else {
      return false
    }
    return day.prefix(10).enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
    }
  }

  /// `2024-02` of a value that names a month, day or interval.
  static func month(_ value: String?) -> String? {
    guard let value else { return nil }
    let bytes = Array(value.utf8.prefix(7))
    let isMonth =
      bytes.count == 7
      && bytes.enumerated().allSatisfy { $0 == 4 ? $1 == UInt8(ascii: "-") : (0x30...0x39).contains($1) }
    return isMonth ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
