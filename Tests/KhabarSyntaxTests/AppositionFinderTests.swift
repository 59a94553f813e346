import KhabarCore
import XCTest

@testable import KhabarSyntax

/// Whose name stands behind a title, whatever stands between.
final class AppositionFinderTests: XCTestCase {
  private let rows = """
    table apposition
      pass       comma-of-name: title name, next comma-phrase, between -comma-between
      titles     behind-name: title name, between comma-between, next noun-phrase bare title, ahead comma-phrase
      stop       no-title: title -title
      pass       comma: next comma-phrase
      scene      scene: next noun-phrase governed place
      complement of-title: next noun-phrase governed
      names      holder: next noun-phrase bare name, between -many-between -scene-between
      stop       else
    """

  private func arcs(_ sentence: String) throws -> [String] { try ToyTreeBank(rows).tree(sentence).arcs(.apposition) }

  func testANameBehindItsTitle() throws {
    XCTAssertEqual(try arcs("minister smith met"), ["apposition minister smith"])
    XCTAssertEqual(try ToyTreeBank(rows).tree("minister smith").row(of: .apposition), "holder")
    XCTAssertEqual(try arcs("minister met smith"), [])
    XCTAssertEqual(try arcs("car smith"), [])
  }

  func testComplementsOfATitleAreItsOwn() throws {
    XCTAssertEqual(
      try ToyTreeBank(rows).tree("minister of-court of-house smith").arcs,
      ["attribute minister of-court", "attribute minister of-house", "apposition minister smith"])
    XCTAssertEqual(try arcs("minister of-court met smith"), [])
  }

  func testRowsSeeWhatStandsBetween() throws {
    XCTAssertEqual(try arcs("minister in-paris smith"), [])
    // Three complements are many.
    XCTAssertEqual(try arcs("minister of-court of-house of-car smith"), [])
    XCTAssertEqual(try arcs("minister , smith"), ["apposition minister smith"])
  }

  func testAnOfficeBehindAName() throws {
    XCTAssertEqual(try arcs("smith , minister , met"), ["apposition smith minister"])
    XCTAssertEqual(try arcs("smith , minister met"), [])
    XCTAssertEqual(try arcs("smith minister , met"), [])
  }

  /// A name that belongs to a title is nobody else's holder, nor has it an office of its own.
  func testWhatIsClaimedIsPassedOver() throws {
    XCTAssertEqual(try arcs("minister smith , officer , met"), ["apposition minister smith"])
  }

  func testALongStretchNamesNobody() throws {
    let commas = { Array(repeating: ",", count: $0).joined(separator: " ") }
    XCTAssertEqual(try arcs("minister \(commas(14)) smith"), ["apposition minister smith"])
    XCTAssertEqual(try arcs("minister \(commas(15)) smith"), [])
  }

  func testWithoutARowThereIsNoName() throws {
    XCTAssertEqual(try ToyTreeBank("").tree("minister smith").arcs(.apposition), [])
  }
}
