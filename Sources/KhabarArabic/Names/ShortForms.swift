import KhabarCore

/// The shorter forms by which a name comes back in a text.
enum ShortForms {
  /// Forms of a mention's name, the fullest first.
  static func forms(of mention: Mention, in document: MatchedDocument, lexicon: NameLexicon) -> [[WordKey]] {
    let range = mention.tokens.range
    guard range.upperBound <= document.tokens.count else { return [] }
    var words: [WordKey] = []
    words.reserveCapacity(range.count)
    for index in range where document.tokens[index].kind != .hyphen {
      let token = document.tokens[index]
      // What is written before the name is not part of its first word.
      words.append(index == range.lowerBound ? firstWord(token, mention) : token.key)
    }
    guard !words.isEmpty else { return [] }
    if mention.type == .person { return personForms(words, lexicon: lexicon) }
    if mention.type == .organization, words.count >= 3 {
      // اللجنة العسكرية العليا for اللجنة العسكرية العليا الأميركية العراقية.
      return (2...words.count).reversed().map { Array(words[..<$0]) }
    }
    return [words]
  }

  static func firstWord(_ token: Token, _ mention: Mention) -> WordKey {
    guard mention.span.start > token.span.start else { return token.key }
    // للعراق leaves عراق; وبغداد leaves بغداد.
    return token.bare == token.key ? token.key.dropFirst(1) : token.bare
  }

  static func personForms(_ words: [WordKey], lexicon: NameLexicon) -> [[WordKey]] {
    let units = self.units(of: words, lexicon: lexicon)
    guard units.count > 1, let first = units.first, let last = units.last else { return [words] }
    var forms = [words, Array(words[last])]
    if units.count > 2 {
      forms.append(Array(words[first]) + Array(words[last]))
      let middle = units[units.count - 2]
      forms.append(Array(words[middle.lowerBound...]))
      forms.append(Array(words[first.lowerBound..<middle.upperBound]))
    }
    forms.append(Array(words[first]))
    return forms
  }

  /// A name's words grouped with their particles: [أحمد] [أبو الغيط].
  static func units(of words: [WordKey], lexicon: NameLexicon) -> [Range<Int>] {
    var units: [Range<Int>] = []
    var start = 0
    for index in words.indices {
      let role = lexicon.marks(of: words[index]).role
      if !role.isDisjoint(with: .particle), index + 1 < words.count { continue }
      if role.contains(.nameEnd), let last = units.last, start == index {
        units[units.count - 1] = last.lowerBound..<(index + 1)
      } else {
        units.append(start..<(index + 1))
      }
      start = index + 1
    }
    return units
  }
}
