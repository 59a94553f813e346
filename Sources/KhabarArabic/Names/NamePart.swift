import KhabarCore

/// How much a word speaks for a personal name.
enum NamePart: Int, Comparable {
  /// No part of a name.
  case none
  /// A word that no list and no lexicon has.
  case weak
  /// A known name that is an ordinary word as well.
  case ambiguous
  /// A name and nothing else.
  case strong

  static func < (left: NamePart, right: NamePart) -> Bool { left.rawValue < right.rawValue }
}

extension NameReader {
  /// How much a word speaks for a personal name.
  ///
  /// - Parameter inside: behind other words of the name, where nothing may be written before it.
  func namePart(_ index: Int, inside: Bool) -> NamePart {
    let signs = signals[index]
    guard signs.contains(.word), !signs.contains(.latin), tokens[index].key.count > 1 else { return .none }
    if inside, signs.contains(.proclitic) { return .none }
    // فيلماً (a film): the ending of the indefinite accusative.
    if tokens[index].shape.contains(.tanwin) { return .none }
    if signs.contains(.placeHead), isSideOfPlace(index) { return .none }
    let part: NamePart
    if !signs.isDisjoint(with: .name) {
      part = partOfListedName(index, inside: inside)
    } else if inside, isWordForForeignSurname(index) {
      part = .weak
    } else {
      part = partOfUnlistedWord(index, inside: inside)
    }
    return part == .none && inside ? partBehindGiven(index) : part
  }

  /// غربي العراق (in the west of Iraq): no family called al-Gharbi before a place.
  private func isSideOfPlace(_ index: Int) -> Bool {
    guard let direction = match(lexicon.placeHeads, at: index), direction.value.isDirection, isNextWord(direction.end)
    else { return false }
    return lookup(.place, at: direction.end) != nil
  }

  // MARK: Names of the lists

  private func partOfListedName(_ index: Int, inside: Bool) -> NamePart {
    let signs = signals[index]
    if signs.contains(.closed) { return partOfClosedWord(index) }
    if signs.contains(.numeral) || roles[index].contains(.neverInName) || isDate(index) { return .none }
    // ستون شخصا (sixty people): a number word opens no name.
    if !inside, lexicon.marks(of: tokens[index].stem).contains(.number) { return .none }
    if signs.contains(.place) {
      if inside, isSurnameNotPlace(index) { return .ambiguous }
      return isGivenBeforeSurname(index, inside: inside) ? .strong : .none
    }
    if signs.contains(.common) { return partOfCommonWord(index, inside: inside) }
    if !signs.isDisjoint(with: .heads) || tokens[index].classes.contains(.alsoName) { return .ambiguous }
    // الرغد (plenty): the list has رغد, and whoever is called so has no article.
    if signs.isSuperset(of: [.given, .definite]), !signs.contains(.family), !isListedAsItStands(index) {
      return .ambiguous
    }
    return signs.contains(.freeName) || signs.isDisjoint(with: [.ordinary, .verb]) ? .strong : .ambiguous
  }

  private func isListedAsItStands(_ index: Int) -> Bool {
    lookupRange(at: index).contains { lookups[$0].type == .givenName && lookups[$0].isExact }
  }

  /// بغداد, لندن are places first of all; آسيا الجبار is a given name before a surname that is no place.
  private func isGivenBeforeSurname(_ index: Int, inside: Bool) -> Bool {
    !inside && signals[index].contains(.given) && isBeforeKnownName(index + 1)
      && !signals[index + 1].contains(.place) && !isBehindPlacePreposition(index)
  }

  /// سفير الكويت لدى لبنان عبد الله سالم (the ambassador of Kuwait at Lebanon): where, and not who.
  private func isBehindPlacePreposition(_ index: Int) -> Bool {
    index > sentence.lowerBound && isNextWord(index) && signals[index].isDisjoint(with: .proclitic)
      && !roles[index - 1].isDisjoint(with: [.placePreposition, .officePreposition])
  }

  /// قال خالد كانو (Khalid Kanu said), لقاء الوزير خالد كانو (a meeting of the minister …): a family called as a place
  /// is, behind a given name that a verb of saying or meeting, or one with its object, stands before, which has no
  /// place for another object, or that has a title and no verb before it.
  private func isSurnameNotPlace(_ index: Int) -> Bool {
    guard signals[index].contains(.family), index > sentence.lowerBound, signals[index - 1].contains(.given),
      signals[index - 1].isDisjoint(with: [.common, .verb, .place, .closed])
    else { return false }
    var verb = index - 1
    while verb > sentence.lowerBound, index - verb <= Self.longestSubject, isNextWord(verb) {
      verb -= 1
      if signals[verb].contains(.verb) {
        return !signals[verb].isDisjoint(with: [.speech, .pronoun]) || tokens[verb].classes.contains(.verbOfMeeting)
      }
    }
    let title = index - 2
    return title >= sentence.lowerBound && isNextWord(index - 1) && signals[title].contains(.definite)
      && !signals[title].isDisjoint(with: [.title, .nationality])
  }

  /// Words between a verb and the surname of its subject.
  private static let longestSubject = 8

  /// An ordinary word that only some family has for a name; a verb's form takes a given name before another one.
  private func partOfCommonWord(_ index: Int, inside: Bool) -> NamePart {
    let signs = signals[index]
    if signs.contains(.verb) {
      return isSurnameLikeVerb(index, inside: inside) || isGivenLikeVerb(index, inside: inside) ? .ambiguous : .none
    }
    guard inside, !isAccusative(index) else { return .none }
    return signs.contains(.freeName) || isSurnameLikeNoun(index) ? .ambiguous : .none
  }

  /// بديلا (as a substitute): the accusative of a noun, though some family has its letters.
  private func isAccusative(_ index: Int) -> Bool {
    let word = tokens[index].key
    return signals[index].isDisjoint(with: [.given, .definite]) && word.count > 3
      && word[word.count - 1] == ArabicLetter.alef && tokens[index].classes.contains(.noun)
  }

  /// ميثاء العاني: behind a given name a surname with the article, whose letters a verb has as well (عانى, suffered).
  private func isSurnameLikeVerb(_ index: Int, inside: Bool) -> Bool {
    inside && index > 0 && signals[index].isSuperset(of: [.family, .definite]) && signals[index - 1].contains(.given)
      && signals[index - 1].isDisjoint(with: [.common, .verb])
  }

  /// محمد رفعت: a given name in the form of a verb, behind another one or before a known name.
  private func isGivenLikeVerb(_ index: Int, inside: Bool) -> Bool {
    guard signals[index].contains(.given) else { return false }
    guard inside else { return isBeforeKnownName(index + 1) }
    return index > 0 && signals[index - 1].contains(.given)
      && signals[index - 1].isDisjoint(with: [.common, .verb, .ordinary])
      && !(isNextWord(index + 1) && signals[index + 1].contains(.definite))
  }

  /// بشار الأسد: behind a name that is nothing else, a surname that is an ordinary noun.
  private func isSurnameLikeNoun(_ index: Int) -> Bool {
    let signs = signals[index]
    return signs.contains(.family) && index > 0 && (signs.contains(.definite) || signs.isDisjoint(with: .heads))
      && signals[index - 1].contains(.given) && signals[index - 1].isDisjoint(with: [.common, .verb])
  }

  /// الجمعة (on Friday), صباح اليوم (this morning), العام الماضي (last year): names as well, but dates behind another
  /// name.
  func isDate(_ index: Int) -> Bool {
    let marks = lexicon.marks(of: tokens[index].stem)
    if signals[index].contains(.definite), marks.contains(.weekday) { return true }
    guard marks.contains(.timeWord), isNextWord(index + 1) else { return false }
    let next = tokens[index + 1].key
    return lexicon.marks(of: next).contains(.relativeDay)
      || !lexicon.marks(of: NameLexicon.withoutArticle(next)).isDisjoint(with: [.weekday, .timeWord])
      || signals[index].contains(.definite) && signals[index + 1].contains(.definite)
        && lexicon.marks(of: NameLexicon.withoutArticle(next)).contains(.timeDirection)
  }

  // MARK: Words that no list has

  /// لويس ساها: behind a known name also a word that the texts have, but not the lexicon.
  private func isWordForForeignSurname(_ index: Int) -> Bool {
    let signs = signals[index]
    return index > 0 && signs.contains(.ordinary) && !signals[index - 1].isDisjoint(with: .name)
      && signals[index - 1].isDisjoint(with: [.common, .verb]) && signs.isDisjoint(with: .noUnknownName)
      && roles[index].isEmpty && !isDualOrFeminine(index)
      && tokens[index].classes.isDisjoint(with: [.adverb, .quantifier, .verbalNoun, .participle])
      && (signs.contains(.definite) || letterWeight(index) > LetterThreshold.wordForSurname)
  }

  private func partOfUnlistedWord(_ index: Int, inside: Bool) -> NamePart {
    if !signals[index].isDisjoint(with: barring(index, inside: inside)) || !roles[index].isEmpty { return .none }
    let word = tokens[index].key
    // تريليون (a trillion).
    if lexicon.marks(of: tokens[index].stem).contains(.number) { return .none }
    // للبرميل (to the barrel): an unknown noun with its article.
    if word[0] == ArabicLetter.lam, word[1] == ArabicLetter.lam { return .none }
    if isNegatedVerb(index) { return .none }
    // أبوالهول, عبدالمعطي: a particle written together with its noun.
    if isJoinedKunya(word) { return .strong }
    // ادى is a verb rather than a name: those in -ى are known.
    if tokens[index].shape.contains(.maksuraEnding), !(inside && isUndottedSurname(index)) { return .none }
    return .weak
  }

  /// What keeps a word that no list has from being part of a name.
  private func barring(_ index: Int, inside: Bool) -> WordSignals {
    // يان إيغلاند: the lexicon has the word, but as a name as well. The order (الأمر) is no man, but for one behind
    // his name.
    let mayBeName = tokens[index].classes.contains(.alsoName) && (inside || !signals[index].contains(.definite))
    return mayBeName ? .noUnknownName : .noUnknownName.union(.ordinary)
  }

  /// حميد كورابى: behind a given name a foreign one whose last letter is written without its points.
  private func isUndottedSurname(_ index: Int) -> Bool {
    index > 0 && signals[index - 1].contains(.given) && letterWeight(index) > 0
  }

  /// لايكفي (does not suffice): "not" written together with an imperfect.
  private func isNegatedVerb(_ index: Int) -> Bool {
    let word = tokens[index].key
    guard word[0] == ArabicLetter.lam, word[1] == ArabicLetter.alef, word.count >= 5 else { return false }
    let verb = word.dropFirst(2)
    return [ArabicLetter.yeh, ArabicLetter.teh, ArabicLetter.noon].contains(verb[0])
      && lexicon.marks(of: verb).contains(.ordinary) || verb[0] == ArabicLetter.yeh
  }

  /// أبويوسف (father of Yusuf).
  func isJoinedKunya(_ word: WordKey) -> Bool {
    Self.joinedKunyas.contains { word.hasPrefix($0) && word.count >= $0.count + 3 }
  }

  private static let joinedKunyas = ["أبو", "عبدال"].map(Orthography.arabic.key)

  // MARK: Letters

  /// Letter evidence for a word without what is written before it.
  func letterWeight(_ index: Int) -> Int {
    let word = signals[index].contains(.definite) ? tokens[index].stem : nameKey(index)
    return lexicon.letters.weight(of: word)
  }

  /// Begins as the imperfect of a verb does: يـ, تـ, سيـ, ستـ.
  func looksLikeVerb(_ index: Int) -> Bool {
    let word = nameKey(index)
    let first = word[0]
    if first == ArabicLetter.yeh || first == ArabicLetter.teh { return word.count >= 4 }
    return first == ArabicLetter.seen && (word[1] == ArabicLetter.yeh || word[1] == ArabicLetter.teh) && word.count >= 5
  }

  func isBeforeKnownName(_ index: Int) -> Bool {
    isNextWord(index) && !signals[index].isDisjoint(with: .name)
      && signals[index].isDisjoint(with: [.common, .proclitic, .closed])
  }
}
