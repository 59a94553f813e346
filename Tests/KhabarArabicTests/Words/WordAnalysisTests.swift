import Foundation
import KhabarCore
import XCTest

@testable import KhabarArabic

final class WordAnalysisTests: XCTestCase {
  private static let pack: Result<ArabicPack, any Error> = Result {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try ArabicPack(lexicon: root.appendingPathComponent("Gazetteers/ar/lexicon").path)
  }

  /// The word as a token with its preferred analysis.
  private func token(_ word: String) throws -> (token: Token, text: AlignedText) {
    let pack = try Self.pack.get()
    let text = AlignedText(identity: Array(word.utf8))
    var shape: Token.Shape = [.spaceBefore]
    if word.hasSuffix("ة") { shape.insert(.feminineEnding) }
    if word.hasSuffix("ى") { shape.insert(.maksuraEnding) }
    var tokens = [Token(span: text.extent, kind: .word, shape: shape, key: pack.orthography.key(word))]
    pack.words.analyze(&tokens, in: text)
    return (tokens[0], text)
  }

  /// Each word with its parts between plus signs.
  func testPreferredAnalysis() throws {
    let cases = [
      // Conjunctions, and words that only begin like one.
      "و+قال", "و+وزير", "وزير", "و+ال+وزير", "وصل", "و+وصل", "وقع", "واشنطن", "و+واشنطن", "وسط", "ف+قال", "فريق",
      "فرنسا", "فيما",
      "ف+إن", "وفد", "و+وفد", "وفاة", "وجود", "و+هو", "و+لكن", "و+كان",
      // Prepositions.
      "ب+سبب", "بلد", "بلاد", "بيان", "ب+بيان", "بعد", "بين", "بغداد", "ب+بغداد", "بيروت", "ل+بيروت", "لبنان",
      "ل+لبنان", "لجنة", "لقاء",
      "ل+لقاء", "لندن", "ليبيا", "ك+رئيس", "ك+جزء",
      "كبير", "كل", "كان", "كما", "كذلك", "لكن", "لقد", "لم", "ب+باريس", "باريس",
      // The article, alone and behind a preposition.
      "ال+رئيس", "ب+ال+قاهرة", "و+ب+ال+قاهرة", "ل+ل+رئيس", "و+ل+ل+عراق", "ك+ال+عادة", "ألمانيا", "إلى", "التي", "الذين",
      "ل+لجنة",
      // Future.
      "س+يلتقي", "و+س+تعقد", "سيادة", "سياسة", "سيناء", "سنوات", "ستة",
      // Pronouns.
      "وزارت+ه", "حكومت+هم", "بلاد+ه", "لقائ+هما", "و+قوات+ها", "ب+ه", "ل+ها", "و+ل+هم", "علي+ه", "من+ها", "إلي+هم",
      "أن+ه", "مدينة",
      "مياه", "اتجاه", "وجه", "هذه", "متهم", "رقم", "بنك", "شركة", "نفس+ه", "قتل+هم", "التقا+ه",
      // A noun with "his" is no word of its own, however often it is written.
      "نظير+ه", "والد+ه", "مكتب+ه", "عهد+ه", "زميل+ه",
      // "Opened", not "and under".
      "فتحت",
      // "And led to", not "valley"; an alef without hamza tells nothing.
      "و+أدى", "وادي", "واقع", "و+أحد", "واحد",
    ]
    for expected in cases {
      let word = expected.replacingOccurrences(of: "+", with: "")
      let (token, text) = try token(word)
      XCTAssertEqual(token.parts(in: text).map { text.string($0.span) }.joined(separator: "+"), expected)
    }
  }

  /// للجنة is "to the committee": the article is there, though none of its letters is.
  func testHiddenArticle() throws {
    let token = try token("للجنة").token
    XCTAssertTrue(token.isDefinite)
    XCTAssertEqual(token.analysis.articleLetters, 0)
    XCTAssertEqual(token.stem, Orthography.arabic.key("لجنة"))
  }

  /// Other readings are kept behind the likeliest.
  func testAmbiguity() throws {
    let pack = try Self.pack.get()
    let cases: [(word: String, prefixes: [UInt8])] = [
      ("ولد", [0, 1]), ("بلد", [0, 1]), ("فقد", [0, 1]), ("وقال", [0, 1]),
    ]
    for (word, prefixes) in cases {
      let found = Set(pack.words.analyses(of: pack.orthography.key(word)).map(\.prefixLetters))
      XCTAssertTrue(found.isSuperset(of: prefixes), word)
    }
    XCTAssertEqual(pack.words.analyses(of: pack.orthography.key("وزير")).first, WordAnalysis())
    XCTAssertEqual(pack.words.analyses(of: .empty), [WordAnalysis()])
  }

  func testClasses() throws {
    let cases: [(word: String, has: WordClasses)] = [
      ("في", .preposition), ("عليه", .preposition), ("التي", .relative), ("هذا", .demonstrative), ("لم", .negation),
      ("التقى", .verbPast), ("يلتقي", .verbPresent), ("وقال", [.verbPast, .verbOfSpeech]), ("وزير", .titleHead),
      ("الوزراء", .titleHead), ("وزارة", .organizationHead), ("مدينة", .placeHead), ("اجتماع", .verbalNoun),
      ("العراقي", .relational),
      ("عراقية", .relational), ("العراقيين", .relational),
    ]
    for (word, classes) in cases { XCTAssertTrue(try token(word).token.classes.isSuperset(of: classes), word) }
    XCTAssertFalse(try token("وزير").token.classes.contains(.verbPast))
    XCTAssertFalse(try token("مستشفى").token.classes.contains(.relational))
  }

  func testLexiconErrors() throws {
    let folder = NSTemporaryDirectory() + "khabar-lexicon-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func lexicon() throws -> ArabicLexicon {
      try ArabicLexicon(folder: folder, orthography: .arabic, morphology: ArabicMorphology(orthography: .arabic))
    }
    // Missing tables are no error.
    XCTAssertEqual(try lexicon().classes(of: Orthography.arabic.key("في")), [])
    for (table, code) in [("", "G001"), ("word\tclass\n", "L002"), ("name\tclass\nفي\tpreposition\tx\n", "L003")] {
      try table.write(toFile: folder + "/function-words.tsv", atomically: true, encoding: .utf8)
      XCTAssertThrowsError(try lexicon(), table) { XCTAssertEqual(($0 as? KhabarError)?.diagnostics.first?.code, code) }
    }
    try "name\tclass\nفي\tpreposition\n".write(
      toFile: folder + "/function-words.tsv", atomically: true, encoding: .utf8)
    XCTAssertEqual(try lexicon().classes(of: Orthography.arabic.key("في")), .preposition)
  }
}
