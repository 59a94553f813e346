import KhabarCore
import XCTest

/// Paths of any bytes go through a `String` and come back.
final class PathNameTests: XCTestCase {
  private let cases: [([UInt8], String)] = [
    (Array("a/خبر.txt".utf8), "a/خبر.txt"), ([0x61, 0xE9], "a%E9"), ([0xC0, 0xAF], "%C0%AF"), ([0xFF], "%FF"),
    ([0xED, 0xA0, 0x80], "%ED%A0%80"), ([0xD8, 0xAE, 0xD8], "خ%D8"), ([0xF4, 0x90, 0x80, 0x80], "%F4%90%80%80"),
    ([0xD8, 0xAE, 0x80, 0xD8, 0xAE], "خ%80خ"), (Array("\u{10F0E9}".utf8), "\u{10F0E9}"), ([], ""),
    (Array("\u{10F0E9}".utf8) + [0xE9], "\u{10F0E9}%E9"),
  ]

  func testBytesComeBack() {
    for (bytes, text) in cases {
      XCTAssertEqual(PathName.bytes(PathName.string(bytes)), bytes, text)
      XCTAssertEqual(PathName.text(bytes), text)
      XCTAssertEqual(PathName.text(PathName.string(bytes)), text)
    }
    XCTAssertFalse(PathName.holdsBytes("خبر.txt"))
    XCTAssertTrue(PathName.holdsBytes(PathName.string([0xE9])))
  }

  func testNoTwoPathsAreOne() {
    for seed in 0..<2000 {
      let bytes = (0..<seed % 12).map { UInt8(truncatingIfNeeded: (seed &* 2_654_435_761 &+ $0 &* 40_503) >> 5) }
      XCTAssertEqual(PathName.bytes(PathName.string(bytes)), bytes)
    }
  }
}
