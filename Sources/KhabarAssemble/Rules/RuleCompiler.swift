import KhabarCore

/// Puts the numbers of words in the place of the words that rules are written with.
struct RuleCompiler {
  let words: LemmaIndex
  let orthography: Orthography
  /// Those that every rule has behind its own.
  private var defaults: [CompiledRules.CompiledSlot] = []
  /// Most rules name the same relations.
  private var relations: [Relation: CompiledRules.CompiledRelation] = [:]

  /// - Parameter defaults: slots that every rule has behind its own.
  init(words: LemmaIndex, orthography: Orthography, defaults: [Slot]) {
    self.words = words
    self.orthography = orthography
    self.defaults = defaults.map { slot($0) }
  }

  func number(_ lemma: Lemma) -> Int {
    guard let number = words.number(of: lemma) else { preconditionFailure("all words of the rules were inflected") }
    return number
  }

  func numbers(_ lemmas: [Lemma]) -> LemmaSet { LemmaSet(lemmas.map(number)) }

  mutating func rule(_ rule: EventRule, _ event: EventDeclaration) -> CompiledRules.CompiledRule {
    let slots = rule.slots.map { slot($0) } + (event.traits.contains(.nowhere) ? [] : defaults)
    let vetoes = rule.vetoes.map { veto in
      CompiledRules.CompiledVeto(
        written: veto, relation: veto.relation.map { relation($0) }, lemmas: numbers(veto.words))
    }
    return CompiledRules.CompiledRule(
      rule: rule, event: event, slots: slots,
      patterns: rule.patterns.map { $0.elements.map { PatternElement($0, orthography, number: number) } },
      supports: numbers(rule.supports), introducers: Self.introducers(of: slots), vetoes: vetoes,
      counts: rule.counts.map { ($0.name, numbers($0.words)) })
  }

  private mutating func slot(_ written: Slot) -> CompiledRules.CompiledSlot {
    CompiledRules.CompiledSlot(
      written: written, relations: written.relations.map { relation($0) }, exceptions: numbers(written.exceptions))
  }

  private mutating func relation(_ written: Relation) -> CompiledRules.CompiledRelation {
    if let known = relations[written] { return known }
    let compiled = CompiledRules.CompiledRelation(written, orthography)
    relations[written] = compiled
    return compiled
  }

  /// The first word of each marker that the slots name.
  private static func introducers(of slots: [CompiledRules.CompiledSlot]) -> KeySet {
    var introducers: [WordKey] = []
    for slot in slots {
      for case .after(let markers) in slot.relations {
        for marker in markers {
          switch marker {
          case .preposition(let key): introducers.append(key)
          case .phrase(let keys): introducers.append(keys[0])
          }
        }
      }
    }
    return KeySet(introducers)
  }
}
