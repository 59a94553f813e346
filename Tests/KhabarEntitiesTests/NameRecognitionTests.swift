import Khabar
import XCTest

/// Names that the grammar and the lists find in sentences written for these tests.
final class NameRecognitionTests: XCTestCase {
  func testPersonsBehindTitles() throws {
    try check([
      // "The Russian foreign minister Sergey Lavrov arrived in Cairo."
      ("وصل وزير الخارجية الروسي سيرغي لافروف إلى القاهرة.", ["Person=سيرغي لافروف", "Place=القاهرة"]),
      // A name that no list has, behind an office with a complement of its own.
      (
        "استقبل رئيس مجلس النواب الوفد برئاسة المهندس قاسم المرزوقي.",
        ["Organization=مجلس النواب", "Person=قاسم المرزوقي"]
      ),
      // Honorific, rank and particle.
      (
        "استقبل صاحب السمو الملكي الأمير تركي بن فهد العميد الركن سالم بن ناصر.",
        ["Person=تركي بن فهد", "Person=سالم بن ناصر"]
      ),
      // A numbered king.
      ("التقى الملك محمد السادس وفدا برلمانيا.", ["Person=محمد السادس"]),
      // The spokesman's title holds an organization.
      (
        "قال المتحدث باسم وزارة الخارجية الأمريكية ماثيو ميلر ذلك.",
        ["Organization=وزارة الخارجية الأمريكية", "Person=ماثيو ميلر"]
      ),
    ])
  }

  func testTitlesThatEndBeforeTheName() throws {
    try check([
      // "The minister of the interior Said Siyam": the given name "happy" and the surname "fasting" are no complement.
      ("صرح وزير الداخلية سعيد صيام للصحفيين.", ["Person=سعيد صيام"]),
      // The title "knight" as a given name; a surname that no list has.
      ("ألقى الدكتور فارس السكاف كلمة.", ["Person=فارس السكاف"]),
      // The title "sharif" as a surname, before another name.
      ("حضر الدكتور حامد الشريف وسمير منصور.", ["Person=حامد الشريف", "Person=سمير منصور"]),
      // Adjectives between a title and the name: "the veiled artist", "the radical candidate".
      ("شاركت الفنانة المحجبة هناء ثروت في العرض.", ["Person=هناء ثروت"]),
      ("فازت المرشحة الراديكالية هيلويزا هيلينا.", ["Person=هيلويزا هيلينا"]),
    ])
  }

  /// Persons with their titles, and the offices without one, in text order.
  private func holders(_ text: String) throws -> [String] {
    let document = try EntityFixture.shared.get().recognize(text)
    return document.mentions.filter { ($0.type == .person && $0.kind == .name) || $0.rule == "office" }.map { mention in
      let titles = mention.titles.map { document.text.string($0) }.joined(separator: "+")
      return mention.rule == "office" ? titles : "\(document.text.string(mention.span)) (\(titles))"
    }
  }

  func testOfficesOfTwoMen() throws {
    for (text, expected) in [
      // "The king met with the French president …": an office does not go on behind "with".
      ("اجتمع الملك مع الرئيس الفرنسي إيمانويل ماكرون.", ["الملك", "إيمانويل ماكرون (الرئيس الفرنسي)"]),
      // "The minister of health of Qatar … received the Japanese ambassador": a title of another country behind a name.
      (
        "استقبل وزير الصحة القطري منصور آل محمود السفير الياباني.",
        ["منصور آل محمود (وزير الصحة القطري)", "السفير الياباني"]
      ),
      // "Joseph Aoun received the American ambassador": the list knows the country of the man.
      ("استقبل جوزيف عون السفير الأميركي.", ["جوزيف عون ()", "السفير الأميركي"]),
      // "The Omani minister of finance met the Egyptian minister of finance": one behind the other.
      (
        "التقى وزير المالية العماني وزير المالية المصري حازم الببلاوي.",
        ["وزير المالية العماني", "حازم الببلاوي (وزير المالية المصري)"]
      ),
      // "The family of Sheikh …": a family is no title.
      ("زار المحافظ أسرة الشيخ ناصر الغافري.", ["المحافظ", "ناصر الغافري (الشيخ)"]),
    ] { XCTAssertEqual(try holders(text), expected, text) }
  }

  func testHonorificWithPronounIsNobodysName() throws {
    // "His excellency received Lieutenant General … ": two persons, and the honorific is no part of the second.
    let document = try EntityFixture.shared.get().recognize("استقبل معاليه الفريق الركن عثمان بن ناصر المحرج.")
    let persons = document.mentions.filter { $0.type == .person }
    XCTAssertEqual(persons.map { document.words($0.phrase) }, ["معاليه", "الفريق الركن عثمان بن ناصر المحرج"])
    XCTAssertEqual(persons.map(\.kind), [.description, .name])
  }

  func testNamesWithUnknownParts() throws {
    try check([
      // A surname that begins as "like" does, and before "and" with the next man's title.
      (
        "اتفق وزير المالية أحمد كجوك ووزير التجارة محمود كرواك.",
        ["Person=أحمد كجوك", "Person=محمود كرواك"]
      ),
      // Any word before "son of" of a Turkish name; a surname that means "of iron".
      ("أعلن عبد القادر أورال أوغلو ذلك.", ["Person=عبد القادر أورال أوغلو"]),
      ("قال سالم الحديدي ذلك.", ["Person=سالم الحديدي"]),
      // "… met his excellency the minister of foreign affairs": the honorific, a woman's name too, is no part of his.
      ("التقى الفريق عبد الفتاح الكندي معالي وزير الخارجية.", ["Person=عبد الفتاح الكندي"]),
      // A rank of two words.
      ("استقبل مدير الأمن العام الفريق الركن عثمان بن ناصر المحرج الوفد.", ["Person=عثمان بن ناصر المحرج"]),
      // A particle written together with its noun, a surname with the article that no list has.
      ("كتب أشرف أبوالهول من غزة.", ["Person=أشرف أبوالهول", "Place=غزة"]),
      ("أخرج المسلسل محمد النقلي.", ["Person=محمد النقلي"]),
      // آنا (Anna) is not أنا (I).
      ("قالت القاضية آنا ديغز إن القرار نهائي.", ["Person=آنا ديغز"]),
      ("ولد ابن خلدون في تونس.", ["Person=ابن خلدون", "Place=تونس"]),
      // A third part with the article behind a title; a given name that looks like an ordinary word.
      ("حضر الفريق الركن محمد ماجد العيطان الحفل.", ["Person=محمد ماجد العيطان"]),
      ("التقت نظيرتها اليونانية دورا باكويانيس.", ["Person=دورا باكويانيس"]),
    ])
  }

  func testSurnamesThatLookLikeAdjectives() throws {
    try check([
      // "al-Maliki affirmed that", "the delay of al-Maliki", "the family of al-Hariri", "Saddam will not appear".
      ("وأكد المالكي أن الخطة ناجحة.", ["Person=المالكي"]),
      ("تحدث عن تباطؤ المالكي حيال الخطة.", ["Person=المالكي"]),
      ("الشركة التي تملكها عائلة الحريري.", ["Person=الحريري"]),
      ("أضاف أن صدام لن يمثل غدا.", ["Person=صدام"]),
      // "the financial committee": behind a definite noun it is an adjective.
      ("ناقشوا المذهب المالكي والفقه.", []),
    ])
  }

  func testListedNamesInsideLongerOnes() throws {
    try check([
      // "Muhammad son of Abd al-Karim al-Khattabi" is not the listed man without the first two words.
      ("قاد الثورة محمد بن عبد الكريم الخطابي.", ["Person=محمد بن عبد الكريم الخطابي"]),
      // The nationality behind a listed name is not part of it.
      ("وصل نيلز بور الدانمركي أمس.", ["Person=نيلز بور"]),
      // A person whose name an airport bears.
      ("هبطت الطائرة في مطار جون كينيدي.", ["Place=مطار جون كينيدي"]),
    ])
  }

  func testPlacesBehindTheirSigns() throws {
    try check([
      // "the king of Castonia": an indefinite ruler has his realm behind him; "the king Fernando".
      ("هاجم ملك كاستونيا المدينة.", ["Place=كاستونيا"]),
      ("التقى الملك فرناندو ضيفه.", ["Person=فرناندو"]),
      // Unknown words behind the head of a place.
      ("تضررت بلدتا شلبونا أمس.", ["Place=شلبونا"]),
      // "the two ministers of defence and of the interior".
      (
        "استقبل وزيري الدفاع والداخلية الياس المر وأحمد فتفت.", ["Person=الياس المر", "Person=أحمد فتفت"]
      ),
      // "the month of Ramadan".
      ("خلال شهر رمضان المبارك المقبل.", []),
    ])
  }

  func testWordsThatAreNoNames() throws {
    try check([
      // "in the hope that", where على is spelled علي; "does not suffice" written as one word.
      ("فهدأ سرعته علي أمل أن يتحرك.", []),
      ("رأى أنه لايكفي لذلك.", []),
      // "a statement issued by", "high quality", "the new centres", "a drama film".
      ("بيان صادر عن اللجنة.", []),
      ("منتجات ذات جودة عالية المستوى.", []),
      ("افتتحت المراكز الجديدة أمس.", []),
      ("سيكون فيلماً درامياً.", []),
    ])
  }

  func testConjunctionsOfNames() throws {
    try check([
      ("التقى نبيه بري وفؤاد السنيورة.", ["Person=نبيه بري", "Person=فؤاد السنيورة"]),
      ("التقى السيسي ماكرون.", ["Person=السيسي", "Person=ماكرون"]),
      // "Mr." as a surname inside a row of names; an organization behind a surname.
      (
        "غاب وائل القباني وطارق السيد وتامر أبو جبل.",
        ["Person=وائل القباني", "Person=طارق السيد", "Person=تامر أبو جبل"]
      ),
      ("اتهم جنبلاط حزب الله بذلك.", ["Person=جنبلاط", "Organization=حزب الله"]),
    ])
  }

  func testTitlesThatAreOnlyWords() throws {
    // "The matter is pivotal", "the only way out": no titles, no names.
    try check([
      ("هذا أمر محوري.", []),
      ("المخرج الوحيد هو الحوار.", []),
    ])
  }

  func testOrganizationsByHead() throws {
    try check([
      ("أعلن مجلس الأمن الدولي قراره.", ["Organization=مجلس الأمن الدولي"]),
      // The nested place is not a mention of its own.
      ("تخرج في جامعة القاهرة.", ["Organization=جامعة القاهرة"]),
      // A company without its head word; a foreign name.
      ("وقعت شركة مايكروسوفت العقد.", ["Organization=مايكروسوفت"]),
      ("ذكرت صحيفة «الخبر الجديد» ذلك.", ["Organization=الخبر الجديد"]),
      // In quotation marks a first letter is no clitic: "Babil", and not "in Abil".
      ("ذكرت صحيفة «بابل» ذلك.", ["Organization=بابل"]),
      // "Of a committee of Arab affairs", "of the Olympic committee": behind li- both are written alike.
      ("عقد اجتماع للجنة الشؤون العربية أمس.", ["Organization=لجنة الشؤون العربية"]),
      // A municipality by its town; a ministry of two subjects with its nation; what an institute is for.
      ("اجتمع أعضاء بلدية نابلس أمس.", ["Organization=بلدية نابلس"]),
      (
        "أصدرت وزارة التربية والتعليم الأردنية بيانا.", ["Organization=وزارة التربية والتعليم الأردنية"]
      ),
      ("درس في معهد ماساتشوستس للتكنولوجيا.", ["Organization=معهد ماساتشوستس للتكنولوجيا"]),
      ("قرر المجلس الإسلامي الأعلى ذلك.", ["Organization=المجلس الإسلامي الأعلى"]),
      // "for … and …": the second noun is one of an organization's heads.
      (
        "أنتجته المؤسسة العامة للسينما والإذاعة.", ["Organization=المؤسسة العامة للسينما والإذاعة"]
      ),
      // A name of the lists is complete before "for": "the European Union for the period …".
      ("وقع الاتحاد الأوروبي للفترة المقبلة.", ["Organization=الاتحاد الأوروبي"]),
      // "the Arab group" is no channel, "the space station" none either.
      ("تشاوروا مع المجموعة العربية أمس.", []),
      ("عاد من المحطة الفضائية الدولية.", []),
      // Two companies; Latin words that translate a term are no organization.
      ("وقعت شركتا IBM وLenovo العقد.", ["Organization=IBM", "Organization=Lenovo"]),
      ("تبدأ لحظة الاقتران (New moon) مساء.", []),
      // Kinds of bodies are no names.
      ("قررت الحكومة ذلك.", []),
      ("أسس منظمة دولية.", []),
      // Where the phrase ends: at the participle with its own complement, at the relative pronoun.
      ("وافقت اللجنة التنسيقية العليا التي تشكلت أمس.", ["Organization=اللجنة التنسيقية العليا"]),
    ])
  }

  func testPlacesByHead() throws {
    try check([
      ("وقع الانفجار قرب مدينة الموصل.", ["Place=الموصل"]),
      ("هبطت الطائرة في مطار بغداد الدولي.", ["Place=مطار بغداد الدولي"]),
      ("عقد المؤتمر ببرلين.", ["Place=برلين"]),
    ])
  }

  func testNationalitiesAreNoPlaces() throws {
    let document = try EntityFixture.shared.get().recognize("انتشرت القوات الفرنسية قرب الحدود.")
    XCTAssertEqual(
      document.mentions.filter { $0.type == .nationality }.map { document.text.string($0.span) }, ["الفرنسية"])
    XCTAssertTrue(document.mentions.allSatisfy { $0.type != .place })
    // The forces are a party of events, not a named organization.
    let forces = try XCTUnwrap(document.mentions.first { $0.type == .organization })
    XCTAssertEqual(forces.kind, .description)
    XCTAssertNil(forces.entity)
  }

  func testAnyBytesPass() throws {
    let fixture = try EntityFixture.shared.get()
    for text in [
      "", " ", "و", "ال", "رئيس", "رئيس مجلس", "(", "«", "«شركة", "أبو", "بن بن بن", "عبد", "د.", "Aو", "وA", "مدينة",
    ] {
      XCTAssertNoThrow(try fixture.recognize(text), text)
      XCTAssertNoThrow(try fixture.recognize(text + "\n" + text), text)
    }
  }
}
