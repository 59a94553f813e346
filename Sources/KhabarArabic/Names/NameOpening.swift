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

  /// - Parameter word: the marks of the token there.
  func openings(at index: Int, _ word: WordMarks) -> NameOpening {
    let hasEntry = !lookupRange(at: index).isEmpty
    var openings: NameOpening = hasEntry ? .entry : []
    let signs = signals[index]
    guard signs.contains(.word) else { return openings }
    openings.formUnion(
      signs == word.signs ? word.openings : NameOpening(signs: signs, role: roles[index], of: tokens[index]))
    if hasEntry { openings.insert(.context) }
    // البرازيلي رونالدو: behind a nationality a foreign given name may look like another word.
    if index > 0, signals[index - 1].isSuperset(of: [.nationality, .definite]) { openings.insert(.person) }
    return openings
  }
}

extension NameOpening {
  /// What may begin at a word by what it is itself.
  ///
  /// - Parameters:
  ///   - signs: all that is known of it.
  ///   - role: what it does in the grammar of names.
  init(signs: WordSignals, role: NameLexicon.Role, of token: Token) {
    self = []
    if !signs.isDisjoint(with: [.given, .family, .title, .honorific])
      || signs.isDisjoint(with: [.closed, .verb, .ordinary, .numeral, .latin]) || !role.isDisjoint(with: .particle)
    {
      insert(.person)
    }
    if !signs.isDisjoint(with: [.organizationHead, .placeHead]) { insert(.head) }
    if !signs.isDisjoint(with: [.latin, .nationality]) || !role.isDisjoint(with: [.ministry, .foreignOrganization])
      || Self.mayBeUnknownName(signs, role, token)
    {
      insert(.context)
    }
    if !signs.isDisjoint(with: [.organizationHead, .honorific]) || !role.isDisjoint(with: .collective)
      || token.classes.contains(.personNoun)
    {
      insert(.reference)
    }
    if token.classes.contains(.pronoun) || role.contains(.counterpart)
      || token.analysis.suffixLetters > 0 && !token.classes.isDisjoint(with: [.subordinator, .particle])
    {
      insert(.pronoun)
    }
  }

  /// Whether a word may be a name that no list has: `namePart` says so of no other.
  private static func mayBeUnknownName(_ signs: WordSignals, _ role: NameLexicon.Role, _ token: Token) -> Bool {
    signs.isDisjoint(with: .noUnknownName) && role.isEmpty
      && (!signs.contains(.ordinary) || token.classes.contains(.alsoName))
  }
}
