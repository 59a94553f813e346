import KhabarCore
import XCTest

@testable import KhabarSyntax

/// The objects of nouns that tell of happenings.
final class VerbalNounsTests: XCTestCase {
  private let rows =
    ToyTreeBank.clauses + """
      table verbal-noun
        pass   time: next time-phrase
        pass   aside: next other-phrase
        pass   place: next noun-phrase governed place
        object of-governed: noun governed, clause has-bare, next noun-phrase bare human
        object of-topic: noun governed, clause has-topic, verb speech, next noun-phrase bare human
        object before-talks: next noun-phrase bare, ahead event
        stop   else

      """

  private func arcs(_ sentence: String) throws -> [String] { try ToyTreeBank(rows).tree(sentence).arcs(.object) }

  func testAnObjectStandsBehindWhatMayStandBetween() throws {
    XCTAssertEqual(try arcs("met minister during-visit officer"), ["object during-visit officer"])
    XCTAssertEqual(
      try arcs("met minister during-visit yesterday here in-paris officer"), ["object during-visit officer"])
    XCTAssertEqual(try arcs("met minister during-visit in-house officer"), [])
    XCTAssertEqual(try ToyTreeBank(rows).tree("met minister during-visit officer").row(of: .object), "of-governed")
  }

  func testRowsSeeTheClauseAndItsVerb() throws {
    // The verb has no subject yet: the noun may be it.
    XCTAssertEqual(try arcs("met during-visit officer"), [])
    XCTAssertEqual(try arcs("minister said during-visit officer"), ["object during-visit officer"])
    XCTAssertEqual(try arcs("minister met during-visit officer"), [])
    XCTAssertEqual(try arcs("met visit car talks"), ["object visit car"])
    // The noun that a relative clause is about stands for what it has before its verb.
    XCTAssertEqual(try arcs("minister who said during-visit officer"), ["object during-visit officer"])
  }

  func testOnlyNounsThatTellOfHappenings() throws {
    XCTAssertEqual(try arcs("met minister during-house officer"), [])
  }

  func testNoFurtherThanTheClauseAndSixPhrases() throws {
    XCTAssertEqual(try arcs("met minister during-visit that officer"), [])
    XCTAssertEqual(
      try arcs("met minister during-visit here here here here officer"), ["object during-visit officer"])
    XCTAssertEqual(try arcs("met minister during-visit here here here here here officer"), [])
  }

  /// What a verbal noun has, the verb has not.
  func testItsObjectIsTaken() throws {
    let arguments = rows + "table argument\n  subject first 1: phrase first\n  object second 1: phrase second\n"
    let tree = try ToyTreeBank(arguments).tree("met minister during-visit officer")
    XCTAssertEqual(tree.arcs(.subject, .object), ["subject met minister", "object during-visit officer"])
  }
}
