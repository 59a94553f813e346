import KhabarCore

/// The columns that mean something to the program. Any other column is a feature of the entry.
public enum GazetteerColumn: String, CaseIterable, Sendable {
  /// The name, as newspapers write it.
  case name
  /// What it names; `none` silences the name.
  case type
  /// city, country, party …
  case kind
  /// Identifier in its source: `Q796`, `geonames:98182`.
  case id
  /// ISO 3166 alpha-2.
  case country
  /// Other names, separated by `|`.
  case aliases
  /// First and last day it holds: `2003`, `2003-05` or `2003-05-11`.
  case from, to
  /// Degrees.
  case latitude, longitude
  case population
  /// BCP 47.
  case language
  /// An integer; of two entries of one name the one with the higher priority comes first.
  case priority
  /// Where the name may match: `name`, `place`, `media`, `sport`, `office`, `party` or `company`.
  case context
}

extension EntryContext {
  /// The values of the column `context`.
  static let columnValues: [(name: String, context: EntryContext)] = [
    ("name", .name), ("place", .place), ("media", .media), ("sport", .sport), ("office", .office), ("party", .party),
    ("company", .company),
  ]

  /// The value of the column `context`; nil for a word that stands for none.
  init?(column value: String) {
    guard let found = Self.columnValues.first(where: { $0.name == value }) else { return nil }
    self = found.context
  }
}
