import KhabarCore
import XCTest

@testable import KhabarArabic

/// What the kinds of heads allow in names, as data.
final class NameKindsTests: XCTestCase {
  private typealias Traits = NameLexicon.OrganizationHead.Traits

  private func kinds(_ rows: String) throws -> NameKinds {
    try NameKinds(TSVReader(file: "name-kinds.tsv", bytes: Array(("table\tkind\ttraits\n" + rows).utf8)))
  }

  private func code(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? KhabarError)?.diagnostics.first?.code }
    return nil
  }

  func testTraitsOfAKindAreThoseOfItsTable() throws {
    let kinds = try kinds("organizations\tcourt\tperson\ntitles\tcourt\toffice lone\n")
    let here = SourceLocation(file: "heads.tsv", line: 7)
    XCTAssertEqual(try kinds.traits(of: "court", in: .organizations, Traits.names, at: here), .person)
    XCTAssertEqual(
      try kinds.traits(of: "court", in: .titles, NameLexicon.Title.Traits.names, at: here), [.office, .lone])
    XCTAssertEqual(try kinds.traits(of: nil, in: .organizations, Traits.names, at: here), [])
  }

  func testUnknownKindsAndTraitsAreMistakes() throws {
    let kinds = try kinds("organizations\tcourt\tpersons\n")
    let here = SourceLocation(file: "heads.tsv", line: 7)
    XCTAssertEqual(code { _ = try kinds.traits(of: "bank", in: .organizations, Traits.names, at: here) }, "L004")
    XCTAssertEqual(code { _ = try kinds.traits(of: "court", in: .organizations, Traits.names, at: here) }, "L004")
  }
}
