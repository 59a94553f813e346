import KhabarCore
import XCTest

@testable import KhabarAssemble

/// What raises and lowers the confidence of an event.
final class ConfidenceTests: XCTestCase {
  private func event(_ parties: [(entity: Int?, source: SlotSource)], _ change: (inout Event) -> Void = { _ in })
    -> Event
  {
    var event = Event(type: "Meeting", trigger: TextSpan(0, 1), evidence: TextSpan(0, 1), rule: "test")
    event.participants = parties.map {
      Participant(
        role: "party", entity: $0.entity.map { EntityID($0) }, name: "", span: TextSpan(0, 1), filledBy: $0.source)
    }
    change(&event)
    return event
  }

  private func confidence(_ event: Event) -> Double { Confidence.of(event, core: ["party"]) }

  func testEachThingThatTheTextStatesRaisesIt() {
    let bare = event([(nil, .subject)])
    let named = event([(0, .subject)])
    let both = event([(0, .subject), (1, .object)])
    let placed = event([(0, .subject), (1, .object)]) {
      $0.places = [EventPlace(entity: EntityID(2), name: "", filledBy: .after)]
    }
    let dated = event([(0, .subject), (1, .object)]) {
      $0.time = EventTime(value: "2024-04-15", reference: nil, filledBy: .clause)
    }
    let values = [bare, named, both, placed, dated].map(confidence)
    XCTAssertEqual(values, values.sorted())
    XCTAssertEqual(Set(values).count, values.count)
  }

  func testAPartyThatIsOnlyGuessedLowersIt() {
    for source in [
      SlotSource.possessor, .subjectOfClauseBefore, .subjectOfClauseAround, .subjectOfTextBefore,
    ] {
      XCTAssertLessThan(confidence(event([(0, source)])), confidence(event([(0, .subject)])), "\(source)")
    }
    for source in [SlotSource.object, .complement, .after, .pattern] {
      XCTAssertEqual(confidence(event([(0, source)])), confidence(event([(0, .subject)])), "\(source)")
    }
  }

  func testRolesThatTellNothingApartDoNotCount() {
    let attendee = Participant(
      role: "attendee", entity: EntityID(0), name: "", span: TextSpan(0, 1), filledBy: .subject)
    XCTAssertEqual(confidence(event([]) { $0.participants = [attendee] }), confidence(event([])))
  }

  func testItIsAProbabilityInHundredthsAndNeverCertain() {
    let all = event([(0, .subject), (1, .object)]) {
      $0.time = EventTime(value: "2024-04-15", reference: TimeID(0), filledBy: .clause)
      $0.places = [EventPlace(entity: EntityID(2), name: "", filledBy: .after)]
    }
    XCTAssertEqual(confidence(all), 0.97)
    XCTAssertEqual(confidence(event([])) * 100, (confidence(event([])) * 100).rounded())
  }
}
