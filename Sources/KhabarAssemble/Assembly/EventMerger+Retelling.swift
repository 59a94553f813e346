import KhabarCore

/// What is told again of a happening: as known, by those who are known to have done it, below the headline.
extension EventMerger {
  /// What is spoken of as known is the one told before that fits: by its rule it adds to that; it says what was hit
  /// where that says who was hurt; or it was at one place, with nobody else for its attacker. Of two places in common
  /// nothing need be known.
  func isToldAgain(_ mention: Mention, in group: Happening) -> Bool {
    let candidate = mention.candidate
    guard candidate.rule.event.traits.contains(.continues) else { return false }
    if candidate.isKnown || candidate.rule.rule.refersBack, adds(candidate) { return true }
    let inCommon = group.facts.map { shared($0.places, candidate.places) }.max() ?? 0
    let isOpen = hasAttackers(of: group, mention)
    if isOpen, inCommon > 1 || inCommon > 0 && mayBeOtherSide(mention, of: group) { return true }
    if inCommon > 0, candidate.isKnown || group.isKnown, let days = mention.fact.days,
      group.facts.contains(where: { $0.days == days })
    {
      return true
    }
    guard candidate.isKnown, isOpen else { return false }
    return group.facts.contains { agree($0.places, candidate.places) } || isOtherSide(candidate, of: group)
  }

  /// Words at the beginning of a sentence among which its place opens a new item of a list of what happened where: *in
  /// the city of* Mosul.
  private static let opening = 3

  /// Whether a sentence opens with the place of what it tells, as new of it: *in Mosul* gunmen killed a judge.
  private func opensElsewhere(_ candidate: EventCandidate) -> Bool {
    guard !candidate.isKnown, candidate.sentence.int < document.sentences.count else { return false }
    let words = document.sentences[candidate.sentence].tokens.range
      .filter { $0 < candidate.triggerToken && document.tokens[$0].isWord }.prefix(Self.opening)
    guard let first = words.first, let last = words.last, document.tokens[first].classes.contains(.preposition) else {
      return false
    }
    return document.mentions(startingIn: first..<last + 1).contains { mention in
      mention.entity != nil && candidate.places.contains { $0.entity == mention.entity }
    }
  }

  /// Places that two lists name alike, countries left out.
  private func shared(_ left: [EventPlace], _ right: [EventPlace]) -> Int {
    left.count { one in
      one.entity.map { document.entities[$0].kind != "country" } ?? true
        && right.contains { $0.name.utf8.elementsEqual(one.name.utf8) }
    }
  }

  /// Whether those who are the first core role in both are some of the same, or only one of both names any.
  private func hasAttackers(of group: Happening, _ mention: Mention) -> Bool {
    let (own, theirs) = (mention.attackers, group.attackers)
    return own.isEmpty || theirs.isEmpty
      || own.contains { one in theirs.contains { $0.isSame(as: one) || $0.actsFor(one) } }
  }

  /// How many of those who do it act for a country that is said to, or are the country for which others act.
  func forcesInCommon(_ mention: Mention, _ group: Happening) -> Int {
    guard mention.candidate.rule.event.traits.contains(.continues) else { return 0 }
    return mention.attackers.count { one in
      group.attackers.contains { $0.actsFor(one) } && !group.parties.contains { $0.isSame(as: one) }
    }
  }

  /// Some whom a fight killed, and the side that they fought on: *22 of the rebels* were killed in clashes with *the
  /// rebels*.
  func tellsOfBoth(_ one: Party, _ other: Party, _ candidate: EventCandidate) -> Bool {
    candidate.rule.event.traits.contains(.continues) && one.role != other.role
      && (one.filledBy == .casualty || other.filledBy == .casualty) && one.span != other.span
      && (one.entity == nil || one.entity != other.entity)
  }

  /// Whether one of both tells only who was killed or hurt, and the other only what was hit.
  private func isOtherSide(_ candidate: EventCandidate, of group: Happening) -> Bool {
    guard let role = candidate.rule.event.core.last else { return false }
    let own = candidate.core().filter { $0.role == role }.map { $0.filledBy == .casualty }
    guard let isHurt = own.first, own.allSatisfy({ $0 == isHurt }) else { return false }
    return group.tellsHurt[role] == [!isHurt]
  }

  /// Whether what is told as new says what was hit where the other says who was hurt: not of a judge who was murdered,
  /// and not in a list of what happened where.
  private func mayBeOtherSide(_ mention: Mention, of group: Happening) -> Bool {
    guard isOtherSide(mention.candidate, of: group), let role = mention.candidate.rule.event.core.last else {
      return false
    }
    let people = mention.tellsPeople[role, default: []].union(group.tellsPeople[role, default: []])
    return people != [true] && !opensElsewhere(mention.candidate)
  }

  /// For each core role, whether those who have it are people, or something else.
  func tellsPeople(_ candidate: EventCandidate) -> [RoleID: Set<Bool>] {
    candidate.core().reduce(into: [:]) { result, one in
      let isPerson = one.entity.map { document.entities[$0].type == .person } ?? isPeople(one)
      result[one.role, default: []].insert(isPerson)
    }
  }

  /// "The attack killed six soldiers", "the movement claimed the attack": by its rule it adds to whatever was told, and
  /// itself says of nobody else that they were attacked.
  private func adds(_ candidate: EventCandidate) -> Bool {
    let told = candidate.core()
    return candidate.rule.rule.adds && !told.isEmpty
      && told.allSatisfy { [.casualty, .pattern, .subject].contains($0.filledBy) || $0.filledBy.isGuess }
  }

  /// Sentences behind the last one that told of a happening in which a word may refer to it without saying where.
  private static let near = 3

  /// Whether a mention tells again of what a heading told, or refers to what was told shortly before: *the raid* hit
  /// gunmen, *the attackers* killed two. It may say more of whom it hit, but not of another place.
  func isRetelling(_ mention: Mention, of group: Happening) -> Bool {
    let candidate = mention.candidate
    guard candidate.rule.event.traits.contains(.continues), let last = group.mentions.last?.sentence,
      !hasOtherSite(mention, group), mayBeThere(candidate, group)
    else { return false }
    let isBelowHeading = group.mentions.allSatisfy { isInHeading($0) } && !isInHeading(candidate)
    if isBelowHeading, isOpen(group, mention) || mention.attackers.contains(where: group.saysMoreOf) { return true }
    guard isOpen(group, mention), candidate.sentence.int - last.int <= Self.near else { return false }
    if isByThose(candidate) || isOnThose(candidate, of: group) { return true }
    return candidate.isAnaphoric && isNamedAlike(candidate, group)
      && (sites(of: candidate).isEmpty || !group.mentions.flatMap { sites(of: $0) }.isEmpty)
  }

  /// Letters that words of one root and kind begin with alike: قصف, قصفت; غارة, غارات.
  private static let root = 3

  /// Whether a word for the happening is one of those that told of it, but for its ending.
  private func isNamedAlike(_ candidate: EventCandidate, _ group: Happening) -> Bool {
    let beginning = { (mention: EventCandidate) in
      let stem = self.document.tokens[mention.triggerToken].stem
      return stem.dropLast(max(0, stem.count - Self.root))
    }
    return group.mentions.contains { beginning($0) == beginning(candidate) }
  }

  /// Whether a clause says how, or when, what its sentence tells by a noun came about: an attack took place *when
  /// gunmen stormed* a hotel.
  func saysHow(_ mention: Mention, it group: Happening) -> Bool {
    let candidate = mention.candidate
    guard !candidate.around.isEmpty else { return false }
    return isOpen(group, mention) && mayBeThere(candidate, group)
      && group.mentions.contains { $0.sentence == candidate.sentence && candidate.around.contains($0.triggerToken) }
  }

  /// Whether those who did it may be the same: both name one, or one of both nobody or *the attackers*.
  private func isOpen(_ group: Happening, _ mention: Mention) -> Bool {
    hasAttackers(of: group, mention) || isByThose(mention.candidate) && !group.attackers.contains(where: \.isPerson)
  }

  private func mayBeThere(_ candidate: EventCandidate, _ group: Happening) -> Bool {
    let known = candidate.core().filter { isKnownSite($0) }.map(\.name)
    let places = candidate.places.filter { $0.entity != nil || !known.contains($0.name) }
    return places.isEmpty
      || group.facts.allSatisfy { fact in
        fact.places.isEmpty || agree(fact.places, places)
          || fact.places.contains { one in places.contains { mayLieIn(one, $0) } }
      }
  }

  /// A province, and a town of its country.
  private func mayLieIn(_ one: EventPlace, _ other: EventPlace) -> Bool {
    let places = [one, other].compactMap(\.entity).map { document.entities[$0] }
    return places.count == 2 && places[0].country != nil && places[0].country == places[1].country
      && Set(places.map(\.kind)) == ["region", "city"]
  }

  private func isInHeading(_ candidate: EventCandidate) -> Bool {
    candidate.sentence.int < document.sentences.count && document.sentences[candidate.sentence].isHeading
  }

  /// *The attackers*, *the gunman*: all who did it are people whom a noun with the article tells of as known.
  private func isByThose(_ candidate: EventCandidate) -> Bool {
    let doers = candidate.core().filter { $0.role == candidate.rule.event.core.first }
    return !doers.isEmpty && doers.allSatisfy { PartyKey($0, document, orthography).refersBack && isPeople($0) }
  }

  /// Gunmen carried off *the tourists*: all whom it hit are people whom a noun with the article tells of as known, and
  /// people were hit before.
  private func isOnThose(_ candidate: EventCandidate, of group: Happening) -> Bool {
    let role = candidate.rule.event.core.last
    let hit = candidate.core().filter { $0.role == role }
    return !hit.isEmpty
      && hit.allSatisfy { PartyKey($0, document, orthography).refersBack && isPeople($0) }
      && group.mentions.contains { before in before.core().contains { $0.role == role && isPeople($0) } }
  }

  /// Whether somebody is one whom the happening killed or hurt: the attackers *killed two workers*.
  func isHurt(_ participant: Party, _ candidate: EventCandidate) -> Bool {
    participant.filledBy == .casualty
      || candidate.isKilling && participant.role == candidate.rule.event.core.last
        && (participant.entity.map { document.entities[$0].type == .person } ?? isPeople(participant))
  }

  private func isPeople(_ participant: Party) -> Bool {
    guard let head = tokens(of: participant).first.map({ document.tokens[$0] }) else { return false }
    if let first = head.nounClasses.first { return first == .people }
    return head.classes.isDisjoint(with: [.organizationHead, .placeHead])
      && !head.classes.isDisjoint(with: [.personNoun, .titleHead, .participle])
  }

  /// Whether both say what was hit, by bodies, buildings, vehicles or places that have no word in common.
  private func hasOtherSite(_ mention: Mention, _ group: Happening) -> Bool {
    let own = sites(of: mention.candidate, isKnown: false)
    let others = group.mentions.flatMap { sites(of: $0) }
    return !own.isEmpty && !others.isEmpty
      && !own.contains { one in others.contains { !one.isDisjoint(with: $0) } }
  }

  /// The words of the bodies, buildings, vehicles and places that were hit.
  ///
  /// - Parameter isKnown: also those that a noun with the article tells of as known: *the building*, its gate.
  private func sites(of candidate: EventCandidate, isKnown: Bool = true) -> [Set<WordKey>] {
    candidate.core().filter { one in
      guard one.role == candidate.rule.event.core.last, !isHurt(one, candidate), isKnown || !isKnownSite(one) else {
        return false
      }
      if let entity = one.entity { return [.place, .organization].contains(document.entities[entity].type) }
      guard let head = tokens(of: one).first.map({ document.tokens[$0] }) else { return false }
      return head.classes.contains(.placeHead) || head.nounClasses.first == .vehicle
    }.map { one in Set(tokens(of: one).map { document.tokens[$0].stem }) }
  }

  /// *The house*, the gate of *the building*: what it is of is told before.
  private func isKnownSite(_ participant: Party) -> Bool {
    guard participant.entity == nil, let last = tokens(of: participant).prefix(2).last else { return false }
    let word = document.tokens[last]
    return word.isDefinite && (tokens(of: participant).count == 1 || word.nounClasses.first == .building)
  }

  /// Whether two who have one role are a body and some of its people, or people of one body: *gunmen of the movement*,
  /// the movement.
  func isOfSameBody(_ one: Party, _ other: Party, _ candidate: EventCandidate) -> Bool {
    guard candidate.rule.event.traits.contains(.continues) else { return false }
    let (own, others) = (bodies(of: one), bodies(of: other))
    if let entity = one.entity { return others.contains(entity) }
    if let entity = other.entity { return own.contains(entity) }
    return !own.isDisjoint(with: others)
  }

  /// The bodies that a description of people names: gunmen of *the movement*.
  private func bodies(of participant: Party) -> Set<EntityID> {
    guard participant.entity == nil, isPeople(participant) else { return [] }
    let named = document.mentions(startingIn: tokens(of: participant))
    return Set(named.filter { $0.type == .organization && $0.kind != .description }.compactMap(\.entity))
  }

  /// Those of a participant's words that say who it is.
  private func tokens(of participant: Party) -> Range<Int> {
    let all = PartyKey.tokens(of: participant, document)
    let named = all.first { !document.tokens[$0].onlyCounts } ?? all.lowerBound
    return named..<all.upperBound
  }
}
