import Khabar
import XCTest

@testable import KhabarArabic

/// Arabic names in Latin letters.
final class RomanizerTests: XCTestCase {
  private static let pack = Result {
    try ArabicPack(lexicon: KhabarHome.find().gazetteers + "/ar/lexicon")
  }

  private func romanize(_ name: String) throws -> String { try Self.pack.get().romanizer.romanize(name) }

  func testKnownNamesAreSpelledAsNewsSpellsThem() throws {
    XCTAssertEqual(try romanize("محمد بن سلمان"), "Muhammad bin Salman")
    XCTAssertEqual(try romanize("عبد العزيز"), "Abdulaziz")
    XCTAssertEqual(try romanize("عبدالعزيز"), "Abdulaziz")
  }

  func testOtherWordsAreReadByTheirLetters() throws {
    XCTAssertEqual(try romanize("الجربوع"), "Al-Jarbua")
    XCTAssertEqual(try romanize("صالح الهويريني"), "Saleh al-Huyrini")
  }

  func testSpellingsOfOneNameHaveOneLabel() throws {
    XCTAssertEqual(try romanize("أحمد الأنصاري"), try romanize("احمد الانصاري"))
    XCTAssertEqual(try romanize("مُحَمَّد"), try romanize("محمد"))
  }

  /// A compound is found in two words and in one, a word of no letters leaves no space, and a no-break space parts.
  func testWordsOfAName() throws {
    XCTAssertEqual(try romanize("سالم عبد العزيز الجربوع"), "Salem Abdulaziz al-Jarbua")
    XCTAssertEqual(try romanize("؟ صالح - ؟ الجربوع"), "Saleh al-Jarbua")
    XCTAssertEqual(try romanize("صالح\u{A0}الجربوع"), "Saleh al-Jarbua")
  }

  func testNothingButLetters() throws {
    XCTAssertEqual(try romanize(""), "")
    XCTAssertEqual(try romanize("!؟"), "")
    XCTAssertEqual(try romanize("CNN"), "CNN")
  }

  /// Cut by bytes, names have the words that they have by characters.
  func testNamesAreCutAtSpacesAndHyphens() {
    let names = [
      "", " ", "محمد", "محمد بن سلمان", "  أبو-بكر  ", "بن\u{A0}علي", "محمّد - علي", "Al Jazeera-2",
      "قناة\u{64B} \u{64B}أ",
      "علي\u{200D} حسن", "-", "ﷲ أكبر",
    ]
    for name in names {
      let words = name.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "\u{A0}" }).map(String.init)
      let bytes = Array(name.utf8)
      XCTAssertEqual(ArabicRomanizer.words(of: name).map { String(decoding: bytes[$0], as: UTF8.self) }, words, name)
    }
  }
}
