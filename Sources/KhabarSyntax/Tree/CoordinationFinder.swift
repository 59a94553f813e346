import KhabarCore

/// Says with which phrase before it one goes that begins with "and": the last one, the last that can act, or the first
/// of two sides between which something is.
struct CoordinationFinder {
  static let shape = TableShape(
    "coordination", columns: ["actor", "by", "last", "next", "side"], outcomes: ["last", "actor", "side", "none"])

  private enum Outcome: Int { case last, actor, side, none }

  /// Phrases before one that "and" joins to another.
  private struct Before {
    var last: PhraseID?
    var actor: PhraseID?
    /// The one of two sides that has no other yet.
    var side: PhraseID?
    /// The word right before the phrase that joins it: "then".
    var by: PhraseID?
  }

  let table: GrammarTable
  let features: TreeFeatures

  func find(in draft: inout TreeDraft) {
    var before = Before()
    for index in draft.phrases.indices {
      let phrase = draft.phrases[index]
      switch phrase.kind {
      case .noun:
        let id = PhraseID(index)
        if draft.isClaimed[index] { continue }
        if before.last != nil, phrase.isBare {
          before.by = index > 0 && draft.phrases[index - 1].kind == .coordinator ? PhraseID(index - 1) : nil
          if phrase.isJoined {
            join(id, before, draft[id].features, &draft)
            before.side = nil
          } else if !features.coordinated.isEmpty, before.by != nil {
            join(id, before, draft[id].features.union(features.coordinated), &draft)
          } else if !features.listMember.isEmpty, isListMember(index, draft) {
            join(id, before, draft[id].features.union(features.listMember), &draft)
          }
        }
        before.last = id
        if phrase.features.contains(features.actor) { before.actor = id }
        if !features.between.isEmpty, phrase.features.contains(features.between) { before.side = id }
      case .comma, .time, .other, .coordinator: break
      default: before = Before()
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
  private func join(_ next: PhraseID, _ before: Before, _ said: Features, _ draft: inout TreeDraft) {
    let decision = withUnsafePointer(to: said) {
      table.first(
        draft.features(of: before.actor), draft.features(of: before.by), draft.features(of: before.last), $0,
        draft.features(of: before.side))
    }
    let target: PhraseID?
    switch decision.flatMap({ Outcome(rawValue: $0.outcome) }) {
    case .last: target = before.last
    case .actor: target = before.actor
    case .side: target = before.side
    case .some(.none), nil: target = nil
    }
    guard let target else { return }
    let leader = draft.leaders[target.int]
    draft.leaders[next.int] = leader
    draft.add(.conjunct, head: leader, dependent: next, row: decision?.row)
  }
}
