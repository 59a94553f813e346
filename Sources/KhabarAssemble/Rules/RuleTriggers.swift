import KhabarCore

/// What each word of the rules sets off, by its number.
struct RuleTriggers: Sendable {
  /// The rules that a lemma triggers, as indexes, best priority first.
  private(set) var rulesByLemma: [[Int]] = []
  /// What a lemma says of the happening that it governs; nil for all but signals.
  private(set) var meaningByLemma: [StatusSignal.Meaning?] = []
  /// Lemmas that trigger or support a rule as verbs.
  private(set) var isRuleVerb: [Bool] = []

  private init() {}

  /// - Parameter words: all words of the rules.
  init(_ set: RuleSet, _ words: LemmaIndex) {
    rulesByLemma = Array(repeating: [], count: words.count)
    meaningByLemma = Array(repeating: nil, count: words.count)
    isRuleVerb = Array(repeating: false, count: words.count)
    var ranks: [Int] = []
    for (index, rule) in set.rules.enumerated() {
      guard let event = set.event(named: rule.event) else { preconditionFailure("a set knows the events of its rules") }
      ranks.append(event.rank(of: rule))
      for trigger in rule.triggers {
        let lemma = words.number(of: trigger)
        if !rulesByLemma[lemma].contains(index) { rulesByLemma[lemma].append(index) }
      }
      guard !event.traits.contains(.yields) else { continue }
      for lemma in rule.triggers + rule.supports where lemma.isVerb { isRuleVerb[words.number(of: lemma)] = true }
    }
    for lemma in rulesByLemma.indices { rulesByLemma[lemma].sort { (ranks[$0], $0) < (ranks[$1], $1) } }
    for signal in set.signals {
      for lemma in signal.words { meaningByLemma[words.number(of: lemma)] = signal.meaning }
    }
  }
}

extension RuleTriggers: Archivable {
  static var blank: RuleTriggers { RuleTriggers() }

  mutating func pass(through archive: Archive) throws {
    var counts = rulesByLemma.map { Int32($0.count) }
    var rules = rulesByLemma.flatMap { $0.map { Int32($0) } }
    try archive.plain(&counts)
    try archive.plain(&rules)
    guard counts.reduce(0, { $0 + Int($1) }) == rules.count else { throw ArchiveFault() }
    var end = 0
    rulesByLemma = counts.map { count in
      defer { end += Int(count) }
      return count == 0 ? [] : rules[end..<end + Int(count)].map { Int($0) }
    }
    try archive.plain(&meaningByLemma)
    try archive.plain(&isRuleVerb)
  }
}

extension EventDeclaration {
  /// More than any priority.
  private static let behindAll = 1_000

  /// Lower ones are tried first.
  func rank(of rule: EventRule) -> Int { (traits.contains(.yields) ? Self.behindAll : 0) - rule.priority }
}
