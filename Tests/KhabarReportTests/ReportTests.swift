import Foundation
import KhabarRecords
import KhabarTestSupport
import XCTest

import struct KhabarJoin.HappeningRow

@testable import KhabarReport

/// What the report's files hold. How the page behaves is tried in a browser by Scripts/test-report.
final class ReportTests: XCTestCase {
  /// "The minister received his guest in Cairo."
  private func record(_ id: String, padding: Int = 0) -> Record {
    var record = Record(document: Record.Document(id: id))
    record.document.date = "2024-02-14"
    record.text = "استقبل الوزير ضيفه في القاهرة." + String(repeating: " ", count: padding)
    var place = Record.Entity(
      id: "E1", type: "Place", name: "القاهرة", mentions: [Record.Span(start: 22, end: 29, text: "القاهرة")])
    place.gazetteer = "Q85"
    record.entities = [place]
    var event = Record.Event(
      id: "V1", type: "Meeting", trigger: Record.Span(start: 0, end: 6, text: "استقبل"),
      evidence: Record.Span(start: 0, end: 29))
    event.participants = [Record.Participant(role: "party", name: "الوزير")]
    event.places = [Record.Place(entity: "E1", name: "القاهرة")]
    event.time = Record.When(value: "2024-02-14")
    record.events = [event]
    return record
  }

  private func page(_ folder: TemporaryFolder, _ records: [Record], title: String = "Report") throws -> String {
    var report = try Report(title: title, folder: folder.path) { $0 == "Q85" ? (30.04, 31.24) : nil }
    for record in records { try report.add(record) }
    try report.finish()
    return try folder.read("index.html")
  }

  /// The JSON that a call of the page's script holds.
  private func argument(of call: String, in page: String) throws -> Any {
    let start = try XCTUnwrap(page.range(of: "<script>\(call)")?.upperBound)
    let end = try XCTUnwrap(page.range(of: ");</script>", range: start..<page.endIndex)?.lowerBound)
    return try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8))
  }

  func testAShortRunIsOneFile() throws {
    let folder = try TemporaryFolder(self)
    let page = try page(folder, [record("a"), record("b")])
    XCTAssertEqual(folder.files, ["index.html"])
    let index = try XCTUnwrap(argument(of: "runIndex(", in: page) as? [String: Any])
    XCTAssertEqual((index["documents"] as? [[String: Any]])?.compactMap { $0["id"] as? String }, ["a", "b"])
    let events = try XCTUnwrap(index["events"] as? [[String: Any]])
    XCTAssertEqual(events.count, 2)
    XCTAssertEqual(events[0]["text"] as? String, "استقبل الوزير ضيفه في القاهرة")
    XCTAssertEqual((index["actors"] as? [Any])?.count, 1, "one name for both documents")
    let place = try XCTUnwrap((index["places"] as? [[String: Any]])?.first)
    XCTAssertEqual(place["lat"] as? Double, 30.04)
    let records = try XCTUnwrap(argument(of: "runChunk(0, ", in: page) as? [[String: Any]])
    XCTAssertEqual(records.count, 2)
  }

  /// A row of two documents' events, of which one is in the report.
  private func row() throws -> HappeningRow {
    let report = """
      {"document": "%", "event": "V1", "source": "Wire %", "reported": 19767, "type": "Meeting", "status": "occurred",
       "confidence": 0.9, "parties": [], "places": [], "isSport": false, "setting": [], "words": []}
      """
    let text = """
      {"schema": "khabar-join/1", "id": "h1", "type": "Meeting", "status": "occurred", "date": "2024-02-14",
       "place": "القاهرة", "placeKey": "Q85", "parties": [{"role": "party", "name": "الوزير", "reports": 2}],
       "articles": 2, "sources": 2, "confidence": 0.9, "firstReport": "2024-02-14", "lastReport": "2024-02-15",
       "disputed": {"killed": []}, "tolls": [], "reports": [
       \(["a", "z"].map { report.replacing("%", with: $0) }.joined(separator: ","))]}
      """
    return try JSONDecoder().decode(HappeningRow.self, from: Data(text.utf8))
  }

  func testARowIsOneEventAndItsReportsAreNoOthers() throws {
    let folder = try TemporaryFolder(self)
    var report = try Report(title: "Rows", folder: folder.path) { $0 == "Q85" ? (30.04, 31.24) : nil }
    try report.add(record("a"))
    try report.add(record("b"))
    try report.add(row())
    try report.finish()
    XCTAssertEqual([report.documents, report.happenings, report.events], [2, 1, 2])
    let index = try XCTUnwrap(argument(of: "runIndex(", in: folder.read("index.html")) as? [String: Any])
    let events = try XCTUnwrap(index["events"] as? [[String: Any]])
    XCTAssertEqual(events.compactMap { $0["id"] as? String }, ["V1", "h1"])
    XCTAssertEqual(events[0]["doc"] as? Int, 1, "that of b")
    XCTAssertEqual(events[1]["row"] as? Int, 0)
    let happening = try XCTUnwrap((index["happenings"] as? [[String: Any]])?.first)
    XCTAssertEqual(happening["reports"] as? [[String]], [["a", "V1"], ["z", "V1"]])
    XCTAssertEqual(happening["sources"] as? [String], ["Wire a", "Wire z"])
    XCTAssertEqual(happening["disputed"] as? [String], ["killed"])
    let place = try XCTUnwrap((index["places"] as? [[String: Any]])?.first)
    XCTAssertEqual(place["lat"] as? Double, 30.04)
    let held = try XCTUnwrap(argument(of: "runChunk(0, ", in: folder.read("index.html")) as? [[String: Any]])
    XCTAssertEqual(held.compactMap { $0["schema"] as? String }, ["khabar/1", "khabar/1", "khabar-join/1"])
  }

  func testNothingIsLoadedFromANetwork() throws {
    let page = try page(try TemporaryFolder(self), [record("a")])
    for word in ["https://", "http://", "@import", "url("] {
      let found = page.replacing("http://www.w3.org/2000/svg", with: "").contains(word)
      XCTAssertFalse(found, word)
    }
    XCTAssertTrue(page.contains("default-src 'none'"))
  }

  func testALongRunHasItsRecordsInFilesAndAShorterOneTakesThemAway() throws {
    let folder = try TemporaryFolder(self)
    let records = (0..<20).map { record("d\($0)", padding: 200_000) }
    let page = try page(folder, records)
    XCTAssertTrue(folder.files.contains("data/records-0.js"), "\(folder.files)")
    XCTAssertFalse(page.contains("<script>runChunk("))
    XCTAssertTrue(try folder.read("data/records-0.js").hasPrefix("runChunk(0, [{"))
    _ = try self.page(folder, [record("a")])
    XCTAssertEqual(folder.files, ["index.html"])
  }

  func testTextCanNotLeaveItsScriptOrTitle() throws {
    var evil = record("a")
    evil.text = "</script><img src=x onerror=alert(1)> \u{2028}\u{2029}"
    evil.document.title = "<b>&\"</title>"
    let page = try page(try TemporaryFolder(self), [evil], title: "</title><script>alert(1)</script>")
    XCTAssertFalse(page.contains("<img"))
    XCTAssertFalse(page.contains("<script>alert"))
    XCTAssertFalse(page.contains("\u{2028}"))
    let records = try XCTUnwrap(argument(of: "runChunk(0, ", in: page) as? [[String: Any]])
    XCTAssertEqual(records[0]["text"] as? String, evil.text)
  }

  func testDocumentsOfOneNameAreToldApart() throws {
    let page = try page(try TemporaryFolder(self), [record("a"), record("a")])
    let index = try XCTUnwrap(argument(of: "runIndex(", in: page) as? [String: Any])
    XCTAssertEqual((index["documents"] as? [[String: Any]])?.compactMap { $0["id"] as? String }, ["a", "a (2)"])
  }

  func testTheSameRecordsGiveTheSameBytes() throws {
    let records = [record("a"), record("b")]
    XCTAssertEqual(try page(try TemporaryFolder(self), records), try page(try TemporaryFolder(self), records))
  }

  func testEveryTextOfTheInterfaceIsThereInBothLanguages() throws {
    let script = String(decoding: PackageResources.strings_js, as: UTF8.self)
    let parts = script.components(separatedBy: "\n  ar: {")
    func keys(_ text: String) -> Set<String> {
      Set(text.matches(of: /(\w+): "/).map { String($0.output.1) })
    }
    let english = keys(parts[0])
    let arabic = keys(parts[1].components(separatedBy: "\n  },")[0])
    XCTAssertGreaterThan(english.count, 50)
    XCTAssertEqual(english.subtracting(arabic), [])
  }
}
