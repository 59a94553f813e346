import XCTest

@testable import Khabar

/// The day and the place of a happening that the text gives elsewhere: in the clause around it, in a later sentence, by
/// a noun that stands for a place named before.
final class PlaceAndDayTests: XCTestCase {
  private func days(_ type: String, _ text: String) throws -> [String?] {
    try AssemblyFixture.events(type, in: text).map { $0.time?.value }
  }

  private func places(_ type: String, _ text: String) throws -> [[String]] {
    try AssemblyFixture.events(type, in: text).map(\.placeNames)
  }

  func testWhatHappensDuringAClauseHasItsDay() throws {
    for text in [
      // He said it yesterday during his meeting with …; he was in Basra on Monday when gunmen attacked him.
      "قال الوزير ماجد الحداد أمس خلال لقائه السفير الفرنسي إن العلاقات جيدة.",
      "أكد الوزير ماجد الحداد أمس لدى استقباله السفير الفرنسي أهمية الدعم.",
      "شدد الوزير ماجد الحداد أمس إثر لقائه السفير الفرنسي على أهمية الدعم.",
    ] { XCTAssertEqual(try days("Meeting", text), ["2025-05-13"], text) }
    XCTAssertEqual(
      try days("Attack", "كان القاضي كريم الحسيني في البصرة يوم الاثنين عندما هاجمه مسلحون."), ["2025-05-12"])
    // After a meeting it need not be the same day.
    XCTAssertEqual(
      try days("Meeting", "قال الوزير ماجد الحداد أمس بعد لقائه السفير الفرنسي إن العلاقات جيدة."), [nil])
  }

  func testAWhenClauseHasThePlaceOfTheClauseAround() throws {
    XCTAssertEqual(
      try places("Attack", "كان القاضي كريم الحسيني في البصرة يوم الاثنين عندما هاجمه مسلحون."), [["البصرة"]])
  }

  /// Police arrested A on Monday. Also they arrested B.
  func testWhatASentenceGoesOnToTellHasTheDayOfTheOneBefore() throws {
    let first = "اعتقلت الشرطة أمس أربعة شبان في البصرة. "
    XCTAssertEqual(
      try days("Arrest", first + "كما اعتقلت ثلاثة صحفيين."), ["2025-05-13", "2025-05-13"])
    XCTAssertEqual(try days("Arrest", first + "واعتقلت ثلاثة صحفيين."), ["2025-05-13", nil])
    XCTAssertEqual(
      try days("Arrest", first + "كما أفرجت عن ثلاثة صحفيين."), ["2025-05-13", nil])
  }

  /// Last year they arrested thousands, and they arrested reporters: it is they who went on.
  func testWhatSomebodyGoesOnToDoInASentenceHasItsDay() throws {
    XCTAssertEqual(
      try days("Arrest", "اعتقلت الشرطة أمس أربعة شبان في البصرة، كما اعتقلت ثلاثة صحفيين."),
      ["2025-05-13", "2025-05-13"])
    XCTAssertEqual(
      try days("Arrest", "اعتقلت الشرطة أمس أربعة شبان في البصرة، كما اعتقل الجيش ثلاثة صحفيين."),
      ["2025-05-13", nil])
  }

  /// In Kirkuk the police announced the death of an officer in an attack: it was there. In a capital they may only have
  /// said so.
  func testWhatIsReportedWasWhereTheSentenceBegins() throws {
    let attack = " أعلنت الشرطة مقتل ضابط في هجوم مسلح."
    XCTAssertEqual(try places("Attack", "وفي كركوك" + attack), [["كركوك"]])
    XCTAssertEqual(try places("Attack", "وفي واشنطن" + attack), [[]])
  }

  /// The attack was in the town. Two women were killed there.
  func testWhatIsLocalWasWhereTheParagraphSays() throws {
    let text = "قتل جنديان في هجوم على دورية في سامراء أمس. وقتل مسلحون القاضي كريم الحسيني اليوم."
    XCTAssertEqual(try places("Attack", text), [["سامراء"], ["سامراء"]])
    XCTAssertEqual(try places("Attack", text.replacing(". ", with: ".\n\n")), [["سامراء"], []])
  }

  /// A town that is attacked is where it was, a checkpoint need not be.
  func testATownThatIsAttackedIsWhereItWas() throws {
    XCTAssertEqual(try places("Attack", "شن مسلحون أمس هجوما على البصرة."), [["البصرة"]])
    XCTAssertEqual(try places("Attack", "شن مسلحون أمس هجوما على حاجز للجيش."), [[]])
  }

  /// The police stopped a man *who belongs to the party* on Monday.
  func testADayBehindWhatSomebodyAlwaysDoesIsTheVerbsBefore() throws {
    XCTAssertEqual(
      try days("Arrest", "أوقفت الشرطة رجلا ينتمي إلى الحزب يوم الاثنين في كركوك."), ["2025-05-12"])
  }

  func testALaterSentenceAddsDayAndPlace() throws {
    let text = "التقى الوزير ماجد الحداد السفير الفرنسي. وعقد الاجتماع أمس في البصرة."
    XCTAssertEqual(try days("Meeting", text), ["2025-05-13"])
    XCTAssertEqual(try places("Meeting", text), [["البصرة"]])
    // By itself the sentence tells of no meeting that anybody could name.
    XCTAssertEqual(try days("Meeting", "وعقد الاجتماع أمس في البصرة."), [])
  }

  func testTheTownIsTheOneThatWasNamed() throws {
    let text = "زار المحافظ كريم الحسيني مدينة سامراء أمس. وقتل جنديان في هجوم على دورية في المدينة."
    XCTAssertEqual(try places("Attack", text), [["سامراء"]])
    // No town was named.
    XCTAssertEqual(try places("Attack", "قتل جنديان في هجوم على دورية في المدينة أمس."), [[]])
  }

  func testTheCapitalOfACountryThatTheTextNames() throws {
    let text = "هاجم مسلحون دورية في العاصمة السودانية أمس. وقال سكان الخرطوم إن السودان لم يشهد مثل ذلك."
    XCTAssertEqual(try places("Attack", text), [["الخرطوم"]])
    XCTAssertEqual(
      try places("Attack", "هاجم مسلحون دورية في العاصمة السودانية أمس."), [["العاصمة السودانية"]])
  }

  func testSidesOfATown() throws {
    for text in ["هاجم مسلحون دورية أمس شمال غرب بغداد.", "هاجم مسلحون دورية أمس شمال بغداد."] {
      XCTAssertEqual(try places("Attack", text), [["بغداد"]], text)
    }
  }

  func testYesterdayIsNoDayOfWhatIsPlanned() throws {
    // He arrived yesterday in order to meet …: the meeting is not a week behind.
    let days = try days("Meeting", "وصل الوزير ماجد الحداد أمس إلى بغداد ليجتمع مع السفير الفرنسي.")
    XCTAssertFalse(days.contains("2025-05-20"))
  }

  func testAnAnnouncementGivesItsDayToWhatTheAnnouncersDid() throws {
    XCTAssertEqual(
      try days("Agreement", "أعلنت وزارة النفط العراقية أمس أنها وقعت اتفاقا مع شركة توتال."), ["2025-05-13"])
    XCTAssertEqual(
      try days("Agreement", "أعلنت وكالة رويترز أمس أن وزارة النفط العراقية وقعت اتفاقا مع شركة توتال."), [nil])
  }

  func testWhereIsThePlaceNamedRightBefore() throws {
    let arrest = "حيث اعتقلت الشرطة ثلاثة مهربين أمس."
    XCTAssertEqual(try places("Arrest", "بثت القناة مشاهد من مدينة درنة، " + arrest), [["درنة"]])
    // Elsewhere it only says why.
    XCTAssertEqual(try places("Arrest", "رحب السكان بالخطة الجديدة، " + arrest), [[]])
  }

  func testAPronounStandsForThePlaceOfARelativeClause() throws {
    XCTAssertEqual(
      try places("ForceMovement", "وصل المراقبون إلى مدينة حمص التي انتشرت فيها قوات الأمن أمس."), [["حمص"]])
  }

  func testBorders() throws {
    XCTAssertEqual(
      try places("ForceMovement", "نشر الجيش التركي مئات الجنود أمس على الحدود مع سوريا."), [["الحدود مع سوريا"]])
    // Beside a border that nobody names nothing is told.
    XCTAssertEqual(try places("ForceMovement", "نشر الجيش التركي مئات الجنود أمس على الحدود."), [[]])
  }

  func testForcesDeployAroundWhatOthersTalkAbout() throws {
    XCTAssertEqual(
      try places("ForceMovement", "انتشرت قوات الأمن أمس حول مبنى البرلمان."), [["مبنى البرلمان"]])
    XCTAssertEqual(
      try places("Meeting", "التقى الوزير ماجد الحداد السفير الفرنسي أمس لبحث خلافهما حول مبنى البرلمان."), [[]])
  }

  func testTheCapitalIsTheOneThatWasCalledSo() throws {
    XCTAssertEqual(
      try places("Protest", "وصل الوفد إلى العاصمة نيروبي. وتظاهر مئات الطلاب في شوارع العاصمة أمس."), [["نيروبي"]])
  }

  func testWhatSomebodyCameForIsToCome() throws {
    let text = "وصل الوزير ماجد الحداد إلى بغداد أمس لإجراء محادثات مع السفير الفرنسي."
    XCTAssertEqual(try AssemblyFixture.events("Meeting", in: text).map(\.status), [.planned])
    XCTAssertEqual(try AssemblyFixture.events("Visit", in: text).map(\.status), [.occurred])
    // Visited is over.
    let visited = "زار الوزير ماجد الحداد بغداد أمس للاجتماع مع السفير الفرنسي."
    XCTAssertEqual(try AssemblyFixture.events("Meeting", in: visited).map(\.status), [.occurred])
  }

  func testADateBehindAnotherHappeningIsThatOnes() throws {
    let cost = "بلغت كلفة حفل تنصيب الرئيس ماجد الحداد 20 مليون دولار مقابل 5 ملايين لحفل تنصيب سلفه عام 2018."
    XCTAssertFalse(try days("Appointment", cost).contains("2018"))
    XCTAssertEqual(
      try days("Appointment", "عقد المجلس أمس جلسة أعلن خلالها تعيين ماجد الحداد مديرا للمركز."), ["2025-05-13"])
  }
}
