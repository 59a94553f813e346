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
        if let last, phrase.isBare, phrase.isJoined { join(id, last, actor, &draft) }
        last = id
        if phrase.features.contains(features.actor) { actor = id }
      case .comma, .time, .other, .coordinator: break
      default: (last, actor) = (nil, nil)
      }
    }
  }

  private func join(_ next: PhraseID, _ last: PhraseID, _ actor: PhraseID?, _ draft: inout TreeDraft) {
    let decision = table.first(draft.features(of: actor), draft.features(of: last), draft.features(of: next))
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
