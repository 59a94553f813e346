import KhabarCore

/// Months, years, eras.
extension DateParser {
  /// يناير; كانون الثاني/يناير; شهر 3; رمضان; with a direction word and a year behind it.
  func readMonth(_ draft: inout Draft, _ link: Link) -> Bool {
    guard draft.point.month == nil, draft.point.holiday == nil, draft.point.week == nil, draft.point.portion == nil
    else { return false }
    if draft.point.year != nil, draft.point.ordinal == nil, draft.pieces > 0, draft.point.day != nil { return false }
    var index = link.index
    var isNamed = false
    if text.has(index, .this) {
      index = text.end(index)
      isNamed = true
    }
    if text.has(index, .unit), text.word(index).unit == .month, text.word(index).unitNumber == 1,
      !text.isDefinite(index)
    {
      index += 1
      isNamed = true
      if let number = numbers.cardinal(index), !number.hasFraction, (1...12).contains(number.value),
        number.scale == 1, !text.has(index, [.hijriMonth, .ordinal]), !text.startsLine(index),
        !text.has(number.end, .unit) || text.word(number.end).unit == .year, text.kind(number.end) != .slash,
        !text.isDefinite(index)
      {
        return finishMonth(&draft, Int(number.value), .gregorian, number.end)
      }
    }
    if isNamed, index < text.count, text.isDefinite(index) && !text.has(index, .month) { return false }
    let word = text.word(index)
    guard word.roles.contains(.month) || word.roles.contains(.hijriMonth), text.tags[index].word != 0 else {
      return false
    }
    if text.isDefinite(index), word.words == 1, word.roles.contains(.season) { return false }
    let isHijri = word.roles.contains(.hijriMonth) && !word.roles.contains(.month)
    let number = isHijri ? Int(word.hijriMonth) : Int(word.month)
    var end = text.end(index)
    let hasEpithet = isHijri && isEpithet(end)
    if hasEpithet { end += 1 }
    // الصفر is zero; صفر alone is, unless something says that it is a month.
    if word.roles.contains(.cardinal), !isNamed, !hasEpithet, text.isDefinite(index) || !isMonthPlace(index, end, link)
    {
      return false
    }
    // The same month by its other name: كانون الثاني/يناير, أيلول (سبتمبر).
    // يوليو تموز, as some agencies write it without a mark.
    if text.has(end, .month), text.isBare(end), !text.startsLine(end), Int(text.word(end).month) == number, !isHijri {
      end = text.end(end)
    } else if text.kind(end) == .slash || text.kind(end) == .hyphen, text.has(end + 1, .month),
      Int(text.word(end + 1).month) == number, !isHijri
    {
      end = text.end(end + 1)
    } else if text.kind(end) == .openBracket, text.has(end + 1, .month), Int(text.word(end + 1).month) == number,
      text.kind(text.end(end + 1)) == .closeBracket
    {
      end = text.end(end + 1) + 1
    }
    if draft.pieces == 0, !isNamed, !hasEpithet {
      // ت 2 is a telephone as well as November.
      if text.tokens[index].key.count == 1, year(end, isBareAllowed: true, calendar: .gregorian) == nil { return false }
      if Self.isAmbiguousMonth(number, isHijri: isHijri, words: Int(word.words)) { draft.isWeak = true }
    }
    if !text.clitics(index).isDisjoint(with: [.like]) { return false }
    guard isHijri, word.calendar == .solarHijri else {
      return finishMonth(&draft, number, isHijri ? .islamic : .gregorian, end)
    }
    // مهر and دي are words and names besides: a year has to follow.
    var solar = draft
    guard finishMonth(&solar, number, .solarHijri, end), solar.point.year != nil else { return false }
    draft = solar
    return true
  }

  /// The custom name of a Hijri month follows: شعبان المعظم.
  private func isEpithet(_ index: Int) -> Bool {
    index < text.count && text.kind(index) == .word && !text.startsLine(index)
      && ArabicArticle.isOn(text.tokens[index].key)
      && text.lexicon.monthEpithets.contains(ArabicArticle.without(text.tokens[index].key))
  }

  /// صفر is the month there and not zero: behind "of" and an ordinal, before a year, behind "on" and a day.
  private func isMonthPlace(_ index: Int, _ end: Int, _ link: Link) -> Bool {
    if year(end, isBareAllowed: true, calendar: .islamic) != nil || direction(end) != nil { return true }
    if text.has(index - 1, .from), text.has(index - 2, [.ordinal, .ten, .tens]) || text.isNumber(index - 2) {
      return true
    }
    // الشوط الأول صفر-صفر (the first half nil-nil).
    if text.has(index - 1, [.ordinal, .ten]) { return text.kind(end) != .hyphen && text.kind(end) != .slash }
    guard text.isNumber(index - 1) else { return text.has(index - 1, [.in, .since, .label]) && text.isBare(index) }
    // A score stands behind a verb: انتهت المباراة 3 صفر.
    return text.has(index - 2, [.in, .since, .label, .weekday, .until, .from]) || isAfterDay(index - 1)
  }

  /// Months whose names are also words or names of people: مارس (practised), آب, صفر (zero), رمضان, رجب …
  private static func isAmbiguousMonth(_ number: Int, isHijri: Bool, words: Int) -> Bool {
    words == 1 && (isHijri || [3, 5, 6, 8].contains(number))
  }

  private func finishMonth(_ draft: inout Draft, _ number: Int, _ calendar: CalendarSystem, _ end: Int) -> Bool {
    draft.point.month = .number(number)
    draft.point.calendar = calendar
    draft.end = end
    draft.rule = "month"
    let before = draft.end
    readDirection(&draft)
    if draft.end > before { draft.isWeak = false }
    readDayBehindMonth(&draft)
    let withoutYear = draft.end
    readTrailingYear(&draft)
    if draft.end > withoutYear { draft.isWeak = false }
    return true
  }

  /// The English order: يناير 1, مايو الحادي والعشرين, يناير-1.
  private func readDayBehindMonth(_ draft: inout Draft) {
    guard draft.point.day == nil, draft.point.ordinal == nil, draft.point.calendar == .gregorian else { return }
    var index = draft.end
    if text.kind(index) == .hyphen || text.kind(index) == .slash, text.isNumber(index + 1),
      !text.hasSpace(before: index), !text.hasSpace(before: index + 1), text.tokens[index + 1].span.count <= 2
    {
      index += 1
    }
    guard text.isNumber(index) || text.isDefinite(index) && text.isBare(index), !text.startsLine(index),
      !text.has(index, .unit), let (day, end) = dayNumber(index), !text.isCounted(end), text.kind(end) != .colon,
      text.kind(end) != .slash, text.kind(end) != .hyphen, !text.has(end, [.dayPart, .meridiem]),
      !text.has(end, .month) || numbers.afterAnd(end) != nil
    else { return }
    draft.point.day = .number(day)
    draft.end = end
    draft.isWeak = false
  }

  /// The year behind a month or feast: 2023; ، 2023; عام 2023; من العام الماضي; 1445هـ.
  func readTrailingYear(_ draft: inout Draft) {
    guard draft.point.year == nil else { return }
    var index = draft.end
    if text.kind(index) == .comma || text.kind(index) == .hyphen,
      text.isNumber(index + 1) || text.has(index + 1, [.unit, .dualScale])
    {
      index += 1
    } else if text.kind(index) == .slash, text.isNumber(index + 1), text.tokens[index + 1].span.count >= 4,
      !text.hasSpace(before: index), !text.hasSpace(before: index + 1)
    {
      // 7/تشرين الأول/2020.
      index += 1
    }
    if text.has(index, [.from, .in]), text.isBare(index) { index = text.end(index) }
    guard !text.startsLine(index),
      let (year, end, era) = year(index, isBareAllowed: true, calendar: draft.point.calendar)
    else { return }
    if draft.point.month != nil, let era, Self.calendar(era, draft.point.calendar) != draft.point.calendar { return }
    draft.point.year = year
    draft.point.calendar = Self.calendar(era, draft.point.calendar)
    draft.end = end
  }

  /// The calendar of a year with an era. "Hijri" alone says lunar, unless the month is one of the solar calendar.
  static func calendar(_ era: Int?, _ calendar: CalendarSystem) -> CalendarSystem {
    switch era {
    case 2: calendar == .solarHijri ? .solarHijri : .islamic
    case 3: .solarHijri
    default: calendar
    }
  }

  /// الشهر الجاري (the current month), هذا الشهر, الشهر نفسه, الشهر المقبل.
  func readMonthReference(_ draft: inout Draft, _ start: Int) -> Bool {
    guard let (unit, field, end) = unitReference(start), unit == .month else { return false }
    draft.point.month = field
    draft.end = end
    return true
  }

  // MARK: Years

  /// عام 2003 (the year 2003), العام الماضي, 2014 where a year may stand.
  func readYear(_ draft: inout Draft, _ link: Link) -> Bool {
    guard draft.point.year == nil, draft.point.decade == nil, draft.point.century == nil, draft.point.week == nil
    else { return false }
    if case .relative = draft.point.day, !(draft.isAnniversary && link.hasPreposition) { return false }
    if draft.point.weekday != nil, draft.point.month == nil, draft.point.ordinal == nil { return false }
    if draft.point.isClockOnly { return false }
    let isAfterMonth =
      draft.point.month != nil || draft.point.portion != nil || draft.point.ordinal != nil
      || draft.point.holiday != nil
    guard let (year, end, era) = year(link.index, isBareAllowed: isAfterMonth, calendar: draft.point.calendar) else {
      return false
    }
    if draft.pieces == 0, case .number(let number) = year, text.isNumber(link.index) {
      guard
        isYearPlace(link.index, end, number, hasEra: era != nil)
          || draft.modifier != nil && draft.modifier != .approximately
      else { return false }
    }
    draft.point.year = year
    draft.point.calendar = Self.calendar(era, draft.point.calendar)
    draft.end = end
    if draft.pieces == 0 { draft.rule = "year" }
    return true
  }

  /// A year at a token.
  ///
  /// - Parameter isBareAllowed: a number alone counts, as behind a month.
  /// - Returns: the year, where it ends and its era (0 BC, 1 AD, 2 AH, 3 solar Hijri).
  func year(
    _ start: Int, isBareAllowed: Bool, calendar: CalendarSystem
  ) -> (CalendarDescription.Field, end: Int, era: Int?)? {
    var index = start
    var isNamed = false
    if text.has(index, .unit), text.word(index).unit == .year, text.word(index).unitNumber == 1 {
      if let (unit, field, end) = unitReference(index), unit == .year { return (field, end, islamicWord(index, end)) }
      index += 1
      isNamed = true
    } else if text.has(index, [.this, .that]), let (unit, field, end) = unitReference(index), unit == .year {
      return (field, end, nil)
    }
    // العام الهجري 1445, السنة الشمسية 1402.
    var saidEra: Int?
    if isNamed, text.has(index, .era), text.word(index).era != 0 {
      saidEra = Int(text.word(index).era)
      index = text.end(index)
    }
    guard index < text.count, !text.startsLine(index) || index == start else { return nil }
    if let number = numbers.integer(index), number > 0 {
      let digits = text.tokens[index].span.count
      let era = eraAt(index + 1)
      let end = era?.end ?? index + 1
      var value = number
      if era?.kind == 0 { value = 1 - number }
      let isFourDigits = (1000...2199).contains(number)
      let isFine =
        isNamed && (number >= 100 || era != nil || number < 32 && false) && number < 3000
        || isBareAllowed && (isFourDigits || era != nil && number < 3000) || era != nil && number < 3000 && number > 31
        || !isNamed && !isBareAllowed && isFourDigits
      guard isFine, digits <= 8, !isCountedYear(end, isNamed: isNamed) else { return nil }
      let kind = era?.kind ?? saidEra ?? unsaidEra(number, isAlone: isNamed && !isBareAllowed, calendar)
      if kind == 3, !(1200...1500).contains(number) { return nil }
      return (.number(value), end, kind)
    }
    // In words: ألفين وثمانية عشر, ألف وتسعمئة وسبعة وستين.
    guard isNamed || isBareAllowed || text.has(start - 1, .in), text.has(index, .numeral), !text.has(index, .ordinal),
      let number = numbers.cardinal(index), !number.isDigits, !number.hasFraction, (1000...2199).contains(number.value),
      number.value != 1000, number.value != 2000 || isNamed || isBareAllowed,
      isNamed || isBareAllowed || number.value > 1100,
      !text.isCounted(number.end)
    else { return nil }
    let era = eraAt(number.end)
    return (.number(Int(number.value)), era?.end ?? number.end, era?.kind)
  }

  /// The era of a year without a mark.
  ///
  /// - Parameter isAlone: behind the word "year", and not behind a month.
  private func unsaidEra(_ number: Int, isAlone: Bool, _ calendar: CalendarSystem) -> Int? {
    // عام 1357 in a text that counts the years of the sun elsewhere.
    if isAlone, text.usesSolarHijri, (1200...1450).contains(number) { return 3 }
    if calendar == .islamic, number < 1600 { return 2 }
    // Unmarked years of the present Hijri centuries: no news of these years of the common era is told without a mark.
    return isAlone && (1380...1450).contains(number) ? 2 : nil
  }

  /// Money, a unit or a scale follows, so the number is an amount.
  private func isCountedYear(_ end: Int, isNamed: Bool) -> Bool {
    if isNamed { return false }
    return text.has(end, [.scale, .dualScale, .dualOrScale, .percent, .currency, .measure]) && !text.startsLine(end)
      || text.has(end, .unit) && text.isBare(end) && !text.isDefinite(end)
  }

  private func islamicWord(_ start: Int, _ end: Int) -> Int? {
    for index in start..<min(end, text.count) where text.has(index, .era) { return Int(text.word(index).era) }
    return nil
  }

  /// م, هـ, ق.م, ميلادية, هجرية behind a year.
  func eraAt(_ index: Int) -> (kind: Int, end: Int)? {
    guard index < text.count, !text.startsLine(index) else { return nil }
    var position = index
    if text.kind(position) == .openBracket { position += 1 }
    if text.has(position, .era) {
      let end = text.end(position)
      if position > index { return text.kind(end) == .closeBracket ? (Int(text.word(position).era), end + 1) : nil }
      return (Int(text.word(position).era), end)
    }
    // م written at the digits: 2024م.
    if position == index, text.has(index, .meridiem), text.word(index).isAfternoon, !text.hasSpace(before: index) {
      return (1, index + 1)
    }
    return nil
  }

  /// A number of four digits is a year there.
  private func isYearPlace(_ index: Int, _ end: Int, _ number: Int, hasEra: Bool) -> Bool {
    if hasEra { return true }
    guard (1800...2100).contains(number), !isMarked(index, end) else { return false }
    if isAlone(index, end), text.tokens.count > 1 || end < text.count { return false }
    let before = index - 1
    let isCounting = text.isCounted(end)
    if text.has(before, [.in, .since, .until, .before, .after, .between, .from]), !isCounting { return true }
    if text.has(before, .within), !isCounting { return true }
    if text.has(before, .yearNoun) || text.has(before - 1, .yearNoun), !isCounting, (1940...2060).contains(number) {
      return true
    }
    return false
  }

  /// A sign, bracket or mark ties the number to something else: 2014-3, $2014, 2014%.
  private func isMarked(_ start: Int, _ end: Int) -> Bool {
    if start > 0, !text.hasSpace(before: start), let kind = text.kind(start - 1),
      kind == .symbol || kind == .hyphen || kind == .slash || kind == .colon
    {
      return true
    }
    if end < text.count, !text.hasSpace(before: end), let kind = text.kind(end),
      kind == .symbol || kind == .slash || kind == .colon
    {
      return true
    }
    return false
  }
}
