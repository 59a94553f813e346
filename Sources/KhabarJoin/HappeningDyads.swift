import KhabarCore
import KhabarExport

/// Joined rows as directed pairs of actors: one line for each pair of a happening, however many articles tell of it.
enum HappeningDyads {
  static let columns = DyadExporter.columns + ["articles", "sources"]

  static func rows(of row: HappeningRow) -> [[String]] {
    var parties = row.parties.filter { isUsual($0, row) }
    if let code = DyadDirection.hostCountry(of: row.type, roles: parties.map(\.role), in: row.country) {
      parties.append(HappeningRow.Party(role: "host", name: code, country: row.country, reports: row.articles))
    }
    let pairs = DyadDirection.pairs(
      of: row.type, status: EventStatus(rawValue: row.status), roles: parties.map(\.role))
    return pairs.map { cells(row, parties[$0.source], parties[$0.target], $0.cameo ?? row.cameo ?? "") }
  }

  /// Known by a list or by its country, and named by every fifth report: a word that one of many reports has for
  /// somebody makes no pair.
  private static func isUsual(_ party: HappeningRow.Party, _ row: HappeningRow) -> Bool {
    (party.key != nil || party.country != nil) && Happening.isUsual(party.reports, of: row.reports.count)
  }

  private static func cells(
    _ row: HappeningRow, _ source: HappeningRow.Party, _ target: HappeningRow.Party, _ cameo: String
  ) -> [String] {
    let day = row.date ?? row.firstReport ?? ""
    let basis = row.date != nil ? "clause" : day.isEmpty ? "" : "report"
    let quad = EventCode(plover: row.plover).quad.map(String.init) ?? ""
    let cells: [[String]] = [
      [row.id, day, basis, row.firstReport ?? ""], actor(source), actor(target),
      [cameo, String(cameo.prefix(2)), quad, row.plover ?? "", row.mode ?? "", row.context ?? "", row.status],
      [
        row.place ?? "", row.country.flatMap(CountryCode.alpha3) ?? "", row.latitude.map { "\($0)" } ?? "",
        row.longitude.map { "\($0)" } ?? "", "\(row.confidence)",
        row.reportList, row.reports.first?.url ?? "", String(row.articles), String(row.sources),
      ],
    ]
    return cells.flatMap { $0 }
  }

  private static func actor(_ party: HappeningRow.Party) -> [String] {
    let country = party.country.flatMap(CountryCode.alpha3) ?? ""
    let sector = party.sector ?? ""
    return [party.name, party.key ?? "", country, sector, country + sector]
  }
}
