import KhabarCore
import XCTest

@testable import KhabarSyntax

/// What phrases with prepositions, and dates, belong to.
final class AttachmentFinderTests: XCTestCase {
  private let rows =
    ToyTreeBank.clauses + """
      table attachment
        verb to-verb 2
        verb behind-verb 1: verb near
        verb governing-verb 4: verb governing
        noun nearest 1: noun near
        noun governing-noun 3: noun governing
        noun of-title 4: noun near title, phrase thing
        noun of-happening 2: noun near event, phrase -place
      table time
        noun of-happening-before: noun event governed
        none of-nothing: verb speech, last comma-phrase
        verb of-verb

      """

  private func arcs(_ sentence: String, _ governs: [String] = []) throws -> [String] {
    try ToyTreeBank(rows).tree(sentence, governs: governs).arcs(.oblique, .attribute, .time)
  }

  /// A date in a relative clause may be that of the verb around, unless that has one.
  func testADateOfTheVerbAround() throws {
    let rows =
      ToyTreeBank.clauses + """
        table time
          outer of-outer: clause relative-clause, outer -passive verb-phrase
          verb of-verb

        """
    XCTAssertEqual(try ToyTreeBank(rows).tree("met officer who left monday").arcs(.time), ["time met monday"])
    XCTAssertEqual(try ToyTreeBank(rows).tree("seen officer who left monday").arcs(.time), ["time left monday"])
    XCTAssertEqual(
      try ToyTreeBank(rows).tree("met monday officer who left monday").arcs(.time),
      ["time met monday", "time left monday"])
  }

  /// A place in a relative clause may be that of the verb around.
  func testAPlaceOfTheVerbAround() throws {
    let rows =
      ToyTreeBank.clauses + """
        table attachment
          verb to-verb 2
          outer around 5: phrase place
        table time
          verb of-verb

        """
    XCTAssertEqual(
      try ToyTreeBank(rows).tree("met officer who left in-paris").arcs(.oblique), ["oblique met in-paris"])
    XCTAssertEqual(try ToyTreeBank(rows).tree("met officer in-paris").arcs(.oblique), ["oblique met in-paris"])
  }

  func testTheVerbOrANounBefore() throws {
    XCTAssertEqual(try arcs("met minister in-paris"), ["oblique met in-paris"])
    XCTAssertEqual(try arcs("met minister of-court"), ["attribute minister of-court"])
    XCTAssertEqual(try arcs("met visit with-officer"), ["attribute visit with-officer"])
    XCTAssertEqual(try arcs("in-paris met minister"), ["oblique met in-paris"])
    XCTAssertEqual(try ToyTreeBank(rows).tree("met minister of-court").row(of: .attribute), "of-title")
  }

  func testWordsThatGoWithAPreposition() throws {
    XCTAssertEqual(try arcs("met car with-officer"), ["oblique met with-officer"])
    XCTAssertEqual(try arcs("met car with-officer", ["car with"]), ["attribute car with-officer"])
    XCTAssertEqual(try arcs("met car with-officer", ["car with", "met with"]), ["oblique met with-officer"])
    XCTAssertEqual(try arcs("met car with-officer", ["car in"]), ["oblique met with-officer"])
  }

  /// The nearest noun, and the nearest before it that tells of a happening.
  func testAHappeningFurtherBefore() throws {
    XCTAssertEqual(
      try arcs("met visit car with-officer", ["visit with"]), ["attribute visit with-officer"])
    XCTAssertEqual(
      try arcs("met house car with-officer", ["house with"]), ["oblique met with-officer"])
  }

  func testNoNounBeforeAMark() throws {
    let rows = "table attachment\n  noun any 1\n"
    XCTAssertEqual(try ToyTreeBank(rows).tree("car . in-paris").arcs, [])
    XCTAssertEqual(try ToyTreeBank(rows).tree("car in-paris").arcs, ["attribute car in-paris"])
  }

  func testAPhraseWithAPronoun() throws {
    // It belongs to something, and nothing belongs to it.
    XCTAssertEqual(
      try arcs("met with-him in-paris", ["with-him in"]), ["oblique met with-him", "oblique met in-paris"])
  }

  func testDates() throws {
    XCTAssertEqual(try arcs("minister met yesterday"), ["time met yesterday"])
    XCTAssertEqual(try arcs("met during-visit yesterday"), ["oblique met during-visit", "time during-visit yesterday"])
    // A mark between: the noun before is no longer asked.
    XCTAssertTrue(try arcs("met during-visit in-house , yesterday").contains("time met yesterday"))
    XCTAssertEqual(try arcs("minister said , yesterday"), [])
    XCTAssertEqual(try arcs("car yesterday"), ["time car yesterday"])
    XCTAssertEqual(try arcs("yesterday"), [])
  }

  func testEachClauseHasItsOwn() throws {
    XCTAssertEqual(
      try arcs("said in-paris that minister left yesterday"), ["oblique said in-paris", "time left yesterday"])
  }
}
