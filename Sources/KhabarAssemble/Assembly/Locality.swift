import KhabarCore

/// Gives what is told without a place the place of what its paragraph told before of the same kind: the attack was *in
/// a town*; gunmen killed two women there.
///
/// The event types say of which kinds this holds (`local`): meetings of one paragraph are as often in two places.
struct Locality {
  let document: ResolvedDocument

  /// Sentences that a place reaches at most, which keeps the time linear in texts of one endless paragraph.
  private static let reach = 8

  /// The groups of mentions, one for each happening, with places filled in.
  func settle(_ groups: [[EventCandidate]]) -> [[EventCandidate]] {
    var placed: [EventTypeID: [EventCandidate]] = [:]
    for mention in groups.joined() where mention.rule.event.traits.contains(.local) && !mention.places.isEmpty {
      placed[mention.rule.event.id, default: []].append(mention)
    }
    for type in placed.keys { placed[type]?.sort { $0.triggerToken < $1.triggerToken } }
    return groups.map { group in
      guard group.allSatisfy(\.places.isEmpty), let first = group.first,
        let others = placed[first.rule.event.id], let before = last(of: others, before: first),
        before.status == first.status, isInParagraph(first, of: before)
      else { return group }
      var result = group
      result[0].places = before.places.map {
        EventPlace(entity: $0.entity, name: $0.name, filledBy: .sentenceBefore)
      }
      return result
    }
  }

  /// - Parameter mentions: in text order.
  private func last(of mentions: [EventCandidate], before mention: EventCandidate) -> EventCandidate? {
    let index = mentions.partitionPoint { $0.triggerToken < mention.triggerToken }
    return index > 0 ? mentions[index - 1] : nil
  }

  private func isInParagraph(_ mention: EventCandidate, of before: EventCandidate) -> Bool {
    guard mention.sentence.int - before.sentence.int <= Self.reach else { return false }
    return !document.text.bytes[before.trigger.range.upperBound..<mention.trigger.range.lowerBound]
      .contains(UInt8(ascii: "\n"))
  }
}
