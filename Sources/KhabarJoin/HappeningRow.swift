import Foundation
import KhabarCore

/// A happening as it is written: what its reports agree on, what they dispute, and who reported it.
public struct HappeningRow: Codable, Sendable, Equatable {
  /// Who takes part, over all reports.
  public struct Party: Codable, Sendable, Equatable {
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
    /// Reports that name it.
    public var reports: Int
  }

  /// What some reports say otherwise.
  public struct Value: Codable, Sendable, Equatable {
    /// As the row writes such a value.
    public var value: String
    /// Documents that say so.
    public var documents: [String]
  }

  /// A toll with the day on which it was reported.
  public struct Toll: Codable, Sendable, Equatable {
    /// ISO 8601.
    public var reportedOn: String?
    /// Killed by that report.
    public var killed: Int?
    /// Injured by that report.
    public var injured: Int?
    /// Ids of the documents that report it.
    public var documents: [String]
  }

  /// Name and version of the format.
  public static let schemaName = "khabar-join/1"
  /// `schemaName`.
  public var schema = HappeningRow.schemaName
  /// The id of the happening.
  public var id: String
  /// Type of its events.
  public var type: EventType
  /// What most reports say was done: signed, appointed.
  public var action: String?
  /// Has it occurred? What one report says has occurred is no longer planned.
  public var status: String
  /// The day that most reports give.
  public var date: String?
  /// Where most reports place it.
  public var place: String?
  /// The key of the place.
  public var placeKey: String?
  /// Its name in English.
  public var placeEn: String?
  /// Of the place, ISO 3166 alpha-2.
  public var country: String?
  /// Degrees north.
  public var latitude: Double?
  /// Degrees east.
  public var longitude: Double?
  /// The last toll that was reported.
  public var killed: Int?
  /// The last number of injured that was reported.
  public var injured: Int?
  /// The code that most reports have.
  public var cameo: String?
  /// The PLOVER category of that code.
  public var plover: String?
  /// The PLOVER mode of that code.
  public var mode: String?
  /// The PLOVER context of that code.
  public var context: String?
  /// Who took part.
  public var parties: [Party]
  /// Day of the first report, ISO 8601.
  public var firstReport: String?
  /// Day of the last report, ISO 8601.
  public var lastReport: String?
  /// Number of documents.
  public var articles: Int
  /// Number of publishers.
  public var sources: Int
  /// 0 to 1.
  public var confidence: Double
  /// What reports say otherwise, by field: `date`, `place`, `killed`, `injured`, `status`.
  public var disputed: [String: [Value]]
  /// Tolls by the day of their report.
  public var tolls: [Toll]
  /// What it was joined from.
  public var reports: [Report]
}

extension HappeningRow {
  public init(_ happening: Happening) {
    let reports = happening.reports
    id = happening.id
    type = reports[0].type
    action = Happening.mostFrequent(Self.counts(reports.compactMap(\.action)))
    // What has happened by one report is no longer planned by another.
    let statuses = Self.counts(reports.map(\.status))
    status =
      ["denied", "cancelled"].first { (statuses[$0] ?? 0) * 2 > reports.count }
      ?? ["occurred", "ongoing", "planned"].first { statuses[$0] != nil } ?? reports[0].status
    date = happening.day.map { CivilDate(dayNumber: $0).description }
    let places = reports.flatMap { $0.places.prefix(1) }
    let placeName = Happening.mostFrequent(Self.counts(places.map { $0.key ?? $0.name }))
    let named = places.first { ($0.key ?? $0.name) == placeName }
    (place, placeKey, placeEn, country) = (named?.name, named?.key, named?.label, named?.country)
    let located =
      reports.first { $0.latitude != nil && $0.places.contains { $0.key == placeName } }
      ?? reports.first { $0.latitude != nil }
    (latitude, longitude) = (located?.latitude, located?.longitude)
    killed = Happening.mostFrequent(Self.counts(reports.compactMap(\.killed)))
    injured = Happening.mostFrequent(Self.counts(reports.compactMap(\.injured)))
    let code = Happening.mostFrequent(Self.counts(reports.compactMap(\.cameo)))
    let coded = reports.first { $0.cameo == code && $0.plover != nil }
    cameo = code
    (plover, mode, context) = (coded?.plover, coded?.mode, coded?.context)
    parties = Self.parties(of: reports)
    firstReport = happening.firstReported.map { CivilDate(dayNumber: $0).description }
    lastReport = happening.lastReported.map { CivilDate(dayNumber: $0).description }
    articles = Set(reports.map(\.document)).count
    sources = max(1, Set(reports.compactMap(\.source)).count)
    confidence = reports.map(\.confidence).max() ?? 0
    disputed = Self.disputed(reports)
    tolls = Self.tolls(reports)
    self.reports = reports
  }

  /// The happening that was written.
  ///
  /// - Returns: nil for a row without reports.
  public var happening: Happening? {
    guard let first = reports.first else { return nil }
    var happening = Happening(first, id: id)
    for report in reports.dropFirst() { happening.add(report) }
    return happening
  }

  private static func counts<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Its reports in the cell of a table: `document#event|…`.
  var reportList: String { reports.map { "\($0.document)#\($0.event)" }.joined(separator: "|") }

  private static func parties(of reports: [Report]) -> [Party] {
    var parties: [Party] = []
    var indexes: [String: Int] = [:]
    for report in reports {
      for actor in report.parties {
        let name = "\(actor.role)\t\(actor.key ?? actor.name)"
        if let index = indexes[name] {
          parties[index].reports += 1
          parties[index].sector = parties[index].sector ?? actor.sector
        } else {
          indexes[name] = parties.count
          parties.append(
            Party(
              role: actor.role, name: actor.name, key: actor.key, label: actor.label, country: actor.country,
              sector: actor.sector, reports: 1))
        }
      }
    }
    return parties.enumerated().sorted { ($1.element.reports, $0.offset) < ($0.element.reports, $1.offset) }
      .map(\.element)
  }

  private static func disputed(_ reports: [Report]) -> [String: [Value]] {
    var result: [String: [Value]] = [:]
    func add(_ field: String, _ value: (Report) -> String?) {
      var documents: [String: [String]] = [:]
      for report in reports {
        if let value = value(report), documents[value]?.last != report.document {
          documents[value, default: []].append(report.document)
        }
      }
      if documents.count > 1 {
        result[field] = documents.map { Value(value: $0, documents: $1) }
          .sorted { ($1.documents.count, $0.value) < ($0.documents.count, $1.value) }
      }
    }
    add("date") { $0.day.map { CivilDate(dayNumber: $0.lowerBound).description } }
    add("place") { $0.places.first.map { $0.key ?? $0.name } }
    add("killed") { $0.killed.map(String.init) }
    add("injured") { $0.injured.map(String.init) }
    add("status") { $0.status }
    return result
  }

  private static func tolls(_ reports: [Report]) -> [Toll] {
    var tolls: [Toll] = []
    for report in reports where report.killed != nil || report.injured != nil {
      let day = report.reported.map { CivilDate(dayNumber: $0).description }
      let same = tolls.firstIndex {
        $0.reportedOn == day && $0.killed == report.killed && $0.injured == report.injured
      }
      if let same {
        tolls[same].documents.append(report.document)
      } else {
        tolls.append(
          Toll(reportedOn: day, killed: report.killed, injured: report.injured, documents: [report.document]))
      }
    }
    return tolls.sorted { ($0.reportedOn ?? "", $0.killed ?? 0) < ($1.reportedOn ?? "", $1.killed ?? 0) }
  }
}

extension HappeningRow {
  /// The rows of a file that `khabar join` wrote as JSONL.
  ///
  /// - Throws: `KhabarError` D001 when it can't be read, K001 for a line that is no row.
  public static func read(_ path: String) throws -> [HappeningRow] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw KhabarError("D001", at: SourceLocation(file: path), "can't be read", remedy: "Give what khabar join wrote")
    }
    let decoder = JSONDecoder()
    return try data.split(separator: 0x0A).enumerated().map { index, line in
      do {
        return try decoder.decode(HappeningRow.self, from: Data(line))
      } catch {
        throw KhabarError(
          "K001", at: SourceLocation(file: path, line: index + 1), "no row of khabar join",
          remedy: "Give what khabar join --format jsonl wrote")
      }
    }
  }
}
