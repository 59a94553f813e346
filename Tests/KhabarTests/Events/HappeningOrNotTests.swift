import XCTest

@testable import Khabar

/// What was tried, refused, foiled or denied did not happen; what goes on is not planned.
final class HappeningOrNotTests: XCTestCase {
  private func statuses(_ type: String, _ text: String) throws -> [EventStatus] {
    try AssemblyFixture.events(type, in: text).map(\.status)
  }

  func testWhatWasNotAchievedDidNotHappen() throws {
    for text in [
      // Nearly visited, failed to, tried to, was kept from, could not, refrained from, refused.
      "كاد ماجد الحداد أن يزور بغداد أمس.", "فشل ماجد الحداد في زيارة بغداد أمس.",
      "حاول ماجد الحداد زيارة بغداد أمس.", "منع ماجد الحداد من زيارة بغداد أمس.",
      "تعذر على ماجد الحداد زيارة بغداد أمس.", "لم يتمكن ماجد الحداد من زيارة بغداد أمس.",
      "امتنع ماجد الحداد عن زيارة بغداد أمس.", "رفض ماجد الحداد زيارة بغداد أمس.",
      "أوشك ماجد الحداد أن يزور بغداد أمس.", "كان من الممكن أن يزور ماجد الحداد بغداد أمس.",
    ] { XCTAssertEqual(try statuses("Visit", text), [], text) }
    // The police foiled an attack; an attack failed all the same.
    XCTAssertEqual(try statuses("Attack", "أحبطت الشرطة هجوما على السفارة في بغداد أمس."), [])
    XCTAssertEqual(try statuses("Visit", "نجح ماجد الحداد في زيارة بغداد أمس."), [.occurred])
  }

  func testNounsThatAreDenied() throws {
    for text in [
      // No meeting between …; no truth in news of an attack; no sign of …
      "لا لقاء بين ماجد الحداد وكريم الحسيني أمس.", "لا اجتماع بين ماجد الحداد وكريم الحسيني أمس.",
      "لا وجود للقاء بين ماجد الحداد وكريم الحسيني أمس.",
    ] { XCTAssertFalse(try statuses("Meeting", text).contains(.occurred), text) }
    for text in ["لا صحة للأنباء عن هجوم في بغداد أمس.", "لا أساس للأنباء عن تفجير في بغداد أمس."] {
      XCTAssertFalse(try statuses("Attack", text).contains(.occurred), text)
    }
  }

  func testMaDeniesAPastVerb() throws {
    for text in ["ما زار ماجد الحداد بغداد أمس.", "ما وصل الوفد إلى بغداد أمس."] {
      XCTAssertEqual(try statuses("Visit", text), [], text)
    }
    XCTAssertEqual(try statuses("Meeting", "ما التقى ماجد الحداد كريم الحسيني أمس."), [])
    // "What the minister said before he visited Baghdad"
    XCTAssertEqual(try statuses("Visit", "هذا ما قاله الوزير ماجد الحداد حين زار بغداد أمس."), [.occurred])
  }

  func testStillDoingItIsNoPlan() throws {
    for text in [
      "ما زال ماجد الحداد يزور بغداد.", "لا يزال ماجد الحداد يزور بغداد.", "ما زالت ريم الحسيني تزور بغداد.",
    ] { XCTAssertEqual(try statuses("Visit", text), [.ongoing], text) }
    // They still doubt the vote that he won.
    XCTAssertEqual(
      try statuses("Appointment", "لا يزال كثيرون يشككون في الاقتراع الذي فاز فيه كريم الحسيني برئاسة الحزب."),
      [.occurred])
  }

  func testADateAheadIsNotThatOfAPastVerb() throws {
    // "Resigned after two years in office", "came back to Baghdad after a week"; "will come after two days".
    for text in ["استقال الوزير ماجد الحداد بعد عامين قضاهما في منصبه.", "عاد ماجد الحداد إلى بغداد بعد أسبوع."] {
      let events = try AssemblyFixture.document(text).events
      XCTAssertEqual(events.map(\.status), [.occurred], text)
      XCTAssertEqual(events.map { $0.time == nil }, [true], text)
    }
    XCTAssertEqual(try statuses("Visit", "سيصل ماجد الحداد إلى بغداد بعد يومين."), [.planned])
  }
}
