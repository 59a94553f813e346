import Foundation
import KhabarTestSupport
import XCTest

@testable import Khabar
@testable import KhabarArabic
@testable import KhabarAssemble
@testable import KhabarSyntax

/// The shipped data come back from archives as they were.
final class ShippedDataArchiveTests: XCTestCase {
  private static let description = Result {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    return try PipelineDescription.load("arabic-news", home: KhabarHome(path: root))
  }

  private func copy<Value: Archivable>(_ value: Value) throws -> Value {
    let writer = ArchiveWriter()
    var original = value
    try original.pass(through: writer)
    let reader = ArchiveReader(writer.bytes)
    var copy = Value.blank
    try copy.pass(through: reader)
    XCTAssertTrue(reader.isAtEnd)
    return copy
  }

  func testWordTables() throws {
    let tables = try ArabicTables(folder: Self.description.get().lexicon)
    XCTAssertEqual(Outline.difference(tables, try copy(tables)), nil)
  }

  func testRules() throws {
    let description = try Self.description.get()
    let (set, pack) = (try RuleSet(reading: description.rules), try description.languagePack())
    let rules = InflectedRules(set, morphology: pack.morphology, orthography: pack.orthography)
    let copy = try copy(rules)
    XCTAssertGreaterThan(copy.rules.count, 100)
    XCTAssertEqual(Outline.difference(rules.frame, copy.frame), nil)
    XCTAssertEqual(Outline.difference(rules.words, copy.words), nil)
    XCTAssertEqual(Outline.difference(rules.triggers, copy.triggers), nil)
    XCTAssertEqual(copy.locations, set.locations)
    for (written, copied) in zip(set.rules, copy.rules) {
      var expected = written
      expected.examples = []
      XCTAssertEqual(copied.value, expected)
    }
    let (one, other) = (
      CompiledRules(rules, orthography: pack.orthography), CompiledRules(copy, orthography: pack.orthography)
    )
    for (rule, copied) in zip(one.rules, other.rules) {
      XCTAssertEqual(Outline.difference(rule.slots, copied.slots), nil, rule.rule.name)
      XCTAssertEqual(Outline.difference(rule.vetoes, copied.vetoes), nil, rule.rule.name)
      XCTAssertEqual(rule.supports, copied.supports, rule.rule.name)
    }
  }

  func testGrammar() throws {
    let description = try Self.description.get()
    let pack = try description.languagePack()
    let grammar = try Grammar(reading: description.grammars, lexicon: pack.syntax, orthography: pack.orthography)
    let copy = try copy(grammar)
    XCTAssertGreaterThan(copy.rows.count, 100)
    XCTAssertEqual(Outline.difference(grammar, copy), nil)
  }

  func testSmallTables() throws {
    let description = try Self.description.get()
    let tables = try PipelineTables(reading: description, for: description.languagePack())
    XCTAssertEqual(Outline.difference(tables.languages, try copy(tables).languages), nil)
    XCTAssertEqual(Outline.difference(tables.sectors, try copy(tables).sectors), nil)
    XCTAssertEqual(Outline.difference(tables.codes, try copy(tables).codes), nil)
    var cleaning = try copy(tables).cleaning
    cleaning.orthography = tables.cleaning.orthography
    XCTAssertEqual(Outline.difference(tables.cleaning, cleaning), nil)
  }
}
