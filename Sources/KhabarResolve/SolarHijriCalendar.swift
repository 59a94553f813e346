import KhabarCore

/// The solar Hijri calendar of Iran and Afghanistan: a year begins with spring, its first six months have 31 days, the
/// next five 30, the last 29 or 30.
///
/// Leap years by the rule of 33 years that Unicode's ICU uses (`PersianCalendar`): it agrees with the astronomical
/// calendar from 1178 to 1501, 1799 to 2122 of the common era; outside a day may be wrong.
public enum SolarHijriCalendar: MonthCalendar {
  /// Days from 1 Farvardin 1 to 1970-01-01.
  private static let epoch = 492_268

  /// The solar year that holds a day.
  public static func year(of date: CivilDate) -> Int {
    let (year, month, _) = date.components
    let candidate = year - 621
    return month < 3 || date < start(ofMonth: 1, year: candidate) ? candidate - 1 : candidate
  }

  /// Days of a month, 1 to 12.
  public static func days(inMonth month: Int, ofYear year: Int) -> Int {
    if month < 7 { return 31 }
    if month < 12 { return 30 }
    return start(ofMonth: 1, year: year + 1).dayNumber - start(ofMonth: 12, year: year).dayNumber
  }

  /// First day of a month.
  public static func start(ofMonth month: Int, year: Int) -> CivilDate {
    let leapDays = (8 * year + 21).floorDivided(by: 33)
    let monthDays = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7)
    return CivilDate(dayNumber: -epoch + 365 * (year - 1) + leapDays + monthDays)
  }
}
