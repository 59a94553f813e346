import KhabarCore
import XCTest

@testable import KhabarAssemble
@testable import KhabarSyntax

/// Whom a happening killed or hurt, and conditions on what governs it.
final class CasualtyTests: XCTestCase {
  private func parties(_ text: String, _ arcs: String = "", clauses: [Clause]? = nil) throws -> [String] {
    try ToyNews(text, arcs, clauses: clauses).fill("raid", "attack.noun")
  }

  func testWhomItLedToTheDeathOf() throws {
    XCTAssertEqual(
      try parties("raid | led | to death officer", "subject 1 0, oblique 1 2"), ["target officer"])
    // Who is joined to the first is a victim as well, until another word tells of others.
    XCTAssertEqual(
      try parties(
        "raid | led | to death officer | and guard | and injured minister",
        "subject 1 0, oblique 1 2, conjunct 2 3, conjunct 2 4"),
      ["target officer", "target guard", "target minister"])
  }

  func testTheObjectOfTheDeath() throws {
    // The death of *no less than four officers* is no construct state.
    XCTAssertEqual(
      try parties("raid | led | to death | officer", "subject 1 0, oblique 1 2, object 2 3"), ["target officer"])
    XCTAssertEqual(try parties("raid | led | to death | officer", "subject 1 0, oblique 1 2"), [])
  }

  func testSomeOfThoseCounted() throws {
    // Of those of whom it is said what they are, only people by name.
    XCTAssertEqual(
      try parties("raid | led | to death people | , | in among-them | Smith", "subject 1 0, oblique 1 2"),
      ["target Smith"])
    XCTAssertEqual(
      try parties("raid | led | to death people | , | in among-them | officer", "subject 1 0, oblique 1 2"), [])
    XCTAssertEqual(try parties("raid | led | to death people | , | officer", "subject 1 0, oblique 1 2"), [])
  }

  func testSomeOfThoseOfABody() throws {
    // So many dead *of the officers*.
    XCTAssertEqual(try parties("raid | led | to killed of officer", "subject 1 0, oblique 1 2"), ["target officer"])
  }

  func testEachHappeningHasItsOwn() throws {
    // The death in a raid is that raid's, however near another one stands.
    let text = "raid | and death officer | in raid"
    let news = try ToyNews(text, "attribute 1 2")
    XCTAssertEqual(try news.fill("raid", "attack.noun"), [])
    XCTAssertEqual(news.candidates.map { $0.participants.map(\.name) }, [[], ["officer"]])
  }

  func testAClauseThatSomebodySaysIsAnother() throws {
    let clauses = [clause(.main, [0, 1], head: 1), clause(.content, [2, 3], parent: 0)]
    XCTAssertEqual(try parties("raid | led | that | death officer", "", clauses: clauses), [])
    let relative = [clause(.main, [0, 1], head: 1), clause(.relative, [2, 3], parent: 0)]
    XCTAssertEqual(try parties("raid | led | who | death officer", "", clauses: relative), ["target officer"])
  }

  // MARK: - Conditions

  private func rejections(_ text: String, _ arcs: String) throws -> [Rejection] {
    var result: [Rejection] = []
    _ = CandidateReader(sentence: try ToyNews(text, arcs).reading).candidates { _, _, _, trial in
      if case .rejected(let rejection) = trial { result.append(rejection) }
    }
    return result
  }

  func testWhatGovernsTheTriggerRefusesIt() throws {
    XCTAssertEqual(try rejections("Smith | threaten | raid", "subject 1 0, object 1 2").count, 1)
    // Another verb of the sentence says nothing of it.
    let others = try rejections("raid | led | Smith | threaten | Jones", "subject 1 0, subject 3 2, object 3 4")
    XCTAssertEqual(others.count, 0)
  }

  func testWhoCarriedItOut() throws {
    let relative = [clause(.main, [0, 1], head: 1), clause(.relative, [2, 3, 4], head: 3, parent: 0, antecedent: 0)]
    let arcs = "subject 1 0, relative-object 3 0, subject 3 4"
    XCTAssertEqual(try parties("raid | said | who | led | Council", arcs, clauses: relative), ["attacker Council"])
    // Who condemned it did not.
    XCTAssertEqual(try parties("raid | said | who | cancelled | Council", arcs, clauses: relative), [])
  }

  func testTheTriggersOwnPhraseRefusesIt() throws {
    XCTAssertEqual(try rejections("raid verbal | on Rome", "attribute 0 1").count, 1)
    XCTAssertEqual(try rejections("raid | on Rome | verbal", "attribute 0 1").count, 0)
  }

  func testAConditionAsksTheHead() throws {
    // The site of the raid's own object is no site: only its first word counts.
    XCTAssertEqual(try rejections("raid the-site of Smith", "").count, 1)
    XCTAssertEqual(try rejections("raid the-guard of site", "").count, 0)
  }

  func testPronounsAgree() throws {
    let news = try ToyNews("queen | cancelled | talks-his | . | Smith", "subject 1 0, object 1 2", topic: 0)
    let owner = PronounResolver(sentence: news.reading).possessor(of: PhraseID(2))
    XCTAssertEqual(owner.map { news.text($0.tokens) }, "Smith")
  }
}
