import Foundation
import Khabar
import KhabarCore
import KhabarExport

/// The formats of joined rows.
public enum JoinFormat: String, Sendable, CaseIterable {
  case jsonl, csv, tsv
  /// Directed pairs of actors with CAMEO codes, tab separated: the columns of `DyadExporter`.
  case dyads
  case geojson
}

/// Writes rows in one format.
public struct HappeningWriter {
  /// How rows are written.
  public let format: JoinFormat
  private let table: JoinTable
  private let syntax: TableSyntax
  private let encoder: JSONEncoder
  private var hasFeature = false

  /// - Parameters:
  ///   - table: what csv and tsv hold.
  ///   - hasMark: begins CSV with a byte order mark.
  public init(_ format: JoinFormat, table: JoinTable = .happenings, hasMark: Bool = false) {
    self.format = format
    self.table = table
    syntax = format == .csv ? .csv(hasMark: hasMark) : .tsv
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// What stands before the first row.
  public var opening: String {
    switch format {
    case .jsonl: ""
    case .csv, .tsv: syntax.opening + syntax.row(table.columns)
    case .dyads: syntax.row(HappeningDyads.columns)
    case .geojson: "{\"type\":\"FeatureCollection\",\"features\":["
    }
  }

  /// What stands behind the last row.
  public var closing: String { format == .geojson ? "\n]}\n" : "" }

  /// The row as text; empty for one without coordinates in a map.
  public mutating func text(_ row: HappeningRow) -> String {
    switch format {
    case .jsonl: json(row) + "\n"
    case .csv, .tsv: table.rows(of: row).map(syntax.row).joined()
    case .dyads: HappeningDyads.rows(of: row).map(syntax.row).joined()
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
      var type: EventType
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
}
