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

  /// Whether a name begins with an article is told by the row's bytes as by its names, or not at all.
  func testLettersThatNamesBeginWith() {
    let names = ["القاهرة", "مصر", "ال", "اَلقاهرة", "القَاهرة", "الْقاهرة", " العراق ", "Al", "ال-", "الأردن", "أل"]
    let layout = RowLayout(["name", "id", "aliases"])
    var told: [Bool] = []
    for name in names {
      for alias in ["", "بلد", "الشام", "بلد|ال ", "بلد | الشام", "شام|بلد"] {
        let row = Array("\(name)\tالمعرّف\t\(alias)".utf8)
        row.withUnsafeBufferPointer { row in
          var entry = GazetteerEntry(name: "", type: .none)
          layout.fill(&entry, from: row)
          guard let found = layout.hasName(in: row, beginningWith: "ال") else { return }
          told.append(found)
          let all = [entry.name] + entry.aliases
          XCTAssertEqual(found, all.contains { $0.hasPrefix("ال") }, "\(name) \(alias)")
        }
      }
    }
    XCTAssertGreaterThan(told.count, 20)
    XCTAssertTrue(told.contains(true) && told.contains(false))
    XCTAssertNil(Array("é\t\t".utf8).withUnsafeBufferPointer { layout.hasName(in: $0, beginningWith: "é") })
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
