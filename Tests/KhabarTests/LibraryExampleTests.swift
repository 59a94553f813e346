import Foundation
import Khabar
import XCTest

/// The documentation's Swift example: it compiles here, does what it says, and stands there line by line.
final class LibraryExampleTests: XCTestCase {
  func testLibraryExample() throws {
    // begin
    let pipeline = try Pipeline(named: "arabic-news")
    let article = RawDocument(
      id: "1", text: "التقى الرئيس المصري عبد الفتاح السيسي نظيره التركي رجب طيب أردوغان في القاهرة")
    let document = try pipeline.process(article)
    for event in document.events {
      print(event.type, event.status, event.participants.map(\.name), event.places.map(\.name))
    }
    for entity in document.entities { print(entity.type, entity.name, entity.mentions.count) }
    let record = OutputFormat.json.exporter(ExportOptions(pipeline: pipeline.name)).export(document)
    print(String(decoding: record, as: UTF8.self))
    // end
    XCTAssertTrue(document.events.contains { $0.type == "Meeting" })

    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: package.appendingPathComponent("Documentation/library.md"), encoding: .utf8)
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    let lines = source.components(separatedBy: "\n").map { String($0.dropFirst(4)) }
    let start = try XCTUnwrap(lines.firstIndex(of: "// begin"))
    let end = try XCTUnwrap(lines.firstIndex(of: "// end"))
    XCTAssertTrue(readme.contains("import Khabar\n\n" + lines[(start + 1)..<end].joined(separator: "\n")))
  }
}
