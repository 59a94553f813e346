import KhabarCore

/// Finds the tense of the clause that an expression stands in: it decides whether الخميس is the last or the next
/// Thursday.
///
/// The nearest finite verb before the expression in its sentence tells, else the first one behind it. A verb with سـ or
/// behind سوف, من المقرر (it is planned) and their like is future; كان (was) and لم (did not) make a present verb past.
struct TenseFinder {
  let text: TaggedText

  /// Tokens that are looked at behind the expression.
  private static let reach = 14
  /// كان, كانت, كانوا (was, were), لم (did not), أن (that), لن (will not).
  private static let were = Set(["كان", "كانت", "كانوا", "لم", "وكان", "وكانت"].map { Orthography.arabic.key($0) })
  private static let that = Orthography.arabic.key("أن")
  /// ما لا يقل عن, ما يزيد على, ما يقرب من (no less than, more than, nearly): verbs that say how exact a number is.
  private static let measures = Set(["يقل", "يزيد", "يربو", "يقرب", "يقارب"].map { Orthography.arabic.key($0) })
  /// يأتي, تأتي, يتزامن, تتزامن (comes, coincides): what the report says of itself in the present.
  private static let settings = Set(["يأتي", "تأتي", "يتزامن", "تتزامن"].map { Orthography.arabic.key($0) })
  /// قبل, قبيل, عشية (before, shortly before, on the eve of): behind them lies what is still to come.
  private static let eves = Set(["قبل", "قبيل", "عشية"].map { Orthography.arabic.key($0) })
  private static let what = Orthography.arabic.key("ما")
  private static let not = Orthography.arabic.key("لا")

  func tense(_ start: Int, _ end: Int, in sentence: Range<Int>) -> ClauseTense {
    let before = start - 1
    if before >= sentence.lowerBound {
      // منذ الأحد (since Sunday) looks back, إلى الأحد (until Sunday) and بحلول (by) ahead.
      if text.has(before, .since) { return .past }
      if text.has(before, .until), text.clitics(before).isEmpty { return .until }
    }
    var isSubjunctive = false
    var index = before
    while index >= sentence.lowerBound {
      if let tense = verb(index, sentence) {
        if tense == .present, isSetting(index, before: start) { return .past }
        if tense == .present, index > sentence.lowerBound, text.tokens[index - 1].key == Self.that {
          // What is decided or hoped for lies ahead, unless a word before says that it is planned; so it does as well.
          isSubjunctive = true
        } else {
          return isSubjunctive ? .future : tense
        }
      }
      index -= 1
    }
    if isSubjunctive { return .future }
    index = end
    while index < min(sentence.upperBound, end + Self.reach) {
      if let tense = verb(index, sentence) { return tense }
      index += 1
    }
    return isWhole(start, end, sentence) ? .alone : .none
  }

  /// The tense of a finite verb or of a word that speaks of plans; nil for other words.
  private func verb(_ index: Int, _ sentence: Range<Int>) -> ClauseTense? {
    if text.has(index, .futureCue) { return .future }
    let token = text.tokens[index]
    guard token.kind == .word, !text.tags[index].isInName else { return nil }
    if token.analysis.proclitics.contains(.future) { return .future }
    let isNominal = !token.classes.isDisjoint(with: [
      .noun, .verbalNoun, .adjective, .personNoun, .preposition, .titleHead, .organizationHead,
    ])
    guard !isNominal else {
      // Many past verbs are spelled like nouns. Where a sentence begins, the verb is meant: عقد "held", "contract".
      let opens = index == sentence.lowerBound && !token.isDefinite && !token.shape.contains(.feminineEnding)
      return opens && token.classes.contains(.verbPast) ? .past : nil
    }
    if token.classes.contains(.verbPresent), !token.classes.contains(.verbPast) {
      // "I …" is rare in news, and its spelling is mostly another word's: إطار "framework".
      if token.stem[0] == ArabicLetter.alef || isMeasure(index, sentence) { return nil }
      return isBehindWas(index, sentence) ? .past : .present
    }
    return token.classes.contains(.verbPast) ? .past : nil
  }

  /// وتأتي هذه التصريحات بعد زيارة الوزير بغداد الأحد (these remarks come after the minister's visit on Sunday): what
  /// it comes after has been, unless something lies between that it comes before.
  private func isSetting(_ index: Int, before start: Int) -> Bool {
    let token = text.tokens[index]
    guard Self.settings.contains(token.stem), index + 1 < start,
      token.isCoordinated || !text.tokens[index + 1].classes.isDisjoint(with: [.demonstrative])
    else { return false }
    return !(index + 1..<start).contains { Self.eves.contains(text.tokens[$0].key) }
  }

  /// كان رئيس البرلمان يزور بغداد (the speaker was visiting): behind "was" or "did not", with nothing but its subject
  /// between.
  private func isBehindWas(_ index: Int, _ sentence: Range<Int>) -> Bool {
    for before in (max(sentence.lowerBound, index - Self.subjectReach)..<index).reversed() {
      let token = text.tokens[before]
      if Self.were.contains(token.key) { return true }
      let isVerb =
        !token.classes.isDisjoint(with: .verb) && token.classes.isDisjoint(with: [.noun, .adjective, .alsoName])
      guard token.kind == .word, !isVerb, token.classes.isDisjoint(with: [.subordinator, .relative]) else {
        return false
      }
    }
    return false
  }

  /// Words that the subject between "was" and its verb may have.
  private static let subjectReach = 9

  /// Says how exact a number is, and no time.
  private func isMeasure(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard Self.measures.contains(text.tokens[index].key) else { return false }
    var before = index - 1
    if before >= sentence.lowerBound, text.tokens[before].key == Self.not { before -= 1 }
    return before >= sentence.lowerBound && text.tokens[before].key == Self.what
  }

  /// No other word is in the sentence.
  private func isWhole(_ start: Int, _ end: Int, _ sentence: Range<Int>) -> Bool {
    for index in sentence where index < start || index >= end {
      if text.tokens[index].kind == .word || text.tokens[index].kind == .number {
        return index == start - 1 && text.has(index, [.in, .from])
      }
    }
    return true
  }
}
