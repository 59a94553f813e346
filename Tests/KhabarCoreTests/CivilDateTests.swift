import XCTest

@testable import KhabarCore

final class CivilDateTests: XCTestCase {
  func testEpochAndKnownDays() {
    XCTAssertEqual(CivilDate(year: 1970, month: 1, day: 1).dayNumber, 0)
    XCTAssertEqual(CivilDate(year: 2000, month: 3, day: 1).dayNumber, 11_017)
    XCTAssertEqual(CivilDate(year: 2024, month: 4, day: 15).weekday, 1)
    XCTAssertEqual(CivilDate(iso: "2024-04-15T10:00")?.description, "2024-04-15")
    XCTAssertNil(CivilDate(iso: "2023-02-29"))
  }

  func testComponentsAreTheInverseOfInit() {
    for number in stride(from: -200_000, through: 200_000, by: 37) {
      let date = CivilDate(dayNumber: number)
      let (year, month, day) = date.components
      XCTAssertEqual(CivilDate(year: year, month: month, day: day), date)
    }
  }
}
