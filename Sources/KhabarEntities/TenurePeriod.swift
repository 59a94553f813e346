import KhabarCore

/// The time of an office, given to the year, month or day.
struct TenurePeriod {
  private var first: CivilDate?
  private var last: CivilDate?

  init(from: String?, to: String?) {
    first = from.flatMap { Self.days($0)?.lowerBound }
    last = to.flatMap { Self.days($0)?.upperBound }
  }

  /// The last day, when it is known.
  var lastDay: CivilDate? { last }

  func contains(_ date: CivilDate) -> Bool {
    if first == nil, last == nil { return false }
    if let first, date < first { return false }
    if let last, date > last { return false }
    return true
  }

  /// First and last day of `2003`, `2003-05` or `2003-05-11`.
  private static func days(_ text: String) -> ClosedRange<CivilDate>? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard let year = parts.first ?? nil, (1...9999).contains(year) else { return nil }
    guard parts.count > 1 else {
      return CivilDate(year: year, month: 1, day: 1)...CivilDate(year: year, month: 12, day: 31)
    }
    guard let month = parts[1], (1...12).contains(month) else { return nil }
    guard parts.count > 2 else {
      return CivilDate(
        year: year, month: month, day: 1)...CivilDate(
          year: year, month: month, day: CivilDate.days(inMonth: month, ofYear: year))
    }
    guard let day = parts[2], let date = CivilDate(validYear: year, month: month, day: day) else { return nil }
    return date...date
  }
}
