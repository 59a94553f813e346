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

  init(reader: NameReader) { self.reader = reader }

  mutating func scan(_ sentences: [Sentence]) {
    for sentence in sentences {
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
    entry: EntryReference? = nil, span: TextSpan<CleanBytes>? = nil, rule: String, weight: Int
  ) {
    var mention = Mention(
      tokens: tokens, span: span ?? reader.span(of: tokens), phrase: phrase, type: type, kind: kind,
      titles: titles.map { reader.span(of: $0) }, entry: entry, rule: rule)
    if mention.phrase.isEmpty { mention.phrase = tokens }
    candidates.append(NameCandidate(mention: mention, weight: weight))
  }

  // MARK: Persons

  private mutating func scanPersons() {
    var index = reader.sentence.lowerBound
    let end = reader.sentence.upperBound
    /// Where the last person's noun phrase ended, for conjunctions of names.
    var lastEnd = -1
    while index < end {
      let signs = reader.signals[index]
      guard signs.contains(.word) else {
        index += 1
        continue
      }
      // ابن خلدون: before it is the title of a relative, "son of" opens a name.
      if reader.roles[index].contains(.son), let chain = reader.nameChain(at: index, after: .bare),
        chain.strong + chain.ambiguous > 0, accepts(chain, lastEnd: lastEnd)
      {
        lastEnd = addPerson(chain, title: nil)
        index = lastEnd
        continue
      }
      if !signs.isDisjoint(with: [.title, .honorific]), let title = reader.titlePhrase(at: index) {
        if let end = addRealm(of: title) {
          index = end
          continue
        }
        if title.isComplete,
          let chain = reader.nameChain(at: title.tokens.upperBound, after: .title(isRuler: title.isRuler)),
          chain.weight > 0, !isOutranked(chain), !isAdjective(chain, of: title), !isTeam(chain, of: title),
          !isUnlikelyOne(chain, of: title)
        {
          lastEnd = addPerson(chain, title: title)
          index = lastEnd
          continue
        }
        if signs.contains(.given), let chain = reader.nameChain(at: index, after: .bare),
          accepts(chain, lastEnd: lastEnd)
        {
          lastEnd = addPerson(chain, title: nil)
          index = lastEnd
          continue
        }
        if !title.titles.isEmpty {
          offices.append(title)
          index = max(title.titles.last?.upperBound ?? index, index + 1)
          continue
        }
        index += 1
        continue
      }
      if !signs.isDisjoint(with: .name) || signs.isDisjoint(with: [.closed, .verb, .ordinary, .numeral, .latin])
        || !reader.roles[index].isDisjoint(with: .particle) || reader.isForeignGiven(index)
      {
        // الياس المر واحمد فتفت: a name joined to another one needs no title of its own.
        let joined =
          isJoined(index, lastEnd) && signs.contains(.given)
          ? reader.nameChain(at: index, after: .title(isRuler: false)) : nil
        if let chain = joined ?? reader.nameChain(at: index, after: .bare), accepts(chain, lastEnd: lastEnd) {
          lastEnd = addPerson(chain, title: nil)
          index = lastEnd
          continue
        }
      }
      index += 1
    }
  }

  /// ملك أراجون (the king of Aragon): unknown words behind an indefinite ruler are what he rules; a name would follow الملك.
  ///
  /// Returns where the place ends.
  private mutating func addRealm(of title: TitlePhrase) -> Int? {
    guard title.isRuler, title.titles.count == 1, title.titles[0].count == 1, title.head == title.tokens.lowerBound,
      title.titles[0] == title.tokens, !reader.signals[title.head].contains(.definite),
      let chain = reader.nameChain(at: title.tokens.upperBound, after: .title(isRuler: false)),
      chain.weak == chain.words, chain.words <= 2, chain.letters > 0
    else { return nil }
    add(.place, TokenSpan(chain.start, chain.end), rule: "realm", weight: 600)
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
    title.isPlural && chain.words == 1 && chain.weak == 1 && chain.letters < 40
  }

  /// لاعب بيلباو (a player of Bilbao): an unknown word behind an indefinite head of sport is the team.
  private func isTeam(_ chain: NameChain, of title: TitlePhrase) -> Bool {
    guard chain.strong == 0, let head = title.titles.last, head.count == 1 else { return false }
    return reader.roles[head.lowerBound].contains(.teamCue) && !reader.signals[head.lowerBound].contains(.definite)
  }

  /// A place or organization of the lists begins where the name would, and is no shorter.
  private func isOutranked(_ chain: NameChain) -> Bool {
    for position in reader.lookupRange(at: chain.start) {
      let lookup = reader.lookups[position]
      guard lookup.type == .place || lookup.type == .organization, lookup.context == .any else { continue }
      if lookup.tokens.upperBound >= chain.end, chain.strong == 0 || lookup.tokens.count > 1 { return true }
    }
    return false
  }

  /// Whether a chain without a title is a name.
  private func accepts(_ chain: NameChain, lastEnd: Int) -> Bool {
    let index = chain.start
    if isOutranked(chain) { return false }
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
    if chain.words >= 2 {
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
    // One word alone: no unit behind a number, no feminine adjective.
    if index > reader.sentence.lowerBound, reader.tokens[index - 1].kind == .number, reader.isNextWord(index) {
      return false
    }
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

  /// أكد المالكي أن (al-Maliki affirmed that), تباطؤ المالكي (al-Maliki's delay), and at the beginning الظواهري قال: a
  /// definite word in -ي that is neither a nation's nor a common one, where an adjective can't stand: as the subject of
  /// saying, and behind an indefinite noun, with which an adjective would agree.
  private func isSurnameNotAdjective(_ chain: NameChain) -> Bool {
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

  /// Joined by "and" to the person before.
  private func isJoined(_ index: Int, _ lastEnd: Int) -> Bool {
    index == lastEnd && reader.tokens[index].analysis.proclitics.contains(.and)
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

  private mutating func addPerson(_ chain: NameChain, title: TitlePhrase?) -> Int {
    let tokens = TokenSpan(chain.start, chain.end)
    let start = reader.counterpartStart(before: title?.tokens.lowerBound ?? chain.start)
    var end = chain.end
    var titles = title?.titles ?? []
    /// Where reading goes on: behind a title in apposition.
    var read = end
    // فوزي صلوخ وزير الخارجية: a title in apposition, at once or behind a comma.
    let comma = end < reader.sentence.upperBound && reader.tokens[end].kind == .comma
    let apposition = comma ? end + 1 : end
    if apposition < reader.sentence.upperBound, reader.signals[apposition].contains(.title),
      !reader.signals[apposition].contains(.proclitic), let after = reader.titlePhrase(at: apposition), after.isOffice,
      !after.isPlural, after.head == apposition, after.titles.count > 0,
      reader.nameChain(at: after.tokens.upperBound, after: .title(isRuler: false))?.weight ?? 0 <= 0
    {
      titles.append(contentsOf: after.titles)
      read = after.tokens.upperBound
      if !comma { end = read }
    }
    end = reader.bracketEnd(from: end)
    add(
      .person, tokens, phrase: TokenSpan(start, end), titles: titles, rule: title == nil ? "name-chain" : "title-name",
      weight: title == nil ? 400 + min(chain.weight, 150) : 700)
    // The lists may know more of the name than grammar sees.
    return max(end, read, reader.lookup(.person, at: chain.start)?.tokens.upperBound ?? 0)
  }

  // MARK: Organizations and places by their heads

  /// المحطة الفضائية (the space station): an adjective of the head before it that is a head (satellite channel) as well.
  private func isAdjectiveOfHead(_ index: Int) -> Bool {
    index > reader.sentence.lowerBound && reader.isNextWord(index)
      && reader.signals[index].isSuperset(of: [.definite, .relational])
      && !reader.signals[index].contains(.proclitic)
      && reader.signals[index - 1].isSuperset(of: [.definite, .organizationHead])
  }

  private mutating func scanHeads() {
    var index = reader.sentence.lowerBound
    while index < reader.sentence.upperBound {
      let signs = reader.signals[index]
      if signs.contains(.organizationHead), !isAdjectiveOfHead(index),
        let phrase = reader.organizationPhrase(at: index), phrase.isNamed
      {
        let end = reader.bracketEnd(from: phrase.end)
        add(
          .organization, TokenSpan(phrase.nameStart, phrase.nameEnd), phrase: TokenSpan(index, end),
          rule: "organization-head",
          weight: phrase.head.isStrong ? 600 : 500)
      }
      if signs.contains(.placeHead), let phrase = reader.placePhrase(at: index), phrase.isNamed {
        let tokens = TokenSpan(phrase.nameStart, phrase.end)
        add(
          .place, tokens, phrase: TokenSpan(index, phrase.end), entry: phrase.lookup?.entry, span: phrase.lookup?.span,
          rule: "place-head",
          // البيت الأبيض, المسجد الحرام: a building that also acts is the building.
          weight: phrase.nameStart == index && phrase.isFrozen ? 650 : 550)
      }
      index += 1
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

  /// The end of a short bracket right behind a phrase, the bracket included; the phrase's own end when there is none.
  func bracketEnd(from end: Int) -> Int {
    guard end < sentence.upperBound, tokens[end].kind == .openBracket else { return end }
    var index = end + 1
    while index < sentence.upperBound, index - end <= 8 {
      if tokens[index].kind == .closeBracket { return index + 1 }
      index += 1
    }
    return end
  }
}
