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
    var chosen: [Int] = []
    for index in order {
      let range = candidates[index].mention.tokens.range
      guard !range.isEmpty, range.upperBound <= tokenCount, !taken[range].contains(true) else { continue }
      for token in range { taken[token] = true }
      chosen.append(index)
    }
    chosen.sort { candidates[$0].mention.tokens.start < candidates[$1].mention.tokens.start }
    var mentions = chosen.map { candidates[$0].mention }
    let persons = candidates.indices.filter {
      candidates[$0].mention.type == .person && candidates[$0].mention.phrase != candidates[$0].mention.tokens
    }
    for index in mentions.indices where mentions[index].type == .person {
      for person in persons { adoptPhrase(&mentions[index], from: candidates[person].mention) }
    }
    return mentions
  }

  /// An entry of the lists is chosen without the titles that the grammar saw around it.
  private static func adoptPhrase(_ mention: inout Mention, from other: Mention) {
    guard other.tokens.overlaps(mention.tokens), other.phrase.contains(mention.tokens) else { return }
    mention.phrase = mention.phrase.union(other.phrase)
    if mention.titles.isEmpty { mention.titles = other.titles }
  }

  /// A longer name explains more of the text.
  private static func total(_ candidate: NameCandidate) -> Int {
    candidate.weight + 120 * candidate.mention.tokens.count
  }
}
