import KhabarCore

/// Joins a title and the name of who holds it, whatever stands between: the adviser (at the royal court) (the general
/// supervisor of the centre) Dr. so-and-so.
///
/// Behind each phrase that may be a title, the table is asked of one phrase after the other until it says that one
/// names the holder, or that none does; behind a name likewise, until one says what office that person has.
struct AppositionFinder {
  static let shape = TableShape(
    "apposition", columns: ["title", "between", "next", "ahead"],
    outcomes: ["names", "titles", "pass", "complement", "scene", "stop"])

  private enum Outcome: Int { case names, titles, pass, complement, scene, stop }
  /// Complements of a title behind which `many-between` holds.
  private static let manyComplements = 3
  /// Phrases behind a title at most: a longer stretch names nobody.
  private static let reach = 16

  let table: GrammarTable
  let features: TreeFeatures

  func find(in draft: inout TreeDraft) {
    for title in draft.phrases.indices where draft.phrases[title].kind == .noun && !draft.isClaimed[title] {
      find(behind: title, &draft)
    }
  }

  private func find(behind title: Int, _ draft: inout TreeDraft) {
    var between = Features()
    var complements: [Int] = []
    for next in (title + 1)..<max(title + 1, min(draft.phrases.count, title + Self.reach)) {
      guard
        let decision = table.first(
          draft.features(at: title), &between, draft.features(at: next), draft.features(at: next + 1)),
        let outcome = Outcome(rawValue: decision.outcome)
      else { return }
      switch outcome {
      case .stop: return
      case .pass:
        if draft.phrases[next].kind == .comma { between.formUnion(features.commaBetween) }
      case .complement, .scene:
        complements.append(next)
        between.formUnion(features.complementBetween)
        if outcome == .scene { between.formUnion(features.sceneBetween) }
        if complements.count >= Self.manyComplements { between.formUnion(features.manyBetween) }
      case .names, .titles:
        draft.add(.apposition, head: PhraseID(title), dependent: PhraseID(next), row: decision.row)
        for complement in complements {
          draft.add(.attribute, head: PhraseID(title), dependent: PhraseID(complement), row: decision.row)
        }
        for claimed in (title + 1)...next { draft.isClaimed[claimed] = true }
        return
      }
    }
  }
}
