import XCTest

@testable import KhabarAssemble

final class PatternElementTests: XCTestCase {
  func testAPatternAsksForTheWordsThatItCannotDoWithout() {
    let elements: [PatternElement] = [
      .lemma(1), .gap(2), .alternatives([[.lemma(2)], [.word(nil), .lemma(3)]]), .optional(.lemma(4)),
      .not(.lemma(5)), .repeated(.lemma(6), atLeast: 1), .repeated(.lemma(7), atLeast: 0), .trigger,
      .alternatives([[.lemma(8)], [.time]]), .phrase(nil, types: []),
    ]
    XCTAssertEqual(PatternElement.demands(of: elements), [LemmaSet([1]), LemmaSet([2, 3]), LemmaSet([6])])
  }
}
