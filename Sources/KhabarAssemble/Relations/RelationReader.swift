import KhabarCore
import KhabarSyntax

/// Says who stands in a relation to a trigger: the one argument finder for verbs, verbal nouns and what carries them.
///
/// A class: several slots, conditions and counts ask for the same, which is then found once.
final class RelationReader {
  let sentence: SentenceReading
  let predication: Predication
  let rule: CompiledRules.CompiledRule

  init(sentence: SentenceReading, predication: Predication, rule: CompiledRules.CompiledRule) {
    self.sentence = sentence
    self.predication = predication
    self.rule = rule
  }

  /// The phrases with prepositions that belong to the happening.
  private(set) lazy var obliques = Obliques(sentence: sentence, predication: predication, named: rule.introducers)
  private lazy var companionPhrases = obliques.phrases(ofPlace: false)
  private lazy var placePhrases = obliques.phrases(ofPlace: true)
  private lazy var furtherPhrases = obliques.phrases(ofPlace: false, pastLimits: true)
  /// The verbs behind the trigger, up to what ends what is said.
  private lazy var verbsBehind: [PhraseID] = {
    let phrases = tree.phrases
    var verbs: [PhraseID] = []
    var index = predication.trigger.int + 1
    while index < phrases.count, phrases[index].kind != .boundary {
      if phrases[index].kind == .verb { verbs.append(PhraseID(index)) }
      index += 1
    }
    return verbs
  }()
  /// Whom it killed or hurt.
  private(set) lazy var casualties = CasualtyReader(reader: self).casualties
  /// The verbs that tell of that.
  var killings: [PhraseID] {
    casualties.compactMap { sentence.tree.phrase(at: $0.hit.token) }
      .filter { $0 != predication.trigger && sentence.tree[$0].kind == .verb }
  }

  private var tree: SentenceTree { sentence.tree }
  private var tokens: [Token] { sentence.tokens }

  /// The noun phrases in a relation to the trigger.
  ///
  /// - Parameter part: what they are to fill. The place of a happening may also stand with the verb that a loose noun
  ///   hangs on, and some roles' fillers behind what says what it was about.
  func fillers(_ relation: CompiledRules.CompiledRelation, of part: EventPart? = nil) -> [Filler] {
    switch relation {
    case .subject: return subject
    case .object: return object
    case .adjective: return adjectives
    case .complement: return NounComplement(reader: self).fillers
    case .possessor: return owner
    case .understood: return understood
    case .casualty: return casualties.flatMap(\.victims)
    case .among: return CasualtyReader(reader: self).namedAmong(predication.trigger)
    case .doer: return doers
    case .dateline, .governor, .itself: return []
    case .after(let markers): return fillers(after: markers, of: part)
    }
  }

  private var owner: [Filler] {
    tokens[predication.token].analysis.suffixLetters > 0 ? antecedent(of: predication.trigger) : []
  }

  private func fillers(after markers: [CompiledRules.Marker], of part: EventPart?) -> [Filler] {
    let isPlace = part == .place
    let isFurther = part.map(rule.event.isBeyond) ?? false
    let phrases = isPlace ? placePhrases : isFurther ? furtherPhrases : companionPhrases
    var result: [Filler] = []
    // Of the many prepositions of place a sentence has few.
    let there = sentence.markers
    for marker in markers where there.mayHold(WordSketch.Marker(marker)) {
      add(after: marker, phrases, ofPlace: isPlace, &result)
    }
    return result
  }

  /// The words that a condition asks of a relation: the heads of those who stand in it, and all of what governs the
  /// trigger.
  func words(of relation: CompiledRules.CompiledRelation) -> [Range<Int>] {
    switch relation {
    case .governor: governors
    case .itself: itself
    default: fillers(relation).map(sentence.headWords)
    }
  }

  /// The trigger's own phrase without the adjectives of what it governs, which are told by their gender: the shelling
  /// of the *nuclear* station.
  private var itself: [Range<Int>] {
    let phrase = tree[predication.trigger].tokens.range
    let end = endOfTrigger
    let governed = (end..<max(end, phrase.upperBound)).first { !isAdjective($0) }
    guard let governed, !isFeminine(predication.token) else { return [phrase] }
    let others = (governed + 1..<phrase.upperBound).filter { isAdjective($0) && isFeminine($0) }
    var result: [Range<Int>] = []
    var start = phrase.lowerBound
    for other in others {
      if start < other { result.append(start..<other) }
      start = other + 1
    }
    return start < phrase.upperBound ? result + [start..<phrase.upperBound] : result
  }

  /// Behind the trigger's word, or its words.
  private var endOfTrigger: Int { max(predication.token + 1, predication.hit.end) }

  private func isAdjective(_ token: Int) -> Bool { tokens[token].isAdjective }

  private func isFeminine(_ token: Int) -> Bool { tokens[token].shape.contains(.feminineEnding) }

  /// The words that say what the happening is: those of its clause and of what carries it, of the clauses around them,
  /// and of its own relative clauses. What the sentence goes on to tell is none of it.
  private(set) lazy var surroundings: [Range<Int>] = {
    var isAround = Array(repeating: false, count: tree.clauses.count)
    for head in predication.heads(in: tree) {
      var clause: ClauseID? = tree.clause(of: head)
      while let here = clause, !isAround[here.int] {
        isAround[here.int] = true
        clause = tree[here].parent
      }
    }
    var isWanted = tree.clauseOf.map { isAround[$0.int] }
    // The word that opens a clause inside belongs to what governs it: he pretended *that* ….
    for clause in tree.clauses {
      if let opener = clause.opener, let parent = clause.parent, isAround[parent.int] { isWanted[opener.int] = true }
    }
    var result: [Range<Int>] = []
    for (index, phrase) in tree.phrases.enumerated() where isWanted[index] {
      let tokens = phrase.tokens.range
      if let last = result.last, last.upperBound == tokens.lowerBound {
        result[result.count - 1] = last.lowerBound..<tokens.upperBound
      } else {
        result.append(tokens)
      }
    }
    return result
  }()

  // MARK: - Subject and object

  private lazy var subject: [Filler] = {
    if predication.isVerb { return isPassiveForm ? [] : subject(of: predication.trigger) }
    for carrier in predication.carriers where carrier.link != .subject {
      let found = carrier.isVerb ? subject(of: carrier.phrase) : agent(of: carrier)
      if !found.isEmpty { return found }
    }
    return []
  }()

  private lazy var object = objects.flatMap { coordination($0, .object, from: start(ofObject: $0)) } + pronounObject

  private func subject(of verb: PhraseID) -> [Filler] {
    guard let (phrase, isSaid) = sentence.subject(of: verb), phrase != predication.trigger else {
      if isSaid(ofTrigger: verb) || rule.event.traits.contains(.told) { return [] }
      if let person = PronounResolver(sentence: sentence).person(onWhatHolds: verb) { return [person] }
      // A passive verb has no other; an active one's is whom the text is about, but for the agency that reports.
      guard objects(of: verb).isEmpty || !isPassive(verb), sentence.topic?.isReporter == false else { return [] }
      return topic(.subjectOfTextBefore)
    }
    if !isSaid, let person = PronounResolver(sentence: sentence).person(onWhatHolds: verb) { return [person] }
    let noun = AntecedentNoun(sentence: sentence).token(of: phrase, for: verb)
    return coordination(phrase, isSaid ? .subject : .subjectOfClauseBefore, from: noun)
  }

  /// A verb in a relative clause about the trigger has it for its subject, unless a pronoun takes it up: a summit *that
  /// is held* next month.
  private func isSaid(ofTrigger verb: PhraseID) -> Bool {
    let clause = tree[tree.clause(of: verb)]
    return clause.antecedent == predication.trigger && clause.head == verb
      && !tree[verb].features.intersects(sentence.grammar.takesIt)
      && !clause.phrases.contains { tree[$0].features.intersects(sentence.grammar.prepositionPronoun) }
  }

  /// The trigger's lemma is in a form that only the passive has: أدين "was convicted". The tree, which knows no rule,
  /// may take it for another verb's.
  private var isPassiveForm: Bool { predication.form?.voice == .passive }

  private func isPassive(_ verb: PhraseID) -> Bool { !tree.dependents(of: verb, .patient).isEmpty }

  /// Whose doing a verbal noun is that carries the trigger: on *the minister's* heading a meeting, on *his* heading
  /// one, else whoever the clause is about, unless that only says it.
  private func agent(of carrier: Predication.Carrier) -> [Filler] {
    if tokens[carrier.token].analysis.suffixLetters > 0 { return antecedent(of: carrier.phrase) }
    let phrase = tree[carrier.phrase]
    if carrier.phrase != predication.trigger, !tokens[carrier.token].isDefinite,
      carrier.token + 1 < phrase.tokens.upperBound
    {
      return [sentence.filler(carrier.phrase, from: carrier.token + 1, .subject)]
    }
    guard let verb = tree[tree.clause(of: carrier.phrase)].head else { return [] }
    if let blamed = blamed(by: verb) { return blamed }
    guard let (subject, _) = sentence.subject(of: verb),
      subject != carrier.phrase, !tree[verb].features.intersects(sentence.grammar.speaking)
    else { return [] }
    return coordination(subject, .subjectOfClauseAround)
  }

  /// Of whom a verb says that he did it: convicted *so-and-so* of carrying it out, accused *him* of it. Nil where it
  /// says nothing of the kind.
  private func blamed(by verb: PhraseID) -> [Filler]? {
    guard tree[verb].features.intersects(sentence.grammar.blames) else { return nil }
    if let object = objects(of: verb).first { return coordination(object, .subjectOfClauseAround) }
    guard tree[verb].features.intersects(sentence.grammar.takesIt) else { return [] }
    return PronounResolver(sentence: sentence).object(of: verb).map { [$0] } ?? []
  }

  private func start(ofObject object: PhraseID) -> Int? {
    behindAct(object) ?? AntecedentNoun(sentence: sentence).token(of: object, for: predication.trigger)
  }

  /// The rebuilding of *the embassy* that the army shelled: in a relative clause about a verbal noun and its complement
  /// the verb's object is what the complement says.
  private func behindAct(_ object: PhraseID) -> Int? {
    let phrase = tree[object]
    guard predication.isVerb, sentence.isHappening(object), phrase.head + 1 < phrase.tokens.upperBound,
      tree[tree.clause(of: predication.trigger)].antecedent == object
    else { return nil }
    return phrase.head + 1
  }

  /// Whom a verb has do it: invited *his counterpart* to visit the country. Nil where it has nobody do it.
  private func guest(of verb: PhraseID) -> [Filler]? {
    guard tree[verb].features.intersects(sentence.grammar.invites), let object = objects(of: verb).first else {
      return nil
    }
    return coordination(object, .subjectOfClauseAround)
  }

  private var objects: [PhraseID] {
    if predication.isVerb {
      let patient = isPassiveForm ? sentence.subject(of: predication.trigger).map { [$0.phrase] } ?? [] : []
      return patient + objects(of: predication.trigger)
    }
    return tree.dependents(of: predication.trigger, .object)
      + predication.carriers.filter { $0.link == .subject && $0.isVerb }.flatMap { objects(of: $0.phrase) }
      + predication.carriers.filter { !$0.isVerb && $0.phrase != predication.trigger }.flatMap {
        tree.dependents(of: $0.phrase, .object).filter { $0 != predication.trigger }
      }
  }

  /// Whom the pronoun at a verb stands for: received *him*. In a relative clause it resumes the noun, which is an
  /// object already.
  private var pronounObject: [Filler] {
    guard predication.isVerb,
      predication.form?.hasPronoun ?? false || tokens[predication.token].analysis.suffixLetters > 0,
      objects.isEmpty
    else { return [] }
    return PronounResolver(sentence: sentence).object(of: predication.trigger).map { [$0] } ?? []
  }

  /// The peoples that adjectives of the trigger name, or of a verb's subject: an *Israeli* raid, *Israeli* missiles hit
  /// the town.
  private var adjectives: [Filler] {
    guard predication.isVerb else {
      return adjectives(in: predication.trigger, predication.token, endOfTrigger)
    }
    guard let (subject, isSaid) = sentence.subject(of: predication.trigger), isSaid else { return [] }
    let noun = sentence.headWords(of: sentence.filler(subject, .subject)).upperBound
    return adjectives(in: subject, noun - 1, noun)
  }

  private func adjectives(in id: PhraseID, _ noun: Int, _ end: Int) -> [Filler] {
    let phrase = tree[id]
    let behind = end..<max(end, phrase.tokens.upperBound)
    return sentence.mentions.phrases(startingIn: behind).filter { index in
      let mention = sentence.document.mentions[index]
      return mention.type == .nationality && mention.tokens.upperBound <= phrase.tokens.upperBound
        && tokens[mention.tokens.lowerBound].isDefinite == tokens[noun].isDefinite
        && (end..<mention.tokens.lowerBound).allSatisfy { isAdjective($0) }
    }.map {
      Filler(
        phrase: id, tokens: sentence.document.mentions[$0].tokens, mention: $0, relation: .adjective)
    }
  }

  private func objects(of verb: PhraseID) -> [PhraseID] {
    sentence.objects(of: verb).filter { $0 != predication.trigger }
  }

  /// Who a relative clause of the trigger says to have made it, or to be thought to have made it: a raid *that the army
  /// carried out*, *that the movement is suspected* to have carried out.
  private var doers: [Filler] {
    guard !predication.isVerb else { return [] }
    for clause in tree.clauses {
      guard let verb = clause.head, tree[verb].features.intersects(sentence.grammar.carriesOut),
        isOwn(clause) || clause.kind == .content && clause.parent.map({ isOwn(tree[$0]) }) ?? false,
        let (subject, _) = sentence.subject(of: verb), subject != predication.trigger
      else { continue }
      return coordination(subject, .subject)
    }
    return []
  }

  /// Whether a clause is a relative one about the trigger, or about what "and" joins to it.
  private func isOwn(_ clause: Clause) -> Bool {
    guard let noun = clause.antecedent else { return false }
    return noun == predication.trigger || tree.leader(of: noun) == predication.trigger
  }

  // MARK: - What governs it

  /// The phrases that the happening is said in or hang on; of the trigger's own phrase what stands
  /// before it, or its first word, which a preposition may be written together with.
  private var governors: [Range<Int>] {
    predication.governors(in: tree, notBeyond: sentence.grammar.comment).map { id in
      let tokens = tree[id].tokens
      let end = id == predication.trigger ? max(predication.token, tokens.lowerBound + 1) : tokens.upperBound
      return tokens.lowerBound..<end
    }
  }

  // MARK: - Reference

  /// "He came to Muscat for talks", "he said after a meeting with …": whoever does the one does the other.
  private var understood: [Filler] {
    let token = tokens[predication.token]
    // "To meet" in Arabic takes the article: للاجتماع, and so does what one comes to take part in: للمشاركة في القمة.
    let isPurpose = token.analysis.proclitics.contains(.to) || isWhatOneComesTo
    // A round of *the talks* is not known before; the round is.
    let phrase = tree[predication.trigger]
    let isPart = phrase.features.intersects(sentence.grammar.partitive) && phrase.head != predication.token
    guard !tree[predication.trigger].isBare, isPurpose || isPart || !token.isDefinite,
      let verb = tree[tree.clause(of: predication.trigger)].head
    else { return [] }
    if let blamed = blamed(by: verb) { return blamed }
    if let guest = guest(of: verb) { return guest }
    guard let (subject, _) = sentence.subject(of: verb) else {
      // "And he went on, after talks with …": who speaks is whom the text is about.
      let isSaying = tree[verb].features.intersects(sentence.grammar.speaking) && sentence.topic?.isReporter == false
      return isSaying ? topic(.subjectOfTextBefore) : []
    }
    return coordination(subject, .subjectOfClauseAround)
  }

  /// Came to take part *in the summit*, to attend it: a noun behind "to", with a verbal noun, is what he came for.
  private var isWhatOneComesTo: Bool {
    let before = predication.trigger.int - 1
    guard before >= 0, tree.phrases[before].kind == .noun else { return false }
    let noun = tokens[tree.phrases[before].head]
    return noun.analysis.proclitics.contains(.to) && noun.classes.contains(.verbalNoun)
  }

  /// Whom a pronoun at a noun stands for.
  func antecedent(of noun: PhraseID) -> [Filler] {
    PronounResolver(sentence: sentence).possessor(of: noun).map { [$0] } ?? []
  }

  func topic(_ source: SlotSource) -> [Filler] {
    PronounResolver(sentence: sentence).topic(source).map { [$0] } ?? []
  }

  /// A word of honour with a pronoun stands for who the text is about: سموه "His Highness".
  func isHonorificPronoun(_ token: Int, in id: PhraseID) -> Bool {
    let isNobody = tree[id].mention.map { sentence.document.mentions[$0].entity == nil } ?? true
    return tokens[token].classes.contains(.honorific) && token + 1 == tree[id].tokens.upperBound && isNobody
  }

  // MARK: - Coordinations

  /// All members of a coordination. Places behind anything else belong to its name (the directors of Asir and Jazan),
  /// and verbal nouns are no parties.
  func coordination(_ leader: PhraseID, _ source: SlotSource, from start: Int? = nil) -> [Filler] {
    if start == nil, isHonorificPronoun(tree[leader].head, in: leader) {
      return PronounResolver(sentence: sentence).honored(at: tree[leader].head, source).map { [$0] } ?? []
    }
    if start == nil, tree[leader].features.intersects(sentence.grammar.latter) {
      return PronounResolver(sentence: sentence).latter(before: leader).map { [$0] } ?? []
    }
    if start == nil, let states = statesOfTwo(leader, source) { return states }
    let typing = sentence.typing
    let first = sentence.filler(
      leader, from: start ?? personOfHappening(leader), of: predication.tensed, source)
    let takesPlaces = typing.type(of: first) == .entity(.place)
    let isBody = typing.type(of: first) == .entity(.organization)
    let takesCountries = (isBody || isToldAsBody(first)) && !endsInPlace(leader)
    let others = tree.dependents(of: leader, .conjunct).filter { id in
      let filler = sentence.filler(id, source)
      let isPlace = typing.type(of: filler) == .entity(.place)
      if filler.mention == nil { return !isPlace && !sentence.isHappening(token: filler.tokens.lowerBound) }
      return takesPlaces || !isPlace
        || takesCountries && (isBody || id.int == leader.int + 1)
          && tree[id].features.intersects(sentence.grammar.country)
    }
    return [first] + others.map { sentence.filler($0, source) }
  }

  /// A body told by what it is: the Canadian government *and France*. Behind where it is (the ministries in Spain *and
  /// France*) a country belongs to that.
  private func isToldAsBody(_ filler: Filler) -> Bool {
    filler.mention.map { sentence.document.mentions[$0].type == .organization } ?? false
  }

  /// The bank of *Muscat and Gabon*: behind a name that ends in a place another place may belong to it, too.
  private func endsInPlace(_ id: PhraseID) -> Bool {
    let tokens = tree[id].tokens
    return sentence.mentions.phrases(startingIn: tokens.range).contains {
      let mention = sentence.document.mentions[$0]
      return mention.type == .place && mention.tokens.upperBound == tokens.upperBound
    }
  }

  /// The presidents of *Greece and Chile*, the delegations of *Fatah and Hamas*: by a dual, one of each.
  private func statesOfTwo(_ leader: PhraseID, _ source: SlotSource) -> [Filler]? {
    guard tree[leader].features.intersects(sentence.grammar.holdersOfTwo), takesStates,
      let second = tree.dependents(of: leader, .conjunct).first,
      tree[second].features.intersects(sentence.grammar.country) || isNamedBody(second)
    else { return nil }
    if let named = namesOfTwo(behind: second) {
      return ([named] + tree.dependents(of: named, .conjunct)).map { sentence.filler($0, source) }
    }
    let mentions = sentence.document.mentions
    let first = sentence.mentions.phrases(startingIn: tree[leader].tokens.range).first {
      (mentions[$0].type == .place || mentions[$0].type == .organization)
        && mentions[$0].tokens.upperBound == tree[leader].tokens.upperBound
    }
    guard let first, (mentions[first].type == .organization) == isNamedBody(second) else { return nil }
    let holder = Filler(phrase: leader, tokens: mentions[first].tokens, mention: first, relation: source)
    return [holder, sentence.filler(second, source)]
  }

  /// Whether states may take part by the rule.
  private var takesStates: Bool {
    rule.slots.contains { $0.fills != .place && ($0.types.isEmpty || $0.types.contains(.entity(.place))) }
  }

  /// The delegations of one body and of *another*.
  private func isNamedBody(_ id: PhraseID) -> Bool {
    tree[id].mention.map {
      let mention = sentence.document.mentions[$0]
      return mention.type == .organization && mention.kind != .description
    } ?? false
  }

  /// The ministers of Greece and Chile, *so-and-so and so-and-so*: the first of two names that say who they are.
  private func namesOfTwo(behind second: PhraseID) -> PhraseID? {
    let isNamed = { (id: PhraseID) in self.tree[id].features.intersects(self.sentence.grammar.namedPerson) }
    let next = tree.phrases[(second.int + 1)...].firstIndex { $0.kind != .comma }
    guard let next, next <= second.int + 2, tree.phrases[next].isBare, isNamed(PhraseID(next)),
      tree.dependents(of: PhraseID(next), .conjunct).first.map(isNamed) ?? false
    else { return nil }
    return PhraseID(next)
  }

  /// Whom a relative clause is about that follows a happening and who it was done to: the release of *the soldier*
  /// whom they hold.
  private func personOfHappening(_ id: PhraseID) -> Int? {
    guard predication.isVerb, tree[tree.clause(of: predication.trigger)].antecedent == id, sentence.isHappening(id),
      !isFeminine(tree[id].head)
    else { return nil }
    return PronounResolver(sentence: sentence).person(inside: id)?.tokens.lowerBound
  }

  // MARK: - Prepositions and phrases

  private func add(
    after marker: CompiledRules.Marker, _ phrases: [PhraseID], ofPlace: Bool, _ result: inout [Filler]
  ) {
    var isFound = false
    for id in phrases where !isOfTrigger(id) {
      // The first phrase behind a preposition belongs to the trigger, a later one to what stands between, unless it is
      // joined by "and" or the first one opens the sentence: *in Mosul* a car blew up in a mosque.
      if !ofPlace, isFound, !tree.phrases[id.int].isJoined { continue }
      let found = after(marker, id)
      // Appending nothing is not free, and most phrases stand behind another preposition.
      if found.isEmpty { continue }
      result += found
      isFound = isFound || id > predication.trigger
    }
    if verbsBehind.isEmpty { return }
    let found = companions(marker)
    if !found.isEmpty { result += found }
  }

  /// Stands inside a trigger of several words: an embargo *on arms*.
  private func isOfTrigger(_ id: PhraseID) -> Bool {
    tree[id].tokens.lowerBound > predication.token && tree[id].content < predication.hit.end
  }

  private func after(_ marker: CompiledRules.Marker, _ id: PhraseID) -> [Filler] {
    switch marker {
    case .preposition(let key):
      if tree[id].kind == .other {
        guard tree[id].marker?.key == key else { return [] }
        return PronounResolver(sentence: sentence).governed(id, by: predication).map { [$0] } ?? []
      }
      if tree[id].marker?.key == key, !beginsIntroducer(tree[id]) { return coordination(id, .after) }
      if let start = start(behind: CollectionOfOne(key), in: id) { return coordination(id, .after, from: start) }
    case .phrase(let keys):
      if let start = start(behind: keys, in: id) { return coordination(id, .after, from: start) }
    }
    return []
  }

  /// Who stands with a verb that the rule names as a word for taking part: يرافقه "accompanied by".
  private func companions(_ marker: CompiledRules.Marker) -> [Filler] {
    guard case .preposition(let key) = marker else { return [] }
    // Hardly a verb is such a word, and so that is asked first.
    for verb in verbsBehind where matches(tree[verb].head, key) && rule.isIntroducer(key) {
      let arguments = tree.arcs(from: verb).filter { [.subject, .object].contains($0.relation) && $0.dependent > verb }
      if let first = arguments.map(\.dependent).min() { return coordination(first, .after) }
    }
    return []
  }

  /// Whether a token is a word, with "and" before it or without.
  private func matches(_ token: Int, _ key: WordKey) -> Bool {
    tokens[token].key == key || tokens[token].withoutConjunction == key
  }

  /// "In the presence of", "with the participation of" are words of their own and not the preposition they begin with.
  private func beginsIntroducer(_ phrase: Phrase) -> Bool {
    phrase.tokens.count > 1 && phrase.content == phrase.tokens.lowerBound
      && rule.isIntroducer(tokens[phrase.tokens.lowerBound].key)
  }

  /// The token behind words that begin a phrase or end right before its content.
  private func start(behind keys: some Collection<WordKey>, in id: PhraseID) -> Int? {
    let phrase = tree.phrases[id.int]
    let first = phrase.tokens.lowerBound
    if first + keys.count < phrase.tokens.upperBound, stand(keys, at: first) { return first + keys.count }
    if keys.count > 1, stand(keys, at: phrase.content - keys.count) { return phrase.content }
    return nil
  }

  /// Whether words stand at a token, with "and" before the first or without.
  private func stand(_ keys: some Collection<WordKey>, at start: Int) -> Bool {
    guard let first = keys.first, start >= 0, start + keys.count <= tokens.count, matches(start, first) else {
      return false
    }
    var token = start
    for key in keys.dropFirst() {
      token += 1
      if tokens[token].key != key { return false }
    }
    return true
  }
}

extension Token {
  /// Whether it may say more of the noun before it.
  var isAdjective: Bool { !classes.isDisjoint(with: [.adjective, .relational]) }

  /// Folded spelling without the conjunction that is written together with it.
  var withoutConjunction: WordKey {
    isCoordinated ? key.dropFirst(analysis.conjunctionLetters) : key
  }
}
