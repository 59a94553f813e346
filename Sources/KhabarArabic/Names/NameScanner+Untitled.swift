import KhabarCore

/// Personal names without a title: what speaks for them and against them.
extension NameScanner {
  /// Whether a chain without a title is a name.
  func accepts(_ chain: NameChain, lastEnd: Int) -> Bool {
    let index = chain.start
    if isOutranked(chain) || isPartOfDate(TokenSpan(chain.start, chain.end)) { return false }
    if chain.strong == 0, isQuoted(chain) { return false }
    // سيارة غولف, جائزة نوبل: the name of a thing.
    if chain.words == 1 || chain.strong == 0, index > reader.sentence.lowerBound,
      reader.roles[index - 1].contains(.thingHead)
    {
      return false
    }
    // شهر رمضان المبارك (the month of Ramadan).
    if index > reader.sentence.lowerBound, reader.signals[index - 1].contains(.numeral),
      chain.strong < 2 || reader.tokens[index - 1].classes.contains(.calendar)
    {
      return false
    }
    // قرية سناباد, في ليستر شاير: unknown words behind a place's head or "in" are a place.
    if chain.strong == 0 || !reader.signals[index].contains(.given), isBehindPlaceSign(index) { return false }
    if chain.hasKunya {
      return chain.words >= 2
        && (chain.strong + chain.ambiguous > 0 || chain.letters > 0 || !reader.signals[index].contains(.proclitic))
    }
    if chain.words >= 2 { return acceptsWords(of: chain, lastEnd: lastEnd) }
    // One word alone: no unit behind a number, no feminine adjective.
    if isBehindNumber(index) { return false }
    if chain.weak > 0, reader.tokens[index].shape.contains(.feminineEnding), reader.signals[index].contains(.relational)
    {
      return false
    }
    if chain.weak > 0, chain.letters < 80, isAgreeingAdjective(index) { return false }
    let signs = reader.signals[index]
    if isSurnameNotAdjective(chain) { return true }
    // أضاف أن صدام لن يمثل: a given name that is an ordinary word as well, as the subject of a clause.
    if index > reader.sentence.lowerBound, reader.tokens[index - 1].classes.contains(.subordinator),
      reader.signals[index].isSuperset(of: [.given, .freeName]), isBeforeVerb(chain.end)
    {
      return true
    }
    let isKnown = chain.strong > 0 && signs.isDisjoint(with: [.place, .organization])
    let isForeign = chain.weak > 0 && signs.isDisjoint(with: [.organization, .placeInContext])
    guard isKnown || isForeign else { return false }
    if isAfterPlaceOrOrganization(index) || isCredit(index, chain.end) { return false }
    if signs.contains(.definite) {
      // الكريم, الفريق: an adjective or noun behind another word.
      guard !signs.contains(.common), !signs.contains(.nationality), index > reader.sentence.lowerBound else {
        return false
      }
      let before = reader.signals[index - 1]
      if isJoined(index, lastEnd) || (before.contains(.verb) && !before.contains(.closed)) {
        return isKnown && signs.contains(.family) || (!signs.contains(.ordinary) && !reader.isFeminineWord(index))
      }
      guard !signs.contains(.ordinary) else { return false }
      if !before.contains(.word) { return isKnown }
      return isKnown && before.isDisjoint(with: [.definite, .nationality, .adjective, .relational])
        && (signs.contains(.relational) || reader.letterWeight(index) > 20)
    }
    if isJoined(index, lastEnd) { return isKnown || chain.letters > 0 }
    if isSubject(index) || isBeforeVerb(chain.end) { return isKnown || chain.letters >= 10 }
    if isAfterNationality(index) { return isKnown || chain.letters >= 0 }
    if reader.hasPlaceContext(index) { return isKnown && signs.isDisjoint(with: [.ordinary, .verb, .placeInContext]) }
    if isKnown {
      let isPlain = signs.isDisjoint(with: signs.contains(.freeName) ? .ordinary : [.ordinary, .verb])
      return reader.letterWeight(index) > (isPlain ? 0 : 30)
    }
    return chain.letters >= 45
  }

  /// 3 مليارات سالم: what a number counts.
  private func isBehindNumber(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index) else { return false }
    return reader.tokens[index - 1].kind == .number || reader.lexicon.numbers.contains(reader.tokens[index - 1].stem)
  }

  /// Whether a chain of several words, without a title, is a name by what each of them speaks for.
  private func acceptsWords(of chain: NameChain, lastEnd: Int) -> Bool {
    let index = chain.start
    // بن لادن, دا سيلفا.
    if !reader.roles[index].isDisjoint(with: [.son, .foreignParticle]), chain.strong > 0 || chain.letters > 0 {
      return true
    }
    if chain.strong >= 2 { return true }
    if chain.strong == 1, chain.ambiguous > 0 { return true }
    if chain.strong == 1, chain.weak > 0 {
      return chain.letters > (isJoined(index, lastEnd) ? -45 : -36) * chain.weak
    }
    if chain.ambiguous > 0, chain.weak > 0, chain.letters > 15 { return true }
    if chain.weak >= 2, chain.letters >= 20 * chain.weak { return !isAfterPlaceOrOrganization(index) }
    if chain.ambiguous >= 2 {
      return isSubject(index) || isJoined(index, lastEnd)
        || (reader.signals[index].contains(.given) && !reader.signals[index].contains(.definite)
          && !reader.isFeminineWord(chain.end - 1))
    }
    return false
  }

  /// أكد المالكي أن (al-Maliki affirmed that), تباطؤ المالكي (al-Maliki's delay), and at the beginning الظواهري قال: a
  /// definite word in -ي that is neither a nation's nor a common one, where an adjective can't stand: as the subject of
  /// saying, and behind an indefinite noun, with which an adjective would agree.
  private func isSurnameNotAdjective(_ chain: NameChain) -> Bool {
    if isNamedOfTwo(chain) { return true }
    let index = chain.start
    let signs = reader.signals[index]
    guard signs.isSuperset(of: [.definite, .relational]), !reader.isFeminineWord(index),
      reader.tokens[index].classes.contains(.relational), !reader.tokens[index].shape.contains(.maksuraEnding),
      signs.isDisjoint(with: [.nationality, .common, .place, .organization, .title, .organizationHead, .placeHead]),
      !reader.tokens[index].classes.contains(.adjective)
    else { return false }
    guard index > reader.sentence.lowerBound, reader.isNextWord(index) else {
      return reader.isNextWord(chain.end) && reader.signals[chain.end].isSuperset(of: [.speech, .verb])
        && reader.tokens[chain.end].classes.contains(.verbPast)
    }
    guard signs.contains(.family), !signs.contains(.proclitic) else { return false }
    let before = reader.signals[index - 1]
    if before.contains(.speech), before.contains(.verb) { return true }
    return before.contains(.ordinary)
      && before.isDisjoint(with: [
        .definite, .closed, .title, .pronoun, .placeHead, .organizationHead, .numeral, .relational, .adjective, .place,
      ])
  }

  private func isBehindPlaceSign(_ start: Int) -> Bool {
    var index = start
    while index > reader.sentence.lowerBound, reader.isNextWord(index), !reader.signals[index].contains(.proclitic) {
      let before = index - 1
      if reader.tokens[before].key == NameReader.inside { return true }
      let signs = reader.signals[before]
      if signs.contains(.placeHead) {
        return signs.isDisjoint(with: [.definite, .closed, .pronoun])
          && !reader.roles[before].contains(.placePreposition)
          // عن طريق فلان (by way of somebody).
          && !(before > reader.sentence.lowerBound && reader.tokens[before - 1].key == NameReader.by)
      }
      // نيو أورليانز: the second of two unknown words.
      guard index == start, reader.namePart(before, inside: false) == .weak else { return false }
      index = before
    }
    return false
  }

  /// ضوء ميكانيكي, العصر البيزنطي: an unknown word in -ي behind an ordinary noun that is definite or not as it is.
  private func isAgreeingAdjective(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index) else { return false }
    let (signs, before) = (reader.signals[index], reader.signals[index - 1])
    return signs.contains(.relational) && signs.isDisjoint(with: [.proclitic, .family, .given])
      && before.contains(.ordinary)
      && before.isDisjoint(with: [.closed, .verb, .title, .honorific, .nationality, .pronoun])
      && before.contains(.definite) == signs.contains(.definite)
      && reader.roles[index - 1].isDisjoint(with: .twoPersons)
  }

  /// الرئيسان السيسي وماكرون: behind "the two presidents" no adjective is followed by "and" with a name.
  private func isNamedOfTwo(_ chain: NameChain) -> Bool {
    chain.start > reader.sentence.lowerBound && reader.roles[chain.start - 1].contains(.twoPersons)
      && isFirstOfTwo(chain) && reader.signals[chain.start].isDisjoint(with: [.common, .nationality])
  }

  /// The whole of a quotation: the title of a work or a brand.
  private func isQuoted(_ chain: NameChain) -> Bool {
    chain.start > reader.sentence.lowerBound && chain.end < reader.sentence.upperBound
      && reader.tokens[chain.start - 1].kind == .quote && reader.tokens[chain.end].kind == .quote
  }

  /// (غيتي): a word alone in brackets, the source of a picture.
  private func isCredit(_ start: Int, _ end: Int) -> Bool {
    start > reader.sentence.lowerBound && end < reader.sentence.upperBound
      && reader.tokens[start - 1].kind == .openBracket && reader.tokens[end].kind == .closeBracket
  }

  private func isAfterPlaceOrOrganization(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index) else { return false }
    let before = reader.signals[index - 1]
    // الكوري الجنوبي هييونغ: the adjective of a direction is no place's head.
    if before.isSuperset(of: [.definite, .relational]) { return false }
    // عائلة الحريري: the family of a surname.
    if reader.signals[index].isSuperset(of: [.family, .freeName]),
      reader.match(reader.lexicon.organizationHeads, at: index - 1)?.value.kind == .group
    {
      return false
    }
    return !before.isDisjoint(with: [.placeHead, .organizationHead])
  }

  /// Joined by "and" to the person before, a comma between them or not.
  func isJoined(_ index: Int, _ lastEnd: Int) -> Bool {
    (index == lastEnd || index == lastEnd + 1 && lastEnd >= 0 && reader.tokens[lastEnd].kind == .comma)
      && reader.tokens[index].analysis.proclitics.contains(.and)
      && reader.signals[index].contains(.proclitic)
  }

  /// Behind a finite verb, as its subject.
  private func isSubject(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, !reader.signals[index].contains(.proclitic) else { return false }
    let before = reader.signals[index - 1]
    return before.contains(.verb) && !before.contains(.closed) && !before.contains(.pronoun)
  }

  private func isBeforeVerb(_ start: Int) -> Bool {
    var index = start
    // صدام لن يمثل (Saddam will not appear).
    if reader.isNextWord(index), reader.tokens[index].classes.contains(.negation) { index += 1 }
    guard index < reader.sentence.upperBound, reader.isNextWord(index) else { return false }
    let next = reader.signals[index]
    return next.contains(.verb) && !next.contains(.proclitic) && (index > start || !next.contains(.ordinary))
      && reader.tokens[index].classes.contains(.verbPresent)
  }

  /// البرازيلي رونالدو: the adjective stands for the man.
  private func isAfterNationality(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, !reader.signals[index].contains(.proclitic) else { return false }
    let before = index - 1
    guard reader.signals[before].contains(.nationality), reader.signals[before].contains(.definite) else {
      return false
    }
    return !reader.isFeminineWord(before)
  }
}
