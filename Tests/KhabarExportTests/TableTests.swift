import Foundation
import KhabarCore
import XCTest

@testable import KhabarExport

/// Tables, pairs, maps and annotations of the sample document.
final class TableTests: XCTestCase {
  private func export(_ format: OutputFormat, table: RecordTable = .events, mark: Bool = false) -> String {
    var options = ExportOptions()
    options.table = table
    options.hasByteOrderMark = mark
    let exporter = format.exporter(options)
    var bytes = Array(exporter.framing.opening.utf8)
    exporter.append(SampleDocument.assembled(), to: &bytes)
    bytes += exporter.framing.closing.utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  func testEveryRowHasEveryColumn() {
    for table in RecordTable.allCases {
      let lines = export(.tsv, table: table).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      XCTAssertGreaterThan(lines.count, 1, table.rawValue)
      for line in lines {
        XCTAssertEqual(
          line.split(separator: "\t", omittingEmptySubsequences: false).count, table.columns.count, table.rawValue)
      }
    }
  }

  func testCellsAreQuotedWhereCommasNeedIt() {
    XCTAssertEqual(
      TableSyntax.csv(hasMark: false).row(["a", "b,c", "d \"e\"", "f\ng"]), "a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\"\n")
    XCTAssertEqual(TableSyntax.tsv.row(["a\tb", "c\nd", "e\"f"]), "a b\tc d\te\"f\n")
  }

  func testByteOrderMarkOnlyOnRequest() {
    XCTAssertTrue(export(.csv, mark: true).hasPrefix("\u{FEFF}document,"))
    XCTAssertTrue(export(.csv).hasPrefix("document,"))
  }

  func testPairGoesFromAttackerToTarget() throws {
    let lines = export(.dyads).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let row = Dictionary(uniqueKeysWithValues: zip(try XCTUnwrap(lines.first), try XCTUnwrap(lines.last)))
    XCTAssertEqual(lines.count, 2)
    XCTAssertEqual(row["source_code"], "IRQGOV")
    XCTAssertEqual(row["target"], "سوق")
    XCTAssertEqual(row["cameo"], "1831")
    XCTAssertEqual(row["quad"], "4")
  }

  func testMapIsWellFormedWithoutPlaces() throws {
    let map = try JSONSerialization.jsonObject(with: Data(export(.geojson).utf8)) as? [String: Any]
    XCTAssertEqual(map?["type"] as? String, "FeatureCollection")
    XCTAssertEqual((map?["features"] as? [Any])?.count, 0, "the sample's places have no coordinates")
  }

  func testAnnotationsPointIntoTheSource() throws {
    let source = Array(String(decoding: SampleDocument.assembled().raw.bytes, as: UTF8.self).unicodeScalars)
    let bounds = export(.brat).split(separator: "\n").filter { $0.hasPrefix("T") }
    XCTAssertFalse(bounds.isEmpty)
    for bound in bounds {
      let columns = bound.split(separator: "\t")
      let offsets = columns[1].split(separator: " ").dropFirst().compactMap { Int($0) }
      let text = String(String.UnicodeScalarView(source[offsets[0]..<offsets[1]]))
      XCTAssertEqual(text.split(whereSeparator: \.isNewline).joined(separator: " "), String(columns[2]))
    }
  }

  func testTimeMLHoldsTheWholeText() throws {
    let text = export(.timeml)
    XCTAssertTrue(text.contains("<TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2024-04-15\""))
    XCTAssertTrue(text.contains("<MAKEINSTANCE eiid=\"ei1\" eventID=\"e1\""))
  }

  func testFilter() {
    let document = SampleDocument.assembled()
    func count(_ change: (inout EventFilter) -> Void) -> Int {
      var filter = EventFilter()
      change(&filter)
      return filter.apply(to: document).events.count
    }
    XCTAssertEqual(count { _ in }, 1)
    XCTAssertEqual(count { $0.types = ["Attack"] }, 1)
    XCTAssertEqual(count { $0.types = ["Meeting"] }, 0)
    XCTAssertEqual(count { $0.statuses = [.planned] }, 0)
    XCTAssertEqual(count { $0.minimumConfidence = 0.95 }, 0)
    XCTAssertEqual(count { $0.countries = ["IQ"] }, 1)
    XCTAssertEqual(count { $0.countries = ["FR"] }, 0)
    XCTAssertEqual(count { $0.since = CivilDate(year: 2024, month: 4, day: 17) }, 0)
    XCTAssertEqual(count { $0.since = CivilDate(year: 2024, month: 4, day: 16) }, 1, "it goes on until then")
    XCTAssertEqual(count { $0.until = CivilDate(year: 2024, month: 4, day: 14) }, 0)
    XCTAssertEqual(count { $0.withoutSport = true }, 0)
  }
}
