import Foundation
import KhabarArabic
import KhabarCore
import XCTest

@testable import KhabarClean

final class CleanerTests: XCTestCase {
  private static let cleaner: Cleaner = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Gazetteers/ar/lexicon/boilerplate.tsv").path
    let bytes = Array(FileManager.default.contents(atPath: file) ?? Data())
    // A broken table shows in every test below.
    let patterns = try? CleaningPatterns(file: file, bytes: bytes, orthography: .arabic)
    return Cleaner(patterns: patterns ?? CleaningPatterns(orthography: .arabic))
  }()

  private func clean(_ text: String, title: String? = nil) throws -> CleanDocument {
    var raw = RawDocument(id: "test", text: text)
    raw.info.title = title
    return try Self.cleaner.process(raw)
  }

  private func lines(_ document: CleanDocument) -> [String] {
    String(decoding: document.text.bytes, as: UTF8.self).split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty }
  }

  /// Residue goes, with its reason, and the article stays.
  func testResidue() throws {
    let body = "وصل وزير الخارجية إلى عمّان صباح الأحد."
    let last = "ومن المقرر أن يغادر الوفد غدا."
    let cases: [(residue: String, reason: String)] = [
      ("[ad_1]", "ad-marker"), ("[ad_2]", "ad-marker"), ("المصدر", "source-line"), ("المصدر: وكالات", "source-line"),
      ("اقرأ أيضاً: اجتماع طارئ لمجلس الأمن", "related-link"), ("إقرأ المزيد", "related-link"),
      ("شارك هذا الموضوع:", "share-line"), ("تابعونا على فيسبوك وتويتر", "follow-line"), ("شارك عبر", "share-line"),
      ("شاهد أيضا: من يحكم البلاد؟", "related-link"), ("شاهد أيضا مباراة الأمس", "related-link"),
      ("اشترك في قناتنا على تلغرام", "follow-line"), ("مقالات ذات صلة", "related-link"),
      ("كلمات مفتاحية: الأردن، عمّان، الخارجية", "tag-line"), ("الوسوم: الأردن", "tag-line"),
      ("جميع الحقوق محفوظة لموقعنا 2024", "copyright"), ("// انتهى //", "end-mark"), ("18:35 ت م", "end-mark"),
      ("(رويترز)", "agency-signature"), ("(أ ف ب)", "agency-signature"), ("(غيتي)", "photo-credit"),
      ("أ.ف.ب", "agency-signature"),
    ]
    for (residue, reason) in cases {
      let document = try clean("\(body)\n\(last)\n\(residue)\n")
      XCTAssertEqual(lines(document), [body, last], residue)
      XCTAssertEqual(document.removed.map(\.reason), [reason], residue)
    }
  }

  /// A credit that closes a caption goes; the caption stays.
  func testCredits() throws {
    for credit in ["(غيتي)", "(رويترز)", "(تصوير: سالم الهادي)", "[Getty Images]"] {
      let document = try clean("الوزيران قبل الاجتماع في مسقط. \(credit)\nاجتمع الوزيران أمس.")
      XCTAssertEqual(lines(document), ["الوزيران قبل الاجتماع في مسقط.", "اجتمع الوزيران أمس."], credit)
      XCTAssertEqual(document.removed.map(\.reason), ["photo-credit"], credit)
    }
  }

  /// Sentences that begin like residue are the article's own.
  func testSentencesThatLookLikeResidue() throws {
    let cases = [
      "المصدر الذي طلب عدم كشف هويته قال إن المحادثات ستستمر أياما أخرى.",
      "شارك الوزير في المؤتمر الذي عقد أمس في القاهرة بحضور عدد من السفراء.",
      "المصادر التي نقلت الخبر لم تحدد موعد الزيارة.",
      "تابعنا الاجتماع من قاعة مجاورة، بحسب ما ذكره أحد الصحفيين.",
      "وقالت الوزارة إنها نقلت الخبر عن وكالة الصحافة الفرنسية (أ ف ب).",
      "كتب الرئيس رسالة إلى نظيره دعاه فيها إلى زيارة العاصمة.",
    ]
    for sentence in cases {
      let document = try clean("افتتح الأمير المعرض.\n\(sentence)")
      XCTAssertEqual(lines(document), ["افتتح الأمير المعرض.", sentence])
      XCTAssertTrue(document.removed.isEmpty, sentence)
    }
  }

  /// The sentence that an article ends with is never taken, with residue behind it or without, whatever its words are.
  func testRealLastSentenceStays() throws {
    let sentences = [
      "ورفض المصدر ذكر اسمه.", "المصدر - الذي طلب عدم نشر اسمه - نفى ذلك.", "المصادر، بحسب الوزير، نفت الخبر.",
      "المصدر الذي نقل الخبر نفى ذلك", "وقال المعلم لتلاميذه: اقرأ أيضا ما كتبه الأولون.",
      "اقرأ المزيد من الكتب، بهذا نصح الوزير.",
      "«اقرأ أيضا ما وراء السطور.»", "شاهد أيضا الوفد عرضا عسكريا.", "تابع أيضا سير العمل في الميناء",
      "شارك على هامش القمة وزراء المالية.",
      "شارك عبر تقنية الفيديو وزير الخارجية", "شارك الخبر ناشطون في العاصمة.", "اشترك في العملية عشرات الجنود",
      "اشتركوا في القتال حتى انسحاب آخر جندي.", "للاشتراك في المسابقة تسافر الفرق غدا",
      "تابعنا على مدى أسبوع أعمال الإغاثة.", "انضم إلينا وزير الصحة لاحقا.",
      "مواضيع ذات صلة بالأمن تصدرت المباحثات", "كتب الوزير رسالة إلى نظيره", "انتهى الاجتماع مساء أمس.",
      "يتبع ذلك اجتماع في بغداد.",
      "وأعلنت الخبر وكالة رويترز", "ونقل ذلك عن وكالة الصحافة الفرنسية (أ ف ب).", "الأكثر قراءة بين كتبه سيرته.",
      "تعليق الرحلات مستمر.",
    ]
    let body = "افتتح الأمير المعرض أمس."
    for sentence in sentences {
      XCTAssertEqual(lines(try clean("\(body)\n\(sentence)")), [body, sentence])
      let dressed = try clean("\(body)\n\(sentence)\nاقرأ أيضا: ماذا يحدث في البلاد؟\nشارك على فيسبوك\nالمصدر\n[ad_2]")
      XCTAssertEqual(lines(dressed), [body, sentence], "with residue behind it")
      XCTAssertEqual(
        dressed.removed.map(\.reason), ["related-link", "share-line", "source-line", "ad-marker"], sentence)
      XCTAssertEqual(lines(try clean("\(body) \(sentence)")), ["\(body) \(sentence)"], "on one line")
    }
  }

  /// A text that is nothing but residue keeps it: something must be left.
  func testNothingIsLeft() throws {
    for text in ["المصدر", "اقرأ أيضا", "رويترز"] { XCTAssertEqual(lines(try clean(text)), [text]) }
  }

  func testCharacters() throws {
    let cases: [(source: String, clean: String)] = [
      ("قال\u{A0}الوزير", "قال الوزير"), ("قال\u{200F} الوزير\u{200E}", "قال الوزير"), ("قا\u{200B}ل", "قال"),
      ("قال\u{1A} الوزير", "قال  الوزير"), ("نعم،، لا", "نعم، لا"), ("لماذا؟؟", "لماذا؟"), ("ماذا؟!", "ماذا؟!"),
      ("ثم.. عاد", "ثم.. عاد"), ("&quot;نعم&quot;&nbsp;قال", "\"نعم\" قال"), ("&#1602;&#x627;ل", "قال"),
      ("AT&T", "AT&T"), ("قال <b>الوزير</b> أمس", "قال الوزير أمس"), ("أقل من 5 < 6", "أقل من 5 < 6"),
      ("\u{FED7}\u{FE8E}\u{FEDD}", "قال"), ("\u{FEFB} يعلم", "لا يعلم"), ("\u{FDF2} أعلم", "الله أعلم"),
      ("كلمة<script>var x = '<b>';</script> أخرى", "كلمة أخرى"), ("نص <!-- تعليق --> آخر", "نص  آخر"),
    ]
    for (source, expected) in cases {
      let document = try clean(source)
      XCTAssertEqual(String(decoding: document.text.bytes, as: UTF8.self), expected, source)
    }
  }

  /// A tag inside a sentence stands for its words: visited #Gaza, #King_Salman received. A row of tags at the end, or
  /// one before a mark (#breaking), stands beside the sentence.
  func testHashtags() throws {
    let cases: [(source: String, clean: String)] = [
      ("زار الوفد #غزة أمس.", "زار الوفد غزة أمس."), ("زار الوفد #غزة.", "زار الوفد غزة."),
      ("استقبل #الملك_سلمان الوفد.", "استقبل الملك سلمان الوفد."), ("#إسرائيل تقصف #غزة ليلا", "إسرائيل تقصف غزة ليلا"),
      ("التقى #سامح_شكري #هاكان_فيدان أمس.", "التقى سامح شكري هاكان فيدان أمس."),
      ("وصل إلى (#عدن) أمس.", "وصل إلى (عدن) أمس."), ("قال «#الرئيس» ذلك.", "قال «الرئيس» ذلك."),
      ("في #قمة_2024 أمس.", "في قمة 2024 أمس."), ("#عاجل: وصل الوفد.", "#عاجل: وصل الوفد."),
      ("#عاجل | وصل الوفد.", "#عاجل | وصل الوفد."), ("وصل الوفد أمس. #اليمن #عدن", "وصل الوفد أمس. #اليمن #عدن"),
      ("وصل الوفد #اليمن #عدن\nثم غادر.", "وصل الوفد #اليمن #عدن\nثم غادر."), ("رقم #5 هنا.", "رقم #5 هنا."),
      ("زار بغداد و#أربيل أمس.", "زار بغداد وأربيل أمس."), ("وصل لـ#صنعاء أمس.", "وصل لـصنعاء أمس."),
      ("لغة #Swift هنا.", "لغة Swift هنا."), ("كلمة#وسم هنا.", "كلمة#وسم هنا."), ("#وسم_", "#وسم_"),
    ]
    for (source, expected) in cases {
      let document = try clean(source)
      XCTAssertEqual(String(decoding: document.text.bytes, as: UTF8.self), expected, source)
    }
  }

  func testBlockTagsBreakLines() throws {
    XCTAssertEqual(
      lines(try clean("<p>اجتمع الرئيسان.</p><p>ثم غادرا<br/>القاعة.</p>")), ["اجتمع الرئيسان.", "ثم غادرا", "القاعة."])
  }

  func testRepeatedTitle() throws {
    let title = "الرئيسان يبحثان التعاون"
    let body = "بحث الرئيسان في بيروت التعاون."
    let document = try clean("\(title)\n\(body)", title: title)
    XCTAssertEqual(lines(document), [body])
    XCTAssertEqual(document.removed.map(\.reason), ["repeated-title"])
    XCTAssertEqual(lines(try clean("\(title)\n\(title)\n\(body)")), [title, body])
    XCTAssertEqual(lines(try clean(title, title: title)), [title])
    // Under the title a headline of its own, told twice; and a line that only begins as the title does.
    let headline = "قمة في بيروت اليوم"
    XCTAssertEqual(
      lines(try clean("\(headline)\n\(title) غدا\n\(headline)\n\(body)", title: title)),
      [headline, "\(title) غدا", body])
  }

  func testByline() throws {
    let body = "أعلنت الوزارة عن خطة جديدة."
    for byline in ["كتب: سالم الهادي", "بقلم سالم الهادي", "إعداد: سالم الهادي"] {
      let document = try clean("\(byline)\n\(body)")
      XCTAssertEqual(lines(document), [body], byline)
      let span = try XCTUnwrap(document.byline, byline)
      XCTAssertEqual(String(decoding: document.raw.bytes[span.range], as: UTF8.self), byline)
    }
    XCTAssertNil(try clean("تحرير المدينة يقترب\n\(body)").byline)
  }

  /// A dateline becomes a line of its own, so that its place and date stay at hand.
  func testDateline() throws {
    let body = "قال رئيس الوزراء إن الحكومة ستعقد جلسة طارئة يوم الخميس لبحث الأوضاع في المنطقة."
    let cases = [
      ("بغداد (رويترز) - ", "بغداد (رويترز)"), ("الرياض - واس: ", "الرياض - واس"), ("واس – جدة: ", "واس – جدة"),
      ("القاهرة، 12 أغسطس 2023 (أ ف ب) - ", "القاهرة، 12 أغسطس 2023 (أ ف ب)"), ("بيروت – ", "بيروت"),
      ("نيويورك/ الأناضول/ ", "نيويورك/ الأناضول"),
    ]
    for (head, dateline) in cases {
      let document = try clean(head + body)
      let heading = head.trimmingCharacters(in: CharacterSet(charactersIn: " :"))
      XCTAssertEqual(lines(document), [heading, body], head)
      let span = try XCTUnwrap(document.dateline, head)
      XCTAssertEqual(String(decoding: document.raw.bytes[span.range], as: UTF8.self), dateline)
    }
    let sentences = [
      "وقال المتحدث في تصريحات أدلى بها أمس لوكالة الأنباء الألمانية (د ب أ): نحن مستعدون للحوار مع الجميع دون شروط.",
      "كان الملك - رحمه الله - قد زار المدينة قبل أعوام وافتتح فيها جامعة ومستشفى وعددا من المشاريع.",
    ]
    for sentence in sentences { XCTAssertNil(try clean(sentence).dateline, sentence) }
  }

  /// Whatever comes in, the result is valid UTF-8 and every piece of it stands for a stretch of the source, in order.
  func testAlignmentOnAnyText() throws {
    var seed: UInt64 = 0x1234_5678
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(bound))
    }
    let pieces = [
      "المصدر", "\n", "[ad_1]", "[ad_", "(رويترز)", "(", ")", "<p>", "</p>", "<", "&nbsp;", "&", "&#x", ";", "،،",
      "\u{200F}",
      "\u{FEFB}", "\u{1A}", "بغداد", " - ", "واس", ":", "12", "قال", ".", "..", "\r\n", "<!--", "<script>", "\u{A0}",
      "é", "😀", "كتب",
    ]
    for _ in 0..<1500 {
      let text = (0..<random(14)).map { _ in pieces[random(pieces.count)] }.joined(separator: random(2) == 0 ? " " : "")
      let document = try clean(text, title: random(3) == 0 ? "قال" : nil)
      XCTAssertNotNil(String(validating: document.text.bytes, as: UTF8.self), text.debugDescription)
      var previous = 0
      var position = 0
      let bytes = document.text.bytes
      while position < bytes.count {
        var end = position + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let source = document.text.source(of: TextSpan(position, end))
        XCTAssertLessThanOrEqual(0, source.lowerBound)
        XCTAssertLessThan(source.lowerBound, source.upperBound, text.debugDescription)
        XCTAssertLessThanOrEqual(source.upperBound, document.raw.bytes.count)
        XCTAssertGreaterThanOrEqual(source.lowerBound, previous, text.debugDescription)
        previous = source.lowerBound
        position = end
      }
      for removal in document.removed { XCTAssertLessThan(removal.span.lowerBound, removal.span.upperBound) }
    }
  }

  /// A text in another script than the language's is said to be one; names and addresses in it are nothing strange.
  func testTextInAnotherScriptIsSaid() throws {
    let english = "The minister met his counterpart in Baghdad on Monday and discussed trade."
    let arabic = "التقى الوزير نظيره في بغداد يوم الاثنين وبحثا التجارة."  // The same.
    XCTAssertEqual(try clean(english).findings.map(\.code), ["D036"])
    XCTAssertEqual(try clean("Министр встретился со своим коллегой в Багдаде в понедельник").findings.count, 1)
    XCTAssertEqual(try clean(english + " " + arabic).findings, [])
    XCTAssertEqual(try clean(arabic + " https://news.example.org/a/b/c/2024/04/15").findings, [])
    XCTAssertEqual(try clean("Reuters, 15 April 2024").findings, [], "a line of a few words")
    XCTAssertEqual(try Cleaner().process(RawDocument(id: "a", text: english)).findings, [], "its own script is Latin")
  }

  /// Persian, Urdu and Kurdish have the letters of Arabic and are not it: by letters that Arabic lacks and the
  /// commonest words. A name or a quotation is not enough.
  func testTextInAnotherLanguageOfTheScriptIsSaid() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Gazetteers/languages.tsv").standardizedFileURL
    let table = [UInt8](try Data(contentsOf: file))
    let languages = try LanguageDetector(file: "languages.tsv", bytes: table)
    let cleaner = Cleaner(patterns: CleaningPatterns(orthography: .arabic), languages: languages, language: "ar")
    func said(_ text: String) throws -> [String] {
      try cleaner.process(RawDocument(id: "test", text: text)).findings.map { $0.code + " " + $0.message }
    }
    // The foreign minister travels to Baghdad and said that this country is ready for talks with its neighbours.
    let persian = "وزیر امور خارجه به بغداد سفر می کند و گفت که این کشور برای گفتگو با همسایگان خود آماده است."
    // The prime minister said that the government is taking steps to solve the problems of the people.
    let urdu = "وزیر اعظم نے کہا کہ حکومت عوام کے مسائل کو حل کرنے کے لیے اقدامات کر رہی ہے۔"
    // The president met the minister and they spoke of relations in a meeting in the city.
    let kurdish = "سەرۆک لەگەڵ وەزیر کۆبووەوە و لە کۆبوونەوەکەدا باسیان لە پەیوەندییەکان کرد و بە باشی وەسفیان کرد."
    XCTAssertEqual(try said(persian), ["D037 the text is Persian (fa) by its letters and commonest words"])
    XCTAssertEqual(try said(urdu), ["D037 the text is Urdu (ur) by its letters and commonest words"])
    XCTAssertEqual(try said(kurdish), ["D037 the text is Central Kurdish (ckb) by its letters and commonest words"])
    // The Iranian minister Chamran met his counterpart in Baghdad and said in a statement that the talks were useful.
    let arabic = "التقى الوزير الإيراني چمران نظيره في بغداد وقال في بيان إن المحادثات كانت مفيدة من كل الوجوه."
    XCTAssertEqual(try said(arabic), [])
    XCTAssertEqual(try said("گفتگوی تهران"), [], "a name")
  }

  func testPatternTableErrors() throws {
    let cases: [(table: String, code: String)] = [
      ("", "G001"), ("name\tplace\n", "L002"), ("pattern\tplace\nالمصدر\tnowhere\n", "L004"),
      ("pattern\tplace\nالمصدر\tline\tx\ty\n", "G003"),
    ]
    for (table, code) in cases {
      XCTAssertThrowsError(
        try CleaningPatterns(file: "p.tsv", bytes: Array(table.utf8), orthography: .arabic), table
      ) { error in XCTAssertEqual((error as? KhabarError)?.diagnostics.first?.code, code) }
    }
  }
}
