import KhabarArabic
import KhabarCore
import XCTest

@testable import KhabarClean

/// Texts with hard line ends, and texts of short lines that have none.
final class LineUnwrapperTests: XCTestCase {
  /// Wraps as mail programs do: a word that does not fit begins the next line.
  private func wrap(_ text: String, at width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > width {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " " + word
      }
      return (lines + [line]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func unwrap(_ text: String) throws -> String {
    let document = try Cleaner(orthography: .arabic).process(RawDocument(id: "test", text: text))
    return String(decoding: document.text.bytes, as: UTF8.self)
  }

  private let article = """
    وزراء الخارجية يبحثون التهدئة
    اجتمع وزراء خارجية خمس دول عربية في القاهرة أمس لبحث سبل التهدئة في المنطقة، وقال بيان مشترك إن الوزراء اتفقوا على عقد لقاء ثان في عمّان الشهر المقبل.
    وأكد المجتمعون ضرورة إيصال المساعدات إلى المتضررين دون تأخير أو شروط، ودعوا الأطراف كلها إلى وقف القتال والعودة إلى الحوار الذي توقف منذ شهرين بسبب خلاف على جدول الأعمال. ورحبوا بالوساطة التي تقودها سلطنة عمان.
    وقال الأمين العام للجامعة في مؤتمر صحفي عقب الاجتماع إن اللقاء المقبل سيبحث إعادة إعمار المدن المتضررة وعودة النازحين إلى بيوتهم، مضيفا أن لجنة مشتركة ستتابع تنفيذ القرارات وترفع تقريرا كل شهر.
    ومن المقرر أن يعود الوزراء إلى عواصمهم اليوم.
    """

  func testWrappedTextIsWholeAgain() throws {
    // Behind an end mark a line may end as well as not.
    func sentences(_ text: String) -> String {
      text.replacing("\r\n", with: "\n").replacing(".\n", with: ". ").replacing("  ", with: " ")
    }
    for width in [36, 42, 52, 60, 64, 72, 76, 80, 100, 120] {
      let wrapped = wrap(article, at: width)
      XCTAssertEqual(sentences(try unwrap(wrapped)), sentences(article), "\(width)")
      XCTAssertEqual(sentences(try unwrap(wrapped.replacing("\n", with: "\r\n"))), sentences(article), "\(width)")
    }
    let blank = article.replacing("\n", with: "\n\n")
    XCTAssertEqual(sentences(try unwrap(wrap(blank, at: 60))), sentences(blank))
  }

  /// An indent was part of the line when it was wrapped.
  func testIndentedParagraphs() throws {
    let indented = article.split(separator: "\n").map { "\u{A0}\u{A0}\u{A0}\u{A0}" + $0 }.joined(separator: "\n\n")
    let text = try unwrap(wrap(indented, at: 60)).replacing(".\nورحبوا", with: ". ورحبوا")
    XCTAssertEqual(
      text.split(separator: "\n").map { $0.trimmingPrefix { $0.isWhitespace } }.map(String.init),
      article.split(separator: "\n").map(String.init))
  }

  /// "…, God rest him, …": a dash that the line happens to begin with is no item of a list.
  func testDashAtTheBeginningOfALine() throws {
    let blessed = "الأمين العام للجامعة الشيخ سالم - حفظه الله - في مؤتمر"
    let text = article.replacing("الأمين العام للجامعة في مؤتمر", with: blessed)
    for width in 40...80 {
      XCTAssertTrue(try unwrap(wrap(text, at: width)).contains("الشيخ سالم - حفظه الله - في مؤتمر"), "\(width)")
    }
  }

  func testShortTexts() throws {
    let wrapped = "زار وزير الدفاع\nبيروت أمس والتقى\nقائد الجيش في\nمقره."
    XCTAssertEqual(try unwrap(wrapped), wrapped.replacing("\n", with: " "))
  }

  func testWhatIsNotWrapped() throws {
    for text in [
      article, "عنوان\nنص الخبر.", "أول\nثان\nثالث", "قائمة الفائزين:\nسالم علي\nهدى حسن\nخالد عمر.",
      "- أول البنود المهمة\n- ثاني البنود\n- ثالثها\n- رابعها.",
      "الوزير في بيروت\nالوزير في عمّان\nزار الوزير بيروت ثم عمّان أمس.",
      "بغداد\nالموصل\nالبصرة\nأربيل\nالنجف\nكربلاء", "وصل الوفد.\nوغادر الوزير.\nوعاد الجميع.\nانتهى.",
      "سؤال أول طويل جدا يا سادة؟\nجواب قصير.\nسؤال ثان أطول من الأول بقليل؟\nجواب.", "", "\n\n\n", "كلمة",
    ] { XCTAssertEqual(try unwrap(text), text, text) }
  }

  func testOffsetsAreThoseOfTheSource() throws {
    let source = wrap(article, at: 60)
    let document = try Cleaner(orthography: .arabic).process(RawDocument(id: "test", text: source))
    let bytes = Array(source.utf8)
    let clean = document.text.bytes
    var start = 0
    for end in clean.indices where clean[end] == 0x20 || clean[end] == 0x0A {
      let span = document.text.source(of: TextSpan<CleanBytes>(start, end))
      XCTAssertEqual(Array(bytes[span.range]), Array(clean[start..<end]))
      start = end + 1
    }
  }

  /// The cost is linear: a text of 40,000 lines takes no more than a moment.
  func testLongText() throws {
    let long = String(repeating: wrap(article, at: 60) + "\n\n", count: 4000)
    XCTAssertFalse(try unwrap(long).isEmpty)
  }
}
