import Foundation
import KhabarTestSupport
import XCTest

/// `khabar run` as a user runs it.
final class RunTests: XCTestCase {
  private let khabar = KhabarProgram()
  private let samples = KhabarProgram.package + "/Samples"

  private func records(_ lines: String) throws -> [[String: Any]] {
    try lines.split(separator: "\n").map {
      try XCTUnwrap(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  func testSameForAnyNumberOfJobs() throws {
    let one = try khabar.run(["run", samples, "--format", "jsonl", "--include", "tokens", "--jobs", "1"])
    XCTAssertFalse(one.output.isEmpty)
    for jobs in ["2", "8"] {
      let more = try khabar.run(["run", samples, "--format", "jsonl", "--include", "tokens", "--jobs", jobs])
      XCTAssertTrue(more.output == one.output, "\(jobs) jobs give other output")
      XCTAssertEqual(more.error, one.error)
      XCTAssertEqual(more.status, one.status)
    }
  }

  func testEverySpanSlicesBack() throws {
    let result = try khabar.run(["run", samples, "--format", "jsonl", "--include", "tokens", "--include-text"])
    var count = 0
    for record in try records(result.text) {
      let text = Array(try XCTUnwrap(record["text"] as? String).unicodeScalars)
      let document = try XCTUnwrap(record["document"] as? [String: Any])
      XCTAssertEqual(document["characters"] as? Int, text.count)
      func check(_ value: Any) {
        if let list = value as? [Any] { list.forEach(check) }
        guard let object = value as? [String: Any] else { return }
        object.values.forEach(check)
        guard let start = object["start"] as? Int, let end = object["end"] as? Int else { return }
        count += 1
        XCTAssertTrue(start >= 0 && start < end && end <= text.count, "\(document["id"] ?? ""): \(start)..<\(end)")
        guard let words = object["text"] as? String, start <= end, end <= text.count else { return }
        XCTAssertTrue(words.unicodeScalars.elementsEqual(text[start..<end]), "\(document["id"] ?? ""): \(words)")
      }
      check(record)
      for token in record["tokens"] as? [[String: Any]] ?? [] {
        guard let parts = token["parts"] as? [[String: Any]] else { continue }
        XCTAssertEqual(parts.first?["start"] as? Int, token["start"] as? Int)
        XCTAssertEqual(parts.last?["end"] as? Int, token["end"] as? Int)
      }
    }
    XCTAssertGreaterThan(count, 500)
  }

  func testBadInputsAreReportedAndTheRestGoesOn() throws {
    let folder = try TemporaryFolder(self)
    let good = "التقى الوزير نظيره في بغداد"  // The minister met his counterpart in Baghdad.
    try folder.write("in/empty.txt", "")
    try folder.write("in/latin.txt", [0x61, 0x62, 0xE9])
    try folder.write("in/good.txt", good)
    try folder.write(
      "in/utf16.txt", [0xFF, 0xFE] + good.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] })
    try folder.write("in/r.jsonl", "{\"text\": \"\(good)\"}\n{\"text\": \n")
    try folder.write("none/a.md", "a")
    let result = try khabar.run(
      ["run", folder.path + "/in", folder.path + "/none", folder.path + "/missing.txt", "--format", "jsonl"])
    XCTAssertEqual(result.status, 1)
    XCTAssertEqual(
      try records(result.text).map { ($0["document"] as? [String: Any])?["characters"] as? Int },
      Array(repeating: good.unicodeScalars.count, count: 3))
    let lines = result.error.split(separator: "\n").map { $0.replacingOccurrences(of: folder.path + "/", with: "") }
    let expected = [
      "in/empty.txt: error D003: there is no text in it",
      "in/latin.txt: error D002: not valid UTF-8: byte 3 is 0xE9",
      "in/r.jsonl:2:10: error D004: there is no value",
      "none/a.md: warning D018: .md files are not read",
      "missing.txt: error D001: can't be read: No such file or directory",
      "8 read: 3 written, 4 failed, 1 skipped",
    ]
    let findings = lines.filter { $0.contains(" D") || $0.contains("failed") }
    XCTAssertEqual(findings.count, expected.count, result.error)
    for (line, beginning) in zip(findings, expected) { XCTAssertTrue(line.hasPrefix(beginning), line) }
  }

  func testGazetteerLineWithWrongFieldCount() throws {
    let folder = try TemporaryFolder(self)
    let article = try folder.write("a.txt", "زار الوفد مدينة زرنوقستان أمس")  // The delegation visited Zarnuqistan.
    let list = try folder.write("mine.tsv", "name\ttype\nزرنوقستان\tPlace\nآخر\tPlace\tsurplus\tcells\n")
    let result = try khabar.run(["run", article, "--gazetteer", list, "--format", "jsonl"])
    XCTAssertTrue(result.error.contains("\(list):3: "), result.error)
    let entities = try XCTUnwrap(try records(result.text).first?["entities"] as? [[String: Any]])
    XCTAssertTrue(entities.contains { $0["name"] as? String == "زرنوقستان" && $0["type"] as? String == "Place" })
  }

  func testStandardInput() throws {
    let text = Data("التقى الوزير نظيره".utf8)
    let article = try khabar.run(["run", "-"], input: text)
    XCTAssertEqual(article.status, 0, article.error)
    let record = try XCTUnwrap(JSONSerialization.jsonObject(with: article.output) as? [String: Any])
    XCTAssertEqual((record["document"] as? [String: Any])?["id"] as? String, "-")
    let lines = Data("{\"id\": \"a\", \"text\": \"خبر\"}\n{\"id\": \"b\", \"text\": \"خبر\"}".utf8)
    let stream = try khabar.run(["run", "-", "--format", "jsonl"], input: lines)
    XCTAssertEqual(try records(stream.text).map { ($0["document"] as? [String: Any])?["id"] as? String }, ["a", "b"])
    XCTAssertEqual(try khabar.run(["run", "-"]).status, 1, "nothing on standard input")
  }

  func testOutputs() throws {
    let folder = try TemporaryFolder(self)
    let article = try folder.write("a.txt", "خبر")
    var inFolder = khabar
    inFolder.workingDirectory = folder.path
    XCTAssertEqual(try inFolder.run(["run", article, "--output", "a.xml"]).status, 0)
    XCTAssertTrue(try folder.read("a.xml").hasPrefix("<?xml"), "the extension tells the format")
    XCTAssertEqual(try inFolder.run(["run", article, "-o", "new/"]).status, 0)
    XCTAssertEqual(try inFolder.run(["run", article, "-o", "new", "-f", "xml"]).status, 0)
    XCTAssertEqual(folder.files, ["a.txt", "a.xml", "new/a.txt.json", "new/a.txt.xml"])
    let device = try inFolder.run(["run", article, "-o", "/dev/null"])
    XCTAssertEqual(device.status, 0, device.error)
    XCTAssertEqual(try inFolder.run(["run", article, "-o", "no/such/folder.json"]).status, 2)
    XCTAssertEqual(try inFolder.run(["run", article, "-o", "/dev/full"]).status, 1)
  }

  func testBrokenPipeEndsQuietly() throws {
    let folder = try TemporaryFolder(self)
    let record = "{\"text\": \"\(String(repeating: "كلمة ", count: 300))\"}\n"
    let path = try folder.write("r.jsonl", String(repeating: record, count: 300))
    var shell = khabar
    shell.executable = "/bin/bash"
    let command =
      "'\(khabar.executable)' run '\(path)' -f jsonl --include tokens | head -c 20; echo \" ${PIPESTATUS[0]}\""
    let result = try shell.run(["-c", command])
    XCTAssertEqual(result.text, "{\"schema\":\"khabar/1\" 0\n")
    XCTAssertFalse(result.error.contains("error D"), result.error)
  }
}
