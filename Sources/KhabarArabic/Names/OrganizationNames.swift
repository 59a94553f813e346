import KhabarCore

/// A noun phrase that begins with an organization's head word.
struct OrganizationPhrase {
  var start: Int
  var end: Int
  /// The name without a head that does not belong to it: مايكروسوفت in شركة مايكروسوفت.
  var nameStart: Int
  var nameEnd: Int
  /// Names one organization rather than a kind of them.
  var isNamed: Bool
  var head: NameLexicon.OrganizationHead
}

extension NameReader {
  /// Reads an organization's name from its head noun to where the noun phrase ends.
  func organizationPhrase(at start: Int) -> OrganizationPhrase? {
    guard signals[start].contains(.organizationHead), let match = match(lexicon.organizationHeads, at: start) else {
      return nil
    }
    let head = match.value
    let isDefinite = signals[start].contains(.definite)
    if head.isDefiniteOnly, !isDefinite { return nil }
    if signals[start].contains(.pronoun) { return nil }
    var phrase = OrganizationPhrase(
      start: start, end: match.end, nameStart: start, nameEnd: match.end, isNamed: false, head: head)
    if head.kind == .event { return phrase }
    let isVerbal = lexicon.marks(of: tokens[start].stem).role.contains(.verbalHead)
    if readQuoted(&phrase) || (!isDefinite && readProper(&phrase)) { return phrase }
    if isVerbal { return phrase }
    if !head.isPlural, match.end == start + 1, readBareHead(&phrase) { return phrase }
    readChain(&phrase, headWords: match.end - start, isDefinite: isDefinite)
    return phrase
  }

  /// شركة «أمريكان أكسبريس»: the quoted words are the name.
  private func readQuoted(_ phrase: inout OrganizationPhrase) -> Bool {
    let quote = phrase.end
    guard quote < sentence.upperBound, tokens[quote].kind == .quote, !phrase.head.isPlural else { return false }
    var index = quote + 1
    while index < sentence.upperBound, index - quote <= 7, tokens[index].kind != .quote { index += 1 }
    guard index < sentence.upperBound, tokens[index].kind == .quote, index > quote + 1, tokens[quote + 1].isWord else {
      return false
    }
    phrase.nameStart = quote + 1
    phrase.nameEnd = index
    phrase.end = index + 1
    phrase.isNamed = true
    return true
  }

  /// صحيفة الأهرام, النادي الأهلي, مجلة الثقافة الجديدة: papers and clubs are named without their head.
  private func readBareHead(_ phrase: inout OrganizationPhrase) -> Bool {
    guard phrase.head.kind == .media || phrase.head.kind == .club || phrase.head.kind == .group,
      lexicon.marks(of: tokens[phrase.start].stem).role.contains(.bareHead)
    else { return false }
    let begin = phrase.end
    guard isNextWord(begin), signals[begin].contains(.definite), !signals[begin].contains(.proclitic),
      signals[begin].isDisjoint(with: [.nationality, .closed, .verb]), !roles[begin].contains(.neverInName)
    else { return false }
    if signals[phrase.start].contains(.definite) {
      guard lookup(.organization, at: begin) != nil else { return false }
    } else if phrase.head.kind == .group {
      return false
    }
    var end = begin + 1
    while isNextWord(end), signals[end].contains(.definite), !signals[end].contains(.proclitic), isAdjective(end),
      !signals[end].contains(.nationality), !roles[end].contains(.neverInName)
    { end += 1 }
    phrase.nameStart = begin
    phrase.nameEnd = end
    phrase.end = end
    phrase.isNamed = true
    return true
  }

  /// شركة مايكروسوفت, نادي ريال مدريد: a proper name behind the head.
  private func readProper(_ phrase: inout OrganizationPhrase) -> Bool {
    let begin = phrase.end
    guard isNextWord(begin), !phrase.head.isPlural, !signals[begin].contains(.proclitic) else { return false }
    let isBare =
      roles[phrase.start].contains(.bareHead)
      || lexicon.marks(of: tokens[phrase.start].stem).role.contains(.bareHead)
    var end = begin
    if let entry = lookup(.organization, at: begin), entry.prefixLetters == 0 {
      end = entry.tokens.upperBound
      // حزب الله, مجلس الأمن: an entry of its own that begins with the head is found as a whole.
    } else {
      while isNextWord(end), end - begin < 5, isProper(end) { end += 1 }
    }
    guard end > begin else { return false }
    // معهد ماساشوسيتس للتكنولوجيا: what it is for.
    if !isBare, takesPurpose(phrase.head.kind), isNextWord(end), signals[end].isSuperset(of: [.definite, .ordinary]),
      tokens[end].analysis.proclitics.contains(.to), signals[end].isDisjoint(with: [.title, .nationality, .place])
    {
      end += 1
    }
    phrase.isNamed = isBare || phrase.head.isStrong
    phrase.end = end
    phrase.nameEnd = end
    if isBare { phrase.nameStart = begin }
    return true
  }

  /// An unknown word that looks like a foreign name, or Latin letters.
  func isProper(_ index: Int) -> Bool {
    if signals[index].contains(.latin) { return true }
    return namePart(index, inside: true) == .weak && !signals[index].contains(.definite) && letterWeight(index) > 10
  }

  /// The construct chain behind the head, its adjectives and complements.
  private func readChain(_ phrase: inout OrganizationPhrase, headWords: Int, isDefinite: Bool) {
    let head = phrase.head
    var index = phrase.end
    var reached = isDefinite || headWords > 1
    var nouns = 0
    var adjectives = 0
    var nations = 0
    var isProperName = false
    var isFeminine = head.isFeminine
    var isInsideComplement = false
    /// The last word is an adjective of the name.
    var isBehindAdjective = isDefinite && headWords > 1
    /// An adjective of a construct chain may agree with the head or with the last noun.
    var lastIsFeminine = head.isFeminine
    while isNextWord(index), index - phrase.start < 12 {
      let signs = signals[index]
      let proclitics = tokens[index].analysis.proclitics
      if signs.contains(.closed), signs.isDisjoint(with: .name) { break }
      if !reached {
        if signs.contains(.proclitic) { break }
        if let entry = lookup(.place, at: index), entry.prefixLetters == 0, entry.context == .any {
          index = entry.tokens.upperBound
          reached = true
          isProperName = true
          continue
        }
        if signs.contains(.nationality), !signs.contains(.definite) { break }
        if signs.contains(.title), signs.contains(.definite) || match(lexicon.titles, at: index) != nil {
          // جامعة الملك سعود; مكتب رئيس الوزراء العراقي.
          if signs.contains(.definite), takesPerson(head.kind),
            let chain = nameChain(at: index + 1, after: .title(isRuler: true))
          {
            index = chain.end
            isProperName = true
            reached = true
            break
          }
          if !signs.contains(.definite) {
            let end = complementEnd(from: index + 1)
            if end > index + 1, isClosed(end - 1) {
              index = end
              nouns += 1
              reached = true
              lastIsFeminine = false
              isFeminine = false
              continue
            }
          }
        }
        if signs.isDisjoint(with: [.definite, .ordinary]), takesPerson(head.kind),
          let chain = nameChain(at: index, after: .title(isRuler: false)),
          chain.strong > 0 || chain.hasKunya
        {
          index = chain.end
          isProperName = true
          reached = true
          break
        }
        if signs.contains(.definite) {
          if signs.contains(.verb), !signs.contains(.ordinary) { break }
          reached = true
          nouns += 1
          lastIsFeminine = isFeminineWord(index)
          isBehindAdjective = false
          index += 1
          continue
        }
        guard signs.contains(.ordinary) || signs.contains(.organizationHead) || signs.contains(.placeHead), nouns < 3,
          signs.isDisjoint(with: [.verb, .pronoun]) || (signs.contains(.ordinary) && !signs.contains(.pronoun)),
          !signs.contains(.numeral)
        else { break }
        // An indefinite adjective: منظمة دولية is no name.
        if signs.contains(.relational) || signs.contains(.adjective) { break }
        nouns += 1
        index += 1
        continue
      }
      // لـ + definite: منظمة الأمم المتحدة للتربية.
      if proclitics.contains(.to), signs.contains(.definite), !proclitics.contains(.and),
        !signs.contains(.verb) || signs.contains(.ordinary),
        takesPurpose(head.kind), signs.isDisjoint(with: [.title, .nationality]), !isWholeEntry(phrase.start, index),
        adjectives + nouns > 0 || headWords > 1 || isDefinite
      {
        index += 1
        nouns += 1
        isInsideComplement = true
        isBehindAdjective = false
        lastIsFeminine = isFeminineWord(index - 1)
        continue
      }
      if proclitics.contains(.to), !signs.contains(.definite), takesPurpose(head.kind),
        !isWholeEntry(phrase.start, index), let end = constructEnd(index)
      {
        index = end
        nouns += 1
        isInsideComplement = true
        isBehindAdjective = false
        lastIsFeminine = isFeminineWord(index - 1)
        continue
      }
      if proclitics.contains(.and), signs.contains(.definite), proclitics.isDisjoint(with: .prepositions),
        joinsName(
          index, phrase: phrase, isInsideComplement: isInsideComplement, isBehindAdjective: isBehindAdjective,
          adjectives: adjectives, nouns: nouns)
      {
        index += 1
        lastIsFeminine = isFeminineWord(index - 1)
        continue
      }
      if signs.contains(.proclitic) { break }
      guard signs.contains(.definite), !roles[index].contains(.neverInName), isAdjective(index, of: nations) else {
        break
      }
      if signs.contains(.nationality), isProperName || isEntry(phrase.start, index, head.kind), !isDefinite { break }
      // A participle with its own complement describes: المكلفة بالتحقيق.
      if tokens[index].classes.contains(.participle), !signs.contains(.relational), isBeforeComplement(index) { break }
      let feminine = isFeminineWord(index)
      let agrees = feminine == isFeminine || feminine == lastIsFeminine || nouns > 0 && feminine
      guard agrees else { break }
      if signs.contains(.nationality) { nations += 1 } else { adjectives += 1 }
      isBehindAdjective = true
      index += 1
    }
    phrase.end = index
    phrase.nameEnd = index
    guard reached, !head.isPlural,
      headWords == 1 || isDefinite || signals[phrase.start + headWords - 1].contains(.definite)
        || index > phrase.start + headWords
    else { return }
    phrase.isNamed = isNamed(
      head, headWords: headWords, isDefinite: isDefinite, nouns: nouns, adjectives: adjectives, nations: nations,
      isProper: isProperName)
    // المقاومة الإسلامية في العراق: "in" and a country belong to a movement's name.
    if isDefinite, adjectives > 0, nations == 0, [.force, .council, .party, .group].contains(head.kind),
      roles[index - 1].contains(.movement), isNextWord(index), tokens[index].key == Self.inside,
      let place = lookup(.place, at: index + 1), place.prefixLetters == 0
    {
      phrase.end = place.tokens.upperBound
      phrase.nameEnd = phrase.end
      phrase.isNamed = true
    }
  }

  /// Whether a definite word goes on with a name as its adjective, and is not who presides over it: البرلمان الدنماركي
  /// المعز البلبيسي.
  private func isAdjective(_ index: Int, of nations: Int) -> Bool {
    isAdjective(index) && (nations == 0 || !isDefiniteGivenName(index))
  }

  /// A word that ends a construct chain: it has the article or is a name.
  private func isClosed(_ index: Int) -> Bool {
    !signals[index].isDisjoint(with: [.definite, .place, .organization, .given, .family, .nationality])
  }

  /// The preposition في.
  static let inside = WordKey(bits: UInt128(ArabicLetter.feh) | UInt128(ArabicLetter.yeh) << 6)

  private func isNamed(
    _ head: NameLexicon.OrganizationHead, headWords: Int, isDefinite: Bool, nouns: Int, adjectives: Int, nations: Int,
    isProper: Bool
  ) -> Bool {
    if isProper { return head.isStrong || head.kind == .university || nouns > 0 && nations > 0 }
    if headWords > 1 { return head.isStrong || nations > 0 || (head.kind == .committee && adjectives > 0) }
    // A kind of body rather than one of them unless more is said: الجهاز الفني, حركة السوق.
    let isLoose = [.authority, .agency, .group, .force].contains(head.kind) || (head.kind == .party && head.isFeminine)
    if isDefinite {
      if head.kind == .force { return false }
      if head.isStrong { return adjectives + nations + nouns > (isLoose || head.kind == .party ? 1 : 0) }
      return (head.kind == .committee || head.kind == .university) && adjectives + nouns > 1
    }
    if head.isStrong { return nouns > 0 && nouns + adjectives + nations > (isLoose ? 1 : 0) }
    return nouns > 0 && nations > 0
  }

  /// حزب الله اللبناني: the name is complete before the nationality. Councils and ministries go on: مجلس النواب
  /// اللبناني.
  private func isEntry(_ start: Int, _ end: Int, _ kind: NameLexicon.OrganizationHead.Kind) -> Bool {
    guard [.party, .group, .company, .media, .club, .bank, .force].contains(kind) else { return false }
    return lookupRange(at: start).contains { lookups[$0].type == .organization && lookups[$0].tokens.upperBound == end }
  }

  /// الاتحاد الأوروبي للفترة …: a name of the lists is complete.
  private func isWholeEntry(_ start: Int, _ end: Int) -> Bool {
    lookupRange(at: start).contains {
      lookups[$0].type == .organization && lookups[$0].tokens.upperBound == end && lookups[$0].context == .any
    }
  }

  /// Schools, companies and foundations are named after persons; governments and offices only belong to them.
  private func takesPerson(_ kind: NameLexicon.OrganizationHead.Kind) -> Bool {
    [.university, .school, .company, .association, .authority, .bank, .court].contains(kind)
  }

  private func takesPurpose(_ kind: NameLexicon.OrganizationHead.Kind) -> Bool {
    switch kind {
    case .council, .authority, .association, .organization, .group, .university, .bank, .company, .agency, .committee,
      .party, .school:
      true
    default: false
    }
  }

  /// لكرة القدم, لشركات صناعة السيارات: one or two indefinite nouns behind the preposition and a definite one that ends
  /// them.
  private func constructEnd(_ start: Int) -> Int? {
    var index = start
    while index - start < 2, signals[index].contains(.ordinary), !signals[index].contains(.definite),
      signals[index].isDisjoint(with: [.verb, .pronoun, .title, .name]),
      !tokens[index].classes.contains(.quantifier)
    {
      index += 1
      guard isNextWord(index), !signals[index].contains(.proclitic) else { return nil }
      if signals[index].contains(.definite) {
        return signals[index].isDisjoint(with: [.title, .nationality, .place, .name]) ? index + 1 : nil
      }
    }
    return nil
  }

  /// الأبحاث والدراسات: another noun or adjective of the name, not another organization or the next phrase.
  private func joinsName(
    _ index: Int, phrase: OrganizationPhrase, isInsideComplement: Bool, isBehindAdjective: Bool, adjectives: Int,
    nouns: Int
  ) -> Bool {
    let signs = signals[index]
    // للسينما والإذاعة والتلفزيون, للدعوة والجهاد: inside "for …" any noun goes on, if it has no adjective of its own.
    let isSubject =
      isInsideComplement && !isBehindAdjective && signs.contains(.ordinary)
      && !(isNextWord(index + 1) && signals[index + 1].contains(.definite) && !signals[index + 1].contains(.proclitic))
    let barring: WordSignals =
      isSubject
      ? [.title, .place, .numeral, .nationality]
      : [.title, .organizationHead, .placeHead, .place, .organization, .name, .numeral, .nationality]
    guard signs.isDisjoint(with: barring),
      !signs.contains(.verb) || signs.contains(.ordinary), signs.contains(.ordinary) || signs.contains(.adjective),
      lookup(.place, at: index) == nil, isSubject || lookup(.organization, at: index) == nil
    else { return false }
    if isBehindAdjective { return isAdjective(index) }
    if isInsideComplement { return true }
    return [.ministry, .committee, .university, .authority, .department].contains(phrase.head.kind) && nouns > 0
      && adjectives == 0
  }

  /// A preposition, or a noun with one, that a participle governs.
  func isBeforeComplement(_ index: Int) -> Bool {
    let next = index + 1
    guard isNextWord(next) else { return false }
    return tokens[next].classes.contains(.preposition)
      || !tokens[next].analysis.proclitics.isDisjoint(with: .prepositions)
  }

  /// Ends in ة, or is a broken or sound feminine plural as far as its letters show.
  func isFeminineWord(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.shape.contains(.feminineEnding) { return true }
    let stem = token.stem
    let count = stem.count
    // العليا, الكبرى: the feminine of the elative; the masculine الأعلى begins with alef.
    if count >= 4, roles[index].contains(.nameAdjective), stem[0] != ArabicLetter.alef,
      [ArabicLetter.alef, ArabicLetter.yeh].contains(stem[count - 1])
    {
      return true
    }
    // -ات; and ه for ة in careless spelling of adjectives.
    if count >= 4, stem[count - 1] == ArabicLetter.teh, stem[count - 2] == ArabicLetter.alef { return true }
    return count >= 5 && stem[count - 1] == ArabicLetter.heh && stem[count - 2] == ArabicLetter.yeh
  }
}
