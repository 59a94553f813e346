import KhabarCore
import Synchronization
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

  /// A row that holds is among those that each word lets stand at its column, whatever the word gets later.
  func testColumnsLeaveOutNoRowThatHolds() {
    var (held, given) = (0, 0)
    for _ in 0..<60 {
      let table = rows(70, columns: 3)
      let columns = ColumnRows(table.map(\.conditions), columns: 3, ignoring: changing)
      let writer = ColumnRows.Writer(columns)
      for _ in 0..<10 {
        let early = (0..<3).map { _ -> Features in
          var word = features(6)
          word.subtract(changing)
          return word
        }
        let late = early.map { Bool.random(using: &dice) ? $0.union(changing) : $0 }
        let sets = early.map { word -> [UInt64] in
          var sets = Array(repeating: UInt64.max, count: 3 * columns.width)
          withUnsafePointer(to: word) { word in
            sets.withUnsafeMutableBufferPointer { sets in
              guard let base = sets.baseAddress else { return XCTFail("there are three columns") }
              writer.write(word, to: base)
            }
          }
          return sets
        }
        for (number, row) in table.enumerated() {
          let isGiven = (0..<3).allSatisfy { column in
            sets[column][column * columns.width + number >> 6] >> UInt64(number & 63) & 1 != 0
          }
          let holds = row.conditions.allSatisfy { $0.condition.holds(late[$0.column]) }
          XCTAssert(isGiven || !holds)
          held += holds ? 1 : 0
          given += isGiven ? 1 : 0
        }
      }
    }
    XCTAssertGreaterThan(held, 1000)
    XCTAssertLessThan(given, 60 * 10 * 70 / 2, "most rows are left out")
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

  /// More words than are remembered at a time come while a row of the first ones is there.
  func testWhatIsRememberedStaysAsLongAsItsRow() {
    var parts = KnownParts()
    let start = parts.add(asked: Features(word: 0, .max), width: 2) { word, value in
      (value[0], value[1]) = (word.pointee.word(0) &* 3, ~word.pointee.word(0))
    }
    let known = KnownFeatures(FeatureMasks([]), parts)
    func sets(_ numbers: Range<Int>) -> [Features] { numbers.map { Features(word: 0, UInt64($0) &* 0x9E37_79B9) } }
    func check(_ row: KnownRow, _ given: [Features], line: UInt = #line) {
      for index in given.indices {
        let word = given[index].word(0)
        XCTAssertEqual(row[index].pointee, given[index], line: line)
        XCTAssertEqual([row.parts(index)[start], row.parts(index)[start + 1]], [word &* 3, ~word], line: line)
      }
    }
    let first = sets(0..<500)
    let row = KnownRow(first, startingAt: 0, known)
    for block in 1..<80 {
      let given = sets(block * 500..<block * 500 + 500)
      check(KnownRow(given, startingAt: 0, known), given)
    }
    check(row, first)
    check(KnownRow(first, startingAt: 0, known), first)
    XCTAssertEqual(row.parts(500)[start + 1], ~0, "there is nothing behind the last word")
  }

  /// What is asked for again and again is made once, however many other words come between.
  func testWhatIsCommonIsMadeOnce() {
    let made = Mutex(0)
    var parts = KnownParts()
    _ = parts.add(asked: Features(word: 0, .max), width: 1) { word, value in
      value[0] = word.pointee.word(0)
      if value[0] == 7 { made.withLock { $0 += 1 } }
    }
    let known = KnownFeatures(FeatureMasks([]), parts)
    for block in 1..<100 {
      let others = (block * 1000..<block * 1000 + 1000).map { Features(word: 0, UInt64($0)) }
      _ = KnownRow([Features(word: 0, 7)] + others, startingAt: 0, known)
    }
    XCTAssertEqual(made.withLock { $0 }, 1)
  }
}

extension Features {
  /// Those of 64 features whose bits are set.
  fileprivate init(word: Int, _ bits: UInt64) {
    self = (0..<64).reduce(into: Features()) {
      if bits >> UInt64($1) & 1 != 0 { $0.formUnion(Features(bit: word * 64 + $1)) }
    }
  }
}
