import XCTest

@testable import Khabar

/// Kinds of mistakes that were reported of tools like this one, each in many wordings. The people are made up.
final class ReportedKindsTests: XCTestCase {
  /// Parties of the meetings of each text.
  private func checkMeetings(_ cases: [(String, [String])], line: UInt = #line) throws {
    for (text, names) in cases {
      let told = try AssemblyFixture.events("Meeting", in: text).map { $0.participants.map(\.name) }
      XCTAssertEqual(told, [names], text, line: line)
    }
  }

  /// Sheikh X son of Y received Prince Z son of W: where the first man's name ends the other's title begins.
  func testTitleAndFatherBesideTitleAndFather() throws {
    try checkMeetings([
      ("استقبل الشيخ محمد بن ناصر الأمير فيصل بن سعد في جدة أمس.", ["محمد بن ناصر", "فيصل بن سعد"]),
      ("استقبل الشيخ حمد بن عيسى الأمير تركي بن طلال في المنامة أمس.", ["حمد بن عيسى", "تركي بن طلال"]),
      ("استقبل الأمير خالد بن فيصل الشيخ صالح بن حميد في مكة أمس.", ["خالد بن فيصل", "صالح بن حميد"]),
      ("التقى الشيخ عبد الله بن زايد الأمير سعود بن فيصل في الرياض أمس.", ["عبد الله بن زايد", "سعود بن فيصل"]),
      ("التقى الأمير سلطان بن محمد الشيخ ناصر بن خليفة في الدوحة أمس.", ["سلطان بن محمد", "ناصر بن خليفة"]),
      ("استقبل السلطان هيثم بن طارق الأمير محمد بن نايف في مسقط أمس.", ["هيثم بن طارق", "محمد بن نايف"]),
      ("التقى اللواء محمد بن سعيد العقيد أحمد بن سالم في عدن أمس.", ["محمد بن سعيد", "أحمد بن سالم"]),
      ("استقبل الأمير بندر بن خالد الدكتور علي بن صالح في الطائف أمس.", ["بندر بن خالد", "علي بن صالح"]),
      ("استقبل الشيخ سالم بن راشد الشيخ علي بن حمد في الكويت أمس.", ["سالم بن راشد", "علي بن حمد"]),
      (
        "التقى الملك سلمان بن عبد العزيز الشيخ تميم بن حمد في الرياض أمس.",
        ["سلمان بن عبد العزيز", "تميم بن حمد"]
      ),
    ])
  }

  /// The South Korean president X: a nation's adjective of two words is no name.
  func testNationsOfTwoWords() throws {
    try checkMeetings([
      (
        "التقى الرئيس الكوري الشمالي كيم جونغ أون نظيره الروسي فلاديمير بوتين في موسكو أمس.",
        ["كيم جونغ أون", "فلاديمير بوتين"]
      ),
      (
        "التقى الرئيس الجنوب أفريقي سيريل رامافوزا نظيره المصري عبد الفتاح السيسي في القاهرة أمس.",
        ["سيريل رامافوزا", "عبد الفتاح السيسي"]
      ),
      (
        "استقبل وزير الخارجية المصري سامح شكري نظيره الكوري الجنوبي بارك جين في القاهرة أمس.",
        ["سامح شكري", "بارك جين"]
      ),
      (
        "استقبل الرئيس التركي رجب طيب أردوغان رئيس الوزراء السريلانكي رانيل ويكرمسينغ في أنقرة أمس.",
        ["رجب طيب أردوغان", "رانيل ويكرمسينغ"]
      ),
      (
        "التقى وزير الدفاع النيوزيلندي أندرو ليتل نظيره الأردني أيمن الصفدي في عمان أمس.",
        ["أندرو ليتل", "أيمن الصفدي"]
      ),
      (
        "بحث الرئيس الكوستاريكي رودريغو تشافيس مع نظيره المكسيكي لوبيز أوبرادور التعاون في مكسيكو أمس.",
        ["رودريغو تشافيس", "لوبيز أوبرادور"]
      ),
      (
        "التقى الرئيس السوداني الجنوبي سلفا كير نظيره الكيني وليام روتو في نيروبي أمس.",
        ["سلفا كير", "وليام روتو"]
      ),
      (
        "استقبل وزير الخارجية السعودي فيصل بن فرحان وزير الخارجية الكوري الجنوبي تشو تاي يول في الرياض أمس.",
        ["فيصل بن فرحان", "تشو تاي يول"]
      ),
      (
        "التقى الرئيس الكوري الجنوبي يون سوك يول نظيره الفرنسي إيمانويل ماكرون في باريس أمس.",
        ["يون سوك يول", "إيمانويل ماكرون"]
      ),
      (
        "استقبل ملك الأردن رئيس الوزراء الكوري الجنوبي هان دوك سو في عمان أمس.", ["ملك الأردن", "هان دوك سو"]
      ),
    ])
  }

  /// Moscow and Minsk: the second town, behind "and", is a place as the first one is.
  func testTownsBehindAnd() throws {
    let cases: [(String, String, [String])] = [
      ("Visit", "وصل الوزير إلى موسكو ومينسك أمس.", ["موسكو", "مينسك"]),
      ("Visit", "وصل الوفد إلى روما وميلانو أمس.", ["روما", "ميلانو"]),
      ("Visit", "زار الرئيس برلين وفيينا أمس.", ["برلين", "فيينا"]),
      ("Visit", "وصل المبعوث إلى نيروبي وكمبالا أمس.", ["نيروبي", "كمبالا"]),
      ("Visit", "زار وزير الدفاع جورجيا وأذربيجان أمس.", ["جورجيا", "أذربيجان"]),
      ("Attack", "وقع انفجار في كييف وأوديسا أمس.", ["كييف", "أوديسا"]),
      ("Attack", "قصف الجيش خاركيف ودنيبرو أمس.", ["خاركيف", "دنيبرو"]),
      ("Meeting", "اجتمع الوزراء في جنيف ولوزان أمس.", ["جنيف", "لوزان"]),
      ("ForceMovement", "وصلت القوات إلى دونيتسك ولوغانسك أمس.", ["دونيتسك", "لوغانسك"]),
      ("Visit", "وصل وفد البرلمان إلى مدريد وبرشلونة أمس.", ["مدريد", "برشلونة"]),
    ]
    for (type, text, places) in cases {
      XCTAssertEqual(try AssemblyFixture.events(type, in: text).map(\.placeNames), [places], text)
    }
  }

  /// The names of persons, bodies, places and offices of a text.
  private func names(_ text: String) throws -> [String] {
    try AssemblyFixture.document(text).entities.filter { $0.type != .nationality }.map(\.name)
  }

  /// الأمر "the order" is not الآمر "the commander".
  func testOrdersAreNoCommanders() throws {
    for text in [
      "صدر الأمر الملكي أمس.", "نفذت الوحدة الأمر العسكري أمس.", "ألغى القاضي الأمر القضائي أمس.",
      "صدر الأمر السامي بتعيين المدير أمس.", "تلقى الجنود الأمر بالانسحاب أمس.", "هذا الأمر الخطير يقلق السكان.",
      "صدر الأمر التنفيذي أمس.", "أصدرت المحكمة الأمر بالقبض على المتهم أمس.", "نوقش الأمر في الاجتماع أمس.",
      "رفض الجنود الأمر أمس.",
    ] { XCTAssertEqual(try names(text), [], text) }
    XCTAssertEqual(try names("قال الآمر العسكري إن القوات وصلت."), ["الآمر العسكري"])
  }

  /// The blessed Ramadan: no part of a date is a person.
  func testEpithetsOfMonthsAreNoPersons() throws {
    for text in [
      "صدر القرار في 5 رمضان المبارك 1445هـ.", "صدر القرار في 10 محرم الحرام 1446هـ.",
      "صدر القرار في 12 ربيع الأول 1445هـ.", "بدأ الحفل في 1 رجب الفرد 1445هـ.", "صدر القرار في 20 صفر الخير 1445هـ.",
      "صدر القرار في 8 ذي الحجة 1445هـ.", "صدر القرار في 3 شوال المكرم 1445هـ.",
      "صدر القرار في 7 جمادى الآخرة 1445هـ.", "صدر القرار يوم 14 شعبان المعظم 1445هـ.",
      "صدر القرار في السابع من رمضان المبارك.",
    ] { XCTAssertEqual(try names(text), [], text) }
  }

  /// Was received, arrested, attacked *by*: who did it stands behind a preposition.
  func testPassivesWithTheirAgent() throws {
    let cases: [(String, String, [String])] = [
      ("Meeting", "استُقبل هاكان فيدان من قبل سامح شكري في القاهرة أمس.", ["party هاكان فيدان", "party سامح شكري"]),
      ("Meeting", "استقبل هاكان فيدان من جانب سامح شكري في القاهرة أمس.", ["party هاكان فيدان", "party سامح شكري"]),
      ("Meeting", "تم استقبال هاكان فيدان من قبل سامح شكري في القاهرة أمس.", ["party هاكان فيدان", "party سامح شكري"]),
      (
        "Meeting", "جرى استقبال هاكان فيدان من طرف سامح شكري في القاهرة أمس.", ["party هاكان فيدان", "party سامح شكري"]
      ),
      ("Attack", "قُتل خمسة جنود برصاص مسلحين في سيناء أمس.", ["attacker مسلحين", "target خمسة جنود"]),
      ("Attack", "قتل أربعة مدنيين على يد مسلحين في الأنبار أمس.", ["attacker مسلحين", "target أربعة مدنيين"]),
      ("Attack", "هوجمت القافلة من قبل مسلحين في مقديشو أمس.", ["attacker مسلحين", "target القافلة"]),
      ("Attack", "أُصيب سبعة متظاهرين برصاص الشرطة في بغداد أمس.", ["attacker الشرطة", "target سبعة متظاهرين"]),
      ("Arrest", "اعتُقل سالم العامري من قبل الشرطة في تونس أمس.", ["arrester الشرطة", "person سالم العامري"]),
      (
        "Arrest", "اعتقل ثلاثة ناشطين من قبل قوات الأمن في الجزائر أمس.",
        ["arrester قوات الأمن", "person ثلاثة ناشطين"]
      ),
      ("Appointment", "انتُخب أحمد السالمي من قبل البرلمان رئيسا للمجلس أمس.", ["person أحمد السالمي"]),
    ]
    for (type, text, parties) in cases {
      XCTAssertEqual(try AssemblyFixture.events(type, in: text).map { $0.parties.sorted() }, [parties.sorted()], text)
    }
  }

  /// Sixty (ستون) is a number, and nobody called Stone.
  func testSixtyIsANumber() throws {
    let cases: [(String, Int?, Int?)] = [
      ("قتل ستون شخصا في هجوم ببغداد أمس.", 60, nil), ("قتل خمسة وستون شخصا في هجوم ببغداد أمس.", 65, nil),
      ("أصيب ستون جنديا في انفجار في كابل أمس.", nil, 60), ("أصيب اثنان وستون متظاهرا في هجوم ببيروت أمس.", nil, 62),
      ("قتل ثلاثة وسبعون شخصا في هجوم بمقديشو أمس.", 73, nil), ("أسفر الهجوم في حلب أمس عن مقتل ستين شخصا.", 60, nil),
      ("أسفر الهجوم في حلب أمس عن مقتل ثمانية وستين شخصا.", 68, nil),
      ("لقي ستون شخصا مصرعهم في تفجير في كراتشي أمس.", 60, nil),
      ("قتل نحو ستين مسلحا في غارة على صعدة أمس.", 60, nil), ("أوقع التفجير في الموصل أمس ستين قتيلا.", 60, nil),
    ]
    for (text, killed, injured) in cases {
      let document = try AssemblyFixture.document(text)
      XCTAssertEqual(
        document.events.filter { $0.type == "Attack" }.map { [$0.killed, $0.injured] }, [[killed, injured]], text)
      XCTAssertEqual(document.entities.map(\.type).filter { $0 != .place }, [], text)
    }
  }

  /// Georgia is a country and a state of another one, and people are called so.
  func testGeorgia() throws {
    let country = [
      "زار الرئيس تبليسي عاصمة جورجيا.", "وصل وزير خارجية جورجيا إلى أنقرة أمس.",
      "التقى رئيس جورجيا نظيره الأرميني في باتومي أمس.", "أعلنت جورجيا وأرمينيا اتفاقا أمس.",
      "قصفت روسيا مواقع في جورجيا أمس.", "زار وزير الدفاع جورجيا وأذربيجان أمس.",
    ]
    let state = [
      "فاز المرشح في ولاية جورجيا الأميركية أمس.", "زار الوزير أتلانتا في ولاية جورجيا أمس.",
      "وصل الوفد الأميركي إلى أتلانتا بولاية جورجيا أمس.", "خسر السناتور في ولاية جورجيا أمس.",
    ]
    for (texts, code) in [(country, "GE"), (state, "US")] {
      for text in texts {
        let found = try AssemblyFixture.document(text).entities.filter { $0.name == "جورجيا" }
        XCTAssertEqual(found.map(\.country), [code], text)
      }
    }
    XCTAssertEqual(try names("وصلت رئيسة الوزراء جورجيا ميلوني إلى تونس أمس."), ["جورجيا ميلوني", "تونس"])
    XCTAssertEqual(try names("وصل رئيس لبنان إلى أنقرة أمس."), ["رئيس لبنان", "لبنان", "أنقرة"])
    XCTAssertEqual(try names("وصل وزير خارجية جورجيا إلى أنقرة أمس."), ["وزير خارجية جورجيا", "جورجيا", "أنقرة"])
  }
}
