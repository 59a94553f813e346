import Foundation
import KhabarTestSupport
import XCTest

final class GazetteerCommandTests: XCTestCase {
  private func program(_ folder: TemporaryFolder) -> KhabarProgram {
    var khabar = KhabarProgram()
    khabar.workingDirectory = folder.path
    khabar.environment = ["KHABAR_CACHE": folder.path + "/cache"]
    return khabar
  }

  func testLintReportsAndItsExitCodeSaysSo() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("good.tsv", "name\ttype\tcountry\nميناء السلام\tPlace\tIQ\n")
    try folder.write("bad.tsv", "name\ttype\tlattitude\nميناء السلام\tPlace\t1\nميناء السلام\tPlace\t1\t2\n\tPlace\t\n")
    let khabar = program(folder)
    let good = try khabar.run(["gazetteer", "lint", "good.tsv"])
    XCTAssertEqual(good.status, 0, good.text)
    XCTAssertEqual(good.text, "1 lists, 0 errors, 0 warnings\n")
    let bad = try khabar.run(["gazetteer", "lint", "bad.tsv"])
    XCTAssertEqual(bad.status, 1)
    for expected in [
      "bad.tsv:1: warning G018: unknown column 'lattitude'. Did you mean 'latitude'?",
      "bad.tsv:3: error G003: 4 fields where the header has 3 columns. Remove the surplus tab", "bad.tsv:4: error G005",
      "1 lists, 2 errors, 1 warnings",
    ] { XCTAssertTrue(bad.text.contains(expected), "\(expected) in:\n\(bad.text)") }
  }

  func testLookupSaysWhatMatchesAndWhy() throws {
    let folder = try TemporaryFolder(self)
    let list = try folder.write("my.tsv", "name\ttype\tkind\tcountry\nمرفأ النسائم\tPlace\tport\tOM\n")
    let khabar = program(folder)
    let found = try khabar.run(["gazetteer", "lookup", "--gazetteer", list, "وصلت إلى", "ومرفا النسائم"])
    XCTAssertEqual(found.status, 0, found.error)
    XCTAssertEqual(
      found.text.components(separatedBy: "\n").first { $0.hasPrefix("مرفا") }, "مرفا النسائم\tPlace (port) OM")
    XCTAssertTrue(found.text.contains("my.tsv:2\n  folded spelling, behind و, from a list of yours\n"), found.text)
    XCTAssertEqual(try khabar.run(["gazetteer", "lookup", "قثقثقث"]).text, "nothing matches\n")
  }

  func testImportStatisticsAndCompile() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("ports.lst", "مرفأ النسائم:country=OM\nمرفأ الأصداف:country=YE\n")
    try folder.write("lists.def", "ports.lst:location:port\n")
    let khabar = program(folder)
    let imported = try khabar.run(["gazetteer", "import", "lists.def", "--output", "ports.tsv"])
    XCTAssertEqual(imported.status, 0, imported.error)
    XCTAssertEqual(
      try String(contentsOfFile: folder.path + "/ports.tsv", encoding: .utf8),
      "name\ttype\tkind\tcountry\nمرفأ النسائم\tPlace\tport\tOM\nمرفأ الأصداف\tPlace\tport\tYE\n")
    XCTAssertEqual(
      try khabar.run(["gazetteer", "stats", "ports.tsv"]).text,
      "list\ttype\tkind\tentries\tnames\tin context only\nports.tsv\tPlace\tport\t2\t2\t0\n"
        + "all\tPlace\t\t2\t2\t0\nall\t\t\t2\t2\t0\n")
    let compiled = try khabar.run(["gazetteer", "compile", "ports.tsv"])
    XCTAssertTrue(compiled.text.hasPrefix("2 entries, 2 names, "), compiled.text)
    XCTAssertEqual(try khabar.run(["gazetteer", "import", "ports.txt"]).status, 2)
    try folder.write("ports.txt", "مرفأ النسائم\n")
    let untyped = try khabar.run(["gazetteer", "import", "ports.txt"])
    XCTAssertEqual(untyped.status, 1)
    XCTAssertTrue(untyped.error.contains("G023"), untyped.error)
    XCTAssertEqual(
      try khabar.run(["gazetteer", "import", "ports.txt", "--type", "Place"]).text, "name\ttype\nمرفأ النسائم\tPlace\n")
  }

  func testWrongUse() throws {
    let folder = try TemporaryFolder(self)
    let khabar = program(folder)
    for (arguments, message) in [
      (["gazetteer"], "U012"), (["gazetteer", "lookup"], "U013"), (["gazetteer", "import"], "U014"),
      (["gazetteer", "lint", "none.tsv"], "none.tsv: error G002"),
    ] {
      let result = try khabar.run(arguments)
      XCTAssertEqual(result.status, 2, "\(arguments)")
      XCTAssertTrue(result.error.contains(message), result.error)
    }
  }

  func testProcessesThatStartAtOnceShareOneCache() throws {
    let folder = try TemporaryFolder(self)
    let rows = (0..<300).map { "مرفأ \($0)\tPlace" }.joined(separator: "\n")
    try folder.write("my.tsv", "name\ttype\n" + rows + "\nمرفأ النسائم\tPlace\n")
    let khabar = program(folder)
    let outputs = Outputs()
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      outputs.add(
        (try? khabar.run(["gazetteer", "lookup", "--gazetteer", "my.tsv", "مرفأ النسائم"]))?.text ?? "failed")
    }
    XCTAssertEqual(Set(outputs.all).count, 1)
    XCTAssertTrue(outputs.all[0].contains("my.tsv:302"), outputs.all[0])
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache")
    XCTAssertEqual(files.filter { $0.hasSuffix(".image") }.count, 1)
    XCTAssertEqual(files.filter { $0.hasSuffix(".partial") }, [])
  }
}

/// What several threads gathered.
private final class Outputs: @unchecked Sendable {
  private let lock = NSLock()
  private var texts: [String] = []
  func add(_ text: String) { lock.withLock { texts.append(text) } }
  var all: [String] { lock.withLock { texts } }
}
