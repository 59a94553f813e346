import XCTest

@testable import Khabar

final class RecordParserTests: XCTestCase {
  private let location = SourceLocation(file: "r.jsonl", line: 7)

  private func document(_ line: String) throws -> RawDocument {
    try RecordParser.document(in: Array(line.utf8)[...], at: location)
  }

  func testMembers() throws {
    let line = #"""
      {"extra": {"a": [1, {"b": "}"}, []], "c": {}}, "id": "x", "title": "عنوان", "source": "وكالة", "url": "u",
      """# + #" "date": "2024-04-15T08:00:00Z", "language": "ar", "n": -1.5e3, "t": true, "text": "خبر"}"#
    let document = try document(line)
    XCTAssertEqual(String(decoding: document.bytes, as: UTF8.self), "خبر")
    XCTAssertEqual(document.info.id, "x")
    XCTAssertEqual(document.info.source, "r.jsonl:7")
    XCTAssertEqual(document.info.title, "عنوان")
    XCTAssertEqual(document.info.publisher, "وكالة")
    XCTAssertEqual(document.info.url, "u")
    XCTAssertEqual(document.info.language, "ar")
    XCTAssertEqual(document.info.anchor?.date.description, "2024-04-15")
    XCTAssertEqual(document.info.anchor?.source, .metadata)
    XCTAssertEqual(document.info.warnings, [])
  }

  func testEscapes() throws {
    let cases = [
      (#"\u062e\u0628\u0631"#, "خبر"), (#"\ud83d\ude00!"#, "😀!"), (#"a\n\t\r\b\f\"\\\/z"#, "a\n\t\r\u{8}\u{C}\"\\/z"),
      (#"\ud83d"#, "\u{FFFD}"), (#"\ude00x"#, "\u{FFFD}x"), (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\u0000"#, "\u{0}"),
    ]
    for (escaped, text) in cases {
      XCTAssertEqual(String(decoding: try document("{\"text\": \"\(escaped)\"}").bytes, as: UTF8.self), text, escaped)
    }
  }

  func testIdentifiers() throws {
    XCTAssertEqual(try document(#"{"id": 12, "text": "a"}"#).info.id, "12")
    XCTAssertEqual(try document(#"{"id": null, "text": "a"}"#).info.id, "r.jsonl:7")
    XCTAssertEqual(try document(#"{"text": "a"}"#).info.id, "r.jsonl:7")
  }

  func testDateThatIsNone() throws {
    for date in [#""soon""#, "true", #"["2024"]"#, #"{"$numberLong": "x"}"#] {
      let document = try document("{\"date\": \(date), \"text\": \"a\"}")
      XCTAssertNil(document.info.anchor, date)
      XCTAssertEqual(document.info.allWarnings.count, 1, date)
    }
    for date in ["null", #""""#] {
      XCTAssertEqual(try document("{\"date\": \(date), \"text\": \"a\"}").info.allWarnings, [], date)
    }
  }

  func testFormsOfDates() throws {
    for date in [
      #""15/4/2024""#, "1713168000", "1713168000000", #"{"$date": "2024-04-15T08:00:00Z"}"#,
      #"{"$date": 1713168000000}"#, #"{"$date": {"$numberLong": "1713168000000"}}"#,
    ] {
      let document = try document("{\"date\": \(date), \"text\": \"a\"}")
      XCTAssertEqual(document.info.anchor?.date.description, "2024-04-15", date)
      XCTAssertEqual(document.info.allWarnings, [], date)
    }
  }

  func testNamesOfDates() throws {
    for name in [
      "date", "published", "published_at", "publishedAt", "publish_date", "pubDate", "pubdate", "datePublished",
      "date_published", "publication_date", "created_at", "timestamp",
    ] {
      let document = try document("{\"\(name)\": \"2024-04-15\", \"text\": \"a\"}")
      XCTAssertEqual(document.info.anchor?.date.description, "2024-04-15", name)
    }
    // What is called so comes before what may be when it was stored.
    let both = try document(#"{"created_at": "2024-05-01", "date": "2024-04-15", "text": "a"}"#)
    XCTAssertEqual(both.info.anchor?.date.description, "2024-04-15")
    XCTAssertNil(try document(#"{"updated": "2024-04-15", "text": "a"}"#).info.anchor)
  }

  func testMistakesSayWhere() {
    let cases: [(String, String, Int?)] = [
      ("text", "D004", 1), ("[1]", "D004", 1), ("{", "D004", 2), (#"{"text": "خبر"#, "D004", 14),
      (#"{"text" "a"}"#, "D004", 9), (#"{"text": "a" "id": 1}"#, "D004", 14), (#"{"text": "a"} x"#, "D004", 15),
      (#"{"text": {"a": 1}}"#, "D004", 10), (#"{"text": ["a", 1]}"#, "D004", 10), (#"{"text": "\x"}"#, "D004", 11),
      (#"{"text": "\u12"}"#, "D004", 11),
      (#"{"x": [1, 2}, "text": "a"}"#, "D004", 12), (#"{"x": , "text": "a"}"#, "D004", 7),
      (#"{"id": "a"}"#, "D005", nil),
      (#"{}"#, "D005", nil), (#"{"text": null}"#, "D005", nil), (#"{"x": {"#, "D004", 8), (#"{"a": "b","#, "D004", 11),
    ]
    for (line, code, column) in cases {
      XCTAssertThrowsError(try document(line), line) { error in
        let diagnostic = (error as? KhabarError)?.diagnostics.first
        XCTAssertEqual(diagnostic?.code, code, line)
        XCTAssertEqual(diagnostic?.location?.line, 7, line)
        XCTAssertEqual(diagnostic?.location?.column, column, line)
      }
    }
  }

  func testInvalidUTF8() {
    let line: [UInt8] = Array("{\"text\": \"a".utf8) + [0xE9] + Array("\"}".utf8)
    XCTAssertThrowsError(try RecordParser.document(in: line[...], at: location)) { error in
      XCTAssertEqual((error as? KhabarError)?.diagnostics.first?.message, "not valid UTF-8 at byte 12 of the line")
    }
  }

  /// A record cut anywhere fails with a message and never traps.
  func testCutRecords() throws {
    let line = Array(#"{"a": [{"b": [true, null, -1]}, "\u062e\ud83d\ude00"], "text": "خ\n"}"#.utf8)
    XCTAssertNoThrow(try RecordParser.document(in: line[...], at: location))
    for end in line.indices {
      XCTAssertThrowsError(try RecordParser.document(in: line[..<end], at: location), "\(end)")
    }
    for index in line.indices {
      for byte: UInt8 in [0, 0x22, 0x5C, 0x7B, 0x7D, 0x5B, 0x5D, 0x2C, 0x75, 0x80, 0xFF] {
        var changed = line
        changed[index] = byte
        _ = try? RecordParser.document(in: changed[...], at: location)
      }
    }
  }
}
