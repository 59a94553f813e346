import KhabarCore

/// Rules, and the forms of all words that they speak of. Inflecting them is most of the work before the first sentence,
/// so that it can be kept in an archive.
public struct InflectedRules: Sendable {
  /// As they are written.
  public private(set) var rules: RuleSet
  private(set) var words: LemmaIndex

  /// - Parameter morphology: inflects the rules' lemmas.
  public init(_ rules: RuleSet, morphology: any Morphology, orthography: Orthography) {
    self.rules = rules
    var words = LemmaCollector(morphology: morphology, orthography: orthography)
    rules.forEachLemma { words.add($0) }
    for signal in rules.signals { for lemma in signal.words { words.add(signal: lemma) } }
    self.words = words.index
  }

  private init() { (rules, words) = (.blank, .blank) }
}

extension InflectedRules: Archivable {
  public static var blank: InflectedRules { InflectedRules() }

  public mutating func pass(through archive: inout some Archive) throws {
    try rules.pass(through: &archive)
    try words.pass(through: &archive)
  }
}

extension RuleSet {
  /// Calls `body` with the lemmas of all that takes part in making events, some of them several times; not with those
  /// of signals.
  fileprivate func forEachLemma(_ body: (Lemma) -> Void) {
    for nouns in placeNouns { nouns.words.forEach(body) }
    for rule in rules {
      for slot in rule.slots + defaults { slot.exceptions.forEach(body) }
      rule.triggers.forEach(body)
      rule.supports.forEach(body)
      for pattern in rule.patterns { for element in pattern.elements { element.lemmas.forEach(body) } }
      for veto in rule.vetoes { veto.words.forEach(body) }
      for count in rule.counts { count.words.forEach(body) }
    }
    // Of a set without a rule, too.
    for slot in defaults { slot.exceptions.forEach(body) }
  }
}

extension SequencePattern.Element {
  /// The lemmas in it.
  fileprivate var lemmas: [Lemma] {
    switch self {
    case .lemma(let lemma): [lemma]
    case .optional(let inner), .repeated(let inner, _), .not(let inner): inner.lemmas
    case .alternatives(let choices): choices.joined().flatMap(\.lemmas)
    case .trigger, .word, .phrase, .time, .gap: []
    }
  }
}
