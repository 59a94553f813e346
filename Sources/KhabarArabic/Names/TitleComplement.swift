import KhabarCore

/// What stands behind the head of a title or of another noun phrase: its complement, adjectives, prepositions.
extension NameReader {
  /// Words of a title's complement; and indefinite nouns among them before the one that ends it.
  private static let longestComplement = 10
  private static let longestConstruct = 4

  /// End of the noun phrase that a title's head governs: الدفاع in وزير الدفاع, مجلس النواب اللبناني in رئيس مجلس
  /// النواب اللبناني. Stops where a personal name begins.
  func complementEnd(from start: Int) -> Int {
    var index = start
    while isNextWord(index), index - start < Self.longestComplement, !endsComplement(index, start: start) {
      if let end = definiteEnd(at: index, start: start) { return conjunctsEnd(from: end, start: start) }
      guard continuesConstruct(index, start: start) else { break }
      index += 1
    }
    return index
  }

  /// Behind a name of the lists, an organization or a definite noun, which end the complement; nil when there is none.
  private func definiteEnd(at index: Int, start: Int) -> Int? {
    let signs = signals[index]
    if let entry = lookup(.place, at: index) ?? lookup(.organization, at: index), entry.prefixLetters == 0,
      entry.context != .name, !(signs.contains(.given) && entry.tokens.count == 1) || isStateAlone(entry)
    {
      return entry.tokens.upperBound
    }
    if signs.contains(.organizationHead), let organization = organizationPhrase(at: index),
      organization.end > index + 1, !isHisFate(organization.end - 1)
    {
      return organization.end
    }
    // وزير خارجيته رائد الكيلاني (his foreign minister Raid al-Kilani): a pronoun makes a noun definite.
    let isDefinite = signs.contains(.definite) || signs.contains(.pronoun) && !signs.contains(.closed)
    return isDefinite && !beginsName(index, start: start) ? index + 1 : nil
  }

  /// رئيس لبنان (the president of Lebanon) against رئيسة الوزراء جورجيا ميلوني (the prime minister Giorgia Meloni): a
  /// country's name that people have as well is the country's where no surname follows.
  private func isStateAlone(_ entry: Lookup) -> Bool {
    entries.referent(entry.entry).kind == "country"
      && !(isNextWord(entry.tokens.upperBound) && namePart(entry.tokens.upperBound, inside: true) >= .weak)
  }

  /// Whether a definite word of a complement begins the name behind it.
  private func beginsName(_ index: Int, start: Int) -> Bool {
    guard !signals[index].contains(.ordinary) else { return false }
    // رئيس بلدية العليمي (the mayor of al-Alimi): the name of what the word before it is.
    if index > sentence.lowerBound, tokens[index - 1].classes.contains(.placeHead) { return false }
    let part = namePart(index, inside: true)
    return part == .strong || part == .weak && index > start
  }

  /// The construct chain goes on with indefinite nouns: قائد قوات حفظ السلام (the commander of the peace-keeping
  /// forces); an indefinite nationality describes one.
  private func continuesConstruct(_ index: Int, start: Int) -> Bool {
    let signs = signals[index]
    guard !signs.contains(.definite) else { return false }
    if signs.contains(.nationality) { return true }
    guard !signs.isDisjoint(with: WordSignals.heads.union(.ordinary)), !signs.contains(.closed),
      !signs.contains(.verb) || signs.contains(.ordinary), index - start < Self.longestConstruct
    else { return false }
    return namePart(index, inside: true) != .strong
  }

  /// وزير التربية والتعليم: behind nouns that "and" joins to the last, no second offices and no names.
  private func conjunctsEnd(from end: Int, start: Int) -> Int {
    var index = end
    while isNextWord(index), index - start < Self.longestComplement {
      let (signs, proclitics) = (signals[index], tokens[index].analysis.proclitics)
      guard signs.contains(.definite), proclitics.contains(.and), proclitics.subtracting([.and, .article]).isEmpty,
        signs.isDisjoint(with: [.title, .organizationHead]),
        roles[index].contains(.ministry) || signs.isDisjoint(with: [.given, .family, .place, .organization, .verb])
      else { break }
      index += 1
    }
    return index
  }

  /// Whether a complement ends before a word.
  private func endsComplement(_ index: Int, start: Int) -> Bool {
    let signs = signals[index]
    if signs.contains(.proclitic) || isAccusative(index) && !isAccusative(index - 1) { return true }
    if isHisFate(index) { return true }
    if index == start && isDayBehindTitle(index) || isBehindRelation(index) { return true }
    if isBehindIndefiniteAdjective(index) { return true }
    guard index > start else { return false }
    // زار مسؤول أمريكي بغداد (an American official visited Baghdad): behind an indefinite adjective nothing is his,
    // and a verb is the clause's: أن وزيرا سعوديا التقى السفير (that a Saudi minister met the ambassador).
    return signs.contains(.closed)
      || signals[index - 1].contains(.nationality) && !signs.contains(.nationality)
        && (!signs.isDisjoint(with: [.definite, .place, .entry])
          || signs.contains(.verb) && !signals[index - 1].contains(.definite))
  }

  /// لقي ضابط شرطة مصرعه (a police officer met his death): nobody's office, and no body's name.
  private func isHisFate(_ index: Int) -> Bool {
    signals[index].contains(.pronoun) && roles[index].contains(.neverInName)
  }

  /// أعلن متحدث عسكري سحب القوات (a military spokesman announced the withdrawal of the forces), اغتيل مسؤول أمني أمس (a
  /// security official was murdered yesterday): an indefinite adjective of relation governs no noun. But وزراء خارجية
  /// فرنسا وإيطاليا (the foreign ministers of France and Italy): the feminine of one is a noun.
  private func isBehindRelation(_ index: Int) -> Bool {
    guard index > sentence.lowerBound else { return false }
    let (last, word) = (tokens[index - 1], tokens[index])
    let isNoun = !last.classes.isDisjoint(with: [.noun, .verbalNoun])
    let isBehindTitle = index - 2 >= sentence.lowerBound && signals[index - 2].contains(.title)
    return last.classes.contains(.relational) && !last.shape.contains(.feminineEnding)
      && (!isNoun || isBehindTitle && !signals[index - 1].contains(.title))
      && signals[index - 1].isDisjoint(with: [.definite, .organizationHead, .placeHead, .nationality])
      && word.classes.isDisjoint(with: [.relational, .adjective])
      && (isDay(index) || !word.classes.isDisjoint(with: [.noun, .verbalNoun]))
  }

  /// طالبت موظفة حكومية العبادي (a government employee called on al-Abadi): an adjective without the article governs
  /// nothing that has it.
  private func isBehindIndefiniteAdjective(_ index: Int) -> Bool {
    guard index > sentence.lowerBound, signals[index].contains(.definite) else { return false }
    let before = tokens[index - 1].classes
    return before.isSuperset(of: [.adjective, .relational]) && !before.contains(.noun)
      && signals[index - 1].isDisjoint(with: [.definite, .nationality])
      && signals[index].isDisjoint(with: [.place, .organization, .entry])
  }

  /// قتل ضابط الخميس (an officer was killed on Thursday), جندي العام الماضي (a soldier last year), قاض أمس (a judge
  /// yesterday): behind a title a date says when, not whose.
  private func isDayBehindTitle(_ index: Int) -> Bool {
    index > sentence.lowerBound && signals[index - 1].contains(.title)
      && signals[index - 1].isDisjoint(with: [.organizationHead, .placeHead]) && isDay(index)
  }

  /// Whether a date stands there, or a word such as "yesterday".
  private func isDay(_ index: Int) -> Bool {
    isDate(index) || lexicon.marks(of: tokens[index].stem).contains(.relativeDay)
  }

  /// شن مهاجم هجوما (an attacker launched an attack): an indefinite noun that shows the accusative is no complement of
  /// one that does not.
  private func isAccusative(_ index: Int) -> Bool {
    guard index >= sentence.lowerBound else { return false }
    let token = tokens[index]
    let letters = token.key.count
    guard letters >= 4, !token.isDefinite, token.analysis.suffixLetters == 0,
      token.key[letters - 1] == ArabicLetter.alef, token.key[letters - 2] != ArabicLetter.yeh,
      !token.shape.contains(.maksuraEnding)
    else { return false }
    return !token.classes.isDisjoint(with: [.noun, .verbalNoun]) && signals[index].isDisjoint(with: [.name, .place])
  }

  /// Whether "and" joins a word that is a ministry's subject to those before it.
  func isPortfolio(_ index: Int) -> Bool {
    let proclitics = tokens[index].analysis.proclitics
    return !roles[index].isDisjoint(with: [.portfolio, .ministry]) && proclitics.contains(.and)
      && proclitics.subtracting([.and, .article]).isEmpty
  }

  private static let mostAdjectives = 4

  /// Definite adjectives behind a title: nationality, former, deputy …
  func adjectivesEnd(from start: Int) -> Int {
    var index = start
    while isNextWord(index), index - start < Self.mostAdjectives {
      if index == start, isDayBehindTitle(index) || isBehindIndefiniteAdjective(index) { break }
      // الجنوب أفريقي (South African): a nation's adjective of several words.
      if let nation = lookup(.nationality, at: index), nation.tokens.count > 1, nation.prefixLetters == 0 {
        index = nation.tokens.upperBound
        continue
      }
      let signs = signals[index]
      guard signs.contains(.definite) || signs.contains(.nationality), !signs.contains(.proclitic) else { break }
      // الأمير تركي بن فهد: a given name, not "Turkish".
      if !signs.contains(.definite), !signs.isDisjoint(with: .name), isNextWord(index + 1),
        roles[index + 1].contains(.son) || namePart(index + 1, inside: true) >= .ambiguous
      {
        break
      }
      if isDefiniteGivenName(index) { break }
      if signs.contains(.nationality) || roles[index].contains(.neverInName) || isBeforeGivenName(index) {
        index += 1
        continue
      }
      guard signs.contains(.ordinary) || signs.contains(.adjective), !signs.contains(.title), isAdjective(index),
        namePart(index, inside: true) != .strong
      else { break }
      index += 1
    }
    return index
  }

  /// المعز البلبيسي: a given name that has the article, with a surname behind it.
  func isDefiniteGivenName(_ index: Int) -> Bool {
    signals[index].isSuperset(of: [.definite, .given])
      && signals[index].isDisjoint(with: [.nationality, .common, .proclitic]) && isNextWord(index + 1)
      && signals[index + 1].isSuperset(of: [.definite, .family])
      && signals[index + 1].isDisjoint(with: [.nationality, .common, .title, .proclitic])
  }

  /// الفنانة المحجبة عفاف شعيب (the veiled artist …), المرشحة الراديكالية هيلواسا هيلينا (the radical candidate …):
  /// names begin with the given name, so that a definite word before it describes.
  private func isBeforeGivenName(_ index: Int) -> Bool {
    let signs = signals[index]
    guard signs.contains(.definite), isNextWord(index + 1),
      signs.isDisjoint(with: [.title, .honorific, .organizationHead, .placeHead, .place, .freeName])
    else { return false }
    // الباحث العلمي الفلكي عبد العزيز: several adjectives.
    var name = index + 1
    while name - index < Self.mostAdjectives - 1, isNextWord(name + 1), signals[name].contains(.definite),
      signals[name].isDisjoint(with: [.proclitic, .title, .honorific])
    { name += 1 }
    let next = signals[name]
    guard next.isDisjoint(with: [.proclitic, .definite, .closed, .place]), roles[name].isEmpty else { return false }
    if signs.contains(.relational), isFeminineWord(index), namePart(name, inside: true) >= .weak { return true }
    return next.contains(.given) && next.isDisjoint(with: [.common, .verb, .title])
  }

  /// Whether a word is a preposition, or has one that an office takes written before it.
  private func mayBePrepositional(_ index: Int) -> Bool {
    let proclitics = tokens[index].analysis.proclitics
    return signals[index].contains(.closed)
      || signals[index].contains(.proclitic) && (proclitics.contains(.with) || proclitics.contains(.to))
  }

  /// باسم … (in the name of …), and لدى … (at …) where a name follows it.
  func prepositionalEnd(from start: Int) -> Int {
    guard isNextWord(start), mayBePrepositional(start), compoundGivenEnd(at: start) == nil else { return start }
    let complement = signals[start].contains(.proclitic) ? attachedEnd(from: start) : detachedEnd(from: start)
    guard let complement else { return start }
    let end = adjectivesEnd(from: complement)
    guard let name = nameChain(at: end, after: .title(isRuler: false)), name.weight > 0 else { return start }
    return end
  }

  /// Behind the complement whose noun is written with its preposition: بالأمم المتحدة, لشؤون الشرق الأوسط.
  private func attachedEnd(from start: Int) -> Int? {
    // السفير بسالم العامري (the ambassador … with Salim al-Amiri): a town of that name has no surname.
    // رئيس الوزراء بوزير الخارجية (the prime minister … with the foreign minister).
    let isOtherOffice =
      tokens[start].analysis.proclitics.contains(.with) && signals[start].contains(.title)
      && !signals[start].contains(.organizationHead)
    // وزير الخارجية السعودي بنظيره الروسي (the Saudi foreign minister with his Russian counterpart).
    let isCounterpart = tokens[start].analysis.proclitics.contains(.with) && roles[start].contains(.counterpart)
    guard !tokens[start].isCoordinated, !isDeed(start), !isOtherOffice, !isCounterpart,
      !(signals[start].contains(.given) && isBeforeKnownName(start + 1)),
      // الوزير بجهود كريم السامرائي (the minister … the efforts of Karim al-Samarrai): who stands behind is a person.
      !isGivenBeforeName(start + 1)
    else { return nil }
    if let entry = lookup(.place, at: start) ?? lookup(.organization, at: start) { return entry.tokens.upperBound }
    guard signals[start].contains(.ordinary) || signals[start].contains(.organizationHead) else { return nil }
    let end = complementEnd(from: start + 1)
    return end > start + 1 || signals[start].contains(.definite) ? end : nil
  }

  /// قام الرئيس بإقالة فلان (the president went about dismissing so-and-so): a verbal noun belongs to the verb, unless
  /// a participle governs it: الوزير المكلف بتشكيل الحكومة (the minister charged with forming the government).
  private func isDeed(_ index: Int) -> Bool {
    tokens[index].classes.contains(.verbalNoun) && signals[index].isDisjoint(with: [.organizationHead, .definite])
      && !tokens[index - 1].classes.contains(.participle)
  }

  /// Behind the complement whose preposition is a word of its own.
  private func detachedEnd(from start: Int) -> Int? {
    let begin = start + 1
    // الملك مع الرئيس (the king with the president): what two offices do together is no complement of one.
    guard begin < sentence.upperBound, isNextWord(begin), tokens[start].classes.contains(.preposition),
      roles[start].contains(.officePreposition),
      signals[begin].isDisjoint(with: [.title, .honorific]) || signals[begin].contains(.organizationHead),
      // استقبل الرئيس في قصره (in his palace).
      !signals[begin].contains(.pronoun),
      // الرئيس في حضور ولي العهد (the president in the presence of the crown prince): what happens is no office's.
      !isDeed(begin),
      // تحدث المدير عن كريم السامرائي (spoke of Karim al-Samarrai).
      !isGivenBeforeName(begin),
      // الشيخ علي بن حمد (Sheikh Ali son of Hamad), of the letters of على "on".
      !isBeforeSon(start),
      // الوزير إلى بلدة …: an envoy is sent to a state, a minister goes to a town.
      !roles[start].contains(.destination) || !signals[begin].contains(.placeHead)
    else { return nil }
    let end = complementEnd(from: begin)
    // المسلحين في شوارع بغداد (the gunmen in the streets of Baghdad): the name says whose streets they are.
    // رؤساء كتل في منزل كريم السامرائي (heads of parties at the house of Karim al-Samarrai).
    let isSite = signals[end - 1].contains(.placeHead) || tokens[end - 1].nounClasses.contains(.building)
    let isScene = isSite && signals[end - 1].isDisjoint(with: [.definite, .pronoun])
    return end == begin || isScene ? nil : end
  }

  /// The country of a title: of the adjective or place behind its head, the first where there are several. A ministry's
  /// subject that is a nationality by its letters (المالية, "finance" and "Malian") is none, nor is where he is sent:
  /// إلى سوريا (to Syria).
  func country(of title: TokenSpan) -> String? {
    for index in title.range.dropFirst() where !roles[index].contains(.ministry) {
      let token = tokens[index]
      if token.classes.contains(.preposition) || !token.analysis.proclitics.isDisjoint(with: .prepositions) { break }
      for position in lookupRange(at: index) {
        let lookup = lookups[position]
        guard lookup.type == .nationality || (lookup.type == .place && lookup.context == .any),
          let country = entries.referent(lookup.entry).country
        else { continue }
        return country
      }
    }
    return nil
  }

  /// وزير الخارجية الروسي وزير الخارجية المصري (the Russian foreign minister, the Egyptian foreign minister): offices
  /// of two countries are not one man's.
  func areOfTwoCountries(_ first: [TokenSpan], _ second: TokenSpan) -> Bool {
    guard let country = country(of: second) else { return false }
    return first.contains { self.country(of: $0).map { $0 != country } ?? false }
  }

  /// Whether a definite word behind a noun is an adjective to it rather than another noun.
  func isAdjective(_ index: Int) -> Bool {
    let signs = signals[index]
    return !signs.isDisjoint(with: [.nationality, .adjective, .relational]) || roles[index].contains(.neverInName)
      || !roles[index].isDisjoint(with: [.ordinal, .nameAdjective]) || tokens[index].classes.contains(.participle)
  }
}
