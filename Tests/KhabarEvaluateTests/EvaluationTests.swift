import KhabarCore
import KhabarRecords
import XCTest

@testable import KhabarEvaluate

/// Records by hand: what is scored is said in one line.
private func record(_ id: String, types: [EventType]? = nil, _ events: [Record.Event], entities: [Record.Entity] = [])
  -> Record
{
  var record = Record(document: Record.Document(id: id))
  record.events = events
  record.entities = entities
  record.types = types
  return record
}

private func event(
  _ type: String, at start: Int, _ parties: [(role: String, name: String)], day: String? = nil,
  places: [String] = [], status: String = "occurred", unsure: Bool? = nil
) -> Record.Event {
  let span = Record.Span(start: start, end: start + 5, text: "التقى")
  var event = Record.Event(
    id: "V1", type: EventType(type), trigger: span, evidence: Record.Span(start: start, end: start + 50))
  event.participants = parties.map { Record.Participant(role: Role($0.role), name: $0.name) }
  event.time = day.map { Record.When(value: $0) }
  event.places = places.map { Record.Place(name: $0) }
  event.status = status
  event.unsure = unsure
  return event
}

final class EvaluationTests: XCTestCase {
  private let settings = EvaluationSettings(coreRoles: ["Meeting": ["party"], "Attack": ["attacker", "target"]])
  private let two = [(role: "party", name: "سامح شكري"), (role: "party", name: "فؤاد حسين")]

  private func tally(_ gold: [Record], _ predicted: [Record], _ name: String, _ type: String = "ALL") -> Tally {
    Evaluation(gold: gold, predicted: predicted, settings).figure(.events, type, name).tally
  }

  func testTheSameIsRightInEverything() {
    let records = [record("a", [event("Meeting", at: 0, two, day: "2024-02-14", places: ["القاهرة"])])]
    for name in ["found", "core", "full", "when", "where"] {
      XCTAssertEqual(tally(records, records, name), Tally(right: 1, predicted: 1, gold: 1), name)
    }
    XCTAssertEqual(tally(records, records, "who"), Tally(right: 2, predicted: 2, gold: 2))
    XCTAssertEqual(tally(records, records, "role party"), Tally(right: 2, predicted: 2, gold: 2))
  }

  func testAWrongDetailCostsFullAndNotCore() {
    let gold = [record("a", [event("Meeting", at: 0, two, day: "2024-02-14", places: ["القاهرة"])])]
    for wrong in [
      event("Meeting", at: 0, two, day: "2024-02-15", places: ["القاهرة"]),
      event("Meeting", at: 0, two, day: "2024-02-14", places: ["بغداد"]),
      event("Meeting", at: 0, two, day: "2024-02-14", places: ["القاهرة"], status: "planned"),
    ] {
      XCTAssertEqual(tally(gold, [record("a", [wrong])], "core").right, 1)
      XCTAssertEqual(tally(gold, [record("a", [wrong])], "full").right, 0)
    }
  }

  func testAPartyTooFewOrTooManyCostsCore() {
    let gold = [record("a", [event("Meeting", at: 0, two)])]
    let few = event("Meeting", at: 0, [two[0]])
    let many = event("Meeting", at: 0, two + [(role: "party", name: "يوسف زيدان")])
    XCTAssertEqual(tally(gold, [record("a", [few])], "core").right, 0)
    XCTAssertEqual(tally(gold, [record("a", [many])], "core").right, 0)
    XCTAssertEqual(tally(gold, [record("a", [many])], "who"), Tally(right: 2, predicted: 3, gold: 2))
  }

  func testAWrongRoleIsFoundAndNotCore() {
    let gold = [record("a", [event("Attack", at: 0, [(role: "attacker", name: "إسرائيل")])])]
    let made = [record("a", [event("Attack", at: 200, [(role: "target", name: "اسرائيل")])])]
    XCTAssertEqual(tally(gold, made, "found").right, 1)
    XCTAssertEqual(tally(gold, made, "core").right, 0)
  }

  func testAnEventElsewhereWithOtherPartiesIsMissedAndAFalseAlarm() {
    let gold = [record("a", [event("Meeting", at: 0, two)])]
    let made = [record("a", [event("Meeting", at: 200, [(role: "party", name: "يوسف زيدان")])])]
    XCTAssertEqual(tally(gold, made, "found"), Tally(right: 0, predicted: 1, gold: 1))
    let evaluation = Evaluation(gold: gold, predicted: made, settings)
    XCTAssertEqual(evaluation.differences.map(\.kind), [.additional, .missing])
  }

  func testSharedPartiesOfAnotherMonthAreNoPair() {
    let gold = [record("a", [event("Meeting", at: 0, two, day: "2024-02-14")])]
    XCTAssertEqual(tally(gold, [record("a", [event("Meeting", at: 200, two, day: "2024-03-14")])], "found").right, 0)
    XCTAssertEqual(tally(gold, [record("a", [event("Meeting", at: 200, two, day: "2024-02-20")])], "found").right, 1)
  }

  func testTheSameHappeningTwiceCostsPrecision() {
    let one = event("Meeting", at: 0, two)
    XCTAssertEqual(
      tally([record("a", [one])], [record("a", [one, one])], "found"), Tally(right: 1, predicted: 2, gold: 1))
  }

  func testAnUnsureEventCountsNeitherWay() {
    let gold = [record("a", [event("Meeting", at: 0, two, unsure: true), event("Meeting", at: 200, two)])]
    XCTAssertEqual(tally(gold, [record("a", [event("Meeting", at: 0, two)])], "found"), Tally(gold: 1))
    XCTAssertEqual(
      tally(gold, gold, "found"), Tally(right: 1, predicted: 1, gold: 1))
  }

  func testABareCountIsNoParty() {
    let count = [(role: "target", name: "21 شخصا")]
    let gold = [record("a", [event("Attack", at: 0, count)])]
    XCTAssertEqual(tally(gold, [record("a", [event("Attack", at: 0, [])])], "core").right, 1)
    let named = [(role: "target", name: "خمسة فلسطينيين")]
    XCTAssertEqual(tally(gold, [record("a", [event("Attack", at: 0, named)])], "core").right, 0)
  }

  func testTypesThatWereNotAnnotatedAreNotJudged() {
    let gold = [record("a", types: ["Meeting"], [event("Meeting", at: 0, two)])]
    let made = [record("a", [event("Meeting", at: 0, two), event("Attack", at: 60, [])])]
    let evaluation = Evaluation(gold: gold, predicted: made, settings)
    XCTAssertEqual(evaluation.figure(.events, "ALL", "found").tally, Tally(right: 1, predicted: 1, gold: 1))
    XCTAssertEqual(evaluation.unjudgedTypes, ["Attack": 1])
  }

  func testADocumentThatTheRunLacksIsMissed() {
    let evaluation = Evaluation(gold: [record("a", [event("Meeting", at: 0, two)])], predicted: [], settings)
    XCTAssertEqual(evaluation.missing, ["a"])
    XCTAssertEqual(evaluation.figure(.events, "Meeting", "found").tally, Tally(gold: 1))
  }

  func testEvidenceCountsWhereverItsWordsStand() {
    var gold = record("a", [event("Meeting", at: 0, two)])
    gold.text = "التقى الوزير نظيره. وفي الختام: التقى الوزير نظيره."
    gold.events[0].evidence = Record.Span(start: 0, end: 18, text: "التقى الوزير نظيره")
    let again = event("Meeting", at: 31, [])
    XCTAssertEqual(tally([gold], [record("a", [again])], "found").right, 1)
    gold.events[0].evidence.text = "لا يقف في النص"
    XCTAssertEqual(tally([gold], [record("a", [again])], "found"), Tally(predicted: 1))
  }

  func testEntitiesAreScoredBySpans() {
    func entity(_ type: EntityType, _ spans: [(Int, Int)]) -> Record.Entity {
      Record.Entity(
        id: "E1", type: type, name: "x", mentions: spans.map { Record.Span(start: $0.0, end: $0.1) })
    }
    let gold = [record("a", [], entities: [entity("Person", [(0, 5), (10, 20)]), entity("Place", [(30, 35)])])]
    let made = [record("a", [], entities: [entity("Person", [(0, 5), (12, 20), (30, 35)])])]
    let evaluation = Evaluation(gold: gold, predicted: made, settings)
    XCTAssertEqual(evaluation.figure(.entities, "ALL", "exact").tally, Tally(right: 1, predicted: 3, gold: 3))
    XCTAssertEqual(evaluation.figure(.entities, "ALL", "overlap").tally, Tally(right: 2, predicted: 3, gold: 3))
    XCTAssertEqual(evaluation.figure(.entities, "ALL", "untyped").tally, Tally(right: 2, predicted: 3, gold: 3))
    XCTAssertEqual(evaluation.figure(.entities, "Place", "exact").tally, Tally(gold: 1))
  }

  func testTheIntervalHoldsTheFigureAndIsTheSameEachTime() throws {
    let documents = (0..<20).map { number in
      record("\(number)", [event("Meeting", at: 0, two)])
    }
    let made = documents.prefix(12).map { $0 }
    let first = Evaluation(gold: documents, predicted: made, settings).figure(.events, "ALL", "found")
    let interval = try XCTUnwrap(first.interval)
    XCTAssertTrue(interval.contains(first.tally.f1))
    XCTAssertGreaterThan(interval.upperBound - interval.lowerBound, 0.1)
    XCTAssertEqual(Evaluation(gold: documents, predicted: made, settings).figure(.events, "ALL", "found"), first)
  }
}

final class NameComparisonTests: XCTestCase {
  func testNames() {
    let cases: [(String, String, Bool)] = [
      ("أحمد أبو الغيط", "احمد ابو الغيط", true), ("الأمم المتحدة", "أمم متحدة", true),
      ("محمد بن سلمان", "الأمير محمد بن سلمان بن عبد العزيز", true), ("سامح شكري", "سامح حسين", false),
      ("محمد علي حسن", "محمد علي يوسف", true), ("", "سامح", false), ("مُحَمَّد", "محمد", true),
      ("علي", "عليان", false),
    ]
    for (left, right, expected) in cases {
      let (a, b) = (PartyNames([left], .arabic), PartyNames([right], .arabic))
      XCTAssertEqual(a.isSame(as: b), expected, "\(left) / \(right)")
      XCTAssertEqual(b.isSame(as: a), expected, "\(right) / \(left)")
    }
  }

  func testAFurtherNameOfOneWordCountsOnlyAgainstItself() {
    let forces = PartyNames(["قوات التحالف العربي", "القوات"], .arabic)
    XCTAssertFalse(forces.isSame(as: PartyNames(["القوات العراقية"], .arabic)))
    XCTAssertTrue(forces.isSame(as: PartyNames(["قوات"], .arabic)))
  }

  func testBareCounts() {
    for name in ["21 شخصا", "عشرات القتلى", "خمسة وعشرين شخصا", "ما لا يقل عن ثلاثة أشخاص"] {
      XCTAssertTrue(NameComparison.arabic.isBareCount(name), name)
    }
    for name in ["ستة جنود", "شخص مسلح", "الأمم المتحدة", ""] {
      XCTAssertFalse(NameComparison.arabic.isBareCount(name), name)
    }
  }
}

final class RunComparisonTests: XCTestCase {
  private let settings = EvaluationSettings()
  private let party = [(role: "party", name: "سامح شكري")]

  func testEventByEvent() {
    let old = record("a", [event("Meeting", at: 0, party, day: "2024-02-14"), event("Attack", at: 60, [])])
    let new = record("a", [event("Meeting", at: 0, party, day: "2024-02-15"), event("Visit", at: 60, [])])
    let comparison = RunComparison([old, record("b", [])], [new, record("c", [])], settings)
    XCTAssertEqual(comparison.differences.map(\.kind), [.different, .missing, .additional])
    XCTAssertEqual(comparison.differences[0].faults, ["day 2024-02-15 instead of 2024-02-14"])
    XCTAssertEqual(comparison.onlyFirst, ["b"])
    XCTAssertEqual(comparison.onlySecond, ["c"])
    XCTAssertFalse(comparison.isEmpty)
  }

  func testARunIsTheSameAsItself() {
    let records = [record("a", [event("Meeting", at: 0, party, places: ["القاهرة"])])]
    let comparison = RunComparison(records, records, settings)
    XCTAssertTrue(comparison.isEmpty)
    XCTAssertEqual(comparison.same, 1)
  }
}

final class RunSummaryTests: XCTestCase {
  func testCounts() {
    var dated = record(
      "a",
      [
        event(
          "Meeting", at: 0, [("party", "سامح شكري"), ("party", "فؤاد حسين")], day: "2024-02-14", places: ["القاهرة"]),
        event("Meeting", at: 60, [("party", "سامح شكري")], day: "2024-03", status: "planned"),
      ], entities: [Record.Entity(id: "E1", type: "Person", name: "سامح شكري")])
    dated.document.date = "2024-02-15"
    var summarizer = RunSummarizer()
    summarizer.add(dated)
    summarizer.add(record("b", []))
    let summary = summarizer.summary(top: 10)
    XCTAssertEqual(summary.documents, 2)
    XCTAssertEqual(summary.undated, 1)
    XCTAssertEqual(summary.withoutEvents, 1)
    XCTAssertEqual(summary.entitiesWithoutKey, 1)
    XCTAssertEqual(summary.types.map(\.statuses), [["occurred": 1, "planned": 1]])
    XCTAssertEqual(summary.types[0].withDay, 1)
    XCTAssertEqual(summary.types[0].withTwoParties, 1)
    XCTAssertEqual(summary.months.map(\.name), ["2024-02", "2024-03"])
    XCTAssertEqual(summary.frequentPlaces.map(\.name), ["القاهرة"])
    XCTAssertTrue(summary.text.contains("2, 1 without a date"))
  }
}
