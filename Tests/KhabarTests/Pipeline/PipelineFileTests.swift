import KhabarTestSupport
import XCTest

@testable import Khabar

final class PipelineFileTests: XCTestCase {
  private func diagnostics(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch {
      return (error as? KhabarError)?.diagnostics.map { "\($0.location?.line.map(String.init) ?? "-") \($0.code)" } ?? [
        "?"
      ]
    }
  }

  func testReadsKeysPathsAndSettings() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("Gazetteers/ar/a.tsv", "name\n")
    try folder.write("Pipelines/news/a.rules", "")
    let path = try folder.write(
      "Pipelines/mine.pipeline",
      "\u{FEFF}# A comment\r\nlanguage:ar\r\n\r\n  gazetteers: ../Gazetteers/ar  \n"
        + "gazetteers: news\nrules: news\nresolve.x: a: b\n"
    )
    let home = KhabarHome(path: folder.path)
    for name in ["mine", path] {
      let description = try PipelineDescription.load(name, home: home)
      XCTAssertEqual(description.name, "mine")
      XCTAssertEqual(description.language.text, "ar")
      let base = folder.path + "/Gazetteers/ar"
      let news = folder.path + "/Pipelines/news"
      XCTAssertEqual(description.gazetteers.map(\.text), [base, news])
      XCTAssertEqual(description.gazetteers.map { $0.location?.line }, [4, 5])
      XCTAssertEqual(description.lexicon, base + "/lexicon")
      XCTAssertEqual(description.rules.map(\.text), [news])
      XCTAssertEqual(description.settings["resolve.x"]?.text, "a: b")
    }
  }

  func testReportsEveryMistakeWithItsLine() throws {
    let folder = try TemporaryFolder(self)
    let home = KhabarHome(path: folder.path)
    let path = try folder.write("p.pipeline", "langage: ar\nno colon\nlanguage:\nrules: nowhere\n")
    XCTAssertEqual(
      diagnostics { _ = try PipelineDescription.load(path, home: home) },
      ["1 P006", "2 P003", "3 P004", "- P005", "4 P007"])
  }

  func testUnknownPipelineListsTheKnownOnes() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("Pipelines/b.pipeline", "")
    try folder.write("Pipelines/a.pipeline", "")
    let home = KhabarHome(path: folder.path)
    XCTAssertThrowsError(try PipelineDescription.load("c", home: home)) { error in
      XCTAssertEqual(
        "\(error)", "error P002: there is no pipeline \"c\". Available pipelines: a, b")
    }
    XCTAssertEqual(diagnostics { _ = try PipelineDescription.load("./x.pipeline", home: home) }, ["- P002"])
  }

  func testSettings() throws {
    let folder = try TemporaryFolder(self)
    let path = try folder.write("p.pipeline", "language: ar\na.b: two\nc.d: x\ne.f: 1\n")
    let description = try PipelineDescription.load(path, home: KhabarHome(path: folder.path))
    var settings = PipelineSettings(description)
    XCTAssertEqual(settings.take("a.b", ["one": 1, "two": 2]), 2)
    XCTAssertEqual(settings.take("g.h", ["one": 1, "two": 2]), 1)
    XCTAssertEqual(settings.take("c.d", ["one": 1, "two": 2]), 1)
    XCTAssertEqual(diagnostics { try settings.finish() }, ["3 P011", "4 P010"])
    XCTAssertEqual(diagnostics { _ = try Pipeline(description) }, ["2 P010", "3 P010", "4 P010"])
  }

  func testUnknownLanguage() throws {
    let folder = try TemporaryFolder(self)
    let path = try folder.write("p.pipeline", "# Klingon\nlanguage: tlh\n")
    let description = try PipelineDescription.load(path, home: KhabarHome(path: folder.path))
    XCTAssertEqual(diagnostics { _ = try Pipeline(description) }, ["2 P008"])
  }

  func testExtendsAnotherPipelineByNameOrFile() throws {
    let folder = try TemporaryFolder(self)
    try folder.write("Gazetteers/ar/a.tsv", "name\n")
    try folder.write("Pipelines/news/a.rules", "")
    try folder.write("lists/ports.tsv", "name\n")
    try folder.write(
      "Pipelines/base.pipeline", "language: ar\ngazetteers: ../Gazetteers/ar\nrules: news\na.b: 1\nc.d: 1\n")
    let own = try folder.write("lists/own.pipeline", "extends: base\ngazetteers: ports.tsv\na.b: 2\n")
    let further = try folder.write(
      "lists/further.pipeline", "extends: own.pipeline\nrules: $KHABAR_HOME/Pipelines/news\n")
    let home = KhabarHome(path: folder.path)
    let description = try PipelineDescription.load(own, home: home)
    XCTAssertEqual(description.name, "own")
    XCTAssertEqual(description.language.text, "ar")
    XCTAssertEqual(
      description.gazetteers.map(\.text), [folder.path + "/Gazetteers/ar", folder.path + "/lists/ports.tsv"])
    XCTAssertEqual(description.lexicon, folder.path + "/Gazetteers/ar/lexicon")
    XCTAssertEqual(description.settings.mapValues(\.text), ["a.b": "2", "c.d": "1"])
    XCTAssertEqual(
      try PipelineDescription.load(further, home: home).rules.map(\.text),
      Array(repeating: folder.path + "/Pipelines/news", count: 2))
  }

  func testExtendsThatLeadNowhereOrInACircle() throws {
    let folder = try TemporaryFolder(self)
    let home = KhabarHome(path: folder.path)
    let lost = try folder.write("lost.pipeline", "extends: nobody\nlanguage: ar\n")
    XCTAssertEqual(diagnostics { _ = try PipelineDescription.load(lost, home: home) }, ["1 P002"])
    let own = try folder.write("own.pipeline", "language: ar\nextends: own.pipeline\n")
    XCTAssertEqual(diagnostics { _ = try PipelineDescription.load(own, home: home) }, ["2 P012"])
    try folder.write("b.pipeline", "language: ar\nextends: a.pipeline\n")
    let circle = try folder.write("a.pipeline", "language: ar\nextends: b.pipeline\n")
    XCTAssertEqual(diagnostics { _ = try PipelineDescription.load(circle, home: home) }, ["2 P012"])
  }
}
