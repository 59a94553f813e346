import Foundation
import KhabarCore
import KhabarRecords
import KhabarTestSupport
import XCTest

final class RecordReaderTests: XCTestCase {
  private let line = """
    {"schema":"khabar/1","document":{"id":"a","date":"2024-02-14","characters":20},"entities":[{"id":"E1","type":"Person",\
    "name":"سامح شكري","gazetteer":"Q1","mentions":[{"start":6,"end":15,"text":"سامح شكري"}]}],"times":[],"quantities":[],\
    "events":[{"id":"V1","type":"Meeting","status":"planned","confidence":0.9,"trigger":{"start":0,"end":5,"text":"يلتقي"},\
    "participants":[{"role":"party","entity":"E1","name":"سامح شكري"}],"evidence":{"start":0,"end":15},"later":[1]}]}
    """

  private func read(_ paths: [String]) throws -> (records: [Record], codes: [String]) {
    var codes: [String] = []
    var reader = RecordReader(paths)
    let records = try reader.all { codes.append("\($0.code) \($0.location?.line ?? 0)") }
    XCTAssertEqual(reader.count, records.count)
    XCTAssertEqual(reader.failures, codes.count)
    return (records, codes)
  }

  func testMembersAreReadAndUnknownOnesPassedOver() throws {
    let folder = try TemporaryFolder(self)
    let record = try XCTUnwrap(read([folder.write("a.jsonl", line + "\n")]).records.first)
    XCTAssertEqual(record.document.date, "2024-02-14")
    let event = try XCTUnwrap(record.events.first)
    XCTAssertEqual(event.status, "planned")
    XCTAssertEqual(event.trigger, Record.Span(start: 0, end: 5, text: "يلتقي"))
    XCTAssertEqual(record.names("سامح شكري", entity: "E1"), ["سامح شكري", "سامح شكري", "سامح شكري"])
    XCTAssertNil(record.entity("E2"))
  }

  func testWhatIsNoRecordIsReportedWithItsLineAndTheOthersAreRead() throws {
    let folder = try TemporaryFolder(self)
    let lines = [line, "{", "", #"{"document":{}}"#, line.replacing("khabar/1", with: "khabar/9"), line]
    let (records, codes) = try read([folder.write("a.jsonl", lines.joined(separator: "\n"))])
    XCTAssertEqual(records.count, 2)
    XCTAssertEqual(codes, ["K001 2", "K001 4", "K002 5"])
  }

  func testAnObjectOverManyLinesAndAnArray() throws {
    let folder = try TemporaryFolder(self)
    let object = try folder.write("a.json", "{\n" + line.dropFirst())
    let array = try folder.write("b.json", "[\n\(line),\n\(line)\n]\n")
    XCTAssertEqual(try read([object, array]).records.map(\.document.id), ["a", "a", "a"])
  }

  func testAFolderIsReadInTheOrderOfItsNamesAndOtherFilesAreLeft() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("b.jsonl", line.replacing("\"a\"", with: "\"second\""))
    try folder.write("a/x.jsonl", line)
    try folder.write("notes.txt", "none")
    XCTAssertEqual(try read([folder.path]).records.map(\.document.id), ["a", "second"])
  }

  func testAFileThatIsNotThereIsReported() throws {
    XCTAssertEqual(try read(["/nowhere/a.jsonl"]).codes, ["D001 0"])
  }

  func testARecordIsTheSameWhenItIsWrittenAndReadAgain() throws {
    let folder = try TemporaryFolder(self)
    let record = try XCTUnwrap(read([folder.write("a.jsonl", line)]).records.first)
    let again = try JSONDecoder().decode(Record.self, from: JSONEncoder().encode(record))
    XCTAssertEqual(record, again)
  }
}
