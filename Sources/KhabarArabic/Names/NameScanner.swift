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

  private mutating func add(
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
      if !signs.isDisjoint(with: [.title, .honorific]), let title = reader.titlePhrase(at: index) {
        if title.isComplete,
          let chain = reader.nameChain(at: title.tokens.upperBound, after: .title(isRuler: title.isRuler)),
          chain.weight > 0, !isOutranked(chain), !isAdjective(chain, of: title), !isTeam(chain, of: title)
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
        || !reader.roles[index].isDisjoint(with: .particle)
      {
        if let chain = reader.nameChain(at: index, after: .bare), accepts(chain, lastEnd: lastEnd) {
          lastEnd = addPerson(chain, title: nil)
          index = lastEnd
          continue
        }
      }
      index += 1
    }
  }

  /// المخرج الوحيد (the only way out): a definite ordinary word behind a definite noun that is no office.
  private func isAdjective(_ chain: NameChain, of title: TitlePhrase) -> Bool {
    let signs = reader.signals[chain.start]
    return chain.words == 1 && signs.contains(.definite) && !title.isOffice && !title.isRuler
      && !signs.isDisjoint(with: [.ordinary, .common, .adjective])
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
    if index > reader.sentence.lowerBound, reader.signals[index - 1].contains(.numeral), chain.strong < 2 {
      return false
    }
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
      if chain.strong == 1, chain.weak > 0 { return chain.letters > -25 * chain.weak }
      if chain.ambiguous > 0, chain.weak > 0, chain.letters > 15 { return true }
      if chain.weak >= 2, chain.letters >= 20 * chain.weak { return !isAfterPlaceOrOrganization(index) }
      if chain.ambiguous >= 2 {
        return isSubject(index) || isJoined(index, lastEnd)
          || (reader.signals[index].contains(.given) && !reader.signals[index].contains(.definite))
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
    let signs = reader.signals[index]
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
    if hasPlaceContext(index) { return isKnown && signs.isDisjoint(with: [.ordinary, .verb, .placeInContext]) }
    if isKnown { return reader.letterWeight(index) > (signs.isDisjoint(with: [.ordinary, .verb]) ? 0 : 30) }
    return chain.letters >= 45
  }

  private func hasPlaceContext(_ index: Int) -> Bool { reader.hasPlaceContext(index) }

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

  private func isBeforeVerb(_ index: Int) -> Bool {
    guard index < reader.sentence.upperBound, reader.isNextWord(index) else { return false }
    let next = reader.signals[index]
    return next.contains(.verb) && !next.contains(.proclitic) && !next.contains(.ordinary)
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
    return max(end, read)
  }

  // MARK: Organizations and places by their heads

  private mutating func scanHeads() {
    var index = reader.sentence.lowerBound
    while index < reader.sentence.upperBound {
      let signs = reader.signals[index]
      if signs.contains(.organizationHead), let phrase = reader.organizationPhrase(at: index), phrase.isNamed {
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

  // MARK: Names shown by their surroundings

  private mutating func scanContexts() {
    var index = reader.sentence.lowerBound
    while index < reader.sentence.upperBound {
      let signs = reader.signals[index]
      if signs.contains(.latin) {
        index = scanLatin(index)
        continue
      }
      if signs.contains(.word) {
        scanCredit(index)
        scanMinistry(index)
        scanUnknown(index)
        scanCompound(index)
      }
      index += 1
    }
  }

  /// Latin words in Arabic text are mostly names of firms and agencies.
  private mutating func scanLatin(_ start: Int) -> Int {
    var end = start + 1
    while end < reader.sentence.upperBound, end - start < 5, reader.signals[end].contains(.latin),
      reader.isNextWord(end),
      reader.text.bytes[reader.tokens[end].span.lowerBound] < 0x80
    { end += 1 }
    // وDell: a conjunction or preposition is written before it.
    var first = reader.tokens[start].span.lowerBound
    while first < reader.tokens[start].span.upperBound, reader.text.bytes[first] >= 0x80 { first += 1 }
    guard first + 1 < reader.tokens[start].span.upperBound else { return end }
    if reader.text.bytes[first] >= UInt8(ascii: "A"), reader.text.bytes[first] <= UInt8(ascii: "Z") {
      add(
        .organization, TokenSpan(start, end), span: TextSpan(first, reader.tokens[end - 1].span.upperBound),
        rule: "latin",
        weight: 200)
    }
    return end
  }

  /// (الفرنسية): a picture credited to the news agency of a nation.
  private mutating func scanCredit(_ index: Int) {
    guard reader.signals[index].contains(.nationality), index > reader.sentence.lowerBound,
      reader.tokens[index - 1].kind == .openBracket, index + 1 < reader.sentence.upperBound,
      reader.tokens[index + 1].kind == .closeBracket || reader.tokens[index + 1].kind == .hyphen,
      reader.signals[index].contains(.definite), reader.isFeminineWord(index)
    else { return }
    add(.organization, TokenSpan(index, index + 1), rule: "credit", weight: 500)
  }

  /// الخارجية الأميركية: a ministry by its subject and nation, where no noun stands before it.
  private mutating func scanMinistry(_ index: Int) {
    guard reader.roles[index].contains(.ministry), reader.isNextWord(index + 1),
      reader.signals[index + 1].contains(.nationality), reader.isFeminineWord(index + 1)
    else { return }
    if index > reader.sentence.lowerBound {
      let before = reader.signals[index - 1]
      if before.contains(.word), reader.isNextWord(index), !reader.signals[index].contains(.proclitic),
        before.isDisjoint(with: [.verb, .closed]),
        reader.tokens[index - 1].analysis.proclitics.isDisjoint(with: .prepositions)
      {
        return
      }
    }
    add(.organization, TokenSpan(index, index + 2), rule: "ministry", weight: 450)
  }

  /// An unknown word behind a preposition of place or a word of sport.
  private mutating func scanUnknown(_ start: Int) {
    guard start > reader.sentence.lowerBound, reader.isNextWord(start), reader.namePart(start, inside: false) == .weak,
      !reader.signals[start].contains(.definite), reader.letterWeight(start) >= 10
    else { return }
    let role = reader.roles[start - 1]
    if reader.tokens[start].key.hasSuffix(Self.land) {
      add(.place, TokenSpan(start, start + 1), rule: "place-ending", weight: 560)
      return
    }
    var end = start + 1
    while reader.isNextWord(end), end - start < 3, reader.isProper(end) { end += 1 }
    if role.contains(.teamCue), !reader.signals[start].contains(.proclitic) {
      add(.organization, TokenSpan(start, end), rule: "team", weight: 430)
    } else if role.contains(.placePreposition), isLocative(start - 1), !reader.signals[start].contains(.proclitic) {
      add(.place, TokenSpan(start, end), rule: "place-context", weight: end - start > 1 ? 250 : 380)
    } else if reader.signals[start].contains(.proclitic), reader.tokens[start].analysis.proclitics.contains(.with) {
      add(.place, TokenSpan(start, end), rule: "place-context", weight: 250)
    }
  }

  /// مانشستر يونايتد, ريال مدريد, نيويورك تايمز: a foreign word and a place side by side are a club, paper or firm.
  private mutating func scanCompound(_ index: Int) {
    if let place = reader.lookup(.place, at: index), place.context == .any || place.tokens.count == 1 {
      let next = place.tokens.upperBound
      guard reader.isNextWord(next), !reader.signals[next].contains(.proclitic), isForeign(next),
        reader.signals[index].isDisjoint(with: [.ordinary, .name]) || place.context == .any
      else { return }
      add(.organization, TokenSpan(index, next + 1), rule: "compound", weight: 330)
    } else if isForeign(index), reader.isNextWord(index + 1), !reader.signals[index + 1].contains(.proclitic),
      let place = reader.lookup(.place, at: index + 1), place.prefixLetters == 0,
      reader.signals[index + 1].isDisjoint(with: [.ordinary, .definite])
    {
      add(.organization, TokenSpan(index, place.tokens.upperBound), rule: "compound", weight: 330)
    }
  }

  private func isForeign(_ index: Int) -> Bool {
    reader.namePart(index, inside: false) == .weak && !reader.signals[index].contains(.definite)
      && reader.letterWeight(index) > 20
  }

  /// ‑ستان (-stan).
  private static let land = WordKey(
    bits: [ArabicLetter.seen, ArabicLetter.teh, ArabicLetter.alef, ArabicLetter.noon].enumerated()
      .reduce(UInt128(0)) { $0 | UInt128($1.element) << UInt128($1.offset * 6) })

  /// في, and nouns and directions before a place; من and إلى stand before persons as often.
  private func isLocative(_ index: Int) -> Bool {
    !reader.signals[index].contains(.closed) || reader.tokens[index].key == NameReader.inside
  }

  // MARK: Gazetteer entries

  private mutating func scanEntries() {
    for index in reader.sentence {
      for position in reader.lookupRange(at: index) {
        let lookup = reader.lookups[position]
        guard lookup.tokens.upperBound <= reader.sentence.upperBound, fits(lookup), !hasOutsideHead(lookup) else {
          continue
        }
        let words = lookup.tokens.count
        var weight = 300 + words * 60 + (lookup.isExact ? 10 : 0)
        if lookup.type == .person, words > 1 { weight += 350 }
        if lookup.isFromUser { weight += 2_000 }
        if lookup.type == .nationality { weight -= 100 }
        let end = reader.bracketEnd(from: lookup.tokens.upperBound)
        let isTeam =
          lookup.type == .place && index > reader.sentence.lowerBound && reader.roles[index - 1].contains(.teamCue)
          && reader.isNextWord(index) && lookup.prefixLetters == 0
        add(
          isTeam ? .organization : lookup.type, lookup.tokens,
          phrase: TokenSpan(index, max(end, lookup.tokens.upperBound)), entry: lookup.entry,
          span: lookup.span, rule: "gazetteer", weight: weight)
      }
    }
  }

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
      isOutside = head.isDirection ? reader.entries.entry(lookup.entry).kind != "country" : !head.isPartOfName
    case .organization: isOutside = reader.lexicon.marks(of: reader.tokens[index].stem).role.contains(.bareHead)
    default: isOutside = false
    }
    if lookup.type == .organization, isForceOfNation(lookup) { return true }
    guard isOutside else { return false }
    return reader.lookupRange(at: index + 1).contains {
      reader.lookups[$0].type == lookup.type && reader.lookups[$0].tokens.upperBound == lookup.tokens.upperBound
    }
  }

  /// الجيش الإسرائيلي, القوات الأميركية: forces and governments by their nation alone are described, not named.
  private func isForceOfNation(_ lookup: Lookup) -> Bool {
    let range = lookup.tokens.range
    guard reader.signals[range.lowerBound].contains(.definite),
      let head = reader.match(reader.lexicon.organizationHeads, at: range.lowerBound),
      head.value.kind == .force || (head.value.kind == .authority && !head.value.isStrong)
    else { return false }
    return (range.lowerBound + 1..<range.upperBound).allSatisfy { reader.signals[$0].contains(.nationality) }
  }

  /// Whether an entry may match where it stands.
  private func fits(_ lookup: Lookup) -> Bool {
    let index = lookup.tokens.lowerBound
    switch lookup.type {
    case .givenName, .familyName, .nameParticle, .tenure, .none: return false
    case .person: return lookup.context == .any || lookup.isFromUser
    default: break
    }
    if lookup.isFromUser { return true }
    if lookup.prefixLetters > 0, reader.isWholeForeign(lookup) { return false }
    let isSingle = lookup.tokens.count == 1
    if isSingle, lookup.type == .place, reader.signals[index].contains(.common) {
      // كان, الشمس, الجديدة: a word of the language first of all.
      guard reader.signals[index].isDisjoint(with: [.verb, .adjective]), !isBehindNoun(index),
        isBehindPlaceWord(index) || (lookup.context == .any && isBehindConstruct(index))
      else { return false }
    }
    switch lookup.context {
    case .any: break
    case .name: return false
    case .place:
      guard
        reader.hasPlaceContext(index)
          || lookup.prefixLetters > 0 && reader.tokens[index].analysis.proclitics.contains(.with)
      else { return false }
      if isSingle, !reader.signals[index].isDisjoint(with: [.ordinary, .closed, .verb]) {
        // An ordinary word: only behind a head such as "the town of".
        return !reader.signals[index].contains(.common) && index > reader.sentence.lowerBound
          && reader.signals[index - 1].contains(.placeHead) && !reader.roles[index - 1].contains(.placePreposition)
      }
      return true
    case .office: return index > reader.sentence.lowerBound && reader.signals[index - 1].contains(.title)
    default: return isAfterHead(index) || isQuotedOrBracketed(lookup)
    }
    guard isSingle, lookup.type == .organization else { return true }
    if reader.signals[index].contains(.closed) { return false }
    // العربية: a channel only behind its head word; an adjective else.
    if !reader.signals[index].isDisjoint(with: [.nationality, .place]) {
      return isAfterHead(index) || isQuotedOrBracketed(lookup)
    }
    return true
  }

  /// Behind a preposition of place or a head of places alone; مركز stands before other things as well.
  private func isBehindPlaceWord(_ index: Int) -> Bool {
    if reader.tokens[index].analysis.proclitics.contains(.with) { return true }
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
    index > reader.sentence.lowerBound && reader.isNextWord(index) && reader.signals[index].contains(.definite)
      && reader.signals[index - 1].contains(.definite)
  }

  private func isAfterHead(_ index: Int) -> Bool {
    guard index > reader.sentence.lowerBound, reader.isNextWord(index) else { return false }
    return !reader.roles[index - 1].isDisjoint(with: [.bareHead, .teamCue])
      || !reader.lexicon.marks(of: reader.tokens[index - 1].stem).role.isDisjoint(with: [.bareHead, .teamCue])
  }

  private func isQuotedOrBracketed(_ lookup: Lookup) -> Bool {
    let before = lookup.tokens.lowerBound - 1
    let after = lookup.tokens.upperBound
    guard before >= reader.sentence.lowerBound, after < reader.sentence.upperBound else { return false }
    let (left, right) = (reader.tokens[before].kind, reader.tokens[after].kind)
    return (left == .quote && right == .quote) || (left == .openBracket && right == .closeBracket)
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
