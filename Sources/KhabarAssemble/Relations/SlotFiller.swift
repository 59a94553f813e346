import KhabarCore
import KhabarSyntax

/// Fills the slots of a rule from the relations of its trigger.
struct SlotFiller {
  let reader: RelationReader

  private var sentence: SentenceReading { reader.sentence }
  private var predication: Predication { reader.predication }
  private var rule: CompiledRules.CompiledRule { reader.rule }
  private var typing: FillerTyping { sentence.typing }

  /// Why what stands in a slot's relation does not fill it.
  enum Refusal {
    /// It fills a role already.
    case taken
    case otherType
    /// The slot names it as no filler.
    case excepted
    /// A bare number, or people of whom nothing is said.
    case saysNothing
  }

  /// What was found where a slot looks.
  struct Attempt {
    var slot: CompiledRules.CompiledSlot
    /// Index of the relation among the slot's.
    var relation: Int
    /// Nil when nothing stands there.
    var filler: Filler?
    /// Nil for what fills the slot.
    var refusal: Refusal?
  }

  /// Fillers by role, in slot order. One noun phrase fills one role, but what was hit or received someone may also be
  /// where.
  ///
  /// - Parameter note: is told of all that was found, and where nothing was.
  func fill(noting note: ((Attempt) -> Void)? = nil) -> [Filling] {
    var filled: [Filling] = []
    // Few at most, so that to look through them costs less than to hash.
    var parties: [Int] = []
    var places: [Int] = []
    for slot in slots {
      let isPlace = slot.fills == .place
      let before = filled.count
      for (number, relation) in slot.relations.enumerated() {
        // Who the clause is about is only asked for when the noun itself does not say.
        if case .understood = relation, filled.count > before { continue }
        if case .subject = relation, isBorrowed, filled.count(where: { $0.part == slot.fills }) >= 2 { continue }
        let found = reader.fillers(relation, of: slot.fills).map { isPlace ? withEnds(town(of: $0)) : $0 }
        if found.isEmpty { note?(Attempt(slot: slot, relation: number)) }
        for filler in found {
          let key = filler.tokens.lowerBound
          let refusal = refusal(of: filler, slot, isTaken: (isPlace ? places : parties).contains(key))
          note?(Attempt(slot: slot, relation: number, filler: filler, refusal: refusal))
          guard refusal == nil else { continue }
          if isPlace { places.append(key) } else { parties.append(key) }
          filled += fillings(of: slot, by: filler, isNamed: relation == .among)
        }
      }
    }
    return filled.contains { $0.isNamedAmong } ? filled.filter { !isWhole($0) } : filled
  }

  /// What fills a slot, and with a place those that it is said to belong to.
  private func fillings(of slot: CompiledRules.CompiledSlot, by filler: Filler, isNamed: Bool) -> [Filling] {
    guard slot.fills == .place else { return [Filling(part: slot.fills, filler: filler)] }
    let around = regions(around: filler).filter { typing.matches($0, slot.types) }
    return [Filling(part: .place, filler: filler, isNamedAmong: isNamed)]
      + around.map { Filling(part: .place, filler: $0) }
  }

  /// Whether a place is told of as so many, of which the text names those that count: *a number of states*, among them
  /// Libya.
  private func isWhole(_ filling: Filling) -> Bool {
    filling.part == .place && filling.filler.mention == nil && sentence.headWords(of: filling.filler).count > 1
  }

  /// Whether anything stands in a relation of a role's slots that could fill one of them. Much less work than to fill
  /// all: most rules fail here.
  func mayFill(_ role: RoleID) -> Bool {
    rule.slots.contains { slot in
      slot.fills == .role(role)
        && slot.relations.contains { relation in
          reader.fillers(relation, of: slot.fills).contains { refusal(of: $0, slot, isTaken: false) == nil }
        }
    }
  }

  /// What a place is said to belong to: in a town that belongs to the *province of Anbar*, in Zinjibar, the capital of
  /// *Abyan*.
  private func regions(around place: Filler) -> [Filler] {
    guard let phrase = place.phrase else { return [] }
    let regions = sentence.tree.dependents(of: phrase, .apposition).compactMap { land(named: $0, around: place) }
    guard phrase.int + 2 < sentence.tree.phrases.count else { return regions }
    let (belonging, region) = (PhraseID(phrase.int + 1), PhraseID(phrase.int + 2))
    guard sentence.tree[belonging].features.intersects(sentence.grammar.belonging),
      sentence.tree[region].marker?.isAttached ?? false
    else { return regions }
    return regions + [sentence.filler(region, .after)]
  }

  /// The place that an apposition to another one names, unless that is in another country.
  private func land(named apposition: PhraseID, around place: Filler) -> Filler? {
    guard let region = town(startingIn: sentence.tree[apposition].tokens.range) else { return nil }
    let entities = [place.mention, region].map { mention in
      mention.flatMap { sentence.document.mentions[$0].entity }.map { sentence.document.entities[$0] }
    }
    if let own = entities[0]?.country, let other = entities[1]?.country, own != other { return nil }
    return Filler(
      phrase: nil, tokens: sentence.document.mentions[region].phrase, mention: region, relation: .after)
  }

  /// The last place that is named in a stretch of tokens.
  private func town(startingIn tokens: Range<Int>) -> MentionID? {
    let mentions = sentence.document.mentions
    return sentence.mentions.phrases(startingIn: tokens).last {
      mentions[$0].type == .place && mentions[$0].kind != .description
    }
  }

  /// The town that its streets or its people stand for: the streets of *Mosul*.
  private func town(of filler: Filler) -> Filler {
    guard let phrase = filler.phrase, filler.mention == nil,
      sentence.tree[phrase].features.intersects(sentence.grammar.partOfTown)
    else { return filler }
    guard let town = town(startingIn: filler.tokens.range) else {
      // The streets of *the capital*.
      let last = TokenSpan(filler.tokens.upperBound - 1, filler.tokens.upperBound)
      let isReference = last.lowerBound > filler.tokens.lowerBound && sentence.places.entity(of: last) != nil
      return isReference ? Filler(phrase: nil, tokens: last, mention: nil, relation: filler.relation) : filler
    }
    return Filler(
      phrase: nil, tokens: sentence.document.mentions[town].phrase, mention: town, relation: filler.relation)
  }

  /// With the places between which a border or a road lies: the border *with Chad*, the road *between A and B*.
  private func withEnds(_ filler: Filler) -> Filler {
    let tree = sentence.tree
    guard let phrase = filler.phrase, filler.mention == nil,
      tree[phrase].features.intersects(sentence.grammar.spaceNoun)
    else { return filler }
    var end = filler.tokens.upperBound
    for place in tree.dependents(of: phrase, .attribute) where tree[place].tokens.lowerBound == end && isEnd(place) {
      end = ([place] + tree.dependents(of: place, .conjunct)).map { tree[$0].tokens.upperBound }.max() ?? end
    }
    guard end > filler.tokens.upperBound else { return filler }
    return Filler(
      phrase: phrase, tokens: TokenSpan(filler.tokens.lowerBound, end), mention: nil, relation: filler.relation)
  }

  /// With a place, between two of them: not in one, nor on a side of one.
  private func isEnd(_ id: PhraseID) -> Bool {
    guard let marker = sentence.tree[id].marker, !marker.isAttached else { return false }
    return sentence.tree[id].features.intersects(sentence.grammar.isPlace) && !isTakenAsPlace(id)
  }

  private func refusal(of filler: Filler, _ slot: CompiledRules.CompiledSlot, isTaken: Bool) -> Refusal? {
    if isTaken { return .taken }
    if !typing.matches(filler, slot.types) { return .otherType }
    if isExcepted(filler, slot) || !slot.demands.isEmpty && !begins(filler, with: slot.demands) { return .excepted }
    return saysNothing(filler) ? .saysNothing : nil
  }

  /// A number that counts nothing (14 were wounded), or people of whom nothing is said: ten persons.
  private func saysNothing(_ filler: Filler) -> Bool {
    typing.isBareNumber(filler)
      || filler.phrase.map { sentence.tree[$0].features.intersects(sentence.grammar.bareCount) } ?? false
  }

  /// A verbal noun that says nobody itself carries the trigger, and its agent is the clause's: the signing of … between
  /// A and B, the reaching of an agreement between them.
  private var isBorrowed: Bool {
    guard let carrier = predication.carriers.first, !carrier.isVerb else { return false }
    return carrier.link == .complement || carrier.token + 1 == sentence.tree[carrier.phrase].tokens.upperBound
  }

  /// Whom a verbal noun has its subject from, the clause around it, is asked last.
  private var slots: [CompiledRules.CompiledSlot] {
    guard isBorrowed else { return rule.slots }
    let takesSubject = { (slot: CompiledRules.CompiledSlot) in slot.relations.contains(.subject) }
    return rule.slots.filter { !takesSubject($0) } + rule.slots.filter(takesSubject)
  }

  private func isExcepted(_ filler: Filler, _ slot: CompiledRules.CompiledSlot) -> Bool {
    if !slot.exceptedKinds.isEmpty, let mention = filler.mention,
      let entity = sentence.document.mentions[mention].entity, let kind = sentence.document.entities[entity].kind,
      slot.exceptedKinds.contains(kind)
    {
      return true
    }
    return !slot.exceptions.isEmpty && begins(filler, with: slot.exceptions)
  }

  /// Eight *raids* begin with raids.
  private func begins(_ filler: Filler, with words: LemmaSet) -> Bool {
    [filler.tokens.lowerBound, sentence.headWords(of: filler).upperBound - 1].contains { token in
      sentence.hits[token].contains { words.contains($0.lemma) }
    }
  }

  /// A building that a relative clause about one of the arguments names, and its town: visited the wounded, who are
  /// treated in the hospital *in Baghdad*. Only for rules that take places at all from prepositions.
  func placesFurtherOn() -> [Filler] {
    guard predication.isVerb else { return [] }
    let tree = sentence.tree
    let arguments = reader.obliques
    for clause in tree.clauses where clause.antecedent.map({ arguments.reached[$0.int] }) ?? false {
      for id in clause.phrases where isTakenAsPlace(id) {
        let filler = sentence.filler(id, .relativeClause)
        let isKeptOut = rule.slots.contains { $0.fills == .place && isExcepted(filler, $0) }
        if !isKeptOut, typing.matches(filler, [.building]) {
          let behind = clause.phrases.drop { $0 <= id }.prefix { tree[$0].kind == .noun }
          return [filler] + places(among: Array(behind), .relativeClause)
        }
      }
    }
    return []
  }

  /// Where a relative clause says that the building or land is which was hit: shelled bases *that house troops in Iraq
  /// and Syria*.
  func placesOfSite(_ filled: [Filling]) -> [Filler] {
    let tree = sentence.tree
    let sites = filled.compactMap { filling -> PhraseID? in
      guard case .role(let role) = filling.part, rule.event.isSite(role),
        typing.matches(filling.filler, [.building, .location])
      else { return nil }
      return filling.filler.phrase
    }
    let clauses = tree.clauses.filter { clause in
      clause.kind == .relative && clause.antecedent.map(sites.contains) ?? false
        && !(clause.head.map(sentence.isHappening) ?? false)
    }
    return clauses.flatMap(\.phrases).filter(isTakenAsPlace).flatMap { reader.coordination($0, .relativeClause) }
      .filter { typing.matches($0, [.entity(.place)]) }
  }

  /// Where the happening was during which a relative clause tells of this one: they held *in Cairo* a meeting during
  /// which they signed ….
  func placesOfWhatHolds() -> [Filler] {
    let tree = sentence.tree
    let heads = sentence.headsOfHolder(predication)
    return places(
      among: heads.flatMap { tree.dependents(of: $0, .oblique) + tree.dependents(of: $0, .attribute) }, .relativeClause)
  }

  /// Where the subject did what it went on from: raided a house *in the town* and arrested two.
  func placesOfDeedBefore() -> [Filler] {
    guard let verb = sentence.deedBefore(predication) else { return [] }
    return places(among: sentence.tree.dependents(of: verb, .oblique), .clause)
  }

  /// Where its verb's clause goes on meanwhile: he was on his way *in the town* when gunmen attacked him.
  func placesAround() -> [Filler] {
    guard predication.isVerb, let clause = sentence.clauseAround(predication) else { return [] }
    return places(among: Array(sentence.tree[clause].phrases), .relativeClause)
  }

  /// The places named right before a clause that says what happened there: in the town of Malang, in Indonesia, *where*
  /// six were killed.
  func placesWhere() -> [Filler] {
    let tree = sentence.tree
    guard sentence.opensWithWhere(predication), let opener = tree[sentence.clause(of: predication)].opener else {
      return []
    }
    let before = (0..<opener.int).reversed().map { PhraseID($0) }.drop { tree[$0].kind == .comma }
    var result: [Filler] = []
    for id in before where tree[id].kind == .noun && !tree[id].isJoined {
      let filler = sentence.filler(id, .relativeClause)
      // Of talks what only its head calls a place may be a matter of points.
      let isRough = rule.event.traits.contains(.local) || !result.isEmpty
      guard typing.matches(filler, [.entity(.place), isRough ? .location : .building]) else { break }
      result.insert(filler, at: 0)
      // He left one town *for* another, where …: only what stands in, or near, a place says more of where that is.
      guard let marker = tree[id].marker, sentence.compiled.placePrepositions.contains(marker.key) else { break }
    }
    return result
  }

  /// Where a clause tells that somebody was when it happened: a mine blew up *when a convoy drove through the town*.
  func placesOfCircumstance() -> [Filler] {
    let tree = sentence.tree
    let own = sentence.clause(of: predication)
    let clauses = tree.clauses.filter { clause in
      clause.kind == .circumstance && clause.parent == own
        && clause.opener.map { sentence.compiled.during.contains(sentence.tokens[tree[$0].head].key) } ?? false
    }
    return places(among: clauses.flatMap(\.phrases), .relativeClause)
  }

  /// Where that was during which it happened: arrested during a demonstration *in Nairobi*.
  func placesMeanwhile() -> [Filler] {
    let tree = sentence.tree
    let happenings = predication.heads(in: tree).flatMap { tree.dependents(of: $0, .oblique) }.filter { id in
      sentence.isHappening(id) && id != predication.trigger && isDuring(id)
    }
    // During a demonstration a man was killed *in Nairobi*.
    let isMeanwhile = predication.isLoose && sentence.isMeanwhile(predication.trigger)
    let verb = isMeanwhile ? tree[tree.clause(of: predication.trigger)].head : nil
    let around = verb.map { tree.dependents(of: $0, .oblique) } ?? []
    return places(among: happenings.flatMap { tree.dependents(of: $0, .attribute) } + around, .after)
  }

  /// Whether a phrase tells during what something is.
  private func isDuring(_ id: PhraseID) -> Bool {
    sentence.tree[id].marker.map { sentence.compiled.during.contains($0.key) } ?? false
  }

  /// Where the verbs that tell whom it killed or hurt say that they were: a soldier was killed *in the town* and
  /// another one hurt in an attack.
  func placesOfKillings() -> [Filler] {
    places(among: reader.killings.flatMap { sentence.tree.dependents(of: $0, .oblique) }, .relativeClause)
  }

  /// Where the sentence says, before a verb of saying, that what it reports was: *in Kirkuk* the police announced the
  /// death of a soldier in an attack. In a capital they may only have said so.
  func placesOfReport() -> [Filler] {
    let tree = sentence.tree
    guard let saying = tree.phrases.firstIndex(where: { $0.kind == .verb }).map({ PhraseID($0) }),
      saying < predication.trigger, tree[saying].features.intersects(sentence.grammar.speaking),
      tree[tree.clause(of: saying)].parent == nil
    else { return [] }
    let ahead = tree.dependents(of: saying, .oblique).filter {
      $0 < saying && !tree[$0].features.intersects(sentence.grammar.seat)
    }
    return places(among: ahead, .clause)
  }

  /// The named places among phrases, behind a preposition with which the rule takes one.
  private func places(among phrases: [PhraseID], _ source: SlotSource) -> [Filler] {
    phrases.filter(isTakenAsPlace).map { sentence.filler($0, source) }.filter { typing.matches($0, [.entity(.place)]) }
  }

  private func isTakenAsPlace(_ id: PhraseID) -> Bool {
    guard let marker = sentence.tree[id].marker else { return false }
    return rule.slots.contains { slot in
      slot.fills == .place
        && slot.relations.contains { relation in
          guard case .after(let markers) = relation else { return false }
          return markers.contains(.preposition(marker.key))
        }
    }
  }
}
