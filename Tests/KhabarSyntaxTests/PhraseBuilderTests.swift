import KhabarCore
import XCTest

@testable import KhabarSyntax

/// The phrase builder with a toy grammar of English: what its tables decide, and what holds for any text.
final class PhraseBuilderTests: XCTestCase {
  private let lexicon = ToyLexicon(words: [
    "the": ["article"], "old": ["adjective"], "tall": ["adjective"], "man": ["noun"], "house": ["noun"],
    "saw": ["verb", "noun"], "of": ["preposition"], "in": ["preposition"], "and": ["joins"], "here": ["adverb"],
  ])

  private let text = """
    state long = from adjective while adjective | noun
    table verb
      none behind-article: before article
      verb known: here verb
    table begin
      time     day: here time-begins
      boundary end: here sentence-end
      comma    pause: here comma
      joined   and: here joins
      governed place: here preposition, next article | noun | mention
      preposition alone: here preposition
      verb     doing: here finite
      noun     thing: here noun | adjective | mention
      noun-behind the-thing: here article, next noun | adjective
      aside    rest
    table phrase
      take  in-name: phrase inside
      close mark: next sentence-end | comma
      look  quoted: next quote
      close three: phrase long, last noun
      close day-begins: next time-begins
      nest  of: phrase opening, next preposition, after noun
      take  title: phrase -mention, next mention-person
      take  described: last adjective | quote, next noun | adjective
      close otherwise
    table name
      named person: phrase -mention, next mention-person
    """

  private func builder(_ text: String? = nil) throws -> PhraseBuilder {
    var parser = GrammarParser(
      vocabulary: lexicon.vocabulary, engine: PhraseBits.wordNames, ofPhrases: PhraseBits.phraseVocabulary,
      shapes: TableShape.phrases, orthography: Toy.orthography)
    parser.read(text ?? self.text, file: "toy.grammar")
    return PhraseBuilder(grammar: try parser.finish(), lexicon: lexicon)
  }

  private func phrases(_ document: ResolvedDocument) throws -> [Phrase] {
    let open = try builder().open(document, isRuleVerb: document.tokens.map { _ in false })
    return document.sentences.flatMap { open.phrases(of: $0) }
  }

  private func cut(_ document: ResolvedDocument) throws -> String {
    try phrases(document).map { phrase in
      let span = document.tokens[phrase.tokens.lowerBound].span.union(
        document.tokens[phrase.tokens.upperBound - 1].span)
      return "\(phrase.kind) \(document.text.string(span))"
    }.joined(separator: " | ")
  }

  func testRowsSayWhatBeginsAndWhatAPhraseTakes() throws {
    XCTAssertEqual(
      try cut(Toy.document("the old man saw old tall house .")),
      "noun the old man | verb saw | noun old tall house | boundary .")
  }

  func testAVerbIsOneByTheWordsBeforeIt() throws {
    XCTAssertEqual(try cut(Toy.document("the saw saw")), "noun the saw | verb saw")
  }

  func testAPrepositionGovernsItsPhraseOrStandsAlone() throws {
    let governed = try XCTUnwrap(phrases(Toy.document("in house")).first)
    XCTAssertEqual(governed.marker, Marker(Toy.orthography.key("in")))
    XCTAssertEqual(governed.content, 1)
    XCTAssertEqual(try cut(Toy.document("in here")), "other in | other here")
  }

  func testAPhraseInsideAnother() throws {
    XCTAssertEqual(try cut(Toy.document("house of man saw")), "noun house of man | verb saw")
  }

  func testWhatIsJoinedBeginsWithItsConjunction() throws {
    let joined = try phrases(Toy.document("man and house"))
    XCTAssertEqual(joined.map(\.isJoined), [false, true])
    XCTAssertEqual(joined[1].content, 2)
    // One conjunction behind another joins nothing.
    XCTAssertEqual(try cut(Toy.document("and and and man")), "other and and | noun and man")
  }

  func testANameStandsForItsTitle() throws {
    let document = Toy.document("old Smith Jones saw", mentions: [Toy.mention(1, 2, .person)])
    XCTAssertEqual(try cut(document), "noun old Smith Jones | verb saw")
    XCTAssertEqual(try phrases(document)[0].mention, MentionID(0))
  }

  func testAMarkInsideAPhraseIsTakenWithTheWordBehindIt() throws {
    XCTAssertEqual(try cut(Toy.document("old \" man saw")), "noun old \" man | verb saw")
    XCTAssertEqual(try cut(Toy.document("old \" here")), "noun old | other \" | other here")
  }

  /// A grammar may say that nouns head their phrases whatever stands before them; else the first word does.
  func testTheHeadMayStandBehindItsAdjectives() throws {
    let document = Toy.document("the old tall house saw")
    func head(_ text: String) throws -> Int? {
      let open = try builder(text).open(document, isRuleVerb: document.tokens.map { _ in false })
      return open.phrases(of: document.sentences[0]).first?.head
    }
    XCTAssertEqual(try head(text), 1)
    XCTAssertEqual(try head("feature late-head = noun\n" + text), 3)
  }

  func testAPhraseTellsItsRowsAndFeatures() throws {
    let builder = try builder()
    let document = Toy.document("in house")
    let open = builder.open(document, isRuleVerb: [false, false])
    let phrase = try XCTUnwrap(open.phrases(of: document.sentences[0]).first)
    XCTAssertEqual(phrase.began.map { builder.grammar.rows[Int($0.number)].name }, "place")
    let names = Set(builder.grammar.names.names(of: phrase.features))
    XCTAssertTrue(names.isSuperset(of: ["governed", "noun-phrase", "noun"]))
    XCTAssertFalse(names.contains("bare"))
  }

  /// Whatever the words are, phrases lie side by side and every token stands in one.
  func testEveryTokenStandsInOnePhrase() throws {
    var state: UInt64 = 1
    let words = ["the", "old", "man", "saw", "of", "in", "and", "here", ",", ".", "\"", "house", "x"]
    for _ in 0..<300 {
      let text = (0..<12).map { _ -> String in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return words[Int(state >> 33) % words.count]
      }.joined(separator: " ")
      let document = Toy.document(text, mentions: [Toy.mention(3, 5, .person), Toy.mention(8, 20, .person)])
      var position = 0
      for phrase in try phrases(document) {
        XCTAssertEqual(phrase.tokens.lowerBound, position, text)
        XCTAssertGreaterThan(phrase.tokens.upperBound, position, text)
        position = phrase.tokens.upperBound
      }
      XCTAssertEqual(position, document.tokens.count, text)
    }
  }

  /// What the words alone rule out as a verb is none when the phrases are made, whatever the words are.
  func testWhatMayBeNoVerbIsNone() throws {
    var dice = SeededGenerator(seed: 7)
    let words = ["the", "old", "man", "saw", "of", "in", "and", "here", ","]
    var reading = GrammarParser(
      vocabulary: lexicon.vocabulary, engine: PhraseBits.wordNames,
      ofPhrases: PhraseBits.phraseVocabulary + TreeFeatures.vocabulary, shapes: SyntaxParser.shapes,
      orthography: Toy.orthography)
    reading.read(text, file: "toy.grammar")
    let parser = SyntaxParser(grammar: try reading.finish(), lexicon: lexicon)
    var refused = 0
    for _ in 0..<200 {
      let text = (0..<8).compactMap { _ in words.randomElement(using: &dice) }.joined(separator: " ")
      let document = Toy.document(text)
      let open = parser.open(document, isRuleVerb: document.tokens.map { _ in false })
      let sentence = open.open(document.sentences[0])
      let mayBe = document.tokens.indices.map(sentence.mayBeVerb)
      for token in document.tokens.indices {
        let phrase = sentence.phrases[try XCTUnwrap(sentence.phrases.index(at: token))]
        XCTAssertTrue(phrase.tokens.contains(token), text)
        // The conjunction stands in the phrase of the verb behind it.
        if phrase.kind == .verb, phrase.head == token { XCTAssertTrue(mayBe[token], text) }
        if !mayBe[token] { refused += 1 }
      }
    }
    XCTAssertGreaterThan(refused, 1_000)
  }

  /// Phrases inside phrases, and conjunctions in a row, must not make the time grow faster than the text.
  func testTimeIsLinearInTheSentence() throws {
    let builder = try builder()
    func seconds(_ text: String) -> Double {
      let document = Toy.document(text)
      let open = builder.open(document, isRuleVerb: document.tokens.map { _ in false })
      let clock = ContinuousClock()
      let runs = (0..<3).map { _ in clock.measure { _ = open.phrases(of: document.sentences[0]) } }
      let best = runs.min() ?? .zero
      return Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    }
    for unit in ["house of ", "and ", "old ", "\" "] {
      let short = seconds(String(repeating: unit, count: 1_000))
      let long = seconds(String(repeating: unit, count: 8_000))
      // Eight times the words; quadratic time would be 64 times.
      XCTAssertLessThan(long, short * 24, unit)
    }
  }
}
