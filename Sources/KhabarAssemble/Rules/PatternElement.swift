import KhabarCore

/// A part of a sequence pattern with its words as keys and its lemmas as numbers.
indirect enum PatternElement: Sendable {
  case trigger
  /// Nil for a text without a letter of the language, which nothing matches.
  case word(WordKey?)
  case lemma(Int)
  case phrase(EventPart?, types: [SlotType])
  case time
  case gap(Int)
  case optional(PatternElement)
  case alternatives([[PatternElement]])
  case repeated(PatternElement, atLeast: Int)
  case not(PatternElement)

  /// - Parameters:
  ///   - part: gives a role its number.
  ///   - number: gives a lemma its number.
  init(
    _ element: SequencePattern.Element, _ orthography: Orthography, part: (Role) -> EventPart?, number: (Lemma) -> Int
  ) {
    func compile(_ inner: SequencePattern.Element) -> PatternElement {
      PatternElement(inner, orthography, part: part, number: number)
    }
    switch element {
    case .trigger: self = .trigger
    case .word(let text): self = .word(orthography.keys(text).first)
    case .lemma(let lemma): self = .lemma(number(lemma))
    case .phrase(let role, let types): self = .phrase(role.flatMap(part), types: types)
    case .time: self = .time
    case .gap(let limit): self = .gap(limit)
    case .optional(let inner): self = .optional(compile(inner))
    case .alternatives(let choices): self = .alternatives(choices.map { $0.map(compile) })
    case .repeated(let inner, let least): self = .repeated(compile(inner), atLeast: least)
    case .not(let inner): self = .not(compile(inner))
    }
  }

  /// Sets of lemmas of each of which one must be there for the element to match.
  private var demands: [LemmaSet] {
    switch self {
    case .lemma(let number): return [LemmaSet(CollectionOfOne(number))]
    case .repeated(let inner, let least): return least > 0 ? inner.demands : []
    case .alternatives(let choices):
      // One of what the choices ask for first, if each asks for something.
      let first = choices.map { Self.demands(of: $0).first }
      let any = first.compactMap { $0 }.reduce(into: LemmaSet()) { $0.formUnion($1) }
      return first.contains { $0 == nil } ? [] : [any]
    case .trigger, .word, .phrase, .time, .gap, .optional, .not: return []
    }
  }

  /// The same for a whole pattern.
  static func demands(of elements: [PatternElement]) -> [LemmaSet] { elements.flatMap(\.demands) }

  /// Lists of words of each of which one must begin a phrase or govern it.
  private var words: [[WordKey]] {
    switch self {
    case .word(let key): return [key.map { [$0] } ?? []]
    case .repeated(let inner, let least): return least > 0 ? inner.words : []
    case .alternatives(let choices):
      let first = choices.map { Self.words(of: $0).first }
      return first.contains { $0 == nil } ? [] : [first.flatMap { $0 ?? [] }]
    case .trigger, .lemma, .phrase, .time, .gap, .optional, .not: return []
    }
  }

  /// The same for a whole pattern.
  static func words(of elements: [PatternElement]) -> [[WordKey]] { elements.flatMap(\.words) }
}
