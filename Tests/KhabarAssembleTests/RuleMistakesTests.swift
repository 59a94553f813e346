import Foundation
import KhabarArabic
import KhabarCore
import XCTest

@testable import KhabarAssemble

/// Mistakes in rules that parse, each planted into a file that has none.
final class RuleMistakesTests: XCTestCase {
  private static let good = """
    types @people = Person Office
    words @pacts = noun اتفاق معاهدة
    slots @signers
      party: @people = subject, after "مع"
    event Signing
      plover AGREE
      cameo 057
      roles party witness
      core party
    rule signing.verb
      event Signing
      verb وقع أبرم
      slots @signers
      witness: Person = after "بحضور" except kind club
      need 2 party
      need place
      count killed noun مقتل
      pattern trigger ~4 @pacts
      example "وقع سامح شكري مع فؤاد حسين اتفاقا" => party "سامح شكري", status occurred, killed 3

    """

  private static let lexicon =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Gazetteers/ar/lexicon"

  private static let pack = Result { try ArabicPack(lexicon: lexicon) }

  /// Codes and lines of what reading and linting say.
  private func findings(_ text: String) throws -> [String] {
    func told(_ diagnostics: [Diagnostic]) -> [String] {
      diagnostics.filter { $0.severity != .note }.map { "\($0.code) \($0.location?.line ?? 0)" }
    }
    do {
      let set = try RuleSet([RuleParser.parse(text, file: "x.rules")])
      let pack = try Self.pack.get()
      return told(
        RuleLinter(
          morphology: pack.morphology, words: pack.words, orthography: pack.orthography, gazetteerKinds: ["club"]
        ).findings(in: set))
    } catch let error as KhabarError {
      return told(error.diagnostics)
    }
  }

  func testTheGoodFileHasNoMistake() throws { XCTAssertEqual(try findings(Self.good), []) }

  func testPlantedMistakes() throws {
    let cases: [(from: String, to: String, expected: [String])] = [
      ("need 2 party", "need 2 partie", ["R018 15"]), ("core party", "core partner", ["R018 5"]),
      ("count killed", "count dead", ["R019 17"]), ("=> party \"سامح شكري\"", "=> parti \"سامح شكري\"", ["R018 19"]),
      ("verb وقع أبرم", "verb يوقع أبرم", ["R027 10"]), ("noun مقتل", "noun مقتل\n  noun الاجتماع", ["R031 10"]),
      ("plover AGREE", "plover AGREEMENT", ["R030 5"]), ("cameo 057", "cameo 058", ["R030 5"]),
      ("cameo 057", "cameo 1955", ["R030 5"]), ("cameo 057", "cameo 21", ["R030 5"]),
      ("core party", "core party\n  holds Meting", ["R010 5"]), ("~4 @pacts", "~4 noun اتفاق", ["R029 2"]),
      ("slots @signers\n  witness", "party: @people = subject\n  witness", ["R029 3"]),
      ("slots @signers\n  witness", "slots @signer\n  witness", ["R008 13"]),
      ("party: @people", "party: Persn", ["R029 1", "R020 4"]),
      ("words @pacts", "types @people = Office\nwords @pacts", ["R028 2"]),
      ("rule signing.verb", "event Signing\nrule signing.verb", ["R028 10"]),
      ("verb وقع أبرم", "priority 1", ["R012 10"]),
      // A form of a verb, a verb as a noun, no word at all.
      ("verb وقع أبرم", "verb وقعت أبرم", ["R027 10"]), ("noun مقتل", "noun مقتل\n  noun اعتقل", ["R031 10"]),
      ("need place", "need place\n  phrase \"!\"", ["R015 17"]),
      // Twice.
      ("verb وقع أبرم", "verb وقع أبرم وقع", ["R033 10"]),
      ("roles party witness", "roles party witness party", ["R033 5"]),
      ("need place", "need place\n  priority 1\n  priority 2", ["R033 18"]),
      ("core party", "core party\n  core witness", ["R033 10"]),
      ("  witness: Person", "  witness: Person = after \"بحضور\" except kind club\n  witness: Person", ["R033 15"]),
      // What can never be.
      ("need place", "need support", ["R034 16"]), ("need place", "need place\n  not verb أبرم", ["R034 10"]),
      ("pattern trigger ~4 @pacts", "pattern Person @pacts", ["R034 18"]),
      ("witness: Person = after \"بحضور\"", "witness: Person = governor", ["R034 14"]),
      ("witness: Person = after \"بحضور\"", "witness: Person = casualty", []),
      ("roles party witness", "roles party witness host", ["R034 5"]), ("  core party\n", "", ["R034 5"]),
      ("rule signing.verb", "event Sailing\n  roles sailor\n  core sailor\nrule signing.verb", ["R034 10"]),
      ("need 2 party", "need 0 party", ["R006 15"]),
      // Values, kinds, roles and types of patterns that are none.
      ("status occurred", "status ocurred", ["R035 19"]), ("killed 3", "killed three", ["R035 19"]),
      ("killed 3", "time yesterday", ["R035 19"]), ("kind club", "kind clubb", ["R035 14"]),
      ("trigger ~4 @pacts", "trigger ~4 @pacts parti:Person", ["R018 18"]),
      ("trigger ~4 @pacts", "trigger ~4 @pacts Persn", ["R020 18"]),
    ]
    for (from, to, expected) in cases {
      let text = Self.good.replacing(from, with: to)
      XCTAssertNotEqual(text, Self.good, from)
      XCTAssertEqual(Set(try findings(text)), Set(expected), "\(from) → \(to)")
    }
  }

  func testARuleTwiceInAFileAndOnceInEachOfTwo() throws {
    let rule = "rule r\n  event Signing\n  verb وقع\n"
    XCTAssertEqual(try findings(Self.good + rule + rule).first, "R028 23")
    let files = try [Self.good, rule.replacing("rule r", with: "rule signing.verb")].map { text in
      try RuleParser.parse(text, file: "x.rules")
    }
    XCTAssertEqual(try RuleSet(files).rules.count, 1)
  }

  func testACodeOfCAMEO() {
    for code in ["19", "190", "040", "057", "1951", "2042", "0234", "1124", "0841"] {
      XCTAssertTrue(EventCodes.isCAMEO(code), code)
    }
    for code in ["", "4", "00", "21", "047", "058", "1953", "0571", "2043", "04a", "01901", "1950"] {
      XCTAssertFalse(EventCodes.isCAMEO(code), code)
    }
  }

  func testSlotsOfASetStandWhereTheyAreNamed() throws {
    let file = try RuleParser.parse(
      """
      slots @signers
        party: Person = subject
        party: Person = after "مع"
      rule r
        event E
        verb وقع
        place: Place = after "في"
        slots @signers
      """, file: "x.rules")
    XCTAssertEqual(file.rules[0].slots.map(\.role), [.place, "party", "party"])
    XCTAssertEqual(file.rules[0].slots[1].location.line, 2)
  }

  func testASetInAPatternIsAnyOfItsWords() throws {
    let file = try RuleParser.parse(
      "words @pacts = noun اتفاق phrase \"خارطة طريق\"\nrule r\n  event E\n  verb وقع\n  pattern trigger ~ @pacts\n",
      file: "x.rules")
    XCTAssertEqual(
      file.rules[0].patterns[0].elements,
      [.trigger, .gap(6), .alternatives([[.lemma(.noun("اتفاق"))], [.lemma(.phrase("خارطة طريق"))]])])
  }

  func testTheFirstOfSeveralWordsIsInflected() throws {
    let file = try RuleParser.parse(
      "rule r\n  event E\n  noun \"مذكرة تفاهم\" اتفاق \"خارطة طريق\" verb \"أطلق سراح\"\n", file: "x.rules")
    XCTAssertEqual(
      file.rules[0].triggers,
      [.noun("مذكرة تفاهم"), .noun("اتفاق"), .noun("خارطة طريق"), .verb("أطلق سراح")])
    let pack = try Self.pack.get()
    var words = LemmaCollector(morphology: pack.morphology, orthography: pack.orthography)
    let lemmas = file.rules[0].triggers.map { words.add($0) }
    let index = words.index
    func hits(_ text: String) -> [Int] {
      let tokens = text.split(separator: " ").enumerated().map { position, word in
        Token(
          span: TextSpan(position * 20, position * 20 + 10), kind: .word, shape: [],
          key: pack.orthography.key(String(word)))
      }
      return index.hits(in: tokens).map(\.lemma)
    }
    XCTAssertEqual(hits("مذكرات تفاهم"), [lemmas[0]])
    XCTAssertEqual(hits("مذكرة تفاهم"), [lemmas[0]])
    XCTAssertEqual(hits("مذكرات توقيف"), [])
    XCTAssertEqual(hits("أطلقت سراح"), [lemmas[3]])
    XCTAssertEqual(hits("يطلقون سراح"), [lemmas[3]])
    XCTAssertEqual(hits("أطلقت النار"), [])
  }
}
