import KhabarCore
import XCTest

@testable import KhabarResolve

/// Which repetition of a date is meant whose year the words leave open.
final class RepetitionsTests: XCTestCase {
  private let anchor = CivilDate(year: 2024, month: 4, day: 15)

  private func repetitions(_ month: Int, _ day: Int) -> Repetitions {
    Repetitions(anchor: anchor, current: anchor.year) { year in
      CivilDate(validYear: year, month: month, day: day).map { Period(day: $0) }
    }
  }

  func testTenseChoosesTheYear() {
    let october = repetitions(10, 7)
    XCTAssertEqual(october.told(in: .past)?.value, "2023-10-07")
    XCTAssertEqual(october.told(in: .future)?.value, "2024-10-07")
    XCTAssertEqual(october.told(in: .alone)?.value, "2024-10-07")
    XCTAssertEqual(repetitions(12, 1).told(in: .none)?.value, "2023-12-01", "the closest")
    XCTAssertEqual(repetitions(4, 1).told(in: .until)?.value, "2024-04-01", "just reached")
    XCTAssertEqual(repetitions(2, 1).told(in: .until)?.value, "2025-02-01")
  }

  func testWordsOfDirectionCount() {
    let march = repetitions(3, 1)
    XCTAssertEqual(march.counted(-1)?.value, "2024-03-01")
    XCTAssertEqual(march.counted(-2)?.value, "2023-03-01")
    XCTAssertEqual(march.counted(1)?.value, "2025-03-01")
    XCTAssertEqual(march.counted(2)?.value, "2026-03-01")
    XCTAssertEqual(march.counted(0)?.value, "2024-03-01")
  }

  func testDayThatManyYearsLackIsFound() {
    let leap = repetitions(2, 29)
    XCTAssertEqual(leap.told(in: .future)?.value, "2028-02-29")
    XCTAssertEqual(leap.told(in: .past)?.value, "2024-02-29")
    XCTAssertNil(repetitions(2, 30).told(in: .alone))
  }
}
