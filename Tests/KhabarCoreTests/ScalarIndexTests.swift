import KhabarCore
import XCTest

/// Code points counted by the index are those that the text has, at every offset and around the index's marks.
final class ScalarIndexTests: XCTestCase {
  func testEveryOffset() {
    for seed in 1...40 {
      var dice = Dice(seed)
      let scalars = (0..<dice.roll(200)).map { _ in Array("aéخ…𝄞".unicodeScalars)[dice.roll(5)] }
      let bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
      let index = ScalarIndex(bytes)
      XCTAssertEqual(index.count, scalars.count, "seed \(seed)")
      var offset = 0
      for (number, scalar) in scalars.enumerated() {
        XCTAssertEqual(index.scalars(before: offset), number, "seed \(seed), byte \(offset)")
        offset += String(Character(scalar)).utf8.count
      }
      XCTAssertEqual(index.scalars(before: bytes.count), scalars.count, "seed \(seed)")
      XCTAssertEqual(index.scalars(of: TextSpan(0, bytes.count)).range, 0..<scalars.count, "seed \(seed)")
    }
  }

  func testNoText() { XCTAssertEqual(ScalarIndex([]).count, 0) }
}
