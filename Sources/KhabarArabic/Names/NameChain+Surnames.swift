import KhabarCore

/// Ordinary words as surnames, and where one name ends and the next begins.
extension NameReader {
  // MARK: Surnames

  /// Whether an ordinary definite noun is the surname: right behind the father's name any, behind a title and a given
  /// name one that can't describe anybody.
  func isNounTakenForSurname(_ reading: NameChainReading) -> Bool {
    let (index, chain) = (reading.index, reading.chain)
    guard chain.strong > 0 else { return false }
    let isBehindFather = index >= chain.start + 2 && roles[index - 2].contains(.son)
    return isBehindFather
      ? isWordForSurname(index) : reading.context != .bare && chain.words == 1 && isNounForSurname(index)
  }

  /// عثمان بن ناصر المحرج: any definite word that is no title and names nothing else.
  private func isWordForSurname(_ index: Int) -> Bool {
    let (signs, classes) = (signals[index], tokens[index].classes)
    return signs.contains(.definite) && !isHeldOrSigned(index)
      && signs.isDisjoint(
        with: WordSignals.heads.union([
          .closed, .numeral, .honorific, .place, .organization, .pronoun, .proclitic,
        ]))
      && roles[index].isEmpty
      && classes.isDisjoint(with: [.calendar, .direction, .adverb, .personNoun, .verbalNoun, .adjective])
  }

  /// ترأس محمد بن سعود المحادثات (… headed the talks), وقع محمد بن سعود المذكرة (… signed the memorandum): what is
  /// held, said or written, and no family's name.
  private func isHeldOrSigned(_ index: Int) -> Bool {
    guard let noun = tokens[index].nounClasses.first, signals[index].isDisjoint(with: .family) else { return false }
    return [.happening, .utterance, .text].contains(noun)
  }

  /// اللواء إبراهيم الحمزي: a definite noun that can't describe anybody.
  private func isNounForSurname(_ index: Int) -> Bool {
    isWordForSurname(index) && signals[index].isDisjoint(with: [.verb, .nationality, .adjective])
      && !tokens[index].classes.contains(.participle)
      // ناقش الوزير سالم الخطة (… discussed the plan).
      && (tokens[index].nounClasses.isEmpty || signals[index].contains(.family))
      && !(isNextWord(index + 1) && signals[index + 1].contains(.definite))
  }

  /// A definite masculine singular in -ي: both an adjective of nationality and a surname.
  func isSurnameShaped(_ index: Int) -> Bool {
    let signs = signals[index]
    guard signs.contains(.definite), !signs.contains(.proclitic) else { return false }
    let stem = tokens[index].stem
    return stem.count >= 3 && stem[stem.count - 1] == ArabicLetter.yeh
  }

  /// الحداد, المنصوري: a family with the article, by the lists or its ending, and no given name.
  private func isSurname(_ index: Int) -> Bool {
    signals[index].contains(.definite) && signals[index].isDisjoint(with: [.given, .title])
      && !signals[index].isDisjoint(with: [.family, .relational])
  }

  /// العامري, القحطاني: a family with the article that is no nation, place, office or adjective, though other words may
  /// have its letters.
  func isPlainSurname(_ index: Int) -> Bool {
    guard isNextWord(index), signals[index].contains(.definite),
      signals[index].isDisjoint(with: Self.noPlainSurname), !isFeminineWord(index)
    else { return false }
    let (signs, classes) = (signals[index], tokens[index].classes)
    if signs.contains(.ordinary), !classes.contains(.alsoName) { return false }
    return signs.contains(.relational)
      ? signs.contains(.family) || !signs.contains(.ordinary) : signs.isSuperset(of: [.family, .freeName])
  }

  private static let noPlainSurname: WordSignals = [
    .nationality, .place, .organization, .title, .organizationHead, .placeHead, .common, .closed, .verb, .numeral,
    .adjective, .proclitic, .pronoun, .honorific,
  ]

  /// قال أمير العامري, اعتقل هلال القحطاني: an indefinite given name that heads offices or bodies as well (prince,
  /// crescent), before a family's name, which no office governs.
  func isGivenNotHead(_ index: Int) -> Bool {
    let signs = signals[index]
    guard signs.contains(.given), signs.isDisjoint(with: [.definite, .pronoun, .closed]) else { return false }
    let isSubject = index > sentence.lowerBound && isNextWord(index) && signals[index - 1].contains(.verb)
    if isPlainSurname(index + 1) {
      return isSubject || signs.isDisjoint(with: [.verb, .placeHead])
        || isBeforeNisba(index) && (!signs.contains(.verb) || tokens[index - 1].classes.contains(.preposition))
    }
    // أكد رفيق الحداد: a surname that is a calling as well, where a verb stands before the name.
    if isSubject, isNextWord(index + 1), signals[index + 1].isSuperset(of: [.definite, .family]),
      signals[index + 1].isDisjoint(with: Self.noPlainSurname), tokens[index + 1].classes.contains(.alsoName)
    {
      return true
    }
    guard isNextWord(index + 1), roles[index + 1].isEmpty, isSubject || signs.isDisjoint(with: [.verb, .placeHead])
    else { return false }
    let next = signals[index + 1]
    // رفيق سالم (Salim's companion): a given name may be whose he is, unless a verb stands before it.
    return !next.isDisjoint(with: .name) && next.isDisjoint(with: Self.noPlainSurname.union([.definite, .ordinary]))
      && (isSubject || !next.contains(.given))
  }

  /// مع سهل العتيبي (with Sahl al-Utaibi), but في سهل العتيبي (in the plain of al-Utaibi).
  private func isBeforeNisba(_ index: Int) -> Bool {
    signals[index + 1].contains(.relational) && index > sentence.lowerBound
      && roles[index - 1].isDisjoint(with: .placePreposition)
      && tokens[index].analysis.proclitics.isDisjoint(with: .prepositions)
  }

  // MARK: The end of a name

  /// Whether what comes behind a name of two words or more is no part of it, though it may be a name as well.
  func ends(_ chain: NameChain, before index: Int) -> Bool {
    chain.words >= 2
      && (isHonorificBeforeTitle(index) || startsTitle(index) || startsWholeName(index, in: chain)
        || startsPlace(index, in: chain) || isTitleBehindForeignName(index))
  }

  /// كمال بشر أمين عام الاتحاد (…, secretary-general of the union): a title of several words whose first is a name as
  /// well.
  private func startsTitle(_ index: Int) -> Bool {
    guard signals[index].isSuperset(of: [.title, .given]), signals[index].isDisjoint(with: [.definite, .proclitic]),
      let title = match(lexicon.titles, at: index)
    else { return false }
    return title.end - index > 1 && !signals[index + 1].contains(.family)
  }

  /// استقبل سيريل رامافوزا الوزير (received the minister): الوزير is a family's name only of Arabs.
  private func isTitleBehindForeignName(_ index: Int) -> Bool {
    signals[index].isSuperset(of: [.title, .definite]) && !signals[index - 1].contains(.given)
      && letterWeight(index - 1) > LetterThreshold.foreignSurname
  }

  /// زار عبيد الله العنابي سان دييغو: behind a surname with the article the listed name of a place of several words.
  private func startsPlace(_ index: Int, in chain: NameChain) -> Bool {
    guard signals[chain.end - 1].contains(.definite), let place = lookup(.place, at: index) else { return false }
    return place.tokens.count > 1 && place.prefixLetters == 0 && place.isExact
  }

  /// معالي وزير … (his excellency the minister …): behind a name an honorific belongs to the title behind it, though
  /// it is a name as well (a feminine one).
  private func isHonorificBeforeTitle(_ index: Int) -> Bool {
    guard isNextWord(index + 1), signals[index + 1].contains(.title), signals[index].isDisjoint(with: .definite),
      let honorific = match(lexicon.honorifics, at: index)
    else { return false }
    return !honorific.value
  }

  /// محمد بن زايد محمد بن سلمان, محمد بن زايد عبد الله بن سالم: a given name with its own "son of" behind a whole name;
  /// عين خالد المنصوري سالم العامري: a given name and more of a name behind a surname with the article.
  private func startsWholeName(_ index: Int, in chain: NameChain) -> Bool {
    // الشيخ محمد الخالد الحمد الصباح is one man: only a verb has another for its object.
    if isDefiniteGivenName(index), isSurname(index - 1),
      isBehindVerb(chain.start) || isBehindVerbOfMeeting(chain.start)
    {
      return true
    }
    if startsForeignName(index, behind: chain) { return true }
    guard !signals[index].contains(.definite), let next = givenEnd(at: index), isNextWord(next) else { return false }
    if roles[next].contains(.son) { return index - chain.start >= 3 && roles[index - 2].contains(.son) }
    if isBehindVerb(chain.start), startsObject(index, next, behind: chain) { return true }
    // قابل الوزير ماجد المباركي جودي العياشي: the subject has a title.
    if isBehindVerbOfMeeting(chain.start), isSurname(index - 1), isSurname(next),
      !signals[index].contains(.common), chain.words == 2
    {
      return true
    }
    guard !signals[index].contains(.common) else { return false }
    if isListed(chain.start, to: index), isListed(index) || isFamilyName(index - 1) { return true }
    return isBehindWholeName(index, in: chain, surname: next) || isBehindForeignName(index, in: chain, surname: next)
  }

  /// عين الرئيس دونالد ترامب ماركو روبيو (president … appointed …): what no one has for a given name.
  private func isFamilyName(_ index: Int) -> Bool {
    signals[index].contains(.family) && !signals[index].contains(.given)
  }

  /// التقى سامح شكري كايا كالاس: behind a verb of meeting and a whole Arabic name two words that only foreign names
  /// are.
  private func startsForeignName(_ index: Int, behind chain: NameChain) -> Bool {
    guard chain.words == 2, chain.known == 2, isBehindMeeting(chain.start), signals[chain.start].contains(.given),
      isForeignWord(index), isNextWord(index + 1), isForeignWord(index + 1),
      letterWeight(index) + letterWeight(index + 1) > LetterThreshold.foreignPart
    else { return false }
    return letterWeight(chain.start) + letterWeight(chain.start + 1) < 0 && endsName(behind: index + 1)
  }

  private func isForeignWord(_ index: Int) -> Bool {
    signals[index].isDisjoint(with: WordSignals.noUnknownName.union([.definite, .proclitic]))
      && letterWeight(index) > 0
  }

  /// Behind a given name, of one word or several: خالد, نجم الدين, عبد الله, عبد الجليل.
  private func givenEnd(at index: Int) -> Int? {
    if let end = compoundGivenEnd(at: index) { return end }
    if roles[index].contains(.kunya) {
      let isCompound =
        isNextWord(index + 1) && (roles[index + 1].contains(.nameEnd) || signals[index + 1].contains(.definite))
      return isCompound ? index + 2 : nil
    }
    return signals[index].contains(.given) ? index + 1 : nil
  }

  /// Whether a given name, with what may be its surname, stands behind a name that has one.
  private func isBehindWholeName(_ index: Int, in chain: NameChain, surname next: Int) -> Bool {
    guard signals[index - 1].contains(.definite), signals[chain.start].contains(.given) || chain.hasKunya,
      // عبد القادر عبد الجليل: no surname, but the noun of a given name.
      !roles[index - 2].contains(.kunya)
    else { return false }
    // محمد العامري محمد السالم: nobody has his given name once more behind his surname.
    if chain.words == 2, nameKey(index) == nameKey(chain.start), signals[next].contains(.definite) { return true }
    return isSurname(index - 1) && (isSurname(next) || isSurnameWithoutArticle(next))
  }

  /// نيكولا جينينغز هوشنك الزناتي: a given name and a surname with the article behind a name whose surname is foreign,
  /// whether a list has it or not.
  private func isBehindForeignName(_ index: Int, in chain: NameChain, surname next: Int) -> Bool {
    chain.words == 2 && (chain.weak == 1 || isFamilyName(index - 1))
      && letterWeight(index - 1) > LetterThreshold.foreignSurname && isSurname(next)
  }

  /// A surname that no list has, or that has no article: ريتشارد أوحايون.
  private func isSurnameWithoutArticle(_ index: Int) -> Bool {
    signals[index].isDisjoint(with: [.definite, .title, .common, .verb, .given, .proclitic])
      && [.weak, .strong].contains(namePart(index, inside: true))
  }

  /// Whether a name behind that of a verb's subject is another one, its object.
  private func startsObject(_ index: Int, _ next: Int, behind chain: NameChain) -> Bool {
    if isSurname(index - 1), isNamePair(index, next) { return true }
    guard !signals[index].contains(.common) else { return false }
    if isListed(chain.start, to: index), isListed(index) { return true }
    guard chain.known + chain.weak == 2 else { return false }
    // محمد العامري محمد السالم: nobody has his given name once more behind his surname.
    let isGiven = signals[chain.start].contains(.given) && !signals[index - 1].contains(.given)
    if isGiven, nameKey(index) == nameKey(chain.start) { return true }
    return isBehindMeeting(chain.start) && isNamePair(index, next) && endsName(behind: next)
  }

  /// A given name and another part of the name.
  private func isNamePair(_ given: Int, _ next: Int) -> Bool {
    isSurname(next) || !signals[given].contains(.common) && namePart(next, inside: true) > .none
  }

  /// What stands behind it goes on with no name and is nothing that was met: a mark, a preposition, a date.
  func endsName(behind index: Int) -> Bool {
    let next = index + 1
    guard isNextWord(next) else { return true }
    return !tokens[next].classes.isDisjoint(with: [.preposition, .calendar, .adverb, .negation, .subordinator])
      || tokens[next].isCoordinated || !tokens[next].analysis.proclitics.isDisjoint(with: .prepositions)
  }

  /// Right behind a verb of meeting, whose object is a person too.
  func isBehindMeeting(_ index: Int) -> Bool {
    index > sentence.lowerBound && tokens[index - 1].classes.contains(.verbOfMeeting)
  }

  /// Right behind a verb that is none of saying: its subject and object stand side by side.
  private func isBehindVerb(_ index: Int) -> Bool {
    index > sentence.lowerBound && isNextWord(index) && signals[index - 1].contains(.verb)
      && signals[index - 1].isDisjoint(with: [.closed, .speech])
      && tokens[index - 1].analysis.proclitics.isDisjoint(with: .prepositions)
  }

  /// Whether the lists have a person of several words that begins at a token and, if it is said, ends at another.
  private func isListed(_ start: Int, to end: Int? = nil) -> Bool {
    lookupRange(at: start).contains { position in
      let (type, tokens) = (lookups[position].type, lookups[position].tokens)
      return type == .person && tokens.count > 1 && (end == nil || end == tokens.upperBound)
    }
  }

  // MARK: The beginning of another name

  /// Where one name ends and the next begins though nothing stands between.
  func startsAnotherName(_ reading: NameChainReading) -> Bool {
    let (index, chain) = (reading.index, reading.chain)
    if index == chain.start + 1, reading.context == .bare, areSubjectAndObject(chain.start, index) { return true }
    return chain.words >= 2 && (isPrepositionLikeName(index) || isGivenBeforeAnother(index))
  }

  /// التقى ماكرون ميلوني: two surnames, subject and object of a verb.
  private func areSubjectAndObject(_ first: Int, _ second: Int) -> Bool {
    guard signals[first].contains(.family), isBehindVerb(first) else { return false }
    // سجله روبي كين (Robbie Keane scored it): the verb has its object.
    if signals[first - 1].contains(.pronoun), !isBehindMeeting(first) { return false }
    // التقى عون ماكرون: no Arabic given name goes on with a foreign surname.
    if signals[first].contains(.given) {
      if areTwoWhoMeet(first, second) { return true }
      return isBehindMeeting(first) && signals[second].contains(.family) && signals[first].isDisjoint(with: .proclitic)
        && signals[second].isDisjoint(with: [.given, .definite, .ordinary, .proclitic])
        && letterWeight(first) < 0 && letterWeight(second) > LetterThreshold.foreignSurname && endsName(behind: second)
    }
    // التقى نتنياهو عباس: the second may be a given name as well where it ends what is met.
    if isBehindMeeting(first), !signals[second].isDisjoint(with: .name), endsName(behind: second) { return true }
    // سجل كيني ميلر هدفا (Kenny Miller scored a goal): another verb has a thing for its object as often.
    return signals[second].isDisjoint(with: [.given, .definite]) && (isBehindMeeting(first) || endsName(behind: second))
  }

  /// التقى عباس هنية في الدوحة أمس (Abbas met Haniyeh in Doha yesterday): behind a verb of meeting that opens the
  /// text's sentence two names that are families' stand for two people where nobody else is there to be met.
  func areTwoWhoMeet(_ first: Int, _ second: Int) -> Bool {
    let verb = first - 1
    guard verb == sentence.lowerBound, isNextWord(first), isNextWord(second), isBehindMeeting(first),
      signals[verb].contains(.verb), signals[verb].isDisjoint(with: [.proclitic, .pronoun])
    else { return false }
    return [first, second].allSatisfy {
      signals[$0].contains(.family) && signals[$0].isDisjoint(with: [.proclitic, .definite, .place, .closed])
    } && meetsNobody(behind: second)
  }

  /// Nothing but a date and what "in" leads to stands behind a word up to the next mark.
  private func meetsNobody(behind word: Int) -> Bool {
    var index = word + 1
    guard endsName(behind: word), !isNextWord(index) || tokens[index].analysis.proclitics.isDisjoint(with: .with) else {
      return false
    }
    var isInside = false
    while index < sentence.upperBound, tokens[index].isWord || tokens[index].kind == .number {
      let (signs, classes) = (signals[index], tokens[index].classes)
      if roles[index].contains(.placePreposition) || roles[index - 1].contains(.placePreposition) {
        isInside = true
      } else if !classes.isDisjoint(with: [.preposition, .subordinator]) || signs.contains(.verb) && !isOfDate(index) {
        return classes.contains(.subordinator)
      } else if isOfDate(index) {
        isInside = false
      } else if !isInside || !signs.isDisjoint(with: [.title, .given]) {
        return false
      }
      index += 1
    }
    return true
  }

  private func isOfDate(_ index: Int) -> Bool {
    tokens[index].kind == .number || signals[index].contains(.numeral)
      || !tokens[index].classes.isDisjoint(with: [.calendar, .adverb])
  }

  /// التقى العبادي المالكي: right behind a verb of meeting two families with the article for its subject and object,
  /// though other words have their letters.
  func doSurnamesMeet(_ first: Int, _ second: Int) -> Bool {
    isBehindMeeting(first) && second == first + 1 && isNextWord(second) && isLoneFamily(first) && isLoneFamily(second)
      && endsName(behind: second)
  }

  private func isLoneFamily(_ index: Int) -> Bool {
    signals[index].isSuperset(of: [.family, .definite]) && signals[index].isDisjoint(with: Self.noLoneFamily)
      && roles[index].isEmpty && !isFeminineWord(index)
      // الحسن البصري is one man; العبادي is a given name only without its article.
      && (!signals[index].contains(.given) || signals[index].contains(.relational))
  }

  private static let noLoneFamily: WordSignals = [
    .nationality, .place, .organization, .title, .organizationHead, .placeHead, .closed, .numeral, .proclitic,
    .pronoun, .honorific,
  ]

  /// أشاد جاسم الشيباني بدور المبعوث (praised the role of): behind a surname a preposition with a noun.
  private func isPrepositionLikeName(_ index: Int) -> Bool {
    let (signs, word) = (signals[index], tokens[index].key)
    return (!tokens[index].classes.isEmpty || signs.contains(.given)) && word[0] == ArabicLetter.beh
      && lexicon.marks(of: word.dropFirst(1)).contains(.ordinary) && isNextWord(index + 1)
      && !signals[index + 1].isDisjoint(with: [.definite, .title])
  }

  /// عقد خالد شكري لقاء مع (a meeting with): the object of the verb, which is a name as well.
  private func isGivenBeforeAnother(_ index: Int) -> Bool {
    let signs = signals[index]
    guard signs.contains(.given), !signs.contains(.definite), isNextWord(index + 1) else { return false }
    if tokens[index + 1].classes.contains(.preposition) { return isDoneOrSaid(index) }
    return signs.contains(.common) && isBeforeKnownName(index + 1)
      && !tokens[index].classes.isDisjoint(with: [.noun, .verbalNoun])
  }

  /// لقاء (meeting), براءة (innocence), بيان (statement): what somebody does, undergoes, says or writes; not سلام
  /// (peace).
  func isDoneOrSaid(_ index: Int) -> Bool {
    let nouns = tokens[index].nounClasses
    return tokens[index].classes.contains(.verbalNoun) || nouns.contains(.happening) || nouns.contains(.action)
      || nouns.contains(.utterance) || nouns.contains(.text)
  }

  /// التقى السيسي ماكرون: a surname with the article is not followed by more of the name.
  func isBesideSurname(_ reading: NameChainReading) -> Bool {
    let (index, chain) = (reading.index, reading.chain)
    guard index == chain.start + 1, reading.context == .bare, signals[chain.start].contains(.definite),
      roles[index].isDisjoint(with: .particle)
    else { return false }
    if doSurnamesMeet(chain.start, index) { return true }
    guard chain.strong + chain.weak > 0 else { return false }
    // التقى العليمي الدوسري: a verb of meeting has two surnames beside each other for its subject and object.
    return !signals[index].contains(.definite)
      || isBehindMeeting(chain.start) && isSurname(index) && endsName(behind: index)
  }
}
