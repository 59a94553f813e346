import KhabarCore
import KhabarSyntax

/// Rules made ready for matching: words as numbers, prepositions as keys.
///
/// They and each of them are classes: what reads a sentence or a trigger holds them, and one reference is cheaper to
/// copy than all their parts.
final class CompiledRules: Sendable {
  /// Words behind which a slot's filler stands.
  enum Marker: Sendable, Equatable {
    /// A preposition, separate or written together.
    case preposition(WordKey)
    /// Several words, or a noun or verb with its clitics: برئاسة "chaired by", نيابة عن "on behalf of".
    case phrase([WordKey])
  }

  final class CompiledSlot: Sendable {
    /// As it is written; its relations are these.
    let written: Slot
    let fills: EventPart
    let types: [SlotType]
    let relations: [CompiledRelation]
    /// Words that a filler begins with, one of them; any without them.
    let demands: LemmaSet
    /// Words that no filler may begin with.
    let exceptions: LemmaSet
    /// Kinds of entities that no filler may be.
    let exceptedKinds: [String]

    init(written: Slot, fills: EventPart, relations: [CompiledRelation], demands: LemmaSet, exceptions: LemmaSet) {
      self.written = written
      self.fills = fills
      types = written.types
      self.relations = relations
      self.demands = demands
      self.exceptions = exceptions
      exceptedKinds = written.exceptedKinds
    }

    /// The same slot for another role.
    func filling(_ part: EventPart) -> CompiledSlot {
      part == fills
        ? self
        : CompiledSlot(
          written: written, fills: part, relations: relations, demands: demands, exceptions: exceptions)
    }
  }

  struct CompiledVeto: Sendable {
    /// As it is written.
    var written: Veto
    var relation: CompiledRelation?
    var lemmas: LemmaSet

    var isDemand: Bool { written.isDemand }
  }

  struct CompiledNeed: Sendable {
    /// As it is written.
    var what: Requirement
    var count: Int
    /// The role that is needed; nil where something else is.
    var role: RoleID?
  }

  struct CompiledCount: Sendable {
    var kind: Count.Kind
    var lemmas: LemmaSet
  }

  enum CompiledRelation: Sendable, Equatable {
    case subject, object, complement, possessor, adjective, understood, casualty, among, doer, governor, itself,
      dateline
    case after([Marker])

    init(_ relation: Relation, _ orthography: Orthography) {
      self =
        switch relation {
        case .subject: .subject
        case .object: .object
        case .complement: .complement
        case .possessor: .possessor
        case .adjective: .adjective
        case .understood: .understood
        case .casualty: .casualty
        case .among: .among
        case .doer: .doer
        case .governor: .governor
        case .itself: .itself
        case .dateline: .dateline
        case .after(let words): .after(words.compactMap { Marker($0, orthography) })
        }
    }
  }

  final class CompiledRule: Sendable {
    let rule: EventRule
    let event: CompiledEvent
    let slots: [CompiledSlot]
    let needs: [CompiledNeed]
    /// Of several any may match; a rule without patterns is matched by its slots alone.
    private let patterns: [CompiledPattern]
    let supports: LemmaSet
    /// Folded words that introduce a slot and are verbs by form: يرافقه "accompanied by".
    let introducers: KeySet
    let vetoes: [CompiledVeto]
    let counts: [CompiledCount]
    /// Those of all counts.
    let countLemmas: LemmaSet
    /// It makes nothing without one of its supports.
    let needsSupport: Bool
    /// Words of each of which one must stand in the sentence.
    let demands: [LemmaSet]
    /// The same of the text: what a relation is asked to be may be named before.
    private let demandsOfText: [LemmaSet]
    /// A happening without a place was in the dateline's city.
    let takesDateline: Bool
    /// Lower ones are tried first.
    let rank: Int
    /// What it needs that a sentence can be seen not to have.
    let prospect: RuleProspect

    init(
      rule: EventRule, event: CompiledEvent, slots: [CompiledSlot], needs: [CompiledNeed],
      patterns: [[PatternElement]],
      supports: LemmaSet, introducers: KeySet,
      vetoes: [CompiledVeto],
      counts: [CompiledCount]
    ) {
      self.rule = rule
      self.event = event
      self.slots = slots
      self.needs = needs
      self.patterns = patterns.map(CompiledPattern.init)
      self.supports = supports
      self.introducers = introducers
      self.vetoes = vetoes
      self.counts = counts
      countLemmas = counts.reduce(into: LemmaSet()) { $0.formUnion($1.lemmas) }
      needsSupport = rule.needs.contains { $0.what == .support && $0.count > 0 }
      demands = vetoes.filter { $0.isDemand && $0.relation == nil }.map(\.lemmas)
      demandsOfText = vetoes.filter { $0.isDemand && $0.relation != nil }.map(\.lemmas)
      takesDateline = slots.contains { $0.relations.contains(.dateline) }
      rank = event.written.rank(of: rule)
      prospect = RuleProspect(
        needs: needs, slots: slots, vetoes: vetoes, event: event, hasPatterns: !patterns.isEmpty)
    }

    /// Whether it may make an event in a sentence with these words of the rules; the tree is not asked.
    ///
    /// - Parameter text: the words of the whole text.
    func mayHold(among words: LemmaSet, in text: LemmaSet) -> Bool {
      (!needsSupport || words.intersects(supports)) && demands.allSatisfy { words.intersects($0) }
        && demandsOfText.allSatisfy { text.intersects($0) }
        && (patterns.isEmpty || patterns.contains { $0.mayMatch(among: words) })
    }

    /// Whether it may find a support for a trigger in a phrase of some kind, in a sentence with these words of the
    /// rules at heads of phrases. Nothing carries a verb.
    func mayBeCarried(at kind: Phrase.Kind, by carriers: LemmaSet) -> Bool {
      !needsSupport || kind != .verb && carriers.intersects(supports)
    }

    /// Whether a pattern of it may match in a sentence with these phrases and words of the rules.
    func mayMatch(_ phrases: [Phrase], _ tokens: [Token], among words: LemmaSet) -> Bool {
      patterns.isEmpty || patterns.contains { $0.mayMatch(among: words) && $0.mayMatch(phrases, tokens) }
    }

    var hasPatterns: Bool { !patterns.isEmpty }

    /// The patterns that may match in a sentence with these words of the rules, in order.
    func patterns(among words: LemmaSet) -> some Sequence<CompiledPattern> {
      patterns.lazy.filter { $0.mayMatch(among: words) }
    }

    /// Whether a folded word opens one of the slots by itself: بحضور "in the presence of". Written-together
    /// prepositions don't.
    func isIntroducer(_ key: WordKey) -> Bool { key.count > 2 && introducers.contains(key) }
  }

  let index: LemmaIndex
  /// The index's forms.
  private let forms: Stretch<LemmaIndex.Form>
  let orthography: Orthography
  let rules: RuleShelf
  /// Prepositions behind which nothing takes part in a happening: about, concerning.
  let limits: KeySet
  /// Prepositions and conjunctions behind which something happens while its clause's verb does: during, when.
  let during: KeySet
  /// Prepositions behind which a noun tells of the same happening as its verb: gunmen killed six *in* an attack.
  let within: KeySet
  /// Prepositions behind which every rule takes a place: in, near, in front of.
  let placePrepositions: KeySet
  /// Words that open a sentence which goes on with the day of the one before: also, likewise.
  let also: KeySet
  /// Expressions that open a sentence which turns to another happening, word by word: elsewhere, in the meantime.
  let anew: [[WordKey]]
  /// Nouns that stand for a place of a kind that was named before.
  let placeNouns: [(kind: PlaceNouns.Kind, lemmas: LemmaSet)]
  /// Prepositions behind which those stand who are counted besides: in addition to.
  let besides: Set<WordKey>
  /// Rules by trigger lemma, best priority first.
  let rulesByLemma: [[Int]]
  let meaningByLemma: [StatusSignal.Meaning?]
  /// Lemmas that trigger or support a rule as verbs.
  let isRuleVerb: [Bool]
  /// Lemmas that are verbs.
  let isVerb: [Bool]
  /// Lemmas that say of a happening that it goes on.
  let ongoing: LemmaSet

  init(_ inflected: InflectedRules, orthography: Orthography) {
    let (set, index) = (inflected.frame, inflected.words)
    let compiler = RuleCompiler(words: index, orthography: orthography, defaults: set.defaults)
    func joined(_ text: String) -> WordKey { orthography.keys(text).reduce(WordKey.empty) { $0.appending($1) } }
    limits = KeySet(set.limits.map(joined))
    during = KeySet(set.during.map(joined))
    within = KeySet(set.within.map(joined))
    also = KeySet(set.also.map(joined))
    anew = set.anew.map(orthography.keys)
    placePrepositions = KeySet(
      set.defaults.filter { $0.demands.isEmpty }.flatMap(\.relations).flatMap { relation -> [WordKey] in
        if case .after(let words) = relation { words.compactMap { Marker($0, orthography)?.preposition } } else { [] }
      })
    placeNouns = set.placeNouns.map { ($0.kind, compiler.numbers($0.words)) }
    besides = Set(set.besides.map(joined))
    self.index = index
    forms = index.forms
    self.orthography = orthography
    rules = RuleShelf(inflected, compiler)
    rulesByLemma = inflected.triggers.rulesByLemma
    meaningByLemma = inflected.triggers.meaningByLemma
    isRuleVerb = inflected.triggers.isRuleVerb
    isVerb = index.kinds.map { $0 == .verb }
    let meanings = inflected.triggers.meaningByLemma
    ongoing = LemmaSet(meanings.indices.filter { meanings[$0] == .status(.ongoing) })
  }

  /// Whether a word that stands in a phrase of some kind is used as the kind of word that the rules mean.
  func mayTrigger(_ hit: LemmaHit, at kind: Phrase.Kind) -> Bool {
    switch index.kinds[hit.lemma] {
    case .verb: kind == .verb
    case .noun: kind == .noun
    case .phrase: kind == .noun || kind == .verb || kind == .circumstance || kind == .other
    }
  }

  /// The words of the rules that may carry a noun, for they stand at heads of phrases: the others carry nothing. A verb
  /// that is spelled as a noun's head is none.
  func carriers(_ phrases: [Phrase], _ hits: HitIndex) -> LemmaSet {
    var result = LemmaSet()
    for index in phrases.indices {
      let isNoun = phrases[index].kind == .noun
      hits.forEach(at: phrases[index].head) { hit in
        if !isNoun || !isVerb[hit.lemma] { result.insert(hit.lemma) }
      }
    }
    return result
  }

  /// The form that a hit is in; nil for a phrase. The index itself is too large to be handed on for it.
  func form(of hit: LemmaHit) -> InflectedForm? { hit.form.map { forms[$0].form } }

  /// Whether a word of the text may trigger a rule.
  func isTrigger(_ hit: LemmaHit) -> Bool { !rulesByLemma[hit.lemma].isEmpty }
}

extension CompiledRules.Marker {
  fileprivate var preposition: WordKey? {
    if case .preposition(let key) = self { key } else { nil }
  }

  /// nil for a text without a letter of the language.
  fileprivate init?(_ text: String, _ orthography: Orthography) {
    // A letter with the stroke that joins it to its noun: بـ "in".
    let scalars = text.unicodeScalars
    let isStroked = scalars.count == 2 && scalars.last?.value == 0x640
    let keys = orthography.keys(isStroked ? String(scalars.prefix(1)) : text)
    guard let first = keys.first else { return nil }
    self = keys.count == 1 ? .preposition(first) : .phrase(keys)
  }
}
