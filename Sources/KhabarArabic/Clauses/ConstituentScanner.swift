import KhabarCore

/// Cuts sentences into constituents in one pass from left to right.
///
/// Where a noun phrase ends follows from definiteness: an indefinite noun is continued by its complement (مقر السفارة
/// "seat-of the embassy") or by an indefinite adjective, a definite one only by definite adjectives (الاجتماع المقبل "the
/// meeting the next"); a verb, a preposition, a conjunction, a relative pronoun or a mark ends it.
struct ConstituentScanner {
  private let tokens: [Token]
  private let mentions: [Mention]
  private let times: [TimeExpression]
  private let verbs: [Bool]
  /// The preposition "of, from", which continues a phrase of quantity: عدد من المسؤولين (a number of the officials).
  private let from: WordKey
  private let compounds: PhraseTable<Void>
  private let adverbials: PhraseTable<Void>
  private let wishes: PhraseTable<Void>
  private let pronominals: KeyTable<Bool>
  private let brokenAdjectives: KeyTable<Bool>
  private static let deepestDescription = 8
  /// Where a number of occasions ends that begins at a token: 64 مرة "64 times", ثلاث مرات "three times".
  private var occasionsEnd: [Int: Int] = [:]
  /// The longest mention whose phrase starts at a token, and the time; -1 for none.
  private var mentionAt: [Int32]
  private var timeAt: [Int32]
  /// Whether a token is an adjective of nationality: العراقي "the Iraqi".
  private var isNationality: [Bool]
  private var end = 0

  init(document: ResolvedDocument, verbs: [Bool], grammar: ArabicClauses) {
    tokens = document.tokens
    mentions = document.mentions
    times = document.times
    self.verbs = verbs
    from = grammar.from
    compounds = grammar.compounds
    adverbials = grammar.adverbials
    wishes = grammar.wishes
    pronominals = grammar.pronominals
    brokenAdjectives = grammar.brokenAdjectives
    mentionAt = Array(repeating: -1, count: tokens.count + 1)
    timeAt = Array(repeating: -1, count: tokens.count + 1)
    isNationality = Array(repeating: false, count: tokens.count + 1)
    for mention in mentions where mention.type == .nationality {
      for index in mention.tokens.range where index < tokens.count { isNationality[index] = true }
    }
    for (index, mention) in mentions.enumerated() where mention.kind != .pronoun && mention.type != .nationality {
      var start = mention.phrase.lowerBound
      guard start < tokens.count else { continue }
      // A people's plural is no title of the name behind it: اليابانيون "the Japanese".
      if mention.tokens.lowerBound > start, isNationality[start], isNominativePlural(start) {
        start = mention.tokens.lowerBound
      }
      // A word such as برئاسة "chaired by" or أمام "in front of" (spelled like إمام "imam") governs its phrase, whatever
      // description or title it may seem to begin.
      if mention.kind == .description || mention.kind == .office, tokens[start].classes.contains(.preposition),
        !tokens[start].isDefinite
      {
        continue
      }
      // A people's plural describes nobody who is named behind it: اليابانيون "the Japanese".
      if mention.kind == .description, isNationality[start], isNominativePlural(start) { continue }
      // A description that begins with a verb of the rules where a clause begins is none: عين الرئيس "the president appointed",
      // and not "the president's senator".
      if mention.kind == .description, verbs[start], !tokens[start].isDefinite,
        tokens[start].classes.contains(.verbPast),
        startsClause(start)
      {
        continue
      }
      let other = mentionAt[start]
      if other < 0 || mentions[Int(other)].phrase.end < mention.phrase.end { mentionAt[start] = Int32(index) }
    }
    for quantity in document.quantities where quantity.kind == .measure && quantity.tokens.count > 1 {
      let last = quantity.tokens.upperBound - 1
      guard last < tokens.count, grammar.occasions[tokens[last].key] != nil else { continue }
      occasionsEnd[quantity.tokens.lowerBound] = last + 1
    }
    for (index, time) in times.enumerated() where time.tokens.lowerBound < tokens.count {
      timeAt[time.tokens.lowerBound] = Int32(index)
    }
  }

  mutating func scan(_ sentence: Sentence) -> [Constituent] {
    var result: [Constituent] = []
    var position = sentence.tokens.lowerBound
    end = min(sentence.tokens.upperBound, tokens.count)
    while position < end {
      let constituent = next(at: position)
      if constituent.kind != .other || constituent.tokens.count > 0 { result.append(constituent) }
      position = max(constituent.tokens.upperBound, position + 1)
    }
    return result
  }

  // MARK: - One constituent

  private func next(at position: Int) -> Constituent {
    let token = tokens[position]
    if let time = time(at: position) {
      return Constituent(
        kind: .time, tokens: TextSpan(position, max(position + 1, times[time].tokens.upperBound)),
        isCoordinated: tokens[position].isCoordinated, time: time)
    }
    if isDetachedAnd(position) {
      var content = position + 1
      while time(at: content) == nil, isDetachedAnd(content) { content += 1 }
      var joined = next(at: content)
      joined.tokens.start = Int32(position)
      joined.isCoordinated = true
      return joined
    }
    switch token.kind {
    case .comma: return Constituent(kind: .comma, tokens: TextSpan(position, position + 1))
    case .sentenceEnd where position + 1 < end:
      // The point of an abbreviation, or a pause: the sentence goes on.
      return Constituent(kind: .other, tokens: TextSpan(position, position + 1))
    case .sentenceEnd, .colon: return Constituent(kind: .boundary, tokens: TextSpan(position, position + 1))
    case .openBracket: return bracket(at: position)
    case .word, .number:
      if let end = occasionsEnd[position] {
        return Constituent(
          kind: .other, tokens: TextSpan(position, end), isCoordinated: tokens[position].isCoordinated)
      }
      guard token.kind == .number else { break }
      return phrase(at: position, marker: .empty, content: position)
    default: return Constituent(kind: .other, tokens: TextSpan(position, position + 1))
    }
    if let end = abbreviationEnd(position) { return Constituent(kind: .other, tokens: TextSpan(position, end)) }
    if let aside = phrase(of: wishes, at: position) ?? phrase(of: adverbials, at: position) {
      return Constituent(
        kind: .other, tokens: TextSpan(position, aside.end), isCoordinated: tokens[position].isCoordinated)
    }
    if let demonstrated = demonstratedPhrase(at: position) { return demonstrated }
    if let compound = compoundPreposition(at: position) {
      guard compound.end < end, startsPhrase(compound.end) else {
        return Constituent(
          kind: .other, tokens: TextSpan(position, compound.end), isCoordinated: tokens[position].isCoordinated)
      }
      return phrase(at: position, marker: compound.key, content: compound.end)
    }
    if mentionAt[position] >= 0 {
      return phrase(at: position, marker: attachedPreposition(position), content: position)
    }
    if let pronominal = pronominalPreposition(position) {
      return Constituent(
        kind: .other, tokens: TextSpan(position, position + 1), marker: pronominal,
        isCoordinated: tokens[position].isCoordinated)
    }
    if isPreposition(position) {
      if position + 1 < end, let time = time(at: position + 1) {
        return Constituent(
          kind: .time, tokens: TextSpan(position, max(position + 2, times[time].tokens.upperBound)),
          content: position + 1, isCoordinated: tokens[position].isCoordinated, time: time)
      }
      let marker = bareKey(token)
      if position + 1 < end, startsPhrase(position + 1) {
        return phrase(at: position, marker: marker, content: position + 1)
      }
      return Constituent(kind: .other, tokens: TextSpan(position, position + 1), marker: marker)
    }
    if isCircumstance(position) {
      return Constituent(
        kind: .subordinator, tokens: TextSpan(position, position + 1), isCoordinated: tokens[position].isCoordinated)
    }
    if let kind = closedKind(token), kind != .copula || !verbs[position] {
      return Constituent(
        kind: kind, tokens: TextSpan(position, position + 1), isCoordinated: tokens[position].isCoordinated)
    }
    if isVerb(position) {
      return Constituent(
        kind: .verb, tokens: TextSpan(position, position + 1), isCoordinated: tokens[position].isCoordinated)
    }
    if !token.classes.isDisjoint(with: [.adverb, .particle, .interrogative, .pronoun, .demonstrative]),
      !token.isDefinite
    {
      return Constituent(
        kind: .other, tokens: TextSpan(position, position + 1), isCoordinated: tokens[position].isCoordinated)
    }
    return phrase(at: position, marker: attachedPreposition(position), content: position)
  }

  /// Behind an abbreviated title by itself: د. "Dr.", whose name follows.
  private func abbreviationEnd(_ position: Int) -> Int? {
    let token = tokens[position]
    guard token.classes.contains(.abbreviation), token.stem.count <= 2, !token.isCoordinated,
      mentionAt[position] < 0 || mentions[Int(mentionAt[position])].phrase.count == 1
    else { return nil }
    return position + 1 < end && tokens[position + 1].kind == .sentenceEnd ? position + 2 : position + 1
  }

  private func closedKind(_ token: Token) -> Constituent.Kind? {
    guard !token.isDefinite else { return nil }
    let classes = token.classes
    if classes.contains(.relative) { return .relative }
    if classes.contains(.negation) { return .negation }
    // كان "was" is spelled like كأن "as if"; the verb is the commoner by far.
    if classes.contains(.copula) { return .copula }
    if classes.contains(.subordinator) { return .subordinator }
    if classes.contains(.conjunction) { return .coordinator }
    return nil
  }

  /// An aside in brackets: passed over as a whole when it closes soon.
  private func bracket(at position: Int) -> Constituent {
    var index = position + 1
    while index < end, index - position < 12 {
      if tokens[index].kind == .closeBracket { return Constituent(kind: .other, tokens: TextSpan(position, index + 1)) }
      index += 1
    }
    return Constituent(kind: .other, tokens: TextSpan(position, position + 1))
  }

  // MARK: - Noun phrases

  /// A demonstrative belongs to the definite noun behind it: في هذا الاجتماع "in this meeting", لهذه اللجنة "of this committee".
  private func demonstratedPhrase(at position: Int) -> Constituent? {
    let isGoverned = isPreposition(position)
    let demonstrative = isGoverned ? position + 1 : position
    guard demonstrative + 1 < end, tokens[demonstrative].classes.contains(.demonstrative),
      !tokens[demonstrative].isDefinite, tokens[demonstrative].kind == .word, tokens[demonstrative + 1].isDefinite,
      time(at: demonstrative) == nil, time(at: demonstrative + 1) == nil
    else { return nil }
    let marker = isGoverned ? bareKey(tokens[position]) : attachedPreposition(demonstrative)
    return phrase(at: position, marker: marker, content: demonstrative + 1)
  }

  /// - Parameter depth: descriptions that the phrase is inside of: a delegation from a delegation from …
  private func phrase(at position: Int, marker: WordKey, content: Int, depth: Int = 0) -> Constituent {
    var index = content
    var mention = -1
    if mentionAt[index] >= 0 {
      mention = Int(mentionAt[index])
      index = phraseEnd(of: mention, from: index)
    } else {
      index += 1
    }
    if mention >= 0, mentions[mention].kind == .description, !tokens[content].isDefinite, index < end, isFrom(index),
      index + 1 < end, depth < Self.deepestDescription, startsPhrase(index + 1)
    {
      // A delegation from …: what follows belongs to the description.
      index = phrase(at: index + 1, marker: .empty, content: index + 1, depth: depth + 1).tokens.upperBound
    }
    let head = tokens[content]
    var isOfQuantity =
      mention < 0 && !head.isDefinite && !head.classes.isDisjoint(with: [.quantifier, .personNoun, .organizationHead])
    if tokens[content].kind == .number { isOfQuantity = true }
    while index < end {
      let token = tokens[index]
      if time(at: index) != nil { break }
      if token.kind == .quote || token.kind == .hyphen {
        // Quotes inside a phrase are part of it, before an opening one it goes on.
        guard index + 1 < end,
          continues(content, from: index - 1, to: index + 1, isOfQuantity: isOfQuantity, mention: mention)
        else { break }
        index += 1
        continue
      }
      guard continues(content, from: index - 1, to: index, isOfQuantity: isOfQuantity, mention: mention) else { break }
      if mentionAt[index] >= 0 {
        let inner = Int(mentionAt[index])
        // A name behind its titles or description stands for the whole phrase.
        if mention < 0 || mentions[mention].kind == .office || mentions[mention].kind == .description {
          if mentions[inner].type == .person || mention < 0 { mention = isTitled(content, index) ? inner : mention }
        }
        index = phraseEnd(of: inner, from: index)
      } else {
        index += 1
      }
    }
    return Constituent(
      kind: .nounPhrase, tokens: TextSpan(position, index), content: content, head: content, marker: marker,
      isCoordinated: tokens[position].isCoordinated, mention: mention)
  }

  /// Behind the phrase of a mention. A description goes no further than a date: مسلحون مجهولون أمس "unknown gunmen yesterday".
  private func phraseEnd(of mention: Int, from start: Int) -> Int {
    let end = max(start + 1, mentions[mention].phrase.upperBound)
    guard mentions[mention].kind == .description else { return end }
    return ((start + 1)..<end).first { time(at: $0) != nil || beginsBehindNoon(start, $0 - 1, $0) } ?? end
  }

  /// Whether the words before a name at `index` say who is named, so that the name stands for the phrase.
  private func isTitled(_ content: Int, _ index: Int) -> Bool {
    guard let inner = mentionAt[index] >= 0 ? mentions[Int(mentionAt[index])] : nil else { return false }
    guard inner.type == .person, inner.kind == .name || inner.kind == .partial else { return false }
    // The family of so-and-so, the visit of the minister so-and-so are not so-and-so: an indefinite noun governs the name
    // behind it, unless it is a title.
    let head = tokens[content]
    return head.isDefinite || isNationality[content] || head.kind != .word
      || !head.classes.isDisjoint(with: [.titleHead, .honorific, .personNoun, .quantifier])
  }

  /// Whether the noun phrase that begins at `content` and has come to `last` goes on with the token at `index`.
  private func continues(_ content: Int, from last: Int, to index: Int, isOfQuantity: Bool, mention: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word || token.kind == .number else { return false }
    let proclitics = token.analysis.proclitics
    if isDetachedAnd(index) || occasionsEnd[index] != nil { return false }
    if mentionAt[index] < 0, compoundPreposition(at: index) != nil { return false }
    if isPreposition(index), mentionAt[index] < 0 {
      return (isOfQuantity || previousIsQuantity(last) || isDelegation(content, last)) && mention < 0 && isFrom(index)
        && index + 1 < end
        && startsPhrase(index + 1)
    }
    let previous = tokens[last]
    guard !token.isCoordinated || joinsAdjectives(last, index) else { return false }
    if isPreposition(last), mentionAt[last] < 0 { return true }
    if isOwner(content, last, index, mention) { return true }
    // A place with its preposition: لمصر "to Egypt", though the word by itself may not be known to hold one.
    if mentionAt[index] >= 0, mentions[Int(mentionAt[index])].type == .place, !attachedPreposition(index).isEmpty {
      return false
    }
    if !proclitics.isDisjoint(with: .prepositions) {
      // The complement of a title or an organization: رئيسا لمجلس الإدارة "chairman of the board".
      // "To discuss": a purpose.
      if token.classes.contains(.verbalNoun), token.classes.isDisjoint(with: [.organizationHead, .placeHead]) {
        return false
      }
      if last == content, previous.isDefinite { return false }
      return proclitics.contains(.to) && mention < 0 && !isOfQuantity && !previous.classes.contains(.relational)
        && !previous.classes.isDisjoint(with: [.titleHead, .organizationHead])
    }
    // An adjective that could also name somebody: التفجير الإرهابي "the terrorist bombing".
    if mentionAt[index] >= 0, previous.isDefinite, token.isDefinite, mention < 0, isAdjective(index) {
      let inner = mentions[Int(mentionAt[index])]
      if inner.kind != .name, inner.phrase.range.allSatisfy({ isAdjective($0) }),
        previous.classes.isDisjoint(with: [.titleHead, .personNoun])
      {
        return true
      }
    }
    if isObjectBehindPronoun(last, index) { return false }
    if isParticipleBehindAdjective(last, index) { return true }
    if beginsAnew(content, last, index) { return false }
    if mentionAt[index] >= 0 {
      if mention >= 0 {
        let (outer, inner) = (mentions[mention], mentions[Int(mentionAt[index])])
        return (outer.kind == .office || outer.kind == .description) && inner.type == .person
          && outer.type != .place && outer.type != .organization
      }
      // A name behind a definite noun is in apposition to it, which only nouns for people are: الزعيم الراحل "the late
      // leader" so-and-so.
      let head = tokens[content]
      return !previous.isDefinite
        || (mentions[Int(mentionAt[index])].type == .person
          && (isAdjective(last) || !previous.classes.isDisjoint(with: [.titleHead, .personNoun]))
          && (!head.classes.isDisjoint(with: [.titleHead, .personNoun]) || !head.isDefinite || isNationality[content]))
    }
    if closedKind(token) != nil || isVerb(index) { return false }
    if !token.classes.isDisjoint(with: [.adverb, .particle, .demonstrative, .pronoun, .interrogative]),
      !token.isDefinite
    {
      return false
    }
    if token.kind == .number || previous.kind == .number { return mention < 0 }
    // His counterpart: a noun for a person with a pronoun begins a phrase of its own.
    if token.analysis.suffixLetters > 0, !token.classes.isDisjoint(with: [.titleHead, .personNoun]),
      mention >= 0 || previous.isDefinite
    {
      return false
    }
    let previousIsDefinite =
      previous.isDefinite || previous.analysis.suffixLetters > 0
      || (mention >= 0 && mentions[mention].kind != .description && last + 1 == mentions[mention].phrase.upperBound)
    if token.isDefinite {
      if keepsNoon(last) { return false }
      // A definite noun that names someone or something anew begins a phrase of its own.
      let isComplement =
        mention >= 0 && mentions[mention].kind == .description && last == content && !previous.isDefinite
      if mention >= 0, !isComplement, !isAdjective(index) || token.classes.contains(.personNoun) { return false }
      if previousIsDefinite, !token.classes.isDisjoint(with: [.titleHead, .organizationHead, .placeHead, .personNoun]),
        !isAdjective(index)
      {
        return false
      }
      return true
    }
    if previousIsDefinite { return false }
    return !previous.shape.contains(.tanwin) || token.shape.contains(.tanwin) || token.classes.contains(.adjective)
  }

  /// A second adjective joined to the first by "and": التعليم العالمي والدولي "global and international education".
  private func joinsAdjectives(_ last: Int, _ index: Int) -> Bool {
    let (first, second) = (tokens[last], tokens[index])
    return first.classes.contains(.relational) && second.classes.contains(.relational)
      && first.isDefinite == second.isDefinite
      && first.shape.contains(.feminineEnding) == second.shape.contains(.feminineEnding)
      && second.analysis.proclitics.isDisjoint(with: .prepositions) && !isNationality[index]
      && (mentionAt[index] < 0 || mentions[Int(mentionAt[index])].kind == .description)
  }

  /// A participle in a chain of definite adjectives is one of them, though it may also name a person: الائتلاف السوري
  /// المعارض "the Syrian opposing coalition", not "the opponent".
  private func isParticipleBehindAdjective(_ last: Int, _ index: Int) -> Bool {
    let (first, second) = (tokens[last], tokens[index])
    guard first.isDefinite, second.isDefinite, !second.isCoordinated, second.classes.contains(.participle),
      first.classes.contains(.relational) || second.classes.isDisjoint(with: [.titleHead, .personNoun]),
      second.analysis.proclitics.isDisjoint(with: .prepositions),
      first.shape.contains(.feminineEnding) == second.shape.contains(.feminineEnding)
    else { return false }
    return mentionAt[index] < 0
      || (mentions[Int(mentionAt[index])].kind == .description && mentions[Int(mentionAt[index])].phrase.count == 1)
  }

  /// Whose an indefinite person, body or place is: مركز للشرطة "a station of the police".
  private func isOwner(_ content: Int, _ last: Int, _ index: Int, _ mention: Int) -> Bool {
    guard last == content, tokens[index].analysis.proclitics.contains(.to), tokens[index].isDefinite,
      tokens[index].analysis.proclitics.isDisjoint(with: .conjunctions), !tokens[last].isDefinite,
      tokens[last].analysis.suffixLetters == 0, !tokens[last].classes.contains(.verbalNoun)
    else { return false }
    return !tokens[last].classes.isDisjoint(with: [.placeHead, .organizationHead, .personNoun, .titleHead])
      && (mention < 0 || mentions[mention].kind == .description)
  }

  /// A dual or sound plural that has kept its noon governs no complement: مسلحون النار is "gunmen" and "the fire".
  private func keepsNoon(_ position: Int) -> Bool {
    let stem = tokens[position].stem
    guard stem.count >= 5, stem[stem.count - 1] == ArabicLetter.noon, !tokens[position].isDefinite else { return false }
    let (vowel, before) = (stem[stem.count - 2], stem[stem.count - 3])
    let isPerson = !tokens[position].classes.isDisjoint(with: [.personNoun, .titleHead])
    switch vowel {
    case ArabicLetter.waw, ArabicLetter.yeh: return isPerson
    case ArabicLetter.alef:
      return (before == ArabicLetter.teh || before == ArabicLetter.yeh) && stem.count >= 6
        && (isPerson || mentionAt[position] < 0)
    default: return false
    }
  }

  /// Whether a noun phrase has nothing more to govern, so that a noun behind its word at `last` begins a phrase of its
  /// own.
  private func beginsAnew(_ content: Int, _ last: Int, _ index: Int) -> Bool {
    let (previous, token) = (tokens[last], tokens[index])
    guard previous.kind == .word, token.kind == .word, !isPreposition(last) else { return false }
    // A plural is not one person's title: اليابانيون "the Japanese" and a name.
    if previous.isDefinite {
      return mentionAt[index] >= 0 && isNationality[last] && isNominativePlural(last)
    }
    guard !token.isDefinite, token.analysis.proclitics.isDisjoint(with: .prepositions) else { return false }
    if endsWithNoon(content, last) { return beginsBehindNoon(content, last, index) }
    guard mentionAt[index] < 0 else { return false }
    return isClosed(content, last) && isNoun(index, behindAdjective: last) || isAccusativeBehindOther(last, index)
  }

  /// Whether a phrase has come to a plural or dual that has kept its noon, or to that one's adjectives.
  private func endsWithNoon(_ content: Int, _ last: Int) -> Bool {
    var index = last
    while index > content, !keepsNoon(index), !tokens[index].isDefinite, agreesWithPlural(index) { index -= 1 }
    return keepsNoon(index)
  }

  /// Whether a word stands behind a plural or dual that has kept its noon, and is no adjective of that.
  private func beginsBehindNoon(_ content: Int, _ last: Int, _ index: Int) -> Bool {
    endsWithNoon(content, last) && tokens[index].kind == .word
      && (tokens[index].isDefinite || isNamed(index) || !agreesWithPlural(index))
  }

  /// Whether a name, and no mere description, begins at a token.
  private func isNamed(_ position: Int) -> Bool {
    mentionAt[position] >= 0 && mentions[Int(mentionAt[position])].kind != .description
  }

  /// The nominative of a sound masculine plural: مسلحون "gunmen".
  private func isNominativePlural(_ position: Int) -> Bool {
    let stem = tokens[position].stem
    return stem.count >= 5 && stem[stem.count - 1] == ArabicLetter.noon && stem[stem.count - 2] == ArabicLetter.waw
  }

  /// What may be the adjective of a plural that has kept its noon: مجهولون "unknown", جدد "new", حربيتان "of war".
  private func agreesWithPlural(_ position: Int) -> Bool {
    let token = tokens[position]
    let stem = token.stem
    guard stem.count >= 2, token.analysis.suffixLetters == 0 else { return false }
    if stem.count >= 4, stem[stem.count - 1] == ArabicLetter.noon,
      [ArabicLetter.waw, ArabicLetter.yeh, ArabicLetter.alef].contains(stem[stem.count - 2])
    {
      return true
    }
    return isAdjective(position) || brokenAdjectives[token.stem] != nil
      || stem[stem.count - 1] == ArabicLetter.alef && brokenAdjectives[stem.dropLast(1)] != nil
  }

  /// An indefinite noun with its adjective governs no further noun: طائرات حربية "warplanes".
  private func isClosed(_ content: Int, _ last: Int) -> Bool {
    last > content && isAdjective(last) && tokens[last].analysis.suffixLetters == 0
      && tokens[last].classes.isDisjoint(with: [.noun, .verbalNoun, .quantifier, .numeral])
      && !isPreposition(last - 1) && tokens[last - 1].kind == .word && !tokens[last - 1].isDefinite
  }

  /// A word that is a noun and no further adjective behind the adjective at `last`: by what it is, or because it would
  /// not agree with that in gender. Participles, which mostly begin with meem, are adjectives, too; شرق "east of" and
  /// أثناء "during" take no part in a clause.
  private func isNoun(_ position: Int, behindAdjective last: Int) -> Bool {
    let (token, adjective) = (tokens[position], tokens[last])
    let isHead = !token.classes.isDisjoint(with: [.organizationHead, .placeHead])
    guard !isAdjective(position), token.stem.count >= 3, isHead || token.stem[0] != ArabicLetter.meem,
      token.classes.isDisjoint(with: WordClasses.verb.union([.participle, .numeral, .direction, .preposition]))
    else { return false }
    if isHead || token.classes.contains(.verbalNoun) { return true }
    let stem = token.stem
    let isPlural =
      stem.count >= 4 && stem[stem.count - 1] == ArabicLetter.teh && stem[stem.count - 2] == ArabicLetter.alef
    return token.classes.contains(.noun) && adjective.shape.contains(.feminineEnding) && isPlural
      && !token.shape.contains(.feminineEnding)
  }

  /// An accusative behind a noun that is in another case: انتحاري مسجدا "a suicide bomber" and "a mosque". The case
  /// shows in its alef, which words in -اء, -ى and -ة don't take, and which what is counted and compared has by its own
  /// right.
  private func isAccusativeBehindOther(_ last: Int, _ index: Int) -> Bool {
    let (previous, token) = (tokens[last], tokens[index])
    let (before, stem) = (previous.stem, token.stem)
    guard before.count >= 3, stem.count >= 4, stem[stem.count - 1] == ArabicLetter.alef,
      stem[stem.count - 2] != ArabicLetter.yeh || isAdjective(index), token.analysis.suffixLetters == 0,
      !token.shape.contains(.maksuraEnding), previous.shape.isDisjoint(with: [.maksuraEnding, .tanwin]),
      before[before.count - 1] != ArabicLetter.alef, !keepsNoon(last), before[before.count - 1] != ArabicLetter.hamza,
      previous.analysis.suffixLetters == 0,
      before[before.count - 1] != ArabicLetter.heh || previous.shape.contains(.feminineEnding)
    else { return false }
    // "Twenty victims", "more influence".
    let isElative = before.count <= 4 && before[0] == ArabicLetter.alef
    return !isElative && previous.classes.isDisjoint(with: [.numeral, .quantifier, .calendar])
      && !previous.classes.isDisjoint(with: [.noun, .personNoun, .titleHead, .organizationHead, .placeHead])
  }

  /// A body or people behind a verbal noun, which may be said where from: وصول وفد من "the arrival of a delegation from".
  private func isDelegation(_ content: Int, _ last: Int) -> Bool {
    last > content && tokens[content].classes.contains(.verbalNoun) && !tokens[last].isDefinite
      && tokens[last].analysis.suffixLetters == 0
      && !tokens[last].classes.isDisjoint(with: [.organizationHead, .personNoun])
  }

  /// زيارته الجرحى "his visiting the wounded": behind a verbal noun with its pronoun only an adjective belongs to it.
  private func isObjectBehindPronoun(_ last: Int, _ index: Int) -> Bool {
    let (noun, token) = (tokens[last], tokens[index])
    guard noun.analysis.suffixLetters > 0, noun.classes.contains(.verbalNoun), token.isDefinite, !isAdjective(index)
    else {
      return false
    }
    return !token.classes.contains(.participle) || !token.classes.isDisjoint(with: [.titleHead, .personNoun])
  }

  private func previousIsQuantity(_ last: Int) -> Bool {
    !tokens[last].isDefinite && tokens[last].classes.contains(.quantifier)
  }

  // MARK: - Words

  /// A word that governs the phrase behind it. A verbal noun that is also listed as a preposition is a noun: لقاء
  /// "meeting", "in return for".
  private func isPreposition(_ position: Int) -> Bool {
    let token = tokens[position]
    return token.kind == .word && token.classes.contains(.preposition) && !token.isDefinite
      && !token.classes.contains(.verbalNoun)
  }

  /// A preposition with its pronoun, بها "with it, in it": its whole folded spelling.
  private func pronominalPreposition(_ position: Int) -> WordKey? {
    let token = tokens[position]
    guard token.kind == .word else { return nil }
    if pronominals[token.key] != nil { return token.key }
    let bare = token.key.dropFirst(1)
    return tokens[position].isCoordinated && pronominals[bare] != nil ? bare : nil
  }

  /// "And" written apart from the word that it joins: و عضو "and a member".
  private func isDetachedAnd(_ position: Int) -> Bool {
    tokens[position].kind == .word && tokens[position].key.count == 1 && tokens[position].key[0] == ArabicLetter.waw
      && position + 1 < end && tokens[position + 1].kind == .word
  }

  private func isAdjective(_ position: Int) -> Bool {
    isNationality[position] || !tokens[position].classes.isDisjoint(with: [.adjective, .relational])
  }

  private func isFrom(_ position: Int) -> Bool {
    let token = tokens[position]
    return token.kind == .word && !token.isCoordinated && bareKey(token) == from
  }

  /// A preposition of several words, and what is behind it.
  private func compoundPreposition(at position: Int) -> (end: Int, key: WordKey)? {
    phrase(of: compounds, at: position).map { ($0.end, $0.words.reduce(.empty) { $0.appending($1) }) }
  }

  private func phrase(of table: PhraseTable<Void>, at position: Int) -> (end: Int, words: [WordKey])? {
    let token = tokens[position]
    guard token.kind == .word else { return nil }
    var key = token.key
    if !table.mayBegin(key) {
      guard tokens[position].isCoordinated else { return nil }
      key = key.dropFirst(1)
    }
    for phrase in table.phrases(from: key) where position + phrase.words.count <= end {
      if phrase.words.indices.dropFirst().allSatisfy({ tokens[position + $0].key == phrase.words[$0] }) {
        return (position + phrase.words.count, phrase.words)
      }
    }
    return nil
  }

  private func time(at position: Int) -> Int? {
    let time = Int(timeAt[position])
    return time >= 0 ? time : nil
  }

  private func startsPhrase(_ position: Int) -> Bool {
    guard position < end else { return false }
    let token = tokens[position]
    if mentionAt[position] >= 0 { return true }
    if token.kind == .number { return true }
    if token.kind == .quote { return position + 1 < end && tokens[position + 1].kind == .word }
    guard token.kind == .word else { return false }
    // A verbal noun that is listed as a preposition, too, is a noun here: غداة لقاء "the day after a meeting".
    if token.isDefinite || token.classes.contains(.verbalNoun) { return true }
    return token.classes.isDisjoint(with: [
      .preposition, .conjunction, .subordinator, .relative, .negation, .copula, .particle, .pronoun, .demonstrative,
    ])
  }

  private func isVerb(_ position: Int) -> Bool {
    let token = tokens[position]
    guard token.kind == .word, mentionAt[position] < 0, !token.isDefinite,
      token.analysis.proclitics.isDisjoint(with: [.with, .like])
    else { return false }
    if isVerbOfRelative(position) { return true }
    let isPossible = verbs[position] || !token.classes.isDisjoint(with: .verb)
    guard isPossible else { return false }
    // "I …" is rare in news, and its spelling is mostly another word's: آخر "last".
    let isPresent = token.classes.contains(.verbPresent) && token.stem[0] != ArabicLetter.alef
    if !verbs[position], !isPresent, !token.classes.contains(.verbPast) { return false }
    if token.analysis.proclitics.contains(.to) { return false }
    if token.shape.contains(.tanwin) || token.shape.contains(.feminineEnding) { return false }
    // Its vowel tells a passive verb from a noun: عُين "was appointed", عين "eye".
    if verbs[position], token.shape.contains(.passiveVowel) { return true }
    // Many past verbs are spelled as nouns: عقد "held", "contract". In the middle of a noun phrase they are nouns.
    let isAmbiguous = !token.classes.isDisjoint(with: [
      .noun, .verbalNoun, .adjective, .participle, .calendar, .numeral, .titleHead, .honorific, .alsoName, .quantifier,
    ])
    guard isAmbiguous else { return true }
    if position > 0, position - 1 >= 0 {
      let previous = tokens[position - 1]
      if isPreposition(position - 1), !previous.classes.contains(.subordinator), !followsConnective(position) {
        return false
      }
    }
    if startsClause(position) { return true }
    // Behind an indefinite noun it is that noun's complement: فترة فجر التاريخ "the period of the dawn of history".
    let previous = tokens[position - 1]
    let isComplement =
      previous.kind == .word && !previous.isDefinite && previous.analysis.suffixLetters == 0
      && mentionAt[position - 1] < 0
      && previous.classes.isDisjoint(with: WordClasses.closed.union(.verb).union(.adverb))
      // An adjective governs nothing: بعد وقت قصير خرج فلان "after a short time so-and-so left".
      && !(previous.classes.contains(.adjective) && position + 1 < end && isPersonName(position + 1))
    return !isComplement && (verbs[position] || isPresent)
  }

  /// An accusative participle that opens a clause of circumstance: مشيرا إلى "pointing to", قادما من "coming from" (the
  /// ḥāl; Ryding 11.2). It begins with the participles' meem, ends in the accusative's alef, agrees with no indefinite
  /// noun before it, and governs a preposition or a clause.
  private func isCircumstance(_ position: Int) -> Bool {
    let token = tokens[position]
    let stem = token.stem
    let isFeminine = token.shape.contains(.feminineEnding)
    guard stem.count >= 5, stem[0] == ArabicLetter.meem, stem[stem.count - 1] == ArabicLetter.alef || isFeminine,
      !token.isDefinite, position > 0, position + 1 < end, token.analysis.proclitics.isDisjoint(with: .prepositions),
      isFeminine || token.classes.contains(.participle) || token.classes.isDisjoint(with: .noun),
      token.classes.isDisjoint(with: [.placeHead, .organizationHead, .personNoun])
    else { return false }
    let (previous, next) = (tokens[position - 1], tokens[position + 1])
    // Without the accusative's alef only a mark before it tells the feminine: مؤكدة على "stressing".
    if isFeminine, previous.kind == .word { return false }
    let isFree =
      previous.kind != .word || previous.isDefinite || token.isCoordinated || previous.analysis.suffixLetters > 0
      || isNationality[position - 1]
      || (!previous.classes.isDisjoint(with: WordClasses.closed.union(.verb))
        && previous.classes.isDisjoint(with: [.noun, .verbalNoun]))
    return isFree
      && (next.kind == .colon || next.kind == .sentenceEnd
        || !next.classes.isDisjoint(with: [.preposition, .subordinator])
        || !next.analysis.proclitics.isDisjoint(with: .prepositions))
  }

  /// Behind a relative pronoun a word of no other known class that begins as the present tense does is a verb, although no
  /// list has it: التي يترصدها "which he lies in wait for".
  private func isVerbOfRelative(_ position: Int) -> Bool {
    guard position > 0, tokens[position - 1].classes.contains(.relative),
      tokens[position - 1].classes.isDisjoint(with: [.preposition, .interrogative])
    else { return false }
    let token = tokens[position]
    let first = token.stem[0]
    return (first == ArabicLetter.yeh || first == ArabicLetter.teh) && token.stem.count >= 3
      && token.classes.isDisjoint(with: WordClasses.closed.union([.noun, .adjective, .adverb, .numeral, .calendar]))
  }

  private func isPersonName(_ position: Int) -> Bool {
    guard mentionAt[position] >= 0 else { return false }
    let mention = mentions[Int(mentionAt[position])]
    return mention.type == .person && mention.kind != .description
  }

  /// Whether a clause may begin at a word: at a sentence's start, behind a mark, behind a clause opener, with "and".
  private func startsClause(_ position: Int) -> Bool {
    guard position > 0 else { return true }
    if tokens[position].isCoordinated || tokens[position].shape.contains(.lineStart) { return true }
    let previous = tokens[position - 1]
    return previous.kind != .word
      || !previous.classes.isDisjoint(with: [.subordinator, .relative, .conjunction, .particle, .copula])
      || followsConnective(position)
  }

  /// Whether an adverbial at the head of a sentence ends before a word: من جهة أخرى "on the other hand", من جانبه "for
  /// his part". The clause begins behind it.
  private func followsConnective(_ position: Int) -> Bool {
    (max(0, position - Self.longestConnective)..<position).contains { start in
      (start == 0 || tokens[start - 1].kind != .word || tokens[start].shape.contains(.lineStart))
        && phrase(of: adverbials, at: start)?.end == position
    }
  }

  /// Words of the longest adverbial that may open a sentence.
  private static let longestConnective = 4

  /// The word without its conjunction.
  private func bareKey(_ token: Token) -> WordKey {
    let analysis = token.analysis
    let letters = token.isCoordinated ? 1 : 0
    return token.key.dropFirst(letters).dropLast(Int(analysis.suffixLetters))
  }

  /// The preposition written together with a word, as its one letter.
  private func attachedPreposition(_ position: Int) -> WordKey {
    let token = tokens[position]
    let proclitics = token.analysis.proclitics
    // بعقوبة: the letter may be the name's own.
    if mentionAt[position] >= 0, mentions[Int(mentionAt[position])].kind != .description,
      mentions[Int(mentionAt[position])].span.start == token.span.start
    {
      return .empty
    }
    if mentionAt[position] >= 0, proclitics.isDisjoint(with: .prepositions) {
      // The name may be known to begin behind a letter that the word's own analysis keeps: بأبها "in Abha".
      let mention = mentions[Int(mentionAt[position])]
      let letters = (mention.span.lowerBound - token.span.lowerBound) / 2
      if mention.tokens.lowerBound == position, letters == 1 || letters == 2 {
        let letter = token.key[letters - 1]
        if letter == ArabicLetter.beh || letter == ArabicLetter.lam || letter == ArabicLetter.kaf {
          return WordKey(bits: UInt128(letter))
        }
      }
    }
    if proclitics.contains(.with) { return WordKey(bits: UInt128(ArabicLetter.beh)) }
    if proclitics.contains(.to) { return WordKey(bits: UInt128(ArabicLetter.lam)) }
    if proclitics.contains(.like) { return WordKey(bits: UInt128(ArabicLetter.kaf)) }
    return .empty
  }
}
