import Khabar
import XCTest

/// Where one name ends and another begins, and words that are none. The people are made up.
final class NameBoundaryTests: XCTestCase {
  private func check(_ cases: [(text: String, names: [String])], line: UInt = #line) throws {
    let fixture = try EntityFixture.shared.get()
    for (text, names) in cases { XCTAssertEqual(try fixture.names(text), names, text, line: line) }
  }

  /// Titles of persons by their names.
  private func titles(_ text: String) throws -> [String] {
    let document = try EntityFixture.shared.get().recognize(text)
    return document.mentions.filter { $0.type == .person && $0.kind == .name }.map { mention in
      let titles = mention.titles.map { document.text.string($0) }.joined(separator: "+")
      return "\(document.text.string(mention.span)) (\(titles))"
    }
  }

  /// A title does not reach over a preposition or "and", nor to another office, nor over a verb's object.
  func testTitlesDoNotReachAcross() throws {
    for (text, expected) in [
      ("التقى الوزير بفؤاد الحداد أمس.", ["فؤاد الحداد ()"]), ("قال السفير لماجد الحداد إنه سعيد.", ["ماجد الحداد ()"]),
      ("اجتمع النائب بسليم الحداد.", ["سليم الحداد ()"]), ("رحب الرئيس بفؤاد الحداد.", ["فؤاد الحداد ()"]),
      ("شكر الوزير لفؤاد الحداد جهوده.", ["فؤاد الحداد ()"]), ("حضر المدير وفؤاد الحداد.", ["فؤاد الحداد ()"]),
      ("اتصل الأمير بماجد الحداد.", ["ماجد الحداد ()"]), ("قتل مسلحون فؤاد الحداد.", ["فؤاد الحداد ()"]),
      ("خطف مجهولون ماجد الحداد.", ["ماجد الحداد ()"]), ("حاصر جنود فؤاد الحداد في بيته.", ["فؤاد الحداد ()"]),
      ("التقى الوزير فؤاد الحداد أمس.", ["فؤاد الحداد (الوزير)"]),
      ("قال السفير بلال الحداد ذلك.", ["بلال الحداد (السفير)"]),
      ("قال الوزير كريم الحداد ذلك.", ["كريم الحداد (الوزير)"]),
      ("استقبل الرئيس فؤاد الحداد السفير الفرنسي.", ["فؤاد الحداد (الرئيس)"]),
    ] { XCTAssertEqual(try titles(text), expected, text) }
  }

  /// The first letter of a name is no preposition behind "and".
  func testNamesWithLettersOfClitics() throws {
    for name in [
      "بلال", "بشرى", "بسام", "باسل", "بشير", "بدر", "كريم", "كامل", "كمال", "كاظم", "كرم", "كنعان", "لطيف", "لؤي",
      "ليث",
      "لبيب", "لقمان", "وليد", "وائل", "فادي", "فؤاد", "فارس",
    ] {
      try check([
        ("قال ماجد الحداد و\(name) سعيد إنهما شاركا.", ["Person=ماجد الحداد", "Person=\(name) سعيد"]),
        ("حضر ماجد الحداد، و\(name) الحلبي.", ["Person=ماجد الحداد", "Person=\(name) الحلبي"]),
      ])
    }
  }

  func testForeignNamesBehindAnd() throws {
    for name in [
      "دميترو كوليبا", "أناليزا بيربوك", "ينس ستولتنبرغ", "جوزيب بوريل", "كريستالينا غورغييفا", "أولاف شولتس",
      "ريشي سوناك",
      "يائير لابيد", "نجلاء المنقوش", "ميلوش زيمان",
    ] {
      try check([
        ("عقد لقاء بين سامح شكري و\(name) في القاهرة.", ["Person=سامح شكري", "Person=\(name)", "Place=القاهرة"])
      ])
    }
    try check([("وصل ستيف ويتكوف إلى القاهرة.", ["Person=ستيف ويتكوف", "Place=القاهرة"])])
  }

  func testTwoNamesBehindAVerb() throws {
    try check([
      ("استقبل خالد بن سالم ماجد بن فهد أمس.", ["Person=خالد بن سالم", "Person=ماجد بن فهد"]),
      ("التقى فهد بن خالد سالم بن ماجد.", ["Person=فهد بن خالد", "Person=سالم بن ماجد"]),
      ("قال خالد بن سالم بن ماجد بن فهد ذلك.", ["Person=خالد بن سالم بن ماجد بن فهد"]),
      ("التقى ماكرون ميلوني في روما.", ["Person=ماكرون", "Person=ميلوني", "Place=روما"]),
      ("قال إيمانويل ماكرون ذلك.", ["Person=إيمانويل ماكرون"]),
      ("عقد سامح شكري لقاء مع وفد.", ["Person=سامح شكري"]), ("أجرت هدى شكري حوارا.", ["Person=هدى شكري"]),
      ("قالت لقاء شكري ذلك.", ["Person=لقاء شكري"]),
    ])
  }

  /// Months that people are named after, numbers, an order, a verb like a spring, words like towns.
  func testWhatIsNoName() throws {
    try check([
      ("صدر القرار في 5 رمضان المبارك 1445هـ.", []), ("صدر القرار أول أيام رمضان.", []),
      ("صدر القرار في شهر رمضان الكريم.", []),
      ("صدر القرار في غرة شعبان.", []), ("صدر القرار في الخامس من رجب.", []), ("صدر القرار ليلة 27 رمضان.", []),
      ("صدر القرار في شوال 1445.", []), ("قال رمضان المبارك ذلك.", ["Person=رمضان المبارك"]),
      ("قال رجب السالم ذلك.", ["Person=رجب السالم"]), ("قتل ستون شخصا.", []), ("قتل خمسة وستون شخصا.", []),
      ("حضر خمسون نائبا وسبعون ضيفا.", []), ("قالت شارون ستون ذلك.", ["Person=شارون ستون"]),
      ("بلغ قطر الدائرة مترين.", []), ("زار الوفد قطر أمس.", ["Place=قطر"]), ("زار قطر الرئيس الفرنسي.", ["Place=قطر"]),
      ("حان موعد صلاة المغرب.", []), ("زار الوفد المغرب أمس.", ["Place=المغرب"]), ("ارتفعت أسعار الحمص.", []),
      ("وصل الوفد إلى حمص.", ["Place=حمص"]), ("أكلت سوسة النخيل الثمار.", []),
      ("عين الرئيس ماجد الحداد سفيرا.", ["Person=ماجد الحداد"]), ("عُين ماجد الحداد وزيرا.", ["Person=ماجد الحداد"]),
      ("عين ماجد الحداد مديرا للمكتب.", ["Person=ماجد الحداد"]),
    ])
  }

  func testOrderIsNoCommander() throws {
    let fixture = try EntityFixture.shared.get()
    for text in [
      "صدر الأمر الملكي أمس.", "نفذت القوات الأمر العسكري.", "أصدر الملك الأمر السامي.", "قال إن الأمر انتهى.",
    ] {
      XCTAssertEqual(try fixture.recognize(text).mentions.filter { $0.type == .office }.count, 0, text)
    }
  }
}
