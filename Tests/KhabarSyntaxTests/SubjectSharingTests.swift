import KhabarCore
import XCTest

@testable import KhabarSyntax

/// Whose subject a clause has that does not say its own.
final class SubjectSharingTests: XCTestCase {
  private let rows =
    ToyTreeBank.clauses + """
      table argument
        subject topic 3: phrase topic
        object  behind 1: phrase first
      table sharing
        none       no-she: verb she, subject -feminine
        shared     joined: clause joined-clause
        raised     aim: clause purpose-clause
        understood said: clause content-clause, other-verb speech
        understood whoever: clause main-clause, subject human
        none       else

      """

  private func arcs(_ sentence: String) throws -> [String] {
    try ToyTreeBank(rows).tree(sentence).arcs(.shared, .raised, .understood)
  }

  func testOfTheClauseBeforeOrAround() throws {
    XCTAssertEqual(try arcs("minister left and-met officer"), ["shared and-met minister"])
    XCTAssertEqual(try arcs("minister left to-meet officer"), ["raised to-meet minister"])
    XCTAssertEqual(try arcs("minister said that left"), ["understood left minister"])
    XCTAssertEqual(try arcs("minister met that left"), [])
    XCTAssertEqual(try ToyTreeBank(rows).tree("minister left and-met officer").row(of: .shared), "joined")
  }

  func testASharedSubjectIsHandedOn() throws {
    XCTAssertEqual(
      try arcs("minister left and-met officer to-meet guard"), ["shared and-met minister", "raised to-meet minister"])
  }

  func testAClauseWithASubjectSharesNone() throws {
    XCTAssertEqual(try arcs("minister said that officer left"), [])
  }

  func testARowMayRefuse() throws {
    XCTAssertEqual(try arcs("minister left and-spoke"), [])
    XCTAssertEqual(try arcs("queen left and-spoke"), ["shared and-spoke queen"])
  }

  func testOneRefusedTheNextClauseBeforeIsAsked() throws {
    XCTAssertEqual(try arcs("minister left . car left . met"), ["understood met minister"])
  }

  func testSixClausesBeforeAreAsked() throws {
    let far = { (count: Int) in "minister left . " + Array(repeating: "car left . ", count: count).joined() + "met" }
    XCTAssertEqual(try arcs(far(5)), ["understood met minister"])
    XCTAssertEqual(try arcs(far(6)), [])
  }
}
