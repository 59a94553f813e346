import KhabarCore

/// Says which named place a phrase stands for that only says what it is: the town, the Sudanese capital.
struct PlaceReference {
  let sentence: SentenceReading

  /// Mentions before that are looked back over.
  private static let reach = 200

  private var document: ResolvedDocument { sentence.document }

  /// The entity of the place that a description stands for: of a capital that of its country, else the last place
  /// before it whose name stood behind the same noun, or which is of the noun's kind. Nil where the text names none.
  func entity(of tokens: TokenSpan) -> Int? {
    guard let head = tokens.range.first, head < document.tokens.count, document.tokens[head].isDefinite else {
      return nil
    }
    let nouns = sentence.compiled.placeNouns.filter { noun in
      sentence.hits[head].contains { noun.lemmas.contains($0.lemma) }
    }
    if nouns.contains(where: { $0.kind == .capital }) { return capital(of: tokens) }
    // "The northern town" says which one of several by itself.
    guard tokens.count == 1 else { return nil }
    return last(before: head) { mention, entity in
      isBehind(document.tokens[head].stem, mention) || nouns.contains { $0.kind == .entity(entity.kind ?? "") }
    }
  }

  /// The capital of the country that an adjective names, where the text names both.
  private func capital(of tokens: TokenSpan) -> Int? {
    let nation = document.mentions.first {
      $0.type == .nationality && tokens.range.contains($0.tokens.lowerBound) && $0.entity != nil
    }
    guard let code = nation?.entity.flatMap({ document.entities[$0].country }) else { return nil }
    let country = document.entities.first { $0.kind == "country" && $0.type == .place && $0.country == code }
    guard let name = country?.identity?.features.first(where: { $0.name == "capital" })?.value else { return nil }
    return document.entities.firstIndex {
      $0.type == .place && $0.country == code && $0.identity?.canonical == name
    }
  }

  private func last(before token: Int, where isMeant: (Mention, Entity) -> Bool) -> Int? {
    let end = document.mentions.partitionPoint { $0.tokens.lowerBound < token }
    for index in (max(0, end - Self.reach)..<end).reversed() {
      let mention = document.mentions[index]
      guard mention.type == .place, let entity = mention.entity, entity < document.entities.count,
        isMeant(mention, document.entities[entity])
      else { continue }
      return entity
    }
    return nil
  }

  /// Whether the name stands behind a noun, or begins with it: *the town of* Samarra.
  private func isBehind(_ noun: WordKey, _ mention: Mention) -> Bool {
    let first = min(mention.phrase.lowerBound, mention.tokens.lowerBound)
    return document.tokens[first].stem == noun || first > 0 && document.tokens[first - 1].stem == noun
  }
}
