import XCTest

@testable import Khabar

/// Who does it and whom it is done to, where the order of words, the voice or a clause without a pronoun hides it.
final class SentenceOrderTests: XCTestCase {
  private func parties(_ type: String, _ text: String) throws -> [String] {
    try AssemblyFixture.events(type, in: text).flatMap(\.parties)
  }

  func testPassivesHaveNoDoer() throws {
    // "The leader S. N. was assassinated": by its form. "… positions were shelled", "A. K. was elected": by their
    // vowels.
    XCTAssertEqual(try parties("Attack", "اغتيل القيادي سامي النجار أمس في صيدا."), ["target سامي النجار"])
    XCTAssertEqual(
      try parties("Attack", "قُصفت مواقع المسلحين أمس قرب حلب."), ["target مواقع المسلحين"])
    XCTAssertEqual(try parties("Attack", "استُهدفت دورية للجيش في كركوك أمس."), ["target دورية للجيش"])
    XCTAssertEqual(try parties("Appointment", "انتُخب أحمد كجوك رئيسا للحزب أمس."), ["person أحمد كجوك"])
  }

  func testAPlaceBeforeTheSubjectIsVisited() throws {
    // "Visited Baghdad yesterday the Iranian foreign minister A. A."; not: "Saudi Arabia received the president".
    let visits = try AssemblyFixture.events("Visit", in: "زار بغداد أمس وزير الخارجية الإيراني عباس عراقجي.")
    XCTAssertEqual(visits.flatMap(\.parties), ["visitor عباس عراقجي"])
    XCTAssertEqual(visits.flatMap(\.placeNames), ["بغداد"])
  }

  func testAClauseWithoutAPronounIsAboutTheNounBeforeIt() throws {
    // "30 others were injured in an attack by car bomb that hit a station", "… in raids that hit a market"
    for (text, target) in [
      ("قتل 12 شخصا وأصيب 30 آخرون في هجوم بسيارة مفخخة استهدف مركزا للشرطة شمال بغداد أمس.", "مركزا للشرطة"),
      ("قتل 12 شخصا وأصيب 30 آخرون في غارات استهدفت سوقا في تعز أمس.", "سوقا"),
      ("قتل 12 شخصا وأصيب 30 آخرون في تفجيرين استهدفا سوقا في الكوفة أمس.", "سوقا"),
    ] {
      let attacks = try AssemblyFixture.events("Attack", in: text)
      XCTAssertEqual(attacks.map(\.parties), [["target \(target)"]], text)
      XCTAssertEqual(attacks.first?.killed, 12, text)
    }
  }

  func testAPersonChosenAsSomethingIsAppointed() throws {
    XCTAssertEqual(try parties("Appointment", "سمى المصرف أمس أحمد كجوك مديرا له."), ["person أحمد كجوك"])
    XCTAssertEqual(try parties("Appointment", "اختار المصرف أمس لونا جديدا."), [])
  }

  func testWhatItWasAboutTakesNoPart() throws {
    // "The minister met *regarding* an agreement with …": the preposition is written as one word with its noun.
    XCTAssertEqual(
      try parties("Meeting", "اجتمع وزير الدفاع التركي يشار غولر بشأن اتفاق مع وزير الدفاع العراقي ثابت العباسي."), [])
  }

  func testALongNameDoesNotHideTheDenialBeforeIt() throws {
    let text = "نفى المكتب أن يكون وزير الخارجية السوري أسعد الشيباني قد التقى وزير الخارجية التركي هاكان فيدان."
    XCTAssertEqual(try AssemblyFixture.events("Meeting", in: text).map(\.status), [.denied])
  }

  func testConfidenceFollowsWhatAnEventRestsOn() throws {
    func confidence(_ text: String) throws -> Double {
      try XCTUnwrap(AssemblyFixture.events("Meeting", in: text).first, text).confidence
    }
    let full = try confidence("التقى وزير الدفاع التركي يشار غولر وزير الدفاع العراقي ثابت العباسي في بغداد أمس.")
    let undated = try confidence("التقى وزير الدفاع التركي يشار غولر وزير الدفاع العراقي ثابت العباسي.")
    let described = try confidence("التقى وزير الدفاع التركي يشار غولر وفدا من التجار.")
    XCTAssertEqual(full, 0.99)
    XCTAssertLessThan(undated, full)
    XCTAssertLessThan(described, undated)
    XCTAssertGreaterThan(described, 0)
  }
}
