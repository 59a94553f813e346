import KhabarArabic
import KhabarCore
import KhabarTestSupport
import XCTest

@testable import KhabarClean

/// Lines end where their bytes say so, wherever that is.
final class LineReaderTests: XCTestCase {
  /// The key that a word gets while it is cut is that of its letters.
  func testKeysOfWords() {
    let words = [
      "خبر", "مُحَمَّد", "هانىء", "هاىء", "المستشفيات", "والمستشفيات", "بالديمقراطيين", "قناةCNN", "ﷲ", "2015", "٢٠١٥",
      "ـخبرـ", "naïve", "ء",
    ]
    let bytes = Array(words.joined(separator: "، ").utf8)
    let found = bytes.withUnsafeBufferPointer {
      LineReader(text: $0, orthography: .arabic).words(from: 0, to: $0.count, limit: 100).map(\.key)
    }
    XCTAssertEqual(found, words.map { Orthography.arabic.key($0) })
  }

  func testLinesAreCutAtEachLineEnd() {
    var dice = Dice(for: "line ends")
    for _ in 1...200 {
      let text = (0..<dice.roll(12)).map { _ in
        dice.pick(["خبر طويل من بغداد", "a", "\n", "\r\n", "\r", " ", "\t", "\u{1}"])
      }.joined()
      // The line ends one by one: a pair of return and feed is one.
      var expected: [[UInt8]] = [[]]
      var previous: UInt8 = 0
      for byte in text.utf8 {
        if byte == 0x0A, previous == 0x0D {
          previous = 0
          continue
        }
        if byte == 0x0A || byte == 0x0D { expected.append([]) } else { expected[expected.count - 1].append(byte) }
        previous = byte
      }
      let trimmed = expected.map { line in
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        return Array(line.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
      }
      let bytes = Array(text.utf8)
      let lines = bytes.withUnsafeBufferPointer {
        LineReader(text: $0, orthography: Orthography()).lines().map { Array(bytes[$0.start..<$0.end]) }
      }
      XCTAssertEqual(lines, trimmed, text)
    }
  }
}
