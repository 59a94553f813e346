import KhabarCore

/// Where the names, dates and numbers of a document begin, for a grammar that reads its words from left to right.
struct PhraseLayers {
  /// The longest mention whose phrase begins at a token.
  private(set) var mentionAt: [MentionID?]
  /// The time expression that begins at a token.
  private(set) var timeAt: [TimeID?]
  /// Whether a token is an adjective of nationality: العراقي "the Iraqi".
  private(set) var isNationality: [Bool]
  /// Whether a token is a further word of a name, or of a place that its head stands before: أحمد *زكي*, مدينة *الموصل*
  /// "the city of Mosul".
  private(set) var isInsideName: [Bool]
  /// Where a number of occasions ends that begins at a token: 64 مرة "64 times", ثلاث مرات "three times".
  private(set) var occasionsEnd: [Int: Int] = [:]

  private let tokens: [Token]

  init(document: ResolvedDocument, isRuleVerb: [Bool], words: FunctionWords) {
    tokens = document.tokens
    mentionAt = Array(repeating: nil, count: tokens.count + 1)
    timeAt = Array(repeating: nil, count: tokens.count + 1)
    isNationality = Array(repeating: false, count: tokens.count + 1)
    isInsideName = isNationality
    // By index: a mention is copied with all that it holds.
    let mentions = document.mentions
    for place in mentions.indices {
      if mentions[place].type == .nationality {
        for index in mentions[place].tokens.range where index < tokens.count { isNationality[index] = true }
      } else if mentions[place].kind == .name {
        let whole = mentions[place].type == .place ? mentions[place].phrase : mentions[place].tokens
        for index in whole.range.dropFirst() where index < tokens.count { isInsideName[index] = true }
      }
    }
    for (index, time) in zip(document.times.ids, document.times) where time.tokens.lowerBound < tokens.count {
      timeAt[time.tokens.lowerBound] = index
    }
    for quantity in document.quantities where quantity.kind == .measure && quantity.tokens.count > 1 {
      let last = quantity.tokens.upperBound - 1
      guard last < tokens.count, words.classes[tokens[last].key]?.contains(.occasion) == true else { continue }
      occasionsEnd[quantity.tokens.lowerBound] = last + 1
    }
    for index in mentions.ids
    where mentions[index].kind != .pronoun && mentions[index].type != .nationality {
      guard let start = start(of: index, in: mentions, isRuleVerb) else { continue }
      let isLonger = mentionAt[start].map { mentions[$0].phrase.end < mentions[index].phrase.end } ?? true
      if isLonger { mentionAt[start] = index }
    }
  }

  /// The token where the phrase of a mention begins; nil when the phrase begins with a word that is none of it.
  private func start(of mention: MentionID, in mentions: [Mention], _ isRuleVerb: [Bool]) -> Int? {
    var start = mentions[mention].phrase.lowerBound
    guard start < tokens.count else { return nil }
    // A people's plural is no title of the name behind it, and describes nobody who is named behind it: اليابانيون "the
    // Japanese".
    if mentions[mention].tokens.lowerBound > start, isPeople(start) { start = mentions[mention].tokens.lowerBound }
    let kind = mentions[mention].kind
    return kind == .description && isPeople(start) ? nil : checked(kind, start, isRuleVerb)
  }

  private func isPeople(_ index: Int) -> Bool { isNationality[index] && isNominativePlural(index) }

  private func checked(_ kind: MentionKind, _ start: Int, _ isRuleVerb: [Bool]) -> Int? {
    let token = tokens[start]
    guard !token.isDefinite else { return start }
    // A word such as برئاسة "chaired by" or أمام "in front of" (spelled like إمام "imam") governs its phrase, whatever
    // description or title it may seem to begin.
    if kind == .description || kind == .office, token.classes.contains(.preposition) { return nil }
    // A description that begins with a verb of the rules, or with any before people, where a clause begins is none: عين
    // الرئيس "the president appointed", and not "the president's senator".
    guard kind == .description, token.classes.contains(.verbPast) else { return start }
    // Its vowel tells a passive verb from a noun: عُين "was appointed", عين "notable".
    if token.shape.contains(.passiveVowel), isRuleVerb[start] { return nil }
    guard startsClause(start) else { return start }
    return isRuleVerb[start] || namesPeople(start + 1) ? nil : start
  }

  /// Whether a word is a definite noun for people, who may be a verb's subject.
  private func namesPeople(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].isDefinite
      && (isNominativePlural(index) || !tokens[index].classes.isDisjoint(with: [.personNoun, .titleHead]))
  }

  private func isNominativePlural(_ index: Int) -> Bool {
    let stem = tokens[index].stem
    return stem.count >= 5 && stem[stem.count - 1] == ArabicLetter.noon && stem[stem.count - 2] == ArabicLetter.waw
  }

  /// Whether a clause may begin at a word: at a mark or line, behind a clause opener, with "and".
  private func startsClause(_ index: Int) -> Bool {
    guard index > 0, !tokens[index].isCoordinated, !tokens[index].shape.contains(.lineStart) else { return true }
    let previous = tokens[index - 1]
    return previous.kind != .word
      || !previous.classes.isDisjoint(with: [.subordinator, .relative, .conjunction, .particle, .copula])
  }
}
