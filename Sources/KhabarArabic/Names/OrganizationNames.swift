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
  /// What stands in its quotation marks, whose first letter is no clitic: صحيفة "بابل" (the newspaper "Babil").
  var quotation: TextSpan<CleanBytes>?
}

extension NameReader {
  /// Reads an organization's name from its head noun to where the noun phrase ends.
  func organizationPhrase(at start: Int) -> OrganizationPhrase? {
    guard signals[start].contains(.organizationHead), let match = match(lexicon.organizationHeads, at: start) else {
      return nil
    }
    let head = match.value
    let isDefinite = signals[start].contains(.definite) && !isGoverningBehindTo(start)
    if head.isDefiniteOnly, !isDefinite { return nil }
    if signals[start].contains(.pronoun) { return nil }
    var phrase = OrganizationPhrase(
      start: start, end: match.end, nameStart: start, nameEnd: match.end, isNamed: false, head: head)
    if head.traits.contains(.event) { return phrase }
    let isVerbal = lexicon.marks(of: tokens[start].stem).role.contains(.verbalHead)
    if readQuoted(&phrase) || (!isDefinite && readProper(&phrase)) { return phrase }
    if isVerbal { return phrase }
    if !head.isPlural, match.end == start + 1, readBareHead(&phrase) { return phrase }
    readChain(&phrase, isDefinite: isDefinite)
    return phrase
  }

  /// للجنة الشؤون العربية (of a committee of Arab affairs): behind li- the article before a lam is not written, and
  /// what governs a noun has none.
  private func isGoverningBehindTo(_ start: Int) -> Bool {
    let (key, next) = (tokens[start].key, start + 1)
    guard key[0] == ArabicLetter.lam, key[1] == ArabicLetter.lam, tokens[start].stem[0] == ArabicLetter.lam,
      isNextWord(next)
    else { return false }
    return signals[next].contains(.definite) && signals[next].isDisjoint(with: [.proclitic, .nationality])
      && !isAdjective(next)
  }

  /// شركة «أمريكان أكسبريس»: the quoted words are the name.
  private func readQuoted(_ phrase: inout OrganizationPhrase) -> Bool {
    let quote = phrase.end
    // برنامج «أصل الكلمة» (the programme "The Origin of the Word"): the title of a work.
    guard quote < sentence.upperBound, tokens[quote].kind == .quote, !phrase.head.isPlural,
      !roles[phrase.start].contains(.thingHead)
    else { return false }
    var index = quote + 1
    while index < sentence.upperBound, index - quote <= Self.longestQuotation, tokens[index].kind != .quote {
      index += 1
    }
    guard index < sentence.upperBound, tokens[index].kind == .quote, index > quote + 1, tokens[quote + 1].isWord else {
      return false
    }
    phrase.nameStart = quote + 1
    phrase.quotation = TextSpan(tokens[quote + 1].span.lowerBound, tokens[index - 1].span.upperBound)
    phrase.nameEnd = index
    phrase.end = index + 1
    phrase.isNamed = true
    return true
  }

  /// Words of a name in quotes; longer quotations are speech.
  private static let longestQuotation = 7

  /// صحيفة الأهرام, النادي الأهلي, مجلة الثقافة الجديدة: papers and clubs are named without their head.
  private func readBareHead(_ phrase: inout OrganizationPhrase) -> Bool {
    let begin = phrase.end
    let isDefinite = signals[phrase.start].contains(.definite)
    guard phrase.head.traits.contains(isDefinite ? .bareDefinite : .bare),
      lexicon.marks(of: tokens[phrase.start].stem).role.contains(.bareHead), isNextWord(begin),
      signals[begin].contains(.definite),
      signals[begin].isDisjoint(with: [.proclitic, .nationality, .closed, .verb]),
      !roles[begin].contains(.neverInName), !isDefinite || lookup(.organization, at: begin) != nil
    else { return false }
    phrase.nameStart = begin
    phrase.nameEnd = nameAdjectivesEnd(from: begin + 1)
    phrase.end = phrase.nameEnd
    phrase.isNamed = true
    return true
  }

  /// Behind the definite adjectives that belong to a name: قصر قرطاج الرئاسي (the presidential palace of Carthage).
  func nameAdjectivesEnd(from start: Int) -> Int {
    var index = start
    while isNextWord(index), signals[index].contains(.definite),
      signals[index].isDisjoint(with: [.proclitic, .nationality]), isAdjective(index),
      !roles[index].contains(.neverInName)
    { index += 1 }
    return index
  }

  /// شركة مايكروسوفت, نادي ريال مدريد: a proper name behind the head.
  private func readProper(_ phrase: inout OrganizationPhrase) -> Bool {
    let begin = phrase.end
    guard isNextWord(begin), !phrase.head.isPlural, !signals[begin].contains(.proclitic),
      // وزارة التعاون (the ministry of cooperation): no club of that name.
      !phrase.head.traits.contains(.subjects) || !roles[begin].contains(.portfolio)
    else { return false }
    let isBare =
      roles[phrase.start].contains(.bareHead)
      || lexicon.marks(of: tokens[phrase.start].stem).role.contains(.bareHead)
    var end = begin
    // مجلس الشورى اليوم (the council … today): a paper of that name is one behind its own head only.
    if let entry = lookup(.organization, at: begin), entry.prefixLetters == 0, isBare || entry.context == .any {
      end = nameEnd(of: entry)
      // حزب الله, مجلس الأمن: an entry of its own that begins with the head is found as a whole.
    } else {
      while isNextWord(end), end - begin < Self.longestProperName, isProper(end) { end += 1 }
    }
    guard end > begin else { return false }
    // معهد ماساشوسيتس للتكنولوجيا: what it is for.
    if !isBare, phrase.head.traits.contains(.purpose), isNextWord(end),
      signals[end].isSuperset(of: [.definite, .ordinary]),
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

  /// Unknown words behind a head that are its name.
  private static let longestProperName = 5

  /// An unknown word that looks like a foreign name, or Latin letters.
  func isProper(_ index: Int) -> Bool {
    if signals[index].contains(.latin) { return true }
    return namePart(index, inside: true) == .weak && !signals[index].contains(.definite)
      && letterWeight(index) > LetterThreshold.foreign
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
