import Foundation
import KhabarCore
import KhabarTestSupport
import XCTest

@testable import KhabarArabic

/// What the tables of verbs and function words say of words, and what is wrong in them.
final class SyntaxLexiconTests: XCTestCase {
  private let orthography = Orthography.arabic

  private func words(_ table: String) throws -> FunctionWords {
    let folder = try TemporaryFolder(self)
    _ = try folder.write("function-words.tsv", table)
    return try FunctionWords(folder: folder.path, orthography: orthography)
  }

  func testExpressionsOfSeveralWordsAndClassesOfOne() throws {
    let words = try words(
      "name\tclass\tnote\nعلى هامش\tpreposition\t\nمن جديد\tadverb\t\n"
        + "بالوكالة\tadverb\t\nكبار\tplural-adjective\t\nبها\tpreposition-pronoun\t\n"
    )
    let expressions = words.expressions.phrases(from: orthography.key("على"))
    XCTAssertEqual(expressions.map(\.value), [FunctionWords.Kinds(.preposition)])
    XCTAssertEqual(
      words.expressions.phrases(from: orthography.key("بالوكالة")).map(\.value), [FunctionWords.Kinds(.adverbial)])
    XCTAssertEqual(words.classes[orthography.key("كبار")], .pluralAdjective)
    XCTAssertEqual(words.pronominals[orthography.key("بها")], true)
  }

  func testAClassWithoutAMeaningIsAnError() throws {
    XCTAssertThrowsError(try words("name\tclass\nمن\tprepositon\n")) { error in
      let diagnostic = (error as? KhabarError)?.diagnostics.first
      XCTAssertEqual(diagnostic?.code, "L004")
      XCTAssertEqual(diagnostic?.location?.line, 2)
    }
  }

  /// Agreed *on*: past, present, verbal noun and participle have the verb's class and prepositions.
  func testFormsOfAVerbHaveItsClassesAndPrepositions() throws {
    var table = VerbTable()
    table.addPreposition(orthography.key("على"))
    let reading = try table.reading(classes: "agreement|speech", form: "VIII", governs: [orthography.key("على")])
    for form in ArabicMorphology(orthography: orthography).forms(ofVerb: "اتفق/يتفق") { table.add(form, reading) }
    table.add(nominal: orthography.key("اتفاق"), reading)
    let past = try XCTUnwrap(table.finite(orthography.key("اتفقت")))
    XCTAssertTrue(past.traits.isSuperset(of: [.past, .feminine, .form(VerbTable.formNames.firstIndex(of: "VIII")!)]))
    XCTAssertTrue(table.governs(past, orthography.key("على")))
    XCTAssertFalse(table.governs(past, orthography.key("مع")))
    // In the plural, and with the accusative's alef.
    for noun in ["اتفاق", "اتفاقات", "اتفاقا"] {
      XCTAssertEqual(table.nominal(orthography.key(noun), hasPronoun: false)?.classes, reading.classes, noun)
    }
    XCTAssertNil(table.nominal(orthography.key("نفاق"), hasPronoun: false))
  }

  func testAValueWithoutAMeaningNamesItsColumn() {
    let table = VerbTable()
    for (classes, form, column) in [("agrement", "I", "class"), ("other", "XII", "form")] {
      XCTAssertThrowsError(try table.reading(classes: classes, form: form, governs: [])) { error in
        XCTAssertEqual((error as? VerbTable.UnknownValue)?.column, column)
      }
    }
  }

  /// Every class of the shipped tables has a feature, and every feature's name is there once.
  func testVocabularyNamesAreDistinct() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let vocabulary = try ArabicPack(lexicon: root.appendingPathComponent("Gazetteers/ar/lexicon").path).syntax
      .vocabulary
    XCTAssertEqual(Set(vocabulary).count, vocabulary.count)
  }
}
