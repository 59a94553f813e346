import Foundation
import KhabarCore
import KhabarTestSupport
import XCTest

@testable import Khabar

/// Files that were torn, sprinkled and spliced: whatever their bytes, each reader gives documents of valid text or
/// findings with a code, and passes nothing over.
///
/// `Scripts/fuzz/torn` runs them longer, with other dice, and with a sanitizer of memory.
final class ReaderFuzzTests: XCTestCase {
  private static let body = "التقى الوزير نظيره في بغداد يوم 15 أبريل."

  /// What has a meaning in one format or another.
  private static let tokens = [
    "\"", "'", "\\", "\\u", "\\ud800", "\\u0000", "{", "}", "[", "]", ",", ";", "\t", ":", "<", ">", "&", "<![CDATA[",
    "]]>", "<!--", "-->", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'><!ENTITY f '&e;&e;'>]>", "&e;",
    "&#x110000;", "&#0;", "</", "/>", "<p>", "<script>", "<meta charset=utf-16>",
    "<?xml version='1.0' encoding='utf-32'?>", "=?utf-8?B?", "?=", "=", "--", "boundary=", "Content-Length: -1\r\n",
    "Content-Length: 99999999999999999999\r\n", "WARC/1.0\r\n", "Content-Transfer-Encoding: base64\r\n",
    "Content-Type: multipart/mixed; boundary=\"\"\r\n", "charset=macarabic", "Transfer-Encoding: chunked\r\n",
    "\r\n\r\n", "From a@b.c\n", "ffffffffffffffff\r\n", "1e999", "-0", "null", "e\u{301}", "2024-99-99", "text", "ا",
  ]

  /// Reads torn files of one kind.
  ///
  /// - Parameters:
  ///   - name: of the file; its extension tells the format.
  ///   - isWhole: a file is one document at least, so that something is said of each.
  private func fuzz(
    _ name: String, _ seeds: [[UInt8]], isWhole: Bool = false, _ options: ReadingOptions = ReadingOptions()
  ) throws {
    let folder = try TemporaryFolder(self)
    var tearing = Tearing(name, seeds, tokens: Self.tokens)
    for _ in 0..<Tearing.rounds {
      let isWholeSeed = tearing.isWhole
      let bytes = tearing.next()
      // When the process crashes the file stays.
      let path = try folder.write(name, bytes)
      var documents = 0
      do {
        let found = try FoundDocument.all(path, options)
        if isWhole, found.isEmpty { fail("nothing is said of it", bytes) }
        for one in found { documents += check(one, bytes) }
      } catch let error as KhabarError {
        check(.findings(error.diagnostics), bytes)
      }
      if isWholeSeed, documents == 0 { fail("\(name): a file as it should be gives no document", bytes) }
    }
  }

  /// - Returns: the number of documents.
  @discardableResult
  private func check(_ found: FoundDocument, _ bytes: [UInt8]) -> Int {
    switch found {
    case .document(let raw):
      if String(validating: raw.bytes, as: UTF8.self) == nil { fail("its text is no UTF-8", bytes) }
      if raw.isBlank, raw.info.title == nil { fail("a document without text", bytes) }
      if raw.info.id.isEmpty { fail("a document without an id", bytes) }
      if String(decoding: raw.bytes, as: UTF8.self).contains("root:") { fail("an entity was loaded", bytes) }
      return 1
    case .findings(let findings):
      if findings.isEmpty { fail("a failure without a reason", bytes) }
      for finding in findings where !finding.code.hasPrefix("D0") || finding.message.isEmpty {
        fail("\(finding) is no finding about a document", bytes)
      }
      return 0
    }
  }

  private func fail(_ reason: String, _ bytes: [UInt8]) {
    XCTFail("\(reason): base64 \(Data(bytes).base64EncodedString())")
  }

  private func bytes(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  // MARK: - Readers

  func testText() throws {
    let wide = Self.body.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try fuzz(
      "a.txt", bytes(Self.body, "\u{FEFF}عنوان\n\n\(Self.body)\r\n") + [[0xFF, 0xFE] + wide, wide], isWhole: true)
  }

  func testPages() throws {
    try fuzz(
      "a.html",
      bytes(
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>عنوان</title><meta name='date' content='2024-04-15'>"
          + "<script type='application/ld+json'>{\"datePublished\": \"2024-04-15\", "
          + "\"author\": [{\"name\": \"سالم\"}]}</script>"
          + "</head><body><nav><a href='/'>x</a></nav><article><h1>عنوان</h1>"
          + "<p>\(Self.body)<br>سطر</p><ul><li>a<li>b</ul>"
          + "<table><tr><td>1</table></article><!-- c --></body></html>",
        "<p>\(Self.body)&nbsp;&amp;&#1575;</p><pre>a\n b</pre>"), isWhole: true)
  }

  func testFeedsAndNewsFormats() throws {
    try fuzz(
      "a.xml",
      bytes(
        "<?xml version='1.0' encoding='UTF-8'?><rss><channel><title>c</title><item><title>عنوان</title><guid>1</guid>"
          + "<pubDate>Mon, 15 Apr 2024 10:30:00 +0300</pubDate>"
          + "<description>&lt;p&gt;\(Self.body)&lt;/p&gt;</description></item>"
          + "<item><description><![CDATA[<b>\(Self.body)</b>]]></description></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>e</id><title type='html'>&lt;b&gt;t&lt;/b&gt;</title>"
          + "<updated>2024-04-15T08:00:00Z</updated><content>\(Self.body)</content></entry></feed>",
        "<nitf><head><pubdata date.publication='20240415'/></head>"
          + "<body><body.content><p>\(Self.body)</p></body.content>"
          + "</body></nitf>",
        "<x><story><p>\(Self.body)</p></story></x>"), isWhole: true)
  }

  func testTables() throws {
    let table = "id,text,date\n1,\"\(Self.body), \"\"نعم\"\"\nسطر\",2024-04-15\n2,\(Self.body),\n"
    try fuzz("a.csv", bytes(table, table.replacingOccurrences(of: ",", with: ";")))
    try fuzz("a.tsv", bytes("text\tid\n\(Self.body)\t1\n\(Self.body)\t2\r\n"))
  }

  func testRecords() throws {
    let record =
      "{\"id\": 1, \"title\": \"ع\\u0646\", \"text\": \"\(Self.body)\\n\", "
      + "\"date\": 1713168000, \"x\": [{}, null, -1.5e3]}"
    try fuzz("a.jsonl", bytes("\(record)\n{\"text\": \"\(Self.body)\"}\n", "\n\n\(record)"))
    var nested = ReadingOptions()
    XCTAssertTrue(nested.fields.add("text=content.body"))
    try fuzz(
      "a.json",
      bytes("[\(record),\n{\"content\": {\"body\": [\"\(Self.body)\", \"x\"]}}]", "{\"content\": {\"body\": \"x\"}}"),
      nested)
  }

  func testMail() throws {
    let head =
      "From: =?UTF-8?B?2LPYp9mE2YU=?= <a@b.c>\r\nSubject: =?utf-8?Q?=D8=B2=D9=8A?=\r\n x\r\n"
      + "Date: Mon, 15 Apr 2024 10:30:00 +0300\r\nMessage-ID: <1@b.c>\r\nMIME-Version: 1.0\r\n"
    let parts =
      head + "Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\npreamble\r\n--b\r\n"
      + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      + "=D8=AE=\r\n=D8=A8=D8=B1\r\n"
      + "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+eDwvcD4=\r\n--b--\r\n"
    let plain =
      head + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\(Self.body)\r\n"
    try fuzz("a.eml", bytes(parts, plain), isWhole: true)
    try fuzz(
      "a.mbox",
      bytes("From a@b.c Mon Apr 15 10:30:00 2024\n\(plain)\n\nFrom a@b.c Mon Apr 15 10:30:00 2024\n\(parts)\n"))
  }

  func testArchives() throws {
    func record(_ head: String, _ block: String) -> String {
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/1\r\nWARC-Date: 2024-04-15T08:00:00Z\r\n"
        + "Content-Type: application/http; msgtype=response\r\n"
        + "Content-Length: \((head + block).utf8.count)\r\n\r\n\(head)\(block)\r\n\r\n"
    }
    let page = record("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n", "<p>\(Self.body)</p>")
    let chunked = record(
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n",
      "4\r\nخب\r\n3\r\nabc\r\n0\r\n\r\n")
    try fuzz("a.warc", bytes(page + chunked, chunked + page, page))
  }

  func testGzip() throws {
    let folder = try TemporaryFolder(self)
    func packed(_ text: String) throws -> [UInt8] {
      let path = try folder.write("a", text)
      let gzip = Process()
      gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
      gzip.arguments = ["-nf", path]
      try gzip.run()
      gzip.waitUntilExit()
      return try Array(Data(contentsOf: URL(fileURLWithPath: path + ".gz")))
    }
    let lines = try packed((0..<50).map { "{\"text\": \"\(Self.body) \($0)\"}" }.joined(separator: "\n"))
    try fuzz("a.jsonl.gz", [lines, lines + lines])
    try fuzz("a.html.gz", [try packed("<p>\(Self.body)</p>")], isWhole: true)
  }
}
