import KhabarCore

/// A document's tokens with what the lexicon of dates and numbers knows of them.
///
/// A class of constants: parsers hold it, and are copied with whatever asks them.
final class TaggedText: Sendable {
  /// What one token, or the phrase that begins there, is.
  struct Tag: Sendable {
    /// The senses of the word.
    var roles: CalendarWord.Roles = []
    /// Index into the lexicon's words; 0 for none.
    var word: UInt16 = 0
    /// Tokens of the phrase.
    var length: UInt8 = 1
    /// Letters before the word and its article.
    var prefixLetters: UInt8 = 0
    var clitics: Clitics = []
    /// A sentence begins here.
    var startsSentence = false
    /// Belongs to a name.
    var isInName = false
    /// What the token is besides a word, so that scans need not look at it.
    var mark = Mark.none
  }

  enum Mark: UInt8, Sendable { case none, number, sign }

  struct Clitics: OptionSet, Sendable {
    let rawValue: UInt8
    static let article = Clitics(rawValue: 1)
    /// و or ف.
    static let conjunction = Clitics(rawValue: 2)
    static let with = Clitics(rawValue: 4)
    static let to = Clitics(rawValue: 8)
    static let like = Clitics(rawValue: 16)
    static let prepositions: Clitics = [.with, .to, .like]
  }

  let tokens: [Token]
  let text: AlignedText
  let lexicon: CalendarLexicon
  let tags: [Tag]
  /// What the number tokens say, in their order, and for each token which is its own; none in a text without numbers.
  private let runs: [DigitRun?]
  private let runOfToken: [Int32]
  /// Tokens at which something may begin.
  let hasTriggers: Bool
  /// Some of its dates are of Iran's solar calendar, so that years without a mark may be.
  let usesSolarHijri: Bool

  init(_ document: RecognizedDocument, lexicon: CalendarLexicon) {
    tokens = document.tokens
    text = document.text
    self.lexicon = lexicon
    var tags = [Tag](repeating: Tag(), count: tokens.count)
    hasTriggers = Self.tag(&tags, tokens, lexicon)
    usesSolarHijri = hasTriggers && Self.usesSolarHijri(tags, tokens, lexicon)
    for sentence in document.sentences where Int(sentence.tokens.start) < tags.count {
      tags[Int(sentence.tokens.start)].startsSentence = true
    }
    // By index: a mention is copied with all that it holds.
    let mentions = document.mentions
    for place in mentions.indices where mentions[place].kind == .name && hasTriggers {
      let tokens = mentions[place].tokens
      for index in tokens.range where index < tags.count { tags[index].isInName = true }
      // المغرب: Morocco is not the time of sunset.
      if mentions[place].type == .place, mentions[place].entry != nil, tokens.count == 1,
        tokens.lowerBound < tags.count
      {
        (tags[tokens.lowerBound].word, tags[tokens.lowerBound].roles) = (0, [])
      }
    }
    self.tags = tags
    (runs, runOfToken) = hasTriggers ? Self.digitRuns(tokens, text) : ([], [])
  }

  /// The runs of digits of a text. Parsers ask for each many times.
  private static func digitRuns(_ tokens: [Token], _ text: AlignedText) -> ([DigitRun?], [Int32]) {
    var runs: [DigitRun?] = []
    for index in tokens.indices where tokens[index].kind == .number {
      runs.append(DigitRun(text.bytes, tokens[index].span))
    }
    guard !runs.isEmpty else { return ([], []) }
    var next: Int32 = 0
    return (
      runs,
      tokens.indices.map { index in
        guard tokens[index].kind == .number else { return 0 }
        next += 1
        return next - 1
      }
    )
  }

  /// The number that stands at a token; nil where there is none, or the token is none that says a number.
  func run(_ index: Int) -> DigitRun? { isNumber(index) ? runs[Int(runOfToken[index])] : nil }

  /// Says of each token what it is by itself.
  ///
  /// - Returns: whether there is a number or a word of the lexicon.
  private static func tag(_ tags: inout [Tag], _ tokens: [Token], _ lexicon: CalendarLexicon) -> Bool {
    var found = false
    tokens.withUnsafeBufferPointer { tokens in
      lexicon.hashes.withUnsafeBufferPointer { hashes in
        let filter = Filter(hashes: hashes)
        for index in tokens.indices {
          switch tokens[index].kind {
          case .word:
            guard filter.admits(tokens[index].key) else { continue }
            let tag = Self.tag(index, tokens, lexicon)
            if tag.word != 0 {
              tags[index] = tag
              tags[index].roles = lexicon.words[Int(tag.word)].roles
              found = true
            }
          case .number:
            tags[index].mark = .number
            found = true
          case .symbol, .hyphen, .sentenceEnd: tags[index].mark = .sign
          default: break
          }
        }
      }
    }
    return found
  }

  /// Whether a date of Iran's solar calendar is told: a month of it before a year, or a year with its mark.
  private static func usesSolarHijri(_ tags: [Tag], _ tokens: [Token], _ lexicon: CalendarLexicon) -> Bool {
    func isYear(_ index: Int) -> Bool {
      index < tokens.count && tokens[index].kind == .number && tokens[index].span.count >= 4
    }
    return tags.indices.contains { index in
      guard tags[index].word != 0 else { return false }
      let word = lexicon.words[Int(tags[index].word)]
      if word.roles.contains(.era), word.era == .solarHijri { return true }
      return word.roles.contains(.hijriMonth) && word.calendar == .solarHijri
        && isYear(index + Int(tags[index].length))
    }
  }

  /// Tells at a glance of most words that the lexicon has none of the words that may be left of them behind clitics.
  private struct Filter {
    let hashes: UnsafeBufferPointer<UInt64>

    @inline(__always)
    private func has(_ letters: UInt128) -> Bool {
      let hash = CalendarLexicon.hash(letters)
      return hashes[hash >> 6] >> UInt64(hash & 63) & 1 != 0
    }

    /// False where `tag` finds nothing: what it takes off, and more, is taken off here.
    @inline(__always)
    func admits(_ key: WordKey) -> Bool {
      if key.isHashed { return false }
      var rest = key.bits
      let article = UInt128(ArabicLetter.alef) | UInt128(ArabicLetter.lam) << 6
      if has(rest) { return true }
      if rest & 0xFFF == article { return has(rest &>> 12) }
      var first = UInt8(truncatingIfNeeded: rest & 63)
      if first == ArabicLetter.waw || first == ArabicLetter.feh {
        rest &>>= 6
        if has(rest) { return true }
        if rest & 0xFFF == article { return has(rest &>> 12) }
        first = UInt8(truncatingIfNeeded: rest & 63)
      }
      guard first == ArabicLetter.beh || first == ArabicLetter.lam || first == ArabicLetter.kaf else { return false }
      rest &>>= 6
      if has(rest) { return true }
      if rest & 0xFFF == article { return has(rest &>> 12) }
      return first == ArabicLetter.lam && rest & 63 == UInt128(ArabicLetter.lam) && has(rest &>> 6)
    }
  }

  /// The lexicon's word for a token with its possible clitics, longest phrase first.
  private static func tag(_ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ lexicon: CalendarLexicon) -> Tag {
    let key = tokens[index].key
    let tag = find(key, index, tokens, lexicon, prefix: 0, [])
    if key.isHashed { return tag }
    let hasArticle = ArabicArticle.isOn(key)
    if tag.word != 0 {
      // اليوم (today) is a word with its article, and begins phrases listed without it.
      guard tag.length == 1, hasArticle else { return tag }
      let phrase = find(key.dropFirst(2), index, tokens, lexicon, prefix: 0, .article)
      return phrase.length > 1 ? phrase : tag
    }
    if hasArticle { return tagBehindArticle(key.dropFirst(2), index, tokens, lexicon) }
    guard key[0] == ArabicLetter.waw || key[0] == ArabicLetter.feh, key.count > 2 else {
      return tagBehindPreposition(key, index, tokens, lexicon, prefix: 0, [])
    }
    return tagBehindConjunction(key.dropFirst(1), index, tokens, lexicon)
  }

  /// الوزير الأول أمس (the prime minister, yesterday): with its article an ordinal belongs to the noun before it, and
  /// not to the phrase أول أمس (the day before yesterday).
  private static func tagBehindArticle(
    _ stem: WordKey, _ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ lexicon: CalendarLexicon
  ) -> Tag {
    let tag = find(stem, index, tokens, lexicon, prefix: 0, .article)
    guard tag.length > 1, lexicon.words[Int(tag.word)].roles.contains(.relativeDay), let entry = lexicon.table[stem],
      lexicon.words[Int(entry.word)].roles.contains(.ordinal)
    else { return tag }
    return Tag(word: entry.word, length: 1, prefixLetters: 0, clitics: .article)
  }

  /// What is trusted behind "and" though it has but two letters: وفي (and in), وست (and six).
  private static let trustedBehindAnd = CalendarWord.Roles.connective.union([.cardinal, .fraction, .month])

  private static func tagBehindConjunction(
    _ rest: WordKey, _ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ lexicon: CalendarLexicon
  ) -> Tag {
    let tag = find(rest, index, tokens, lexicon, prefix: 1, .conjunction)
    if tag.word != 0 {
      let isTrusted = rest.count > 2 || !lexicon.words[Int(tag.word)].roles.isDisjoint(with: trustedBehindAnd)
      return isTrusted ? tag : Tag()
    }
    if ArabicArticle.isOn(rest) {
      return find(rest.dropFirst(2), index, tokens, lexicon, prefix: 1, [.conjunction, .article])
    }
    return tagBehindPreposition(rest, index, tokens, lexicon, prefix: 1, .conjunction)
  }

  private static func tagBehindPreposition(
    _ word: WordKey, _ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ lexicon: CalendarLexicon, prefix: Int,
    _ before: Clitics
  ) -> Tag {
    let preposition: Clitics
    switch word[0] {
    case ArabicLetter.beh: preposition = .with
    case ArabicLetter.lam: preposition = .to
    case ArabicLetter.kaf: preposition = .like
    default: return Tag()
    }
    let (clitics, stem) = (before.union(preposition), word.dropFirst(1))
    // ك is rare before numbers and common as a first letter: كمية (amount).
    guard stem.count > (preposition == .like ? 3 : 2) else { return Tag() }
    let tag = find(stem, index, tokens, lexicon, prefix: prefix + 1, clitics)
    if tag.word != 0 { return tag }
    // The article's alef is not written behind ل: للعام (to the year).
    let isShortArticle = preposition == .to && stem[0] == ArabicLetter.lam
    guard let article = ArabicArticle.isOn(stem) ? 2 : isShortArticle ? 1 : nil else { return Tag() }
    return find(stem.dropFirst(article), index, tokens, lexicon, prefix: prefix + 1, clitics.union(.article))
  }

  @inline(__always)
  private static func find(
    _ key: WordKey, _ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ lexicon: CalendarLexicon, prefix: Int,
    _ clitics: Clitics
  ) -> Tag {
    guard let entry = lexicon.table[key] else { return Tag() }
    if entry.phraseEnd > entry.phraseStart {
      // The points of an abbreviation (ق.م) are passed over.
      let next = word(after: index, tokens)
      let second = next < tokens.count ? tokens[next].key : .empty
      let bare = ArabicArticle.without(second)
      for number in Int(entry.phraseStart)..<Int(entry.phraseEnd) {
        let phrase = lexicon.phrases[number]
        guard phrase.second == second || phrase.second == bare, !second.isEmpty else { continue }
        if let end = match(phrase, behind: next, tokens, lexicon) {
          return Tag(
            word: phrase.word, length: UInt8(clamping: end - index), prefixLetters: UInt8(prefix),
            clitics: clitics)
        }
      }
    }
    guard entry.word != 0 else { return Tag() }
    return Tag(word: entry.word, length: 1, prefixLetters: UInt8(prefix), clitics: clitics)
  }

  /// The end of a phrase whose second word stands at `second`.
  private static func match(
    _ phrase: CalendarLexicon.Phrase, behind second: Int, _ tokens: UnsafeBufferPointer<Token>,
    _ lexicon: CalendarLexicon
  ) -> Int? {
    var position = second
    for number in Int(phrase.restStart)..<Int(phrase.restEnd) {
      position = word(after: position, tokens)
      let key = lexicon.phraseWords[number]
      guard position < tokens.count, tokens[position].key == key || ArabicArticle.without(tokens[position].key) == key
      else { return nil }
    }
    return position + 1
  }

  /// The next token, or the one behind a point without spaces, or with one between letters: هـ. ش.
  @inline(__always)
  private static func word(after index: Int, _ tokens: UnsafeBufferPointer<Token>) -> Int {
    let next = index + 1
    if next + 1 < tokens.count, tokens[next].kind == .sentenceEnd, !tokens[next].shape.contains(.spaceBefore),
      !tokens[next + 1].shape.contains(.spaceBefore) || tokens[index].key.count == 1 && tokens[next + 1].key.count == 1
    {
      return next + 1
    }
    return next
  }
}

extension TaggedText {
  var count: Int { tokens.count }

  /// The lexicon's word at a token; an empty one when there is none.
  @inline(__always)
  func word(_ index: Int) -> CalendarWord {
    index >= 0 && index < tags.count ? lexicon.words[Int(tags[index].word)] : lexicon.words[0]
  }

  @inline(__always)
  func roles(_ index: Int) -> CalendarWord.Roles { index >= 0 && index < tags.count ? tags[index].roles : [] }

  /// The word there has the sense.
  @inline(__always)
  func has(_ index: Int, _ role: CalendarWord.Roles) -> Bool {
    !roles(index).isDisjoint(with: role)
  }

  func isDefinite(_ index: Int) -> Bool { clitics(index).contains(.article) }
  func clitics(_ index: Int) -> Clitics { index >= 0 && index < tags.count ? tags[index].clitics : [] }
  /// Has no clitic before it but the article.
  func isBare(_ index: Int) -> Bool { clitics(index).subtracting(.article).isEmpty }
  func end(_ index: Int) -> Int { index + Int(tags[index].length) }

  func kind(_ index: Int) -> TokenKind? { index >= 0 && index < tokens.count ? tokens[index].kind : nil }
  func isNumber(_ index: Int) -> Bool { kind(index) == .number }
  func hasSpace(before index: Int) -> Bool {
    index >= tokens.count || index < 0 || tokens[index].shape.contains(.spaceBefore)
  }

  /// A sentence begins there; no expression goes on across it.
  func startsLine(_ index: Int) -> Bool { index < tags.count && index >= 0 && tags[index].startsSentence }

  /// The span of tokens without the first one's proclitics.
  func span(_ start: Int, _ end: Int) -> TextSpan<CleanBytes> {
    let first = tokens[start].span
    return TextSpan(
      letter(Int(tags[start].prefixLetters), of: start), max(Int(first.end), Int(tokens[end - 1].span.end)))
  }

  /// Byte offset of a letter of a token; letters are counted without diacritics.
  private func letter(_ letter: Int, of index: Int) -> Int {
    let span = tokens[index].span
    guard letter > 0 else { return Int(span.start) }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var position = Int(span.start)
      var passed = 0
      while position < Int(span.end) {
        var next = position
        let scalar = Orthography.decode(bytes, &next)
        if passed >= letter, Orthography.arabic.classify(scalar) != .mark { return position }
        if Orthography.arabic.classify(scalar) != .mark { passed += 1 }
        position = next
      }
      return Int(span.start)
    }
  }

  /// An ordinary word without the article follows: the number counts it.
  func isCounted(_ end: Int) -> Bool {
    guard end < count, kind(end) == .word, !startsLine(end) else { return false }
    if has(end, .unit) || has(end, [.scale, .dualScale, .dualOrScale, .percent, .currency, .measure]) {
      return true
    }
    return tags[end].word == 0 && !ArabicArticle.isOn(tokens[end].key) && !isFunctionWord(end)
  }

  /// A noun in the genitive can stand there, so a dual right before it has lost its ن: ألفا جندي (two thousand
  /// soldiers).
  func isNounOfDual(_ index: Int) -> Bool {
    guard index < count, kind(index) == .word, !startsLine(index), isBare(index), !isDefinite(index) else {
      return false
    }
    if tags[index].word != 0 { return has(index, [.unit, .scale, .currency, .measure, .nameHead, .yearNoun]) }
    let token = tokens[index]
    if ArabicArticle.isOn(token.key) || token.key.count < 2 || !token.classes.isDisjoint(with: .closed) { return false }
    if !token.classes.isDisjoint(with: .verb),
      token.classes.isDisjoint(with: [.noun, .personNoun, .common, .adjective])
    {
      return false
    }
    return token.analysis.proclitics.isEmpty && token.analysis.suffixLetters == 0
  }

  /// A particle or a word with a conjunction or preposition before it.
  func isFunctionWord(_ index: Int) -> Bool {
    let token = tokens[index]
    if !token.classes.isDisjoint(with: WordClasses.closed.union(.verb)) { return true }
    if token.analysis.proclitics.rawValue & ~WordAnalysis.Proclitics.article.rawValue != 0 { return true }
    let key = token.key
    return key.count <= 2 || key[0] == ArabicLetter.waw && key.count > 3
      || (key[0] == ArabicLetter.beh || key[0] == ArabicLetter.lam || key[0] == ArabicLetter.feh)
        && ArabicArticle.isOn(key.dropFirst(1))
      || key[0] == ArabicLetter.lam && key[1] == ArabicLetter.lam
  }
}
