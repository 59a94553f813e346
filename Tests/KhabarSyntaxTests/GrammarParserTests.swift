import KhabarArabic
import KhabarCore
import XCTest

@testable import KhabarSyntax

final class GrammarParserTests: XCTestCase {
  private let shape = TableShape(
    "phrase", columns: ["last", "next"], outcomes: ["take", "close"], compared: (0, 1))

  private func grammar(_ text: String) throws -> Grammar {
    var parser = GrammarParser(
      vocabulary: [], engine: ["noun", "verb", "definite", "adjective"], shapes: [shape], orthography: .arabic)
    parser.read(text, file: "toy.grammar")
    return try parser.finish()
  }

  func testFirstRowThatHoldsDecides() throws {
    let grammar = try grammar(
      """
      table phrase
        close verb: next verb
        take adjective: last noun, next adjective, same definite
        close else
      """)
    let (noun, definite) = (grammar.feature("noun"), grammar.feature("definite"))
    let adjective = grammar.feature("adjective")
    let table = grammar.table("phrase")
    XCTAssertEqual(table.first(of: [noun, grammar.feature("verb")])?.row, table.row("verb"))
    XCTAssertEqual(table.first(of: [noun.union(definite), adjective.union(definite)])?.row, table.row("adjective"))
    XCTAssertEqual(table.first(of: [noun.union(definite), adjective])?.row, table.row("else"))
  }

  func testConditionsHaveAlternativesNegationsAndBrackets() throws {
    let grammar = try grammar(
      """
      feature plain = noun -definite | adjective
      feature other = !(noun | verb) definite
      """)
    func features(_ names: String...) -> Features {
      grammar.features(given: names.reduce(into: Features()) { $0.formUnion(grammar.feature($1)) }, stem: .empty)
    }
    XCTAssertTrue(features("noun").contains(grammar.feature("plain")))
    XCTAssertFalse(features("noun", "definite").contains(grammar.feature("plain")))
    XCTAssertTrue(features("noun", "definite", "adjective").contains(grammar.feature("plain")))
    XCTAssertTrue(features("definite", "adjective").contains(grammar.feature("other")))
    XCTAssertFalse(features("definite", "verb").contains(grammar.feature("other")))
  }

  func testLettersOfAWord() throws {
    let grammar = try grammar("feature plural = noun letters 5 ending \"ون\" \"ين\"")
    let plural = grammar.feature("plural")
    let noun = grammar.feature("noun")
    // "gunmen", "gun"
    XCTAssertTrue(grammar.features(given: noun, stem: Orthography.arabic.key("مسلحون")).contains(plural))
    XCTAssertFalse(grammar.features(given: noun, stem: Orthography.arabic.key("مسلح")).contains(plural))
  }

  /// A negation of many alternatives multiplies; that is told and not tried.
  func testAConditionThatMultipliesIsAMistake() throws {
    let part = { (number: Int) in "condition c\(number) = noun verb | adjective definite | verb definite" }
    let parts = (0..<12).map { part($0) }.joined(separator: "\n")
    let product = (0..<12).map { "-c\($0)" }.joined(separator: " ")
    XCTAssertThrowsError(try grammar(parts + "\nfeature x = noun " + product)) { error in
      XCTAssertEqual((error as? KhabarError)?.diagnostics.first?.code, "S011")
    }
  }

  func testMoreStatesThanFitAreAMistake() throws {
    let states = (0..<65).map { "state s\($0) = from noun while verb" }
    XCTAssertNoThrow(try grammar(states.dropLast().joined(separator: "\n")))
    XCTAssertThrowsError(try grammar(states.joined(separator: "\n"))) { error in
      let diagnostic = (error as? KhabarError)?.diagnostics.first
      XCTAssertEqual(diagnostic?.code, "S007")
      XCTAssertEqual(diagnostic?.location?.line, 65)
    }
  }

  /// Names of lines and tests of letters share the room of a set.
  func testMoreFeaturesThanFitAreAMistake() throws {
    let lines = (try grammar("").names.names.count..<Features.capacity).map { "feature f\($0) = any" }
    XCTAssertNoThrow(try grammar(lines.joined(separator: "\n")))
    for last in ["feature more = any", "condition long = letters 3"] {
      XCTAssertThrowsError(try grammar((lines + [last]).joined(separator: "\n")), last) { error in
        let diagnostic = (error as? KhabarError)?.diagnostics.first
        XCTAssertEqual(diagnostic?.code, "S007")
        XCTAssertEqual(diagnostic?.location?.line, lines.count + 1)
      }
    }
  }

  func testMistakesAreReportedWithTheirPlace() throws {
    let cases: [(text: String, code: String, line: Int, column: Int)] = [
      ("feature x = nuon", "S005", 1, 13), ("table clause", "S004", 1, 7),
      ("table phrase\n  keep a: next noun", "S009", 2, 3),
      ("table phrase\n  take a: head noun", "S009", 2, 11), ("  take a: next noun", "S004", 1, 3),
      ("feature noun = verb", "S006", 1, 9), ("state s = from noun", "S002", 1, 20),
      ("table phrase\n  take a: next noun\n  take a: next verb", "S006", 3, 8), ("feature x =", "S002", 1, 12),
    ]
    for (text, code, line, column) in cases {
      XCTAssertThrowsError(try grammar(text), text) { error in
        let diagnostic = (error as? KhabarError)?.diagnostics.first
        XCTAssertEqual(diagnostic?.code, code, text)
        XCTAssertEqual(diagnostic?.location?.line, line, text)
        XCTAssertEqual(diagnostic?.location?.column, column, text)
      }
    }
  }
}

extension GrammarTable {
  fileprivate func row(_ name: String) -> RowID? { rows.first { $0.name == name }?.id }
}
