import KhabarCore

/// Gives what a text goes on to tell the day of what it told before of the same kind.
///
/// A sentence goes on that opens with one of the rules' words (`also`): "police arrested A on Monday. *Also* B was
/// arrested." Within a sentence somebody goes on with another deed of his: "last year they arrested thousands, *and
/// arrested* reporters".
struct Continuation {
  let document: ResolvedDocument
  let also: KeySet

  /// The candidates of a sentence with days filled in.
  ///
  /// - Parameter before: those of the sentences before it.
  func dated(_ candidates: [EventCandidate], in sentence: SentenceID, after before: [EventCandidate])
    -> [EventCandidate]
  {
    let former = goesOn(sentence) ? Array(before.reversed().prefix { $0.sentence.int + 1 >= sentence.int }) : []
    var result: [EventCandidate] = []
    for candidate in candidates {
      var candidate = candidate
      if candidate.time == nil, candidate.isStatusCertain {
        let within =
          isJoined(candidate)
          ? result.last { isLike($0, candidate) && $0.time != nil && haveOneInCommon($0, candidate) } : nil
        candidate.time = (within ?? former.first { isLike($0, candidate) })?.time
        if candidate.time != nil { candidate.timeFilledBy = .sentenceBefore }
      }
      result.append(candidate)
    }
    return result
  }

  /// Whether its word joins it to what stands before: *and* arrested, *also* arrested.
  private func isJoined(_ candidate: EventCandidate) -> Bool {
    let token = candidate.triggerToken
    return document.tokens[token].isCoordinated || token > 0 && also.contains(document.tokens[token - 1].key)
  }

  /// Whether somebody takes part in both.
  private func haveOneInCommon(_ one: EventCandidate, _ other: EventCandidate) -> Bool {
    one.participants.contains { first in
      other.participants.contains { ($0.entity != nil && $0.entity == first.entity) || $0.span == first.span }
    }
  }

  private func goesOn(_ sentence: SentenceID) -> Bool {
    let tokens = document.sentences[sentence].tokens
    return document.tokens[tokens.range].first { $0.isWord }.map { also.contains($0.withoutConjunction) } ?? false
  }

  private func isLike(_ one: EventCandidate, _ other: EventCandidate) -> Bool {
    one.rule.event.id == other.rule.event.id && one.status == other.status
      && one.rule.rule.action == other.rule.rule.action
  }
}
