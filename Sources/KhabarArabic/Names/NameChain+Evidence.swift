import KhabarCore

/// What must speak for a word so that a name begins or goes on with it.
extension NameReader {
  // MARK: The first word

  func begins(_ part: NamePart, _ index: Int, _ context: NameContext) -> Bool {
    switch part {
    case .strong: true
    case .ambiguous: context == .bare ? beginsBareName(index) : beginsTitledName(index)
    case .weak: beginsUnknownName(index, context)
    case .none: false
    }
  }

  /// Whether a name that is another word as well begins a name without a title.
  private func beginsBareName(_ index: Int) -> Bool {
    let signs = signals[index]
    // لصالح, مخيمي: a preposition's noun and head words are none.
    if !signs.isDisjoint(with: [.placeHead, .organizationHead]) { return isGivenNotHead(index) }
    // الملك الأردني (the king of Jordan): a title with the nation, though both are surnames.
    if signs.isSuperset(of: [.title, .definite]), isNextWord(index + 1), signals[index + 1].contains(.nationality) {
      return false
    }
    if signs.contains(.proclitic), !tokens[index].analysis.proclitics.isDisjoint(with: .prepositions) {
      return isGivenBehindPreposition(index)
    }
    // نجا كريم الحداد (Karim al-Haddad escaped): names begin with the given one.
    if roles[index].contains(.nameEnd) || signs.contains(.verb) && !signs.contains(.given) { return false }
    if signs.contains(.closed) { return isBeforePlainName(index) }
    return !signs.isDisjoint(with: .name) && !isVerbBeforeForeigner(index) && !isNounBeforeName(definite: index)
  }

  /// وكان الصافي طالب العبادي بالإصلاح (… had called on al-Abadi for reform): a given name with the letters of a past
  /// verb, behind none, before a family's name and what "for" leads to.
  func isDemand(_ index: Int) -> Bool {
    guard tokens[index].classes.contains(.verbPast), !signals[index].contains(.freeName), isNextWord(index + 1),
      isNextWord(index + 2), signals[index + 1].isSuperset(of: [.family, .definite]),
      !signals[index + 1].contains(.proclitic), index > sentence.lowerBound,
      signals[index - 1].isDisjoint(with: [.verb, .title, .honorific]),
      !signals[index - 1].contains(.given) || signals[index - 1].contains(.definite)
    else { return false }
    let next = tokens[index + 2]
    return next.analysis.proclitics.contains(.with)
      && (next.classes.contains(.verbalNoun) || next.classes.contains(.subordinator))
  }

  /// وعادل لوسيو النتيجة (and Lucio levelled the score): a given name with the letters of a past verb, before a foreign
  /// surname, which goes on no Arabic name, and where a verb may stand.
  private func isVerbBeforeForeigner(_ index: Int) -> Bool {
    guard tokens[index].classes.contains(.verbPast), letterWeight(index) < 0, isNextWord(index + 1),
      opensClause(index)
        || signals[index - 1].isDisjoint(with: [.verb, .title, .honorific, .given, .nationality])
          && !tokens[index - 1].classes.contains(.preposition)
    else { return false }
    let next = signals[index + 1]
    guard next.isDisjoint(with: [.definite, .proclitic, .ordinary]), !next.isDisjoint(with: .name),
      letterWeight(index + 1) > LetterThreshold.foreignSurname
    else { return false }
    // ومنح هنري التقدم (and Henry gave the lead): a given name is the subject where what he does it to follows.
    return !next.contains(.given)
      || isNextWord(index + 2) && signals[index + 2].isSuperset(of: [.definite, .common])
        && signals[index + 2].isDisjoint(with: [.name, .relational, .title])
  }

  /// الضيف أستون فيلا, النداء فابريس شيش: an ordinary noun with the article before a name, though it is a surname as
  /// well.
  private func isNounBeforeName(definite index: Int) -> Bool {
    guard signals[index].isSuperset(of: [.definite, .ordinary]), !signals[index].contains(.given),
      isNextWord(index + 1), isNextWord(index + 2)
    else { return false }
    return signals[index + 1].contains(.given) && signals[index + 1].isDisjoint(with: [.definite, .proclitic, .common])
      && namePart(index + 2, inside: true) >= .weak
  }

  /// النائب بسليم الحداد, التقى سالم بكريم فوزي: a given name with its preposition before a surname that is nothing
  /// else, and not ببراءة سالم (of the innocence of Salim), بعيد الفصح (on the feast of Easter).
  private func isGivenBehindPreposition(_ index: Int) -> Bool {
    guard signals[index].contains(.given), isBeforeKnownName(index + 1) else { return false }
    let (classes, next) = (tokens[index].classes, signals[index + 1])
    let isSurname = next.isSuperset(of: [.family, .definite])
    if isSurname, index > sentence.lowerBound, signals[index - 1].contains(.title) { return true }
    guard classes.contains(.alsoName) || classes.isDisjoint(with: Self.ofWords) else { return false }
    // التقى الوزير بتوفيق قاسم: a verb of meeting has somebody behind its preposition.
    if isBehindVerbOfMeeting(index), next.isDisjoint(with: [.definite, .title, .place]) { return true }
    return isSurname
      ? next.contains(.relational)
      : !isDoneOrSaid(index) && next.isDisjoint(with: [.definite, .ordinary, .verb, .title])
  }

  private static let ofWords: WordClasses = [.common, .adverb, .quantifier, .verbalNoun, .participle]

  /// Whether the verb of the clause is one of meeting, a few words before.
  func isBehindVerbOfMeeting(_ index: Int) -> Bool {
    var verb = index
    while verb > sentence.lowerBound, index - verb <= Self.longestSubject, isNextWord(verb) {
      verb -= 1
      if signals[verb].contains(.verb) { return tokens[verb].classes.contains(.verbOfMeeting) }
    }
    return false
  }

  /// Words of a subject between its verb and a preposition.
  private static let longestSubject = 8

  /// علي أمل (for على أمل, in the hope): only a name that is nothing else shows that the preposition is none.
  private func isBeforePlainName(_ index: Int) -> Bool {
    if isBeforeSon(index), !tokens[index].shape.contains(.looseSpelling) { return true }
    // وذكر علي رافع الشهري: behind a verb of saying also a name that is an ordinary word, before a family's; and a
    // family's that is an adjective.
    if isSpeaker(index), isWordOfNames(index + 1) { return true }
    guard isBeforeKnownName(index + 1) else { return false }
    let next = signals[index + 1]
    // علي محمود: with its dots, in a text that tells ي from ى, before a given name that is a word as well.
    // But علي أمل (in the hope) is often meant as it was with no text around it that tells.
    if isWrittenAsName(index), next.contains(.given),
      next.isDisjoint(with: [.definite, .proclitic, .closed, .pronoun]),
      !tokens[index + 1].classes.contains(.verbalNoun)
    {
      return true
    }
    if next.isDisjoint(with: [.definite, .ordinary, .verb]) || !roles[index + 1].isDisjoint(with: [.son, .kunya]) {
      return true
    }
    // علي الراوي: the text tells ي from ى, and the surname is nothing else.
    if next.contains(.relational), isPlainSurname(index + 1), !tokens[index].shape.contains(.looseSpelling) {
      return true
    }
    return next.contains(.definite) && !next.isDisjoint(with: [.family, .relational])
      && next.isDisjoint(with: [.given, .title, .ordinary, .nationality, .place, .adjective])
      && !tokens[index].shape.contains(.looseSpelling)
  }

  /// Ends in ي, which the preposition of its letters does not, in a text that tells it from ى.
  private func isWrittenAsName(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.stem[token.stem.count - 1] == ArabicLetter.yeh
      && token.shape.isDisjoint(with: [.maksuraEnding, .looseSpelling])
  }

  /// Right behind a verb of saying, in a text that tells ي from ى.
  private func isSpeaker(_ index: Int) -> Bool {
    index > sentence.lowerBound && isNextWord(index) && signals[index - 1].isSuperset(of: [.speech, .verb])
      && !tokens[index].shape.contains(.looseSpelling)
  }

  private func isWordOfNames(_ index: Int) -> Bool {
    guard isNextWord(index) else { return false }
    if signals[index].isSuperset(of: [.family, .definite, .relational]) {
      return signals[index].isDisjoint(with: [.nationality, .place, .proclitic])
    }
    return signals[index].contains(.given) && signals[index].isDisjoint(with: [.definite, .proclitic, .closed])
      && isPlainSurname(index + 1)
  }

  /// الرئيس أسعد against الوزير أشرف على: behind a title a verb's form needs a name behind it.
  private func beginsTitledName(_ index: Int) -> Bool {
    signals[index].isDisjoint(with: [.verb, .closed]) || isBeforeSon(index)
      || isBeforeName(index + 1) && !signals[index + 1].contains(.closed) || isBehindVerbAndOffice(index)
  }

  /// تعهد الرئيس صالح بالعمل (president Salih pledged to work; صالح "reconciled"): behind a verb and the title of its
  /// subject stands no other verb.
  private func isBehindVerbAndOffice(_ index: Int) -> Bool {
    index - 2 >= sentence.lowerBound && isNextWord(index) && isNextWord(index - 1)
      && signals[index - 1].isSuperset(of: [.title, .definite]) && signals[index - 2].contains(.verb)
      && signals[index - 2].isDisjoint(with: [.closed, .pronoun, .definite, .place])
      && !signals[index].contains(.closed)
      && match(lexicon.titles, at: index - 1)?.value.isLone == true
  }

  /// علي بن حمد (Ali son of Hamad), ناصر بن خليفة: whose son somebody is stands behind his own name alone.
  func isBeforeSon(_ index: Int) -> Bool {
    signals[index].contains(.given) && isNextWord(index + 1) && roles[index + 1].contains(.son)
      && isBeforeName(index + 2)
  }

  private func isBeforeName(_ index: Int) -> Bool { isNextWord(index) && namePart(index, inside: true) >= .weak }

  private func beginsUnknownName(_ index: Int, _ context: NameContext) -> Bool {
    let weight = letterWeight(index)
    let isDefinite = signals[index].contains(.definite)
    if looksLikeVerb(index), weight < LetterThreshold.firstLikeVerb { return false }
    if context != .bare { return isDefinite || weight > LetterThreshold.firstTitled }
    guard isDefinite else { return weight > LetterThreshold.firstBare }
    // أشار السقاف إلى …: a definite word that the lexicon lacks, as subject of a verb of saying.
    return index > sentence.lowerBound && signals[index - 1].contains(.speech)
      && weight > LetterThreshold.firstBareSpeaker
  }

  // MARK: Further words

  func continues(_ reading: NameChainReading, _ part: NamePart) -> Bool {
    switch part {
    case .strong: true
    case .ambiguous: isFramedSurname(reading.index) || continuesAsOtherWord(reading)
    case .weak: continuesUnknown(reading)
    case .none: false
    }
  }

  /// Whether a name goes on with a word that is an ordinary one as well.
  private func continuesAsOtherWord(_ reading: NameChainReading) -> Bool {
    let (index, chain) = (reading.index, reading.chain)
    guard chain.known + chain.weak > 0 || chain.hasKunya || reading.context != .bare else { return false }
    let signs = signals[index]
    if isParticipleNotSurname(reading) || isOfficeThatIsMet(reading) || describesForeigner(reading) { return false }
    // طارق السيد: a word with the article is no verb.
    if signs.contains(.closed) || (signs.contains(.verb) && !signs.isSuperset(of: [.definite, .honorific])) {
      if signs.contains(.title) {
        let isBeforeName = isPlainSurname(index + 1) || isBeforeNothingButName(index)
        return signs.contains(.given) && chain.strong > 0 && isBeforeName
      }
      return continuesAsVerbOrParticle(index, chain)
    }
    return signs.isDisjoint(with: .heads) || continuesAsHead(index, chain)
  }

  /// يحيى بيرت الحاصل على …, بيان صادر عن …: a participle with its complement, not a surname. خالد المنذر إلى …: but
  /// the one that a family is called, behind a given name alone; البيان الصادر (the statement issued), not behind one
  /// with the article, and behind a thing with the article not without a complement either.
  private func isParticipleNotSurname(_ reading: NameChainReading) -> Bool {
    let (index, chain, signs) = (reading.index, reading.chain, signals[reading.index])
    guard tokens[index].classes.contains(.participle), isBeforeComplement(index) || describesThing(reading) else {
      return false
    }
    let isSurname =
      chain.words == 1 && signs.isSuperset(of: [.definite, .family]) && signals[index - 1].contains(.given)
      && !signals[index - 1].contains(.definite)
    return !isSurname && (signs.contains(.definite) || reading.context == .bare && chain.strong + chain.weak == 0)
  }

  /// اختيار كوربن الواضح (the clear choice of Corbyn): no Arabic adjective goes on a foreigner's surname alone.
  private func describesForeigner(_ reading: NameChainReading) -> Bool {
    let index = reading.index
    guard reading.chain.words == 1, signals[index].isSuperset(of: [.definite, .ordinary]),
      signals[index].isDisjoint(with: [.relational, .title]), !signals[index - 1].contains(.definite),
      letterWeight(index - 1) > LetterThreshold.foreignSurname
    else { return false }
    // عرف راؤول النجاح (Raúl knew success): what is done is no family that a given name goes on with either, unless a
    // list has it with the article.
    return !signals[index - 1].contains(.given)
      || tokens[index].classes.contains(.verbalNoun) && !(lookup(.familyName, at: index)?.isExact ?? false)
  }

  /// البيان الصادر أمس (the statement issued yesterday): the first word is a noun with the article that stands for no
  /// people and that no list has as a name with it, and the next one has the article as well.
  private func describesThing(_ reading: NameChainReading) -> Bool {
    let before = reading.index - 1
    return reading.chain.words == 1 && reading.context == .bare && signals[reading.index].contains(.definite)
      && signals[before].contains(.definite) && tokens[before].nounClasses.first.map { $0 != .people } ?? false
      && !(lookup(.givenName, at: before)?.isExact ?? false)
  }

  /// استقبل الرئيس عباس السفير (president Abbas received the ambassador); not التقى المدير رشيد الخطيب (… met Rashid
  /// al-Khatib; "the preacher"), who holds no office by that word alone.
  private func isOfficeThatIsMet(_ reading: NameChainReading) -> Bool {
    reading.context != .bare && signals[reading.index].isSuperset(of: [.definite, .title])
      && isBehindVerbOfMeeting(reading.chain.start) && endsName(behind: reading.index)
      && match(lexicon.titles, at: reading.index)?.value.isLone == true
  }

  private func continuesAsVerbOrParticle(_ index: Int, _ chain: NameChain) -> Bool {
    let signs = signals[index]
    guard signs.contains(.closed) else {
      return tokens[index].classes.contains(.alsoName) || signs.contains(.family) || isBeforeName(index + 1)
        || signs.isDisjoint(with: .name)
        // خالد يحيى، (يحيى "lives"): a verb that the clause goes on with has more behind it.
        || signs.contains(.given) && isWholeGiven(index) && endsName(behind: index)
        // محمد طالب العامري (طالب "demanded").
        || signs.contains(.given) && chain.strong > 0 && isPlainSurname(index + 1)
    }
    // محمد علي …; but not وحصل علي جائزة.
    if chain.strong > 0, isPlainSurname(index + 1), signals[index + 1].contains(.relational) { return true }
    // محمد علي المصري: behind a given name, with its dots, before a family's name that is an adjective.
    if chain.strong > 0, signals[index - 1].contains(.given), isWrittenAsName(index), isNextWord(index + 1),
      signals[index + 1].isSuperset(of: [.definite, .family]),
      signals[index + 1].isDisjoint(with: [.proclitic, .closed, .title])
    {
      return true
    }
    return chain.strong > 0
      && !(isNextWord(index + 1) && !signals[index + 1].isDisjoint(with: [.nationality, .definite]))
  }

  /// A list has the whole word for a given name, nothing written before it.
  private func isWholeGiven(_ index: Int) -> Bool {
    lookupRange(at: index).contains { lookups[$0].type == .givenName && lookups[$0].prefixLetters == 0 }
  }

  /// محمود سيد أحمد (Mahmoud Sayyid Ahmad): a name without an article, which a title before it does not govern.
  /// الأمير فيصل (prince Faisal): one with the article is a title before it.
  private func isBeforeNothingButName(_ index: Int) -> Bool {
    let next = index + 1
    return !signals[index].contains(.definite) && isNextWord(next) && !signals[next].isDisjoint(with: .name)
      && signals[next].isDisjoint(with: [.definite, .proclitic, .title, .common, .place, .ordinary])
  }

  /// محمد سلطان, but not فهد أمير منطقة الرياض (the governor of the region of Riyadh): a head word without complement.
  private func continuesAsHead(_ index: Int, _ chain: NameChain) -> Bool {
    let signs = signals[index]
    // جون ميجور (John Major): a foreign surname with the letters of a title, and no ordinary word.
    if signs.contains(.family), signs.isDisjoint(with: [.ordinary, .definite]), chain.strong > 0 { return true }
    // محمد أمير العامري: no office governs a family's name.
    if signs.contains(.given), isPlainSurname(index + 1) || isGivenBeforeFamily(index, chain) { return true }
    if signs.contains(.given), chain.known > 0, isBeforeNothingButName(index) { return true }
    // حامد الشريف وجلال محمود: a title governs the word behind it, not one joined to it.
    guard isNextWord(index + 1), !signals[index + 1].contains(.proclitic) else { return true }
    // الأمير عطا الشيخ مدير الجامعة (prince Ata al-Sheikh, the director of the university): what has the article
    // governs no title.
    if signs.isSuperset(of: [.definite, .family]), chain.known > 0, signals[index + 1].contains(.title),
      signals[index + 1].isDisjoint(with: [.definite, .given])
    {
      return true
    }
    // ماجد نجم رئيس القسم (…, the head of the department): nor one that is another's title.
    if signs.contains(.given), chain.known > 0, signals[index + 1].contains(.title),
      signals[index + 1].isDisjoint(with: [.definite, .given]), let office = titlePhrase(at: index + 1),
      office.isOffice, office.isComplete
    {
      return true
    }
    return signals[index + 1].isDisjoint(
      with: WordSignals.heads.union([
        .definite, .place, .organization, .given, .family,
      ]))
  }

  /// باسم جراح الزهور, سامي عميد تواتي: behind a given name another one that is a calling as well, before a family's
  /// name that it does not govern: an office governs what has the article.
  private func isGivenBeforeFamily(_ index: Int, _ chain: NameChain) -> Bool {
    guard chain.known > 0, isNextWord(index + 1), signals[index + 1].contains(.family),
      let title = match(lexicon.titles, at: index), title.end == index + 1
    else { return false }
    let next = signals[index + 1]
    return next.isDisjoint(
      with: WordSignals.heads.union([
        .place, .organization, .nationality, .closed, .verb, .proclitic, .pronoun, .common, .honorific,
      ])) && !(title.value.isOffice && next.contains(.definite))
  }

  private func continuesUnknown(_ reading: NameChainReading) -> Bool {
    let (index, chain) = (reading.index, reading.chain)
    let (signs, weight) = (signals[index], letterWeight(index))
    if looksLikeVerb(index) {
      let isBehindName = chain.strong > 0 && (signals[index - 1].contains(.freeName) || isPlainGiven(index - 1))
      if weight < (isBehindName ? LetterThreshold.nextLikeVerbBehindName : LetterThreshold.nextLikeVerb) {
        return false
      }
    }
    if signs.contains(.relational), chain.letters > LetterThreshold.foreignBeforeRelational,
      weight > LetterThreshold.relationalBehindForeign
    {
      return true
    }
    if chain.weak >= 3, weight < LetterThreshold.fourthUnknown { return false }
    if isUnknownBehindGiven(index), weight > LetterThreshold.unknownBehindGiven { return true }
    if signs.contains(.definite) { return isUnknownSurname(weight, reading) }
    // وراء بوش مسلوب الإرادة (behind Bush, deprived of his will): on a foreign surname only a foreign word goes on.
    if signals[index - 1].contains(.family), !signals[index - 1].contains(.given),
      letterWeight(index - 1) > LetterThreshold.foreignSurname, weight <= LetterThreshold.nextBehindForeignSurname,
      chain.words > 1 || !mayBeFirstName(chain.start)
    {
      return false
    }
    if reading.context == .bare {
      return weight > (chain.strong > 0 ? LetterThreshold.nextBareBehindName : LetterThreshold.nextBare)
    }
    // السيد جلال فياضي: behind a title also a given name that is an ordinary word as well.
    return weight > (chain.known > 0 ? LetterThreshold.nextTitledBehindName : LetterThreshold.nextTitled)
  }

  /// الفرنسية إميلي لوا, البروفسور برنارد قارده: the lists have first names of foreigners among the surnames; behind
  /// the title of a president or minister stands a surname.
  private func mayBeFirstName(_ index: Int) -> Bool {
    guard index > sentence.lowerBound, isNextWord(index) else { return false }
    let before = signals[index - 1]
    return before.contains(.nationality)
      || before.contains(.title) && !(match(lexicon.titles, at: index - 1)?.value.isLone ?? false)
  }

  /// A definite word that no list has, as the surname of a name.
  private func isUnknownSurname(_ weight: Int, _ reading: NameChainReading) -> Bool {
    let (signs, chain) = (signals[reading.index], reading.chain)
    // الفريق محمد ماجد العيطان: behind a title and two given names as well.
    return signs.contains(.relational) || weight > LetterThreshold.definiteSurname
      || (chain.words == 1 && chain.known > 0)
      || (chain.words == 2 && chain.known == 2 && reading.context != .bare)
      || isBehindFather(reading.index) && signs.isDisjoint(with: [.ordinary, .common])
  }

  /// سالم بن عبد العزيز الجربوع: behind the father's name a definite word that is nothing else is the family's.
  private func isBehindFather(_ index: Int) -> Bool {
    func isSon(_ other: Int) -> Bool { other > sentence.lowerBound && roles[other].contains(.son) }
    return isSon(index - 2) || roles[max(0, index - 2)].contains(.kunya) && isSon(index - 3)
  }
}
