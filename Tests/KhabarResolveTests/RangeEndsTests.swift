import KhabarCore
import XCTest

@testable import KhabarResolve

/// What one end of a range leaves out and the other says.
final class RangeEndsTests: XCTestCase {
  private func point(_ change: (inout CalendarDescription) -> Void) -> CalendarDescription {
    var point = CalendarDescription()
    change(&point)
    return point
  }

  /// From 10 to 15 November 2023.
  func testMonthAndYearOfTheEndHoldForTheStart() {
    let ends = RangeEnds(
      point { $0.day = .number(10) },
      point { ($0.day, $0.month, $0.year) = (.number(15), .number(11), .number(2023)) })
    XCTAssertEqual(ends.first, point { ($0.day, $0.month, $0.year) = (.number(10), .number(11), .number(2023)) })
  }

  /// From Monday to Thursday of next week.
  func testWeekHoldsForBoth() {
    let ends = RangeEnds(
      point { $0.weekday = 1 },
      point { ($0.weekday, $0.week) = (4, .relative(1)) })
    XCTAssertEqual(ends.first.week, .relative(1))
  }

  /// From Ramadan to Shawwal 1445, where the first month was taken for one of the common era.
  func testCalendarHoldsForBoth() {
    let ends = RangeEnds(
      point { ($0.month, $0.calendar) = (.number(9), .gregorian) },
      point { ($0.month, $0.year, $0.calendar) = (.number(10), .number(1445), .islamic) })
    XCTAssertEqual(ends.first.year, .number(1445))
  }

  /// Between five and six in the evening; on Monday from 8 to 10.
  func testHoursShareTheirDayAndItsHalf() {
    let evening = RangeEnds(
      point { $0.clock = ClockTime(hour: 5) }, point { $0.clock = ClockTime(hour: 18, isExact: true) })
    XCTAssertEqual(evening.first.clock?.hour, 17)
    XCTAssertTrue(evening.areClockTimes)
    let monday = RangeEnds(
      point { ($0.weekday, $0.clock) = (1, ClockTime(hour: 8)) }, point { $0.clock = ClockTime(hour: 10) })
    XCTAssertEqual(monday.last.weekday, 1)
    XCTAssertFalse(monday.areClockTimes)
  }
}
