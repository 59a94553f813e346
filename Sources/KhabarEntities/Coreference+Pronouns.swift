import KhabarCore

extension Coreference {
  /// Finds whom pronouns stand for, where only one person is in reach: "the minister said that *he* will travel". These
  /// mentions point to entities and are no mentions of their own.
  ///
  /// In reach is who is spoken of before the pronoun in its sentence and in the sentence before. Somebody without a
  /// name (an official, the spokesman) counts as well: then it may be he who is meant, and the pronoun stays open.
  mutating func joinPronouns() {
    for (number, sentence) in document.sentences.enumerated() where !Deadline.isOver {
      let range = sentence.tokens.range
      var index = mentions.partitionPoint { Int($0.tokens.start) < range.lowerBound }
      while index < mentions.count, mentions[index].tokens.lowerBound < range.upperBound {
        if mentions[index].kind == .pronoun {
          let reach = number == 0 ? range.lowerBound : document.sentences[number - 1].tokens.lowerBound
          if let person = onlyPerson(before: index, from: reach) { mentions[index].entity = person }
        }
        index += 1
      }
    }
  }

  private func onlyPerson(before pronoun: Int, from start: Int) -> EntityID? {
    var person: EntityID?
    for other in mentions[..<pronoun].reversed() {
      if other.tokens.lowerBound < start { break }
      // "His counterpart" is not who "his" stands for.
      if mentions[pronoun].tokens.lowerBound < other.phrase.upperBound { continue }
      guard other.type == .person || other.type == .office, other.kind != .pronoun, isOpen(other, to: mentions[pronoun])
      else { continue }
      guard let entity = other.entity, person == nil || person == entity else { return nil }
      person = entity
    }
    return person
  }

  /// Whether the gender of a person, where it is known, is that of the pronoun.
  private func isOpen(_ person: Mention, to pronoun: Mention) -> Bool {
    guard let gender = names.gender(of: person, in: document, entries: entries) else { return true }
    return gender == pronoun.gender
  }
}
