import KhabarCore

/// Gives what a sentence goes on to tell the day of what the one before told: "police arrested A on Monday. *Also* B
/// was arrested."
///
/// The sentence opens with one of the rules' words (`also`), tells of the same kind of happening, and has no day of its
/// own.
struct Continuation {
  let document: ResolvedDocument
  let also: KeySet

  /// The candidates of a sentence with days filled in.
  ///
  /// - Parameter before: those of the sentences before it.
  func dated(_ candidates: [EventCandidate], in sentence: Int, after before: [EventCandidate]) -> [EventCandidate] {
    guard goesOn(sentence) else { return candidates }
    let former = before.reversed().prefix { $0.sentence + 1 >= sentence }
    return candidates.map { candidate in
      guard candidate.time == nil, candidate.isStatusCertain,
        let same = former.first(where: { isLike($0, candidate) }), let time = same.time
      else { return candidate }
      var dated = candidate
      dated.time = time
      dated.timeFilledBy = .sentenceBefore
      return dated
    }
  }

  private func goesOn(_ sentence: Int) -> Bool {
    let tokens = document.sentences[sentence].tokens
    return document.tokens[tokens.range].first { $0.isWord }.map { also.contains($0.withoutConjunction) } ?? false
  }

  private func isLike(_ one: EventCandidate, _ other: EventCandidate) -> Bool {
    one.rule.event.name == other.rule.event.name && one.status == other.status
      && one.rule.rule.action == other.rule.rule.action
  }
}
