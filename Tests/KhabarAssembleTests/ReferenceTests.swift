import KhabarCore
import XCTest

@testable import KhabarAssemble
@testable import KhabarSyntax

/// Whom pronouns stand for, which numbers belong to an event, and how parties are collected.
final class ReferenceTests: XCTestCase {
  // MARK: - Pronouns

  private func words(_ filler: Filler?, _ news: ToyNews) -> String? { filler.map { news.text($0.tokens) } }

  func testAPossessorIsTheClausesSubject() throws {
    let news = try ToyNews("Smith | cancelled | talks-his", "subject 1 0, object 1 2")
    XCTAssertEqual(words(PronounResolver(sentence: news.reading).possessor(of: PhraseID(2)), news), "Smith")
    // A noun is not its own owner.
    let own = try ToyNews("Jones | talks-his | cancelled", "subject 2 1")
    XCTAssertEqual(words(PronounResolver(sentence: own.reading).possessor(of: PhraseID(1)), own), "Jones")
    XCTAssertEqual(try own.fill("talks-his", "meeting.noun"), ["party Jones"])
  }

  func testAPossessorIsElseWhomTheTextIsAbout() throws {
    let news = try ToyNews("talks-his | . | Smith", topic: 0)
    XCTAssertEqual(words(PronounResolver(sentence: news.reading).possessor(of: PhraseID(0)), news), "Smith")
    let nobody = try ToyNews("talks-his | cancelled")
    XCTAssertNil(PronounResolver(sentence: nobody.reading).possessor(of: PhraseID(0)))
  }

  func testAnObjectPronounIsNotTheVerbsOwnSubject() throws {
    let clauses = [clause(.main, [0, 1], head: 1), clause(.content, [2, 3, 4], head: 3, parent: 0)]
    let news = try ToyNews("Smith | said | that | met | Jones", "subject 1 0, subject 3 4", clauses: clauses)
    XCTAssertEqual(words(PronounResolver(sentence: news.reading).object(of: PhraseID(3)), news), "Smith")
    let alone = try ToyNews("Smith | met", "subject 1 0", topic: 0)
    XCTAssertNil(PronounResolver(sentence: alone.reading).object(of: PhraseID(1)))
  }

  func testAPrepositionsPronoun() throws {
    let clauses = [clause(.main, [0]), clause(.relative, [1, 2, 3], head: 2, parent: 0, antecedent: 0)]
    let relative = try ToyNews("Smith | who | met | with him", "", clauses: clauses)
    let predication = try XCTUnwrap(relative.predication("met", "meeting.verb"))
    XCTAssertEqual(
      words(PronounResolver(sentence: relative.reading).governed(PhraseID(3), by: predication), relative), "Smith")
    let thing = try ToyNews("car | who | met | with him", "", clauses: clauses)
    XCTAssertNil(
      PronounResolver(sentence: thing.reading).governed(
        PhraseID(3), by: try XCTUnwrap(thing.predication("met", "meeting.verb"))))
  }

  func testTheLatter() throws {
    let news = try ToyNews("Smith | and Jones | met | the-latter", "conjunct 0 1, object 2 3")
    XCTAssertEqual(words(PronounResolver(sentence: news.reading).latter(before: PhraseID(3)), news), "Jones")
    XCTAssertEqual(try news.fill("met", "meeting.verb"), ["party Jones"])
  }

  // MARK: - Counts

  private func counts(_ text: String, _ quantities: [(token: Int, value: Double)]) throws -> [Int?] {
    let news = try ToyNews(text, quantities: quantities)
    let tolls = try news.tolls("raid", "attack.noun")
    return [tolls.killed, tolls.injured]
  }

  func testTheFirstNumberBehindAWord() throws {
    XCTAssertEqual(
      try counts("raid | killed 13 | and injured 20", [(2, 13), (5, 20)]), [13, 20])
    XCTAssertEqual(try counts("raid | killed 13 | killed 20", [(2, 13), (4, 20)]), [13, nil])
    XCTAssertEqual(try counts("raid | 13 | killed", [(1, 13)]), [nil, nil])
  }

  func testNumbersThatAreTooFarOrTooLarge() throws {
    XCTAssertEqual(try counts("raid | killed in the big 13", [(5, 13)]), [13, nil])
    XCTAssertEqual(try counts("raid | killed in the | very big 13", [(6, 13)]), [nil, nil])
    XCTAssertEqual(try counts("raid | killed 50000000", [(2, 5e7)]), [nil, nil])
  }

  func testARuleWithoutCountsHasNone() throws {
    let news = try ToyNews("met | killed 13", quantities: [(2, 13)])
    XCTAssertEqual(try news.tolls("met", "meeting.verb"), Tolls())
  }

  // MARK: - Parties

  private func filler(_ news: ToyNews, _ phrase: Int) -> Filler { news.reading.filler(PhraseID(phrase), .subject) }

  func testEachEntityAndEachDescriptionOnce() throws {
    let news = try ToyNews("Smith | met | Smith | officer | officer | Jones")
    var parties = PartyCollector(sentence: news.reading)
    for phrase in [0, 2, 3, 4, 5] { parties.add(filler(news, phrase), as: .role(RoleID(0))) }
    XCTAssertEqual(parties.participants.map(\.name), ["Smith", "officer", "Jones"])
    XCTAssertEqual(parties.participants.map(\.entity), [EntityID(0), nil, EntityID(1)])
    XCTAssertEqual(parties.places.count, 0)
  }

  func testPlacesAreApart() throws {
    let news = try ToyNews("Smith | met | in Paris | Paris | site")
    var parties = PartyCollector(sentence: news.reading)
    for phrase in [2, 3, 4] { parties.add(filler(news, phrase), as: .place) }
    XCTAssertEqual(parties.places.map(\.name), ["Paris", "site"])
    XCTAssertEqual(parties.participants.count, 0)
  }

  func testWhatIsNamed() throws {
    let news = try ToyNews("Smith | met | officer | officer of Council")
    let parties = PartyCollector(sentence: news.reading)
    XCTAssertEqual([0, 2, 3].map { parties.isNamed(filler(news, $0)) }, [true, false, true])
  }

  /// All of it together: one trigger, one candidate.
  func testEventsOfASentence() throws {
    let news = try ToyNews(
      "Smith | met | Jones | yesterday | in Paris", "subject 1 0, object 1 2, time 1 3, oblique 1 4")
    let candidate = try XCTUnwrap(news.candidates.first)
    XCTAssertEqual(news.candidates.count, 1)
    XCTAssertEqual(candidate.rule.rule.name, "meeting.verb")
    XCTAssertEqual(candidate.participants.map(\.name), ["Smith", "Jones"])
    XCTAssertEqual(candidate.places.map(\.name), ["Paris"])
    XCTAssertEqual(candidate.time, TimeID(0))
    XCTAssertEqual(candidate.status, .occurred)
    XCTAssertEqual(news.text(candidate.tokens), "Smith met Jones yesterday in Paris")
  }
}
