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
  var isRuler: Bool
  /// Stands for its holder without a complement.
  var isLone: Bool
  /// The first title, the words of an office, without honorifics.
  var head: Int
}

extension NameReader {
  /// Reads honorifics and a chain of titles from a token: معالي وزير الدفاع الأمريكي الدكتور (his excellency the
  /// American minister of defence Dr.).
  func titlePhrase(at start: Int) -> TitlePhrase? {
    var index = start
    var phrase = TitlePhrase(
      tokens: TokenSpan(start, start), titles: [], isComplete: false, isOffice: false, isPlural: false, isRuler: false,
      isLone: false, head: start)
    while index < sentence.upperBound, signals[index].contains(.honorific), index == start || isNextWord(index),
      !isLoneHonorific(index), let match = match(lexicon.honorifics, at: index), !match.value || index > start
    {
      index = match.end
      phrase.isComplete = true
      phrase.isRuler = true
    }
    phrase.head = index
    while index < sentence.upperBound, index == start || isNextWord(index) {
      var position = index
      // "and" joins two offices of one person: رئيس الوزراء ووزير الدفاع.
      let isJoined = !phrase.titles.isEmpty && tokens[index].analysis.proclitics.contains(.and)
      if !phrase.titles.isEmpty, signals[index].contains(.proclitic), !isJoined || phrase.isPlural { break }
      if isJoined, signals[index].contains(.honorific), !signals[index].contains(.title) { break }
      if isLoneHonorific(position) { break }
      if signals[position].contains(.honorific), let match = match(lexicon.honorifics, at: position) {
        position = match.end
        if position < sentence.upperBound, !isNextWord(position) { break }
      }
      guard position < sentence.upperBound, signals[position].contains(.title),
        let match = match(lexicon.titles, at: position)
      else { break }
      let title = match.value
      let isDefinite = signals[position].contains(.definite)
      if isOtherWord(title, TokenSpan(position, match.end)) || isBehindOthers(title, phrase) { break }
      if isJoined, title.isDescriptive { break }
      // الدكتور فارس السقاف: a given name that is a title (knight) as well.
      if !phrase.titles.isEmpty, phrase.isComplete, match.end == position + 1, isGivenBeforeName(position) { break }
      if tokens[position].analysis.proclitics.contains(.future) { break }
      var end = match.end
      var isComplete =
        isDefinite || title.complement != .domain || end - position > 1 || signals[position].contains(.pronoun)
      if title.isRank { while isNextWord(end), roles[end].contains(.rankWord) || isRankWord(end) { end += 1 } }
      // وزير الداخلية (minister of the interior) has its complement: what follows is the name.
      let isOpen = signals[match.end - 1].isDisjoint(with: [.definite, .pronoun])
      if isOpen, title.complement != .none, !signals[position].contains(.pronoun) {
        let complement = complementEnd(from: end)
        if complement > end {
          end = complement
          isComplete = true
        }
      }
      // وزراء الدفاع والخارجية: two ministries of one title.
      while isNextWord(end), roles[end].contains(.ministry), tokens[end].analysis.proclitics.contains(.and) { end += 1 }
      end = adjectivesEnd(from: end)
      end = prepositionalEnd(from: end)
      if isJoined, !goesOn(at: end, title) { break }
      if isOfAnother(TokenSpan(position, end), title, behind: phrase, isJoined: isJoined) { break }
      phrase.titles.append(TokenSpan(position, end))
      phrase.isComplete = phrase.isComplete || isComplete
      phrase.isOffice = phrase.isOffice || title.isOffice
      phrase.isPlural = title.isPlural
      phrase.isLone = phrase.isLone || title.isLone
      phrase.isRuler = phrase.isRuler || title.isRuler
      index = end
    }
    guard !phrase.titles.isEmpty || phrase.isComplete else { return nil }
    phrase.tokens = TokenSpan(start, max(index, start + 1))
    return phrase
  }

  /// Whether a name, or another title of his, stands behind a title that "and" joins.
  private func goesOn(at end: Int, _ title: NameLexicon.Title) -> Bool {
    nameChain(at: end, after: .title(isRuler: title.isRuler)) != nil
      || end < sentence.upperBound && signals[end].contains(.title) && !tokens[end].isCoordinated
  }

  /// Whether a title is another person's than those before it: offices of two countries; مديرة الجامعة ونقيب الصحفيين
  /// (the director of the university and the head of the journalists), a woman and a man.
  private func isOfAnother(
    _ span: TokenSpan, _ title: NameLexicon.Title, behind phrase: TitlePhrase, isJoined: Bool
  ) -> Bool {
    guard let first = phrase.titles.first else { return false }
    let areOffices = phrase.isOffice && title.isOffice
    if areOffices, areOfTwoCountries(phrase.titles, span) { return true }
    return (isJoined || areOffices) && isFeminineWord(first.lowerBound) != isFeminineWord(span.lowerBound)
  }

  /// قتل مسلحون القاضي سالم (gunmen killed the judge Salem): an indefinite plural that keeps its noon holds no noun
  /// behind it, and who is one has none of their titles.
  private func isBehindOthers(_ title: NameLexicon.Title, _ phrase: TitlePhrase) -> Bool {
    guard phrase.isPlural, !title.isPlural, let last = phrase.titles.last, last.count == 1 else { return false }
    let word = tokens[last.lowerBound].key
    return !signals[last.lowerBound].contains(.definite) && word[word.count - 1] == ArabicLetter.noon
  }

  /// Whether a title's letters are no title where they stand.
  private func isOtherWord(_ title: NameLexicon.Title, _ span: TokenSpan) -> Bool {
    title.isDefiniteOnly && !signals[span.lowerBound].contains(.definite) || isAdjectiveOfBody(span.lowerBound)
      || isSpelledOtherwise(title, span)
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
    if title.hasMadda, !isDefinite || span.count == 1, !begins(first, with: 0xA2) { return true }
    // أمام (in front of) is folded to إمام (imam), which is written with the hamza below.
    return tokens[first].classes.contains(.preposition) && !isDefinite && !begins(first, with: 0xA5)
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

  /// An indefinite given name with a surname behind it.
  private func isGivenBeforeName(_ index: Int) -> Bool {
    let signs = signals[index]
    guard signs.contains(.given), !signs.contains(.definite), isNextWord(index + 1) else { return false }
    let next = signals[index + 1]
    return !next.contains(.proclitic)
      && (!next.isDisjoint(with: .name)
        || (next.contains(.definite) && next.isDisjoint(with: [.ordinary, .nationality])))
      && next.isDisjoint(with: [.organizationHead, .placeHead, .place, .title])
  }

  /// Whether a word is spelled with one seat of alef, by the last byte of its UTF-8: آمر (commander) is folded to أمر
  /// (order).
  func begins(_ index: Int, with alef: UInt8) -> Bool {
    // The letter behind the article, where the word has one.
    let article = Int(tokens[index].analysis.articleLetters)
    let start = byteOffset(
      of: index, letter: signals[index].contains(.definite) ? nameOffset(index) + article : nameOffset(index))
    return start + 1 < text.bytes.count && text.bytes[start] == 0xD8 && text.bytes[start + 1] == alef
  }

  private func isRankWord(_ index: Int) -> Bool {
    lexicon.marks(of: NameLexicon.withoutArticle(tokens[index].stem)).role.contains(.rankWord)
  }

  /// End of the noun phrase that a title's head governs: الدفاع in وزير الدفاع, مجلس النواب اللبناني in رئيس مجلس
  /// النواب اللبناني. Stops where a personal name begins.
  func complementEnd(from start: Int) -> Int {
    var index = start
    var isDefinite = false
    while isNextWord(index), index - start < 10 {
      let signs = signals[index]
      if isDefinite {
        // وزير التربية والتعليم: a second noun, not a second office and not a name.
        guard signs.contains(.definite), tokens[index].analysis.proclitics.subtracting([.and, .article]).isEmpty,
          tokens[index].analysis.proclitics.contains(.and), signs.isDisjoint(with: [.title, .organizationHead]),
          roles[index].contains(.ministry) || signs.isDisjoint(with: [.name, .place, .organization, .verb])
        else { break }
        index += 1
        continue
      }
      if endsComplement(index, isFirst: index == start) { break }
      // زار مسؤول أمريكي بغداد (an American official visited Baghdad): behind an indefinite adjective nothing is his.
      if index > start, signals[index - 1].contains(.nationality), !signs.contains(.nationality),
        !signs.isDisjoint(with: [.definite, .place, .entry])
      {
        break
      }
      if let entry = lookup(.place, at: index) ?? lookup(.organization, at: index), entry.prefixLetters == 0,
        entry.context != .name, !(signs.contains(.given) && entry.tokens.count == 1)
      {
        index = entry.tokens.upperBound
        isDefinite = true
        continue
      }
      if signs.contains(.organizationHead), let organization = organizationPhrase(at: index),
        organization.end > index + 1
      {
        index = organization.end
        isDefinite = true
        continue
      }
      if signs.contains(.nationality), !signs.contains(.definite) {
        index += 1
        continue
      }
      let part = namePart(index, inside: true)
      if signs.contains(.definite) {
        if part == .strong, !signs.contains(.ordinary) { break }
        if part == .weak, index > start, !signs.contains(.ordinary) { break }
        index += 1
        isDefinite = true
        continue
      }
      // The construct chain goes on with indefinite nouns: قائد قوات حفظ السلام.
      guard
        signs.contains(.ordinary) || signs.contains(.organizationHead) || signs.contains(.placeHead)
          || signs.contains(.title), !signs.contains(.closed), part != .strong, index - start < 4
      else { break }
      if signs.contains(.verb), !signs.contains(.ordinary) { break }
      index += 1
    }
    return index
  }

  private func endsComplement(_ index: Int, isFirst: Bool) -> Bool {
    signals[index].contains(.proclitic) || !isFirst && signals[index].contains(.closed)
      || isAccusative(index) && !isAccusative(index - 1)
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

  /// Definite adjectives behind a title: nationality, former, deputy …
  func adjectivesEnd(from start: Int) -> Int {
    var index = start
    while isNextWord(index), index - start < 4 {
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

  /// الفنانة المحجبة عفاف شعيب (the veiled artist …), المرشحة الراديكالية هيلواسا هيلينا (the radical candidate …):
  /// names begin with the given name, so that a definite word before it describes.
  private func isBeforeGivenName(_ index: Int) -> Bool {
    let signs = signals[index]
    guard signs.contains(.definite), isNextWord(index + 1),
      signs.isDisjoint(with: [.title, .honorific, .organizationHead, .placeHead, .place, .freeName])
    else { return false }
    // الباحث العلمي الفلكي عبد العزيز: several adjectives.
    var name = index + 1
    while name - index < 3, isNextWord(name + 1), signals[name].contains(.definite),
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
    return signals[index].contains(.closed) || proclitics.contains(.with) || proclitics.contains(.to)
  }

  /// باسم … (in the name of …), and لدى … (at …) where a name follows it.
  private func prepositionalEnd(from start: Int) -> Int {
    guard isNextWord(start), mayBePrepositional(start) else { return start }
    let complement = signals[start].contains(.proclitic) ? attachedEnd(from: start) : detachedEnd(from: start)
    guard let complement else { return start }
    let end = adjectivesEnd(from: complement)
    guard let name = nameChain(at: end, after: .title(isRuler: false)), name.weight > 0 else { return start }
    return end
  }

  /// Behind the complement whose noun is written with its preposition: بالأمم المتحدة, لشؤون الشرق الأوسط.
  private func attachedEnd(from start: Int) -> Int? {
    // السفير بسالم العامري (the ambassador … with Salim al-Amiri): a town of that name has no surname.
    guard !tokens[start].isCoordinated, !isDeed(start),
      !(signals[start].contains(.given) && isBeforeKnownName(start + 1))
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
      Self.complementPrepositions.contains(tokens[start].key),
      signals[begin].isDisjoint(with: [.title, .honorific]) || signals[begin].contains(.organizationHead),
      // استقبل الرئيس في قصره (in his palace).
      !signals[begin].contains(.pronoun),
      // الوزير إلى بلدة …: an envoy is sent to a state, a minister goes to a town.
      tokens[start].key != Self.to || !signals[begin].contains(.placeHead)
    else { return nil }
    let end = complementEnd(from: begin)
    // المسلحين في شوارع بغداد (the gunmen in the streets of Baghdad): the name says whose streets they are.
    let isScene = signals[end - 1].contains(.placeHead) && signals[end - 1].isDisjoint(with: [.definite, .pronoun])
    return end == begin || isScene ? nil : end
  }

  /// Prepositions, written as words of their own, that say what an office is for: in, at, to, over, for, of, between.
  private static let complementPrepositions = Set(
    ["في", "لدى", "إلى", "على", "عن", "من", "بين"].map(Orthography.arabic.key))

  /// إلى (to).
  private static let to = Orthography.arabic.key("إلى")

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
