import KhabarCore

/// Says with which phrase before it one goes that begins with "and": the last one, or the last that can act.
struct CoordinationFinder {
  static let shape = TableShape(
    "coordination", columns: ["actor", "last", "next"], outcomes: ["last", "actor", "none"])

  private enum Outcome: Int { case last, actor, none }

  let table: GrammarTable
  let features: TreeFeatures

  func find(in draft: inout TreeDraft) {
    var last: PhraseID?
    var actor: PhraseID?
    for index in draft.phrases.indices {
      let phrase = draft.phrases[index]
      switch phrase.kind {
      case .noun:
        let id = PhraseID(index)
        if draft.isClaimed[index] { continue }
        if let last, phrase.isBare {
          if phrase.isJoined {
            join(id, last, actor, draft[id].features, &draft)
          } else if !features.listMember.isEmpty, isListMember(index, draft) {
            join(id, last, actor, draft[id].features.union(features.listMember), &draft)
          }
        }
        last = id
        if phrase.features.contains(features.actor) { actor = id }
      case .comma, .time, .other, .coordinator: break
      default: (last, actor) = (nil, nil)
      }
    }
  }

  /// Whether a noun stands between a comma and the further members of a list, of which "and" joins the last: A, *B*, C
  /// and D.
  private func isListMember(_ index: Int, _ draft: TreeDraft) -> Bool {
    guard index > 1, draft.phrases[index - 1].kind == .comma, draft.phrases[index - 2].kind == .noun else {
      return false
    }
    var next = index + 1
    while next < draft.phrases.count {
      if draft.phrases[next].kind == .comma { next += 1 }
      guard next < draft.phrases.count, draft.phrases[next].isBare, !draft.isClaimed[next] else { return false }
      if draft.phrases[next].isJoined { return true }
      guard draft.phrases[next - 1].kind == .comma else { return false }
      next += 1
    }
    return false
  }

  /// - Parameter said: what the phrase is, and how it stands in its list.
  private func join(
    _ next: PhraseID, _ last: PhraseID, _ actor: PhraseID?, _ said: Features, _ draft: inout TreeDraft
  ) {
    let decision = withUnsafePointer(to: said) {
      table.first(draft.features(of: actor), draft.features(of: last), $0)
    }
    let target: PhraseID?
    switch decision.flatMap({ Outcome(rawValue: $0.outcome) }) {
    case .last: target = last
    case .actor: target = actor
    case .some(.none), nil: target = nil
    }
    guard let target else { return }
    let leader = draft.leaders[target.int]
    draft.leaders[next.int] = leader
    draft.add(.conjunct, head: leader, dependent: next, row: decision?.row)
  }
}
