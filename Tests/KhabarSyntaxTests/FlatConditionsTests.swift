import KhabarCore
import XCTest

@testable import KhabarSyntax

/// What is made fast says the same as the conditions, rows and definitions that it is made of.
final class FlatConditionsTests: XCTestCase {
  private var dice = SeededGenerator(seed: 16)

  /// A set of few of the features at both ends of each word, so that sets often meet.
  private func features(_ most: Int) -> Features {
    (0..<Int.random(in: 0...most, using: &dice)).reduce(into: Features()) { result, _ in
      let bit = [0, 1, 2, 62, 63].randomElement(using: &dice) ?? 0
      result.formUnion(Features(bit: 64 * Int.random(in: 0..<Features.words, using: &dice) + bit))
    }
  }

  private func condition() -> Condition {
    let ways = (0..<([1, 1, 1, 2, 3, 0].randomElement(using: &dice) ?? 1)).map { _ in
      Condition.Way(all: features(2), none: features(2))
    }
    return Condition(ways: ways)
  }

  func testWordsOfASetAreItsFeatures() {
    for bit in [0, 63, 64, 127, 128, 200, 255, 256, 319, 320, 383] {
      let words = (0..<Features.words).map { Features(bit: bit).word($0) }
      XCTAssertEqual(words, (0..<Features.words).map { $0 == bit / 64 ? 1 << UInt64(bit % 64) : 0 })
    }
    XCTAssertEqual(MemoryLayout<Features>.stride, Features.words * MemoryLayout<UInt64>.stride)
  }

  func testConditionsHoldWhereTheyDid() {
    var held = 0
    for _ in 0..<2000 {
      let conditions = (0..<4).map { _ in condition() }
      var flat = FlatConditions()
      for (column, condition) in conditions.enumerated() { flat.append(condition, column: column % 2) }
      let sets = [features(6), features(6)]
      sets.withColumns { columns in
        for (index, condition) in conditions.enumerated() {
          let holds = condition.holds(sets[index % 2])
          held += holds ? 1 : 0
          XCTAssertEqual(flat.withView { $0.holds(index, columns) }, holds)
        }
      }
    }
    XCTAssertGreaterThan(held, 500)
    XCTAssertLessThan(held, 7500)
  }

  func testTheFirstRowThatHoldsIsFound() {
    let shape = TableShape("toy", columns: ["one", "two", "three"], outcomes: ["yes"], compared: (0, 2))
    var found: [Int?: Int] = [:]
    for _ in 0..<2000 {
      let rows = (0..<6).map { number in
        GrammarRow(
          name: "\(number)", id: RowID(number), location: SourceLocation(file: "toy"), outcome: 0, score: 0,
          conditions: (0..<Int.random(in: 0...3, using: &dice)).map { _ in
            ColumnCondition(column: Int.random(in: 0..<3, using: &dice), condition: condition())
          }, same: features(1), differ: features(1))
      }
      let columns = (0..<3).map { _ in features(8) }
      let expected = rows.firstIndex { row in
        row.conditions.allSatisfy { $0.condition.holds(columns[$0.column]) }
          && columns[0].intersection(row.same) == columns[2].intersection(row.same)
          && (row.differ.isEmpty || columns[0].intersection(row.differ) != columns[2].intersection(row.differ))
      }
      let table = GrammarTable(shape: shape, rows: rows)
      XCTAssertEqual(table.first(of: columns)?.row, expected.map { RowID($0) })
      found[expected, default: 0] += 1
    }
    // Rows of all places, and none, were found.
    XCTAssertEqual(found.count, 7)
  }

  /// A table of more rows than a word has bits, of which many hold.
  func testAllRowsOfALargeTableAreFoundInOrder() {
    let shape = TableShape("toy", columns: ["one", "two"], outcomes: ["yes"], isSum: true)
    let rows = (0..<150).map { number in
      GrammarRow(
        name: "\(number)", id: RowID(number), location: SourceLocation(file: "toy"), outcome: 0, score: number,
        conditions: (0..<number % 3).map { ColumnCondition(column: $0, condition: condition()) }, same: Features(),
        differ: Features())
    }
    let table = GrammarTable(shape: shape, rows: rows)
    for _ in 0..<300 {
      let columns = [features(8), features(8)]
      var scores: [Int] = []
      table.forEach(of: columns) { scores.append($0.score) }
      let expected = rows.filter { row in row.conditions.allSatisfy { $0.condition.holds(columns[$0.column]) } }
      XCTAssertEqual(scores, expected.map(\.score))
      XCTAssertGreaterThan(scores.count, 50)
    }
  }

  /// What all rows ask for that say something must be there for it to be said; without such a row nothing is.
  func testATableDemandsWhatAllItsRowsAskFor() {
    let (one, two, three) = (Features(bit: 1), Features(bit: 70), Features(bit: 200))
    func row(_ outcome: Int, _ column: Int, _ ways: [Features]) -> GrammarRow {
      GrammarRow(
        name: "", id: RowID(0), location: SourceLocation(file: "toy"), outcome: outcome, score: 0,
        conditions: [
          ColumnCondition(
            column: column, condition: Condition(ways: ways.map { Condition.Way(all: $0, none: Features()) }))
        ],
        same: Features(), differ: Features())
    }
    let shape = TableShape("toy", columns: ["last", "here"], outcomes: ["verb", "none"])
    let table = GrammarTable(
      shape: shape,
      rows: [row(0, 1, [one.union(two)]), row(0, 1, [one, one.union(three)]), row(1, 1, [three]), row(1, 0, [two])])
    XCTAssertEqual(table.demand(of: "verb", inColumn: "here"), one)
    XCTAssertEqual(table.demand(of: "none", inColumn: "here"), Features())
    XCTAssertEqual(table.demand(of: "verb", inColumn: "last"), Features())
  }

  func testRowsOfASumAreAllFoundInOrder() {
    let conditions = [condition(), .always, Condition(ways: []), .always]
    let rows = conditions.enumerated().map { number, condition in
      GrammarRow(
        name: "\(number)", id: RowID(number), location: SourceLocation(file: "toy"), outcome: 0, score: number,
        conditions: [ColumnCondition(column: 0, condition: condition)], same: Features(), differ: Features())
    }
    let table = GrammarTable(shape: TableShape("toy", columns: ["one"], outcomes: ["yes"], isSum: true), rows: rows)
    let word = features(4)
    var scores: [Int] = []
    table.forEach(of: [word]) { scores.append($0.score) }
    XCTAssertEqual(scores, conditions.indices.filter { conditions[$0].holds(word) })
  }

  func testDefinitionsAreDerivedInTheirOrder() {
    let definitions = (0..<40).map { number in
      Grammar.Definition(
        feature: Features(bit: 64 * (number % Features.words) + number % 3), condition: condition(),
        location: SourceLocation(file: "toy"), isOfPhrases: false)
    }
    let known = KnownFeatures(FeatureMasks(definitions))
    var sets = (0..<3000).map { _ in features(4) }
    let expected = sets.map { set in
      definitions.reduce(into: set) { if $1.condition.holds($0) { $0.formUnion($1.feature) } }
    }
    let given = sets
    sets.withUnsafeMutableBufferPointer { known.derive($0) }
    XCTAssertEqual(sets, expected)
    // Now from memory.
    sets = given
    sets.withUnsafeMutableBufferPointer { known.derive($0) }
    XCTAssertEqual(sets, expected)
    XCTAssertNotEqual(sets, given)
  }

  func testStatesBeginAndStay() {
    let states = (0..<6).map { number in
      Grammar.State(
        feature: Features(bit: number * 64), begins: condition(), stays: condition(),
        location: SourceLocation(file: "toy"))
    }
    let masks = StateMasks(states)
    var parts = KnownParts()
    let start = parts.add(asked: masks.asked, width: StateMasks.Step.words) { masks.step($0.pointee).write(to: $1) }
    let known = KnownFeatures(FeatureMasks([]), parts)
    var here: StateMasks.States = 0
    var expected = Features()
    for _ in 0..<2000 {
      let word = features(5)
      expected = states.reduce(into: Features()) { result, state in
        if state.begins.holds(word) || expected.contains(state.feature) && state.stays.holds(word) {
          result.formUnion(state.feature)
        }
      }
      let row = KnownRow([word], startingAt: 0, known)
      StateMasks.Step(row.parts(0) + start).advance(&here)
      XCTAssertEqual(masks.features(of: here), expected)
    }
  }

  func testLettersAreFoundAsEachTestFindsThem() {
    let letters = ["a", "b", "ab", "ba", "abc", "bca", "c", ""].map { Toy.orthography.key($0) }
    func keys() -> [WordKey] {
      (0..<Int.random(in: 1...2, using: &dice)).compactMap { _ in letters.randomElement(using: &dice) }
    }
    for _ in 0..<200 {
      let tests: [Grammar.LetterTest] = [
        .ending(keys()), .beginning(keys()), .spelled(keys()), .ending(keys()),
        .letters(atLeast: Int.random(in: 0...4, using: &dice)),
      ]
      var table = LetterTests()
      for (number, test) in tests.enumerated() { table.add(test, Features(bit: number)) }
      let long = String(repeating: "ab", count: 15)
      for word in ["", "a", "b", "ab", "abc", "abab", "bcab", "cabca", long].map({ Toy.orthography.key($0) }) {
        let expected = tests.indices.filter { tests[$0].holds(word) }.reduce(into: Features()) {
          $0.formUnion(Features(bit: $1))
        }
        XCTAssertEqual(table.features(of: word), expected)
      }
    }
  }

  func testKindsAreNumberedInTheirOrder() {
    XCTAssertEqual(Phrase.Kind.allCases.map(\.number), Array(Phrase.Kind.allCases.indices))
    XCTAssertEqual(Clause.Kind.allCases.map(\.number), Array(Clause.Kind.allCases.indices))
  }
}
