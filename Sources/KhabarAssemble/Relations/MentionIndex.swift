import KhabarCore

/// A document's mentions by the tokens they stand at, so that looking one up does not depend on how long the document
/// is.
struct MentionIndex {
  /// Mentions in the order of their phrases' first tokens.
  private let order: [MentionID]
  private let starts: [Int32]
  /// For each token, whether a name covers it that began before it.
  private let isInside: [Bool]
  /// For each token, whether the name of a person covers it that began before it.
  private let isInPerson: [Bool]
  /// For each token, whether the name of someone or something other than a place begins there.
  private let beginsActor: [Bool]
  /// Pronouns of which the names layer knows the referent, by token.
  private let pronouns: [Int: MentionID]

  init(_ document: ResolvedDocument) {
    let mentions = document.mentions
    let sorted = mentions.ids.sorted {
      (mentions[$0].phrase.start, $0) < (mentions[$1].phrase.start, $1)
    }
    order = sorted
    starts = sorted.map { mentions[$0].phrase.start }
    var inside = Array(repeating: false, count: document.tokens.count)
    var actor = inside
    var person = inside
    for index in mentions.indices {
      let tokens = mentions[index].tokens
      guard tokens.lowerBound < inside.count else { continue }
      if mentions[index].type != .place { actor[tokens.lowerBound] = true }
      guard mentions[index].kind != .description, mentions[index].type != .nationality else { continue }
      for token in tokens.range.dropFirst() where token < inside.count {
        inside[token] = true
        if mentions[index].type == .person { person[token] = true }
      }
    }
    isInside = inside
    isInPerson = person
    pronouns = Dictionary(
      mentions.ids.filter { mentions[$0].kind == .pronoun && mentions[$0].entity != nil }
        .map { (mentions[$0].tokens.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    beginsActor = actor
  }

  /// Mentions whose phrases start in a range of tokens, by start. O(log n).
  func phrases(startingIn range: Range<Int>) -> ArraySlice<MentionID> {
    let first = starts.partitionPoint { $0 < Int32(range.lowerBound) }
    return order[first..<max(first, starts.partitionPoint { $0 < Int32(range.upperBound) })]
  }

  /// Whether a token is inside a name, behind its first word.
  func isInsideName(_ token: Int) -> Bool { token < isInside.count && isInside[token] }

  /// Whether a token is inside the name of a person, behind its first word: no word there says anything of a happening.
  func isInPersonName(_ token: Int) -> Bool { token < isInPerson.count && isInPerson[token] }

  /// Whether a name of someone, somewhere or of a people stands in a stretch of tokens, which has one at least. O(log
  /// n) and the names in it.
  ///
  /// - Parameter isWanted: the types of names that count; all by themselves.
  func hasName(
    in tokens: TokenSpan, _ document: ResolvedDocument, where isWanted: (EntityType) -> Bool = { _ in true }
  ) -> Bool {
    let span = document.span(of: tokens)
    let mentions = document.mentions
    var index = mentions.partitionPoint { $0.span.start < span.start }
    while index < mentions.count, mentions[index].span.start < span.end {
      switch mentions[index].kind {
      case .name, .partial, .acronym, .office: if isWanted(mentions[index].type) { return true }
      default: break
      }
      index += 1
    }
    return false
  }

  func pronoun(at token: Int) -> MentionID? { pronouns[token] }

  func actorBegins(at token: Int) -> Bool { token < beginsActor.count && beginsActor[token] }

  /// The longest mention whose phrase starts at a token; looks a few tokens on for a name behind its description.
  func mention(startingAt start: Int, before end: Int, in document: ResolvedDocument) -> MentionID? {
    var best: MentionID?
    for index in phrases(startingIn: start..<max(start, end)) {
      let mention = document.mentions[index]
      guard mention.type != .nationality else { continue }
      let known = best.map { document.mentions[$0] }
      if mention.phrase.lowerBound == start {
        if known.map({ $0.phrase.end < mention.phrase.end }) ?? true { best = index }
      } else if mention.type == .person, mention.kind == .name || mention.kind == .partial {
        if known?.kind != .name { best = index }
      }
    }
    return best
  }
}
