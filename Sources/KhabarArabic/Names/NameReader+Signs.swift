import KhabarCore

/// Reads the signs of the tokens: to what a word is by itself, first what the lists have it as, then what its letters
/// and its neighbours tell of a word that nothing knows.
extension NameReader {
  mutating func readSigns(_ words: [WordMarks]) {
    for lookup in lookups where !lookup.tokens.isEmpty && lookup.tokens.upperBound <= tokens.count { read(lookup) }
    for index in tokens.indices {
      if words[index].isMonth || words[index].isNumber { readCalendar(index, words[index]) }
    }
    // Whatever has one of these signs is neither inflected nor unknown.
    for index in tokens.indices
    where signals[index].contains(.word) && signals[index].isDisjoint(with: Self.notInflected) {
      readInflection(index)
      readConjunction(index)
    }
  }

  // MARK: What the lists have

  private mutating func read(_ lookup: Lookup) {
    let first = lookup.tokens.lowerBound
    let isSingle = lookup.tokens.count == 1
    switch lookup.type {
    case .givenName, .familyName: readName(lookup)
    case .nationality:
      if lookup.context == .office, signals[first].contains(.ordinary) { return }
      signals[first].insert(isSingle ? .nationality : .entry)
    case .place: readPlace(lookup)
    case .organization: signals[first].insert(isSingle ? .organization : .entry)
    case .nameParticle, .tenure, .none: break
    default: signals[first].insert(.entry)
    }
  }

  private mutating func readPlace(_ lookup: Lookup) {
    let first = lookup.tokens.lowerBound
    // بالاك is not "in" + الاك: what is written before a place's name must be the likelier reading.
    let isOtherReading = !lookup.isExact && !signals[first].contains(.proclitic)
    if lookup.prefixLetters > 0, isOtherReading || isWholeForeign(lookup) { return }
    if isSomebodysPlace(lookup) { return }
    if lookup.prefixLetters == 1, !lookup.isExact || lookup.context == .place, isSurnameOfForeigner(first) {
      signals[first].remove(.proclitic)
      offsets[first] = NameOffset(letters: 0)
      return
    }
    guard lookup.tokens.count == 1 else {
      signals[first].insert(.entry)
      return
    }
    // حكومة بنما, في باليمبانج: a place is named before a preposition, or one and the article, begin a word that no
    // list has.
    if lookup.prefixLetters == 0, lookup.isExact, lookup.context == .any, signals[first].contains(.proclitic),
      tokens[first].classes.isSubset(of: .verb) || entries.referent(lookup.entry).kind == "country"
    {
      signals[first].subtract([.proclitic, .definite, .common, .verb, .ordinary])
      offsets[first] = NameOffset(letters: 0)
    }
    // في أبها (in Abha) is not "her father", nor بنها "her son".
    if lookup.prefixLetters == 0, lookup.isExact, lookup.context == .any, signals[first].contains(.pronoun) {
      signals[first].subtract([.pronoun, .title, .organizationHead, .placeHead])
    }
    signals[first].insert(lookup.context == .any ? .place : .placeInContext)
  }

  /// بقصره (in his palace) is not the town قصرة, which a text that has dots writes with them.
  func isSomebodysPlace(_ lookup: Lookup) -> Bool {
    let token = tokens[lookup.tokens.lowerBound]
    return lookup.tokens.count == 1 && !lookup.isExact && token.analysis.suffixLetters > 0
      && !token.classes.isDisjoint(with: [.placeHead, .buildingHead]) && !token.shape.contains(.looseSpelling)
  }

  private mutating func readName(_ lookup: Lookup) {
    let range = lookup.tokens.range
    let first = range.lowerBound
    if isWordBeforeName(lookup, first) || isAndBeforeHamza(lookup, first) { return }
    if lookup.prefixLetters > 0,
      isSurnameInKaf(first) || lookup.type == .familyName && isSurnameOfForeigner(first)
        || !lookup.isExact && isSurnameInWaw(first)
    {
      signals[first].remove(.proclitic)
      offsets[first] = NameOffset(letters: 0)
      return
    }
    if range.count == 1, lookup.isExact, !signals[first].contains(.closed), isTakenApartOtherwise(lookup, first) {
      signals[first].subtract(Self.ofOtherReading)
    }
    var sign: WordSignals = lookup.type == .givenName ? .given : .family
    if lookup.context == .any { sign.insert(.freeName) }
    for index in range { signals[index].formUnion(sign) }
    setOffset(first, Int(lookup.prefixLetters))
  }

  /// وأرين: "and" before a word that begins with a written hamza, and not the name in و that has its folded letters
  /// (وارين, Warren).
  private func isAndBeforeHamza(_ lookup: Lookup, _ first: Int) -> Bool {
    lookup.prefixLetters == 0 && !lookup.isExact && isAndBeforeHamza(first)
  }

  private func isAndBeforeHamza(_ index: Int) -> Bool {
    guard tokens[index].key[0] == ArabicLetter.waw else { return false }
    let alef = byteOffset(of: index, letter: 1)
    return alef + 1 < text.bytes.count && text.bytes[alef] == AlefSpelling.lead
      && AlefSpelling.allCases.contains { $0.rawValue == text.bytes[alef + 1] }
  }

  /// What the lexicon says of a word that it takes apart otherwise than the lists.
  private static let ofOtherReading: WordSignals = [
    .ordinary, .common, .verb, .pronoun, .title, .organizationHead, .placeHead, .honorific, .speech, .adjective,
  ]

  /// Whether a word that may be a name is another word first of all.
  private func isWordBeforeName(_ lookup: Lookup, _ first: Int) -> Bool {
    // الأمر (the order) is not the surname الآمر.
    if tokens[first].classes.contains(.alsoName) {
      return !lookup.isExact && tokens[first].isDefinite && tokens[first].classes.contains(.verbalNoun)
    }
    // على in a text that writes all ي as ى is Ali by what stands around it: `partOfClosedWord` asks for that.
    let key = tokens[first].key
    if signals[first].contains(.closed), tokens[first].shape.contains(.looseSpelling), lookup.prefixLetters == 0,
      key[key.count - 1] == ArabicLetter.yeh
    {
      return false
    }
    // قال امجد العامري: of verbs it has the letters of "I praise" alone, which no news says.
    if lookup.type == .givenName, lookup.prefixLetters == 0, isOnlyFirstPerson(first) { return false }
    // A folded spelling is no evidence against a word that the lexicon has as it stands.
    // آنا (Anna) is none of أنا (I).
    if !lookup.isExact, !begins(first, with: .madda), !signals[first].isDisjoint(with: [.common, .verb]) {
      // قال اكرم العامري: without its hamza a name that "I honour" and "he honoured" have the letters of.
      return signals[first].contains(.common) || !isAmongNames(lookup, first)
    }
    // وابان (and he made clear) in a text without hamzas is not the name ابان.
    if isOrdinaryInLooseSpelling(first) { return true }
    // واكد (and he affirmed) is a verb before it is a surname; no preposition stands before a verb: باولو, but باسم (in
    // the name of).
    let isNoVerb =
      !tokens[first].analysis.proclitics.isDisjoint(with: [.with, .like]) && tokens[first].classes.isSubset(of: .verb)
    return signals[first].isSuperset(of: [.verb, .proclitic]) && lookup.prefixLetters == 0 && !isNoVerb
      && !(lookup.isExact && isAmongNames(lookup, first))
  }

  /// An imperfect in alef, which is the first person's, and no other verb or noun.
  private func isOnlyFirstPerson(_ index: Int) -> Bool {
    let classes = tokens[index].classes
    return tokens[index].key[0] == ArabicLetter.alef && classes.contains(.verbPresent)
      && classes.isDisjoint(with: [.verbPast, .common, .noun, .closed])
  }

  /// Whether a given name that a verb has the letters of stands where no verb does, behind another verb, a title or a
  /// name, and before a name that the lists have.
  private func isAmongNames(_ lookup: Lookup, _ first: Int) -> Bool {
    guard lookup.type == .givenName, lookup.prefixLetters == 0, first > 0, isSpaced(first), isSpaced(first + 1) else {
      return false
    }
    let before = signals[first - 1]
    guard
      lookup.isExact || before.contains(.verb) && !before.contains(.closed)
        || !before.isDisjoint(with: [.title, .given])
    else { return false }
    return lookupRange(at: first + 1).contains { position in
      let next = lookups[position]
      return (next.type == .givenName || next.type == .familyName) && next.prefixLetters == 0
        && (next.isExact || tokens[first + 1].isDefinite)
    }
  }

  /// Only a space stands before a token.
  private func isSpaced(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].isWord && tokens[index].shape.contains(.spaceBefore)
      && !tokens[index].shape.contains(.lineStart)
  }

  /// وليد, أنصاري: what the lexicon says is about another way to take the word apart.
  private func isTakenApartOtherwise(_ lookup: Lookup, _ first: Int) -> Bool {
    let analysis = tokens[first].analysis
    let clitics = Int(analysis.prefixLetters) - Int(analysis.articleLetters)
    if lookup.prefixLetters == 0 { return analysis.suffixLetters > 0 || clitics > 0 }
    // سالم العامري وكامل فوزي: behind a name "and Kamil", not "and like hope".
    return lookup.prefixLetters < clitics
      && isNameWord(tokens[max(0, first - 1)].kind == .comma ? first - 2 : first - 1)
  }

  /// أحمد كجوك is not "Ahmad, like جوك": right behind a given name a word in ك that the lexicon lacks is the surname.
  private func isSurnameInKaf(_ index: Int) -> Bool {
    let token = tokens[index]
    guard index > 0, token.key[0] == ArabicLetter.kaf, token.analysis.prefixLetters <= 1, !token.isDefinite,
      token.classes.isEmpty, token.shape.contains(.spaceBefore), !token.shape.contains(.lineStart)
    else { return false }
    let before = signals[index - 1]
    return before.isDisjoint(with: [.common, .verb, .place])
      && (before.contains(.given)
        || before.contains(.family)
          && lexicon.letters.weight(of: tokens[index - 1].key) > LetterThreshold.foreignSurname)
  }

  /// هانس بليكس (Hans Blix) is not "Hans, with لكس": right behind a foreign given name, whom an Arabic surname never
  /// follows, an unknown word in ب or ل that has a surname's letters behind it is one itself.
  private func isSurnameOfForeigner(_ index: Int) -> Bool {
    let token = tokens[index]
    guard index > 0, token.classes.isEmpty, isSpaced(index), !token.isDefinite,
      Self.lettersOfSurnames.contains(token.key[0]), isFirstNameOfForeigner(index - 1)
    else { return false }
    return !lookupRange(at: index).contains { lookups[$0].type == .givenName && lookups[$0].isExact }
  }

  /// Letters that are a preposition or "so" before another word.
  private static let lettersOfSurnames = [ArabicLetter.beh, ArabicLetter.lam, ArabicLetter.feh]

  private func isFirstNameOfForeigner(_ index: Int) -> Bool {
    let signs = signals[index]
    guard signs.isDisjoint(with: [.common, .verb, .place, .proclitic, .definite]),
      signs.isDisjoint(with: .ordinary) || signs.contains(.freeName)
    else { return false }
    let weight = lexicon.letters.weight(of: tokens[index].key)
    if signs.contains(.given), signs.isDisjoint(with: .family) { return weight > LetterThreshold.foreignGiven }
    // من كارلس بيول (from Carles Puyol): a first name that the lists have as a surname, where nothing stands before it
    // that a surname alone follows.
    return signs.contains(.family) && weight > LetterThreshold.foreignSurname && index > 0 && isSpaced(index)
      && tokens[index - 1].classes.contains(.preposition) && tokens[index + 1].shape.contains(.spaceBefore)
      && weightGain(index + 1) > LetterThreshold.gainWithoutPrepositionBehindSurname
  }

  /// How much more the letters of a whole word say for a name than those behind its first letter.
  private func weightGain(_ index: Int) -> Int {
    let key = tokens[index].key
    return lexicon.letters.weight(of: key) - lexicon.letters.weight(of: key.dropFirst(1))
  }

  /// جولي وايزنغر (Julie Weisinger): an unknown word in وا right behind a foreign given name that opens its name;
  /// before another letter it is "and" as often (رونالدو وبنزيمة).
  private func isSurnameInWaw(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.key[0] == ArabicLetter.waw, token.key[1] == ArabicLetter.alef, token.key.count >= 4,
      token.classes.isEmpty, isSpaced(index), !isAndBeforeHamza(index), index > 0, signals[index - 1].contains(.given),
      isFirstNameOfForeigner(index - 1),
      index < 2 || !isNameWord(index - 2) && signals[index - 2].isDisjoint(with: .title)
    else { return false }
    return weightGain(index) > LetterThreshold.gainWithoutConjunctionBehindGiven
  }

  /// Says how many letters stand before a name that a list has: none when the whole word is the name (وليد is not "and"
  /// + ليد).
  private mutating func setOffset(_ index: Int, _ letters: Int) {
    if letters == 0 {
      signals[index].remove(.proclitic)
      offsets[index] = NameOffset(letters: 0)
      return
    }
    // وبلال is "and Bilal" before it is "and with Lal": the reading with the fewest clitics comes first.
    if let known = offsets[index].letters, known <= letters { return }
    guard signals[index].contains(.proclitic) || offsets[index].letters == nil && !isWhole(index) else { return }
    signals[index].insert(.proclitic)
    offsets[index] = NameOffset(letters: letters)
  }

  /// Whether some entry is the whole word: لبنان is not "to" + بنان.
  private func isWhole(_ index: Int) -> Bool {
    lookupRange(at: index).contains { lookups[$0].prefixLetters == 0 && lookups[$0].type != .none }
      || !tokens[index].classes.isDisjoint(with: [.common, .noun])
  }

  /// Words of the calendar and numbers that are no names.
  private mutating func readCalendar(_ index: Int, _ word: WordMarks) {
    // غشت, جويلية: a month that no one is named after.
    if word.isMonth, signals[index].isDisjoint(with: .name) { signals[index].insert(.numeral) }
    // بليونا (a milliard) is not "with Lyona".
    if word.isNumber, signals[index].contains(.proclitic) {
      signals[index].remove(.proclitic)
      signals[index].insert(.numeral)
    }
  }

  // MARK: What only the letters tell

  /// برنامجا, بطاريتين: an unknown word that is an ordinary one with an ending.
  private mutating func readInflection(_ index: Int) {
    let token = tokens[index]
    guard signals[index].isDisjoint(with: Self.notInflected) else { return }
    // عبوتين (two charges), السكوت (silence): a noun that no list has for a name.
    if token.classes.contains(.noun), !token.classes.contains(.alsoName), !signals[index].contains(.placeInContext) {
      signals[index].insert(.ordinary)
    }
    guard token.classes.isEmpty else { return }
    let stem = signals[index].isDisjoint(with: [.proclitic, .definite]) ? token.key : token.stem
    if isInflected(stem), !isFirstNameBeforeSurname(index) {
      signals[index].insert(.ordinary)
    } else if isDualOfTitle(behindAnd: stem) {
      signals[index].formUnion([.ordinary, .proclitic])
      offsets[index] = NameOffset(letters: 1)
    }
  }

  /// سلفان شالوم (Silvan Shalom): the letters of a dual, and of a foreign name before a foreign surname.
  private func isFirstNameBeforeSurname(_ index: Int) -> Bool {
    let next = index + 1
    guard next < tokens.count, isSpaced(next), !signals[next].isDisjoint(with: .name),
      signals[next].isDisjoint(with: [.ordinary, .common, .verb, .definite, .proclitic, .place])
    else { return false }
    return lexicon.letters.weight(of: tokens[index].key) > LetterThreshold.foreignPart
      && lexicon.letters.weight(of: tokens[next].key) > LetterThreshold.foreignPart
  }

  private func isInflected(_ stem: WordKey) -> Bool {
    guard stem.count >= 4 else { return false }
    let last = stem[stem.count - 1]
    return Self.endings.contains { ending, lastLetter, replaces in
      guard lastLetter == last, stem.hasSuffix(ending) else { return false }
      let base = stem.dropLast(ending.count)
      guard base.count >= 3 else { return false }
      return lexicon.marks(of: base).contains(.ordinary)
        || replaces && lexicon.marks(of: base.appending(Self.tehMarbuta)).contains(.ordinary)
    }
  }

  /// وسفيران (and two ambassadors), وممرضتين (and two nurses): no name of those letters.
  private func isDualOfTitle(behindAnd word: WordKey) -> Bool {
    guard word[0] == ArabicLetter.waw, word.count >= 6 else { return false }
    let noun = word.dropFirst(1)
    let last = noun[noun.count - 1]
    return Self.endings.contains { ending, lastLetter, replaces in
      guard lastLetter == last, ending.count >= 2, noun.hasSuffix(ending) else { return false }
      let base = noun.dropLast(ending.count)
      let marks = lexicon.marks(of: base)
      return base.count >= 3 && Self.duals.contains(ending)
        && (marks.contains(.title) || marks.contains(.ordinary) && base.count >= 4
          || replaces && lexicon.marks(of: base.appending(Self.tehMarbuta)).contains(.title))
    }
  }

  private static let duals = ["ان", "ين", "تان", "تين"].map(Orthography.arabic.key)

  private static let notInflected: WordSignals = [
    .ordinary, .given, .family, .place, .organization, .nationality, .latin, .closed, .verb,
  ]

  static let tehMarbuta = Orthography.arabic.key("ة")

  /// Endings of case, number, gender and person, each with its last letter and whether teh marbuta may have stood in
  /// its place.
  private static let endings: [(WordKey, last: UInt8, replacesTehMarbuta: Bool)] = [
    ("ا", false), ("ه", false), ("يه", true), ("ين", false), ("ون", false), ("ان", false), ("ات", true), ("تين", true),
    ("تان", true), ("ي", true), ("وا", false), ("ت", false), ("ها", false), ("هم", false), ("ك", false), ("نا", false),
    ("يا", true),
  ].map { (ending: String, replaces: Bool) in
    let key = Orthography.arabic.key(ending)
    return (key, key[key.count - 1], replaces)
  }

  /// وهينان: whether an unknown word begins with "and" is seen from its letters.
  private mutating func readConjunction(_ index: Int) {
    guard signals[index].isDisjoint(with: Self.known) else { return }
    let key = tokens[index].key
    // وولش (Welch): in an unknown word two of the letter write the sound of a foreign name.
    if key.count >= 4, key[0] == ArabicLetter.waw, key[1] == ArabicLetter.waw {
      signals[index].remove(.proclitic)
      return
    }
    if signals[index].contains(.proclitic) {
      // بيكارد: a preposition of an unknown word is seen from its letters as well, and there is none inside a name.
      guard tokens[index].analysis.prefixLetters == 1, !isAndBeforeHamza(index) else { return }
      if weightGain(index) > gainWithoutProclitic(index) { signals[index].remove(.proclitic) }
      return
    }
    guard key[0] == ArabicLetter.waw, key.count >= 4 else { return }
    if isAndBeforeHamza(index) {
      signals[index].insert(.proclitic)
      offsets[index] = NameOffset(letters: 1)
      return
    }
    if isSurnameInWaw(index) { return }
    let loss = weightGain(index)
    let most =
      isBetweenNames(index)
      ? LetterThreshold.lossWithConjunctionBetweenNames : LetterThreshold.lossWithConjunction
    if loss < most {
      signals[index].insert(.proclitic)
      offsets[index] = NameOffset(letters: 1)
    }
  }

  /// How much more the letters of the whole word must say for a name than those behind its first letter.
  private func gainWithoutProclitic(_ index: Int) -> Int {
    if tokens[index].key[0] == ArabicLetter.waw {
      if isSurnameInWaw(index) { return LetterThreshold.gainWithoutConjunctionBehindGiven }
      return isBetweenNames(index)
        ? LetterThreshold.gainWithoutConjunctionBetweenNames : LetterThreshold.gainWithoutConjunction
    }
    return followsName(index)
      ? LetterThreshold.gainWithoutPrepositionBehindName : LetterThreshold.gainWithoutPreposition
  }

  /// What the lexicon knows a word as; a word that has none of it is unknown. All that is not inflected is of it.
  private static let known: WordSignals = [
    .given, .family, .closed, .verb, .ordinary, .latin, .place, .placeInContext, .organization, .nationality, .title,
    .organizationHead, .placeHead, .definite, .pronoun,
  ]

  /// سامح شكري ودميترو كوليبا: behind a whole name and before another word that only a name can be.
  private func isBetweenNames(_ index: Int) -> Bool {
    index > 1 && index + 1 < tokens.count && isNameWord(index - 1) && isNameWord(index - 2)
      && tokens[index + 1].isWord && signals[index + 1].isDisjoint(with: Self.known.subtracting(.name))
  }

  /// Whether an unknown word stands right behind a name, or behind a word that reads like one.
  private func followsName(_ index: Int) -> Bool {
    index > 0 && tokens[index].shape.contains(.spaceBefore)
      && signals[index - 1].isDisjoint(with: [.common, .closed, .verb, .ordinary, .place])
      && (!signals[index - 1].isDisjoint(with: .name)
        || signals[index - 1].contains(.word)
          && lexicon.letters.weight(of: tokens[index - 1].key) > LetterThreshold.nameBefore)
  }

  private func isNameWord(_ index: Int) -> Bool {
    index >= 0 && !signals[index].isDisjoint(with: .name) && !signals[index].contains(.closed)
  }
}
