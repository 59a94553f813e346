import KhabarCore
import KhabarSyntax

/// One sentence with all that events are read from it by. A class: what reads a trigger holds it, and one reference is
/// cheaper to copy than all its parts.
final class SentenceReading {
  let tree: SentenceTree
  /// Index of the sentence.
  let index: SentenceID
  let document: ResolvedDocument
  let mentions: MentionIndex
  let compiled: CompiledRules
  let hits: HitIndex
  let grammar: RelationGrammar
  /// The document's places that phrases refer back to.
  let places: PlaceReferences
  /// Whom the text is about at this point. Asked of the sentences before, which have to be parsed for it.
  private(set) lazy var topic: Topic? = findTopic()
  private let findTopic: () -> Topic?

  init(
    tree: SentenceTree, index: SentenceID, document: ResolvedDocument, mentions: MentionIndex, compiled: CompiledRules,
    hits: HitIndex, words: LemmaSet, grammar: RelationGrammar, places: PlaceReferences,
    topic: @autoclosure @escaping () -> Topic?
  ) {
    self.tree = tree
    self.index = index
    self.document = document
    self.mentions = mentions
    self.compiled = compiled
    self.hits = hits
    self.words = words
    self.grammar = grammar
    self.places = places
    findTopic = topic
  }

  var phrases: [Phrase] { tree.phrases }
  var tokens: [Token] { document.tokens }

  var typing: FillerTyping { FillerTyping(sentence: self) }

  func mention(of phrase: Phrase) -> Mention? { phrase.mention.map { document.mentions[$0] } }

  /// The words of the rules in it.
  let words: LemmaSet

  /// Every word that stands before a phrase as its preposition or may introduce it.
  private(set) lazy var markers: WordSketch = tree.phrases.reduce(into: WordSketch(extent, of: tokens)) {
    if let marker = $1.marker { $0.insert(marker.key) }
  }

  /// The sentence's tokens.
  var extent: Range<Int> { document.sentences[index].tokens.range }

  /// Whether it turns to another happening than those told before: *elsewhere* gunmen killed a judge.
  private(set) lazy var opensAnew: Bool = {
    guard let first = extent.first(where: { tokens[$0].isWord }) else { return false }
    return compiled.anew.contains { words in
      words.first == tokens[first].withoutConjunction && first + words.count <= extent.upperBound
        && zip(words, tokens[first...]).dropFirst().allSatisfy { $0 == $1.key }
    }
  }()

  /// Who or what a phrase stands for: behind a title, the name that is in apposition to it.
  ///
  /// - Parameter verb: the trigger's, whose own clause does not tell which one is meant.
  func filler(_ id: PhraseID, from start: Int? = nil, of verb: PhraseID? = nil, _ source: SlotSource) -> Filler {
    let phrase = tree[id]
    let start = start ?? behindEachOf(phrase)
    let first = start ?? phrase.content
    var mention = grammar.mention(of: id, in: tree)
    var end = phrase.tokens.upperBound
    if !grammar.isNamed(phrase), let name = tree.firstDependent(of: id, .apposition) {
      end = max(end, tree[name].tokens.upperBound)
    }
    if start != nil { mention = mentions.mention(startingAt: first, before: end, in: document) }
    end = max(end, tree.endOfRestriction(of: id, except: verb))
    return Filler(phrase: id, tokens: TextSpan(first, end), mention: mention, relation: source)
  }

  /// The clause of a happening: of the verb that has its tense, else of its noun.
  func clause(of predication: Predication) -> ClauseID { tree.clause(of: predication.tensed ?? predication.trigger) }

  /// Whether a noun tells of what goes on while its clause's verb does: he said *during the meeting*, intercepted a
  /// missile *in an attack*. Whom somebody convicts *of an attack* is told of another day.
  func isMeanwhile(_ noun: PhraseID) -> Bool {
    guard let marker = tree[noun].marker else { return false }
    if compiled.during.contains(marker.key) { return true }
    guard !marker.isAttached, compiled.within.contains(marker.key), !tree[noun].features.intersects(grammar.definite),
      let verb = tree[tree.clause(of: noun)].head, !tree[verb].features.intersects(grammar.charges)
    else { return false }
    return tree.arcs(to: noun).contains { $0.head == verb && $0.relation == .oblique && !$0.isGoverned }
  }

  /// The happening during which a relative clause about it tells of another: a meeting *during which* they signed …;
  /// with its verbs.
  func headsOfHolder(_ predication: Predication) -> [PhraseID] {
    let own = clause(of: predication)
    guard tree[own].kind == .relative, tree[own].head == predication.tensed, let noun = tree[own].antecedent,
      noun != predication.trigger, tellsOfHappening(noun), tree[own].phrases.contains(where: isDuringIt)
    else { return [] }
    // Who speaks of *the* meeting during which … does so on another day.
    let isNew = !tree[noun].features.intersects(grammar.definite)
    let verbs = isNew ? tree.arcs(to: noun).map(\.head).filter { tree[$0].kind == .verb && $0 != tree[own].head } : []
    let relatives = tree.clauses.filter { $0.antecedent == noun }.compactMap(\.head).filter { $0 != tree[own].head }
    return [noun] + verbs + relatives
  }

  /// During *it*: a preposition with the pronoun of a relative clause.
  func isDuringIt(_ id: PhraseID) -> Bool {
    guard tree[id].features.intersects(grammar.prepositionPronoun) else { return false }
    let preposition = tokens[tree[id].head].stem
    return compiled.during.contains(preposition) || preposition.count > 1 && compiled.within.contains(preposition)
  }

  /// The verb that a happening's verb goes on from with the same subject, both in the past: *raided* a house and
  /// arrested two. What is only said goes on with nothing.
  func deedBefore(_ predication: Predication) -> PhraseID? {
    guard let verb = predication.tensed, let (_, isSaid) = subject(of: verb), !isSaid,
      let before = tree[tree.clause(of: verb)].joinedTo.flatMap({ tree[$0].head }),
      tree[tree.clause(of: before)].kind != .relative,
      tree.arcs(from: verb).contains(where: { $0.relation == .shared })
    else { return nil }
    let isDone = [verb, before].allSatisfy { id in
      let classes = tokens[tree[id].head].classes
      return classes.contains(.verbPast) && !classes.contains(.verbPresent)
        && !tree[id].features.intersects(grammar.speaking)
    }
    return isDone ? before : nil
  }

  /// The clause during which that of a happening goes on: when, while.
  func clauseAround(_ predication: Predication) -> ClauseID? {
    let id = clause(of: predication)
    guard let opener = tree[id].opener, tree[id].kind == .circumstance, tree[id].head == predication.tensed,
      compiled.during.contains(tokens[tree[opener].head].key)
    else { return nil }
    return tree[id].parent
  }

  /// The words of a filler that say what it is: its first one, and behind a number, a quantifier or a noun for a part
  /// what that counts. The director *of a hospital* is no hospital; a number *of gunmen* are gunmen.
  func headWords(of filler: Filler) -> Range<Int> {
    let words = filler.tokens.range
    if let head = lateHead(of: filler) { return head..<(head + 1) }
    guard let first = words.first(where: { !isCounting($0) }) else { return words }
    return words.lowerBound..<(first + 1)
  }

  /// The head of a filler whose phrase has it behind its first word: a Turkish *delegation*.
  func lateHead(of filler: Filler) -> Int? {
    guard let phrase = filler.phrase, tree[phrase].head > tree[phrase].content,
      filler.tokens.contains(tree[phrase].head)
    else { return nil }
    return tree[phrase].head
  }

  private func isCounting(_ token: Int) -> Bool {
    let word = tokens[token]
    if word.onlyCounts { return true }
    // A *thousand* soldiers, a hundred *tons* of medicine.
    if word.nounClasses.first == .amount, !word.isDefinite { return true }
    // A *large* number of gunmen.
    if word.classes.contains(.adjective), word.classes.isDisjoint(with: [.noun, .personNoun, .titleHead]),
      token > extent.lowerBound, isCounting(token - 1)
    {
      return true
    }
    return tree.phrase(at: token).map { tree[$0].head == token && tree[$0].features.intersects(grammar.partitive) }
      ?? false
  }

  /// Each of A and B: A stands behind the preposition.
  private func behindEachOf(_ phrase: Phrase) -> Int? {
    guard phrase.features.intersects(grammar.eachOf), phrase.content + 2 < phrase.tokens.upperBound,
      tokens[phrase.content + 1].classes.contains(.preposition)
    else { return nil }
    return phrase.content + 2
  }

  /// The subject of a verb, by the grammar's paths, and whether the verb's own clause says it.
  func subject(of verb: PhraseID) -> (phrase: PhraseID, isSaid: Bool)? {
    for path in grammar.subject {
      if let found = tree.firstPhrase(path, from: verb) {
        return (found, path.steps.allSatisfy { $0.relation == .subject || $0.relation == .relativeSubject })
      }
    }
    return nil
  }

  /// Whether a noun is what a verb tells of, and not what somebody says with it: *the signing* took place.
  func isSubject(_ noun: PhraseID, of verb: PhraseID) -> Bool {
    !tree[verb].features.intersects(grammar.speaking)
      && tree.arcs(to: noun).contains { $0.head == verb && ($0.relation == .subject || $0.relation == .patient) }
  }

  func objects(of verb: PhraseID) -> [PhraseID] { grammar.object.flatMap { tree.phrases($0, from: verb) } }

  /// Whether a noun phrase is headed by a noun that tells of a happening.
  func isHappening(_ id: PhraseID) -> Bool { tree[id].features.intersects(grammar.happening) }

  /// The clauses that tell since when a happening is: *since the army entered the town* they have attacked it.
  func clausesSince(_ predication: Predication) -> [Clause] {
    let own = Set(predication.heads(in: tree).map { tree.clause(of: $0) })
    return tree.clauses.filter { clause in
      // "Since" stands before the word that opens the clause, in the one around it.
      guard clause.kind == .circumstance, let opener = clause.opener, opener.int > 0,
        let parent = clause.parent, own.contains(parent)
      else { return false }
      return phrases[opener.int - 1].features.intersects(grammar.sinceMarker)
    }
  }

  /// Whether the clause of a happening begins with the word for *where*.
  func opensWithWhere(_ predication: Predication) -> Bool {
    tree[clause(of: predication)].opener.map { tree[$0].features.intersects(grammar.whereWord) } ?? false
  }

  /// Whether a noun phrase is headed by such a noun, or by one of what has a time and a place: a session, a ceremony.
  func tellsOfHappening(_ id: PhraseID) -> Bool {
    isHappening(id) || tree[id].kind == .noun && tokens[tree[id].head].nounClasses.first == .happening
  }

  /// Whether a token is such a noun.
  func isHappening(token: Int) -> Bool {
    let classes = tokens[token].classes
    return classes.contains(.verbalNoun)
      && classes.isDisjoint(with: [.organizationHead, .titleHead, .personNoun, .placeHead])
  }
}

/// Whom a text is about at some point: the words that said so last.
struct Topic {
  var tokens: TokenSpan
  var mention: MentionID
  /// A body that is only told to have said something: an agency that reports.
  var isReporter = false

  /// Sentences before one that are asked whom the text is about.
  private static let reach = 8

  /// The indices of those sentences.
  static func sentences(before sentence: SentenceID) -> Range<Int> { max(0, sentence.int - reach)..<sentence.int }
}

extension SentenceTree {
  /// Behind the relative clause that says which one is meant: the forces *that the United States leads*. It is one that
  /// follows at once, and whose verb takes up the noun with a pronoun and has a subject of its own.
  ///
  /// - Parameter other: a verb whose clause does not count.
  func endOfRestriction(of id: PhraseID, except other: PhraseID? = nil) -> Int {
    let end = self[id].tokens.upperBound
    for clause in clauses where clause.antecedent == id && clause.opener?.int == id.int + 1 {
      guard let verb = clause.head, verb != other, arcs(from: verb).contains(where: { $0.relation == .relativeObject }),
        let subject = firstDependent(of: verb, .subject)
      else { continue }
      return self[subject].tokens.upperBound
    }
    return end
  }
}

/// What the reading of relations asks of the grammar. A class, since it is too large to be copied.
final class RelationGrammar: Sendable {
  let subject: [Path]
  let object: [Path]
  let happening, definite, isOffice, isOrganization, described, titleHead, isPlace, speaking, partitive, acts, eachOf,
    latter, bareCount, twoPeople, spaceNoun, namedPerson, takesIt, prepositionPronoun, amongThem, blames, timeless,
    goesOn, saysOfSubject, setsOut, begins, whoHe, whoShe, whereWord,
    onePerson, warfare, ofVictims, invites, country, holdersOfTwo, comment, partOfTown, belonging, situation,
    managing, was, another, seat, besideDay, charges, announces, sidePhrase, carriesOut, arrives, subordinator, several,
    sinceMarker, decree: Features
  /// What a pronoun asks for by its gender or number, and whom it never stands for.
  private struct Gender {
    let pronoun, refused: Features
  }
  private let masculine, feminine, plural: Gender
  /// The language has phrases that are headed by a later word than their first.
  let headsLate: Bool

  init(_ grammar: Grammar) {
    subject = grammar.relations["subject"] ?? []
    object = grammar.relations["object"] ?? []
    happening = grammar.feature("happening")
    definite = grammar.feature("definite-phrase")
    isOffice = grammar.feature("is-office")
    isOrganization = grammar.feature("is-organization")
    isPlace = grammar.feature("is-place")
    described = grammar.feature("described")
    titleHead = grammar.feature("title-head")
    partitive = grammar.feature("part-noun")
    decree = grammar.feature("decree-noun")
    namedPerson = grammar.feature("named-person")
    acts = grammar.feature("acts")
    bareCount = grammar.feature("bare-count")
    spaceNoun = grammar.feature("space-noun")
    twoPeople = grammar.feature("two-people")
    onePerson = grammar.feature("one-person")
    warfare = grammar.feature("warfare")
    country = grammar.feature("mention-country")
    comment = grammar.feature("comment")
    belonging = grammar.feature("belonging")
    situation = grammar.feature("situation")
    partOfTown = grammar.feature("part-of-town")
    holdersOfTwo = grammar.feature("holders-of-two")
    latter = grammar.feature("latter")
    eachOf = grammar.feature("each-of")
    speaking = grammar.feature("verb-of-speech")
    takesIt = grammar.feature("takes-it")
    blames = grammar.feature("blames")
    timeless = grammar.feature("timeless")
    amongThem = grammar.feature("among-them")
    prepositionPronoun = grammar.feature("preposition-pronoun")
    ofVictims = grammar.feature("of-victims")
    invites = grammar.feature("invites")
    was = grammar.feature("was")
    saysOfSubject = grammar.feature("says-of-subject")
    goesOn = grammar.feature("goes-on")
    whoHe = grammar.feature("who-he")
    whoShe = grammar.feature("who-she")
    whereWord = grammar.feature("where-word")
    setsOut = grammar.feature("sets-out")
    arrives = grammar.feature("arrives")
    subordinator = grammar.feature("subordinator")
    several = grammar.feature("several-acts")
    sinceMarker = grammar.feature("since-marker")
    begins = grammar.feature("verb-begin")
    another = grammar.feature("another-one")
    seat = grammar.feature("seat-of-government")
    besideDay = grammar.feature("beside-day")
    charges = grammar.feature("charges")
    announces = grammar.feature("announces")
    sidePhrase = grammar.feature("side-phrase")
    carriesOut = grammar.feature("carries-out")
    headsLate = !grammar.feature("late-head").isEmpty
    managing = grammar.feature("verb-auxiliary").union(begins).union(invites)
    masculine = Gender(pronoun: grammar.feature("he-seeks"), refused: grammar.feature("he-refuses"))
    feminine = Gender(pronoun: grammar.feature("she-seeks"), refused: grammar.feature("she-refuses"))
    plural = Gender(pronoun: grammar.feature("they-seek"), refused: grammar.feature("they-refuse"))
  }

  /// Whether a pronoun at one phrase may stand for another, by gender and number as far as the words tell them.
  func mayStand(_ pronoun: Phrase, for other: Phrase) -> Bool {
    ![masculine, feminine, plural].contains {
      !pronoun.features.isDisjoint(with: $0.pronoun) && !other.features.isDisjoint(with: $0.refused)
    }
  }

  /// Whether a pronoun at a phrase is that of one person of a gender.
  func mayStand(_ pronoun: Phrase, forFeminine isFeminine: Bool) -> Bool {
    pronoun.features.intersects((isFeminine ? feminine : masculine).pronoun)
  }

  /// Whether a phrase has the name that it stands for, so that what is in apposition to it names nobody else.
  func isNamed(_ phrase: Phrase) -> Bool {
    phrase.features.intersects(namedPerson) || phrase.mention != nil && phrase.features.intersects(isPlace)
  }

  /// The mention that a phrase is: of a title or a description without a name, the name in apposition to it.
  func mention(of id: PhraseID, in tree: SentenceTree) -> MentionID? {
    guard !isNamed(tree[id]) else { return tree[id].mention }
    let named = tree.arcs(from: id).first { $0.relation == .apposition && tree[$0.dependent].mention != nil }
    return named.flatMap { tree[$0.dependent].mention } ?? tree[id].mention
  }
}
