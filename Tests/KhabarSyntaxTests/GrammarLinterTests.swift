import KhabarCore
import XCTest

@testable import KhabarSyntax

/// What is wrong with a grammar that can be read, and what its examples say.
final class GrammarLinterTests: XCTestCase {
  private let shapes = [
    TableShape("phrase", columns: ["last", "next"], outcomes: ["take", "close"], compared: (0, 1)),
    TableShape("sum", columns: ["noun"], outcomes: ["here", "there"], isSum: true),
  ]

  private func grammar(_ text: String) throws -> Grammar {
    var parser = GrammarParser(
      vocabulary: ["noun", "verb", "definite", "silent"], shapes: shapes, orthography: Toy.orthography)
    parser.read(text, file: "toy.grammar")
    return try parser.finish()
  }

  /// `S021 2`, by code and line.
  private func findings(_ text: String, notes: Bool = false) throws -> [String] {
    try GrammarLinter(grammar: grammar(text)).findings().filter { notes || $0.severity != .note }.map {
      "\($0.code) \($0.location?.line ?? 0)"
    }
  }

  func testRowsThatNeverHold() throws {
    XCTAssertEqual(try findings("table phrase\n  take a: next noun -noun"), ["S020 2"])
    XCTAssertEqual(try findings("table phrase\n  take a: next noun -verb"), [])
  }

  func testRowsThatAreNeverReached() throws {
    XCTAssertEqual(
      try findings("table phrase\n  take a: next noun\n  close b: last verb, next noun definite"), ["S021 3"])
    XCTAssertEqual(try findings("table phrase\n  take a: next noun definite\n  close b: next noun"), [])
    XCTAssertEqual(try findings("table phrase\n  take a: next noun, same definite\n  close b: next noun"), [])
    XCTAssertEqual(try findings("table phrase\n  take a\n  close b: next noun"), ["S021 3"])
    // In a table of sums each row counts.
    XCTAssertEqual(try findings("table sum\n  here a 1: noun noun\n  there b 2: noun noun definite"), [])
  }

  func testNamesThatNothingAsksFor() throws {
    XCTAssertEqual(try findings("feature idle = noun\ncondition unused = verb"), ["S022 1", "S022 2"])
    XCTAssertEqual(
      try findings("feature busy = noun\ncondition used = busy\ntable phrase\n  take a: next used"), [])
  }

  func testNotes() throws {
    let found = try findings("table phrase\n  take a: next noun verb definite", notes: true)
    // No example; a word of the lexicon that no file speaks of.
    XCTAssertEqual(found, ["S024 2", "S023 0"])
    let shown = "table phrase\n  take a: next noun verb definite silent\n    example \"x\" => phrase \"x\""
    XCTAssertEqual(try findings(shown, notes: true), [])
  }

  // MARK: - Examples

  private let clauses =
    ToyTreeBank.clauses + """
      table argument
        subject topic-subject 5: phrase topic
          example "minister met officer" => subject "met" "minister", object "met" "officer"
          example "officer met" => ! subject "met" "minister", clause main "met", verb "met"
        object  first-object 1: phrase first

      """

  private func problems(_ rows: String, without row: String? = nil) throws -> [String] {
    let bank = try ToyTreeBank(rows)
    let grammar = row.map { bank.grammar.without(row: $0) } ?? bank.grammar
    return try GrammarTester(grammar: bank.grammar) { text in
      let phrases = bank.phrases(text.split(separator: " ").map(String.init))
      return (Toy.document(text), [TreeBuilder(grammar).tree(of: phrases) { _, _ in false }])
    }.outcomes().flatMap { outcome in outcome.problems.map { "\(outcome.row): \($0)" } }
  }

  func testExamplesHold() throws {
    XCTAssertEqual(try problems(clauses), [])
  }

  func testWithoutARowItsExampleFails() throws {
    XCTAssertEqual(
      try problems(clauses, without: "first-object"), ["topic-subject: object \"met\" \"officer\" is missing"])
  }

  func testWhatIsThereAndMustNotBe() throws {
    let rows = clauses + "    example \"minister met\" => ! subject \"met\" \"minister\", owner \"a\" \"b\"\n"
    XCTAssertEqual(
      try problems(rows),
      ["first-object: subject \"met\" \"minister\" is there", "first-object: can't ask for owner \"a\" \"b\""])
  }
}
