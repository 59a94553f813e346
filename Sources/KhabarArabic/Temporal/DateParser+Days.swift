import KhabarCore

/// Weekdays, days of the month, numeric dates.
extension DateParser {
  /// الخميس (Thursday), يوم الخميس المقبل (Thursday next).
  func readWeekday(_ draft: inout Draft, _ link: Link) -> Bool {
    let named = behindDayNoun(link.index)
    let isThis = text.has(named, .this) && draft.pieces == 0
    let index = isThis ? behindDayNoun(text.end(named)) : named
    guard text.has(index, .weekday), text.isDefinite(index) || named > link.index, text.word(index).words == 1 else {
      return false
    }
    let weekday = Int(text.word(index).weekday)
    guard draft.point.weekday == nil else { return readNextMorning(weekday, index, &draft) }
    guard takesWeekday(draft.point), !isCompound(index) else { return false }
    draft.point.weekday = weekday
    draft.end = index + 1
    draft.rule = "weekday"
    if isThis { draft.point.direction = 0 }
    if draft.point.dayPart == .night { readNextDay(behindNightOf: weekday, &draft) }
    readDirection(&draft)
    readThisBehind(&draft)
    return true
  }

  /// يوم الأحد هذا (this Sunday): behind the weekday, with nothing that it points at.
  private func readThisBehind(_ draft: inout Draft) {
    let next = draft.end + 1
    guard draft.point.direction == nil, text.has(draft.end, .this), text.isBare(draft.end),
      !text.startsLine(draft.end), text.end(draft.end) == next,
      next >= text.count || text.kind(next) != .word || !text.isDefinite(next)
    else { return }
    draft.point.direction = 0
    draft.end = next
  }

  /// Behind "day" before its name.
  private func behindDayNoun(_ index: Int) -> Int {
    let isNoun =
      text.has(index, .unit) && text.word(index).unit == .day && text.word(index).unitNumber == 1
      && !text.isDefinite(index)
    return isNoun ? index + 1 : index
  }

  /// "The night of Friday to Saturday".
  private func readNextMorning(_ weekday: Int, _ index: Int, _ draft: inout Draft) -> Bool {
    guard draft.point.dayPart == .night, draft.point.weekday.map({ $0 % 7 + 1 == weekday }) == true else {
      return false
    }
    draft.end = index + 1
    return true
  }

  /// ليل السبت - الأحد, ليل السبت/الأحد, ليل السبت إلى الأحد: the same with a mark or "to" between the two.
  private func readNextDay(behindNightOf weekday: Int, _ draft: inout Draft) {
    let (joint, next) = (draft.end, draft.end + 1)
    guard next < text.count, !text.startsLine(next), text.has(next, .weekday), text.isDefinite(next),
      text.isBare(next), Int(text.word(next).weekday) == weekday % 7 + 1,
      text.kind(joint) == .hyphen || text.kind(joint) == .slash || text.has(joint, .until)
    else { return }
    draft.end = next + 1
  }

  /// Whether a weekday may go with what was read before it: with a month only behind its day, with a year behind both.
  private func takesWeekday(_ point: CalendarDescription) -> Bool {
    guard point.holiday == nil, point.ordinal == nil, point.portion == nil, point.year == nil || point.month != nil
    else { return false }
    guard case .number = point.month else { return true }
    return point.day != nil
  }

  /// The word begins a number: الأحد عشر (the eleven).
  private func isCompound(_ index: Int) -> Bool {
    text.has(index, [.cardinal, .compound])
      && (text.has(index + 1, .ten) && text.isBare(index + 1) && !text.isDefinite(index + 1)
        || numbers.afterAnd(index + 1).map { text.has($0, .tens) && text.isDefinite($0) } == true)
  }

  /// الماضي (last), المقبل (next), الجاري (this), قبل الماضي (before last), نفسه (the same), التالي (the following).
  func readDirection(_ draft: inout Draft) {
    guard let (field, end) = direction(draft.end) else { return }
    switch field {
    case .relative(let steps): draft.point.direction = steps
    case .mentioned(let steps):
      // A month or weekday "the same" or "following" is counted from the last date; the year stays open.
      draft.point.direction = steps == 0 ? nil : steps
    case .number: return
    }
    draft.end = end
  }

  func direction(_ index: Int) -> (CalendarDescription.Field, end: Int)? {
    guard index < text.count, !text.startsLine(index) else { return nil }
    // الشهر ما قبل الماضي.
    let index = text.tokens[index].key == Self.what && text.has(index + 1, [.before, .after]) ? index + 1 : index
    if text.has(index, [.before, .after]), text.isBare(index), text.has(index + 1, .direction),
      text.isDefinite(index + 1)
    {
      let steps = Int(text.word(index + 1).direction)
      if text.has(index, .before), steps < 0 { return (.relative(-2), index + 2) }
      if text.has(index, .after), steps > 0 { return (.relative(2), index + 2) }
      return nil
    }
    guard text.isBare(index) else { return nil }
    if text.has(index, .direction), text.isDefinite(index) {
      return (.relative(Int(text.word(index).direction)), index + 1)
    }
    if text.has(index, .following), text.isDefinite(index) {
      return (.mentioned(Int(text.word(index).following)), index + 1)
    }
    if text.has(index, .same), !text.isDefinite(index) { return (.mentioned(0), index + 1) }
    return nil
  }

  /// ما (that which is).
  private static let what = Orthography.arabic.key("ما")

  // MARK: Days of the month

  /// 12 يناير; الخامس عشر من نيسان; 28 من الشهر نفسه; 15 الجاري; الخميس 21.
  func readDayOfMonth(_ draft: inout Draft, _ link: Link) -> Bool {
    guard draft.point.day == nil, draft.point.month == nil, draft.point.ordinal == nil,
      let (day, end) = dayNumber(link.index)
    else { return false }
    if let month = monthBehindDay(end) {
      guard draft.point.year == nil || month.point.year == nil else { return false }
      take(day, of: month, &draft)
      return true
    }
    return readDayOfCurrentMonth(day, end, &draft, link) || readBareDay(day, end, &draft, link)
  }

  /// The month that stands behind a day, at once or behind "of" or "in".
  private func monthBehindDay(_ end: Int) -> Draft? {
    let next = behindMark(end)
    var month = Draft(start: next)
    month.pieces = 1
    if readMonth(&month, Link(index: next)) || readMonthReference(&month, next) { return month }
    guard text.has(next, [.from, .in]), text.isBare(next) else { return nil }
    let place = text.end(next)
    return readMonth(&month, Link(index: place)) || readMonthReference(&month, place) ? month : nil
  }

  /// Whether the month of a day stands there: its name, its number or "of it".
  func startsMonth(_ end: Int) -> Bool {
    guard end < text.count, !text.startsLine(end) else { return false }
    return isMonthNamedBefore(end) || monthBehindDay(end) != nil
      || text.kind(end) == .slash && text.isNumber(end + 1) && !text.hasSpace(before: end + 1)
  }

  /// منه (of it): the month that was named last.
  private func isMonthNamedBefore(_ index: Int) -> Bool {
    index < text.count && text.tokens[index].key == Self.ofIt && !text.startsLine(index)
  }

  /// منه (of it).
  private static let ofIt = Orthography.arabic.key("منه")

  private func take(_ day: Int, of month: Draft, _ draft: inout Draft) {
    // A feast with its date beside it: the date says the day.
    draft.point.holiday = nil
    draft.point.calendar = month.point.calendar
    draft.point.day = .number(day)
    draft.point.month = month.point.month
    draft.point.year = month.point.year ?? draft.point.year
    draft.point.direction = month.point.direction ?? draft.point.direction
    draft.end = month.end
    draft.rule = "date"
    draft.isWeak = false
  }

  /// "The 15th of the current": في 15 الجاري; "the 15th of it": في 15 منه.
  private func readDayOfCurrentMonth(_ day: Int, _ end: Int, _ draft: inout Draft, _ link: Link) -> Bool {
    if isMonthNamedBefore(end), draft.pieces == 0 || draft.point.weekday != nil,
      text.isNumber(link.index) || text.isDefinite(link.index),
      text.has(link.index - 1, [.in, .until, .since, .label]) || draft.point.weekday != nil || isAfterDay(link.index)
    {
      draft.point.day = .number(day)
      draft.point.month = .mentioned(0)
      draft.end = end + 1
      return true
    }
    guard text.isNumber(link.index), let (field, directionEnd) = direction(end), case .relative(let steps) = field,
      abs(steps) <= 1,
      text.has(link.index - 1, [.in, .until, .from]) || draft.point.weekday != nil || isAfterDay(link.index)
    else { return false }
    draft.point.day = .number(day)
    draft.point.month = .relative(steps)
    draft.end = directionEnd
    return true
  }

  /// Behind a weekday or "day" the number alone is enough, unless it counts something or is an hour.
  private func readBareDay(_ day: Int, _ end: Int, _ draft: inout Draft, _ link: Link) -> Bool {
    let index = link.index
    guard draft.point.holiday == nil, draft.point.clock == nil, !isFirstHour(index, end, link) else { return false }
    let isLoneDay = isLoneDay(day, index, end, draft)
    let saysDay = text.has(index, .unit) && !text.has(index, .ordinal)
    guard draft.point.weekday != nil && draft.pieces > 0 || isAfterDay(index) || saysDay || isLoneDay,
      !isHour(index, end), !text.isCounted(end),
      draft.point.weekday == nil || text.isNumber(index) || text.isDefinite(index)
    else { return false }
    draft.point.day = .number(day)
    draft.hasBareDay = !isLoneDay
    draft.end = end
    return true
  }

  /// يوم الاثنين من 8 إلى 9 صباحا (Monday from 8 to 9 in the morning): the number begins a stretch of hours.
  private func isFirstHour(_ index: Int, _ end: Int, _ link: Link) -> Bool {
    guard link.hasPreposition, text.has(index - 1, .from), text.has(end, .until), let last = dayNumber(text.end(end))
    else { return false }
    return text.has(last.end, [.dayPart, .meridiem])
  }

  /// عدت في 27; عدت في السابع والعشرين; سأعود في 15 الساعة الثامنة: "on the 27th" behind a verb, at the end of its
  /// sentence or before an hour.
  private func isLoneDay(_ day: Int, _ index: Int, _ end: Int, _ draft: Draft) -> Bool {
    let endsSentence = end >= text.count || text.startsLine(end) || text.kind(end) == .sentenceEnd
    let saysHour = text.has(end, .unit) && text.word(end).unit == .hour && text.isDefinite(end)
    return draft.pieces == 0 && (text.isNumber(index) || text.isDefinite(index) && day > 20)
      && (endsSentence || saysHour) && text.has(index - 1, .in) && index >= 2
      && !text.tokens[index - 2].classes.isDisjoint(with: .verb)
  }

  /// Behind the mark that parts a day from its month: 2-أكتوبر, 2/أكتوبر, 2. أكتوبر.
  private func behindMark(_ index: Int) -> Int {
    guard text.has(index + 1, [.month, .hijriMonth]) else { return index }
    switch text.kind(index) {
    case .hyphen, .slash: return index + 1
    case .sentenceEnd where text.isNumber(index - 1) && !text.hasSpace(before: index) && !text.startsLine(index + 1):
      return index + 1
    default: return index
    }
  }

  func isAfterDay(_ index: Int) -> Bool {
    text.has(index - 1, .unit) && text.word(index - 1).unit == .day && text.word(index - 1).unitNumber == 1
      && !text.isDefinite(index - 1)
  }

  /// A number from 1 to 31 in digits, as an ordinal or in words.
  func dayNumber(_ index: Int) -> (day: Int, end: Int)? {
    // الأحد والاثنين (Sunday and Monday): the weekday, and no two.
    if text.has(index, .weekday), text.isDefinite(index), !isCompound(index) { return nil }
    var index = index
    // يوم 15 (day 15).
    if text.has(index, .unit), text.word(index).unit == .day, text.word(index).unitNumber == 1, !text.isDefinite(index)
    {
      index += 1
    }
    if let day = numbers.integer(index), (1...31).contains(day), text.tokens[index].span.count <= 4 {
      return (day, index + 1)
    }
    guard text.has(index, .numeral), !text.isNumber(index) else { return nil }
    if let ordinal = numbers.ordinal(index), (1...31).contains(ordinal.value) {
      return (Int(ordinal.value), ordinal.end)
    }
    if let cardinal = numbers.cardinal(index), !cardinal.hasFraction, (1...31).contains(cardinal.value) {
      return (Int(cardinal.value), cardinal.end)
    }
    return nil
  }

  /// A unit or part of the day follows, so the number before is an hour or a count.
  private func isHour(_ start: Int, _ end: Int) -> Bool {
    if text.kind(end) == .colon, text.isNumber(end + 1) { return true }
    if text.has(end, [.dayPart, .meridiem]), !text.startsLine(end) { return true }
    if let next = numbers.afterAnd(end), text.has(next, .fraction) { return true }
    return text.has(end, .except)
  }

  // MARK: Numeric dates

  /// 12/05/2023, 2023-05-12, 12.5.2023; 5/2023; day first, as the Arab press writes.
  func readNumericDate(_ draft: inout Draft, _ link: Link) -> Bool {
    guard draft.point.day == nil, draft.point.month == nil, draft.point.year == nil, text.isNumber(link.index),
      let (parts, end) = numericParts(link.index)
    else { return false }
    // رقم 12/2010 numbers a law, a case, a resolution.
    if isDocumentNumber(link.index, parts: parts.count) { return false }
    let isLabelled =
      link.hasPreposition || draft.point.weekday != nil || isAfterDay(link.index)
      || text.has(link.index - 1, [.in, .label, .until, .every, .since, .from, .before, .after])
      || link.index > 0 && !text.tokens[link.index - 1].classes.isDisjoint(with: .verb)
    let isSlashed = text.kind(link.index + 1) == .slash
    guard let date = NumericDate(parts, isLabelled: isLabelled && isSlashed) else { return false }
    var year = date.year
    draft.end = end
    if let era = eraAt(end) {
      draft.end = era.end
      draft.point.calendar = Self.calendar(era.kind, draft.point.calendar)
    } else if let number = year, (1300...1500).contains(number) {
      draft.point.calendar = hijriCalendar(ofDay: date.day)
    }
    if year == nil, text.kind(end) == .comma, let following = numbers.integer(end + 1),
      (1900...2100).contains(following)
    {
      year = following
      draft.end = end + 2
    }
    draft.point.day = date.day.map { .number($0) }
    draft.point.month = .number(date.month)
    draft.point.year = year.map { .number($0) }
    draft.rule = "numeric-date"
    return true
  }

  /// The calendar of a Hijri date without a mark.
  private func hijriCalendar(ofDay day: Int?) -> CalendarSystem {
    text.usesSolarHijri || day.map { $0 > Self.longestLunarMonth } ?? false ? .solarHijri : .islamic
  }

  /// Days: a Hijri date of a later one is of the solar calendar.
  private static let longestLunarMonth = 30

  /// The digits are the number of a document: behind "number", or two parts behind the noun of one.
  private func isDocumentNumber(_ index: Int, parts: Int) -> Bool {
    var before = text.kind(index - 1) == .openBracket || text.kind(index - 1) == .colon ? index - 2 : index - 1
    // المرسوم التشريعي 5/2011: its adjective stands between.
    if before > 0, text.kind(before) == .word, ArabicArticle.isOn(text.tokens[before].key), text.tags[before].word == 0,
      ArabicArticle.isOn(text.tokens[before - 1].key), text.isLabelNoun(before - 1)
    {
      before -= 1
    }
    guard before >= 0, text.kind(before) == .word, text.isLabelNoun(before) || text.tokens[before].stem == Self.count
    else { return false }
    return parts == 2 || text.tokens[before].stem == Self.number
  }

  /// رقم, and عدد as the law of Tunisia has it (number).
  private static let number = Orthography.arabic.key("رقم")
  private static let count = Orthography.arabic.key("عدد")

  /// The numbers of a run such as 12/05/2023 or 12.05.2023 and what parts them.
  private func numericParts(_ index: Int) -> (parts: [NumericDate.Part], end: Int)? {
    guard let (inner, separators) = DigitRun.split(text.text.bytes, text.tokens[index].span) else { return nil }
    let parts = inner.map { NumericDate.Part(value: $0.value, digits: $0.digits) }
    guard separators.isEmpty else {
      // 1.5 is a number, 5.2023 a date.
      let hasYear = parts.contains { $0.digits == 4 } && parts.contains { $0.digits <= 2 }
      guard separators.allSatisfy({ $0 == UInt8(ascii: ".") }),
        separators.count == 2 || separators.count == 1 && hasYear
      else { return nil }
      return (parts, index + 1)
    }
    return markedParts(parts, index)
  }

  /// The numbers that slashes or hyphens part.
  private func markedParts(_ first: [NumericDate.Part], _ index: Int) -> (parts: [NumericDate.Part], end: Int)? {
    guard let mark = text.kind(index + 1), mark == .slash || mark == .hyphen, !isBehindMark(index) else { return nil }
    var (parts, position) = (first, index + 1)
    let isLoose = isLooseDate(index, mark)
    while parts.count < 3, text.kind(position) == mark, text.isNumber(position + 1),
      isLoose || isEvenlySpaced(position, mark),
      let (next, separators) = DigitRun.split(text.text.bytes, text.tokens[position + 1].span), separators.isEmpty
    {
      parts.append(NumericDate.Part(value: next[0].value, digits: next[0].digits))
      position += 2
    }
    let goesOn = text.kind(position) == mark && text.isNumber(position + 1) && isTight(position)
    return parts.count > 1 && !goesOn ? (parts, position) : nil
  }

  /// A sign, point or letter before a run makes it a telephone number or a code.
  private func isBehindMark(_ index: Int) -> Bool {
    guard index > 0, !text.hasSpace(before: index), let before = text.kind(index - 1) else { return false }
    return before == .slash || before == .hyphen || before == .symbol
  }

  private func isTight(_ mark: Int) -> Bool { !text.hasSpace(before: mark) && !text.hasSpace(before: mark + 1) }

  private func isEvenlySpaced(_ position: Int, _ mark: TokenKind) -> Bool {
    isTight(position) || mark == .slash && text.hasSpace(before: position) && text.hasSpace(before: position + 1)
  }

  /// 24- 10 – 1436: three parts of which the last is a year are a date however they are spaced.
  private func isLooseDate(_ index: Int, _ mark: TokenKind?) -> Bool {
    guard text.kind(index + 3) == mark, !text.startsLine(index + 4), let day = numbers.integer(index), day <= 31,
      let month = numbers.integer(index + 2), month <= 12, let year = numbers.integer(index + 4),
      text.tokens[index + 4].span.count >= 4
    else { return false }
    return (1300...1500).contains(year) || (1800...2100).contains(year)
  }

  // MARK: Relative days

  /// اليوم (today), أمس (yesterday), بعد غد (the day after tomorrow).
  func readRelativeDay(_ draft: inout Draft, _ link: Link) -> Bool {
    guard PointParts(draft.point).isDisjoint(with: [.day, .month, .year, .week, .ordinal]), draft.point.holiday == nil
    else { return false }
    let isThis = text.has(link.index, .this) && text.has(text.end(link.index), .relativeDay)
    let index = behindDay(isThis ? text.end(link.index) : link.index)
    if text.has(index, .tonight) { return readTonight(&draft, index) }
    guard let (day, end) = dayByRelation(index) else { return false }
    draft.point.day = .relative(day)
    draft.end = end
    draft.rule = "relative-day"
    draft.isWeak = false
    if isThis, text.word(index).roles.contains(.unit) { draft.isAnniversary = true }
    return true
  }

  /// يوم أمس (the day of yesterday): behind "day" before a relative one.
  private func behindDay(_ index: Int) -> Int {
    let isDay =
      text.has(index, .unit) && text.word(index).unit == .day && text.word(index).unitNumber == 1
      && !text.isDefinite(index) && text.has(index + 1, .relativeDay) && text.word(index + 1).relativeDay != 0
    return isDay ? index + 1 : index
  }

  /// الليلة (tonight), الليلة الماضية (last night).
  private func readTonight(_ draft: inout Draft, _ index: Int) -> Bool {
    var (day, end) = (0, text.end(index))
    if let (field, behind) = direction(end) {
      guard case .relative(let steps) = field else { return false }
      (day, end) = (steps, behind)
    }
    draft.point.day = .relative(day)
    draft.point.dayPart = draft.point.dayPart ?? .night
    draft.end = end
    draft.rule = "relative-day"
    return true
  }

  private func dayByRelation(_ index: Int) -> (Int, end: Int)? {
    guard text.has(index, .relativeDay), !(text.has(index, .early) && text.isDefinite(index)) else { return nil }
    let (word, end) = (text.word(index), text.end(index))
    // اليوم is "the day" too: the following day, the same day, the third day. But اليوم آخر is "today the latest".
    if word.relativeDay == 0, word.roles.contains(.unit),
      direction(end) != nil
        || text.has(end, [.ordinal, .ordinalTen, .last]) && text.isDefinite(end) && !text.has(end, .weekday)
    {
      return nil
    }
    // أمس الأول: the day before yesterday.
    if word.relativeDay == -1, text.has(end, .ordinal), text.word(end).ordinal == 1, text.isDefinite(end) {
      return (-2, end + 1)
    }
    return (Int(word.relativeDay), end)
  }

  func readHoliday(_ draft: inout Draft, _ link: Link) -> Bool {
    guard draft.point.day == nil, draft.point.month == nil, draft.point.holiday == nil, text.has(link.index, .holiday),
      draft.point.year == nil, draft.point.ordinal == nil
    else { return false }
    draft.point.holiday = text.lexicon.holidays[Int(text.word(link.index).holiday)]
    draft.end = text.end(link.index)
    draft.rule = "holiday"
    readDirection(&draft)
    readTrailingYear(&draft)
    return true
  }
}
