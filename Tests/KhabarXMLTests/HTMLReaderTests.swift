import KhabarCore
import XCTest

@testable import KhabarXML

final class HTMLReaderTests: XCTestCase {
  private func page(_ html: String) throws -> HTMLPage { try HTMLReader().page(Array(html.utf8)) }
  private func text(_ html: String) throws -> String { String(decoding: try page(html).text, as: UTF8.self) }

  func testText() throws {
    let cases: [(html: String, text: String)] = [
      ("<p>اجتمع الوزراء.</p><p>ثم غادروا.</p>", "اجتمع الوزراء.\nثم غادروا."),
      ("<body>سطر<br>آخر</body>", "سطر\nآخر"), ("<p>قال\n   <b>الوزير</b>  أمس</p>", "قال الوزير أمس"),
      ("<p>نص</p><script>var a = '<p>لا</p>';</script><style>p{}</style>", "نص"),
      ("<nav>قائمة</nav><header>موقع</header><p>خبر</p><aside>إعلان</aside><footer>حقوق</footer>", "خبر"),
      (
        "<div>غلاف<article><header><h1>عنوان</h1></header><p>نص الخبر كاملا هنا</p></article></div>",
        "عنوان\nنص الخبر كاملا هنا"
      ),
      ("<main><p>أول الكلام</p></main><p>ذيل</p>", "أول الكلام"), ("<p hidden>لا</p><p>نعم</p>", "نعم"),
      ("<p>&quot;نعم&quot; &amp; لا&nbsp;</p>", "\"نعم\" & لا\u{A0}"), ("<ul><li>أول<li>ثان</ul>", "أول\nثان"),
      ("<table><tr><td>أ<td>ب<tr><td>ج</table>", "أ ب\nج"), ("نص بلا وسوم", "نص بلا وسوم"),
    ]
    for (html, expected) in cases { XCTAssertEqual(try text(html), expected, html) }
  }

  /// Lists of links and what is marked as related are no part of the article, whole.
  func testRelatedLinks() throws {
    let links = "<a href='1'>الوزير يصل إلى عمّان</a>"
    let residue = [
      "<ul><li>\(links)</li><li>\(links)</li><li>\(links)</li></ul>", "<ol><li>\(links)<li>\(links)</ol>",
      "<div>\(links)\(links)</div>", "<div><p>\(links)</p><p>\(links)</p></div>", "<p>\(links) | \(links)</p>",
      "<div class='related-posts'><h3>مواضيع ذات صلة</h3><ul><li>\(links)</li></ul></div>",
      "<section class='widget RelatedNews'><b>اقرأ أيضا</b>\(links)</section>",
      "<div id='most-read'><span>الأكثر قراءة</span> \(links)</div>",
      "<div class='read_more'>المزيد: \(links)</div>", "<table><tr><td>\(links)<td>\(links)</table>",
      "<ul class='tags'><li><a>بيروت</a></li><li><a>عمّان</a></li></ul>",
    ]
    for html in residue {
      XCTAssertEqual(
        try text("<article><p>وصل الوفد أمس.</p>\(html)<p>ثم غادر.</p></article>"), "وصل الوفد أمس.\nثم غادر.", html)
    }
    let kept = [
      "<p>قال <a>الوزير</a> إن <a>الوفد</a> غادر.</p>", "<ul><li>وقف القتال</li><li>فتح المعابر</li></ul>",
      "<ul><li>قال <a>الوزير</a> إن القتال توقف</li><li>وفتحت المعابر</li></ul>", "<p>\(links)</p>",
      "<div class='related'>بيان طويل للوزير عن الزيارة وما دار فيها مع <a>نظيره</a>.</div>",
    ]
    for html in kept {
      XCTAssertNotEqual(try text("<article><p>وصل الوفد أمس.</p>\(html)</article>"), "وصل الوفد أمس.", html)
    }
    XCTAssertFalse(try text("<ul><li>\(links)</li><li>\(links)</li></ul>").isEmpty)
  }

  /// What stands around the article is left out, however the page marks it; a part that is most of the page is not.
  func testFurniture() throws {
    let article = "<p>" + String(repeating: "اجتمع الوزراء في العاصمة. ", count: 8) + "</p>"
    let words = String(repeating: "اجتمع الوزراء في العاصمة. ", count: 8).dropLast()
    let around = [
      "<div class='related-posts'><a href=1>خبر آخر</a></div>", "<div id='comments'><p>تعليق القارئ</p></div>",
      "<div class='shareBar'>شارك</div>", "<div role='navigation'>الرئيسية</div>",
      "<section class='social_links'>تابعنا</section>",
      "<ul><li><a href=1>سياسة</a></li><li><a href=2>رياضة</a></li><li><a href=3>ثقافة</a></li></ul>",
      "<div style='display: none'>خفي</div>", "<span aria-hidden='true'>خفي</span>",
    ]
    for part in around {
      XCTAssertEqual(try text("<body><div>\(part)<div>\(article)</div></div></body>"), String(words), part)
      XCTAssertEqual(try text("<body><article>\(article)\(part)</article></body>"), String(words), part)
    }
    XCTAssertEqual(try text("<div class='comments-enabled related'>\(article)</div>"), String(words))
    let bar = String(repeating: "شريط الأخبار العاجلة ", count: 6)
    let page = "<body><div class='x'>\(bar)</div><div><h1>عنوان</h1><div>\(article)<p>ثم غادروا.</p></div></div></body>"
    XCTAssertEqual(try text(page), "عنوان\n\(words)\nثم غادروا.")
  }

  func testDeclaredCharset() {
    let cases: [(String, String?)] = [
      ("<meta charset=windows-1256>", "windows-1256"), ("<META CHARSET = \"UTF-8\">", "utf-8"),
      ("<meta content='text/html; charset=iso-8859-6'>", "iso-8859-6"), ("<p>charset</p>", nil), ("", nil),
    ]
    for (html, name) in cases { XCTAssertEqual(HTMLReader.declaredCharset(in: Array(html.utf8)), name, html) }
  }

  func testMetadata() throws {
    let page = try page(
      """
      <html lang="ar"><head><title>خبر - موقع</title><meta property="og:title" content="خبر">
      <meta property="article:published_time" content="2024-04-15T10:30:00+03:00">
      <meta property="og:site_name" content="موقع"><link rel="canonical" href="https://example.org/1">
      <meta name="author" content="سالم الهادي"></head><body><p>نص</p></body></html>
      """)
    XCTAssertEqual(page.title, "خبر")
    XCTAssertEqual(page.dates.first, "2024-04-15T10:30:00+03:00")
    XCTAssertEqual(page.publisher, "موقع")
    XCTAssertEqual(page.url, "https://example.org/1")
    XCTAssertEqual(page.author, "سالم الهادي")
    XCTAssertEqual(page.language, "ar")
  }

  func testPublicationDates() throws {
    let cases = [
      "<time datetime=\"2023-01-02\">أمس</time>", "<meta itemprop=\"datePublished\" content=\"2023-01-02\">",
      "<span itemprop=\"datePublished\" content=\"2023-01-02\">أمس</span>",
      "<meta name=\"DC.date.issued\" content=\"2023-01-02\">",
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\": \"2023-01-02\"}</script>",
    ]
    for html in cases { XCTAssertEqual(try page("<body>\(html)<p>نص</p></body>").dates, ["2023-01-02"], html) }
  }

  func testNothingIsLoaded() throws {
    let html = "<!DOCTYPE html [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>قبل &e; بعد</p>"
    XCTAssertFalse(try text(html).contains("root:"))
  }

  func testDeepNesting() throws {
    let html = String(repeating: "<div>", count: 50_000) + "نص" + String(repeating: "</div>", count: 50_000)
    XCTAssertEqual(try text(html), "نص")
    // Unclosed elements pile up, as broken pages have them.
    XCTAssertEqual(try text("<p>أول</p>" + String(repeating: "<font>", count: 300) + "<p>آخر</p>"), "أول\nآخر")
  }

  func testTextOfTenMillionBytes() throws {
    let words = String(repeating: "خبر ", count: 1_600_000)
    XCTAssertEqual(try page("<p>\(words)</p><p>نهاية</p>").text.count, words.utf8.count - 1 + 1 + "نهاية".utf8.count)
  }

  /// Any bytes give a page of valid UTF-8 or an error.
  func testAnyBytes() throws {
    var seed: UInt64 = 7
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(bound))
    }
    let pieces = [
      "<p>", "</p>", "<article", ">", "<", "\"", "<meta charset=", "utf-8", "utf-16", "nonsense", "&#x0;", "&#xD800;",
      "&amp", "قال", "<!--",
      "<![CDATA[", "<script>", "</", "<a href='", "<pre>\n",
    ]
    for _ in 0..<600 {
      var bytes: [UInt8] = []
      for _ in 0..<random(20) {
        if random(4) == 0 {
          bytes.append(UInt8(random(256)))
        } else {
          bytes += Array(pieces[random(pieces.count)].utf8)
        }
      }
      do {
        let page = try HTMLReader().page(Array(String(decoding: bytes, as: UTF8.self).utf8))
        XCTAssertNotNil(String(validating: page.text, as: UTF8.self))
      } catch { XCTAssertTrue(error is KhabarError) }
    }
    XCTAssertThrowsError(try HTMLReader().page([]))
  }
}
