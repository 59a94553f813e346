import Foundation
import KhabarTestSupport
import XCTest

@testable import Khabar

/// Files of records in every format, from the feed to documents.
final class RecordFormatTests: XCTestCase {
  /// `id|title|text` of each document, or the code of what is wrong with it.
  private func read(_ path: String, _ options: ReadingOptions = ReadingOptions()) throws -> [String] {
    try FoundDocument.all(path, options).map { found in
      switch found {
      case .document(let raw):
        let text = String(decoding: raw.bytes, as: UTF8.self).replacingOccurrences(of: "\n", with: "/")
        let id = raw.info.id.replacingOccurrences(of: path, with: "@")
        return "\(id)|\(raw.info.title ?? "")|\(text)|\(raw.info.anchor?.date.description ?? "")"
      case .findings(let findings): return findings.map(\.code).joined(separator: ",")
      }
    }
  }

  private func options(_ fields: String...) -> ReadingOptions {
    var options = ReadingOptions()
    for field in fields { XCTAssertTrue(options.fields.add(field)) }
    return options
  }

  func testJSON() throws {
    let folder = try TemporaryFolder(self)
    let one = try folder.write("one.json", "{\n  \"id\": \"a\",\n  \"text\": \"x\"\n}\n")
    XCTAssertEqual(try read(one), ["a||x|"])
    let many = try folder.write(
      "many.json", "[{\"text\": \"x\"},\n {\"text\": \"[y}\"}, 5,\n{\"title\": \"t\"}, {\"text\": 1}]")
    XCTAssertEqual(try read(many), ["@:1||x|", "@:2||[y}|", "D004", "@:3|t|t|", "@:3||1|"])
    let nested = try folder.write(
      "n.json", #"{"content": {"body": ["x", "y"], "head": {"t": "z"}}, "when": "15 Apr 2024", "author": {"n": 1}}"#)
    XCTAssertEqual(
      try read(nested, options("text=content.body", "title=content.head.t", "date=when")), ["@:1|z|x/y|2024-04-15"])
    XCTAssertEqual(try read(nested), ["D005"])
    let deep = try folder.write("deep.json", "{\"a\": " + String(repeating: "[", count: 100_000) + "}")
    XCTAssertEqual(try read(deep), ["D004"])
    let cut = try folder.write("cut.json", "[{\"text\": \"x\"}, {\"text\": \"y")
    XCTAssertEqual(try read(cut), ["@:1||x|", "D004"])
    XCTAssertEqual(try read(try folder.write("empty.json", "[]")), ["D038"])
    let between = try folder.write("between.json", "[{\"text\": \"x\"}, {\"text\": \"y\"},")
    XCTAssertEqual(try read(between), ["@:1||x|", "@:1||y|", "D039"])
    XCTAssertEqual(try read(try folder.write("open.json", String(repeating: "[", count: 100_000))), ["D039"])
    for name in ["n.json", "n.jsonl", "n.csv", "n.mbox", "n.warc"] {
      XCTAssertEqual(try read(try folder.write(name, "")), ["D038"], name)
    }
  }

  func testTables() throws {
    let folder = try TemporaryFolder(self)
    let csv = try folder.write(
      "t.csv", "\u{FEFF}ID,Text,date\r\n1,\"x, \"\"y\"\"\nz\",2024-04-15\r\n\r\n2,w\r\n3,a,b,c\r\n,\"\",\r\n")
    XCTAssertEqual(try read(csv), ["1||x, \"y\"/z|2024-04-15", "2||w|", "D031", "D005"])
    let semicolons = try folder.write("s.csv", "id;content\n1;x, y\n")
    XCTAssertEqual(try read(semicolons, options("text=content")), ["1||x, y|"])
    let tabs = try folder.write("t.tsv", "id\ttext\n1\t\"x\n2\ty\"\n")
    XCTAssertEqual(try read(tabs), ["1||\"x|", "2||y\"|"])
    // A quote that is never closed takes what follows, up to the limit; then reading goes on.
    var small = ReadingOptions()
    small.limits.bytes = 1
    let open = "id,text\n1,\"x\n" + String(repeating: "2,y\n", count: 20_000)
    let found = try read(try folder.write("open.csv", open), small)
    XCTAssertEqual(found.first, "D009")
    XCTAssertEqual(found.last, "2||y|")
    let cut = try folder.write("cut.csv", "id,text\n1,\"x\"\n2,\"y")
    XCTAssertEqual(try read(cut), ["1||x|", "2||y|", "D039"])
  }

  func testMail() throws {
    let folder = try TemporaryFolder(self)
    let head =
      "From: =?UTF-8?B?2LPYp9mE2YU=?= <a@b.c>\r\nSubject: =?utf-8?Q?=D8=B2=D9=8A?=\r\n"
      + " =?utf-8?q?=D8=A7=D8=B1=D8=A9?=\r\n"
      + "Date: Mon, 15 Apr 2024 10:30:00 +0300\r\nMessage-ID: <1@b.c>\r\n"
    let plain =
      head
      + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      + "=D8=AE=D8=\r\n=A8=D8=B1"
    XCTAssertEqual(try read(try folder.write("a.eml", plain)), ["<1@b.c>|زيارة|خبر|2024-04-15"])
    let parts =
      head + """
        Content-Type: multipart/mixed; boundary="X"\r
        \r
        --X\r
        Content-Type: multipart/alternative; boundary=Y\r
        \r
        --Y\r
        Content-Type: text/plain; charset=windows-1256\r
        Content-Transfer-Encoding: base64\r
        \r
        zsjR\r
        --Y\r
        Content-Type: text/html\r
        \r
        <p>html</p>\r
        --Y--\r
        --X\r
        Content-Type: text/plain\r
        Content-Disposition: attachment; filename=x\r
        \r
        attached\r
        --X--\r

        """
    XCTAssertEqual(try read(try folder.write("b.eml", parts)), ["<1@b.c>|زيارة|خبر|2024-04-15"])
    let nameless = plain.replacingOccurrences(of: "<1@b.c>", with: "")
    XCTAssertEqual(try read(try folder.write("d.eml", nameless)), ["d.eml|زيارة|خبر|2024-04-15"])
    let box =
      "From a@b.c Mon Apr 15\n" + plain.replacingOccurrences(of: "\r\n", with: "\n")
      + "\n\nFrom a@b.c Tue\nSubject: s\n\nFrom here\n\n"
    XCTAssertEqual(
      try read(try folder.write("c.mbox", box)).map { $0.replacingOccurrences(of: "//", with: "") },
      ["<1@b.c>|زيارة|خبر|2024-04-15", "@:14|s|From here|"])
  }

  private func archive(_ records: [(type: String, head: String, body: String)]) -> String {
    records.map { record in
      "WARC/1.0\r\nWARC-Type: \(record.type)\r\nWARC-Target-URI: http://example.org/1\r\n"
        + "WARC-Date: 2024-04-15T08:00:00Z\r\n"
        + "\(record.head)Content-Length: \(record.body.utf8.count)\r\n\r\n\(record.body)\r\n\r\n"
    }.joined()
  }

  func testArchives() throws {
    let folder = try TemporaryFolder(self)
    let http = "Content-Type: application/http; msgtype=response\r\n"
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<title>عنوان</title><p>خبر</p>"
    let chunked =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "7\r\n<p>one \r\n3\r\ntwo\r\n0\r\n\r\n"
    let text = archive([
      ("warcinfo", "Content-Type: application/warc-fields\r\n", "software: x\r\n"),
      ("request", http, "GET / HTTP/1.1\r\n\r\n"),
      ("response", http, page), ("response", http, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
      ("response", http, chunked), ("conversion", "Content-Type: text/plain\r\n", "نص"),
    ])
    let expected = [
      "http://example.org/1|عنوان|خبر|2024-04-15", "D032", "http://example.org/1||one two|2024-04-15",
      "http://example.org/1||نص|2024-04-15",
    ]
    XCTAssertEqual(try read(try folder.write("a.warc", text)), expected)
    // Damage in the middle costs what is damaged.
    let damaged = text.replacingOccurrences(of: "WARC-Type: request", with: "WARC").replacingOccurrences(
      of: "HTTP/1.1 200 OK\r\nContent-Type: image/png", with: "HTTP/1.1")
    let found = try read(try folder.write("b.warc", damaged))
    XCTAssertTrue(found.contains("D028"), "\(found)")
    XCTAssertTrue(found.contains("http://example.org/1||نص|2024-04-15"), "\(found)")
    // A type that is none, in the record or in what was fetched, is damage; one that is not read is none.
    let types = archive([
      ("response", "Content-Type: appli\u{1}cation/http\r\n", page), ("response", "Content-Type: http\r\n", page),
      ("response", "Content-Type: applicatjon/http\r\n", page), ("response", "", page),
      ("response", http, "HTTP/1.1 200 OK\r\nContent-Type: text\r\n\r\n<p>خبر"),
      ("response", http, "HTTP/1.1 200 OK\r\nContent-Type: tezt/html\r\n\r\n<p>خبر"),
      ("resource", "Content-Type: text/\r\n", "نص"), ("response", "Content-Type: text/dns\r\n", "1.2.3.4"),
      ("response", http, "HTTP/1.1 200 OK\r\nContent-Type: x-world/x-vrml\r\n\r\n-"),
      ("response", http, "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.ms-excel\r\n\r\n-"),
      ("response", http, page),
    ])
    XCTAssertEqual(
      try read(try folder.write("d.warc", types)),
      Array(repeating: "D028", count: 8) + ["D032", "D032", "http://example.org/1|عنوان|خبر|2024-04-15"])
    let cut = try read(try folder.write("c.warc", Array(Array(text.utf8).dropLast(6))))
    XCTAssertEqual(cut.last, "D028")
  }

  func testGzip() throws {
    let folder = try TemporaryFolder(self)
    func pack(_ name: String) throws {
      let gzip = Process()
      gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
      gzip.arguments = ["-f", folder.path + "/" + name]
      try gzip.run()
      gzip.waitUntilExit()
    }
    try folder.write("a.jsonl", (0..<5000).map { "{\"id\": \($0), \"text\": \"x\"}" }.joined(separator: "\n"))
    try folder.write("b.txt", "خبر")
    try folder.write("c", "<html><p>خبر</p></html>")
    for name in ["a.jsonl", "b.txt", "c"] { try pack(name) }
    let records = try read(folder.path + "/a.jsonl.gz")
    XCTAssertEqual(records.count, 5000)
    XCTAssertEqual(records.last, "4999||x|")
    XCTAssertEqual(try read(folder.path + "/b.txt.gz"), ["b.txt.gz||خبر|"])
    XCTAssertEqual(try read(folder.path + "/c.gz"), ["c.gz||خبر|"])
    let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.jsonl.gz")))
    // Members one behind the other are one file (RFC 1952, section 2.2).
    XCTAssertEqual(try read(try folder.write("two.jsonl.gz", whole + whole)).count, 9999)
    let cut = try read(try folder.write("cut.jsonl.gz", Array(whole.dropLast(whole.count / 2))))
    XCTAssertEqual(cut.last, "D027")
    XCTAssertGreaterThan(cut.count, 100, "what could be inflated counts")
    var damaged = whole
    for index in (whole.count / 2)..<(whole.count / 2 + 20) { damaged[index] ^= 0x5A }
    XCTAssertEqual(try read(try folder.write("damaged.jsonl.gz", damaged)).last, "D027")
    let plain = try folder.write("plain.jsonl.gz", "{\"text\": \"x\"}")
    XCTAssertEqual(try read(plain), ["@:1||x|"], "what is not compressed is read as it is")
  }

  func testWideAndSingleByteRecords() throws {
    let folder = try TemporaryFolder(self)
    let lines = (0..<3000).map { "{\"id\": \($0), \"text\": \"خبر 😀\"}" }.joined(separator: "\n")
    let wide = Array(lines.utf16).flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
    let found = try read(try folder.write("w.jsonl", [0xFF, 0xFE] + wide))
    XCTAssertEqual(found.count, 3000)
    XCTAssertEqual(Set(found.map { $0.drop { $0 != "|" } }), ["||خبر 😀|"])
    let arabic: [UInt8] = Array("{\"text\": \"".utf8) + [0xC7, 0xE1, 0xE6, 0xD2, 0xED, 0xD1] + Array("\"}\n".utf8)
    XCTAssertEqual(try read(try folder.write("s.jsonl", arabic + arabic)), ["D023", "@:1||الوزير|", "@:2||الوزير|"])
  }

  func testLinesThatAreTooLong() throws {
    let folder = try TemporaryFolder(self)
    var small = ReadingOptions()
    small.limits.bytes = 10
    let long = "{\"text\": \"" + String(repeating: "x", count: 80_000) + "\"}\n"
    let path = try folder.write(
      "l.jsonl", "{\"text\": \"a\"}\n" + long + "{\"text\": \"b\"}\n{\"text\": \"12345678901\"}")
    XCTAssertEqual(try read(path, small), ["@:1||a|", "D009", "@:3||b|", "D009"])
  }

  func testHeadlinesAreText() throws {
    let folder = try TemporaryFolder(self)
    XCTAssertEqual(
      try read(try folder.write("r.jsonl", "{\"title\": \"t\"}\n{\"title\": \"u\", \"text\": \" \"}")),
      ["@:1|t|t|", "@:2|u|u|"])
    let feed = "<rss><channel><item><title>t</title></item><item><description>d</description></item></channel></rss>"
    XCTAssertEqual(try read(try folder.write("f.rss", feed)), ["@:1|t|t|", "@:1#2||d/|"])
  }

  func testWhatIsNoText() throws {
    let folder = try TemporaryFolder(self)
    XCTAssertEqual(try read(try folder.write("p", "%PDF-1.4 x")), ["D020"])
    try folder.write("d/p", "%PDF-1.4 x")
    try folder.write("d/x.docx", "PK")
    try folder.write("d/notes", "خبر")
    XCTAssertEqual(try read(folder.path + "/d"), ["notes||خبر|", "D020", "D018"])
  }
}
