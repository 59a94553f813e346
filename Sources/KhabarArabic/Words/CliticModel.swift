import KhabarCore

/// What the spelling of a word tells that its folded key does not.
struct SpellingEvidence: Hashable, Sendable {
  /// Bits 0 to 3: letter 0 to 3 is an alef with hamza or madda, so it can't be the article's. Bit 4: the last letter is
  /// teh marbuta. Bit 5: alef maksura. Bit 6: the spelling is known. Bit 7: the last letter may lack its dots. Bit 8:
  /// the first letter is an alef with madda.
  var bits: UInt16

  static let unknown = SpellingEvidence(bits: 0)

  var isKnown: Bool { bits & 64 != 0 }
  var endsInTehMarbuta: Bool { bits & 16 != 0 }
  var endsInMaksura: Bool { bits & 32 != 0 }
  var mayEndInTehMarbuta: Bool { endsInTehMarbuta || mayLackDots }
  var mayLackDots: Bool { bits & 128 != 0 }
  func isHamzated(_ letter: Int) -> Bool { letter < 4 && bits & (1 << UInt16(letter)) != 0 }
  var beginsWithMadda: Bool { bits & 256 != 0 }
}

/// One way to take a word apart, with its score.
struct CliticReading: Sendable {
  var analysis: WordAnalysis
  var classes: WordClasses
  var nounClasses: NounClasses
  /// Log probability to base 2 in sixteenths, up to a constant.
  var score: Int32
}

/// Scores the ways to take a word apart: how likely its clitics are together, and how common its stem is without them.
///
/// A word such as وزير (minister) is not "and" + زير, because the stem وزير is common and زير rare; وقال is "and" + قال
/// (said), because no text uses وقال with the article or a preposition before it, and so it is not in the lexicon.
/// Stems that the lexicon lacks are likelier the shorter they are, which leaves unknown names whole.
///
/// The clitics and their order are those of K. Ryding, "A Reference Grammar of Modern Standard Arabic" (2005), 2.1.4
/// and 12.3; their frequencies were rounded from counts in news text.
struct CliticModel: Sendable {
  let lexicon: ArabicLexicon

  private typealias Letter = ArabicLetter

  /// Calls `body` with every reading of the word, of which the lexicon knows `whole`. A reading's stem has two letters
  /// or more, or is one of the prepositions ب and ل with a pronoun.
  @inline(__always)
  func forEachReading(
    of key: WordKey, known whole: ArabicLexicon.Word?, _ evidence: SpellingEvidence, _ body: (CliticReading) -> Void
  ) {
    let letters = key.count
    guard letters >= 2, Self.isArabic(key[0]) else { return }
    let first = key[0]
    let isConjunction = first == Letter.waw || first == Letter.feh
    let rest = isConjunction ? lexicon.words[key.dropFirst(1)] : nil

    // A preposition with its pronoun has no other reading: منها, ولهم.
    if !evidence.endsInTehMarbuta {
      if whole?.isPronounHost == true, host(key, skipping: 0, body) { return }
      // But ولي is a word (guardian, crown prince) more often than "and to me".
      if let rest, rest.isPronounHost, (whole?.count ?? 0) <= rest.count, host(key, skipping: 1, body) { return }
    }

    // وأدى is "and led to", and not وادي (valley): hardly a word has an alef with hamza behind a first waw of its own.
    let isAndBeforeHamza = first == Letter.waw && evidence.isHamzated(1)
    let own = isAndBeforeHamza ? Cost.hamzaBehindWaw : Cost.noConjunction
    withoutConjunction(key, letters, 0, whole, [], own, evidence, body)
    guard isConjunction else { return }
    let isAnd = first == Letter.waw
    withoutConjunction(key, letters, 1, rest, isAnd ? .and : .so, isAnd ? Cost.and : Cost.so, evidence, body)
  }

  /// The readings behind an optional conjunction of `skipped` letters. `bare` is the word without it.
  @inline(__always)
  private func withoutConjunction(
    _ key: WordKey, _ letters: Int, _ skipped: Int, _ bare: ArabicLexicon.Word?,
    _ proclitics: WordAnalysis.Proclitics, _ cost: Int32, _ evidence: SpellingEvidence, _ body: (CliticReading) -> Void
  ) {
    let rest = letters - skipped
    func read(_ added: WordAnalysis.Proclitics, _ prefix: Int, article: Int = 0, _ own: Int32) {
      let analysis = WordAnalysis(
        proclitics: proclitics.union(added), prefixLetters: skipped + prefix, articleLetters: article)
      let word = prefix == 0 ? bare : lexicon.words[key.dropFirst(skipped + prefix)]
      stems(key, letters, analysis, word, cost + own, evidence, body)
    }
    let head = key.head >> UInt64(skipped * 6)
    let first = UInt8(truncatingIfNeeded: head & 63)
    read([], 0, Self.costOfBare(bare, first: first, isHamzated: evidence.isHamzated(skipped + 1)))
    let second = UInt8(truncatingIfNeeded: head >> 6 & 63)
    let third = UInt8(truncatingIfNeeded: head >> 12 & 63)
    switch first {
    case Letter.alef:
      if second == Letter.lam, rest >= 4, !evidence.isHamzated(skipped) { read(.article, 2, article: 2, Cost.article) }
    case Letter.seen:
      if rest >= 3, Self.isPersonPrefix(second) { read(.future, 1, Cost.future) }
    case Letter.beh, Letter.kaf:
      let preposition: WordAnalysis.Proclitics = first == Letter.beh ? .with : .like
      if rest >= 3 { read(preposition, 1, first == Letter.beh ? Cost.with : Cost.like) }
      if rest >= 5, second == Letter.alef, third == Letter.lam, !evidence.isHamzated(skipped + 1) {
        read(
          preposition.union(.article), 3, article: 2, first == Letter.beh ? Cost.withArticle : Cost.asArticle)
      }
    case Letter.lam:
      if rest >= 3 { read(.to, 1, Cost.to) }
      if rest >= 4, second == Letter.lam {
        read([.to, .article], 2, article: 1, Cost.toArticle)
        read([.to, .article], 1, costOfHiddenArticle(key.dropFirst(skipped + 1)))
      }
    default: break
    }
  }

  /// لأنيبال is "to Aníbal": hardly a name or word has an alef with hamza behind a first lam of its own.
  @inline(__always)
  private static func costOfBare(_ word: ArabicLexicon.Word?, first: UInt8, isHamzated: Bool) -> Int32 {
    first == Letter.lam && isHamzated && word == nil ? Cost.hamzaBehindLam : Cost.bare
  }

  /// للجنة: to the + لجنة (committee); of three lams two are written. But للقاء is "to meet": a verbal noun behind "to"
  /// says what for, and has no article.
  private func costOfHiddenArticle(_ noun: WordKey) -> Int32 {
    lexicon.words[noun]?.classes.contains(.verbalNoun) ?? false ? Cost.toArticleOfAct : Cost.toArticle
  }

  /// The readings with and without a pronoun for one choice of proclitics.
  private func stems(
    _ key: WordKey, _ letters: Int, _ analysis: WordAnalysis, _ word: ArabicLexicon.Word?, _ cost: Int32,
    _ evidence: SpellingEvidence, _ body: (CliticReading) -> Void
  ) {
    let stem = key.dropFirst(Int(analysis.prefixLetters))
    let length = letters - Int(analysis.prefixLetters)
    // A single letter is a stem only as an abbreviation: وم. (and Eng.).
    if length >= 2 || length == 1 && word?.classes.contains(.abbreviation) == true {
      var score = cost + Cost.noPronoun + Self.score(of: word, length)
      score += Self.fit(of: word, length, analysis)
      // والي is a governor, and hardly "and to".
      if evidence.isKnown, !evidence.endsInMaksura, analysis.proclitics == .and, length == 3,
        stem[2] == Letter.yeh, !evidence.isHamzated(1), word?.classes.contains(.preposition) == true
      {
        score += Cost.dottedPreposition
      }
      if evidence.isKnown, stem[length - 1] == Letter.heh {
        score += Self.endingScore(word, evidence)
      }
      body(
        CliticReading(
          analysis: analysis, classes: word?.classes ?? [], nounClasses: word?.nounClasses ?? NounClasses(),
          score: score))
    }
    guard !analysis.proclitics.contains(.article), !evidence.endsInTehMarbuta, !evidence.endsInMaksura else { return }
    Pronoun.forEach(endOf: key, letters) { pronoun, pronounCost in
      let rest = length - pronoun
      guard rest >= 2 else { return }
      let host = stem.dropLast(pronoun)
      let last = host[rest - 1]
      var analysis = analysis
      analysis.suffixLetters = UInt8(pronoun)
      var best = Self.noScore
      var found: ArabicLexicon.Word?
      func consider(_ spelling: WordKey, _ length: Int, _ penalty: Int32) {
        let word = lexicon.words[spelling]
        let score = Self.score(of: word, length) + Self.fit(of: word, length, analysis) - penalty
        if score > best { (best, found) = (score, word) }
      }
      consider(host, rest, last == Letter.heh ? Cost.hehBeforePronoun : 0)
      // The ending is spelled otherwise before a pronoun: مدينة, مدينتهم; مستوى, مستواه; قتلوا, قتلوه.
      if last == Letter.teh { consider(host.replacingLast(rest, Letter.heh), rest, 0) }
      if last == Letter.alef { consider(host.replacingLast(rest, Letter.yeh), rest, Cost.respelling) }
      if last == Letter.waw, rest < WordKey.capacity {
        consider(host.appending(WordKey(bits: UInt128(Letter.alef))), rest + 1, Cost.respelling)
      }
      body(
        CliticReading(
          analysis: analysis, classes: found?.classes ?? [], nounClasses: found?.nounClasses ?? NounClasses(),
          score: cost + pronounCost + best))
    }
  }

  /// A preposition with a pronoun, behind an optional conjunction.
  @inline(__always)
  private func host(_ key: WordKey, skipping skipped: Int, _ body: (CliticReading) -> Void) -> Bool {
    let letters = key.count
    var longest = 0
    Pronoun.forEach(endOf: key, letters) { pronoun, _ in
      if letters - skipped - pronoun >= 1 { longest = max(longest, pronoun) }
    }
    guard longest > 0 else { return false }
    let proclitics: WordAnalysis.Proclitics = skipped == 0 ? [] : key[0] == Letter.waw ? .and : .so
    let analysis = WordAnalysis(proclitics: proclitics, prefixLetters: skipped, suffixLetters: longest)
    body(CliticReading(analysis: analysis, classes: [.preposition], nounClasses: NounClasses(), score: 0))
    return true
  }

  // MARK: - Scores

  static let noScore: Int32 = -100_000

  /// Occurrences that an unknown stem of so many letters is worth, and below one the logarithm of it.
  private static let unknownCounts: [UInt32] = [600, 100, 16, 3]
  private static let unknownScore: Int32 = 148
  private static let unknownScorePerLetter: Int32 = 41

  private static func score(of word: ArabicLexicon.Word?, _ length: Int) -> Int32 {
    // A word that is listed as common and never counted as a stem is an inflected one: تقودها (leads her).
    guard let word, word.count > 0 || !word.classes.isSubset(of: [.common, .month]) else {
      return unknownScore - unknownScorePerLetter * Int32(length)
    }
    let floor: UInt32 = length < 4 ? unknownCounts[length] : 0
    return logarithm(max(word.count, 2) + floor)
  }

  /// How well the word goes with the clitics before it: future before verbs, prepositions and the article not.
  private static func fit(
    of word: ArabicLexicon.Word?, _ length: Int, _ analysis: WordAnalysis
  ) -> Int32 {
    let proclitics = analysis.proclitics
    guard let word, !proclitics.isEmpty else { return 0 }
    let classes = word.classes
    let isVerb = !classes.isDisjoint(with: .verb)
    let isOnlyVerb = isVerb && classes.isDisjoint(with: [.noun, .verbalNoun, .participle, .titleHead, .adjective])
    if proclitics.contains(.future) { return classes.contains(.verbPresent) ? (length > 3 ? 112 : 64) : -32 }
    // The hidden article of للجنة: common nouns have it more often than not.
    if proclitics.contains(.article), analysis.articleLetters == 0 { return classes.contains(.noun) ? 24 : 0 }
    // فتحت is "opened" before it is "so under".
    if proclitics == .so, classes.contains(.preposition), length > 2 { return -32 }
    if isOnlyVerb, !proclitics.isDisjoint(with: [.with, .like]) { return -48 }
    if isOnlyVerb, proclitics.contains(.article) { return -32 }
    return 0
  }

  /// What a final heh or teh marbuta says of a stem that the lexicon has with either.
  private static func endingScore(_ word: ArabicLexicon.Word?, _ evidence: SpellingEvidence) -> Int32 {
    guard let word, word.count > 0 else {
      if evidence.endsInTehMarbuta { return 0 }
      if let word, !word.nounClasses.isEmpty { return Cost.uncountedNounInHeh }
      return evidence.mayLackDots ? Cost.uncountedWithoutDots : Cost.uncountedInHeh
    }
    let heh = min(word.undottedCount, word.count)
    let dotted = word.count - heh
    let fitting = evidence.mayLackDots ? max(heh, dotted) : evidence.endsInTehMarbuta ? dotted : heh
    return max(Cost.leastOfEnding, logarithm(fitting &* 50 &+ 1) - logarithm(word.count &* 50 &+ 25))
      + (evidence.mayLackDots ? costWithoutDots(word) : 0)
  }

  /// What speaks against a word of a text without dots that may be another one with "his" as well: most that the
  /// lexicon counts and knows nothing else of are verbs with their object, شنه (launched it); منزله is "his house" more
  /// often than منزلة (rank).
  private static func costWithoutDots(_ word: ArabicLexicon.Word) -> Int32 {
    if word.isRatherHis { return Cost.leastOfEnding }
    return word.classes.isEmpty && word.nounClasses.isEmpty && !word.isUndotted ? Cost.uncountedWithoutDots : 0
  }

  /// Logarithm to base 2 in sixteenths.
  private static func logarithm(_ value: UInt32) -> Int32 {
    guard value > 1 else { return 0 }
    let exponent = 31 - value.leadingZeroBitCount
    let fraction = Int(((UInt64(value) << 4) >> UInt64(exponent)) & 15)
    return Int32(exponent) * 16 + logarithms[fraction]
  }

  /// 16 · log2(1 + n/16).
  private static let logarithms: [Int32] = [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 14, 15]

  private static func isArabic(_ letter: UInt8) -> Bool { letter >= 1 && letter <= 30 }

  /// First letters of the imperfect.
  private static func isPersonPrefix(_ letter: UInt8) -> Bool {
    letter == Letter.yeh || letter == Letter.teh || letter == Letter.noon || letter == Letter.alef
  }

  /// True when the word begins with a letter that could be a clitic, or ends like a pronoun.
  static func looksCompound(_ key: WordKey) -> Bool {
    switch key[0] {
    case Letter.waw, Letter.feh, Letter.beh, Letter.lam, Letter.kaf, Letter.seen: return true
    default: break
    }
    var ends = false
    Pronoun.forEach(endOf: key, key.count) { pronoun, _ in if key.count - pronoun >= 2 { ends = true } }
    return ends
  }

  /// Costs of clitics, in the unit of scores.
  private enum Cost {
    static let noConjunction: Int32 = -2
    static let hamzaBehindWaw: Int32 = -130
    static let and: Int32 = -56
    static let so: Int32 = -102
    static let bare: Int32 = -10
    static let hamzaBehindLam: Int32 = -130
    /// وإلي, وعلي: "and to", "and on" are spelled with alef maksura, but by mistake.
    static let dottedPreposition: Int32 = -100
    static let future: Int32 = -143
    static let article: Int32 = -34
    static let with: Int32 = -77
    static let to: Int32 = -79
    static let like: Int32 = -134
    static let withArticle: Int32 = -88
    static let asArticle: Int32 = -159
    static let toArticle: Int32 = -95
    static let toArticleOfAct: Int32 = -160
    static let noPronoun: Int32 = -2
    static let hehBeforePronoun: Int32 = 53
    static let respelling: Int32 = 28
    /// A stem that no text was seen to end in heh; where that may be teh marbuta, less.
    static let uncountedInHeh: Int32 = -40
    /// One that is listed as a noun: مستشاريه is "his advisers", and مستشارية (chancellery) hardly occurs.
    static let uncountedNounInHeh: Int32 = -60
    static let uncountedWithoutDots: Int32 = -30
    static let leastOfEnding: Int32 = -106
  }

  /// The pronouns written behind a word.
  private enum Pronoun {
    @inline(__always)
    static func forEach(endOf key: WordKey, _ letters: Int, _ body: (_ letters: Int, _ cost: Int32) -> Void) {
      guard letters >= 2 else { return }
      let last = key[letters - 1]
      let before = key[letters - 2]
      switch last {
      case Letter.heh: body(1, -83)
      case Letter.alef:
        if before == Letter.heh { body(2, -86) }
        if before == Letter.noon { body(2, -134) }
        if before == Letter.meem, letters >= 3 {
          if key[letters - 3] == Letter.heh { body(3, -159) }
          if key[letters - 3] == Letter.kaf { body(3, -266) }
        }
      case Letter.meem:
        if before == Letter.heh { body(2, -111) }
        if before == Letter.kaf { body(2, -171) }
      case Letter.noon: if before == Letter.heh { body(2, -187) }
      case Letter.kaf: body(1, -187)
      case Letter.yeh:
        body(1, -171)
        if before == Letter.noon { body(2, -187) }
      default: break
      }
    }
  }
}

extension WordKey {
  /// The word with another last letter. `length` is its number of letters.
  fileprivate func replacingLast(_ length: Int, _ letter: UInt8) -> WordKey {
    WordKey(bits: prefix(length - 1).bits | UInt128(letter) << UInt128((length - 1) * 6))
  }
}
