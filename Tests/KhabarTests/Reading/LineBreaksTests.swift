import XCTest

@testable import Khabar

final class LineBreaksTests: XCTestCase {
  func testAllLineBreaksAreCounted() {
    let long = String(repeating: "abc\n", count: 100) + "d"
    for text in ["", "\n", "a", "a\n", "\n\n\na\nbc", long, "\u{A0A}\n\u{A0A}"] {
      let bytes = Array(text.utf8)
      XCTAssertEqual(bytes.withUnsafeBufferPointer(\.lineBreaks), bytes.count { $0 == 0x0A }, text)
    }
  }
}
