import Foundation
import KhabarTestSupport
import XCTest

@testable import Khabar

/// Batches with stages that do as good as nothing, so that only the batch is tested.
final class BatchTests: XCTestCase {
  /// A pipeline that takes longer for earlier documents, so that workers overtake each other, and fails on `fail`.
  private struct Staggered: Stage {
    func process(_ input: RawDocument) throws -> AssembledDocument {
      if input.bytes.starts(with: Array("fail".utf8)) { throw KhabarError("T001", "failed as asked") }
      if input.bytes.first == UInt8(ascii: "a") { usleep(UInt32(input.bytes.count % 7) * 300) }
      let tokenized = TokenizedDocument(
        clean: CleanDocument(raw: input, text: AlignedText(identity: input.bytes)), tokens: [], sentences: [])
      let recognized = RecognizedDocument(
        matched: MatchedDocument(tokenized: tokenized, lookups: []), mentions: [], entities: [])
      return AssembledDocument(
        resolved: ResolvedDocument(recognized: recognized, anchor: input.info.anchor, times: [], quantities: []),
        events: [])
    }
  }

  private final class Findings: @unchecked Sendable {
    var codes: [String] = []
  }

  private let pipeline = Pipeline(name: "test", language: "ar", stages: Staggered())

  private func batch(_ format: OutputFormat = .jsonl, jobs: Int = 2) -> Batch {
    Batch(pipeline: pipeline, format: format, jobs: jobs)
  }

  private func run(
    _ batch: Batch, _ paths: [String], file: StaticString = #filePath, line: UInt = #line
  ) throws -> (output: String, codes: [String], summary: Batch.Summary) {
    let sink = MemorySink()
    let findings = Findings()
    let summary = try batch.run(paths, to: .stream(sink)) { findings.codes.append($0.code) }
    return (sink.text, findings.codes, summary)
  }

  private func identifiers(_ lines: String) throws -> [String] {
    try lines.split(separator: "\n").map { line in
      let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try XCTUnwrap((record?["document"] as? [String: Any])?["id"] as? String)
    }
  }

  /// Maps hold events with places alone: many a document adds nothing to one.
  func testDocumentsWithoutAFeatureKeepTheFraming() throws {
    struct Letters: DocumentExporter {
      let fileExtension = "list"
      let framing = StreamFraming(opening: "[", separator: ",", closing: "]")
      func append(_ document: AssembledDocument, to output: inout [UInt8]) {
        if document.raw.bytes.first == UInt8(ascii: "a") { output += document.raw.bytes }
      }
    }
    let folder = try TemporaryFolder(self)
    for (name, texts, expected) in [
      ("some", ["b", "a1", "b", "a2", "b"], "[a1,a2]"), ("none", ["b", "b"], "[]"), ("one", ["b"], "[]"),
    ] {
      let lines = texts.map { "{\"text\": \"\($0)\"}" }.joined(separator: "\n")
      let input = try folder.write(name + ".jsonl", lines)
      let batch = Batch(pipeline: pipeline, exporter: Letters(), jobs: 2)
      XCTAssertEqual(try run(batch, [input]).output, expected, name)
      _ = try batch.run([input], to: .folder(folder.path + "/out"), report: { _ in })
      XCTAssertEqual(try folder.read("out/\(name).jsonl.list"), expected, name)
    }
  }

  /// The name has room in a folder, the hidden one of a draft has not.
  func testAnOutputWithTooLongANameIsAFailure() throws {
    let folder = try TemporaryFolder(self)
    let name = String(repeating: "n", count: 243) + ".jsonl"
    try folder.write("in/" + name, "{\"text\": \"x\"}\n{\"text\": \"y\"}\n")
    try folder.write("in/z.txt", "z")
    let findings = Findings()
    let summary = try batch().run([folder.path + "/in"], to: .folder(folder.path + "/out")) {
      findings.codes.append($0.code)
    }
    XCTAssertEqual(findings.codes, ["D008", "D008"])
    XCTAssertEqual([summary.documents, summary.failures], [1, 2])
    XCTAssertEqual(folder.files.filter { $0.hasPrefix("out") }, ["out/z.txt.jsonl"])
  }

  func testUnreadDatesAreSaid() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("r.jsonl", #"{"date": "soon", "text": "a"}"# + "\n" + #"{"date": "2024-04-15", "text": "a"}"#)
    let result = try run(batch(), [folder.path + "/r.jsonl"])
    XCTAssertEqual(result.codes, ["D006"])
    XCTAssertEqual([result.summary.documents, result.summary.failures, result.summary.warnings], [2, 0, 1])
    var dated = batch()
    dated.reading.date = CivilDate(year: 2024, month: 4, day: 15)
    XCTAssertEqual(try run(dated, [folder.path + "/r.jsonl"]).codes, [])
  }

  func testOrderIsTheInputsForAnyNumberOfJobs() throws {
    let folder = try TemporaryFolder(self)
    for index in 0..<40 {
      try folder.write(
        "d/\(100 + index).txt", index % 9 == 0 ? "fail" : String(repeating: "a", count: index * 31 % 17 + 1))
    }
    let records = (0..<5000).map { "{\"id\": \"r\($0)\", \"text\": \"\(String(repeating: "ب", count: $0 % 90 + 1))\"}" }
    try folder.write("r.jsonl", records.joined(separator: "\n"))
    let paths = [folder.path + "/d", folder.path + "/r.jsonl", folder.path + "/none", folder.path + "/d/101.txt"]
    let one = try run(batch(jobs: 1), paths)
    XCTAssertEqual(one.summary.documents, 35 + 5000 + 1)
    XCTAssertEqual(one.summary.failures, 6)
    XCTAssertEqual(one.codes, Array(repeating: "T001", count: 5) + ["D001"])
    let expected = (0..<40).filter { $0 % 9 != 0 }.map { "\(100 + $0).txt" } + (0..<5000).map { "r\($0)" } + ["101.txt"]
    XCTAssertEqual(try identifiers(one.output), expected)
    for jobs in [2, 8] {
      let more = try run(batch(jobs: jobs), paths)
      XCTAssertTrue(more.output == one.output, "\(jobs) jobs give other output")
      XCTAssertEqual(more.codes, one.codes)
      XCTAssertEqual(more.summary, one.summary)
    }
  }

  func testEveryInputIsARecordOrAFinding() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("a.txt", "")
    try folder.write("b.txt", " \n\t")
    try folder.write("c.txt", [0x61, 0xE9])
    try folder.write("d.txt", "خبر")
    try folder.write("e.jsonl", "{\"text\": \"x\"}\n\nno record\n{\"text\": \"\"}\n{\"id\": 5, \"text\": \"y\"}")
    let result = try run(batch(), [folder.path])
    XCTAssertEqual(result.codes, ["D003", "D003", "D002", "D004", "D003"])
    XCTAssertEqual(try identifiers(result.output), ["d.txt", folder.path + "/e.jsonl:1", "5"])
    XCTAssertEqual(result.summary.failures, 5)
  }

  func testOnlyDocumentsOfTheIDAreProcessed() throws {
    let folder = try TemporaryFolder(self)
    let records = try folder.write(
      "r.jsonl",
      "{\"id\": 1, \"text\": \"x\"}\n{\"id\": 2, \"text\": \"fail\"}\n{\"id\": 1, \"text\": \"z\"}\nno record\n"
        + "{\"id\": 1, \"text\":\n{\"id\": 12}\n"
    )
    let file = try folder.write("a.txt", "a")
    var batch = batch()
    batch.reading.id = "1"
    let both = try run(batch, [records, file])
    XCTAssertEqual(try identifiers(both.output), ["1", "1"])
    XCTAssertEqual(both.codes, ["D004"], "what can't be read is told when it is what was asked for")
    batch.reading.id = "a.txt"
    XCTAssertEqual(try identifiers(try run(batch, [records, file]).output), ["a.txt"])
    batch.reading.id = "none"
    XCTAssertEqual(try run(batch, [file]).summary, Batch.Summary())
  }

  func testFraming() throws {
    let folder = try TemporaryFolder(self)
    let file = try folder.write("a.txt", "a")
    let records = try folder.write("r.jsonl", "{\"id\": 1, \"text\": \"x\"}\n{\"id\": 2, \"text\": \"y\"}\n")
    let bad = try folder.write("bad.txt", "fail")
    func json(_ paths: [String]) throws -> Any {
      try JSONSerialization.jsonObject(with: Data(run(batch(.json), paths).output.utf8))
    }
    XCTAssertNotNil(try json([file]) as? [String: Any])
    XCTAssertEqual((try json([records]) as? [Any])?.count, 2)
    XCTAssertEqual((try json([file, bad]) as? [Any])?.count, 1)
    XCTAssertEqual((try json([bad, bad]) as? [Any])?.count, 0)
    XCTAssertEqual(try run(batch(.json), [bad]).output, "")
    XCTAssertEqual(try run(batch(.jsonl), [bad, bad]).output, "")
    XCTAssertEqual(try run(batch(.jsonl), [file]).output.filter { $0 == "\n" }.count, 1)
    XCTAssertTrue(try run(batch(.xml), [bad, bad]).output.hasSuffix("<khabar>\n</khabar>\n"))
  }

  func testFolderOutputKeepsTheInputsShape() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("in/a.txt", "a")
    try folder.write("in/b/c.txt", "c")
    try folder.write("in/bad.txt", "fail")
    try folder.write("in/r.jsonl", "{\"id\": 1, \"text\": \"x\"}\n{\"id\": 2, \"text\": \"y\"}\n")
    try folder.write("other/a.txt", "another")
    let findings = Findings()
    let summary = try batch(.jsonl, jobs: 3).run(
      [folder.path + "/in", folder.path + "/other"], to: .folder(folder.path + "/out/deep")
    ) { findings.codes.append($0.code) }
    XCTAssertEqual(findings.codes, ["T001", "D012"], "the second a.txt is reported, not lost")
    XCTAssertEqual(summary.failures, 2)
    XCTAssertEqual(summary.documents, 4)
    XCTAssertEqual(
      folder.files.filter { $0.hasPrefix("out") },
      ["out/deep/a.txt.jsonl", "out/deep/b/c.txt.jsonl", "out/deep/r.jsonl.jsonl"])
    XCTAssertEqual(try identifiers(folder.read("out/deep/r.jsonl.jsonl")), ["1", "2"])
    XCTAssertEqual(try identifiers(folder.read("out/deep/a.txt.jsonl")), ["a.txt"])
  }

  func testFileAppearsWhenComplete() throws {
    let folder = try TemporaryFolder(self)
    let input = try folder.write("a.txt", "a")
    let bad = try folder.write("bad.txt", "fail")
    let output = folder.path + "/out.jsonl"
    _ = try batch().run([input], to: .file(output), report: { _ in })
    XCTAssertEqual(try identifiers(folder.read("out.jsonl")), ["a.txt"])
    XCTAssertEqual(folder.files, ["a.txt", "bad.txt", "out.jsonl"], "no draft is left")
    _ = try batch().run([bad], to: .file(folder.path + "/none.json"), report: { _ in })
    XCTAssertThrowsError(try batch().run([input], to: .file(folder.path + "/no/folder.json"), report: { _ in }))
  }

  func testStopsWhenTheReaderIsGone() throws {
    let folder = try TemporaryFolder(self)
    let records = (0..<20_000).map { "{\"id\": \($0), \"text\": \"x\"}" }
    let path = try folder.write("r.jsonl", records.joined(separator: "\n"))
    let sink = ClosedSink()
    XCTAssertThrowsError(try batch(jobs: 4).run([path], to: .stream(sink), report: { _ in })) {
      XCTAssertTrue($0 is BrokenPipe)
    }
    XCTAssertLessThan(sink.writes, 2)
  }

  func testDateOptionComesFirst() throws {
    let folder = try TemporaryFolder(self)
    let path = try folder.write("2020-01-02.txt", "a")
    let records = try folder.write("r.jsonl", "{\"id\": 1, \"text\": \"x\", \"date\": \"2021-01-01\"}")
    var batch = batch()
    XCTAssertTrue(try run(batch, [path]).output.contains("\"date\":\"2020-01-02\",\"dateSource\":\"file\""))
    XCTAssertTrue(try run(batch, [records]).output.contains("\"date\":\"2021-01-01\",\"dateSource\":\"metadata\""))
    batch.reading.date = CivilDate(year: 2024, month: 4, day: 15)
    for input in [path, records] {
      XCTAssertTrue(try run(batch, [input]).output.contains("\"date\":\"2024-04-15\",\"dateSource\":\"option\""))
    }
  }
}

/// Keeps what it takes.
final class MemorySink: ByteSink, @unchecked Sendable {
  private(set) var bytes: [UInt8] = []
  var text: String { String(decoding: bytes, as: UTF8.self) }
  func write(_ bytes: [UInt8]) { self.bytes += bytes }
}

/// A pipe whose reader is gone.
final class ClosedSink: ByteSink, @unchecked Sendable {
  private(set) var writes = 0
  func write(_ bytes: [UInt8]) throws {
    writes += 1
    throw BrokenPipe()
  }
}
