import KhabarCore

/// Which events of records are wanted.
public struct EventFilter: Sendable, Equatable {
  /// Types; empty for all.
  public var types: Set<EventType> = []
  /// Statuses; empty for all.
  public var statuses: Set<EventStatus> = []
  /// The event's last day is not before this one; of an event without a day the report's day counts.
  public var since: CivilDate?
  /// The event's first day is not after this one.
  public var until: CivilDate?
  /// Events below it are left out; 0 to 1.
  public var minimumConfidence = 0.0
  /// Alpha-2 codes, one of which a party or a place has; empty for all.
  public var countries: Set<String> = []
  /// Leaves out matches, clubs and players.
  public var withoutSport = false

  public init() {}

  /// Whether it wants every event.
  public var isEmpty: Bool { self == EventFilter() }

  /// The document with the events that are wanted; its entities and times stay.
  public func apply(to document: AssembledDocument) -> AssembledDocument {
    guard !isEmpty else { return document }
    return AssembledDocument(
      resolved: document.resolved, events: document.events.filter { wants(Candidate($0, of: document)) },
      warnings: document.warnings)
  }

  /// Whether an event is wanted.
  public func wants(_ event: Candidate) -> Bool {
    if !types.isEmpty, !types.contains(event.type) { return false }
    if !statuses.isEmpty, !(event.status.map(statuses.contains) ?? false) { return false }
    if event.confidence < minimumConfidence || withoutSport && event.isSport { return false }
    if let since, event.lastDay ?? .min < since.dayNumber { return false }
    if let until, event.firstDay ?? .max > until.dayNumber { return false }
    return countries.isEmpty || !countries.isDisjoint(with: event.countries())
  }
}

extension EventFilter {
  /// What a filter asks of an event, be it one of a document or one of a record that was written before.
  public struct Candidate {
    let type: EventType
    let status: EventStatus?
    let confidence: Double
    let isSport: Bool
    let firstDay: Int?
    let lastDay: Int?
    let countries: () -> Set<String>

    /// - Parameters:
    ///   - status: nil for one that is not known, which no filter of statuses wants.
    ///   - confidence: 0 to 1.
    ///   - firstDay: days since 1970-01-01; of an event without a day those of its report.
    ///   - lastDay: likewise.
    ///   - countries: alpha-2 codes of its parties and places; asked for when all else is wanted.
    public init(
      type: EventType, status: EventStatus?, confidence: Double, isSport: Bool, firstDay: Int?, lastDay: Int?,
      countries: @escaping () -> Set<String>
    ) {
      (self.type, self.status, self.confidence, self.isSport) = (type, status, confidence, isSport)
      (self.firstDay, self.lastDay, self.countries) = (firstDay, lastDay, countries)
    }

    /// An event of a document.
    init(_ event: Event, of document: AssembledDocument) {
      let report = document.resolved.anchor?.date
      let days = event.time?.days ?? report.map { $0...$0 }
      self.init(
        type: event.type, status: event.status, confidence: event.confidence, isSport: event.isSport,
        firstDay: days?.lowerBound.dayNumber, lastDay: days?.upperBound.dayNumber
      ) {
        let places = event.places.compactMap { document.location(of: $0)?.country }
        return Set(places + event.participants.compactMap { $0.actor?.country })
      }
    }
  }
}

extension EventFilter: CustomStringConvertible {
  /// What it wants, the same for equal filters.
  public var description: String {
    var parts: [String] = []
    func add(_ name: String, _ values: [String]) {
      if !values.isEmpty { parts.append(name + " " + values.joined(separator: " ")) }
    }
    add("types", types.map(\.rawValue).sorted())
    add("statuses", statuses.map(\.rawValue).sorted())
    add("since", [since].compactMap { $0?.description })
    add("until", [until].compactMap { $0?.description })
    add("confidence", minimumConfidence > 0 ? [String(minimumConfidence)] : [])
    add("countries", countries.sorted())
    add("without", withoutSport ? ["sport"] : [])
    return parts.isEmpty ? "all events" : parts.joined(separator: ", ")
  }
}

/// Writes documents with the wanted events alone.
public struct FilteringExporter: DocumentExporter {
  /// Writes what is left.
  public let exporter: any DocumentExporter
  /// What is left.
  public let filter: EventFilter

  public init(_ exporter: any DocumentExporter, filter: EventFilter) {
    self.exporter = exporter
    self.filter = filter
  }

  public var fileExtension: String { exporter.fileExtension }
  public var framing: StreamFraming { exporter.framing }
  public var singleFraming: StreamFraming { exporter.singleFraming }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    exporter.append(filter.apply(to: document), to: &output)
  }
}
