import Foundation
import KhabarArabic
import KhabarCore
import XCTest

@testable import KhabarTokenize

final class TokenizerTests: XCTestCase {
  private static let pack: Result<ArabicPack, any Error> = Result {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try ArabicPack(lexicon: root.appendingPathComponent("Gazetteers/ar/lexicon").path)
  }

  private func document(_ text: String) throws -> TokenizedDocument {
    let pack = try Self.pack.get()
    let raw = RawDocument(id: "test", text: text)
    return try Tokenizer(orthography: pack.orthography, words: pack.words)
      .process(CleanDocument(raw: raw, text: AlignedText(identity: raw.bytes)))
  }

  private func string(_ document: TokenizedDocument, _ sentence: Sentence) -> String {
    let tokens = document.tokens[sentence.tokens.range]
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return document.text.string(first.span.union(last.span))
  }

  func testTokens() throws {
    let cases: [(text: String, tokens: [(String, TokenKind)])] = [
      ("عام 1436هـ.", [("عام", .word), ("1436", .number), ("هـ", .word), (".", .sentenceEnd)]),
      ("2.5 مليون", [("2.5", .number), ("مليون", .word)]), ("١٬٢٥٠ شخصا", [("١٬٢٥٠", .number), ("شخصا", .word)]),
      ("الساعة 10:30", [("الساعة", .word), ("10", .number), (":", .colon), ("30", .number)]),
      ("15/4/2024", [("15", .number), ("/", .slash), ("4", .number), ("/", .slash), ("2024", .number)]),
      ("انتظر...", [("انتظر", .word), ("...", .sentenceEnd)]), ("ماذا؟!", [("ماذا", .word), ("؟!", .sentenceEnd)]),
      ("«نعم»", [("«", .quote), ("نعم", .word), ("»", .quote)]),
      ("(لا)", [("(", .openBracket), ("لا", .word), (")", .closeBracket)]),
      ("و18 قتيلا", [("و", .word), ("18", .number), ("قتيلا", .word)]),
      ("بغداد ـ رويترز", [("بغداد", .word), ("ـ", .hyphen), ("رويترز", .word)]),
      ("زوروا www.example.org.", [("زوروا", .word), ("www.example.org", .address), (".", .sentenceEnd)]),
      ("https://example.org/a?b=1، ثم", [("https://example.org/a?b=1", .address), ("،", .comma), ("ثم", .word)]),
      ("راسلونا: a.b@example.org", [("راسلونا", .word), (":", .colon), ("a.b@example.org", .address)]),
      ("#خبر_عاجل", [("#خبر_عاجل", .address)]), ("تغريدة @khabar_1", [("تغريدة", .word), ("@khabar_1", .address)]),
      ("الـ84", [("الـ", .word), ("84", .number)]), ("رُوِيَ", [("رُوِيَ", .word)]),
    ]
    for (text, expected) in cases {
      let document = try document(text)
      XCTAssertEqual(document.tokens.map { document.text.string($0.span) }, expected.map(\.0), text)
      XCTAssertEqual(document.tokens.map(\.kind), expected.map(\.1), text)
    }
  }

  func testShapes() throws {
    let cases: [(word: String, shape: Token.Shape)] = [
      ("مدينة", .feminineEnding), ("مستشفى", .maksuraEnding), ("كَتَبَ", .vocalized), ("شكراً", [.vocalized, .tanwin]),
      ("شكرًا", [.vocalized, .tanwin]), ("NATO", .latin), ("كتاب", []),
    ]
    for (word, shape) in cases {
      let token = try XCTUnwrap(document(word).tokens.first, word)
      XCTAssertEqual(token.shape.subtracting([.spaceBefore, .lineStart, .paragraphStart]), shape, word)
    }
  }

  func testSentences() throws {
    let cases: [[String]] = [
      ["وصل الوفد أمس.", "وغادر اليوم."], ["هل يعود؟", "لا أحد يعرف!"],
      ["التقى د. سالم الهادي السفير.", "ثم غادر."], ["حضر أ.د. سالم الهادي وم. خالد العلي الحفل."],
      ["بلغت الزيادة 3.5 بالمئة.", "وتوقع الخبراء المزيد."],
      ["قال: «سنعود قريبا. هذا وعد» ثم غادر.", "ولم يعد."], ["قال «لن نعود».", "ثم غادر."],
      ["سأل الرجل (هل وصلوا؟) ثم سكت."], ["توقف قليلا... ثم أكمل."], ["ولد عام 1436هـ.", "وعاش في جدة."],
      // "On October 2nd"; "their number was 12."; "It happened in 1999. October …"
      ["وصل الوفد في 2. أكتوبر.", "ثم غادر."], ["بلغ عددهم 12.", "وغادروا."],
      ["وقع ذلك عام 1999.", "أكتوبر شهر جميل."],
      ["“هل نغادر؟” سأل الوزير.", "ولم يجب أحد."], ["انتهى الاجتماع. “", "وغادروا."],
    ]
    for sentences in cases {
      let document = try document(sentences.joined(separator: " "))
      XCTAssertEqual(document.sentences.map { string(document, $0) }, sentences)
    }
  }

  func testLineBreaks() throws {
    let headed = try document("قمة عربية في المنامة\nافتتح الملك القمة.\nوحضرها عدد من القادة\nثم غادروا.")
    XCTAssertEqual(headed.sentences.count, 4)
    XCTAssertEqual(headed.sentences.map(\.isHeading), [true, false, true, false])
    XCTAssertEqual(try document("سطر أول\n\nسطر ثان").sentences.count, 2)
    XCTAssertFalse(try XCTUnwrap(document("عنوان وحيد").sentences.first).isHeading)
  }

  func testParts() throws {
    let cases: [(word: String, parts: [String])] = [
      ("وبالقاهرة", ["و", "ب", "ال", "قاهرة"]), ("للعراق", ["ل", "ل", "عراق"]), ("للجنة", ["ل", "لجنة"]),
      ("سيلتقي", ["س", "يلتقي"]), ("وزارتهم", ["وزارت", "هم"]), ("فَقَالَ", ["فَ", "قَالَ"]),
      ("وبـقيادته", ["و", "بـ", "قيادت", "ه"]),
      ("وزير", ["وزير"]), ("لها", ["ل", "ها"]), ("وعليهم", ["و", "علي", "هم"]),
    ]
    for (word, parts) in cases {
      let document = try document(word)
      let token = try XCTUnwrap(document.tokens.first)
      XCTAssertEqual(token.parts(in: document.text).map { document.text.string($0.span) }, parts, word)
    }
  }

  /// Tokens come in order, do not overlap and leave out no letter; sentences tile the tokens; no analysis takes more
  /// letters than its word has.
  func testInvariantsOnAnyText() throws {
    var seed: UInt64 = 42
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(bound))
    }
    let alphabet = Array(
      "ابتلكفوسهمنية ىءأ.،:()«»\"'/-#@_12٣\n\r\tabc.Zé\u{640}\u{64B}\u{200C}😀\u{FEFB}ۇ".unicodeScalars)
    let pack = try Self.pack.get()
    for _ in 0..<1500 {
      var text = ""
      for _ in 0..<random(40) { text.unicodeScalars.append(alphabet[random(alphabet.count)]) }
      let document = try document(text)
      var end = 0
      for token in document.tokens {
        XCTAssertLessThanOrEqual(end, token.span.lowerBound, text.debugDescription)
        XCTAssertLessThan(token.span.lowerBound, token.span.upperBound)
        end = token.span.upperBound
        XCTAssertLessThanOrEqual(
          Int(token.analysis.prefixLetters) + Int(token.analysis.suffixLetters), max(token.key.count, 0),
          text.debugDescription)
        XCTAssertLessThanOrEqual(token.analysis.articleLetters, token.analysis.prefixLetters)
        for analysis in pack.words.analyses(of: token.key) {
          XCTAssertLessThanOrEqual(Int(analysis.prefixLetters) + Int(analysis.suffixLetters), token.key.count)
        }
        var position = token.span.lowerBound
        for part in token.parts(in: document.text) {
          XCTAssertEqual(part.span.lowerBound, position)
          position = part.span.upperBound
        }
        XCTAssertEqual(position, token.span.upperBound, text.debugDescription)
      }
      XCTAssertLessThanOrEqual(end, document.text.bytes.count)
      var next = 0
      for sentence in document.sentences {
        XCTAssertEqual(sentence.tokens.lowerBound, next)
        XCTAssertFalse(sentence.tokens.isEmpty)
        next = sentence.tokens.upperBound
      }
      XCTAssertEqual(next, document.tokens.count)
    }
  }
}
