import KhabarCore
import XCTest

/// What is told of eight bytes at once is what each of them tells.
final class EightBytesTests: XCTestCase {
  func testCodePointsAndControlCharacters() {
    let bytes: [UInt8] = [0x00, 0x09, 0x0A, 0x0D, 0x0E, 0x0F, 0x20, 0x41, 0x7F, 0x80, 0x8A, 0xBF, 0xC0, 0xD8, 0xFF]
    var dice = Dice(8)
    for _ in 0..<4000 {
      let text = (0..<10).map { _ in
        // Most bytes are no control characters, so that both answers come up.
        dice.roll(8) == 0 ? bytes[dice.roll(bytes.count)] : bytes[5 + dice.roll(bytes.count - 5)]
      }
      let index = dice.roll(3)
      let eight = text[index..<(index + 8)]
      text.withUnsafeBufferPointer {
        let found = EightBytes($0, at: index)
        XCTAssertEqual(found.scalars, eight.count { $0 & 0xC0 != 0x80 }, "\(eight)")
        XCTAssertEqual(found.hasByte(below: 0x0E), eight.contains { $0 < 0x0E }, "\(eight)")
        XCTAssertEqual(found.hasByte(below: 0x20), eight.contains { $0 < 0x20 }, "\(eight)")
      }
    }
  }
}
