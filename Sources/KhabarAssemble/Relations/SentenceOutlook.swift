import KhabarCore
import KhabarSyntax

/// Tells of rules that they can make nothing of a word by the words and names of its sentence, or by its phrases.
///
/// Parsing a sentence is most of the work, and most sentences with a word of the rules tell of no event. What it says
/// no to, `CandidateReader` would reject: nobody can stand in a relation for which what makes it is missing, and no
/// filler be of a type that nothing in reach is of. Fillers are phrases of the sentence or whom the text is about, who
/// was named in one of the sentences before.
final class SentenceOutlook {
  let compiled: CompiledRules
  let hits: HitIndex
  /// The rules' words in the sentence.
  let words: LemmaSet
  private let sentence: SentenceID
  private let extent: Range<Int>
  private let document: ResolvedDocument
  private let tokens: [Token]
  private let mentions: MentionIndex
  private let grammar: RelationGrammar
  private let syntax: any DocumentSyntax
  private let names: NameOutlook

  init(
    _ sentence: SentenceID, of document: ResolvedDocument, words: LemmaSet, hits: HitIndex, mentions: MentionIndex,
    names: NameOutlook, compiled: CompiledRules, grammar: RelationGrammar, syntax: any DocumentSyntax
  ) {
    self.sentence = sentence
    self.document = document
    self.words = words
    self.hits = hits
    self.mentions = mentions
    self.names = names
    self.compiled = compiled
    self.grammar = grammar
    self.syntax = syntax
    tokens = document.tokens
    extent = document.sentences[sentence].tokens.range
  }

  /// What may fill slots.
  private lazy var types: FillerTypes = extent.reduce(into: names.types(in: sentence).union(.other)) {
    $0.formUnion(FillerTypes(tokens[$1]))
  }

  /// Every word that may stand before a phrase as its preposition or introduce it, which may be several words that
  /// begin before the sentence.
  private lazy var markers = markers(in: extent)

  private func markers(in range: Range<Int>) -> WordSketch {
    var markers = WordSketch(range, of: tokens)
    for token in range {
      markers.insert(syntax.marker(of: token).key)
      if let attached = syntax.attachedMarker(of: token) { markers.insert(attached.key) }
      if let several = syntax.expression(.preposition, at: token, before: extent.upperBound) {
        markers.insert(several.key)
      }
    }
    return markers
  }

  /// The rules' words at the heads of those whom the text may be about: the first that counts nothing.
  private lazy var topicWords: LemmaSet = {
    var result = LemmaSet()
    let before = Topic.sentences(before: sentence)
    guard let first = before.first else { return result }
    let start = document.sentences[SentenceID(first)].tokens.lowerBound
    for mention in mentions.phrases(startingIn: start..<extent.lowerBound)
    where FillerTypes(document.mentions[mention].type).isSubset(of: .topic) {
      var token = document.mentions[mention].phrase.lowerBound
      hits.forEach(at: token) { result.insert($0.lemma) }
      while token + 1 < extent.lowerBound, tokens[token].onlyCounts || tokens[token].nounClasses.first == .amount {
        token += 1
        hits.forEach(at: token) { result.insert($0.lemma) }
      }
    }
    return result
  }()

  private lazy var hasTime = document.times.contains { extent.contains($0.tokens.lowerBound) }

  // MARK: - By words and names

  /// Whether a rule may make an event of a word, as far as the sentence's words and names tell.
  func mayHold(_ rule: CompiledRules.CompiledRule, _ hit: LemmaHit) -> Bool {
    let prospect = rule.prospect
    return rule.mayHold(among: words, in: hits.lemmas) && prospect.demands.allSatisfy { mayMeet($0, rule, hit) }
      && prospect.needs.allSatisfy { $0.contains { mayFill($0, rule, hit) } } && (!prospect.needsTime || hasTime)
  }

  private func mayMeet(_ demand: RuleProspect.Demand, _ rule: CompiledRules.CompiledRule, _ hit: LemmaHit) -> Bool {
    switch demand.stand.relation {
    case .governor, .itself: words.intersects(demand.lemmas)
    default:
      mayHaveSomebody(in: demand.stand, rule, hit)
        && (words.intersects(demand.lemmas) || topicWords.intersects(demand.lemmas))
    }
  }

  private func mayFill(_ source: RuleProspect.Source, _ rule: CompiledRules.CompiledRule, _ hit: LemmaHit) -> Bool {
    !types.isDisjoint(with: source.types) && mayHaveSomebody(in: source.stand, rule, hit)
  }

  /// Whether `RelationReader` may find anybody in a relation to a word, by the word itself and what else there is.
  private func mayHaveSomebody(
    in stand: RuleProspect.Stand, _ rule: CompiledRules.CompiledRule, _ hit: LemmaHit
  ) -> Bool {
    switch stand.relation {
    case .object, .among, nil: true
    case .after: stand.markers.contains { markers.mayHold($0) }
    case .casualty: words.intersects(rule.countLemmas)
    // Conditions alone look there.
    case .dateline, .governor, .itself: false
    case .subject: mayHaveSubject(hit, rule)
    case .adjective: types.contains(.nationality) && (kind(of: hit) != .noun || isBeforePeople(hit))
    case .doer: kind(of: hit) != .verb
    case .complement, .possessor, .understood: isOpen(tokens[hit.token], to: stand.relation, hit)
    }
  }

  private func kind(of hit: LemmaHit) -> Lemma.Kind { compiled.index.kinds[hit.lemma] }

  /// A noun has a subject by what carries it, and a form that only the passive has has none.
  private func mayHaveSubject(_ hit: LemmaHit, _ rule: CompiledRules.CompiledRule) -> Bool {
    kind(of: hit) == .noun ? words.intersects(rule.supports) : compiled.form(of: hit)?.voice != .passive
  }

  /// Whether a word's own form lets somebody stand in a relation to it.
  private func isOpen(_ word: Token, to relation: CompiledRules.CompiledRelation?, _ hit: LemmaHit) -> Bool {
    switch relation {
    case .complement: grammar.headsLate || !word.isDefinite || hit.end - hit.token > 1
    case .possessor: word.analysis.suffixLetters > 0
    default: word.analysis.proclitics.contains(.to) || !word.isDefinite
    }
  }

  /// Whether an adjective of a people stands behind a noun, with other adjectives between at most.
  private func isBeforePeople(_ hit: LemmaHit) -> Bool {
    let start = max(hit.token + 1, hit.end)
    var end = start
    while end < extent.upperBound, tokens[end].isAdjective { end += 1 }
    return mentions.phrases(startingIn: start..<(end + 1)).contains {
      let mention = document.mentions[$0]
      return mention.type == .nationality && mention.tokens.lowerBound <= end
    }
  }

  // MARK: - By what words are

  /// Whether a rule may make an event of a word, as far as it is told what words are.
  ///
  /// - Parameter sentence: the same, open.
  func mayHold(_ rule: CompiledRules.CompiledRule, _ hit: LemmaHit, _ sentence: OpenSentence) -> Bool {
    guard compiled.isVerb[hit.lemma] else { return true }
    guard sentence.mayBeVerb(hit.token) else { return false }
    guard sentence.word(hit.token).intersects(grammar.speaking),
      let end = (hit.token + 1..<max(hit.token + 1, extent.upperBound)).first(where: {
        sentence.word($0).intersects(grammar.subordinator)
      })
    else { return true }
    // What was said, behind a word, is another clause.
    let types = types(before: end)
    let topics = names.topics(before: self.sentence)
    // Of most the types alone tell.
    lazy var markers = markers(in: extent.lowerBound..<end)
    return rule.prospect.needs.allSatisfy {
      $0.contains { source in
        guard case .after = source.stand.relation else { return !types.union(topics).isDisjoint(with: source.types) }
        return !types.isDisjoint(with: source.types) && source.stand.markers.contains { markers.mayHold($0) }
      }
    }
  }

  /// Of what types those may be who are named before a token.
  private func types(before end: Int) -> FillerTypes {
    var result = (extent.lowerBound..<end).reduce(into: FillerTypes.other) { $0.formUnion(FillerTypes(tokens[$1])) }
    for index in mentions.phrases(startingIn: extent.lowerBound..<end) {
      result.formUnion(FillerTypes(document.mentions[index].type))
    }
    return result
  }

  // MARK: - By phrases

  /// Whether a rule may make an event of a word, as far as the sentence's phrases tell.
  ///
  /// - Parameters:
  ///   - carriers: the rules' words that may carry a noun.
  func mayHold(
    _ rule: CompiledRules.CompiledRule, _ hit: LemmaHit, _ phrases: [Phrase], carriers: LemmaSet
  ) -> Bool {
    guard let index = phrases.index(at: hit.token), compiled.mayTrigger(hit, at: phrases[index].kind),
      rule.mayBeCarried(at: phrases[index].kind, by: carriers)
    else { return false }
    let prospect = rule.prospect
    if prospect.needsPast, isPresent(hit, phrases[..<index]) { return false }
    let isThere = { (stand: RuleProspect.Stand) in
      self.mayHaveSomebody(in: stand, rule, hit, phrases[index], carriers)
    }
    return prospect.needs.allSatisfy { $0.contains { isThere($0.stand) && self.mayFill($0, rule, hit) } }
      && prospect.demands.allSatisfy { isThere($0.stand) && isMet($0, in: phrases[index]) }
      && rule.mayMatch(phrases, tokens, among: words)
  }

  private func mayHaveSomebody(
    in stand: RuleProspect.Stand, _ rule: CompiledRules.CompiledRule, _ hit: LemmaHit, _ phrase: Phrase,
    _ carriers: LemmaSet
  ) -> Bool {
    switch stand.relation {
    case .subject: phrase.kind == .verb || carriers.intersects(rule.supports)
    case .complement: hit.end < phrase.tokens.upperBound || phrase.head > phrase.content
    default: true
    }
  }

  /// Of the trigger's own phrase all words are there.
  private func isMet(_ demand: RuleProspect.Demand, in phrase: Phrase) -> Bool {
    guard case .itself = demand.stand.relation else { return true }
    return hits.hits(in: phrase.tokens.range).contains { demand.lemmas.contains($0.lemma) }
  }

  /// Whether a verb is told in the present by its form, and nothing makes it past or as good as past: no headline, no
  /// word for what still goes on, no "was" and no "before" ahead of it.
  private func isPresent(_ hit: LemmaHit, _ ahead: ArraySlice<Phrase>) -> Bool {
    guard compiled.isVerb[hit.lemma], compiled.form(of: hit)?.tense == .present, sentence.int > 0,
      !document.sentences[sentence].isHeading, !words.intersects(compiled.ongoing)
    else { return false }
    return !ahead.indices.contains { index in
      ahead[index].kind == .copula && ahead[index].features.intersects(grammar.was)
        || ahead[index].features.intersects(grammar.timeless)
    }
  }
}
