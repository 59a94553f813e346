import KhabarTestSupport
import XCTest

@testable import Khabar

/// Pipelines that choose among languages.
final class SeveralLanguagesTests: XCTestCase {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private static let shared = Result { try Pipeline(named: "auto", home: KhabarHome(path: root)) }

  private func process(_ text: String, language: String? = nil) throws -> AssembledDocument {
    var info = DocumentInfo(id: "t")
    info.language = language
    return try Self.shared.get().process(RawDocument(info: info, bytes: Array(text.utf8)))
  }

  private func told(_ text: String, language: String? = nil) throws -> [String?] {
    let info = try process(text, language: language).info
    return [info.language, info.languageChoice?.language, info.languageChoice?.source.rawValue]
  }

  private func codes(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch {
      return (error as? KhabarError)?.diagnostics.map(\.code) ?? ["?"]
    }
  }

  private let arabic = "التقى الرئيس الفرنسي إيمانويل ماكرون الرئيس المصري عبد الفتاح السيسي في القاهرة."  // … met …
  private let english = "French President Emmanuel Macron met Egyptian President Abdel Fattah el-Sisi in Cairo."
  // The foreign minister travels to Baghdad and said that this country is ready for talks with its neighbours.
  private let persian = "وزیر امور خارجه به بغداد سفر می کند و گفت که این کشور برای گفتگو با همسایگان خود آماده است."

  func testEachTextIsReadInItsLanguage() throws {
    XCTAssertEqual(try told(arabic), ["ar", "ar", "text"])
    XCTAssertEqual(try told(english), ["en", "en", "text"])
    XCTAssertEqual(try process(arabic).events.map(\.type), ["Meeting"])
    XCTAssertEqual(try process(english).events.map(\.type), ["Meeting"])
  }

  /// The text tells its language, whatever the page says; a country's way to write it stays as it was given.
  func testWhatIsGivenCountsWhereTheTextDoesNotTell() throws {
    XCTAssertEqual(try told(english, language: "ar"), ["en", "en", "text"])
    XCTAssertEqual(try told(english, language: "en-GB"), ["en-GB", "en", "text"])
    XCTAssertEqual(try told("12:30", language: "en"), ["en", "en", "metadata"])
    XCTAssertEqual(try told("12:30"), ["ar", "ar", "default"])
    XCTAssertEqual(codes { _ = try process("Macron Berlin", language: "fr") }, ["D040"])
    // Names by themselves tell nothing.
    let names = "Adams Baker Clark Davis Evans Foster Green Harris Irving Jones"
    XCTAssertEqual(codes { _ = try process(names) }, ["D041"])
    XCTAssertEqual(try told(names, language: "en"), ["en", "en", "metadata"])
  }

  func testALanguageWithoutAPackIsAnErrorOfItsOwn() throws {
    XCTAssertThrowsError(try process(persian)) { error in
      XCTAssertEqual(
        (error as? KhabarError)?.diagnostics.first?.description,
        "error D040: the text is Persian (fa), which the pipeline does not read. "
          + "Leave it out; the pipeline reads: ar, en")
    }
    XCTAssertEqual(codes { _ = try process("首相は月曜日にバグダッドで大統領と会談した。") }, ["D041"])  // Japanese
  }

  /// Records say what made them: the pipeline of the language.
  func testRecordsSayTheLanguageAndItsSource() throws {
    let pipeline = try Self.shared.get()
    let exporter = pipeline.exporter { pipeline in
      JSONExporter(style: .lines, options: ExportOptions(pipeline: pipeline.name, language: pipeline.language))
    }
    for (text, pipeline, language) in [(arabic, "arabic-news", "ar"), (english, "english-news", "en")] {
      let record = String(decoding: exporter.export(try process(text)), as: UTF8.self)
      XCTAssertTrue(record.contains("\"language\":\"\(language)\",\"languageSource\":\"text\""), record)
      XCTAssertTrue(record.contains("\"pipeline\":\"\(pipeline)\""), record)
    }
    let plain = try Pipeline(named: "english-news", home: KhabarHome(path: Self.root))
      .process(RawDocument(id: "t", text: english))
    XCTAssertNil(plain.info.languageChoice, "nothing was chosen")
  }

  func testMistakesOfItsFile() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("Gazetteers/a.tsv", "name\ttype\n")
    try folder.write("Pipelines/en.pipeline", "language: en\n")
    let home = KhabarHome(path: folder.path)
    func codes(_ text: String) throws -> [String] {
      let path = try folder.write("Pipelines/p.pipeline", text)
      return self.codes { _ = try PipelineDescription.load(path, home: home) }
    }
    XCTAssertEqual(try codes("language: auto\n"), ["P013"])
    XCTAssertEqual(try codes("language: auto\nlanguage.en: en\n"), [])
    XCTAssertEqual(try codes("language: auto\nlanguage.ar: en\n"), ["P014", "P013"])
    XCTAssertEqual(try codes("language: auto\nlanguage.en: nowhere\n"), ["P002", "P013"])
    XCTAssertEqual(try codes("language: auto\nlanguage.en: p\n"), ["P012", "P013"])
    XCTAssertEqual(try codes("language: auto\nlanguage.en: en\ngazetteers: ../Gazetteers\n"), ["P013"])
  }

  /// One's own pipeline of several languages adds to a shipped one, and takes another for a language of it.
  func testExtendsAnotherOne() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("Gazetteers/a.tsv", "name\ttype\n")
    try folder.write("Pipelines/en.pipeline", "language: en\n")
    try folder.write("Pipelines/en2.pipeline", "extends: en\n")
    try folder.write("Pipelines/eo.pipeline", "language: eo\n")
    try folder.write("Pipelines/base.pipeline", "language: auto\nlanguage.en: en\n")
    let path = try folder.write("p.pipeline", "extends: base\nlanguage.eo: eo\nlanguage.en: en2\n")
    let description = try PipelineDescription.load(path, home: KhabarHome(path: folder.path))
    XCTAssertEqual(description.branches.map(\.language), ["eo", "en"])
    XCTAssertEqual(description.branches.map(\.description.name), ["eo", "en2"])
  }

  func testTasksOfOneLanguageAskForOne() throws {
    let description = try PipelineDescription.load("auto", home: KhabarHome(path: Self.root))
    XCTAssertEqual(codes { _ = try description.languagePack() }, ["P008"])
    XCTAssertEqual(codes { try description.requireOneLanguage() }, ["P008"])
    XCTAssertEqual(description.single.map(\.name), ["arabic-news", "english-news"])
  }
}
