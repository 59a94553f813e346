import Foundation
import KhabarCore
import XCTest

@testable import KhabarArabic

/// Texts that leave the dots off final letters, or the hamza off alef.
final class SpellingHabitsTests: XCTestCase {
  private static let pack: Result<ArabicPack, any Error> = Result {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try ArabicPack(lexicon: root.appendingPathComponent("Gazetteers/ar/lexicon").path)
  }

  /// "The delegation arrived in Baghdad yesterday, then travelled to Damascus": no final teh marbuta, yeh or hamza.
  private static let plain = String(repeating: "وصل الوفد الى بغداد امس ثم سافر الى دمشق ", count: 8)

  /// The last word of a text of such words and `before`.
  private func last(_ word: String, behind before: String = plain) throws -> (token: Token, text: AlignedText) {
    let pack = try Self.pack.get()
    let text = AlignedText(identity: Array((before + word).utf8))
    var tokens: [Token] = []
    var start = 0
    for part in (before + word).split(separator: " ") {
      var shape: Token.Shape = [.spaceBefore]
      if part.hasSuffix("ة") { shape.insert(.feminineEnding) }
      if part.hasSuffix("ى") { shape.insert(.maksuraEnding) }
      let end = start + part.utf8.count
      let key = pack.orthography.key(String(part))
      tokens.append(Token(span: TextSpan(start, end), kind: .word, shape: shape, key: key))
      start = end + 1
    }
    pack.words.analyze(&tokens, in: text)
    return (try XCTUnwrap(tokens.last), text)
  }

  private func parts(_ word: String) throws -> String {
    let (token, text) = try last(word)
    return token.parts(in: text).map { text.string($0.span) }.joined(separator: "+")
  }

  func testAFinalHehMayBeTehMarbuta() throws {
    // Visit, city, the kingdom, exercises; waters, direction, face, this.
    for word in ["زياره", "مدينه", "ال+مملكه", "مناوره", "سريه", "ال+سياحه"] {
      XCTAssertEqual(try parts(word.replacingOccurrences(of: "+", with: "")), word)
      XCTAssertTrue(
        try last(word.replacingOccurrences(of: "+", with: "")).token.shape.contains(.feminineEnding), word)
    }
    for word in ["مياه", "اتجاه", "وجه", "هذه"] {
      XCTAssertFalse(try last(word).token.shape.contains(.feminineEnding), word)
    }
  }

  func testAPronounStaysOne() throws {
    // His era, his decision, his speech, in it.
    for word in ["عهد+ه", "قرار+ه", "خطاب+ه", "في+ه"] {
      XCTAssertEqual(try parts(word.replacingOccurrences(of: "+", with: "")), word)
    }
  }

  /// Words that another one with "his" is oftener than they are themselves, and verbs with their object.
  func testAHehIsRatherAPronounWhereTextsHaveItSo() throws {
    // His house, his deputy, which he launched, his advisers, and his condemnation.
    for word in ["منزل+ه", "نائب+ه", "شن+ه", "مستشاري+ه", "و+شجب+ه"] {
      XCTAssertEqual(try parts(word.replacingOccurrences(of: "+", with: "")), word)
    }
    // Company, a meeting's place, a scholarship: no pronoun.
    for word in ["شركه", "ساحه", "جامعه"] { XCTAssertEqual(try parts(word), word) }
  }

  func testAFinalMaksuraMayBeYeh() throws {
    // Iraqi, Syrian and "in": none ends in alef maksura, as "on" and "hospital" do.
    for word in ["العراقى", "السورى", "فى"] {
      XCTAssertFalse(try last(word).token.shape.contains(.maksuraEnding), word)
    }
    XCTAssertTrue(try last("العراقى").token.classes.contains(.relational))
    for word in ["على", "مستشفى", "حتى"] {
      XCTAssertTrue(try last(word).token.shape.contains(.maksuraEnding), word)
      XCTAssertFalse(try last(word).token.classes.contains(.relational), word)
    }
  }

  func testAShortTextShowsNoHabit() throws {
    XCTAssertFalse(try last("زياره", behind: "وصل الوفد في ").token.shape.contains(.feminineEnding))
    XCTAssertFalse(try last("زياره", behind: "وصل الوفد في ").token.shape.contains(.looseSpelling))
  }

  func testATextThatHasALetterMeansWhatItWrites() throws {
    let dotted = Self.plain + "زيارة في أمس "
    XCTAssertFalse(try last("مدينه", behind: dotted).token.shape.contains(.feminineEnding))
    XCTAssertTrue(try last("العراقى", behind: dotted).token.shape.contains(.maksuraEnding))
    XCTAssertFalse(try last("الاردن", behind: dotted).token.shape.contains(.looseSpelling))
  }

  func testWordsThatListsMaySpellOtherwise() throws {
    // A text without one ى may write ي for it.
    let yeh = String(repeating: "وصل الوفد في المساء ثم سافر مع السفير ", count: 10)
    XCTAssertTrue(try last("علي", behind: yeh).token.shape.contains(.looseSpelling))
    XCTAssertFalse(try last("علي", behind: yeh + "إلى ").token.shape.contains(.looseSpelling))
    for word in ["الاردن", "زياره", "السورى"] {
      XCTAssertTrue(try last(word).token.shape.contains(.looseSpelling), word)
    }
    XCTAssertFalse(try last("دمشق").token.shape.contains(.looseSpelling))
  }
}
