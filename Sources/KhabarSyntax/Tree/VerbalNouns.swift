import KhabarCore

/// Finds the objects of verbal nouns: his receiving (yesterday, at the palace) *the ambassador*.
struct VerbalNouns {
  static let shape = TableShape(
    "verbal-noun", columns: ["noun", "clause", "verb", "next", "ahead"], outcomes: ["object", "pass", "stop"])

  private enum Outcome: Int { case object, pass, stop }
  /// Phrases between a verbal noun and its object at most.
  private static let reach = 6

  let table: GrammarTable
  let features: TreeFeatures

  func find(in draft: inout TreeDraft) {
    for index in draft.phrases.indices
    where draft.phrases[index].kind == .noun && draft.phrases[index].features.contains(features.happening) {
      find(behind: PhraseID(index), &draft)
    }
  }

  private func find(behind noun: PhraseID, _ draft: inout TreeDraft) {
    let clause = draft.clauseOf[noun.int]
    let verb = draft.features(of: draft.clauses[clause.int].head)
    var state = state(of: clause, before: noun, draft)
    for index in (noun.int + 1)..<max(noun.int + 1, min(draft.phrases.count, noun.int + Self.reach)) {
      guard draft.clauseOf[index] == clause else { return }
      if draft.isClaimed[index] { continue }
      let decision = table.first(
        draft.features(of: noun), &state, verb, draft.features(at: index), draft.features(at: index + 1))
      switch decision.flatMap({ Outcome(rawValue: $0.outcome) }) {
      case .pass: continue
      case .object:
        let object = PhraseID(index)
        guard draft.isFree(object) else { return }
        draft.add(.object, head: noun, dependent: object, row: decision?.row)
        draft.isClaimed[index] = true
        return
      case .stop, nil: return
      }
    }
  }

  /// What stands before a noun in its clause that its verb may have as its subject.
  private func state(of clause: ClauseID, before noun: PhraseID, _ draft: TreeDraft) -> Features {
    guard let verb = draft[clause].head else { return Features() }
    var state = draft[clause].antecedent == nil ? Features() : features.hasTopic
    for id in draft[clause].phrases where id < noun && draft.isFree(id) {
      state.formUnion(id < verb ? features.hasTopic : features.hasBare)
    }
    return state
  }
}
