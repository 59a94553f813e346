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
        for byte in bytes { XCTAssertEqual(found.has(byte), eight.contains(byte), "\(eight) \(byte)") }
      }
    }
  }

  /// Characters of one and two bytes are told from all else, and one that is cut from one that is ill-formed.
  func testShortCharacters() {
    let others: [UInt8] = [0x7F, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xF0, 0xFF]
    var dice = Dice(88)
    var told = Set<Int?>()
    for _ in 0..<20_000 {
      var text: [UInt8] = []
      while text.count < 8 {
        let isShort = dice.roll(2) == 0
        text += isShort ? [UInt8(dice.roll(128))] : [UInt8(0xC2 + dice.roll(30)), UInt8(0x80 + dice.roll(64))]
      }
      if dice.roll(2) == 0 { text[dice.roll(8)] = others[dice.roll(others.count)] }
      let eight = Array(text.prefix(8))
      let expected = Self.shortCharacters(eight)
      told.insert(expected)
      eight.withUnsafeBufferPointer { XCTAssertEqual(EightBytes($0, at: 0).shortCharacters, expected, "\(eight)") }
    }
    XCTAssertEqual(told, [8, 7, nil])
  }

  /// Where the characters of one and two bytes end, told byte by byte.
  private static func shortCharacters(_ bytes: [UInt8]) -> Int? {
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case 0..<0x80: position += 1
      case 0xC2...0xDF:
        guard position + 1 < bytes.count else { return position }
        guard (0x80...0xBF).contains(bytes[position + 1]) else { return nil }
        position += 2
      default: return nil
      }
    }
    return position
  }
}
