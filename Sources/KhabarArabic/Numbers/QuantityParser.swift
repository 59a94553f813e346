import KhabarCore

/// Reads counts, shares, amounts of money, measures and ordinals from tagged text.
struct QuantityParser {
  let text: TaggedText
  let numbers: NumberReader
  /// Mentions' tokens: numbers inside names are no counts.
  let names: TokenCover
  /// Codes of currencies whose noun does not tell, by currency, as the document gives them elsewhere.
  let currencyCodes: [UInt16: String]

  /// What was read, in tokens.
  struct Parsed {
    var kind: Quantity.Kind
    var value: Double?
    var upper: Double?
    var unit: Range<Int>?
    var currency: String?
    var modifier: QuantityModifier?
    var start: Int
    var end: Int
    var rule: String
  }

  /// The quantity that begins at a token.
  func quantity(_ start: Int) -> Parsed? {
    guard start < text.count else { return nil }
    if text.has(start, .modifier), let parsed = modified(start) { return parsed }
    if text.has(start, [.between, .from]), let parsed = range(start) { return parsed }
    if isScoreWithZero(start) { return nil }
    if let parsed = symbolFirst(start) { return parsed }
    if let parsed = indefinite(start) { return parsed }
    let counted = counted(start, isMarked: false)
    let ordinal = ordinal(start)
    guard let counted else { return ordinal }
    return ordinal.map { $0.end > counted.end ? $0 : counted } ?? counted
  }

  // MARK: Around the number

  /// حوالي 2500 جندي (about 2500 soldiers), أكثر من 1.2 مليون.
  private func modified(_ start: Int) -> Parsed? {
    guard text.clitics(start).subtracting([.with, .conjunction, .to, .article]).isEmpty else { return nil }
    var index = text.end(start)
    var modifier = text.word(start).modifier
    if text.has(index, .modifier), text.isBare(index) {
      if modifier == .approximately { modifier = text.word(index).modifier }
      index = text.end(index)
    }
    if text.has(index, .from), text.isBare(index), index == start + 1 { index += 1 }
    guard index < text.count, !text.startsLine(index) else { return nil }
    if var parsed = text.has(index, [.between, .from])
      ? range(index) : symbolFirst(index) ?? indefinite(index) ?? counted(index, isMarked: true)
    {
      guard parsed.kind != .ordinal else { return nil }
      parsed.start = start
      if parsed.modifier == nil || parsed.value != nil { parsed.modifier = .compared(modifier) }
      parsed.rule += "-modified"
      return parsed
    }
    return nil
  }

  /// من 10 إلى 20 دولار (from 10 to 20 dollars), بين 300 و400 قتيل.
  private func range(_ start: Int) -> Parsed? {
    let isBetween = text.has(start, .between)
    let index = text.end(start)
    guard let first = number(index) else { return nil }
    var next: Int?
    if text.has(first.end, .until) { next = text.end(first.end) }
    if next == nil, isBetween { next = numbers.afterAnd(first.end) }
    if next == nil, text.kind(first.end) == .hyphen { next = first.end + 1 }
    guard let next, let last = number(next), var parsed = finish(last, start: next, isMarked: true),
      !last.isPercentOfFirst(first)
    else { return nil }
    let low = scaled(first, like: last)
    guard low <= last.value else { return nil }
    parsed.start = start
    parsed.upper = parsed.value
    parsed.value = parsed.kind == .money && last.value != 0 ? low * ((parsed.value ?? 0) / last.value) : low
    parsed.rule = "range"
    return parsed
  }

  /// "Between 5 and 10 thousand": the scale of the end holds for both.
  private func scaled(_ first: NumberReader.Numeral, like last: NumberReader.Numeral) -> Double {
    first.scale == 1 && last.scale > 1 && first.value < last.value / last.scale && first.value < 1000
      ? first.value * last.scale : first.value
  }

  /// $10, %20, € 3.5 مليون, US$10, USD 34.6 مليون.
  private func symbolFirst(_ start: Int) -> Parsed? {
    if text.has(start, .currency), text.tokens[start].shape.contains(.latin), text.isNumber(start + 1) {
      return money(start, number: start + 1, text.lexicon.currencies[Int(text.word(start).currency)])
    }
    guard text.kind(start) == .symbol, let scalar = scalar(start), text.isNumber(start + 1) else { return nil }
    if scalar == 0x25 || scalar == 0x66A {
      guard !text.hasSpace(before: start + 1), start == 0 || text.hasSpace(before: start) || !text.isNumber(start - 1),
        let number = numbers.digits(start + 1)
      else { return nil }
      return Parsed(kind: .percent, value: number.value, start: start, end: number.end, rule: "percent")
    }
    guard let index = text.lexicon.currency(ofSign: scalar) else { return nil }
    return money(start, number: start + 1, text.lexicon.currencies[Int(index)])
  }

  /// An amount behind its sign or code.
  private func money(_ start: Int, number index: Int, _ currency: CalendarLexicon.Currency) -> Parsed? {
    guard var number = number(index).map(withLetter) else { return nil }
    // $50 مليون و100€ (and €100) are two amounts: what follows has a sign of its own.
    if isCurrencySign(number.end), let first = numbers.term(index), first.end < number.end { number = first }
    var code = currency.code
    var begin = start
    // US$, HK$: the letters of the country are written to the sign.
    if text.kind(start) == .symbol, !text.hasSpace(before: start), text.kind(start - 1) == .word,
      let marked = currency.adjectives.first(where: { $0.key == text.tokens[start - 1].key })
    {
      code = marked.code
      begin -= 1
    }
    return Parsed(
      kind: .money, value: currency.isHundredth ? number.value / 100 : number.value, currency: code, start: begin,
      end: number.end, rule: "money")
  }

  /// £30m, $1.5bn: a letter for the scale, written to its figure.
  private func withLetter(_ number: NumberReader.Numeral) -> NumberReader.Numeral {
    let end = number.end
    guard number.isDigits, number.scale == 1, end < text.count, text.kind(end) == .word, !text.hasSpace(before: end),
      let scale = text.lexicon.amountLetters[text.tokens[end].key]
    else { return number }
    var result = number
    result.value *= scale
    result.scale = scale
    result.end += 1
    return result
  }

  private func isCurrencySign(_ index: Int) -> Bool {
    text.kind(index) == .symbol && scalar(index).map { text.lexicon.currency(ofSign: $0) != nil } == true
  }

  func scalar(_ index: Int) -> UInt32? {
    guard index >= 0, index < text.count else { return nil }
    return text.text.bytes.withUnsafeBufferPointer { bytes in
      var position = Int(text.tokens[index].span.start)
      return Orthography.decode(bytes, &position)
    }
  }

  // MARK: The number

  /// A number with its sign, decimals and fraction.
  func number(_ start: Int) -> NumberReader.Numeral? {
    guard start < text.count else { return nil }
    if let number = negative(start) ?? pointFirst(start) ?? fraction(start) { return number }
    guard let number = numbers.cardinal(start) else { return nil }
    return divided(number) ?? power(withParts(number, from: start))
  }

  /// Minus ten in words; a minus sign is written at its digits and apart from what precedes.
  private func negative(_ start: Int) -> NumberReader.Numeral? {
    let isWord = text.has(start, .minus) && !text.has(start + 1, .minus) && !text.startsLine(start + 1)
    let isSign =
      text.kind(start) == .hyphen && text.isNumber(start + 1) && !text.hasSpace(before: start + 1)
      && (start == 0 || text.hasSpace(before: start))
    guard isWord || isSign, var number = number(start + 1) else { return nil }
    number.value = -number.value
    return number
  }

  /// .5 without its zero.
  private func pointFirst(_ start: Int) -> NumberReader.Numeral? {
    guard text.kind(start) == .sentenceEnd, text.isNumber(start + 1), !text.hasSpace(before: start + 1),
      start == 0 || text.hasSpace(before: start), var number = numbers.digits(start + 1), number.end == start + 2,
      let run = DigitRun(text.text.bytes, text.tokens[start + 1].span), run.decimals == 0
    else { return nil }
    for _ in 0..<run.integerDigits { number.value /= 10 }
    number.hasFraction = true
    return number
  }

  /// A number with its divisor: 3/4, 2000 على 3, واحد من خمسة (one in five).
  private func divided(_ number: NumberReader.Numeral) -> NumberReader.Numeral? {
    guard let divisor = divisorInFigures(number) ?? divisorInWords(number) else { return nil }
    var result = number
    result.value /= divisor.value
    result.end = divisor.end
    result.hasFraction = true
    return result
  }

  /// 3/4: no part of a date.
  private func divisorInFigures(_ number: NumberReader.Numeral) -> NumberReader.Numeral? {
    guard number.isDigits, text.kind(number.end) == .slash, !text.hasSpace(before: number.end),
      !text.hasSpace(before: number.end + 1), let divisor = numbers.digits(number.end + 1), divisor.value > 0,
      divisor.end == number.end + 2, text.kind(divisor.end) != .slash
    else { return nil }
    return divisor
  }

  private func divisorInWords(_ number: NumberReader.Numeral) -> NumberReader.Numeral? {
    let mark = number.end
    let isOver = text.has(mark, .on) && text.tokens[mark].key == Self.over
    let mayBeShare =
      !number.isDigits && !number.isDefinite && number.value > 0 && text.has(mark, .from) && text.isBare(mark)
    guard isOver || mayBeShare, let divisor = numbers.cardinal(mark + 1) else { return nil }
    if isOver { return divisor.value > 1 ? divisor : nil }
    return divisor.value > number.value && !divisor.isDefinite && !divisor.isDigits ? divisor : nil
  }

  /// A number with the parts behind it: مئة وثلاثة أرباع (a hundred and three quarters).
  private func withParts(_ number: NumberReader.Numeral, from start: Int) -> NumberReader.Numeral {
    var number = number
    if text.has(number.end, .fractions), text.isBare(number.end), !number.isDigits || number.value < 10 {
      // Only the last number counts the parts.
      let last =
        text.has(number.end - 1, .cardinal) && number.end - 1 > start
        ? Double(text.word(number.end - 1).number) : number.value
      number.value += last * share(number.end) - last
      number.end += 1
      number.hasFraction = true
    } else if let next = numbers.afterAnd(number.end), let parts = numbers.cardinal(next), parts.value < 10,
      text.has(parts.end, .fractions)
    {
      number.value += parts.value * share(parts.end)
      number.end = parts.end + 1
      number.hasFraction = true
    }
    return number
  }

  /// What a word for a part says: a quarter.
  private func share(_ index: Int) -> Double {
    Double(text.word(index).numerator) / Double(text.word(index).denominator)
  }

  /// A greater exponent makes no number of the news.
  private static let greatestExponent = 200.0

  /// 12.5e3, 1.1^23 in figures.
  private func power(_ number: NumberReader.Numeral) -> NumberReader.Numeral {
    guard number.isDigits, number.end + 1 < text.count, !text.hasSpace(before: number.end) else { return number }
    let isPower = text.kind(number.end) == .symbol && scalar(number.end) == Self.caret
    guard isPower || text.tokens[number.end].key == Self.exponent, let (exponent, end) = exponent(number.end + 1) else {
      return number
    }
    let factor = isPower ? number.value : 10
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= factor }
    if exponent < 0 { power = power == 0 ? 0 : 1 / power }
    var result = number
    result.value = isPower ? power : number.value * power
    result.end = end
    result.hasFraction = true
    return result.value.isFinite ? result : number
  }

  private static let caret: UInt32 = 0x5E
  private static let plus: UInt32 = 0x2B

  /// An exponent with its signs.
  private func exponent(_ start: Int) -> (Int, end: Int)? {
    var index = start
    var isNegative = false
    while index < text.count, !text.hasSpace(before: index),
      text.kind(index) == .hyphen || text.kind(index) == .symbol && scalar(index) == Self.plus
    {
      if text.kind(index) == .hyphen { isNegative.toggle() }
      index += 1
    }
    guard !text.hasSpace(before: index), let exponent = numbers.digits(index), exponent.value < Self.greatestExponent
    else { return nil }
    return (Int(isNegative ? -exponent.value : exponent.value), exponent.end)
  }

  /// The letter e of figures such as 12e3.
  private static let exponent = Orthography.arabic.key("e")

  /// على (over).
  private static let over = Orthography.arabic.key("على")
  /// نهائي, النهائي (final).
  private static let finals = [
    Orthography.arabic.key("نهائي"), Orthography.arabic.key("النهائي"), Orthography.arabic.key("نهائية"),
  ]

  /// نصف (a half), ثلثا (two thirds) of what follows.
  private func fraction(_ start: Int) -> NumberReader.Numeral? {
    guard text.has(start, .fraction), !text.isDefinite(start),
      start + 1 >= text.count || !Self.finals.contains(text.tokens[start + 1].key)
    else { return nil }
    if start + 1 < text.count, text.isBare(start + 1), text.has(start + 1, .scale), !text.isDefinite(start + 1) {
      return nil
    }
    if text.has(start + 1, [.unit, .hundred]) { return nil }
    let word = text.word(start)
    return NumberReader.Numeral(
      value: Double(word.numerator) / Double(word.denominator), end: start + 1, hasFraction: true)
  }

  /// A number and what is counted.
  private func counted(_ start: Int, isMarked: Bool) -> Parsed? {
    guard let number = number(start) else { return nil }
    let bare = text.kind(start) == .hyphen ? start + 1 : start
    if !isMarked, number.isDigits || text.isNumber(bare), isLabel(bare, number) { return nil }
    // 10-20 دولار is a range; 2-1 without a unit a score.
    if text.kind(number.end) == .hyphen, text.isNumber(number.end + 1), !text.hasSpace(before: number.end),
      !text.hasSpace(before: number.end + 1), let upper = self.number(number.end + 1)
    {
      if var parsed = finish(upper, start: number.end + 1, isMarked: true), upper.value > number.value,
        isMarked || parsed.kind != .cardinal && (parsed.unit == nil || number.value >= 10)
      {
        parsed.upper = parsed.value
        parsed.value = scaled(number, like: upper)
        parsed.start = start
        parsed.rule = "range"
        return parsed
      }
      return nil
    }
    return finish(number, start: start, isMarked: isMarked)
  }

  /// Adds percent, currency or the thing counted.
  func finish(_ written: NumberReader.Numeral, start: Int, isMarked: Bool) -> Parsed? {
    // 30m$, 200k يورو: the letter is one of money only before its sign or noun.
    let lettered = withLetter(written)
    let number = currency(lettered.end) == nil ? written : lettered
    let end = number.end
    if let percentEnd = percent(end) {
      return Parsed(kind: .percent, value: number.value, start: start, end: percentEnd, rule: "percent")
    }
    if let (code, isHundredth, currencyEnd) = currency(end) {
      var (value, moneyEnd) = (isHundredth ? number.value / 100 : number.value, currencyEnd)
      if let (more, behind) = restOfAmount(number, sign: end, currencyEnd) { (value, moneyEnd) = (more, behind) }
      return Parsed(kind: .money, value: value, currency: code, start: start, end: moneyEnd, rule: "money")
    }
    if let unit = unit(end, number) {
      var value = number.value
      if number.isDigits, number.hasFraction, !text.has(unit.lowerBound, .measure) { value = wholeCount(value, start) }
      return Parsed(
        kind: .measure, value: value, unit: unit, start: start, end: unit.upperBound, rule: "measure")
    }
    guard isMarked || isPlainCount(start, number) else { return nil }
    return Parsed(kind: .cardinal, value: number.value, start: start, end: end, rule: "cardinal")
  }

  /// 4$ مليارات: the sign or code stands between figure and scale. مليون دولار ونصف المليون (a million dollars and a
  /// half): the half follows.
  private func restOfAmount(
    _ number: NumberReader.Numeral, sign: Int, _ end: Int
  ) -> (value: Double, end: Int)? {
    guard end < text.count, !text.startsLine(end) else { return nil }
    if text.has(end, [.scale, .dualOrScale]), text.clitics(end).isEmpty, number.scale == 1,
      text.kind(sign) == .symbol || text.tokens[sign].shape.contains(.latin)
    {
      return (number.value * Double(text.word(end).number), end + 1)
    }
    guard let next = numbers.afterAnd(end), text.has(next, .fraction), !text.isDefinite(next),
      text.isDefinite(next + 1)
    else { return nil }
    let word = text.word(next)
    // ثلاثة دولارات ونصف الدولار.
    if number.scale == 1, text.has(next + 1, .currency), text.has(sign, .currency),
      text.word(next + 1).currency == text.word(sign).currency
    {
      return (number.value + Double(word.numerator) / Double(word.denominator), next + 2)
    }
    guard number.scale > 1, text.has(next + 1, .scale), Double(text.word(next + 1).number) == number.scale else {
      return nil
    }
    return (number.value + number.scale * Double(word.numerator) / Double(word.denominator), next + 2)
  }

  /// 1.500 شخص: nobody counts one and a half persons, so the point groups thousands.
  private func wholeCount(_ value: Double, _ start: Int) -> Double {
    guard text.isNumber(start), let (parts, separators) = DigitRun.split(text.text.bytes, text.tokens[start].span),
      separators == [0x2E], parts[1].digits == 3, parts[0].digits <= 3, parts[0].value > 0, value < 1000
    else { return value }
    return Double(parts[0].value * 1000 + parts[1].value)
  }

  private func percent(_ end: Int) -> Int? {
    guard end < text.count, !text.startsLine(end) else { return nil }
    if text.kind(end) == .symbol, let scalar = scalar(end), scalar == 0x25 || scalar == 0x66A { return end + 1 }
    if text.has(end, .percent) { return text.end(end) }
    return nil
  }

  func currency(_ end: Int) -> (code: String?, isHundredth: Bool, end: Int)? {
    guard end < text.count, !text.startsLine(end) else { return nil }
    if text.kind(end) == .symbol, let scalar = scalar(end), let index = text.lexicon.currency(ofSign: scalar) {
      let currency = text.lexicon.currencies[Int(index)]
      return (currency.code, currency.isHundredth, end + 1)
    }
    guard text.has(end, .currency), text.isBare(end) else { return nil }
    let index = text.word(end).currency
    let currency = text.lexicon.currencies[Int(index)]
    var behind = text.end(end)
    if behind < text.count, text.kind(behind) == .word, !text.startsLine(behind),
      let code = currency.code(adjective: text.tokens[behind].key)
    {
      return (code, currency.isHundredth, behind + 1)
    }
    // The point of an abbreviation: ج.م.
    if text.word(end).words > 1, text.kind(behind) == .sentenceEnd, !text.hasSpace(before: behind),
      behind + 1 >= text.count
    {
      behind += 1
    }
    return (currency.code.isEmpty ? currencyCodes[index] : currency.code, currency.isHundredth, behind)
  }

  /// The noun behind a number: جندي (soldiers), كيلومتر مربع.
  private func unit(_ end: Int, _ number: NumberReader.Numeral) -> Range<Int>? {
    guard end < text.count, text.kind(end) == .word, !text.startsLine(end) else { return nil }
    // "One" and "two" stand behind what they count.
    if !number.isDigits, number.value == 1 || number.value == 2, number.scale == 1 { return nil }
    if text.has(end, .measure), text.clitics(end).isEmpty { return end..<text.end(end) }
    if text.has(end, .unit), text.clitics(end).isEmpty { return end..<(end + 1) }
    guard text.tags[end].word == 0 || text.has(end, [.nameHead, .yearNoun]) else { return nil }
    let token = text.tokens[end]
    guard !ArabicArticle.isOn(token.key), token.key.count > 2 || token.key.isHashed, !isFunctionWord(end), !isName(end)
    else { return nil }
    return end..<(end + 1)
  }

  private func isName(_ index: Int) -> Bool { names.covers(index, index + 1) }

  private func isFunctionWord(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if !token.classes.isDisjoint(with: WordClasses.closed) { return true }
    if !token.classes.isDisjoint(with: .verb),
      token.classes.isDisjoint(with: [.noun, .personNoun, .common, .adjective])
    {
      return true
    }
    if !token.analysis.proclitics.isDisjoint(with: [.and, .so, .with, .to, .like, .future]) { return true }
    return token.analysis.suffixLetters > 0
  }

  // MARK: What is no count

  /// The digits name something: article 140, resolution 2254, F-16, a telephone number, a list's numbering.
  private func isLabel(_ start: Int, _ number: NumberReader.Numeral) -> Bool {
    let before = start - 1
    if isGlued(start, number) { return true }
    // What follows says what is counted: اكتمل الملف 100 بالمئة (the file is complete, 100 per cent).
    if percent(number.end) != nil || currency(number.end) != nil { return false }
    return isBehindLabelNoun(before, number) || number.digitCount >= 9 && isPhoneContext(before)
      || isNumbering(start, number)
      // 2-1: the second number of a score.
      || text.kind(before) == .hyphen && text.isNumber(before - 1) && !text.hasSpace(before: before)
        && number.digitCount <= 2
  }

  /// Written to letters, a point or a sign: كوفيد-19.
  private func isGlued(_ start: Int, _ number: NumberReader.Numeral) -> Bool {
    let before = start - 1
    guard before >= 0, !text.hasSpace(before: start) else { return false }
    switch text.kind(before) {
    case .hyphen: return before > 0 && !text.hasSpace(before: before)
    case .slash, .colon: return true
    case .word: return text.tokens[before].key.count > 2 || text.tokens[before].key.isHashed
    case .symbol: return [Self.plus, Self.hash].contains(scalar(before)) && number.digitCount > 6
    default: return false
    }
  }

  private static let hash: UInt32 = 0x23

  /// المادة 140 (article 140); القرار الأممي 2254: an adjective of the noun may stand between.
  private func isBehindLabelNoun(_ before: Int, _ number: NumberReader.Numeral) -> Bool {
    guard before >= 0, text.kind(before) == .word else { return false }
    if text.isLabelNoun(before) { return true }
    return before > 0 && text.isLabelNoun(before - 1) && ArabicArticle.isOn(text.tokens[before].key)
      && number.digitCount > 2 && text.tags[before].word == 0
  }

  /// 1. or 1- at the head of a line.
  private func isNumbering(_ start: Int, _ number: NumberReader.Numeral) -> Bool {
    let (end, mark) = (number.end, text.kind(number.end))
    return text.startsLine(start) && (1...2).contains(number.digitCount) && text.kind(end + 1) == .word
      && (mark == .hyphen || !text.hasSpace(before: end) && (mark == .sentenceEnd || mark == .closeBracket))
  }

  /// 4-صفر, صفر - صفر: the score of a game.
  private func isScoreWithZero(_ index: Int) -> Bool {
    func isZero(_ index: Int) -> Bool { text.has(index, .cardinal) && text.word(index).number == 0 }
    func isSide(_ index: Int) -> Bool { text.isNumber(index) || isZero(index) }
    guard isSide(index) else { return false }
    let (before, behind) = (index - 2, index + 2)
    func isMark(_ index: Int) -> Bool { text.kind(index) == .hyphen || text.kind(index) == .slash }
    return isMark(index + 1) && isSide(behind) && (isZero(index) || isZero(behind))
      || isMark(index - 1) && isSide(before) && (isZero(index) || isZero(before))
  }

  private func isPhoneContext(_ before: Int) -> Bool {
    var index = before
    while index >= 0, index > before - 3 {
      if text.kind(index) == .word, Self.phones.contains(ArabicArticle.without(text.tokens[index].key)) { return true }
      index -= 1
    }
    return false
  }

  /// هاتف, فاكس, جوال, واتساب (telephone, fax, mobile, WhatsApp).
  private static let phones = ["هاتف", "فاكس", "جوال", "واتساب", "تلفون"].map { Orthography.arabic.key($0) }

  /// A number without a noun is a count unless it can be a year or an ordinary word.
  private func isPlainCount(_ start: Int, _ number: NumberReader.Numeral) -> Bool {
    if isAlone(start, number.end) { return true }
    let mayBeYear = number.digitCount == 4 && (1900...2100).contains(number.value)
    if mayBeYear, !text.has(start - 1, .modifier) { return false }
    let isFigure = number.isDigits || text.isNumber(start) || text.kind(start) == .hyphen
    return isFigure || number.end - start > 1 || isCountingWord(start, number.end)
  }

  /// Whether one word counts something where it stands.
  private func isCountingWord(_ start: Int, _ end: Int) -> Bool {
    let (word, isDefinite) = (text.word(start), text.isDefinite(start))
    if word.roles.contains(.fraction) {
      return end < text.count && !text.startsLine(end)
        && (ArabicArticle.isOn(text.tokens[end].key) || text.isDefinite(end))
    }
    if word.number == 1, word.roles.contains(.cardinal) {
      // واحدة من أكبر (one of the biggest) counts nothing.
      return !isDefinite && !text.has(end, .from) && text.kind(start - 1) == .word
    }
    if !word.roles.isDisjoint(with: [.scale, .dualScale, .dualOrScale, .hundred, .tens]) {
      return !isDefinite || word.roles.contains(.hundred) && !word.roles.contains(.weekday)
    }
    // A lone "six" is a count before a noun, at the end or before a particle.
    return isDefinite ? isDefiniteCount(start) : !word.roles.isDisjoint(with: [.cardinal, .ten])
  }

  /// قتل الأربعة (the four were killed): a number with its article stands for those who were told of, unless it is a
  /// weekday or part of a name.
  private func isDefiniteCount(_ start: Int) -> Bool {
    let isName = text.has(start - 1, .nameHead) && !text.isDefinite(start - 1)
    return !text.has(start, .weekday) && !isName && text.kind(start - 1) == .word && text.isBare(start)
  }

  private func isAlone(_ start: Int, _ end: Int) -> Bool {
    var before = start - 1
    while before >= 0, text.kind(before) != .word, text.kind(before) != .number, !text.startsLine(before + 1) {
      before -= 1
    }
    guard before < 0 || text.startsLine(before + 1) else { return false }
    var after = end
    while after < text.count, text.kind(after) != .word, text.kind(after) != .number, !text.startsLine(after) {
      after += 1
    }
    return after >= text.count || text.startsLine(after)
  }

  // MARK: Indefinite counts

  /// العشرات (tens), مئات الآلاف (hundreds of thousands), ملايين: a modifier and no value.
  private func indefinite(_ start: Int) -> Parsed? {
    guard text.has(start, .indefinite) else { return nil }
    var size = Double(text.word(start).number)
    var end = start + 1
    while text.has(end, .indefinite), text.clitics(end) == .article || text.clitics(end).isEmpty, !text.startsLine(end),
      size < 1e13
    {
      size *= Double(text.word(end).number)
      end += 1
    }
    if size == 1 { return nil }
    var parsed = Parsed(
      kind: .cardinal, value: nil, modifier: .multiple(of: Int(size)), start: start, end: end, rule: "indefinite")
    if let (code, _, currencyEnd) = currency(end) ?? currency(text.has(end, .from) ? end + 1 : end) {
      parsed.kind = .money
      parsed.currency = code
      parsed.end = currencyEnd
    }
    return parsed
  }

  // MARK: Ordinals

  /// السابعة والسبعين (seventy-seventh), ثالث (third).
  private func ordinal(_ start: Int) -> Parsed? {
    guard let number = numbers.ordinal(start), number.value > 0 else { return nil }
    let word = text.word(start)
    let isSingle = number.end == start + 1
    if isSingle, word.roles.isDisjoint(with: [.ordinal]) {
      // العشرون is "twentieth" behind a definite noun, else "the twenty".
      guard word.roles.isDisjoint(with: .cardinal) else { return nil }
    }
    // مجموعة العشرين (the Group of Twenty).
    if isSingle, word.roles.isDisjoint(with: .ordinal), text.has(start - 1, .nameHead), !text.isDefinite(start - 1) {
      return nil
    }
    if isSingle, !text.isDefinite(start) {
      if text.has(start - 1, .nameHead) { return nil }
      if word.roles.contains(.unit), !isAlone(start, number.end), text.kind(start - 1) != .word { return nil }
    }
    if text.clitics(start).contains(.like) { return nil }
    return Parsed(kind: .ordinal, value: number.value, start: start, end: number.end, rule: "ordinal")
  }
}

extension NumberReader.Numeral {
  /// A range that goes down is none.
  fileprivate func isPercentOfFirst(_ first: NumberReader.Numeral) -> Bool {
    value < first.value && scale == 1 && first.scale == 1
  }
}

extension CalendarLexicon.Currency {
  /// The code that a nationality behind the noun gives: عراقي, العراقي, عراقية, عراقيا.
  func code(adjective key: WordKey) -> String? {
    let bare = ArabicArticle.without(key)
    for adjective in adjectives where bare.hasPrefix(adjective.key) && bare.count <= adjective.key.count + 2 {
      return adjective.code
    }
    return nil
  }
}

extension TaggedText {
  /// المادة (article), القرار (resolution), رقم (number): the digits behind name, they do not count.
  func isLabelNoun(_ index: Int) -> Bool {
    let key = tokens[index].key
    if lexicon.labelNouns.contains(ArabicArticle.without(key)) { return true }
    let first = key[0]
    guard first == ArabicLetter.waw || first == ArabicLetter.beh || first == ArabicLetter.lam else { return false }
    return lexicon.labelNouns.contains(ArabicArticle.without(key.dropFirst(1)))
  }

}
