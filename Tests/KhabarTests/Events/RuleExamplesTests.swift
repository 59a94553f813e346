import XCTest

@testable import Khabar

/// The examples inside the shipped rule files, and sentences for what the rules share.
final class RuleExamplesTests: XCTestCase {
  private static let home = KhabarHome(path: packageRoot)
  private static let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private func pipeline() throws -> Pipeline { try Pipeline(named: "arabic-news", home: Self.home) }

  private func events(_ text: String, on date: String? = nil) throws -> AssembledDocument {
    var info = DocumentInfo(id: "t")
    info.anchor = date.flatMap { CivilDate(iso: $0) }.map { DocumentAnchor(date: $0, source: .option) }
    return try pipeline().process(RawDocument(info: info, bytes: Array(text.utf8)))
  }

  func testExamplesInShippedRules() throws {
    let description = try PipelineDescription.load("arabic-news", home: Self.home)
    let rules = try RuleSet(reading: description.rules)
    let outcomes = try RuleTester(process: pipeline().process).outcomes(of: rules)
    XCTAssertGreaterThan(outcomes.count, 15)
    for outcome in outcomes {
      XCTAssertEqual(outcome.problems, [], "\(outcome.example.location): \(outcome.example.text)")
    }
  }

  /// "will meet", "cancelled", "denied", "if he meets", "did not meet", "met".
  func testStatusFollowsTenseAndSignals() throws {
    let cases: [(String, EventStatus?)] = [
      ("سيلتقي الرئيس المصري عبد الفتاح السيسي نظيره الفرنسي إيمانويل ماكرون في باريس.", .planned),
      ("من المقرر أن يلتقي وزير الخارجية المصري سامح شكري نظيره العراقي فؤاد حسين في بغداد.", .planned),
      ("ألغى الرئيس الفرنسي إيمانويل ماكرون أمس لقاء مع الرئيس المصري عبد الفتاح السيسي.", .cancelled),
      ("إذا التقى الرئيس الفرنسي إيمانويل ماكرون الرئيس المصري عبد الفتاح السيسي فسيبحثان الملف.", nil),
      ("لم يلتق الرئيس الفرنسي إيمانويل ماكرون الرئيس المصري عبد الفتاح السيسي.", nil),
      ("التقى الرئيس الفرنسي إيمانويل ماكرون الرئيس المصري عبد الفتاح السيسي أمس.", .occurred),
    ]
    for (text, status) in cases {
      let meetings = try events(text, on: "2022-05-10").events.filter { $0.type == "Meeting" }
      XCTAssertEqual(meetings.first?.status, status, text)
    }
  }

  /// A minister meets another; three sentences later "the meeting" takes up the same happening.
  func testOneHappeningIsOneEvent() throws {
    let document = try events(
      """
      التقى وزير الخارجية المصري سامح شكري أمس في القاهرة نظيره العراقي فؤاد حسين. وكان شكري قد التقى فؤاد حسين \
      أمس لبحث العلاقات بين البلدين.
      """, on: "2022-05-10")
    let meetings = document.events.filter { $0.type == "Meeting" }
    XCTAssertEqual(meetings.count, 1)
    XCTAssertEqual(meetings.first?.mentions.count, 1)
    XCTAssertEqual(meetings.first?.time?.value, "2022-05-09")
    XCTAssertEqual(meetings.first?.places.map(\.name), ["القاهرة"])
  }

  /// He arrived in Doha yesterday, where he met the emir: the meeting has the visit's day and place.
  func testWhatHappensOnAVisitHasItsDayAndPlace() throws {
    let document = try events(
      "وصل وزير الخارجية الروسي سيرغي لافروف إلى الدوحة أمس حيث التقى أمير قطر تميم بن حمد آل ثاني.",
      on: "2022-05-10")
    let meeting = try XCTUnwrap(document.events.first { $0.type == "Meeting" })
    XCTAssertEqual(meeting.time?.value, "2022-05-09")
    XCTAssertEqual(meeting.places.map(\.name), ["الدوحة"])
    XCTAssertEqual(Set(meeting.participants.map(\.name)), ["سيرغي لافروف", "تميم بن حمد آل ثاني"])
  }

  /// The date of saying does not date what was said.
  func testDateOfReportingIsNotTheEvents() throws {
    let document = try events("أعلن مكتب الرئيس أمس أن وزير الدفاع التركي يشار غولر زار بغداد.", on: "2022-05-10")
    let visit = try XCTUnwrap(document.events.first { $0.type == "Visit" })
    XCTAssertNil(visit.time)
  }

  /// The documentation's rule file makes a new kind of event out of a sentence.
  func testRulesInTheDocumentation() throws {
    let readme = try String(contentsOfFile: Self.packageRoot + "/Documentation/rules.md", encoding: .utf8)
    let parts = readme.components(separatedBy: "```rules\n")
    let text = try XCTUnwrap(parts.last?.components(separatedBy: "```").first)
    XCTAssertEqual(parts.count, 2)
    XCTAssertLessThan(text.split(separator: "\n").count, 20)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("khabar-readme-\(UUID().uuidString).rules")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    let pipeline = try Pipeline(named: "arabic-news", rules: [file.path], home: Self.home)
    let document = try pipeline.process(
      RawDocument(id: "t", text: "أطلقت الإمارات يوم السبت قمرا صناعيا من اليابان."))
    XCTAssertEqual(document.events.map(\.type), ["Launch"])
    XCTAssertEqual(document.events.first?.participants.map(\.name), ["الإمارات"])
  }
}
