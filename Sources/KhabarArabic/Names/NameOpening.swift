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
    let hasEntry = !lookupRange(at: index).isEmpty
    var openings: NameOpening = hasEntry ? .entry : []
    let signs = signals[index]
    guard signs.contains(.word) else { return openings }
    if mayOpenPerson(index) { openings.insert(.person) }
    if !signs.isDisjoint(with: [.organizationHead, .placeHead]) { openings.insert(.head) }
    if hasEntry || mayOpenContext(index) { openings.insert(.context) }
    if mayOpenReference(index) { openings.insert(.reference) }
    if mayHavePronoun(index) { openings.insert(.pronoun) }
    return openings
  }

  private func mayOpenContext(_ index: Int) -> Bool {
    !signals[index].isDisjoint(with: [.latin, .nationality])
      || !roles[index].isDisjoint(with: [.ministry, .foreignOrganization]) || mayBeUnknownName(index)
  }

  private func mayOpenReference(_ index: Int) -> Bool {
    !signals[index].isDisjoint(with: [.organizationHead, .honorific]) || !roles[index].isDisjoint(with: .collective)
      || tokens[index].classes.contains(.personNoun)
  }

  private func mayHavePronoun(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.classes.contains(.pronoun) || roles[index].contains(.counterpart)
      || token.analysis.suffixLetters > 0 && !token.classes.isDisjoint(with: [.subordinator, .particle])
  }

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
