import KhabarCore

/// Amounts of time: durations, "three days ago", "the past three days", the rest of the week.
extension DateParser {
  /// An amount: ثلاثة أيام, يومين, ساعة ونصف, عامين ونصف العام, 2.5 سنة, بضعة أيام.
  func amount(_ start: Int) -> (TimeAmount, end: Int)? {
    guard start < text.count else { return nil }
    let word = text.word(start)
    if word.roles.contains(.few) {
      let unit = text.end(start)
      guard text.has(unit, .unit) || text.has(start + 1, .unit), text.word(unit).unitNumber != 2 else { return nil }
      return (TimeAmount(nil, text.word(unit).unit), unit + 1)
    }
    if word.roles.contains(.fraction), let unit = unitBehind(start + 1), text.word(unit).unitNumber == 1 {
      return (TimeAmount(Double(word.numerator) / Double(word.denominator), text.word(unit).unit), unit + 1)
    }
    if word.roles.contains(.unit), word.unitNumber <= 2, !text.isDefinite(start), word.words == 1 {
      return amountByNumber(of: word, start)
    }
    return countedAmount(start)
  }

  /// Whether the mark of the Hijri calendar stands behind a year.
  private func isHijri(_ unit: TimeUnit, _ end: Int) -> Bool {
    unit == .year && text.has(end, .era) && text.word(end).era == .hijri
  }

  /// ساعة (an hour), يومين (two days): the number of the noun tells how many.
  private func amountByNumber(of word: CalendarWord, _ start: Int) -> (TimeAmount, end: Int)? {
    let isHijri = isHijri(word.unit, start + 1)
    var end = isHijri ? start + 2 : start + 1
    // ساعة واحدة (one hour), يومين اثنين.
    if text.has(end, .cardinal), text.isBare(end), !text.isDefinite(end),
      text.word(end).number == Int64(word.unitNumber), !text.startsLine(end),
      !(text.has(end + 1, .unit) && text.clitics(end + 1).isEmpty)
    {
      end += 1
    }
    return withHalf(
      TimeAmount(Double(word.unitNumber), word.unit, calendar: isHijri ? .islamic : .gregorian), end)
  }

  /// ثلاثة أيام, 2.5 سنة.
  private func countedAmount(_ start: Int) -> (TimeAmount, end: Int)? {
    guard let number = numbers.cardinal(start) else { return nil }
    let index = number.end
    guard index < text.count, text.has(index, .unit),
      text.clitics(index).isEmpty || text.clitics(index) == .article && number.isDefinite, !text.startsLine(index),
      isCountable(index, number)
    else { return nil }
    let unit = text.word(index).unit
    // القرار 1701 عام 2006 (resolution 1701 of the year 2006): the word belongs to the year behind it.
    if unit == .year, number.isDigits, text.word(index).unitNumber == 1,
      let (year, _, _) = year(index + 1, isBareAllowed: true, calendar: .gregorian), case .number(let number) = year,
      number >= 1000
    {
      return nil
    }
    if isHijri(unit, index + 1) { return (TimeAmount(number.value, unit, calendar: .islamic), index + 2) }
    return withHalf(TimeAmount(number.value, unit), index + 1)
  }

  /// 2 أسبوعين: a dual behind a number only in digits, and not "cents", سنتا, which is spelled like "two years of".
  private func isCountable(_ unit: Int, _ number: NumberReader.Numeral) -> Bool {
    text.word(unit).unitNumber != 2 || number.isDigits && !text.has(unit, .currency)
  }

  private func unitBehind(_ index: Int) -> Int? {
    text.has(index, .unit) && text.clitics(index).subtracting(.article).isEmpty ? index : nil
  }

  /// ساعة ونصف (an hour and a half), عامين ونصف العام, ساعة وربع.
  private func withHalf(_ amount: TimeAmount, _ end: Int) -> (TimeAmount, end: Int) {
    guard let count = amount.count, let next = numbers.afterAnd(end), text.has(next, .fraction),
      text.clitics(next).isDisjoint(with: .prepositions), !text.isDefinite(next)
    else { return (amount, end) }
    let word = text.word(next)
    var behind = next + 1
    if text.has(behind, .unit), !text.startsLine(behind) {
      guard text.word(behind).unit == amount.unit, text.isDefinite(behind) || text.word(behind).unitNumber == 1 else {
        return (amount, end)
      }
      behind += 1
    }
    var result = amount
    result.count = count + Double(word.numerator) / Double(word.denominator)
    return (result, behind)
  }

  /// Amounts in a row: ساعتين و20 دقيقة; 3 سنين، 3 شهور و4 أيام.
  func amounts(_ start: Int) -> ([TimeAmount], end: Int)? {
    guard let (first, firstEnd) = amount(start) else { return nil }
    var list = [first]
    var end = firstEnd
    while list.count < 8 {
      var next = numbers.afterAnd(end)
      if next == nil, text.kind(end) == .comma { next = numbers.afterAnd(end + 1) ?? end + 1 }
      if next == nil, text.isNumber(end) || text.has(end, .cardinal) { next = end }
      guard let next, next < text.count, !text.startsLine(next), let (more, behind) = amount(next),
        !list.contains(where: { $0.unit == more.unit }), more.unit < .decade || first.unit >= .decade
      else { break }
      if text.has(behind, .direction) || text.isDefinite(next) { break }
      list.append(more)
      end = behind
    }
    return (list, end)
  }

  // MARK: Durations

  /// خمس ساعات (five hours), عامين, لبضع دقائق, طوال العام (the whole year).
  func duration(_ start: Int) -> Parsed? {
    if text.has(start, .whole) { return wholeUnit(start) }
    var begin = start
    var modifier: TimeModifier?
    if text.has(begin, .modifier), text.isBare(begin) || text.clitics(begin) == .to {
      modifier = text.word(begin).modifier
      begin = text.end(begin)
    }
    guard let (amounts, amountEnd) = amounts(begin), let end = durationEnd(begin, amountEnd) else { return nil }
    return Parsed(meaning: .duration(amounts), modifier: modifier, start: start, end: end, rule: "duration")
  }

  /// طوال العام (the whole year).
  private func wholeUnit(_ start: Int) -> Parsed? {
    let unit = text.end(start)
    guard text.has(unit, .unit), text.word(unit).unitNumber == 1, text.isDefinite(unit) else { return nil }
    var end = unit + 1
    if let (field, behind) = direction(end), case .relative = field { end = behind }
    // "All this year" is the year, not its length.
    guard end == unit + 1 || text.word(unit).unit >= .decade else { return nil }
    return Parsed(
      meaning: .duration([TimeAmount(1, text.word(unit).unit)]), modifier: nil, start: end > unit + 1 ? unit : start,
      end: end, rule: "duration")
  }

  /// Where a length of time ends; nil when the words are no length.
  private func durationEnd(_ begin: Int, _ amountEnd: Int) -> Int? {
    let word = text.word(begin)
    var end = amountEnd
    if word.roles.contains(.unit), word.unitNumber == 1, end == begin + 1 {
      // A unit alone is a length only where one is asked for: لمدة شهر; a year or month with a number is a date.
      if text.has(end, .whole) { end += 1 } else if !isLengthPlace(begin) || text.has(begin, .month) { return nil }
      if text.has(end, .numeral) || text.isNumber(end), !text.startsLine(end), numbers.afterAnd(end) == nil {
        return nil
      }
    } else if text.has(end, .whole), text.word(end).words == 1 {
      end += 1
    }
    if word.roles.contains(.unit), word.unitNumber == 2, end == begin + 1, isDualOfNames(begin) { return nil }
    return text.has(end, .direction) && text.isDefinite(end) && text.isDefinite(begin) ? nil : end
  }

  /// يومي 5 و6, عامي 2003 و2004, شهري كذا: the dual in the construct state is none.
  private func isDualOfNames(_ index: Int) -> Bool {
    guard let last = letter(index, fromEnd: 1) else { return false }
    return last == ArabicLetter.yeh || last == ArabicLetter.alef
  }

  private func isLengthPlace(_ start: Int) -> Bool {
    if text.clitics(start).contains(.to) { return false }
    if isAlone(start, start + 1) { return true }
    let before = start - 1
    if text.has(before, [.length, .within, .few]) { return true }
    return text.has(before, .whole)
  }

  // MARK: Counted from the anchor

  /// قبل ثلاثة أيام (three days ago), منذ عامين, بعد أسبوع, خلال أسبوعين, بعد ذلك بيومين (two days after that), في 5
  /// دقائق.
  func shift(_ start: Int) -> Parsed? {
    guard start < text.count else { return nil }
    let roles = text.roles(start)
    let index = text.end(start)
    guard text.clitics(start).isDisjoint(with: [.with, .to, .like]), index < text.count, !text.startsLine(index) else {
      return nil
    }
    let sign = roles.contains(.after) ? 1 : roles.isDisjoint(with: [.before, .since]) ? 0 : -1
    if sign == 0 { return shiftAlone(start, index, roles) }
    if let parsed = shiftFromMention(start, index, sign) { return parsed }
    var begin = index
    var modifier: TimeModifier?
    if text.has(begin, .modifier) {
      modifier = text.word(begin).modifier
      begin = text.end(begin)
    }
    guard let (list, amountEnd) = amounts(begin) else { return indefiniteShift(start, begin, sign) }
    let end = text.has(amountEnd, .few) && list.count == 1 ? amountEnd + 1 : amountEnd
    guard !text.isDefinite(begin), !isUnitOfDate(begin, end), let (base, behind) = shiftBase(start, end, sign) else {
      return nil
    }
    return Parsed(
      meaning: .shift(amounts: list, sign: sign, base: base), modifier: modifier, start: start, end: behind,
      rule: Self.rule(ofShift: sign))
  }

  /// What is counted from the anchor, backwards or onwards.
  private static func rule(ofShift sign: Int) -> String { sign < 0 ? "ago" : "hence" }

  /// في 5 دقائق (in five minutes), by itself; colloquial من أسبوع (a week ago), alone in its sentence.
  private func shiftAlone(_ start: Int, _ begin: Int, _ roles: CalendarWord.Roles) -> Parsed? {
    guard let (list, end) = amounts(begin), list.count == 1, isAlone(start, end) else { return nil }
    let isAhead = roles.contains(.in) && text.isNumber(begin)
    guard isAhead || roles.contains(.from) && text.isBare(start) else { return nil }
    let sign = isAhead ? 1 : -1
    return Parsed(
      meaning: .shift(amounts: list, sign: sign, base: .anchor), modifier: nil, start: start, end: end,
      rule: Self.rule(ofShift: sign))
  }

  /// قبل أيام (days ago): an unknown number.
  private func indefiniteShift(_ start: Int, _ begin: Int, _ sign: Int) -> Parsed? {
    guard text.has(begin, .unit), text.word(begin).unitNumber == 3, !text.isDefinite(begin), text.isBare(begin) else {
      return nil
    }
    let end = text.has(begin + 1, .few) ? begin + 2 : begin + 1
    // بعد ساعات من الهجوم (hours after the attack) counts from what is told.
    if text.has(end, .from), text.isBare(end) { return nil }
    return Parsed(
      meaning: .shift(amounts: [TimeAmount(nil, text.word(begin).unit)], sign: sign, base: .anchor), modifier: nil,
      start: start, end: end, rule: "ago")
  }

  /// قبل عام 2020, قبل يوم الأحد: the unit names a date.
  private func isUnitOfDate(_ begin: Int, _ end: Int) -> Bool {
    let word = text.word(begin)
    guard word.roles.contains(.unit), word.unitNumber == 1, end == begin + 1 else { return false }
    return (text.isNumber(end) || text.has(end, [.weekday, .numeral, .relativeDay, .month])) && !text.startsLine(end)
      && numbers.afterAnd(end) == nil
  }

  /// What an amount is counted from, and where the words end: "from now", "of today", a date. Nil when it is something
  /// that is told: "two days after the attack".
  private func shiftBase(_ start: Int, _ end: Int, _ sign: Int) -> (TemporalMeaning.ShiftBase, end: Int)? {
    guard text.has(end, .from) else { return (.anchor, end) }
    let place = text.end(end)
    if text.has(place, [.now, .relativeDay]), text.isBare(end) {
      let isNow = text.has(place, .now) || text.word(place).relativeDay == 0
      return (isNow ? .anchor : .point(.point(relativeDay(place))), text.end(place))
    }
    if let point = point(place), isComplete(point), point.point.month != nil,
      point.point.day != nil || point.point.ordinal != nil || point.modifier == .start,
      sign > 0 || text.has(start, .before)
    {
      return (.point(.point(point.point)), point.end)
    }
    if let (first, behind) = startOfMonth(place) { return (.point(.point(first)), behind) }
    return text.isBare(end) && !text.has(start, .since) && !isPlainShift(place) ? nil : (.anchor, end)
  }

  /// بعد يومين من الهجوم (two days after the attack) does not count from the anchor.
  private func isPlainShift(_ index: Int) -> Bool { index >= text.count || text.startsLine(index) }

  /// أول رجب (the first of Rajab).
  private func startOfMonth(_ index: Int) -> (CalendarDescription, Int)? {
    guard text.has(index, .ordinal), text.word(index).ordinal == 1, text.has(index + 1, [.month, .hijriMonth]) else {
      return nil
    }
    var draft = Draft(start: index)
    draft.pieces = 1
    guard readMonth(&draft, Link(index: index + 1)) else { return nil }
    draft.point.day = .number(1)
    return (draft.point, draft.end)
  }

  private func relativeDay(_ index: Int) -> CalendarDescription {
    var point = CalendarDescription()
    point.day = .relative(Int(text.word(index).relativeDay))
    return point
  }

  /// بعد ذلك بيومين (two days after that), بعدها بيوم, قبل ذلك بأسبوع.
  private func shiftFromMention(_ start: Int, _ index: Int, _ sign: Int) -> Parsed? {
    var begin = index
    guard text.has(index, .that), text.clitics(index).isEmpty else { return nil }
    begin = text.end(index)
    guard begin < text.count, text.clitics(begin).contains(.with), let (list, end) = amounts(begin) else { return nil }
    return Parsed(
      meaning: .shift(amounts: list, sign: sign, base: .mentioned), modifier: nil, start: start, end: end,
      rule: "from-mention")
  }

  /// ثلاثة أيام من الآن (three days from now), 3 أسابيع مضت (three weeks past).
  func trailingShift(_ start: Int) -> Parsed? {
    guard let (list, end) = amounts(start), !text.isDefinite(start), text.has(end, .from), text.isBare(end) else {
      return nil
    }
    let reference = text.end(end)
    guard text.has(reference, .now) || text.has(reference, .relativeDay) && text.word(reference).relativeDay == 0 else {
      return nil
    }
    return Parsed(
      meaning: .shift(amounts: list, sign: 1, base: .anchor), modifier: nil, start: start, end: text.end(reference),
      rule: "hence")
  }

  // MARK: Stretches

  /// الأيام الثلاثة الماضية (the past three days), الساعات الـ24 الماضية, اليومين المقبلين, آخر 3 سنوات.
  func stretch(_ start: Int) -> Parsed? {
    guard start < text.count else { return nil }
    if text.has(start, .last), !text.isDefinite(start) || text.clitics(start).isEmpty, text.isBare(start) {
      return lastStretch(start)
    }
    return countedStretch(start) ?? unitAhead(start) ?? definiteStretch(start)
  }

  private func stretch(_ amount: TimeAmount, _ direction: Int, _ start: Int, _ end: Int) -> Parsed {
    Parsed(meaning: .stretch(amount, direction: direction), modifier: nil, start: start, end: end, rule: "stretch")
  }

  /// A word of direction that leads away from the anchor: الماضية (past), المقبلة (coming).
  private func steps(_ index: Int) -> (Int, end: Int)? {
    guard let (field, end) = direction(index), case .relative(let steps) = field, steps != 0 else { return nil }
    return (steps, end)
  }

  /// آخر 3 سنوات (the last 3 years).
  private func lastStretch(_ start: Int) -> Parsed? {
    guard let (amount, end) = amount(start + 1),
      text.isNumber(start + 1) || text.has(start + 1, .cardinal) || text.word(start + 1).unitNumber == 2
    else { return nil }
    return stretch(amount, -1, start, end)
  }

  /// 3 أيام القادمة, الثلاثة أيام المقبلة.
  private func countedStretch(_ start: Int) -> Parsed? {
    guard text.isNumber(start) || text.has(start, [.cardinal, .tens, .few]), let (amount, end) = amount(start),
      let (steps, behind) = steps(end)
    else { return nil }
    return stretch(amount, steps, start, behind)
  }

  /// الساعة القادمة (the next hour), الدقيقة الماضية (the last minute).
  private func unitAhead(_ start: Int) -> Parsed? {
    let unit = text.word(start).unit
    guard text.has(start, .unit), text.isDefinite(start), text.word(start).unitNumber == 1, unit.isClock,
      let (steps, end) = steps(start + 1)
    else { return nil }
    if unit == .hour, abs(steps) == 1, text.has(start - 1, [.in, .within]) {
      return stretch(TimeAmount(1, .hour), steps, start, end)
    }
    let amount = TimeAmount(Double(abs(steps)), unit)
    return Parsed(
      meaning: .shift(amounts: [amount], sign: steps.signum(), base: .anchor), modifier: nil, start: start, end: end,
      rule: "hence")
  }

  /// Words of a stretch behind its unit: a number, a direction, "few".
  private static let mostWordsOfStretch = 4

  /// الأيام الثلاثة الماضية, اليومين المقبلين: number and direction behind the unit, in either order.
  private func definiteStretch(_ start: Int) -> Parsed? {
    let word = text.word(start)
    guard text.has(start, .unit), text.isDefinite(start), word.unitNumber >= 2,
      word.unitNumber == 3 || !isDualOfNames(start)
    else { return nil }
    var index = start + 1
    var count: Double? = word.unitNumber == 2 ? 2 : nil
    var steps: Int?
    for _ in 0..<Self.mostWordsOfStretch {
      guard index < text.count, !text.startsLine(index) else { break }
      if steps == nil, let (field, end) = direction(index) {
        guard case .relative(let value) = field else { break }
        (steps, index) = (value, end)
      } else if text.has(index, .few), text.isDefinite(index) {
        index += 1
      } else if count == nil, let number = countInside(index) {
        (count, index) = (number.value, number.end)
      } else {
        break
      }
    }
    return steps.map { stretch(TimeAmount(count, word.unit), $0, start, index) }
  }

  /// الثلاثة, الـ24, 24 within a stretch.
  private func countInside(_ index: Int) -> NumberReader.Numeral? {
    if text.tokens[index].key == ArabicArticle.key, text.isNumber(index + 1), !text.hasSpace(before: index + 1) {
      return numbers.cardinal(index + 1)
    }
    if text.isNumber(index) { return numbers.cardinal(index) }
    guard text.isDefinite(index), text.isBare(index) else { return nil }
    return numbers.cardinal(index)
  }

  // MARK: The rest, now

  /// بقية الأسبوع (the rest of the week).
  func rest(_ start: Int) -> Parsed? {
    var index = text.end(start)
    if text.has(index, .from) { index = text.end(index) }
    var point = CalendarDescription()
    if let (unit, field, end) = unitReference(index) {
      guard set(&point, unit, field) else { return nil }
      return Parsed(meaning: .rest(point, unit), modifier: nil, start: start, end: end, rule: "rest")
    }
    if text.has(index, .relativeDay), text.word(index).relativeDay == 0 {
      point.day = .relative(0)
      return Parsed(meaning: .rest(point, .day), modifier: nil, start: start, end: text.end(index), rule: "rest")
    }
    guard text.has(index, .unit), text.isDefinite(index) || isMine(index),
      set(&point, text.word(index).unit, .relative(0))
    else { return nil }
    return Parsed(
      meaning: .rest(point, text.word(index).unit), modifier: nil, start: start, end: index + 1, rule: "rest")
  }

  /// يومي, أسبوعي (my day, my week) look like duals in the construct state.
  private func isMine(_ index: Int) -> Bool { text.word(index).unitNumber == 2 }

  /// الآن (now), الوقت الحالي (the present), مؤخرا (recently).
  func reference(_ start: Int) -> Parsed? {
    let word = text.word(start)
    guard word.roles.contains(.now) || word.roles.contains(.reference), text.clitics(start).isDisjoint(with: .like)
    else { return nil }
    // مثل هذا الوقت من العام الماضي (this time last year) is not now.
    let behind = text.end(start)
    if text.has(behind, .from), text.isBare(behind),
      year(text.end(behind), isBareAllowed: false, calendar: .gregorian) != nil
    {
      return nil
    }
    return Parsed(
      meaning: .reference(word.reference), modifier: nil, start: start,
      end: text.end(start),
      rule: word.roles.contains(.now) ? "now" : "vague")
  }
}
