import KhabarCore
import KhabarSyntax

/// Finds events by rules and puts together what the document says about each.
///
/// For every trigger word of the rules it asks the tree of its sentence who stands in which relation to it, takes date
/// and place from there, and says from tense and signal words whether the thing has happened. Mentions of one happening
/// then become one event.
public struct EventAssembler: Stage {
  let compiled: CompiledRules
  let parser: SyntaxParser
  private let relations: RelationGrammar

  /// - Parameters:
  ///   - rules: event types, rules and signals.
  ///   - morphology: inflects the rules' lemmas.
  ///   - parser: makes the sentences' trees.
  public init(
    rules: RuleSet, morphology: any Morphology, parser: SyntaxParser, orthography: Orthography
  ) {
    let inflected = InflectedRules(rules, morphology: morphology, orthography: orthography)
    self.init(rules: inflected, parser: parser, orthography: orthography)
  }

  /// - Parameters:
  ///   - rules: event types, rules and signals, whose words are inflected already.
  ///   - parser: makes the sentences' trees.
  public init(rules: InflectedRules, parser: SyntaxParser, orthography: Orthography) {
    compiled = CompiledRules(rules, orthography: orthography)
    self.parser = parser
    relations = RelationGrammar(parser.grammar)
  }

  /// Words of the rules that the language pack has no forms for.
  public var uninflectedLemmas: [Lemma] { compiled.index.unknown }

  public func process(_ input: ResolvedDocument) throws -> AssembledDocument {
    let candidates = try candidates(in: input, beforeSentence: Deadline.check, observer: nil)
    try Deadline.check()
    let events = EventMerger(document: input, orthography: compiled.orthography).merge(candidates)
    return AssembledDocument(resolved: input, events: events)
  }

  /// The trees of every sentence as the rules see them: their verbs are known for verbs.
  public func trees(of document: ResolvedDocument) -> [SentenceTree] {
    let forest = forest(document, compiled.index.hits(in: document.tokens))
    return document.sentences.ids.map { forest.tree(of: $0) }
  }

  /// A document's words and phrases as the rules see them.
  public func phrases(of document: ResolvedDocument) -> DocumentPhrases {
    parser.open(document, isRuleVerb: ruleVerbs(document, compiled.index.hits(in: document.tokens))).phrases
  }

  private func ruleVerbs(_ document: ResolvedDocument, _ hits: [LemmaHit]) -> [Bool] {
    var verbs = Array(repeating: false, count: document.tokens.count)
    for hit in hits where compiled.isRuleVerb[hit.lemma] { verbs[hit.token] = true }
    return verbs
  }

  private func forest(_ document: ResolvedDocument, _ hits: [LemmaHit]) -> Forest {
    Forest(document, parser.open(document, isRuleVerb: ruleVerbs(document, hits)))
  }

  func candidates(
    in input: ResolvedDocument, beforeSentence: () throws -> Void, observer: CandidateReader.Observer?
  ) rethrows -> [EventCandidate] {
    let hits = compiled.index.hits(in: input.tokens)
    guard hits.contains(where: { compiled.isTrigger($0) }) else { return [] }
    let mentions = MentionIndex(input)
    let index = HitIndex(hits.filter { !mentions.isInPersonName($0.token) }, tokens: input.tokens.count)
    let (forest, relations) = (forest(input, hits), relations)
    let places = PlaceReferences(document: input, compiled: compiled, hits: index)
    let continuation = Continuation(document: input, also: compiled.also)
    var candidates: [EventCandidate] = []
    for (number, sentence) in zip(input.sentences.ids, input.sentences) {
      // Only sentences in which a rule may make an event are parsed, and those before them that say whom the text is
      // about, once that is asked.
      let own = index.hits(in: sentence.tokens.range)
      guard own.contains(where: { compiled.isTrigger($0) }) else { continue }
      let words = LemmaSet(own.lazy.map(\.lemma))
      let carriers =
        observer == nil ? carriers(own, words, index, forest.sentence(number), mentions, input.tokens) : nil
      guard observer != nil || carriers != nil else { continue }
      try beforeSentence()
      let reading = SentenceReading(
        tree: forest.tree(of: number), index: number, document: input, mentions: mentions, compiled: compiled,
        hits: index, words: words, carriers: carriers, grammar: relations, places: places,
        topic: forest.topic(before: number, relations))
      let told = CandidateReader(sentence: reading).candidates(observer: observer)
      candidates += continuation.dated(told, in: number, after: candidates)
    }
    return candidates
  }

  /// The rules' words that may carry a noun of a sentence; nil where no rule can make an event of one of its words, by
  /// the words that stand in it and by what they are there. What costs most is asked last, and the tree not at all.
  ///
  /// - Parameters:
  ///   - words: the rules' words in the sentence.
  ///   - index: those of the whole text.
  private func carriers(
    _ hits: ArraySlice<LemmaHit>, _ words: LemmaSet, _ index: HitIndex, _ sentence: OpenSentence,
    _ mentions: MentionIndex, _ tokens: [Token]
  ) -> LemmaSet? {
    let mayHold = hits.filter { hit in
      compiled.mayHold(hit, among: words, in: index.lemmas) && !mentions.isInsideName(hit.token)
        && (!compiled.isVerb[hit.lemma] || sentence.mayBeVerb(hit.token))
    }
    guard !mayHold.isEmpty else { return nil }
    let carriers = compiled.carriers(sentence.phrases, index)
    let mayMakeEvent = mayHold.contains { hit in
      guard let kind = sentence.kind(at: hit.token), compiled.mayTrigger(hit, at: kind) else { return false }
      return compiled.rulesByLemma[hit.lemma].contains { number in
        let rule = compiled.rules[number]
        return rule.mayHold(among: words, in: index.lemmas) && rule.mayBeCarried(at: kind, by: carriers)
          && rule.mayMatch(sentence.phrases, tokens, among: words)
      }
    }
    return mayMakeEvent ? carriers : nil
  }
}

/// The sentences of one document, each parsed when and as far as it is asked for.
private final class Forest {
  private let document: ResolvedDocument
  private let parser: SyntaxParser.OpenDocument
  private var sentences: [OpenSentence?]
  /// Sentences before one that are asked whom the text is about.
  private static let reach = 8

  init(_ document: ResolvedDocument, _ parser: SyntaxParser.OpenDocument) {
    self.document = document
    self.parser = parser
    sentences = Array(repeating: nil, count: document.sentences.count)
  }

  func sentence(_ index: SentenceID) -> OpenSentence {
    if let sentence = sentences[index.int] { return sentence }
    let sentence = parser.open(document.sentences[index])
    sentences[index.int] = sentence
    return sentence
  }

  func tree(of index: SentenceID) -> SentenceTree { sentence(index).tree }

  /// Whom the text is about before a sentence: the subject of a sentence's first verb that names someone.
  func topic(before sentence: SentenceID, _ relations: RelationGrammar) -> Topic? {
    for index in (max(0, sentence.int - Self.reach)..<sentence.int).reversed() {
      let tree = tree(of: SentenceID(index))
      for clause in tree.clauses {
        guard let verb = clause.head,
          let subject = relations.subject.lazy.compactMap({ tree.firstPhrase($0, from: verb) }).first,
          let mention = relations.mention(of: subject, in: tree)
        else { continue }
        if [.person, .organization, .office].contains(document.mentions[mention].type) {
          let phrase = document.mentions[mention].phrase
          let end = max(phrase.upperBound, tree.endOfRestriction(of: subject))
          let isReporter =
            document.mentions[mention].type == .organization && tree[verb].features.intersects(relations.speaking)
          return Topic(tokens: TextSpan(phrase.lowerBound, end), mention: mention, isReporter: isReporter)
        }
      }
    }
    return nil
  }
}
