import KhabarCore

/// Arabic clitics and word classes.
struct ArabicWords: WordAnalyzer {
  private let model: CliticModel
  /// Readings of words, told apart by what their spelling tells.
  private let memories = WorkerPool { WordMemory(distinction: SpellingEvidence.unknown, value: Reading()) }

  /// How a word is read by itself.
  private struct Reading {
    var classes: WordClasses = []
    var analysis = WordAnalysis()
    var nounClasses = NounClasses()
    /// Its last letter stands for the one with dots.
    var lacksDots = false

    init() {}

    init(_ reading: CliticReading, lacksDots: Bool) {
      classes = reading.classes
      analysis = reading.analysis
      nounClasses = reading.nounClasses
      self.lacksDots = lacksDots
    }

    @inline(__always)
    func write(to token: inout Token) {
      token.analysis = analysis
      token.classes = classes
      token.nounClasses = nounClasses
      guard lacksDots else { return }
      if token.shape.contains(.maksuraEnding) {
        token.shape.remove(.maksuraEnding)
      } else {
        token.shape.insert(.feminineEnding)
      }
    }
  }

  init(lexicon: ArabicLexicon) { model = CliticModel(lexicon: lexicon) }

  func classes(of stem: WordKey) -> WordClasses { model.lexicon.classes(of: stem) }

  func analyses(of key: WordKey) -> [WordAnalysis] {
    var readings: [CliticReading] = []
    model.forEachReading(of: key, known: model.lexicon.words[key], .unknown) { readings.append($0) }
    guard !readings.isEmpty else { return [WordAnalysis()] }
    // Stable order among equals: fewer letters taken off first.
    readings.sort {
      $0.score != $1.score
        ? $0.score > $1.score : Self.letters(of: $0.analysis) < Self.letters(of: $1.analysis)
    }
    return readings.map(\.analysis)
  }

  private static func letters(of analysis: WordAnalysis) -> Int {
    Int(analysis.prefixLetters) * 8 + Int(analysis.suffixLetters)
  }

  func analyze(_ tokens: inout [Token], in text: AlignedText) {
    memories.withValue { memory in
      text.bytes.withUnsafeBufferPointer { bytes in
        let habits = SpellingHabits(tokens, in: bytes)
        tokens.withUnsafeMutableBufferPointer { tokens in
          var unknown: [(token: Int, evidence: SpellingEvidence)] = []
          for index in tokens.indices where tokens[index].kind == .word {
            let evidence = Self.evidence(of: tokens[index], habits, in: bytes)
            if habits.leavesOut, habits.isLoose(tokens[index]) { tokens[index].shape.insert(.looseSpelling) }
            if let reading = memory[tokens[index].key, evidence] {
              reading.write(to: &tokens[index])
            } else {
              unknown.append((index, evidence))
            }
          }
          let wholes = unknown.map { model.lexicon.words[tokens[$0.token].key] }
          for ((index, evidence), whole) in zip(unknown, wholes) {
            let key = tokens[index].key
            memory.value(of: key, evidence) { reading(of: key, known: whole, evidence) }.write(to: &tokens[index])
          }
        }
      }
    }
  }

  private func reading(of key: WordKey, known whole: ArabicLexicon.Word?, _ evidence: SpellingEvidence) -> Reading {
    var best = best(key, known: whole, evidence)
    let lacksDots = evidence.mayLackDots && lacksDots(key, best.analysis)
    if evidence.mayLackDots, !lacksDots { best.classes.remove(.relational) }
    return Reading(best, lacksDots: lacksDots)
  }

  /// Whether a final heh that is no pronoun is teh marbuta, or a final alef maksura is yeh, in a text that may leave
  /// the dots off.
  private func lacksDots(_ key: WordKey, _ analysis: WordAnalysis) -> Bool {
    let stem = key.dropFirst(Int(analysis.prefixLetters))
    let isYeh = key[key.count - 1] == ArabicLetter.yeh
    if analysis.suffixLetters > 0 { return isYeh }
    return (isYeh || stem.count > 2) && model.lexicon.words[stem]?.isUndotted != true
  }

  /// The likeliest reading of a word by itself, of which the lexicon knows `whole`.
  private func best(
    _ key: WordKey, known word: ArabicLexicon.Word?, _ evidence: SpellingEvidence
  ) -> CliticReading {
    // آن, آلان (Anne, Alan) are not أن (that) and الآن (now).
    let whole = word.flatMap { evidence.beginsWithMadda && $0.isClosedWithoutMadda ? nil : $0 }
    if let word = whole, word.isFixed {
      return CliticReading(
        analysis: WordAnalysis(), classes: word.classes.subtracting(ArabicLexicon.marks), nounClasses: word.nounClasses,
        score: 0)
    }
    var best = CliticReading(
      analysis: WordAnalysis(), classes: [], nounClasses: NounClasses(), score: CliticModel.noScore)
    model.forEachReading(of: key, known: whole, evidence) { reading in
      if reading.score > best.score { best = reading }
    }
    best.classes.subtract(ArabicLexicon.marks)
    if let bare = accusativeStem(key, best) {
      if best.classes.isDisjoint(with: Self.heads) {
        best.classes.formUnion(model.lexicon.classes(of: bare).intersection(Self.nominal))
      }
      if best.nounClasses.isEmpty { best.nounClasses = model.lexicon.nounClasses(of: bare) }
    }
    if Self.isRelational(key, best, evidence) { best.classes.insert(.relational) }
    if Self.isPeople(key, best) { best.classes.insert(.personNoun) }
    return best
  }

  /// An indefinite noun in the accusative without the case's alef: وفدا "a delegation" is what وفد is.
  private func accusativeStem(_ key: WordKey, _ reading: CliticReading) -> WordKey? {
    let length = key.count
    guard length >= 4, key[length - 1] == ArabicLetter.alef, reading.analysis.suffixLetters == 0,
      !reading.analysis.proclitics.contains(.article), reading.classes.isDisjoint(with: .closed)
    else { return nil }
    let bare = key.dropFirst(Int(reading.analysis.prefixLetters)).dropLast(1)
    return bare.count >= 3 ? bare : nil
  }

  private static let heads: WordClasses = [
    .titleHead, .takesComplement, .organizationHead, .weakOrganizationHead, .placeHead, .buildingHead, .personNoun,
  ]
  private static let nominal: WordClasses = heads.union([.noun, .verbalNoun, .participle, .adjective])

  /// The sound masculine plural of a word that is no known noun names people: الموهوبون "the gifted". Only with the
  /// article: foreign names end so, too.
  private static func isPeople(_ key: WordKey, _ reading: CliticReading) -> Bool {
    let length = key.count
    return reading.analysis.proclitics.contains(.article) && reading.analysis.suffixLetters == 0
      && length - Int(reading.analysis.prefixLetters) >= 5 && key[length - 1] == ArabicLetter.noon
      && key[length - 2] == ArabicLetter.waw
      && reading.classes.isDisjoint(
        with: WordClasses.closed.union([.noun, .verbalNoun, .numeral, .calendar, .adjective]))
  }

  /// The form of a relational adjective: عراقي, عراقية, عراقيون, عراقيين (Iraqi, Iraqis).
  private static func isRelational(_ key: WordKey, _ reading: CliticReading, _ evidence: SpellingEvidence) -> Bool {
    guard reading.analysis.suffixLetters == 0, !evidence.endsInMaksura,
      reading.classes.isDisjoint(with: WordClasses.closed.union(.verb))
    else { return false }
    let length = key.count
    let stem = length - Int(reading.analysis.prefixLetters)
    guard stem >= 4 else { return false }
    let last = key[length - 1]
    let before = key[length - 2]
    if last == ArabicLetter.yeh { return true }
    if last == ArabicLetter.heh { return before == ArabicLetter.yeh && stem >= 5 && evidence.mayEndInTehMarbuta }
    return last == ArabicLetter.noon && stem >= 6 && key[length - 3] == ArabicLetter.yeh
      && (before == ArabicLetter.waw || before == ArabicLetter.yeh)
  }

  /// What the spelling tells of the first four letters and the last.
  @inline(__always)
  private static func evidence(
    of token: Token, _ habits: SpellingHabits, in bytes: UnsafeBufferPointer<UInt8>
  ) -> SpellingEvidence {
    var bits: UInt16 = 64
    if token.key.head & 0x3F == UInt64(ArabicLetter.alef), begins(token.span, with: AlefSpelling.madda, in: bytes) {
      bits |= 256
    }
    if habits.leavesOut, habits.mayLackDots(token) {
      bits |= 128
    } else if token.shape.contains(.feminineEnding) {
      bits |= 16
    } else if token.shape.contains(.maksuraEnding) {
      bits |= 32
    }
    // Only an alef before a lam can be the article's; it is the word's first, second or third letter. Behind a first
    // waw it tells "and" from a letter of the word.
    let head = token.key.head
    let article = UInt64(ArabicLetter.alef) | UInt64(ArabicLetter.lam) << 6
    let and = UInt64(ArabicLetter.waw) | UInt64(ArabicLetter.alef) << 6
    guard
      head & 0xFFF == article || head >> 6 & 0xFFF == article || head >> 12 & 0xFFF == article || head & 0xFFF == and
    else { return SpellingEvidence(bits: bits) }
    return SpellingEvidence(bits: bits | hamzas(token.span, in: bytes, isArticleFirst: head & 0xFFF == article))
  }

  @inline(__always)
  private static func begins(
    _ span: TextSpan<CleanBytes>, with alef: AlefSpelling, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let position = span.lowerBound
    return position + 1 < bytes.count && bytes[position] == AlefSpelling.lead && bytes[position + 1] == alef.rawValue
  }

  /// Which of the first four letters are alefs with hamza or madda, as bits.
  private static func hamzas(
    _ span: TextSpan<CleanBytes>, in bytes: UnsafeBufferPointer<UInt8>, isArticleFirst: Bool
  ) -> UInt16 {
    var bits: UInt16 = 0
    var position = span.lowerBound
    // A plain alef first: by far the commonest.
    if position + 1 < bytes.count, bytes[position] == 0xD8, bytes[position + 1] == 0xA7, isArticleFirst { return 0 }
    var letter: UInt16 = 0
    let end = min(span.upperBound, bytes.count)
    // Arabic letters have two bytes; U+0622, 0623, 0625 are the hamzated alefs, U+0640 and U+064B up are marks.
    while position + 1 < end, letter < 4 {
      let (lead, trail) = (bytes[position], bytes[position + 1])
      position += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      if lead == 0xD8 {
        if trail == 0xA2 || trail == 0xA3 || trail == 0xA5 { bits |= 1 << letter }
        letter += 1
      } else if lead == 0xD9, trail >= 0x8B || trail == 0x80 {
        continue
      } else {
        letter += 1
      }
    }
    return bits
  }
}
