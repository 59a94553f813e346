import Foundation
import KhabarCore
import XCTest

@testable import KhabarResolve

/// Integer calendars against Foundation and the published Umm al-Qura table.
final class CalendarTests: XCTestCase {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path

  /// Every day from 1600 to 2400 has the year, month, day, weekday and ISO week that Foundation gives it.
  func testGregorianEveryDay() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try XCTUnwrap(TimeZone(secondsFromGMT: 0))
    var iso = Calendar(identifier: .iso8601)
    iso.timeZone = calendar.timeZone
    let first = CivilDate(year: 1600, month: 1, day: 1)
    let last = CivilDate(year: 2400, month: 12, day: 31)
    XCTAssertEqual(last.dayNumber - first.dayNumber + 1, 801 * 365 + 195)
    // Foundation is asked once a month and counted on from there; its own answer at every month's end must agree.
    var day = first.dayNumber
    while day <= last.dayNumber {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400)
      let start = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      XCTAssertEqual(start.day, 1)
      let length = try XCTUnwrap(calendar.range(of: .day, in: .month, for: date)).count
      let week = iso.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
      XCTAssertEqual(CivilDate(dayNumber: day).isoWeek.year, week.yearForWeekOfYear)
      XCTAssertEqual(CivilDate(dayNumber: day).isoWeek.week, week.weekOfYear)
      for offset in 0..<length {
        let civil = CivilDate(dayNumber: day + offset)
        let (year, month, dayOfMonth) = civil.components
        guard year == start.year, month == start.month, dayOfMonth == offset + 1,
          civil.weekday == ((start.weekday ?? 0) + 5 + offset) % 7 + 1,
          CivilDate(year: year, month: month, day: dayOfMonth) == civil
        else { return XCTFail("\(civil) is not \(date) + \(offset) days") }
      }
      day += length
    }
    XCTAssertEqual(day, last.dayNumber + 1)
  }

  func testUmmAlQuraEveryMonth() throws {
    let path = Self.folder + "/Data/umm-al-qura-months.tsv"
    let reader = try TSVReader(file: path, bytes: [UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    var months = 0
    for (line, row) in try reader.rows() {
      let year = try XCTUnwrap(row["year"].flatMap { Int($0) })
      let month = try XCTUnwrap(row["month"].flatMap { Int($0) })
      let days = try XCTUnwrap(row["days"].flatMap { Int($0) })
      let start = try XCTUnwrap(row["gregorian_start"].flatMap { CivilDate(iso: $0) })
      XCTAssertEqual(IslamicCalendar.start(ofMonth: month, year: year), start, "line \(line)")
      XCTAssertEqual(IslamicCalendar.days(inMonth: month, ofYear: year), days, "line \(line)")
      for day in [1, days] {
        let date = try XCTUnwrap(IslamicCalendar.date(year: year, month: month, day: day))
        XCTAssertTrue(IslamicCalendar.components(of: date) == (year, month, day), "\(year)-\(month)-\(day)")
      }
      XCTAssertNil(IslamicCalendar.date(year: year, month: month, day: days + 1))
      months += 1
    }
    XCTAssertEqual(months, 158 * 12)
  }

  /// Outside the table the tabular calendar: epoch, cycle length, both conversions.
  func testTabularCalendar() {
    // 1 Muharram 1 is 16 July 622 of the Julian calendar, 19 July of the Gregorian.
    XCTAssertEqual(IslamicCalendar.start(ofMonth: 1, year: 1), CivilDate(year: 622, month: 7, day: 19))
    XCTAssertFalse(IslamicCalendar.isExact(1342))
    XCTAssertTrue(IslamicCalendar.isExact(1343))
    // Thirty years have 10,631 days.
    for year in stride(from: 1, through: 1300, by: 30) {
      let next = IslamicCalendar.start(ofMonth: 1, year: year + 30).dayNumber
      XCTAssertEqual(next - IslamicCalendar.start(ofMonth: 1, year: year).dayNumber, 10_631)
    }
    for year in [-5, 0, 1, 61, 132, 656, 923, 1213, 1342, 1501, 1600] {
      for month in 1...12 {
        let start = IslamicCalendar.start(ofMonth: month, year: year)
        XCTAssertTrue(IslamicCalendar.components(of: start) == (year, month, 1), "\(year)-\(month)")
      }
    }
  }

  func testEaster() {
    // Western and Orthodox Easter Sundays as the churches published them.
    for (year, western, orthodox) in [
      (2000, "2000-04-23", "2000-04-30"), (2013, "2013-03-31", "2013-05-05"), (2016, "2016-03-27", "2016-05-01"),
      (2017, "2017-04-16", "2017-04-16"), (2019, "2019-04-21", "2019-04-28"), (2024, "2024-03-31", "2024-05-05"),
      (2025, "2025-04-20", "2025-04-20"),
    ] {
      XCTAssertEqual("\(CivilDate.easter(year))", western)
      XCTAssertEqual("\(CivilDate.orthodoxEaster(year))", orthodox)
    }
  }

  func testMonthArithmetic() {
    for (from, months, to) in [
      ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-12-15", 1, "2025-01-15"), ("2024-01-15", -13, "2022-12-15"),
    ] {
      XCTAssertEqual(CivilDate(iso: from).map { "\($0.adding(months: months))" }, to)
    }
  }

  func testNthWeekday() {
    let october = CivilDate.month(10, of: 2014)
    XCTAssertEqual(CivilDate.nth(2, weekday: 3, in: october), CivilDate(year: 2014, month: 10, day: 8))
    XCTAssertEqual(CivilDate.nth(-1, weekday: 5, in: october), CivilDate(year: 2014, month: 10, day: 31))
    XCTAssertNil(CivilDate.nth(5, weekday: 1, in: october))
  }
}
