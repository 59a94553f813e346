import KhabarCore

/// Surnames that no list has, by what stands around them.
extension NameReader {
  /// سالم, مايكل: a given name that no other word has the letters of, or one that is an ordinary word as well behind
  /// such a name: محمد مجدي.
  func isPlainGiven(_ index: Int) -> Bool {
    guard index >= sentence.lowerBound else { return false }
    // عطاء الله, نور الدين.
    if roles[index].contains(.nameEnd), isNextWord(index), !signals[index - 1].contains(.closed) { return true }
    guard signals[index].contains(.given),
      signals[index].isDisjoint(with: [.common, .verb, .closed, .definite])
    else { return false }
    return signals[index].isDisjoint(with: .ordinary) || signals[index].contains(.freeName)
      || signals[index].isDisjoint(with: .proclitic) && isNextWord(index) && isPlainGiven(index - 1)
  }

  /// محمد يزبك, خالد عويضة: right behind a plain given name, and neither a noun with what is written before and behind
  /// it (بمدائحه, "with his praises") nor the plural of a participle (مبتهلين, praying).
  func isUnknownBehindGiven(_ index: Int) -> Bool {
    guard isPlainGiven(index - 1), signals[index].isDisjoint(with: [.definite, .common, .pronoun]) else { return false }
    let word = tokens[index].key
    if word[0] == ArabicLetter.meem, word.hasSuffix(Self.dual) { return false }
    if isBeforeJoinedWord(index) { return false }
    if signals[index].contains(.ordinary) {
      return partBehindGiven(index) > .none && !Self.prepositionLetters.contains(word[0])
    }
    return !Self.prepositionLetters.contains(word[0]) || word[word.count - 1] != ArabicLetter.heh
      || tokens[index].shape.contains(.feminineEnding)
  }

  private static let prepositionLetters = [ArabicLetter.beh, ArabicLetter.lam, ArabicLetter.kaf, ArabicLetter.feh]

  /// How much an indefinite word that no list has as a name speaks for the surname right behind a plain given name.
  func partBehindGiven(_ index: Int) -> NamePart {
    guard isPlainGiven(index - 1), isNextWord(index), roles[index].isDisjoint(with: Self.noRoleOfSurname),
      !isDate(index),
      signals[index].isDisjoint(with: Self.noWordForSurname),
      tokens[index].classes.isDisjoint(with: [.adverb, .quantifier, .calendar, .preposition])
    else { return .none }
    if isFramedSurname(index) { return .ambiguous }
    guard signals[index].isDisjoint(with: [.verb, .title, .organizationHead, .placeHead, .nationality]),
      !looksLikeVerb(index)
    else { return .none }
    if signals[index].contains(.pronoun) { return isSurnameLikePronoun(index) ? .weak : .none }
    if signals[index].contains(.common) {
      return isRelationalSurname(index) && endsNounPhrase(behind: index) ? .weak : .none
    }
    return !signals[index].contains(.adjective) && !isInflectedAsNoun(index) && endsNounPhrase(behind: index)
      ? .weak : .none
  }

  private static let noRoleOfSurname: NameLexicon.Role = .particle.union([.nameEnd, .ordinal, .neverInName])

  private static let noWordForSurname: WordSignals = [
    .closed, .definite, .numeral, .proclitic, .place, .organization, .latin, .honorific,
  ]

  /// Whether what stands behind a word makes it the surname of the given name before it, whatever else it is.
  func isFramedSurname(_ index: Int) -> Bool {
    isPlainGiven(index - 1) && (isWordBeforeThat(index) || isSurnameBeforeOffice(index))
  }

  /// أوضح عدنان حزام أن (Adnan Hizam explained that): between a name and "that" stands no noun but the surname; nor a
  /// word that is a verb as well, but for a family's and where the verb of saying stands right before the name.
  private func isWordBeforeThat(_ index: Int) -> Bool {
    guard isNextWord(index + 1), tokens[index + 1].classes.contains(.subordinator),
      !signals[index].contains(.pronoun), !isInflectedAsNoun(index)
    else { return false }
    guard signals[index].contains(.verb), !signals[index].contains(.family) else { return true }
    return tokens[index].classes.contains(.noun) && index - 2 >= sentence.lowerBound && isNextWord(index - 1)
      && signals[index - 2].isSuperset(of: [.verb, .speech])
  }

  /// ماجد نجم رئيس القسم (…, the head of the department): a family's name, whatever else it is, between a given name
  /// and an office.
  private func isSurnameBeforeOffice(_ index: Int) -> Bool {
    signals[index].contains(.family) && isNextWord(index + 1) && signals[index + 1].contains(.title)
      && signals[index + 1].isDisjoint(with: [.definite, .given, .proclitic, .pronoun])
  }

  /// عطاء الله مهاجراني, سيرج أورييه: what looks like "my" or "his" behind a name is the end of a surname in -ي, or of
  /// a foreign one.
  private func isSurnameLikePronoun(_ index: Int) -> Bool {
    isRelationalSurname(index) || letterWeight(index) > LetterThreshold.surnameLikePronoun
  }

  /// An indefinite word in -ي, of which no noun behind a name is.
  private func isRelationalSurname(_ index: Int) -> Bool {
    let word = tokens[index].key
    return word.count >= Self.leastOfRelational && word[word.count - 1] == ArabicLetter.yeh
      && !tokens[index].shape.contains(.maksuraEnding) && !signals[index].contains(.adjective)
  }

  private static let leastOfRelational = 4

  /// متذمرا, اتصالين, حوطة: the accusative, the dual or the feminine of a noun, or "your".
  private func isInflectedAsNoun(_ index: Int) -> Bool {
    let last = tokens[index].key[tokens[index].key.count - 1]
    return isDualOrFeminine(index)
      || (last == ArabicLetter.alef || last == ArabicLetter.kaf) && signals[index].contains(.ordinary)
  }

  /// ميداليتين (two medals), جنديين (two soldiers), سخرية (scorn); not فريدين (Frieden), whose letters are foreign.
  func isDualOrFeminine(_ index: Int) -> Bool {
    let word = tokens[index].key
    if tokens[index].shape.contains(.feminineEnding) { return true }
    guard word.count >= Self.leastOfDual, word.hasSuffix(Self.dual) else { return false }
    return word.hasSuffix(Self.feminineDual) || letterWeight(index) < 0
  }

  private static let leastOfDual = 5
  private static let dual = Orthography.arabic.key("ين")
  private static let feminineDual = Orthography.arabic.key("تين")

  /// A mark, a preposition, "and", a title or "that" stands behind the word: no noun that it governs or that describes
  /// it.
  private func endsNounPhrase(behind index: Int) -> Bool {
    guard isNextWord(index + 1), signals[index + 1].isDisjoint(with: .title) else { return true }
    return endsName(behind: index) && !isBeforeJoinedWord(index)
  }

  /// مترابط ومنسجم (connected and in harmony): "and" joins an indefinite word of the language to it; not so in سالم
  /// شيعان ومتعب (Salim Shi'an and Mit'ab).
  private func isBeforeJoinedWord(_ index: Int) -> Bool {
    isNextWord(index + 1) && isBehindAnd(index + 1) && signals[index + 1].contains(.ordinary)
      && signals[index + 1].isDisjoint(
        with: WordSignals.heads.union(.name).union([.verb, .definite, .closed, .place, .honorific]))
  }
}
