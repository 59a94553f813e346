import KhabarTestSupport
import XCTest

@testable import KhabarAssemble

/// The steps of a pattern match what its elements match: here over words alone, each of which is a number.
final class CompiledPatternTests: XCTestCase {
  private var dice = Dice(for: "patterns")

  private func elements(_ depth: Int) -> [PatternElement] {
    (0..<dice.roll(4)).map { _ in element(depth) }
  }

  private func element(_ depth: Int) -> PatternElement {
    let word = PatternElement.lemma(dice.roll(3))
    switch dice.roll(depth > 0 ? 6 : 2) {
    case 0: return word
    case 1: return .gap(dice.roll(3))
    case 2: return .optional(element(depth - 1))
    case 3: return .alternatives((0..<2).map { _ in elements(depth - 1) })
    case 4: return .repeated(word, atLeast: dice.roll(3))
    default: return .not(word)
    }
  }

  /// Whether elements match all of some words.
  private func match(_ elements: ArraySlice<PatternElement>, _ words: ArraySlice<Int>) -> Bool {
    guard let element = elements.first else { return words.isEmpty }
    let rest = elements.dropFirst()
    switch element {
    case .lemma(let number): return words.first == number && match(rest, words.dropFirst())
    case .gap(let limit): return (0...min(limit, words.count)).contains { match(rest, words.dropFirst($0)) }
    case .optional(let inner): return match([inner] + rest, words) || match(rest, words)
    case .alternatives(let choices): return choices.contains { match($0 + rest, words) }
    case .repeated(let inner, let atLeast):
      let once = [inner, .repeated(inner, atLeast: max(0, atLeast - 1))] + rest
      return !words.isEmpty && match(once[...], words) || atLeast == 0 && match(rest, words)
    case .not(.lemma(let number)): return words.first != number && match(rest, words)
    default: return false
    }
  }

  private func match(_ steps: [CompiledPattern.Step], _ step: Int, _ words: ArraySlice<Int>) -> Bool {
    switch steps[step] {
    case .end: return words.isEmpty
    case .phrase(.lemma(let number), let next): return words.first == number && match(steps, next, words.dropFirst())
    case .not(.lemma(let number), let next): return words.first != number && match(steps, next, words)
    case .gap(let limit, let next):
      return (0...min(limit, words.count)).contains { match(steps, next, words.dropFirst($0)) }
    case .either(let ways): return ways.contains { match(steps, $0, words) }
    case .again(let once, let rest):
      return !words.isEmpty && match(steps, once, words) || rest.map { match(steps, $0, words) } ?? false
    case .phrase, .not: return false
    }
  }

  func testStepsMatchWhatElementsMatch() {
    var matched = 0
    for _ in 0..<600 {
      let elements = elements(2)
      let pattern = CompiledPattern(elements)
      for _ in 0..<8 {
        let words = (0..<dice.roll(5)).map { _ in dice.roll(3) }
        let expected = match(elements[...], words[...])
        XCTAssertEqual(match(pattern.steps, pattern.start, words[...]), expected, "\(elements) \(words)")
        if expected { matched += 1 }
      }
    }
    XCTAssertGreaterThan(matched, 200)
  }
}
