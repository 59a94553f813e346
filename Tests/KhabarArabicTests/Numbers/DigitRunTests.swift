import KhabarCore
import XCTest

@testable import KhabarArabic

final class DigitRunTests: XCTestCase {
  private func run(_ text: String) -> DigitRun? { DigitRun(Array(text.utf8), TextSpan(0, text.utf8.count)) }

  /// Digits alone are the number that their runs between separators make.
  func testDigitsAloneAreReadAsTheirRuns() throws {
    for text in ["0", "7", "007", "1250", "٢٠١٥", "٠٩", "123456789012345678"] {
      let bytes = Array(text.utf8)
      let split = try XCTUnwrap(DigitRun.split(bytes, TextSpan(0, bytes.count)))
      let digits = try XCTUnwrap(run(text))
      XCTAssertEqual(split.parts.count, 1)
      XCTAssertEqual(digits.value, Double(split.parts[0].value), text)
      XCTAssertEqual(digits.integerDigits, split.parts[0].digits, text)
      XCTAssertEqual(digits.decimals, 0)
      XCTAssertFalse(digits.isGrouped)
      XCTAssertEqual(digits.hasLeadingZero, text.count > 1 && (text.hasPrefix("0") || text.hasPrefix("٠")), text)
    }
    XCTAssertNil(run("1234567890123456789"))
    XCTAssertEqual(run("1,250")?.value, 1250)
    XCTAssertEqual(run("2.5")?.decimals, 1)
    XCTAssertNil(run("1.2.2015"))
  }
}
