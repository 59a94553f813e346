import KhabarCore

/// What stands before a chain of name words.
enum NameContext: Equatable {
  case title(isRuler: Bool)
  case bare
}

/// A chain of name words.
struct NameChain {
  var start: Int
  var end: Int
  /// Parts that the lists know as names only.
  var strong = 0
  /// Parts that are ordinary words as well.
  var ambiguous = 0
  /// Unknown words.
  var weak = 0
  /// Letter evidence of the unknown words, in tenths of a natural logarithm.
  var letters = 0
  /// أبو …, عبد …
  var hasKunya = false

  var words: Int { end - start }
  /// Parts that a list has as names.
  var known: Int { strong + ambiguous }
  /// Above zero when there is more for a name than against it, behind a title.
  var weight: Int {
    strong * Self.strongWeight + ambiguous * Self.ambiguousWeight + (hasKunya ? Self.kunyaWeight : 0)
      + (weak > 0 ? letters + Self.weakWeight * weak : 0)
  }

  // In tenths of a natural logarithm, as the letters are: behind a title even an unknown word is a name more often than
  // not, as far as its letters don't speak against it.
  private static let strongWeight = 60
  private static let kunyaWeight = 40
  private static let weakWeight = 30
  private static let ambiguousWeight = 25
}

/// How far a chain of name words has been read.
struct NameChainReading {
  var chain: NameChain
  let context: NameContext
  /// The word that comes next.
  private(set) var index: Int
  /// A particle that waits for its noun: أبو, بن, دي.
  private(set) var particle: NameLexicon.Role = []
  private var particleStart: Int

  init(start: Int, context: NameContext) {
    chain = NameChain(start: start, end: start)
    self.context = context
    index = start
    particleStart = start
  }

  /// A word of the name stands before the next one.
  var isInside: Bool { index > chain.start }

  /// Goes on behind the next token, which is part of the name.
  mutating func take() {
    pass()
    particle = []
    chain.end = index
  }

  /// Goes on behind the next token, which is part of the name if one behind it is.
  mutating func pass() { index += 1 }

  /// Goes on behind a particle. One that follows another, as in عبد أبو …, opens no part of its own.
  mutating func open(_ role: NameLexicon.Role) {
    if particle.isEmpty { particleStart = index }
    particle = role
    pass()
  }

  /// The name; nil when there is none. A particle without its noun is left out.
  var name: NameChain? {
    var name = chain
    if !particle.isEmpty { name.end = min(name.end, particleStart) }
    return name.end > name.start ? name : nil
  }
}

/// Reads chains of name words: given names, father's names with their particles, surnames.
///
/// A name is read word by word. At each the constructions are asked in a fixed order, the particular before the
/// general: the noun that a particle waits for, a particle, the end of a compound name, a ruler's number, a name word,
/// an ordinary noun that the words around make a name.
extension NameReader {
  /// Reads a chain of name words. Nil when there is none.
  func nameChain(at start: Int, after context: NameContext) -> NameChain? {
    guard start < sentence.upperBound, tokens[start].isWord else { return nil }
    if context != .bare, start > sentence.lowerBound, !isNextTitled(start) { return nil }
    var reading = NameChainReading(start: start, context: context)
    while reading.index < sentence.upperBound, reading.chain.words < Self.longestName, readNext(&reading) {}
    return reading.name
  }

  /// Words of a name, the particles counted: names of more are lists.
  private static let longestName = 9

  /// Reads the next word. False where the name ends before it, or with it.
  private func readNext(_ reading: inout NameChainReading) -> Bool {
    guard !reading.isInside || readJoint(&reading) else { return false }
    if isBlessing(reading.index) { return false }
    if !reading.particle.isEmpty { return readNoun(&reading) }
    if ends(reading.chain, before: reading.index) { return false }
    if opensPart(reading) {
      reading.open(roles[reading.index])
      return true
    }
    if reading.isInside, !signals[reading.index].contains(.proclitic) {
      let role = roles[reading.index]
      if role.contains(.nameEnd), reading.chain.end == reading.index {
        readNameEnd(&reading)
        return true
      }
      if role.contains(.ordinal), reading.chain.words <= 2 {
        readOrdinal(&reading)
        return false
      }
    }
    return readWord(&reading)
  }

  /// الملك فيصل رحمه الله (king Faisal, God rest him), طيب الله ثراه: what is wished to somebody goes on no name,
  /// though its words are names as well. رحمة الله, with the feminine ending, is one.
  private func isBlessing(_ index: Int) -> Bool {
    guard isNextWord(index + 1), roles[index + 1].contains(.nameEnd), !tokens[index].shape.contains(.feminineEnding)
    else { return false }
    return lexicon.honorifics.phrases(from: tokens[index].key).contains { phrase in
      phrase.value && phrase.count > 1
        && lexicon.honorifics.goesOn(phrase) {
          isNextWord(index + $0) && NameLexicon.withoutArticle(tokens[index + $0].key) == $1
        }
    }
  }

  /// Passes over a hyphen between two words of the name. False where something else than a space parts them.
  private func readJoint(_ reading: inout NameChainReading) -> Bool {
    if tokens[reading.index].kind == .hyphen, joinsName(reading.index), reading.particle.isEmpty {
      reading.pass()
      return true
    }
    return isNextWord(reading.index)
  }

  /// A hyphen between two name words without spaces: بان كي-مون.
  private func joinsName(_ index: Int) -> Bool {
    index + 1 < sentence.upperBound && !tokens[index].shape.contains(.spaceBefore)
      && !tokens[index + 1].shape.contains(.spaceBefore) && tokens[index + 1].isWord
      && namePart(index + 1, inside: true) >= .weak
  }

  // MARK: Particles

  /// The noun of the particle before it: أبو and عبد take any noun, بن takes a name.
  private func readNoun(_ reading: inout NameChainReading) -> Bool {
    let (index, role, particle) = (reading.index, roles[reading.index], reading.particle)
    if role.contains(.kunya), !signals[index].contains(.proclitic) {
      reading.open(role)
      return true
    }
    let part = namePart(index, inside: true)
    guard part > .none || role.contains(.nameEnd) || mayBeNoun(index) && takesNoun(reading) else { return false }
    if particle.contains(.kunya) { reading.chain.hasKunya = true }
    take(part, &reading)
    return true
  }

  /// Whether the open particle takes a noun that is no name where the next word stands.
  private func takesNoun(_ reading: NameChainReading) -> Bool {
    reading.particle.contains(.kunya)
      || reading.particle.contains(.son) && (reading.chain.strong > 0 || reading.chain.hasKunya)
        && isNounBehindSon(reading.index)
  }

  /// Whether a word may be the noun of a particle such as "father of".
  private func mayBeNoun(_ index: Int) -> Bool {
    signals[index].isDisjoint(with: [.closed, .numeral, .proclitic, .pronoun])
      && (signals[index].isDisjoint(with: .verb) || signals[index].contains(.ordinary))
  }

  /// Whether the next word is a particle that opens a part of a name here.
  private func opensPart(_ reading: NameChainReading) -> Bool {
    let role = roles[reading.index]
    guard !role.isDisjoint(with: .particle), !(reading.isInside && signals[reading.index].contains(.proclitic)),
      isNextWord(reading.index + 1)
    else { return false }
    let part = namePart(reading.index + 1, inside: true)
    if role.contains(.kunya) { return opensKunya(reading.index, before: part) }
    if role.contains(.son) { return opensFather(reading, before: part) }
    return opensForeignPart(reading, before: part)
  }

  private func opensKunya(_ index: Int, before part: NamePart) -> Bool {
    if signals[index].contains(.closed), part < .ambiguous { return false }
    return !signals[index + 1].contains(.closed) || part > .none
  }

  private func opensFather(_ reading: NameChainReading, before part: NamePart) -> Bool {
    let next = reading.index + 1
    guard part > .none || roles[next].contains(.kunya) || reading.isInside && isNounBehindSon(next) else {
      return false
    }
    return reading.isInside || part >= .ambiguous || letterWeight(next) > 0
  }

  /// Foreign particles are short and ambiguous: only between name words, or before one behind a title.
  private func opensForeignPart(_ reading: NameChainReading, before part: NamePart) -> Bool {
    let next = reading.index + 1
    if !reading.isInside, reading.context == .bare {
      let isName = part == .weak || part == .strong && signals[next].isDisjoint(with: [.ordinary, .definite])
      guard isName, letterWeight(next) > LetterThreshold.behindFirstParticle else { return false }
      // تعرض فان نيستلروي (van Nistelrooy was …): right behind a verb stands no "and indeed".
      return signals[reading.index].isDisjoint(with: [.closed, .common])
        || isConjunctionBehindVerb(reading.index) && letterWeight(next) > LetterThreshold.behindOtherParticle
    }
    return part == .strong || part >= .weak && letterWeight(next) > LetterThreshold.behindParticle
  }

  private func isConjunctionBehindVerb(_ index: Int) -> Bool {
    index > sentence.lowerBound && isNextWord(index) && tokens[index].analysis.prefixLetters > 0
      && signals[index - 1].contains(.verb) && signals[index - 1].isDisjoint(with: .closed)
  }

  private func isNounBehindSon(_ index: Int) -> Bool { isNounBeforeName(index) || isNounOfFather(index) }

  /// عبد الله بن طوق: behind بن (son of) inside a name an indefinite noun that ends it, or has a title behind it, is
  /// the father's name or the family's, whatever else it means.
  private func isNounOfFather(_ noun: Int) -> Bool {
    tokens[noun - 1].key == NameParticle.son && isNextWord(noun) && mayBeNoun(noun)
      && signals[noun].isDisjoint(with: [.definite, .title, .place, .organizationHead, .placeHead])
      && (endsName(behind: noun) || signals[noun + 1].contains(.title))
  }

  /// سعد بن رحيل السويدي: behind "son of" also an ordinary noun (رحيل "departure") before more of the name.
  private func isNounBeforeName(_ index: Int) -> Bool {
    guard isNextWord(index), isNextWord(index + 1), !signals[index].contains(.definite),
      signals[index].isDisjoint(with: [.closed, .numeral, .proclitic, .pronoun, .title, .organizationHead])
    else { return false }
    return namePart(index + 1, inside: true) >= .ambiguous || isSurnameShaped(index + 1)
      || roles[index + 1].contains(.son)
  }

  // MARK: Compound names and numbers

  /// نصر الله, صلاح الدين: the word that closes a compound name.
  private func readNameEnd(_ reading: inout NameChainReading) {
    // أبوعبد الله: the particle is written together with the first word.
    if isJoinedKunya(nameKey(reading.index - 1)) { reading.chain.hasKunya = true }
    if reading.chain.strong == 0 { reading.chain.strong = 1 }
    reading.take()
  }

  /// محمد السادس (Mohammed the Sixth): the number of a ruler, of one word or two.
  private func readOrdinal(_ reading: inout NameChainReading) {
    guard reading.context == .title(isRuler: true) else { return }
    reading.take()
    if isNextWord(reading.index), roles[reading.index].contains(.ordinal) { reading.take() }
  }

  // MARK: Words

  /// A word that is no particle.
  private func readWord(_ reading: inout NameChainReading) -> Bool {
    let (index, isInside) = (reading.index, reading.isInside)
    if let end = compoundGivenEnd(at: index, inside: isInside) ?? courtesySurnameEnd(reading) {
      reading.chain.strong += 1
      while reading.index < end { reading.take() }
      return true
    }
    let part = isInside ? innerPart(index, reading.chain) : firstPart(index, reading.context)
    if isInside {
      if part == .none, isBeforeNameEnd(index, reading.chain) {
        take(.ambiguous, &reading)
        return true
      }
      if part == .none, isNounTakenForSurname(reading) {
        take(.ambiguous, &reading)
        return false
      }
      if startsAnotherName(reading) || isBesideSurname(reading) { return false }
      guard continues(reading, part) else { return false }
    } else {
      guard begins(part, index, reading.context) else { return false }
    }
    take(part, &reading)
    return true
  }

  private func take(_ part: NamePart, _ reading: inout NameChainReading) {
    switch part {
    case .strong: reading.chain.strong += 1
    case .ambiguous: reading.chain.ambiguous += 1
    case .weak:
      reading.chain.weak += 1
      let weight = letterWeight(reading.index)
      let isSurname =
        reading.chain.strong > 0
        && (signals[reading.index].contains(.definite) || isUnknownBehindGiven(reading.index))
      reading.chain.letters += isSurname ? max(weight, LetterThreshold.leastOfDefinite) : weight
    case .none: break
    }
    reading.take()
  }

  /// علي أكبر, نجم الدين: the end of a given name of several words that the lists have, spelled as they have it.
  ///
  /// - Parameter inside: behind other words of the name, where none needs to follow.
  func compoundGivenEnd(at index: Int, inside: Bool = false) -> Int? {
    // التقى خالد بفتح الله الظاهري: a preposition or "and" may be written before the first word of a whole name.
    guard let given = lookup(.givenName, at: index), given.tokens.count > 1, given.isExact,
      given.prefixLetters == 0 || !inside && given.prefixLetters == 1,
      !signals[index].contains(.definite)
    else { return nil }
    let end = given.tokens.upperBound
    return inside || isNextWord(end) && (namePart(end, inside: true) > .none || isSurnameShaped(end)) ? end : nil
  }

  /// جعفر الحاج حسن: behind a given name a courtesy title that families are named by, with a given name behind it and
  /// no surname behind that.
  private func courtesySurnameEnd(_ reading: NameChainReading) -> Int? {
    let (index, chain) = (reading.index, reading.chain)
    guard reading.isInside, chain.words <= 3, chain.known > 0 || chain.hasKunya,
      signals[index].isSuperset(of: [.definite, .family, .title]), !signals[index].contains(.proclitic),
      let title = match(lexicon.titles, at: index), title.end == index + 1, title.value.isDefiniteOnly,
      title.value.complement == .none, isNextWord(title.end), signals[title.end].contains(.given),
      signals[title.end].isDisjoint(with: [.definite, .proclitic]), compoundGivenEnd(at: title.end) == nil
    else { return nil }
    let next = title.end + 1
    guard isNextWord(next) else { return next }
    return roles[next].contains(.son) || signals[next].isSuperset(of: [.definite, .family]) ? nil : next
  }

  /// How much the first word of a name speaks for it.
  private func firstPart(_ index: Int, _ context: NameContext) -> NamePart {
    // الروسي دميتري: before a name it is the nationality.
    if signals[index].isSuperset(of: [.nationality, .definite]) { return .none }
    let part = namePart(index, inside: false)
    guard part == .none else { return part }
    if canCompound(index, context) { return .ambiguous }
    return isForeignGiven(index) ? .weak : .none
  }

  /// How much a further word of a name speaks for it.
  private func innerPart(_ index: Int, _ chain: NameChain) -> NamePart {
    let part = namePart(index, inside: true)
    guard part == .none || signals[index].contains(.nationality), isSurnameShaped(index) else { return part }
    // عمر العراقي: a family that is called after a nation or place.
    let isSurname =
      signals[index].contains(.family) && !signals[index].isDisjoint(with: [.nationality, .place])
      && chain.known > 0
      && (namePart(index - 1, inside: index - 1 > chain.start) >= .ambiguous
        || index >= chain.start + 2 && roles[index - 2].contains(.son))
    return isSurname ? .ambiguous : .none
  }

  /// سيف الإسلام, بدر الدين: an ordinary noun that the next word makes a name of.
  private func canCompound(_ index: Int, _ context: NameContext) -> Bool {
    context != .bare && isNextWord(index + 1) && roles[index + 1].contains(.nameEnd)
      && signals[index].isDisjoint(with: [.closed, .title, .organizationHead, .definite, .pronoun])
  }

  /// بهاء حسب الله, عبد القادر أورال أوغلو: whatever stands before "God", "the faith" or "son of" inside a name.
  private func isBeforeNameEnd(_ index: Int, _ chain: NameChain) -> Bool {
    (chain.strong > 0 || chain.hasKunya) && isNextWord(index + 1) && roles[index + 1].contains(.nameEnd)
      && signals[index].isDisjoint(with: [.proclitic, .definite, .pronoun, .organizationHead])
  }

  /// نظيرتها اليونانية دورا باكويانيس: between a nationality and a word that only a foreign name can be, also what
  /// looks like an ordinary word.
  func isForeignGiven(_ index: Int) -> Bool {
    guard index > sentence.lowerBound, isNextWord(index), isNextWord(index + 1),
      signals[index - 1].isSuperset(of: [.nationality, .definite]), !signals[index + 1].contains(.proclitic),
      signals[index].isDisjoint(with: WordSignals.noUnknownName.union([.definite, .proclitic])), roles[index].isEmpty
    else { return false }
    return namePart(index + 1, inside: true) == .weak
      && letterWeight(index + 1) > LetterThreshold.behindForeignGiven
  }
}
