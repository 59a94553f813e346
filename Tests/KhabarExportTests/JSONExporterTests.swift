import Foundation
import KhabarCore
import KhabarExport
import XCTest

final class JSONExporterTests: XCTestCase {
  private func parse(_ bytes: [UInt8]) throws -> [String: Any] {
    try XCTUnwrap(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func record(
    _ style: JSONExporter.Style = .lines, include: IncludedLayers = [], warnings: [String] = []
  ) throws -> [String: Any] {
    let options = ExportOptions(pipeline: "test", language: "ar", include: include)
    return try parse(JSONExporter(style: style, options: options).export(SampleDocument.assembled(warnings: warnings)))
  }

  func testEveryFieldOfTheContract() throws {
    let record = try record()
    XCTAssertEqual(record["schema"] as? String, "khabar/1")
    XCTAssertEqual(Set(record.keys), ["schema", "document", "entities", "times", "quantities", "events"])
    XCTAssertEqual(
      record["document"] as? NSDictionary,
      [
        "id": "a", "source": "news/a.txt", "language": "ar", "title": "عنوان \"أول\" & <ثان>", "date": "2024-04-15",
        "dateSource": "metadata", "characters": SampleDocument.text.unicodeScalars.count, "pipeline": "test",
        "url": "https://example.org/?a=1&b=2",
      ] as NSDictionary)
    XCTAssertEqual(
      record["entities"] as? NSArray,
      [
        [
          "id": "E1", "type": "Person", "name": "الوزير", "country": "IQ", "gazetteer": "Q1",
          "titles": ["وزير <الخارجية>"], "mentions": [["start": 7, "end": 13, "text": "الوزير"]],
        ],
        [
          "id": "E2", "type": "Place", "kind": "city", "name": "بغداد",
          "mentions": [["start": 22, "end": 27, "text": "بغداد"]],
        ],
      ] as NSArray)
    XCTAssertEqual(
      record["times"] as? NSArray,
      [
        [
          "id": "T1", "start": 34, "end": 47, "text": "15 & 16 نيسان", "type": "DATE", "value": "2024-04-15/2024-04-16",
          "mod": "APPROX", "anchor": "2024-04-15", "calendar": "islamic-umalqura", "original": "1445-10-06",
        ],
        ["id": "T2", "start": 42, "end": 47, "text": "نيسان", "type": "DATE", "value": "2024-04", "anchor": "T1"],
      ] as NSArray)
    XCTAssertEqual(
      record["quantities"] as? NSArray,
      [
        [
          "id": "Q1", "start": 34, "end": 36, "text": "15", "kind": "money", "value": 2500, "upper": 1250.5,
          "unit": "دينار",
          "currency": "IQD", "mod": "APPROX",
        ],
        ["id": "Q2", "start": 39, "end": 41, "text": "16", "kind": "cardinal"],
      ] as NSArray)
    XCTAssertEqual(
      record["events"] as? NSArray,
      [
        [
          "id": "V1", "type": "Attack", "plover": "ASSAULT", "cameo": "190", "status": "occurred",
          "action": "appointed",
          "killed": 32, "injured": 0, "rule": "attack.test", "confidence": 0.93,
          "trigger": ["start": 2, "end": 6, "text": "وقال"],
          "participants": [
            [
              "role": "attacker", "entity": "E1", "name": "الوزير", "start": 7, "end": 13, "country": "IQ",
              "country3": "IRQ", "sector": "GOV", "for": "المجلس", "forKey": "Q1", "confidence": 0.86,
            ],
            ["role": "target", "name": "سوق", "start": 15, "end": 17],
          ],
          "time": [
            "value": "2024-04-15", "ref": "T1", "from": "2024-04-15", "to": "2024-04-16", "basis": "clause",
          ],
          "places": [["entity": "E2", "name": "بغداد"]],
          "mentions": [["start": 51, "end": 56, "text": "انتهى"]], "evidence": ["start": 2, "end": 27],
          "topic": "sport", "reportedOn": "2024-04-15",
          "code": [
            "cameo": "1831", "plover": "ASSAULT", "mode": "suicide-attack", "context": "terrorism", "quad": 4,
          ],
        ]
      ] as NSArray)
  }

  func testIndentedSaysTheSame() throws {
    XCTAssertEqual(
      try record(.indented, include: [.tokens, .text]) as NSDictionary,
      try record(.lines, include: [.tokens, .text]) as NSDictionary)
  }

  func testLayersOnDemand() throws {
    let record = try record(include: [.tokens, .text], warnings: ["a warning"])
    XCTAssertEqual(record["text"] as? String, SampleDocument.text)
    XCTAssertEqual(record["warnings"] as? [String], ["a warning"])
    XCTAssertEqual(record["sentences"] as? NSArray, [["start": 2, "end": 13]] as NSArray)
    XCTAssertEqual(
      record["tokens"] as? NSArray,
      [
        [
          "start": 2, "end": 6,
          "parts": [["start": 2, "end": 3, "kind": "conjunction"], ["start": 3, "end": 6, "kind": "stem"]],
        ],
        ["start": 7, "end": 13],
      ] as NSArray)
  }

  func testOneLineWithoutLineBreaks() {
    let bytes = JSONExporter(options: ExportOptions(include: [.text])).export(SampleDocument.assembled())
    XCTAssertEqual(bytes.filter { $0 == 0x0A }.count, 1)
    XCTAssertEqual(bytes.last, 0x0A)
    XCTAssertNil(bytes.dropLast().first { $0 < 0x20 }, "control characters are escaped")
  }

  func testAppendsBehindWhatIsThere() {
    var output: [UInt8] = [1, 2]
    JSONExporter().append(SampleDocument.assembled(), to: &output)
    XCTAssertEqual(Array(output.prefix(3)), [1, 2, UInt8(ascii: "{")])
  }
}
