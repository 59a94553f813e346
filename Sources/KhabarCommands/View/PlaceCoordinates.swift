import Foundation
import Khabar

/// Where places are, by the ids of a pipeline's lists: for records that do not say it.
struct PlaceCoordinates: Sendable {
  private let byID: [String: (latitude: Double, longitude: Double)]

  /// Reads the tables that have the columns `id`, `latitude` and `longitude`; what can't be read has none.
  init(_ description: PipelineDescription) {
    var byID: [String: (Double, Double)] = [:]
    let own = description.single.flatMap { (try? $0.gazetteerSources()) ?? [] }
    let sources = ((try? description.userSources()) ?? []) + own
    for source in sources where source.format == .table {
      guard let data = FileManager.default.contents(atPath: source.path),
        let rows = try? TSVReader(file: source.path, bytes: Array(data)).rows()
      else { continue }
      for row in rows {
        guard let id = row.cells["id"], !id.isEmpty, byID[id] == nil,
          let latitude = row.cells["latitude"].flatMap(Double.init),
          let longitude = row.cells["longitude"].flatMap(Double.init)
        else { continue }
        byID[id] = (latitude, longitude)
      }
    }
    self.byID = byID
  }

  /// Degrees north and east.
  func coordinates(of id: String) -> (latitude: Double, longitude: Double)? { byID[id] }
}
