import KhabarCore

/// Makes the tree of a sentence from its phrases: appositions, coordinations, clauses, arguments, attachments.
///
/// It knows no rule and no language: each decision is a row of the grammar's tables. Time is linear in the sentence,
/// but for clauses open at once, of which there are never more than `ClauseBuilder.depthLimit`.
public final class TreeBuilder: Sendable {
  /// The tables of the tree, for reading grammar files.
  public static let shapes: [TableShape] = [
    AppositionFinder.shape, CoordinationFinder.shape, ClauseBuilder.shape, ClauseBuilder.antecedentShape,
    VerbalNouns.shape, ArgumentFinder.shape, SubjectSharing.shape, AttachmentFinder.shape, AttachmentFinder.timeShape,
  ]

  private let appositions: AppositionFinder
  private let coordinations: CoordinationFinder
  private let clauses: ClauseBuilder
  private let verbalNouns: VerbalNouns
  private let arguments: ArgumentFinder
  private let attachments: AttachmentFinder
  /// What is remembered of phrases.
  private let known: KnownFeatures

  public init(_ grammar: Grammar) {
    let features = TreeFeatures(grammar)
    appositions = AppositionFinder(table: grammar.table("apposition"), features: features)
    coordinations = CoordinationFinder(table: grammar.table("coordination"), features: features)
    var parts = KnownParts()
    let clause = KnownTable(
      grammar.table("clause"),
      known: ["verb", "topic", "noun", "outer-verb", "outer-topic", "last", "next", "ahead"], &parts)
    known = KnownFeatures(FeatureMasks([]), parts)
    clauses = ClauseBuilder(table: clause, antecedents: grammar.table("antecedent"), features: features)
    verbalNouns = VerbalNouns(table: grammar.table("verbal-noun"), features: features)
    arguments = ArgumentFinder(
      table: grammar.table("argument"), sharing: SubjectSharing(table: grammar.table("sharing"), features: features),
      features: features)
    attachments = AttachmentFinder(
      table: grammar.table("attachment"), times: grammar.table("time"), features: features)
  }

  /// The tree of a sentence.
  ///
  /// - Parameters:
  ///   - phrases: the sentence's, side by side in text order.
  ///   - governs: whether the word at a token goes with a preposition.
  public func tree(of phrases: [Phrase], governs: (Int, Marker) -> Bool) -> SentenceTree {
    var draft = TreeDraft(phrases: phrases, known)
    appositions.find(in: &draft)
    coordinations.find(in: &draft)
    clauses.build(&draft)
    verbalNouns.find(in: &draft)
    arguments.find(in: &draft)
    attachments.find(in: &draft, governs: governs)
    return draft.finished
  }
}

/// A tree in the making.
struct TreeDraft {
  /// Phrases between the first of a coordination and the next of it.
  private static let joinedReach = 6

  let phrases: [Phrase]
  /// The features of each, which tables read where they lie; none outside.
  let row: KnownRow
  var clauses: [Clause] = []
  var clauseOf: [ClauseID]
  var arcs: [Arc] = []
  /// Phrases that belong to another phrase and are nobody's argument: a title's complement, a name behind its title.
  var isClaimed: [Bool]
  /// The first member of the coordination of each phrase; itself for most.
  var leaders: [PhraseID]
  /// Whoever the verb at a phrase is about: its first arc of such a relation.
  private var subjectOf: [PhraseID?]

  init(phrases: [Phrase], _ known: KnownFeatures) {
    self.phrases = phrases
    row = KnownRow(phrases.lazy.map(\.features), startingAt: 0, known)
    clauseOf = Array(repeating: ClauseID(0), count: phrases.count)
    isClaimed = Array(repeating: false, count: phrases.count)
    leaders = phrases.indices.map { PhraseID($0) }
    subjectOf = Array(repeating: nil, count: phrases.count)
  }

  subscript(_ id: PhraseID) -> Phrase { phrases[id.int] }
  subscript(_ id: ClauseID) -> Clause { clauses[id.int] }

  /// The features of a phrase; none of what is outside of the sentence. Holds as long as the draft.
  @inline(__always)
  func features(at index: Int) -> UnsafePointer<Features> { row[index] }
  @inline(__always)
  func features(of id: PhraseID) -> UnsafePointer<Features> { row[id.int] }
  /// None of no phrase.
  @inline(__always)
  func features(of id: PhraseID?) -> UnsafePointer<Features> { row[id?.int ?? row.nowhere] }

  mutating func add(
    _ relation: Arc.Relation, head: PhraseID, dependent: PhraseID, row: RowID? = nil, score: Int = 0,
    isGoverned: Bool = false
  ) {
    arcs.append(Arc(relation, head: head, dependent: dependent, row: row, score: score, isGoverned: isGoverned))
    if subjectOf[head.int] == nil, Self.isSubject(relation) { subjectOf[head.int] = dependent }
  }

  /// Whether a phrase is the first of its coordination, bare, and nobody's yet: what a verb may take.
  func isFree(_ id: PhraseID) -> Bool {
    self[id].isBare && !isClaimed[id.int] && leaders[id.int] == id
  }

  /// Whether others are joined to a phrase by "and".
  func leads(_ id: PhraseID) -> Bool {
    (id.int + 1..<min(leaders.count, id.int + Self.joinedReach)).contains { leaders[$0] == id }
  }

  /// Whether a phrase of a clause has all of `features`.
  func has(_ features: Features, in clause: ClauseID) -> Bool {
    self[clause].phrases.contains { self[$0].features.contains(features) }
  }

  /// Whether a relation is that of whoever a clause's verb is about.
  private static func isSubject(_ relation: Arc.Relation) -> Bool {
    switch relation {
    case .subject, .patient, .relativeSubject, .shared, .raised, .understood: true
    case .object, .relativeObject, .oblique, .attribute, .time, .apposition, .conjunct: false
    }
  }

  /// The subject, or patient, of a clause's verb.
  func subject(of clause: ClauseID) -> PhraseID? {
    self[clause].head.flatMap { subjectOf[$0.int] }
  }

  var finished: SentenceTree {
    SentenceTree(
      phrases: phrases, clauses: clauses,
      arcs: arcs.sorted { ($0.head.raw, $0.dependent.raw) < ($1.head.raw, $1.dependent.raw) },
      clauseOf: clauseOf)
  }
}
