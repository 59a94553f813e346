import KhabarCore
import XCTest

@testable import KhabarSyntax

/// Where clauses begin and end, and which noun a relative clause is about.
final class ClauseBuilderTests: XCTestCase {
  private func clauses(_ sentence: String, _ rows: String = ToyTreeBank.clauses) throws -> [String] {
    try ToyTreeBank(rows).tree(sentence).clauses
  }

  func testAMarkEndsAClause() throws {
    XCTAssertEqual(
      try clauses("minister met officer . guard left"), ["main: minister met officer .", "main: guard left"])
    XCTAssertEqual(try clauses("minister met ."), ["main: minister met .", "main: "])
  }

  func testDependentClausesStandInTheInnermostOne() throws {
    XCTAssertEqual(
      try clauses("minister said that officer said that guard left"),
      ["main: minister said", "content in 0: that officer said", "content in 1: that guard left"])
    XCTAssertEqual(try clauses("if minister left"), ["main: ", "condition in 0: if minister left"])
    XCTAssertEqual(
      try clauses("minister left coming from-paris"), ["main: minister left", "circumstance in 0: coming from-paris"])
    XCTAssertEqual(
      try clauses("minister left to-meet officer"), ["main: minister left", "purpose in 0: to-meet officer"])
  }

  func testAJoinedClauseIsOfTheKindOfTheOneBefore() throws {
    XCTAssertEqual(
      try clauses("said that minister met officer and-left"),
      ["main: said", "content in 0: that minister met officer", "content in 0 and 1: and-left"])
    XCTAssertEqual(
      try clauses("officer who met minister and-left"),
      ["main: officer", "relative in 0 of officer: who met minister", "relative in 0 and 1 of officer: and-left"])
  }

  func testBackClosesTheInnermostClauseAndAsksAgain() throws {
    XCTAssertEqual(
      try clauses("officer who met minister left"),
      ["main: officer left", "relative in 0 of officer: who met minister"])
    // The outermost clause can't be closed.
    XCTAssertEqual(try clauses("minister met", "table clause\n  back always\n"), ["main: minister met"])
  }

  func testHeadOpenerCopulaAndNegation() throws {
    let tree = try ToyTreeBank(ToyTreeBank.clauses).tree("said that minister was here . officer was not left").tree
    XCTAssertEqual(tree.clauses.map(\.opener), [nil, PhraseID(1), nil])
    XCTAssertEqual(tree.clauses.map(\.copula), [nil, PhraseID(3), PhraseID(7)])
    // Without another verb "was" is the clause's own.
    XCTAssertEqual(tree.clauses.map(\.head), [PhraseID(0), PhraseID(3), PhraseID(9)])
    XCTAssertEqual(tree.clauses.map(\.isNegated), [false, false, true])
  }

  func testRowsSeeWhatTheClauseHas() throws {
    let rows = """
      table clause
        head  verb: clause -has-verb, next verb-phrase
        new   full: clause has-two-bare, next noun-phrase
        new   topic-again: clause has-topic -has-verb, next noun-phrase title
        new   happening: noun event, next noun-phrase place
        new   repeated: next verb-phrase, same joined
      """
    XCTAssertEqual(
      try clauses("met minister officer guard", rows), ["main: met minister officer", "main: guard"])
    XCTAssertEqual(try clauses("guard minister met", rows), ["main: guard", "main: minister met"])
    XCTAssertEqual(try clauses("met during-visit paris", rows), ["main: met during-visit", "main: paris"])
    // The verb before, the topic, and the phrases around are columns of their own.
    XCTAssertEqual(try clauses("met and-left", rows), ["main: met and-left"])
    XCTAssertEqual(try clauses("met left", rows), ["main: met", "main: left"])
  }

  func testWhatBelongsToATitleIsNoTopic() throws {
    let rows = """
      table apposition
        names holder: title title, next name
        stop  else
      table clause
        new   full: clause has-topic, next noun-phrase
      """
    XCTAssertEqual(try clauses("minister smith officer", rows), ["main: minister smith", "main: officer"])
  }

  func testClausesOpenAtOnceAreLimited() throws {
    let tree = try ToyTreeBank(ToyTreeBank.clauses).tree(
      Array(repeating: "that", count: 40).joined(separator: " ")
    ).tree
    XCTAssertEqual(tree.clauses.count, 41)
    for clause in tree.clauses.indices {
      var depth = 1
      var here = tree.clauses[clause].parent
      while let parent = here {
        depth += 1
        here = tree[parent].parent
      }
      XCTAssertLessThanOrEqual(depth, ClauseBuilder.depthLimit)
    }
  }

  func testASentenceWithoutPhrasesHasNoClause() throws {
    XCTAssertEqual(try ToyTreeBank(ToyTreeBank.clauses).tree("").tree.clauses.count, 0)
  }

  func testWithoutARowAllIsOneClause() throws {
    XCTAssertEqual(try clauses("minister said that officer left", ""), ["main: minister said that officer left"])
  }

  // MARK: - Relative clauses

  private func antecedent(_ sentence: String, _ rows: String) throws -> String? {
    let relative = "table clause\n  relative who: next relative-phrase\ntable antecedent\n" + rows
    let tree = try ToyTreeBank(relative).tree(sentence)
    return tree.tree.clauses.last?.antecedent.map { tree.words[$0.int] }
  }

  func testTheNounWithMostPointsIsMeant() throws {
    let rows = "  noun nearest 3: noun near\n  noun person 4: noun human\n  noun no-visit -9: noun event"
    XCTAssertEqual(try antecedent("house officer who", rows), "officer")
    XCTAssertEqual(try antecedent("officer in-house who", rows), "officer")
    XCTAssertEqual(try antecedent("car in-house who", rows), "in-house")
    XCTAssertEqual(try antecedent("car during-visit who", rows), "car")
  }

  func testOfEqualsTheNearest() throws {
    XCTAssertEqual(try antecedent("minister officer guard who", "  noun any 1"), "guard")
    XCTAssertEqual(try antecedent("minister officer who", ""), "officer")
  }

  func testRowsSeeWhatFollowsTheOpener() throws {
    let rows = "  noun of-person 2: noun human, ahead verb-phrase\n  noun nearest 1: noun near"
    let bank = try ToyTreeBank("table clause\n  relative who: next relative-phrase\ntable antecedent\n" + rows)
    XCTAssertEqual(bank.tree("officer in-house who met").tree.clauses.last?.antecedent, PhraseID(0))
    XCTAssertEqual(bank.tree("officer in-house who here").tree.clauses.last?.antecedent, PhraseID(1))
  }

  func testThreeNounsAndNoneBehindAMark() throws {
    let rows = "  noun person 4: noun human"
    XCTAssertEqual(try antecedent("officer car house who", rows), "officer")
    XCTAssertEqual(try antecedent("officer car house court who", rows), "court")
    XCTAssertEqual(try antecedent("officer . car who", rows), "car")
    XCTAssertNil(try antecedent("met who", rows))
  }
}
