import KhabarArabic
import KhabarCore
import XCTest

@testable import KhabarGazetteer

/// Random lists against random texts.
final class MatcherPropertyTests: XCTestCase {
  /// A generator that gives the same numbers in every run (constants of Knuth's MMIX).
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private let stems = [
    "علم", "لبن", "بلد", "كتب", "فهد", "وفد", "وليد", "لين", "مها", "أمل", "إلياس", "ولد", "الفت", "بكر", "لل",
  ]
  private let types = ["Place/city", "Place/country", "Person/", "Organization/", "Nationality/", "given-name/"]

  private func name(_ dice: inout Dice) -> String {
    (0..<Int.random(in: 1...3, using: &dice)).map { _ in
      (Bool.random(using: &dice) ? "ال" : "") + stems.randomElement(using: &dice)!
    }.joined(separator: " ")
  }

  private func text(_ dice: inout Dice) -> String {
    let clitics = ["", "", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "ال", "وال", "بال", "لل", "ولل", "كال", "أل"]
    return (0..<Int.random(in: 1...60, using: &dice)).map { _ in
      clitics.randomElement(using: &dice)! + stems.randomElement(using: &dice)!
        + (Int.random(in: 0..<12, using: &dice) == 0 ? "،" : "")
    }.joined(separator: " ")
  }

  func testMatchesAreThoseOfTheReference() throws {
    var dice = Dice(state: 42)
    var count = 0
    for _ in 0..<150 {
      var rows: [String] = []
      for _ in 0..<Int.random(in: 1...40, using: &dice) {
        rows.append(name(&dice) + "/" + types.randomElement(using: &dice)!)
      }
      let fixture = try GazetteerFixture(rows.joined(separator: "\n"))
      let names = rows.enumerated().map { ReferenceMatcher.name($1, entry: $0) }
      for _ in 0..<5 {
        let text = text(&dice)
        let document = try fixture.document(text)
        let expected = ReferenceMatcher.matches(names, document.tokens, document.text.bytes)
        let found = try fixture.lookups(text, .allOverlapping).map {
          ReferenceMatcher.Match(entry: Int($0.entry.index), tokens: $0.tokens, start: $0.span.start)
        }
        XCTAssertEqual(Set(found).sorted(), expected.sorted(), "rows \(rows) in \(text)")
        XCTAssertEqual(found.count, Set(found).count, "said twice: \(text)")
        count += expected.count
        guard Set(found) == expected else { return }
      }
    }
    XCTAssertGreaterThan(count, 5_000, "the lists and texts hardly meet")
  }

  func testEveryKindKeepsItsPromises() throws {
    var dice = Dice(state: 7)
    for _ in 0..<100 {
      let rows = (0..<20).map { _ in name(&dice) + "/" + types.randomElement(using: &dice)! }
      let fixture = try GazetteerFixture(rows.joined(separator: "\n"))
      let text = text(&dice)
      let bytes = Array(text.utf8)
      let all = try fixture.lookups(text, .allOverlapping)
      for kind in [GazetteerMatchKind.leftmostLongest, .longestPerType, .allOverlapping] {
        let lookups = try fixture.lookups(text, kind)
        XCTAssertEqual(lookups.isEmpty, all.isEmpty)
        for (lookup, next) in zip(lookups, lookups.dropFirst()) {
          XCTAssertTrue(
            (lookup.span.start, -lookup.span.end) <= (next.span.start, -next.span.end), "out of order in \(text)")
          if kind == .leftmostLongest { XCTAssertLessThanOrEqual(lookup.tokens.end, next.tokens.start) }
        }
        for lookup in lookups {
          let slice = String(validating: bytes[lookup.span.range], as: UTF8.self)
          XCTAssertNotNil(slice)
          // A slice folds to the words of its entry, each with or without its article.
          let words = Orthography.arabic.keys(slice ?? "")
          XCTAssertEqual(words.count, lookup.tokens.count)
          let name = ReferenceMatcher.name(rows[Int(lookup.entry.index)], entry: 0)
          XCTAssertTrue(
            words.last!.hasSuffix(name.words.last!.stem), "\(slice ?? "") is not \(rows[Int(lookup.entry.index)])")
          XCTAssertTrue(all.contains { $0.span == lookup.span && $0.entry == lookup.entry })
        }
      }
    }
  }

  func testAnyBytesOfAnyLengthAreSafe() throws {
    let fixture = try GazetteerFixture("بغداد/Place\nوليد عبد الله/Person\n5+1/Organization\nأ ف ب/Organization")
    var dice = Dice(state: 3)
    let pieces = [
      "بغداد", "و", "ـ", "َ", "ﻻ", "-", "+", ".", " ", "\n", "5", "١", "ا", "ل", "لل", "\u{200F}", "«", "وليد", "عبد",
      "الله", "😀",
    ]
    for _ in 0..<300 {
      let text = (0..<30).map { _ in pieces.randomElement(using: &dice)! }.joined()
      for lookup in try fixture.lookups(text, .allOverlapping) {
        XCTAssertLessThanOrEqual(lookup.span.upperBound, text.utf8.count)
        XCTAssertLessThan(lookup.span.start, lookup.span.end)
        XCTAssertNotNil(String(validating: Array(text.utf8)[lookup.span.range], as: UTF8.self))
      }
    }
  }
}
