import KhabarCore

/// What stands before a chain of name words.
enum NameContext: Equatable {
  case title(isRuler: Bool)
  case bare
}

/// How much a word speaks for a personal name.
enum NamePart: Int, Comparable {
  case none, weak, ambiguous, strong
  static func < (left: NamePart, right: NamePart) -> Bool { left.rawValue < right.rawValue }
}

/// A chain of name words.
struct NameChain {
  var start: Int
  var end: Int
  /// Parts that the lists know as names only.
  var strong = 0
  /// Parts that are ordinary words as well.
  var ambiguous = 0
  /// Unknown words.
  var weak = 0
  /// Letter evidence of the unknown words, in tenths of a natural logarithm.
  var letters = 0
  /// أبو …, عبد …
  var hasKunya = false
  var firstPart: NamePart = .none

  var words: Int { end - start }
  /// Above zero when there is more for a name than against it, behind a title.
  var weight: Int { strong * 60 + ambiguous * 25 + (hasKunya ? 40 : 0) + (weak > 0 ? letters + 30 * weak : 0) }
}

extension NameReader {
  /// How much a word speaks for a personal name.
  ///
  /// - Parameter inside: behind other words of the name, where nothing may be written before it.
  func namePart(_ index: Int, inside: Bool) -> NamePart {
    let signs = signals[index]
    guard signs.contains(.word), !signs.contains(.latin), tokens[index].key.count > 1 else { return .none }
    if inside, signs.contains(.proclitic) { return .none }
    // فيلماً (a film): the ending of the indefinite accusative.
    if tokens[index].shape.contains(.tanwin) { return .none }
    if !signs.isDisjoint(with: .name) {
      if signs.contains(.closed) { return partOfClosedWord(index) }
      if signs.contains(.numeral) || roles[index].contains(.neverInName) || isDate(index) { return .none }
      // ستون شخصا (sixty people): a number word opens no name.
      if !inside, lexicon.numbers.contains(tokens[index].stem) { return .none }
      // بغداد, لندن: a place first of all.
      if signs.contains(.place) {
        // آسيا الجبار: a given name before a surname that is no place.
        guard !inside, signs.contains(.given), isBeforeKnownName(index + 1), !signals[index + 1].contains(.place) else {
          return .none
        }
        return .strong
      }
      // An ordinary word that only some family has for a name; a verb's form takes a given name before another one.
      if signs.contains(.common) {
        if signs.contains(.verb) {
          // محمد رفعت: a given name in the form of a verb, behind another one.
          if inside, signs.contains(.given), index > 0, signals[index - 1].contains(.given),
            signals[index - 1].isDisjoint(with: [.common, .verb, .ordinary]),
            !isNextWord(index + 1) || !signals[index + 1].contains(.definite)
          {
            return .ambiguous
          }
          return signs.contains(.given) && !inside && isBeforeKnownName(index + 1) ? .ambiguous : .none
        }
        // بشار الأسد: behind a name that is nothing else, a surname that is an ordinary noun.
        if inside, signs.contains(.family), index > 0,
          signs.contains(.definite) || signs.isDisjoint(with: [.title, .organizationHead, .placeHead])
        {
          let before = signals[index - 1]
          if before.contains(.given), before.isDisjoint(with: [.common, .verb]) { return .ambiguous }
        }
        return signs.contains(.freeName) && inside ? .ambiguous : .none
      }
      if !signs.isDisjoint(with: [.title, .organizationHead, .placeHead]) { return .ambiguous }
      if tokens[index].classes.contains(.alsoName) { return .ambiguous }
      if signs.contains(.freeName) { return .strong }
      return signs.isDisjoint(with: [.ordinary, .verb]) ? .strong : .ambiguous
    }
    // لويس ساها: behind a known name also a word that the texts have, but not the lexicon.
    if inside, index > 0, signs.contains(.ordinary), !signals[index - 1].isDisjoint(with: .name),
      signals[index - 1].isDisjoint(with: [.common, .verb]),
      signs.isDisjoint(with: [
        .closed, .verb, .common, .numeral, .title, .organizationHead, .placeHead, .honorific, .place, .organization,
        .nationality,
        .pronoun, .adjective,
      ]), roles[index].isEmpty,
      tokens[index].classes.isDisjoint(with: [.adverb, .quantifier, .verbalNoun, .participle]),
      signs.contains(.definite) || letterWeight(index) > 5
    {
      return .weak
    }
    if !signs.isDisjoint(with: barring(index, inside: inside)) || !roles[index].isEmpty { return .none }
    // للبرميل (to the barrel): an unknown noun with its article.
    if tokens[index].key[0] == ArabicLetter.lam, tokens[index].key[1] == ArabicLetter.lam { return .none }
    if isNegatedVerb(index) { return .none }
    // أبوالهول, عبدالمعطي: a particle written together with its noun.
    if isJoinedKunya(tokens[index].key) { return .strong }
    // A verb such as ادى rather than a name: those in -ى are known.
    // حميد كورابى: behind a given name a foreign one whose last letter is written without its points.
    if tokens[index].shape.contains(.maksuraEnding) {
      return inside && index > 0 && signals[index - 1].contains(.given) && letterWeight(index) > 0 ? .weak : .none
    }
    return .weak
  }

  /// الجمعة (on Friday), صباح اليوم (this morning): names as well, but dates behind another name.
  private func isDate(_ index: Int) -> Bool {
    let word = tokens[index].stem
    if signals[index].contains(.definite), lexicon.weekdays.contains(word) { return true }
    guard lexicon.timeWords.contains(word), isNextWord(index + 1) else { return false }
    let next = tokens[index + 1].key
    let stem = NameLexicon.withoutArticle(next)
    return lexicon.relativeDays.contains(next) || lexicon.weekdays.contains(stem) || lexicon.timeWords.contains(stem)
  }

  /// What keeps a word that no list has from being part of a name.
  private func barring(_ index: Int, inside: Bool) -> WordSignals {
    let signs: WordSignals = [
      .closed, .verb, .ordinary, .numeral, .title, .organizationHead, .placeHead, .honorific, .place, .organization,
      .nationality, .pronoun, .adjective, .common,
    ]
    // يان إيغلاند: the lexicon has the word, but as a name as well. The order (الأمر) is no man, but for one behind
    // his name.
    let mayBeName = tokens[index].classes.contains(.alsoName) && (inside || !signals[index].contains(.definite))
    return mayBeName ? signs.subtracting(.ordinary) : signs
  }

  /// معالي وزير … (his excellency the minister …): behind a name an honorific belongs to the title behind it, though
  /// it is a name as well (a feminine one).
  private func isHonorificBeforeTitle(_ index: Int) -> Bool {
    guard isNextWord(index + 1), signals[index + 1].contains(.title), signals[index].isDisjoint(with: .definite),
      let honorific = match(lexicon.honorifics, at: index)
    else { return false }
    return !honorific.value
  }

  /// Reads a chain of name words. Nil when there is none.
  func nameChain(at start: Int, after context: NameContext) -> NameChain? {
    guard start < sentence.upperBound, tokens[start].isWord else { return nil }
    if case .title = context, start > sentence.lowerBound, !isNextWord(start) { return nil }
    var chain = NameChain(start: start, end: start)
    var index = start
    // A particle waits for its noun.
    var open: NameLexicon.Role = []
    var openedAt = start
    while index < sentence.upperBound, chain.words < 9 {
      let isInside = index > start
      if isInside {
        if tokens[index].kind == .hyphen, joinsName(index), open.isEmpty {
          index += 1
        } else if !isNextWord(index) {
          break
        }
      }
      if open.isEmpty, ends(chain, before: index) { break }
      let role = roles[index]
      if !open.isEmpty {
        // أبو, عبد take any noun; بن takes a name.
        if role.contains(.kunya), !signals[index].contains(.proclitic) {
          open = role
          index += 1
          continue
        }
        let part = namePart(index, inside: true)
        let isNoun = mayBeNoun(index)
        let accepts =
          part > .none || (open.contains(.kunya) && isNoun)
          || (open.contains(.son) && isNoun && chain.strong > 0
            && isNounBehindSon(index))
          || (open.contains(.foreignParticle) && part > .none)
          || role.contains(.nameEnd)
        guard accepts else { break }
        if open.contains(.kunya) { chain.hasKunya = true }
        take(part, index, &chain)
        open = []
        index += 1
        chain.end = index
        continue
      }
      if !role.isDisjoint(with: .particle), !(isInside && signals[index].contains(.proclitic)),
        opensName(role, index, isInside, context)
      {
        openedAt = index
        open = role
        index += 1
        continue
      }
      if isInside, role.contains(.nameEnd), !signals[index].contains(.proclitic), chain.end == index {
        index += 1
        chain.end = index
        chain.strong += chain.strong == 0 ? 1 : 0
        // أبوعبد الله: the particle is written together with the first word.
        if isJoinedKunya(nameKey(index - 2)) { chain.hasKunya = true }
        continue
      }
      if isInside, role.contains(.ordinal), chain.words <= 2, !signals[index].contains(.proclitic) {
        if case .title(isRuler: true) = context {
          index += 1
          if isNextWord(index), roles[index].contains(.ordinal) { index += 1 }
          chain.end = index
        }
        break
      }
      var part = namePart(index, inside: isInside)
      if isInside, part == .none || signals[index].contains(.nationality), isSurnameShaped(index) {
        let isSurname = signals[index].contains(.family) && !signals[index].isDisjoint(with: [.nationality, .place])
        part =
          isSurname && chain.strong + chain.ambiguous > 0
            && (namePart(index - 1, inside: true) >= .ambiguous
              || (index >= start + 2 && roles[index - 2].contains(.son)))
          ? .ambiguous : .none
      }
      // الروسي دميتري: before a name it is the nationality.
      if !isInside, signals[index].contains(.nationality), signals[index].contains(.definite) { part = .none }
      if !isInside, part == .none, canCompound(index, context) { part = .ambiguous }
      if !isInside, part == .none, isForeignGiven(index) { part = .weak }
      // بهاء حسب الله, عبد القادر أورال أوغلو: whatever stands before "God", "the faith" or "son of" inside a name.
      if isInside, part == .none, chain.strong > 0 || chain.hasKunya, isNextWord(index + 1),
        roles[index + 1].contains(.nameEnd),
        signals[index].isDisjoint(with: [.proclitic, .definite, .pronoun, .organizationHead])
      {
        take(.ambiguous, index, &chain)
        index += 1
        chain.end = index
        continue
      }
      if isInside, part == .none, chain.strong > 0,
        index >= start + 2 && roles[index - 2].contains(.son)
          ? isWordForSurname(index)
          : context != .bare && chain.words == 1 && isNounForSurname(index)
      {
        take(.ambiguous, index, &chain)
        index += 1
        chain.end = index
        break
      }
      if isInside, startsAnotherName(index, in: chain, context) { break }
      // التقى السيسي ماكرون: a surname with the article is not followed by more of the name.
      if index == start + 1, signals[start].contains(.definite), chain.strong + chain.weak > 0,
        !signals[index].contains(.definite),
        role.isDisjoint(with: .particle), context == .bare
      {
        break
      }
      guard part > .none, isInside ? continues(chain, part, index, context) : begins(part, index, context) else {
        break
      }
      take(part, index, &chain)
      if !isInside { chain.firstPart = part }
      index += 1
      chain.end = index
    }
    if !open.isEmpty { chain.end = min(chain.end, openedAt) }
    return chain.end > chain.start ? chain : nil
  }

  /// Where one name ends and the next begins though nothing stands between: محمد بن زايد محمد بن سلمان (a given name
  /// with its own "son of" behind a whole name), التقى ماكرون ميلوني (two surnames, subject and object of a verb), عقد
  /// شكري لقاء مع (a meeting with: the object of the verb, which is a name as well).
  private func startsAnotherName(_ index: Int, in chain: NameChain, _ context: NameContext) -> Bool {
    let signs = signals[index]
    if index == chain.start + 1, context == .bare, !signs.contains(.given), signals[chain.start].contains(.family),
      !signals[chain.start].contains(.given), isBehindVerb(chain.start)
    {
      return !signs.contains(.definite)
        || lexicon.meetings.contains(tokens[chain.start - 1].stem) && signs.contains(.family) && endsName(behind: index)
    }
    // أشاد جاسم الشيباني بدور المبعوث (praised the role of): behind a surname a preposition with a noun.
    if chain.words >= 2, tokens[index].classes.isEmpty == false || signs.contains(.given),
      tokens[index].key[0] == ArabicLetter.beh, lexicon.marks(of: tokens[index].key.dropFirst(1)).contains(.ordinary),
      isNextWord(index + 1), signals[index + 1].contains(.definite) || signals[index + 1].contains(.title)
    {
      return true
    }
    return chain.words >= 2 && signs.contains(.given) && isNextWord(index + 1) && !signs.contains(.definite)
      && (tokens[index + 1].classes.contains(.preposition) || signs.contains(.common) && isBeforeKnownName(index + 1))
      && !tokens[index].classes.isDisjoint(with: [.noun, .verbalNoun])
  }

  /// Whether what comes behind a name of two words or more is no part of it, though it may be a name as well.
  private func ends(_ chain: NameChain, before index: Int) -> Bool {
    chain.words >= 2 && (isHonorificBeforeTitle(index) || startsWholeName(index, in: chain))
  }

  /// محمد بن زايد محمد بن سلمان, محمد بن زايد عبد الله بن سالم: a given name with its own "son of" behind a whole name;
  /// استقبل خالد المنصوري سالم العامري: behind a verb two names of which each has a surname.
  private func startsWholeName(_ index: Int, in chain: NameChain) -> Bool {
    let isCompound =
      roles[index].contains(.kunya) && isNextWord(index + 1)
      && (roles[index + 1].contains(.nameEnd)
        || tokens[index].key == Self.servant && signals[index + 1].contains(.definite))
    guard isCompound || signals[index].contains(.given), !signals[index].contains(.definite) else { return false }
    let next = index + (isCompound ? 2 : 1)
    guard isNextWord(next) else { return false }
    if roles[next].contains(.son) { return index - chain.start >= 3 && roles[index - 2].contains(.son) }
    return isBehindVerb(chain.start) && startsObject(index, next, behind: chain)
  }

  /// Whether a name behind that of a verb's subject is another one, its object.
  private func startsObject(_ index: Int, _ next: Int, behind chain: NameChain) -> Bool {
    if isSurname(index - 1), isNamePair(index, next) { return true }
    guard !signals[index].contains(.common) else { return false }
    if isListed(chain.start, to: index), isListed(index) { return true }
    guard chain.strong + chain.ambiguous + chain.weak == 2 else { return false }
    // محمد العامري محمد السالم: nobody has his given name once more behind his surname.
    let isGiven = signals[chain.start].contains(.given) && !signals[index - 1].contains(.given)
    if isGiven, nameKey(index) == nameKey(chain.start) { return true }
    return lexicon.meetings.contains(tokens[chain.start - 1].stem) && isNamePair(index, next) && endsName(behind: next)
  }

  /// عبد (servant of), which a name of God follows.
  private static let servant = Orthography.arabic.key("عبد")

  /// A given name and another part of the name.
  private func isNamePair(_ given: Int, _ next: Int) -> Bool {
    isSurname(next) || !signals[given].contains(.common) && namePart(next, inside: true) > .none
  }

  /// What stands behind it goes on with no name and is nothing that was met: a mark, a preposition, a date.
  private func endsName(behind index: Int) -> Bool {
    let next = index + 1
    guard isNextWord(next) else { return true }
    return !tokens[next].classes.isDisjoint(with: [.preposition, .calendar, .adverb, .negation])
      || tokens[next].isCoordinated || !tokens[next].analysis.proclitics.isDisjoint(with: .prepositions)
  }

  /// الحداد, المنصوري: a family with the article, by the lists or its ending, and no given name.
  private func isSurname(_ index: Int) -> Bool {
    signals[index].contains(.definite) && signals[index].isDisjoint(with: [.given, .title])
      && !signals[index].isDisjoint(with: [.family, .relational])
  }

  /// Right behind a verb that is none of saying: its subject and object stand side by side.
  private func isBehindVerb(_ index: Int) -> Bool {
    index > sentence.lowerBound && isNextWord(index) && signals[index - 1].contains(.verb)
      && signals[index - 1].isDisjoint(with: [.closed, .speech])
  }

  /// Whether the lists have a person of several words that begins at a token and, if it is said, ends at another.
  private func isListed(_ start: Int, to end: Int? = nil) -> Bool {
    lookupRange(at: start).contains { position in
      let (type, tokens) = (lookups[position].type, lookups[position].tokens)
      return type == .person && tokens.count > 1 && (end == nil || end == tokens.upperBound)
    }
  }

  /// Whether a particle such as "father of" may take the word as its noun, if no name.
  private func mayBeNoun(_ index: Int) -> Bool {
    signals[index].isDisjoint(with: [.closed, .numeral, .proclitic, .pronoun])
      && (signals[index].isDisjoint(with: .verb) || signals[index].contains(.ordinary))
  }

  private func take(_ part: NamePart, _ index: Int, _ chain: inout NameChain) {
    switch part {
    case .strong: chain.strong += 1
    case .ambiguous: chain.ambiguous += 1
    case .weak:
      chain.weak += 1
      // محمد النقلي: the letters of a surname with the article, mostly Arabic, say little against it.
      let weight = letterWeight(index)
      chain.letters += chain.strong > 0 && signals[index].contains(.definite) ? max(weight, -20) : weight
    case .none: break
    }
  }

  /// Letter evidence for a word without what is written before it.
  func letterWeight(_ index: Int) -> Int {
    var word = nameKey(index)
    if signals[index].contains(.definite) { word = tokens[index].stem }
    return lexicon.letters.weight(of: word)
  }

  /// A hyphen between two name words without spaces: بان كي-مون.
  private func joinsName(_ index: Int) -> Bool {
    index + 1 < sentence.upperBound && !tokens[index].shape.contains(.spaceBefore)
      && !tokens[index + 1].shape.contains(.spaceBefore) && tokens[index + 1].isWord
      && namePart(index + 1, inside: true) >= .weak
  }

  /// Whether a particle opens a part of a name here.
  private func opensName(_ role: NameLexicon.Role, _ index: Int, _ isInside: Bool, _ context: NameContext) -> Bool {
    let next = index + 1
    guard isNextWord(next) else { return false }
    let part = namePart(next, inside: true)
    if role.contains(.kunya) {
      if signals[index].contains(.closed), part < .ambiguous { return false }
      return !signals[next].contains(.closed) || part > .none
    }
    if role.contains(.son) {
      let follows =
        part > .none || !roles[next].isDisjoint(with: [.kunya])
        || isInside && isNounBehindSon(next)
      return follows && (isInside || part >= .ambiguous || letterWeight(next) > 0)
    }
    // Foreign particles are short and ambiguous: only between name words, or before one behind a title.
    if !isInside, context == .bare {
      return part == .weak && letterWeight(next) > 20 && signals[index].isDisjoint(with: [.closed, .common])
    }
    return part >= .weak && (part == .strong || letterWeight(next) > -20)
  }

  /// سعد بن رحيل السويدي: behind "son of" also an ordinary noun (رحيل "departure") before more of the name.
  private func isNounBeforeName(_ index: Int) -> Bool {
    guard isNextWord(index), isNextWord(index + 1), !signals[index].contains(.definite),
      signals[index].isDisjoint(with: [.closed, .numeral, .proclitic, .pronoun, .title, .organizationHead])
    else { return false }
    return namePart(index + 1, inside: true) >= .ambiguous || isSurnameShaped(index + 1)
      || roles[index + 1].contains(.son)
  }

  /// عبد الله بن طوق: behind بن (son of) inside a name an indefinite noun is the father's name or the family's,
  /// whatever else it means; behind other words for it only before more of the name.
  private func isNounBehindSon(_ noun: Int) -> Bool {
    isNounBeforeName(noun) || isNounOfFather(noun)
  }

  private func isNounOfFather(_ noun: Int) -> Bool {
    tokens[noun - 1].key == Self.son && isNextWord(noun) && mayBeNoun(noun)
      && signals[noun].isDisjoint(with: [.definite, .title, .place, .organizationHead, .placeHead])
      && endsName(behind: noun)
  }

  /// بن, which only names have.
  private static let son = Orthography.arabic.key("بن")

  /// عثمان بن ناصر المحرج: right behind the father's name any definite word that is no title and names nothing else.
  private func isWordForSurname(_ index: Int) -> Bool {
    let (signs, classes) = (signals[index], tokens[index].classes)
    return signs.contains(.definite)
      && signs.isDisjoint(with: [
        .closed, .numeral, .title, .organizationHead, .placeHead, .honorific, .place, .organization, .pronoun,
        .proclitic,
      ]) && roles[index].isEmpty
      && classes.isDisjoint(with: [.calendar, .direction, .adverb, .personNoun, .verbalNoun, .adjective])
  }

  /// اللواء إبراهيم الحمزي: right behind a title and a given name, a definite noun that can't describe anybody is the
  /// surname.
  private func isNounForSurname(_ index: Int) -> Bool {
    let (signs, classes) = (signals[index], tokens[index].classes)
    return signs.contains(.definite)
      && signs.isDisjoint(with: [
        .closed, .verb, .numeral, .title, .organizationHead, .placeHead, .honorific, .place, .organization,
        .nationality, .pronoun, .adjective, .proclitic,
      ]) && roles[index].isEmpty
      && classes.isDisjoint(with: [.adjective, .participle, .verbalNoun, .calendar, .direction, .adverb, .personNoun])
      && !(isNextWord(index + 1) && signals[index + 1].contains(.definite))
  }

  /// سيف الإسلام, بدر الدين: an ordinary noun that the next word makes a name of.
  private func canCompound(_ index: Int, _ context: NameContext) -> Bool {
    guard context != .bare, isNextWord(index + 1), roles[index + 1].contains(.nameEnd),
      signals[index].isDisjoint(with: [.closed, .title, .organizationHead, .definite, .pronoun])
    else { return false }
    return true
  }

  /// نظيرتها اليونانية دورا باكويانيس: between a nationality and a word that only a foreign name can be, also what
  /// looks like an ordinary word.
  func isForeignGiven(_ index: Int) -> Bool {
    guard index > sentence.lowerBound, isNextWord(index), isNextWord(index + 1),
      signals[index - 1].isSuperset(of: [.nationality, .definite]), !signals[index + 1].contains(.proclitic),
      signals[index].isDisjoint(with: [
        .closed, .verb, .common, .numeral, .title, .organizationHead, .placeHead, .honorific, .place, .organization,
        .nationality, .pronoun, .adjective, .definite, .proclitic,
      ]), roles[index].isEmpty
    else { return false }
    return namePart(index + 1, inside: true) == .weak && letterWeight(index + 1) > 60
  }

  /// A definite masculine singular in -ي: both an adjective of nationality and a surname.
  private func isSurnameShaped(_ index: Int) -> Bool {
    let signs = signals[index]
    guard signs.contains(.definite), !signs.contains(.proclitic) else { return false }
    let stem = tokens[index].stem
    return stem.count >= 3 && stem[stem.count - 1] == ArabicLetter.yeh
  }

  func isBeforeKnownName(_ index: Int) -> Bool {
    isNextWord(index) && !signals[index].isDisjoint(with: .name)
      && signals[index].isDisjoint(with: [.common, .proclitic, .closed])
  }

  /// Whether a name that is another word as well begins a name without a title.
  private func beginsBareName(_ index: Int) -> Bool {
    let signs = signals[index]
    // لصالح, مخيمي: a preposition's noun and head words are none.
    if !signs.isDisjoint(with: [.placeHead, .organizationHead]) { return false }
    // الملك الأردني (the king of Jordan): a title with the nation, though both are surnames.
    if signs.isSuperset(of: [.title, .definite]), isNextWord(index + 1), signals[index + 1].contains(.nationality) {
      return false
    }
    if signs.contains(.proclitic), !tokens[index].analysis.proclitics.isDisjoint(with: .prepositions) {
      return isGivenBehindPreposition(index)
    }
    if roles[index].contains(.nameEnd) { return false }
    // نجا كريم الحداد (Karim al-Haddad escaped): names begin with the given one.
    if signs.contains(.verb), !signs.contains(.given) { return false }
    if signs.contains(.closed) {
      // علي أمل (for على أمل, in the hope): only a name that is nothing else shows that the preposition is none.
      // علي الراوي: the text tells ي from ى, and the surname is nothing else.
      return isBeforeKnownName(index + 1)
        && (signals[index + 1].isDisjoint(with: [.definite, .ordinary, .verb])
          || !roles[index + 1].isDisjoint(with: [.son, .kunya])
          || isSurname(index + 1) && !tokens[index].shape.contains(.looseSpelling)
            && signals[index + 1].isDisjoint(with: [.ordinary, .nationality, .place, .adjective]))
    }
    return !signs.isDisjoint(with: .name)
  }

  /// النائب بسليم الحداد, التقى سالم بكريم فوزي: a given name with its preposition before a surname that is nothing
  /// else, and not ببراءة سالم (of the innocence of Salim), بعيد الفصح (on the feast of Easter).
  private func isGivenBehindPreposition(_ index: Int) -> Bool {
    guard signals[index].contains(.given), isBeforeKnownName(index + 1) else { return false }
    let (classes, next) = (tokens[index].classes, signals[index + 1])
    let isSurname = next.isSuperset(of: [.family, .definite])
    if isSurname, index > sentence.lowerBound, signals[index - 1].contains(.title) { return true }
    guard classes.contains(.alsoName) || signals[index].isDisjoint(with: [.common, .ordinary]) else { return false }
    return isSurname
      ? next.contains(.relational)
      : !classes.contains(.verbalNoun) && next.isDisjoint(with: [.definite, .ordinary, .verb, .title])
  }

  private func begins(_ part: NamePart, _ index: Int, _ context: NameContext) -> Bool {
    switch part {
    case .strong: return true
    case .ambiguous:
      if context == .bare { return beginsBareName(index) }
      // الرئيس أسعد against الوزير أشرف على: a verb's form needs a name behind it.
      if signals[index].contains(.verb) || signals[index].contains(.closed) {
        return isNextWord(index + 1) && namePart(index + 1, inside: true) >= .weak
          && !signals[index + 1].contains(.closed)
      }
      return true
    case .weak:
      let weight = letterWeight(index)
      if looksLikeVerb(index), weight < 15 { return false }
      if context == .bare {
        guard signals[index].contains(.definite) else { return weight > -5 }
        // أشار السقاف إلى …: a definite word that the lexicon lacks, as subject of a verb of saying.
        return index > sentence.lowerBound && signals[index - 1].contains(.speech) && weight > -60
      }
      return signals[index].contains(.definite) || weight > -35
    case .none: return false
    }
  }

  private func continues(_ chain: NameChain, _ part: NamePart, _ index: Int, _ context: NameContext) -> Bool {
    switch part {
    case .strong: return true
    case .ambiguous:
      guard chain.strong + chain.weak > 0 || chain.hasKunya || context != .bare || chain.ambiguous > 0 else {
        return false
      }
      let signs = signals[index]
      // يحيى بيرت الحاصل على …, بيان صادر عن …: a participle with its complement, not a surname.
      if signs.contains(.definite) || (context == .bare && chain.strong + chain.weak == 0),
        tokens[index].classes.contains(.participle),
        isBeforeComplement(index)
      {
        return false
      }
      // طارق السيد: a word with the article is no verb.
      if signs.contains(.closed) || (signs.contains(.verb) && !signs.isSuperset(of: [.definite, .honorific])) {
        if signs.contains(.title) { return false }
        // محمد علي …; but not وحصل علي جائزة.
        if signs.contains(.closed) {
          return chain.strong > 0
            && !(isNextWord(index + 1) && !signals[index + 1].isDisjoint(with: [.nationality, .definite]))
        }
        return tokens[index].classes.contains(.alsoName) || signs.contains(.family) || isBeforeName(index + 1)
      }
      if signs.contains(.title) || signs.contains(.organizationHead) || signs.contains(.placeHead) {
        // جون ميجور (John Major): a foreign surname with the letters of a title, and no ordinary word.
        if signs.contains(.family), signs.isDisjoint(with: [.ordinary, .definite]), chain.strong > 0 { return true }
        // محمد سلطان, but not فهد أمير منطقة الرياض.
        // حامد الشريف وجلال محمود: a title governs the word behind it, not one joined to it.
        guard isNextWord(index + 1), !signals[index + 1].contains(.proclitic) else { return true }
        let next = signals[index + 1]
        return next.isDisjoint(with: [
          .definite, .place, .organization, .placeHead, .organizationHead, .title, .given, .family,
        ])
      }
      return true
    case .weak:
      let weight = letterWeight(index)
      let signs = signals[index]
      if looksLikeVerb(index), weight < (chain.strong > 0 && signals[index - 1].contains(.freeName) ? 5 : 25) {
        return false
      }
      // أنوش أنصاري: a surname in -ي behind a foreign word.
      if signs.contains(.relational), chain.letters > 40, weight > -30 { return true }
      if chain.weak >= 3, weight < 20 { return false }
      if signs.contains(.definite) { return isUnknownSurname(index, weight, behind: chain, context) }
      if context == .bare { return weight > (chain.strong > 0 ? -36 : 0) }
      // السيد جلال فياضي: behind a title also a given name that is an ordinary word as well.
      return weight > (chain.strong + chain.ambiguous > 0 ? -45 : -25)
    case .none: return false
    }
  }

  /// A definite word that no list has, as the surname of a name.
  private func isUnknownSurname(_ index: Int, _ weight: Int, behind chain: NameChain, _ context: NameContext) -> Bool {
    let signs = signals[index]
    // الفريق محمد ماجد العيطان: behind a title and two given names as well.
    let given = chain.ambiguous + chain.strong
    return signs.contains(.relational) || weight > 10 || (chain.words == 1 && given > 0)
      || (chain.words == 2 && given == 2 && context != .bare)
      || isBehindFather(index) && signs.isDisjoint(with: [.ordinary, .common])
  }

  /// سالم بن عبد العزيز الجربوع: behind the father's name a definite word that is nothing else is the family's.
  private func isBehindFather(_ index: Int) -> Bool {
    func isSon(_ other: Int) -> Bool { other > sentence.lowerBound && roles[other].contains(.son) }
    return isSon(index - 2) || roles[max(0, index - 2)].contains(.kunya) && isSon(index - 3)
  }

  /// أبويوسف (father of Yusuf).
  private func isJoinedKunya(_ word: WordKey) -> Bool {
    Self.joinedKunyas.contains { word.hasPrefix($0) && word.count >= $0.count + 3 }
  }

  private static let joinedKunyas = ["أبو", "عبدال"].map(Orthography.arabic.key)

  /// لايكفي (does not suffice): "not" written together with an imperfect.
  private func isNegatedVerb(_ index: Int) -> Bool {
    let word = tokens[index].key
    guard word[0] == ArabicLetter.lam, word[1] == ArabicLetter.alef, word.count >= 5 else { return false }
    let verb = word.dropFirst(2)
    return [ArabicLetter.yeh, ArabicLetter.teh, ArabicLetter.noon].contains(verb[0])
      && lexicon.marks(of: verb).contains(.ordinary) || verb[0] == ArabicLetter.yeh
  }

  private func isBeforeName(_ index: Int) -> Bool { isNextWord(index) && namePart(index, inside: true) >= .weak }

  /// Begins as the imperfect of a verb does: يـ, تـ, نـ, سيـ.
  private func looksLikeVerb(_ index: Int) -> Bool {
    let word = nameKey(index)
    let first = word[0]
    if first == ArabicLetter.yeh || first == ArabicLetter.teh { return word.count >= 4 }
    return first == ArabicLetter.seen && (word[1] == ArabicLetter.yeh || word[1] == ArabicLetter.teh) && word.count >= 5
  }
}
