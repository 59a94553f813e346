import KhabarCore

/// Puts the numbers of words in the place of the words that rules are written with.
struct RuleCompiler {
  let words: LemmaIndex
  let orthography: Orthography
  private var defaults: [CompiledRules.CompiledSlot] = []
  /// Most rules name the same relations.
  private var relations: [Relation: CompiledRules.CompiledRelation] = [:]

  /// - Parameter defaults: slots that every rule has behind its own.
  init(words: LemmaIndex, orthography: Orthography, defaults: [Slot]) {
    self.words = words
    self.orthography = orthography
    self.defaults = defaults.map { slot($0, filling: .place) }
  }

  func number(_ lemma: Lemma) -> Int { words.number(of: lemma) }

  func numbers(_ lemmas: [Lemma]) -> LemmaSet { LemmaSet(lemmas.map(number)) }

  mutating func rule(_ rule: EventRule, _ event: CompiledEvent) -> CompiledRules.CompiledRule {
    let slots =
      rule.slots.compactMap { written in event.part(written.role).map { slot(written, filling: $0) } }
      + (event.traits.contains(.nowhere) ? [] : defaults(of: event))
    let needs = rule.needs.map { CompiledRules.CompiledNeed(what: $0.what, count: $0.count, role: role(of: $0, event)) }
    let vetoes = rule.vetoes.map { veto in
      CompiledRules.CompiledVeto(
        written: veto, relation: veto.relation.map { relation($0) }, lemmas: numbers(veto.words))
    }
    return CompiledRules.CompiledRule(
      rule: rule, event: event, slots: slots, needs: needs,
      patterns: rule.patterns.map { pattern in
        pattern.elements.map { PatternElement($0, orthography, part: event.part, number: number) }
      },
      supports: numbers(rule.supports), introducers: Self.introducers(of: slots), vetoes: vetoes,
      counts: rule.counts.map { CompiledRules.CompiledCount(kind: $0.kind, lemmas: numbers($0.words)) })
  }

  /// Those whose role the event has.
  private func defaults(of event: CompiledEvent) -> [CompiledRules.CompiledSlot] {
    defaults.compactMap { slot in event.part(slot.written.role).map { slot.filling($0) } }
  }

  private mutating func slot(_ written: Slot, filling part: EventPart) -> CompiledRules.CompiledSlot {
    CompiledRules.CompiledSlot(
      written: written, fills: part, relations: written.relations.map { relation($0) },
      demands: numbers(written.demands), exceptions: numbers(written.exceptions))
  }

  private func role(of need: Need, _ event: CompiledEvent) -> RoleID? {
    guard case .role(let name) = need.what, case .role(let role)? = event.part(name) else { return nil }
    return role
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
