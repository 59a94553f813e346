import KhabarCore

/// Gives a clause that does not say its subject that of another: of the clause that "and" joins it to, of the one that
/// it stands in, or of one before.
struct SubjectSharing {
  static let shape = TableShape(
    "sharing", columns: ["clause", "verb", "subject", "other-verb"],
    outcomes: ["shared", "raised", "understood", "none"])

  private enum Outcome: Int {
    case shared, raised, understood, none

    var relation: Arc.Relation? {
      switch self {
      case .shared: .shared
      case .raised: .raised
      case .understood: .understood
      case .none: nil
      }
    }
  }

  /// Clauses before that are asked for a subject.
  private static let reach = 6

  let table: GrammarTable
  let features: TreeFeatures

  /// The subject of a clause that does not say its own.
  func find(_ clause: ClauseID, _ draft: inout TreeDraft) {
    guard let verb = draft[clause].head, draft.subject(of: clause) == nil else { return }
    var own = features.of(draft[clause].kind)
    if isTakenUp(behind: verb, draft) { own.formUnion(features.hasPronominal) }
    for source in sources(of: clause, draft) {
      guard let subject = draft.subject(of: source), let head = draft[source].head else { continue }
      var state = own
      if draft[clause].joinedTo == source { state.formUnion(features.joinedClause) }
      var candidate = self.features(of: subject, for: clause, draft)
      let decision = table.first(&state, draft.features(of: verb), &candidate, draft.features(of: head))
      guard let relation = decision.flatMap({ Outcome(rawValue: $0.outcome)?.relation }) else { continue }
      return draft.add(relation, head: verb, dependent: subject, row: decision?.row)
    }
  }

  /// What a subject is, and whether the clause that may share it is about it already, or others are joined to it.
  private func features(of subject: PhraseID, for clause: ClauseID, _ draft: TreeDraft) -> Features {
    var result = draft[subject].features
    if draft[clause].antecedent == subject { result.formUnion(features.antecedent) }
    if draft.leads(subject) { result.formUnion(features.leading) }
    return result
  }

  /// Whether a pronoun with its preposition stands right behind a verb: what it takes up stands before the verb.
  private func isTakenUp(behind verb: PhraseID, _ draft: TreeDraft) -> Bool {
    let next = verb.int + 1
    return next < draft.phrases.count && draft.phrases[next].features.contains(features.prepositionPronoun)
  }

  /// The clauses whose subject may be meant, the likeliest first.
  private func sources(of clause: ClauseID, _ draft: TreeDraft) -> [ClauseID] {
    let near = [draft[clause].joinedTo, draft[clause].parent].compactMap { $0 }
    let before = (max(0, clause.int - Self.reach)..<clause.int).reversed().map { ClauseID($0) }
    return near + before.filter { !near.contains($0) }
  }
}
