import KhabarCore

/// A clause: what one verb, or a topic without a verb, says.
public struct Clause: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case main
    /// What somebody says, wants, expects: he said *that …*.
    case content
    /// Says more of a noun: the man *who …*.
    case relative
    /// While, when, after; a participle that goes with the subject.
    case circumstance
    /// In order to.
    case purpose
    case condition
  }

  public var kind: Kind
  public var parent: ClauseID?
  /// The noun that a relative clause is about.
  public var antecedent: PhraseID?
  /// The clause before that "and" joins it to.
  public var joinedTo: ClauseID?
  /// Word that opens it.
  public var opener: PhraseID?
  /// Its verb; nil for a clause without one.
  public var head: PhraseID?
  /// "was" before the verb, or in its place.
  public var copula: PhraseID?
  public var isNegated = false
  /// The row that opened it.
  public var row: RowID?
  /// Its phrases in text order, without those of clauses inside it.
  public var phrases: [PhraseID] = []

  public init(_ kind: Kind, parent: ClauseID? = nil) {
    self.kind = kind
    self.parent = parent
  }
}

/// A relation between two phrases.
public struct Arc: Sendable {
  public enum Relation: String, Sendable, CaseIterable {
    /// Who does it: of an active verb.
    case subject
    /// Who undergoes it: the subject of a passive verb.
    case patient
    case object
    /// Who does what a relative clause says: the man *who* came.
    case relativeSubject = "relative-subject"
    /// Whom or what a relative clause tells of as done to, by its pronoun or a passive: the meeting *that* he held.
    case relativeObject = "relative-object"
    /// A noun phrase with its preposition that belongs to a verb.
    case oblique
    /// A noun phrase with its preposition that belongs to a noun.
    case attribute
    /// A date or time.
    case time
    /// Says once more who is meant: a name behind its title.
    case apposition
    /// Joined by "and" to the first of its coordination.
    case conjunct
    /// The subject of the clause before that "and" joins.
    case shared
    /// The subject of the clause around, of a verb of purpose or a participle.
    case raised
    /// Whom an unsaid subject stands for.
    case understood
  }

  public var head: PhraseID
  public var dependent: PhraseID
  public var relation: Relation
  /// The row that decided it; nil where none had to.
  public var row: RowID?
  /// Points of the decision, where it was made by a sum.
  public var score: Int
  /// Of a phrase with a preposition: its head is one that goes with it, as *failed* goes with *in*.
  public var isGoverned: Bool

  public init(
    _ relation: Relation, head: PhraseID, dependent: PhraseID, row: RowID? = nil, score: Int = 0,
    isGoverned: Bool = false
  ) {
    self.relation = relation
    self.head = head
    self.dependent = dependent
    self.row = row
    self.score = score
    self.isGoverned = isGoverned
  }
}

/// The syntax of one sentence: phrases, clauses and arcs, made before any rule.
public struct SentenceTree: Sendable {
  public internal(set) var phrases: [Phrase]
  public internal(set) var clauses: [Clause]
  /// By head, then dependent.
  public internal(set) var arcs: [Arc]
  /// The clause of each phrase.
  public internal(set) var clauseOf: [ClauseID]

  public subscript(_ id: PhraseID) -> Phrase { phrases[id.int] }
  public subscript(_ id: ClauseID) -> Clause { clauses[id.int] }

  public func clause(of phrase: PhraseID) -> ClauseID { clauseOf[phrase.int] }

  /// The arcs that go down from a phrase. O(log n).
  public func arcs(from head: PhraseID) -> ArraySlice<Arc> {
    let first = arcs.partitionPoint { $0.head < head }
    return arcs[first..<max(first, arcs.partitionPoint { $0.head <= head })]
  }

  /// The dependents of a phrase in a relation, in text order.
  public func dependents(of head: PhraseID, _ relation: Arc.Relation) -> [PhraseID] {
    arcs(from: head).filter { $0.relation == relation }.map(\.dependent)
  }

  /// The arcs that go up from a phrase.
  public func arcs(to dependent: PhraseID) -> [Arc] { arcs.filter { $0.dependent == dependent } }

  /// The phrases that a path leads to.
  public func phrases(_ path: Path, from start: PhraseID) -> [PhraseID] {
    var here = [start]
    for step in path.steps {
      here = here.flatMap { phrase in
        step.isUpward
          ? arcs(to: phrase).filter { $0.relation == step.relation }.map(\.head)
          : dependents(of: phrase, step.relation)
      }
    }
    return here
  }

  /// The phrase that a token stands in. O(log n).
  public func phrase(at token: Int) -> PhraseID? {
    let index = phrases.partitionPoint { $0.tokens.upperBound <= token }
    guard index < phrases.count, phrases[index].tokens.lowerBound <= token else { return nil }
    return PhraseID(index)
  }

  /// The members of a coordination, its first one first.
  public func coordination(of leader: PhraseID) -> [PhraseID] { [leader] + dependents(of: leader, .conjunct) }

  /// The first member of the coordination that a phrase belongs to.
  public func leader(of phrase: PhraseID) -> PhraseID {
    arcs.first { $0.relation == .conjunct && $0.dependent == phrase }?.head ?? phrase
  }
}
