import KhabarCore
import XCTest

@testable import KhabarSyntax

/// Which phrase before it one is joined to.
final class CoordinationFinderTests: XCTestCase {
  private let rows = """
    table coordination
      none  no-place: next place
      actor over-things: actor actor, last -actor, next actor
      last  nearest
    """

  private func arcs(_ sentence: String) throws -> [String] { try ToyTreeBank(rows).tree(sentence).arcs(.conjunct) }

  func testTheNearestPhraseOrTheNearestThatCanAct() throws {
    XCTAssertEqual(try arcs("minister and-officer"), ["conjunct minister and-officer"])
    XCTAssertEqual(try arcs("minister in-house and-officer"), ["conjunct minister and-officer"])
    XCTAssertEqual(try arcs("minister in-house and-car"), ["conjunct in-house and-car"])
    XCTAssertEqual(try ToyTreeBank(rows).tree("minister in-house and-officer").row(of: .conjunct), "over-things")
  }

  func testAllMembersBelongToTheFirst() throws {
    let tree = try ToyTreeBank(rows).tree("minister and-officer and-guard")
    XCTAssertEqual(tree.arcs, ["conjunct minister and-officer", "conjunct minister and-guard"])
    XCTAssertEqual(tree.tree.coordination(of: PhraseID(0)), [PhraseID(0), PhraseID(1), PhraseID(2)])
    XCTAssertEqual(tree.tree.leader(of: PhraseID(2)), PhraseID(0))
    XCTAssertEqual(tree.tree.leader(of: PhraseID(0)), PhraseID(0))
  }

  func testARowMaySayThatNothingIsJoined() throws {
    XCTAssertEqual(try arcs("minister and-paris"), [])
    XCTAssertEqual(try ToyTreeBank("").tree("minister and-officer").arcs, [])
  }

  func testOnlyBarePhrasesThatBeginWithAnd() throws {
    XCTAssertEqual(try arcs("minister officer"), [])
    XCTAssertEqual(try arcs("minister and-with-officer"), [])
    XCTAssertEqual(try arcs("and-officer"), [])
  }

  /// A, B and C: only a grammar that has a row for it joins what stands behind a comma.
  func testListsWithCommas() throws {
    let listing = """
      table coordination
        last in-list: next list-member human, last human
        last nearest: next -list-member
      """
    func arcs(_ sentence: String) throws -> [String] { try ToyTreeBank(listing).tree(sentence).arcs(.conjunct) }
    XCTAssertEqual(
      try arcs("minister , officer , guard and-queen"),
      ["conjunct minister officer", "conjunct minister guard", "conjunct minister and-queen"])
    XCTAssertEqual(
      try arcs("minister , officer , and-queen"), ["conjunct minister officer", "conjunct minister and-queen"])
    XCTAssertEqual(try arcs("in-house , officer and-guard"), ["conjunct officer and-guard"], "no member is a house")
    XCTAssertEqual(try arcs("minister , officer , guard"), [], "nothing says that it is a list")
    XCTAssertEqual(try arcs("minister , officer met and-queen"), [], "a verb stands between")
    XCTAssertEqual(
      try self.arcs("minister , officer and-queen"), ["conjunct officer and-queen"], "no row asks for lists")
  }

  func testAVerbOrAMarkEndsWhatCanBeJoined() throws {
    for end in ["met", ".", "that", "who", "not"] {
      XCTAssertEqual(try arcs("minister \(end) and-officer"), [], end)
    }
    for aside in [",", "yesterday", "here", "or"] {
      XCTAssertEqual(try arcs("minister \(aside) and-officer"), ["conjunct minister and-officer"], aside)
    }
  }
}
