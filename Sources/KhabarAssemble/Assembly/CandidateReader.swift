import KhabarCore
import KhabarSyntax

/// Reads the events that one sentence tells.
struct CandidateReader {
  let sentence: SentenceReading

  private var compiled: CompiledRules { sentence.compiled }
  private var document: ResolvedDocument { sentence.document }

  /// What came of a rule at one of its words.
  enum Trial {
    case made([EventCandidate])
    /// A rule before it made an event of the word.
    case taken(by: CompiledRules.CompiledRule)
    case rejected(Rejection)
  }

  /// Is told of each rule with a word in the sentence.
  typealias Observer = (SentenceReading, LemmaHit, CompiledRules.CompiledRule, Trial) -> Void

  /// The events of the sentence.
  ///
  /// - Parameters:
  ///   - claims: the rules that are tried, in their order; nil for all.
  func candidates(of claims: [Claim]? = nil, observer: Observer? = nil) -> [EventCandidate] {
    var result: [EventCandidate] = []
    var taker: Claim?
    for claim in claims ?? ClaimReader(compiled: compiled, hits: sentence.hits.hits(in: sentence.extent)).all {
      if let taker, taker.hit.token == claim.hit.token {
        observer?(sentence, claim.hit, claim.rule, .taken(by: taker.rule))
        continue
      }
      do throws(Rejection) {
        let made = try candidate(claim.hit, claim.rule).apart
        result += made
        observer?(sentence, claim.hit, claim.rule, .made(made))
        taker = claim
      } catch {
        observer?(sentence, claim.hit, claim.rule, .rejected(error))
      }
    }
    return absorbed(result).filter { candidate in !result.contains { $0.tells(of: candidate) } }
  }

  /// Raids that *hit a market*: what a verb says of a noun that tells of the same kind of happening is the noun's.
  private func absorbed(_ candidates: [EventCandidate]) -> [EventCandidate] {
    var result = candidates
    for verb in candidates where verb.support == nil {
      let carries = { (noun: EventCandidate) in
        noun.rule.event.id == verb.rule.event.id && noun.triggerToken != verb.triggerToken
          && (noun.isSubject(of: verb) || isInstrument(verb.subject, of: noun))
      }
      guard result.contains(where: verb.sharesTrigger), let noun = result.firstIndex(where: carries) else { continue }
      result[noun].absorb(verb)
      if !verb.rule.rule.refersBack, !verb.core().isEmpty { result[noun].isToldByVerb = true }
      result.removeAll(where: verb.sharesTrigger)
    }
    for noun in result {
      guard
        let verb = result.firstIndex(where: { $0.saysWho(of: noun) || $0.saysBy(noun) || isDone($0, within: noun) })
      else { continue }
      result[verb].absorb(noun)
      result.removeAll(where: noun.sharesTrigger)
    }
    return result
  }

  /// Gunmen killed six *in an attack* on a post: the noun behind the verb's preposition tells of the same happening.
  private func isDone(_ verb: EventCandidate, within noun: EventCandidate) -> Bool {
    let tree = sentence.tree
    // They *went out in demonstrations*: the noun has what its own verb says.
    guard verb.rule.event.id == noun.rule.event.id, noun.support != verb.triggerToken,
      verb.rule.event.traits.contains(.continues) || tellsOnlyOfThose(verb, noun),
      verb.support == nil,
      let head = tree.phrase(at: verb.triggerToken), let phrase = tree.phrase(at: noun.triggerToken),
      tree[head].kind == .verb, let marker = tree[phrase].marker,
      compiled.within.contains(marker.key) || isDoneByThose(verb, noun)
    else { return false }
    return tree.arcs(to: phrase).contains { arc in
      arc.relation == .oblique && (arc.head == head || comesOf(head, arc.head))
    }
  }

  /// They took the town *after fighting* with others: one of those who fought does what the verb tells.
  private func isDoneByThose(_ verb: EventCandidate, _ noun: EventCandidate) -> Bool {
    guard verb.rule.event.traits.contains(.continues), let role = verb.rule.event.core.first else { return false }
    return noun.core().contains { one in
      one.role == role && verb.core().contains { $0.role == role && $0.span == one.span }
    }
  }

  /// Whether a noun tells of nobody whom its verb does not: he came to the country *on a visit*.
  private func tellsOnlyOfThose(_ verb: EventCandidate, _ noun: EventCandidate) -> Bool {
    !noun.isKnown && noun.support != verb.triggerToken && !noun.core().isEmpty
      && noun.core().allSatisfy { one in
        verb.core().contains { $0.span == one.span || $0.entity != nil && $0.entity == one.entity }
      }
  }

  /// Whether a clause says what came of all that another tells: …, *which led to the death of six*.
  private func comesOf(_ verb: PhraseID, _ result: PhraseID) -> Bool {
    let tree = sentence.tree
    let clause = tree[tree.clause(of: result)]
    return clause.kind == .relative && clause.parent == tree.clause(of: verb)
      && !(sentence.subject(of: result)?.isSaid ?? false)
  }

  /// What is done with something: an attack *by a drone* that hit a base, killed a leader *with a drone* that hit ….
  private func isInstrument(_ token: Int?, of noun: EventCandidate) -> Bool {
    let tree = sentence.tree
    guard let token, let phrase = tree.phrase(at: token), tree[phrase].marker?.isAttached ?? false,
      let trigger = tree.phrase(at: noun.triggerToken)
    else { return false }
    // Right behind the noun the tree may give it to the verb that has both: were hurt in an attack *by a drone*.
    let holders = phrase.int == trigger.int + 1 ? tree.arcs(to: trigger).map(\.head) : []
    return tree.arcs(to: phrase).contains { arc in
      arc.head == trigger && arc.relation == (tree[trigger].kind == .noun ? .attribute : .oblique)
        || arc.relation == .oblique && holders.contains(arc.head)
    }
  }

  private func candidate(
    _ hit: LemmaHit, _ rule: CompiledRules.CompiledRule
  ) throws(Rejection) -> EventCandidate {
    guard
      let predication = PredicationReader(sentence: sentence).predication(of: hit, supports: rule.supports)
    else { throw .otherWordClass }
    guard !sentence.mentions.isInsideName(hit.token) else { throw .insideName }
    let reader = RelationReader(sentence: sentence, predication: predication, rule: rule)
    let filler = SlotFiller(reader: reader)
    try checkVetoes(rule, reader)
    try checkNeeds(rule, filler, predication)
    let filled = try fillers(filler, rule, predication)
    let parties = parties(of: rule, filled, filler)
    let statusReader = StatusReader(sentence: sentence, predication: predication, event: rule.event.written)
    let time = time(of: rule, predication, parties, statusReader, killings: reader.killings)
    let findings = Findings(
      filled: filled, event: rule.event, parties: parties, isDated: time != nil,
      isCarried: !predication.carriers.isEmpty, isPast: statusReader.isUnderWay)
    for need in rule.needs {
      let found = findings.count(of: need)
      guard found >= need.count else { throw .lacks(need, found: found) }
    }
    guard let status = status(of: rule, statusReader.status(time: time.map { document.times[$0] }))
    else { throw .noHappening }
    return EventCandidate(
      rule: rule, sentence: sentence.index, trigger: document.stemSpan(of: hit.token, through: hit.end),
      triggerToken: hit.token, support: predication.carriers.first?.token,
      subject: subjectToken(predication),
      before: rule.event.traits.contains(.continues) ? verbsBefore(predication) : [],
      around: rule.event.traits.contains(.continues) ? headsAround(predication) : [],
      tokens: window(predication, filled.map(\.filler)),
      status: status.status, isStatusCertain: status.isCertain,
      participants: parties.participants, places: parties.places,
      time: time, timeFilledBy: .clause,
      tolls: CountReader(sentence: sentence).counts(of: rule, reader.casualties),
      isAnaphoric: !predication.isVerb && document.tokens[hit.token].isDefinite,
      isKnown: !predication.isVerb
        && sentence.tree[predication.trigger].features.intersects(sentence.grammar.definite),
      isAnother: isAnother(predication), manner: rule.event.manner(of: hit.lemma),
      isKilling: rule.countLemmas.contains(hit.lemma),
      isThere: sentence.opensWithWhere(predication),
      isArrival: sentence.tree[predication.trigger].features.intersects(sentence.grammar.arrives),
      isOfDays: rule.event.holdsOthers
        && TimeFinder(sentence: sentence, predication: predication, isAnnounced: false).isOfDays,
      isMeanwhile: status.status == .ongoing || isToldMeanwhile(predication),
      provenance: filled.map { "\(rule.event.name($0.part)): \($0.filler.relation)" })
  }

  /// Whether it is told apart from what was told before: *another* attack; elsewhere *gunmen attacked* a village.
  private func isAnother(_ predication: Predication) -> Bool {
    let features = sentence.tree[predication.trigger].features
    if !predication.isVerb, features.intersects(sentence.grammar.another) { return true }
    return sentence.opensAnew && (predication.isVerb || !features.intersects(sentence.grammar.definite))
  }

  /// Whether a happening is told to go on while its sentence's verb does: on *his visit*; he, who *has arrived*, met ….
  private func isToldMeanwhile(_ predication: Predication) -> Bool {
    guard predication.isVerb else { return sentence.isMeanwhile(predication.trigger) }
    let tree = sentence.tree
    return tree[tree.clause(of: predication.trigger)].kind == .relative
      && tree[predication.trigger].features.intersects(sentence.grammar.arrives)
  }

  /// The needs that can be told to fail before anything is filled. What patterns fill is not known by then.
  private func checkNeeds(
    _ rule: CompiledRules.CompiledRule, _ filler: SlotFiller, _ predication: Predication
  ) throws(Rejection) {
    for need in rule.needs where need.count > 0 {
      switch need.what {
      case .support where predication.carriers.isEmpty: throw .lacks(need, found: 0)
      case .role where !rule.hasPatterns && !(need.role.map(filler.mayFill) ?? false): throw .lacks(need, found: 0)
      default: break
      }
    }
  }

  /// What there is of what a rule may need.
  private struct Findings {
    let filled: [Filling]
    let event: CompiledEvent
    let parties: PartyCollector
    let isDated, isCarried, isPast: Bool

    func count(of need: CompiledRules.CompiledNeed) -> Int {
      switch need.what {
      case .place: parties.places.count
      case .time: isDated ? 1 : 0
      case .support: isCarried ? 1 : 0
      case .past: isPast ? 1 : 0
      case .named: filled.count { isCore($0.part) && parties.isNamed($0.filler) }
      case .role: parties.participants.count { $0.role == need.role }
      }
    }

    private func isCore(_ part: EventPart) -> Bool {
      if case .role(let role) = part { event.isCore(role) } else { false }
    }
  }

  /// Who takes part, and where it is.
  private func parties(
    of rule: CompiledRules.CompiledRule, _ filled: [Filling], _ filler: SlotFiller
  ) -> PartyCollector {
    var parties = PartyCollector(sentence: sentence)
    for filling in filled {
      var filler = filling.filler
      if filling.part == .place, isOnlyHit(filler, filled, rule.event) { filler.relation = .site }
      parties.add(filler, as: filling.part)
      if case .role(let role) = filling.part, rule.event.isSite(role), isLand(filling.filler) {
        parties.add(filling.filler, as: .place)
      }
    }
    parties.dropGroups()
    for role in rule.needs.lazy.filter({ $0.count > 1 }).compactMap(\.role)
    where parties.participants.count(where: { $0.role == role }) == 1 {
      parties.partOffices(of: filled.lazy.filter { $0.part == .role(role) }.map(\.filler), as: role)
    }
    var further = [
      filler.placesFurtherOn, filler.placesAround, filler.placesMeanwhile, filler.placesOfKillings,
      filler.placesOfReport,
    ]
    // Of talks the visit says more of where they were.
    if rule.event.traits.contains(.local) { further.insert(filler.placesWhere, at: 0) }
    // What is said need not have been said where something was done.
    if !rule.event.traits.contains(.yields) {
      further += [
        filler.placesOfWhatHolds, filler.placesOfDeedBefore, filler.placesOfCircumstance, filler.placesWhere,
      ]
    }
    further.append { filler.placesOfSite(filled) }
    for places in further where parties.places.isEmpty {
      for place in places() { parties.add(place, as: .place) }
    }
    // In the market, by the noun; *in the town*, by the verb that tells whom it killed.
    if !parties.places.isEmpty, !parties.places.contains(where: document.isLand) {
      for place in filler.placesOfKillings() + filler.placesOfDeedBefore() { parties.add(place, as: .place) }
    }
    return parties
  }

  /// Whether a place is a building that was hit, and not told to be where that was: shelled *the embassy*, a raid on
  /// *a post*. A blast *in a mosque* was there.
  private func isOnlyHit(_ filler: Filler, _ filled: [Filling], _ event: CompiledEvent) -> Bool {
    let isHit = filled.contains { other in
      if case .role(let role) = other.part, event.isSite(role) {
        return other.filler.tokens.lowerBound == filler.tokens.lowerBound
      }
      return false
    }
    guard isHit, !isLand(filler) else { return false }
    let marker = filler.phrase.flatMap { sentence.tree[sentence.tree.leader(of: $0)].marker }
    return !(marker.map { compiled.placePrepositions.contains($0.key) } ?? false)
  }

  /// A town, a country, the land of one: no building, which may be hit from outside.
  private func isLand(_ filler: Filler) -> Bool {
    switch sentence.typing.type(of: filler) {
    case .entity(.place): true
    case .location:
      sentence.tokens[filler.tokens.lowerBound].nounClasses.contains(.land)
        && sentence.mentions.hasName(in: filler.tokens, document) { $0 == .nationality }
    default: false
    }
  }

  /// When it was: by the words around it, else by the day on which those who did it said so.
  private func time(
    of rule: CompiledRules.CompiledRule, _ predication: Predication, _ parties: PartyCollector,
    _ status: StatusReader, killings: [PhraseID]
  ) -> TimeID? {
    let finder = TimeFinder(
      sentence: sentence, predication: predication,
      isAnnounced: rule.event.traits.contains(.announced) || rule.event.traits.contains(.yields))
    if let time = status.fitting(finder.time ?? finder.dayOfKillings(killings)) { return time }
    guard !rule.event.traits.contains(.yields), status.status(time: nil)?.status == .occurred else { return nil }
    if let day = finder.dayOfDeedBefore { return day }
    guard rule.event.traits.contains(.announced) else { return nil }
    return finder.dayOfAnnouncement(by: parties.participants.filter { rule.event.isCore($0.role) })
  }

  /// The status that a rule gives, else the one read. What only *goes on* by its rule may still be to come.
  private func status(
    of rule: CompiledRules.CompiledRule, _ read: StatusReader.Reading?
  ) -> StatusReader.Reading? {
    guard let own = rule.rule.status else { return read }
    if own == .ongoing, let read, read.status != .occurred, read.isCertain { return read }
    return StatusReader.Reading(status: own)
  }

  private func fillers(
    _ filler: SlotFiller, _ rule: CompiledRules.CompiledRule, _ predication: Predication
  ) throws(Rejection) -> [Filling] {
    guard rule.hasPatterns else { return filler.fill() }
    // Patterns come first: most match nothing, and then nothing need be filled.
    let matcher = PatternMatcher(sentence: sentence, trigger: predication.trigger.int)
    var furthest = 0
    guard let slots = matcher.match(rule.patterns(among: sentence.words), furthest: &furthest) else {
      throw .patternFailed(at: furthest)
    }
    return slots + filler.fill().filter { other in !slots.contains { $0.filler.tokens == other.filler.tokens } }
  }

  private func checkVetoes(_ rule: CompiledRules.CompiledRule, _ reader: RelationReader) throws(Rejection) {
    for veto in rule.vetoes {
      // Most words of vetoes stand nowhere in the sentence, or in the text: who stands in a relation may be named
      // before.
      guard veto.lemmas.intersects(veto.relation == nil ? sentence.words : sentence.hits.lemmas) else {
        if veto.isDemand { throw .demandFailed(veto) }
        continue
      }
      let around = veto.isDemand ? [sentence.extent] : reader.surroundings
      let ranges = veto.relation.map { reader.words(of: $0) } ?? around
      let found = ranges.lazy.flatMap { sentence.hits.hits(in: $0) }.first { veto.lemmas.contains($0.lemma) }
      if let found, !veto.isDemand { throw .vetoed(by: found) }
      if found == nil, veto.isDemand { throw .demandFailed(veto) }
    }
  }

  /// The noun that the subject of what tells the event is, behind its number: three *blasts* hit a station.
  private func subjectToken(_ predication: Predication) -> Int? {
    predication.tensed.flatMap { sentence.subject(of: $0) }.map {
      sentence.headWords(of: sentence.filler($0.phrase, .subject)).upperBound - 1
    }
  }

  /// The verbs that the verb goes on with: of clauses whose subject it has without saying it; of a car *that was meant
  /// for* a patrol the verb that says it blew up.
  private func verbsBefore(_ predication: Predication) -> [Int] {
    guard let verb = predication.tensed, let (subject, isSaid) = sentence.subject(of: verb) else { return [] }
    let tree = sentence.tree
    if isSaid {
      let own = tree[tree.clause(of: verb)]
      guard own.antecedent == subject, !tree[subject].features.intersects(sentence.grammar.acts) else { return [] }
      return tree.arcs(to: subject).filter { $0.relation == .subject }.map { tree[$0.head].head }
    }
    var result: [Int] = []
    var clause = tree[tree.clause(of: verb)]
    while let before = clause.joinedTo ?? (clause.kind == .circumstance ? clause.parent : nil) {
      clause = tree[before]
      if let head = clause.head { result.append(tree[head].head) }
    }
    return result
  }

  /// The head tokens of the phrases of the clause around that of a verb which says when or after what that was.
  private func headsAround(_ predication: Predication) -> [Int] {
    let tree = sentence.tree
    let own = tree[tree.clause(of: predication.trigger)]
    guard predication.isVerb, own.kind == .circumstance, own.opener != nil, let parent = own.parent else { return [] }
    return tree[parent].phrases.filter { tree[$0].kind == .noun }.map { tree[$0].head }
  }

  /// The words that prove the event: the clauses of its trigger and of what carries it, with all that fills its slots.
  private func window(_ predication: Predication, _ fillers: [Filler]) -> TokenSpan {
    let tree = sentence.tree
    let clauses = ([predication.trigger] + predication.carriers.map(\.phrase)).map { tree[tree.clause(of: $0)] }
    let ids = clauses.flatMap(\.phrases).filter { id in
      predication.isLoose ? tree.clause(of: id) == tree.clause(of: predication.trigger) : true
    }
    let phrases = trimmed(ids.sorted().map { tree[$0] })
    var start = phrases.first?.tokens.lowerBound ?? predication.token
    var end = phrases.last?.tokens.upperBound ?? predication.token + 1
    for filler in fillers where filler.phrase != nil && sentence.extent.contains(filler.tokens.lowerBound) {
      if filler.tokens.lowerBound > predication.token { end = max(end, filler.tokens.upperBound) }
    }
    start = min(start, predication.token)
    end = max(end, predication.token + 1)
    return TokenSpan(start, end)
  }

  /// Without the marks and openers at either end.
  private func trimmed(_ phrases: [Phrase]) -> ArraySlice<Phrase> {
    let isOuter = { (phrase: Phrase) in
      [.comma, .boundary, .subordinator, .relative, .coordinator].contains(phrase.kind)
    }
    var result = phrases[...]
    while let first = result.first, isOuter(first) { result.removeFirst() }
    while let last = result.last, isOuter(last) { result.removeLast() }
    return result
  }
}

extension EventCandidate {
  /// One happening for each filler of the role that the kind of event names: of two persons appointed each was
  /// appointed.
  fileprivate var apart: [EventCandidate] {
    guard let role = rule.event.each else { return [self] }
    let fillers = participants.filter { $0.role == role }
    guard fillers.count > 1 else { return [self] }
    return fillers.map { filler in
      var one = self
      one.participants.removeAll { $0.role == role }
      one.participants.insert(filler, at: 0)
      return one
    }
  }

  fileprivate func isSubject(of verb: EventCandidate) -> Bool {
    verb.subject == triggerToken && verb.triggerToken != triggerToken && verb.rule.event.id == rule.event.id
  }

  /// Whether another candidate is of the same kind at the same trigger.
  fileprivate func sharesTrigger(with other: EventCandidate) -> Bool {
    other.triggerToken == triggerToken && other.rule.event.id == rule.event.id
  }

  /// "In another attack on Monday gunmen *shelled* a patrol": the verb says who did what, the noun before it only what
  /// it was and when.
  fileprivate func saysWho(of noun: EventCandidate) -> Bool {
    noun.support == triggerToken && noun.rule.event.id == rule.event.id && noun.core().isEmpty && !core().isEmpty
  }

  /// A plane *fired* two missiles at a house: the verb tells of who did it, and its object only of what was hit.
  fileprivate func saysBy(_ noun: EventCandidate) -> Bool {
    guard noun.support == triggerToken, noun.rule.event.id == rule.event.id, let role = rule.event.core.first else {
      return false
    }
    return core().contains { $0.role == role } && !noun.core().contains { $0.role == role }
  }

  /// Takes what another mention of the same happening adds.
  fileprivate mutating func absorb(_ other: EventCandidate) {
    for participant in other.participants where !participants.contains(where: { $0.name == participant.name }) {
      participants.append(participant)
    }
    for place in other.places where !places.contains(where: { $0.name == place.name }) { places.append(place) }
    time = time ?? other.time
    tolls.fill(from: other.tolls)
    tokens = TokenSpan(
      min(tokens.lowerBound, other.tokens.lowerBound), max(tokens.upperBound, other.tokens.upperBound))
    provenance += other.provenance
  }

  /// "The bombing that hit a mosque" is told by the noun; its verb is not another happening. Nor is a noun of which its
  /// verb says all: "in bombings that hit a market". What only says with what it was done is no happening before its
  /// verb's: gunmen killed a judge *with a bomb*.
  fileprivate func tells(of other: EventCandidate) -> Bool {
    guard rule.event.id == other.rule.event.id else { return false }
    return saysWho(of: other)
      || support == other.triggerToken && rule.rule.priority >= min(0, other.rule.rule.priority)
        && (other.core().isEmpty || !core().isEmpty)
      || subject == other.triggerToken && support == nil && other.core().isEmpty
  }
}
