import KhabarCore
import KhabarSyntax

/// What fills a slot: a noun phrase by its tokens, with the mention it names.
struct Filler {
  /// Nil for whom the text before is about.
  var phrase: PhraseID?
  var tokens: TokenSpan
  /// Nil when the phrase only describes.
  var mention: MentionID?
  var relation: SlotSource
}

/// Who fills a part of an event.
struct Filling {
  var part: EventPart
  var filler: Filler
  /// A place of several that the text names: *among them* Libya.
  var isNamedAmong = false
}

/// Says what a noun phrase may stand for.
struct FillerTyping {
  let sentence: SentenceReading

  private var document: ResolvedDocument { sentence.document }
  private var mentions: MentionIndex { sentence.mentions }

  func matches(_ filler: Filler, _ types: [SlotType]) -> Bool {
    guard !types.isEmpty else { return true }
    let type = type(of: filler)
    if types.contains(type) || (type == .building && types.contains(.location)) { return true }
    // "The hospital" is a building and a body.
    if type == .location, let mention = filler.mention, types.contains(.entity(document.mentions[mention].type)) {
      return true
    }
    guard types.contains(.location) || types.contains(.building), type != .building else { return false }
    guard let head = countedNoun(of: filler) ?? filler.tokens.range.first, head < document.tokens.count else {
      return false
    }
    let isBuilt = document.tokens[head].classes.contains(.buildingHead)
    if type == .location { return types.contains(.building) && isBuilt }
    // A hospital or a palace is a body or a place by name and a building as well, when the name begins with what it is;
    // the name of a city does not.
    guard let index = filler.mention, isBuilt || types.contains(.location) else { return false }
    return isNamedByHead(document.mentions[index], at: head)
  }

  /// Whether the name of a body or a place begins with the noun that says what it is.
  private func isNamedByHead(_ mention: Mention, at head: Int) -> Bool {
    (mention.type == .organization || mention.type == .place) && mention.tokens.lowerBound == head
      && document.tokens[head].classes.contains(.placeHead)
  }

  /// His office, His Highness's council: a body that somebody has is the place where he receives; his forces are not.
  private func isSomebodysRoom(_ span: TokenSpan) -> Bool {
    let tokens = document.tokens
    let first = span.lowerBound
    guard first < tokens.count,
      !tokens[first].classes.isDisjoint(with: [.organizationHead, .buildingHead])
        || tokens[first].nounClasses.first == .building,
      tokens[first].nounClasses.first.map({ ![.force, .group, .people].contains($0) }) ?? true
    else { return false }
    if tokens[first].analysis.suffixLetters > 0 { return true }
    return span.count == 2 && first + 1 < tokens.count && tokens[first + 1].classes.contains(.honorific)
  }

  /// Whether a phrase with the head of a place says which one: a building, or anything with a name in it. "The country"
  /// and "the borders" do not.
  private func isTelling(_ filler: Filler, _ head: WordClasses) -> Bool {
    if head.contains(.buildingHead) { return true }
    return mentions.hasName(in: filler.tokens, document) { $0 == .place || $0 == .nationality } || refersBack(filler)
  }

  /// The town: a place that was named before. The capital is one without that.
  private func refersBack(_ filler: Filler) -> Bool {
    sentence.places.entity(of: filler.tokens) != nil || sentence.places.isCapital(filler.tokens)
  }

  /// A number that counts nothing: 14 were wounded.
  func isBareNumber(_ filler: Filler) -> Bool {
    guard filler.mention == nil, filler.tokens.count == 1, filler.tokens.lowerBound < document.tokens.count else {
      return false
    }
    return document.tokens[filler.tokens.lowerBound].kind == .number
  }

  /// The noun behind a number or quantifier: one of *the mosques*. Nil where the phrase begins with its noun.
  private func countedNoun(of filler: Filler) -> Int? {
    guard let first = filler.tokens.range.first, first < document.tokens.count, isMeasured(document.tokens[first])
    else { return nil }
    return filler.tokens.range.dropFirst().first { !document.tokens[$0].onlyCounts }
  }

  /// Whether what a number or quantifier counts is people, or some of a body's.
  private func countsPeople(_ filler: Filler, _ head: WordClasses) -> Bool {
    var classes = head
    let counted = countedNoun(of: filler)
    if let counted { classes.formUnion(document.tokens[counted].classes) }
    return !classes.isDisjoint(with: [.personNoun, .titleHead]) || counted.map(isPeople) ?? false
      || filler.tokens.range.contains { mentions.actorBegins(at: $0) } || counted.map { isSaidOf($0, filler) } ?? false
  }

  /// Whether what a number counts is people by an adjective or participle alone: 25 *Palestinians*, 12 *offenders*.
  private func isSaidOf(_ counted: Int, _ filler: Filler) -> Bool {
    guard counted == filler.tokens.lowerBound + 1, document.tokens[counted - 1].kind == .number else { return false }
    let word = document.tokens[counted]
    return !word.classes.isDisjoint(with: [.adjective, .relational, .participle]) && word.nounClasses.first == nil
      && word.classes.isDisjoint(with: [.noun, .verbalNoun, .placeHead])
  }

  /// Whether a noun stands for a person by what he or she is: a recruit.
  private func isPeople(_ token: Int) -> Bool { document.tokens[token].nounClasses.first == .people }

  /// What a noun phrase is by its head and its name.
  func type(of filler: Filler) -> SlotType {
    if isSomebodysRoom(filler.tokens) { return .building }
    if let index = filler.mention {
      // By index: a mention is copied with all that it holds.
      let type = document.mentions[index].type
      guard document.mentions[index].kind == .description else { return .entity(type) }
      let isBuilding =
        type == .organization && document.tokens[filler.tokens.lowerBound].classes.contains(.placeHead)
      return isBuilding ? .location : .description
    }
    let first = sentence.lateHead(of: filler) ?? filler.tokens.lowerBound
    guard first < document.tokens.count else { return .thing }
    let classes = document.tokens[first].classes
    if isMeasured(document.tokens[first]) { return typeOfCounted(filler, classes) }
    // Two of the guards: the word for two is also that of a day.
    if let phrase = filler.phrase, sentence.tree[phrase].features.intersects(sentence.grammar.twoPeople),
      countsPeople(filler, classes)
    {
      return .description
    }
    // A summit is held in a place and is none.
    if classes.contains(.placeHead), classes.isDisjoint(with: [.personNoun]),
      document.tokens[first].nounClasses.first != .happening
    {
      return isTelling(filler, classes) ? .location : .thing
    }
    if !classes.isDisjoint(with: [.personNoun, .titleHead, .honorific]) || isPeople(first) { return .description }
    if classes.contains(.organizationHead) { return .entity(.organization) }
    return isNation(first) ? .description : .thing
  }

  /// Whether a phrase is headed by the adjective of a people: help for *the Palestinians*.
  private func isNation(_ token: Int) -> Bool {
    let word = document.tokens[token]
    return word.classes.contains(.relational) && !word.shape.contains(.feminineEnding)
      && mentions.actorBegins(at: token)
  }

  private func typeOfCounted(_ filler: Filler, _ head: WordClasses) -> SlotType {
    // Several *Syrian towns*: an adjective of a people makes no people of what is counted.
    let counted = countedNoun(of: filler).map { document.tokens[$0].classes } ?? []
    let isSites = counted.contains(.placeHead) && counted.isDisjoint(with: [.personNoun])
    if isSites, isTelling(filler, counted) { return .location }
    return countsPeople(filler, head) ? .description : .thing
  }

  /// "Three soldiers", "a number of officials": what is counted decides. So does what adjectives stand in front of:
  /// *senior* officers.
  private func isMeasured(_ first: Token) -> Bool {
    if first.kind == .number || !first.classes.isDisjoint(with: [.quantifier, .numeral]) { return true }
    return first.classes.contains(.adjective) && !first.isDefinite
      && first.classes.isDisjoint(with: [.noun, .personNoun, .titleHead, .relational])
  }
}

extension Token {
  /// Whether it says no more than how many there are, or of whom: a number, a quantifier, a preposition, a mark.
  var onlyCounts: Bool { !isWord || !classes.isDisjoint(with: [.quantifier, .numeral, .preposition]) }
}
