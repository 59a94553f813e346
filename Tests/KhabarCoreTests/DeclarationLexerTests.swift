import XCTest

@testable import KhabarCore

/// Lines, words and columns of rule and grammar files.
final class DeclarationLexerTests: XCTestCase {
  private func lines(_ text: String) -> [DeclarationLine] {
    var lexer = DeclarationLexer(file: "toy.rules", codes: .rules)
    return lexer.lines(of: text)
  }

  func testLinesEndAsEditorsEndThem() {
    let text = "a\nb\r\nc\rd\n\ne\u{0C}f\u{2028}g\n\r\nh"
    let found = lines(text)
    XCTAssertEqual(found.map(\.number), [1, 2, 3, 4, 6, 8])
    XCTAssertEqual(found.map(\.source), ["a", "b", "c", "d", "e\u{0C}f\u{2028}g", "h"])
  }

  func testWordsTextsAndMarksHaveTheirColumns() {
    let found = lines("  خبر \"ثلاث كلمات\" : a=>b, c=d # e \"f\"")
    XCTAssertEqual(found.map(\.isIndented), [true])
    let tokens = found[0].tokens
    XCTAssertEqual(tokens.map(\.value), ["خبر", "ثلاث كلمات", ":", "a", "=>", "b", ",", "c", "=", "d"])
    XCTAssertEqual(tokens.map(\.column), [3, 7, 20, 22, 23, 25, 26, 28, 29, 30])
    XCTAssertEqual(tokens[1].kind, .text)
    XCTAssertEqual(tokens[2].kind, .mark)
  }

  func testAByteOrderMarkIsPassedOverAndLettersLikeItAreNot() {
    XCTAssertEqual(lines("\u{FEFF}a \u{FEFC}").first?.tokens.map(\.value), ["a", "\u{FEFC}"])
    XCTAssertEqual(lines("\u{FEFF}a").first?.tokens.map(\.column), [2])
  }

  func testAnOpenQuoteIsToldWithItsColumn() {
    var lexer = DeclarationLexer(file: "toy.rules", codes: .rules)
    _ = lexer.lines(of: "كلمة \"مفتوح")
    XCTAssertEqual(lexer.diagnostics.map(\.code), ["R001"])
    XCTAssertEqual(lexer.diagnostics.first?.location?.column, 6)
  }

  func testCombiningMarksStayWithTheirWords() {
    XCTAssertEqual(lines("قا\u{64B}ل \u{64B}").first?.tokens.map(\.value), ["قا\u{64B}ل", "\u{64B}"])
    // A mark behind a quote is a character of its own there, and the quote still closes.
    XCTAssertEqual(lines("\"أ\"\u{64B}ب").first?.tokens.map(\.value), ["أ", "\u{64B}ب"])
  }
}
