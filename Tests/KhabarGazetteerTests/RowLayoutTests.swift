import KhabarCore
import XCTest

@testable import KhabarGazetteer

final class RowLayoutTests: XCTestCase {
  /// What is taken for a cell without space around it has none.
  func testTrimmedCellsHaveNoSpaceAroundThem() {
    var dice = SystemRandomNumberGenerator()
    let characters: [Unicode.Scalar] = [
      "a", "1", " ", "\t", "\u{A0}", "\u{85}", "\u{1680}", "\u{2003}", "\u{202F}", "\u{205F}", "\u{3000}", "ا", "ي",
      "\u{6FF}", "é", "中", "\u{1F600}",
    ]
    var trimmed = 0
    for _ in 0..<3000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...4, using: &dice) {
        if let character = characters.randomElement(using: &dice) { scalars.append(character) }
      }
      var text = String(scalars)
      guard text.withUTF8({ RowLayout.isTrimmed($0) }) else { continue }
      trimmed += 1
      XCTAssertEqual(text.trimmedOfSpace, text)
    }
    XCTAssertGreaterThan(trimmed, 100)
  }

  func testCellsAreReadWithoutTheSpaceAroundThem() {
    let row = Array("\u{2003}بغداد \tPlace\tbaghdad\u{A0}\t عراق | Irak \t بلد".utf8)
    var entry = GazetteerEntry(name: "", type: .none)
    row.withUnsafeBufferPointer { row in
      RowLayout(["name", "type", "id", "aliases", "note"]).fill(&entry, from: row)
    }
    XCTAssertEqual(entry.name, "بغداد")
    XCTAssertEqual(entry.id, "baghdad")
    XCTAssertEqual(entry.aliases, ["عراق", "Irak"])
    XCTAssertEqual(entry.features, ["note": "بلد"])
  }
}
