import Foundation
import KhabarTestSupport
import XCTest

/// Articles in several languages on the command line.
final class LanguageTests: XCTestCase {
  private let khabar = KhabarProgram(environment: ["KHABAR_HOME": KhabarProgram.package])

  private func articles() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(self)
    // The Iraqi foreign minister met his Turkish counterpart in Baghdad.
    try folder.write("news/a.txt", "التقى وزير الخارجية العراقي فؤاد حسين نظيره التركي هاكان فيدان في بغداد.")
    try folder.write("news/b.txt", "Turkish Foreign Minister Hakan Fidan met Fuad Hussein in Baghdad.")
    // The foreign minister travels to Baghdad and said that this country is ready for talks.
    try folder.write("news/c.txt", "وزیر امور خارجه به بغداد سفر می کند و گفت که این کشور برای گفتگو آماده است.")
    return folder
  }

  /// A text in a language without a pack is a failure of its own; the run goes on.
  func testEachArticleInItsLanguage() throws {
    let folder = try articles()
    let errors = folder.path + "/errors.jsonl"
    let result = try khabar.run([
      "run", folder.path + "/news", "-p", "auto", "--format", "jsonl", "--errors", errors,
    ])
    XCTAssertEqual(result.status, 1, result.error)
    let records = try result.text.split(separator: "\n").map {
      try XCTUnwrap(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let documents = records.compactMap { $0["document"] as? [String: Any] }
    XCTAssertEqual(documents.map { $0["language"] as? String }, ["ar", "en"])
    XCTAssertEqual(documents.map { $0["languageSource"] as? String }, ["text", "text"])
    XCTAssertEqual(documents.map { $0["pipeline"] as? String }, ["arabic-news", "english-news"])
    XCTAssertEqual(records.map { ($0["events"] as? [Any])?.count }, [1, 1])
    XCTAssertTrue(
      result.error.contains("c.txt: error D040: the text is Persian (fa), which the pipeline does not read."),
      result.error)
    XCTAssertTrue(result.error.contains("3 read: 2 written, 1 failed, 0 skipped"), result.error)
    let failure = try folder.read("errors.jsonl")
    XCTAssertTrue(failure.contains("\"code\":\"D040\"") && failure.contains("\"stage\":\"process\""), failure)
  }

  /// Without a word about it articles are taken to be Arabic.
  func testArabicIsTheDefault() throws {
    let folder = try articles()
    let result = try khabar.run(["run", folder.path + "/news/a.txt"])
    XCTAssertEqual(result.status, 0, result.error)
    XCTAssertTrue(result.text.contains("\"pipeline\": \"arabic-news\""), result.text)
    XCTAssertFalse(result.text.contains("languageSource"), result.text)
  }

  func testExplainsInEachLanguage() throws {
    let folder = try articles()
    let result = try khabar.run([
      "explain", folder.path + "/news/a.txt", folder.path + "/news/b.txt", "-p", "auto", "--only", "events",
    ])
    XCTAssertEqual(result.status, 0, result.error)
    XCTAssertTrue(result.text.contains("Pipelines/arabic-news/meeting.rules:"), result.text)
    XCTAssertTrue(result.text.contains("Pipelines/english-news/meeting.rules:"), result.text)
  }

  func testTasksOfOneLanguageAskForOne() throws {
    for arguments in [["rules", "test"], ["rules", "lint"], ["grammar", "lint"], ["grammar", "test"]] {
      let result = try khabar.run(arguments + ["--pipeline", "auto"])
      XCTAssertEqual(result.status, 2)
      XCTAssertTrue(result.error.contains("P008"), result.error)
    }
  }

  func testEnglishGrammarAndRulesAreWithoutFindings() throws {
    for arguments in [["rules", "test"], ["rules", "lint"], ["grammar", "lint"], ["grammar", "test"]] {
      let result = try khabar.run(arguments + ["--pipeline", "english-news"])
      XCTAssertEqual(result.status, 0, result.text + result.error)
    }
  }
}
