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
    let (names, places) = (NameOutlook(input), PlaceReferences(document: input, compiled: compiled, hits: index))
    let continuation = Continuation(document: input, also: compiled.also)
    var candidates: [EventCandidate] = []
    for (number, sentence) in zip(input.sentences.ids, input.sentences) {
      // Only sentences in which a rule may make an event are parsed, and those before them that say whom the text is
      // about, once that is asked. Who asks why there is none is told of all.
      let own = index.hits(in: sentence.tokens.range)
      guard own.contains(where: { compiled.isTrigger($0) }) else { continue }
      let words = LemmaSet(own.lazy.map(\.lemma))
      var claims: [Claim]?
      if observer == nil {
        let outlook = SentenceOutlook(
          number, of: input, words: words, hits: index, mentions: mentions, names: names, compiled: compiled,
          grammar: relations, syntax: forest.syntax)
        let found = ClaimReader(compiled: compiled, hits: own).claims(outlook, forest.sentence(number), mentions)
        guard !found.isEmpty else { continue }
        claims = found
      }
      try beforeSentence()
      let reading = SentenceReading(
        tree: forest.tree(of: number), index: number, document: input, mentions: mentions, compiled: compiled,
        hits: index, words: words, grammar: relations, places: places, topic: forest.topic(before: number, relations))
      let told = CandidateReader(sentence: reading).candidates(of: claims, observer: observer)
      candidates += continuation.dated(told, in: number, after: candidates)
    }
    return candidates
  }
}

/// The sentences of one document, each parsed when and as far as it is asked for.
private final class Forest {
  private let document: ResolvedDocument
  private let parser: SyntaxParser.OpenDocument
  private var sentences: [OpenSentence?]
  init(_ document: ResolvedDocument, _ parser: SyntaxParser.OpenDocument) {
    self.document = document
    self.parser = parser
    sentences = Array(repeating: nil, count: document.sentences.count)
  }

  /// The document's words and phrases.
  var syntax: any DocumentSyntax { parser.syntax }

  func sentence(_ index: SentenceID) -> OpenSentence {
    if let sentence = sentences[index.int] { return sentence }
    let sentence = parser.open(document.sentences[index])
    sentences[index.int] = sentence
    return sentence
  }

  func tree(of index: SentenceID) -> SentenceTree { sentence(index).tree }

  /// Whom the text is about before a sentence: the subject of a sentence's first verb that names someone.
  func topic(before sentence: SentenceID, _ relations: RelationGrammar) -> Topic? {
    for index in Topic.sentences(before: sentence).reversed() {
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
