import Foundation
import Khabar
import KhabarCore
import KhabarExport

/// The formats of joined rows.
public enum JoinFormat: String, Sendable, CaseIterable {
  case jsonl, csv, tsv, geojson
}

/// Writes rows in one format.
public struct HappeningWriter {
  /// How rows are written.
  public let format: JoinFormat
  private let encoder: JSONEncoder
  private var hasFeature = false

  public init(_ format: JoinFormat) {
    self.format = format
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  private static let columns = [
    "id", "type", "action", "status", "date", "first_report", "last_report", "articles", "sources", "place",
    "place_key", "place_en", "country", "latitude", "longitude", "killed", "injured", "cameo", "confidence", "parties",
    "parties_en", "party_keys", "disputed", "documents",
  ]

  /// What stands before the first row.
  public var opening: String {
    switch format {
    case .jsonl: ""
    case .csv: TableSyntax.csv(hasMark: false).row(Self.columns)
    case .tsv: TableSyntax.tsv.row(Self.columns)
    case .geojson: "{\"type\":\"FeatureCollection\",\"features\":["
    }
  }

  /// What stands behind the last row.
  public var closing: String { format == .geojson ? "\n]}\n" : "" }

  /// The row as text; empty for one without coordinates in a map.
  public mutating func text(_ row: HappeningRow) -> String {
    switch format {
    case .jsonl: json(row) + "\n"
    case .csv: TableSyntax.csv(hasMark: false).row(cells(row))
    case .tsv: TableSyntax.tsv.row(cells(row))
    case .geojson: feature(row)
    }
  }

  /// A feature of a map (RFC 7946).
  private struct Feature: Encodable {
    struct Geometry: Encodable {
      var type = "Point"
      /// Longitude and latitude.
      var coordinates: [Double]
    }

    struct Properties: Encodable {
      var id: String
      var type: String
      var status: String
      var date: String?
      var firstReport: String?
      var place: String?
      var parties: String
      var killed: Int?
      var injured: Int?
      var articles: Int
      var cameo: String?
    }

    var type = "Feature"
    var geometry: Geometry
    var properties: Properties
  }

  private mutating func feature(_ row: HappeningRow) -> String {
    guard let latitude = row.latitude, let longitude = row.longitude else { return "" }
    let feature = Feature(
      geometry: Feature.Geometry(coordinates: [longitude, latitude]),
      properties: Feature.Properties(
        id: row.id, type: row.type, status: row.status, date: row.date, firstReport: row.firstReport,
        place: row.placeEn ?? row.place, parties: row.parties.map(\.name).joined(separator: ", "), killed: row.killed,
        injured: row.injured, articles: row.articles, cameo: row.cameo))
    defer { hasFeature = true }
    return (hasFeature ? ",\n" : "\n") + json(feature)
  }

  private func json(_ value: some Encodable) -> String {
    (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private func cells(_ row: HappeningRow) -> [String] {
    [
      row.id, row.type, row.action ?? "", row.status, row.date ?? "", row.firstReport ?? "", row.lastReport ?? "",
      String(row.articles), String(row.sources), row.place ?? "", row.placeKey ?? "", row.placeEn ?? "",
      row.country ?? "", row.latitude.map { "\($0)" } ?? "", row.longitude.map { "\($0)" } ?? "",
      row.killed.map(String.init) ?? "", row.injured.map(String.init) ?? "", row.cameo ?? "", "\(row.confidence)",
      row.parties.map { "\($0.role):\($0.name)" }.joined(separator: "|"),
      row.parties.compactMap(\.label).joined(separator: "|"), row.parties.compactMap(\.key).joined(separator: "|"),
      row.disputed.keys.sorted().map { field in
        "\(field): " + (row.disputed[field] ?? []).map { "\($0.value) (\($0.documents.count))" }.joined(separator: ", ")
      }.joined(separator: "; "),
      row.reports.map { "\($0.document)#\($0.event)" }.joined(separator: "|"),
    ]
  }
}
