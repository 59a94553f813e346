import KhabarCore

/// Pronouns of the third person that stand for a person as far as the words around them show.
///
/// Arabic has one pronoun for "he" and "it", so that most of them may stand for a thing. Read are those that a person
/// is likely behind: the subject of what somebody says (قال إنه سيسافر, "he said that *he* will travel"), an
/// independent pronoun before a verb or a title (وهو يتحدث, "while *he* speaks"), and the pronoun of a counterpart
/// (نظيره, "*his* counterpart").
extension NameReader {
  func personPronoun(at index: Int) -> Mention? {
    let token = tokens[index]
    guard token.isWord, let pronoun = writtenPronoun(index) else { return nil }
    var mention = Mention(
      tokens: TokenSpan(index, index + 1), span: pronoun.span, type: .person, kind: .pronoun, rule: "pronoun")
    mention.gender = pronoun.gender
    return mention
  }

  private func writtenPronoun(_ index: Int) -> (span: TextSpan<CleanBytes>, gender: GrammaticalGender)? {
    let token = tokens[index]
    if token.classes.contains(.pronoun) {
      let start = byteOffset(of: index, letter: Int(token.analysis.prefixLetters))
      let span = TextSpan<CleanBytes>(start, token.span.upperBound)
      guard isActing(index + 1) || isTitle(index + 1) else { return nil }
      if token.stem == Self.he { return (span, .masculine) }
      return token.stem == Self.she ? (span, .feminine) : nil
    }
    let isClause =
      !token.classes.isDisjoint(with: [.subordinator, .particle]) && token.analysis.suffixLetters > 0
      && isSaid(index) && isActing(index + 1)
    let isCounterpart = roles[index].contains(.counterpart) && !token.shape.contains(.feminineEnding)
    guard isClause || isCounterpart else { return nil }
    let key = token.key
    let (letters, gender): (Int, GrammaticalGender)
    switch (key[key.count - 2], key[key.count - 1]) {
    case (ArabicLetter.heh, ArabicLetter.alef): (letters, gender) = (2, .feminine)
    case (_, ArabicLetter.heh): (letters, gender) = (1, .masculine)
    default: return nil
    }
    let start = byteOffset(of: index, letter: key.count - letters)
    return (TextSpan(start, token.span.upperBound), gender)
  }

  /// Behind a verb of saying, with no other verb between.
  private func isSaid(_ index: Int) -> Bool {
    for before in stride(from: index - 1, through: max(sentence.lowerBound, index - 12), by: -1)
    where signals[before].contains(.verb) && !signals[before].contains(.closed) {
      if signals[before].contains(.speech) { return true }
      if signals[before].isDisjoint(with: [.name, .definite]) { return false }
    }
    return false
  }

  /// A verb that a person does, behind لم, لن, قد and the like: not يمكن "it is possible", which has no subject.
  private func isActing(_ start: Int) -> Bool {
    var index = start
    while isNextWord(index), index - start < 2,
      !tokens[index].classes.isDisjoint(with: [.negation, .particle]),
      tokens[index].classes.isDisjoint(with: .relative), tokens[index].analysis.suffixLetters == 0
    { index += 1 }
    guard isNextWord(index) else { return false }
    let token = tokens[index]
    return !token.classes.isDisjoint(with: .verb) && token.classes.isDisjoint(with: .closed)
      && !roles[index].contains(.impersonal) && !signals[index].contains(.definite)
      && !lexicon.marks(of: token.stem).role.contains(.impersonal)
  }

  /// An indefinite title: وهو رئيس الحزب.
  private func isTitle(_ index: Int) -> Bool {
    isNextWord(index) && signals[index].contains(.title) && signals[index].isDisjoint(with: [.definite, .proclitic])
  }

  private static let he = Orthography.arabic.key("هو")
  private static let she = Orthography.arabic.key("هي")
}

/// The gender of a person by what stands at the name: the title's ending, the given name.
enum PersonGender {
  static func gender(
    of mention: Mention, in document: MatchedDocument, entries: any EntryStore
  ) -> GrammaticalGender? {
    if let title = mention.titles.first {
      let first = document.tokens.partitionPoint { $0.span.upperBound <= Int(title.start) }
      guard first < document.tokens.count else { return nil }
      return document.tokens[first].shape.contains(.feminineEnding) ? .feminine : .masculine
    }
    let index = mention.tokens.lowerBound
    var position = document.lookups.partitionPoint { Int($0.tokens.start) < index }
    while position < document.lookups.count, Int(document.lookups[position].tokens.start) == index {
      let lookup = document.lookups[position]
      position += 1
      guard lookup.type == .givenName else { continue }
      switch entries.entry(lookup.entry).features["gender"] {
      case "m": return .masculine
      case "f": return .feminine
      default: continue
      }
    }
    return nil
  }
}
