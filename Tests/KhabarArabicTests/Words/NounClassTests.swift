import Foundation
import KhabarCore
import KhabarTestSupport
import XCTest

@testable import KhabarArabic

final class NounClassTests: XCTestCase {
  private static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Gazetteers/ar/lexicon")

  private static let header = "name\tclass\tplural\tfeminine\n"

  /// The classes of words as they stand in text, by a lexicon of one table, and of how often stems occur.
  private func classes(of words: [String], table: String, stems: String = "name\tcount\n") throws -> [[NounClass]] {
    let folder = try TemporaryFolder(self)
    try folder.write("stems.tsv", stems)
    try folder.write("noun-classes.tsv", table)
    return try classes(of: words, lexicon: folder.path)
  }

  private func classes(of words: [String], lexicon: String) throws -> [[NounClass]] {
    let orthography = Orthography.arabic
    let morphology = ArabicMorphology(orthography: orthography)
    let analyzer = ArabicWords(
      lexicon: try ArabicLexicon(folder: lexicon, orthography: orthography, morphology: morphology))
    return words.map { word in
      let text = AlignedText(identity: Array(word.utf8))
      let shape: Token.Shape = word.hasSuffix("ة") ? [.spaceBefore, .feminineEnding] : [.spaceBefore]
      var tokens = [Token(span: text.extent, kind: .word, shape: shape, key: orthography.key(word))]
      analyzer.analyze(&tokens, in: text)
      return [tokens[0].nounClasses.first, tokens[0].nounClasses.second].compactMap(\.self)
    }
  }

  /// Every form of a row has its class: singular, plural, before a complement, feminine.
  func testFormsOfARow() throws {
    let table = Self.header + "مهرب\tpeople\tمهربون|مهربين\tمهربة|مهربات\nحافلة\tvehicle\tحافلات\n"
    XCTAssertEqual(
      try classes(of: ["مهرب", "مهربين", "مهربي", "مهربو", "مهربات", "حافلات", "طائرة"], table: table),
      [[.people], [.people], [.people], [.people], [.people], [.vehicle], []])
  }

  /// What is written together with a noun does not hide it: article, preposition, pronoun, the accusative's alef.
  func testCliticsAndCases() throws {
    let table = Self.header + "حافلة\tvehicle\nمتحف\tbuilding\n"
    let stems = "name\tcount\nحافلة\t90\nمتحف\t90\n"
    XCTAssertEqual(
      try classes(of: ["الحافلة", "وبالحافلة", "حافلتهم", "متحفا", "للمتحف"], table: table, stems: stems),
      [[.vehicle], [.vehicle], [.vehicle], [.building], [.building]])
  }

  /// A word of two senses has both, the first row's first; a third is left out.
  func testSensesOfOneWord() throws {
    let table = Self.header + "مخرج\tpeople\nمخرج\tland\nمخرج\tabstract\n"
    XCTAssertEqual(try classes(of: ["المخرج"], table: table), [[.people, .land]])
  }

  func testUnknownClassIsAnError() throws {
    XCTAssertThrowsError(try classes(of: [], table: Self.header + "حافلة\tvehicle\nقارب\tboat\n")) { error in
      let message = "\(error)"
      XCTAssertTrue(message.contains("noun-classes.tsv:3") && message.contains("'boat'"), message)
    }
  }

  /// The other tables say what their nouns stand for, and noun-classes.tsv is right where they differ.
  func testShippedTablesTogether() throws {
    let words = ["وزيرة", "وزارة", "كتائب", "مستشفى", "مطار", "وفدا", "أسر", "جنود", "شمال", "لغم", "اجتماعات", "بيان"]
    XCTAssertEqual(
      try classes(of: words, lexicon: Self.shipped.path).map(\.first),
      [
        .people, .body, .force, .building, .facility, .group, .group, .people, .land, .weapon, .happening, .utterance,
      ])
  }

  /// A word that is closed has no class by the accident of its spelling: إنه "that he" is not آن "time".
  func testClosedWordsStandForNothing() throws {
    let words = ["إنه", "الذي", "كانت", "لكن", "هم"]
    XCTAssertEqual(try classes(of: words, lexicon: Self.shipped.path), words.map { _ in [] })
  }

  /// The shipped table is in order: no sense twice, single words, a class for each.
  func testShippedTable() throws {
    let file = Self.shipped.appendingPathComponent("noun-classes.tsv")
    var seen: Set<[String]> = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if cells[0] == "name" { continue }
      XCTAssertTrue(seen.insert([cells[0], cells[1]]).inserted, "twice: \(cells[0]) \(cells[1])")
      XCTAssertNotNil(NounClass(rawValue: cells[1]), String(line))
      XCTAssertFalse(line.contains(" ") || line.contains("||"), String(line))
      XCTAssertFalse(cells.dropFirst(2).joined(separator: "|").split(separator: "|").contains { $0 == cells[0] })
    }
    XCTAssertGreaterThan(seen.count, 3000)
  }
}
