import Foundation
import KhabarTestSupport
import XCTest

/// `khabar explain` as a user runs it.
final class ExplainTests: XCTestCase {
  private let khabar = KhabarProgram()
  private let samples = KhabarProgram.package + "/Samples"

  private let records = """
    {"id": "a", "date": "2024-03-05", "text": "زار الوزير بيروت أمس.\\nالمصدر"}
    {"id": "b", "text": "زار الوزير دمشق أمس."}
    """

  func testOneRecordOfAFile() throws {
    let folder = try TemporaryFolder(self)
    let path = try folder.write("r.jsonl", records)
    let result = try khabar.run(["explain", path, "--id", "a", "--only", "removed,date"])
    XCTAssertEqual(result.status, 0, result.error)
    XCTAssertEqual(result.error, "")
    XCTAssertEqual(
      result.text,
      """
      document a
        source \(path):1
        pipeline arabic-news
        characters 28
        removed
          source-line [22,28): المصدر
        date
          value 2024-03-05
          from metadata of the record or page

      """)
  }

  func testAllRecordsOneAfterTheOther() throws {
    let result = try khabar.run(
      ["explain", "-", "--only=date", "--date", "2024-04-15", "--from", "jsonl"], input: Data(records.utf8))
    XCTAssertEqual(result.status, 0, result.error)
    XCTAssertEqual(
      result.text.components(separatedBy: "\n\n").map { $0.split(separator: "\n").first },
      ["document a", "document b"])
    XCTAssertEqual(result.text.components(separatedBy: "    value 2024-04-15\n    from option").count, 3)
  }

  func testSaysWhichFilesOfTheUserMadeIt() throws {
    let folder = try TemporaryFolder(self)
    let article = try folder.write("a.txt", "أطلقت اليابان قمرا صناعيا من مرفأ النسائم")
    let list = try folder.write("ports.tsv", "name\ttype\nمرفأ النسائم\tPlace\n")
    let rules = try folder.write(
      "launch.rules",
      "event Launch\n  roles launcher\n  core launcher\n\nrule launch.verb\n  event Launch\n  verb أطلق\n"
        + "  launcher: Place = subject\n  need launcher\n")
    let result = try khabar.run(
      ["explain", article, "--only", "entities,events", "--gazetteer", list, "--rules", rules])
    XCTAssertEqual(result.status, 0, result.error)
    for line in ["      entry \(list):2: مرفأ النسائم", "      rule launch.verb, \(rules):5:"] {
      XCTAssertTrue(result.text.contains("\n" + line), "\(line) in:\n\(result.text)")
    }
  }

  /// If he visits …: no visit, and the rules that were tried say why.
  func testSaysWhyThereIsNoEvent() throws {
    let text = "إذا زار وزير الدفاع التركي يشار غولر بغداد فسيبحث الملف."
    let result = try khabar.run(["explain", "-", "--only", "events,rejected"], input: Data(text.utf8))
    XCTAssertEqual(result.status, 0, result.error)
    XCTAssertTrue(
      result.text.contains(
        """
          events: none
          rejected
            visit.verb at [4,7): زار
              the clause tells of no happening: a condition, a wish or a negation

        """), result.text)
    let usual = try khabar.run(["explain", "-"], input: Data(text.utf8))
    XCTAssertFalse(usual.text.contains("rejected"), "only when it is asked for")
    let none = try khabar.run(["explain", "-", "--only", "rejected"], input: Data("الطقس جميل.".utf8))
    XCTAssertTrue(none.text.hasSuffix("\n  rejected: none\n"), none.text)
  }

  /// A rule of the user's that asks for a word: what it lacks is told at the word that triggered it.
  func testSaysWhyARuleOfTheUserMadeNoEvent() throws {
    let folder = try TemporaryFolder(self)
    let rules = try folder.write(
      "s.rules",
      "words @craft = noun مركبة\nevent Sighting\n  roles seen\n  core seen\nrule sighting.verb\n"
        + "  event Sighting\n  verb رصد\n  seen: Thing = object\n  need seen\n  only object @craft\n  not noun مباراة\n"
    )
    // The ministry sighted a craft; damage; a craft before the match.
    let cases: [(text: String, reason: String?)] = [
      ("رصدت الوزارة مركبة", nil), ("رصدت الوزارة أضرارا", "none of the words that the rule asks for is there"),
      ("رصدت الوزارة مركبة قبل المباراة", "not with noun مباراة"),
    ]
    for (text, reason) in cases {
      let result = try khabar.run(
        ["explain", "-", "--only", "rejected", "--rules", rules], input: Data(text.utf8))
      let expected = reason.map { "    sighting.verb at [0,4): رصدت\n      \($0)\n" }
      XCTAssertTrue(result.text.contains(expected ?? "  rejected: none"), "\(text): \(result.text)")
    }
  }

  /// Whatever has offsets and is neither shortened nor written out is the text at these offsets.
  func testEveryOffsetSlicesBack() throws {
    let explained = try khabar.run(["explain", samples])
    let recorded = try khabar.run(["run", samples, "--format", "jsonl", "--include-text"])
    let texts = try recorded.text.split(separator: "\n").map { line in
      let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return Array(try XCTUnwrap(record?["text"] as? String).unicodeScalars)
    }
    let explanations = explained.text.components(separatedBy: "\n\n")
    XCTAssertEqual(explanations.count, texts.count)
    let pattern = try NSRegularExpression(pattern: #"\[(\d+),(\d+)\): (.*)$"#, options: .anchorsMatchLines)
    var count = 0
    for (explanation, text) in zip(explanations, texts) {
      let whole = NSRange(explanation.startIndex..., in: explanation)
      for match in pattern.matches(in: explanation, range: whole) {
        let parts = (1...3).compactMap { Range(match.range(at: $0), in: explanation).map { explanation[$0] } }
        let (start, end) = (try XCTUnwrap(Int(parts[0])), try XCTUnwrap(Int(parts[1])))
        guard !parts[2].hasSuffix("…"), !parts[2].contains("\\") else { continue }
        count += 1
        XCTAssertTrue(parts[2].unicodeScalars.elementsEqual(text[start..<end]), String(parts[2]))
      }
    }
    XCTAssertGreaterThan(count, 200)
  }

  func testWrongUseAndFailures() throws {
    let folder = try TemporaryFolder(self)
    let path = try folder.write("r.jsonl", records + "\nno record\n")
    let cases: [(arguments: [String], status: Int32, message: String)] = [
      (["explain"], 2, "error U006: khabar explain needs a PATH"),
      (["explain", path, "--only", "removed,dates"], 2, "Give some of removed, text, tokens, matches, syntax, date, "),
      (["explain", path, "--only", "date,"], 2, "error U004"),
      (["explain", path, "--jobs", "2"], 2, "khabar explain has no option --jobs"),
      (["explain", path, "--pipeline", "/no/such.pipeline"], 2, "/no/such.pipeline: error P002"),
      (["explain", folder.path + "/none.txt"], 1, "none.txt: error D001: can't be read: No such file or directory"),
      (["explain", path, "--id", "c"], 1, "error D015: no document has the id \"c\""),
      (["explain", path], 1, "3 read: 2 written, 1 failed, 0 skipped"),
    ]
    for (arguments, status, message) in cases {
      let result = try khabar.run(arguments)
      XCTAssertEqual(result.status, status, "\(arguments): \(result.error)")
      XCTAssertTrue(result.error.contains(message), "\(arguments): \(result.error)")
      XCTAssertEqual(result.text.isEmpty, arguments != ["explain", path], "\(arguments)")
    }
    let help = try khabar.run(["explain", "--help"])
    XCTAssertEqual(help.status, 0)
    XCTAssertTrue(help.text.contains("\nExamples:\n  khabar explain article.txt\n"), help.text)
  }
}

/// Other forms of an explanation, and single records of a file.
final class ExplainFormTests: XCTestCase {
  private let khabar = KhabarProgram(workingDirectory: KhabarProgram.package)

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try khabar.run(["explain", "Samples/cairo-meeting.txt", "--format", "json"] + arguments)
    XCTAssertEqual(result.status, 0, result.error)
    return try XCTUnwrap(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
  }

  func testFactsAsJSON() throws {
    let facts = try json([])
    let event = try XCTUnwrap((facts["events"] as? [[String: Any]])?.first)
    XCTAssertEqual(event["rule"] as? String, "meeting.verb")
    XCTAssertTrue((event["ruleAt"] as? String)?.contains("meeting.rules:") == true)
    let slots = try XCTUnwrap(event["slots"] as? [[String: Any]])
    XCTAssertEqual(slots.compactMap { $0["by"] as? String }.prefix(2), ["subject", "object"])
    let entity = try XCTUnwrap((facts["entities"] as? [[String: Any]])?.first)
    XCTAssertTrue(((entity["entry"] as? [String: Any])?["location"] as? String)?.contains(".tsv:") == true)
    XCTAssertNil(facts["tokens"])
  }

  func testStages() throws {
    XCTAssertEqual(Set(try json(["--stage", "clean"]).keys), ["document", "removed", "text"])
    let tokens = try XCTUnwrap(try json(["--stage", "tokens"])["tokens"] as? [[String: Any]])
    let said = try XCTUnwrap(tokens.first { ($0["at"] as? [String: Any])?["text"] as? String == "وقال" })
    XCTAssertEqual((said["parts"] as? [[String: Any]])?.compactMap { $0["kind"] as? String }, ["conjunction", "stem"])
    let matches = try XCTUnwrap(try json(["--stage", "matches"])["matches"] as? [[String: Any]])
    XCTAssertTrue(matches.contains { ($0["entry"] as? [String: Any])?["id"] as? String == "Q85" })
    XCTAssertEqual(Set(try json(["--stage", "times"]).keys), ["document", "date", "times", "quantities"])
    let sentences = try XCTUnwrap(try json(["--stage", "syntax"])["sentences"] as? [[String: Any]])
    XCTAssertEqual(sentences.count, 2)
    let phrases = try XCTUnwrap(sentences[0]["phrases"] as? [[String: Any]])
    let arcs = try XCTUnwrap(sentences[0]["arcs"] as? [[String: Any]])
    let subject = try XCTUnwrap(arcs.first { $0["relation"] as? String == "subject" })
    XCTAssertEqual(
      (phrases[try XCTUnwrap(subject["head"] as? Int)]["at"] as? [String: Any])?["text"] as? String, "التقى")
    let syntax = try khabar.run(["explain", "Samples/cairo-meeting.txt", "--stage", "syntax"]).text
    XCTAssertTrue(syntax.contains("      nounPhrase, names E2, rows mention"), syntax)
    XCTAssertTrue(syntax.contains(", of [0,5): التقى\n"), syntax)
    XCTAssertTrue(
      syntax.contains("      clause 1 content, in clause 0, row that\n        verb [120,125): سيزور\n"), syntax)
    let text = try khabar.run(["explain", "Samples/cairo-meeting.txt", "--stage", "tokens"]).text
    XCTAssertTrue(text.contains("    word conjunction + stem"), text)
    XCTAssertEqual(try khabar.run(["explain", "Samples/cairo-meeting.txt", "--stage", "soup"]).status, 2)
  }

  /// Why a rule made nothing: "The oil minister discussed the crisis during a visit of the French ambassador".
  private func whyNot(_ rule: String, _ text: String) throws -> String {
    let result = try khabar.run(["explain", "-", "--why-not", rule], input: Data(text.utf8))
    XCTAssertEqual(result.status, 0, result.error)
    return result.text
  }

  func testWhyNotSaysWhatStoodThereAndWhereAPhraseWent() throws {
    let text = try whyNot("meeting.discuss", "ناقش وزير النفط حيان عبد الغني الأزمة خلال زيارة السفير الفرنسي.")
    XCTAssertTrue(text.contains("  trials\n    meeting.discuss at [0,4): ناقش\n"), text)
    XCTAssertTrue(text.contains("\n      needs 2 party, has 1\n"), text)
    XCTAssertTrue(text.contains("\n        party by subject: fills it [5,30): وزير النفط حيان عبد الغني\n"), text)
    XCTAssertTrue(text.contains("\n        party by after \"مع\": nothing stands there\n"), text)
    XCTAssertTrue(text.contains("        inside a phrase that is oblique of ناقش, row "), text)
    XCTAssertTrue(text.contains(": السفير الفرنسي\n"), text)
  }

  func testWhyNotTellsOfConditions() throws {
    // If he visits; will meet in a match; nothing of it in the text.
    XCTAssertTrue(
      try whyNot("visit.verb", "إذا زار الوزير بغداد فسيبحث الملف.").contains(
        "a condition or a wish by this word [0,3): إذا\n"))
    XCTAssertTrue(
      try whyNot("meeting.verb", "يلتقي المنتخب التونسي نظيره الجزائري في مباراة بالعاصمة يوم السبت.").contains(
        "      not with noun مباراة\n        the word ["))
    let none = try whyNot("arrest.capture", "الطقس جميل.")
    XCTAssertTrue(none.contains("none of its words stands in the text\n        its words: verb أسر\n"), none)
  }

  func testWhyNotTakesAllRulesOfAName() throws {
    let text = try whyNot("meeting", "التقى الوزير سامي الدوسري السفير الفرنسي في بغداد.")
    XCTAssertTrue(text.contains("    meeting.verb at [0,5): التقى\n"), text)
    XCTAssertTrue(text.contains("      made an event\n"), text)
    XCTAssertTrue(text.contains("meeting.verb comes before it and made an event of the word\n"), text)
    let unknown = try khabar.run(["explain", "-", "--why-not", "metting.verb"])
    XCTAssertEqual(unknown.status, 2)
    XCTAssertTrue(
      unknown.error.contains("error U025: the pipeline has no rule metting.verb. Did you mean meeting.verb?"))
    let facts = try json(["--why-not", "visit.verb"])
    XCTAssertEqual(Set(facts.keys), ["document", "trials"])
    XCTAssertEqual((facts["trials"] as? [[String: Any]])?.compactMap { $0["outcome"] as? String }, ["made"])
  }

  func testAnIdReadsThatRecordAndReportsNothingOfOthers() throws {
    let folder = try TemporaryFolder(self)
    let path = try folder.write(
      "a.jsonl",
      "{\"id\": \"1\", \"text\": \"\"}\nno record\n"
        + "{\"id\": \"2\", \"text\": \"وصل الوزير إلى بغداد\"}\n{\"id\": \"3\"}\n"
    )
    let good = try khabar.run(["explain", path, "--id", "2"])
    XCTAssertEqual(good.status, 0, good.error)
    XCTAssertEqual(good.error, "")
    let empty = try khabar.run(["explain", path, "--id", "1"])
    XCTAssertEqual(empty.status, 1)
    XCTAssertTrue(empty.error.contains("a.jsonl:1: error D003"), empty.error)
    XCTAssertFalse(empty.error.contains("a.jsonl:2"), empty.error)
    XCTAssertTrue(try khabar.run(["explain", path, "--id", "9"]).error.contains("D015"))
  }
}
