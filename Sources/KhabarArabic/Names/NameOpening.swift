import KhabarCore

/// What may begin at a token, by its signs alone.
///
/// At most words of a text nothing begins. The scanners go through those where something of their kind may, and look
/// there more closely: an opening says no more than that it is worth it.
struct NameOpening: OptionSet, Sendable {
  let rawValue: UInt8
  /// A title or personal name.
  static let person = NameOpening(rawValue: 1 << 0)
  /// A name with the head of an organization or place.
  static let head = NameOpening(rawValue: 1 << 1)
  /// An entry of the lists.
  static let entry = NameOpening(rawValue: 1 << 2)
  /// A name that its surroundings show.
  static let context = NameOpening(rawValue: 1 << 3)
  /// Somebody or something that is not named.
  static let reference = NameOpening(rawValue: 1 << 4)
  /// A pronoun of the third person stands in the word.
  static let pronoun = NameOpening(rawValue: 1 << 5)
}

extension NameReader {
  /// The next token of the sentence at which something of a kind may begin.
  @inline(__always)
  func next(_ kind: NameOpening, from start: Int) -> Int? {
    var index = start
    while index < sentence.upperBound {
      if openings[index].contains(kind) { return index }
      index += 1
    }
    return nil
  }

  func openings(at index: Int) -> NameOpening {
    var openings: NameOpening = lookupRange(at: index).isEmpty ? [] : .entry
    let (signs, role, classes) = (signals[index], roles[index], tokens[index].classes)
    guard signs.contains(.word) else { return openings }
    if mayOpenPerson(index) { openings.insert(.person) }
    if !signs.isDisjoint(with: [.organizationHead, .placeHead]) { openings.insert(.head) }
    if !signs.isDisjoint(with: Self.signsOfContexts) || !role.isDisjoint(with: [.ministry, .foreignOrganization])
      || openings.contains(.entry) || mayBeUnknownName(index)
    {
      openings.insert(.context)
    }
    if !signs.isDisjoint(with: [.organizationHead, .honorific]) || !role.isDisjoint(with: .collective)
      || classes.contains(.personNoun)
    {
      openings.insert(.reference)
    }
    let hasPronoun = tokens[index].analysis.suffixLetters > 0 && !classes.isDisjoint(with: [.subordinator, .particle])
    if hasPronoun || classes.contains(.pronoun) || role.contains(.counterpart) { openings.insert(.pronoun) }
    return openings
  }

  private static let signsOfContexts: WordSignals = [.latin, .nationality]

  private func mayOpenPerson(_ index: Int) -> Bool {
    let signs = signals[index]
    return !signs.isDisjoint(with: [.given, .family, .title, .honorific])
      || signs.isDisjoint(with: [.closed, .verb, .ordinary, .numeral, .latin])
      || !roles[index].isDisjoint(with: .particle)
      // البرازيلي رونالدو: behind a nationality a foreign given name may look like another word.
      || index > 0 && signals[index - 1].isSuperset(of: [.nationality, .definite])
  }

  /// Whether a word may be a name that no list has: `namePart` says so of no other.
  private func mayBeUnknownName(_ index: Int) -> Bool {
    signals[index].isDisjoint(with: .noUnknownName) && roles[index].isEmpty
      && (!signals[index].contains(.ordinary) || tokens[index].classes.contains(.alsoName))
  }
}
