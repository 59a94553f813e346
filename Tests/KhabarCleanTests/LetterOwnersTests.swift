import XCTest

@testable import KhabarClean

final class LetterOwnersTests: XCTestCase {
  func testHasWhatAHashTableHas() {
    var letters = LetterOwners()
    var expected: [UInt32: UInt64] = [:]
    for (place, scalar) in [0, 63, 64, 0x679, 0x6CC, 0x7FF, 0x800, 0xFB8A, 0x10FFFF, 0x679].enumerated() {
      letters.add(UInt32(scalar), of: place)
      expected[UInt32(scalar), default: 0] |= 1 << UInt64(place)
    }
    for scalar in UInt32(0)...0x110000 { XCTAssertEqual(letters[scalar], expected[scalar] ?? 0) }
    XCTAssertEqual(letters.all.sorted(), expected.values.sorted())
  }
}
