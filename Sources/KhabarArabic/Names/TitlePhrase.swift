import KhabarCore

/// Honorifics and titles in front of a name, or standing alone.
struct TitlePhrase {
  /// Honorifics included.
  var tokens: TokenSpan
  /// Each title, honorifics left out.
  var titles: [TokenSpan]
  /// Ends in something that a name may follow: a definite head, a head with its complement, an honorific.
  var isComplete: Bool
  /// Stands for an office of its own: the prime minister. Not so "the citizen" or "the young man".
  var isOffice: Bool
  var isPlural: Bool
  /// The last title says what somebody is or does, and is no office: the gunman.
  var isDescriptive: Bool
  var isRuler: Bool
  /// Stands for its holder without a complement.
  var isLone: Bool
  /// The first title, the words of an office, without honorifics.
  var head: Int

  fileprivate mutating func add(_ one: OneTitle) {
    titles.append(one.tokens)
    isComplete = isComplete || one.isComplete
    isOffice = isOffice || one.title.isOffice
    isPlural = one.title.isPlural
    isDescriptive = one.title.isDescriptive
    isLone = isLone || one.title.isLone
    isRuler = isRuler || one.title.isRuler
  }
}

/// One title of a phrase.
private struct OneTitle {
  let title: NameLexicon.Title
  /// Its first word, behind an honorific of its own.
  let start: Int
  /// Behind the words that the table has.
  let headEnd: Int
  /// "And" joins it to the title before it: رئيس الوزراء ووزير الدفاع, two offices of one person.
  let isJoined: Bool
  /// Behind its complement and adjectives.
  var end: Int
  /// A name may follow.
  var isComplete: Bool

  var tokens: TokenSpan { TokenSpan(start, end) }
  /// The words that the table has.
  var head: TokenSpan { TokenSpan(start, headEnd) }
}

extension NameReader {
  /// Reads honorifics and a chain of titles from a token: معالي وزير الدفاع الأمريكي الدكتور (his excellency the
  /// American minister of defence Dr.).
  func titlePhrase(at start: Int) -> TitlePhrase? {
    var phrase = TitlePhrase(
      tokens: TokenSpan(start, start), titles: [], isComplete: false, isOffice: false, isPlural: false,
      isDescriptive: false, isRuler: false, isLone: false, head: start)
    phrase.head = readHonorifics(from: start, &phrase)
    var index = phrase.head
    while index < sentence.upperBound, index == start || isNextTitled(index),
      let next = nextTitle(at: index, of: phrase)
    {
      phrase.add(next)
      index = shorteningEnd(from: next.end)
    }
    guard !phrase.titles.isEmpty || phrase.isComplete else { return nil }
    phrase.tokens = TokenSpan(start, max(index, start + 1))
    return phrase
  }

  /// Behind the mark of a shortened title, د. or د/ (Dr.): one written to a title of a letter or two.
  private func shorteningEnd(from end: Int) -> Int {
    guard end < sentence.upperBound, isShortening(end) else { return end }
    return end + 1
  }

  /// Not in 5 م. (5 metres), 2003 م. (AD).
  private func isShortening(_ mark: Int) -> Bool {
    mark > sentence.lowerBound && (tokens[mark].kind == .sentenceEnd || tokens[mark].kind == .slash)
      && !tokens[mark].shape.contains(.spaceBefore) && tokens[mark - 1].classes.contains(.abbreviation)
      && (mark - 1 == sentence.lowerBound || tokens[mark - 2].kind != .number)
  }

  /// A word that a title may stand before: the next one, or one behind the mark of a shortened title, with a space or
  /// without (د.محمد).
  func isNextTitled(_ index: Int) -> Bool {
    isNextWord(index)
      || index > sentence.lowerBound && index < sentence.upperBound && tokens[index].isWord && isShortening(index - 1)
        && !tokens[index].shape.contains(.lineStart)
  }

  /// Reads the honorifics before the first title, and returns where they end.
  private func readHonorifics(from start: Int, _ phrase: inout TitlePhrase) -> Int {
    var index = start
    while index < sentence.upperBound, signals[index].contains(.honorific), index == start || isNextWord(index),
      !isLoneHonorific(index), let honorific = match(lexicon.honorifics, at: index),
      !honorific.value || index > start
    {
      index = honorific.end
      phrase.isComplete = true
      phrase.isRuler = true
    }
    return index
  }

  /// The title that stands at a word; nil when there is none that belongs to the phrase.
  private func nextTitle(at index: Int, of phrase: TitlePhrase) -> OneTitle? {
    guard var one = titleHead(at: index, of: phrase), !isOtherWord(one.title, one.head), !isOfOthers(one, phrase) else {
      return nil
    }
    readComplement(&one)
    if one.isJoined, !goesOn(at: one.end, one) { return nil }
    return isOfAnother(one, behind: phrase) ? nil : one
  }

  /// The words of a title that the table has, with the honorific before them.
  private func titleHead(at index: Int, of phrase: TitlePhrase) -> OneTitle? {
    let isJoined = !phrase.titles.isEmpty && tokens[index].analysis.proclitics.contains(.and)
    if !phrase.titles.isEmpty, signals[index].contains(.proclitic), !isJoined || phrase.isPlural { return nil }
    if isJoined, signals[index].contains(.honorific), !signals[index].contains(.title) { return nil }
    var start = index
    if signals[index].contains(.honorific) {
      if isLoneHonorific(index) { return nil }
      if let honorific = match(lexicon.honorifics, at: index) {
        start = honorific.end
        if start < sentence.upperBound, !isNextWord(start) { return nil }
      }
    }
    // نجم الدين, أمير الدين: a given name that begins as a title does.
    guard start < sentence.upperBound, signals[start].contains(.title), compoundGivenEnd(at: start) == nil,
      !tokens[start].analysis.proclitics.contains(.future), let match = titleWords(at: start)
    else { return nil }
    if match.end == start + 1, isGivenNotTitle(start, match.value) { return nil }
    let isComplete =
      !signals[start].isDisjoint(with: [.definite, .pronoun]) || match.value.complement != .domain
      || match.end - start > 1
    return OneTitle(
      title: match.value, start: start, headEnd: match.end, isJoined: isJoined, end: match.end, isComplete: isComplete)
  }

  /// The title of the table that stands at a word. زار الرئيس جمهورية التشيك (the president visited the Czech
  /// Republic), استقبل الرئيس الوفد السوري (received the Syrian delegation), استقبل الرئيس وزراء العدل (received the
  /// ministers of justice): what has the article governs no noun.
  private func titleWords(at start: Int) -> (end: Int, value: NameLexicon.Title)? {
    guard let match = match(lexicon.titles, at: start) else { return nil }
    let second = start + 1
    guard match.end > second, signals[start].contains(.definite), !match.value.isDefiniteOnly,
      signals[second].isDisjoint(with: [.proclitic, .closed]),
      let alone = lexicon.titles.phrases(from: tokens[start].stem).last, alone.count == 1
    else { return match }
    let governed: WordSignals = signals[second].contains(.definite) ? .organizationHead : [.placeHead, .title]
    return signals[second].isDisjoint(with: governed) ? match : (second, alone.value)
  }

  /// Whether what looks like a further title is no title of the same man.
  private func isOfOthers(_ one: OneTitle, _ phrase: TitlePhrase) -> Bool {
    if isBehindOthers(one.title, phrase) || one.isJoined && one.title.isDescriptive { return true }
    // وزير الصحة والدكتور سالم (the minister of health and Dr Salem): no office goes on with "and" and an address.
    if one.isJoined, one.title.isAddress, one.head.count == 1, signals[one.start].contains(.definite) { return true }
    // استقبل الوزير السفراء (the minister received the ambassadors): several are no title of one.
    if one.title.isPlural, !one.isJoined, !phrase.titles.isEmpty, !phrase.isPlural { return true }
    // الدكتور فارس السقاف: a given name that is a title (knight) as well.
    return !phrase.titles.isEmpty && phrase.isComplete && one.head.count == 1 && isGivenBeforeName(one.start)
  }

  /// Reads what belongs to a title behind its head: the words of its rank, its complement, adjectives.
  private func readComplement(_ one: inout OneTitle) {
    let title = one.title
    if title.isRank { while isNextWord(one.end), isRankWord(one.end) { one.end += 1 } }
    // وزير الداخلية (minister of the interior) has its complement: what follows is the name.
    // So does حاكم مصرف لبنان (governor of the Bank of Lebanon), which ends in a place.
    let closing: WordSignals = one.head.count > 1 ? [.definite, .pronoun, .place] : [.definite, .pronoun]
    let isOpen = signals[one.headEnd - 1].isDisjoint(with: closing) && !signals[one.start].contains(.pronoun)
    if isOpen, title.complement != .none {
      let complement = complementEnd(from: one.end)
      if complement > one.end {
        one.end = complement
        one.isComplete = true
      }
    }
    // وزراء الدفاع والخارجية: two ministries of one title.
    while isNextWord(one.end), roles[one.end].contains(.ministry), tokens[one.end].analysis.proclitics.contains(.and) {
      one.end += 1
    }
    // سفراء فرنسا وألمانيا (the ambassadors of France and Germany): several have several countries.
    while title.isPlural, one.end > one.headEnd, signals[one.end - 1].contains(.place), isNextWord(one.end),
      isBehindAnd(one.end), let country = lookup(.place, at: one.end), isCountry(country)
    {
      one.end = country.tokens.upperBound
    }
    one.end = adjectivesEnd(from: one.end)
    while isSecondAdjective(one.end, of: one) { one.end += 1 }
    if one.isComplete { one.end = portfoliosEnd(from: subjectsAdjectivesEnd(one)) }
    one.end = prepositionalEnd(from: one.end)
  }

  /// منسق السياسة الخارجية والأمنية (the coordinator of foreign and security policy): a further adjective of what a
  /// title is about.
  private func isSecondAdjective(_ index: Int, of one: OneTitle) -> Bool {
    guard index - 1 > one.headEnd, isNextWord(index) else { return false }
    let proclitics = tokens[index].analysis.proclitics
    return proclitics.contains(.and) && proclitics.isDisjoint(with: .prepositions)
      && [index - 1, index].allSatisfy {
        signals[$0].contains(.definite) && !signals[$0].isDisjoint(with: [.relational, .nationality])
          && isFeminineWord($0)
      }
  }

  private func isCountry(_ lookup: Lookup) -> Bool { entries.referent(lookup.entry).kind == "country" }

  /// وزير التعليم العالي والبحث العلمي (minister of higher education and scientific research): further subjects of a
  /// ministry, each with its complement and adjectives.
  private func portfoliosEnd(from start: Int) -> Int {
    var end = start
    while isNextWord(end), isPortfolio(end) {
      if signals[end].contains(.definite) {
        end = qualitiesEnd(from: end + 1)
      } else {
        let complement = complementEnd(from: end + 1)
        guard complement > end + 1 else { return end }
        end = qualitiesEnd(from: complement)
      }
    }
    return end
  }

  /// Behind the adjectives of the last of a title's subjects, where this is one of a ministry.
  private func subjectsAdjectivesEnd(_ one: OneTitle) -> Int {
    let last = one.end - 1
    return last > one.headEnd && isPortfolio(last) ? qualitiesEnd(from: one.end) : one.end
  }

  /// Behind the adjectives of a ministry's subject: (وزيرة التخطيط) والتنمية الاقتصادية (… and economic development).
  /// They may be titles elsewhere, and a feminine adjective need not be known.
  private func qualitiesEnd(from start: Int) -> Int {
    var end = start
    while isNextWord(end), signals[end].contains(.definite),
      signals[end].isDisjoint(with: [.proclitic, .given, .place, .organizationHead, .honorific]),
      isAdjective(end)
        || signals[end].isDisjoint(with: [.family, .title]) && isFeminineWord(end)
          && isFeminineWord(end - 1)
    { end += 1 }
    return adjectivesEnd(from: end)
  }

  /// Whether a name, or another title of his, stands behind a title that "and" joins.
  private func goesOn(at end: Int, _ one: OneTitle) -> Bool {
    guard end < sentence.upperBound, !tokens[end].isCoordinated else { return false }
    if nameChain(at: end, after: .title(isRuler: one.title.isRuler)) != nil { return true }
    // تفقد المحافظ والسفير مدرسة (the governor and the ambassador inspected a school): a woman's title is none of his.
    guard signals[end].contains(.title) else { return false }
    return signals[end].contains(.definite) || isFeminineWord(end) == isFeminineWord(one.start)
  }

  /// Whether a title is another person's than those before it: offices of two countries; مديرة الجامعة ونقيب الصحفيين
  /// (the director of the university and the head of the journalists), a woman and a man.
  private func isOfAnother(_ one: OneTitle, behind phrase: TitlePhrase) -> Bool {
    guard let first = phrase.titles.first else { return false }
    if isSomebodys(one.tokens) { return true }
    let areOffices = phrase.isOffice && one.title.isOffice
    if areOffices, isUnderRuler(one, phrase) { return true }
    if areOffices, areOfTwoCountries(phrase.titles, one.tokens) || isMet(one, by: phrase.titles) { return true }
    return (one.isJoined || areOffices) && isFeminineWord(first.lowerBound) != isFeminineWord(one.start)
  }

  /// التقى الرئيس وزير خارجيته (the president met his foreign minister): nobody's title is followed by one that a
  /// pronoun says is his.
  private func isSomebodys(_ title: TokenSpan) -> Bool {
    title.range.contains { signals[$0].contains(.pronoun) && !signals[$0].contains(.definite) }
  }

  /// أقال الملك رئيس الحكومة سالم (the king dismissed the prime minister Salim): right behind a verb that is none of
  /// saying, one word for a ruler is its subject. Nobody has the office of another one as well, but a command.
  private func isUnderRuler(_ one: OneTitle, _ phrase: TitlePhrase) -> Bool {
    let first = phrase.head
    guard phrase.isRuler, phrase.titles == [TokenSpan(first, first + 1)], phrase.tokens.lowerBound == first,
      signals[first].contains(.definite), first > sentence.lowerBound, isNextWord(first),
      signals[first - 1].contains(.verb), signals[first - 1].isDisjoint(with: [.speech, .closed, .pronoun])
    else { return false }
    return !one.isJoined && !one.title.isRuler && !one.title.isRank && one.end - one.start > 1
      && !signals[one.start].contains(.definite)
  }

  /// استقبل رئيس الوزراء وزير الخارجية الإيراني (the prime minister received the Iranian foreign minister): right
  /// behind a verb of meeting an office of a country behind one without is another's, where nobody else is met.
  private func isMet(_ one: OneTitle, by titles: [TokenSpan]) -> Bool {
    guard !one.isJoined, let first = titles.first?.lowerBound, first > sentence.lowerBound, isNextWord(first),
      tokens[first - 1].classes.contains(.verbOfMeeting), tokens[first - 1].analysis.suffixLetters == 0,
      country(of: one.tokens) != nil, titles.allSatisfy({ country(of: $0) == nil })
    else { return false }
    let next = nameChain(at: one.end, after: .title(isRuler: false))?.end ?? one.end
    guard isNextWord(next) else { return true }
    return signals[next].isDisjoint(with: [.title, .honorific]) && roles[next].isDisjoint(with: .counterpart)
      && !isCompanion(next)
      && !(tokens[next].classes.contains(.preposition) && !roles[next].contains(.placePreposition))
  }

  /// بالسفير (with the ambassador), and not بمكتبه (in his office), بتاريخ (on the date of).
  private func isCompanion(_ index: Int) -> Bool {
    !tokens[index].analysis.proclitics.isDisjoint(with: .prepositions)
      && (!signals[index].isDisjoint(with: [.given, .family, .nationality, .place])
        || !tokens[index].classes.isDisjoint(with: [.personNoun, .quantifier]))
  }

  /// قتل مسلحون القاضي سالم (gunmen killed the judge Salem): an indefinite plural that keeps its noon holds no noun
  /// behind it, and who is one has none of their titles; قتل مقاتلو الحركة الشيخ سالم (the fighters of the movement
  /// killed sheikh Salem).
  private func isBehindOthers(_ title: NameLexicon.Title, _ phrase: TitlePhrase) -> Bool {
    guard phrase.isPlural, !title.isPlural, let last = phrase.titles.last else { return false }
    if phrase.isDescriptive { return true }
    guard last.count == 1 else { return false }
    let word = tokens[last.lowerBound].key
    return !signals[last.lowerBound].contains(.definite) && word[word.count - 1] == ArabicLetter.noon
  }

  /// Whether a title's letters are no title where they stand.
  private func isOtherWord(_ title: NameLexicon.Title, _ span: TokenSpan) -> Bool {
    title.isDefiniteOnly && !signals[span.lowerBound].contains(.definite) || isAdjectiveOfBody(span.lowerBound)
      || isSpelledOtherwise(title, span) || isVerbBeforeTitle(span)
  }

  /// طالب الوزير (the minister demanded), and no student: where a clause begins a verb of a title's letters, with the
  /// title of who does it.
  private func isVerbBeforeTitle(_ span: TokenSpan) -> Bool {
    let index = span.lowerBound
    return span.count == 1 && opensClause(index) && tokens[index].classes.contains(.verbPast)
      && !signals[index].contains(.definite) && isNextWord(index + 1) && signals[index + 1].contains(.title)
      && !signals[index + 1].contains(.proclitic)
  }

  /// وفد برلماني (a parliamentary delegation): behind an indefinite body the word is its adjective.
  private func isAdjectiveOfBody(_ index: Int) -> Bool {
    guard index > sentence.lowerBound, isNextWord(index), tokens[index].classes.contains(.relational),
      signals[index].isDisjoint(with: [.definite, .proclitic])
    else { return false }
    return signals[index - 1].contains(.organizationHead) && !signals[index - 1].contains(.definite)
  }

  /// Whether a title's letters are those of another word, by the spelling of the first of them.
  private func isSpelledOtherwise(_ title: NameLexicon.Title, _ span: TokenSpan) -> Bool {
    let first = span.lowerBound
    let isDefinite = signals[first].contains(.definite)
    // الأمر (the order) is no commander, الآمر.
    if title.hasMadda, !isDefinite || span.count == 1, !begins(first, with: .madda) { return true }
    // أمام (in front of) is folded to إمام (imam), which is written with the hamza below.
    return tokens[first].classes.contains(.preposition) && !isDefinite && !begins(first, with: .hamzaBelow)
  }

  /// معاليه (his excellency), سموها (her highness): with a pronoun an honorific stands for the person, and begins no
  /// title.
  func isLoneHonorific(_ index: Int) -> Bool {
    let token = tokens[index]
    guard signals[index].contains(.honorific), !signals[index].contains(.definite),
      !token.shape.contains(.feminineEnding),
      let honorific = match(lexicon.honorifics, at: index), honorific.end == index + 1
    else { return false }
    let (count, last) = (token.key.count, token.key[token.key.count - 1])
    return last == ArabicLetter.heh || (last == ArabicLetter.alef && token.key[count - 2] == ArabicLetter.heh)
  }

  /// الأمير سلطان بن خالد, عن رائد صبري, لفارس صبري: a given name that is a title as well. Before a name a rank has the
  /// article; of other titles what has none may be the head of a whole: رفيق سالم (Salim's companion).
  private func isGivenNotTitle(_ index: Int, _ title: NameLexicon.Title) -> Bool {
    let signs = signals[index]
    guard signs.contains(.given), !signs.contains(.definite), isNextWord(index + 1) else { return false }
    if roles[index + 1].contains(.son) { return true }
    return (title.isRank || signs.contains(.proclitic)) && isGivenBeforeName(index)
  }

  /// An indefinite given name with a surname behind it.
  func isGivenBeforeName(_ index: Int) -> Bool {
    guard index < sentence.upperBound else { return false }
    let signs = signals[index]
    guard signs.contains(.given), !signs.contains(.definite), isNextWord(index + 1) else { return false }
    let next = signals[index + 1]
    return !next.contains(.proclitic)
      && (!next.isDisjoint(with: .name)
        || (next.contains(.definite) && next.isDisjoint(with: [.ordinary, .nationality])))
      && next.isDisjoint(with: [.organizationHead, .placeHead, .place, .title])
  }

  /// Whether a word is spelled with one kind of alef: آمر (commander) is folded to أمر (order).
  func begins(_ index: Int, with alef: AlefSpelling) -> Bool {
    // The letter behind the article, where the word has one.
    let article = Int(tokens[index].analysis.articleLetters)
    let start = byteOffset(
      of: index, letter: signals[index].contains(.definite) ? nameOffset(index) + article : nameOffset(index))
    return start + 1 < text.bytes.count && text.bytes[start] == AlefSpelling.lead
      && text.bytes[start + 1] == alef.rawValue
  }

  private func isRankWord(_ index: Int) -> Bool {
    roles[index].contains(.rankWord)
      || lexicon.marks(of: NameLexicon.withoutArticle(tokens[index].stem)).role.contains(.rankWord)
  }
}
