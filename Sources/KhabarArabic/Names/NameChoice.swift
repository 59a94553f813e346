import KhabarCore

/// Chooses among overlapping candidates: the greater evidence first, longer names before shorter ones of like evidence.
enum NameChoice {
  /// The chosen mentions in text order. No two names overlap.
  static func choose(_ candidates: [NameCandidate], tokenCount: Int) -> [Mention] {
    let order = candidates.indices.sorted { left, right in
      let (leftWeight, rightWeight) = (total(candidates[left]), total(candidates[right]))
      if leftWeight != rightWeight { return leftWeight > rightWeight }
      return candidates[left].mention.tokens.start < candidates[right].mention.tokens.start
    }
    var taken = Array(repeating: false, count: tokenCount)
    var chosen: [Mention] = []
    for index in order {
      let mention = candidates[index].mention
      let range = mention.tokens.range
      guard !range.isEmpty, range.upperBound <= tokenCount, !taken[range].contains(true) else { continue }
      for token in range { taken[token] = true }
      chosen.append(mention)
    }
    let persons = candidates.filter { $0.mention.type == .person && $0.mention.phrase != $0.mention.tokens }
    for index in chosen.indices where chosen[index].type == .person { adoptPhrase(&chosen[index], from: persons) }
    chosen.sort { $0.tokens.start < $1.tokens.start }
    return chosen
  }

  /// An entry of the lists is chosen without the titles that the grammar saw around it.
  private static func adoptPhrase(_ mention: inout Mention, from candidates: [NameCandidate]) {
    for candidate in candidates
    where candidate.mention.tokens.overlaps(mention.tokens)
      && candidate.mention.phrase.contains(mention.tokens)
    {
      mention.phrase = mention.phrase.union(candidate.mention.phrase)
      if mention.titles.isEmpty { mention.titles = candidate.mention.titles }
    }
  }

  /// A longer name explains more of the text.
  private static func total(_ candidate: NameCandidate) -> Int {
    candidate.weight + 120 * candidate.mention.tokens.count
  }
}
