import Foundation
import KhabarCore
import KhabarExport
import KhabarXML
import XCTest

final class XMLExporterTests: XCTestCase {
  static let schemas = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Schemas")

  private var schema: XMLSchema { XMLSchema(file: Self.schemas.appendingPathComponent("khabar-1.xsd").path) }

  private func text(_ include: IncludedLayers = []) -> String {
    let options = ExportOptions(pipeline: "test", language: "ar", include: include)
    return String(decoding: XMLExporter(options: options).export(SampleDocument.assembled()), as: UTF8.self)
  }

  func testValidatesAgainstTheSchema() throws {
    for include: IncludedLayers in [[], [.tokens, .text]] {
      XCTAssertEqual(try schema.problems(of: Array(text(include).utf8)).map(\.description), [])
    }
  }

  func testStreamOfSeveralValidates() throws {
    let exporter = XMLExporter()
    var bytes = Array(exporter.framing.opening.utf8)
    for id in ["a", "b"] {
      if id == "b" { bytes += Array(exporter.framing.separator.utf8) }
      exporter.append(SampleDocument.assembled(id: id), to: &bytes)
    }
    bytes += Array(exporter.framing.closing.utf8)
    XCTAssertEqual(try schema.problems(of: bytes).map(\.description), [])
    let empty = Array((exporter.framing.opening + exporter.framing.closing).utf8)
    XCTAssertEqual(try schema.problems(of: empty).map(\.description), [])
  }

  func testSchemaFindsMistakes() throws {
    let mistakes = [
      ("schema=\"khabar/1\"", "schema=\"khabar/9\"", 3), ("start=\"7\"", "start=\"-1\"", 11),
      ("status=\"occurred\"", "status=\"dreamt\"", nil), ("type=\"DATE\"", "type=\"DAY\"", nil),
      ("id=\"E1\"", "id=\"X1\"", nil), ("</khabar>", "", nil),
    ]
    for (right, wrong, line) in mistakes {
      XCTAssertTrue(text().contains(right), right)
      let problems = try schema.problems(
        of: Array(text().replacingOccurrences(of: right, with: wrong).utf8), named: "x.xml")
      XCTAssertFalse(problems.isEmpty, wrong)
      XCTAssertEqual(problems.first?.location?.file, "x.xml")
      if let line { XCTAssertEqual(problems.first?.location?.line, line, wrong) }
    }
  }

  func testUnusableSchema() {
    XCTAssertThrowsError(try XMLSchema(file: "/nowhere.xsd").problems(of: [])) { error in
      XCTAssertEqual((error as? KhabarError)?.diagnostics.first?.code, "X001")
    }
  }

  func testTextSurvivesExceptForWhatXMLCannotHold() throws {
    let element = try XCTUnwrap(
      text([.text]).range(of: "<text>.*</text>", options: .regularExpression).map { text([.text])[$0] })
    XCTAssertEqual(
      String(element),
      "<text>😀&#9;وقال الوزير &quot;لا&quot; في بغداد &lt;يوم&gt; 15 &amp; 16 نيسان\u{FFFD}\u{FFFD}&#13;&#10;انتهى\\</text>"
    )
  }
}
