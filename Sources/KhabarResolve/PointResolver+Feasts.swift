import KhabarCore

/// Hijri dates and holidays.
extension PointResolver {
  mutating func islamic(_ point: CalendarDescription) -> Period? {
    guard let year = islamicYear(point) else { return nil }
    guard let field = point.month, let month = islamicMonth(field) else {
      guard point.month == nil else { return nil }
      var period = Period(IslamicCalendar.year(year), .year)
      period.original = CivilDate.pad(year, 4)
      period.isApproximate = !IslamicCalendar.isExact(year)
      return period
    }
    let label = "\(CivilDate.pad(year, 4))-\(CivilDate.pad(month, 2))"
    var period = Period(IslamicCalendar.month(month, of: year), .month)
    period.original = label
    period.isApproximate = !IslamicCalendar.isExact(year)
    if case .number(let day) = point.day {
      // The month is sighted: a 30th that the table lacks is the day behind the 29th.
      guard (1...30).contains(day) else { return nil }
      let date = period.days.lowerBound + (day - 1)
      var single = Period(day: date)
      single.original = "\(label)-\(CivilDate.pad(day, 2))"
      single.isApproximate = period.isApproximate
      return single
    }
    if let nth = point.ordinal { return islamicOrdinal(nth, point, in: period) }
    return period
  }

  private func islamicOrdinal(_ nth: Int, _ point: CalendarDescription, in month: Period) -> Period? {
    if let weekday = point.weekday {
      return CivilDate.nth(nth, weekday: weekday, in: month.days).map { Period(day: $0) }
    }
    guard (point.ordinalUnit ?? .day) == .day else { return month }
    let date = nth < 0 ? month.days.upperBound + (nth + 1) : month.days.lowerBound + (nth - 1)
    return month.days.contains(date) ? Period(day: date) : nil
  }

  private mutating func islamicMonth(_ field: CalendarDescription.Field) -> Int? {
    switch field {
    case .number(let number): return (1...12).contains(number) ? number : nil
    case .relative, .mentioned: return nil
    }
  }

  private mutating func islamicYear(_ point: CalendarDescription) -> Int? {
    switch point.year {
    case .number(let year): return year
    case .relative(let offset): return anchorDate().map { IslamicCalendar.components(of: $0).year + offset }
    case .mentioned(let offset):
      return (mentioned?.days.lowerBound ?? anchorDate()).map { IslamicCalendar.components(of: $0).year + offset }
    case nil: break
    }
    guard case .number(let month) = point.month, let anchor = anchorDate() else { return nil }
    let current = IslamicCalendar.components(of: anchor).year
    let found = nearest(direction: point.direction, anchor: anchor, current: current) { year in
      guard (1...2000).contains(year) else { return nil }
      guard case .number(let day) = point.day else { return Period(IslamicCalendar.month(month, of: year), .month) }
      return IslamicCalendar.date(year: year, month: month, day: day).map { Period(day: $0) }
    }
    return found.map { IslamicCalendar.components(of: $0.days.lowerBound).year }
  }

  /// The feast, or the nth day counted from its first.
  mutating func holiday(_ rule: HolidayRule, _ point: CalendarDescription) -> Period? {
    guard let feast = wholeHoliday(rule, point), let nth = point.ordinal else { return wholeHoliday(rule, point) }
    guard nth > 0 else { return Period(day: feast.days.upperBound) }
    return Period(day: feast.days.lowerBound + (nth - 1))
  }

  private mutating func wholeHoliday(_ rule: HolidayRule, _ point: CalendarDescription) -> Period? {
    switch rule {
    case .unknown: return nil
    case .islamic(let month, let day, let length):
      return islamicHoliday(point) { Self.islamicFeast(month, day, length, year: $0) }
    default: break
    }
    if let field = point.year, let year = holidayYear(field, isIslamic: false) { return Self.feast(rule, year) }
    guard let anchor = anchorDate() else { return nil }
    return nearest(direction: point.direction, anchor: anchor, current: anchor.year) { Self.feast(rule, $0) }
  }

  /// Years whose feasts can be told.
  private static let civilYears = 1...9000
  private static let islamicYears = 1...2000

  /// A feast of the civil year, or one that moves with Easter.
  private static func feast(_ rule: HolidayRule, _ year: Int) -> Period? {
    guard civilYears.contains(year) else { return nil }
    switch rule {
    case .gregorian(let month, let day, let length):
      return CivilDate(validYear: year, month: month, day: day).map { Period($0...($0 + (length - 1)), .day) }
    case .easter(let offset): return Period(day: CivilDate.easter(year) + offset)
    case .orthodoxEaster(let offset): return Period(day: CivilDate.orthodoxEaster(year) + offset)
    case .weekday(let month, let weekday, let nth):
      return CivilDate.nth(nth, weekday: weekday, in: CivilDate.month(month, of: year)).map { Period(day: $0) }
    case .islamic, .unknown: return nil
    }
  }

  /// A feast of the Hijri year, of some days.
  private static func islamicFeast(_ month: Int, _ day: Int, _ length: Int, year: Int) -> Period? {
    guard islamicYears.contains(year), let date = IslamicCalendar.date(year: year, month: month, day: day) else {
      return nil
    }
    var period = Period(date...(date + (length - 1)), .day)
    period.original = "\(CivilDate.pad(year, 4))-\(CivilDate.pad(month, 2))-\(CivilDate.pad(day, 2))"
    period.isApproximate = !IslamicCalendar.isExact(year)
    return period
  }

  /// A Hijri feast in the year that the words give by either calendar, else the one that they mean.
  private mutating func islamicHoliday(
    _ point: CalendarDescription, _ make: (Int) -> Period?
  ) -> Period? {
    let isIslamicYear = point.calendar == .islamic
    if let field = point.year, let year = holidayYear(field, isIslamic: isIslamicYear) {
      if isIslamicYear { return make(year) }
      // A civil year can hold a Hijri feast twice; the first one is meant.
      let first = IslamicCalendar.components(of: CivilDate(year: year, month: 1, day: 1)).year
      for candidate in first...(first + 1) {
        if let period = make(candidate), period.days.lowerBound.year == year { return period }
      }
      return nil
    }
    guard let anchor = anchorDate() else { return nil }
    let current = IslamicCalendar.components(of: anchor).year
    return nearest(direction: point.direction, anchor: anchor, current: current, within: make)
  }

  private mutating func holidayYear(_ field: CalendarDescription.Field, isIslamic: Bool) -> Int? {
    switch field {
    case .number(let year): return year
    case .relative(let offset):
      return anchorDate().map { (isIslamic ? IslamicCalendar.components(of: $0).year : $0.year) + offset }
    case .mentioned(let offset): return (mentioned?.days.lowerBound ?? anchorDate()).map { $0.year + offset }
    }
  }
}
