import KhabarCore

/// A clause: what one verb, or a topic without a verb, says.
public struct Clause: Sendable {
  /// What a clause is to the one around it.
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

    /// Its place among all, for arrays by kind: a dictionary would hash its name.
    var number: Int {
      switch self {
      case .main: 0
      case .content: 1
      case .relative: 2
      case .circumstance: 3
      case .purpose: 4
      case .condition: 5
      }
    }
  }

  /// What it is to the clause around it.
  public var kind: Kind
  /// The clause around it; nil for one that stands by itself.
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
  /// A word denies its verb.
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
  /// What a dependent is to its head.
  public enum Relation: String, Sendable, CaseIterable, BitwiseCopyable {
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

  /// The phrase that the other belongs to.
  public var head: PhraseID
  /// The phrase that belongs to it.
  public var dependent: PhraseID
  /// What it is to its head.
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
///
/// A class that never changes: what reads a sentence asks it time and again, and one reference is cheaper to hold than
/// all its arrays.
public final class SentenceTree: Sendable {
  /// In text order.
  public let phrases: [Phrase]
  /// In the order of their openings.
  public let clauses: [Clause]
  /// By head, then dependent.
  public let arcs: [Arc]
  /// The clause of each phrase.
  public let clauseOf: [ClauseID]
  /// The arcs again, by dependent, else in the same order.
  @usableFromInline let incoming: [Arc]
  /// Where the arcs from and to each phrase begin in `arcs` and `incoming`; one more at the end.
  @usableFromInline let starts: [Int32]
  @usableFromInline let incomingStarts: [Int32]

  /// - Parameter arcs: by head, then dependent.
  init(phrases: [Phrase], clauses: [Clause], arcs: [Arc], clauseOf: [ClauseID]) {
    self.phrases = phrases
    self.clauses = clauses
    self.arcs = arcs
    self.clauseOf = clauseOf
    starts = Self.starts(of: arcs, phrases.count) { $0.head.int }
    incomingStarts = Self.starts(of: arcs, phrases.count) { $0.dependent.int }
    var incoming = arcs
    var next = incomingStarts
    for arc in arcs {
      incoming[Int(next[arc.dependent.int])] = arc
      next[arc.dependent.int] += 1
    }
    self.incoming = incoming
  }

  private static func starts(of arcs: [Arc], _ phrases: Int, _ phrase: (Arc) -> Int) -> [Int32] {
    var starts = Array(repeating: Int32(0), count: phrases + 1)
    for arc in arcs { starts[phrase(arc) + 1] += 1 }
    for index in 0..<phrases { starts[index + 1] += starts[index] }
    return starts
  }

  /// The phrase of an index.
  @inlinable public subscript(_ id: PhraseID) -> Phrase { phrases[id.int] }
  /// The clause of an index.
  @inlinable public subscript(_ id: ClauseID) -> Clause { clauses[id.int] }

  /// The innermost clause that a phrase stands in. O(1).
  @inlinable public func clause(of phrase: PhraseID) -> ClauseID { clauseOf[phrase.int] }

  /// The arcs that go down from a phrase. O(1).
  @inlinable public func arcs(from head: PhraseID) -> ArraySlice<Arc> {
    arcs[Int(starts[head.int])..<Int(starts[head.int + 1])]
  }

  /// The dependents of a phrase in a relation, in text order.
  public func dependents(of head: PhraseID, _ relation: Arc.Relation) -> [PhraseID] {
    arcs(from: head).filter { $0.relation == relation }.map(\.dependent)
  }

  /// The first of them.
  public func firstDependent(of head: PhraseID, _ relation: Arc.Relation) -> PhraseID? {
    arcs(from: head).first { $0.relation == relation }?.dependent
  }

  /// The arcs that go up from a phrase. O(1).
  @inlinable public func arcs(to dependent: PhraseID) -> ArraySlice<Arc> {
    incoming[Int(incomingStarts[dependent.int])..<Int(incomingStarts[dependent.int + 1])]
  }

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

  /// The first of them. Subjects are asked for at every verb of every rule, and nearly all paths have one step, for
  /// which no array need be made.
  public func firstPhrase(_ path: Path, from start: PhraseID) -> PhraseID? { firstPhrase(path.steps[...], start) }

  private func firstPhrase(_ steps: ArraySlice<Path.Step>, _ start: PhraseID) -> PhraseID? {
    guard let step = steps.first else { return start }
    let rest = steps.dropFirst()
    for arc in step.isUpward ? arcs(to: start) : arcs(from: start) where arc.relation == step.relation {
      if let found = firstPhrase(rest, step.isUpward ? arc.head : arc.dependent) { return found }
    }
    return nil
  }

  /// The phrase that a token stands in. O(log n).
  public func phrase(at token: Int) -> PhraseID? { phrases.index(at: token).map { PhraseID($0) } }

  /// The members of a coordination, its first one first.
  public func coordination(of leader: PhraseID) -> [PhraseID] { [leader] + dependents(of: leader, .conjunct) }

  /// The first member of the coordination that a phrase belongs to.
  public func leader(of phrase: PhraseID) -> PhraseID {
    arcs(to: phrase).first { $0.relation == .conjunct }?.head ?? phrase
  }
}
