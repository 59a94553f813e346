import KhabarCore
import XCTest

@testable import KhabarAssemble
@testable import KhabarSyntax

/// Who fills the slots of a rule, by the arcs of a hand-made tree.
final class RelationReaderTests: XCTestCase {
  func testSubjectObjectAndPrepositionsOfAVerb() throws {
    let news = try ToyNews("Smith | met | officer | in Paris", "subject 1 0, object 1 2, oblique 1 3")
    XCTAssertEqual(try news.fill("met", "meeting.verb"), ["party Smith", "party officer", "place Paris"])
  }

  func testAllOfACoordination() throws {
    let news = try ToyNews(
      "Smith | and Jones | met | with Brown", "conjunct 0 1, subject 2 0, oblique 2 3")
    XCTAssertEqual(
      try news.fill("met", "meeting.verb"), ["party Smith", "party Jones", "party Brown"])
  }

  func testTypesOfSlots() throws {
    let news = try ToyNews("Paris | met | with Rome", "subject 1 0, oblique 1 2")
    XCTAssertEqual(try news.fill("met", "meeting.verb"), [])
  }

  func testTheNameBehindATitleIsMeant() throws {
    let news = try ToyNews("minister | Smith | met | Jones", "apposition 0 1, subject 2 0, object 2 3")
    XCTAssertEqual(try news.fill("met", "meeting.verb"), ["party minister Smith", "party Jones"])
  }

  func testTheSubjectOfARelativeClauseAndASharedOne() throws {
    let relative = try ToyNews(
      "Smith | who | met | Jones", "relative-subject 2 0, object 2 3",
      clauses: [clause(.main, [0]), clause(.relative, [1, 2, 3], head: 2, parent: 0, antecedent: 0)])
    XCTAssertEqual(try relative.fill("met", "meeting.verb"), ["party Smith", "party Jones"])
    let shared = try ToyNews(
      "Smith | said | and met | Jones", "subject 1 0, shared 2 0, object 2 3",
      clauses: [clause(.main, [0, 1], head: 1), clause(.main, [2, 3], head: 2, joinedTo: 0)])
    let predication = try XCTUnwrap(shared.predication("met", "meeting.verb"))
    let reader = RelationReader(
      sentence: shared.reading, predication: predication, rule: try shared.rule("meeting.verb"))
    let filled = SlotFiller(reader: reader).fill()
    XCTAssertEqual(filled.map(\.filler.relation), [.subjectOfClauseBefore, .object])
  }

  func testANounHasTheArgumentsOfTheVerbThatCarriesIt() throws {
    let news = try ToyNews(
      "Smith | held | talks | with Jones | in Rome", "subject 1 0, object 1 2, attribute 2 3, oblique 1 4")
    XCTAssertEqual(try news.fill("talks", "meeting.noun"), ["party Smith", "party Jones", "place Rome"])
  }

  func testAVerbThatIsNoCarrierGivesNothing() throws {
    let news = try ToyNews("Smith | cancelled | talks | with Jones", "subject 1 0, object 1 2, attribute 2 3")
    XCTAssertEqual(try news.fill("talks", "meeting.noun"), ["party Jones"])
  }

  func testTheComplementInTheNounsOwnPhrase() throws {
    let news = try ToyNews("raid Council | on Paris", "attribute 0 1")
    XCTAssertEqual(try news.fill("raid", "attack.noun"), ["attacker Council", "target Paris"])
  }

  func testOneNounPhraseFillsOneRole() throws {
    let news = try ToyNews("Smith | met | Smith", "subject 1 0, object 1 0")
    XCTAssertEqual(try news.fill("met", "meeting.verb"), ["party Smith"])
  }

  func testExceptions() throws {
    let news = try ToyNews("plan | held | talks | with Jones", "subject 1 0, object 1 2, attribute 2 3")
    XCTAssertEqual(try news.fill("talks", "meeting.noun"), ["party Jones"])
  }

  func testANumberByItselfFillsNothing() throws {
    let news = try ToyNews("raid | on 14", "attribute 0 1")
    XCTAssertEqual(try news.fill("raid", "attack.noun"), [])
  }

  func testWhoeverTheTextIsAboutWhenTheClauseDoesNotSay() throws {
    let news = try ToyNews("Smith | . | met | Jones", "object 2 3", topic: 0)
    XCTAssertEqual(try news.fill("met", "meeting.verb"), ["party Smith", "party Jones"])
    let unknown = try ToyNews("met | Jones", "object 0 1")
    XCTAssertEqual(try unknown.fill("met", "meeting.verb"), ["party Jones"])
  }

  /// Who comes for talks holds them, unless the noun itself says who does.
  func testWhomANounHangsOn() throws {
    let visit = try ToyNews("Smith | visited | Paris | to talks", "subject 1 0, object 1 2, oblique 1 3")
    XCTAssertEqual(try visit.fill("talks", "meeting.noun"), ["party Smith"])
    let told = try ToyNews(
      "Smith | visited | Paris | to talks | with Jones", "subject 1 0, object 1 2, oblique 1 3, attribute 3 4")
    XCTAssertEqual(try told.fill("talks", "meeting.noun"), ["party Jones"])
    let definite = try ToyNews("Smith | visited | Paris | to the-talks", "subject 1 0, object 1 2, oblique 1 3")
    XCTAssertEqual(try definite.fill("the-talks", "meeting.noun"), [])
  }
}
