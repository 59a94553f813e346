import KhabarCore

/// Finds what is wrong with rules although they parse.
public struct RuleLinter {
  private let morphology: any Morphology
  private let words: any WordAnalyzer
  private let orthography: Orthography
  /// Types that gazetteers bring beside those of the contract.
  private let knownTypes: Set<String>
  /// Kinds that gazetteers have; empty when they are not known.
  let knownKinds: Set<String>

  public init(
    morphology: any Morphology, words: any WordAnalyzer, orthography: Orthography, gazetteerTypes: Set<String> = [],
    gazetteerKinds: Set<String> = []
  ) {
    knownKinds = gazetteerKinds
    self.morphology = morphology
    self.words = words
    self.orthography = orthography
    knownTypes = gazetteerTypes.union(EntityType.contract.map(\.rawValue))
  }

  /// Warnings and errors, in file order.
  public func findings(in set: RuleSet) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for event in set.events { findings += unknownCodes(event.plover, event.cameo, event.location) }
    for rule in set.rules {
      findings += unknownTypes(in: rule)
      findings += unknownCodes(rule.plover, rule.cameo, rule.location)
      findings += wrongWords(of: rule)
      findings += deadSlots(of: rule)
      findings += idleParts(of: rule)
      if rule.examples.isEmpty {
        findings.append(
          Diagnostic(
            .note, "R024", at: rule.location, "rule \(rule.name) has no example",
            remedy: "Add: example \"…\" => role \"…\", and one that gives nothing"))
      }
    }
    findings += unreachable(set.rules)
    findings += unusedSets(of: set)
    findings += idleDeclarations(of: set)
    return findings
  }

  private func unknownTypes(in rule: EventRule) -> [Diagnostic] {
    let uses =
      rule.slots.map { ($0.types, $0.location) }
      + rule.patterns.map { ($0.elements.flatMap(\.types), $0.location) }
    return uses.flatMap { types, location in
      types.compactMap { type -> Diagnostic? in
        guard case .entity(let entity) = type, !knownTypes.contains(entity.rawValue) else { return nil }
        return Diagnostic(
          .error, "R020", at: location, "no entity has the type \(entity.rawValue)",
          remedy: (Spelling.nearest(to: entity.rawValue, among: knownTypes.sorted()).map { "Did you mean \($0)? " }
            ?? "")
            + "Known: \(knownTypes.sorted().joined(separator: " ")), Description, Location, Building, Thing")
      }
    }
  }

  private func wrongWords(of rule: EventRule) -> [Diagnostic] {
    (rule.triggers + rule.supports).withoutRepetitions.compactMap { lemma in
      switch lemma {
      case .verb(let verb): wrongVerb(LemmaCollector.split(verb).word, of: rule)
      case .noun(let noun): wrongNoun(LemmaCollector.split(noun).word, of: rule)
      case .phrase: nil
      }
    }
  }

  private func wrongVerb(_ verb: String, of rule: EventRule) -> Diagnostic? {
    if morphology.forms(ofVerb: verb).isEmpty {
      return Diagnostic(
        .error, "R022", at: rule.location, "rule \(rule.name): the verb \(verb) can't be inflected",
        remedy: "Give its third person masculine singular past, and the present behind a slash")
    }
    guard !verb.contains("/"), !morphology.knows(verb: verb) else { return nil }
    let classes = words.classes(of: orthography.key(verb))
    if classes.contains(.verbPresent), !classes.contains(.verbPast) {
      return Diagnostic(
        .warning, "R027", at: rule.location, "rule \(rule.name): the verb \(verb) is a present tense",
        remedy: "Give the past, the dictionary form: all others are found by it; or past/present")
    }
    if classes.contains(.verbPast) {
      return Diagnostic(
        .warning, "R027", at: rule.location, "rule \(rule.name): the verb \(verb) is a form of another word",
        remedy: "Give the dictionary form, he in the past: all others are found by it; or past/present")
    }
    return Diagnostic(
      .warning, "R023", at: rule.location,
      "rule \(rule.name): no list knows the verb \(verb); its present tense is a guess",
      remedy: "Add it to the lexicon's verbs, or write it as past/present")
  }

  /// What a word that may be a noun is known for.
  private static let nouns: WordClasses = [.noun, .verbalNoun, .personNoun, .titleHead, .organizationHead]

  private func wrongNoun(_ noun: String, of rule: EventRule) -> Diagnostic? {
    if morphology.forms(ofNoun: noun).isEmpty {
      return Diagnostic(
        .error, "R022", at: rule.location, "rule \(rule.name): the noun \(noun) has no forms",
        remedy: "Give one word in the singular")
    }
    let key = orthography.key(noun)
    let classes = words.classes(of: key)
    if morphology.knows(verb: noun), classes.isDisjoint(with: Self.nouns) {
      return Diagnostic(
        .warning, "R031", at: rule.location, "rule \(rule.name): \(noun) is a verb and no noun",
        remedy: "Write: verb \(noun)")
    }
    guard classes.isDisjoint(with: [.noun, .verbalNoun, .common]),
      let analysis = words.analyses(of: key).first, analysis.articleLetters > 0
    else { return nil }
    return Diagnostic(
      .error, "R031", at: rule.location, "rule \(rule.name): the noun \(noun) has the article",
      remedy: "Write it without: the forms with the article are found by themselves")
  }

  private func unknownCodes(_ plover: String?, _ cameo: String?, _ location: SourceLocation) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let plover, !EventCodes.plover.contains(plover) {
      let meant = Spelling.nearest(to: plover.uppercased(), among: EventCodes.plover.sorted())
      findings.append(
        Diagnostic(
          .error, "R030", at: location, "\(plover) is no category of PLOVER",
          remedy: (meant.map { "Did you mean \($0)? " } ?? "")
            + "Known: \(EventCodes.plover.sorted().joined(separator: " "))"))
    }
    if let cameo, !EventCodes.isCAMEO(cameo) {
      findings.append(
        Diagnostic(
          .error, "R030", at: location, "\(cameo) is no code of CAMEO",
          remedy: "Give two to four digits of its codebook, such as 040"))
    }
    return findings
  }

  private func unusedSets(of set: RuleSet) -> [Diagnostic] {
    set.names.unused.map {
      Diagnostic(
        .warning, "R029", at: $0.location, "no line uses \($0.name)", remedy: "Use it, or remove it")
    }
  }

  /// A slot of the subject alone is never filled when nothing that triggers or supports the rule is a verb. Objects
  /// are: verbal nouns have them.
  private func deadSlots(of rule: EventRule) -> [Diagnostic] {
    let hasVerb = (rule.triggers + rule.supports).contains { if case .verb = $0 { true } else { false } }
    guard !hasVerb else { return [] }
    return rule.slots.filter { $0.relations == [.subject] }.map {
      Diagnostic(
        .warning, "R025", at: $0.location, "\($0.role) can't be filled by a subject: no verb triggers the rule",
        remedy: "Add light verbs with: with verb …")
    }
  }

  /// A rule is never reached when one of at least its priority has its triggers, asks for nothing and vetoes nothing.
  private func unreachable(_ rules: [EventRule]) -> [Diagnostic] {
    rules.enumerated().compactMap { index, rule in
      guard
        let shadow = rules.enumerated().first(where: { other, candidate in
          other != index && candidate.needs.isEmpty && candidate.vetoes.isEmpty && candidate.patterns.isEmpty
            && Set(candidate.triggers).isSuperset(of: rule.triggers)
            && (candidate.priority > rule.priority || (candidate.priority == rule.priority && other < index))
        })?.element
      else { return nil }
      return Diagnostic(
        .warning, "R021", at: rule.location,
        "rule \(rule.name) is never reached: \(shadow.name) takes all its triggers",
        remedy: "Give it a higher priority, or let \(shadow.name) need a role")
    }
  }
}
