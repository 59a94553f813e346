import XCTest

@testable import Khabar

/// Who takes part, in constructions that put several together or hide one.
final class PartyTests: XCTestCase {
  private func parties(_ type: String, _ text: String) throws -> [[String]] {
    try AssemblyFixture.events(type, in: text).map(\.parties)
  }

  func testEachOfTwoWhoAreAppointedIsAppointed() throws {
    for text in [
      "عين الرئيس أمس ماجد الحداد وزيرا للمالية وكريم الحسيني وزيرا للنقل.",
      "تم أمس تعيين ماجد الحداد وزيرا للمالية وكريم الحسيني وزيرا للنقل.",
    ] {
      XCTAssertEqual(try parties("Appointment", text), [["person ماجد الحداد"], ["person كريم الحسيني"]], text)
    }
  }

  func testTwoOfficesBeforeOneNameAreTwoPersonsWhereTwoAreNeeded() throws {
    XCTAssertEqual(
      Set(try parties("Meeting", "التقت مديرة الجامعة ونقيب الصحفيين ماجد الحداد أمس في بغداد.").joined()),
      ["party مديرة الجامعة", "party ماجد الحداد"])
    XCTAssertEqual(
      Set(try parties("Meeting", "اجتمع رئيس البلدية ونقيب الصحفيين ماجد الحداد أمس في بغداد.").joined()),
      ["party رئيس البلدية", "party ماجد الحداد"])
    // With another party they are one man's.
    XCTAssertEqual(
      Set(
        try parties("Meeting", "التقى رئيس الوزراء ووزير الدفاع ماجد الحداد أمس السفير الفرنسي.").joined()),
      ["party ماجد الحداد", "party السفير الفرنسي"])
  }

  /// The heads of departments and institutions are one party, and "institutions" is none besides.
  func testWhatIsPartOfAPartyIsNoPartyOfItsOwn() throws {
    XCTAssertEqual(
      Set(try parties("Meeting", "استقبل الرئيس أمس رؤساء الدوائر والمؤسسات المحلية وكبار ضباط الشرطة.").joined()),
      ["party الرئيس", "party رؤساء الدوائر والمؤسسات المحلية", "party كبار ضباط الشرطة"])
  }

  func testWordsInsideANameSayNothing() throws {
    // The family name is the word for a league, with which no meeting is told.
    XCTAssertEqual(
      Set(try parties("Meeting", "التقى الوزير ماجد الحداد أمس خالد الدوري في بغداد.").joined()),
      ["party ماجد الحداد", "party خالد الدوري"])
  }

  func testWhoIsAccusedOfItDidIt() throws {
    // The court convicted so-and-so of carrying out an attack.
    let attack = try parties("Attack", "أدانت المحكمة ماجد الحداد بتنفيذ هجوم على السفارة.").first ?? []
    XCTAssertEqual(Set(attack), ["attacker ماجد الحداد", "target السفارة"])
  }

  func testOneOfTheMosquesIsABuilding() throws {
    XCTAssertEqual(try parties("Attack", "وقع هجوم أمس داخل أحد المساجد في بيشاور."), [["target أحد المساجد"]])
  }

  func testSeveralBlastsThatHitItAreOneHappening() throws {
    // Nine were killed in three blasts that hit the station.
    XCTAssertEqual(
      try parties("Attack", "لقي تسعة عمال مصرعهم أمس في ثلاثة تفجيرات استهدفت مستشفى البلدة في كركوك.").map(Set.init),
      [["target تسعة عمال", "target مستشفى البلدة"]])
  }

  func testTwelveRaidsAreNoAttacker() throws {
    // Turkey carried out twelve raids that hit posts: the raids are nobody.
    XCTAssertEqual(
      try parties("Attack", "نفذت تركيا أمس 12 غارة استهدفت مواقع المسلحين في كركوك.").map(Set.init),
      [["attacker تركيا", "target مواقع المسلحين"]])
  }

  func testAVerbThatBeginsAsTheArticleDoes() throws {
    // She met: the letters are those of the article and a noun that there is not.
    XCTAssertEqual(
      Set(try parties("Meeting", "والتقت الوزيرة السفير الفرنسي أمس في بغداد.").joined()),
      ["party الوزيرة", "party السفير الفرنسي"])
  }

  func testARelativeClauseIsAboutTheNounThatAgrees() throws {
    // The defeat (she) of the organization (he) who seized the town.
    XCTAssertEqual(
      try parties("ForceMovement", "أعلن القائد هزيمة التنظيم الذي سيطر على مدينة كيسمايو عام 2009."),
      [["force التنظيم"]])
    XCTAssertEqual(
      try parties("ForceMovement", "دخل الجيش البلاد بهدف طرد الحركة التي فرضت سيطرتها على مدينة كيسمايو عام 2009.")
        .last, ["force الحركة"])
  }

  func testWhoIsOnAVisitMetDuringIt() throws {
    let text = "قال مسؤولون إن زيارة الوزير ماجد الحداد إلى روما كانت ناجحة، حيث التقى خلالها السفير الفرنسي."
    XCTAssertEqual(
      try parties("Meeting", text).map(Set.init), [["party ماجد الحداد", "party السفير الفرنسي"]])
  }

  func testSeveralAreNoTitleOfOne() throws {
    XCTAssertEqual(
      try parties("Meeting", "استقبل الوزير ماجد الحداد أمس في بغداد السفراء المعتمدين.").map(Set.init),
      [["party ماجد الحداد", "party السفراء"]])
    XCTAssertEqual(
      Set(try parties("Verdict", "أحال المدعي العام المهربين إلى المحاكمة أمس.").joined()),
      ["court المدعي العام", "defendant المهربين"])
  }

  func testASecondVisitorBehindAnOffice() throws {
    let text = "كان آخرها زيارة السيناتور جون ماكين رئيس لجنة الدفاع وهاورد بيرمان رئيس لجنة الأمن إلى دمشق."
    XCTAssertEqual(
      try parties("Visit", text).map { $0.filter { $0.hasPrefix("visitor") } },
      [["visitor جون ماكين", "visitor هاورد بيرمان"]])
  }
}
