import Foundation
import KhabarTestSupport
import XCTest

/// What the program says to someone who asks or errs. Exit codes: 0 well, 1 documents failed, 2 wrong usage.
final class UsageTests: XCTestCase {
  private let khabar = KhabarProgram()

  func testHelpAndVersion() throws {
    for arguments in [
      ["--help"], ["-h"], ["help"], ["run", "--help"], ["help", "run"], ["run", "x", "-h"], ["--version"],
    ] {
      let result = try khabar.run(arguments)
      XCTAssertEqual(result.status, 0, "\(arguments)")
      XCTAssertEqual(result.error, "", "\(arguments)")
      XCTAssertTrue(result.text.contains("khabar"), "\(arguments)")
    }
  }

  func testWrongUsageIsTwoAndSaysWhatToDo() throws {
    let cases: [([String], String)] = [
      ([], "usage: khabar"), (["rum"], "no command \"rum\". Did you mean run?"), (["run"], "needs a PATH"),
      (["run", "--formt", "xml", "x"], "Did you mean --format?"),
      (["run", "x", "--format", "yaml"], "Give json, jsonl, xml"),
      (["run", "x", "--date", "2024-02-30"], "YYYY-MM-DD"), (["run", "x", "--jobs", "0"], "1 to 256"),
      (["run", "x", "--pipeline", "arabic-new"], "Available pipelines: arabic-news"),
      (["run", "x", "--pipeline", "/no/such.pipeline"], "/no/such.pipeline: error P002"),
      (["run", "x", "--gazetteer", "/no/such.tsv"], "/no/such.tsv"),
    ]
    for (arguments, message) in cases {
      let result = try khabar.run(arguments)
      XCTAssertEqual(result.status, 2, "\(arguments)")
      XCTAssertEqual(result.text, "", "\(arguments)")
      XCTAssertTrue(result.error.contains(message), "\(arguments): \(result.error)")
    }
  }

  func testPipelineFileMistakesNameTheirLines() throws {
    let folder = try TemporaryFolder(self)
    let path = try folder.write("my.pipeline", "language: ar\ngazeteers: x\n")
    let result = try khabar.run(["run", "x", "--pipeline", path])
    XCTAssertEqual(result.status, 2)
    XCTAssertTrue(result.error.contains("\(path):2: error P006"), result.error)
  }

  func testFindsItsDataFromAnywhere() throws {
    let folder = try TemporaryFolder(self)
    let article = try folder.write("a.txt", "خبر")
    XCTAssertEqual(try khabar.run(["run", article]).status, 0, "a build, from another folder")

    var installed = khabar
    try FileManager.default.createDirectory(atPath: folder.path + "/bin", withIntermediateDirectories: true)
    installed.executable = folder.path + "/bin/khabar"
    try FileManager.default.copyItem(atPath: khabar.executable, toPath: installed.executable)
    XCTAssertEqual(try installed.run(["run", article]).status, 0, "beside the sources that it was built from")

    installed.environment["KHABAR_HOME"] = folder.path
    let nowhere = try installed.run(["run", article])
    XCTAssertEqual(nowhere.status, 2)
    XCTAssertTrue(nowhere.error.contains("KHABAR_HOME"), nowhere.error)

    installed.environment["KHABAR_HOME"] = KhabarProgram.package
    XCTAssertEqual(try installed.run(["run", article]).status, 0, "with KHABAR_HOME")

    installed.environment["KHABAR_HOME"] = nil
    try FileManager.default.createDirectory(atPath: folder.path + "/share/khabar", withIntermediateDirectories: true)
    for name in ["Gazetteers", "Pipelines"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/share/khabar/" + name, withDestinationPath: KhabarProgram.package + "/" + name)
    }
    XCTAssertEqual(try installed.run(["run", article]).status, 0, "below a prefix")
  }
}
