import XCTest

@testable import Khabar

/// Who takes part, when and where, and whether it happened: sentences through the whole pipeline.
final class AssemblyTests: XCTestCase {
  private func events(_ type: String, _ text: String) throws -> [Event] { try AssemblyFixture.events(type, in: text) }

  /// The one event of its type in a text.
  private func event(_ type: String, _ text: String, line: UInt = #line) throws -> Event {
    let events = try events(type, text)
    XCTAssertEqual(events.count, 1, text, line: line)
    return try XCTUnwrap(events.first, text, line: line)
  }

  // MARK: - Day and place

  func testAMeetingOnAVisitHasTheVisitsDayAndPlace() throws {
    // "…visited Tunis on Monday, where he met …"; in two sentences: "arrived in Damascus yesterday. … met …"
    let cases: [(text: String, day: String, place: String)] = [
      (
        "زار وزير الخارجية المصري بدر عبد العاطي تونس يوم الاثنين، حيث التقى الرئيس التونسي قيس سعيد.", "2025-05-12",
        "تونس"
      ),
      (
        "وصل رئيس الحكومة اللبنانية نواف سلام إلى دمشق أمس. والتقى سلام الرئيس السوري أحمد الشرع وبحثا ملف الحدود.",
        "2025-05-13", "دمشق"
      ),
    ]
    for (text, day, place) in cases {
      let meeting = try event("Meeting", text)
      XCTAssertEqual(meeting.time?.value, day, text)
      XCTAssertEqual(meeting.time?.filledBy, .holder("Visit"), text)
      XCTAssertEqual(meeting.placeNames, [place], text)
      XCTAssertEqual(meeting.participants.count, 2, text)
    }
  }

  func testAnAgreementOnAVisitHasTheVisitsDayAndPlace() throws {
    let text =
      "زار رئيس الوزراء الماليزي أنور إبراهيم الدوحة أمس ووقع مذكرة تفاهم مع رئيس الوزراء القطري محمد بن عبد الرحمن."
    let agreement = try event("Agreement", text)
    XCTAssertEqual(agreement.time?.value, "2025-05-13")
    XCTAssertEqual(agreement.placeNames, ["الدوحة"])
  }

  /// He arrived yesterday and is to meet: that will be where he is, and not yesterday.
  func testAPlannedMeetingHasThePlaceOfAnArrivalAndNotItsDay() throws {
    let meeting = try event(
      "Meeting",
      "وصل وزير الري المصري هاني سويلم إلى الخرطوم أمس. وقال سويلم إنه سيلتقي وزير الري السوداني عصمت قرشي.")
    XCTAssertEqual(meeting.status, .planned)
    XCTAssertNil(meeting.time)
    XCTAssertEqual(meeting.placeNames, ["الخرطوم"])
  }

  func testAReceptionWithoutAPlaceWasInTheDatelinesCity() throws {
    let sentence = "استقبل وزير الصحة القطري منصور آل محمود سفير اليابان ساتوشي مايدا"
    let here = try event("Meeting", "الدوحة - قنا: \(sentence).")
    XCTAssertEqual(here.placeNames, ["الدوحة"])
    XCTAssertEqual(here.places.first?.filledBy, .dateline)
    XCTAssertEqual(try event("Meeting", "الدوحة - قنا: \(sentence) في مدينة الخور.").placeNames, ["الخور"])
    XCTAssertEqual(try event("Meeting", "\(sentence).").placeNames, [])
    let met = sentence.replacingOccurrences(of: "استقبل", with: "التقى")
    XCTAssertEqual(try event("Meeting", "الدوحة - قنا: \(met).").placeNames, ["الدوحة"], "one of them is at home there")
    let guests = met.replacingOccurrences(of: "القطري منصور آل محمود", with: "العماني هلال السبتي")
    XCTAssertEqual(try event("Meeting", "الدوحة - قنا: \(guests).").placeNames, [], "neither is")
  }

  /// The wounded who are treated in the hospital: it is where they were visited.
  func testABuildingInARelativeClauseIsThePlace() throws {
    let visit = try event("Visit", "زار محافظ البصرة أسعد العيداني أمس الجرحى الذين يعالجون في مستشفى الفيحاء.")
    XCTAssertEqual(visit.placeNames, ["مستشفى الفيحاء"])
    XCTAssertEqual(visit.places.first?.filledBy, .relativeClause)
  }

  func testTheDayOfSayingIsNotTheDayOfWhatWasSaid() throws {
    let said = [
      ("Visit", "صرح المتحدث الرسمي يوم الأحد بأن وزير الري المصري هاني سويلم زار الخرطوم."),
      ("Meeting", "قال وزير الري المصري هاني سويلم أمس إنه التقى وزير الري السوداني عصمت قرشي."),
      (
        "Meeting",
        "قال المتحدث باسم الحكومة يوم الخميس إن وزير النفط العراقي حيان عبد الغني التقى نظيره القطري سعد الكعبي في الدوحة."
      ),
    ]
    for (type, text) in said { XCTAssertNil(try event(type, text).time, text) }
    let attack = try event("Attack", "ذكرت الوكالة أمس أن مسلحين هاجموا حاجزا للجيش قرب كركوك يوم الأربعاء الماضي.")
    XCTAssertEqual(attack.time?.value, "2025-05-07", "the clause's own day")
    XCTAssertTrue(attack.placeNames.contains("كركوك"))
  }

  // MARK: - Merging

  func testHeadlineAndBodyAreOneEvent() throws {
    let meeting = try event(
      "Meeting",
      """
      ماكرون يلتقي عون في باريس

      التقى الرئيس الفرنسي إيمانويل ماكرون أمس الثلاثاء في باريس الرئيس اللبناني جوزيف عون. وقال بيان إن ماكرون وعون \
      ناقشا الوضع في الجنوب.
      """)
    XCTAssertEqual(meeting.mentions.count, 1)
    XCTAssertEqual(meeting.status, .occurred)
    XCTAssertEqual(meeting.time?.value, "2025-05-13")
    XCTAssertEqual(meeting.placeNames, ["باريس"])
    XCTAssertEqual(meeting.parties, ["party إيمانويل ماكرون", "party جوزيف عون"])
  }

  func testACountryAndACityInItAreOneVisit() throws {
    let visit = try event(
      "Visit", "زار وزير الطاقة الأردني صالح الخرابشة سوريا يوم الثلاثاء. ووصل الخرابشة إلى دمشق الثلاثاء.")
    XCTAssertEqual(visit.placeNames, ["دمشق", "سوريا"], "the city first")
    XCTAssertEqual(visit.mentions.count, 1)
  }

  func testOtherDaysAndPlacesAreOtherVisits() throws {
    let visits = try events(
      "Visit", "زار وزير العدل العماني عبد الله السعيدي أمس أبوظبي. وقال السعيدي إنه زار دبي أيضا الخميس الماضي.")
    XCTAssertEqual(visits.map(\.placeNames), [["أبوظبي"], ["دبي"]])
    XCTAssertEqual(visits.map(\.time?.value), ["2025-05-13", "2025-05-08"])
  }

  /// Reports of two days say "yesterday" and "today" of one visit; days further apart are other visits.
  func testTwoDaysInARowAtOnePlaceAreOneVisit() throws {
    let text = "زار وزير الري المصري هاني سويلم الخرطوم أمس. وقال بيان إن هاني سويلم زار الخرطوم"
    XCTAssertEqual(try event("Visit", text + " اليوم.").time?.value, "2025-05-13")
    XCTAssertEqual(try events("Visit", text + " يوم الأحد.").map(\.time?.value), ["2025-05-13", "2025-05-11"])
  }

  /// "The clashes" takes up the fighting of the sentence before.
  func testADefiniteTriggerTakesUpWhatWasTold() throws {
    let attack = try event("Attack", "اندلعت اشتباكات في مدينة الزاوية أمس. وأدت الاشتباكات إلى مقتل شخصين.")
    XCTAssertEqual(attack.mentions.count, 1)
    XCTAssertEqual(attack.placeNames, ["الزاوية"])
  }

  // MARK: - Whether it happened

  /// "Cancelled a visit that was planned", "postponed his visit", "the postponement of a visit that he was to make".
  func testCancelledAndPostponed() throws {
    for text in [
      "ألغى الرئيس الروسي فلاديمير بوتين زيارة كانت مقررة إلى أنقرة الأسبوع المقبل.",
      "أرجأ وزير الدفاع العراقي ثابت العباسي زيارته إلى طهران.",
      "أعلن وزير الدفاع العراقي ثابت العباسي إلغاء زيارة كان مقررا أن يقوم بها إلى أنقرة.",
      "أعلن المكتب تأجيل زيارة وزير الخارجية الهندي سوبرامانيام جايشانكار إلى طهران.",
    ] { XCTAssertEqual(try event("Visit", text).status, .cancelled, text) }
  }

  func testDenied() throws {
    for text in [
      "نفى وزير الخارجية الإيراني عباس عراقجي عقد لقاء مع المبعوث الأمريكي ستيف ويتكوف في مسقط.",
      "نفى وزير الإعلام اليمني معمر الإرياني إجراء مباحثات مع وفد الحركة في مسقط.",
    ] { XCTAssertEqual(try event("Meeting", text).status, .denied, text) }
  }

  func testPlanned() throws {
    for text in [
      "سيزور وزير الدفاع التركي يشار غولر بغداد.", "يزور وزير الدفاع التركي يشار غولر بغداد غدا.",
      "من المقرر أن يزور الرئيس الفرنسي إيمانويل ماكرون الرباط في 20 مايو.",
    ] { XCTAssertEqual(try event("Visit", text).status, .planned, text) }
  }

  /// Conditions, "perhaps", "did not", "will not".
  func testConditionsWishesAndNegationsGiveNothing() throws {
    for text in [
      "إذا التقى وزير الدفاع العراقي ثابت العباسي وزير الدفاع التركي يشار غولر فستكون خطوة مهمة.",
      "ربما يلتقي وزير الدفاع العراقي ثابت العباسي وزير الدفاع التركي يشار غولر في أنقرة.",
      "لم يلتق وزير الدفاع العراقي ثابت العباسي وزير الدفاع التركي يشار غولر.",
      "لن يزور وزير الدفاع العراقي ثابت العباسي أنقرة.",
    ] { XCTAssertEqual(try AssemblyFixture.document(text).events.map(\.type), [], text) }
  }

  // MARK: - Who takes part

  func testATitleBehindANameIsNoPartyOfItsOwn() throws {
    for text in [
      "التقى رئيس مجلس النواب اللبناني نبيه بري السفير المصري علاء موسى، رئيس البعثة الدبلوماسية، في بيروت.",
      "التقى وزير الصحة القطري منصور آل محمود، وزير الصحة، السفير الياباني ساتوشي مايدا في بيروت أمس.",
    ] {
      let meeting = try event("Meeting", text)
      XCTAssertEqual(meeting.participants.count, 2, text)
      XCTAssertTrue(meeting.participants.allSatisfy { $0.entity != nil }, text)
      XCTAssertEqual(meeting.placeNames, ["بيروت"], text)
    }
  }

  /// "His Turkish counterpart" so-and-so, listed or not, is who is named.
  func testACounterpartIsWhoIsNamedBehindIt() throws {
    let cases = [
      ("التقى الرئيس المصري عبد الفتاح السيسي نظيره التركي رجب طيب أردوغان في القاهرة.", "رجب طيب أردوغان"),
      ("التقى الرئيس المصري عبد الفتاح السيسي نظيره الأمريكي جو بايدن.", "جو بايدن"),
      ("التقى الرئيس المصري عبد الفتاح السيسي في القاهرة نظيره الكيني وليام روتو.", "وليام روتو"),
    ]
    for (text, name) in cases {
      XCTAssertEqual(try event("Meeting", text).parties, ["party عبد الفتاح السيسي", "party \(name)"], text)
    }
  }

  func testADelegationIsAPartyWithWhereItIsFrom() throws {
    let text = "استقبل وزير الصحة القطري منصور آل محمود أمس وفدا من رجال الأعمال في الدوحة."
    XCTAssertEqual(try event("Meeting", text).parties, ["party منصور آل محمود", "party وفدا من رجال الأعمال"])
  }

  /// The minister "in the kingdom of Bahrain" calls from nowhere that is told.
  func testWhereAnOfficeIsIsNotWhereItCalls() throws {
    for text in [
      "أجرى وزير الخارجية في مملكة البحرين عبد اللطيف الزياني اتصالا هاتفيا بنظيره العماني بدر البوسعيدي.",
      "تلقى رئيس الوزراء في جمهورية مصر العربية مصطفى مدبولي اتصالا هاتفيا من رئيس الوزراء الأردني جعفر حسان أمس.",
    ] {
      let call = try event("PhoneCall", text)
      XCTAssertEqual(call.placeNames, [], text)
      XCTAssertEqual(call.participants.count, 2, text)
    }
  }

  /// "On his heading", "on the minister's heading", "after his holding" a meeting.
  func testVerbalNounsCarryAMeetingAsTheirVerbsDo() throws {
    let cases: [(text: String, parties: [String])] = [
      (
        "أكد وزير النقل العراقي رزاق محيبس خلال ترؤسه اجتماعا مع وفد شركة توتال في البصرة أمس أهمية المشروع.",
        ["party رزاق محيبس", "party وفد شركة توتال"]
      ),
      (
        "جاء ذلك لدى ترؤس وزير الزراعة اللبناني نزار هاني أمس اجتماعا مع السفير الهولندي فرانك مولن في بيروت.",
        ["party نزار هاني", "party فرانك مولن"]
      ),
      (
        "قال وزير الزراعة نزار هاني بعد إجرائه مباحثات مع السفير الهولندي فرانك مولن أمس إن الوزارة تدرس المشروع.",
        ["party نزار هاني", "party فرانك مولن"]
      ),
    ]
    for (text, parties) in cases { XCTAssertEqual(try event("Meeting", text).parties, parties, text) }
  }

  func testRelativeClausesTellEvents() throws {
    let meeting = try event(
      "Meeting",
      "المباحثات التي أجراها وزير الدفاع العراقي ثابت العباسي مع وزير الدفاع التركي يشار غولر في أنقرة أمس كانت مثمرة.")
    XCTAssertEqual(meeting.parties, ["party ثابت العباسي", "party يشار غولر"])
    XCTAssertEqual(meeting.time?.value, "2025-05-13")
    let visit = try event(
      "Visit", "تأتي الزيارة التي يقوم بها وزير الخارجية الفرنسي جان نويل بارو إلى بيروت في وقت حساس.")
    XCTAssertEqual(visit.parties, ["visitor جان نويل بارو"])
    XCTAssertEqual(visit.placeNames, ["بيروت"])
    XCTAssertEqual(visit.status, .ongoing)
    let guest = "التقى وزير الدفاع التركي يشار غولر في أنقرة وزير الدفاع العراقي ثابت العباسي الذي يزور تركيا."
    XCTAssertEqual(try event("Meeting", guest).placeNames, ["أنقرة"])
    XCTAssertEqual(try event("Visit", guest).parties, ["visitor ثابت العباسي"])
    XCTAssertEqual(try event("Visit", guest).status, .ongoing)
  }

  /// What is between two clauses with one subject is told of that subject.
  func testTheSubjectOfTheClauseBeforeIsUnderstood() throws {
    let visits = try events("Visit", "وصل وزير الدفاع التركي يشار غولر إلى طرابلس أمس وتفقد مقر القيادة.")
    XCTAssertEqual(visits.map(\.parties), [["visitor يشار غولر"], ["visitor يشار غولر"]])
    XCTAssertEqual(visits.last?.participants.first?.filledBy, .subjectOfClauseBefore)
    XCTAssertEqual(visits.last?.placeNames, ["مقر القيادة"])
  }

  func testAppointmentsAndResignations() throws {
    let appointed = try event("Appointment", "عين الرئيس التونسي قيس سعيد أمس سارة الزعفراني رئيسة للحكومة.")
    XCTAssertEqual(appointed.parties, ["person سارة الزعفراني"])
    XCTAssertEqual(appointed.action, "appointed")
    let resigned = try event("Appointment", "استقال وزير المالية اللبناني ياسين جابر من منصبه أمس.")
    XCTAssertEqual(resigned.parties, ["person ياسين جابر"])
    XCTAssertEqual(resigned.action, "resigned")
  }

  func testAForceThatWithdraws() throws {
    let movement = try event("ForceMovement", "انسحبت القوات الإسرائيلية من بلدة الخيام أمس.")
    XCTAssertEqual(movement.parties, ["force القوات الإسرائيلية"])
    XCTAssertEqual(movement.plover, "RETREAT")
  }

  // MARK: - Attacks

  func testKilledAndInjuredAreCounted() throws {
    let cases: [(text: String, killed: Int?, injured: Int?)] = [
      ("قتل خمسة جنود وأصيب 12 آخرون في هجوم لمسلحين على حاجز للجيش قرب كركوك أمس.", 5, 12),
      ("أدى انفجار عبوة ناسفة قرب بعقوبة أمس إلى مقتل ثلاثة جنود وإصابة 11 آخرين.", 3, 11),
      ("قتل تسعة مدنيين وأصيب 15 في قصف مدفعي على بلدة كفرنبل أمس.", 9, 15),
      ("أصيب 3 جنود بجروح في انفجار لغم قرب مأرب أمس.", nil, 3),
      ("قصفت طائرات حربية أمس بلدة كفرنبل، ما أسفر عن مقتل 4 مدنيين.", 4, nil),
    ]
    for (text, killed, injured) in cases {
      let attack = try event("Attack", text)
      XCTAssertEqual(attack.killed, killed, text)
      XCTAssertEqual(attack.injured, injured, text)
    }
  }

  func testWhoAttackedWhatAndWhere() throws {
    let attack = try event("Attack", "قتل خمسة جنود في هجوم لمسلحين على حاجز للجيش قرب كركوك أمس.")
    XCTAssertEqual(attack.parties, ["attacker مسلحين", "target خمسة جنود", "target حاجز للجيش"])
    XCTAssertEqual(attack.placeNames, ["كركوك"])
    let suffered = try event("Attack", "تعرض حاجز للجيش قرب كركوك أمس لهجوم من قبل مسلحين.")
    XCTAssertEqual(Set(suffered.parties), ["attacker مسلحين", "target حاجز للجيش"])
  }

  func testVerbsOfAttackHaveAttackerTargetAndPlace() throws {
    let cases: [(text: String, parties: [String], places: [String])] = [
      (
        "هاجم مسلحون أمس مقر الشرطة في كركوك.", ["attacker مسلحون", "target مقر الشرطة"], ["كركوك"]
      ),
      (
        "شنت الطائرات الحربية أمس غارات على مواقع المسلحين قرب حلب.",
        ["attacker الطائرات الحربية", "target مواقع المسلحين"], ["حلب"]
      ),
    ]
    for (text, parties, places) in cases {
      let attack = try event("Attack", text)
      XCTAssertEqual(attack.parties, parties, text)
      XCTAssertEqual(attack.placeNames, places, text)
      XCTAssertEqual(attack.time?.value, "2025-05-13", text)
    }
  }

  /// "The bombing that hit a mosque" in the town was in the town, and the verb is no other attack.
  func testABuildingThatIsHitIsTheTarget() throws {
    let attack = try event(
      "Attack", "قال الوزير إن التفجير الذي استهدف مسجدا في مدينة الكوفة أمس أودى بحياة عشرة أشخاص.")
    XCTAssertEqual(attack.parties, ["target مسجدا"])
    XCTAssertEqual(attack.placeNames, ["الكوفة"])
  }

  func testThePassiveTellsWhatWasAttacked() throws {
    let attack = try event("Attack", "استُهدف موكب الوزير بعبوة ناسفة في بعقوبة أمس.")
    XCTAssertEqual(attack.parties, ["target موكب الوزير"])
    XCTAssertEqual(attack.placeNames, ["بعقوبة"])
  }

  /// A plural with its noon, a closed phrase and a noun in another case end before the object.
  func testAnIndefiniteSubjectEndsBeforeItsObject() throws {
    let cases: [(text: String, parties: [String])] = [
      ("اقتحم مسلحون سجنا في حمص أمس.", ["attacker مسلحون", "target سجنا"]),
      ("هاجم مسلحون مقر الحزب في حمص أمس.", ["attacker مسلحون", "target مقر الحزب"]),
      ("شنت طائرات حربية غارات على معسكر التنظيم أمس.", ["attacker طائرات حربية", "target معسكر التنظيم"]),
      ("استهدف انتحاري فندقا في كابل أمس.", ["attacker انتحاري", "target فندقا"]),
    ]
    for (text, parties) in cases { XCTAssertEqual(try event("Attack", text).parties, parties, text) }
  }

  /// 14 were wounded, bombed a town 12 times.
  func testNumbersAndTimesTakeNoPart() throws {
    XCTAssertEqual(try event("Attack", "وأصيب 9 في تفجير استهدف مطعما في حمص أمس.").parties, ["target مطعما"])
    XCTAssertEqual(
      try event("Attack", "قصفت طائرات حربية مواقع المسلحين 12 مرة.").parties,
      ["attacker طائرات حربية", "target مواقع المسلحين"])
  }

  /// The clause goes on behind "who is visiting Tunis" between commas; what follows a verb of its own does not.
  func testAClauseGoesOnBehindARelativeClauseBetweenCommas() throws {
    let meeting = try event(
      "Meeting", "التقى وزير الدفاع المصري عبد المجيد صقر، الذي يزور تونس، وزير الدفاع التونسي خالد السهيلي أمس.")
    XCTAssertEqual(meeting.parties, ["party عبد المجيد صقر", "party خالد السهيلي"])
    XCTAssertEqual(meeting.time?.value, "2025-05-13")
  }

  func testTheDayBeforeAVerbalNounIsItsOwn() throws {
    let signing = try event("Agreement", "جرى أمس في مسقط توقيع مذكرة تفاهم بين مصر وعمان.")
    XCTAssertEqual(signing.time?.value, "2025-05-13")
    XCTAssertEqual(signing.placeNames, ["مسقط"])
    let chaired = try event("Meeting", "لدى ترؤس وزير الصحة القطري منصور آل محمود أمس اجتماعا مع السفير الفرنسي.")
    XCTAssertEqual(chaired.time?.value, "2025-05-13")
  }

  func testAConnectiveLeavesItsVerbAtTheClausesHead() throws {
    let visit = try event("Visit", "من ناحية أخرى تفقد وزير الصحة القطري منصور آل محمود مستشفى حمد أمس.")
    XCTAssertEqual(visit.parties, ["visitor منصور آل محمود"])
  }

  // MARK: - What is none

  /// If he visits, he will meet.
  func testAConditionIsNoVisit() throws {
    let text = "إذا زار وزير الخارجية المصري بدر عبد العاطي تونس فسيلتقي الرئيس التونسي قيس سعيد."
    XCTAssertEqual(try events("Visit", text).count, 0)
    XCTAssertEqual(try events("Meeting", text).filter { $0.status != .planned }.count, 0)
  }

  func testMatchesAreNoMeetings() throws {
    for text in [
      "يلتقي المنتخب التونسي نظيره الجزائري في مباراة ودية بالعاصمة تونس يوم السبت.",
      "اجتمع المنتخب المصري مع منتخب المغرب وديا في القاهرة أمس.",
    ] { XCTAssertEqual(try AssemblyFixture.document(text).events.map(\.type), [], text) }
  }

  func testAttacksOfWordsAndOnTheFieldAreNone() throws {
    for text in [
      "شن النائب هجوما لاذعا على الحكومة في البرلمان أمس.", "تعرض الوزير لهجوم لفظي من قبل النواب.",
      "هاجم لاعب الفريق الحكم بعد المباراة.",
    ] { XCTAssertEqual(try AssemblyFixture.document(text).events.map(\.type), [], text) }
  }
}
