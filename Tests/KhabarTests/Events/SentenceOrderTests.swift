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
    XCTAssertEqual(full, 0.97)
    XCTAssertLessThan(undated, full)
    XCTAssertLessThan(described, undated)
    XCTAssertGreaterThan(described, 0)
  }

  func testTwoOfficesSideBySide() throws {
    for (text, expected) in [
      // "The Egyptian foreign minister met his Turkish counterpart", "President Aoun received the French ambassador"
      ("التقى وزير الخارجية المصري نظيره التركي أمس.", ["party وزير الخارجية المصري", "party نظيره التركي"]),
      ("استقبل الرئيس عماد الراشد السفير الفرنسي أمس.", ["party عماد الراشد", "party السفير الفرنسي"]),
      ("استقبل أمير قطر ملك الأردن أمس.", ["party أمير قطر", "party ملك الأردن"]),
      // Relatives share a part of their names.
      ("استقبل حمد بن راشد حمد بن ماجد أمس.", ["party حمد بن راشد", "party حمد بن ماجد"]),
    ] { XCTAssertEqual(try parties("Meeting", text), expected, text) }
  }

  func testWhomAPassiveNames() throws {
    for text in [
      "استُقبل ماجد الحداد من قبل كريم الحسيني في بغداد أمس.", "تم استقبال ماجد الحداد من قبل كريم الحسيني أمس.",
    ] { XCTAssertEqual(try parties("Meeting", text), ["party ماجد الحداد", "party كريم الحسيني"], text) }
    // Was relieved, by its last letter; was appointed, without an object; "appointed in his place".
    for (text, person) in [
      ("أعفي ماجد الحداد من منصبه أمس.", "ماجد الحداد"), ("أعفيت ريم الحسيني من منصبها أمس.", "ريم الحسيني"),
      ("عين ماجد الحداد وزيرا أمس.", "ماجد الحداد"), ("عينت ريم الحسيني سفيرة في باريس أمس.", "ريم الحسيني"),
      ("عين الرئيس مكانه ماجد الحداد أمس.", "ماجد الحداد"),
      ("أعفى الرئيس ماجد الحداد من منصبه أمس.", "ماجد الحداد"),
      ("عينت الحكومة ماجد الحداد محافظا للبصرة أمس.", "ماجد الحداد"),
    ] { XCTAssertEqual(try parties("Appointment", text), ["person \(person)"], text) }
  }

  func testWhoIsNamelessHasNoName() throws {
    for (text, expected) in [
      ("قتل مسلحون ماجد الحداد في عدن أمس.", ["attacker مسلحون", "target ماجد الحداد"]),
      ("قتل مجهولون الصحفي ماجد الحداد في عدن أمس.", ["attacker مجهولون", "target ماجد الحداد"]),
    ] { XCTAssertEqual(try parties("Attack", text), expected, text) }
    XCTAssertEqual(
      try parties("Arrest", "اعتقل جنود ماجد الحداد أمس.").sorted(), ["arrester جنود", "person ماجد الحداد"])
  }

  func testWhereAPhraseEnds() throws {
    for (text, expected) in [
      // Turkish planes shelled three houses; a suicide bomber hit a patrol; an attacker launched an attack.
      ("قصفت طائرات تركية 3 منازل في دهوك أمس.", ["attacker طائرات تركية", "target 3 منازل"]),
      ("قصفت مدفعية تركية 5 قرى في دهوك أمس.", ["attacker مدفعية تركية", "target 5 قرى"]),
      ("استهدفت طائرة مسيرة سيارة في صيدا أمس.", ["attacker طائرة مسيرة", "target سيارة"]),
      ("فتح مسلح النار على مصلين في كراتشي أمس.", ["attacker مسلح", "target مصلين"]),
      ("استهدف مفجر انتحاري دورية للشرطة في الموصل أمس.", ["attacker مفجر انتحاري", "target دورية للشرطة"]),
      ("شن مهاجم انتحاري هجوما على مسجد في كابل أمس.", ["attacker مهاجم انتحاري", "target مسجد"]),
      ("وفي حادث منفصل قصفت طائرات تركية موقعا في دهوك أمس.", ["attacker طائرات تركية", "target موقعا"]),
    ] { XCTAssertEqual(try parties("Attack", text), expected, text) }
    let raid = try AssemblyFixture.events("Attack", in: "قتل مسلحون خمسة جنود شمال بغداد أمس.")
    XCTAssertEqual(raid.flatMap(\.placeNames), ["بغداد"])
  }

  func testWhoComesToPlayOrToJudge() throws {
    XCTAssertEqual(try parties("Visit", "وصل المنتخب الأردني إلى نهائيات كأس العالم في روسيا."), [])
    XCTAssertEqual(try parties("Meeting", "عقدت محكمة الجنايات جلسة لمحاكمة المتهمين في الكويت الثلاثاء الماضي."), [])
  }
}
