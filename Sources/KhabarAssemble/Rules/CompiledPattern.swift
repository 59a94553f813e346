import KhabarCore
import KhabarSyntax

/// A sequence pattern of a rule, as steps that know their next one: while it is matched nothing is put together.
struct CompiledPattern: Sendable {
  enum Step: Sendable {
    /// The pattern is at its end.
    case end
    /// A phrase that is what an element asks for.
    case phrase(PatternElement, next: Int)
    /// None that is.
    case not(PatternElement, next: Int)
    /// Up to so many phrases.
    case gap(Int, next: Int)
    /// The first step of these with which the rest matches.
    case either([Int])
    /// Once more, if there is anything left, or else how it goes on without; nil where once more is a must.
    case again(Int, orElse: Int?)
  }

  private(set) var steps: [Step] = [.end]
  private(set) var start = 0
  /// Sets of words of each of which one must be there for it to match.
  private let demands: [LemmaSet]
  /// Likewise words that no rule inflects, of each of which one must begin a phrase or govern it.
  private let words: [[WordKey]]

  init(_ elements: [PatternElement]) {
    demands = PatternElement.demands(of: elements)
    words = PatternElement.words(of: elements)
    start = add(elements, before: 0)
  }

  /// Whether it may match in a sentence with these words of the rules.
  func mayMatch(among words: LemmaSet) -> Bool { demands.allSatisfy { words.intersects($0) } }

  /// Whether it may match any phrases of a sentence, as far as its own words tell.
  func mayMatch(_ phrases: [Phrase], _ tokens: [Token]) -> Bool {
    words.allSatisfy { words in
      phrases.indices.contains { index in
        let first = tokens[phrases[index].tokens.lowerBound].key
        return words.contains { $0 == first || $0 == phrases[index].marker?.key }
      }
    }
  }

  /// Adds the steps of elements that stand before a step.
  ///
  /// - Returns: the first of them.
  private mutating func add(_ elements: [PatternElement], before next: Int) -> Int {
    elements.reversed().reduce(next) { add($1, before: $0) }
  }

  private mutating func add(_ element: PatternElement, before next: Int) -> Int {
    switch element {
    case .gap(let limit): return add(.gap(limit, next: next))
    case .not(let inner): return add(.not(inner, next: next))
    case .optional(let inner):
      let first = add(inner, before: next)
      return add(.either([first, next]))
    case .alternatives(let choices):
      var firsts: [Int] = []
      for choice in choices { firsts.append(add(choice, before: next)) }
      return add(.either(firsts))
    case .repeated(let inner, let atLeast):
      // Any number of times, which comes back to itself, and before it those that must be.
      let any = add(.end)
      steps[any] = .again(add(inner, before: any), orElse: next)
      return (0..<max(0, atLeast)).reduce(any) { behind, _ in
        let first = add(inner, before: behind)
        return add(.again(first, orElse: nil))
      }
    case .trigger, .word, .lemma, .phrase, .time: return add(.phrase(element, next: next))
    }
  }

  private mutating func add(_ step: Step) -> Int {
    steps.append(step)
    return steps.count - 1
  }
}
