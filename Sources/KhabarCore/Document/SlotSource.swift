/// How a slot of an event was filled: by which relation to the trigger, or from where else.
public enum SlotSource: Sendable, Hashable {
  /// The subject of the verb or light verb.
  case subject
  /// The object of the verb, or of a verbal noun.
  case object
  /// The noun in the construct state behind a noun: the visit *of the president*.
  case complement
  /// Whom the pronoun at the trigger stands for: *his* visit.
  case possessor
  /// The people that an adjective of the trigger names: an *Israeli* raid.
  case adjective
  /// Whom the happening killed or hurt: two policemen, in *it led to the death of two policemen*.
  case casualty
  /// What was hit, for a place: a building that may have been hit from outside.
  case site
  /// The phrase behind a preposition or phrase that the rule names.
  case after
  /// The rule's order of constituents.
  case pattern
  /// A relative clause right behind the trigger's.
  case relativeClause
  /// The clause itself, for a time.
  case clause
  /// What the text tells before of the same kind, for a time or a place.
  case sentenceBefore
  /// The line of place and date above the article.
  case dateline
  /// The subject of the clause before, which goes on.
  case subjectOfClauseBefore
  /// The subject of the clause that a noun trigger hangs on.
  case subjectOfClauseAround
  /// Whom the text is about at this point.
  case subjectOfTextBefore
  /// A happening of this kind that holds the event: the visit on which they met.
  case holder(EventType)
  /// A happening of this kind that the event holds: the meeting on a visit.
  case held(EventType)

  /// The clause itself does not say who it is.
  public var isGuess: Bool {
    switch self {
    case .possessor, .subjectOfClauseBefore, .subjectOfClauseAround, .subjectOfTextBefore: true
    default: false
    }
  }
}

extension SlotSource: CustomStringConvertible {
  /// In the words of `khabar explain`.
  public var description: String {
    switch self {
    case .holder(let event): "the \(event) it belongs to"
    case .held(let event): "the \(event) in it"
    case .subjectOfClauseBefore: "subject of the clause before"
    case .subjectOfClauseAround: "subject of the clause it hangs on"
    case .subjectOfTextBefore: "subject of the text before"
    default: name
    }
  }

  private var name: String {
    switch self {
    case .subject: "subject"
    case .object: "object"
    case .complement: "complement"
    case .possessor: "possessor"
    case .adjective: "adjective"
    case .casualty: "casualty"
    case .site: "site"
    case .after: "after"
    case .pattern: "pattern"
    case .relativeClause: "relative clause"
    case .clause: "clause"
    case .sentenceBefore: "sentence before"
    case .dateline: "dateline"
    case .subjectOfClauseBefore, .subjectOfClauseAround, .subjectOfTextBefore, .holder, .held: description
    }
  }
}
