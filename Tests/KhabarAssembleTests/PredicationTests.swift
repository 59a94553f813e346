import KhabarCore
import XCTest

@testable import KhabarAssemble
@testable import KhabarSyntax

/// What carries a trigger, and which phrases with prepositions and dates are its own.
final class PredicationTests: XCTestCase {
  private func carriers(_ news: ToyNews, _ word: String = "talks") throws -> [String] {
    try XCTUnwrap(news.predication(word, "meeting.noun")).carriers.map { "\(news.words[$0.token]) \($0.link)" }
  }

  func testAVerbCarriesItself() throws {
    let predication = try XCTUnwrap(
      try ToyNews("Smith | met | Jones", "subject 1 0").predication("met", "meeting.verb"))
    XCTAssertTrue(predication.isVerb)
    XCTAssertTrue(predication.carriers.isEmpty)
    XCTAssertEqual(predication.tensed, PhraseID(1))
    XCTAssertFalse(predication.isLoose)
  }

  func testAWordMustBeUsedAsTheRuleNamesIt() throws {
    // A verb's form inside a noun phrase, a noun's form as a verb's phrase.
    XCTAssertNil(try ToyNews("officer met | visited").predication("met", "meeting.verb"))
    XCTAssertNil(try ToyNews("held talks").predication("talks", "meeting.noun"))
  }

  func testCarriersByTheirArcs() throws {
    XCTAssertEqual(try carriers(ToyNews("Smith | held | talks", "object 1 2")), ["held object"])
    XCTAssertEqual(try carriers(ToyNews("talks | held", "patient 1 0")), ["held subject"])
    XCTAssertEqual(try carriers(ToyNews("talks | held", "subject 1 0")), ["held subject"])
    XCTAssertEqual(try carriers(ToyNews("Smith | held | in talks", "oblique 1 2")), ["held object"])
    // "During the talks" says when, not what.
    XCTAssertEqual(try carriers(ToyNews("Smith | held | during the-talks", "oblique 1 2"), "the-talks"), [])
    XCTAssertEqual(try carriers(ToyNews("Smith | cancelled | talks", "object 1 2")), [])
  }

  func testAVerbalNounInTheSamePhrase() throws {
    let news = try ToyNews("holding talks | with Jones", "attribute 0 1")
    XCTAssertEqual(try carriers(news), ["holding complement"])
    XCTAssertTrue(try XCTUnwrap(news.predication("talks", "meeting.noun")).isLoose)
  }

  func testWhatIsJoinedOrAPartIsCarriedAsTheWhole() throws {
    XCTAssertEqual(
      try carriers(ToyNews("Smith | held | series | and talks", "object 1 2, conjunct 2 3")), ["held object"])
    XCTAssertEqual(
      try carriers(ToyNews("Smith | held | series | of talks", "object 1 2, attribute 2 3")), ["held object"])
  }

  func testTheVerbOfItsRelativeClause() throws {
    let news = try ToyNews(
      "talks | who | held | Smith", "relative-object 2 0, subject 2 3",
      clauses: [clause(.main, [0]), clause(.relative, [1, 2, 3], head: 2, parent: 0, antecedent: 0)])
    XCTAssertEqual(try carriers(news), ["held object"])
  }

  /// The site of the talks is what the clause speaks of.
  func testAPlaceBeforeTheTriggerIsNotCarried() throws {
    XCTAssertEqual(try carriers(ToyNews("Smith | held | site talks", "object 1 2")), [])
  }

  // MARK: - Phrases with prepositions

  private func obliques(_ news: ToyNews, _ word: String, _ rule: String, ofPlace: Bool = false) throws -> [String] {
    let predication = try XCTUnwrap(news.predication(word, rule))
    let obliques = Obliques(
      sentence: news.reading, predication: predication, named: try news.rule(rule).introducers)
    return obliques.phrases(ofPlace: ofPlace).map { news.text(news.tree[$0].tokens) }
  }

  func testObliquesOfAVerbAndItsArguments() throws {
    let news = try ToyNews(
      "Smith | met | officer | of Council | in Paris", "subject 1 0, object 1 2, attribute 2 3, oblique 1 4")
    XCTAssertEqual(try obliques(news, "met", "meeting.verb"), ["of Council", "in Paris"])
  }

  func testAnotherHappeningKeepsItsOwn() throws {
    let news = try ToyNews(
      "Smith | met | Jones | during talks | in Paris", "subject 1 0, object 1 2, oblique 1 3, attribute 3 4")
    XCTAssertEqual(try obliques(news, "met", "meeting.verb"), ["during talks"])
  }

  func testNothingBehindALimit() throws {
    let news = try ToyNews(
      "Smith | met | Jones | about plan | in Paris", "subject 1 0, object 1 2, oblique 1 3, oblique 1 4")
    XCTAssertEqual(try obliques(news, "met", "meeting.verb"), [])
    let ended = try ToyNews("Smith | met | . | in Paris", "subject 1 0, oblique 1 3")
    XCTAssertEqual(try obliques(ended, "met", "meeting.verb"), [])
  }

  func testWhatFollowsANounClosely() throws {
    let news = try ToyNews("Smith | said | talks | here | with Jones | guard | in Paris", "oblique 1 4, oblique 1 6")
    XCTAssertEqual(try obliques(news, "talks", "meeting.noun"), ["with Jones"])
  }

  func testThePlaceOfALooseNounMayStandWithTheVerb() throws {
    let news = try ToyNews("Smith | said | talks | guard | in Paris", "oblique 1 4")
    XCTAssertEqual(try obliques(news, "talks", "meeting.noun"), [])
    XCTAssertEqual(try obliques(news, "talks", "meeting.noun", ofPlace: true), ["in Paris"])
  }

  // MARK: - Dates

  private func time(_ news: ToyNews, _ word: String, _ rule: String) throws -> String? {
    let predication = try XCTUnwrap(news.predication(word, rule))
    let finder = TimeFinder(sentence: news.reading, predication: predication, isAnnounced: false)
    return finder.time.map { news.document.times[$0].value }
  }

  func testDatesOfTheTriggerAndOfWhatCarriesIt() throws {
    XCTAssertEqual(try time(ToyNews("Smith | met | yesterday", "time 1 2"), "met", "meeting.verb"), "2024-02-13")
    XCTAssertNil(try time(ToyNews("Smith | met | yesterday"), "met", "meeting.verb"))
    XCTAssertEqual(
      try time(ToyNews("yesterday | held | talks", "time 1 0, object 1 2"), "talks", "meeting.noun"), "2024-02-13")
    XCTAssertEqual(try time(ToyNews("talks | today", "time 0 1"), "talks", "meeting.noun"), "2024-02-14")
  }

  func testADayBeforeAMonthAndBehindBeforeInFront() throws {
    XCTAssertEqual(
      try time(ToyNews("met | february | today", "time 0 1, time 0 2"), "met", "meeting.verb"), "2024-02-14")
    XCTAssertEqual(
      try time(ToyNews("yesterday | met | today", "time 1 0, time 1 2"), "met", "meeting.verb"), "2024-02-14")
  }

  func testALooseNounTakesTheDateOfItsClause() throws {
    let behind = try ToyNews("Smith | said | talks | yesterday", "subject 1 0, time 1 3")
    XCTAssertEqual(try time(behind, "talks", "meeting.noun"), "2024-02-13")
    // Before the noun it is the verb's own.
    let before = try ToyNews("Smith | said | yesterday | talks", "subject 1 0, time 1 2")
    XCTAssertNil(try time(before, "talks", "meeting.noun"))
    // Another happening stands between.
    let other = try ToyNews("Smith | said | talks | raid | yesterday", "subject 1 0, time 1 4")
    XCTAssertNil(try time(other, "talks", "meeting.noun"))
  }
}
