import Khabar
import XCTest

/// The parts of the English pack, one by one.
final class EnglishPackTests: XCTestCase {
  private func values(_ text: String) throws -> [String] { try EnglishFixture.document(text).times.map(\.value) }

  private func names(_ text: String) throws -> [String] {
    try EnglishFixture.document(text).entities.filter { $0.type != .nationality }.map {
      "\($0.type.rawValue) \($0.name)"
    }
  }

  func testDates() throws {
    for (text, value) in [
      ("He spoke on Monday.", "2024-05-13"), ("He will speak on Monday.", "2024-05-20"),
      ("He spoke on Wednesday, 14 February 2024.", "2024-02-14"), ("He spoke on February 14, 2024.", "2024-02-14"),
      ("He spoke on Feb 14.", "2024-02-14"), ("He spoke yesterday.", "2024-05-14"),
      ("He will speak tomorrow.", "2024-05-16"), ("He spoke two days ago.", "2024-05-13"),
      ("He spoke last week.", "2024-W19"), ("He will speak next month.", "2024-06"), ("He spoke in 2019.", "2019"),
      ("He spoke in March 2023.", "2023-03"), ("He spoke last May.", "2023-05"),
    ] {
      XCTAssertEqual(try values(text), [value], text)
    }
    XCTAssertEqual(try values("He may speak to 2000 people, and march on."), [], "may and march are no months")
  }

  func testNames() throws {
    XCTAssertEqual(
      try names("Egypt's Foreign Minister Sameh Shoukry spoke."), ["Place Egypt", "Person Sameh Shoukry"])
    XCTAssertEqual(try names("Former U.S. President Jimmy Carter spoke.").last, "Person Jimmy Carter")
    XCTAssertEqual(
      try names("Mr. Ali Hassan and Ursula von der Leyen spoke."), ["Person Ali Hassan", "Person Ursula von der Leyen"])
    XCTAssertEqual(
      try names("The Arab League and the United Nations spoke."),
      [
        "Organization Arab League", "Organization United Nations",
      ])
    XCTAssertEqual(try names("Yesterday the Foreign Ministry spoke."), ["Organization Foreign Ministry"])
    XCTAssertEqual(try names("Thanksgiving turkey was served."), [], "a bird has no capital letter")
  }

  /// Names have the same key as in Arabic, so that records of both languages can be joined.
  func testKeysAreThoseOfTheArabicLists() throws {
    let arabic = try Pipeline(named: "arabic-news", home: EnglishFixture.home)
      .process(RawDocument(id: "t", text: "وصل إلى القاهرة"))  // He arrived in Cairo.
    let english = try EnglishFixture.document("He arrived in Cairo.")
    XCTAssertEqual(arabic.entities.first?.identity?.key, english.entities.first?.identity?.key)
    XCTAssertNotNil(english.entities.first?.identity?.key)
  }

  func testOrthographyFoldsCaseAndAccents() throws {
    let pack = try PipelineDescription.load("english-news", home: EnglishFixture.home).languagePack()
    let key = pack.orthography.key("Erdoğan")
    XCTAssertEqual(key, pack.orthography.key("ERDOGAN"))
    XCTAssertNotEqual(key, pack.orthography.key("Erdogen"))
  }

  func testMorphology() throws {
    let pack = try PipelineDescription.load("english-news", home: EnglishFixture.home).languagePack()
    func forms(_ verb: String) -> Set<WordKey> { Set(pack.morphology.forms(ofVerb: verb).map(\.key)) }
    func keys(_ words: String...) -> Set<WordKey> { Set(words.map { pack.orthography.key($0) }) }
    XCTAssertEqual(forms("meet"), keys("meet", "meets", "met", "meeting"))
    XCTAssertEqual(forms("fly"), keys("fly", "flies", "flew", "flown", "flying"))
    XCTAssertEqual(forms("plan"), keys("plan", "plans", "planned", "planning"))
    XCTAssertEqual(forms("carry"), keys("carry", "carries", "carried", "carrying"), "regular, of no list")
    XCTAssertEqual(
      Set(pack.morphology.forms(ofNoun: "delegation").map(\.key)), keys("delegation", "delegations"))
    XCTAssertTrue(pack.morphology.knows(verb: "meet"))
    XCTAssertFalse(pack.morphology.knows(verb: "meets"))
  }

  func testExamplesOfTheRules() throws {
    let description = try PipelineDescription.load("english-news", home: EnglishFixture.home)
    let rules = try RuleSet(reading: description.rules)
    let outcomes = try RuleTester(process: EnglishFixture.pipeline().process).outcomes(of: rules)
    XCTAssertGreaterThan(outcomes.count, 15)
    for outcome in outcomes {
      XCTAssertEqual(outcome.problems, [], "\(outcome.example.location): \(outcome.example.text)")
    }
  }

  func testExamplesOfTheGrammar() throws {
    let description = try PipelineDescription.load("english-news", home: EnglishFixture.home)
    let pack = try description.languagePack()
    let grammar = try description.grammar(for: pack)
    let assembler = EventAssembler(
      rules: try RuleSet(reading: description.rules), morphology: pack.morphology,
      parser: SyntaxParser(grammar: grammar, lexicon: pack.syntax), orthography: pack.orthography)
    let outcomes = try GrammarTester(grammar: grammar) { text in
      let document = try EnglishFixture.document(text).resolved
      return (document, assembler.trees(of: document))
    }.outcomes { _ in true }
    XCTAssertGreaterThan(outcomes.count, 60)
    for outcome in outcomes {
      XCTAssertEqual(outcome.problems, [], "\(outcome.example.location): \(outcome.example.text)")
    }
  }

  /// Rows of tables and words that are none of the pack's are told with their line.
  func testDamagedTables() throws {
    let folder = NSTemporaryDirectory() + "khabar-english-" + UUID().uuidString
    let shipped = EnglishFixture.root + "/Gazetteers/en/lexicon"
    try FileManager.default.copyItem(atPath: shipped, toPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    XCTAssertNoThrow(try EnglishPack(lexicon: folder))
    try "name\tclass\tnoun\nof\tpreposition\t\nthe\tarticel\t\n".write(
      toFile: folder + "/words.tsv", atomically: true, encoding: .utf8)
    XCTAssertThrowsError(try EnglishPack(lexicon: folder)) { error in
      XCTAssertEqual((error as? KhabarError)?.diagnostics.map(\.code), ["L004"])
      XCTAssertEqual((error as? KhabarError)?.diagnostics.first?.location?.line, 3)
    }
    try FileManager.default.removeItem(atPath: folder + "/words.tsv")
    XCTAssertThrowsError(try EnglishPack(lexicon: folder)) { error in
      XCTAssertEqual((error as? KhabarError)?.diagnostics.map(\.code), ["L002"])
    }
  }
}
