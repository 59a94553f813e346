import Foundation
import KhabarArabic
import KhabarCore
import XCTest

@testable import KhabarGazetteer

final class GazetteerFormatTests: XCTestCase {
  private var folder = ""

  override func setUpWithError() throws {
    folder = NSTemporaryDirectory() + "khabar-formats-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  override func tearDown() { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ text: String, _ name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    return folder + "/" + name
  }

  func testGATEDefinitionsWithFeatures() throws {
    _ = try write(
      "بغداد:country=IQ:population=6000000\nالبصرة\tcountry=IQ\n\n# comment\nلندن&country=GB\nوكالة: رويترز\n",
      "cities.lst")
    _ = try write("محمد\nعلي\n", "first.lst")
    let definition = try write("cities.lst:location:city:arabic\nfirst.lst:person_first\n", "lists.def")
    let fixture = try GazetteerFixture([GazetteerSource(path: definition)])
    XCTAssertEqual(try fixture.matches("محمد في بغداد والبصرة"), ["محمد:given-name", "بغداد:Place", "البصرة:Place"])
    let entry = fixture.gazetteer.entry(try fixture.lookups("لندن")[0].entry)
    XCTAssertEqual(entry.country, "GB")
    XCTAssertEqual(entry.kind, "city")
    XCTAssertEqual(entry.features, ["language": "arabic"])
    XCTAssertEqual(entry.location, SourceLocation(file: folder + "/cities.lst", line: 5))
    XCTAssertEqual(
      fixture.gazetteer.entry(EntryReference(list: 0, index: 0)).features,
      ["language": "arabic", "population": "6000000"])
  }

  func testGATEMistakesAreReported() throws {
    let nothing = try write("cities.lst\n", "bad.def")
    XCTAssertThrowsError(try GazetteerFixture([GazetteerSource(path: nothing)])) { error in
      XCTAssertEqual((error as? KhabarError)?.diagnostics.first?.code, "G021")
      XCTAssertEqual((error as? KhabarError)?.diagnostics.first?.location?.line, 1)
    }
    let missing = try write("none.lst:location\n", "missing.def")
    XCTAssertThrowsError(try GazetteerFixture([GazetteerSource(path: missing)])) { error in
      XCTAssertEqual((error as? KhabarError)?.diagnostics.first?.code, "G002")
    }
  }

  func testGoodLinesOfADefinitionCount() throws {
    _ = try write("بغداد\n", "towns.lst")
    let definition = try write("towns.lst:location:city\ntowns.lst\n\nno list at all\n", "half.def")
    let fixture = try GazetteerFixture([GazetteerSource(path: definition)])
    XCTAssertEqual(try fixture.matches("في بغداد"), ["بغداد:Place"])
    XCTAssertEqual(fixture.diagnostics.map(\.code), ["G021", "G021"])
    XCTAssertEqual(fixture.diagnostics.map { $0.location?.line }, [2, 4])
  }

  /// A list of which no row can be read stops the run; it is not passed over.
  func testListsThatAreOfNoUse() throws {
    let cases = [
      ("name\tkind\nبغداد\tcity\n", "G004"), ("label\ttype\nبغداد\tcity\n", "G004"), ("", "G001"), ("# only\n", "G001"),
    ]
    for (text, code) in cases {
      XCTAssertEqual(codes(of: GazetteerSource(name: "list.tsv", text: text)), [code], text)
    }
    XCTAssertEqual(codes(of: GazetteerSource(path: "/dev/zero", format: .table)), ["G002"])
  }

  /// What a list is refused for.
  private func codes(of source: GazetteerSource) -> [String] {
    do {
      _ = try GazetteerFixture([source])
      return []
    } catch {
      return (error as? KhabarError)?.diagnostics.map(\.code) ?? ["\(error)"]
    }
  }

  func testEntityRulerStringsAreReadAndTokenPatternsRefused() throws {
    let path = try write(
      """
      {"label": "GPE", "pattern": "بغداد", "id": "Q1530"}
      {"label": "ORG", "pattern": [{"LOWER": "بنك"}, {"IS_ALPHA": true}]}
      {"label": "ORG", "pattern": "الأمم المتحدة"}
      not json
      {"pattern": "x"}
      {"label": "WEAPON", "pattern": "سو-35"}

      """, "patterns.jsonl")
    let fixture = try GazetteerFixture([GazetteerSource(path: path)])
    XCTAssertEqual(
      try fixture.matches("الأمم المتحدة في بغداد سو-35"),
      ["الأمم المتحدة:Organization", "بغداد:Place", "سو-35:WEAPON"])
    XCTAssertEqual(fixture.diagnostics.map(\.code), ["G020", "G022", "G022"])
    XCTAssertEqual(fixture.diagnostics.map { $0.location?.line }, [2, 4, 5])
    XCTAssertEqual(fixture.gazetteer.entry(EntryReference(list: 0, index: 0)).id, "Q1530")
  }

  func testPlainNamesNeedAType() throws {
    let path = try write("بغداد\r\n# نعم\n\n  البصرة  \n", "towns.txt")
    let fixture = try GazetteerFixture([GazetteerSource(path: path, type: .place)])
    XCTAssertEqual(try fixture.matches("بغداد والبصرة"), ["بغداد:Place", "البصرة:Place"])
    XCTAssertEqual(codes(of: GazetteerSource(path: path)), ["G023"])
  }

  func testTablesWithMistakesKeepTheirGoodRows() throws {
    let cases: [(text: String, codes: [String], matches: [String])] = [
      (
        "name\ttype\nبغداد\tPlace\nالبصرة\tPlace\tx\nعمان\n\tPlace\nحلب\tPlace\n", ["G003", "G006", "G005"],
        ["بغداد:Place", "حلب:Place"]
      ),
      ("#! type=Place\nname\tkind\nبغداد\tcity\n", [], ["بغداد:Place"]),
      ("#! match=sometimes\nname\ttype\nبغداد\tPlace\n", ["G008"], ["بغداد:Place"]),
      ("name\ttype\tcontext\nبغداد\tPlace\tnowhere\nحلب\tPlace\tplace\n", ["G009"], ["حلب:Place"]),
      ("name\ttype\tpriority\nبغداد\tPlace\thigh\nحلب\tPlace\t-3\n", ["G010"], ["حلب:Place"]),
      ("\u{FEFF}name\ttype\r\nبغداد\tPlace\r\n", [], ["بغداد:Place"]),
    ]
    for (text, codes, matches) in cases {
      let fixture = try GazetteerFixture([GazetteerSource(name: "list.tsv", text: text)])
      XCTAssertEqual(fixture.diagnostics.map(\.code), codes, text)
      XCTAssertEqual(try fixture.matches("بغداد والبصرة وعمان وحلب"), matches, text)
      XCTAssertTrue(fixture.diagnostics.allSatisfy { $0.remedy != nil && $0.location?.file == "list.tsv" })
    }
  }

  func testInvalidUTF8IsReportedByLine() throws {
    let path = folder + "/bytes.tsv"
    var bytes = Data("name\ttype\nبغداد\tPlace\n".utf8)
    bytes += [0xD8, 0x09, 0x50, 0x0A]
    bytes += Data("حلب\tPlace\n".utf8)
    try bytes.write(to: URL(fileURLWithPath: path))
    let fixture = try GazetteerFixture([GazetteerSource(path: path)])
    XCTAssertEqual(try fixture.matches("بغداد وحلب"), ["بغداد:Place", "حلب:Place"])
    XCTAssertEqual(fixture.diagnostics.map(\.code), ["G007"])
    XCTAssertEqual(fixture.diagnostics.first?.location, SourceLocation(file: path, line: 3))
  }

  func testFoldersAndMissingFiles() throws {
    _ = try write("name\ttype\nبغداد\tPlace\n", "b.tsv")
    _ = try write("{\"label\": \"GPE\", \"pattern\": \"حلب\"}\n", "a.jsonl")
    _ = try write("no list", "readme.md")
    XCTAssertEqual(try GazetteerSource.sources(at: folder).map(\.path), [folder + "/a.jsonl", folder + "/b.tsv"])
    for (path, code) in [(folder + "/none.tsv", "G002"), (folder + "/empty", "G029")] {
      try? FileManager.default.createDirectory(atPath: folder + "/empty", withIntermediateDirectories: true)
      XCTAssertThrowsError(try GazetteerSource.sources(at: path)) {
        XCTAssertEqual(($0 as? KhabarError)?.diagnostics.first?.code, code)
      }
    }
  }

  func testImportWritesATableThatSaysTheSame() throws {
    let list = try write("بغداد:country=IQ\n#\nلندن:country=GB:note=x\n", "cities.lst")
    let patterns = try write("{\"label\": \"ORG\", \"pattern\": \"الأمم المتحدة\", \"id\": \"Q1065\"}\n", "p.jsonl")
    let (text, findings) = try GazetteerImporter().table(of: [
      GazetteerSource(path: list, type: .place), GazetteerSource(path: patterns),
    ])
    XCTAssertEqual(findings, [])
    XCTAssertEqual(
      text,
      "name\ttype\tcountry\tnote\tid\nبغداد\tPlace\tIQ\t\t\nلندن\tPlace\tGB\tx\t\nالأمم المتحدة\tOrganization\t\t\tQ1065\n"
    )
    let fixture = try GazetteerFixture([GazetteerSource(name: "t.tsv", text: text)])
    XCTAssertEqual(fixture.diagnostics, [])
    XCTAssertEqual(fixture.gazetteer.count, 3)
  }

  func testStatisticsCountByListTypeAndKind() throws {
    let fixture = try GazetteerFixture(
      "بغداد/Place/city\nحلب/Place/city/حلب الشهباء\nالعراق/Place/country\nأمل/given-name///name")
    XCTAssertEqual(
      fixture.gazetteer.statistics().rows.map { "\($0.type)/\($0.kind) \($0.entries) \($0.names) \($0.inContext)" },
      ["Place/city 2 4 0", "Place/country 1 1 0", "given-name/ 1 1 1"])
  }
}
