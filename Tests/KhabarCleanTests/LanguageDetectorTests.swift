import Foundation
import XCTest

@testable import KhabarClean

/// The shipped table of languages on texts, titles and what is neither.
final class LanguageDetectorTests: XCTestCase {
  private func detector() throws -> LanguageDetector {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Gazetteers/languages.tsv").standardizedFileURL
    return try LanguageDetector(file: "languages.tsv", bytes: [UInt8](try Data(contentsOf: file)))
  }

  /// The codes of a verdict; none for an unknown language, nil for a text without letters.
  private func codes(_ text: String) throws -> [String]? {
    switch Array(text.utf8).withUnsafeBufferPointer({ (try? detector())?.verdict(on: $0) }) {
    case .language(let language): return [language.code]
    case .oneOf(let languages): return languages.map(\.code)
    case .unknown: return []
    case .noLetters, nil: return nil
    }
  }

  func testSentences() throws {
    let texts = [
      // The Egyptian minister met his counterpart in Baghdad on Monday and discussed trade with him.
      ("ar", "التقى الوزير المصري نظيره في بغداد يوم الاثنين وبحث معه التجارة بين البلدين."),
      ("en", "The minister met his counterpart in Baghdad on Monday and discussed trade with him."),
      // The foreign minister travels to Baghdad and said that this country is ready for talks.
      ("fa", "وزیر امور خارجه به بغداد سفر می‌کند و گفت که این کشور برای گفتگو با همسایگان خود آماده است."),
      // The prime minister said that the government is taking steps to solve the people's problems.
      ("ur", "وزیر اعظم نے کہا کہ حکومت عوام کے مسائل کو حل کرنے کے لیے اقدامات کر رہی ہے۔"),
      // The president met the minister and they spoke of relations in a meeting.
      ("ckb", "سەرۆک لەگەڵ وەزیر کۆبووەوە و لە کۆبوونەوەکەدا باسیان لە پەیوەندییەکان کرد و بە باشی وەسفیان کرد."),
      // The minister met his counterpart in Baghdad and spoke with him of trade.
      ("fr", "Le ministre a rencontré son homologue à Bagdad et a parlé avec lui de la coopération dans le commerce."),
      ("de", "Der Minister traf am Montag seinen Amtskollegen in Bagdad und sprach mit ihm über den Handel."),
      ("tr", "Bakan, pazartesi günü Bağdat'ta mevkidaşı ile görüştü ve bu ziyaret için çok memnun olduğunu dedi."),
      ("ru", "Министр встретился в Багдаде со своим коллегой, и они говорили о торговле на этой неделе."),
    ]
    for (language, text) in texts { XCTAssertEqual(try codes(text), [language], text) }
  }

  /// "The visit of the president", "the Urdu word for Trump", "the talk of Tehran", and one that may be anything in
  /// Latin letters.
  func testShortTitles() throws {
    XCTAssertEqual(try codes("زيارة الرئيس إلى بغداد"), ["ar"])
    XCTAssertEqual(try codes("زيارة رئيس الوزراء")?.first, "ar", "no common word stands in it")
    // Tunis announces having broken up a terrorist cell that planned to carry out explosions: no common word.
    XCTAssertEqual(try codes("تونس تعلن تفكيك خلية ارهابية خططت لتنفيذ تفجيرات"), ["ar"])
    XCTAssertEqual(try codes("ڈونلڈ ٹرمپ"), ["ur"])
    XCTAssertEqual(try codes("گفتگوی تهران")?.first, "fa")
    XCTAssertEqual(try codes("Macron visits the capital"), ["en"])
    let open = try XCTUnwrap(codes("Macron Berlin"))
    XCTAssertTrue(open.contains("en") && open.contains("fr") && open.contains("de"), "\(open)")
  }

  /// The language that most of a text is in counts; names and quotations of another one don't.
  func testMixedTexts() throws {
    XCTAssertEqual(
      // He said in a statement on the site … that the company … will be in the country after the summer.
      try codes("قال في بيان على موقع Khabar News Agency إن شركة Global Shipping Lines ستكون في البلاد بعد الصيف"),
      ["ar"])
    XCTAssertEqual(
      try codes("The paper wrote of the word خبر, which is Arabic, that it is the name of the tool in the title."),
      ["en"])
    // The Iranian minister Chamran met his counterpart in Baghdad and said that the talks were useful.
    XCTAssertEqual(
      try codes("التقى الوزير الإيراني چمران نظيره في بغداد وقال في بيان إن المحادثات كانت مفيدة من كل الوجوه."), ["ar"]
    )
  }

  /// One common word is enough in a sentence of many names.
  func testSentencesOfNames() throws {
    XCTAssertEqual(
      try codes("French President Emmanuel Macron met Egyptian President Abdel Fattah el-Sisi in Cairo."), ["en"])
  }

  func testNoLettersAndUnknownLetters() throws {
    XCTAssertNil(try codes("15/04/2024 – 12:30 %"))
    XCTAssertNil(try codes(""))
    XCTAssertEqual(try codes("首相は月曜日にバグダッドで大統領と会談した。"), [], "Japanese")
    XCTAssertEqual(
      try codes("Ministeri tapasi virkaveljensä Bagdadissa maanantaina ja keskusteli kaupasta"), [], "Finnish")
  }

  /// Presentation forms are letters of Arabic: "in Baghdad".
  func testPresentationForms() throws {
    XCTAssertEqual(try codes("ﻓﻲ ﺑﻐﺪﺍﺩ")?.first, "ar")
  }

  func testATableThatSaysNothing() throws {
    let text = Array("The minister met his counterpart".utf8)
    XCTAssertEqual(text.withUnsafeBufferPointer { LanguageDetector().verdict(on: $0) }, .unknown([]))
    XCTAssertNil(text.withUnsafeBufferPointer { LanguageDetector().foreignLanguage(of: $0, own: "ar") })
    XCTAssertThrowsError(try LanguageDetector(file: "l.tsv", bytes: Array("code\tname\nen\tEnglish\n".utf8)))
  }
}
