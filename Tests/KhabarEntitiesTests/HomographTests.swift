import Khabar
import XCTest

/// Words that are spelled like names, states whose names hold each other's, titles that are shortened, and letters that
/// are written in more than one way. The people are made up.
final class HomographTests: XCTestCase {
  /// A prayer, a diameter, a weevil, chickpeas, money, pictures, an eye.
  func testWordsLikePlaces() throws {
    try check([
      ("صلى الناس المغرب في الجامع.", []), ("أذن المؤذن لصلاة المغرب.", []), ("زار الوفد المغرب.", ["Place=المغرب"]),
      ("يبلغ قطر الأنبوب مترين.", []),
      ("أوقف القطر في المحطة.", []), ("وصل الوفد إلى قطر.", ["Place=قطر"]), ("قطر مستعدة للوساطة.", ["Place=قطر"]),
      ("في قطر 2022 فاز الفريق.", ["Place=قطر"]), ("أكلت سوسة النخيل الثمار.", []), ("ارتفعت أسعار الحمص والفول.", []),
      ("يعاني القطاع من عجز مالي.", []), ("وصلت القوات إلى مالي أمس.", ["Place=مالي"]),
      ("نشرت الوكالة صور الضحايا.", []), ("أصيب الطفل في العين.", []),
      ("حل وقت المغرب.", []), ("تعيش الأسرة في صور جنوب لبنان.", ["Place=صور", "Place=لبنان"]),
      ("نشرت الصحيفة صور جنوب لبنان.", ["Place=لبنان"]), ("تعيش الأسرة في صور وصيدا.", ["Place=صيدا"]),
      ("قتل شاب في جنين.", ["Place=جنين"]), ("فقدت المرأة جنينها.", []),
      ("فقد عينه في الحادث.", []), ("ذهب المدير المالي إلى بيته.", []),
    ])
  }

  /// Mali, "financial": a state by itself, in the north of it, and no adjective of a noun.
  func testStateThatIsAnAdjective() throws {
    try check([
      ("طردت مالي السفير الفرنسي.", ["Place=مالي"]), ("زار الوزير مالي أمس.", ["Place=مالي"]),
      ("تنتشر القوات في شمال مالي.", ["Place=مالي"]), ("أعلنت الحكومة فائض مالي كبير.", []),
      ("تعاني الشركة من عجز مالي كبير.", []), ("طلب المصرف دعم مالي عاجل.", []),
    ])
  }

  /// The towns of Sabha and Sirte; but the quarters of Baghdad are parts of it.
  func testPlacesBehindTheirCommonHead() throws {
    let document = try EntityFixture.shared.get().recognize("تنتشر القوات في مدن سبها وسرت وفي أحياء بغداد.")
    let places = document.mentions.filter { $0.type == .place }
    XCTAssertEqual(places.map { document.text.string($0.span) }, ["سبها", "سرت", "بغداد"])
    XCTAssertEqual(
      places.map { document.tokens[$0.phrase.range].count }, [2, 1, 1], "the head is of the first one's phrase")
  }

  func testStatesWithinNamesOfOthers() throws {
    try check([
      ("زار الوزير غينيا الاستوائية وغينيا.", ["Place=غينيا الاستوائية", "Place=غينيا"]),
      ("زار رئيس غينيا بيساو غينيا.", ["Place=غينيا بيساو", "Place=غينيا"]),
      ("زار الوزير بابوا غينيا الجديدة.", ["Place=بابوا غينيا الجديدة"]),
      ("زار الوزير النيجر ونيجيريا.", ["Place=النيجر", "Place=نيجيريا"]),
      ("زار الوزير السودان وجنوب السودان.", ["Place=السودان", "Place=جنوب السودان"]),
      ("زار الوزير كوريا الشمالية وكوريا الجنوبية.", ["Place=كوريا الشمالية", "Place=كوريا الجنوبية"]),
      ("زار الوزير البوسنة والهرسك وصربيا.", ["Place=البوسنة والهرسك", "Place=صربيا"]),
      ("زار الوزير ترينيداد وتوباغو.", ["Place=ترينيداد وتوباغو"]),
      ("زار الوزير أنتيغوا وباربودا.", ["Place=أنتيغوا وباربودا"]),
      ("زار الوزير سانت فنسنت والغرينادين.", ["Place=سانت فنسنت والغرينادين"]),
      ("زار الوزير سانت كيتس ونيفيس.", ["Place=سانت كيتس ونيفيس"]),
      ("زار الوزير ساو تومي وبرينسيب.", ["Place=ساو تومي وبرينسيب"]),
    ])
  }

  /// Georgia in the Caucasus and in America.
  func testTheCountryOfANamesake() throws {
    let fixture = try EntityFixture.shared.get()
    for (text, name, country) in [
      ("زار الرئيس تبليسي عاصمة جورجيا.", "جورجيا", "GE"), ("أعلنت جورجيا استقلالها.", "جورجيا", "GE"),
      ("وصل الوفد إلى تبليسي.", "تبليسي", "GE"), ("زار الوزير أتلانتا.", "أتلانتا", "US"),
      ("زار الوزير النيجر.", "النيجر", "NE"), ("زار الوزير نيجيريا.", "نيجيريا", "NG"),
      ("زار الوزير غينيا.", "غينيا", "GN"), ("زار الوزير غينيا بيساو.", "غينيا بيساو", "GW"),
      ("زار الوزير غينيا الاستوائية.", "غينيا الاستوائية", "GQ"), ("زار الوزير جنوب السودان.", "جنوب السودان", "SS"),
      ("زار الوزير أنتيغوا وباربودا.", "أنتيغوا وباربودا", "AG"),
    ] {
      let document = try fixture.recognize(text)
      let entity = document.entities.first { entity in
        entity.mentions.contains { document.text.string(document.mentions[$0].span) == name }
      }
      XCTAssertEqual(entity?.country, country, text)
    }
  }

  func testShortenedTitles() throws {
    for title in ["د.", "د", "أ.", "م.", "أ.د.", "أ. د.", "د/", "د /", "م/", "السيد/", "ا.د/", "الدكتور", "المهندس"] {
      try check([("قال \(title) ماجد الحداد إن الوفد وصل.", ["Person=ماجد الحداد"])])
    }
  }

  /// The seats of hamza, points that are left off, yeh and alef maksura.
  func testSpellings() throws {
    try check([
      ("زار هانىء الحداد جدة.", ["Person=هانىء الحداد", "Place=جدة"]),
      ("زار هانيء الحداد جدة.", ["Person=هانيء الحداد", "Place=جدة"]),
      ("زار هانئ الحداد جدة.", ["Person=هانئ الحداد", "Place=جدة"]),
      ("زار هاني الحداد جدة.", ["Person=هاني الحداد", "Place=جدة"]),
      ("زار فؤاد الحداد جدة.", ["Person=فؤاد الحداد", "Place=جدة"]),
      ("زار عبدالله الحداد جدة.", ["Person=عبدالله الحداد", "Place=جدة"]),
      ("زار عبد الله الحداد جدة.", ["Person=عبد الله الحداد", "Place=جدة"]),
      ("زار أبوبكر الحداد جدة.", ["Person=أبوبكر الحداد", "Place=جدة"]),
      ("زار أبو بكر الحداد جدة.", ["Person=أبو بكر الحداد", "Place=جدة"]),
      ("زار إسماعيل الحداد القاهره.", ["Person=إسماعيل الحداد", "Place=القاهره"]),
      ("زار اسماعيل الحداد الاسكندريه.", ["Person=اسماعيل الحداد", "Place=الاسكندريه"]),
    ])
  }

  /// Offices end where what is visited begins.
  func testWhatStandsBesideAPlace() throws {
    try check([
      ("زار مسؤول أمريكي بغداد.", ["Place=بغداد"]), ("زار دبلوماسي فرنسي بيروت.", ["Place=بيروت"]),
      ("زار رئيس بلدية بغداد الموصل.", ["Organization=بلدية بغداد", "Place=الموصل"]),
      ("اجتمع السفير بسالم الحداد.", ["Person=سالم الحداد"]), ("عاش السفير بالقاهرة طويلا.", ["Place=القاهرة"]),
    ])
  }
}
