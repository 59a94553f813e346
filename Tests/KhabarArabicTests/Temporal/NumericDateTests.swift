import XCTest

@testable import KhabarArabic

/// Dates in figures: which number is the day, the month, the year.
final class NumericDateTests: XCTestCase {
  private func date(_ text: String, isLabelled: Bool = false) -> String? {
    let parts = text.split(separator: "/").map { NumericDate.Part(value: Int($0) ?? 0, digits: $0.count) }
    return NumericDate(parts, isLabelled: isLabelled).map { date in
      [date.year, date.month, date.day].map { $0.map(String.init) ?? "?" }.joined(separator: "-")
    }
  }

  func testDayComesFirstUnlessOnlyTheOtherOrderIsADate() {
    let cases = [
      "12/05/2023": "2023-5-12", "05/25/2023": "2023-5-25", "2023/5/12": "2023-5-12", "2023/25/5": "2023-5-25",
      "13/13/2023": nil, "32/1/2023": nil, "1/1/3000": nil,
    ]
    for (text, expected) in cases { XCTAssertEqual(date(text), expected, text) }
  }

  func testTwoDigitsAreAYearOfThisCenturyOrTheLast() {
    XCTAssertEqual(date("1/2/15"), "2015-2-1")
    XCTAssertEqual(date("1/2/69"), "2069-2-1")
    XCTAssertEqual(date("1/2/70"), "1970-2-1")
  }

  func testTwoNumbersAreMonthAndYearOrAreSaidToBeADate() {
    XCTAssertEqual(date("5/2023"), "2023-5-?")
    XCTAssertEqual(date("2023/5"), "2023-5-?")
    XCTAssertNil(date("13/2023"))
    XCTAssertNil(date("5/10"), "a fraction or a score")
    XCTAssertEqual(date("5/10", isLabelled: true), "?-10-5")
    XCTAssertEqual(date("5/25", isLabelled: true), "?-5-25")
    XCTAssertNil(date("7"))
  }
}
