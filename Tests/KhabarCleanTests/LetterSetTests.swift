import XCTest

@testable import KhabarClean

final class LetterSetTests: XCTestCase {
  func testHasWhatAHashTableHas() {
    var letters = LetterSet()
    var expected: Set<UInt32> = []
    for scalar: UInt32 in [0, 63, 64, 0x679, 0x6CC, 0x7FF, 0x800, 0xFB8A, 0x10FFFF] {
      letters.insert(scalar)
      expected.insert(scalar)
    }
    for scalar in UInt32(0)...0x110000 { XCTAssertEqual(letters.contains(scalar), expected.contains(scalar)) }
  }
}
