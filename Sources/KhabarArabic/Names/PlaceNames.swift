import KhabarCore

/// A noun phrase that begins with a place's head word.
struct PlacePhrase {
  var start: Int
  var end: Int
  var nameStart: Int
  var isNamed: Bool
  /// A name of several words that the tables have as it stands.
  var isFrozen = false
  /// The name is known or shown by a head word, so that no list is needed.
  var lookup: Lookup?
}

extension NameReader {
  /// The place of the lists that stands behind a head noun, with nothing written before it and no common word.
  private func unprefixedPlace(at index: Int) -> Lookup? {
    guard let place = lookup(.place, at: index), place.prefixLetters == 0,
      place.tokens.count > 1 || signals[index].isDisjoint(with: .common) && !isTitleBeforeName(index)
    else { return nil }
    return place
  }

  /// دولة السيد نبيه بري (his excellency Mr Nabih Berri): a title before a given name, and no place of its letters.
  func isTitleBeforeName(_ index: Int) -> Bool {
    signals[index].isSuperset(of: [.title, .definite]) && isNextWord(index + 1)
      && signals[index + 1].contains(.given) && !signals[index + 1].contains(.definite)
  }

  /// The place of the lists behind a head noun. A common word names one with its head alone, as the lists have both:
  /// محافظة الغربية (the governorate of al-Gharbiya, "the western").
  private func place(at begin: Int, headedAt start: Int) -> Lookup? {
    if let place = unprefixedPlace(at: begin) { return place }
    guard let whole = lookup(.place, at: start), let place = lookup(.place, at: begin), place.prefixLetters == 0,
      whole.tokens.upperBound == place.tokens.upperBound
    else { return nil }
    return place
  }

  /// A place as the lists know it with its head word, which parts namesakes: سلطنة عمان (the Sultanate of Oman).
  private func listed(_ place: Lookup, headedAt start: Int) -> Lookup {
    guard let whole = lookup(.place, at: start), whole.tokens.end == place.tokens.end else { return place }
    var place = place
    place.entry = whole.entry
    return place
  }

  /// Whether a word belongs to the name of the state whose head word stands at `start`.
  private func describesState(_ index: Int, at start: Int) -> Bool {
    isNextWord(index) && signals[index].contains(.definite) && signals[index].contains(.relational)
      && !signals[index].contains(.proclitic) && isFeminineWord(start) && isFeminineWord(index)
      && roles[index].contains(.movement)
  }

  /// Reads a place's name from its head noun: مطار بغداد الدولي (Baghdad international airport) keeps its head, مدينة
  /// الموصل (the city of Mosul) does not.
  func placePhrase(at start: Int) -> PlacePhrase? {
    guard signals[start].contains(.placeHead), !signals[start].contains(.pronoun),
      let match = match(lexicon.placeHeads, at: start), !match.value.isDirection, !isOtherWord(at: start)
    else { return nil }
    let head = match.value
    if head.isPlural, head.isPartOfName { return nil }
    let headWords = match.end - start
    let isDefinite = signals[start].contains(.definite)
    if headWords > 1, head.isPartOfName { return frozenPlace(TokenSpan(start, match.end)) }
    var begin = match.end
    // العاصمة العراقية بغداد: adjectives of nationality between head and name.
    if isDefinite || headWords == 1 {
      while isNextWord(begin), signals[begin].isSuperset(of: [.nationality, .definite]) { begin += 1 }
    }
    if !head.isPartOfName, !head.isPlural, let name = quoted(at: match.end) {
      return PlacePhrase(
        start: start, end: name.upperBound, nameStart: name.lowerBound, isNamed: true,
        lookup: unprefixedPlace(at: name.lowerBound).flatMap { $0.tokens.end == name.end ? $0 : nil })
    }
    // في مدينة برشيد: nothing is written before the name, or its first letters only look so.
    guard isNextWord(begin), !signals[begin].contains(.proclitic) || place(at: begin, headedAt: start) != nil else {
      return nil
    }
    if !head.isPartOfName {
      // مدن سبها وسرت (the towns of Sabha and Sirte): towns are named one by one, and what no list has may describe
      // them.
      let mayBeUnknown = !head.isPlural && (!isDefinite || begin > match.end)
      return headlessPlace(head, at: start, begin, mayBeUnknown: mayBeUnknown)
    }
    return isDefinite ? nil : headedPlace(head, headWords, at: start, begin)
  }

  /// المدينة المنورة: a name of several words that the tables have as it stands.
  private func frozenPlace(_ words: TokenSpan) -> PlacePhrase? {
    let last = words.upperBound - 1
    guard signals[last].contains(.definite) || lookup(.place, at: last) != nil else { return nil }
    return PlacePhrase(
      start: words.lowerBound, end: words.upperBound, nameStart: words.lowerBound, isNamed: true, isFrozen: true)
  }

  /// The name behind a head that is left out of it: مدينة الموصل (the city of Mosul).
  private func headlessPlace(
    _ head: NameLexicon.PlaceHead, at start: Int, _ begin: Int, mayBeUnknown: Bool
  ) -> PlacePhrase? {
    var phrase = PlacePhrase(start: start, end: begin, nameStart: begin, isNamed: true)
    // عاصمة محافظة أبين (the capital of the province of Abyan): the inner head is left out as well.
    if !head.isPlural, signals[begin].contains(.placeHead), let inner = placePhrase(at: begin), inner.isNamed,
      !inner.isFrozen
    {
      phrase = inner
      phrase.start = start
      return phrase
    }
    if let place = place(at: begin, headedAt: start) {
      phrase.end = place.tokens.upperBound
      // أحياء بغداد (the quarters of Baghdad) are parts of one place.
      if head.isPlural, !isJoinedByPlace(phrase.end) { return nil }
      // جمهورية إيران الإسلامية: the adjective makes all of it the name.
      if head.isState, !signals[start].contains(.definite), describesState(phrase.end, at: start) {
        phrase.nameStart = start
        phrase.end += 1
      } else {
        phrase.lookup = listed(place, headedAt: start)
      }
      return phrase
    }
    // An unknown word behind "the town of" is its name.
    while mayBeUnknown, isNextWord(phrase.end), phrase.end - begin < Self.longestUnknown,
      namePart(phrase.end, inside: true) >= .weak, signals[phrase.end].isDisjoint(with: [.verb, .closed]),
      !isTitleBeforeName(phrase.end),
      phrase.end == begin || isProper(phrase.end)
    { phrase.end += 1 }
    return phrase.end > begin ? phrase : nil
  }

  /// Whether another place is joined at a token: مدن سبها وسرت (the towns of Sabha and Sirte).
  private func isJoinedByPlace(_ index: Int) -> Bool {
    isNextWord(index) && tokens[index].isCoordinated && lookup(.place, at: index) != nil
  }

  /// Unknown words that are the name of a place.
  private static let longestUnknown = 3

  /// The name that its head belongs to: مطار بغداد الدولي (Baghdad international airport).
  private func headedPlace(
    _ head: NameLexicon.PlaceHead, _ headWords: Int, at start: Int, _ begin: Int
  ) -> PlacePhrase? {
    var phrase = PlacePhrase(start: start, end: begin, nameStart: start, isNamed: true)
    // قصر قرطاج راشد الغنوشي (at the palace of Carthage Rachid Ghannouchi): a listed name ends where the list ends it.
    // مستشفى, سوق: heads of organizations and places alike are read as organizations.
    if let whole = lookup(.place, at: start), whole.tokens.upperBound > begin {
      phrase.end = whole.tokens.upperBound
    } else if let place = unprefixedPlace(at: begin) {
      phrase.end = place.tokens.upperBound
      if head.isLoose, place.context == .any {
        phrase.nameStart = begin
        phrase.lookup = place
        return phrase
      }
    } else if let end = honouredEnd(at: begin, behind: start) {
      phrase.end = end
    } else {
      return nil
    }
    let end = phrase.end
    phrase.end = nameAdjectivesEnd(from: end)
    return headWords == 1 && (isMadeOfficer(end) || isMadeOfficer(phrase.end)) ? nil : phrase
  }

  /// Behind the person whose name a place bears: شارع الملك فيصل, مطار جون كينيدي.
  private func honouredEnd(at begin: Int, behind start: Int) -> Int? {
    if signals[begin].isSuperset(of: [.title, .definite]),
      let chain = nameChain(at: begin + 1, after: .title(isRuler: true))
    {
      return chain.end
    }
    guard let chain = nameChain(at: begin, after: .bare), chain.strong + chain.weak > 0 else { return nil }
    // بسجن سالم الغافري (to the imprisonment of …): no prison bears the whole name of a man. وعين سالم الغافري خلفا له
    // (and … was appointed in his place): nor does a spring where a verb may stand.
    let isOther = tokens[start].classes.contains(.verbalNoun) || signals[start].contains(.verb) && opensClause(start)
    return isOther && chain.words > 1 ? nil : chain.end
  }

  /// Whether a clause may begin at a word: at the sentence's beginning, behind "and" or a comma.
  func opensClause(_ index: Int) -> Bool {
    index == sentence.lowerBound || tokens[index].isCoordinated || tokens[index - 1].kind == .comma
  }

  /// Whether the letters of a place's head are those of another word: عُيّن, a verb by its vowel with the letters of a
  /// spring; وأدى (and he took), whose last letter has no dots, and وادي (valley); عن طريق فلان (by way of somebody).
  func isOtherWord(at start: Int) -> Bool {
    tokens[start].shape.contains(.passiveVowel)
      // قال سهل العتيبي (Sahl al-Utaibi; سهل "plain").
      || isGivenNotHead(start)
      || tokens[start].shape.contains(.maksuraEnding) && !tokens[start].shape.contains(.looseSpelling)
      || start > sentence.lowerBound && tokens[start - 1].key == NameParticle.about
  }

  /// The words of a short name in quotes: قرية "العجمي" (the village of "al-Ajmi"). An adjective in quotes is none: one
  /// that has the article, or lacks it, as the head does.
  private func quoted(at mark: Int) -> TokenSpan? {
    guard mark + 1 < sentence.upperBound, tokens[mark].kind == .quote else { return nil }
    let first = mark + 1
    var end = first
    while end < sentence.upperBound, end - first < Self.longestQuoted, tokens[end].isWord { end += 1 }
    guard end > first, end < sentence.upperBound, tokens[end].kind == .quote,
      signals[first].isDisjoint(with: [.closed, .proclitic]),
      end - first > 1 || signals[first].isDisjoint(with: [.adjective, .relational, .verb])
        || signals[first].contains(.definite) && !signals[mark - 1].contains(.definite)
    else { return nil }
    return TokenSpan(first, end)
  }

  private static let longestQuoted = 3

  /// عين الرئيس خالد المنصوري أمس وزيرا (the president appointed … yesterday minister): behind the name, and the day of
  /// it, stands an office in the accusative, so that what looks like a head is the verb.
  private func isMadeOfficer(_ start: Int) -> Bool {
    var index = start
    while isNextWord(index) || index < sentence.upperBound && tokens[index].kind == .number,
      index - start < Self.daysReach
    {
      let word = tokens[index].key
      let isOffice =
        signals[index].isDisjoint(with: [.proclitic, .definite]) && word.count > 3
        && word[word.count - 1] == ArabicLetter.alef && lexicon.marks(of: word.dropLast(1)).contains(.title)
      if isOffice { return true }
      index += 1
    }
    return false
  }

  /// Words that the date behind a name may have: يوم الأحد الثالث من مايو الماضي.
  private static let daysReach = 8

  /// Whether what stands before a word makes it a place: a preposition of place, or a place's head word.
  func hasPlaceContext(_ index: Int) -> Bool {
    if tokens[index].analysis.proclitics.contains(.with) { return true }
    guard index > sentence.lowerBound else { return false }
    return roles[index - 1].contains(.placePreposition) || signals[index - 1].contains(.placeHead)
  }
}
