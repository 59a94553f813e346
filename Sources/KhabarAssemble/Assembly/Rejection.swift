import KhabarCore

/// Why a rule makes no event at a word.
enum Rejection: Error {
  /// A verb lemma where the word is no verb, a noun lemma where it is no noun.
  case otherWordClass
  case insideName
  /// A forbidden word is there.
  case vetoed(by: LemmaHit)
  /// None of the demanded words is there.
  case demandFailed(CompiledRules.CompiledVeto)
  /// The first phrase that none of the patterns takes in.
  case patternFailed(at: Int)
  case lacks(CompiledRules.CompiledNeed, found: Int)
  /// A condition, a wish, a negation.
  case noHappening

  /// - Parameter lemmas: the rules' words by their numbers.
  func reason(_ lemmas: [Lemma]) -> String {
    switch self {
    case .otherWordClass: "the word is of another class here"
    case .insideName: "the word is part of a name"
    case .vetoed(let hit): "not with \(lemmas[hit.lemma])"
    case .demandFailed: "none of the words that the rule asks for is there"
    case .patternFailed: "no pattern matches"
    case .lacks(let need, let found): "needs \(need.count) \(need.what), has \(found)"
    case .noHappening: "the clause tells of no happening: a condition, a wish or a negation"
    }
  }
}

extension Lemma: CustomStringConvertible {
  /// As rules write it.
  public var description: String {
    switch self {
    case .verb(let word): "verb \(word)"
    case .noun(let word): "noun \(word)"
    case .phrase(let text): "phrase \"\(text)\""
    }
  }
}

extension Requirement: CustomStringConvertible {
  /// As rules write it.
  public var description: String {
    switch self {
    case .role(let role): role.rawValue
    case .place: "place"
    case .time: "time"
    case .support: "support"
    case .past: "past"
    case .named: "named"
    }
  }
}

extension SlotType: CustomStringConvertible {
  /// As rules write it.
  public var description: String {
    switch self {
    case .entity(let type): type.rawValue
    case .description: "Description"
    case .location: "Location"
    case .building: "Building"
    case .thing: "Thing"
    }
  }
}
