/// A day of the proleptic Gregorian calendar, as a count of days since 1970-01-01. Integers only: no locale, no time
/// zone.
///
/// Conversion follows the days-from-civil algorithm of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
/// (2013), valid for all years that fit.
@frozen
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public var dayNumber: Int

  @inlinable public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// A day given by year, month and day of the month; values outside their range carry over.
  public init(year: Int, month: Int, day: Int) {
    let monthIndex = year * 12 + month - 1
    var year = monthIndex >= 0 ? monthIndex / 12 : -((11 - monthIndex) / 12)
    let month = monthIndex - year * 12 + 1
    if month <= 2 { year -= 1 }
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// A valid day, or nil: 2023-02-29 is none.
  public init?(validYear year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= CivilDate.days(inMonth: month, ofYear: year) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD`, optionally with a time behind `T` or a space, which is passed over.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 || (bytes.count > 10 && (bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "))),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// Year, month 1...12 and day 1...31.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// Astronomical: 0 is 1 BC.
  public var year: Int { components.year }
  /// 1...12.
  public var month: Int { components.month }
  /// 1...31.
  public var day: Int { components.day }

  /// ISO weekday: 1 Monday … 7 Sunday.
  public var weekday: Int {
    let value = (dayNumber + 3) % 7
    return (value < 0 ? value + 7 : value) + 1
  }

  /// Whether a year of the Gregorian calendar has 29 February.
  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// Days of a month, 28...31.
  public static func days(inMonth month: Int, ofYear year: Int) -> Int {
    month == 2 ? (isLeap(year) ? 29 : 28) : (month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31)
  }

  @inlinable public static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }
  /// The date so many days later.
  @inlinable public static func + (date: CivilDate, days: Int) -> CivilDate {
    CivilDate(dayNumber: date.dayNumber + days)
  }
  /// The date so many days earlier.
  @inlinable public static func - (date: CivilDate, days: Int) -> CivilDate {
    CivilDate(dayNumber: date.dayNumber - days)
  }
}

extension CivilDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = components
    return "\(Self.pad(year, 4))-\(Self.pad(month, 2))-\(Self.pad(day, 2))"
  }

  /// A number with leading zeros.
  public static func pad(_ value: Int, _ width: Int) -> String {
    let digits = String(abs(value))
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
