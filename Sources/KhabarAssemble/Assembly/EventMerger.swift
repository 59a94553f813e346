import KhabarCore

/// Puts the mentions of one happening together: one event per happening and document.
///
/// Two mentions of a type are one happening when nothing speaks against it (other day, other place, other parties) and
/// something speaks for it: two shared core parties, one where the type has a single core role, or a definite trigger
/// ("the meeting") behind a mention that it can refer to.
struct EventMerger {
  let document: ResolvedDocument
  let orthography: Orthography

  /// Happenings of one type, counted back from the last, that a mention may refer to. No article tells of nearly as
  /// many; texts as long as books are read in time that grows with their length.
  static let reach = 256

  func merge(_ candidates: [EventCandidate]) -> [Event] {
    var groups: [Happening] = []
    var groupsByType: [EventTypeID: [Int]] = [:]
    for candidate in candidates where !Deadline.isOver {
      let type = candidate.rule.event.id
      let parties = candidate.core().map { PartyKey($0, document, orthography) }
      let mention = Mention(
        candidate, days: days(candidate), parties: parties, tellsPeople: tellsPeople(candidate))
      if let target = group(for: mention, among: (groupsByType[type] ?? []).suffix(Self.reach), of: groups) {
        groups[target].append(mention)
      } else if !candidate.rule.rule.refersBack || candidate.isToldByVerb, !isBareReference(candidate) {
        groupsByType[type, default: []].append(groups.count)
        groups.append(Happening(mention))
      }
    }
    let contained = Containment(document: document, orthography: orthography).settle(groups.map(\.mentions))
    return Locality(document: document).settle(contained).map(event)
  }

  /// A mention that says nothing by itself is only worth something as part of another.
  private func isBareReference(_ candidate: EventCandidate) -> Bool {
    // "The police arrested fifty persons" tells who did it.
    let isActorTold = (!candidate.isAnaphoric || candidate.support != nil) && !candidate.participants.isEmpty
    if candidate.core().isEmpty, !isActorTold, candidate.places.isEmpty,
      candidate.time == nil || candidate.isAnaphoric
    {
      return true
    }
    // "The attack on them": a definite noun that no verb carries tells of something known, or of nothing in particular.
    guard candidate.isAnaphoric, candidate.support == nil else { return false }
    let told = candidate.core().count + (candidate.places.isEmpty ? 0 : 1) + (candidate.time == nil ? 0 : 1)
    return told + candidate.tolls.count < 2
  }

  private func group(for mention: Mention, among indices: ArraySlice<Int>, of groups: [Happening]) -> Int? {
    let candidate = mention.candidate
    let own = mention.distinctParties
    var fallback: Int?
    var open: [Int] = []
    for index in indices.reversed() where mayBelong(mention, to: groups[index]) {
      open.append(index)
      if goesOn(mention, with: groups[index]) { return index }
      let theirs = groups[index].parties
      let shared = own.count { party in theirs.contains { $0.isSame(as: party) } }
      if shared > 0, shared >= min(own.count, theirs.count) { return index }
      let held = own.count { party in theirs.contains { $0.mayBeHeld(by: party) } }
      let forces = forcesInCommon(mention, groups[index])
      if shared > 0, shared + held + forces >= min(own.count, theirs.count) { return index }
      if fallback != nil { continue }
      if candidate.isAnaphoric || isOfThose(own), addsOtherRoles(candidate, to: groups[index]) { fallback = index }
      if isToldAgain(mention, in: groups[index]) { fallback = index }
      // Another, a third one: by nothing but its noun it is none that was told before.
      guard own.isEmpty, !candidate.isAnother else { continue }
      if candidate.isAnaphoric || candidate.participants.isEmpty && isThere(mention.fact, groups[index].facts) {
        fallback = index
      }
    }
    return fallback ?? retold(mention, among: open, of: groups)
  }

  /// The last happening that a mention tells again: of several the one whose doers it calls by their word.
  private func retold(_ mention: Mention, among open: [Int], of groups: [Happening]) -> Int? {
    guard let last = open.first(where: { isRetelling(mention, of: groups[$0]) }) else { return nil }
    let calls = { (index: Int) in
      mention.attackers.contains { one in groups[index].attackers.contains { $0.isCalledAlike(one) } }
    }
    guard !calls(last) else { return last }
    return open.first { calls($0) && isRetelling(mention, of: groups[$0]) } ?? last
  }

  /// Whether nothing that a mention says speaks against its being of a happening. What is another one than those told
  /// before may be told again.
  private func mayBelong(_ mention: Mention, to group: Happening) -> Bool {
    let candidate = mention.candidate
    return (!candidate.isAnother || group.isAnother)
      && candidate.manner.map { group.manners.isSubset(of: [$0]) } ?? true
      && group.facts.allSatisfy { isCompatible(candidate, mention.fact, $0) }
  }

  /// Whether what nobody is told of may have been where the others say: a march in another town is another one.
  private func isThere(_ fact: Fact, _ others: [Fact]) -> Bool {
    let isKnown = { (places: [EventPlace]) in places.contains { $0.entity != nil } }
    return !isKnown(fact.places) || others.allSatisfy { !isKnown($0.places) || agree(fact.places, $0.places) }
  }

  /// "Demonstrations began; *the demonstrators* blocked the road": who is told by a noun with the article alone was
  /// told of before.
  private func isOfThose(_ parties: [PartyKey]) -> Bool { !parties.isEmpty && parties.allSatisfy(\.refersBack) }

  /// "The organization claimed the attack", "the clashes killed two soldiers": a definite trigger brings a role that
  /// the happening has not had so far.
  private func addsOtherRoles(_ candidate: EventCandidate, to group: Happening) -> Bool {
    let roles = Set(candidate.core().map(\.role))
    return !roles.isEmpty && roles.isDisjoint(with: group.roles)
  }

  /// Stormed a house *and killed six*: one subject does both in one go, and nothing says that it was elsewhere.
  private func goesOn(_ mention: Mention, with group: Happening) -> Bool {
    let candidate = mention.candidate
    if saysHow(mention, it: group) { return true }
    guard !candidate.before.isEmpty else { return false }
    return group.mentions.contains { mention in
      mention.sentence == candidate.sentence
        && candidate.before.contains { $0 == mention.triggerToken || $0 == mention.support }
        && doesNotTurn(candidate, against: mention)
        && (candidate.places.isEmpty || mention.places.isEmpty || agree(candidate.places, mention.places))
    }
  }

  /// Whom the sentence goes on with has the role that they had: gunmen killed six *and were killed* is another thing.
  private func doesNotTurn(_ candidate: EventCandidate, against mention: EventCandidate) -> Bool {
    candidate.core().filter(\.filledBy.isGuess).allSatisfy { one in
      let key = PartyKey(one, document, orthography)
      return mention.core().allSatisfy { other in
        other.role == one.role || !PartyKey(other, document, orthography).isIdentical(to: key)
      }
    }
  }

  private func isCompatible(_ candidate: EventCandidate, _ fact: Fact, _ other: Fact) -> Bool {
    // An arrest and a release, an entry and a withdrawal are two happenings, whoever takes part in them.
    if fact.action != other.action { return false }
    if let one = fact.days, let two = other.days, areApart(one, two),
      !(areNext(one, two) && agree(fact.places, other.places))
    {
      return false
    }
    let isOver = { (status: EventStatus) in status == .occurred || status == .ongoing }
    if fact.status != other.status, !candidate.isAnaphoric, fact.isStatusCertain, other.isStatusCertain,
      isOver(fact.status) != isOver(other.status), fact.days != nil || other.days != nil
    {
      return false
    }
    if fact.places.isEmpty || other.places.isEmpty { return true }
    let traits = candidate.rule.event.traits
    // "The meeting was held in …" tells of the last one that may have been there; "he was received at the airport" may
    // tell of a spot in the town.
    if candidate.rule.rule.refersBack {
      let areKnown = [fact, other].allSatisfy { $0.places.contains(where: document.isLand) }
      return traits.contains(.continues) || !areKnown || agree(fact.places, other.places)
    }
    return candidate.isAnaphoric || !traits.contains(.placed) || agree(fact.places, other.places)
  }

  private func areApart(_ one: ClosedRange<CivilDate>, _ two: ClosedRange<CivilDate>) -> Bool {
    one.upperBound < two.lowerBound || two.upperBound < one.lowerBound
  }

  /// Two days in a row: reports written on different days say "today" and "yesterday" of one thing.
  private func areNext(_ one: ClosedRange<CivilDate>, _ two: ClosedRange<CivilDate>) -> Bool {
    one.lowerBound == one.upperBound && two.lowerBound == two.upperBound
      && (one.lowerBound + 1 == two.lowerBound || two.lowerBound + 1 == one.lowerBound)
  }

  /// Whether two lists of places may tell of one: a place of both, or a country and a place in it.
  func agree(_ left: [EventPlace], _ right: [EventPlace]) -> Bool {
    left.contains { one in right.contains { agree(one, $0) } }
  }

  private func agree(_ left: EventPlace, _ right: EventPlace) -> Bool {
    if left.name.utf8.elementsEqual(right.name.utf8) { return true }
    guard let one = left.entity, let two = right.entity else { return false }
    if one == two { return true }
    let (first, second) = (document.entities[one], document.entities[two])
    guard let country = first.country, country == second.country else { return false }
    return first.kind == "country" || second.kind == "country"
  }

  private func days(_ candidate: EventCandidate) -> ClosedRange<CivilDate>? {
    candidate.time.flatMap { document.times[$0].days }
  }

  // MARK: - The event

  private func event(_ group: [EventCandidate]) -> Event {
    // The clearest mention: the most filled one, the earliest of equals. What only adds to others is none.
    let own = group.indices.filter { !group[$0].rule.rule.refersBack }
    let clearest = (own.isEmpty ? Array(group.indices) : own).max { one, other in
      clarity(group[one], one) < clarity(group[other], other)
    }
    let best = clearest ?? 0
    let main = group[best]
    var event = Event(
      type: main.rule.event.type, trigger: main.trigger,
      evidence: document.stemSpan(of: main.tokens.lowerBound, through: main.tokens.upperBound),
      rule: main.rule.rule.name)
    event.plover = main.rule.rule.plover ?? main.rule.event.written.plover
    event.cameo = main.rule.rule.cameo ?? main.rule.event.written.cameo
    event.action = main.rule.rule.action
    event.status = main.isStatusCertain ? main.status : group.first { $0.isStatusCertain }?.status ?? main.status
    event.provenance = main.provenance
    var told = ToldParties()
    for candidate in [main] + group.indices.filter({ $0 != best }).map({ group[$0] }) {
      addParticipants(of: candidate, isMain: candidate.triggerToken == main.triggerToken, to: &told)
      for place in candidate.places {
        // The airport at which a visitor was received is in the town.
        let isSpot = candidate.rule.rule.refersBack && place.entity == nil && !event.places.isEmpty
        if !isSpot { add(place, to: &event.places) }
      }
      if event.time == nil, let time = candidate.time {
        event.time = EventTime(
          value: day(of: document.times[time]), reference: time, filledBy: candidate.timeFilledBy)
      }
      addCounts(of: candidate, to: &event)
      if candidate.status == .cancelled || candidate.status == .denied { event.status = candidate.status }
      if candidate.triggerToken != main.triggerToken {
        event.mentions.append(candidate.trigger)
        event.provenance.append("merged: \(candidate.rule.rule.name)")
      }
    }
    event.participants = told.parties.map { Participant($0, of: main.rule.event) }
    // What was hit is where it was only as long as the text does not say.
    if !event.places.allSatisfy({ $0.filledBy == .site }) { event.places.removeAll { $0.filledBy == .site } }
    event.places = fromSpecific(event.places.isEmpty ? places(ofDateline: main, event.status, told) : event.places)
    event.mentions.sort { $0.start < $1.start }
    event.confidence = Confidence.of(event, core: main.rule.event.written.core)
    return event
  }

  private func addParticipants(of candidate: EventCandidate, isMain: Bool, to told: inout ToldParties) {
    let ownStart = told.parties.count
    let taken = rolesTaken(candidate, in: told)
    for participant in candidate.participants where !isOtherName(participant, taken, candidate) {
      let key = PartyKey(participant, document, orthography)
      let isKnown = told.keys.enumerated().contains { position, other in
        if position >= ownStart, other.isSomebody, key.isSomebody { return other.isIdentical(to: key) }
        let party = told.parties[position]
        if tellsOfBoth(participant, party, candidate) { return false }
        // What one mention calls by the office another one names.
        if other.isSame(as: key) || !isMain && key.mayBeHeld(by: other) { return true }
        return !isMain && party.role == participant.role
          && (isOfSameBody(participant, party, candidate) || isSaidFuller(key, other, candidate))
      }
      if !isKnown {
        told.append(participant, key)
      } else if !isMain {
        name(participant, key, in: &told)
        tellFuller(participant, key, of: candidate, in: &told)
      }
    }
  }

  /// Puts a person in the place of the office or the counterpart by which another mention calls him.
  private func name(_ participant: Party, _ key: PartyKey, in told: inout ToldParties) {
    guard key.isPerson, !told.keys.contains(where: { $0.isSame(as: key) }),
      let index = told.keys.firstIndex(where: { !$0.isPerson && key.mayBeHeld(by: $0) }),
      told.parties[index].role == participant.role
    else { return }
    told.replace(index, participant, key)
  }

  /// Puts those of whom more is said in the place of a country or of the one word by which another mention calls them:
  /// *the Russian forces* for Russia, *Somali pirates* for pirates.
  private func tellFuller(
    _ participant: Party, _ key: PartyKey, of candidate: EventCandidate, in told: inout ToldParties
  ) {
    let index = told.keys.indices.first { index in
      told.parties[index].role == participant.role && isSaidFuller(key, told.keys[index], candidate)
    }
    guard let index, key.isFuller(than: told.keys[index]) else { return }
    told.replace(index, participant, key)
  }

  /// Whether both are one, of whom one of both says more.
  private func isSaidFuller(_ one: PartyKey, _ other: PartyKey, _ candidate: EventCandidate) -> Bool {
    candidate.rule.event.traits.contains(.continues) && (one.actsFor(other) || one.saysMoreOf(other))
  }

  /// The roles that an event has somebody for, where a mention that was put to it by its place shares nobody with it.
  /// What such a mention calls its target is another name for that: the consulate, the building of the embassy.
  private func rolesTaken(_ candidate: EventCandidate, in told: ToldParties) -> Set<RoleID> {
    guard candidate.rule.event.traits.contains(.continues), !candidate.rule.rule.adds, candidate.before.isEmpty else {
      return []
    }
    let isShared = candidate.core().contains { one in
      let key = PartyKey(one, document, orthography)
      return told.keys.contains { $0.isSame(as: key) }
    }
    return isShared ? [] : Set(told.parties.filter { $0.filledBy != .casualty }.map(\.role))
  }

  /// Whether somebody is another name for who has a role. Who was killed or hurt is told besides.
  private func isOtherName(_ participant: Party, _ taken: Set<RoleID>, _ candidate: EventCandidate) -> Bool {
    taken.contains(participant.role) && !isHurt(participant, candidate)
  }

  /// Each place once, as the mention has it that says more than that it was hit.
  private func add(_ place: EventPlace, to places: inout [EventPlace]) {
    if let known = places.firstIndex(where: { $0.name == place.name }) {
      if places[known].filledBy == .site { places[known] = place }
    } else {
      places.append(place)
    }
  }

  private func addCounts(of candidate: EventCandidate, to event: inout Event) {
    event.killed = event.killed ?? candidate.tolls[.killed]
    event.injured = event.injured ?? candidate.tolls[.injured]
    event.casualties = event.casualties ?? candidate.tolls.joint
  }

  /// The most specific place first: what is built, then towns, regions, countries; equals in their order.
  private func fromSpecific(_ places: [EventPlace]) -> [EventPlace] {
    func rank(_ place: EventPlace) -> Int {
      switch place.entity.flatMap({ document.entities[$0].kind }) {
      case "country": 3
      case "region": 2
      case "city": 1
      default: 0
      }
    }
    return places.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  /// The date of a time: events are dated by days, and refer to the time for the hour. What went on for days is dated
  /// by the first.
  private func day(of time: TimeExpression) -> String {
    if time.value.utf8.contains(UInt8(ascii: "/")), let days = time.days { return days.lowerBound.description }
    guard let mark = time.value.utf8.firstIndex(of: UInt8(ascii: "T")), let days = time.days,
      days.lowerBound == days.upperBound, mark > time.value.startIndex
    else { return time.value }
    return days.lowerBound.description
  }

  private func clarity(_ candidate: EventCandidate, _ index: Int) -> Double {
    Double(candidate.core().count) * 3 + (candidate.time == nil ? 0 : 2) + (candidate.places.isEmpty ? 0 : 1)
      - Double(index) * 0.01
  }
}

extension Participant {
  fileprivate init(_ party: Party, of event: CompiledEvent) {
    self.init(
      role: event.name(party.role), entity: party.entity, name: party.name, span: party.span, filledBy: party.filledBy)
  }
}

extension EventMerger {
  /// The parties of an event with what makes each of them the same as another.
  struct ToldParties {
    private(set) var parties: [Party] = []
    /// Of each party.
    private(set) var keys: [PartyKey] = []

    mutating func append(_ party: Party, _ key: PartyKey) {
      parties.append(party)
      keys.append(key)
    }

    mutating func replace(_ index: Int, _ party: Party, _ key: PartyKey) {
      parties[index] = party
      keys[index] = key
    }
  }

  /// What a mention says of when, where and whether: what may speak against its being another's happening.
  struct Fact: Equatable {
    var action: String?
    var days: ClosedRange<CivilDate>?
    var places: [EventPlace]
    var status: EventStatus
    var isStatusCertain: Bool

    static func == (left: Fact, right: Fact) -> Bool {
      left.action == right.action && left.days == right.days && left.status == right.status
        && left.isStatusCertain == right.isStatusCertain
        && left.places.elementsEqual(right.places) {
          $0.entity == $1.entity && $0.name.utf8.elementsEqual($1.name.utf8)
        }
    }
  }

  /// A mention with what is asked of it time and again.
  struct Mention {
    var candidate: EventCandidate
    var fact: Fact
    /// Of all core participants.
    var parties: [PartyKey]
    var distinctParties: [PartyKey] = []
    /// Of those in the first of the core roles.
    var attackers: [PartyKey]
    /// For each core role, whether those who have it are people, or something else.
    var tellsPeople: [RoleID: Set<Bool>]

    init(
      _ candidate: EventCandidate, days: ClosedRange<CivilDate>?, parties: [PartyKey],
      tellsPeople: [RoleID: Set<Bool>]
    ) {
      self.candidate = candidate
      self.tellsPeople = tellsPeople
      self.parties = parties
      for party in parties { distinctParties.appendDistinct(party) }
      let first = candidate.rule.event.core.first
      attackers = zip(candidate.core(), parties).filter { $0.0.role == first }.map(\.1)
      fact = Fact(
        action: candidate.rule.rule.action, days: days, places: candidate.places, status: candidate.status,
        isStatusCertain: candidate.isStatusCertain)
    }
  }

  /// The mentions of one happening. What they say is kept once, however often they say it.
  struct Happening {
    var mentions: [EventCandidate]
    var facts: [Fact]
    var parties: [PartyKey]
    /// Those in the first of the core roles.
    var attackers: [PartyKey]
    var roles: Set<RoleID>
    /// For each core role, whether who has it was killed or hurt, or told of otherwise.
    var tellsHurt: [RoleID: Set<Bool>]
    /// For each core role, whether those who have it are people, or something else.
    var tellsPeople: [RoleID: Set<Bool>]
    /// The trigger of a mention is definite.
    var isKnown: Bool
    /// It was told apart from what was told before it.
    let isAnother: Bool
    /// The kinds, of those that are never one happening, that its words tell of.
    private(set) var manners: Set<Int> = []

    init(_ first: Mention) {
      mentions = []
      facts = []
      parties = []
      attackers = []
      roles = []
      tellsHurt = [:]
      tellsPeople = [:]
      isKnown = false
      isAnother = first.candidate.isAnother
      append(first)
    }

    /// Whether one of those who do it is called by the same word, with more or less said of him.
    func saysMoreOf(_ party: PartyKey) -> Bool { attackers.contains { $0.saysMoreOf(party) } }

    mutating func append(_ mention: Mention) {
      mentions.append(mention.candidate)
      if !facts.contains(mention.fact) { facts.append(mention.fact) }
      for party in mention.parties { parties.appendDistinct(party) }
      for attacker in mention.attackers { attackers.appendDistinct(attacker) }
      for participant in mention.candidate.core() {
        roles.insert(participant.role)
        tellsHurt[participant.role, default: []].insert(participant.filledBy == .casualty)
      }
      tellsPeople.merge(mention.tellsPeople) { $0.union($1) }
      isKnown = isKnown || mention.candidate.isKnown
      if let manner = mention.candidate.manner { manners.insert(manner) }
    }
  }
}

extension [PartyKey] {
  /// Appends a party unless it is among them.
  mutating func appendDistinct(_ party: PartyKey) {
    if !contains(where: { $0.isSame(as: party) }) { append(party) }
  }
}
