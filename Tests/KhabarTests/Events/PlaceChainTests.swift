import XCTest

@testable import Khabar

/// The places that a text gives for one happening besides the first: what a town belongs to, whose town a building
/// stands in, where somebody had come.
final class PlaceChainTests: XCTestCase {
  private func places(_ type: String, _ text: String) throws -> [[String]] {
    try AssemblyFixture.events(type, in: text).map(\.placeNames)
  }

  private func days(_ type: String, _ text: String) throws -> [String?] {
    try AssemblyFixture.events(type, in: text).map { $0.time?.value }
  }

  /// In Zinjibar, *the capital of the province of Abyan*.
  func testWhatATownIsTheCapitalOfIsWhereItIs() throws {
    XCTAssertEqual(
      try places("ForceMovement", "سيطرت قوات الجيش أمس على زنجبار، عاصمة محافظة أبين."), [["زنجبار", "أبين"]])
    // The capital is not what was seized besides.
    let events = try AssemblyFixture.events("Attack", in: "قتل مسلحون خمسة جنود في مدينة زنجبار عاصمة محافظة أبين.")
    XCTAssertEqual(events.map(\.parties), [["attacker مسلحون", "target خمسة جنود"]])
  }

  /// They met in Sharm el-Sheikh, *Egypt*: the country is no party.
  func testACountryBehindItsTownSaysWhereThatIs() throws {
    let events = try AssemblyFixture.events(
      "Meeting", in: "التقى ماجد الحداد نظيره كريم الحسيني في شرم الشيخ، مصر، أمس.")
    XCTAssertEqual(events.map(\.placeNames), [["شرم الشيخ", "مصر"]])
    XCTAssertEqual(events.map(\.parties), [["party ماجد الحداد", "party كريم الحسيني"]])
    XCTAssertEqual(
      try places("Meeting", "التقى ماجد الحداد نظيره كريم الحسيني في العاصمة التركية، أنقرة."), [["أنقرة"]])
  }

  /// Gunmen *in the province* carried it out: that is where it was, though an officer there holds his office in it.
  func testThePlaceBehindPeopleIsThatOfWhatTheyDid() throws {
    XCTAssertEqual(
      try places("Attack", "قتل خمسة جنود في هجوم شنه مسلحون بمحافظة أبين أمس."), [["أبين"]])
  }

  /// Of a common word the list's whole name makes a place: the governorate of al-Gharbiya, "the western".
  func testAProvinceWithACommonWordForItsNameIsThatOfTheLists() throws {
    let document = try AssemblyFixture.document("قتل خمسة جنود في هجوم شنه مسلحون في محافظة الأنبار غربي العراق.")
    let place = try XCTUnwrap(document.events.first?.places.first)
    XCTAssertEqual(place.name, "الأنبار")
    XCTAssertEqual(place.entity.flatMap { document.entities[$0].kind }, "region")
  }

  /// Gunmen in the province *in the west of Iraq*: they have no family name.
  func testTheSideOfACountryIsNobodysName() throws {
    let events = try AssemblyFixture.events(
      "Attack", in: "قتل خمسة جنود في هجوم شنه مسلحون في محافظة نينوى غربي العراق.")
    XCTAssertEqual(events.map(\.placeNames), [["نينوى", "العراق"]])
    XCTAssertEqual(events.map(\.parties), [["attacker مسلحون", "target خمسة جنود"]])
  }

  /// A raid *hit the consulate* in Damascus: it was in Damascus. A blast *in* the mosque was there.
  func testABuildingThatIsHitIsWhereItWasOnlyWhereNothingElseIsTold() throws {
    XCTAssertEqual(try places("Attack", "استهدفت غارة أمس مبنى القنصلية في دمشق."), [["دمشق"]])
    XCTAssertEqual(try places("Attack", "استهدفت غارة أمس مبنى القنصلية."), [["مبنى القنصلية"]])
    XCTAssertEqual(
      try places("Attack", "وقع تفجير أمس في مسجد المدينة بالكوفة."), [["مسجد المدينة", "الكوفة"]])
  }

  /// He visited several states, *among them Libya and Egypt*.
  func testTheStatesThatAreNamedAreThoseVisited() throws {
    XCTAssertEqual(
      try places("Visit", "زار الوزير ماجد الحداد أمس عددا من الدول العربية من بينها ليبيا ومصر."),
      [["ليبيا", "مصر"]])
  }

  /// The minister, *who came to Geneva yesterday*, met …; he will meet … there tomorrow.
  func testWhoHasComeMeetsOthersWhereHeIs() throws {
    let text = "التقى الوزير ماجد الحداد، الذي وصل أمس إلى جنيف، نظيره كريم الحسيني."
    XCTAssertEqual(try places("Meeting", text), [["جنيف"]])
    XCTAssertEqual(try days("Meeting", text), ["2025-05-13"])
    let came = "وصل الوزير ماجد الحداد أمس إلى جنيف. "
    XCTAssertEqual(try places("Meeting", came + "وسيلتقي الحداد غدا نظيره كريم الحسيني."), [["جنيف"]])
    XCTAssertEqual(try places("Meeting", came + "وسيلتقي الحداد الشهر المقبل نظيره كريم الحسيني."), [[]])
    let went = "توجه الوزير ماجد الحداد إلى جنيف للقاء نظيره كريم الحسيني."
    XCTAssertEqual(try places("Meeting", went), [["جنيف"]])
    // Who visited a town last month need not meet others there.
    XCTAssertEqual(
      try places("Meeting", "زار الوزير ماجد الحداد جنيف الشهر الماضي، وسيلتقي نظيره كريم الحسيني غدا."), [[]])
  }

  /// A mine blew up *when a convoy drove through the town*.
  func testWhereSomebodyWasMeanwhileIsWhereItHappened() throws {
    XCTAssertEqual(
      try places("Attack", "انفجر لغم عندما مرت قافلة عسكرية في مدينة سامراء."),
      [["سامراء"]])
  }

  /// He went to the palace in Baabda, *where* he held talks; from Baghdad to Amman, *where* he will.
  func testWhereStandsForThePlaceRightBefore() throws {
    XCTAssertEqual(
      try places(
        "Meeting", "قبل أن يتوجه من بغداد إلى عمان حيث بدأ محادثات مع نظيره كريم الحسيني، قال ماجد الحداد إنه متفائل."),
      [["عمان"]])
  }

  /// He said behind *the meeting in Doha*: the one that was told.
  func testAMeetingThatIsToldAgainAddsItsPlace() throws {
    let met = "التقى الوزير ماجد الحداد نظيره كريم الحسيني. "
    for text in [
      "وقال الحداد عقب اللقاء في الدوحة إن الوضع جيد.", "وجاء اللقاء في الدوحة على هامش مؤتمر.",
      "جاء ذلك خلال اجتماع في الدوحة.", "وقال بيان إن الاجتماع الذي استضافته الدوحة كان مفيدا.",
    ] { XCTAssertEqual(try places("Meeting", met + text), [["الدوحة"]], text) }
    // A meeting in Paris was none in Doha.
    let inParis = "التقى الوزير ماجد الحداد نظيره كريم الحسيني في باريس. "
    XCTAssertEqual(
      try places("Meeting", inParis + "وقال الحداد عقب اللقاء في الدوحة إن الوضع جيد."), [["باريس"]])
    // What they talked of is where it is.
    XCTAssertEqual(try places("Meeting", met + "وبحث الجانبان خلال اللقاء الأوضاع في سوريا."), [[]])
  }

  /// A market *in the town*, which the verb that tells of the dead names; a palace in the town that he came to.
  func testTheTownOfABuildingMayBeToldElsewhere() throws {
    XCTAssertEqual(
      try places(
        "Meeting", "وصل الرئيس ماجد الحداد إلى عمان أمس. واستقبله الملك كريم الحسيني في قصر الحسينية."),
      [["قصر الحسينية", "عمان"]])
  }
}
