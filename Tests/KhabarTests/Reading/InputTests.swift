import KhabarTestSupport
import XCTest

@testable import Khabar

final class InputTests: XCTestCase {
  private func walk(_ paths: [String], format: InputFormat? = nil) -> [String] {
    var walk = InputWalk(paths: paths, format: format)
    var found: [String] = []
    while let next = walk.next() {
      switch next {
      case .success(let file): found.append("\(file.name) \(file.format?.rawValue ?? "?") \(file.number)")
      case .failure(let error): found.append(error.diagnostics[0].code)
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
      ["B.txt text 0", "a.HTML html 1", "b/c/r.ndjson jsonl 2", "b/z.txt text 3", "b.txt text 4", "x.xml xml 5"])
    XCTAssertEqual(walk([folder.path + "/b/"], format: .text), ["c/r.ndjson text 0", "z.txt text 1"])
    XCTAssertEqual(
      walk([folder.path + "/notes.md", "-", folder.path + "/b.txt"]), ["notes.md text 0", "- ? 1", "b.txt text 2"])
  }

  func testFoldersAndFilesThatGiveNothing() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("only.md", "a")
    XCTAssertEqual(walk([folder.path]), ["D007"])
    XCTAssertEqual(walk([folder.path + "/none"]), ["D001"])
  }

  func testLinksToFoldersAreNotFollowed() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("a/x.txt", "a")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/loop", withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/y.txt", withDestinationPath: folder.path + "/a/x.txt")
    XCTAssertEqual(walk([folder.path]), ["a/x.txt text 0", "y.txt text 1"])
  }

  func testFormatsByContent() {
    let cases: [(String, InputFormat)] = [
      ("", .text), ("خبر", .text), ("\u{FEFF} \n{\"text\": 1}", .jsonl), ("<!DOCTYPE html><p>", .html),
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
      var blocks = LineBlocks(try FileInput(path))
      var text: [UInt8] = []
      var number = 1
      var count = 0
      while let block = try blocks.next() {
        XCTAssertEqual(block.firstLine, number)
        number += block.bytes.count { $0 == 0x0A }
        text += block.bytes
        count += 1
      }
      XCTAssertEqual(String(decoding: text, as: UTF8.self), lines.joined(separator: "\n") + ending)
      XCTAssertGreaterThan(count, 4)
    }
  }
}
