import Foundation
import KhabarTestSupport
import XCTest

/// Whole archives as a user runs them: every kind of file, faults, kills, streams.
final class ArchiveTests: XCTestCase {
  private let khabar = KhabarProgram()
  // The minister met his counterpart in Baghdad.
  private let good = "التقى الوزير نظيره في بغداد"

  /// A pipeline that is soon read: without lists and rules, and with tables of the lexicon that have a header alone.
  private func quickPipeline(_ folder: TemporaryFolder) throws -> String {
    let lexicon = KhabarProgram.package + "/Gazetteers/ar/lexicon/"
    for name in try FileManager.default.contentsOfDirectory(atPath: lexicon) where name.hasSuffix(".tsv") {
      let lines = try String(contentsOfFile: lexicon + name, encoding: .utf8).split(separator: "\n")
      try folder.write("quick/lexicon/" + name, String(try XCTUnwrap(lines.first { !$0.hasPrefix("#") })))
    }
    return try folder.write("quick/quick.pipeline", "language: ar\nlexicon: lexicon\n")
  }

  private func objects(_ lines: String) throws -> [[String: Any]] {
    try lines.split(separator: "\n").map {
      try XCTUnwrap(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
    }
  }

  /// A folder with a file of every kind and every fault that could be thought of: all are counted, and nothing hangs.
  func testNothingIsPassedOver() throws {
    let folder = try TemporaryFolder(self)
    let input = folder.path + "/in"
    try folder.write("in/a.txt", good)
    try folder.write("in/b.html", "<title>عنوان</title><p>\(good)</p>")
    try folder.write("in/c.rss", "<rss><channel><item><description>\(good)</description></item></channel></rss>")
    try folder.write("in/d.json", "[{\"text\": \"\(good)\"}, {\"text\": 5}, {\"x\": 1}]")
    try folder.write("in/e.csv", "text\n\(good)\n")
    try folder.write("in/f", good)
    try folder.write("in/g.docx", "PK\u{3}\u{4}")
    try folder.write("in/h.pdf", "%PDF-1.4")
    try folder.write("in/i.xml", "<a>" + String(repeating: "<b>", count: 100_000))
    try folder.write(
      "in/j.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>\(good) &e;</a>")
    try folder.write("in/k.jsonl.gz", [0x1F, 0x8B, 8, 0, 0])
    try folder.write("in/l.txt", [0, 0, 0, 0])
    try folder.write("in/m.txt", Array(good.utf8) + [0xC0, 0xAF, 0xED, 0xA0, 0x80])
    try folder.write("in/n.html", "<p>\(good)" + String(repeating: "<font>", count: 100_000))
    try folder.write("in/.hidden.txt", good)
    XCTAssertEqual(mkfifo(input + "/o.txt", 0o600), 0)
    try FileManager.default.createSymbolicLink(atPath: input + "/p", withDestinationPath: input)
    try FileManager.default.createSymbolicLink(atPath: input + "/q.txt", withDestinationPath: input + "/none")
    let strange = Array((input + "/").utf8) + [0xE9] + Array(".txt".utf8)
    let file = open(strange.map { CChar(bitPattern: $0) } + [0], O_WRONLY | O_CREAT, 0o600)
    XCTAssertGreaterThanOrEqual(file, 0)
    Array(good.utf8).withUnsafeBytes { _ = write(file, $0.baseAddress, $0.count) }
    close(file)

    let result = try khabar.run(
      [
        "run", input, "-o", folder.path + "/out/", "-p", try quickPipeline(folder), "--errors", folder.path + "/errors",
        "--summary",
        folder.path + "/sum",
      ])
    XCTAssertEqual(result.status, 1, result.error)
    let summary = try XCTUnwrap(objects(folder.read("sum").replacingOccurrences(of: "\n", with: "")).first)
    func count(_ name: String) -> Int { summary[name] as? Int ?? -1 }
    XCTAssertEqual(count("read"), count("written") + count("failed") + count("skipped"))
    XCTAssertEqual(count("written"), 10, "\(summary) \(result.error)")
    XCTAssertEqual(count("failed"), 6, result.error)
    XCTAssertEqual(count("skipped"), 4, result.error)
    XCTAssertEqual((summary["data"] as? String)?.count, 16)
    let errors = try objects(folder.read("errors"))
    XCTAssertEqual(errors.count, 10)
    XCTAssertTrue(
      errors.allSatisfy { $0["input"] != nil && $0["code"] != nil && $0["reason"] != nil && $0["stage"] != nil })
    XCTAssertTrue(folder.files.contains("out/%E9.txt.json"), "\(folder.files)")
    XCTAssertFalse(try folder.read("out/j.xml.json").contains("root:"))
    XCTAssertTrue(result.error.contains("20 read: 10 written, 6 failed, 4 skipped"), result.error)
  }

  /// A file and a folder that are called by bytes which are no UTF-8 are read when they are named; an option that can't
  /// have such bytes says so.
  func testNamesInAnyBytesOnTheCommandLine() throws {
    let folder = try TemporaryFolder(self)
    let pipeline = try quickPipeline(folder)
    let shell = KhabarProgram(executable: "/bin/bash", workingDirectory: folder.path)
    func run(_ script: String) throws -> KhabarProgram.Result {
      try shell.run(["-c", script, "bash", khabar.executable, pipeline, good])
    }
    let made = try run(
      "echo \"$3\" > $'caf\\xe9.txt'; mkdir $'d\\xff'; echo \"$3\" > $'d\\xff/\\xc0.txt'; "
        + "echo \"$3\" > $'\\xf4\\x8f\\x83\\xa9.txt'; echo \"$3\" > خبر.txt")
    XCTAssertEqual(made.status, 0, made.error)
    for (path, id) in [
      ("$'caf\\xe9.txt'", "caf%E9.txt"), ("$'d\\xff'", "%C0.txt"), ("$'d\\xff/\\xc0.txt'", "%C0.txt"),
      ("خبر.txt", "خبر.txt"), ("$'\\xf4\\x8f\\x83\\xa9.txt'", "\u{10F0E9}.txt"),
    ] {
      let result = try run("\"$1\" run -p \"$2\" -f jsonl -q -- \(path)")
      XCTAssertEqual(result.status, 0, "\(path): \(result.error)")
      let documents = try objects(result.text).compactMap { ($0["document"] as? [String: Any])?["id"] as? String }
      XCTAssertEqual(documents, [id], path)
    }
    let missing = try run("\"$1\" run -p \"$2\" -q $'non\\xe9'")
    XCTAssertEqual(missing.status, 1)
    XCTAssertTrue(missing.error.contains("non%E9: error D001"), missing.error)
    let output = try run("\"$1\" run -p \"$2\" -q خبر.txt -o $'o\\xe9.jsonl'")
    XCTAssertEqual(output.status, 2)
    XCTAssertTrue(output.error.contains("o%E9.jsonl"), output.error)
  }

  /// Killed in the middle and gone on with, a run ends with the bytes of one that was left alone; so it does after a
  /// disk that was full.
  func testKilledRunsGoOn() throws {
    let folder = try TemporaryFolder(self)
    let records = (0..<120).map {
      "{\"id\": \($0), \"text\": \"\(good). \(String(repeating: good + " أمس. ", count: $0 % 9))\"}"
    }
    let all = try folder.write("all.jsonl", records.joined(separator: "\n"))
    let input = folder.path + "/in.jsonl"
    let pipeline = ["-p", try quickPipeline(folder)]
    let resume = ["run", input, "-o", folder.path + "/out.jsonl", "--resume", "--checkpoint", "0"] + pipeline
    let bash = KhabarProgram(executable: "/bin/bash")
    // The input is a pipe that gives some lines and then nothing, so that no run can end before it is killed. The
    // journal is another file each time it is written; a run that ends by itself fails the test and does not hang it.
    let kill = """
      cd "$1"; mkfifo in.jsonl; exec 3<> in.jsonl; head -n $2 all.jsonl >&3
      journal() { stat -c %i .out.jsonl.run 2>&1; }
      old=$(journal); "${@:3}" &
      until [ "$old" != "$(journal)" ] || ! kill -0 $!; do sleep 0.01; done
      kill -9 $!; rm in.jsonl; wait $!
      """
    for lines in [30, 75] {
      let killed = try bash.run(["-c", kill, "bash", folder.path, "\(lines)", khabar.executable] + resume)
      XCTAssertEqual(killed.status, 137, killed.error)
      XCTAssertFalse(folder.files.contains("out.jsonl"), "half a file")
    }
    try FileManager.default.moveItem(atPath: all, toPath: input)
    XCTAssertEqual(try khabar.run(["run", input, "-o", folder.path + "/whole.jsonl"] + pipeline).status, 0)
    let kilobytes = try folder.read("whole.jsonl").utf8.count / 1024
    let full = try bash.run(
      ["-c", "ulimit -f \(kilobytes * 3 / 4); exec \"$@\"", "bash", khabar.executable] + resume)
    XCTAssertEqual(full.status, 1, full.error)
    XCTAssertTrue(full.error.contains("error D014"), full.error)
    let last = try khabar.run(resume)
    XCTAssertEqual(last.status, 0, last.error)
    XCTAssertTrue(try folder.read("out.jsonl") == folder.read("whole.jsonl"))
    XCTAssertEqual(folder.files.filter { !$0.hasPrefix("quick/") }, ["in.jsonl", "out.jsonl", "whole.jsonl"])
  }

  func testAnInterruptEndsWithAWholeOutput() throws {
    let folder = try TemporaryFolder(self)
    let pipeline = try quickPipeline(folder)
    var shell = khabar
    shell.executable = "/bin/bash"
    // Input without an end. The first line about progress comes when the run has begun, handlers and all.
    let line =
      "'\(khabar.executable)' run - --from jsonl -p '\(pipeline)' -o '\(folder.path)/o.json' --progress line "
      + "2> '\(folder.path)/said' < <(yes '{\"text\": \"\(good)\"}') & "
      + "until grep -q read '\(folder.path)/said' || ! kill -0 $!; do sleep 0.02; done; kill -INT $!; wait $!"
    // A job in the background of a shell ignores SIGINT, unless job control is on.
    let result = try shell.run(["-c", "set -m; " + line])
    XCTAssertEqual(result.status, 130, result.error)
    XCTAssertTrue(try folder.read("said").contains("interrupted"), result.error)
    let records = try JSONSerialization.jsonObject(with: Data(folder.read("o.json").utf8)) as? [Any]
    XCTAssertGreaterThan(records?.count ?? 0, 0)
  }

  func testStreamAnswersEachLine() throws {
    let lines = [
      "{\"id\": 1, \"text\": \"\(good)\"}", "", "no record", "{\"id\": 2, \"text\": \"\"}",
      "{\"id\": 3, \"text\": \"خبر\"}",
    ]
    let folder = try TemporaryFolder(self)
    let result = try khabar.run(
      ["stream", "-p", quickPipeline(folder)], input: Data(lines.joined(separator: "\n").utf8))
    XCTAssertEqual(result.status, 0, result.error)
    XCTAssertEqual(result.error, "")
    let answers = try objects(result.text)
    XCTAssertEqual(answers.count, 5)
    XCTAssertEqual(
      answers.map { ($0["error"] as? [String: Any])?["code"] as? String }, [nil, "D004", "D004", "D003", nil])
    XCTAssertEqual(answers.map { ($0["error"] as? [String: Any])?["line"] as? Int }, [nil, 2, 3, 4, nil])
    XCTAssertEqual(answers.map { ($0["document"] as? [String: Any])?["id"] as? String }, ["1", nil, nil, nil, "3"])
    XCTAssertEqual(try khabar.run(["stream", "a.jsonl"]).status, 2)
  }

  func testTextInAnotherScriptIsSaid() throws {
    let folder = try TemporaryFolder(self)
    let english = "The minister met his counterpart in Baghdad on Monday and discussed trade."
    let article = try folder.write("a.txt", english)
    let result = try khabar.run(["run", article, "-p", quickPipeline(folder)])
    XCTAssertEqual(result.status, 0, result.error)
    XCTAssertTrue(result.error.hasPrefix("\(article): warning D036: "), result.error)
    let record = try XCTUnwrap(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    XCTAssertEqual((record["warnings"] as? [String])?.first?.prefix(5), "D036:")
  }

  func testWrongUse() throws {
    let folder = try TemporaryFolder(self)
    let article = try folder.write("a.txt", good)
    let list = try folder.write("bad.tsv", "label\tkind\nx\ty\n")
    let pipeline = try quickPipeline(folder)
    let cases: [([String], Int32, String)] = [
      (["run", article, "-o", article], 2, "D034"), (["run", article, "--resume"], 2, "U016"),
      (["run", article, "--field", "colour=x"], 2, "U004"), (["run", article, "--max-size", "x"], 2, "U004"),
      (["run", article, "-g", list], 2, "G004"), (["run", article, "--max-size", "10"], 1, "D009"),
      (["run", article, "--max-seconds", "0.000001"], 1, "D033"),
    ]
    for (arguments, status, code) in cases {
      let result = try khabar.run(arguments + ["-p", pipeline])
      XCTAssertEqual(result.status, status, "\(arguments): \(result.error)")
      XCTAssertTrue(result.error.contains(code), "\(arguments): \(result.error)")
    }
    XCTAssertEqual(try folder.read("a.txt"), good)
    let device = try khabar.run(["gazetteer", "import", "--type", "Place", article, "-o", "/dev/null"])
    XCTAssertEqual(device.status, 0, device.error)
    var isFolder: ObjCBool = false
    XCTAssertTrue(FileManager.default.fileExists(atPath: "/dev/null", isDirectory: &isFolder))
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    XCTAssertEqual(type, .typeCharacterSpecial)
  }
}
