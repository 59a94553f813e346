import Foundation
import KhabarTestSupport
import KhabarXML
import XCTest

/// The whole pipeline on the samples, against records that someone has looked at. `Scripts/golden` writes them anew.
final class GoldenTests: XCTestCase {
  private static let folder = KhabarProgram.package + "/Tests/KhabarCommandsTests/Golden"
  private static let isRefreshing = ProcessInfo.processInfo.environment["KHABAR_WRITE_GOLDEN"] == "1"
  private var khabar: KhabarProgram { KhabarProgram(workingDirectory: KhabarProgram.package) }

  func testSamples() throws {
    let output = try TemporaryFolder(self)
    let result = try khabar.run(["run", "Samples", "--output", output.path, "--format", "json"])
    XCTAssertEqual(result.status, 0, result.error)
    let names = output.files
    XCTAssertGreaterThan(names.count, 6)
    if Self.isRefreshing {
      try? FileManager.default.removeItem(atPath: Self.folder)
      try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
      for name in names {
        try FileManager.default.copyItem(atPath: output.path + "/" + name, toPath: Self.folder + "/" + name)
      }
    }
    XCTAssertEqual(names, try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted())
    for name in names {
      let golden = try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
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

  /// The README shows an article and what `khabar run` says of it: the first `text` block and the first `json` block.
  func testReadmeExample() throws {
    let path = KhabarProgram.package + "/README.md"
    var readme = try String(contentsOfFile: path, encoding: .utf8)
    let output = try khabar.run(["run", "Samples/cairo-meeting.txt"]).text
    if Self.isRefreshing, let block = block("json", in: readme) {
      readme.replaceSubrange(block, with: output)
      try readme.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let article = try String(contentsOfFile: KhabarProgram.package + "/Samples/cairo-meeting.txt", encoding: .utf8)
    XCTAssertEqual(block("text", in: readme).map { String(readme[$0]) }, article)
    XCTAssertEqual(block("json", in: readme).map { String(readme[$0]) }, output, "Scripts/golden writes it anew.")
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
