import XCTest

@testable import Khabar

/// Who takes part where the text names them elsewhere: by a pronoun or a relative clause, as the topic of the sentence,
/// in the clause before, or in a list whose members have an office each.
final class PartiesTakenUpTests: XCTestCase {
  private func parties(_ type: String, _ text: String) throws -> [Set<String>] {
    try AssemblyFixture.events(type, in: text).map { Set($0.parties) }
  }

  func testOneNamedInsideTheNounBeforeTheClause() throws {
    // He replied to the call of the president whom he had conferred with on Saturday.
    XCTAssertEqual(
      try parties("Meeting", "رد رجب الحداد على دعوة الرئيس كريم الحسيني الذي تباحث معه السبت في بغداد."),
      [["party رجب الحداد", "party كريم الحسيني"]])
  }

  func testTheTopicOfTheSentenceIsTakenUp() throws {
    // The owner of the car, he was arrested yesterday.
    XCTAssertEqual(
      try parties("Arrest", "قال المتحدث إن صاحب السيارة ألقي القبض عليه أمس في بغداد بتهمة القتل."),
      [["person صاحب السيارة"]])
  }

  func testADualClauseIsAboutBoth() throws {
    // Prince Majid and Prince Karim, who both visited the camp; "who" of one is about the second alone.
    XCTAssertEqual(
      try parties("Visit", "حضر الأمير ماجد الحداد والأمير كريم الحسيني اللذان زارا المعسكر أمس."),
      [["visitor ماجد الحداد", "visitor كريم الحسيني"]])
    XCTAssertEqual(
      try parties("Visit", "حضر الأمير ماجد الحداد والأمير كريم الحسيني الذي زار المعسكر أمس."),
      [["visitor كريم الحسيني"]])
  }

  func testAPhraseBeforeTheVerbHasItsSubject() throws {
    // After a series of talks with the minister in Amman the prime minister announced …
    XCTAssertEqual(
      try parties(
        "Meeting",
        "وبعد سلسلة من المحادثات مع وزير الخارجية ماجد الحداد في عمان أعلن رئيس الوزراء كريم الحسيني أن الأمر صعب."),
      [["party ماجد الحداد", "party كريم الحسيني"]])
  }

  func testASpeakerOfTheSentenceBeforeWhoGoesOnSpeaking() throws {
    // The minister received the journalists. And he went on, after a meeting with the prime minister, that …
    XCTAssertEqual(
      try parties(
        "Meeting",
        "قال ماجد الحداد إن الأمر صعب. وتابع بعد لقاء مع رئيس الوزراء كريم الحسيني أن الحل قريب."),
      [["party ماجد الحداد", "party كريم الحسيني"]])
  }

  func testTwoWithAnOfficeEachBehindTheirNames() throws {
    // A meeting between Dr Majid al-Haddad, minister of trade, and Dr Karim al-Husayni, minister of health.
    XCTAssertEqual(
      try parties(
        "Meeting",
        "عقد أمس اجتماع بين الدكتور ماجد الحداد وزير التجارة والدكتور كريم الحسيني وزير الصحة في بغداد."),
      [["party ماجد الحداد", "party كريم الحسيني"]])
  }

  func testACourtBehindTheCharge() throws {
    // What stands behind "on a charge of" is of the charge, but for the court that judged.
    let verdict = try parties("Verdict", "أدين ماجد الحداد أمس بتهمة الاحتيال في محكمة الجنايات.").first
    XCTAssertEqual(verdict, ["defendant ماجد الحداد", "court محكمة الجنايات"])
  }

  func testTwoOfficesSideBySideAreTwoPersons() throws {
    // The president received the ambassadors of France; the ministers of justice; the French foreign minister in his
    // office: what has the article governs no noun, and a place behind him is no companion.
    for (text, expected) in [
      ("استقبل الرئيس سفراء فرنسا أمس في بغداد.", "سفراء فرنسا"),
      ("استقبل الرئيس وزراء العدل أمس في بغداد.", "وزراء العدل"),
      ("استقبل الرئيس وزير الخارجية الفرنسي جان مارتان بمكتبه أمس.", "جان مارتان"),
    ] { XCTAssertEqual(try parties("Meeting", text), [["party الرئيس", "party \(expected)"]], text) }
  }

  func testBodiesOfTwoNationsAreWhomTheirAdjectivesName() throws {
    // The Egyptian and the Saudi government agreed, and not who was told of before; "the two sides" are.
    XCTAssertEqual(
      try parties("Agreement", "زار الوزير مصر أمس. اتفقت الحكومتان المصرية والسعودية على خطة مشتركة."),
      [["party الحكومتان المصرية والسعودية"]])
  }

  func testWhoDismissesIsNotWhoSpeaks() throws {
    // "He dismissed" has the letters of "I am told".
    XCTAssertEqual(try parties("Appointment", "أقال الملك رئيس الحكومة أمس."), [["person رئيس الحكومة"]])
  }
}
