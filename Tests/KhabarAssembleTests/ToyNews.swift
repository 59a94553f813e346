import Foundation
import KhabarCore
import XCTest

@testable import KhabarAssemble
@testable import KhabarSyntax

/// Sentences with hand-made trees, for what reads events from trees: no lexicon, no grammar's rows.
///
///     ToyNews("Smith | met | officer | in Paris", "subject 1 0, object 1 2, oblique 1 3")
///
/// Phrases stand between bars. Words with a capital are names, those known below are verbs, dates and prepositions, and
/// all others are nouns.
struct ToyNews {
  static let orthography = Orthography()

  static let rules = """
    words @holding = verb hold
    event Visit
      roles visitor host
      core visitor
      placed
      holds Meeting
    event Meeting
      roles party attendee
      core party
    event Attack
      roles attacker target
      core attacker target
      local
      continues
      done
      present ongoing
    limits "about"
    signal cancelled
      verb cancel
    signal planned
      noun plan
    signal hypothetical
      phrase "if"
    rule meeting.verb
      event Meeting
      verb meet
      party: Person Organization Description Nationality = subject, object, after "with"
      place: Place Building = after "in"
    rule meeting.noun
      event Meeting
      noun talks
      with verb hold noun holding
      party = subject except noun plan
      party = complement, possessor, after "with" "between", understood
      place: Place = after "in"
    rule meeting.end
      event Meeting
      action end
      verb hold
      party = subject
    rule visit.verb
      event Visit
      verb visit
      visitor = subject
      place = object
    rule attack.noun
      event Attack
      noun raid
      attacker = adjective, complement, doer
      target = after "on"
      target = casualty except noun people
      not governor verb threaten
      not itself noun verbal
      not complement noun site
      count killed noun killed death
      count injured noun injured
    """

  let words: [String]
  let document: ResolvedDocument
  let tree: SentenceTree
  let reading: SentenceReading
  let compiled: CompiledRules

  private static let verbs: Set<String> = [
    "met", "meets", "visited", "visits", "held", "holds", "said", "cancelled", "accompanied", "led",
    "threaten",
  ]
  private static let prepositions: Set<String> = ["in", "with", "on", "between", "about", "of", "during", "to"]
  private static let days = [
    "yesterday": "2024-02-13", "today": "2024-02-14", "tomorrow": "2024-02-15", "february": "2024-02",
  ]
  private static let names: [String: EntityType] = [
    "Smith": .person, "Jones": .person, "Brown": .person, "Council": .organization, "Paris": .place, "Rome": .place,
    "French": .nationality,
  ]
  private static let features = """
    feature happening = event
    feature named-person = name
    feature acts = human
    feature definite-phrase = article
    feature title-head = title
    feature verb-of-speech = speech
    feature part-noun = part
    feature latter = last-named
    feature each-of = each
    feature among-them = among
    feature he-seeks = he
    feature he-refuses = woman
    feature carries-out = doing
    relation subject = subject | relative-subject | shared | raised
    relation object = object | patient | relative-object

    """
  static let grammar: Grammar = {
    var parser = GrammarParser(
      vocabulary: [
        "event", "name", "human", "article", "title", "speech", "part", "last-named", "each", "among", "woman", "he",
        "doing",
      ],
      engine: PhraseBits.wordNames, ofPhrases: PhraseBits.phraseVocabulary + TreeFeatures.vocabulary,
      shapes: TableShape.phrases + TreeBuilder.shapes, orthography: orthography)
    parser.read(features, file: "toy.grammar")
    do { return try parser.finish() } catch { preconditionFailure("\(error)") }
  }()

  /// - Parameters:
  ///   - arcs: `relation head dependent`, between commas, phrases by their places.
  ///   - clauses: of all phrases one main clause unless others are given.
  init(
    _ text: String, _ arcs: String = "", clauses: [Clause]? = nil, quantities: [(token: Int, value: Double)] = [],
    topic: Int? = nil, isHeading: Bool = false
  ) throws {
    let file = try RuleParser.parse(Self.rules, file: "toy.rules", names: RuleNames())
    let rules = InflectedRules(try RuleSet([file]), morphology: ToyMorphology(), orthography: Self.orthography)
    compiled = CompiledRules(rules, orthography: Self.orthography)
    let groups = text.components(separatedBy: " | ").map { $0.split(separator: " ").map(String.init) }
    words = groups.flatMap { $0 }
    let document = Self.document(words, quantities, isHeading)
    self.document = document
    tree = Self.tree(groups, document, arcs, clauses)
    let index = HitIndex(compiled.index.hits(in: document.tokens), tokens: words.count)
    reading = SentenceReading(
      tree: tree, index: SentenceID(0), document: document, mentions: MentionIndex(document), compiled: compiled,
      hits: index, words: LemmaSet(index.hits(in: document.tokens.indices).lazy.map(\.lemma)),
      grammar: RelationGrammar(Self.grammar),
      places: PlaceReferences(document: document, compiled: compiled, hits: index),
      topic: topic.map { Topic(tokens: document.mentions[$0].tokens, mention: MentionID($0)) })
  }

  // MARK: - Layers

  private static func document(
    _ words: [String], _ counted: [(token: Int, value: Double)], _ isHeading: Bool
  ) -> ResolvedDocument {
    var tokens: [Token] = []
    var offset = 0
    for word in words {
      let kind: TokenKind = word == "," ? .comma : word == "." ? .sentenceEnd : Int(word) != nil ? .number : .word
      var stem = Substring(word)
      var token = Token(span: TextSpan(offset, offset + word.utf8.count), kind: kind, shape: [], key: .empty)
      if stem.hasPrefix("the-") { token.analysis.proclitics.insert(.article) }
      if stem.hasPrefix("will-") { token.analysis.proclitics.insert(.future) }
      if stem.hasSuffix("-his") { token.analysis.suffixLetters = 1 }
      for prefix in ["the-", "will-"] where stem.hasPrefix(prefix) { stem = stem.dropFirst(prefix.count) }
      if stem.hasSuffix("-his") { stem = stem.dropLast(4) }
      token.key = orthography.key(String(stem))
      if ["officer", "guard", "minister"].contains(stem) { token.classes = [.personNoun, .noun] }
      if ["talks", "raid", "holding"].contains(stem) { token.classes = [.verbalNoun, .noun] }
      if prepositions.contains(String(stem)) { token.classes = [.preposition] }
      if stem == "site" { token.classes = [.placeHead, .noun] }
      tokens.append(token)
      offset += word.utf8.count + 1
    }
    let bytes = Array(words.joined(separator: " ").utf8)
    let clean = CleanDocument(
      raw: RawDocument(id: "toy", text: words.joined(separator: " ")), text: AlignedText(identity: bytes))
    let sentence = Sentence(tokens: TextSpan(0, words.count), isHeading: isHeading)
    let tokenized = TokenizedDocument(clean: clean, tokens: tokens, sentences: [sentence])
    var entities: [Entity] = []
    var mentions: [Mention] = []
    for (index, word) in words.enumerated() {
      guard let type = names[word] else { continue }
      var mention = Mention(tokens: TextSpan(index, index + 1), span: tokens[index].span, type: type, rule: "toy")
      mention.entity = entities.ids.first { entities[$0].name == word }
      if mention.entity == nil {
        mention.entity = EntityID(entities.count)
        entities.append(Entity(type: type, name: word))
      }
      mentions.append(mention)
    }
    let times = words.indices.compactMap { index -> TimeExpression? in
      guard let value = days[words[index]] else { return nil }
      let first = CivilDate(iso: value.count == 7 ? value + "-01" : value)
      let range = first.map { $0...(value.count == 7 ? $0 + 28 : $0) }
      return TimeExpression(
        tokens: TextSpan(index, index + 1), span: tokens[index].span, kind: .date, value: value, days: range,
        rule: "toy")
    }
    let quantities = counted.map {
      Quantity(
        tokens: TextSpan($0.token, $0.token + 1), span: tokens[$0.token].span, kind: .cardinal, value: $0.value,
        rule: "toy")
    }
    let recognized = RecognizedDocument(
      matched: MatchedDocument(tokenized: tokenized, lookups: []), mentions: mentions, entities: entities)
    return ResolvedDocument(
      recognized: recognized,
      anchor: CivilDate(iso: "2024-02-14").map { DocumentAnchor(date: $0, source: .option) }, times: times,
      quantities: quantities)
  }

  private static func tree(
    _ groups: [[String]], _ document: ResolvedDocument, _ arcs: String, _ clauses: [Clause]?
  ) -> SentenceTree {
    var start = 0
    let phrases = groups.map { group in
      defer { start += group.count }
      return phrase(group, at: start, document)
    }
    var all = clauses ?? [Clause(.main)]
    if clauses == nil {
      all[0].phrases = phrases.indices.map { PhraseID($0) }
      all[0].head = phrases.firstIndex { $0.kind == .verb }.map { PhraseID($0) }
    }
    var clauseOf = Array(repeating: ClauseID(0), count: phrases.count)
    for (index, clause) in all.enumerated() { for id in clause.phrases { clauseOf[id.int] = ClauseID(index) } }
    let parsed = arcs.split(separator: ",").compactMap { text -> Arc? in
      let parts = text.split(separator: " ").map(String.init)
      guard parts.count == 3, let relation = Arc.Relation(rawValue: parts[0]), let head = Int(parts[1]),
        let dependent = Int(parts[2])
      else { preconditionFailure("no arc: \(text)") }
      return Arc(relation, head: PhraseID(head), dependent: PhraseID(dependent))
    }
    return SentenceTree(
      phrases: phrases, clauses: all,
      arcs: parsed.sorted { ($0.head.raw, $0.dependent.raw) < ($1.head.raw, $1.dependent.raw) }, clauseOf: clauseOf)
  }

  private static func phrase(_ group: [String], at start: Int, _ document: ResolvedDocument) -> Phrase {
    let span = TokenSpan(start, start + group.count)
    var words = group
    var features = Features()
    func set(_ names: String...) { for name in names { features.formUnion(grammar.feature(name)) } }
    let isJoined = words[0] == "and"
    if isJoined { words.removeFirst() }
    var marker: Marker?
    if let first = words.first, prepositions.contains(first) {
      marker = Marker(orthography.key(first))
      words.removeFirst()
    }
    let content = span.upperBound - words.count
    let head = words.first ?? ""
    var bare = head
    for prefix in ["the-", "will-"] where bare.hasPrefix(prefix) { bare = String(bare.dropFirst(prefix.count)) }
    bare = bare.replacingOccurrences(of: "-his", with: "")
    let kind: Phrase.Kind =
      switch bare {
      case ",": .comma
      case ".": .boundary
      case "who": .relative
      case "that": .subordinator
      case "him", "here", "if", "among-them": .other
      default: verbs.contains(bare) ? .verb : days[bare] != nil ? .time : .noun
      }
    if bare == "said" { set("verb-of-speech") }
    if ["talks", "raid", "holding"].contains(bare) { set("happening") }
    if bare == "series" { set("part-noun") }
    if bare == "latter" { set("latter") }
    if bare == "among-them" { set("among-them") }
    if bare == "led" { set("carries-out") }
    if bare == "queen" { set("acts", "he-refuses") }
    if head.hasSuffix("-his") { set("he-seeks") }
    if head.hasPrefix("the-") { set("definite-phrase") }
    let mention = document.mentions.ids.first { document.mentions[$0].tokens.lowerBound == content }
    if ["officer", "guard", "minister"].contains(bare) || mention.map({ document.mentions[$0].type != .place }) ?? false
    {
      set("acts")
    }
    if let mention, document.mentions[mention].type == .person { set("named-person") }
    if let mention, document.mentions[mention].type == .place { set("is-place") }
    return Phrase(
      kind: kind, tokens: span, content: content, marker: marker, isJoined: isJoined,
      mention: mention, time: document.times.ids.first { document.times[$0].tokens.lowerBound == content },
      features: features)
  }

  // MARK: - Reading

  /// The rule of a name.
  func rule(_ name: String) throws -> CompiledRules.CompiledRule {
    try XCTUnwrap(compiled.rules.first { $0.rule.name == name }, name)
  }

  /// A word of the rules as a trigger; nil when it is not used as one.
  func predication(_ word: String, _ rule: String) throws -> Predication? {
    let token = try XCTUnwrap(words.firstIndex(of: word), word)
    let rule = try self.rule(rule)
    let triggers = Set(rule.rule.triggers.compactMap { compiled.index.number(of: $0) })
    let hit = try XCTUnwrap(reading.hits.first(at: token) { triggers.contains($0.lemma) }, word)
    return PredicationReader(sentence: reading).predication(of: hit, supports: rule.supports)
  }

  /// What a rule makes of its trigger: `role words`.
  func fill(_ word: String, _ rule: String) throws -> [String] {
    let predication = try XCTUnwrap(predication(word, rule))
    let reader = RelationReader(sentence: reading, predication: predication, rule: try self.rule(rule))
    let event = reader.rule.event
    return SlotFiller(reader: reader).fill().map {
      "\(event.name($0.part)) \(text($0.filler.tokens))"
    }
  }

  /// The numbers that a rule takes for its trigger.
  func tolls(_ word: String, _ rule: String) throws -> Tolls {
    let reader = RelationReader(
      sentence: reading, predication: try XCTUnwrap(predication(word, rule)), rule: try self.rule(rule))
    return CountReader(sentence: reading).counts(of: reader.rule, reader.casualties)
  }

  func text(_ span: TokenSpan) -> String { words[span.range].joined(separator: " ") }

  /// The events of the sentence before they are put together.
  var candidates: [EventCandidate] { CandidateReader(sentence: reading).candidates { _, _, _, _ in } }
}

/// Inflects a few English verbs; nouns have one form.
struct ToyMorphology: KhabarCore.Morphology {
  private static let forms = [
    "meet": ["met", "meets"], "visit": ["visited", "visits"], "hold": ["held", "holds"],
    "cancel": ["cancelled", "cancels"],
  ]

  func knows(verb lemma: String) -> Bool { Self.forms[lemma] != nil }

  func forms(ofVerb lemma: String) -> [InflectedForm] {
    let known = Self.forms[lemma] ?? [lemma]
    return zip(known, [InflectedForm.Tense.past, .present]).map {
      InflectedForm(key: ToyNews.orthography.key($0), tense: $1)
    }
  }

  func withObjectPronouns(_ forms: [InflectedForm]) -> [InflectedForm] { [] }
  func forms(ofNoun lemma: String) -> [InflectedForm] { [InflectedForm(key: ToyNews.orthography.key(lemma))] }
}

/// A clause of some phrases.
func clause(
  _ kind: Clause.Kind, _ phrases: [Int], head: Int? = nil, parent: Int? = nil, antecedent: Int? = nil,
  joinedTo: Int? = nil, isNegated: Bool = false
) -> Clause {
  var clause = Clause(kind, parent: parent.map { ClauseID($0) })
  clause.phrases = phrases.map { PhraseID($0) }
  clause.head = head.map { PhraseID($0) }
  clause.antecedent = antecedent.map { PhraseID($0) }
  clause.joinedTo = joinedTo.map { ClauseID($0) }
  clause.isNegated = isNegated
  return clause
}
