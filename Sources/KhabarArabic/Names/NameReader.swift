import KhabarCore

/// What the name grammar knows of one token: lexicon, gazetteers and spelling in one set.
struct WordSignals: OptionSet, Sendable {
  let rawValue: UInt32
  static let word = WordSignals(rawValue: 1 << 0)
  static let given = WordSignals(rawValue: 1 << 1)
  static let family = WordSignals(rawValue: 1 << 2)
  static let nationality = WordSignals(rawValue: 1 << 3)
  /// A single-word place begins here, whatever its context.
  static let place = WordSignals(rawValue: 1 << 4)
  static let organization = WordSignals(rawValue: 1 << 5)
  /// Some entry of several words begins here.
  static let entry = WordSignals(rawValue: 1 << 6)
  static let closed = WordSignals(rawValue: 1 << 7)
  static let verb = WordSignals(rawValue: 1 << 8)
  /// An ordinary word of the language.
  static let ordinary = WordSignals(rawValue: 1 << 9)
  static let title = WordSignals(rawValue: 1 << 10)
  static let organizationHead = WordSignals(rawValue: 1 << 11)
  static let placeHead = WordSignals(rawValue: 1 << 12)
  static let honorific = WordSignals(rawValue: 1 << 13)
  static let definite = WordSignals(rawValue: 1 << 14)
  /// A number word or a word of the calendar.
  static let numeral = WordSignals(rawValue: 1 << 15)
  static let latin = WordSignals(rawValue: 1 << 16)
  static let relational = WordSignals(rawValue: 1 << 17)
  static let adjective = WordSignals(rawValue: 1 << 18)
  /// A conjunction or preposition is written before it.
  static let proclitic = WordSignals(rawValue: 1 << 19)
  static let pronoun = WordSignals(rawValue: 1 << 20)
  static let speech = WordSignals(rawValue: 1 << 21)
  /// A name part by a list that does not ask for other names around it.
  static let freeName = WordSignals(rawValue: 1 << 22)
  /// A word of the news lexicon, and not one that is a name as well.
  static let common = WordSignals(rawValue: 1 << 23)
  /// A place only behind a place word.
  static let placeInContext = WordSignals(rawValue: 1 << 24)

  static let name: WordSignals = [.given, .family]
}

/// One document as the name grammar reads it. Lives for the time of one document.
struct NameReader {
  let lexicon: NameLexicon
  let orthography: Orthography
  let entries: any EntryStore
  let text: AlignedText
  let tokens: [Token]
  let lookups: [Lookup]
  /// Signals of each token.
  private(set) var signals: [WordSignals]
  /// Role of each token in the grammar of names.
  private(set) var roles: [NameLexicon.Role]
  /// Index of the first lookup that begins at a token or behind it; one more than there are tokens.
  private var lookupStart: [Int32]
  /// Letters before the name at a token; 255 where only the analysis says.
  private var offsets: [UInt8]
  /// The sentence that is being read.
  var sentence = 0..<0 {
    didSet { isMatchReport = hasTwoSportWords }
  }
  /// The sentence tells of a match, so that cities and ambiguous names in it are clubs.
  private(set) var isMatchReport = false

  init(
    document: MatchedDocument, lexicon: NameLexicon, orthography: Orthography, entries: any EntryStore,
    memory: inout WordMarks.Memory
  ) {
    self.lexicon = lexicon
    self.orthography = orthography
    self.entries = entries
    text = document.text
    tokens = document.tokens
    lookups = document.lookups
    signals = []
    roles = []
    lookupStart = []
    offsets = Array(repeating: 255, count: document.tokens.count)
    signals.reserveCapacity(tokens.count)
    roles.reserveCapacity(tokens.count)
    for (token, marks) in zip(tokens, WordMarks.marks(of: tokens, in: lexicon, &memory)) { readSigns(of: token, marks) }
    readLookups()
    for index in tokens.indices where signals[index].contains(.word) && signals[index].isDisjoint(with: .name) {
      // غشت, جويلية: a month that no one is named after is a word of the calendar.
      if lexicon.civilMonths.contains(tokens[index].stem) { signals[index].insert(.numeral) }
    }
    for index in tokens.indices where signals[index].contains(.proclitic) && lexicon.numbers.contains(tokens[index].key)
    {
      // بليونا (a milliard) is not "with Lyona".
      signals[index].remove(.proclitic)
      signals[index].insert(.numeral)
    }
    for index in tokens.indices {
      readInflection(index)
      readConjunction(index)
    }
  }

  /// برنامجا, بطاريتين: an unknown word that is an ordinary one with an ending.
  private mutating func readInflection(_ index: Int) {
    let token = tokens[index]
    guard signals[index].contains(.word), token.classes.isEmpty,
      signals[index].isDisjoint(with: [
        .ordinary, .given, .family, .place, .organization, .nationality, .latin, .closed, .verb,
      ])
    else { return }
    let stem = signals[index].contains(.proclitic) || signals[index].contains(.definite) ? token.stem : token.key
    let count = stem.count
    guard count >= 4 else { return }
    for (ending, replaced) in Self.endings where stem.hasSuffix(ending) {
      let base = stem.dropLast(ending.count)
      guard base.count >= 3 else { continue }
      if lexicon.marks(of: base).contains(.ordinary)
        || lexicon.marks(of: base.appending(Self.tehMarbuta)).contains(.ordinary) && replaced
      {
        signals[index].insert(.ordinary)
        return
      }
    }
  }

  static let tehMarbuta = WordKey(bits: UInt128(ArabicLetter.heh))

  /// Endings of case, number, gender and person, each with whether teh marbuta may have stood in their place.
  private static let endings: [(WordKey, Bool)] = {
    func key(_ letters: [UInt8]) -> WordKey {
      WordKey(bits: letters.enumerated().reduce(UInt128(0)) { $0 | UInt128($1.element) << UInt128($1.offset * 6) })
    }
    typealias Letter = ArabicLetter
    return [
      (key([Letter.alef]), false), (key([Letter.heh]), false), (key([Letter.yeh, Letter.heh]), true),
      (key([Letter.yeh, Letter.noon]), false), (key([Letter.waw, Letter.noon]), false),
      (key([Letter.alef, Letter.noon]), false),
      (key([Letter.alef, Letter.teh]), true), (key([Letter.teh, Letter.yeh, Letter.noon]), true),
      (key([Letter.teh, Letter.alef, Letter.noon]), true), (key([Letter.yeh]), true),
      (key([Letter.waw, Letter.alef]), false),
      (key([Letter.teh]), false), (key([Letter.heh, Letter.alef]), false), (key([Letter.heh, Letter.meem]), false),
      (key([Letter.kaf]), false), (key([Letter.noon, Letter.alef]), false), (key([Letter.yeh, Letter.alef]), true),
    ]
  }()

  /// What the lexicon knows a word as; a word that has none of it is unknown.
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
        || (signals[index - 1].contains(.word) && lexicon.letters.weight(of: tokens[index - 1].key) > 15))
  }

  /// وهينان: whether an unknown word begins with "and" is seen from its letters.
  private mutating func readConjunction(_ index: Int) {
    guard signals[index].contains(.word), signals[index].isDisjoint(with: Self.known) else { return }
    let key = tokens[index].key
    let isBetweenNames = isBetweenNames(index)
    if signals[index].contains(.proclitic) {
      // بيكارد: a preposition of an unknown word is seen from its letters as well, and there is none inside a name.
      guard tokens[index].analysis.prefixLetters == 1 else { return }
      let gain = lexicon.letters.weight(of: key) - lexicon.letters.weight(of: key.dropFirst(1))
      if key[0] == ArabicLetter.waw ? gain > (isBetweenNames ? 55 : 15) : gain > (followsName(index) ? -40 : 0) {
        signals[index].remove(.proclitic)
      }
      return
    }
    guard key[0] == ArabicLetter.waw, key.count >= 4 else { return }
    let rest = key.dropFirst(1)
    let margin = isBetweenNames ? 45 : 5
    if lexicon.letters.weight(of: rest) > lexicon.letters.weight(of: key) - margin {
      signals[index].insert(.proclitic)
      offsets[index] = 1
    }
  }

  private func isNameWord(_ index: Int) -> Bool {
    index >= 0 && !signals[index].isDisjoint(with: .name) && !signals[index].contains(.closed)
  }

  private mutating func readSigns(of token: Token, _ word: WordMarks) {
    guard token.isWord else {
      signals.append([])
      roles.append([])
      return
    }
    var signs: WordSignals = .word
    let marks = word.marks
    let classes = token.classes
    if marks.contains(.ordinary)
      || !classes.isDisjoint(with: [.common, .adverb, .quantifier, .verbalNoun, .participle])
    {
      signs.insert(.ordinary)
    }
    if marks.contains(.title) || classes.contains(.titleHead) { signs.insert(.title) }
    if marks.contains(.organizationHead) { signs.insert(.organizationHead) }
    if marks.contains(.placeHead) { signs.insert(.placeHead) }
    if marks.contains(.honorific) { signs.insert(.honorific) }
    if !classes.isDisjoint(with: .closed) { signs.insert(.closed) }
    // السقا: what has the article is no finite verb, whatever the letters behind it are.
    if !classes.isDisjoint(with: .verb), !token.isDefinite || classes.contains(.common) { signs.insert(.verb) }
    if classes.contains(.verbOfSpeech) { signs.insert(.speech) }
    if !classes.isDisjoint(with: [.calendar, .numeral]) { signs.insert(.numeral) }
    if classes.contains(.relational) || word.hasRelationalEnding { signs.insert(.relational) }
    if classes.contains(.adjective) { signs.insert(.adjective) }
    if classes.contains(.common), !classes.contains(.alsoName) { signs.insert(.common) }
    if token.isDefinite { signs.insert(.definite) }
    if token.shape.contains(.latin) { signs.insert(.latin) }
    if token.analysis.suffixLetters > 0 { signs.insert(.pronoun) }
    if !token.analysis.proclitics.subtracting(.article).isEmpty, !word.hasOwnRole { signs.insert(.proclitic) }
    signals.append(signs)
    roles.append(word.role)
  }

  /// Whether a word that may be a name is another word first of all.
  private func isWordBeforeName(_ lookup: Lookup, _ first: Int) -> Bool {
    // الأمر (the order) is not the surname الآمر.
    if tokens[first].classes.contains(.alsoName) {
      return !lookup.isExact && tokens[first].isDefinite && tokens[first].classes.contains(.verbalNoun)
    }
    // A folded spelling is no evidence against a word that the lexicon has as it stands.
    // آنا (Anna) is none of أنا (I).
    if !lookup.isExact, !begins(first, with: 0xA2), !signals[first].isDisjoint(with: [.common, .verb]) { return true }
    // وابان (and he made clear) in a text without hamzas is not the name ابان.
    if isOrdinaryInLooseSpelling(first) { return true }
    // واكد (and he affirmed) is a verb before it is a surname; no preposition stands before a verb: باولو, but باسم (in
    // the name of).
    let isNoVerb =
      !tokens[first].analysis.proclitics.isDisjoint(with: [.with, .like]) && tokens[first].classes.isSubset(of: .verb)
    return signals[first].isSuperset(of: [.verb, .proclitic]) && lookup.prefixLetters == 0 && !isNoVerb
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

  private mutating func readLookups() {
    lookupStart = Array(repeating: 0, count: tokens.count + 1)
    var next = 0
    for index in 0...tokens.count {
      while next < lookups.count, Int(lookups[next].tokens.start) < index { next += 1 }
      lookupStart[index] = Int32(next)
    }
    for lookup in lookups {
      let range = lookup.tokens.range
      guard range.upperBound <= tokens.count, !range.isEmpty else { continue }
      let first = range.lowerBound
      switch lookup.type {
      case .givenName, .familyName:
        if isWordBeforeName(lookup, first) { continue }
        if lookup.prefixLetters > 0, isSurnameInKaf(first) {
          signals[first].remove(.proclitic)
          offsets[first] = 0
          continue
        }
        if range.count == 1, lookup.isExact, !signals[first].contains(.closed), isTakenApartOtherwise(lookup, first) {
          signals[first].subtract([
            .ordinary, .common, .verb, .pronoun, .title, .organizationHead, .placeHead, .honorific, .speech, .adjective,
          ])
        }
        let sign: WordSignals = lookup.type == .givenName ? .given : .family
        for index in range { signals[index].insert(sign) }
        if lookup.context == .any { for index in range { signals[index].insert(.freeName) } }
        setOffset(first, Int(lookup.prefixLetters))
      case .nationality where lookup.context == .office && signals[first].contains(.ordinary): break
      case .nationality:
        if range.count == 1 { signals[first].insert(.nationality) } else { signals[first].insert(.entry) }
      case .place: readPlace(lookup)
      case .organization:
        signals[first].insert(range.count == 1 ? .organization : .entry)
      case .nameParticle, .tenure, .none: break
      default: signals[first].insert(.entry)
      }
    }
  }

  private mutating func readPlace(_ lookup: Lookup) {
    let first = lookup.tokens.lowerBound
    // بالاك is not "in" + الاك: what is written before a place's name must be the likelier reading.
    if lookup.prefixLetters > 0, !lookup.isExact && !signals[first].contains(.proclitic) || isWholeForeign(lookup) {
      return
    }
    guard lookup.tokens.count == 1 else {
      signals[first].insert(.entry)
      return
    }
    // حكومة بنما, في باليمبانج: a place is named before a preposition, or one and the article, begin a word that no
    // list has.
    if lookup.prefixLetters == 0, lookup.isExact, lookup.context == .any, tokens[first].classes.isSubset(of: .verb),
      signals[first].contains(.proclitic)
    {
      signals[first].subtract([.proclitic, .definite])
      offsets[first] = 0
    }
    signals[first].insert(lookup.context == .any ? .place : .placeInContext)
  }

  /// Says how many letters stand before a name that a list has: none when the whole word is the name (وليد is not "and"
  /// + ليد).
  private mutating func setOffset(_ index: Int, _ letters: Int) {
    if letters == 0 {
      signals[index].remove(.proclitic)
      offsets[index] = 0
    } else if offsets[index] != 255, offsets[index] <= letters {
      // وبلال is "and Bilal" before it is "and with Lal": the reading with the fewest clitics comes first.
      return
    } else if signals[index].contains(.proclitic) || (offsets[index] == 255 && !isWhole(index)) {
      signals[index].insert(.proclitic)
      offsets[index] = UInt8(clamping: letters)
    }
  }

  /// بخالد: a word that is a known name only behind a preposition or conjunction.
  func isNameBehindClitic(_ index: Int) -> Bool {
    guard signals[index].contains(.proclitic) else { return false }
    var found = false
    for position in lookupRange(at: index) {
      let lookup = lookups[position]
      guard lookup.type == .givenName || lookup.type == .familyName || lookup.type == .person else { continue }
      if lookup.prefixLetters == 0 { return false }
      found = found || lookup.isExact
    }
    return found
  }

  /// كلاوس is not "like" + لاوس, بالاك not "in" + الاك: a word that looks foreign as a whole, behind a rare preposition
  /// or in another spelling.
  func isWholeForeign(_ lookup: Lookup) -> Bool {
    let token = tokens[lookup.tokens.lowerBound]
    let first = token.key[0]
    guard lookup.tokens.count == 1, token.classes.isEmpty,
      first == ArabicLetter.kaf || (first == ArabicLetter.beh && !lookup.isExact)
    else { return false }
    return lexicon.letters.weight(of: token.key) > 10
  }

  /// أحمد كجوك is not "Ahmad, like جوك": right behind a given name a word in ك that the lexicon lacks is the surname.
  private func isSurnameInKaf(_ index: Int) -> Bool {
    let token = tokens[index]
    guard index > 0, token.key[0] == ArabicLetter.kaf, token.analysis.prefixLetters <= 1, !token.isDefinite,
      token.classes.isEmpty, token.shape.contains(.spaceBefore), !token.shape.contains(.lineStart)
    else { return false }
    return signals[index - 1].contains(.given) && signals[index - 1].isDisjoint(with: [.common, .verb, .place])
  }

  /// Whether some entry is the whole word: لبنان is not "to" + بنان.
  private func isWhole(_ index: Int) -> Bool {
    lookupRange(at: index).contains { lookups[$0].prefixLetters == 0 && lookups[$0].type != .none }
      || !tokens[index].classes.isDisjoint(with: [.common, .noun])
  }

  private var hasTwoSportWords: Bool {
    var count = 0
    for index in sentence where index < roles.count && !roles[index].isDisjoint(with: [.sport, .teamCue]) {
      count += 1
      if count == 2 { return true }
    }
    return false
  }

  // MARK: Reading

  /// Lookups that begin at a token, the longest first.
  @inline(__always)
  func lookupRange(at index: Int) -> Range<Int> { Int(lookupStart[index])..<Int(lookupStart[index + 1]) }

  /// The longest lookup of a type that begins at a token.
  func lookup(_ type: EntityType, at index: Int) -> Lookup? {
    guard index < sentence.upperBound else { return nil }
    for position in lookupRange(at: index)
    where lookups[position].type == type
      && lookups[position].tokens.upperBound <= sentence.upperBound
    {
      return lookups[position]
    }
    return nil
  }

  /// A word of the sentence that continues a noun phrase: a space before it and no line break.
  @inline(__always)
  func isNextWord(_ index: Int) -> Bool {
    index < sentence.upperBound && tokens[index].isWord && tokens[index].shape.contains(.spaceBefore)
      && !tokens[index].shape.contains(.lineStart)
  }

  /// Letters written before a name that begins with this token: conjunction and preposition, and the article only where
  /// its alef is not written.
  func nameOffset(_ index: Int) -> Int {
    guard signals[index].contains(.proclitic) else { return 0 }
    if offsets[index] != 255 { return Int(offsets[index]) }
    let analysis = tokens[index].analysis
    let letters = Int(analysis.prefixLetters)
    return analysis.articleLetters >= 2 ? letters - Int(analysis.articleLetters) : letters
  }

  /// Byte offset of a token's letter, its marks passed over.
  func byteOffset(of index: Int, letter: Int) -> Int {
    let span = tokens[index].span.range
    guard letter > 0 else { return span.lowerBound }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var position = span.lowerBound
      var left = letter
      while position < span.upperBound {
        var next = position
        let isLetter = orthography.classify(Orthography.decode(bytes, &next)).isLetter
        if isLetter {
          if left == 0 { return position }
          left -= 1
        }
        position = next
      }
      return span.lowerBound
    }
  }

  /// The extent of a phrase of tokens without what is written before its first word.
  func span(of tokens: TokenSpan) -> TextSpan<CleanBytes> {
    let start = byteOffset(of: tokens.lowerBound, letter: nameOffset(tokens.lowerBound))
    return TextSpan(start, self.tokens[tokens.upperBound - 1].span.upperBound)
  }

  /// The words of a phrase without what is written before them, articles kept.
  func keys(of span: TokenSpan) -> [WordKey] {
    span.range.compactMap { index in
      guard tokens[index].isWord else { return nil }
      return nameKey(index)
    }
  }

  /// A word as it stands in a name.
  @inline(__always)
  func nameKey(_ index: Int) -> WordKey {
    guard signals[index].contains(.proclitic) else { return tokens[index].key }
    return offsets[index] == 255 ? tokens[index].bare : tokens[index].key.dropFirst(Int(offsets[index]))
  }

  /// Finds the longest phrase of a table at a token; words are compared without articles. A further word may have the
  /// preposition that the table gives it: النائب الأول لرئيس الجمهورية (the first deputy of the president).
  func match<Value>(_ table: PhraseTable<Value>, at index: Int) -> (end: Int, value: Value)? {
    guard index < sentence.upperBound, tokens[index].isWord else { return nil }
    let found = table.longest(from: tokens[index].stem) { step, word in
      let token = tokens[min(index + step, tokens.count - 1)]
      return isNextWord(index + step)
        && (token.key == word || token.stem == word && !signals[index + step].contains(.proclitic))
    }
    return found.map { (index + $0.count, $0.value) }
  }
}
