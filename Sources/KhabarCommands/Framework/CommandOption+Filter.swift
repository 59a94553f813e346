import Khabar

/// Settings with a filter of events.
protocol FilteringSettings {
  var filter: EventFilter { get set }
}

extension CommandOption where Settings: FilteringSettings {
  /// The options of the filter.
  static var filters: [Self] {
    [
      .eventTypes(into: \.filter.types),
      .list(
        "status", nil, "STATUS", help: "Only events of this status: \(statusNames).",
        into: \.filter.statuses, expected: statusNames, read: { EventStatus(rawValue: $0) }),
      day(
        "since", "Only events on or after this day; of one without a day the article's counts.",
        into: \.filter.since),
      day("until", "Only events on or before this day.", into: \.filter.until),
      .value(
        "min-confidence", nil, "P", help: "Only events with at least this confidence.",
        into: \.filter.minimumConfidence, expected: "a number from 0 to 1",
        read: { Double($0).flatMap { (0...1).contains($0) ? $0 : nil } }),
      .list(
        "country", nil, "CODE", help: "Only events with a party or place of this country, as SA or SAU.",
        into: \.filter.countries, expected: "an ISO 3166 code such as SA or SAU",
        read: { code in
          let code = code.uppercased()
          return CountryCode.alpha3(of: code) == nil ? CountryCode.alpha2(of: code) : code
        }),
      .flag("without-sport", help: "Leave out matches, clubs and players.", into: \.filter.withoutSport),
    ]
  }

  private static var statusNames: String { EventStatus.allCases.map(\.rawValue).joined(separator: ", ") }

  private static func day(
    _ name: String, _ help: String, into member: WritableKeyPath<Settings, CivilDate?> & Sendable
  ) -> Self {
    .value(
      name, nil, "YYYY-MM-DD", help: help, into: member, expected: "a day of the calendar as YYYY-MM-DD",
      read: { $0.utf8.count == 10 ? CivilDate(iso: $0).map(Optional.some) : nil })
  }
}
