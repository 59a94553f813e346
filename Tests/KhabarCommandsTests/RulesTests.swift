import Foundation
import KhabarTestSupport
import XCTest

/// `khabar rules` as a user runs it.
final class RulesTests: XCTestCase {
  private let khabar = KhabarProgram()

  /// The minister arrived in Baghdad yesterday.
  func testParseShowsTheConstituentsOfASentence() throws {
    let result = try khabar.run(["rules", "parse", "وصل الوزير إلى بغداد أمس"])
    XCTAssertEqual(result.status, 0, result.error)
    XCTAssertEqual(
      result.text,
      """
      verb\tوصل
      nounPhrase\tالوزير\tOffice office: الوزير
      nounPhrase\tإلى بغداد\tPlace name: بغداد
      time\tأمس\t


      """)
  }

  /// Behind each constituent its words, with the letters taken off before and behind, and their classes. The text may
  /// be several arguments.
  func testParseShowsWordsWithTheirParts() throws {
    let plain = try khabar.run(["rules", "parse", "وقال الوزير إنه زار بغداد"])
    XCTAssertEqual(
      plain.text.split(separator: "\n").map(String.init),
      [
        "verb and\tوقال", "nounPhrase\tالوزير\tOffice office: الوزير", "subordinator\tإنه", "verb\tزار",
        "nounPhrase\tبغداد\tPlace name: بغداد",
      ])
    let result = try khabar.run(["rules", "parse", "-w", "وقال", "الوزير إنه زار", "بغداد"])
    XCTAssertEqual(result.status, 0, result.error)
    let lines = result.text.split(separator: "\n").map(String.init)
    XCTAssertEqual(lines.filter { !$0.hasPrefix("  ") }, plain.text.split(separator: "\n").map(String.init))
    let words = lines.filter { $0.hasPrefix("  ") }.map { $0.dropFirst(2).split(separator: " ").map(String.init) }
    XCTAssertEqual(words.map { $0[0] }, ["وقال", "الوزير", "إنه", "زار", "بغداد"])
    XCTAssertEqual(words.map { Array($0[1...2]) }.prefix(3), [["-1", "-0"], ["-2", "-0"], ["-0", "-1"]])
    XCTAssertTrue(words[0].contains("speech") && words[1].contains("title") && words[2].contains("subordinator"))
  }

  func testExamplesOfAUsersFileAreRunWithThoseOfThePipeline() throws {
    let folder = try TemporaryFolder(self)
    let good = try folder.write("good.rules", sighting + "  example \"رصدت الوزارة سفينة\" => seen \"سفينة\"\n")
    let all = try khabar.run(["rules", "test"])
    XCTAssertEqual(all.status, 0, all.text)
    let result = try khabar.run(["rules", "test", good])
    XCTAssertEqual(result.status, 0, result.text)
    func count(_ text: String) -> Int? {
      text.split(separator: "\n").last?.split(separator: " ").first.flatMap { Int($0) }
    }
    XCTAssertEqual(count(result.text), count(all.text).map { $0 + 1 })

    let bad = try folder.write("bad.rules", sighting + "  example \"رصدت الوزارة سفينة\" => seen \"طائرة\"\n")
    let failed = try khabar.run(["rules", "test", bad])
    XCTAssertEqual(failed.status, 1)
    XCTAssertTrue(failed.text.hasPrefix("\(bad):8:11: sighting.verb: seen طائرة is missing; has: سفينة\n"), failed.text)
    XCTAssertTrue(failed.text.hasSuffix(", 1 failed\n"), failed.text)
  }

  func testMistakesAreReportedWithFileLineAndRemedy() throws {
    let folder = try TemporaryFolder(self)
    let path = try folder.write("my.rules", sighting + "  not @forced\n")
    for task in ["lint", "test"] {
      let result = try khabar.run(["rules", task, path])
      XCTAssertEqual(result.status, 2, result.text)
      XCTAssertTrue(result.error.contains("\(path):8:7: error R008: unknown set of words @forced"), result.error)
      XCTAssertTrue(result.error.contains("Known: "), result.error)
    }
    let unknown = try khabar.run(["rules", "teach"])
    XCTAssertEqual(unknown.status, 2)
    XCTAssertTrue(unknown.error.contains("error U011: khabar rules needs lint, test or parse"), unknown.error)
  }

  func testLintFindsWhatParsesAndCanNotWork() throws {
    let folder = try TemporaryFolder(self)
    let path = try folder.write(
      "my.rules", "event E\n  roles party\nrule e.noun\n  event E\n  noun سباق\n  party: Persn = subject\n")
    let result = try khabar.run(["rules", "lint", path])
    XCTAssertEqual(result.status, 1)
    XCTAssertTrue(result.text.contains("\(path):6:3: error R020: no entity has the type Persn"), result.text)
    XCTAssertTrue(result.text.contains("\(path):6:3: warning R025: "), result.text)
    XCTAssertFalse(result.text.contains("R024"), "notes only with --verbose")
    XCTAssertTrue(
      try khabar.run(["rules", "lint", path, "--verbose"]).text.contains("note R024: rule e.noun has no example"))
  }

  func testAFailingExampleSaysWhy() throws {
    let folder = try TemporaryFolder(self)
    let path = try folder.write(
      "my.rules",
      sighting + "  need place\n  example \"رصدت الوزارة سفينة\" => seen \"سفينة\"\n"
        + "  example \"غادرت السفينة الميناء\" => seen \"السفينة\"\n")
    let result = try khabar.run(["rules", "test", path])
    XCTAssertEqual(result.status, 1)
    XCTAssertTrue(
      result.text.contains(
        "\(path):9:11: sighting.verb: gives no Sighting\n  رصدت الوزارة سفينة\n  why sighting.verb at رصدت: needs"),
      result.text)
    XCTAssertTrue(result.text.contains("    place by after \"في\", "), result.text)
    XCTAssertTrue(result.text.contains("  why sighting.verb: none of its words stands in the text\n"), result.text)
  }

  func testAnExampleThatAnotherRuleAnswersIsReported() throws {
    let folder = try TemporaryFolder(self)
    let second = "rule sighting.second\n  event Sighting\n  verb رصد\n  seen: Thing = object\n"
    let example = "  example \"رصدت الوزارة سفينة\" => seen \"سفينة\""
    let path = try folder.write("my.rules", sighting + second + example + "\n")
    let result = try khabar.run(["rules", "test", path])
    XCTAssertEqual(result.status, 1, result.text)
    XCTAssertTrue(
      result.text.contains("\(path):12:11: warning R032: sighting.second: the example is answered by sighting.verb"),
      result.text)
    try folder.write("my.rules", sighting + second + example + ", rule \"sighting.verb\"\n")
    XCTAssertEqual(try khabar.run(["rules", "test", path]).status, 0)
  }

  func testNamesOfOnesOwnServeLintAndTest() throws {
    let folder = try TemporaryFolder(self)
    let names = try folder.write("ships.txt", "ناقلة الخليج\n")
    let rules = try folder.write(
      "my.rules",
      sighting.replacing("seen: Thing", with: "seen: Ship")
        + "  example \"رصدت الوزارة ناقلة الخليج\" => seen \"ناقلة الخليج\"\n  example \"رصدت الوزارة سفينة\" => nothing\n  need seen\n"
    )
    let list = ["--gazetteer", names, "--gazetteer-type", "Ship"]
    XCTAssertTrue(try khabar.run(["rules", "lint", rules]).text.contains("R020: no entity has the type Ship"))
    let lint = try khabar.run(["rules", "lint", rules] + list)
    XCTAssertEqual(lint.status, 0, lint.text + lint.error)
    let test = try khabar.run(["rules", "test", rules] + list)
    XCTAssertEqual(test.status, 0, test.text + test.error)
    let untyped = try khabar.run(["rules", "test", rules, "-g", names])
    XCTAssertTrue(untyped.error.contains("G023"), untyped.error)
  }

  /// The pattern that Pipelines/README.md gives as its example.
  func testTheDocumentedPatternMatches() throws {
    let readme = try String(contentsOfFile: KhabarProgram.package + "/Pipelines/README.md", encoding: .utf8)
    let pattern = try XCTUnwrap(
      readme.split(separator: "\n").first { $0.hasPrefix("    pattern ") }?.trimmingCharacters(in: .whitespaces))
    let folder = try TemporaryFolder(self)
    let path = try folder.write(
      "my.rules",
      """
      types @people = Person Office
      event Encounter
        roles party
        core party
      rule encounter.verb
        event Encounter
        verb تصافح/يتصافح
        \(pattern)
        need 2 party
        example on 2024-04-15 "تصافح سامح شكري مع فؤاد حسين أمس" => party "سامح شكري", party "فؤاد حسين"
        example "تصافح سامح شكري" => nothing
      """)
    let result = try khabar.run(["rules", "test", path])
    XCTAssertEqual(result.status, 0, result.text + result.error)
  }

  /// Seven lines.
  private let sighting = """
    event Sighting
      roles seen
      core seen
    rule sighting.verb
      event Sighting
      verb رصد
      seen: Thing = object

    """
}
