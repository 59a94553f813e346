import Khabar
import XCTest

/// The shipped data come back from archives as they were.
final class ShippedDataArchiveTests: XCTestCase {
  private static let description = Result {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    return try PipelineDescription.load("arabic-news", home: KhabarHome(path: root))
  }

  private func copy<Value: Archivable>(_ value: Value) throws -> Value {
    var (original, writer) = (value, ArchiveWriter())
    try original.pass(through: &writer)
    return try writer.bytes.withUnsafeBytes { bytes in
      var (copy, reader) = (Value.blank, ArchiveReader(bytes))
      try copy.pass(through: &reader)
      XCTAssertTrue(reader.isAtEnd)
      return copy
    }
  }

  func testRules() throws {
    let rules = try RuleSet(reading: Self.description.get().rules)
    let copy = try copy(rules)
    XCTAssertGreaterThan(rules.rules.count, 100)
    XCTAssertEqual(copy.events, rules.events)
    XCTAssertEqual(copy.rules, rules.rules)
    XCTAssertEqual(
      copy.rules.flatMap(\.examples).map { $0.expected.map(\.value) },
      rules.rules.flatMap(\.examples).map { $0.expected.map(\.value) })
    XCTAssertEqual(copy.signals.map(\.words), rules.signals.map(\.words))
    XCTAssertEqual(copy.defaults, rules.defaults)
    XCTAssertEqual(copy.placeNouns, rules.placeNouns)
    XCTAssertEqual(
      [copy.limits, copy.during, copy.within, copy.also, copy.besides],
      [rules.limits, rules.during, rules.within, rules.also, rules.besides])
    XCTAssertEqual(copy.names.words, rules.names.words)
    XCTAssertEqual(copy.names.unused.map(\.name), rules.names.unused.map(\.name))
    XCTAssertEqual(copy.locations, rules.locations)
  }

  func testGrammar() throws {
    let description = try Self.description.get()
    let pack = try description.languagePack()
    let grammar = try Grammar(reading: description.grammars, lexicon: pack.syntax, orthography: pack.orthography)
    let copy = try copy(grammar)
    XCTAssertGreaterThan(grammar.rows.count, 100)
    XCTAssertEqual(copy.rows.map(\.name), grammar.rows.map(\.name))
    XCTAssertEqual(copy.rows.map(\.location), grammar.rows.map(\.location))
    XCTAssertEqual(copy.names.names, grammar.names.names)
    XCTAssertEqual(copy.relations, grammar.relations)
    XCTAssertEqual(copy.examples.map(\.text), grammar.examples.map(\.text))
    for text in ["استقبل", "الوزيرة", "ومباحثاتهما", "x"] {  // received, the minister, and their talks
      let stem = pack.orthography.key(text)
      XCTAssertEqual(copy.features(given: Features(), stem: stem), grammar.features(given: Features(), stem: stem))
    }
  }
}
