import KhabarCore
import XCTest

@testable import KhabarAssemble
@testable import KhabarSyntax

/// Mentions of one happening become one event, and what happens inside another takes its day and place.
final class EventMergerTests: XCTestCase {
  /// Every name and date that a mention may have.
  private let news: ToyNews? = try? ToyNews(
    "Smith | Jones | Brown | Council | Paris | Rome | yesterday | today | tomorrow | february")

  /// A mention of a happening at the word `at`.
  private func mention(
    _ rule: String, at token: Int, _ parties: String = "", in places: String = "", on day: String? = nil,
    _ change: (inout EventCandidate) -> Void = { _ in }
  ) throws -> EventCandidate {
    let news = try XCTUnwrap(news)
    let compiled = try news.rule(rule)
    let role = compiled.event.core[0]
    let entities = news.document.entities
    func entity(_ name: String) -> EntityID? { entities.ids.first { entities[$0].name == name } }
    var candidate = EventCandidate(
      rule: compiled, sentence: SentenceID(token), trigger: TextSpan(token, token + 1), triggerToken: token,
      support: nil,
      subject: nil, tokens: TokenSpan(0, 1), status: .occurred, isStatusCertain: true,
      participants: parties.split(separator: " ").map {
        Party(role: role, entity: entity(String($0)), name: String($0), span: TextSpan(0, 0), filledBy: .subject)
      },
      places: places.split(separator: " ").map {
        EventPlace(entity: entity(String($0)), name: String($0), filledBy: .after)
      },
      time: day.flatMap { day in
        news.document.times.ids.first { news.words[news.document.times[$0].tokens.lowerBound] == day }
      },
      timeFilledBy: .clause, tolls: Tolls(), isAnaphoric: false, provenance: [])
    change(&candidate)
    return candidate
  }

  private func merged(_ candidates: [EventCandidate]) throws -> [Event] {
    EventMerger(document: try XCTUnwrap(news).document, orthography: ToyNews.orthography).merge(candidates)
  }

  private func told(_ events: [Event]) -> [String] {
    events.map { event in
      ([event.type.rawValue] + event.participants.map(\.name) + event.places.map(\.name)
        + [event.time?.value].compactMap { $0 })
        .joined(separator: " ")
    }
  }

  // MARK: - One happening

  func testTheSamePartiesMeetOnce() throws {
    let events = try merged([
      mention("meeting.verb", at: 1, "Smith Jones"), mention("meeting.noun", at: 5, "Jones Smith", on: "yesterday"),
    ])
    XCTAssertEqual(told(events), ["Meeting Jones Smith 2024-02-13"])
    XCTAssertEqual(events[0].mentions, [TextSpan(1, 2)])
    XCTAssertEqual(events[0].rule, "meeting.noun")
    XCTAssertEqual(events[0].provenance, ["merged: meeting.verb"])
  }

  func testWhatSpeaksAgainstIt() throws {
    let first = try mention("meeting.verb", at: 1, "Smith Jones", on: "yesterday")
    let others = [
      try mention("meeting.verb", at: 5, "Smith Brown", on: "yesterday"),
      try mention("meeting.verb", at: 5, "Smith Jones", on: "tomorrow"),
      try mention("meeting.verb", at: 5, "Smith Jones", on: "tomorrow") { $0.status = .planned },
      try mention("visit.verb", at: 5, "Smith Jones"),
      try mention("meeting.verb", at: 5, "Smith Jones") { $0.status = .planned },
    ]
    for (index, other) in others.enumerated() { XCTAssertEqual(try merged([first, other]).count, 2, "\(index)") }
  }

  func testTheBeginningAndTheEndAreTwo() throws {
    let events = try merged([
      mention("meeting.verb", at: 1, "Smith Jones"), mention("meeting.end", at: 5, "Smith Jones"),
    ])
    XCTAssertEqual(events.map(\.action), [nil, "end"])
  }

  func testTwoDaysInARowInOnePlaceAreOne() throws {
    let yesterday = try mention("meeting.verb", at: 1, "Smith Jones", in: "Paris", on: "yesterday")
    XCTAssertEqual(
      try merged([yesterday, mention("meeting.verb", at: 5, "Smith Jones", in: "Paris", on: "today")]).count, 1)
    XCTAssertEqual(
      try merged([yesterday, mention("meeting.verb", at: 5, "Smith Jones", in: "Rome", on: "today")]).count, 2)
    XCTAssertEqual(try merged([yesterday, mention("meeting.verb", at: 5, "Smith Jones", on: "today")]).count, 2)
    // A month holds its days.
    XCTAssertEqual(try merged([yesterday, mention("meeting.verb", at: 5, "Smith Jones", on: "february")]).count, 1)
  }

  func testAVisitToAnotherPlaceIsAnother() throws {
    let paris = try mention("visit.verb", at: 1, "Smith", in: "Paris")
    XCTAssertEqual(try merged([paris, mention("visit.verb", at: 5, "Smith", in: "Rome")]).count, 2)
    XCTAssertEqual(try merged([paris, mention("visit.verb", at: 5, "Smith")]).count, 1)
    // A meeting may be told with one place and another.
    let met = try mention("meeting.verb", at: 1, "Smith Jones", in: "Paris")
    XCTAssertEqual(
      told(try merged([met, mention("meeting.verb", at: 5, "Smith Jones", in: "Rome")])),
      ["Meeting Smith Jones Paris Rome"])
  }

  func testADefiniteMentionRefersBack() throws {
    let met = try mention("meeting.verb", at: 1, "Smith Jones")
    let the = try mention("meeting.noun", at: 5, on: "today") { $0.isAnaphoric = true }
    XCTAssertEqual(told(try merged([met, the])), ["Meeting Smith Jones 2024-02-14"])
    // With nothing before it, it tells nothing.
    XCTAssertEqual(try merged([the]).count, 0)
    XCTAssertEqual(try merged([mention("meeting.noun", at: 1)]).count, 0)
    XCTAssertEqual(try merged([mention("meeting.noun", at: 1, on: "today")]).count, 1)
  }

  func testADefiniteMentionBringsTheRoleThatIsMissing() throws {
    let raid = try mention("attack.noun", at: 1, "Smith")
    let the = try mention("attack.noun", at: 5, "Jones") {
      $0.isAnaphoric = true
      $0.participants[0].role = $0.rule.event.core[1]
    }
    XCTAssertEqual(told(try merged([raid, the])), ["Attack Smith Jones"])
    var indefinite = the
    indefinite.isAnaphoric = false
    XCTAssertEqual(try merged([raid, indefinite]).count, 2)
  }

  func testAKnownOneIsThatToldShortlyBefore() throws {
    let first = try mention("attack.noun", at: 1, "Smith", in: "Paris")
    let known = try mention("attack.noun", at: 3) { $0.isAnaphoric = true }
    XCTAssertEqual(try merged([first, known]).count, 1)
    // Somebody else made it, or it was elsewhere.
    let others = [
      try mention("attack.noun", at: 3, "Jones", in: "Rome") { $0.isAnaphoric = true },
      try mention("attack.noun", at: 3, "Smith", in: "Rome", on: "february"),
    ]
    XCTAssertEqual(try merged([first, others[0]]).count, 2)
    XCTAssertEqual(try merged([try mention("attack.noun", at: 1, "Smith", on: "today"), others[1]]).count, 1)
  }

  func testAnotherOneIsNoneOfThoseBefore() throws {
    let met = try mention("meeting.verb", at: 1, "Smith Jones")
    let another = try mention("meeting.noun", at: 5, "Smith Jones") { $0.isAnother = true }
    XCTAssertEqual(try merged([met, another]).count, 2)
    // What is told behind it is of that one.
    let again = try mention("meeting.verb", at: 9, "Smith Jones", on: "today")
    XCTAssertEqual(
      told(try merged([met, another, again])), ["Meeting Smith Jones", "Meeting Smith Jones 2024-02-14"])
    XCTAssertEqual(try merged([another, another]).count, 1)
  }

  func testKindsSetApartAreNeverOneHappening() throws {
    let clash = try mention("attack.noun", at: 1, "Smith", in: "Paris") { $0.manner = 0 }
    let raid = try mention("attack.noun", at: 5, "Smith", in: "Paris") { $0.manner = 1 }
    // An attack by a word that may stand for either.
    let attack = try mention("attack.noun", at: 9, "Smith", in: "Paris")
    XCTAssertEqual(try merged([clash, raid]).count, 2)
    XCTAssertEqual(try merged([clash, clash]).count, 1)
    XCTAssertEqual(try merged([clash, attack]).count, 1)
    XCTAssertEqual(try merged([attack, raid]).count, 1)
    XCTAssertEqual(try merged([clash, attack, raid]).count, 2)
  }

  func testWhatAnyMentionSaysIsKept() throws {
    let events = try merged([
      mention("attack.noun", at: 1, "Smith") { $0.tolls[.killed] = 3 },
      mention("attack.noun", at: 5, "Smith") {
        $0.tolls[.killed] = 4
        $0.tolls[.injured] = 9
        $0.status = .cancelled
        $0.isStatusCertain = false
      },
    ])
    XCTAssertEqual(events.map(\.killed), [3])
    XCTAssertEqual(events.map(\.injured), [9])
    XCTAssertEqual(events.map(\.status), [.cancelled])
  }

  func testDescriptionsOfMostlyTheSameWords() throws {
    func key(_ name: String) throws -> PartyKey {
      PartyKey(
        Party(role: RoleID(0), entity: nil, name: name, span: TextSpan(0, 0), filledBy: .subject),
        try XCTUnwrap(news).document, ToyNews.orthography)
    }
    XCTAssertTrue(try key("mosque of force").isSame(as: key("mosque of special force")))
    XCTAssertTrue(try key("officer").isSame(as: key("Officer")))
    XCTAssertFalse(try key("officer").isSame(as: key("officer of council")))
    XCTAssertFalse(try key("mosque").isSame(as: key("church")))
  }

  /// Many mentions of many happenings: the order of those that are told is kept.
  func testMergingIsStable() throws {
    let mentions = try (0..<40).map { index in
      try mention("meeting.verb", at: index, ["Smith Jones", "Smith Brown", "Jones Brown"][index % 3])
    }
    let events = try merged(mentions)
    XCTAssertEqual(
      events.map { $0.participants.map(\.name) }, [["Smith", "Jones"], ["Smith", "Brown"], ["Jones", "Brown"]])
    XCTAssertEqual(events.map(\.mentions.count), [13, 12, 12])
  }

  // MARK: - Where the paragraph is

  func testWhatIsLocalWasWhereTheLastOneOfItsKindWas() throws {
    let raid = try mention("attack.noun", at: 1, "Smith", in: "Paris")
    let other = try mention("attack.noun", at: 9, "Jones")
    XCTAssertEqual(told(try merged([raid, other])), ["Attack Smith Paris", "Attack Jones Paris"])
    XCTAssertEqual(try merged([raid, other])[1].places.map(\.filledBy), [.sentenceBefore])
    // Neither what is still to come, nor what stands far behind, nor what is told before it.
    let planned = try mention("attack.noun", at: 5, "Jones") { $0.status = .planned }
    XCTAssertEqual(told(try merged([raid, planned])), ["Attack Smith Paris", "Attack Jones"])
    let far = try mention("attack.noun", at: 10, "Jones")
    XCTAssertEqual(told(try merged([raid, far])), ["Attack Smith Paris", "Attack Jones"])
    let before = try mention("attack.noun", at: 0, "Jones")
    XCTAssertEqual(told(try merged([before, raid])), ["Attack Jones", "Attack Smith Paris"])
  }

  func testMeetingsOfOneParagraphMayBeAnywhere() throws {
    let met = try mention("meeting.verb", at: 1, "Smith Jones", in: "Paris")
    XCTAssertEqual(
      told(try merged([met, mention("meeting.verb", at: 5, "Smith Brown")])),
      ["Meeting Smith Jones Paris", "Meeting Smith Brown"])
  }

  // MARK: - What happens inside another

  func testAMeetingOnAVisitHasItsDayAndPlace() throws {
    let events = try merged([
      mention("visit.verb", at: 1, "Smith", in: "Paris", on: "yesterday"),
      mention("meeting.verb", at: 5, "Smith Jones"),
    ])
    XCTAssertEqual(told(events), ["Visit Smith Paris 2024-02-13", "Meeting Smith Jones Paris 2024-02-13"])
    XCTAssertEqual(events[1].time?.filledBy, .holder("Visit"))
    XCTAssertEqual(events[1].places.map(\.filledBy), [.holder("Visit")])
  }

  func testWhatTheTextSaysOfItStays() throws {
    let events = try merged([
      mention("visit.verb", at: 1, "Smith", in: "Paris", on: "yesterday"),
      mention("meeting.verb", at: 5, "Smith Jones", in: "Rome", on: "today"),
    ])
    XCTAssertEqual(told(events)[1], "Meeting Smith Jones Rome 2024-02-14")
  }

  func testAMeetingOfOthersIsNoPartOfTheVisit() throws {
    let visit = try mention("visit.verb", at: 1, "Smith", in: "Paris")
    XCTAssertEqual(told(try merged([visit, mention("meeting.verb", at: 5, "Jones Brown")]))[1], "Meeting Jones Brown")
    // In one sentence it is, whoever meets.
    let same = try mention("meeting.verb", at: 5, "Jones Brown") { $0.sentence = SentenceID(1) }
    XCTAssertEqual(told(try merged([visit, same]))[1], "Meeting Jones Brown Paris")
    // Told before the visit it is not.
    let before = try mention("meeting.verb", at: 0, "Smith Jones")
    XCTAssertEqual(told(try merged([before, visit]))[0], "Meeting Smith Jones")
  }

  func testWhatHasHappenedIsNoPartOfWhatIsPlanned() throws {
    let planned = try mention("visit.verb", at: 1, "Smith", in: "Paris") { $0.status = .planned }
    XCTAssertEqual(
      told(try merged([planned, mention("meeting.verb", at: 5, "Smith Jones")]))[1], "Meeting Smith Jones")
  }

  func testTalksOnAVisitOfSeveralDaysToComeHaveNoDayByIt() throws {
    let visit = try mention("visit.verb", at: 1, "Smith", in: "Paris", on: "tomorrow") {
      $0.status = .planned
      $0.isOfDays = true
    }
    let talks = try mention("meeting.verb", at: 5, "Smith Jones") { $0.status = .planned }
    XCTAssertEqual(told(try merged([visit, talks]))[1], "Meeting Smith Jones Paris")
    // Of one day they are on that day.
    var short = visit
    short.isOfDays = false
    XCTAssertEqual(told(try merged([short, talks]))[1], "Meeting Smith Jones Paris 2024-02-15")
  }

  func testAVisitTakesTheDayOfWhatTheSentenceTellsInsideIt() throws {
    let events = try merged([
      mention("visit.verb", at: 1, "Smith", in: "Paris"),
      mention("meeting.verb", at: 5, "Smith Jones", on: "today") { $0.sentence = SentenceID(1) },
    ])
    XCTAssertEqual(events[0].time?.value, "2024-02-14")
    XCTAssertEqual(events[0].time?.filledBy, .held("Meeting"))
  }

  func testOnlyEventsThatHoldOthers() throws {
    let events = try merged([
      mention("attack.noun", at: 1, "Smith", in: "Paris"), mention("meeting.verb", at: 5, "Smith Jones"),
    ])
    XCTAssertEqual(told(events)[1], "Meeting Smith Jones")
  }
}
