import KhabarCore

extension Coreference {
  /// Finds what duals and plurals stand for (the two sides), and which organization a definite head repeats (this
  /// committee). These mentions point to entities and are no mentions of their own.
  mutating func joinReferences() {
    for index in mentions.indices where mentions[index].entity == nil && !Deadline.isOver {
      switch mentions[index].kind {
      // الحكومتان المصرية والسعودية: two bodies whose nations stand behind them were not named before.
      case .collective where mentions[index].type == .person || mentions[index].tokens.count == 1:
        mentions[index].members = members(of: index)
      case .description where mentions[index].type == .organization:
        if let cluster = organization(repeatedAt: index) { mentions[index].entity = cluster }
      default: break
      }
    }
  }

  /// The last parties named before: two for a dual, all of the sentence before for a plural.
  private func members(of mention: Int) -> [EntityID] {
    let isDual = mentions[mention].number != .plural
    let persons = mentions[mention].type == .person
    var members: [EntityID] = []
    var oldest = Int(mentions[mention].tokens.start)
    for other in mentions[..<mention].reversed() {
      guard let entity = other.entity else { continue }
      guard persons ? other.type == .person || other.type == .office : other.type != .nationality else { continue }
      // A party is a person or a state; a town or an organization only when there is none.
      if !persons, !isParty(other) { continue }
      if !isDual, !members.isEmpty, oldest - Int(other.tokens.end) > 60 { break }
      if !members.contains(entity) { members.append(entity) }
      oldest = Int(other.tokens.start)
      if isDual, members.count == 2 { break }
    }
    return members.count >= 2 ? members.reversed() : []
  }

  private func isParty(_ mention: Mention) -> Bool {
    if mention.type == .place {
      // Of places only states act.
      return mention.entry.map { entries.referent($0).kind == "country" } ?? false
    }
    // An agency tells of the sides and is none.
    if mention.type == .organization, mention.entry.map({ entries.referent($0).kind == "media" }) ?? false {
      return false
    }
    return mention.type == .person || mention.type == .office || mention.type == .organization
  }

  /// Mentions that are looked back over for what a description repeats.
  private static let reach = 300

  /// The named organization that begins with the words of a definite description: اللجنة behind اللجنة العسكرية العليا.
  private func organization(repeatedAt index: Int) -> EntityID? {
    let description = mentions[index].tokens
    guard description.lowerBound < document.tokens.count, document.tokens[description.lowerBound].isDefinite else {
      return nil
    }
    for other in (max(0, index - Self.reach)..<index).reversed()
    where mentions[other].type == .organization {
      if let entity = mentions[other].entity, begins(mentions[other].tokens, with: description) { return entity }
    }
    return nil
  }

  /// A name has the words of a description and more behind them, clitics and articles apart.
  private func begins(_ name: TokenSpan, with words: TokenSpan) -> Bool {
    name.count > words.count
      && zip(name.range, words.range).allSatisfy { document.tokens[$0].stem == document.tokens[$1].stem }
  }
}
