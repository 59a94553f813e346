import KhabarCore

/// Gives what happened inside another happening the day and the place of that one: the talks on a visit were held where
/// and when the visit was.
///
/// The event types say what they hold (`holds Meeting Agreement`). A happening belongs to one that the same sentence
/// tells, else to the last one told before it in which one of its own parties was the one that came. It takes only what
/// the text does not say of it. A visit whose day is not told takes the day of what the same sentence tells inside it;
/// what is `local`, such as a protest, neither takes one nor gives one to another sentence.
struct Containment {
  let document: ResolvedDocument
  let orthography: Orthography

  /// The groups of mentions, one for each happening, with days and places filled in.
  func settle(_ groups: [[EventCandidate]]) -> [[EventCandidate]] {
    var result = groups
    let told = groups.map { Told($0, document, orthography) }
    let holders = groups.indices.filter { groups[$0][0].rule.event.holdsOthers }
    for index in groups.indices where !Deadline.isOver {
      guard let holder = holder(of: index, in: groups, told, among: near(index, holders)) else { continue }
      let (inner, outer) = (groups[index], groups[holder])
      let reason = SlotSource.holder(outer[0].rule.event.type)
      let (innerTime, outerTime) = (time(of: inner), time(of: outer))
      let isInOneSentence = !told[index].sentences.isDisjoint(with: told[holder].sentences)
      // "Who is visiting the country now": it may go on for days. So do protests.
      let goesOn = outer[0].status == .ongoing
      let isAhead = inner[0].status == .planned && outer[0].status == .occurred && inner[0].isStatusCertain
      let isOnSomeDay =
        inner[0].status == .planned && outer[0].status == .planned && outer.contains(where: \.isOfDays)
      let givesDay =
        !isAhead && !isOnSomeDay
        && (goesOn
          ? told[holder].first < told[index].first : isInOneSentence || !outer[0].rule.event.traits.contains(.local))
      if innerTime == nil, let time = outerTime, givesDay {
        result[index][0].time = time
        result[index][0].timeFilledBy = reason
      } else if isInOneSentence, outerTime == nil, !goesOn, !isAhead, !outer[0].rule.event.traits.contains(.local),
        let time = innerTime
      {
        result[holder][0].time = time
        result[holder][0].timeFilledBy = .held(inner[0].rule.event.type)
      }
      let further = places(of: outer, besides: inner)
      for place in further where !result[index][0].places.contains(where: { $0.name == place.name }) {
        result[index][0].places.append(EventPlace(entity: place.entity, name: place.name, filledBy: reason))
      }
    }
    return result
  }

  /// The places of what holds a happening that are its own: all where it has none, or was *where* that was; else the
  /// town of a building in which it was, such as the palace of the town that somebody came to.
  private func places(of outer: [EventCandidate], besides inner: [EventCandidate]) -> [EventPlace] {
    let (own, others) = (inner.flatMap(\.places), outer.flatMap(\.places))
    let isThere = inner.contains { one in one.isThere && outer.contains { $0.sentence == one.sentence } }
    if own.isEmpty || isThere && own.allSatisfy({ one in others.contains { $0.name == one.name } }) { return others }
    return own.contains(where: document.isLand) ? [] : others.filter(document.isLand)
  }

  /// What is asked of a happening time and again, for all its mentions.
  private struct Told {
    let sentences: Set<SentenceID>
    /// Tokens of the first and the last trigger.
    let first: Int
    let last: Int
    private(set) var parties: [PartyKey] = []

    init(_ group: [EventCandidate], _ document: ResolvedDocument, _ orthography: Orthography) {
      sentences = Set(group.map(\.sentence))
      first = group.map(\.triggerToken).min() ?? 0
      last = group.map(\.triggerToken).max() ?? 0
      for party in group.flatMap({ $0.core() }) { parties.appendDistinct(PartyKey(party, document, orthography)) }
    }
  }

  /// The first time that a mention of a happening gives.
  private func time(of group: [EventCandidate]) -> TimeID? { group.lazy.compactMap(\.time).first }

  /// Of the happenings that may hold others, those told near one: as many as an article may have on either side.
  private func near(_ index: Int, _ holders: [Int]) -> ArraySlice<Int> {
    let place = holders.partitionPoint { $0 < index }
    return holders[max(0, place - EventMerger.reach)..<min(holders.count, place + EventMerger.reach)]
  }

  private func holder(
    of index: Int, in groups: [[EventCandidate]], _ told: [Told], among near: ArraySlice<Int>
  ) -> Int? {
    let inner = groups[index][0]
    let holders = near.filter {
      let outer = groups[$0][0]
      return outer.rule.event.holds(inner.rule.event)
        && (told[$0].first < told[index].last || isToldBehind(groups[$0], told[$0], inner, told[index]))
        && canHold(outer, inner)
    }
    if let near = holders.last(where: { !told[index].sentences.isDisjoint(with: told[$0].sentences) }) { return near }
    return holders.last { holder in
      told[holder].parties.contains { visitor in told[index].parties.contains { $0.isSame(as: visitor) } }
    }
  }

  /// Whether what holds a happening is told behind it in its sentence, as going on meanwhile: he met the minister *on
  /// his arrival in Baghdad*; he received the minister, *who is visiting the country*.
  private func isToldBehind(
    _ outer: [EventCandidate], _ whole: Told, _ inner: EventCandidate, _ part: Told
  ) -> Bool {
    outer.contains { one in
      // Who has come meets others there; what is signed with him may have been signed elsewhere.
      let isThere = one.isMeanwhile && (!one.isArrival || inner.rule.event.traits.contains(.hosted))
      return isThere && part.sentences.contains(one.sentence)
    }
      && whole.parties.contains { one in part.parties.contains { $0.isSame(as: one) } }
  }

  /// Days behind his arrival that somebody may still be where he came to.
  private static let stay = 2

  /// Whether what is ahead of somebody who has come may well be where he is: it has no day, or one shortly behind that.
  private func isSoon(_ part: EventCandidate, behind arrival: EventCandidate) -> Bool {
    guard let ahead = part.time.flatMap({ document.times[$0].days }) else { return true }
    guard let day = arrival.time.flatMap({ document.times[$0].days }) else { return arrival.sentence == part.sentence }
    return day.upperBound <= ahead.upperBound && ahead.lowerBound <= day.upperBound + Self.stay
  }

  /// What has happened is not part of what is only planned; what goes on may hold both, and where somebody came there
  /// may be more to come.
  private func canHold(_ whole: EventCandidate, _ part: EventCandidate) -> Bool {
    if part.isThere, whole.sentence == part.sentence { return true }
    if whole.isArrival, whole.status == .occurred, part.status == .planned { return isSoon(part, behind: whole) }
    guard whole.isStatusCertain, part.isStatusCertain, whole.status != .ongoing else { return true }
    return (whole.status == .occurred) == (part.status == .occurred || part.status == .ongoing)
  }
}
