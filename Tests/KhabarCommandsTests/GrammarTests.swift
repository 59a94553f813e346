import Foundation
import KhabarTestSupport
import XCTest

/// `khabar grammar` as a user runs it.
final class GrammarTests: XCTestCase {
  private let khabar = KhabarProgram()

  func testTheExamplesOfTheGrammarHold() throws {
    let result = try khabar.run(["grammar", "test"])
    XCTAssertEqual(result.status, 0, result.text)
    XCTAssertTrue(result.text.hasSuffix(" examples, 0 failed\n"), result.text)
  }

  /// "A depot of fuel that gunmen stormed": without the row the owner is no part of the phrase.
  func testWithoutARowItsExampleFails() throws {
    let result = try khabar.run(["grammar", "test", "--without", "owner"])
    XCTAssertEqual(result.status, 1)
    XCTAssertTrue(result.text.contains("owner: relative-object \"اقتحمه\" \"مستودع للوقود\" is missing"), result.text)
    let unknown = try khabar.run(["grammar", "test", "--without", "ownr"])
    XCTAssertEqual(unknown.status, 2)
    XCTAssertTrue(unknown.error.contains("U012"), unknown.error)
    XCTAssertTrue(unknown.error.contains("Did you mean owner?"), unknown.error)
  }

  func testLintFindsRowsAndNamesThatAreGoodForNothing() throws {
    let folder = try TemporaryFolder(self)
    let more = try folder.write(
      "more.grammar",
      """
      feature idle-feature = noun
      condition idle-condition = noun
      table verb
        none contrary: here noun -noun
        none late-nominal: here mention definite
      """)
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let pipeline = try folder.write(
      "my.pipeline",
      """
      language: ar
      gazetteers: \(root)/Gazetteers/ar
      grammar: \(root)/Pipelines/grammars/ar
      grammar: \(more)
      rules: \(root)/Pipelines/arabic-news
      """)
    let result = try khabar.run(["grammar", "lint", "--pipeline", pipeline])
    XCTAssertEqual(result.status, 1)
    for finding in [
      "\(more):1:9: warning S022: nothing asks for idle-feature",
      "\(more):2:11: warning S022: nothing asks for idle-condition",
      "\(more):4:3: error S020: the row contrary never holds",
      "\(more):5:3: error S021: the row late-nominal is never reached",
    ] { XCTAssertTrue(result.text.contains(finding), "\(finding)\n\(result.text)") }
  }

  func testAMistakeInAGrammarFileIsShownWithItsPlace() throws {
    let folder = try TemporaryFolder(self)
    let bad = try folder.write("bad.grammar", "feature mine = nuon\n")
    let pipeline = try folder.write("my.pipeline", "extends: arabic-news\ngrammar: \(bad)\n")
    let result = try khabar.run(["grammar", "lint", "--pipeline", pipeline])
    XCTAssertEqual(result.status, 2)
    XCTAssertTrue(
      result.error.contains(
        "\(bad):1:16: error S005: unknown feature nuon. Did you mean noun?\n  feature mine = nuon\n"),
      result.error)
  }

  /// "The minister arrived": the features of words, and the rows that made the phrases.
  func testWordsShowsFeaturesAndRows() throws {
    let result = try khabar.run(["grammar", "words", "وصل الوزير"])
    XCTAssertEqual(result.status, 0, result.error)
    let lines = result.text.split(separator: "\n").map(String.init)
    XCTAssertEqual(lines.count, 4)
    XCTAssertTrue(lines[0].hasPrefix("وصل\t") && lines[0].contains(" verb-past"), lines[0])
    XCTAssertEqual(lines[2], "  verb\tوصل\tfinite")
    XCTAssertTrue(lines[3].hasPrefix("  nounPhrase\tالوزير\tmention"), lines[3])
  }

  func testUsage() throws {
    let none = try khabar.run(["grammar"])
    XCTAssertEqual(none.status, 2)
    XCTAssertTrue(none.error.contains("U011"), none.error)
    let help = try khabar.run(["grammar", "--help"])
    XCTAssertEqual(help.status, 0)
    for word in ["lint", "test", "words", "--without", "--each"] { XCTAssertTrue(help.text.contains(word), word) }
  }
}
