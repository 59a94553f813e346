import Foundation
import KhabarTestSupport
import XCTest

/// What a run keeps for the next one changes nothing but the time that this takes.
final class PreparedStartTests: XCTestCase {
  private let samples = KhabarProgram.package + "/Samples"

  private func run(_ cache: String) throws -> (result: KhabarProgram.Result, archives: [String: Int]) {
    let khabar = KhabarProgram(environment: ["KHABAR_CACHE": cache])
    let result = try khabar.run(["run", samples, "--format", "jsonl", "--include", "tokens"])
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? []).filter {
      $0.hasSuffix(".archive")
    }
    // A file that is written anew has another number.
    let numbers = try names.map { name in
      let attributes = try FileManager.default.attributesOfItem(atPath: cache + "/" + name)
      return (name, try XCTUnwrap(attributes[.systemFileNumber] as? Int))
    }
    return (result, Dictionary(uniqueKeysWithValues: numbers))
  }

  func testTheSecondRunSaysTheSame() throws {
    let folder = try TemporaryFolder(self)
    let first = try run(folder.path + "/cache")
    XCTAssertFalse(first.result.output.isEmpty)
    XCTAssertEqual(first.archives.count, 5, "word tables, grammar, rules, small tables, and what tells them apart")
    let second = try run(folder.path + "/cache")
    XCTAssertTrue(second.result.output == first.result.output)
    XCTAssertEqual(second.result.error, first.result.error)
    XCTAssertEqual(second.archives, first.archives, "nothing is made a second time")
  }

  func testWithoutACacheItSaysTheSame() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("file", "")
    let nowhere = try run(folder.path + "/file/cache")
    XCTAssertEqual(nowhere.archives, [:])
    XCTAssertTrue(nowhere.result.output == (try run(folder.path + "/cache")).result.output)
  }

  func testExplanationsSayTheSame() throws {
    let folder = try TemporaryFolder(self)
    let khabar = KhabarProgram(environment: ["KHABAR_CACHE": folder.path + "/cache"])
    // The minister met his counterpart in Baghdad on Monday.
    try folder.write("a.txt", "التقى الوزير نظيره في بغداد الاثنين")
    let arguments = ["explain", folder.path + "/a.txt"]
    let first = try khabar.run(arguments)
    XCTAssertTrue(first.text.contains(".rules:"), first.text + first.error)
    XCTAssertEqual(try khabar.run(arguments).text, first.text)
  }
}
