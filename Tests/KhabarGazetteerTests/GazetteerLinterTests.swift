import KhabarArabic
import KhabarCore
import XCTest

@testable import KhabarGazetteer

final class GazetteerLinterTests: XCTestCase {
  private let linter = GazetteerLinter(
    orthography: .arabic, words: CliticWords(), commonWords: ["أمل", "بلد", "قاعدة"].map { Orthography.arabic.key($0) })

  /// Findings as `line severity code`, those about feature columns left out.
  private func findings(_ text: String) throws -> [String] {
    try linter.findings(in: [GazetteerSource(name: "l.tsv", text: text)])
      .filter { !($0.code == "G018" && $0.severity == .note) }
      .map { "\($0.location?.line ?? 0) \($0.severity) \($0.code)" }
  }

  func testFindingsOfRows() throws {
    let header = "name\ttype\tid\tcountry\taliases\tfrom\tto\tlatitude\tlongitude\tpopulation\tcontext\n"
    let cases: [(row: String, findings: [String])] = [
      ("بغداد\tPlace\tQ1\tIQ\t\t\t\t33.3\t44.4\t6000000\t", []),
      ("بغداد\tPlace", ["2 note G003"]),
      ("بغداد\tPlace\t\t\t\t\t\t\t\t\t\tx", ["2 error G003"]),
      ("بغداد", ["2 error G006"]),
      ("\tPlace\t\t\t\t\t\t\t\t\t", ["2 error G005"]),
      (" بغداد\tPlace\t\t\t\t\t\t\t\t\t", ["2 warning G014"]),
      ("محمد  علي\tPerson\t\t\t\t\t\t\t\t\t", ["2 warning G014"]),
      ("محمد\u{A0}علي\tPerson\t\t\t\t\t\t\t\t\t", ["2 warning G014"]),
      ("بغداد\u{200F}\tPlace\t\t\t\t\t\t\t\t\t", ["2 warning G015"]),
      ("بغداد\u{7}\tPlace\t\t\t\t\t\t\t\t\t", ["2 warning G016", "2 warning G015"].sorted()),
      ("بغداد\tPlace\t\t\t\t2003-13\t\t\t\t\t", ["2 warning G011"]),
      ("بغداد\tPlace\t\t\t\t2003-02-30\t\t\t\t\t", ["2 warning G011"]),
      ("بغداد\tPlace\t\t\t\t2005\t2003-05\t\t\t\t", ["2 warning G011"]),
      ("بغداد\tPlace\t\t\t\t2003-05-11\t2003\t\t\t\t", []),
      ("بغداد\tPlace\t\t\t\t\t\t95\t200\tmany\t", ["2 warning G010", "2 warning G010", "2 warning G010"]),
      ("بغداد\tPlace\t\tIraq\t\t\t\t\t\t\t", ["2 warning G024"]),
      ("«بغداد»\tPlace\t\t\t\t\t\t\t\t\t", ["2 warning G016"]),
      ("---\tPlace\t\t\t\t\t\t\t\t\t", ["2 warning G016"]),
      ("أمل\tOrganization\t\t\t\t\t\t\t\t\t", ["2 warning G017"]),
      ("امل\tOrganization\t\t\t\t\t\t\t\t\tparty", []),
      ("القاعدة\tOrganization\t\t\t\t\t\t\t\t\t", ["2 note G017"]),
      ("أمل\tnone\t\t\t\t\t\t\t\t\t", []),
      ("حركة أمل\tOrganization\t\t\t\t\t\t\t\t\t", []),
      ("أمل\tOrganization\t\t\t\t\t\t\t\t\tsomewhere", ["2 error G009"]),
      ("مكة\tPlace\t\t\tمكه|مكة المكرمة\t\t\t\t\t\t", ["2 note G012"]),
    ]
    for (row, expected) in cases {
      XCTAssertEqual(try findings(header + row + "\n").sorted(), expected.sorted(), row)
    }
  }

  func testDuplicatesAndConflicts() throws {
    let cases: [(rows: String, findings: [String])] = [
      ("طرابلس\tPlace\tA\tLB\nطرابلس\tPlace\tB\tLY\n", []),
      ("طرابلس\tPlace\tA\tLB\nطرابلس\tPlace\tA\tLB\n", ["3 warning G012"]),
      ("مكة\tPlace\t\t\nمكه\tPlace\t\t\n", ["3 warning G012"]),
      ("الزهراء\tPlace\t\t\nالزهراء\tOrganization\t\t\n", ["3 warning G013"]),
      ("سعيد\tgiven-name\t\t\nسعيد\tfamily-name\t\t\n", []),
      ("الزهراء\tPlace\t\t\nالزهراء\tnone\t\t\n", []),
    ]
    for (rows, expected) in cases { XCTAssertEqual(try findings("name\ttype\tid\tcountry\n" + rows), expected, rows) }
  }

  func testHeaders() throws {
    let cases: [(header: String, findings: [String])] = [
      ("name\ttype\tlattitude", ["1 warning G018"]), ("name\ttype\tAliases", ["1 warning G018"]),
      ("name\ttype\talias", ["1 warning G018"]), ("name\ttype\tgender", []), ("name\ttype\toffice", []),
      ("name\ttype\ttype", ["1 error G019"]), ("name\ttype\t", ["1 warning G019"]), ("name", ["1 error G004"]),
      ("name\tkind", ["1 error G004"]),
    ]
    for (header, expected) in cases { XCTAssertEqual(try findings(header + "\n"), expected, header) }
  }

  func testEveryFindingSaysWhereAndWhatToDo() throws {
    let text = "name\ttype\tlattitude\nأمل\tOrganization\t1\n«س»\tPlace\n\tx\ny\n"
    let findings = try linter.findings(in: [GazetteerSource(name: "l.tsv", text: text)])
    XCTAssertGreaterThanOrEqual(findings.count, 5)
    for finding in findings {
      XCTAssertEqual(finding.location?.file, "l.tsv")
      XCTAssertNotNil(finding.location?.line)
      XCTAssertNotNil(finding.remedy)
      XCTAssertTrue(finding.code.hasPrefix("G"))
    }
  }

  func testATypeThatIsNearlyOneOfTheProgramsIsReported() throws {
    let cases: [(type: String, meant: String?)] = [
      ("Organisation", "Organization"), ("place", "Place"), ("PERSON", "Person"), ("Persn", "Person"), ("GPE", "Place"),
      ("ORG", "Organization"), ("Company", "Organization"), ("Port", nil), ("Vessel", nil),
    ]
    for (type, meant) in cases {
      let found = try linter.findings(in: [GazetteerSource(name: "l.tsv", text: "name\ttype\nميناء البصرة\t\(type)\n")])
      XCTAssertEqual(found.map(\.code), ["G030"], type)
      XCTAssertEqual(found[0].severity, meant == nil ? .note : .warning, type)
      if let meant { XCTAssertTrue(found[0].remedy?.contains("'\(meant)'") == true, found[0].description) }
    }
    XCTAssertEqual(try findings("name\ttype\nميناء البصرة\tPlace\n"), [])
  }

  func testNamesThatMatchEverywhere() throws {
    for name in ["2024", "١٢", "ع"] {
      XCTAssertEqual(try findings("name\ttype\n\(name)\tPlace\n"), ["2 warning G017"], name)
    }
    let linter = GazetteerLinter(
      orthography: .arabic, words: CliticWords(), givenNames: [Orthography.arabic.key("سالم")])
    let text = "name\ttype\nسالم\tPerson\nسالم عوض\tPerson\nسالم\tPlace\n"
    let found = try linter.findings(in: [GazetteerSource(name: "l.tsv", text: text)]).filter { $0.code == "G017" }
    XCTAssertEqual(found.map { $0.location?.line }, [2])
  }
}
