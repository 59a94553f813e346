import KhabarCore

/// Says which named place of a document a phrase stands for that only says what it is: the town, the Sudanese capital.
///
/// A class, because what it found out of a phrase is kept: a filler is asked for its place when its type is read, and
/// once more when it takes part.
final class PlaceReferences {
  private let document: ResolvedDocument
  private let compiled: CompiledRules
  private let hits: HitIndex
  private var known: [TokenSpan: EntityID?] = [:]
  private lazy var capitals = Self.capitals(of: document)

  /// Mentions before that are looked back over.
  private static let reach = 200

  init(document: ResolvedDocument, compiled: CompiledRules, hits: HitIndex) {
    self.document = document
    self.compiled = compiled
    self.hits = hits
  }

  /// The entity of the place that a description stands for: of a capital that of its country, else the last place
  /// before it whose name stood behind the same noun, or which is of the noun's kind. Nil where the text names none.
  func entity(of tokens: TokenSpan) -> EntityID? {
    if let entity = known[tokens] { return entity }
    let entity = find(tokens)
    known[tokens] = .some(entity)
    return entity
  }

  /// Whether a description is "the capital" by itself, which is a place though the text may not name it.
  func isCapital(_ tokens: TokenSpan) -> Bool {
    guard tokens.count == 1, let head = tokens.range.first, head < document.tokens.count,
      document.tokens[head].isDefinite
    else { return false }
    return compiled.placeNouns.contains { noun in
      noun.kind == .capital && hits[head].contains { noun.lemmas.contains($0.lemma) }
    }
  }

  private func find(_ tokens: TokenSpan) -> EntityID? {
    guard let head = tokens.range.first, head < document.tokens.count, document.tokens[head].isDefinite else {
      return nil
    }
    let nouns = compiled.placeNouns.filter { noun in
      hits[head].contains { noun.lemmas.contains($0.lemma) }
    }
    if nouns.contains(where: { $0.kind == .capital }) {
      // The French capital, where the text names it as well.
      if let nation = document.nation(in: tokens.range) { return capitals[nation] }
      // The capital: the one that was called so, else the only one that the text names.
      guard tokens.count == 1 else { return nil }
      return last(before: head) { mention, _ in isBehind(document.tokens[head].stem, mention) }
        ?? (capitals.count == 1 ? capitals.values.first : nil)
    }
    // "The northern town" says which one of several by itself.
    guard tokens.count == 1 else { return nil }
    return last(before: head) { mention, entity in
      isBehind(document.tokens[head].stem, mention) || nouns.contains { $0.kind == .entity(entity.kind ?? "") }
    }
  }

  /// The capitals that the text names, by their countries, which it names as well, or by their peoples.
  private static func capitals(of document: ResolvedDocument) -> [String: EntityID] {
    let places = document.entities.lazy.filter { $0.type == .place || $0.type == .nationality }
    var names: [String: String] = [:]
    for country in places where country.kind == "country" {
      guard let code = country.country, names[code] == nil else { continue }
      names[code] = country.identity?.features.first { $0.name == "capital" }?.value
    }
    guard !names.isEmpty else { return [:] }
    var capitals: [String: EntityID] = [:]
    for (index, entity) in zip(document.entities.ids, document.entities) where entity.type == .place {
      guard let code = entity.country, capitals[code] == nil, let name = names[code],
        entity.identity?.canonical == name
      else { continue }
      capitals[code] = index
    }
    return capitals
  }

  private func last(before token: Int, where isMeant: (Mention, Entity) -> Bool) -> EntityID? {
    let end = document.mentions.partitionPoint { $0.tokens.lowerBound < token }
    for index in (max(0, end - Self.reach)..<end).reversed() {
      let mention = document.mentions[index]
      guard mention.type == .place, let entity = mention.entity, isMeant(mention, document.entities[entity])
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
