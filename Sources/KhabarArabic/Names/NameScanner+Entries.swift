import KhabarCore

/// Entries of the gazetteers where they may stand.
extension NameScanner {
  mutating func scanEntries() {
    var start = reader.sentence.lowerBound
    while let index = reader.next(.entry, from: start) {
      start = index + 1
      for position in reader.lookupRange(at: index) {
        let lookup = reader.lookups[position]
        guard lookup.tokens.upperBound <= reader.sentence.upperBound, fits(lookup), !hasOutsideHead(lookup),
          !isAdjectiveOfCountry(lookup)
        else { continue }
        let end = reader.bracketEnd(from: lookup.tokens.upperBound)
        let isTeam = lookup.type == .place && standsForTeam(lookup)
        let tokens = TokenSpan(index, reader.nameEnd(of: lookup))
        add(
          isTeam ? .organization : lookup.type, tokens,
          phrase: TokenSpan(index, max(end, lookup.tokens.upperBound)), entry: lookup.entry,
          span: TextSpan(lookup.span.lowerBound, reader.tokens[tokens.upperBound - 1].span.upperBound),
          by: .listed.adding(weight(of: lookup)))
      }
    }
  }

  /// غارة سعودية (a Saudi raid): without its article a country's name is the adjective that has its letters.
  private func isAdjectiveOfCountry(_ lookup: Lookup) -> Bool {
    guard lookup.type == .place, lookup.tokens.count == 1, !lookup.isExact else { return false }
    return reader.lookupRange(at: lookup.tokens.lowerBound).contains {
      let other = reader.lookups[$0]
      return other.type == .nationality && other.isExact && other.tokens == lookup.tokens
    }
  }

  /// How much more an entry speaks for itself than a word alone that only resembles one.
  private func weight(of lookup: Lookup) -> Int {
    let words = lookup.tokens.count
    var weight = words * NameRule.eachListedWord
    if lookup.isExact || words > 1 { weight += NameRule.listedSurely }
    if lookup.type == .person, words > 1 { weight += personBonus(lookup) }
    if words > 1, isGroupLikeTitle(lookup) { weight += NameRule.listedLikeTitle }
    if lookup.isFromUser { weight += NameRule.listedByUser }
    if lookup.type == .nationality { weight += NameRule.listedNationality }
    // «الشرق الأوسط», مراسل الجزيرة: a paper or channel that has the name of a place, without a head of its own.
    if lookup.context == .media, !isAfterHead(lookup.tokens.lowerBound, of: .media), isQuoted(lookup) || isTold(lookup)
    {
      weight += NameRule.listedMedia
    }
    return weight
  }

  /// لواء الفرقان (the Furqan brigade): a group whose first word is a title as well (لواء, major general); not behind
  /// a head of its own, as in كتائب شهداء الأقصى (the al-Aqsa martyrs' brigades).
  private func isGroupLikeTitle(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    return reader.signals[index].contains(.title) && reader.entries.referent(lookup.entry).kind == "armed-group"
      && !(index > reader.sentence.lowerBound && reader.signals[index - 1].contains(.organizationHead))
  }

  /// A person of the lists outweighs what grammar makes of the words around, unless the name goes on: محمد بن عبد
  /// الكريم الخطابي is not the listed عبد الكريم الخطابي.
  private func personBonus(_ lookup: Lookup) -> Int {
    if isInsideHeadPhrase(lookup) { return 0 }
    let (start, end) = (lookup.tokens.lowerBound, lookup.tokens.upperBound)
    if start > reader.sentence.lowerBound, reader.isNextWord(start),
      !reader.roles[start - 1].isDisjoint(with: .particle), !reader.signals[start].contains(.proclitic)
    {
      return NameRule.listedPersonWithMore
    }
    let goesOn =
      reader.isNextWord(end)
      && (!reader.signals[end].contains(.definite) || reader.tokens[end].classes.isEmpty
        || reader.tokens[end].classes.isSubset(of: .relational) && reader.signals[end].contains(.family))
      && reader.namePart(end, inside: true) >= .weak
    return goesOn ? NameRule.listedPersonWithMore : NameRule.listedPerson
  }

  /// مطار جون كينيدي (John Kennedy airport): a person whose name a building or school bears.
  private func isInsideHeadPhrase(_ lookup: Lookup) -> Bool {
    let head = lookup.tokens.lowerBound - 1
    guard head >= reader.sentence.lowerBound, reader.isNextWord(head + 1),
      !reader.signals[head].isDisjoint(with: [.placeHead, .organizationHead]), !reader.signals[head].contains(.definite)
    else { return false }
    let end = lookup.tokens.upperBound
    if let phrase = reader.placePhrase(at: head), phrase.isNamed, phrase.nameStart == head, phrase.end >= end {
      return true
    }
    return reader.organizationPhrase(at: head).map { $0.isNamed && $0.nameEnd >= end } ?? false
  }

  /// ضيفه برشلونة (its guest Barcelona), and in the report of a match every city that nothing makes a place: أنقذ لاعبه
  /// برشلونة من الخسارة (its player saved Barcelona from defeat). A country is its team only behind such a word.
  private func standsForTeam(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    let isNext = index > reader.sentence.lowerBound && reader.isNextWord(index)
    if isNext, reader.roles[index - 1].contains(.teamCue), lookup.prefixLetters == 0 { return true }
    guard reader.isMatchReport, lookup.context == .any, reader.entries.referent(lookup.entry).kind == "city",
      reader.tokens[index].analysis.proclitics.isDisjoint(with: .prepositions)
    else { return false }
    let end = lookup.tokens.upperBound
    if index > reader.sentence.lowerBound, reader.tokens[index - 1].kind == .openBracket { return false }
    // مدريد - (رويترز): where the report was written.
    if index == reader.sentence.lowerBound, end < reader.sentence.upperBound, !reader.tokens[end].isWord {
      return false
    }
    guard isNext else { return true }
    let before = reader.signals[index - 1]
    return !reader.roles[index - 1].contains(.placePreposition) && !before.contains(.placeHead)
      && !reader.tokens[index - 1].classes.contains(.preposition) || isAgainst(index - 1)
  }

  /// تغلب الاتفاق السعودي على ضيفه (al-Ettifaq of Saudi Arabia beat its guest): in the report of a match the name of a
  /// club may do without its head; one that is an ordinary word stands behind a verb or a word of the match.
  private func standsForClub(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    if isBehindNoun(index) { return false }
    guard reader.signals[index].contains(.ordinary) else { return true }
    let end = lookup.tokens.upperBound
    if reader.isNextWord(end), reader.signals[end].contains(.definite), !reader.signals[end].contains(.nationality),
      !reader.signals[end].contains(.proclitic), !reader.roles[end].contains(.neverInName)
    {
      return false
    }
    guard index > reader.sentence.lowerBound, reader.isNextWord(index) else { return false }
    let before = reader.signals[index - 1]
    return !reader.tokens[index].analysis.proclitics.subtracting(.article).isEmpty
      || (before.contains(.verb) && !before.contains(.closed))
      || !reader.roles[index - 1].isDisjoint(with: [.sport, .teamCue, .opponent])
  }

  /// على, أمام, مع, ضد: the prepositions of opponents.
  private func isAgainst(_ index: Int) -> Bool { reader.roles[index].contains(.opponent) }

  /// مدينة مشهد, صحيفة الجارديان: an entry whose head is left out, since the rest is an entry by itself.
  private func hasOutsideHead(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    guard lookup.tokens.count > 1, !lookup.isFromUser else { return false }
    let isOutside: Bool
    switch lookup.type {
    case .place:
      guard let head = reader.match(reader.lexicon.placeHeads, at: index)?.value else { return false }
      // العاصمة اليمنية: a description, not a name.
      if head.isCity, (index + 1..<lookup.tokens.upperBound).allSatisfy({ reader.signals[$0].contains(.nationality) }) {
        return true
      }
      // غرب أفريقيا is a part of a place, جنوب أفريقيا a country.
      isOutside = head.isDirection ? reader.entries.referent(lookup.entry).kind != "country" : !head.isPartOfName
    case .organization: isOutside = reader.lexicon.marks(of: reader.tokens[index].stem).role.contains(.bareHead)
    default: isOutside = false
    }
    if lookup.type == .organization, isForceOfNation(lookup) || isNameWithNation(lookup) { return true }
    guard isOutside else { return false }
    return reader.lookupRange(at: index + 1).contains {
      reader.lookups[$0].type == lookup.type && reader.lookups[$0].tokens.upperBound == lookup.tokens.upperBound
    }
  }

  /// حزب الله اللبناني: an alias that is another name and a nationality.
  private func isNameWithNation(_ lookup: Lookup) -> Bool {
    let end = lookup.tokens.upperBound - 1
    guard reader.signals[end].contains(.nationality) else { return false }
    return reader.lookupRange(at: lookup.tokens.lowerBound).contains {
      let other = reader.lookups[$0]
      guard other.tokens.upperBound == end, other.context == .any else { return false }
      return other.type == .organization || (other.type == .place && standsForTeam(other))
    }
  }

  /// الجيش الإسرائيلي, القوات الأميركية: forces and governments by their nation alone are described, not named.
  private func isForceOfNation(_ lookup: Lookup) -> Bool {
    let range = lookup.tokens.range
    guard reader.signals[range.lowerBound].contains(.definite),
      let head = reader.match(reader.lexicon.organizationHeads, at: range.lowerBound),
      head.value.isNational
    else { return false }
    return (range.lowerBound + 1..<range.upperBound).allSatisfy { reader.signals[$0].contains(.nationality) }
  }

  /// Whether an entry that only its surroundings make a place may be one where it stands.
  private func fitsAmongPlaces(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    if isStateNotAdjective(lookup) { return true }
    guard
      reader.hasPlaceContext(index) || isJoinedToPlace(lookup)
        || lookup.prefixLetters > 0 && reader.tokens[index].analysis.proclitics.contains(.with)
    else { return false }
    guard lookup.tokens.count == 1 else { return true }
    // المراكز الجديدة (the new centres): an adjective of the head word.
    if isBehindNoun(index) { return false }
    if isBesideDirection(lookup) { return true }
    if reader.signals[index].isDisjoint(with: [.ordinary, .closed, .verb]) || isTownWord(lookup) { return true }
    // An ordinary word: only behind a head such as "the town of".
    return !reader.signals[index].contains(.common) && index > reader.sentence.lowerBound
      && reader.signals[index - 1].contains(.placeHead) && !reader.roles[index - 1].contains(.placePreposition)
  }

  /// طردت مالي السفير (Mali expelled the ambassador), زار الوزير مالي: the name of a state that is an adjective as
  /// well, where no noun without the article stands before it that this would belong to.
  private func isStateNotAdjective(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    guard reader.roles[index].contains(.townWord), lookup.isExact, lookup.prefixLetters == 0,
      reader.entries.referent(lookup.entry).kind == "country", index > reader.sentence.lowerBound,
      reader.isNextWord(index)
    else { return false }
    let before = reader.tokens[index - 1]
    return before.isDefinite
      || before.classes.isDisjoint(with: [.noun, .verbalNoun, .adjective, .participle])
        && !before.classes.isDisjoint(with: .verb)
  }

  /// تعز ولحج (Taiz and Lahij): "and" joins it to a place of its country.
  private func isJoinedToPlace(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    guard index > reader.sentence.lowerBound, reader.isNextWord(index), !reader.signals[index].contains(.given),
      reader.tokens[index].analysis.proclitics == .and, let before = reader.lookup(.place, at: index - 1),
      let country = reader.entries.referent(before.entry).country
    else { return false }
    return reader.entries.referent(lookup.entry).country == country
  }

  /// في الخليل أمس (in Hebron yesterday), إلى تدمر: the name of a town that is a noun as well, or a verb or adjective
  /// and nothing else, behind a preposition of place and where its phrase ends. شمال مالي (the north of Mali): behind a
  /// direction, too, which hardly has an adjective.
  private func isTownWord(_ lookup: Lookup) -> Bool {
    let (index, classes) = (lookup.tokens.lowerBound, reader.tokens[lookup.tokens.lowerBound].classes)
    guard index > reader.sentence.lowerBound, lookup.isExact, lookup.prefixLetters == 0, reader.endsName(behind: index),
      reader.roles[index - 1].contains(.placePreposition)
    else { return false }
    if reader.roles[index].contains(.townWord) {
      return reader.tokens[index - 1].classes.contains(.preposition)
        || reader.match(reader.lexicon.placeHeads, at: index - 1)?.value.isDirection ?? false
    }
    return reader.tokens[index - 1].classes.contains(.preposition) && !classes.isEmpty
      && classes.isSubset(of: WordClasses.verb.union(.adjective))
  }

  /// يزور الوزير روسيا اليوم (visits Russia today): the name of a channel is a place and a day, unless it speaks or
  /// something is told by it: وصل إلى روسيا اليوم, but نقلا عن روسيا اليوم.
  private func isPlaceAndDay(_ lookup: Lookup) -> Bool {
    let (index, last) = (lookup.tokens.lowerBound, lookup.tokens.upperBound - 1)
    guard lookup.type == .organization, lookup.tokens.count == 2, reader.signals[index].contains(.place),
      reader.lexicon.marks(of: NameLexicon.withoutArticle(reader.tokens[last].stem)).contains(.timeWord),
      index > reader.sentence.lowerBound, reader.isNextWord(index), lookup.prefixLetters == 0
    else { return false }
    // تعهدت روسيا اليوم الخميس (Russia pledged today, Thursday).
    if reader.isNextWord(last + 1),
      reader.lexicon.marks(of: NameLexicon.withoutArticle(reader.tokens[last + 1].stem)).contains(.weekday)
    {
      return true
    }
    if reader.signals[index - 1].contains(.speech) { return false }
    return !reader.tokens[index - 1].classes.contains(.preposition)
      || reader.roles[index - 1].contains(.placePreposition)
  }

  /// Whether an entry may match where it stands.
  private func fits(_ lookup: Lookup) -> Bool {
    switch lookup.type {
    case .givenName, .familyName, .nameParticle, .tenure, .none: return false
    case .person: return lookup.isFromUser || lookup.context == .any && !isPartOfDate(lookup.tokens)
    default: break
    }
    if lookup.isFromUser { return true }
    let index = lookup.tokens.lowerBound
    // خمسة وستون (sixty-five) is no town of that spelling.
    if lookup.tokens.count == 1, reader.lexicon.marks(of: reader.tokens[index].stem).contains(.number) { return false }
    if lookup.prefixLetters > 0, reader.isWholeForeign(lookup) { return false }
    if lookup.type == .place, isOtherThanPlace(lookup) { return false }
    return fitsContext(lookup)
  }

  /// Whether an entry stands where its list says that it is meant.
  private func fitsContext(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    switch lookup.context {
    case .any: return lookup.type != .organization || fitsAlone(lookup)
    case .name: return false
    case .place: return fitsAmongPlaces(lookup)
    case .office:
      // زار الرئيس مالي (the president visited Mali): an adjective would have the article, too.
      return index > reader.sentence.lowerBound && reader.signals[index - 1].contains(.title)
        && (reader.signals[index].contains(.definite) || !reader.signals[index - 1].contains(.definite))
    case .sport where reader.isMatchReport && standsForClub(lookup): return true
    default:
      return isAfterHead(index, of: lookup.context) || isQuotedOrBracketed(lookup)
        || lookup.context == .media && isTold(lookup)
    }
  }

  /// مراسل الجزيرة, تصريحات للجزيرة, مقابلة خاصة مع الجزيرة: behind who speaks or what is said to a paper or channel,
  /// nothing with an article between them.
  private func isTold(_ lookup: Lookup) -> Bool {
    // تصريح له اليوم (a statement of his today).
    let word = NameLexicon.withoutArticle(reader.tokens[lookup.tokens.lowerBound].stem)
    if reader.lexicon.marks(of: word).contains(.timeWord) { return false }
    return isBehindMediaCue(lookup.tokens.lowerBound) || isToldTo(lookup)
  }

  private func isBehindMediaCue(_ index: Int) -> Bool {
    var cue = index - 1
    while cue >= reader.sentence.lowerBound, index - cue <= Self.mediaReach, reader.isNextWord(cue + 1) {
      if reader.lexicon.marks(of: reader.tokens[cue].stem).contains(.mediaCue) { return true }
      guard !reader.signals[cue].isDisjoint(with: [.closed, .adjective]),
        reader.signals[cue].isDisjoint(with: [.verb, .definite, .pronoun])
      else { return false }
      cue -= 1
    }
    return false
  }

  /// Words between a paper or channel and what is said to it.
  private static let mediaReach = 3

  /// قال الوزير للجزيرة إن (the minister told al-Jazeera that): between "to" and "that", in a clause whose verb is one
  /// of saying.
  private func isToldTo(_ lookup: Lookup) -> Bool {
    let (index, next) = (lookup.tokens.lowerBound, lookup.tokens.upperBound)
    guard lookup.prefixLetters > 0, reader.tokens[index].analysis.proclitics.contains(.to), reader.isNextWord(next),
      reader.tokens[next].classes.contains(.subordinator),
      // وكالة جيهان للأنباء إن (the Cihan news agency said that): what a body is for.
      !(max(reader.sentence.lowerBound, index - 2)..<index).contains(where: {
        reader.signals[$0].contains(.organizationHead) && !reader.signals[$0].contains(.definite)
      })
    else { return false }
    var verb = index
    while verb > reader.sentence.lowerBound, reader.isNextWord(verb) {
      verb -= 1
      let signs = reader.signals[verb]
      if signs.contains(.verb), !signs.contains(.closed), !signs.contains(.title) { return signs.contains(.speech) }
    }
    return false
  }

  /// في صور جنوب لبنان (in Tyre in the south of Lebanon): where a place is stands behind it.
  private func isBesideDirection(_ lookup: Lookup) -> Bool {
    let (index, next) = (lookup.tokens.lowerBound, lookup.tokens.upperBound)
    guard isBehindPlaceWord(lookup), !reader.signals[index].contains(.definite), reader.isNextWord(next),
      let direction = reader.match(reader.lexicon.placeHeads, at: next), direction.value.isDirection,
      reader.isNextWord(direction.end)
    else { return false }
    return reader.lookup(.place, at: direction.end) != nil
  }

  /// Whether what has the letters of a place is part of something else or another word.
  private func isOtherThanPlace(_ lookup: Lookup) -> Bool {
    if isPartOfEvent(lookup) || isOrdinaryWord(lookup) || reader.isSomebodysPlace(lookup) { return true }
    guard lookup.tokens.count == 1, !isBesideDirection(lookup), !isStateNotAdjective(lookup) else { return false }
    let (index, signs) = (lookup.tokens.lowerBound, reader.signals[lookup.tokens.lowerBound])
    if reader.isTitleBeforeName(index) { return true }
    // جودة عالية (high quality): an adjective with the letters of a place.
    if lookup.prefixLetters == 0, signs.isSuperset(of: [.ordinary, .adjective]), !signs.contains(.nationality),
      !isBehindPlaceWord(lookup)
    {
      return true
    }
    // كان, الشمس, الجديدة: a word of the language first of all.
    guard signs.contains(.common) else { return false }
    let isMeant = isBehindPlaceWord(lookup) || lookup.context == .any && isBehindConstruct(index)
    return !signs.isDisjoint(with: [.verb, .adjective]) || isBehindNoun(index) || !isMeant
  }

  /// Whether the name of an organization means it where no head word stands before it.
  private func fitsAlone(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    if isPlaceAndDay(lookup) { return isAfterHead(index, of: lookup.context) || isQuotedOrBracketed(lookup) }
    guard lookup.tokens.count == 1 else { return true }
    if reader.signals[index].contains(.closed) || isCommonNoun(lookup) { return false }
    // العربية: a channel only behind its head word; an adjective else.
    if !reader.signals[index].isDisjoint(with: [.nationality, .place]) {
      return isAfterHead(index, of: .any) || isQuotedOrBracketed(lookup)
    }
    return true
  }

  /// هذه القاعدة (this rule), القاعدة الذهبية (the golden rule), بالحماس (with enthusiasm): what has the letters of an
  /// organization, behind "this", with an adjective of its own, or with an article that the name has not.
  private func isCommonNoun(_ lookup: Lookup) -> Bool {
    let (index, next) = (lookup.tokens.lowerBound, lookup.tokens.upperBound)
    guard reader.signals[index].isSuperset(of: [.definite, .ordinary]) else { return false }
    if reader.signals[index].contains(.common), !reader.entries.hasName(lookup.entry, beginningWith: "ال") {
      return true
    }
    if index > reader.sentence.lowerBound, reader.isNextWord(index),
      reader.tokens[index - 1].classes.contains(.demonstrative)
    {
      return true
    }
    return reader.isNextWord(next) && reader.signals[next].contains(.definite)
      && !reader.signals[next].contains(.proclitic) && reader.isAdjective(next)
      && !reader.roles[next].contains(.neverInName)
      && reader.isFeminineWord(next) == reader.isFeminineWord(index)
      // رئيس الفيفا السويسري (the Swiss president of FIFA).
      && (!reader.signals[next].contains(.nationality) || reader.isFeminineWord(next))
  }

  /// Whether a word is a day's or another one of time: قطر الأحد "Qatar on Sunday".
  private func isOfTime(_ index: Int) -> Bool {
    !reader.lexicon.marks(of: NameLexicon.withoutArticle(reader.tokens[index].stem))
      .isDisjoint(with: [.weekday, .timeWord])
  }

  /// قطر الحفرة (the diameter of the hole), صلاة المغرب (the sunset prayer), الحمص (chickpeas): the letters of a place,
  /// and another word by what stands beside it or by its article.
  private func isOrdinaryWord(_ lookup: Lookup) -> Bool {
    guard lookup.tokens.count == 1 else { return false }
    if isOfNation(lookup) { return true }
    let index = lookup.tokens.lowerBound
    let signs = reader.signals[index]
    if reader.match(reader.lexicon.otherThanPlaces, at: index) != nil { return true }
    if reader.lexicon.marks(of: reader.tokens[index].stem).contains(.governingNoun) { return isGoverning(index) }
    guard signs.contains(.definite) else { return false }
    if reader.lexicon.marks(of: NameLexicon.withoutArticle(reader.tokens[index].stem)).contains(.timeWord) {
      return isBesideTime(index)
        || (max(index - 3, reader.sentence.lowerBound)..<index).contains { reader.roles[$0].contains(.thingHead) }
    }
    // A town without the article has none; a country's may be left out or added.
    guard reader.entries.referent(lookup.entry).kind == "city" else { return false }
    return !reader.entries.hasName(lookup.entry, beginningWith: "ال")
  }

  /// قطر الحفرة (the diameter of the hole): a noun with the letters of a place, by the noun that it governs.
  private func isGoverning(_ index: Int) -> Bool {
    let next = index + 1
    // القطر: the name has no article.
    if reader.signals[index].contains(.definite) || isMeasured(next) { return true }
    return reader.isNextWord(next) && reader.signals[next].contains(.definite)
      && reader.signals[next].isDisjoint(with: [
        .proclitic, .honorific, .nationality, .numeral, .adjective, .relational, .given, .family,
      ])
      // زار جدة الوزير (the minister visited Jeddah), but جدة الطفل (the child's grandmother).
      && reader.match(reader.lexicon.titles, at: next)?.value.isOffice != true
      && !reader.isAdjective(next) && !isOfTime(next)
  }

  /// العشاء والمغرب (the prayers of evening and sunset): behind another part of the day that "and" joins it to.
  private func isBesideTime(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index), reader.tokens[index].isCoordinated,
      reader.signals[index - 1].contains(.definite)
    else { return false }
    let before = NameLexicon.withoutArticle(reader.tokens[index - 1].stem)
    return reader.lexicon.marks(of: before).contains(.timeWord)
  }

  /// الجيش التشيلي (the Chilean army): a country whose name has no article is its adjective with the article.
  private func isOfNation(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    guard lookup.tokens.count == 1, reader.signals[index].contains(.definite),
      reader.lookup(.nationality, at: index) != nil
    else { return false }
    return !reader.entries.hasName(lookup.entry, beginningWith: "ال")
  }

  /// قطر 10 كيلومترات, قطر كبير (a diameter of 10 kilometres, a large diameter): a measure, or a masculine adjective,
  /// which a country's name would not have.
  private func isMeasured(_ next: Int) -> Bool {
    guard next < reader.sentence.upperBound else { return false }
    if reader.tokens[next].kind == .number {
      return reader.isNextWord(next + 1) && reader.tokens[next + 1].nounClasses.contains(.amount)
    }
    return reader.isNextWord(next) && reader.signals[next].contains(.adjective)
      && reader.signals[next].isDisjoint(with: [.definite, .proclitic, .closed, .verb, .nationality, .given])
      && !reader.isFeminineWord(next)
  }

  /// كأس أفريقيا (the cup of Africa): a place behind an indefinite head of events; of treaties no country, since a
  /// country concludes them.
  private func isPartOfEvent(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    guard index > reader.sentence.lowerBound, reader.isNextWord(index), !reader.signals[index].contains(.proclitic),
      reader.roles[index - 1].contains(.eventHead), !reader.signals[index - 1].contains(.definite)
    else { return false }
    return reader.roles[index - 1].contains(.sport) || reader.entries.referent(lookup.entry).kind != "country"
  }

  /// Behind a preposition of place or a head of places alone; مركز stands before other things as well. In بعقوبة (with
  /// a punishment; Baqubah) the letter of the preposition is the place's own.
  private func isBehindPlaceWord(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    if reader.tokens[index].analysis.proclitics.contains(.with), lookup.prefixLetters > 0 { return true }
    guard index > reader.sentence.lowerBound, reader.isNextWord(index) else { return false }
    return reader.roles[index - 1].contains(.placePreposition)
      || (reader.signals[index - 1].contains(.placeHead) && !reader.signals[index - 1].contains(.organizationHead))
  }

  /// قطار المنصورة: behind an indefinite noun, which is no head of places.
  private func isBehindConstruct(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index), !reader.signals[index].contains(.proclitic),
      reader.signals[index].contains(.definite)
    else { return false }
    let before = reader.signals[index - 1]
    return before.contains(.ordinary) && before.isDisjoint(with: [.definite, .placeHead, .closed, .verb, .nationality])
  }

  /// A definite word behind another one is its adjective.
  private func isBehindNoun(_ index: Int) -> Bool {
    index > reader.sentence.lowerBound && reader.isNextWord(index)
      && reader.signals[index].contains(.definite) && !reader.signals[index].contains(.proclitic)
      && reader.signals[index - 1].contains(.definite)
  }

  /// Behind a head word of its kind: العربية is a channel behind قناة, but an adjective in المجموعة العربية (the Arab
  /// group).
  private func isAfterHead(_ index: Int, of context: EntryContext) -> Bool {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index) else { return false }
    let role = reader.roles[index - 1].union(reader.lexicon.marks(of: reader.tokens[index - 1].stem).role)
    if role.contains(.teamCue) { return true }
    guard role.contains(.bareHead) else { return false }
    guard context == .media, let head = reader.match(reader.lexicon.organizationHeads, at: index - 1) else {
      return true
    }
    return head.value.traits.contains(.media)
  }

  private func isQuotedOrBracketed(_ lookup: Lookup) -> Bool {
    isQuoted(lookup) || lookup.prefixLetters == 0 && isBetween(.openBracket, lookup.tokens, .closeBracket)
  }

  /// Nothing written before it: «واس» is the agency of that name, and not "and As".
  private func isQuoted(_ lookup: Lookup) -> Bool {
    lookup.prefixLetters == 0 && isBetween(.quote, lookup.tokens, .quote)
  }

  /// Alone between two marks.
  func isBetween(_ left: TokenKind, _ tokens: TokenSpan, _ right: TokenKind) -> Bool {
    let (before, after) = (tokens.lowerBound - 1, tokens.upperBound)
    return before >= reader.sentence.lowerBound && after < reader.sentence.upperBound
      && reader.tokens[before].kind == left && reader.tokens[after].kind == right
  }
}
