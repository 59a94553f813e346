import KhabarCore

/// The construct chain behind an organization's head, as far as it has been read: المجلس الأعلى للثقافة (the supreme
/// council for culture), جامعة الملك سعود (King Saud university).
private struct OrganizationChain {
  let head: NameLexicon.OrganizationHead
  let start: Int
  let headWords: Int
  /// The head has the article.
  let isDefinite: Bool
  /// The word that comes next.
  var index: Int
  /// The chain is closed by a definite word or a name, so that only adjectives and complements may follow.
  var isClosed: Bool
  var nouns = 0
  var adjectives = 0
  var nations = 0
  /// It was closed by a name.
  var isProper = false
  /// The gender of the head and of the last noun: an adjective agrees with one of them.
  var isFeminine: Bool
  var isLastFeminine: Bool
  /// The last word stands in a complement: "for …".
  var isInsideComplement = false
  /// Has such a complement.
  var hasPurpose = false
  /// The last word is an adjective of the name.
  var isBehindAdjective: Bool

  init(_ phrase: OrganizationPhrase, isDefinite: Bool) {
    head = phrase.head
    start = phrase.start
    headWords = phrase.end - phrase.start
    self.isDefinite = isDefinite
    index = phrase.end
    isClosed = isDefinite || headWords > 1
    isFeminine = head.isFeminine
    isLastFeminine = head.isFeminine
    isBehindAdjective = isDefinite && headWords > 1
  }

  /// Closes the chain with a name.
  mutating func close(at end: Int) {
    index = end
    isProper = true
    isClosed = true
  }

  /// Whether what was read behind the head names one organization rather than a kind of them.
  var isNamed: Bool {
    if isProper { return head.isStrong || head.traits.contains(.proper) || nouns > 0 && nations > 0 }
    if headWords > 1 {
      return head.isStrong || nations > 0 || head.traits.contains(.describedCompound) && adjectives > 0
    }
    let words = nouns + adjectives + nations
    return isDefinite ? isNamedByArticle(words) : isNamedByNouns(words)
  }

  /// The head and the nouns behind it: رئاسة الجمهورية, مركز الخليج للأبحاث (the Gulf centre for research), of which
  /// what it is for says that it is one.
  private func isNamedByNouns(_ words: Int) -> Bool {
    guard nouns > 0 else { return false }
    if head.isStrong { return words > (head.isLoose ? 1 : 0) }
    return nations > 0 || hasPurpose && nouns > 1 && head.traits.contains(.described)
  }

  /// The head with its article and what describes it: المجلس الأعلى, اللجنة الأولمبية الدولية.
  private func isNamedByArticle(_ words: Int) -> Bool {
    if head.traits.contains(.construct) { return false }
    // المركز الفلسطيني لحقوق الإنسان (the Palestinian Centre for Human Rights): its nation counts beside its purpose.
    guard head.isStrong else {
      return head.traits.contains(.described) && adjectives + nouns + (nouns > 0 ? nations : 0) > 1
    }
    return words > (head.traits.isDisjoint(with: [.loose, .halfLoose]) ? 0 : 1)
  }
}

/// What a construction makes of the next word of a phrase.
private enum Step {
  /// The word, or more, is part of it.
  case taken
  /// The phrase ends before it, or with it.
  case ends
  /// It belongs to another construction.
  case passed
}

extension NameReader {
  /// Words of an organization's name, the head counted.
  private static let longestOrganization = 12

  /// Reads what stands behind the head: the nouns of the construct chain up to a definite one or a name, then
  /// adjectives and complements.
  func readChain(_ phrase: inout OrganizationPhrase, isDefinite: Bool) {
    var chain = OrganizationChain(phrase, isDefinite: isDefinite)
    // جهاز المخابرات العامة: an adjective agrees with the last word of the head as well.
    if phrase.end > phrase.start + 1 {
      let last = phrase.end - 1
      chain.isLastFeminine = isFeminineWord(last)
      // محكمة جنايات القاهرة (the criminal court of Cairo): the table has the words with the article.
      if !isDefinite, !signals[last].contains(.definite) { chain.isClosed = false }
    }
    while isNextWord(chain.index), chain.index - chain.start < Self.longestOrganization, readNext(&chain) {}
    phrase.end = chain.index
    phrase.nameEnd = chain.index
    guard chain.isClosed, !chain.head.isPlural,
      chain.headWords == 1 || isDefinite || signals[chain.start + chain.headWords - 1].contains(.definite)
        || chain.index > chain.start + chain.headWords
    else { return }
    phrase.isNamed = chain.isNamed
    if let end = movementEnd(chain) {
      phrase.end = end
      phrase.nameEnd = end
      phrase.isNamed = true
    }
  }

  /// المقاومة الإسلامية في العراق: "in" and a country belong to a movement's name.
  private func movementEnd(_ chain: OrganizationChain) -> Int? {
    guard chain.isDefinite, chain.adjectives > 0, chain.nations == 0, chain.head.traits.contains(.movement),
      roles[chain.index - 1].contains(.movement), isNextWord(chain.index),
      tokens[chain.index].key == NameParticle.inside,
      let place = lookup(.place, at: chain.index + 1), place.prefixLetters == 0
    else { return nil }
    return place.tokens.upperBound
  }

  /// Reads the next word. False where the phrase ends before it, or with it.
  private func readNext(_ chain: inout OrganizationChain) -> Bool {
    let signs = signals[chain.index]
    if signs.contains(.closed), signs.isDisjoint(with: .name) { return false }
    // شركة آبل تعيين … (Apple … the appointment of): a name of the lists is complete before what it does.
    // So is it before a day or a place: حركة فتح يوم الثلاثاء (Fatah on Tuesday), حركة فتح القاهرة (Fatah … Cairo).
    if endsWhole(chain.index), isWholeEntry(chain.start, chain.index) { return false }
    if chain.isClosed { return readComplement(&chain) || readConjunct(&chain) || readAdjective(&chain) }
    if signs.contains(.proclitic) { return false }
    switch readName(&chain) {
    case .taken: return true
    case .ends: return false
    case .passed: return readNoun(&chain)
    }
  }

  // MARK: The construct chain

  /// A name that closes the chain: a place, an office, a person.
  private func readName(_ chain: inout OrganizationChain) -> Step {
    let signs = signals[chain.index]
    if let entry = lookup(.place, at: chain.index), entry.prefixLetters == 0, entry.context == .any {
      chain.close(at: entry.tokens.upperBound)
      return .taken
    }
    // مركز الأهرام للدراسات (al-Ahram centre for studies): a body that another is named after.
    if chain.head.traits.contains(.proper), let entry = lookup(.organization, at: chain.index),
      entry.prefixLetters == 0, isNextWord(entry.tokens.upperBound),
      tokens[entry.tokens.upperBound].analysis.proclitics.contains(.to)
    {
      chain.close(at: entry.tokens.upperBound)
      return .taken
    }
    if signs.contains(.nationality), !signs.contains(.definite) { return .ends }
    let office = readOffice(&chain)
    if office != .passed { return office }
    if signs.isDisjoint(with: [.definite, .ordinary]), chain.head.traits.contains(.person),
      let name = nameChain(at: chain.index, after: .title(isRuler: true)), name.strong > 0 || name.hasKunya
    {
      chain.close(at: name.end)
      return .taken
    }
    return .passed
  }

  /// جامعة الملك سعود (King Saud university); مكتب رئيس الوزراء العراقي (the office of the Iraqi prime minister).
  private func readOffice(_ chain: inout OrganizationChain) -> Step {
    let (index, signs) = (chain.index, signals[chain.index])
    guard signs.contains(.title) else { return .passed }
    if signs.contains(.definite) {
      // هيئة الأسرى (the authority of the prisoners): what it is for, and nobody's title.
      guard chain.head.traits.contains(.person), !(match(lexicon.titles, at: index)?.value.isPlural ?? false),
        let name = nameChain(at: index + 1, after: .title(isRuler: true))
      else { return .passed }
      chain.close(at: name.end)
      return .taken
    }
    guard match(lexicon.titles, at: index) != nil else { return .passed }
    let end = complementEnd(from: index + 1)
    guard end > index + 1, isClosed(end - 1) else { return .passed }
    chain.index = end
    // رابطة علماء المسلمين (the league of Muslim scholars): the noun of people and what they belong to.
    chain.nouns += 2
    chain.isClosed = true
    chain.isLastFeminine = false
    chain.isFeminine = false
    return .taken
  }

  /// A word that ends a construct chain: it has the article or is a name.
  private func isClosed(_ index: Int) -> Bool {
    !signals[index].isDisjoint(with: [.definite, .place, .organization, .given, .family, .nationality])
  }

  /// Nouns that a construct chain has before the definite one.
  private static let mostNouns = 3

  /// A noun of the chain; a definite one closes it.
  private func readNoun(_ chain: inout OrganizationChain) -> Bool {
    let signs = signals[chain.index]
    if signs.contains(.verb), signs.isDisjoint(with: .ordinary), !roles[chain.index].contains(.portfolio) {
      return false
    }
    // مؤسسة خيرية أمس (a charity, yesterday): when it did something is no part of its name.
    if !signs.contains(.definite), tokens[chain.index].classes.contains(.adverb) { return false }
    if signs.contains(.definite) {
      chain.isClosed = true
      chain.isLastFeminine = isFeminineWord(chain.index)
      chain.isBehindAdjective = false
    } else {
      // An indefinite adjective: منظمة دولية (an international organization) is no name.
      guard !signs.isDisjoint(with: [.ordinary, .organizationHead, .placeHead]), chain.nouns < Self.mostNouns,
        signs.isDisjoint(with: [.pronoun, .numeral, .relational, .adjective])
      else { return false }
    }
    chain.nouns += 1
    chain.index += 1
    return true
  }

  // MARK: What follows

  /// منظمة الأمم المتحدة للتربية (the United Nations organization for education), اتحاد … لكرة القدم: what the
  /// organization is for.
  private func readComplement(_ chain: inout OrganizationChain) -> Bool {
    guard chain.head.traits.contains(.purpose), tokens[chain.index].analysis.proclitics.contains(.to),
      let end = purposeEnd(chain), !isWholeEntry(chain.start, chain.index)
    else { return false }
    chain.index = end
    chain.nouns += 1
    chain.isInsideComplement = true
    chain.hasPurpose = true
    chain.isBehindAdjective = false
    chain.isLastFeminine = isFeminineWord(end - 1)
    return true
  }

  private func purposeEnd(_ chain: OrganizationChain) -> Int? {
    let (index, signs) = (chain.index, signals[chain.index])
    guard signs.contains(.definite) else { return constructEnd(index) }
    // مجلس الوزراء للمطالبة بالتثبيت (the cabinet, to demand …): what somebody came for. A body that has its complement
    // already is for nothing "in" or "by" something.
    if chain.nouns > 1, tokens[index].classes.contains(.verbalNoun), isNextWord(index + 1),
      tokens[index + 1].analysis.proclitics.contains(.with)
    {
      return nil
    }
    // القصر الرئاسي لليوم الخامس (the presidential palace for the fifth day): how long something lasts is no purpose.
    if isNextWord(index + 1), roles[index + 1].contains(.ordinal),
      lexicon.marks(of: NameLexicon.withoutArticle(tokens[index].stem)).contains(.timeWord)
    {
      return nil
    }
    let fits =
      !tokens[index].analysis.proclitics.contains(.and) && (!signs.contains(.verb) || signs.contains(.ordinary))
      && !signs.contains(.nationality) && (!signs.contains(.title) || isPlural(index))
      && (chain.adjectives + chain.nouns > 0 || chain.headWords > 1 || chain.isDefinite || chain.isProper)
    return fits ? index + 1 : nil
  }

  /// للصحفيين (for the journalists): people of a calling.
  private func isPlural(_ index: Int) -> Bool { match(lexicon.titles, at: index)?.value.isPlural == true }

  /// لكرة القدم, لشركات صناعة السيارات: one or two indefinite nouns behind the preposition and a definite one that ends
  /// them.
  private func constructEnd(_ start: Int) -> Int? {
    var index = start
    while index - start < 2, signals[index].contains(.ordinary), !signals[index].contains(.definite),
      signals[index].isDisjoint(with: [.verb, .pronoun, .name]), !signals[index].contains(.title) || isPlural(index),
      !tokens[index].classes.contains(.quantifier)
    {
      index += 1
      guard isNextWord(index), !signals[index].contains(.proclitic) else { return nil }
      if signals[index].contains(.definite) {
        // لطلبة اليمن (for the students of Yemen): a country's name.
        if let place = lookup(.place, at: index), place.prefixLetters == 0,
          entries.referent(place.entry).kind == "country"
        {
          return place.tokens.upperBound
        }
        return signals[index].isDisjoint(with: [.title, .nationality, .place, .name]) ? index + 1 : nil
      }
    }
    return nil
  }

  /// Whether a word does not go on with the name of a body that the lists have.
  private func endsWhole(_ index: Int) -> Bool {
    let signs = signals[index]
    guard !signs.contains(.proclitic) else { return false }
    if signs.contains(.definite) {
      // وزارة الخارجية السعودية (the Saudi foreign ministry): a country by its letters, and the adjective.
      return isDate(index)
        || signs.isDisjoint(with: [.nationality, .relational, .adjective]) && lookup(.place, at: index)?.context == .any
    }
    return tokens[index].classes.contains(.verbalNoun) || isDate(index)
  }

  /// الاتحاد الأوروبي للفترة …: a name of the lists is complete.
  private func isWholeEntry(_ start: Int, _ end: Int) -> Bool {
    lookupRange(at: start).contains {
      lookups[$0].type == .organization && lookups[$0].tokens.upperBound == end && lookups[$0].context == .any
    }
  }

  /// الأبحاث والدراسات: another noun or adjective of the name, not another organization or the next phrase.
  private func readConjunct(_ chain: inout OrganizationChain) -> Bool {
    if chain.head.traits.contains(.subjects), chain.nouns > 0, isPortfolio(chain.index),
      signals[chain.index].contains(.definite)
    {
      chain.index += 1
      chain.isBehindAdjective = false
      chain.isLastFeminine = isFeminineWord(chain.index - 1)
      return true
    }
    if let end = conjunctDeedEnd(chain) {
      chain.index = end
      chain.isBehindAdjective = false
      return true
    }
    let (signs, proclitics) = (signals[chain.index], tokens[chain.index].analysis.proclitics)
    guard proclitics.contains(.and), proclitics.isDisjoint(with: .prepositions), signs.contains(.definite),
      !signs.contains(.verb) || signs.contains(.ordinary), !signs.isDisjoint(with: [.ordinary, .adjective]),
      isUnlisted(chain)
    else { return false }
    guard takesConjunct(chain) else { return false }
    chain.index += 1
    chain.isLastFeminine = isFeminineWord(chain.index - 1)
    return true
  }

  /// Whether a definite word behind "and" goes on with the name: as an adjective, within what it is for, or as another
  /// of its subjects: وزارة الشؤون الإسلامية والأوقاف (the ministry of Islamic affairs and endowments).
  private func takesConjunct(_ chain: OrganizationChain) -> Bool {
    let hasSubjects = chain.head.traits.contains(.subjects)
    guard chain.isBehindAdjective else {
      return chain.isInsideComplement || hasSubjects && chain.nouns > 0 && chain.adjectives == 0
    }
    return isAdjective(chain.index)
      || hasSubjects && chain.head.isStrong && !chain.isDefinite && chain.nations == 0
        && !chain.isProper && endsSubject(chain.index)
  }

  /// وزارة الصناعة ودعم الاستثمار (the ministry of industry and the support of investment): a deed and what it does.
  private func conjunctDeedEnd(_ chain: OrganizationChain) -> Int? {
    let (index, object) = (chain.index, chain.index + 1)
    guard chain.head.traits.contains(.subjects), chain.head.isStrong, !chain.isDefinite, chain.nouns > 0,
      chain.nations == 0, !chain.isProper, isUnlisted(chain), tokens[index].classes.contains(.verbalNoun),
      tokens[index].analysis.proclitics == .and, signals[index].isDisjoint(with: [.definite, .pronoun]),
      isNextWord(object), signals[object].isSuperset(of: [.definite, .ordinary]),
      signals[object].isDisjoint(with: [.proclitic, .title, .place, .nationality, .name, .organizationHead])
    else { return nil }
    return object + 1
  }

  /// Behind the word stands nothing that goes on with it but adjectives of the ministry: والأوقاف التونسية, والري.
  private func endsSubject(_ index: Int) -> Bool {
    !isNextWord(index + 1)
      || signals[index + 1].isDisjoint(with: .name)
        && !(signals[index + 1].contains(.verb) && tokens[index].nounClasses.contains(.people))
  }

  /// Whether a word behind "and" begins no name of its own.
  private func isUnlisted(_ chain: OrganizationChain) -> Bool {
    let (index, signs) = (chain.index, signals[chain.index])
    guard signs.isDisjoint(with: [.title, .place, .numeral, .nationality]), lookup(.place, at: index) == nil else {
      return false
    }
    // للسينما والإذاعة والتلفزيون, للدعوة والجهاد: inside "for …" any noun goes on, if it has no adjective of its own.
    let hasAdjective =
      isNextWord(index + 1) && signals[index + 1].contains(.definite) && !signals[index + 1].contains(.proclitic)
    if chain.isInsideComplement, !chain.isBehindAdjective, signs.contains(.ordinary), !hasAdjective { return true }
    // والأوقاف: a subject that is the plural of a body as well, behind another that has its adjective.
    let isSubject =
      chain.isBehindAdjective && chain.head.traits.contains(.subjects) && !chain.isDefinite && !hasAdjective
      && match(lexicon.organizationHeads, at: index)?.value.isPlural == true
    if isSubject, signs.isDisjoint(with: [.organization, .given, .family]) { return true }
    return signs.isDisjoint(with: [.organizationHead, .placeHead, .organization, .given, .family])
      && lookup(.organization, at: index) == nil
  }

  /// A definite adjective that agrees with the head or with the last noun.
  private func readAdjective(_ chain: inout OrganizationChain) -> Bool {
    let (index, signs) = (chain.index, signals[chain.index])
    guard signs.contains(.definite), !signs.contains(.proclitic), !roles[index].contains(.neverInName),
      isAdjective(index),
      // البرلمان الدنماركي المعز البلبيسي: who presides over it.
      chain.nations == 0 || !isDefiniteGivenName(index),
      // اعتقلت قوات الأمن الناشط سالم (the security forces arrested the activist Salem), but المجلس القيادي (the
      // leading council).
      !signs.contains(.title) || chain.isDefinite && index == chain.start + chain.headWords
    else { return false }
    let isNation = signs.contains(.nationality)
    if isNation, !chain.isDefinite, chain.isProper || isEntry(chain) { return false }
    // A participle with its own complement describes: المكلفة بالتحقيق (charged with the inquiry).
    if tokens[index].classes.contains(.participle), !signs.contains(.relational), isBeforeComplement(index) {
      return false
    }
    let isFeminine = isFeminineWord(index)
    guard isFeminine == chain.isFeminine || isFeminine == chain.isLastFeminine || chain.nouns > 0 && isFeminine else {
      return false
    }
    if isNation { chain.nations += 1 } else { chain.adjectives += 1 }
    // قوات الأمن التونسية: behind an adjective of the head stands none of the last noun.
    if isFeminine != chain.isLastFeminine, isFeminine == chain.isFeminine { chain.isLastFeminine = isFeminine }
    chain.isBehindAdjective = true
    chain.index += 1
    return true
  }

  /// حزب الله اللبناني: the name is complete before the nationality.
  private func isEntry(_ chain: OrganizationChain) -> Bool {
    chain.head.traits.contains(.listed)
      && lookupRange(at: chain.start).contains {
        lookups[$0].type == .organization
          && (lookups[$0].tokens.upperBound == chain.index || nameEnd(of: lookups[$0]) == chain.index)
      }
  }
}
