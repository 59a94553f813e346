import Foundation
import KhabarTestSupport
import XCTest

@testable import Khabar

/// Runs that are ended and gone on with, with stages that do as good as nothing.
final class ResumeTests: XCTestCase {
  private struct Plain: Stage {
    func process(_ input: RawDocument) throws -> AssembledDocument {
      if input.bytes.starts(with: Array("fail".utf8)) { throw KhabarError("T001", "failed as asked") }
      let tokenized = TokenizedDocument(
        clean: CleanDocument(raw: input, text: AlignedText(identity: input.bytes)), tokens: [], sentences: [])
      let recognized = RecognizedDocument(
        matched: MatchedDocument(tokenized: tokenized, lookups: []), mentions: [], entities: [])
      return AssembledDocument(
        resolved: ResolvedDocument(recognized: recognized, anchor: nil, times: [], quantities: []), events: [])
    }
  }

  private func batch(_ format: OutputFormat) -> Batch {
    var batch = Batch(pipeline: Pipeline(name: "test", language: "ar", stages: Plain()), format: format, jobs: 3)
    batch.checkpointInterval = 0
    batch.resumes = true
    return batch
  }

  /// Runs a batch and ends it after so many pieces of work.
  private func run(
    _ batch: Batch, _ input: String, to destination: Batch.Destination, stopAfter last: Int
  ) throws -> Batch.Summary {
    var batch = batch
    let stop = StopSignal()
    batch.stop = stop
    let pieces = Counter()
    return try batch.run(
      [input], to: destination, report: { _ in }, progress: { _, _ in if pieces.next() == last { stop.raise() } })
  }

  private func corpus(_ folder: TemporaryFolder) throws -> String {
    for index in 0..<30 { try folder.write("in/\(100 + index).txt", index % 7 == 0 ? "fail" : "text \(index)") }
    // Few records, long enough that each file is several blocks.
    let rest = String(repeating: " and so on", count: 50)
    try folder.write("in/120.jsonl", (0..<300).map { "{\"text\": \"record \($0)\(rest)\"}" }.joined(separator: "\n"))
    try folder.write("in/121.csv", "text\n" + (0..<150).map { "\"row\n\($0)\(rest)\"" }.joined(separator: "\n"))
    try folder.write(
      "in/122.json", "[" + (0..<150).map { "{\"text\": \"value \($0)\(rest)\"}" }.joined(separator: ",\n") + "]")
    try folder.write("in/123.bin", "x")
    return folder.path + "/in"
  }

  /// Ends a run after so many pieces, again and again, and goes on: the same bytes as without an end.
  func testStoppedRunsEndWithTheSameBytes() throws {
    let folder = try TemporaryFolder(self)
    let input = try corpus(folder)
    let cases: [(OutputFormat, String, steps: [Int])] = [
      (.json, "o.json", [3]), (.jsonl, "o.jsonl", [1, 5]), (.xml, "o.xml", [2]),
    ]
    for (format, name, steps) in cases {
      var whole = batch(format)
      whole.errorsFile = folder.path + "/whole-errors"
      let expected = try whole.run([input], to: .file(folder.path + "/whole"), report: { _ in })
      XCTAssertEqual(expected.read, expected.documents + expected.failures + expected.skipped)
      XCTAssertEqual(expected.documents, 25 + 600)
      for step in steps {
        let output = folder.path + "/" + name
        var rounds = 0
        var summary = Batch.Summary()
        repeat {
          rounds += 1
          var part = batch(format)
          part.errorsFile = output + "-errors"
          summary = try run(part, input, to: .file(output), stopAfter: step)
        } while summary.isInterrupted && rounds < 200
        XCTAssertGreaterThan(rounds, 1)
        XCTAssertEqual(summary, expected)
        XCTAssertTrue(try folder.read(name) == folder.read("whole"), "\(name), \(step) pieces at a time")
        XCTAssertTrue(try folder.read(name + "-errors") == folder.read("whole-errors"))
        XCTAssertEqual(folder.files.filter { $0.hasPrefix(".") }, [], "nothing is left behind")
        try FileManager.default.removeItem(atPath: output)
        try FileManager.default.removeItem(atPath: output + "-errors")
      }
    }
  }

  func testFoldersGoOnToo() throws {
    let folder = try TemporaryFolder(self)
    let input = try corpus(folder)
    _ = try batch(.jsonl).run([input], to: .folder(folder.path + "/whole"), report: { _ in })
    var summary = Batch.Summary()
    var rounds = 0
    repeat {
      rounds += 1
      summary = try run(batch(.jsonl), input, to: .folder(folder.path + "/out"), stopAfter: 10)
    } while summary.isInterrupted && rounds < 100
    XCTAssertGreaterThan(rounds, 1)
    let names = folder.files.filter { $0.hasPrefix("whole/") }.map { String($0.dropFirst(6)) }
    XCTAssertEqual(folder.files.filter { $0.hasPrefix("out/") }.map { String($0.dropFirst(4)) }, names)
    for name in names { XCTAssertTrue(try folder.read("out/" + name) == folder.read("whole/" + name), name) }
  }

  /// An interrupted run leaves an output that can be read.
  func testAnInterruptedOutputIsComplete() throws {
    let folder = try TemporaryFolder(self)
    let input = try corpus(folder)
    let summary = try run(batch(.json), input, to: .file(folder.path + "/o.json"), stopAfter: 1)
    XCTAssertTrue(summary.isInterrupted)
    let records = try JSONSerialization.jsonObject(with: Data(folder.read("o.json").utf8)) as? [Any]
    XCTAssertEqual(records?.count, summary.documents)
  }

  func testAnotherRunIsNotGoneOnWith() throws {
    let folder = try TemporaryFolder(self)
    let input = try corpus(folder)
    let output = folder.path + "/o.jsonl"
    var first = batch(.jsonl)
    first.resumes = false
    _ = try run(first, input, to: .file(output), stopAfter: 1)
    var changed = batch(.jsonl)
    changed.reading.date = CivilDate(year: 2024, month: 4, day: 15)
    XCTAssertThrowsError(try changed.run([input], to: .file(output), report: { _ in })) {
      XCTAssertEqual(($0 as? KhabarError)?.diagnostics.first?.code, "D030")
    }
    try folder.write("in/000.txt", "new")
    var again = batch(.jsonl)
    again.resumes = false
    let summary = try again.run([input], to: .file(output), report: { _ in })
    XCTAssertFalse(summary.isInterrupted)
    XCTAssertEqual(summary.documents, 26 + 600)
  }

  func testInputsAreNotOverwritten() throws {
    let folder = try TemporaryFolder(self)
    let path = try folder.write("a.jsonl", "{\"text\": \"x\"}")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: path)
    for output in [path, folder.path + "/link", folder.path + "/./a.jsonl"] {
      XCTAssertThrowsError(try batch(.jsonl).run([path], to: .file(output), report: { _ in })) {
        XCTAssertEqual(($0 as? KhabarError)?.diagnostics.first?.code, "D034")
      }
      XCTAssertEqual(try folder.read("a.jsonl"), "{\"text\": \"x\"}")
    }
    // An output inside of the folder that is read is left out, again and again.
    for _ in 0..<2 {
      let summary = try batch(.jsonl).run([folder.path], to: .file(folder.path + "/out.jsonl"), report: { _ in })
      XCTAssertEqual(summary.documents, 2)
    }
    for _ in 0..<2 {
      let summary = try batch(.json).run(
        [folder.path + "/a.jsonl", folder.path], to: .folder(folder.path), report: { _ in })
      XCTAssertEqual(summary.documents, 2, "a.jsonl and the link to it; out.jsonl holds records without text")
    }
  }
}

/// Counts from 1, from one thread at a time.
private final class Counter: @unchecked Sendable {
  private var value = 0
  func next() -> Int {
    value += 1
    return value
  }
}
