import KhabarCore
import XCTest

@testable import KhabarSyntax

/// What is remembered of words says the same as the conditions, rows and definitions that it is made of.
final class KnownTableTests: XCTestCase {
  private var dice = SeededGenerator(seed: 60)

  /// Features that words have by what stands before them.
  private let changing = Features(bit: 5).union(Features(bit: 70))

  private func features(_ most: Int) -> Features {
    (0..<Int.random(in: 0...most, using: &dice)).reduce(into: Features()) { result, _ in
      let bit = [0, 1, 5, 63, 64, 70, 130, 600].randomElement(using: &dice) ?? 0
      result.formUnion(Features(bit: bit))
    }
  }

  private func condition() -> Condition {
    Condition(
      ways: (0..<([1, 1, 2, 3, 0].randomElement(using: &dice) ?? 1)).map { _ in
        Condition.Way(all: features(2), none: features(2))
      })
  }

  private func rows(_ count: Int, columns: Int) -> [GrammarRow] {
    (0..<count).map { number in
      GrammarRow(
        name: "\(number)", id: RowID(number), location: SourceLocation(file: "toy"), outcome: 0, score: 0,
        conditions: (0..<Int.random(in: 1...4, using: &dice)).map { _ in
          ColumnCondition(column: Int.random(in: 0..<columns, using: &dice), condition: condition())
        }, same: Bool.random(using: &dice) ? Features() : features(1), differ: Features())
    }
  }

  /// A table of a phrase and three words, of which two are remembered, over rows of words.
  func testAKnownTableSaysWhatItsTableSays() {
    let shape = TableShape("toy", columns: ["phrase", "last", "here", "next"], outcomes: ["yes"], compared: (1, 2))
    var found: Set<Int?> = []
    for _ in 0..<60 {
      let table = GrammarTable(shape: shape, rows: rows(70, columns: 4), changing: changing)
      var parts = KnownParts()
      let words = KnownTable(table, known: ["last", "here"], &parts)
      let nothing = features(3)
      let known = KnownFeatures(FeatureMasks([]), parts, nothing: nothing)
      var given = (0..<12).map { _ in
        var word = features(6)
        word.subtract(changing)
        return word
      }
      let row = KnownRow(given, startingAt: 100, known)
      for index in given.indices where Bool.random(using: &dice) {
        given[index].formUnion(changing)
        row.formUnion(100 + index, changing)
      }
      let at = { (token: Int) in given.indices.contains(token - 100) ? given[token - 100] : nothing }
      for token in 99...113 {
        let phrase = features(4)
        let expected = [phrase, at(token - 1), at(token), at(token + 1)].withUnsafeBufferPointer { sets in
          sets.baseAddress.flatMap { table.first($0, $0 + 1, $0 + 2, $0 + 3) }
        }
        let decision = withUnsafePointer(to: phrase) {
          words.first(row, (token, token - 1, token, token + 1, token, token), phrase: $0)
        }
        XCTAssertEqual(decision?.row, expected?.row)
        found.insert(expected.map { Int($0.row.number) })
      }
    }
    XCTAssertGreaterThan(found.count, 20)
  }

  func testKnownFeaturesAreDerived() {
    let definitions = (0..<30).map { number in
      Grammar.Definition(
        feature: Features(bit: 200 + number), condition: condition(), location: SourceLocation(file: "toy"),
        isOfPhrases: false)
    }
    let masks = FeatureMasks(definitions)
    let known = KnownFeatures(masks)
    for _ in 0..<20 {
      let given = (0..<200).map { _ in features(4) }
      let row = KnownRow(given, startingAt: 0, known)
      for index in given.indices {
        let expected = definitions.reduce(into: given[index]) { if $1.condition.holds($0) { $0.formUnion($1.feature) } }
        XCTAssertEqual(row[index].pointee, expected)
      }
    }
  }
}
