import KhabarCore

/// Rules, the forms of all words that they speak of, and which rules are tried at which word. Inflecting the words is
/// most of the work before the first sentence, so that it can be kept in an archive; of a rule in an archive nothing is
/// read before a text has a word of it.
public struct InflectedRules: Sendable {
  /// All of the set that is asked whatever stands in a text: events, default slots, closed words.
  private(set) var frame: RuleSet
  /// As they are written, without their examples.
  private(set) var rules: [ArchiveSection<EventRule>]
  private(set) var words: LemmaIndex
  private(set) var triggers: RuleTriggers
  private var places: ArchiveSection<[String: SourceLocation]>

  /// - Parameter morphology: inflects the rules' lemmas.
  public init(_ set: RuleSet, morphology: any Morphology, orthography: Orthography) {
    var words = LemmaCollector(morphology: morphology, orthography: orthography)
    set.forEachLemma { words.add($0) }
    for signal in set.signals { for lemma in signal.words { words.add(signal: lemma) } }
    self.words = words.index
    frame = set.frame
    rules = set.rules.map { ArchiveSection($0) }
    triggers = RuleTriggers(set, self.words)
    places = ArchiveSection(set.locations)
  }

  private init() { (frame, rules, words, triggers, places) = (RuleSet(), [], .blank, .blank, .blank) }

  /// Where each rule was written, by its name.
  public var locations: [String: SourceLocation] { places.value }
}

extension InflectedRules: Archivable {
  public static var blank: InflectedRules { InflectedRules() }

  public mutating func pass(through archive: Archive) throws {
    try frame.passFrame(through: archive)
    try rules.pass(through: archive)
    try words.pass(through: archive)
    try triggers.pass(through: archive)
    try places.pass(through: archive)
  }
}

extension RuleSet {
  /// Where each rule was written, by its name: what `Pipeline` takes as `ruleLocations`.
  public var locations: [String: SourceLocation] {
    Dictionary(rules.map { ($0.name, $0.location) }) { _, later in later }
  }

  /// Calls `body` with the lemmas of all that takes part in making events, some of them several times; not with those
  /// of signals.
  fileprivate func forEachLemma(_ body: (Lemma) -> Void) {
    for nouns in placeNouns { nouns.words.forEach(body) }
    for event in events { event.apart.joined().forEach(body) }
    for slot in defaults { (slot.demands + slot.exceptions).forEach(body) }
    for rule in rules {
      for slot in rule.slots { (slot.demands + slot.exceptions).forEach(body) }
      rule.triggers.forEach(body)
      rule.supports.forEach(body)
      for pattern in rule.patterns { for element in pattern.elements { element.lemmas.forEach(body) } }
      for veto in rule.vetoes { veto.words.forEach(body) }
      for count in rule.counts { count.words.forEach(body) }
    }
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
