import KhabarCore

/// Reads numbers in digits and words.
///
/// ثلاثة وعشرون ألفا وخمسمئة (three and twenty thousand and five hundred) is 23,500. Digits and words mix: 2.5 مليون.
/// All cases and genders of the words are in the lexicon.
struct NumberReader {
  let text: TaggedText

  struct Numeral {
    var value: Double
    /// Behind its last token.
    var end: Int
    /// Its first token holds digits.
    var isDigits = false
    /// Digits, when it is one plain run of them.
    var digitCount = 0
    var hasFraction = false
    /// The largest of thousand, million … in it; 1 for none.
    var scale = 1.0
    /// It can be an ordinal too: العشرون (twenty; twentieth).
    var isDefinite = false
    /// A share of its scale: نصف مليون (half a million).
    var isShare = false
  }

  // MARK: Digits

  /// A number token's value. `nil` for dotted dates and other runs that are no number.
  func digits(_ index: Int) -> Numeral? {
    guard let parsed = text.run(index) else { return nil }
    var value = parsed.value
    var end = index + 1
    // 5ر1 is 1.5 in the style of some agencies: the letter ر is the decimal mark, and the decimals come first.
    if parsed.decimals == 0, !parsed.isGrouped, end + 1 < text.count, text.tokens[end].key == ArabicLetters.reh,
      !text.hasSpace(before: end), !text.hasSpace(before: end + 1), let whole = text.run(end + 1), whole.decimals == 0
    {
      for _ in 0..<parsed.integerDigits { value /= 10 }
      return Numeral(value: whole.value + value, end: end + 2, isDigits: true, hasFraction: true)
    }
    var isGrouped = parsed.isGrouped
    // Groups set apart by spaces: 1 250 000.
    if parsed.decimals == 0, parsed.integerDigits <= 3 && !parsed.hasLeadingZero || isGrouped {
      while end < text.count, text.isNumber(end), text.tokens[end].span.start == text.tokens[end - 1].span.end + 1,
        let group = text.run(end), group.integerDigits == 3, group.decimals == 0,
        !group.isGrouped, value < 1e12
      {
        value = value * 1000 + group.value
        isGrouped = true
        end += 1
      }
    }
    return Numeral(
      value: value, end: end, isDigits: true, digitCount: isGrouped || parsed.decimals > 0 ? 0 : parsed.integerDigits,
      hasFraction: parsed.decimals > 0)
  }

  /// A plain run of digits as an integer, for days and years.
  func integer(_ index: Int) -> Int? {
    guard let run = text.run(index), run.decimals == 0, !run.isGrouped, run.integerDigits <= 6 else { return nil }
    return Int(run.value)
  }

  // MARK: Cardinals

  /// The longest cardinal number at a token: terms joined by "and", each of a smaller scale than the one before. A
  /// share of the same scale goes along: ثلاثة ملايين ونصف مليون (three million and half a million).
  func cardinal(_ start: Int) -> Numeral? {
    guard var total = term(start) else { return nil }
    while total.scale > 1, !total.hasFraction || total.isDigits {
      let next = afterAnd(total.end)
      guard let next, let more = term(next), more.value < total.scale, more.value > 0,
        more.scale < total.scale || more.isShare && more.scale == total.scale,
        !(text.isDefinite(next) && !total.isDefinite)
      else { break }
      if more.hasFraction, more.value < 1 { break }
      // A unit of its own behind the smaller number parts them: ألف دولار وخمسة جنود never gets here, but a year does.
      total.value += more.value
      total.end = more.end
      total.scale = more.scale
      total.digitCount = 0
    }
    return total
  }

  /// The token behind "and": the same token when the conjunction is written with it.
  func afterAnd(_ index: Int) -> Int? {
    guard index < text.count else { return nil }
    if text.clitics(index).contains(.conjunction), text.clitics(index).isDisjoint(with: .prepositions) { return index }
    if text.tokens[index].key == ArabicLetters.waw, text.kind(index) == .word, !text.startsLine(index) {
      return index + 1
    }
    // ألفين وأحد عشر (two thousand and eleven): وأحد has the letters of واحد, and no eleven begins with that.
    if text.has(index, .cardinal), text.word(index).number == 1, text.clitics(index).isEmpty,
      text.tokens[index].key[0] == ArabicLetter.waw, text.has(index + 1, .ten), text.isBare(index + 1),
      !text.isDefinite(index + 1)
    {
      return index
    }
    return nil
  }

  /// A number up to its scale words: ثلاثة وعشرون ألفا; 2.5 مليون; نصف مليون; مليونان.
  ///
  /// ألفا is the accusative of "thousand", and "two thousand" only right before the noun that it counts.
  func term(_ start: Int) -> Numeral? {
    guard start < text.count, var number = digits(start) ?? words(start) else { return nil }
    number.isDefinite = text.isDefinite(start)
    if text.has(number.end, .decimalPoint), let decimals = belowDecimal(number.end + 1) {
      number.value += decimals.value
      number.end = decimals.end
      number.hasFraction = true
    }
    while number.end < text.count, text.isBare(number.end), isScaleOrHundred(number.end), !text.startsLine(number.end) {
      let scale = text.word(number.end)
      if scale.roles.contains(.hundred), number.value >= 100 && !number.isDigits { break }
      number.value *= Double(scale.number)
      number.scale = max(number.scale, 1) * Double(scale.number)
      number.end += 1
      number.digitCount = 0
    }
    return withHalf(number)
  }

  /// What a term in words begins with: a scale, a share of one, a number below a thousand.
  private func words(_ start: Int) -> Numeral? {
    let roles = text.roles(start)
    if !roles.isDisjoint(with: [.scale, .dualScale, .dualOrScale]) {
      let isDual = roles.contains(.dualScale) || roles.contains(.dualOrScale) && text.isNounOfDual(start + 1)
      let scale = Double(text.word(start).number)
      return Numeral(value: scale * (isDual ? 2 : 1), end: start + 1, scale: scale)
    }
    if roles.contains(.fraction), start + 1 < text.count, text.isBare(start + 1), isScaleOrHundred(start + 1) {
      let word = text.word(start)
      return Numeral(value: Double(word.numerator) / Double(word.denominator), end: start + 1, isShare: true)
    }
    return partsOfScale(start) ?? belowThousand(start)
  }

  private func isScaleOrHundred(_ index: Int) -> Bool {
    let roles = text.roles(index)
    return !roles.isDisjoint(with: [.scale, .dualOrScale]) || roles.contains(.hundred) && text.word(index).number == 100
  }

  /// ثلاثة أرباع المليون (three quarters of a million): the share before its scale.
  private func partsOfScale(_ start: Int) -> Numeral? {
    guard text.has(start, .cardinal), (2...9).contains(text.word(start).number), text.has(start + 1, .fractions),
      text.isBare(start + 1), !text.isDefinite(start + 1), start + 2 < text.count, text.isBare(start + 2),
      isScaleOrHundred(start + 2)
    else { return nil }
    let part = text.word(start + 1)
    return Numeral(
      value: Double(text.word(start).number) * Double(part.numerator) / Double(part.denominator), end: start + 2,
      isShare: true)
  }

  /// مليون وثلاثة أرباع المليون (a million and three quarters of it).
  private func withParts(_ number: Numeral) -> Numeral? {
    guard number.scale > 1, let next = afterAnd(number.end), text.clitics(next).isDisjoint(with: .prepositions),
      let parts = partsOfScale(next), text.isDefinite(parts.end), Double(text.word(parts.end).number) == number.scale
    else { return nil }
    var result = number
    result.value += parts.value * number.scale
    result.end = parts.end + 1
    result.hasFraction = true
    result.digitCount = 0
    return result
  }

  /// مليون ونصف (a million and a half), ثلاثة ونصف (three and a half).
  private func withHalf(_ number: Numeral) -> Numeral {
    if let whole = withParts(number) { return whole }
    guard let next = afterAnd(number.end), text.has(next, .fraction), text.clitics(next).isDisjoint(with: .prepositions)
    else { return number }
    // "and half a million" is a term of its own.
    let word = text.word(next)
    let behind = next + 1
    let isSameScale = behind < text.count && text.isDefinite(behind) && isScaleOrHundred(behind)
    if !isSameScale, behind < text.count, text.isBare(behind), isScaleOrHundred(behind) { return number }
    if text.has(behind, .unit), text.isBare(behind), number.scale == 1 { return number }
    var result = number
    result.value += Double(word.numerator) / Double(word.denominator) * max(1, number.scale)
    result.end = isSameScale ? behind + 1 : behind
    result.hasFraction = true
    result.digitCount = 0
    return result
  }

  /// The digits behind the decimal point in words: فاصلة خمسة وعشرون is .25.
  private func belowDecimal(_ start: Int) -> Numeral? {
    var number: Numeral
    if let digits = digits(start), digits.digitCount > 0 {
      number = digits
    } else if text.has(start, .scale), let whole = cardinal(start) {
      number = whole
    } else if let words = belowThousand(start) {
      number = words
    } else {
      return nil
    }
    var divisor = 10.0
    while divisor <= number.value, divisor < 1e12 { divisor *= 10 }
    number.value /= divisor
    return number
  }

  /// 1...999 in words.
  private func belowThousand(_ start: Int) -> Numeral? {
    guard start < text.count, text.has(start, [.hundred, .cardinal, .compound, .tens, .ten]) else { return nil }
    let word = text.word(start)
    var hundreds: Numeral?
    if word.roles.contains(.hundred) {
      hundreds = Numeral(value: Double(word.number), end: start + 1)
    } else if word.roles.contains(.cardinal), (3...9).contains(word.number), text.has(start + 1, .hundred),
      text.word(start + 1).number == 100, text.isBare(start + 1), !text.isDefinite(start + 1)
    {
      hundreds = Numeral(value: Double(word.number) * 100, end: start + 2)
    }
    guard var total = hundreds else { return belowHundred(start) }
    if let next = afterAnd(total.end), let rest = belowHundred(next) {
      if text.isDefinite(next), !text.isDefinite(start) { return total }
      total.value += rest.value
      total.end = rest.end
    } else if text.isBare(total.end), text.has(total.end, .cardinal), let rest = belowHundred(total.end),
      rest.value > 20
    {
      // Colloquial: متين واحد وعشرين (two hundred twenty-one).
      total.value += rest.value
      total.end = rest.end
    }
    return total
  }

  /// 0...99 in words.
  private func belowHundred(_ start: Int) -> Numeral? {
    let word = text.word(start)
    if word.roles.contains(.tens) || word.roles.contains(.ten) {
      return Numeral(value: Double(word.number), end: start + 1)
    }
    guard word.roles.contains(.cardinal) || word.roles.contains(.compound) else { return nil }
    let value = Double(word.number)
    if (1...9).contains(word.number) {
      if text.has(start + 1, .ten), text.isBare(start + 1), !text.isDefinite(start + 1) {
        return Numeral(value: 10 + value, end: start + 2)
      }
      if let next = afterAnd(start + 1), text.has(next, .tens), text.isDefinite(next) == text.isDefinite(start) {
        return Numeral(value: value + Double(text.word(next).number), end: next + 1)
      }
    }
    if word.roles.contains(.compound), !word.roles.contains(.cardinal) { return nil }
    return Numeral(value: value, end: start + 1)
  }

  // MARK: Ordinals

  /// An ordinal: الخامس عشر (fifteenth), الحادي والعشرون (twenty-first), العشرون (twentieth, definite only).
  func ordinal(_ start: Int) -> Numeral? {
    guard text.has(start, [.ordinal, .ordinalTen, .tens, .cardinal, .compound, .hundred]) else { return nil }
    let word = text.word(start)
    if word.roles.contains(.ordinal) || word.roles.contains(.ordinalTen) {
      let value = Double(word.ordinal)
      if text.has(start + 1, .ten), text.isBare(start + 1), !text.isDefinite(start + 1), value < 10 {
        return Numeral(value: 10 + value, end: start + 2)
      }
      if let next = afterAnd(start + 1), text.has(next, .tens), text.isDefinite(next) == text.isDefinite(start),
        value < 10
      {
        return withHundreds(Numeral(value: value + Double(text.word(next).number), end: next + 1), start)
      }
      if word.roles.contains(.ordinalTen) { return nil }
      return withHundreds(Numeral(value: value, end: start + 1), start)
    }
    guard text.isDefinite(start) else { return nil }
    if word.roles.contains(.tens) { return withHundreds(Numeral(value: Double(word.number), end: start + 1), start) }
    if word.roles.contains(.cardinal) || word.roles.contains(.compound), (1...9).contains(word.number) {
      if text.has(start + 1, .ten), text.isBare(start + 1), !text.isDefinite(start + 1) {
        return Numeral(value: 10 + Double(word.number), end: start + 2)
      }
      if let next = afterAnd(start + 1), text.has(next, .tens), text.isDefinite(next) {
        return Numeral(value: Double(word.number) + Double(text.word(next).number), end: next + 1)
      }
      return nil
    }
    if word.roles.contains(.hundred), let number = belowThousandOrdinal(start) { return number }
    return nil
  }

  /// المئة والسادس (hundred and sixth).
  private func belowThousandOrdinal(_ start: Int) -> Numeral? {
    var number = Numeral(value: Double(text.word(start).number), end: start + 1)
    if let next = afterAnd(start + 1), text.isDefinite(next), let rest = ordinal(next), rest.value < 100 {
      number.value += rest.value
      number.end = rest.end
    }
    return number
  }

  /// العشرون بعد المئة (twentieth after the hundredth).
  private func withHundreds(_ number: Numeral, _ start: Int) -> Numeral {
    guard text.has(number.end, .after), text.has(number.end + 1, .hundred), text.isDefinite(number.end + 1),
      text.isBare(number.end + 1)
    else { return number }
    return Numeral(value: number.value + Double(text.word(number.end + 1).number), end: number.end + 2)
  }
}

/// Single letters that are words.
enum ArabicLetters {
  static let waw = WordKey(bits: UInt128(ArabicLetter.waw))
  /// ر
  static let reh = Orthography.arabic.key("ر")
}

/// A token of digits taken apart: 1,250 and ١٬٢٥٠ group thousands, 2.5 and 10،5 have decimals.
struct DigitRun {
  var value: Double
  /// Digits before the decimal separator.
  var integerDigits: Int
  var decimals: Int
  var isGrouped: Bool
  var hasLeadingZero: Bool

  /// - Returns: nil when the separators are those of no number (a dotted date, an address).
  init?(_ bytes: [UInt8], _ span: TextSpan<CleanBytes>) {
    // Most numbers are digits alone, and need no lists of what stands between separators.
    if let plain = Self.plain(bytes, span) {
      (integerDigits, decimals, isGrouped, value) = (plain.digits, 0, false, Double(plain.value))
      hasLeadingZero = plain.digits > 1 && Self.isZero(bytes, span)
      return
    }
    guard let (parts, separators) = Self.split(bytes, span) else { return nil }
    guard let layout = Self.layout(parts, separators) else { return nil }
    (integerDigits, decimals, isGrouped, value) = (
      layout.integerDigits, layout.decimals, layout.isGrouped, layout.value
    )
    hasLeadingZero = parts[0].digits > 1 && Self.isZero(bytes, span)
  }

  private static func isZero(_ bytes: [UInt8], _ span: TextSpan<CleanBytes>) -> Bool {
    bytes.withUnsafeBufferPointer { text in
      var position = Int(span.start)
      let value = Orthography.arabic.classify(Orthography.decode(text, &position))
      return value == .digit
    }
  }

  /// The number of a token that is one run of digits; nil for others.
  private static func plain(_ bytes: [UInt8], _ span: TextSpan<CleanBytes>) -> (value: Int, digits: Int)? {
    bytes.withUnsafeBufferPointer { text in
      var (value, digits) = (0, 0)
      var position = Int(span.start)
      while position < Int(span.end) {
        let kind = Orthography.arabic.classify(Orthography.decode(text, &position))
        if kind == .mark { continue }
        guard kind.isDigit, digits < 18 else { return nil }
        value = value * 10 + Int(kind.rawValue - Orthography.Class.digit.rawValue)
        digits += 1
      }
      return digits > 0 ? (value, digits) : nil
    }
  }

  /// The runs of digits of a token with their separators.
  static func split(
    _ bytes: [UInt8], _ span: TextSpan<CleanBytes>
  ) -> (parts: [(value: Int, digits: Int)], separators: [UInt32])? {
    var parts: [(value: Int, digits: Int)] = []
    var separators: [UInt32] = []
    var current = (value: 0, digits: 0)
    let isFine = bytes.withUnsafeBufferPointer { text -> Bool in
      var position = Int(span.start)
      while position < Int(span.end) {
        let scalar = Orthography.decode(text, &position)
        let kind = Orthography.arabic.classify(scalar)
        if kind.isDigit {
          guard current.digits < 18 else { return false }
          current.value = current.value * 10 + Int(kind.rawValue - Orthography.Class.digit.rawValue)
          current.digits += 1
        } else if kind != .mark {
          parts.append(current)
          separators.append(scalar)
          current = (0, 0)
        }
      }
      parts.append(current)
      return true
    }
    guard isFine, parts.allSatisfy({ $0.digits > 0 }) else { return nil }
    return (parts, separators)
  }

  private struct Layout {
    var value: Double
    var integerDigits: Int
    var decimals: Int
    var isGrouped: Bool
  }

  private static func layout(_ parts: [(value: Int, digits: Int)], _ separators: [UInt32]) -> Layout? {
    func join(_ groups: ArraySlice<(value: Int, digits: Int)>) -> (value: Double, digits: Int)? {
      guard let first = groups.first, groups.count == 1 || first.digits <= 3 else { return nil }
      var value = Double(first.value)
      for group in groups.dropFirst() {
        guard group.digits == 3 else { return nil }
        value = value * 1000 + Double(group.value)
      }
      return (value, groups.reduce(0) { $0 + $1.digits })
    }
    func make(_ groups: ArraySlice<(value: Int, digits: Int)>, _ decimal: (value: Int, digits: Int)?) -> Layout? {
      guard let whole = join(groups) else { return nil }
      var value = whole.value
      if let decimal {
        var divisor = 1.0
        for _ in 0..<decimal.digits { divisor *= 10 }
        value += Double(decimal.value) / divisor
      }
      return Layout(
        value: value, integerDigits: whole.digits, decimals: decimal?.digits ?? 0, isGrouped: groups.count > 1)
    }
    guard let last = separators.last else { return make(parts[...], nil) }
    let isDecimalMark = last == 0x66B
    let isGroupMark = last == 0x66C
    let isMixed = separators.dropLast().contains { $0 != last }
    if isMixed || isDecimalMark { return make(parts.dropLast(), parts[parts.count - 1]) }
    if isGroupMark || separators.count > 1 { return make(parts[...], nil) }
    // One comma before three digits groups them; a point is the decimal point.
    let isComma = last == 0x2C || last == 0x60C
    if isComma, parts[1].digits == 3, parts[0].digits <= 3, parts[0].value > 0 { return make(parts[...], nil) }
    return make(parts[..<1], parts[1])
  }
}
