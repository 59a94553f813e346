import Foundation
import KhabarTestSupport
import XCTest

/// The documentation: every command in it runs, every member of a record and every code is in it.
final class DocumentationTests: XCTestCase {
  private let khabar = KhabarProgram(workingDirectory: KhabarProgram.package)

  /// The pages by their names.
  private func pages() throws -> [(name: String, text: String)] {
    let folder = KhabarProgram.package + "/Documentation"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }.sorted()
    return try (["../README.md"] + names).map { name in
      (name, try String(contentsOfFile: folder + "/" + name, encoding: .utf8))
    }
  }

  /// The files that the documentation speaks of, in a folder of their own, with a home that has the pipeline `ports`.
  private func scene() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(self)
    let files = FileManager.default
    let shown = KhabarProgram.package + "/Scripts/checks/documentation"
    for name in try files.contentsOfDirectory(atPath: shown) where !name.hasSuffix(".rules") {
      try files.copyItem(atPath: shown + "/" + name, toPath: folder.path + "/" + name)
    }
    let samples = KhabarProgram.package + "/Samples"
    for name in ["news", "archive"] { try files.copyItem(atPath: samples, toPath: folder.path + "/" + name) }
    try folder.write("dump.json", "[{\"content\": {\"body\": \"زار الوزير بيروت.\"}, \"published\": \"2024-04-15\"}]")
    try folder.write(
      "export.xml", "<x><story><head issued='2024-04-15'/><body><p>زار الوزير بيروت.</p></body></story></x>")
    try folder.write("ports.txt", "هيئة الموانئ الشمالية\n")
    let rules = try String(contentsOfFile: KhabarProgram.package + "/Documentation/rules.md", encoding: .utf8)
      .components(separatedBy: "```rules\n")[1].components(separatedBy: "```")[0]
    for name in ["launch.rules", "my.rules"] { try folder.write(name, rules) }
    let records = try String(contentsOfFile: samples + "/wire.jsonl", encoding: .utf8)
    try folder.write("corpus.jsonl", "{\"id\": \"4711\", \"text\": \"زار الوزير بيروت أمس.\"}\n" + records)
    for name in ["run.jsonl", "gold.jsonl", "before.jsonl"] {
      _ = try khabar.run(["run", "Samples", "-o", folder.path + "/" + name, "--include", "text"])
    }
    try folder.write("after.jsonl", folder.read("before.jsonl").replacing("\"planned\"", with: "\"denied\""))
    try folder.write("bin/curl", "#!/bin/sh\ncat '\(samples)/rabat-visit.html'\n")
    try files.createSymbolicLink(atPath: folder.path + "/bin/khabar", withDestinationPath: KhabarProgram.path)
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/bin/curl")
    try files.createDirectory(atPath: folder.path + "/home", withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: folder.path + "/home/Gazetteers", withDestinationPath: KhabarProgram.package + "/Gazetteers")
    try files.copyItem(atPath: KhabarProgram.package + "/Pipelines", toPath: folder.path + "/home/Pipelines")
    try folder.write("home/Pipelines/ports.tsv", folder.read("ports.tsv"))
    try folder.write("home/Pipelines/ports.pipeline", "extends: arabic-news\ngazetteers: ports.tsv\n")
    return folder
  }

  /// Commands stand in indented blocks. Those behind `$` have their answers below them: Scripts/check runs them and
  /// compares.
  func testEveryCommandRuns() throws {
    let folder = try scene()
    var bash = KhabarProgram(executable: "/bin/bash", workingDirectory: folder.path)
    bash.environment["KHABAR_HOME"] = folder.path + "/home"
    bash.environment["PATH"] = folder.path + "/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    var seen: Set<String> = []
    for page in try pages() {
      for line in page.text.split(separator: "\n") {
        guard let match = String(line).wholeMatch(of: #/ {4}((?:\w+ .*\| )?khabar [a-z].*)/#) else { continue }
        let command = String(match.output.1).replacing(#/ +#.*/#, with: "")
        guard seen.insert(command).inserted else { continue }
        let result = try bash.run(["-c", command])
        let mayFail = line.contains("exit code 1")
        XCTAssertTrue(
          result.status == 0 || (mayFail && result.status == 1),
          "\(page.name): \(command): \(result.status) \(result.error.prefix(300))")
      }
    }
    XCTAssertGreaterThan(seen.count, 25)
  }

  func testEveryMemberOfARecordIsInTheOutputReference() throws {
    let schema = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: KhabarProgram.package + "/Schemas/khabar-1.schema.json")))
    let root = try XCTUnwrap(schema as? [String: Any])
    let definitions = try XCTUnwrap(root["$defs"] as? [String: [String: Any]])
    var members: Set<String> = []
    func walk(_ value: [String: Any], _ path: String) {
      var value = value
      if let reference = value["$ref"] as? String {
        value = definitions[String(reference.split(separator: "/").last ?? "")] ?? [:]
      }
      for (name, child) in value["properties"] as? [String: [String: Any]] ?? [:] {
        let isList = child["type"] as? String == "array"
        let inner = (path.isEmpty ? "" : path + ".") + name + (isList ? "[]" : "")
        members.insert(inner)
        walk(isList ? child["items"] as? [String: Any] ?? [:] : child, inner)
      }
    }
    walk(root, "")
    let page = try String(contentsOfFile: KhabarProgram.package + "/Documentation/output.md", encoding: .utf8)
    let told = Set(page.matches(of: /\n\| `([^`]+)` \|/).map { String($0.output.1) })
    XCTAssertEqual(members.subtracting(told), [], "not in Documentation/output.md")
    XCTAssertEqual(told.subtracting(members), [], "no member of the schema")
  }

  /// ARCHITECTURE.md lists the codes of all diagnostics, single or as `G001 – G009`.
  func testEveryCodeIsListed() throws {
    let text = try String(contentsOfFile: KhabarProgram.package + "/ARCHITECTURE.md", encoding: .utf8)
    var told: Set<String> = []
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      let cell = line.split(separator: "|").first ?? ""
      for range in cell.split(separator: ",") {
        let ends = range.matches(of: /([A-Z])(\d{3})/).map { (String($0.output.1), Int($0.output.2) ?? 0) }
        guard let first = ends.first, let last = ends.last, first.1 <= last.1 else { continue }
        for number in first.1...last.1 { told.insert("\(first.0)\(String(1000 + number).dropFirst())") }
      }
    }
    var used: Set<String> = []
    let sources = KhabarProgram.package + "/Sources"
    for case let name as String in try XCTUnwrap(FileManager.default.enumerator(atPath: sources))
    where name.hasSuffix(".swift") {
      let source = try String(contentsOfFile: sources + "/" + name, encoding: .utf8)
      used.formUnion(source.matches(of: /"([DEGKLPRSUX]\d{3})"/).map { String($0.output.1) })
    }
    XCTAssertGreaterThan(used.count, 80)
    XCTAssertEqual(used.subtracting(told).sorted(), [], "not in ARCHITECTURE.md")
  }
}
