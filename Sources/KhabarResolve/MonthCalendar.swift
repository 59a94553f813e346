import KhabarCore

/// A calendar of twelve months whose first days and lengths are known.
public protocol MonthCalendar {
  /// First day of a month.
  static func start(ofMonth month: Int, year: Int) -> CivilDate
  /// Days of a month, 1 to 12.
  static func days(inMonth month: Int, ofYear year: Int) -> Int
}

extension MonthCalendar {
  /// A date, or nil when the month has no such day.
  public static func date(year: Int, month: Int, day: Int) -> CivilDate? {
    guard (1...12).contains(month), day >= 1, day <= days(inMonth: month, ofYear: year) else { return nil }
    return start(ofMonth: month, year: year) + (day - 1)
  }

  /// The whole month.
  public static func month(_ month: Int, of year: Int) -> ClosedRange<CivilDate> {
    let first = start(ofMonth: month, year: year)
    return first...(first + (days(inMonth: month, ofYear: year) - 1))
  }

  /// The whole year.
  public static func year(_ year: Int) -> ClosedRange<CivilDate> {
    start(ofMonth: 1, year: year)...month(12, of: year).upperBound
  }
}
