import KhabarCore
import XCTest

@testable import KhabarSyntax

/// Subjects and objects by points.
final class ArgumentFinderTests: XCTestCase {
  private let rows =
    ToyTreeBank.clauses + """
      table argument
        subject first-subject 2: phrase first
        subject topic-subject 5: phrase topic
        subject who-came 5: phrase antecedent
        subject person 2: phrase human
        subject not-she -9: verb she, phrase human -feminine
        object  first-object 1: phrase first
        object  second-object 3: phrase second
        object  third-object 1: phrase third
        object  resumed 4: phrase antecedent, other human
        object  of-passive -9: verb passive
        object  title-behind-name -9: phrase behind-name
        object  lonely 3: phrase only thing
        object  behind-comma-object -4: phrase behind-comma
        unsaid  heir 4: clause joined-clause, phrase unsaid-subject human
        unsaid  by-that 9: opener doubt
        unsaid  with-him 9: clause has-pronominal

      """

  private func arcs(_ sentence: String) throws -> [String] {
    try ToyTreeBank(rows).tree(sentence).arcs(.subject, .object, .patient, .relativeSubject, .relativeObject)
  }

  func testTheAssignmentWithMostPointsCounts() throws {
    XCTAssertEqual(try arcs("met minister officer"), ["subject met minister", "object met officer"])
    XCTAssertEqual(try arcs("minister met officer"), ["subject met minister", "object met officer"])
    // Each alone would be the subject by more points than the object; both together are more.
    XCTAssertEqual(try arcs("spoke officer queen"), ["object spoke officer", "subject spoke queen"])
  }

  func testAnArcTellsItsPointsAndTheRowThatGaveMost() throws {
    let tree = try ToyTreeBank(rows).tree("minister met officer")
    let subject = try XCTUnwrap(tree.tree.arcs.first { $0.relation == .subject })
    XCTAssertEqual(subject.score, 7)
    XCTAssertEqual(tree.row(of: .subject), "topic-subject")
  }

  func testThePassiveHasAPatientAndNoObject() throws {
    XCTAssertEqual(try arcs("seen minister officer"), ["patient seen minister"])
  }

  /// Of a verb whose letters don't tell its voice a row says that a phrase is whom it is done to.
  func testAPatientThatARowSpeaksFor() throws {
    let rows = rows + "  patient thing-done 6: verb -passive, phrase first thing\n"
    XCTAssertEqual(try ToyTreeBank(rows).tree("met car").arcs(.subject, .patient), ["patient met car"])
    XCTAssertEqual(
      try ToyTreeBank(rows).tree("minister met car").arcs(.subject, .object, .patient),
      ["subject met minister", "object met car"])
    XCTAssertEqual(try ToyTreeBank(rows).tree("met officer").arcs(.subject, .patient), ["subject met officer"])
  }

  func testWhoARelativeClauseIsAbout() throws {
    XCTAssertEqual(try arcs("officer who left"), ["relative-subject left officer"])
    XCTAssertEqual(
      try arcs("car who met officer"), ["relative-object met car", "subject met officer"])
    XCTAssertEqual(try arcs("car who seen"), ["relative-object seen car"])
  }

  func testPointsForALackOfASubject() throws {
    // A condition's verb is said of somebody unsaid by more points than of the first phrase.
    XCTAssertEqual(try arcs("if met minister"), ["object met minister"])
    XCTAssertEqual(try arcs("met minister with-him"), ["object met minister"])
    XCTAssertEqual(try arcs("minister left and-met officer"), ["subject left minister", "object and-met officer"])
    XCTAssertEqual(try arcs("car left and-met officer"), ["subject left car", "subject and-met officer"])
  }

  func testRowsSeeWhereAPhraseStands() throws {
    XCTAssertEqual(try arcs("minister met smith officer"), ["subject met minister", "object met smith"])
    XCTAssertEqual(try arcs("left car"), ["object left car"])
    XCTAssertEqual(try arcs("minister met , car"), ["subject met minister"])
  }

  func testThreePhrasesBehindTheVerbMayBeArguments() throws {
    let rows = ToyTreeBank.clauses + "table argument\n  subject place 1: phrase place\n"
    XCTAssertEqual(try ToyTreeBank(rows).tree("met car house paris").arcs(.subject), ["subject met paris"])
    XCTAssertEqual(try ToyTreeBank(rows).tree("met car house court paris").arcs(.subject), ["subject met car"])
  }

  func testNeitherGovernedPhrasesNorFurtherMembersOfACoordination() throws {
    let all = rows + "table coordination\n  last nearest-before\n"
    XCTAssertEqual(
      try ToyTreeBank(all).tree("met in-house minister and-guard officer").arcs(.subject, .object),
      ["subject met minister", "object met officer"])
  }

  func testOfEqualsTheOneWithASubjectAndWithoutAnObject() throws {
    let tree = try ToyTreeBank(ToyTreeBank.clauses).tree("met minister officer")
    XCTAssertEqual(tree.arcs, ["subject met minister"])
    XCTAssertNil(tree.row(of: .subject))
    XCTAssertEqual(try ToyTreeBank(ToyTreeBank.clauses).tree("met in-house").arcs(.subject, .object), [])
  }
}
