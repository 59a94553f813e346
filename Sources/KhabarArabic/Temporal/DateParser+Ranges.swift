import KhabarCore

/// Ranges: من … إلى (from … to), بين … و (between … and), يومي 5 و6, 15–18 أبريل.
extension DateParser {
  /// A range that begins with its own word.
  func range(_ start: Int) -> Parsed? {
    if text.has(start, .between) { return between(start) }
    if text.has(start, .unit), text.word(start).unitNumber >= 2 { return pair(start) }
    guard text.has(start, .from), text.isBare(start) || text.clitics(start) == .conjunction else { return nil }
    guard let first = end(text.end(start)) else { return nil }
    guard let separator = separator(first.end), var parsed = numberRange(text.end(start)) ?? join(first, separator)
    else {
      return nil
    }
    parsed.start = start
    return parsed
  }

  /// "X إلى Y" and "X - Y" behind a point.
  func continuation(of first: Draft) -> Parsed? {
    guard let separator = separator(first.end) else { return nil }
    let isDash = text.kind(first.end) == .hyphen
    if isDash {
      // A dash joins dates of the same kind only: 15–18 أبريل is read from its first number.
      guard isComplete(first) else { return nil }
    } else if !isComplete(first), !first.hasBareDay, first.hour == nil {
      return nil
    }
    guard let parsed = join(first, separator) else { return nil }
    // "4 September 2024 - 02:15" is one moment, written with a dash.
    if isDash, first.point.clock == nil, case .range(_, .point(let last)) = parsed.meaning, last.clock != nil {
      return nil
    }
    if isDash, !text.hasSpace(before: first.end) == false, first.point.isFullDate,
      case .range(_, .point(let last)) = parsed.meaning, !last.isFullDate, last.clock == nil, last.month == nil
    {
      return nil
    }
    return parsed
  }

  /// يوم الجمعة بين 1 و4 مساء (Friday between 1 and 4 pm): a range of hours or weekdays inside the day or week before
  /// it.
  func rangeInside(_ first: Draft) -> Parsed? {
    guard first.point.clock == nil, first.hour == nil, !first.point.isClockOnly else { return nil }
    var index = first.end
    if text.kind(index) == .comma { index += 1 }
    if let days = daysInside(first, index) { return days }
    guard text.has(index, [.between, .from]), !text.startsLine(index), let inner = range(index),
      case .range(.point(var from), .point(var to)) = inner.meaning
    else { return nil }
    if from.isClockOnly, to.isClockOnly,
      first.point.day != nil || first.point.weekday != nil || first.point.holiday != nil
    {
      var day = first.point
      day.dayPart = nil
      (from, to) = (day.with(from), day.with(to))
    } else if from.weekday != nil, to.weekday != nil, from.month == nil, to.month == nil, first.point.week != nil {
      from.week = first.point.week
      to.week = first.point.week
    } else if case .number = first.point.month, first.point.day == nil, from.month == nil, to.month == nil,
      from.day != nil,
      to.day != nil
    {
      (from.month, from.year, to.month, to.year) = (
        first.point.month, first.point.year, first.point.month, first.point.year
      )
    } else {
      return nil
    }
    return Parsed(
      meaning: .range(.point(from), .point(to)), modifier: nil, start: first.start, end: inner.end, rule: "range")
  }

  /// نوفمبر بين 15 و19 (November, between the 15th and 19th).
  private func daysInside(_ month: Draft, _ index: Int) -> Parsed? {
    guard case .number = month.point.month, month.point.day == nil, text.has(index, [.between, .from]),
      !text.startsLine(index), let first = dayNumber(text.end(index))
    else { return nil }
    let next =
      text.has(index, .between) ? numbers.afterAnd(first.end) : text.has(first.end, .until) ? text.end(first.end) : nil
    guard let next, let last = dayNumber(next), first.day < last.day, !text.isCounted(last.end),
      !text.has(last.end, [.month, .hijriMonth, .dayPart, .meridiem])
    else { return nil }
    var (from, to) = (month.point, month.point)
    from.day = .number(first.day)
    to.day = .number(last.day)
    return Parsed(
      meaning: .range(.point(from), .point(to)), modifier: nil, start: month.start, end: last.end, rule: "range")
  }

  /// من 5 إلى 6 مساء من 22 أبريل, من الخامسة إلى السابعة من الغد: the day behind a stretch of hours.
  func withDayBehind(_ parsed: Parsed) -> Parsed {
    guard case .range(.point(let from), .point(let to)) = parsed.meaning, from.isClockOnly, to.isClockOnly else {
      return parsed
    }
    var index = parsed.end
    if text.kind(index) == .comma { index += 1 }
    if text.has(index, [.from, .in]), text.isBare(index) { index = text.end(index) }
    guard index > parsed.end, index < text.count, !text.startsLine(index), let day = point(index), isComplete(day),
      day.point.clock == nil, day.hour == nil, day.point.dayPart == nil,
      day.point.day != nil || day.point.weekday != nil
    else { return parsed }
    var whole = parsed
    whole.meaning = .range(.point(day.point.with(from)), .point(day.point.with(to)))
    whole.end = day.end
    return whole
  }

  /// 15–18 أبريل, 13 إلى 15 تموز, 4 - 5 مساء: a bare number and a point of the same kind.
  func numberRange(_ start: Int) -> Parsed? {
    guard let (day, end) = dayNumber(start), !text.has(start, .unit) else { return nil }
    let isDash = text.kind(end) == .hyphen
    guard isDash || text.has(end, .until), let next = separator(end), !text.isNumber(start - 1),
      text.kind(start - 1) != .hyphen || text.hasSpace(before: start), var last = self.end(next), last.shift == nil
    else { return nil }
    var first = Draft(start: start)
    first.pieces = 1
    first.end = end
    if last.point.clock != nil, last.point.clock?.isExact == true || last.point.clock?.minute != nil {
      guard text.isNumber(start) || text.isDefinite(start), day <= 24 else { return nil }
      first.point.clock = ClockTime(hour: day)
    } else {
      guard last.point.month != nil, last.point.day != nil, last.point.clock == nil else { return nil }
      first.point.day = .number(day)
      first.hasBareDay = true
      guard fits(first, &last) else { return nil }
    }
    return Parsed(
      meaning: .range(.point(first.point), .point(last.point)), modifier: nil, start: start, end: last.end,
      rule: "range")
  }

  /// The token behind "to", "until" or a dash.
  private func separator(_ index: Int) -> Int? {
    guard index < text.count, !text.startsLine(index) else { return nil }
    if text.kind(index) == .hyphen { return text.startsLine(index + 1) ? nil : index + 1 }
    var position = index
    if text.kind(position) == .comma { position += 1 }
    if text.has(position, .until) {
      let next = text.end(position)
      return text.startsLine(next) ? nil : next
    }
    // للخمسة (to five), للعام بعد القادم.
    if position == index, text.clitics(index) == [.to, .article] || text.clitics(index) == .to { return index }
    return nil
  }

  private func join(_ first: Draft, _ next: Int) -> Parsed? {
    guard var last = end(next) else { return nil }
    var first = first
    settleClock(&first)
    // "From nine in the morning of Wednesday to two of the same day".
    if last.point.clock != nil, last.point.day == .mentioned(0) { last.point.day = nil }
    guard fits(first, &last) else { return nil }
    let meaning = TemporalMeaning.range(meaning(first), meaning(last))
    return Parsed(meaning: meaning, modifier: nil, start: first.start, end: last.end, rule: "range")
  }

  private func meaning(_ draft: Draft) -> TemporalMeaning { draft.shift ?? .point(draft.point) }

  /// One end of a range: a point, or a bare number that its partner explains.
  func end(_ start: Int) -> Draft? {
    if let shift = shift(start) {
      var draft = Draft(start: start)
      draft.end = shift.end
      draft.pieces = 1
      draft.shift = shift.meaning
      return draft
    }
    if let draft = point(start), isComplete(draft) || draft.hasBareDay || draft.pieces > 0 && !draft.isWeak {
      return draft
    }
    if let draft = hourEnd(start) { return draft }
    guard let (day, end) = dayNumber(start) else { return yearEnd(start) }
    var draft = Draft(start: start)
    draft.hasBareDay = true
    draft.point.day = .number(day)
    draft.pieces = 1
    draft.end = end
    return draft
  }

  /// A year that a range makes clear: من ألفين إلى ألفين وأربعة عشر, 2011 - 2015.
  private func yearEnd(_ start: Int) -> Draft? {
    guard let (year, end, era) = year(start, isBareAllowed: true, calendar: .gregorian) else { return nil }
    var draft = Draft(start: start)
    draft.point.year = year
    draft.point.calendar = Self.calendar(era, .gregorian)
    draft.pieces = 1
    draft.end = end
    return draft
  }

  /// الخامسة, الستة, الساعة 7 as an end.
  private func hourEnd(_ start: Int) -> Draft? {
    var draft = Draft(start: start)
    guard text.isDefinite(start), !text.isNumber(start), text.has(start, .numeral) else { return nil }
    let word = text.word(start)
    if word.roles.contains(.cardinal), (1...12).contains(word.number), !text.has(start, .weekday) || word.number > 2 {
      return clock(&draft)
    }
    guard word.roles.contains(.ordinal) || word.roles.contains(.ordinalTen) else { return nil }
    return clock(&draft)
  }

  /// Reads an hour and what follows it into a draft that has none yet.
  private func clock(_ draft: inout Draft) -> Draft? {
    draft.pieces = 1
    draft.point.day = .relative(0)
    guard readClock(&draft, Link(index: draft.start, hasPreposition: true)) else { return nil }
    draft.point.day = nil
    while readTail(&draft) {}
    settleClock(&draft)
    return draft
  }

  private func readTail(_ draft: inout Draft) -> Bool {
    readDayPart(&draft, Link(index: draft.end, hasPreposition: false)) || readZone(&draft, Link(index: draft.end))
      || readRelativeDay(&draft, Link(index: draft.end)) || readWeekday(&draft, Link(index: draft.end))
  }

  /// The ends are of kinds that make a range; turns bare numbers into what their partner is.
  private func fits(_ first: Draft, _ last: inout Draft) -> Bool {
    if first.shift != nil || last.shift != nil { return true }
    switch (first.isBareDay, last.isBareDay) {
    case (true, true): return false
    case (true, false): return first.isBareDay(before: last)
    case (false, true): return readBareEnd(&last, of: first)
    case (false, false): return areYearsInOrder(first.point, last.point)
    }
  }

  /// A bare number at the end of a range: an hour behind an hour, else a day behind a date.
  private func readBareEnd(_ last: inout Draft, of first: Draft) -> Bool {
    let point = first.point
    guard point.clock != nil || point.isClockOnly else {
      guard case .number = point.day, point.month != nil else { return point.weekday != nil && first.hasBareDay }
      return true
    }
    // من الساعة 4 إلى 7: the number is an hour.
    guard point.day == nil || point.clock != nil else { return false }
    return last.turnDayIntoHour()
  }

  /// Years between which no year lies that is told of together with both.
  private static let longestRange = 1500

  /// Two years alone stand in their order.
  private func areYearsInOrder(_ first: CalendarDescription, _ last: CalendarDescription) -> Bool {
    guard first.month == nil, last.month == nil, first.portion == nil, case .number(let from) = first.year,
      case .number(let to) = last.year
    else { return true }
    return from <= to && to - from < Self.longestRange
  }

  // MARK: Between

  /// بين 3 و12 سبتمبر; بين عامي 2003 و2011; ما بين الساعة 4 و5.
  private func between(_ start: Int) -> Parsed? {
    var index = text.end(start)
    if text.has(index, .unit), text.word(index).unitNumber >= 2, var parsed = pair(index) {
      parsed.start = start
      if case .range = parsed.meaning { return parsed }
    }
    if isDualOfHoursOrWeekdays(index) { index += 1 }
    guard let first = hourBefore(index) ?? end(index) else { return nil }
    var separator = numbers.afterAnd(first.end)
    if separator == nil, text.kind(first.end) == .hyphen { separator = first.end + 1 }
    if separator == nil, text.has(first.end, .until) { separator = text.end(first.end) }
    guard let next = separator, var last = end(next) else { return nil }
    var begin = first
    if last.hasBareDay, begin.point.clock != nil { last.turnDayIntoHour() }
    // "Between 1 and 4 pm": a bare number beside a clock is an hour.
    if begin.isBareDate, last.point.clock != nil, last.point.month == nil { begin.turnDayIntoHour() }
    guard fits(begin, &last) else { return nil }
    return Parsed(
      meaning: .range(meaning(begin), meaning(last)), modifier: nil, start: start, end: last.end, rule: "range-between")
  }

  /// بين الساعتين 5 و7, بين يومي الأحد والخميس.
  private func isDualOfHoursOrWeekdays(_ index: Int) -> Bool {
    guard text.has(index, .unit), text.word(index).unitNumber >= 2 else { return false }
    return text.word(index).unit == .hour || text.word(index).unit == .day && text.has(index + 1, .weekday)
  }

  /// The first of two that a dual announces: behind شهري (the months of) also a month that is another word as well.
  private func pairEnd(_ index: Int, _ unit: TimeUnit) -> Draft? {
    if let end = end(index) { return end }
    guard unit == .month, let month = point(index), month.point.month != nil else { return nil }
    return month
  }

  private func hourBefore(_ index: Int) -> Draft? { text.isDefinite(index) ? hourEnd(index) : nil }

  // MARK: Pairs

  /// يومي 5 و6 أكتوبر (on 5 and 6 October), عامي 2011 و2015, شهري مايو ويونيو, يومي الاثنين والأربعاء.
  private func pair(_ start: Int) -> Parsed? {
    let unit = text.word(start).unit
    guard [.day, .month, .year, .hour].contains(unit), !text.isDefinite(start) || unit == .year,
      start + 1 < text.count, !text.startsLine(start + 1)
    else { return nil }
    if unit == .year { return pairOfYears(start) }
    guard let first = pairEnd(start + 1, unit), first.point.weekday == nil,
      let next = numbers.afterAnd(first.end) ?? (text.kind(first.end) == .hyphen ? first.end + 1 : nil),
      var last = end(next), fits(first, &last) || unit == .month
    else { return nil }
    let isStretch = text.has(start - 1, .between) || text.kind(first.end) == .hyphen
    guard isStretch && unit != .day || unit == .hour || unit == .day && areDays(first.point, last.point, isStretch)
    else { return nil }
    return range(first, last, start, rule: "days")
  }

  private func range(_ first: Draft, _ last: Draft, _ start: Int, rule: String) -> Parsed {
    Parsed(
      meaning: .range(.point(first.point), .point(last.point)), modifier: nil, start: start, end: last.end, rule: rule)
  }

  /// Days that follow each other are a stretch: يومي 5 و6 مايو, يومي 30 أبريل و1 مايو.
  private func areDays(_ first: CalendarDescription, _ last: CalendarDescription, _ isStretch: Bool) -> Bool {
    guard case .number(let from) = first.day, case .number(let to) = last.day else { return false }
    return from + 1 == to || to == 1 && from >= 28 || isStretch
  }

  /// عامي 2011 إلى 2015: only "between", "to" or a dash makes a stretch of two years.
  private func pairOfYears(_ start: Int) -> Parsed? {
    guard let first = yearEnd(start + 1) else { return nil }
    let isDash = text.kind(first.end) == .hyphen
    let isUntil = text.has(first.end, .until)
    let behindMark = isDash ? first.end + 1 : isUntil ? text.end(first.end) : nil
    guard text.has(start - 1, .between) || isDash || isUntil, let next = numbers.afterAnd(first.end) ?? behindMark,
      let last = yearEnd(next), case .number(let from) = first.point.year, case .number(let to) = last.point.year,
      from < to
    else { return nil }
    return range(first, last, start, rule: "years")
  }
}

extension DateParser.Draft {
  /// A number of which only its place tells that it is a day, and of what month it is one.
  fileprivate var isBareDate: Bool { hasBareDay && point.month == nil && point.weekday == nil }

  /// Such a number without an hour beside it.
  fileprivate var isBareDay: Bool { isBareDate && point.clock == nil }

  /// Whether a bare number begins a range that ends there: on a day, of a month or bare as well.
  fileprivate func isBareDay(before last: DateParser.Draft) -> Bool {
    guard last.point.clock == nil, case .number = last.point.day else { return false }
    return last.point.month != nil || last.hasBareDay
  }

  /// Takes a number that was read as a day for an hour. False when it is none.
  @discardableResult
  fileprivate mutating func turnDayIntoHour() -> Bool {
    guard case .number(let hour) = point.day, hour <= 24 else { return false }
    point.day = nil
    point.clock = ClockTime(hour: hour)
    hasBareDay = false
    return true
  }
}
