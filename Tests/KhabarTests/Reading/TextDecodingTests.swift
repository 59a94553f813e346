import XCTest

@testable import Khabar

final class TextDecodingTests: XCTestCase {
  func testByteOrderMarks() throws {
    let text = "خبر 😀"
    let units = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 255)] }
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big] {
      XCTAssertEqual(String(decoding: try TextDecoding.decode(bytes, file: "a"), as: UTF8.self), text)
    }
  }

  func testBrokenEncodingNamesTheByte() {
    let cases: [([UInt8], String)] = [
      ([0x61, 0xE9, 0x62], "not valid UTF-8: byte 2 is 0xE9"),
      ([0xD8], "not valid UTF-8: byte 1 is 0xD8"),
      ([0xEF, 0xBB, 0xBF, 0x61, 0x80], "not valid UTF-8: byte 5 is 0x80"),
      ([0xFF, 0xFE, 0x61], "not valid UTF-16: half a code unit at byte 3"),
      ([0xFF, 0xFE, 0x00, 0xDC], "not valid UTF-16: a lone surrogate at byte 3"),
      ([0xFF, 0xFE, 0x00, 0xD8], "not valid UTF-16: a lone surrogate at byte 3"),
      ([0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61], "not valid UTF-16: a lone surrogate at byte 5"),
    ]
    for (bytes, message) in cases {
      XCTAssertThrowsError(try TextDecoding.decode(bytes, file: "a.txt")) { error in
        let diagnostic = (error as? KhabarError)?.diagnostics.first
        XCTAssertEqual(diagnostic?.code, "D002")
        XCTAssertEqual(diagnostic?.message, message)
        XCTAssertEqual(diagnostic?.location?.file, "a.txt")
      }
    }
  }

  /// Every sequence of up to three bytes from the telling ones is judged as the standard library judges it.
  func testCheckAgreesWithTheStandardLibrary() {
    let telling: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
      0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for a in telling {
      for b in telling {
        for c in telling {
          for bytes in [[a, b, c], [a, b, c, 0x80]] {
            XCTAssertEqual(
              UTF8Check.firstInvalid(bytes) == nil, String(validating: bytes, as: UTF8.self) != nil, "\(bytes)")
          }
        }
      }
    }
  }
}
