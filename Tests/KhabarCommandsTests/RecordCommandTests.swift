import Foundation
import KhabarTestSupport
import XCTest

/// `khabar evaluate`, `compare` and `summary` as a user calls them.
final class RecordCommandTests: XCTestCase {
  private let program = KhabarProgram(workingDirectory: KhabarProgram.package)

  /// A run of the samples, as JSONL.
  private func sampleRun(_ folder: TemporaryFolder, _ arguments: [String] = []) throws -> String {
    let path = folder.path + "/run.jsonl"
    let result = try program.run(["run", "Samples", "-o", path, "--include", "text"] + arguments)
    XCTAssertEqual(result.status, 0, result.error)
    return path
  }

  func testARunIsPerfectAgainstItself() throws {
    let folder = try TemporaryFolder(self)
    let run = try sampleRun(folder)
    let result = try program.run(["evaluate", "--gold", run, run, "--at-least", "full=1", "--differences", "all"])
    XCTAssertEqual(result.status, 0, result.error)
    XCTAssertTrue(result.text.contains("found"), result.text)
    XCTAssertFalse(result.text.contains("missing"), result.text)
    let json = try program.run(["evaluate", "--gold", run, run, "--format", "json"])
    let object = try XCTUnwrap(JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    let events = try XCTUnwrap(object["events"] as? [String: [String: [String: Any]]])
    XCTAssertEqual(events["ALL"]?["full"]?["f1"] as? Double, 1)
  }

  func testAMissAndAFalseAlarmAreTold() throws {
    let folder = try TemporaryFolder(self)
    let run = try sampleRun(folder)
    let other = try folder.write("other.jsonl", folder.read("run.jsonl").replacing("\"Meeting\"", with: "\"Visit\""))
    let result = try program.run(["evaluate", "--gold", run, other, "--at-least", "found=1", "--differences", "all"])
    XCTAssertEqual(result.status, 1)
    XCTAssertTrue(result.error.contains("E001"), result.error)
    XCTAssertTrue(result.text.contains("missing Meeting in "), result.text)
    XCTAssertTrue(result.text.contains("additional Visit in "), result.text)
  }

  /// A run in which the guest of a visit is another one: the figures depend on which roles are core.
  func testCoreRolesMayBeOthersThanThoseOfTheRules() throws {
    let folder = try TemporaryFolder(self)
    let run = try sampleRun(folder)
    let changed = try folder.read("run.jsonl").replacing("\"role\":\"host\"", with: "\"role\":\"guest\"")
    let other = try folder.write("other.jsonl", changed)
    func core(_ arguments: [String]) throws -> Double? {
      let result = try program.run(["evaluate", "--gold", run, other, "--format", "json"] + arguments)
      XCTAssertEqual(result.status, 0, result.error)
      let object = try XCTUnwrap(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
      return (object["events"] as? [String: [String: [String: Any]]])?["Visit"]?["core"]?["f1"] as? Double
    }
    XCTAssertEqual(try core([]), 1)
    XCTAssertLessThan(try XCTUnwrap(core(["--core", "Visit=visitor,host"])), 1)
    XCTAssertEqual(try program.run(["evaluate", "--gold", run, other, "--core", "Visit"]).status, 2)
  }

  func testGoldOfBrat() throws {
    let folder = try TemporaryFolder(self)
    try folder.write(
      "gold/cairo-meeting.txt",
      try String(contentsOfFile: KhabarProgram.package + "/Samples/cairo-meeting.txt", encoding: .utf8))
    try folder.write(
      "gold/cairo-meeting.ann",
      "T1\tMeeting 0 5\tالتقى\nT2\tPerson 20 37\tعبد الفتاح السيسي\nT3\tPerson 51 66\tرجب طيب أردوغان\n"
        + "E1\tMeeting:T1 party:T2 party2:T3\n")
    let run = try sampleRun(folder)
    let result = try program.run(["evaluate", "--gold", folder.path + "/gold", run, "--at-least", "core=1"])
    XCTAssertEqual(result.status, 0, result.text + result.error)
  }

  func testCompare() throws {
    let folder = try TemporaryFolder(self)
    let run = try sampleRun(folder)
    let same = try program.run(["compare", run, run])
    XCTAssertEqual(same.status, 0, same.text)
    let other = try folder.write("other.jsonl", folder.read("run.jsonl").replacing("\"planned\"", with: "\"denied\""))
    let result = try program.run(["compare", run, other])
    XCTAssertEqual(result.status, 1)
    XCTAssertTrue(result.text.contains("denied instead of planned"), result.text)
    XCTAssertEqual(try program.run(["compare", run]).status, 2)
  }

  func testSummary() throws {
    let folder = try TemporaryFolder(self)
    let run = try sampleRun(folder)
    let text = try program.run(["summary", run])
    XCTAssertEqual(text.status, 0, text.error)
    XCTAssertTrue(text.text.contains("documents    13"), text.text)
    let json = try program.run(
      ["summary", "-", "--format", "json"], input: Data(contentsOf: URL(fileURLWithPath: run)))
    let object = try XCTUnwrap(JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    XCTAssertEqual(object["documents"] as? Int, 13)
  }

  func testWrongUse() throws {
    let cases: [([String], Int32, String)] = [
      (["evaluate", "a.jsonl"], 2, "U020"), (["evaluate", "--gold", "a.jsonl"], 2, "U006"), (["summary"], 2, "U006"),
      (["summary", "/nowhere.jsonl"], 2, "K003"), (["compare", "a", "b", "c"], 2, "U022"),
      (["evaluate", "--gold", "a", "b", "--map", "GPE"], 2, "U004"),
    ]
    for (arguments, status, code) in cases {
      let result = try program.run(arguments)
      XCTAssertEqual(result.status, status, "\(arguments)")
      XCTAssertTrue(result.error.contains(code), "\(arguments): \(result.error)")
    }
  }

  func testALineThatIsNoRecordIsReportedAndTheOthersCount() throws {
    let folder = try TemporaryFolder(self)
    _ = try sampleRun(folder)
    let broken = try folder.write("broken.jsonl", "{\"a\": 1}\n" + folder.read("run.jsonl"))
    let result = try program.run(["summary", broken])
    XCTAssertEqual(result.status, 1)
    XCTAssertTrue(result.error.contains("broken.jsonl:1: error K001"), result.error)
    XCTAssertTrue(result.text.contains("documents    13"), result.text)
  }
}

/// `khabar view` and the layer that it shows reasons from.
final class ViewCommandTests: XCTestCase {
  private let program = KhabarProgram(workingDirectory: KhabarProgram.package)

  func testArticlesAndRecordsGiveTheSameReport() throws {
    let folder = try TemporaryFolder(self)
    let articles = try program.run(["view", "Samples/cairo-meeting.txt", "-o", folder.path + "/a", "--title", "T"])
    XCTAssertEqual(articles.status, 0, articles.error)
    XCTAssertTrue(articles.error.contains("1 documents, 2 events: \(folder.path)/a/index.html"), articles.error)
    let run = folder.path + "/run.jsonl"
    _ = try program.run(["run", "Samples/cairo-meeting.txt", "-o", run, "--include", "text", "--include", "reasons"])
    let records = try program.run(["view", run, "-o", folder.path + "/b", "--title", "T"])
    XCTAssertEqual(records.status, 0, records.error)
    XCTAssertEqual(try folder.read("a/index.html"), try folder.read("b/index.html"))
    XCTAssertTrue(try folder.read("a/index.html").contains("\"by\":\"subject\""))
  }

  func testJoinedRowsGiveAReportWithOrWithoutTheirRecords() throws {
    let folder = try TemporaryFolder(self)
    let (run, rows) = (folder.path + "/run.jsonl", folder.path + "/rows.jsonl")
    let reports = "Tests/KhabarReportTests/reports.jsonl"
    _ = try program.run(["run", reports, "-o", run, "--include", "text", "--include", "reasons"])
    XCTAssertEqual(try program.run(["join", run, "-o", rows]).status, 0)
    let both = try program.run(["view", rows, run, "-o", folder.path + "/both"])
    XCTAssertEqual(both.status, 0, both.error)
    XCTAssertTrue(both.error.contains("5 documents, 2 happenings, 2 events: "), both.error)
    let piped = try program.run(
      ["view", "-", "-o", folder.path + "/piped"], input: Data(try folder.read("rows.jsonl").utf8))
    XCTAssertEqual(piped.status, 0, piped.error)
    XCTAssertTrue(piped.error.contains("0 documents, 2 happenings, 2 events: "), piped.error)
    let broken = try folder.write("broken.jsonl", "{\"schema\": \"khabar-join/1\"}\n")
    let failed = try program.run(["view", broken, "-o", folder.path + "/none"])
    XCTAssertEqual(failed.status, 2)
    XCTAssertTrue(failed.error.contains("broken.jsonl:1: error K001"), failed.error)
  }

  func testReasonsAreInRecordsWhenAskedFor() throws {
    let plain = try program.run(["run", "Samples/cairo-meeting.txt"])
    XCTAssertFalse(plain.text.contains("\"by\""))
    let result = try program.run(["run", "Samples/cairo-meeting.txt", "--include", "reasons"])
    XCTAssertTrue(result.text.contains("\"by\": \"object\""), result.text)
    XCTAssertTrue(result.text.contains("meeting.rules:"), result.text)
    let schema = try Data(contentsOf: URL(fileURLWithPath: KhabarProgram.package + "/Schemas/khabar-1.schema.json"))
    let root = try XCTUnwrap(JSONSerialization.jsonObject(with: schema) as? [String: Any])
    let record = try JSONSerialization.jsonObject(with: result.output)
    XCTAssertEqual(JSONSchemaCheck(root: root).problems(of: record), [])
  }

  func testWrongUse() throws {
    let folder = try TemporaryFolder(self)
    let cases: [([String], String)] = [
      (["view", "Samples"], "U023"), (["view", "-o", folder.path], "U006"),
      (["view", folder.path + "/nothing.jsonl", "-o", folder.path], "K003"),
    ]
    for (arguments, code) in cases {
      let result = try program.run(arguments)
      XCTAssertEqual(result.status, 2, "\(arguments): \(result.error)")
      XCTAssertTrue(result.error.contains(code), "\(arguments): \(result.error)")
    }
  }
}
