import Foundation
import KhabarCore
import XCTest

@testable import KhabarAssemble

final class RuleParserTests: XCTestCase {
  func testReadsARule() throws {
    let file = try RuleParser.parse(
      """
      types @people = Person Office
      event Meeting
        plover CONSULT
        roles party attendee
        core party
      rule meeting.verb   # a comment
        event Meeting
        verb التقى قابل/يقابل
        party: @people = subject, object, after "مع" "بـ"
        need 2 party
        not object noun أمطار
        example "التقى الوزيران" => nothing
      """, file: "m.rules")
    let rule = try XCTUnwrap(file.rules.first)
    XCTAssertEqual(rule.triggers, [.verb("التقى"), .verb("قابل/يقابل")])
    XCTAssertEqual(rule.slots[0].types, [.entity(.person), .entity(.office)])
    XCTAssertEqual(rule.slots[0].relations, [.subject, .object, .after(["مع", "بـ"])])
    XCTAssertEqual(rule.needs, [Need(.role("party"), count: 2)])
    XCTAssertEqual(rule.vetoes, [Veto(relation: .object, words: [.noun("أمطار")])])
    XCTAssertTrue(rule.examples[0].givesNothing)
  }

  func testReadsAPattern() throws {
    let file = try RuleParser.parse(
      """
      rule r
        event E
        verb التقى
        pattern trigger ~3 party:Person ("مع" | "بـ")? party:Person Time*
      """, file: "p.rules")
    XCTAssertEqual(
      file.rules[0].patterns[0].elements,
      [
        .trigger, .gap(3), .phrase(role: "party", types: [.entity(.person)]),
        .optional(.alternatives([[.word("مع")], [.word("بـ")]])), .phrase(role: "party", types: [.entity(.person)]),
        .repeated(.time, atLeast: 0),
      ])
  }

  func testNestingWithoutEnd() {
    for opening in ["(", "!", "(trigger | "] {
      let text = "rule r\n  event E\n  verb قال\n  pattern " + String(repeating: opening, count: 100_000)
      XCTAssertThrowsError(try RuleParser.parse(text, file: "p.rules")) { error in
        XCTAssertEqual((error as? KhabarError)?.diagnostics.map(\.code), ["R017"])
      }
    }
  }

  /// A set that names another one twice, forty times over.
  func testSetsThatDouble() throws {
    var text = "words @w0 = noun جيش شرطة\ntypes @t0 = Person Place\n"
    for level in 1...40 {
      text += "words @w\(level) = @w\(level - 1) @w\(level - 1)\ntypes @t\(level) = @t\(level - 1) @t\(level - 1)\n"
    }
    let names = try RuleParser.parse(text, file: "p.rules").names
    XCTAssertEqual(names.words["@w40"], [.noun("جيش"), .noun("شرطة")])
    XCTAssertEqual(names.types["@t40"]?.count, 2)
  }

  /// Text, code, line and column of the mistake.
  func testMistakesAreReportedWhereTheyAre() {
    let cases: [(String, String, Int, Int)] = [
      ("  verb قال", "R002", 1, 3), ("rule a\n  event E\n  party = nobody", "R009", 3, 11),
      ("rule a\n  speaker subject", "R007", 2, 11), ("event E\n  colour red", "R005", 2, 3),
      ("signal maybe\n", "R003", 1, 13), ("rule a\n  example \"قال => nothing", "R001", 2, 11),
      ("rule a\n  party: @people = subject", "R008", 2, 18), ("things", "R004", 1, 1),
      ("event E\n  roles party\nrule a\n  event E\n  party: Person = after \"؟\"", "R015", 5, 28),
    ]
    for (text, code, line, column) in cases {
      XCTAssertThrowsError(try RuleParser.parse(text, file: "x.rules")) { error in
        let first = (error as? KhabarError)?.diagnostics.first
        XCTAssertEqual(first?.code, code, text)
        XCTAssertEqual(first?.location?.line, line, text)
        XCTAssertEqual(first?.location?.column, column, text)
      }
    }
  }

  /// Line ends of every system count once; other characters that break lines are none for an editor.
  func testMistakesHaveTheLineOfAnEditor() {
    for (text, line) in [("#\n\"", 2), ("#\r\n#\r\n\"", 3), ("#\r#\r\"", 3), ("#\u{B}\u{C}\u{85}\u{2028}#\n\"", 2)] {
      XCTAssertThrowsError(try RuleParser.parse(text, file: "a.rules"), text.debugDescription) { error in
        let lines = (error as? KhabarError)?.diagnostics.map { $0.location?.line }
        XCTAssertEqual(lines?.first, line, text.debugDescription)
      }
    }
  }

  func testUnknownEventsAndRolesAreFoundInTheWholeSet() throws {
    let file = try RuleParser.parse(
      "event E\n  roles party\nrule a\n  event F\n  verb قال\nrule b\n  event E\n  verb قال\n  boss = subject",
      file: "x.rules")
    XCTAssertThrowsError(try RuleSet([file])) { error in
      XCTAssertEqual((error as? KhabarError)?.diagnostics.map(\.code), ["R010", "R011"])
    }
  }

  func testALaterFileReplacesRulesByName() throws {
    let ours = try RuleParser.parse("event E\n  roles party\nrule a\n  event E\n  verb قال", file: "ours")
    let theirs = try RuleParser.parse("rule a\n  event E\n  verb صرح", file: "theirs")
    XCTAssertEqual(try RuleSet([ours, theirs]).rules.map(\.triggers), [[.verb("صرح")]])
  }

  func testShippedRulesParse() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Pipelines/arabic-news")
    var names = RuleNames()
    var files: [RuleFile] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".rules")
    {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let file = try RuleParser.parse(text, file: name, names: names)
      names = file.names
      files.append(file)
    }
    XCTAssertFalse(try RuleSet(files).rules.isEmpty)
  }
}
