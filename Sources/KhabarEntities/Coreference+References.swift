import KhabarCore

extension Coreference {
  /// Finds what duals and plurals stand for (the two sides), and which organization a definite head repeats (this
  /// committee). These mentions point to entities and are no mentions of their own.
  mutating func joinReferences() {
    for index in mentions.indices where mentions[index].entity == nil && !Deadline.isOver {
      switch mentions[index].kind {
      // الحكومتان المصرية والسعودية: two bodies whose nations stand behind them were not named before.
      case .collective where mentions[index].type == .person || mentions[index].tokens.count == 1:
        let members = members(of: index, among: .likely)
        mentions[index].members = members.isEmpty ? self.members(of: index, among: .any) : members
      case .description where mentions[index].type == .organization:
        if let cluster = organization(repeatedAt: index) { mentions[index].entity = cluster }
      default: break
      }
    }
  }

  /// Who may be meant by the sides: likely are parties that are no part of a title and, where *the two countries* are
  /// meant, countries.
  private enum Sides {
    case likely, any
  }

  /// The last parties named before: two for a dual, all of the sentence before for a plural.
  private func members(of mention: Int, among sides: Sides) -> [EntityID] {
    let isDual = mentions[mention].number != .plural
    let persons = mentions[mention].type == .person
    let states = sides == .likely && document.tokens[mentions[mention].tokens.lowerBound].nounClasses.contains(.land)
    var members: [EntityID] = []
    var oldest = Int(mentions[mention].tokens.start)
    for index in (0..<mention).reversed() {
      let other = mentions[index]
      guard let entity = other.entity, mayBeMeant(index, persons: persons, states: states, among: sides) else {
        continue
      }
      if !isDual, !members.isEmpty, oldest - Int(other.tokens.end) > 60 { break }
      if !members.contains(entity) { members.append(entity) }
      oldest = Int(other.tokens.start)
      if isDual, members.count == 2 { break }
    }
    return members.count >= 2 ? members.reversed() : []
  }

  /// Whether a mention may be one of the sides.
  private func mayBeMeant(_ index: Int, persons: Bool, states: Bool, among sides: Sides) -> Bool {
    let other = mentions[index]
    if persons { return other.type == .person || other.type == .office }
    // A party is a person or a state; a town or an organization only when there is none.
    if states { return other.type == .place && isParty(other) }
    return other.type != .nationality && isParty(other) && (sides == .any || !isInTitle(index))
  }

  /// The speaker of *parliament* so-and-so: a body in somebody's title is no party beside him.
  private func isInTitle(_ index: Int) -> Bool {
    let tokens = mentions[index].tokens
    let near = max(0, index - Self.titleReach)..<min(mentions.count, index + Self.titleReach + 1)
    return near.contains { other in
      let holder = mentions[other]
      return other != index && (holder.type == .person || holder.type == .office)
        && holder.phrase.lowerBound <= tokens.lowerBound && tokens.upperBound <= holder.phrase.upperBound
        && holder.tokens.count < holder.phrase.count + (holder.type == .office ? 1 : 0)
    }
  }

  /// Mentions on either side of one that may have it in their title.
  private static let titleReach = 4

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
