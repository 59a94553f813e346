import KhabarCore

/// Makes the tree of a sentence from its phrases: appositions, coordinations, clauses, arguments, attachments.
///
/// It knows no rule and no language: each decision is a row of the grammar's tables. Time is linear in the sentence, but
/// for clauses open at once, of which there are never more than `ClauseBuilder.depthLimit`.
public struct TreeBuilder: Sendable {
  /// The tables of the tree, for reading grammar files.
  public static let shapes: [TableShape] = [
    AppositionFinder.shape, CoordinationFinder.shape, ClauseBuilder.shape, ClauseBuilder.antecedentShape,
    VerbalNouns.shape, ArgumentFinder.shape, SubjectSharing.shape, AttachmentFinder.shape, AttachmentFinder.timeShape,
  ]

  let grammar: Grammar
  let features: TreeFeatures

  public init(_ grammar: Grammar) {
    self.grammar = grammar
    features = TreeFeatures(grammar)
  }

  /// The tree of a sentence.
  ///
  /// - Parameters:
  ///   - phrases: the sentence's, side by side in text order.
  ///   - governs: whether the word at a token goes with a preposition.
  public func tree(of phrases: [Phrase], governs: (Int, Marker) -> Bool) -> SentenceTree {
    var draft = TreeDraft(phrases: phrases)
    AppositionFinder(table: grammar.table("apposition"), features: features).find(in: &draft)
    CoordinationFinder(table: grammar.table("coordination"), features: features).find(in: &draft)
    ClauseBuilder(
      table: grammar.table("clause"), antecedents: grammar.table("antecedent"), features: features
    ).build(&draft)
    VerbalNouns(table: grammar.table("verbal-noun"), features: features).find(in: &draft)
    ArgumentFinder(
      table: grammar.table("argument"), sharing: SubjectSharing(table: grammar.table("sharing"), features: features),
      features: features
    ).find(in: &draft)
    AttachmentFinder(
      table: grammar.table("attachment"), times: grammar.table("time"), features: features
    ).find(in: &draft, governs: governs)
    return draft.finished
  }
}

/// A tree in the making.
struct TreeDraft {
  let phrases: [Phrase]
  var clauses: [Clause] = []
  var clauseOf: [ClauseID]
  var arcs: [Arc] = []
  /// Phrases that belong to another phrase and are nobody's argument: a title's complement, a name behind its title.
  var isClaimed: [Bool]
  /// The first member of the coordination of each phrase; itself for most.
  var leaders: [PhraseID]

  init(phrases: [Phrase]) {
    self.phrases = phrases
    clauseOf = Array(repeating: ClauseID(0), count: phrases.count)
    isClaimed = Array(repeating: false, count: phrases.count)
    leaders = phrases.indices.map { PhraseID($0) }
  }

  subscript(_ id: PhraseID) -> Phrase { phrases[id.int] }
  subscript(_ id: ClauseID) -> Clause { clauses[id.int] }

  mutating func add(
    _ relation: Arc.Relation, head: PhraseID, dependent: PhraseID, row: GrammarRow? = nil, score: Int = 0
  ) {
    arcs.append(Arc(relation, head: head, dependent: dependent, row: row?.id, score: score))
  }

  /// Whether a phrase is the first of its coordination, bare, and nobody's yet: what a verb may take.
  func isFree(_ id: PhraseID) -> Bool {
    self[id].isBare && !isClaimed[id.int] && leaders[id.int] == id
  }

  /// Relations of whoever a clause's verb is about.
  private static let subjects: Set<Arc.Relation> = [
    .subject, .patient, .relativeSubject, .shared, .raised, .understood,
  ]

  /// The subject, or patient, of a clause's verb.
  func subject(of clause: ClauseID) -> PhraseID? {
    guard let head = self[clause].head else { return nil }
    return arcs.first {
      $0.head == head && Self.subjects.contains($0.relation)
    }?.dependent
  }

  var finished: SentenceTree {
    SentenceTree(
      phrases: phrases, clauses: clauses,
      arcs: arcs.sorted { ($0.head.raw, $0.dependent.raw) < ($1.head.raw, $1.dependent.raw) },
      clauseOf: clauseOf)
  }
}
