import Foundation
import Khabar
import NewsExtensions
import XCTest

/// Parts from outside the package in the shipped pipeline. None of the tests says where Khabar's data are: they are
/// found beside its sources.
final class NewsExtensionsTests: XCTestCase {
  /// The data are found beside the sources, whatever the working directory and the environment.
  func testDataAreFoundWithoutBeingNamed() throws {
    let home = try KhabarHome.find(environment: [:], executable: nil, workingDirectory: "/")
    XCTAssertTrue(FileManager.default.fileExists(atPath: home.pipelines + "/arabic-news.pipeline"))
  }

  /// "The minister met his counterpart in Baghdad; the ministry's number is …"
  func testStageBeforeAllOthers() throws {
    let text = "التقى الوزير نظيره في بغداد. هاتف الوزارة +964 770 123 4567 للاستفسار."
    let pipeline = try Pipeline(named: "arabic-news") { $0.cleaner.prepend(PhoneNumberMask()) }
    let document = try pipeline.process(RawDocument(id: "1", text: text))
    let masked = String(decoding: document.raw.bytes, as: UTF8.self)
    XCTAssertEqual(masked, text.replacingOccurrences(of: "+964 770 123 4567", with: "+000 000 000 0000"))
    XCTAssertTrue(document.entities.contains { $0.name == "بغداد" })
  }

  /// "The ministry spent 5 million dollars on 12 schools."
  func testStageBehindAnother() throws {
    let text = "أنفقت الوزارة 5 ملايين دولار على 12 مدرسة."
    let whole = try Pipeline(named: "arabic-news").process(RawDocument(id: "1", text: text))
    let large = try Pipeline(named: "arabic-news") { $0.resolver.append(LargeQuantities(from: 1_000)) }
      .process(RawDocument(id: "1", text: text))
    XCTAssertEqual(whole.quantities.compactMap(\.value).sorted(), [12, 5_000_000])
    XCTAssertEqual(large.quantities.map(\.value), [5_000_000])
  }

  /// A stage may take the place of a shipped one: here a matcher that finds nothing, so that no gazetteer counts.
  func testStageInPlaceOfAnother() throws {
    struct NoMatches: Stage {
      func process(_ input: TokenizedDocument) throws -> MatchedDocument {
        MatchedDocument(tokenized: input, lookups: [])
      }
    }
    let pipeline = try Pipeline(named: "arabic-news") { $0.matcher = AnyStage(NoMatches()) }
    // "He arrived in Baghdad"
    let document = try pipeline.process(RawDocument(id: "1", text: "وصل إلى بغداد"))
    XCTAssertTrue(document.entities.allSatisfy { $0.gazetteerID == nil })
  }

  /// Two articles of a bulletin as a table of events: "Iraqi foreign minister Fuad Hussein met his Turkish counterpart
  /// Hakan Fidan in Baghdad yesterday" and an article without text.
  func testReaderAndExporter() throws {
    let bulletin = """
      === 2024-04-16 لقاء
      التقى وزير الخارجية العراقي فؤاد حسين نظيره التركي هاكان فيدان أمس في بغداد.
      === 2024-04-16 فارغ

      """
    let output = Bytes()
    let findings = Findings()
    let batch = Batch(pipeline: try Pipeline(named: "arabic-news"), exporter: EventTable(), jobs: 2)
    let summary = try batch.run(documents: BulletinReader(bulletin, name: "bulletin"), to: .stream(output)) {
      findings.add($0)
    }
    XCTAssertEqual(summary.documents, 1)
    XCTAssertEqual(findings.all.map(\.code), ["D003"])
    let lines = output.text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    XCTAssertEqual(lines.count, 2)
    XCTAssertEqual(
      lines.last?.map(String.init),
      [
        "bulletin#1", "Meeting", "occurred", "2024-04-15", "party=فؤاد حسين; party=هاكان فيدان", "0", "5",
      ])
  }

  /// A language of one's own, in a pipeline file of one's own: "Yesterday Ludoviko Zamenhof spoke in Białystok. On
  /// the 15th of April 2024 Zamenhof came to Parizo."
  func testLanguagePack() throws {
    let folder = NSTemporaryDirectory() + "khabar-extensions-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "name\ttype\tcountry\nParizo\tPlace\tFR\n".write(
      toFile: folder + "/places.tsv", atomically: true, encoding: .utf8)
    let file = folder + "/news.pipeline"
    try "language: eo\ngazetteers: places.tsv\n".write(toFile: file, atomically: true, encoding: .utf8)
    // begin
    let languages = LanguageCatalog.shipped.adding("eo") { _ in EsperantoPack() }
    let pipeline = try Pipeline(named: file, languages: languages)
    // end
    var article = RawDocument(
      id: "1", text: "Hieraŭ Ludoviko Zamenhof parolis. La 15-an de aprilo 2024 Zamenhof venis al Parizo.")
    article.info.anchor = DocumentAnchor(date: CivilDate(year: 2024, month: 4, day: 20), source: .option)
    let document = try pipeline.process(article)
    XCTAssertEqual(document.entities.map(\.name), ["Ludoviko Zamenhof", "Parizo"])
    XCTAssertEqual(document.entities.map(\.mentions.count), [2, 1])
    XCTAssertEqual(document.entities.last?.country, "FR")
    XCTAssertEqual(document.times.map(\.value), ["2024-04-19", "2024-04-15"])
    XCTAssertEqual(document.events.count, 0)
  }

  /// The lines that the documentation shows are those of the test above.
  func testTheDocumentationShowsLinesThatCompile() throws {
    let lines = try String(contentsOfFile: #filePath, encoding: .utf8).components(separatedBy: "\n")
    let start = try XCTUnwrap(lines.firstIndex(of: "    // begin"))
    let end = try XCTUnwrap(lines.firstIndex(of: "    // end"))
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { package.deleteLastPathComponent() }
    let page = try String(
      contentsOf: package.appendingPathComponent("Documentation/languages.md"), encoding: .utf8)
    for line in lines[(start + 1)..<end] {
      XCTAssertTrue(page.contains(line.trimmingCharacters(in: .whitespaces)), line)
    }
  }

  /// A language that no catalog has is a diagnostic with the file's line, not a crash.
  func testUnknownLanguage() throws {
    let file = NSTemporaryDirectory() + "khabar-extensions-\(UUID().uuidString).pipeline"
    try "language: tlh\n".write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    XCTAssertThrowsError(try Pipeline(named: file)) { error in
      XCTAssertEqual((error as? KhabarError)?.diagnostics.map(\.code), ["P008"])
      XCTAssertEqual((error as? KhabarError)?.diagnostics.first?.location?.line, 1)
    }
  }
}

/// Collects output. Batches write from one thread at a time.
private final class Bytes: ByteSink, @unchecked Sendable {
  private var bytes: [UInt8] = []
  func write(_ bytes: [UInt8]) throws { self.bytes += bytes }
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Collects findings, likewise.
private final class Findings: @unchecked Sendable {
  private(set) var all: [Diagnostic] = []
  func add(_ finding: Diagnostic) { all.append(finding) }
}
