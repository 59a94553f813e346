import Foundation
import KhabarExport
import KhabarTestSupport
import XCTest

final class JSONSchemaTests: XCTestCase {
  private func schema() throws -> [String: Any] {
    let data = try Data(contentsOf: XMLExporterTests.schemas.appendingPathComponent("khabar-1.schema.json"))
    return try XCTUnwrap(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  func testRecordConforms() throws {
    let options = ExportOptions(pipeline: "test", language: "ar", include: [.tokens, .text])
    let bytes = JSONExporter(options: options).export(SampleDocument.assembled(warnings: ["w"]))
    let record = try JSONSerialization.jsonObject(with: Data(bytes))
    let schema = try schema()
    XCTAssertEqual(JSONSchemaCheck(root: schema).problems(of: record), [])
  }

  func testCheckFindsMistakes() throws {
    let schema = try schema()
    let bytes = JSONExporter().export(SampleDocument.assembled())
    let good = try XCTUnwrap(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let changes: [(String, Any?)] = [
      ("schema", "khabar/2"), ("events", nil), ("surplus", 1), ("warnings", [""]),
      ("times", [["id": "T0", "start": 0.0, "end": 1.0, "text": "x", "type": "DATE"]]),
    ]
    for (key, value) in changes {
      var bad = good
      bad[key] = value
      XCTAssertEqual(JSONSchemaCheck(root: schema).problems(of: bad).count, 1, key)
    }
  }
}
