import Khabar
import XCTest

/// Names that are other words as well, and where bodies end. The people are made up.
final class NameOrWordTests: XCTestCase {
  /// Given names that head offices, bodies or kin as well, before a surname; and those heads themselves.
  func testGivenNamesThatAreOffices() throws {
    try check([
      ("قال أمير العامري إنه سعيد.", ["Person=أمير العامري"]),
      ("قال سلطان القحطاني إنه سعيد.", ["Person=سلطان القحطاني"]),
      ("أكد رفيق الحداد ذلك.", ["Person=رفيق الحداد"]),
      ("اعتقلت الشرطة هلال القحطاني.", ["Person=هلال القحطاني"]),
      ("قتل رياض الزهراني أمس.", ["Person=رياض الزهراني"]),
      ("قال مالك الشمري إنه سعيد.", ["Person=مالك الشمري"]),
      ("أعلن مختار اليافعي استقالته.", ["Person=مختار اليافعي"]),
      ("اعتقلت الشرطة جراح الزعابي.", ["Person=جراح الزعابي"]),
      ("قال عميد الشهري إنه سعيد.", ["Person=عميد الشهري"]),
      ("قال أمين مداني إنه سعيد.", ["Person=أمين مداني"]),
      ("وصل أمير المنطقة أمس.", []),
      ("وصل رفيق الجامعة أمس.", []),
      ("اعتقلت الشرطة سائق الوزير.", []),
    ])
  }

  /// The regime, the reign, the staying of somebody: nouns that hardly anybody is called by, before a name.
  func testNounsOfSomebody() throws {
    try check([
      ("تدعم إيران نظام سالم الحداد.", ["Place=إيران", "Person=سالم الحداد"]),
      ("أطاحت الثورة بنظام كريم العامري.", ["Person=كريم العامري"]),
      ("وفي عهد سالم الحداد ازدادت الثروة.", ["Person=سالم الحداد"]),
      ("يؤيد الحزب بقاء سالم الحداد في منصبه.", ["Person=سالم الحداد"]),
      ("طيلة حكم سالم الحداد كانت الحركة موحدة.", ["Person=سالم الحداد"]),
      ("وقال حكم الحداد إنه سعيد.", ["Person=حكم الحداد"]),
      ("وصل جهاد سالم الحداد أمس.", ["Person=جهاد سالم الحداد"]),
    ])
  }

  /// A family called as a town, behind a given name where no place stands: the object of saying and meeting, and a name
  /// with a title.
  func testSurnamesThatArePlacesBehindTitles() throws {
    try check([
      ("التقى الرئيس السفير صبري البتراء في بيروت.", ["Person=صبري البتراء", "Place=بيروت"]),
      ("وأكد الوزير خالد الغوطة ذلك.", ["Person=خالد الغوطة"]),
      ("مطالبات للوزير العراقي خالد الغوطة بالاستقالة", ["Person=خالد الغوطة"]),
      ("زار الوزير خالد البتراء أمس.", ["Person=خالد", "Place=البتراء"]),
    ])
  }

  /// Given names that, without their hamza, have the letters of "I praise" and "I darken".
  func testGivenNamesLikeTheFirstPerson() throws {
    try check([
      ("واكد وزير الداخلية امجد العامري ذلك.", ["Person=امجد العامري"]),
      ("وانتقد المدرب ادهم الحداد الحكم.", ["Person=ادهم الحداد"]),
    ])
  }

  /// The father's name is an ordinary word, and a title stands behind it.
  func testFathersBeforeATitle() throws {
    try check([("وصل السفير أحمد بن حلي نائب الأمين العام أمس.", ["Person=أحمد بن حلي"])])
  }

  /// A thing and its adjective, both with the article, though families are called by both words.
  func testThingsWithAnAdjective() throws {
    try check([
      ("العيش الرغد حلم الجميع.", []),
      ("وتتواجد الأسود البيضاء في الحديقة.", []),
    ])
  }

  /// "He demanded of al-Abadi", and a man called Talib.
  func testDemandsAndGivenNames() throws {
    try check([
      ("وكان الصافي طالب العبادي بالإصلاح.", ["Person=العبادي"]),
      ("اعتقلت الشرطة طالب العبادي بتهمة الفساد.", ["Person=طالب العبادي"]),
    ])
  }

  /// Behind an indefinite adjective stands no complement, so that the surname is another man's.
  func testSurnamesBehindAnIndefiniteAdjective() throws {
    try check([
      ("طالبت موظفة حكومية العبادي بتصحيح المسار.", ["Person=العبادي"])
    ])
  }

  /// علي and على are written alike in a text without yeh: behind a title, before "son of" and names, it is Ali.
  func testAliInATextThatWritesYehAsMaksura() throws {
    let text = String(repeating: "وصل الوفد الى العاصمه امس ثم سافر الى الجبال ", count: 8)
    try check([
      (text + "وقال الدكتور على بن سالم الحداد ذلك.", ["Person=على بن سالم الحداد"]),
      (text + "وانتقد الرئيس السابق على سالم الحكومه.", ["Person=على سالم"]),
      (text + "وقدم المهندس على الغفيص مقترحا.", ["Person=على الغفيص"]),
      (text + "ورد الرئيس السابق على الحكومه.", []),
      (text + "واكد ان كريم الحداد وصل.", ["Person=كريم الحداد"]),
    ])
  }

  /// Names with the letters of a preposition or a verb, before "son of"; and those words.
  func testGivenNamesBeforeSonOf() throws {
    try check([
      ("زار الشيخ علي بن حمد الكويت أمس.", ["Person=علي بن حمد", "Place=الكويت"]),
      ("زار الأمير علي بن الحسين عمان أمس.", ["Person=علي بن الحسين", "Place=عمان"]),
      ("زار علي بن حمد الكويت أمس وأشرف على حفل.", ["Person=علي بن حمد", "Place=الكويت"]),
      ("التقى الوزير علي بن سالم في مسقط أمس.", ["Person=علي بن سالم", "Place=مسقط"]),
      ("زار الشيخ ناصر بن خليفة الكويت أمس.", ["Person=ناصر بن خليفة", "Place=الكويت"]),
      ("وصل الأمير عادل بن سعد إلى جدة أمس.", ["Person=عادل بن سعد", "Place=جدة"]),
      ("ألقى الوزير كلمة على المنبر.", []),
    ])
  }

  /// The statement issued by the ministry: a noun and its participle, though people have both for names.
  func testNounsWithAParticipleAndItsComplement() throws {
    try check([
      ("وأشار البيان الصادر عن الوزارة إلى أن الوفد وصل.", []),
      ("وأكد البيان الصادر عن الهيئة ذلك.", []),
      ("وصل خالد المنذر إلى صنعاء أمس.", ["Person=خالد المنذر", "Place=صنعاء"]),
    ])
  }

  /// A thing and what describes it, both with the article, need no complement: the statement issued yesterday.
  func testThingsThatAreDescribed() throws {
    try check([
      ("وقال البيان الصادر أمس إن الوفد وصل.", []),
      ("وأكد البيان الصادر ليلا ذلك.", []),
      ("وقال بيان الصادر إنها سعيدة.", ["Person=بيان الصادر"]),
    ])
  }

  /// An officer was killed on Thursday, a soldier last year: a date behind a title without the article says when.
  func testDatesBehindTitles() throws {
    let fixture = try EntityFixture.shared.get()
    let cases: [(text: String, offices: [String])] = [
      ("قتل ضابط الخميس في سيناء.", []), ("قتل جندي العام الماضي في سيناء.", []),
      ("أصيب ضابط الشهر الماضي في حلب.", []), ("اعتقل مسؤول الأسبوع المقبل.", []),
      ("قتل ضابط الشرطة في سيناء.", ["ضابط الشرطة"]),
      ("وصل الأمين العام الحالي أمس.", ["الأمين العام الحالي"]),
    ]
    for (text, offices) in cases {
      let document = try fixture.recognize(text)
      XCTAssertEqual(document.entities.filter { $0.type == .office }.map(\.name), offices, text)
    }
  }

  /// Macron telephoned Scholz: a word for a thing that is a verb of meeting as well, before two surnames.
  func testAVerbThatIsAThing() throws {
    try check([
      ("هاتف ماكرون شولتس أمس.", ["Person=ماكرون", "Person=شولتس"]),
      ("عثر على هاتف غالاكسي أمس.", []),
    ])
  }

  /// The president visited Mali: the adjective of a country has the article where its noun has it.
  func testACountryWithTheLettersOfItsAdjective() throws {
    let fixture = try EntityFixture.shared.get()
    for (text, nations) in [
      ("زار الرئيس مالي أمس.", []), ("زار الرئيس المالي باريس أمس.", ["المالي"]), ("وصل وزير مالي أمس.", ["مالي"]),
    ] {
      let document = try fixture.recognize(text)
      let found = document.mentions.filter { $0.type == .nationality }.map { document.text.string($0.span) }
      XCTAssertEqual(found, nations, text)
    }
  }

  /// The same inside a name.
  func testSecondNamesThatAreOffices() throws {
    try check([
      ("قال محمد هلال العامري إنه سعيد.", ["Person=محمد هلال العامري"]),
      ("قال محمد مالك العامري إنه سعيد.", ["Person=محمد مالك العامري"]),
      ("قال محمد طالب العامري إنه سعيد.", ["Person=محمد طالب العامري"]),
      ("قال محمد خليفة العامري إنه سعيد.", ["Person=محمد خليفة العامري"]),
      ("قال محمد حبيب العامري إنه سعيد.", ["Person=محمد حبيب العامري"]),
      ("قال خالد حكم الشمري إنه سعيد.", ["Person=خالد حكم الشمري"]),
      ("قال سالم مجاهد القحطاني إنه سعيد.", ["Person=سالم مجاهد القحطاني"]),
      ("قال خالد أمير منطقة الرياض إنه سعيد.", ["Person=خالد", "Place=الرياض"]),
    ])
  }

  /// Behind a given name one that is a calling as well, before a family's name that it does not govern; surnames with
  /// the letters of a preposition (العلي, "the upon") or nation behind a joined name.
  func testGivenNamesThatAreCallings() throws {
    try check([
      ("اعتقلت الشرطة باسم جراح الزهور.", ["Person=باسم جراح الزهور"]),
      ("قال سامي عميد تواتي إنه سعيد.", ["Person=سامي عميد تواتي"]),
      ("قال القاضي ناجي العلي في بيان ذلك.", ["Person=ناجي العلي"]),
      ("زار كريم العلي المدرسة.", ["Person=كريم العلي"]),
      ("قال سالم وخالد الشامي إنهما عادا.", ["Person=سالم", "Person=خالد الشامي"]),
      ("حضر سالم العامري وباسل الشامي أمس.", ["Person=سالم العامري", "Person=باسل الشامي"]),
      ("حضر الوزير وكريم العراقي أمس.", ["Person=كريم العراقي"]),
      ("وصل الشيخ محمد الخالد الحمد الصباح أمس.", ["Person=محمد الخالد الحمد الصباح"]),
    ])
  }

  /// What is wished to a man behind his name, a title that comes back without it, and what pipes are called.
  func testBlessingsTitlesAndThings() throws {
    try check([
      ("زار الملك فيصل رحمه الله المدينة.", ["Person=فيصل"]),
      ("قال الأمير سعود - رحمه الله - ذلك.", ["Person=سعود"]),
      ("زار الملك فهد طيب الله ثراه المدينة.", ["Person=فهد"]),
      ("قال رحمة الله العامري ذلك.", ["Person=رحمة الله العامري"]),
      ("قال الملا عمر ذلك. ثم زاره الملا منصور أمس.", ["Person=الملا عمر", "Person=منصور"]),
    ])
  }

  /// A family's name that is a participle, a title or has the letters of a verb, behind a given name alone; what a
  /// minister discusses, and whom a president receives, is none.
  func testSurnamesThatAreParticiples() throws {
    try check([
      ("وصل خالد المنذر إلى القاعة.", ["Person=خالد المنذر"]),
      ("قال وزير الخارجية حسن القاضي إن الوفد عاد.", ["Person=حسن القاضي"]),
      ("قالت المتحدثة هند الصانع للصحفيين ذلك.", ["Person=هند الصانع"]),
      ("قال خالد المالك في بيان ذلك.", ["Person=خالد المالك"]),
      ("اعتقلت الشرطة عادل الصالح في السوق.", ["Person=عادل الصالح"]),
      ("زار الأمير عطا الشيخ مدير الجامعة أمس.", ["Person=عطا الشيخ"]),
      ("قال سهل العتيبي إن الوفد عاد.", ["Person=سهل العتيبي"]),
      ("قال محمد الحاصل على الجائزة ذلك.", ["Person=محمد"]), ("قال خالد الناطق باسم الحزب ذلك.", ["Person=خالد"]),
      ("التقى المدير رشيد الخطيب في مكتبه.", ["Person=رشيد الخطيب"]),
      ("قال كامل العراقي إن الوفد عاد.", ["Person=كامل العراقي"]),
      ("اعتقلت الشرطة سامي التونسي أمس.", ["Person=سامي التونسي"]),
      ("في لقاء مع سهل العتيبي أمس.", ["Person=سهل العتيبي"]),
      ("ناقش الوزير سالم الخطة مع الوفد.", ["Person=سالم"]), ("استقبل الرئيس عباس السفير أمس.", ["Person=عباس"]),
    ])
  }

  /// Verbs with the letters of given names before a foreign surname, and "was born" before a name.
  func testVerbsBeforeNames() throws {
    try check([
      ("وعادل لوسيو النتيجة.", ["Person=لوسيو"]),
      ("ولد كريم العامري في القرية.", ["Person=كريم العامري"]),
      ("ولد كريستيانو رونالدو عام 1985.", ["Person=كريستيانو رونالدو"]),
      ("قال ولد عبد العزيز إنه عاد.", ["Person=ولد عبد العزيز"]),
      ("قال طالب العامري إنه عاد.", ["Person=طالب العامري"]), ("قال عادل إمام إنه عاد.", ["Person=عادل إمام"]),
    ])
  }

  /// Surnames with the article that are adjectives as well, as the subject of a verb.
  func testSurnamesBehindAVerb() throws {
    try check([
      ("أشار الربيعي إلى الخطة.", ["Person=الربيعي"]), ("وسيلتقي المالكي الوفد.", ["Person=المالكي"]),
      ("قال الجعفري إن الوفد عاد.", ["Person=الجعفري"]), ("وافتتح العامري المعرض.", ["Person=العامري"]),
      ("انتقد الرسمي القرار.", []), ("قال المصري إن الوفد عاد.", []),
    ])
  }

  /// Ordinary nouns of number and with the article, which no list has for a name.
  func testNounsAreNoPersons() throws {
    try check([
      ("انفجرت عبوتين ناسفتين في السوق.", []),
      ("وقع انفجار عبوتين أمس.", []), ("تحقق هامشا من الربح.", []),
    ])
  }

  /// Soldiers of a nation before the name of whom they arrest, a title with the article before a land.
  func testPluralsAndLandsBehindTitles() throws {
    try check([
      ("اعتقل جنود إسرائيليون محمد الهندي أمس.", ["Person=محمد الهندي"]),
      ("قتل مسلحون أجانب كريم العامري أمس.", ["Person=كريم العامري"]),
      ("زار الرئيس جمهورية التشيك أمس.", ["Place=التشيك"]), ("زار الوزير دولة قطر أمس.", ["Place=قطر"]),
    ])
  }

  /// Towns that are nouns, verbs or adjectives as well, behind a preposition of place at the end of a phrase.
  func testTownsThatAreWords() throws {
    try check([
      ("وقع الهجوم في الخليل أمس.", ["Place=الخليل"]), ("وصل الوفد إلى الخليل.", ["Place=الخليل"]),
      ("وقع الهجوم في تدمر أمس.", ["Place=تدمر"]), ("وقع الهجوم في الحلة وبغداد.", ["Place=الحلة", "Place=بغداد"]),
      ("وصل الوفد إلى الزرقاء أمس.", ["Place=الزرقاء"]), ("وقع الهجوم في صعدة أمس.", ["Place=صعدة"]),
      ("وصل الوفد إلى البيرة أمس.", ["Place=البيرة"]), ("وقع الهجوم في البيضاء أمس.", ["Place=البيضاء"]),
      ("وصل الوفد إلى السلط.", ["Place=السلط"]), ("وقع الهجوم في أبها أمس.", ["Place=أبها"]),
      ("جلس في الزاوية الهادئة.", []), ("الحلة الجديدة في السوق.", []),
    ])
  }

  /// And with the dual of an office or a calling: and two ambassadors.
  func testDualsBehindAnd() throws {
    try check([
      ("وصل وزراء وسفيران أمس.", []), ("قتل جنديان وسفيران أمس.", []), ("حضر نائبان ووزيران أمس.", []),
      ("أصيب رجل وممرضتان أمس.", []), ("اعتقل ضابط ومهندسان أمس.", []), ("رأى رجلا وطبيبين أمس.", []),
      ("حضر أمير ومستشاران أمس.", []),
      ("حضر سالم العامري ووليد حمدان أمس.", ["Person=سالم العامري", "Person=وليد حمدان"]),
      ("حضر سالم العامري ومروان سليمان أمس.", ["Person=سالم العامري", "Person=مروان سليمان"]),
    ])
  }

  /// Birthplace and Muscat, the house of peace and Dar es Salaam, districts that are no directorates.
  func testPlacesAndWhatHasTheirLetters() throws {
    try check([
      ("زار مسقط رأسه أمس.", []), ("عاد إلى مسقط رأسه بعد الحرب.", []), ("توفي في مسقط رأس والده.", []),
      ("دفن بمسقط رأسه أمس.", []), ("وصل الوفد إلى مسقط أمس.", ["Place=مسقط"]),
      ("زار مسقط الوفد التركي.", ["Place=مسقط"]), ("قال إن جدة الطفل توفيت.", []),
      ("زار جدة الوزير أمس.", ["Place=جدة"]), ("عُين عادل الحداد سفيرا أمس.", ["Person=عادل الحداد"]),
      ("وصل الوفد إلى دار السلام أمس.", ["Place=دار السلام"]),
      ("زارت الوزيرة دار السلام أمس.", ["Place=دار السلام"]),
      ("سيطر الجيش على مديرية حيران أمس.", ["Place=حيران"]),
      ("قصف الطيران مديرية الدريهمي أمس.", ["Place=الدريهمي"]),
      ("وقع الهجوم في مديرية نهم أمس.", ["Place=نهم"]),
    ])
  }

  /// Behind "to" the article is written without its alef; the name has it.
  func testNamesBehindTheAssimilatedArticle() throws {
    let fixture = try EntityFixture.shared.get()
    for (text, name) in [
      ("قدم المساعدة لليمن أمس.", "اليمن"), ("قدم المساعدة للسودان أمس.", "السودان"), ("وصل للقاهرة أمس.", "القاهرة"),
      ("قال للبنان ذلك.", "لبنان"), ("قدم المساعدة للأردن أمس.", "الأردن"), ("سافر للكويت أمس.", "الكويت"),
      ("سافر لليبيا أمس.", "ليبيا"), ("سافر إلى اليمن أمس.", "اليمن"), ("قدم المساعدة للعراق.", "العراق"),
      ("قدم المساعدة للبحرين.", "البحرين"), ("قدم المساعدة للصومال.", "الصومال"),
    ] { XCTAssertEqual(try fixture.recognize(text).entities.filter { $0.type == .place }.map(\.name), [name], text) }
  }

  /// Names with the letters of pronouns, prepositions and verbs, also without their hamza.
  func testNamesThatAreSmallWordsOrVerbs() throws {
    try check([
      ("قال أيهم العامري إنه سعيد.", ["Person=أيهم العامري"]),
      ("لا يعلم أيهم الأفضل.", []),
      ("قال علي المنصوري إنه سعيد.", ["Person=علي المنصوري"]),
      ("قالت آن هيدالغو ذلك.", ["Person=آن هيدالغو"]),
      ("قال آلان بيرسيه ذلك.", ["Person=آلان بيرسيه"]),
      ("قال أن الوضع سيئ.", []),
      ("قال فراس الحداد إنه سعيد.", ["Person=فراس الحداد"]),
      ("التقى فراس صبري الوفد.", ["Person=فراس صبري"]),
      ("قال اكرم الحداد إنه سعيد.", ["Person=اكرم الحداد"]),
      ("وقال امجد صبري ذلك.", ["Person=امجد صبري"]),
      ("قال خالد يحيى إنه سعيد.", ["Person=خالد يحيى"]),
      ("قال محمد نوح، أمس، إنه سعيد.", ["Person=محمد نوح"]),
    ])
  }

  /// Families called as towns are, where a verb of saying has no place for its object.
  func testSurnamesThatArePlaces() throws {
    try check([
      ("قال خالد كانو إنه سعيد.", ["Person=خالد كانو"]),
      ("قال سالم شحات إن الوضع صعب.", ["Person=سالم شحات"]),
      ("زار خالد كانو أمس.", ["Person=خالد", "Place=كانو"]),
    ])
  }

  /// Names that the lists have with and without the article, of two letters, behind a preposition.
  func testNamesThatNeedNoOtherWord() throws {
    try check([
      ("قال عارف الحداد إنه سعيد.", ["Person=عارف الحداد"]),
      ("قالت عايدة الحداد إنها سعيدة.", ["Person=عايدة الحداد"]),
      ("قال طه الحداد إنه سعيد.", ["Person=طه الحداد"]),
      ("قال واثق مرابطي إنه سعيد.", ["Person=واثق مرابطي"]),
      ("التقى الوزير بتوفيق قاسم أمس.", ["Person=توفيق قاسم"]),
      ("اجتمع الوزير بكمال فوزي أمس.", ["Person=كمال فوزي"]),
    ])
  }

  /// Two surnames behind "the two presidents", also those of nations and offices; two nations are none.
  func testTwoBehindADual() throws {
    try check([
      ("بحث الرئيسان السيسي وماكرون الأزمة.", ["Person=السيسي", "Person=ماكرون"]),
      ("التقى الرئيسان تبون وسعيد في وهران.", ["Person=تبون", "Person=سعيد", "Place=وهران"]),
      ("وصل الوزيران القاضي والشيخ أمس.", ["Person=القاضي", "Person=الشيخ"]),
      ("اجتمع القائدان البرهان والسوداني أمس.", ["Person=البرهان", "Person=السوداني"]),
      ("التقى الزعيمان المصري والحلبي أمس.", ["Person=المصري", "Person=الحلبي"]),
      ("بحث الوزيران المصري والسعودي الأزمة.", []),
      ("بحث الوزيران المصري شكري والتركي فيدان الأزمة.", ["Person=شكري", "Person=فيدان"]),
    ])
  }

  /// Two names beside each other behind a verb of meeting; a name behind a place of several words.
  func testNamesSideBySide() throws {
    try check([
      ("استقبل بوتين الأسد في موسكو.", ["Person=بوتين", "Person=الأسد", "Place=موسكو"]),
      ("التقى عون ماكرون في باريس.", ["Person=عون", "Person=ماكرون", "Place=باريس"]),
      ("اعتقلت الشرطة في سيدي بلعباس رزق الله الحداد.", ["Place=سيدي بلعباس", "Person=رزق الله الحداد"]),
    ])
  }

  /// Bodies with what they are for, their subjects, people and towns.
  func testBodiesWithWhatTheyAreFor() throws {
    try check([
      ("قال المركز الفلسطيني لحقوق الإنسان ذلك.", ["Organization=المركز الفلسطيني لحقوق الإنسان"]),
      ("قالت وزارة الشؤون الإسلامية والأوقاف ذلك.", ["Organization=وزارة الشؤون الإسلامية والأوقاف"]),
      ("قالت وزارة البيئة وحماية المستهلك ذلك.", ["Organization=وزارة البيئة وحماية المستهلك"]),
      ("قالت رابطة علماء المسلمين ذلك.", ["Organization=رابطة علماء المسلمين"]),
      ("قضت محكمة جنايات القاهرة بذلك.", ["Organization=محكمة جنايات القاهرة"]),
      ("قالت غرفة تجارة دمشق ذلك.", ["Organization=غرفة تجارة دمشق"]),
      ("قالت النقابة الوطنية للصحفيين التونسيين ذلك.", ["Organization=النقابة الوطنية للصحفيين التونسيين"]),
      ("قالت جامعة محمد الخامس ذلك.", ["Organization=جامعة محمد الخامس"]),
      ("قال جهاز المخابرات العامة ذلك.", ["Organization=جهاز المخابرات العامة"]),
      ("قالت وزارة الدفاع والجيش ذلك.", ["Organization=وزارة الدفاع"]),
    ])
  }

  /// The prayer of sunset beside another one is no country.
  func testPrayersAndCountry() throws {
    try check([
      ("صلى الناس العشاء والمغرب.", []),
      ("زار الوزير المغرب.", ["Place=المغرب"]),
    ])
  }
}
