import KhabarCore
import XCTest

/// Letters are counted by the table as each character's class says.
final class LetterCountTests: XCTestCase {
  /// - Parameter latin: whether Latin letters are the language's own.
  private func counted(_ text: String, _ orthography: Orthography, latin: Bool) -> (own: Int, all: Int) {
    text.unicodeScalars.reduce(into: (own: 0, all: 0)) { counts, scalar in
      let value = orthography.classify(scalar.value)
      if value.isLetter || value == .foreignLetter { counts.all += 1 }
      if value.isLetter, latin || value.rawValue < 36 { counts.own += 1 }
    }
  }

  func testCountsWhatTheClassesSay() {
    let latin = Orthography()
    var script = Orthography()
    script.set(["\u{5D0}", "\u{5D1}"], to: .letter(1))
    script.setCompatibility("\u{FB21}", to: ["\u{5D0}"])
    var dice = SystemRandomNumberGenerator()
    let characters: [Unicode.Scalar] = [
      "a", "Z", "1", " ", "\u{5D0}", "\u{5D1}", "\u{5D2}", "\u{FB21}", "\u{E9}", "\u{3B1}", "\u{4E00}", "\u{1F600}",
      "\u{300}", "-",
    ]
    for _ in 0..<200 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &dice) {
        if let character = characters.randomElement(using: &dice) { text.append(character) }
      }
      for (orthography, isLatin) in [(latin, true), (script, false)] {
        var string = String(text)
        let found = string.withUTF8 { orthography.countLetters($0) }
        let expected = counted(string, orthography, latin: isLatin)
        XCTAssertEqual(found.own, expected.own, string)
        XCTAssertEqual(found.all, expected.all, string)
      }
    }
  }

  /// To stop when most letters are the language's whatever is left comes to the same as to count all.
  func testCountingStopsWhenEnoughLettersAreTheLanguages() {
    var orthography = Orthography()
    orthography.set(["\u{5D0}", "\u{5D1}"], to: .letter(1))
    for seed in 1...60 {
      var dice = Dice(seed)
      let words = (0..<dice.roll(400)).map { _ in dice.roll(seed % 5 + 1) == 0 ? "\u{5D0}\u{5D1} " : "\u{3B1}\u{3B2} " }
      var text = words.joined()
      let isFew = { (count: Orthography.LetterCount) in count.own * 4 < count.all }
      let (all, some) = text.withUTF8 { text in
        (orthography.countLetters(text), orthography.countLetters(text) { $0.own * 4 >= $0.all + $1 })
      }
      XCTAssertEqual(isFew(some), isFew(all), "seed \(seed)")
      if isFew(all) { XCTAssertEqual(some, all, "seed \(seed)") }
    }
  }
}
