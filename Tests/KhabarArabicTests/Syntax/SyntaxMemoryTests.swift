import KhabarCore
import KhabarTestSupport
import XCTest

@testable import KhabarArabic

/// Words are remembered without where they stand.
final class SyntaxMemoryTests: XCTestCase {
  private func token(_ number: Int, _ shape: Token.Shape) -> Token {
    Token(span: TextSpan(0, 2), kind: .word, shape: shape, key: WordKey(bits: UInt128(number + 1)))
  }

  /// A set for each word, more of them than are kept.
  func testEveryWordHasItsOwnFeatures() {
    var memory = SyntaxMemory()
    var made = 0
    func check(_ number: Int, _ shape: Token.Shape) {
      let expected = (0..<20).reduce(into: Features()) {
        if number >> $1 & 1 != 0 { $0.formUnion(Features(bit: $1 * 7)) }
      }
      let found = memory.features(of: token(number, shape)) { word in
        made += 1
        XCTAssertEqual(word.shape, shape.intersection(.feminineEnding))
        return shape.contains(.feminineEnding) ? expected.union(Features(bit: 700)) : expected
      }
      XCTAssertEqual(found, shape.contains(.feminineEnding) ? expected.union(Features(bit: 700)) : expected)
    }
    check(5, [])
    check(5, [.lineStart, .spaceBefore])
    check(5, [.paragraphStart])
    XCTAssertEqual(made, 1)
    check(5, [.feminineEnding, .spaceBefore])
    XCTAssertEqual(made, 2)
    var dice = Dice(for: "words")
    for number in Array(0..<66_000) + Array(0..<500) {
      check(number, dice.roll(9) == 0 ? .feminineEnding : .spaceBefore)
    }
  }
}
