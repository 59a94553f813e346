import KhabarCore

/// Personal names without a title: what speaks for them and against them.
extension NameScanner {
  /// Whether a chain without a title is a name.
  func accepts(_ chain: NameChain) -> Bool {
    if isOutranked(chain) || isPartOfDate(TokenSpan(chain.start, chain.end)) || isOtherThing(chain) { return false }
    if chain.hasKunya {
      return chain.words >= 2
        && (chain.known > 0 || chain.letters > 0 || !reader.signals[chain.start].contains(.proclitic))
    }
    return chain.words >= 2 ? acceptsWords(of: chain) : acceptsOneWord(chain)
  }

  /// What stands before a chain of words makes them something else: the title of a work, a brand, a month, a place.
  private func isOtherThing(_ chain: NameChain) -> Bool {
    let index = chain.start
    if isTitleOfWork(chain) || chain.strong == 0 && isThingWithAdjective(chain) { return true }
    if index > reader.sentence.lowerBound {
      // سيارة غولف, جائزة نوبل: the name of a thing.
      // هاتف ماكرون شولتس (Macron telephoned Scholz): "telephone" is a thing's head as well.
      if isBehindThingHead(index), mayBeThing(chain), !isWhoMeets(chain) { return true }
      // شهر رمضان المبارك (the month of Ramadan).
      if reader.signals[index - 1].contains(.numeral),
        chain.strong < 2 || isPartOfDate(TokenSpan(chain.start, chain.end))
      {
        return true
      }
    }
    // قرية سناباد, في ليستر شاير: unknown words behind a place's head or "in" are a place.
    return (chain.strong == 0 || !reader.signals[index].contains(.given)) && isBehindPlaceSign(index)
  }

  private func isThingHead(_ index: Int) -> Bool {
    reader.roles[index].contains(.thingHead)
      || reader.lexicon.marks(of: reader.tokens[index].stem).contains(.namesakeHead)
  }

  /// إعصار نوح, العاصفة الاستوائية نوح (the tropical storm Noah).
  private func isBehindThingHead(_ index: Int) -> Bool {
    if isThingHead(index - 1) { return true }
    let head = index - 2
    return head >= reader.sentence.lowerBound && reader.isNextWord(index - 1) && reader.isNextWord(index)
      && isThingHead(head) && reader.signals[head].contains(.definite)
      && reader.signals[index - 1].isSuperset(of: [.definite, .relational])
      && !reader.signals[index - 1].contains(.nationality)
  }

  /// خط أنابيب شاه دينيز (the pipeline of Shah Deniz): one word, ordinary ones, or several that begin with no given
  /// name.
  private func mayBeThing(_ chain: NameChain) -> Bool {
    chain.words == 1 || chain.strong == 0
      || !reader.signals[chain.start].contains(.given) && reader.roles[chain.start].isDisjoint(with: .particle)
  }

  /// العيش الرغد (a life of plenty), الأسود البيضاء (white lions): two words with the article, of which the first
  /// stands for a thing or the second is feminine.
  private func isThingWithAdjective(_ chain: NameChain) -> Bool {
    let (first, last) = (chain.start, chain.end - 1)
    guard chain.words == 2, reader.signals[first].contains(.definite), reader.signals[last].contains(.definite) else {
      return false
    }
    if reader.isFeminineWord(last) { return true }
    return reader.tokens[first].nounClasses.first.map { $0 != .people } ?? false
      && reader.signals[first].isSuperset(of: [.definite, .ordinary])
      && !(reader.lookup(.givenName, at: first)?.isExact ?? false)
  }

  // MARK: Several words

  /// Whether a chain of several words, without a title, is a name by what each of them speaks for.
  private func acceptsWords(of chain: NameChain) -> Bool {
    let index = chain.start
    // بن لادن, دا سيلفا.
    if !reader.roles[index].isDisjoint(with: [.son, .foreignParticle]), chain.strong > 0 || chain.letters > 0 {
      return true
    }
    if chain.strong >= 2 || chain.strong == 1 && chain.ambiguous > 0 { return true }
    if chain.strong == 1, chain.weak > 0 {
      let least = isJoined(index) ? LetterThreshold.eachBesideKnownJoined : LetterThreshold.eachBesideKnown
      return chain.letters > least * chain.weak
    }
    if chain.ambiguous > 0, chain.weak > 0, chain.letters > LetterThreshold.besideAmbiguous { return true }
    if chain.weak >= 2, chain.letters >= LetterThreshold.eachUnknown * chain.weak {
      return !isAfterPlaceOrOrganization(index)
    }
    return chain.ambiguous >= 2 && acceptsOrdinaryWords(of: chain)
  }

  /// Names that are ordinary words as well: as a verb's subject, joined to a person, or behind a man's given name.
  private func acceptsOrdinaryWords(of chain: NameChain) -> Bool {
    let (index, signs) = (chain.start, reader.signals[chain.start])
    return isSubject(index) || isJoined(index)
      || signs.contains(.given) && !signs.contains(.definite) && !reader.isFeminineWord(chain.end - 1)
  }

  // MARK: One word

  private func acceptsOneWord(_ chain: NameChain) -> Bool {
    let (index, signs) = (chain.start, reader.signals[chain.start])
    if isUnit(index) || isAdjective(chain) { return false }
    if isBehindOtherWord(index) { return false }
    if isSurnameNotAdjective(chain) || isSubjectOfClause(chain) || isWhoMeets(chain) || isLoneSpeaker(chain) {
      return true
    }
    // استقبل بوتين الأسد: a surname with the article that is another word as well, right behind who receives him.
    if isMet(index), signs.isSuperset(of: [.family, .definite]), reader.endsName(behind: index),
      signs.isDisjoint(with: [.title, .organizationHead, .placeHead, .place, .nationality])
    {
      return true
    }
    let isKnown = chain.strong > 0 && signs.isDisjoint(with: [.place, .organization])
    let isForeign = chain.weak > 0 && signs.isDisjoint(with: [.organization, .placeInContext])
    guard isKnown || isForeign, !isAfterPlaceOrOrganization(index), !isCredit(index, chain.end) else { return false }
    if signs.contains(.definite) { return acceptsDefinite(index, isKnown: isKnown) }
    return isKnown ? acceptsKnown(chain) : acceptsForeign(chain)
  }

  /// السوفت وير (software), هذا الإيوان (this hall): behind an unknown word with the article, or "this" and its noun.
  private func isBehindOtherWord(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index), !reader.signals[index].contains(.proclitic)
    else { return false }
    if reader.signals[index].contains(.definite) { return reader.tokens[index - 1].classes.contains(.demonstrative) }
    let before = reader.signals[index - 1]
    return before.contains(.definite)
      && before.isDisjoint(
        with: WordSignals.heads.union(WordSignals.otherEntry).union(.name).union([
          .ordinary, .relational, .honorific, .placeInContext, .pronoun,
        ]))
  }

  /// أقر غريب بأن (Gharib admitted that): a name that is another word as well, but no noun of people or of what is
  /// said, alone between a verb of saying and "that".
  private func isLoneSpeaker(_ chain: NameChain) -> Bool {
    let (index, signs) = (chain.start, reader.signals[chain.start])
    guard chain.known == 1, index > reader.sentence.lowerBound, reader.isNextWord(index),
      reader.signals[index - 1].isSuperset(of: [.speech, .verb]),
      reader.signals[index - 1].isDisjoint(with: [.closed, .pronoun]), reader.isNextWord(index + 1),
      reader.tokens[index + 1].classes.contains(.subordinator)
    else { return false }
    return signs.isDisjoint(
      with: WordSignals.heads.union(WordSignals.otherEntry).union([
        .definite, .proclitic, .closed, .verb, .honorific, .pronoun, .numeral,
      ])) && !reader.isDoneOrSaid(index) && !reader.tokens[index].nounClasses.contains(.people)
  }

  /// 5 كيلومترات, 3 مليارات سالم: behind a number stands what it counts.
  private func isUnit(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index) else { return false }
    return reader.tokens[index - 1].kind == .number
      || reader.lexicon.marks(of: reader.tokens[index - 1].stem).contains(.number)
  }

  /// An unknown word that describes: a feminine in -ية, or one that agrees with the noun before it.
  private func isAdjective(_ chain: NameChain) -> Bool {
    guard chain.weak > 0 else { return false }
    let isFeminine =
      reader.tokens[chain.start].shape.contains(.feminineEnding) && reader.signals[chain.start].contains(.relational)
    return isFeminine || chain.letters < LetterThreshold.loneAgreeing && isAgreeingAdjective(chain.start)
  }

  /// أضاف أن صدام لن يمثل: a given name that is an ordinary word as well, as the subject of a clause.
  private func isSubjectOfClause(_ chain: NameChain) -> Bool {
    chain.start > reader.sentence.lowerBound && reader.tokens[chain.start - 1].classes.contains(.subordinator)
      && reader.signals[chain.start].isSuperset(of: [.given, .freeName]) && isBeforeVerb(chain.end)
  }

  /// التقى عون ماكرون (Aoun met Macron): a surname that is another word as well, right behind a verb of meeting and
  /// before a name that is no part of his.
  private func isWhoMeets(_ chain: NameChain) -> Bool {
    if reader.areTwoWhoMeet(chain.start, chain.end) || reader.areTwoWhoMeet(chain.start - 1, chain.start) {
      return true
    }
    if reader.doSurnamesMeet(chain.start, chain.end) || reader.doSurnamesMeet(chain.start - 1, chain.start) {
      return true
    }
    return chain.known > 0 && reader.isBehindMeeting(chain.start) && reader.isNextWord(chain.end)
      && reader.signals[chain.start].contains(.family) && reader.signals[chain.start].isDisjoint(with: .proclitic)
      && reader.signals[chain.end].contains(.family)
      && reader.signals[chain.end].isDisjoint(with: [.ordinary, .definite])
      && reader.endsName(behind: chain.end)
  }

  /// A surname with the article: الكريم, الفريق are adjectives or nouns behind another word.
  private func acceptsDefinite(_ index: Int, isKnown: Bool) -> Bool {
    let signs = reader.signals[index]
    guard signs.isDisjoint(with: [.common, .nationality]), index > reader.sentence.lowerBound else { return false }
    let before = reader.signals[index - 1]
    if isJoined(index) || isMet(index) || (before.contains(.verb) && !before.contains(.closed)) {
      return isKnown && signs.contains(.family) || (!signs.contains(.ordinary) && !reader.isFeminineWord(index))
    }
    guard !signs.contains(.ordinary), isKnown else { return false }
    return !before.contains(.word)
      || before.isDisjoint(with: [.definite, .nationality, .adjective, .relational])
        && (signs.contains(.relational) || reader.letterWeight(index) > LetterThreshold.loneDefinite)
  }

  /// A name of the lists, alone: anywhere if it is nothing else, else where a person is likely.
  private func acceptsKnown(_ chain: NameChain) -> Bool {
    let (index, signs) = (chain.start, reader.signals[chain.start])
    if isWherePersonStands(chain) || isAfterNationality(index) || isBehindCopula(index) { return true }
    if reader.hasPlaceContext(index) { return signs.isDisjoint(with: [.ordinary, .verb, .placeInContext]) }
    let isPlain = signs.isDisjoint(with: signs.contains(.freeName) ? .ordinary : [.ordinary, .verb])
    return reader.letterWeight(index) > (isPlain ? LetterThreshold.loneKnown : LetterThreshold.loneKnownWord)
  }

  /// أصبح راؤول (Raúl became): a given name that is nothing else, behind "was" or "became".
  private func isBehindCopula(_ index: Int) -> Bool {
    index > reader.sentence.lowerBound && reader.isNextWord(index) && reader.isPlainGiven(index)
      && reader.signals[index].contains(.freeName) && reader.tokens[index - 1].classes.contains(.copula)
      && !reader.signals[index - 1].contains(.pronoun)
  }

  /// An unknown word, alone: by its letters, of which less is asked where a person is likely.
  private func acceptsForeign(_ chain: NameChain) -> Bool {
    if isJoined(chain.start) { return chain.letters > 0 }
    if isWherePersonStands(chain) { return chain.letters >= LetterThreshold.loneSubject }
    if isAfterNationality(chain.start) { return chain.letters >= 0 }
    if reader.hasPlaceContext(chain.start) { return false }
    let least = isBehindDeed(chain.start) ? LetterThreshold.loneBehindDeed : LetterThreshold.lone
    return !isBesideOtherNoun(chain.start) && chain.letters >= least
  }

  /// فضيحة ووترغيت (the scandal of Watergate), مؤتمر دومبارتون أوكس: right behind a noun that stands for no people, or
  /// behind an unknown word or a place, an unknown word is mostly the name of something else or a part of it.
  private func isBesideOtherNoun(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index), !reader.signals[index].contains(.proclitic)
    else { return false }
    let before = reader.signals[index - 1]
    guard before.isDisjoint(with: [.closed, .verb, .title, .honorific, .nationality]),
      reader.tokens[index - 1].key.count > 1
    else { return false }
    return !reader.tokens[index - 1].classes.contains(.personNoun) && !isBehindDeed(index)
  }

  /// إقالة فالدانو (the dismissal of Valdano): what is done by or to somebody.
  private func isBehindDeed(_ index: Int) -> Bool {
    index > reader.sentence.lowerBound && reader.tokens[index - 1].classes.contains(.verbalNoun)
      && !reader.signals[index - 1].contains(.definite) && !isThingHead(index - 1)
  }

  /// Joined to a person, or the subject of a verb.
  private func isWherePersonStands(_ chain: NameChain) -> Bool {
    isJoined(chain.start) || isSubject(chain.start) || isMet(chain.start) || isBeforeVerb(chain.end)
  }

  /// التقى السيسي مودي (al-Sisi met Modi): right behind a person who is the subject of a verb of meeting.
  private func isMet(_ index: Int) -> Bool {
    guard personEnd == index, !reader.signals[index].contains(.proclitic) else { return false }
    var first = index
    while first > reader.sentence.lowerBound, index - first < Self.longestSubject, reader.isNextWord(first) {
      if reader.isBehindMeeting(first) { return true }
      first -= 1
    }
    return false
  }

  /// Words of the name, with its titles, of who meets somebody.
  private static let longestSubject = 6

  /// أكد المالكي أن (al-Maliki affirmed that), تباطؤ المالكي (al-Maliki's delay), and at the beginning الظواهري قال: a
  /// definite word in -ي that is neither a nation's nor a common one, where an adjective can't stand: as the subject of
  /// saying, and behind an indefinite noun, with which an adjective would agree.
  private func isSurnameNotAdjective(_ chain: NameChain) -> Bool {
    if isNamedOfTwo(chain) { return true }
    let index = chain.start
    let signs = reader.signals[index]
    guard signs.isSuperset(of: [.definite, .relational]), !reader.isFeminineWord(index),
      reader.tokens[index].classes.contains(.relational), !reader.tokens[index].shape.contains(.maksuraEnding),
      signs.isDisjoint(with: [.nationality, .common, .place, .organization, .title, .organizationHead, .placeHead])
    else { return false }
    if isSurnameBehindVerb(index) { return true }
    guard !reader.tokens[index].classes.contains(.adjective) else { return false }
    guard index > reader.sentence.lowerBound, reader.isNextWord(index) else {
      return reader.isNextWord(chain.end) && reader.signals[chain.end].isSuperset(of: [.speech, .verb])
        && reader.tokens[chain.end].classes.contains(.verbPast)
    }
    guard signs.contains(.family), !signs.contains(.proclitic) else { return false }
    let before = reader.signals[index - 1]
    if before.contains(.speech), before.contains(.verb) { return true }
    // طالبت موظفة حكومية العبادي: behind an adjective without the article, which governs nothing either.
    if before.contains(.relational), reader.tokens[index - 1].classes.contains(.adjective),
      before.isDisjoint(with: [.definite, .title, .organizationHead, .placeHead])
    {
      return true
    }
    return before.contains(.ordinary)
      && before.isDisjoint(with: [
        .definite, .closed, .title, .pronoun, .placeHead, .organizationHead, .numeral, .relational, .adjective, .place,
      ])
  }

  /// أشار الربيعي إلى (al-Rubaie pointed to; "of spring"), سيلتقي المالكي الوفد (al-Maliki is to meet): the subject of
  /// saying, and of another verb where the word is no adjective.
  private func isSurnameBehindVerb(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index), reader.signals[index].contains(.family),
      reader.signals[index].isDisjoint(with: .proclitic)
    else { return false }
    let before = reader.signals[index - 1]
    guard before.contains(.verb), before.isDisjoint(with: [.closed, .pronoun, .definite]) else { return false }
    return before.contains(.speech) ? !goesOn(behind: index) : !reader.tokens[index].classes.contains(.adjective)
  }

  /// قال الوطني سالم (the nationalist Salim said): a name or another definite word right behind, which the first
  /// describes or is described by.
  private func goesOn(behind index: Int) -> Bool {
    reader.isNextWord(index + 1)
      && !reader.signals[index + 1].isDisjoint(with: [.given, .definite, .title, .nationality])
  }

  private func isBehindPlaceSign(_ start: Int) -> Bool {
    var index = start
    while index > reader.sentence.lowerBound, reader.isNextWord(index), !reader.signals[index].contains(.proclitic) {
      let before = index - 1
      if reader.tokens[before].key == NameParticle.inside { return true }
      let signs = reader.signals[before]
      if signs.contains(.placeHead) {
        // عُين عادل الحداد (… was appointed), with the letters of a spring.
        return signs.isDisjoint(with: [.definite, .closed, .pronoun]) && !reader.isOtherWord(at: before)
          && !reader.roles[before].contains(.placePreposition)
          // عن طريق فلان (by way of somebody).
          && !(before > reader.sentence.lowerBound && reader.tokens[before - 1].key == NameParticle.about)
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

  /// القائدان البرهان والسوداني, الوزيران القاضي والشيخ (the ministers al-Qadi and al-Sheikh): behind "the two …"
  /// surnames that are offices, nations or other words as well. Not where both are nations (الوزيران المصري والسعودي)
  /// or more of a name follows (الوزيران المصري شكري والتركي فيدان).
  func surnameOfTwo(_ index: Int) -> NameChain? {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index) else { return nil }
    let surname = NameChain(start: index, end: index + 1, strong: 1)
    if reader.roles[index - 1].contains(.twoPersons) {
      let isPair =
        isSurname(index) && reader.isNextWord(index + 1) && reader.isBehindAnd(index + 1)
        && isSurname(index + 1) && endsPair(index + 1)
      return isPair && !areNations(index, index + 1) ? surname : nil
    }
    guard index - 2 >= reader.sentence.lowerBound, reader.roles[index - 2].contains(.twoPersons),
      reader.isNextWord(index - 1), reader.isBehindAnd(index), isSurname(index - 1), isSurname(index),
      endsPair(index), !areNations(index - 1, index)
    else { return nil }
    return surname
  }

  private func isSurname(_ index: Int) -> Bool {
    !reader.signals[index].isDisjoint(with: .name) && !reader.signals[index].contains(.closed)
  }

  private func areNations(_ first: Int, _ second: Int) -> Bool {
    reader.signals[first].contains(.nationality) && reader.signals[second].contains(.nationality)
  }

  /// No more of a name stands behind the second.
  private func endsPair(_ index: Int) -> Bool {
    !reader.isNextWord(index + 1) || reader.endsName(behind: index)
      || reader.signals[index + 1].isDisjoint(with: .name)
      || !reader.signals[index + 1].isDisjoint(with: [.common, .verb])
  }

  /// «طرب فاشن», قصيدة "بلقيس": unknown words that are the whole or the end of a short quotation, and any name behind
  /// a thing's head.
  private func isTitleOfWork(_ chain: NameChain) -> Bool {
    guard chain.end < reader.sentence.upperBound, reader.tokens[chain.end].kind == .quote else { return false }
    var open = chain.start - 1
    while open > reader.sentence.lowerBound, chain.start - open <= Self.longestTitleOfWork, reader.tokens[open].isWord,
      reader.signals[open].isDisjoint(with: [.verb, .name, .title])
    { open -= 1 }
    guard open >= reader.sentence.lowerBound, reader.tokens[open].kind == .quote else { return false }
    // المدرب اليوناني «جيورجيوس دونيس»: who has a title is somebody.
    if open > reader.sentence.lowerBound,
      !reader.signals[open - 1].isDisjoint(with: [.title, .honorific, .nationality])
    {
      return false
    }
    return chain.strong == 0
      || open == chain.start - 1 && open > reader.sentence.lowerBound && isThingHead(open - 1)
  }

  /// Words of a title before its last ones.
  private static let longestTitleOfWork = 3

  /// (غيتي): a word alone in brackets, the source of a picture.
  private func isCredit(_ start: Int, _ end: Int) -> Bool {
    isBetween(.openBracket, TokenSpan(start, end), .closeBracket)
  }

  private func isAfterPlaceOrOrganization(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index) else { return false }
    let before = reader.signals[index - 1]
    // الكوري الجنوبي هييونغ: the adjective of a direction is no place's head.
    if before.isSuperset(of: [.definite, .relational]) { return false }
    // عائلة الحريري: the family of a surname.
    if reader.signals[index].isSuperset(of: [.family, .freeName]),
      let head = reader.match(reader.lexicon.organizationHeads, at: index - 1), head.value.traits.contains(.surname)
    {
      return false
    }
    return !before.isDisjoint(with: [.placeHead, .organizationHead])
  }

  /// Joined by "and" to the person before, a comma between them or not.
  func isJoined(_ index: Int) -> Bool {
    guard let end = personEnd else { return false }
    return (index == end || index == end + 1 && reader.tokens[end].kind == .comma)
      && reader.isBehindAnd(index)
  }

  /// Behind a finite verb, as its subject.
  private func isSubject(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, !reader.signals[index].contains(.proclitic) else { return false }
    let before = reader.signals[index - 1]
    guard !before.contains(.pronoun) else { return false }
    // بين اتيجالي أن (explained that; "between").
    return before.contains(.verb)
      && (!before.contains(.closed)
        || before.contains(.speech) && reader.isNextWord(index + 1)
          && reader.tokens[index + 1].classes.contains(.subordinator))
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
