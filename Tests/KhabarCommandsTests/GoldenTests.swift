import Foundation
import KhabarTestSupport
import KhabarXML
import XCTest

/// The whole pipeline on the samples, against records that someone has looked at. `Scripts/golden` writes them anew.
final class GoldenTests: XCTestCase {
  private static let isRefreshing = ProcessInfo.processInfo.environment["KHABAR_WRITE_GOLDEN"] == "1"
  private var khabar: KhabarProgram { KhabarProgram(workingDirectory: KhabarProgram.package) }

  func testSamples() throws {
    let output = try TemporaryFolder(self)
    let result = try khabar.run(["run", "Samples", "--output", output.path, "--format", "json"])
    XCTAssertEqual(result.status, 0, result.error)
    XCTAssertGreaterThan(output.files.count, 6)
    for name in output.files { try output.write(name, withoutFingerprints(output.read(name))) }
    try compare(output, with: "Golden")
  }

  func testExplanation() throws {
    let output = try TemporaryFolder(self)
    try output.write("pentagon.txt", explanation(["Samples/pentagon.txt"]))
    try compare(output, with: "GoldenExplanations")
  }

  /// A record with zeros for the fingerprints of rules and data, which are others after every change of either.
  private func withoutFingerprints(_ record: String) -> String {
    record.replacingOccurrences(
      of: #""(rules|data)": "[0-9a-f]{16}""#, with: #""$1": "0000000000000000""#, options: .regularExpression)
  }

  /// What `khabar explain` says, with paths below the package's folder.
  private func explanation(_ arguments: [String]) throws -> String {
    let result = try khabar.run(["explain"] + arguments)
    XCTAssertEqual(result.status, 0, result.error)
    return result.text.replacingOccurrences(of: KhabarProgram.package + "/", with: "")
  }

  /// Compares all files of a folder with the golden ones, or makes them the golden ones.
  private func compare(_ output: TemporaryFolder, with name: String) throws {
    let folder = KhabarProgram.package + "/Tests/KhabarCommandsTests/" + name
    if Self.isRefreshing {
      try? FileManager.default.removeItem(atPath: folder)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for name in output.files {
        try FileManager.default.copyItem(atPath: output.path + "/" + name, toPath: folder + "/" + name)
      }
    }
    XCTAssertEqual(output.files, try FileManager.default.contentsOfDirectory(atPath: folder).sorted())
    for name in output.files {
      let golden = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      guard let difference = firstDifference(try output.read(name), golden) else { continue }
      XCTFail("\(name):\(difference)\nLook at it; when it is right, run Scripts/golden.")
    }
  }

  func testSamplesAsXMLAreValid() throws {
    let result = try khabar.run(["run", "Samples", "--format", "xml", "--include", "tokens", "--include-text"])
    let schema = XMLSchema(file: KhabarProgram.package + "/Schemas/khabar-1.xsd")
    XCTAssertEqual(try schema.problems(of: Array(result.output)).map(\.description), [])
  }

  func testSamplesAsJSONConform() throws {
    let result = try khabar.run(["run", "Samples", "--format", "jsonl", "--include", "tokens", "--include-text"])
    let schema = try Data(contentsOf: URL(fileURLWithPath: KhabarProgram.package + "/Schemas/khabar-1.schema.json"))
    let check = JSONSchemaCheck(root: try XCTUnwrap(JSONSerialization.jsonObject(with: schema) as? [String: Any]))
    for line in result.text.split(separator: "\n") {
      XCTAssertEqual(check.problems(of: try JSONSerialization.jsonObject(with: Data(line.utf8))), [])
    }
  }

  /// What the documentation shows of an article: the file, the language of the block, and the output.
  func testExamplesInTheDocumentation() throws {
    let article = try String(contentsOfFile: KhabarProgram.package + "/Samples/cairo-meeting.txt", encoding: .utf8)
    let outputs = [
      ("README.md", "text", article),
      ("README.md", "explanation", try explanation(["Samples/cairo-meeting.txt", "--only", "events"])),
      ("Documentation/output.md", "text", article),
      (
        "Documentation/output.md", "json",
        withoutFingerprints(try khabar.run(["run", "Samples/cairo-meeting.txt"]).text)
      ),
      (
        "Documentation/explain.md", "explanation",
        try explanation(["Samples/cairo-meeting.txt", "--only", "date,events"])
      ),
    ]
    for (file, language, output) in outputs {
      let path = KhabarProgram.package + "/" + file
      var text = try String(contentsOfFile: path, encoding: .utf8)
      if Self.isRefreshing, let block = block(language, in: text) {
        text.replaceSubrange(block, with: output)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
      }
      XCTAssertEqual(
        block(language, in: text).map { String(text[$0]) }, output, "\(file): Scripts/golden writes it anew.")
    }
  }

  private func block(_ language: String, in text: String) -> Range<String.Index>? {
    guard let start = text.range(of: "\n```\(language)\n")?.upperBound,
      let end = text.range(of: "```", range: start..<text.endIndex)?.lowerBound
    else { return nil }
    return start..<end
  }

  /// The first line that differs, with both versions.
  private func firstDifference(_ left: String, _ right: String) -> String? {
    let (left, right) = (left.components(separatedBy: "\n"), right.components(separatedBy: "\n"))
    for index in 0..<max(left.count, right.count) {
      let now = index < left.count ? left[index] : "(nothing)"
      let golden = index < right.count ? right[index] : "(nothing)"
      if now != golden { return "\(index + 1)\n  now:    \(now)\n  golden: \(golden)" }
    }
    return nil
  }
}
