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
      place.tokens.count > 1 || signals[index].isDisjoint(with: .common)
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
      let match = match(lexicon.placeHeads, at: start), !match.value.isPlural
    else { return nil }
    let head = match.value
    if head.isDirection || isOtherWord(at: start) { return nil }
    var phrase = PlacePhrase(start: start, end: match.end, nameStart: start, isNamed: false, lookup: nil)
    let headWords = match.end - start
    if headWords > 1, head.isPartOfName {
      guard signals[match.end - 1].contains(.definite) || lookup(.place, at: match.end - 1) != nil else { return nil }
      phrase.isNamed = true
      phrase.isFrozen = true
      return phrase
    }
    var index = match.end
    // العاصمة العراقية بغداد: adjectives of nationality between head and name.
    if signals[start].contains(.definite) || headWords == 1 {
      while isNextWord(index), signals[index].contains(.nationality), signals[index].contains(.definite) { index += 1 }
    }
    if !head.isPartOfName, let name = quoted(at: match.end) {
      return PlacePhrase(
        start: start, end: name.upperBound, nameStart: name.lowerBound, isNamed: true,
        lookup: unprefixedPlace(at: name.lowerBound).flatMap { $0.tokens.end == name.end ? $0 : nil })
    }
    let isDefinite = signals[start].contains(.definite)
    guard mayBeginPlace(index) else { return nil }
    let begin = index
    if !head.isPartOfName {
      if let place = unprefixedPlace(at: index) {
        phrase.nameStart = index
        phrase.end = place.tokens.upperBound
        phrase.isNamed = true
        // جمهورية إيران الإسلامية: the adjective makes all of it the name.
        if head.isState, !isDefinite, describesState(phrase.end, at: start) {
          phrase.nameStart = start
          phrase.end += 1
          return phrase
        }
        phrase.lookup = listed(place, headedAt: start)
        return phrase
      }
      guard !isDefinite || index > match.end else { return nil }
      // An unknown word behind "the town of" is its name.
      while isNextWord(index), index - begin < 3, namePart(index, inside: true) >= .weak,
        signals[index].isDisjoint(with: [.verb, .closed]), index == begin || isProper(index)
      { index += 1 }
      guard index > begin else { return nil }
      phrase.nameStart = begin
      phrase.end = index
      phrase.isNamed = true
      return phrase
    }
    guard !isDefinite else { return nil }
    // قصر قرطاج راشد الغنوشي (at the palace of Carthage Rachid Ghannouchi): a listed name ends where the list ends it.
    // مستشفى, سوق: heads of organizations and places alike are read as organizations.
    if let whole = lookup(.place, at: start), whole.tokens.upperBound > index {
      index = whole.tokens.upperBound
    } else if let place = unprefixedPlace(at: index) {
      if head.isLoose, place.context == .any {
        phrase.nameStart = index
        phrase.end = place.tokens.upperBound
        phrase.isNamed = true
        phrase.lookup = place
        return phrase
      }
      index = place.tokens.upperBound
    } else if signals[index].contains(.title), signals[index].contains(.definite),
      let chain = nameChain(at: index + 1, after: .title(isRuler: true))
    {
      index = chain.end
    } else if let chain = nameOfBuilding(at: index, behind: start) {
      index = chain.end
    } else {
      return nil
    }
    phrase.end = placeAdjectivesEnd(from: index)
    if headWords == 1, [index, phrase.end].contains(where: isMadeOfficer) { return nil }
    phrase.isNamed = true
    return phrase
  }

  /// Whether a place's name may begin behind its head: nothing is written before it, or its first letters only look so.
  private func mayBeginPlace(_ index: Int) -> Bool {
    isNextWord(index) && (!signals[index].contains(.proclitic) || unprefixedPlace(at: index) != nil)
  }

  /// The person whose name a building bears. بسجن سالم الغافري (to the imprisonment of …): no prison bears the whole
  /// name of a man.
  private func nameOfBuilding(at index: Int, behind start: Int) -> NameChain? {
    guard let chain = nameChain(at: index, after: .bare), chain.strong + chain.weak > 0 else { return nil }
    return tokens[start].classes.contains(.verbalNoun) && chain.words > 1 ? nil : chain
  }

  /// Whether the letters of a place's head are those of another word: عُيّن, a verb by its vowel with the letters of a
  /// spring; عن طريق فلان (by way of somebody).
  private func isOtherWord(at start: Int) -> Bool {
    tokens[start].shape.contains(.passiveVowel) || start > sentence.lowerBound && tokens[start - 1].key == Self.by
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

  /// Behind the definite adjectives that belong to the name of a place: قصر قرطاج الرئاسي (the presidential palace of
  /// Carthage).
  private func placeAdjectivesEnd(from start: Int) -> Int {
    var index = start
    while isNextWord(index), signals[index].contains(.definite), !signals[index].contains(.proclitic),
      isAdjective(index), !roles[index].contains(.neverInName), !signals[index].contains(.nationality)
    { index += 1 }
    return index
  }

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

  /// The preposition عن.
  static let by = WordKey(bits: UInt128(18) | UInt128(ArabicLetter.noon) << 6)

  /// Whether what stands before a word makes it a place: a preposition of place, or a place's head word.
  func hasPlaceContext(_ index: Int) -> Bool {
    if tokens[index].analysis.proclitics.contains(.with) { return true }
    guard index > sentence.lowerBound else { return false }
    return roles[index - 1].contains(.placePreposition) || signals[index - 1].contains(.placeHead)
  }
}
