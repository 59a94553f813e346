import XCTest

@testable import Khabar

/// The day, the place and the status of what is reported, said in a noun's clause, or told behind what holds it.
final class WhereAndWhenTests: XCTestCase {
  private func days(_ type: String, _ text: String) throws -> [String?] {
    try AssemblyFixture.events(type, in: text).map { $0.time?.value }
  }

  private func places(_ type: String, _ text: String) throws -> [[String]] {
    try AssemblyFixture.events(type, in: text).map(\.placeNames)
  }

  private func statuses(_ type: String, _ text: String) throws -> [String] {
    try AssemblyFixture.events(type, in: text).map(\.status.rawValue)
  }

  /// The police announced *yesterday* the arrest of …: that was the day of the report. Behind the noun it is its own.
  func testTheDayOfAReportIsNotThatOfWhatItReports() throws {
    XCTAssertEqual(try days("Arrest", "أعلنت الشرطة المصرية أمس اعتقال ثلاثة مطلوبين في سيناء."), [nil])
    XCTAssertEqual(
      try days("Arrest", "أعلنت الشرطة المصرية اعتقال ثلاثة مطلوبين في سيناء أمس."), ["2025-05-13"])
    XCTAssertEqual(try days("ForceMovement", "أعلنت تشاد الأحد سحب قواتها من السودان."), [nil])
    // Those who announce what they agreed on themselves did so on that day.
    XCTAssertEqual(
      try days("Agreement", "أعلنت شركة سابك وشركة أرامكو أمس إبرام اتفاقية شراكة."), ["2025-05-13"])
  }

  /// The ambassador of France *in Lebanon* so-and-so; so-and-so, commander of the forces *in Afghanistan*.
  func testThePlaceOfAnOfficeIsNotThatOfTheMeeting() throws {
    XCTAssertEqual(
      try places("Meeting", "استقبل نبيه بري سفير فرنسا في لبنان كريم الحسيني في بعبدا."), [["بعبدا"]])
    XCTAssertEqual(
      try places("Meeting", "عقد أندرس راسموسن لقاء مع سالم الهاشمي، قائد القوات الأمريكية في أفغانستان."), [[]])
    XCTAssertEqual(
      try places("Meeting", "عقد أندرس راسموسن لقاء مع سالم الهاشمي في أفغانستان."), [["أفغانستان"]])
  }

  /// He met … on Monday *on his arrival in Baghdad*; he received …, *who is visiting Tunis*.
  func testAVisitToldBehindTheMeetingOnItSaysWhereThatWas() throws {
    XCTAssertEqual(
      try places("Meeting", "التقى ماجد الحداد الاثنين لدى وصوله إلى مطار بغداد وزير الخارجية سالم الهاشمي."),
      [["مطار بغداد"]])
    XCTAssertEqual(
      try places("Meeting", "استقبل الرئيس قيس سعيد الوزير الإيطالي أنطونيو تاياني الذي يزور تونس حاليا."),
      [["تونس"]])
    // What was before is told of another place.
    XCTAssertEqual(
      try places("Meeting", "التقى ماجد الحداد وزير الخارجية سالم الهاشمي بعد زيارته إلى موسكو."), [[]])
  }

  /// The army entered the town yesterday and arrested …; a house was raided in Falluja.
  func testWhatSomebodyGoesOnToDoWasThenAndThere() throws {
    let text = "داهمت الشرطة العراقية منزلا في الفلوجة فجر أمس واعتقلت ثلاثة مسلحين."
    XCTAssertEqual(try days("Arrest", text), ["2025-05-13"])
    XCTAssertEqual(try places("Arrest", text), [["الفلوجة"]])
    XCTAssertEqual(
      try days("Arrest", "زار الوزير المدرسة أمس وقال إن الشرطة اعتقلت ثلاثة مسلحين."), [nil])
  }

  /// They held yesterday in Paris a meeting *during which* an agreement was signed.
  func testWhatHappensDuringAHappeningWasThenAndThere() throws {
    let text = "عقد الوزيران أمس في باريس اجتماعا تم خلاله توقيع اتفاقية بين فرنسا وقطر."
    XCTAssertEqual(try days("Agreement", text), ["2025-05-13"])
    XCTAssertEqual(try places("Agreement", text), [["باريس"]])
    XCTAssertEqual(
      try days("Attack", "اعترضت قوات الدفاع الجوي أمس صاروخا فوق الرياض في هجوم نفذه الحوثيون."), ["2025-05-13"])
    // Who is convicted today did it some other day.
    XCTAssertEqual(try days("Attack", "أدين كريم الحسيني أمس في هجوم على السفارة الفرنسية."), [nil])
  }

  /// A memorandum was signed in May 2016 *during a visit that the king made*.
  func testAVisitDuringWhichSomethingWasDoneHasItsDay() throws {
    XCTAssertEqual(
      try days("Visit", "وقعت المذكرة في بكين في مايو 2016 خلال زيارة قام بها الملك سلمان إلى الصين."), ["2016-05"])
  }

  /// Reported from Paris, the French president's meeting with a guest was there; one of two guests need not have been.
  func testAMeetingOfTheDatelinesCountryWasInItsCity() throws {
    let from = "باريس، فرنسا (رويترز) - "
    XCTAssertEqual(
      try places("Meeting", from + "التقى الرئيس الفرنسي إيمانويل ماكرون الرئيس المصري عبد الفتاح السيسي."), [["باريس"]]
    )
    XCTAssertEqual(
      try places("Meeting", from + "التقى الرئيس التركي رجب طيب أردوغان الرئيس المصري عبد الفتاح السيسي."), [[]])
  }

  /// He *will* meet … on his visit: that is to come as well.
  func testAVisitOnWhichSomebodyWillDoSomethingIsPlanned() throws {
    XCTAssertEqual(
      try statuses("Visit", "قال المتحدث إن سيرغي لافروف سيلتقي خلال زيارته إلى الدوحة الوزير سالم الهاشمي."),
      ["planned"])
    XCTAssertEqual(
      try statuses("Visit", "قال المتحدث إن سيرغي لافروف التقى خلال زيارته إلى الدوحة الوزير سالم الهاشمي."),
      ["occurred"])
  }

  /// In an ambush of gunmen *east of Falluja*; the north of Iraq that is shelled is what is hit.
  func testTheSideOfATownBehindThoseWhoDidItIsThePlace() throws {
    XCTAssertEqual(try places("Attack", "قتل ثلاثة جنود في كمين للمسلحين شرق الفلوجة."), [["الفلوجة"]])
    XCTAssertEqual(
      try places("Attack", "شن الطيران التركي غارات على مواقع للمتمردين شمال العراق."), [["العراق"]])
  }

  func testBeforeAFeastIsNotItsDay() throws {
    XCTAssertEqual(try days("Attack", "قتل ضابط في انفجار قبل عيد الأضحى."), [nil])
  }

  /// His *denial that* …, the *possibility that* ….
  func testANounSaysWhetherWhatItsClauseTellsHasHappened() throws {
    XCTAssertEqual(
      try statuses("Visit", "نقلت الوكالة عن المتحدث نفيه أن يكون الوزير سالم الهاشمي قد زار عمان."), ["denied"])
    XCTAssertEqual(
      try statuses("Visit", "قال المتحدث إن هناك إمكان أن يزور الوزير سالم الهاشمي تركيا."), [])
  }

  /// On a visit *that will include* …: what a verb tells and the noun behind it is one visit.
  func testHeCameOnAVisitIsOneVisit() throws {
    XCTAssertEqual(
      try statuses("Visit", "وصل الوزير هاكان فيدان إلى الدوحة في زيارة ستشمل الرياض."), ["occurred"])
    XCTAssertEqual(
      try statuses("Visit", "ينتظر أن تتوجه الوزيرة كوندوليزا رايس إلى الشرق الأوسط في زيارة ستشمل إسرائيل."),
      ["planned"])
  }

  /// He meets *his French counterpart*; he had talks with the French president so-and-so.
  func testACounterpartIsWhoElsewhereHasTheOffice() throws {
    let events = try AssemblyFixture.events(
      "Meeting",
      in: "التقى الرئيس السوري بشار الأسد نظيره الفرنسي في باريس. "
        + "وأجرى الأسد مباحثات مع الرئيس الفرنسي نيكولا ساركوزي.")
    XCTAssertEqual(events.map { $0.participants.map(\.name) }, [["بشار الأسد", "نيكولا ساركوزي"]])
  }
}
