import KhabarCore

/// Dates of the solar Hijri calendar.
extension PointResolver {
  /// A day, month or year. Its month stands with its year; a year may count from the anchor's.
  mutating func solarHijri(_ point: CalendarDescription) -> Period? {
    let year: Int
    switch point.year {
    case .number(let number): year = number
    case .relative(let offset):
      guard let anchor = anchorDate() else { return nil }
      year = SolarHijriCalendar.year(of: anchor) + offset
    case .mentioned, nil: return nil
    }
    guard (1...3000).contains(year) else { return nil }
    var period: Period
    var original = CivilDate.pad(year, 4)
    if let field = point.month {
      guard case .number(let month) = field, (1...12).contains(month) else { return nil }
      original += "-" + CivilDate.pad(month, 2)
      if case .number(let day) = point.day {
        guard let date = SolarHijriCalendar.date(year: year, month: month, day: day) else { return nil }
        period = Period(day: date)
        original += "-" + CivilDate.pad(day, 2)
      } else {
        period = Period(SolarHijriCalendar.month(month, of: year), .month)
      }
    } else {
      period = Period(SolarHijriCalendar.year(year), .year)
    }
    period.original = original
    period.originalCalendar = .solarHijri
    return period
  }
}
