import KhabarCore

/// A possible mention with the strength of its evidence.
struct NameCandidate {
  var mention: Mention
  var weight: Int
}

/// Collects all possible names of a document, sentence by sentence.
struct NameScanner {
  var reader: NameReader
  var candidates: [NameCandidate] = []
  /// Titles that stand without a name.
  var offices: [TitlePhrase] = []
  /// Where the last organization in Latin letters ends.
  var latinEnd: Int?
  /// Where the noun phrase of the sentence's last person ends, to which "and" may join another.
  var personEnd: Int?

  init(reader: NameReader) { self.reader = reader }

  mutating func scan(_ sentences: [Sentence]) {
    for sentence in sentences where !Deadline.isOver {
      reader.sentence = sentence.tokens.range
      scanPersons()
      scanHeads()
      scanEntries()
      scanContexts()
    }
  }

  mutating func add(
    _ type: EntityType, _ tokens: TokenSpan, phrase: TokenSpan? = nil, titles: [TokenSpan] = [],
    kind: MentionKind = .name,
    entry: EntryReference? = nil, span: TextSpan<CleanBytes>? = nil, hasHeadNoun: Bool = false, by rule: NameRule
  ) {
    var mention = Mention(
      tokens: tokens, span: span ?? reader.span(of: tokens), phrase: phrase, type: type, kind: kind,
      titles: titles.map { reader.span(of: $0) }, entry: entry, rule: rule.name)
    if mention.phrase.isEmpty { mention.phrase = tokens }
    mention.hasHeadNoun = hasHeadNoun
    candidates.append(NameCandidate(mention: mention, weight: rule.weight))
  }

  // MARK: Persons

  private mutating func scanPersons() {
    personEnd = nil
    var start = reader.sentence.lowerBound
    while let index = reader.next(.person, from: start) { start = readPerson(at: index) ?? index + 1 }
  }

  /// Reads a person or an office that begins at a word, and returns where reading goes on; nil when none begins there.
  private mutating func readPerson(at index: Int) -> Int? {
    let signs = reader.signals[index]
    if let end = listedPlaceEnd(over: index) { return end }
    if isBorn(index) || reader.isDemand(index) { return nil }
    // ابن خلدون: before it is the title of a relative, "son of" opens a name.
    if reader.roles[index].contains(.son), let chain = reader.nameChain(at: index, after: .bare), chain.known > 0,
      accepts(chain)
    {
      return addPerson(chain, title: nil)
    }
    if let surname = surnameOfTwo(index) { return addPerson(surname, title: nil) }
    // وفارس الحلبي, أكد فارس الحلبي: behind a name and "and", or before a family's name, a given name that is a title
    // (knight) as well.
    if signs.isSuperset(of: [.title, .given]), !signs.contains(.definite),
      isJoined(index) || reader.isGivenNotHead(index),
      let chain = reader.nameChain(at: index, after: .title(isRuler: false)), chain.words > 1, accepts(chain)
    {
      return addPerson(chain, title: nil)
    }
    if !signs.isDisjoint(with: [.title, .honorific]), let title = reader.titlePhrase(at: index) {
      return readTitled(title)
    }
    guard mayOpenName(index) else { return nil }
    // الياس المر واحمد فتفت: a name joined to another one needs no title of its own.
    let joined =
      isJoined(index) && signs.contains(.given) ? reader.nameChain(at: index, after: .title(isRuler: false)) : nil
    guard let chain = joined ?? reader.nameChain(at: index, after: .bare), accepts(chain) else { return nil }
    return addPerson(chain, title: nil)
  }

  /// ولد كريم العامري في عدن (… was born in Aden): the particle of Mauritanian names is a verb where it opens a
  /// clause and the name is followed by where or when.
  private func isBorn(_ index: Int) -> Bool {
    guard reader.roles[index].contains(.son), reader.tokens[index].classes.contains(.verbPast),
      reader.opensClause(index), reader.isNextWord(index + 1),
      let name = reader.nameChain(at: index + 1, after: .title(isRuler: false)), reader.isNextWord(name.end)
    else { return false }
    return reader.tokens[name.end].key == NameParticle.inside
      || reader.lexicon.marks(of: reader.tokens[name.end].stem).contains(.timeWord)
  }

  /// Reads what stands behind a title: what a king rules, a name, or nothing, so that the title is an office.
  private mutating func readTitled(_ title: TitlePhrase) -> Int? {
    if let end = addRealm(of: title) { return end }
    if let chain = name(behind: title) { return addPerson(chain, title: title) }
    if let end = addBracketed(title) ?? addListed(title) { return end }
    let index = title.tokens.lowerBound
    if reader.signals[index].contains(.given), let chain = reader.nameChain(at: index, after: .bare), accepts(chain) {
      return addPerson(chain, title: nil)
    }
    guard let last = title.titles.last else { return nil }
    offices += holders(of: title)
    return max(last.upperBound, index + 1)
  }

  /// The name of the one who has a title.
  private func name(behind title: TitlePhrase) -> NameChain? {
    guard title.isComplete, mayBeNamed(title),
      let chain = reader.nameChain(at: title.tokens.upperBound, after: .title(isRuler: title.isRuler)),
      chain.weight > 0, !isOutranked(chain), !isPlace(title.tokens.lowerBound, to: chain.end),
      !isAdjective(chain, of: title), !isTeam(chain, of: title),
      !isUnlikelyOne(chain, of: title)
    else { return nil }
    return chain
  }

  /// وزير الخارجية (سامح شكري) (the foreign minister, …): a whole name and nothing else in the bracket right behind an
  /// office is its holder's.
  ///
  /// - Returns: where the bracket ends.
  private mutating func addBracketed(_ title: TitlePhrase) -> Int? {
    let open = title.tokens.upperBound
    guard title.isOffice, !title.isPlural, open < reader.sentence.upperBound, reader.tokens[open].kind == .openBracket,
      let chain = reader.nameChain(at: open + 1, after: .bare), chain.words > 1, chain.known > 1,
      chain.end < reader.sentence.upperBound, reader.tokens[chain.end].kind == .closeBracket
    else { return nil }
    let start = reader.counterpartStart(before: title.tokens.lowerBound)
    add(
      .person, TokenSpan(chain.start, chain.end), phrase: TokenSpan(start, chain.end + 1), titles: title.titles,
      by: .titled)
    personEnd = chain.end + 1
    return chain.end + 1
  }

  /// الأمين العام بان كي مون (the secretary-general Ban Ki-moon): a person of the lists right behind an office, whose
  /// name's first word has the letters of a preposition and more.
  ///
  /// - Returns: where the name ends.
  private mutating func addListed(_ title: TitlePhrase) -> Int? {
    let next = title.tokens.upperBound
    guard title.isComplete, title.isOffice, !title.isPlural, reader.isNextWord(next),
      let listed = reader.lookup(.person, at: next), listed.prefixLetters == 0, listed.tokens.count > 1
    else { return nil }
    let start = reader.counterpartStart(before: title.tokens.lowerBound)
    add(
      .person, listed.tokens, phrase: TokenSpan(start, listed.tokens.upperBound), titles: title.titles,
      entry: listed.entry, by: .titled)
    personEnd = listed.tokens.upperBound
    return listed.tokens.upperBound
  }

  /// Whether a word may be the first of a name that has no title.
  private func mayOpenName(_ index: Int) -> Bool {
    let signs = reader.signals[index]
    if isNounOfSomebody(index) { return false }
    return !signs.isDisjoint(with: .name) || signs.isDisjoint(with: [.closed, .verb, .ordinary, .numeral, .latin])
      || !reader.roles[index].isDisjoint(with: .particle) || reader.isForeignGiven(index)
  }

  /// نظام سالم الحداد (the regime of …), عهد الحداد (the time of …): a noun that hardly anybody is called by, though it
  /// is a given name as well, before a whole name or a family's. Not behind a verb of saying: قال حكم الحداد.
  private func isNounOfSomebody(_ index: Int) -> Bool {
    guard reader.roles[index].contains(.ofSomebody), !reader.signals[index].contains(.definite),
      index == reader.sentence.lowerBound || !reader.signals[index - 1].contains(.speech), reader.isNextWord(index + 1)
    else { return false }
    let next = reader.signals[index + 1]
    if next.contains(.family), next.contains(.definite) || next.isDisjoint(with: [.ordinary, .verb]) {
      return next.isDisjoint(with: [.given, .proclitic])
    }
    return reader.isBeforeKnownName(index + 1) && next.contains(.given) && !next.contains(.verb)
      && (reader.isPlainSurname(index + 2) || reader.isBeforeKnownName(index + 2))
  }

  /// في سيدي بلعباس (in Sidi Bel Abbès): the listed name of a place that begins as a title does, where a place may
  /// stand.
  private func isPlace(_ start: Int, to end: Int) -> Bool {
    guard reader.hasPlaceContext(start), let place = reader.lookup(.place, at: start) else { return false }
    return place.prefixLetters == 0 && place.tokens.upperBound >= end
  }

  /// في سيدي بلعباس رزق الله الحكيمي, في مدينة حمد سالم العامري: behind the listed place of several words that "in"
  /// leads to, of which the word is a part.
  private func listedPlaceEnd(over index: Int) -> Int? {
    var start = index
    while start >= reader.sentence.lowerBound, index - start < Self.longestPlace {
      if let place = reader.lookup(.place, at: start), place.tokens.count > 1, place.tokens.upperBound > index,
        place.isExact, place.prefixLetters == 0 || start == index, start > reader.sentence.lowerBound,
        reader.tokens[start - 1].key == NameParticle.inside
      {
        return place.tokens.upperBound
      }
      guard reader.isNextWord(start) else { return nil }
      start -= 1
    }
    return nil
  }

  /// Words of a listed place before one of its own.
  private static let longestPlace = 4

  /// رئيس بلدية العليمي (the mayor of al-Alimi): a body or place without the article is what the last word of the title
  /// names, so that the name behind it is no person's.
  private func isOfUnnamed(_ title: TitlePhrase) -> Bool {
    guard let words = title.titles.last, words.count > 1 else { return false }
    let last = words.upperBound - 1
    return reader.signals[last].isDisjoint(with: [.definite, .pronoun, .nationality, .title, .name])
      && reader.tokens[last].classes.contains(.placeHead)
  }

  /// Whether a name may follow the title: not over a preposition or "and" (الوزير بخالد, "the minister … with Khalid"),
  /// not where another office stands (الرئيس المصري السفير التركي), and not behind "gunmen" (مسلحون سالم).
  private func mayBeNamed(_ title: TitlePhrase) -> Bool {
    let next = title.tokens.upperBound
    guard reader.isNextWord(next) else { return true }
    if reader.isNameBehindClitic(next) || isOfUnnamed(title) { return false }
    // رجل وطفلان (a man and two children): behind "and" a noun for people is none of their names.
    if reader.tokens[next].isCoordinated, reader.tokens[next].classes.contains(.personNoun) { return false }
    // مسلحون سالم, جنود إسرائيليون سالم, مسلحون من الحركة سالم: nor are gunmen, Israeli soldiers, gunmen of a movement.
    if title.isPlural, let words = title.titles.last, !reader.signals[words.lowerBound].contains(.definite),
      title.isDescriptive
        || (words.lowerBound + 1..<words.upperBound).allSatisfy({ reader.signals[$0].contains(.nationality) })
    {
      return false
    }
    // المتمردون الشيخ سالم (the rebels … sheikh Salem): who has a title of his own has none of theirs.
    if title.isPlural, title.isDescriptive, reader.signals[next].contains(.title) { return false }
    guard reader.signals[next].contains(.title), let other = reader.titlePhrase(at: next), other.isOffice,
      let words = other.titles.first
    else { return true }
    return !(other.isComplete && (words.count > 1 || reader.signals[words.lowerBound].contains(.definite)))
  }

  /// استقبل رئيس الجمهورية رئيس مجلس النواب (the president received the speaker): behind a verb that is none of saying
  /// two offices without a name are those of two people, subject and object.
  private func holders(of title: TitlePhrase) -> [TitlePhrase] {
    let before = title.tokens.lowerBound - 1
    guard title.titles.count == 2, title.isOffice, !title.isPlural, before >= reader.sentence.lowerBound,
      reader.isNextWord(title.tokens.lowerBound), reader.signals[before].contains(.verb),
      reader.signals[before].isDisjoint(with: [.speech, .closed]),
      !reader.tokens[title.titles[1].lowerBound].analysis.proclitics.contains(.and)
    else { return [title] }
    return title.titles.enumerated().map { position, words in
      var one = title
      one.titles = [words]
      one.tokens = TokenSpan(position == 0 ? title.tokens.lowerBound : words.lowerBound, words.upperBound)
      one.head = words.lowerBound
      return one
    }
  }

  /// ملك أراجون (the king of Aragon): unknown words behind an indefinite ruler are what he rules; a name would follow
  /// الملك.
  ///
  /// Returns where the place ends.
  private mutating func addRealm(of title: TitlePhrase) -> Int? {
    guard title.isRuler, title.titles.count == 1, title.titles[0].count == 1, title.head == title.tokens.lowerBound,
      title.titles[0] == title.tokens, !reader.signals[title.head].contains(.definite),
      let chain = reader.nameChain(at: title.tokens.upperBound, after: .title(isRuler: false)),
      chain.weak == chain.words, chain.words <= 2, chain.letters > 0
    else { return nil }
    add(.place, TokenSpan(chain.start, chain.end), by: .realm)
    return chain.end
  }

  /// المخرج الوحيد (the only way out): a definite ordinary word behind a definite noun that is no office.
  private func isAdjective(_ chain: NameChain, of title: TitlePhrase) -> Bool {
    let signs = reader.signals[chain.start]
    return chain.words == 1 && signs.contains(.definite) && !title.isOffice && !title.isRuler
      && !signs.isDisjoint(with: [.ordinary, .common, .adjective])
  }

  /// اللاعبين ببطلان …: a lone unknown word behind a plural title is not one of them.
  private func isUnlikelyOne(_ chain: NameChain, of title: TitlePhrase) -> Bool {
    title.isPlural && chain.words == 1 && chain.weak == 1 && chain.letters < LetterThreshold.loneBehindPlural
      && !isFirstOfTwo(chain)
  }

  /// الرئيسان السيسي وماكرون: behind a title a surname and another one that "and" joins.
  func isFirstOfTwo(_ chain: NameChain) -> Bool {
    let next = chain.end
    return reader.isNextWord(next) && reader.isBehindAnd(next)
      && (reader.namePart(next, inside: false) >= .weak
        || reader.signals[next].isSuperset(of: [.definite, .relational]))
  }

  /// لاعب بيلباو (a player of Bilbao): an unknown word behind an indefinite head of sport is the team.
  private func isTeam(_ chain: NameChain, of title: TitlePhrase) -> Bool {
    guard chain.strong == 0, let head = title.titles.last, head.count == 1 else { return false }
    return reader.roles[head.lowerBound].contains(.teamCue) && !reader.signals[head.lowerBound].contains(.definite)
  }

  /// A place or organization of the lists begins where the name would, and is no shorter.
  func isOutranked(_ chain: NameChain) -> Bool {
    for position in reader.lookupRange(at: chain.start) {
      let lookup = reader.lookups[position]
      guard lookup.type == .place || lookup.type == .organization, lookup.context == .any else { continue }
      if lookup.tokens.upperBound >= chain.end, chain.strong == 0 || lookup.tokens.count > 1 { return true }
    }
    return false
  }

  /// Adds a person, and returns where the noun phrase ends.
  private mutating func addPerson(_ chain: NameChain, title: TitlePhrase?) -> Int {
    let start = reader.counterpartStart(before: title?.tokens.lowerBound ?? chain.start)
    var end = chain.end
    var titles = title?.titles ?? []
    /// Where reading goes on: behind a title in apposition.
    var read = end
    let hasComma = end < reader.sentence.upperBound && reader.tokens[end].kind == .comma
    let inDashes = hasComma ? nil : officeInDashes(at: end)
    if let behind = inDashes ?? apposition(at: hasComma ? end + 1 : end),
      let after = own(behind, of: chain, behind: titles, from: start),
      hasComma || inDashes != nil || !isObject(after, behind: title, from: start)
    {
      titles.append(contentsOf: after.titles)
      read = after.tokens.upperBound + (inDashes == nil ? 0 : 1)
      if !hasComma { end = read }
    }
    end = reader.bracketEnd(from: end)
    add(
      .person, TokenSpan(chain.start, chain.end), phrase: TokenSpan(start, end), titles: titles,
      by: title == nil ? .chain(chain) : .titled)
    // The lists may know more of the name than grammar sees.
    let last = max(end, read, reader.lookup(.person, at: chain.start)?.tokens.upperBound ?? 0)
    personEnd = last
    return last
  }

  /// سامح شكري - وزير الخارجية - (…, the foreign minister, …): an office between two dashes right behind a name.
  private func officeInDashes(at dash: Int) -> TitlePhrase? {
    guard isSpacedDash(dash), let title = apposition(at: dash + 1), isSpacedDash(title.tokens.upperBound),
      title.titles.last?.upperBound == title.tokens.upperBound
    else { return nil }
    return title
  }

  private func isSpacedDash(_ index: Int) -> Bool {
    index < reader.sentence.upperBound && reader.tokens[index].kind == .hyphen
      && (reader.tokens[index].shape.contains(.spaceBefore)
        || index + 1 < reader.sentence.upperBound && reader.tokens[index + 1].shape.contains(.spaceBefore))
  }

  /// فوزي صلوخ وزير الخارجية (…, the foreign minister): an office in apposition to a name, which no other name follows.
  private func apposition(at index: Int) -> TitlePhrase? {
    guard index < reader.sentence.upperBound, reader.signals[index].contains(.title),
      !reader.signals[index].contains(.proclitic), let title = reader.titlePhrase(at: index), title.isOffice,
      !title.isPlural, title.head == index, !title.titles.isEmpty
    else { return nil }
    let next = title.tokens.upperBound
    // رئيس الحزب بالوزير (the head of the party … with the minister): who stands behind a preposition is another.
    if next < reader.sentence.upperBound,
      !reader.tokens[next].analysis.proclitics.isDisjoint(with: .prepositions)
    {
      return title
    }
    let name = reader.nameChain(at: next, after: .title(isRuler: false))
    return name?.weight ?? 0 <= 0 ? title : nil
  }

  /// استقبل نبيل العربي الأمين العام للجامعة السفير الياباني (…, the secretary-general of the League, received the
  /// Japanese ambassador): the titles behind a name up to one that is another's; nil when the first is.
  private func own(
    _ phrase: TitlePhrase, of chain: NameChain, behind titles: [TokenSpan], from start: Int
  ) -> TitlePhrase? {
    var own = phrase
    own.titles = []
    for title in phrase.titles {
      if isOfAnotherCountry(title, than: titles + own.titles, chain) { break }
      if let last = own.titles.last, reader.country(of: title) != nil, reader.country(of: last) == nil,
        isMet(phrase, behind: start)
      {
        break
      }
      own.titles.append(title)
    }
    guard let last = own.titles.last else { return nil }
    if own.titles.count < phrase.titles.count { own.tokens = TokenSpan(own.tokens.lowerBound, last.upperBound) }
    return own
  }

  /// استقبل الرئيس عون السفير الفرنسي (president Aoun received the French ambassador): behind a verb that is none of
  /// saying an office without a name, right behind an office with one, is the object.
  private func isObject(_ office: TitlePhrase, behind title: TitlePhrase?, from start: Int) -> Bool {
    guard office.titles.count == 1 else { return false }
    if isMet(office, behind: start) { return true }
    guard let title, title.isOffice, start > reader.sentence.lowerBound,
      title.titles.contains(where: { $0.lowerBound == title.head && reader.signals[$0.lowerBound].contains(.title) })
    else { return false }
    return reader.isNextWord(start) && reader.signals[start - 1].contains(.verb)
      && reader.signals[start - 1].isDisjoint(with: [.speech, .closed])
  }

  /// التقى حمزة السامرائي السفيرة السلوفاكية (… met the Slovak ambassador): a verb of meeting has two people. Where
  /// somebody else follows, the office is that of the name before it: التقى محمد علي رئيس الحزب الوزير, بالوزير,
  /// مع الوزير.
  private func isMet(_ office: TitlePhrase, behind start: Int) -> Bool {
    var verb = start - 1
    while verb > reader.sentence.lowerBound, start - verb <= Self.adverbReach,
      !reader.tokens[verb].classes.contains(.verbOfMeeting), isOfAdverb(verb)
    { verb -= 1 }
    guard verb >= reader.sentence.lowerBound, reader.tokens[verb].classes.contains(.verbOfMeeting),
      reader.tokens[verb].analysis.suffixLetters == 0
    else { return false }
    var next = office.tokens.upperBound
    while next < office.tokens.upperBound + Self.adverbReach, reader.isNextWord(next), isOfAdverb(next),
      reader.signals[next].isDisjoint(with: [.title, .honorific])
    { next += 1 }
    guard reader.isNextWord(next) else { return true }
    return reader.signals[next].isDisjoint(with: [.title, .honorific])
      && reader.tokens[next].analysis.proclitics.isDisjoint(with: .prepositions)
      && !(reader.tokens[next].classes.contains(.preposition) && !reader.roles[next].contains(.placePreposition))
  }

  /// Words that a date and a place between a verb and its subject may have.
  private static let adverbReach = 6

  /// Belongs to when or where: أمس, يوم الأحد الماضي, في بغداد.
  private func isOfAdverb(_ index: Int) -> Bool {
    reader.tokens[index].kind == .number || !reader.roles[index].isDisjoint(with: [.placePreposition, .ordinal])
      || !reader.signals[index].isDisjoint(with: [.numeral, .place, .placeInContext])
      || !reader.tokens[index].classes.isDisjoint(with: [.calendar, .adverb])
      || !reader.lexicon.marks(of: NameLexicon.withoutArticle(reader.tokens[index].stem)).isDisjoint(with: Self.ofDates)
  }

  private static let ofDates: NameLexicon.Marks = [.weekday, .timeWord, .timeDirection, .relativeDay]

  /// وزير الصحة القطري منصور آل محمود السفير الياباني (…, the Japanese ambassador): a title behind a name that another
  /// country gave than his titles before it, or the country of the listed person, is another man's.
  private func isOfAnotherCountry(_ title: TokenSpan, than titles: [TokenSpan], _ chain: NameChain) -> Bool {
    if reader.areOfTwoCountries(titles, title) { return true }
    guard let person = reader.lookup(.person, at: chain.start), let country = reader.country(of: title),
      let home = reader.entries.referent(person.entry).country
    else { return false }
    return home != country
  }

  // MARK: Organizations and places by their heads

  /// المحطة الفضائية (the space station): an adjective of the head before it that is a head (satellite channel) as
  /// well.
  private func isAdjectiveOfHead(_ index: Int) -> Bool {
    index > reader.sentence.lowerBound && reader.isNextWord(index)
      && reader.signals[index].isSuperset(of: [.definite, .relational])
      && !reader.signals[index].contains(.proclitic)
      && reader.signals[index - 1].isSuperset(of: [.definite, .organizationHead])
  }

  /// دار السلام (Dar es Salaam), مديرية حيران (the district of Hairan): a listed place of these words, or the listed
  /// place right behind a head that districts have as well.
  private func isPlaceOfLists(_ phrase: OrganizationPhrase) -> Bool {
    if let place = reader.lookup(.place, at: phrase.start), place.tokens.count > 1, place.isExact,
      place.context == .any, place.tokens.upperBound >= phrase.nameEnd
    {
      return true
    }
    guard phrase.head.traits.contains(.district), !phrase.head.isPlural, phrase.end - phrase.start == 2,
      !reader.signals[phrase.start].contains(.definite), let place = reader.lookup(.place, at: phrase.start + 1)
    else { return false }
    return place.isExact && place.prefixLetters == 0 && place.tokens.upperBound == phrase.end
  }

  /// مركز محافظة الأنبار (the seat of the governorate of Anbar): more words that head towns than heads of bodies.
  private func isTownHead(_ index: Int) -> Bool {
    guard let town = reader.match(reader.lexicon.placeHeads, at: index), town.value.isCity,
      let body = reader.match(reader.lexicon.organizationHeads, at: index)
    else { return false }
    return town.end > body.end
  }

  private mutating func scanHeads() {
    var start = reader.sentence.lowerBound
    while let index = reader.next(.head, from: start) {
      start = index + 1
      let signs = reader.signals[index]
      if signs.contains(.organizationHead), !isAdjectiveOfHead(index), !isTownHead(index),
        let phrase = reader.organizationPhrase(at: index), phrase.isNamed, !isPlaceOfLists(phrase)
      {
        let end = reader.quoteEnd(from: reader.bracketEnd(from: phrase.end))
        add(
          .organization, TokenSpan(phrase.nameStart, phrase.nameEnd), phrase: TokenSpan(index, end),
          span: phrase.quotation,
          by: phrase.quotation != nil
            ? .quotedOrganization
            : phrase.head.isStrong ? .strongOrganizationHead : .organizationHead)
      }
      if signs.contains(.placeHead), let phrase = reader.placePhrase(at: index), phrase.isNamed {
        let tokens = TokenSpan(phrase.nameStart, phrase.end)
        add(
          .place, tokens, phrase: TokenSpan(index, phrase.end), entry: phrase.lookup?.entry, span: phrase.lookup?.span,
          hasHeadNoun: true, by: phrase.nameStart == index && phrase.isFrozen ? .frozenPlaceHead : .placeHead)
      }
    }
  }
}

extension NameReader {
  /// نظيره المصري (his Egyptian counterpart) before a name belongs to its phrase.
  func counterpartStart(before start: Int) -> Int {
    var index = start
    while index - 1 >= sentence.lowerBound, isNextWord(index), signals[index - 1].contains(.nationality) { index -= 1 }
    guard index - 1 >= sentence.lowerBound, isNextWord(index), signals[index - 1].contains(.word),
      lexicon.marks(of: tokens[index - 1].stem).role.contains(.counterpart)
        || lexicon.marks(of: tokens[index - 1].stem.appending(Self.tehMarbuta)).role.contains(.counterpart)
    else { return start }
    return index - 1
  }

  /// المجلس الوزاري المصغر "الكابينت" (the inner cabinet): behind the one definite word in quotation marks that stands
  /// right behind a phrase; the phrase's own end when there is none.
  func quoteEnd(from end: Int) -> Int {
    guard end + 2 < sentence.upperBound, tokens[end].kind == .quote, tokens[end + 1].isWord,
      signals[end + 1].contains(.definite), !signals[end + 1].contains(.proclitic), tokens[end + 2].kind == .quote
    else { return end }
    return end + 3
  }

  /// Words of a bracket that belongs to a name: more are a remark.
  private static let longestBracket = 8

  /// The end of a short bracket right behind a phrase, the bracket included; the phrase's own end when there is none.
  func bracketEnd(from end: Int) -> Int {
    guard end < sentence.upperBound, tokens[end].kind == .openBracket else { return end }
    var index = end + 1
    while index < sentence.upperBound, index - end <= Self.longestBracket {
      if tokens[index].kind == .closeBracket { return index + 1 }
      index += 1
    }
    return end
  }
}
