import KhabarCore

/// The tables that joined rows are written as.
public enum JoinTable: String, Sendable, CaseIterable {
  /// One row for each happening.
  case happenings
  /// One row for each party of a happening.
  case parties
  /// One row for each report of a happening.
  case reports

  var columns: [String] {
    switch self {
    case .happenings:
      [
        "id", "type", "action", "status", "date", "first_report", "last_report", "articles", "sources", "place",
        "place_key", "place_en", "country", "latitude", "longitude", "killed", "injured", "cameo", "plover", "mode",
        "context", "confidence", "parties", "parties_en", "party_keys", "disputed", "documents",
      ]
    case .parties:
      [
        "id", "type", "status", "date", "role", "name", "key", "label_en", "country", "country3", "sector", "reports",
      ]
    case .reports:
      [
        "id", "type", "document", "event", "reported_on", "status", "date_from", "date_to", "place", "place_key",
        "killed", "injured", "cameo", "confidence", "source", "url",
      ]
    }
  }

  func rows(of row: HappeningRow) -> [[String]] {
    switch self {
    case .happenings: [cells(row)]
    case .parties: row.parties.map { cells($0, row) }
    case .reports: row.reports.map { cells($0, row) }
    }
  }

  private func cells(_ row: HappeningRow) -> [String] {
    [
      row.id, row.type.rawValue, row.action ?? "", row.status, row.date ?? "", row.firstReport ?? "",
      row.lastReport ?? "",
      String(row.articles), String(row.sources), row.place ?? "", row.placeKey ?? "", row.placeEn ?? "",
      row.country ?? "", row.latitude.map { "\($0)" } ?? "", row.longitude.map { "\($0)" } ?? "",
      row.killed.map(String.init) ?? "", row.injured.map(String.init) ?? "", row.cameo ?? "",
      row.plover ?? "", row.mode ?? "", row.context ?? "", "\(row.confidence)",
      row.parties.map { "\($0.role):\($0.name)" }.joined(separator: "|"),
      row.parties.compactMap(\.label).joined(separator: "|"), row.parties.compactMap(\.key).joined(separator: "|"),
      row.disputed.keys.sorted().map { field in
        "\(field): " + (row.disputed[field] ?? []).map { "\($0.value) (\($0.documents.count))" }.joined(separator: ", ")
      }.joined(separator: "; "),
      row.reportList,
    ]
  }

  private func cells(_ party: HappeningRow.Party, _ row: HappeningRow) -> [String] {
    [
      row.id, row.type.rawValue, row.status, row.date ?? "", party.role.rawValue, party.name, party.key ?? "",
      party.label ?? "",
      party.country ?? "", party.country.flatMap(CountryCode.alpha3) ?? "", party.sector ?? "", String(party.reports),
    ]
  }

  private func cells(_ report: Report, _ row: HappeningRow) -> [String] {
    func day(_ number: Int?) -> String { number.map { CivilDate(dayNumber: $0).description } ?? "" }
    let place = report.places.first
    return [
      row.id, row.type.rawValue, report.document, report.event, day(report.reported), report.status, day(report.first),
      day(report.last), place?.name ?? "", place?.key ?? "", report.killed.map(String.init) ?? "",
      report.injured.map(String.init) ?? "", report.cameo ?? "", "\(report.confidence)", report.source ?? "",
      report.url ?? "",
    ]
  }
}
