import KhabarCore
import XCTest

@testable import KhabarAssemble

final class PatternElementTests: XCTestCase {
  func testAPatternAsksForTheWordsThatItCannotDoWithout() {
    let elements: [PatternElement] = [
      .lemma(1), .gap(2), .alternatives([[.lemma(2)], [.word(nil), .lemma(3)]]), .optional(.lemma(4)),
      .not(.lemma(5)), .repeated(.lemma(6), atLeast: 1), .repeated(.lemma(7), atLeast: 0), .trigger,
      .alternatives([[.lemma(8)], [.time]]), .phrase(nil, types: []),
    ]
    XCTAssertEqual(PatternElement.words(of: elements), [])
    XCTAssertEqual(PatternElement.demands(of: elements), [LemmaSet([1]), LemmaSet([2, 3]), LemmaSet([6])])
  }

  func testAPatternAsksForItsOwnWords() {
    let (one, two, three) = (WordKey(bits: 1), WordKey(bits: 2), WordKey(bits: 3))
    let elements: [PatternElement] = [
      .word(one), .alternatives([[.word(two)], [.gap(1), .word(three)]]), .optional(.word(three)), .word(nil),
      .alternatives([[.word(two)], [.lemma(1)]]), .repeated(.word(two), atLeast: 1), .not(.word(one)),
    ]
    XCTAssertEqual(PatternElement.words(of: elements), [[one], [two, three], [], [two]])
  }
}
