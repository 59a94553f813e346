import KhabarCore

/// What a rule needs that a sentence can be seen not to have before its tree is made.
///
/// It asks for less than the rule does: where it fails, `CandidateReader` would reject the rule all the same. Of what
/// patterns fill it asks nothing.
struct RuleProspect: Sendable {
  /// Where somebody stands who is needed.
  struct Stand: Sendable {
    /// Nil for anywhere in the sentence.
    let relation: CompiledRules.CompiledRelation?
    /// Of what stands behind words, the words, one of which must be there.
    let markers: [WordSketch.Marker]

    init(_ relation: CompiledRules.CompiledRelation?) {
      self.relation = relation
      if case .after(let words) = relation {
        markers = words.map { WordSketch.Marker($0) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      } else {
        markers = []
      }
    }
  }

  /// Who may fill a slot: of one of these types, where it looks.
  struct Source: Sendable {
    let stand: Stand
    let types: FillerTypes
  }

  /// Words of which one must stand in a relation to the trigger.
  struct Demand: Sendable {
    let stand: Stand
    let lemmas: LemmaSet
  }

  /// For each role and place that is needed its sources.
  let needs: [[Source]]
  let demands: [Demand]
  /// It makes nothing of what is told in the present.
  let needsPast: Bool
  /// It makes nothing without a date.
  let needsTime: Bool

  init(
    needs: [CompiledRules.CompiledNeed], slots: [CompiledRules.CompiledSlot], vetoes: [CompiledRules.CompiledVeto],
    event: CompiledEvent, hasPatterns: Bool
  ) {
    let needs = needs.filter { $0.count > 0 }
    self.needs = hasPatterns ? [] : needs.compactMap { Self.sources(of: $0, slots, event) }
    demands = vetoes.filter(\.isDemand).compactMap { veto in
      veto.relation.map { Demand(stand: Stand($0), lemmas: veto.lemmas) }
    }
    needsPast = needs.contains { $0.what == .past }
    needsTime = needs.contains { $0.what == .time }
  }

  /// Nil where no slot is asked.
  private static func sources(
    of need: CompiledRules.CompiledNeed, _ slots: [CompiledRules.CompiledSlot], _ event: CompiledEvent
  ) -> [Source]? {
    switch need.what {
    case .role: slots.filter { slot in need.role.map { slot.fills == .role($0) } ?? false }.flatMap { sources(of: $0) }
    case .named: slots.filter { isCore($0.fills, event) }.flatMap { sources(of: $0) }
    case .place: sourcesOfPlaces(slots, event)
    case .time, .support, .past: nil
    }
  }

  private static func isCore(_ part: EventPart, _ event: CompiledEvent) -> Bool {
    if case .role(let role) = part { event.isCore(role) } else { false }
  }

  private static func sources(of slot: CompiledRules.CompiledSlot, _ types: FillerTypes? = nil) -> [Source] {
    slot.relations.map { Source(stand: Stand($0), types: types ?? FillerTypes(slot.types)) }
  }

  /// The slots of the place, and those of roles that are where it was, too. Further places `SlotFiller` takes from
  /// anywhere in the sentence, behind a preposition with which a slot takes one; for what is local also from before the
  /// clause.
  private static func sourcesOfPlaces(_ slots: [CompiledRules.CompiledSlot], _ event: CompiledEvent) -> [Source] {
    var sources: [Source] = []
    for slot in slots {
      switch slot.fills {
      case .place:
        sources += self.sources(of: slot)
        for relation in slot.relations {
          if case .after = relation { sources.append(Source(stand: Stand(relation), types: .land)) }
        }
      case .role(let role): if event.isSite(role) { sources += self.sources(of: slot, .land) }
      }
    }
    return event.traits.contains(.local) ? sources + [Source(stand: Stand(nil), types: .land)] : sources
  }
}
