import KhabarCore

/// Names that only their spelling tells from other words.
extension NameReader {
  /// How much a name speaks for itself that is a preposition or a pronoun as well.
  func partOfClosedWord(_ index: Int) -> NamePart {
    // آنا (Anna) against أنا (I): the name is written with alef madda.
    if signals[index].contains(.given), tokens[index].key[0] == ArabicLetter.alef, begins(index, with: .madda) {
      return .strong
    }
    // أيهم العامري against أيهم "which of them": before a family's name.
    if tokens[index].analysis.suffixLetters > 0 {
      let isBeforeSurname =
        isPlainSurname(index + 1) || isNextWord(index + 1) && namePart(index + 1, inside: true) == .strong
      return signals[index].contains(.given) && isBeforeSurname ? .ambiguous : .none
    }
    // علي against على: the preposition ends in alef maksura, unless the document writes both letters alike.
    if tokens[index].shape.contains(.looseSpelling) { return isAmongNames(index) ? .ambiguous : .none }
    return tokens[index].shape.contains(.maksuraEnding) ? .none : .ambiguous
  }

  /// عمر بن على, محمد على صالح, الرئيس السابق على صالح: where the document writes all ي as ى, or all ى as ي, a name for
  /// what stands on both sides of it.
  private func isAmongNames(_ index: Int) -> Bool {
    guard index > sentence.lowerBound, isNextWord(index) else { return false }
    let (before, role) = (signals[index - 1], roles[index - 1])
    if !role.isDisjoint(with: [.son, .kunya]) { return true }
    let isBehindName = before.contains(.given) && before.isDisjoint(with: [.common, .verb, .closed])
    let isBehindTitle = !before.isDisjoint(with: [.title, .honorific]) || !role.isDisjoint(with: [.former, .nameEnd])
    if isBehindName || isBehindTitle, isBeforeKnownName(index + 1) || isBeforeSon(index) { return true }
    // الدكتور على الغفيص: behind a title also before a word with the article that is nothing else.
    if isBehindTitle, isNextWord(index + 1), signals[index + 1].contains(.definite) {
      return namePart(index + 1, inside: true) == .weak
    }
    return before.contains(.speech) && isBeforeKnownName(index + 1)
  }

  /// وابان (and he made clear) is not the name ابان, though a text without hamzas spells both alike.
  func isOrdinaryInLooseSpelling(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.shape.contains(.looseSpelling), token.stem[0] == ArabicLetter.alef, !begins(index, with: .madda) else {
      return false
    }
    return !signals[index].isDisjoint(with: [.common, .closed]) || token.classes.contains(.verbPast)
  }
}
