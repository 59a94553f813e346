import KhabarTestSupport
import XCTest

@testable import Khabar

final class InputTests: XCTestCase {
  private func walk(_ paths: [String], format: InputFormat? = nil) -> [String] {
    var walk = InputWalk(paths: paths, format: format)
    var found: [String] = []
    while let next = walk.next() {
      switch next {
      case .file(let file): found.append("\(file.name) \(file.format?.rawValue ?? "?") \(file.number)")
      case .failure(let error): found.append(error.diagnostics[0].code)
      case .skipped(let reason): found.append(reason.code)
      }
    }
    return found
  }

  func testFoldersInByteOrderWithKnownExtensions() throws {
    let folder = try TemporaryFolder(self)
    for name in [
      "b/z.txt", "b.txt", "a.HTML", "b/c/r.ndjson", "notes.md", ".hidden.txt", "b/.git/x.txt", "x.xml", "B.txt",
    ] {
      try folder.write(name, "a")
    }
    XCTAssertEqual(
      walk([folder.path]),
      [
        "B.txt text 0", "a.HTML html 1", "b/c/r.ndjson jsonl 2", "b/z.txt text 3", "b.txt text 4", "D018",
        "x.xml xml 6",
      ])
    XCTAssertEqual(walk([folder.path + "/b/"], format: .text), ["c/r.ndjson text 0", "z.txt text 1"])
    XCTAssertEqual(
      walk([folder.path + "/notes.md", "-", folder.path + "/b.txt"]), ["notes.md ? 0", "- ? 1", "b.txt text 2"])
  }

  func testFoldersAndFilesThatGiveNothing() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("some/only.md", "a")
    try folder.write("empty/.hidden", "a")
    XCTAssertEqual(walk([folder.path + "/some"]), ["D018"])
    XCTAssertEqual(walk([folder.path + "/empty"]), ["D007"])
    XCTAssertEqual(walk([folder.path + "/none"]), ["D001"])
  }

  func testLinksToFoldersAreNotFollowed() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("a/x.txt", "a")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/loop", withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/y.txt", withDestinationPath: folder.path + "/a/x.txt")
    XCTAssertEqual(walk([folder.path]), ["D016", "a/x.txt text 1", "y.txt text 2"])
  }

  func testFormatsByContent() {
    let cases: [(String, InputFormat)] = [
      ("", .text), ("خبر", .text), (" \n{\"text\": 1}", .jsonl), ("{\n \"text\": 1\n}", .json), ("[ {", .json),
      ("WARC/1.0\r\n", .warc), ("From a@b.c Thu\n", .mbox), ("[رويترز] خبر", .text), ("<rss>", .xml),
      ("<!DOCTYPE html><p>", .html),
      ("\n<HTML>", .html),
      ("<?xml version='1.0'?>", .xml), ("<b>bold</b> text", .text),
    ]
    for (text, format) in cases { XCTAssertEqual(InputFormat(sniffing: Array(text.utf8)), format, text) }
  }

  func testDateInFileName() {
    let cases = [
      ("2024-04-15.txt", "2024-04-15"), ("news/x-2024-04-15-y.txt", "2024-04-15"), ("2024-04-15/a.txt", nil),
      ("12024-04-15.txt", nil), ("2024-04-151.txt", nil), ("2024-02-30.txt", nil), ("a", nil),
      ("2024-13-01 2024-12-01.txt", "2024-12-01"),
    ]
    for (name, date) in cases { XCTAssertEqual(CivilDate(inFileName: name)?.description, date, name) }
  }

  func testLineBlocksKeepLinesWholeAndCount() throws {
    let folder = try TemporaryFolder(self)
    let lines = (0..<20_000).map { "line \($0) " + String(repeating: "ب", count: $0 % 50) }
    for ending in ["", "\n"] {
      let path = try folder.write("a", lines.joined(separator: "\n") + ending)
      let blocks = LineBlocks(try ByteStream(path))
      var text: [UInt8] = []
      var number = 1
      var count = 0
      while let block = try blocks.next() {
        XCTAssertEqual(block.firstLine, number)
        number += block.bytes.count { $0 == 0x0A } + 1
        text += (text.isEmpty ? [] : [0x0A]) + block.bytes
        count += 1
      }
      XCTAssertEqual(String(decoding: text, as: UTF8.self), lines.joined(separator: "\n"))
      XCTAssertGreaterThan(count, 4)
    }
  }
}
