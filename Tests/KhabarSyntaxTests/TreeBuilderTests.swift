import KhabarCore
import XCTest

@testable import KhabarSyntax

/// What holds of every tree, whatever the sentence and the grammar.
final class TreeBuilderTests: XCTestCase {
  private static let rows =
    ToyTreeBank.clauses + """
      table apposition
        stop       no-title: title -title
        pass       mark: next comma-phrase
        complement of-title: next noun-phrase governed
        names      holder: next noun-phrase bare name
        titles     behind-name: next title
        stop       else
      table coordination
        actor over-things: actor actor, last -actor, next actor
        last  nearest-before
      table verbal-noun
        pass   time: next time-phrase
        object taken: next noun-phrase bare
        stop   no-object
      table argument
        subject first-subject 2: phrase first
        subject topic-subject 5: phrase topic
        object  second-object 3: phrase second
        object  resumed 4: phrase antecedent
        unsaid  heir 4: clause joined-clause
      table sharing
        shared     joined: clause joined-clause
        raised     aim: clause purpose-clause
        understood whoever: subject human
      table attachment
        verb to-verb 2
        noun nearest 1: noun near
        noun of-happening 2: noun event
      table time
        noun of-happening-before: noun event
        verb of-verb

      """

  private static let words = [
    "minister", "officer", "smith", "jones", "court", "in-house", "of-court", "with-officer", "during-visit", "visit",
    "and-guard", "and-with-jones", "met", "and-left", "said", "seen", "to-meet", "was", "that", "if", "who", "coming",
    "not", "or", "yesterday", ",", ".", "here", "with-him", "series", "of-talks",
  ]

  func testEveryTreeIsWhole() throws {
    let bank = try ToyTreeBank(Self.rows)
    var random = SeededGenerator(seed: 7)
    for length in 0..<400 {
      let words = (0..<length % 40).map { _ in Self.words.randomElement(using: &random) ?? "" }
      let sentence = words.joined(separator: " ")
      let problems = TreeProperties.problems(of: bank.tree(sentence).tree)
      XCTAssertEqual(problems, [], sentence)
    }
  }

  /// Eight times the phrases must not take nearly 64 times as long.
  func testTimeIsLinearInTheSentence() throws {
    let bank = try ToyTreeBank(Self.rows)
    let builder = TreeBuilder(bank.grammar)
    for unit in ["minister met officer .", "and-guard", "that", "said that", "to-meet yesterday"] {
      let words = unit.split(separator: " ").map(String.init)
      let phrases = { (count: Int) in bank.phrases((0..<count).map { words[$0 % words.count] }) }
      let (few, many) = (phrases(500), phrases(4_000))
      let short = Stopwatch.best { _ = builder.tree(of: few) { _, _ in false } }
      let long = Stopwatch.best { _ = builder.tree(of: many) { _, _ in false } }
      XCTAssertLessThan(long, short * 32, unit)
    }
  }

  /// Of thousands of relatives without a noun between them none looks back further than the last nouns.
  func testTimeIsLinearInRelatives() throws {
    let bank = try ToyTreeBank(Self.rows)
    let builder = TreeBuilder(bank.grammar)
    for unit in ["who", "who met", "that who"] {
      let words = unit.split(separator: " ").map(String.init)
      let phrases = { (count: Int) in bank.phrases(["minister"] + (0..<count).map { words[$0 % words.count] }) }
      let (few, many) = (phrases(1_000), phrases(16_000))
      let short = Stopwatch.best { _ = builder.tree(of: few) { _, _ in false } }
      let long = Stopwatch.best { _ = builder.tree(of: many) { _, _ in false } }
      // Sixteen times the phrases; quadratic time would be 256 times.
      XCTAssertLessThan(long, short * 48, unit)
    }
  }

  /// Each phrase with a preposition is held against its verb and two nouns at most, however many stand before it.
  func testFewHeadsAreAskedForEachPhrase() throws {
    let bank = try ToyTreeBank(Self.rows)
    for count in [200, 2_000] {
      let unit = ["met", "visit", "with-officer", "car", "in-house", "during-talks"]
      var asked = 0
      let phrases = bank.phrases((0..<count).map { unit[$0 % unit.count] })
      _ = TreeBuilder(bank.grammar).tree(of: phrases) { _, _ in
        asked += 1
        return false
      }
      XCTAssertGreaterThan(asked, count / 2)
      XCTAssertLessThanOrEqual(asked, count / 2 * 3 + 3)
    }
  }
}
