import KhabarCore

/// Gives what happened inside another happening the day and the place of that one: the talks on a visit were held where
/// and when the visit was.
///
/// The event types say what they hold (`holds Meeting Agreement`). A happening belongs to one that the same sentence
/// tells, else to the last one told before it in which one of its own parties was the one that came. It takes only what
/// the text does not say of it. A visit whose day is not told takes the day of what the same sentence tells inside it.
struct Containment {
  let document: ResolvedDocument
  let orthography: Orthography

  /// The groups of mentions, one for each happening, with days and places filled in.
  func settle(_ groups: [[EventCandidate]]) -> [[EventCandidate]] {
    var result = groups
    let holders = groups.indices.filter { !groups[$0][0].rule.event.holds.isEmpty }
    for index in groups.indices {
      guard let holder = holder(of: index, in: groups, among: near(index, holders)) else { continue }
      let (inner, outer) = (groups[index], groups[holder])
      let reason = SlotSource.holder(outer[0].rule.event.name)
      let (innerTime, outerTime) = (time(of: inner), time(of: outer))
      if innerTime == nil, let time = outerTime {
        result[index][0].time = time
        result[index][0].timeFilledBy = reason
      } else if shareSentence(inner, outer), outerTime == nil, let time = innerTime {
        result[holder][0].time = time
        result[holder][0].timeFilledBy = .held(inner[0].rule.event.name)
      }
      if inner.allSatisfy(\.places.isEmpty) {
        for place in outer.flatMap(\.places) where !result[index][0].places.contains(where: { $0.name == place.name }) {
          result[index][0].places.append(EventPlace(entity: place.entity, name: place.name, filledBy: reason))
        }
      }
    }
    return result
  }

  /// The first time that a mention of a happening gives.
  private func time(of group: [EventCandidate]) -> Int? { group.lazy.compactMap(\.time).first }

  /// Of the happenings that may hold others, those told near one: as many as an article may have on either side.
  private func near(_ index: Int, _ holders: [Int]) -> ArraySlice<Int> {
    let place = holders.partitionPoint { $0 < index }
    return holders[max(0, place - EventMerger.reach)..<min(holders.count, place + EventMerger.reach)]
  }

  private func holder(of index: Int, in groups: [[EventCandidate]], among near: ArraySlice<Int>) -> Int? {
    let inner = groups[index]
    let name = inner[0].rule.event.name
    let holders = near.filter {
      groups[$0][0].rule.event.holds.contains(name) && canHold(groups[$0], inner)
    }
    if let near = holders.last(where: { shareSentence(inner, groups[$0]) && begins(groups[$0], before: inner) }) {
      return near
    }
    let parties = inner.flatMap { $0.core() }.map { PartyKey($0, document, orthography) }
    return holders.last { holder in
      guard begins(groups[holder], before: inner) else { return false }
      let visitors = groups[holder].flatMap { $0.core() }.map { PartyKey($0, document, orthography) }
      return visitors.contains { visitor in parties.contains { $0.isSame(as: visitor) } }
    }
  }

  private func shareSentence(_ one: [EventCandidate], _ other: [EventCandidate]) -> Bool {
    one.contains { mention in other.contains { $0.sentence == mention.sentence } }
  }

  private func begins(_ one: [EventCandidate], before other: [EventCandidate]) -> Bool {
    (one.map(\.triggerToken).min() ?? 0) < (other.map(\.triggerToken).max() ?? 0)
  }

  /// What has happened is not part of what is only planned; what goes on may hold both.
  private func canHold(_ outer: [EventCandidate], _ inner: [EventCandidate]) -> Bool {
    let (whole, part) = (outer[0], inner[0])
    guard whole.isStatusCertain, part.isStatusCertain, whole.status != .ongoing else { return true }
    return (whole.status == .occurred) == (part.status == .occurred || part.status == .ongoing)
  }
}
