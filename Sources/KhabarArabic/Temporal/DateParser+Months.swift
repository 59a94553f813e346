import KhabarCore

/// Months, years, eras.
extension DateParser {
  /// The name of a month, or its number, where it stands.
  private struct MonthName {
    var index: Int
    /// "This" or "the month of" stands before it.
    var isNamed = false
    var number = 0
    var isHijri = false
    var end = 0
    /// What custom adds to its name follows: شعبان المعظم.
    var hasEpithet = false
  }

  /// يناير; كانون الثاني/يناير; شهر 3; رمضان; with a direction word and a year behind it.
  func readMonth(_ draft: inout Draft, _ link: Link) -> Bool {
    guard draft.point.month == nil, draft.point.holiday == nil, draft.point.week == nil, draft.point.portion == nil
    else { return false }
    if draft.point.year != nil, draft.point.ordinal == nil, draft.pieces > 0, draft.point.day != nil { return false }
    var name = MonthName(index: link.index)
    if text.has(name.index, .this) {
      name.index = text.end(name.index)
      name.isNamed = true
    }
    if text.has(name.index, .unit), text.word(name.index).unit == .month, text.word(name.index).unitNumber == 1,
      !text.isDefinite(name.index)
    {
      name.index += 1
      name.isNamed = true
      if let (number, end) = monthNumber(name.index) { return finishMonth(&draft, number, .gregorian, end) }
    }
    guard readName(&name, link), mayBeMonth(name, &draft) else { return false }
    return finish(name, &draft)
  }

  /// شهر 3: a number behind the word "month"; شهر واحد is one month.
  private func monthNumber(_ index: Int) -> (Int, end: Int)? {
    guard let number = numbers.cardinal(index), !number.hasFraction, (1...12).contains(number.value),
      number.scale == 1, number.value > 1 || text.isNumber(index), !text.has(index, [.hijriMonth, .ordinal]),
      !text.startsLine(index),
      !text.has(number.end, .unit) || text.word(number.end).unit == .year, text.kind(number.end) != .slash,
      !text.isDefinite(index)
    else { return nil }
    return (Int(number.value), number.end)
  }

  /// Reads a month by its name, and by its other name behind it.
  private func readName(_ name: inout MonthName, _ link: Link) -> Bool {
    let (index, word) = (name.index, text.word(name.index))
    guard word.roles.contains(.month) || word.roles.contains(.hijriMonth), text.tags[index].word != 0 else {
      return false
    }
    if text.isDefinite(index) {
      if name.isNamed, !word.roles.contains(.month) { return false }
      if word.words == 1, word.roles.contains(.season) { return false }
    }
    name.isHijri = !word.roles.contains(.month)
    name.number = name.isHijri ? Int(word.hijriMonth) : Int(word.month)
    name.end = text.end(index)
    name.hasEpithet = name.isHijri && isEpithet(name.end)
    if name.hasEpithet { name.end += 1 }
    // الصفر is zero; صفر alone is, unless something says that it is a month.
    if word.roles.contains(.cardinal), !name.isNamed, !name.hasEpithet,
      text.isDefinite(index) || !isMonthPlace(index, name.end, link)
    {
      return false
    }
    name.end = otherNameEnd(name)
    return true
  }

  /// Behind the same month by its other name: كانون الثاني/يناير, أيلول (سبتمبر); يوليو تموز, as some agencies write it
  /// without a mark.
  private func otherNameEnd(_ name: MonthName) -> Int {
    func isSame(_ index: Int) -> Bool { text.has(index, .month) && Int(text.word(index).month) == name.number }
    let end = name.end
    if !name.isHijri {
      if isSame(end), text.isBare(end), !text.startsLine(end) { return text.end(end) }
      if text.kind(end) == .slash || text.kind(end) == .hyphen, isSame(end + 1) { return text.end(end + 1) }
    }
    guard text.kind(end) == .openBracket, isSame(end + 1), text.kind(text.end(end + 1)) == .closeBracket else {
      return end
    }
    return text.end(end + 1) + 1
  }

  /// Whether a name is one of a month where it stands. One that is another word as well makes the date weak.
  private func mayBeMonth(_ name: MonthName, _ draft: inout Draft) -> Bool {
    if draft.pieces == 0, !name.isNamed, !name.hasEpithet {
      // ت 2 is a telephone as well as November.
      if text.tokens[name.index].key.count == 1, year(name.end, isBareAllowed: true, calendar: .gregorian) == nil {
        return false
      }
      let words = Int(text.word(name.index).words)
      if Self.isAmbiguousMonth(name.number, isHijri: name.isHijri, words: words) { draft.isWeak = true }
    }
    return !text.clitics(name.index).contains(.like)
  }

  private func finish(_ name: MonthName, _ draft: inout Draft) -> Bool {
    guard name.isHijri, text.word(name.index).calendar == .solarHijri else {
      return finishMonth(&draft, name.number, name.isHijri ? .islamic : .gregorian, name.end)
    }
    // مهر and دي are words and names besides: a year has to follow.
    var solar = draft
    guard finishMonth(&solar, name.number, .solarHijri, name.end), solar.point.year != nil else { return false }
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
      let (year, end, era) = year(index, isBareAllowed: true, calendar: calendar(ofYearBehind: draft))
    else { return }
    if draft.point.month != nil, let era, Self.calendar(era, draft.point.calendar) != draft.point.calendar { return }
    draft.point.year = year
    draft.point.calendar = Self.calendar(era, draft.point.calendar)
    draft.end = end
  }

  /// The calendar that the year behind a date counts in: عيد الفطر 1444, a feast of the Hijri year, has one of that.
  private func calendar(ofYearBehind draft: Draft) -> CalendarSystem {
    if case .islamic = draft.point.holiday { return .islamic }
    return draft.point.calendar
  }

  /// The calendar of a year with an era. "Hijri" alone says lunar, unless the month is one of the solar calendar.
  static func calendar(_ era: YearEra?, _ calendar: CalendarSystem) -> CalendarSystem {
    switch era {
    case .hijri: calendar == .solarHijri ? .solarHijri : .islamic
    case .solarHijri: .solarHijri
    case .beforeChrist, .common, nil: calendar
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
    let point = draft.point
    guard takesYear(draft, isAnniversary: draft.isAnniversary && link.hasPreposition) else { return false }
    let isAfterMonth = point.month != nil || point.portion != nil || point.ordinal != nil || point.holiday != nil
    guard let (year, end, era) = year(link.index, isBareAllowed: isAfterMonth, calendar: point.calendar) else {
      return false
    }
    if draft.pieces == 0, case .number(let number) = year, text.isNumber(link.index),
      draft.modifier == nil || draft.modifier == .approximately,
      !isYearPlace(link.index, end, number, hasEra: era != nil)
    {
      return false
    }
    draft.point.year = year
    draft.point.calendar = Self.calendar(era, draft.point.calendar)
    draft.end = end
    if draft.pieces == 0 { draft.rule = "year" }
    return true
  }

  /// Whether a year may go with what was read before it.
  private func takesYear(_ draft: Draft, isAnniversary: Bool) -> Bool {
    let parts = PointParts(draft.point)
    guard parts.isDisjoint(with: [.year, .decade, .week]), draft.point.century == nil, !draft.point.isClockOnly,
      isAnniversary || !parts.contains(.relativeDay)
    else { return false }
    return !parts.contains(.weekday) || !parts.isDisjoint(with: [.month, .ordinal])
  }

  /// A year with its era, where it has one.
  typealias Year = (field: CalendarDescription.Field, end: Int, era: YearEra?)

  /// A year at a token.
  ///
  /// - Parameter isBareAllowed: a number alone counts, as behind a month.
  func year(_ start: Int, isBareAllowed: Bool, calendar: CalendarSystem) -> Year? {
    let isNamed = text.has(start, .unit) && text.word(start).unit == .year && text.word(start).unitNumber == 1
    if isNamed || text.has(start, [.this, .that]), let (unit, field, end) = unitReference(start), unit == .year {
      return (field, end, isNamed ? writtenEra(start, end) : nil)
    }
    var place = YearPlace(
      start: start, index: isNamed ? start + 1 : start, isNamed: isNamed, isBareAllowed: isBareAllowed)
    // العام الهجري 1445, السنة الشمسية 1402.
    if isNamed, text.has(place.index, .era), text.word(place.index).era != .beforeChrist {
      place.era = text.word(place.index).era
      place.index = text.end(place.index)
    }
    // السنة المالية 2024 (the fiscal year 2024).
    if isNamed, text.isDefinite(start), isAdjectiveOfYear(place.index), text.isNumber(place.index + 1) {
      place.index += 1
    }
    guard place.index < text.count, !text.startsLine(place.index) || place.index == start else { return nil }
    if let number = numbers.integer(place.index), number > 0 { return year(of: number, place, calendar) }
    return yearInWords(place)
  }

  /// المالية, الدراسي (fiscal, school) behind "the year".
  func isAdjectiveOfYear(_ index: Int) -> Bool {
    text.kind(index) == .word && ArabicArticle.isOn(text.tokens[index].key) && text.tags[index].word == 0
  }

  /// Where the number of a year may stand, and what stands before it.
  private struct YearPlace {
    let start: Int
    var index: Int
    /// The word "year" stands before it.
    let isNamed: Bool
    /// A number alone counts, as behind a month.
    let isBareAllowed: Bool
    /// The era before it.
    var era: YearEra?
  }

  /// Numbers that are years without the word or an era; with one, any below 3000.
  private static let plainYears = 1000...2199
  private static let latestYear = 3000
  /// Digits of a year, in bytes.
  private static let longestYear = 8
  /// Numbers up to this are days or hours unless the word "year" says otherwise.
  private static let latestDay = 31
  /// Years of the solar Hijri calendar in the news.
  private static let solarYears = 1200...1500

  /// A year in digits: 2014, عام 2003, 1445هـ, 44 ق.م.
  private func year(of number: Int, _ place: YearPlace, _ calendar: CalendarSystem) -> Year? {
    let era = eraAt(place.index + 1)
    let end = era?.end ?? place.index + 1
    guard mayBeYear(number, place, hasEra: era != nil), text.tokens[place.index].span.count <= Self.longestYear,
      !isCountedYear(end, isNamed: place.isNamed)
    else { return nil }
    let isAlone = place.isNamed && !place.isBareAllowed
    let kind = era?.kind ?? place.era ?? unsaidEra(number, isAlone: isAlone, calendar)
    if kind == .solarHijri, !Self.solarYears.contains(number) { return nil }
    if isShortYear(number, place), kind == nil { return (.number(Self.lastCentury + number), end, nil) }
    return (.number(era?.kind == .beforeChrist ? 1 - number : number), end, kind)
  }

  private func mayBeYear(_ number: Int, _ place: YearPlace, hasEra: Bool) -> Bool {
    if hasEra, number < Self.latestYear, place.isNamed || place.isBareAllowed || number > Self.latestDay { return true }
    if place.isNamed {
      return (100..<Self.latestYear).contains(number) || place.isBareAllowed && Self.plainYears.contains(number)
        || isShortYear(number, place)
    }
    return Self.plainYears.contains(number)
  }

  /// عام 67, سنة 73: two digits behind the word are a year of the last century, which no day of the month is taken for.
  private func isShortYear(_ number: Int, _ place: YearPlace) -> Bool {
    place.isNamed && place.era == nil && (Self.latestDay + 1..<100).contains(number)
      && text.isNumber(place.index) && text.clitics(place.start).isDisjoint(with: .conjunction)
      && !text.isCounted(place.index + 1)
  }

  private static let lastCentury = 1900

  /// In words: ألفين وثمانية عشر, ألف وتسعمئة وسبعة وستين.
  private func yearInWords(_ place: YearPlace) -> Year? {
    let isExpected = place.isNamed || place.isBareAllowed
    guard isExpected || text.has(place.start - 1, .in), text.has(place.index, .numeral),
      !text.has(place.index, .ordinal),
      let number = numbers.cardinal(place.index), !number.isDigits, !number.hasFraction,
      (1000...2199).contains(number.value), number.value != 1000, !text.isCounted(number.end),
      // في ألفين (in two thousand) is an amount, في ألف ومئة (eleven hundred) too.
      isExpected || number.value > 1100 && number.value != 2000
    else { return nil }
    let era = eraAt(number.end)
    return (.number(Int(number.value)), era?.end ?? number.end, era?.kind)
  }

  /// The era of a year without a mark.
  ///
  /// - Parameter isAlone: behind the word "year", and not behind a month.
  private func unsaidEra(_ number: Int, isAlone: Bool, _ calendar: CalendarSystem) -> YearEra? {
    // عام 1357 in a text that counts the years of the sun elsewhere.
    if isAlone, text.usesSolarHijri, (1200...1450).contains(number) { return .solarHijri }
    if calendar == .islamic, number < 1600 { return .hijri }
    // Unmarked years of the present Hijri centuries: no news of these years of the common era is told without a mark.
    return isAlone && (1380...1450).contains(number) ? .hijri : nil
  }

  /// Money, a unit or a scale follows, so the number is an amount.
  private func isCountedYear(_ end: Int, isNamed: Bool) -> Bool {
    if isNamed { return false }
    return text.has(end, [.scale, .dualScale, .dualOrScale, .percent, .currency, .measure]) && !text.startsLine(end)
      || text.has(end, .unit) && text.isBare(end) && !text.isDefinite(end)
  }

  /// The first era that stands among the words of a year.
  private func writtenEra(_ start: Int, _ end: Int) -> YearEra? {
    (start..<min(end, text.count)).first { text.has($0, .era) }.map { text.word($0).era }
  }

  /// م, هـ, ق.م, ميلادية, هجرية behind a year.
  func eraAt(_ index: Int) -> (kind: YearEra, end: Int)? {
    guard index < text.count, !text.startsLine(index) else { return nil }
    var position = index
    if text.kind(position) == .openBracket { position += 1 }
    if text.has(position, .era) {
      let end = text.end(position)
      if position > index { return text.kind(end) == .closeBracket ? (text.word(position).era, end + 1) : nil }
      return (text.word(position).era, end)
    }
    // م written at the digits: 2024م.
    if position == index, text.has(index, .meridiem), text.word(index).isAfternoon, !text.hasSpace(before: index) {
      return (.common, index + 1)
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
