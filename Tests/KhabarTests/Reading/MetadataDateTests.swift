import XCTest

@testable import Khabar

/// Dates of records and pages, as software and people write them.
final class MetadataDateTests: XCTestCase {
  private func check(_ cases: [(String, String)], line: UInt = #line) {
    for (text, expected) in cases {
      let found = MetadataDate(text)
      let clock = found?.secondOfDay.map {
        " \(CivilDate.pad($0 / 3600, 2)):\(CivilDate.pad($0 / 60 % 60, 2)):\(CivilDate.pad($0 % 60, 2))"
      }
      XCTAssertEqual(found.map { "\($0.date)" + (clock ?? "") } ?? "none", expected, text, line: line)
    }
  }

  func testISO8601() {
    check([
      ("2021-11-03", "2021-11-03"), ("  2021-11-03 ", "2021-11-03"), ("2021-11-03T07:05", "2021-11-03 07:05:00"),
      ("2021-11-03 07:05:09", "2021-11-03 07:05:09"), ("2021-11-03T23:30:00.123456Z", "2021-11-03 23:30:00"),
      ("2021-11-03T23:30:00+05:30", "2021-11-03 23:30:00"), ("2021-11-03 23:30 -0800", "2021-11-03 23:30:00"),
      ("20211103", "2021-11-03"), ("20211103T070509Z", "2021-11-03 07:05:09"), ("20211103T0705", "2021-11-03 07:05:00"),
      ("20211103070509", "2021-11-03 07:05:09"), ("202111030705", "2021-11-03 07:05:00"), ("2021-307", "2021-11-03"),
      ("2021/11/03", "2021-11-03"), ("2021.11.3", "2021-11-03"), ("2021/11/3 7:05 PM", "2021-11-03 19:05:00"),
      ("\u{200F}٢٠٢١-١١-٠٣", "2021-11-03"), ("۲۰۲۱/۱۱/۰۳", "2021-11-03"),
    ])
  }

  func testMailAndEnglishForms() {
    check([
      ("Wed, 03 Nov 2021 07:05:09 +0300", "2021-11-03 07:05:09"), ("3 Nov 21 07:05 GMT", "2021-11-03 07:05:00"),
      ("Wednesday, 03-Nov-21 07:05:09 GMT", "2021-11-03 07:05:09"), ("Wed Nov  3 07:05:09 2021", "2021-11-03 07:05:09"),
      ("Wed Nov 03 07:05:09 +0000 2021", "2021-11-03 07:05:09"), ("November 3, 2021", "2021-11-03"),
      ("Nov. 3rd, 2021 at 12:15 am", "2021-11-03 00:15:00"), ("3rd of November 2021", "2021-11-03"),
      ("2021 Nov 03", "2021-11-03"), ("3 novembre 2021", "2021-11-03"), ("mer. 3 févr. 2021", "2021-02-03"),
      ("mar. 2 mars 2021", "2021-03-02"), ("1er août 2021", "2021-08-01"), ("28 Feb 1999", "1999-02-28"),
      ("03-Nov-99", "1999-11-03"),
    ])
  }

  func testDayFirst() {
    check([
      ("03/11/2021", "2021-11-03"), ("3-11-2021", "2021-11-03"), ("3.11.2021", "2021-11-03"),
      ("25/12/2021 18:30", "2021-12-25 18:30:00"), ("12/25/2021", "2021-12-25"), ("03/11/21", "2021-11-03"),
      ("٣/١١/٢٠٢١", "2021-11-03"), ("28/03/1443", "2021-11-03"), ("1443-03-28", "2021-11-03"),
    ])
  }

  func testSecondsSince1970() {
    check([
      ("1635922800", "2021-11-03 07:00:00"), ("1635922800.75", "2021-11-03 07:00:00"),
      ("1635922800000", "2021-11-03 07:00:00"), ("1635922800000000", "2021-11-03 07:00:00"),
      ("1635922800000000000", "2021-11-03 07:00:00"), ("1.6359228E9", "2021-11-03 07:00:00"),
      ("1.6359228e+12", "2021-11-03 07:00:00"), ("978307200", "2001-01-01 00:00:00"),
      (#"{"$date": 1635922800000}"#, "2021-11-03 07:00:00"),
      (#"{"$date":{"$numberLong":"1635922800000"}}"#, "2021-11-03 07:00:00"),
    ])
  }

  func testWhatIsNone() {
    for text in [
      "", "yesterday", "2021", "2021-11", "202111", "Nov 2021", "31/02/2021", "2021-13-01", "0000-00-00", "13/13/2021",
      "99999999999999999999", "12:30", "3 weeks ago", "1/2/3/4", "2021-11-03 and 2021-11-04", "-5", "NaN", "3 Jui 2021",
      "1e400", "2021-366", #"{"views": 1635922800}"#, #"{"$oid": "1635922800000"}"#, String(repeating: "1", count: 200),
    ] { XCTAssertNil(MetadataDate(text), text) }
  }

  func testFirstThatCanBeRead() {
    var info = DocumentInfo(id: "a")
    info.takeDate("قبل يومين", "2021-11-03", "2020-01-01")
    XCTAssertEqual(info.anchor?.date.description, "2021-11-03")
    XCTAssertNil(info.unreadDateFinding)
    var other = DocumentInfo(id: "b")
    other.takeDate("قبل يومين", "soon")
    XCTAssertNil(other.anchor)
    XCTAssertEqual(other.allWarnings, ["D006: the date \"قبل يومين\" can't be read and was passed over"])
    var none = DocumentInfo(id: "c")
    none.takeDate([])
    XCTAssertEqual(none.allWarnings, [])
  }

  /// Dates in words of the pipeline's language are read by it.
  func testArabicWords() throws {
    let cases = [
      ("الأربعاء 3 نوفمبر 2021", "2021-11-03"), ("٣ تشرين الثاني ٢٠٢١ - 10:15", "2021-11-03"),
      ("نشر في: 3 نونبر 2021", "2021-11-03"), ("28 ربيع الأول 1443هـ", "2021-11-03"), ("أمس", nil),
      ("نوفمبر 2021", nil),
      ("من 3 نوفمبر 2021 إلى 5 نوفمبر 2021", nil),
    ]
    let pipeline = try Pipeline(named: "arabic-news")
    for (text, expected) in cases {
      var raw = RawDocument(id: "a", text: "وصل الوفد أمس.")
      raw.info.takeDate(text)
      let document = try pipeline.process(raw)
      XCTAssertEqual(document.resolved.anchor?.date.description, expected, text)
      XCTAssertEqual(document.allWarnings.contains { $0.hasPrefix("D006") }, expected == nil, text)
    }
  }
}
