import KhabarTestSupport
import XCTest

@testable import Khabar

final class TextDecodingTests: XCTestCase {
  func testByteOrderMarks() throws {
    let text = "خبر 😀"
    let units = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 255)] }
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big] {
      XCTAssertEqual(String(decoding: try TextDecoding.decode(bytes, file: "a").bytes, as: UTF8.self), text)
    }
  }

  /// UTF-8 is checked eight bytes at once where it can be: what is found is what the standard library finds.
  func testIllFormedBytesAreFoundAmongWellFormedOnes() {
    var dice = Dice(for: "ill-formed bytes")
    let pieces = ["خبر من بغداد ", "news ", "é", "ﷲ", "😀", "\u{7FF}", "\u{800}"].map { Array($0.utf8) }
    for _ in 1...3000 {
      var bytes = (0..<dice.roll(8)).flatMap { _ in dice.pick(pieces) }
      if !bytes.isEmpty, dice.roll(2) == 0 { bytes[dice.roll(bytes.count)] = UInt8(dice.roll(256)) }
      let found = UTF8Check.firstInvalid(bytes)
      XCTAssertEqual(found == nil, String(validating: bytes, as: UTF8.self) != nil, "\(bytes)")
      guard let found else { continue }
      // All before it is well-formed, and whatever is behind it does not make it so.
      XCTAssertNotNil(String(validating: bytes[..<found], as: UTF8.self), "\(bytes)")
      XCTAssertNil(String(validating: bytes[..<min(found + 4, bytes.count)], as: UTF8.self), "\(bytes)")
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
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0], "not valid UTF-32: part of a code unit at byte 5"),
      ([0xFF, 0xFE, 0, 0, 0, 0xD8, 0, 0], "not valid UTF-32: no character at byte 5"),
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

  private let article = """
    التقى رئيس الوزراء العراقي نظيره الأردني في العاصمة عمان، وبحث معه التعاون بين البلدين في مجالات الطاقة والنقل. وقال
    الوزير إن الاتفاق سيوقع الأسبوع المقبل.
    """  // The Iraqi prime minister met his Jordanian counterpart in the capital Amman and discussed cooperation …

  private func encoded(_ text: String, _ table: [UInt16]) throws -> [UInt8] {
    try text.unicodeScalars.map { scalar in
      if scalar.value < 0x80 { return UInt8(scalar.value) }
      return UInt8(0x80 + (try XCTUnwrap(table.firstIndex(of: UInt16(scalar.value)), "\(scalar)")))
    }
  }

  private func wide(_ text: String, bytes: Int, isBigEndian: Bool) -> [UInt8] {
    let units = bytes == 2 ? text.utf16.map { UInt32($0) } : text.unicodeScalars.map(\.value)
    return units.flatMap { unit in
      let little = (0..<bytes).map { UInt8(unit >> ($0 * 8) & 255) }
      return isBigEndian ? little.reversed() : little
    }
  }

  func testUndeclaredCharsetsAreTold() throws {
    var cases: [(Charset, [UInt8])] = [
      (.windows1256, try encoded(article, CharsetTables.windows1256)),
      (.iso88596, try encoded(article, CharsetTables.iso88596)),
      // Its full stop from right to left is what tells it from ISO-8859-6.
      (.macArabic, try encoded(article.filter { $0 != "." }, CharsetTables.macArabic).map { $0 == 0x20 ? 0xA0 : $0 }),
    ]
    for isBig in [false, true] {
      cases.append((isBig ? .utf16BigEndian : .utf16LittleEndian, wide(article, bytes: 2, isBigEndian: isBig)))
      cases.append((isBig ? .utf32BigEndian : .utf32LittleEndian, wide(article, bytes: 4, isBigEndian: isBig)))
    }
    for (charset, bytes) in cases {
      let text = try TextDecoding.decode(bytes, file: "a")
      XCTAssertEqual(text.charset, charset)
      XCTAssertEqual(text.warnings.map { String($0.prefix(4)) }, ["D023"], "\(charset)")
      if charset != .macArabic { XCTAssertEqual(String(decoding: text.bytes, as: UTF8.self), article) }
    }
  }

  func testDeclarations() throws {
    let arabic = try encoded(article, CharsetTables.windows1256)
    let cases: [([UInt8], String, Charset, Int)] = [
      (arabic, "windows-1256", .windows1256, 0), (arabic, "CP1256", .windows1256, 0),
      (arabic, "utf-8", .windows1256, 1),
      (arabic, "iso-8859-1", .windows1256, 1), (arabic, "nonsense", .windows1256, 1),
      (Array(article.utf8), "windows-1256", .utf8, 1), (Array(article.utf8), "utf-8", .utf8, 0),
      (Array("plain".utf8), "windows-1256", .utf8, 0),
    ]
    for (bytes, declared, charset, warnings) in cases {
      let text = try TextDecoding.decode(bytes, declared: declared, file: "a")
      XCTAssertEqual(text.charset, charset, declared)
      XCTAssertEqual(text.warnings.count, warnings, declared)
      if bytes.count > 10 { XCTAssertEqual(String(decoding: text.bytes, as: UTF8.self), article, declared) }
    }
    // A set that libxml2 knows: "café" in ISO-8859-1.
    let latin = try TextDecoding.decode([0x63, 0x61, 0x66, 0xE9], declared: "ISO-8859-1", file: "a")
    XCTAssertEqual(String(decoding: latin.bytes, as: UTF8.self), "café")
  }

  /// What is UTF-8 for the most part is damaged, and not another character set.
  func testDamagedUTF8IsNoOtherCharset() {
    var bytes = Array(article.utf8)
    bytes.remove(at: 101)
    XCTAssertThrowsError(try TextDecoding.decode(bytes, file: "a")) {
      XCTAssertTrue(($0 as? KhabarError)?.diagnostics.first?.message.hasPrefix("not valid UTF-8") ?? false)
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
