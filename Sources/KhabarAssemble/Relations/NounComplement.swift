import KhabarCore
import KhabarSyntax

/// The complement of a noun trigger in the construct state: the visit *of the president*, and who is joined to it.
struct NounComplement {
  let reader: RelationReader

  private var sentence: SentenceReading { reader.sentence }
  private var tokens: [Token] { sentence.tokens }
  private var trigger: PhraseID { reader.predication.trigger }

  var fillers: [Filler] {
    if let owner { return [owner] }
    let hit = reader.predication.hit
    // A noun with the article can't govern a complement: the treacherous bombing.
    guard !tokens[hit.token].isDefinite || hit.end - hit.token > 1 else { return [] }
    let end = sentence.tree[trigger].tokens.upperBound
    let start = behindAdjectives(from: hit.end, to: end)
    guard start < end else { return [] }
    if reader.isHonorificPronoun(start, in: trigger) { return reader.antecedent(of: trigger) }
    // Behind an indefinite noun an indefinite word is its adjective (a violent explosion): the complement comes to a
    // definite word or a name before any preposition.
    let goal = (start..<end).first { saysWhich($0) || isGoverned($0) }
    if isGroup(start), goal.map(isGoverned) ?? true {
      // The arrival of a delegation, the shelling of schools and hospitals, of posts that belong to the rebels.
      let others = joined.filter { $0.phrase.map { !sentence.isHappening($0) } ?? true }
      return [sentence.filler(trigger, from: start, .complement)] + others
    }
    guard let goal, !isGoverned(goal) else { return [] }
    let first = sentence.filler(trigger, from: start, .complement)
    return [first] + joinedInside(first, to: end) + joined
  }

  /// The visit of so-and-so, head of a commission, *and of so-and-so*: where an office behind a name has taken a name
  /// with its "and" into the phrase.
  private func joinedInside(_ first: Filler, to end: Int) -> [Filler] {
    let mentions = sentence.document.mentions
    let isPerson = { (index: MentionID) in mentions[index].type == .person && mentions[index].kind != .description }
    guard let name = first.mention, isPerson(name), mentions[name].tokens.upperBound < end else { return [] }
    return sentence.mentions.phrases(startingIn: mentions[name].tokens.upperBound..<end)
      .filter { isPerson($0) && mentions[$0].span.lowerBound > tokens[mentions[$0].tokens.lowerBound].span.lowerBound }
      .map { Filler(phrase: nil, tokens: mentions[$0].phrase, mention: $0, relation: .complement) }
  }

  /// Whose it is, by a name or title that the phrase begins with where its head stands behind: *the president's* visit.
  private var owner: Filler? {
    let phrase = sentence.tree[trigger]
    guard phrase.head > phrase.content, reader.predication.hit.token == phrase.head, let index = phrase.mention else {
      return nil
    }
    let mention = sentence.document.mentions[index]
    guard mention.phrase.lowerBound == phrase.content, mention.phrase.upperBound < phrase.head else { return nil }
    return Filler(phrase: trigger, tokens: mention.phrase, mention: index, relation: .complement)
  }

  private var joined: [Filler] {
    sentence.tree.dependents(of: trigger, .conjunct).filter { sentence.tree[$0].isBare }
      .map { sentence.filler($0, .complement) }
  }

  /// Adjectives of the trigger itself are passed over, and participles, which may name people elsewhere: an *armed*
  /// attack, but the killing of a *gunman*.
  private func behindAdjectives(from first: Int, to end: Int) -> Int {
    let hasVictims = sentence.tree[trigger].features.intersects(sentence.grammar.ofVictims)
    let adjectives: WordClasses =
      hasVictims ? [.adjective, .relational] : [.adjective, .relational, .participle]
    var start = first
    while start < end, !isName(at: start), !governs(start, before: end),
      isAdjective(start, adjectives) && !(hasVictims && isVictim(start)) || isMark(start)
    { start += 1 }
    return start
  }

  /// The arrest of a *journalist*: spelled as "of the press", too. But behind a noun inside the phrase an adjective:
  /// the fall of a *military* shell.
  private func isVictim(_ token: Int) -> Bool {
    sentence.tree[trigger].head == reader.predication.hit.token
      && !tokens[token].isDefinite && tokens[token].nounClasses.first == .people
  }

  /// An adjective agrees with its noun: in "the release *of the accused*" the second word has the article.
  private func isAdjective(_ token: Int, _ adjectives: WordClasses) -> Bool {
    let trigger = tokens[reader.predication.hit.token]
    let isKnown = trigger.isDefinite || trigger.analysis.suffixLetters > 0
    return !tokens[token].classes.isDisjoint(with: adjectives) && !isSite(token) && tokens[token].isDefinite == isKnown
  }

  /// An adjective without the article governs nothing definite: the strike of *the employees of* the airports.
  private func governs(_ token: Int, before end: Int) -> Bool {
    guard token + 1 < end, tokens[token].kind == .word, !tokens[token].isDefinite else { return false }
    // احتجاجات أهالي غزة (protests of the people of Gaza): people of somewhere that is named.
    if !tokens[token].classes.isDisjoint(with: [.personNoun, .titleHead]),
      tokens[token + 1].analysis.proclitics.isEmpty, isName(at: token + 1)
    {
      return true
    }
    return tokens[token + 1].isDefinite && !isGoverned(token + 1)
  }

  private func isMark(_ token: Int) -> Bool { tokens[token].kind != .word && tokens[token].kind != .number }

  /// مقر (a seat), مركز (a centre): participles by their letters, and places.
  private func isSite(_ token: Int) -> Bool {
    let nouns = tokens[token].nounClasses
    return !tokens[token].isDefinite && (nouns.contains(.building) || nouns.contains(.facility))
  }

  private func isGoverned(_ token: Int) -> Bool {
    // تعيين علي محمود (the appointment of Ali Mahmoud): a name with the letters of a preposition.
    !tokens[token].analysis.proclitics.isDisjoint(with: .prepositions)
      || tokens[token].classes.contains(.preposition) && !isName(at: token)
  }

  private func saysWhich(_ token: Int) -> Bool {
    tokens[token].isDefinite || tokens[token].analysis.suffixLetters > 0 || isName(at: token)
  }

  /// Nouns that the trigger governs though they stand without the article: those of people and bodies, what counts
  /// them, and things that no adjective is spelled like.
  private func isGroup(_ token: Int) -> Bool {
    let word = tokens[token]
    guard word.analysis.proclitics.isDisjoint(with: .prepositions) else { return false }
    if word.kind == .number { return true }
    return !word.classes.isDisjoint(with: [.organizationHead, .personNoun, .titleHead, .quantifier, .numeral])
      || word.nounClasses.first.map(Self.things.contains) ?? false
  }

  private static let things: Set<NounClass> = [
    .weapon, .vehicle, .building, .facility, .force, .group, .land, .amount, .money, .goods,
  ]

  /// Whether a name, and not only a description, begins at a token.
  private func isName(at token: Int) -> Bool {
    sentence.mentions.phrases(startingIn: token..<(token + 1)).contains {
      let mention = sentence.document.mentions[$0]
      return mention.kind != .description && mention.type != .nationality
    }
  }
}
