import KhabarCore
import XCTest

@testable import KhabarAssemble
@testable import KhabarSyntax

/// Whether it happened: by tense, date and the words around.
final class StatusReaderTests: XCTestCase {
  private func reading(_ news: ToyNews, _ word: String, _ rule: String) throws -> StatusReader.Reading? {
    let predication = try XCTUnwrap(news.predication(word, rule))
    let finder = TimeFinder(sentence: news.reading, predication: predication, isAnnounced: false)
    let time = finder.time.map { news.document.times[$0] }
    return StatusReader(
      sentence: news.reading, predication: predication, event: try news.rule(rule).event.written
    ).status(time: time)
  }

  private func status(_ news: ToyNews, _ word: String = "met", _ rule: String = "meeting.verb") throws -> String? {
    try reading(news, word, rule).map { "\($0.status)\($0.isCertain ? "" : "?")" }
  }

  func testThePastHasHappened() throws {
    XCTAssertEqual(try status(ToyNews("Smith | met | Jones")), "occurred")
    XCTAssertEqual(try status(ToyNews("Smith | met | yesterday", "time 1 2")), "occurred")
    // A date to come says more than the tense.
    XCTAssertEqual(try status(ToyNews("Smith | met | tomorrow", "time 1 2")), "planned")
  }

  func testThePresentIsWhatItsEventSays() throws {
    XCTAssertEqual(try status(ToyNews("Smith | meets | Jones"), "meets"), "planned?")
    XCTAssertEqual(try status(ToyNews("Smith | meets | tomorrow", "time 1 2"), "meets"), "planned")
    XCTAssertEqual(try status(ToyNews("Smith | meets | yesterday", "time 1 2"), "meets"), "occurred")
    // A headline tells what was.
    XCTAssertEqual(try status(ToyNews("Smith | meets | Jones", isHeading: true), "meets"), "occurred?")
    let relative = try ToyNews(
      "Smith | who | visits | Paris", "relative-subject 2 0",
      clauses: [clause(.main, [0]), clause(.relative, [1, 2, 3], head: 2, parent: 0, antecedent: 0)])
    XCTAssertEqual(try status(relative, "visits", "visit.verb"), "ongoing?")
  }

  func testWhatIsOnlyMeantIsNoAttack() throws {
    XCTAssertNil(try status(ToyNews("Council | plan | raid", "object 1 2"), "raid", "attack.noun"))
    XCTAssertEqual(try status(ToyNews("Council | plan | talks", "object 1 2"), "talks", "meeting.noun"), "planned")
  }

  func testAHeadlineTellsWhatWas() throws {
    let news = try ToyNews("officer | meets | Jones", "subject 1 0, object 1 2")
    XCTAssertEqual(try status(news, "meets"), "occurred?")
    let known = try ToyNews("the-officer | meets | Jones", "subject 1 0, object 1 2")
    XCTAssertEqual(try status(known, "meets"), "planned?")
  }

  func testTheFutureIsPlanned() throws {
    XCTAssertEqual(try status(ToyNews("Smith | will-meets | Jones"), "will-meets"), "planned")
  }

  func testANounByItself() throws {
    XCTAssertEqual(try status(ToyNews("talks | with Jones"), "talks", "meeting.noun"), "occurred?")
    XCTAssertEqual(try status(ToyNews("talks | tomorrow", "time 0 1"), "talks", "meeting.noun"), "planned")
    // What carries it has the tense.
    XCTAssertEqual(try status(ToyNews("held | talks", "object 0 1"), "talks", "meeting.noun"), "occurred")
    XCTAssertEqual(try status(ToyNews("holds | talks", "object 0 1"), "talks", "meeting.noun"), "planned?")
  }

  func testWhatIsDeniedIsNoHappening() throws {
    let news = try ToyNews(
      "Smith | met | Jones", "subject 1 0", clauses: [clause(.main, [0, 1, 2], head: 1, isNegated: true)])
    XCTAssertNil(try status(news))
  }

  // MARK: - Signals

  func testWordsThatGovernTheTrigger() throws {
    XCTAssertEqual(try status(ToyNews("Smith | cancelled | talks", "object 1 2"), "talks", "meeting.noun"), "cancelled")
    XCTAssertEqual(try status(ToyNews("plan | of talks", "attribute 0 1"), "talks", "meeting.noun"), "planned")
    // What cancels comes before what plans.
    XCTAssertEqual(
      try status(ToyNews("plan | cancelled | talks", "object 1 2"), "talks", "meeting.noun"), "cancelled")
    XCTAssertNil(try status(ToyNews("if | Smith | met | Jones")))
  }

  func testNotBehindAMarkNorFurtherThanItsReach() throws {
    XCTAssertNotNil(try status(ToyNews("if | . | Smith | met | Jones")))
    let far = { (count: Int) in "if | " + Array(repeating: "car | ", count: count).joined() + "met" }
    XCTAssertNil(try status(ToyNews(far(6))))
    XCTAssertEqual(try status(ToyNews(far(7))), "occurred")
    // A name counts as one word.
    XCTAssertNil(try status(ToyNews("if | " + Array(repeating: "Smith of the car | ", count: 3).joined() + "met")))
    XCTAssertEqual(try status(ToyNews("if | guard of the car | guard of the car | met")), "occurred")
  }

  func testANounSpeaksOnlyOfWhatHangsOnIt() throws {
    XCTAssertEqual(try status(ToyNews("Smith | met | Jones | plan", "subject 1 0, object 1 2")), "occurred")
    XCTAssertEqual(try status(ToyNews("plan | Smith | met | Jones", "subject 2 1, object 2 3")), "occurred")
  }

  func testAVerbJoinedByAndIsToldAnew() throws {
    XCTAssertEqual(try status(ToyNews("Smith | cancelled | and met | Jones")), "occurred")
  }

  func testWordsBehindTheTriggerInItsRelativeClause() throws {
    XCTAssertEqual(
      try status(ToyNews("talks | who | cancelled"), "talks", "meeting.noun"), "cancelled")
    XCTAssertEqual(try status(ToyNews("talks | cancelled"), "talks", "meeting.noun"), "occurred?")
    XCTAssertEqual(try status(ToyNews("met | who | cancelled")), "occurred")
  }
}
