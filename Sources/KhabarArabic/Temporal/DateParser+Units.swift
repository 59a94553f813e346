import KhabarCore

/// Weeks, months and years by reference; quarters, seasons, decades, centuries; the nth of something.
extension DateParser {
  /// الأسبوع الماضي (last week), هذا العام (this year), الشهر نفسه (the same month), ذلك اليوم (that day).
  ///
  /// A definite unit alone (الشهر) is none.
  func unitReference(_ start: Int) -> (TimeUnit, CalendarDescription.Field, end: Int)? {
    var demonstrative: CalendarDescription.Field?
    if text.has(start, .this) {
      demonstrative = .relative(0)
    } else if text.has(start, .that) {
      demonstrative = .mentioned(0)
    }
    let index = demonstrative == nil ? start : text.end(start)
    let word = text.word(index)
    guard text.has(index, .unit), word.unitNumber == 1 || word.unit == .weekend,
      text.isDefinite(index) || word.unit == .weekend || word.roles.contains(.relativeDay)
    else { return nil }
    let end = text.end(index)
    guard let (field, behind) = direction(end) ?? directionBehindAdjective(end, of: word.unit) else {
      return demonstrative.map { (word.unit, $0, end) }
    }
    if case .relative(0) = field { return (word.unit, field, behind) }
    return demonstrative.map { (word.unit, $0, end) } ?? (word.unit, field, behind)
  }

  /// السنة الهجرية الماضية, العام الدراسي الحالي: one adjective may stand between.
  private func directionBehindAdjective(
    _ index: Int, of unit: TimeUnit
  ) -> (CalendarDescription.Field, end: Int)? {
    guard index < text.count, text.kind(index) == .word, ArabicArticle.isOn(text.tokens[index].key),
      !text.startsLine(index), unit >= .week, !text.has(index, .weekday),
      text.has(index, .era) || text.tags[index].word == 0
    else { return nil }
    return direction(index + 1)
  }

  /// A unit by reference, or a definite one behind "end of", "the rest of", "the 5th of".
  func readUnit(_ draft: inout Draft, _ link: Link) -> Bool {
    guard draft.point.holiday == nil,
      let (unit, field, end) = unitReference(link.index) ?? currentUnit(draft, link)
    else { return false }
    // مثل هذا اليوم من الشهر الماضي (this day of last month).
    let isAnniversary = draft.isAnniversary && link.hasPreposition
    guard takes(unit, draft, isAnniversary: isAnniversary), set(&draft.point, unit, field) else { return false }
    // عطلة نهاية الأسبوع (the weekend) is the last or the next, هذا الأسبوع (this …) is not.
    if unit == .weekend, end > text.end(link.index) { draft.point.direction = 0 }
    draft.end = unit == .month ? readDay(behindMonth: end, &draft) : end
    if unit == .year, islamicInside(link.index, end) { draft.point.calendar = .islamic }
    if draft.pieces == 0 {
      draft.rule = "unit-reference"
      draft.saysUnit = unit
      draft.isAnniversary = field == .mentioned(0) || field == .relative(0) && text.has(link.index, .this)
    }
    draft.isWeak = false
    return true
  }

  /// نهاية العام (the end of the year): a definite unit alone is the current one, where something asks for one.
  private func currentUnit(_ draft: Draft, _ link: Link) -> (TimeUnit, CalendarDescription.Field, end: Int)? {
    let (index, word) = (link.index, text.word(link.index))
    let isWeekend = word.unit == .weekend
    guard text.has(index, .unit), text.isDefinite(index) || isWeekend, word.unitNumber == 1, word.unit >= .day else {
      return nil
    }
    let end = text.end(index)
    guard dayNumber(end) == nil || !text.has(end, .numeral) else { return nil }
    let parts = PointParts(draft.point)
    let isOrdinal = parts.contains(.ordinal) && parts.isDisjoint(with: [.month, .year]) && link.hasPreposition
    if isWeekend || isOrdinal { return (word.unit, .relative(0), end) }
    guard draft.pieces == 0 else { return nil }
    let isAlone = isAlone(index, end) && word.unit >= .week
    guard isAlone || draft.modifier != nil && draft.modifier != .approximately else { return nil }
    return (word.unit, .relative(0), end)
  }

  /// What a unit doesn't go with, in a point that says it already.
  private static let barred: [TimeUnit: PointParts] = [
    .day: [.day, .month, .year], .week: [.week, .month, .year], .weekend: [.week, .month, .year],
    .month: [.month, .week, .year], .year: [.year, .week], .decade: [], .century: [],
  ]

  /// Whether a unit may go with what was read before it.
  ///
  /// - Parameter isAnniversary: the day, too, is said by its relation to the current one.
  private func takes(_ unit: TimeUnit, _ draft: Draft, isAnniversary: Bool) -> Bool {
    let parts = PointParts(draft.point)
    guard let barred = Self.barred[unit], parts.isDisjoint(with: barred) else { return false }
    switch unit {
    case .day: return draft.pieces == 0 || !parts.contains(.weekday)
    case .week, .weekend: return isAnniversary || !parts.contains(.day)
    case .month: return isAnniversary || !parts.contains(.relativeDay)
    case .year:
      let isWeekdayAlone = parts.contains(.weekday) && parts.isDisjoint(with: [.month, .ordinal])
      return (isAnniversary || !parts.contains(.relativeDay)) && !isWeekdayAlone
    case .century where parts.contains(.decade): return true
    default: return draft.pieces == 0 || parts.contains(.ordinal)
    }
  }

  /// Says that a unit of a point is the current one, or one by its relation to it. False for a unit that no point has.
  func set(_ point: inout CalendarDescription, _ unit: TimeUnit, _ field: CalendarDescription.Field) -> Bool {
    switch unit {
    case .day: point.day = field
    case .week: point.week = field
    case .weekend:
      point.week = field
      (point.ordinal, point.ordinalUnit) = (1, .weekend)
    case .month: point.month = field
    case .year: point.year = field
    case .decade: point.decade = field
    case .century: point.century = field
    default: return false
    }
    return true
  }

  /// الشهر المقبل يوم 20 (next month, on the 20th).
  ///
  /// - Returns: where the words end.
  private func readDay(behindMonth index: Int, _ draft: inout Draft) -> Int {
    guard draft.point.day == nil, draft.point.weekday == nil, draft.point.ordinal == nil, isAfterDay(index + 1),
      text.isNumber(index + 1), let (day, end) = dayNumber(index), !text.isCounted(end)
    else { return index }
    draft.point.day = .number(day)
    return end
  }

  private func islamicInside(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { text.has($0, .era) && text.word($0).era == .hijri }
  }

  // MARK: The nth of a container

  /// أول يوم من (the first day of), آخر جمعة من, الأسبوع الأول من, اليوم الأخير من.
  func readNth(_ draft: inout Draft, _ link: Link) -> Bool {
    guard draft.pieces == 0, draft.point.ordinal == nil, let end = readOrdinal(&draft, link.index) else { return false }
    var place = Link(index: end)
    if text.has(end, [.from, .in]), text.isBare(end) { place = Link(index: text.end(end), hasPreposition: true) }
    if draft.point.ordinalUnit == .day, draft.point.weekday == nil, readDayOfFeast(&draft, place.index) { return true }
    // Nothing without its container.
    guard readContainer(&draft, end, place) else { return cancel(&draft) }
    draft.rule = "nth"
    draft.isWeak = false
    if draft.point.year == nil { readYear(behindContainer: &draft) }
    settleDayOfMonth(&draft)
    return true
  }

  /// Reads which of its kind is meant and of what kind, and returns where the words end.
  private func readOrdinal(_ draft: inout Draft, _ index: Int) -> Int? {
    if isDayOfMonth(index) {
      // غرة رمضان (the first of Ramadan).
      draft.point.ordinal = Int(text.word(index).monthDay)
      draft.point.ordinalUnit = .day
      return text.end(index)
    }
    if !text.isDefinite(index), text.has(index, .last) || text.has(index, .ordinal) {
      let isLast = text.has(index, .last) && !text.has(index, .ordinal)
      let (nth, unit) = (isLast ? -1 : Int(text.word(index).ordinal), index + 1)
      guard nth != 0, unitOrWeekday(unit, isDefinite: false) || isDaysOf(unit) else { return nil }
      apply(nth, unit, &draft)
      return text.has(unit, .holiday) ? unit : unit + 1
    }
    guard unitOrWeekday(index, isDefinite: true), index + 1 < text.count,
      text.isDefinite(index + 1) || text.isNumber(index + 1)
    else { return nil }
    if text.has(index + 1, .last) {
      apply(-1, index, &draft)
      return index + 2
    }
    let isWeekday = text.has(index, .weekday)
    // الأسبوع 23 من عام 2023 (week 23 of 2023).
    if text.has(index, .unit), text.word(index).unit == .week, let week = numbers.integer(index + 1),
      (1..<Int(Self.weeksInYear)).contains(week), text.has(index + 2, .from)
    {
      apply(week, index, &draft)
      return index + 2
    }
    guard let ordinal = numbers.ordinal(index + 1),
      ordinal.value < (isWeekday ? Self.weekdaysInMonth : Self.weeksInYear)
    else { return nil }
    apply(Int(ordinal.value), index, &draft)
    return ordinal.end
  }

  /// One more than a month has of a weekday, and than a year has weeks.
  private static let weekdaysInMonth = 6.0
  private static let weeksInYear = 54.0

  /// Reads the month, year … of which the nth is meant.
  private func readContainer(_ draft: inout Draft, _ end: Int, _ place: Link) -> Bool {
    guard
      place.hasPreposition || !text.clitics(end).isDisjoint(with: [.with, .to])
        || text.has(end, [.month, .hijriMonth, .unit, .this])
    else { return false }
    var container = Draft(start: end)
    container.pieces = 1
    container.point = draft.point
    guard
      readMonth(&container, place) || readYear(&container, place) || readUnit(&container, place)
        || readDecade(&container, place)
    else { return false }
    draft.point = container.point
    draft.end = container.end
    return true
  }

  /// A year behind the month: من شهر مارس السنة القادمة.
  private func readYear(behindContainer draft: inout Draft) {
    let behind = text.has(draft.end, [.from, .in]) ? text.end(draft.end) : draft.end
    let found =
      year(draft.end, isBareAllowed: true, calendar: draft.point.calendar)
      ?? year(behind, isBareAllowed: true, calendar: draft.point.calendar)
    guard let found else { return }
    draft.point.year = found.field
    draft.end = found.end
  }

  /// The nth day of a month is a day of the month like any other.
  private func settleDayOfMonth(_ draft: inout Draft) {
    guard draft.point.ordinalUnit == .day, let ordinal = draft.point.ordinal, ordinal > 0, draft.point.month != nil,
      draft.point.weekday == nil
    else { return }
    draft.point.day = .number(ordinal)
    draft.point.ordinal = nil
    draft.point.ordinalUnit = nil
  }

  /// غرة, سلخ before a month: its first, its last day.
  func isDayOfMonth(_ index: Int) -> Bool {
    guard text.has(index, .part), text.word(index).monthDay != 0, !text.isDefinite(index) else { return false }
    let next = text.end(index)
    if text.has(next, [.month, .hijriMonth]) { return true }
    return text.has(next, .unit) && text.word(next).unit == .month && text.word(next).unitNumber == 1
  }

  /// أيام behind an ordinal: أول أيام رمضان (the first of the days of Ramadan).
  private func isDaysOf(_ index: Int) -> Bool {
    text.has(index, .unit) && text.word(index).unitNumber == 3 && text.word(index).unit >= .day
      && !text.isDefinite(index) && text.clitics(index).isEmpty
      || text.has(index, .holiday) && text.tokens[index].key == Self.days
  }

  /// أيام (days), which also begins the names of feasts: أيام التشريق.
  private static let days = Orthography.arabic.key("أيام")

  /// ثاني أيام عيد الفطر (the second day of the feast).
  private func readDayOfFeast(_ draft: inout Draft, _ index: Int) -> Bool {
    guard text.has(index, .holiday), text.isBare(index) else { return false }
    draft.point.holiday = text.lexicon.holidays[Int(text.word(index).holiday)]
    draft.end = text.end(index)
    draft.rule = "holiday"
    readDirection(&draft)
    readTrailingYear(&draft)
    return true
  }

  private func cancel(_ draft: inout Draft) -> Bool {
    draft.point.ordinal = nil
    draft.point.ordinalUnit = nil
    draft.point.weekday = nil
    return false
  }

  private func unitOrWeekday(_ index: Int, isDefinite: Bool) -> Bool {
    guard index < text.count,
      text.isDefinite(index) == isDefinite || text.word(index).roles.contains(.relativeDay) && isDefinite
    else { return false }
    if text.has(index, .weekday) { return true }
    return text.has(index, .unit) && text.word(index).unitNumber == 1 && text.word(index).unit >= .day
  }

  private func apply(_ nth: Int, _ index: Int, _ draft: inout Draft) {
    draft.point.ordinal = nth
    if text.has(index, .weekday) {
      draft.point.weekday = Int(text.word(index).weekday)
    } else {
      draft.point.ordinalUnit = text.has(index, .unit) ? text.word(index).unit : .day
    }
  }

  // MARK: Quarters, halves, seasons

  /// الربع الثاني من العام الجاري (the second quarter of this year), النصف الأول من 2023, صيف 2014.
  func readPortion(_ draft: inout Draft, _ link: Link) -> Bool {
    guard draft.point.portion == nil, draft.point.day == nil, draft.point.month == nil else { return false }
    let index = link.index
    if text.has(index, .season), text.word(index).unitNumber < 2, readSeason(&draft, index) { return true }
    if text.has(index, .this), text.has(text.end(index), .season), text.isDefinite(text.end(index)) {
      draft.point.portion = CalendarDescription.Portion(.season, Int(text.word(text.end(index)).season))
      draft.point.direction = 0
      draft.end = text.end(index) + 1
      draft.rule = "season"
      return true
    }
    guard text.has(index, .fraction), text.isDefinite(index), text.word(index).numerator == 1,
      [2, 4].contains(text.word(index).denominator)
    else { return false }
    let unit: TimeUnit = text.word(index).denominator == 4 ? .quarter : .half
    if let (number, end) = numberOfPortion(index + 1, unit) { return readPortion(number, unit, end, &draft) }
    guard unit == .quarter, let (field, behind) = direction(index + 1) else { return false }
    draft.point.portion = CalendarDescription.Portion(unit, 0)
    draft.point.portionReference = field
    draft.end = behind
    draft.rule = "quarter"
    return true
  }

  /// Which quarter or half: الأول (the first), الأخير (the last).
  private func numberOfPortion(_ index: Int, _ unit: TimeUnit) -> (Int, end: Int)? {
    let most = unit == .quarter ? 4 : 2
    guard text.isDefinite(index) else { return nil }
    if let ordinal = numbers.ordinal(index), Int(ordinal.value) <= most { return (Int(ordinal.value), ordinal.end) }
    return text.has(index, .last) ? (most, index + 1) : nil
  }

  /// A numbered quarter or half, and the year or month that it is one of.
  private func readPortion(_ number: Int, _ unit: TimeUnit, _ end: Int, _ draft: inout Draft) -> Bool {
    if draft.point.year == nil {
      var place = end
      if text.has(place, [.from, .in]), text.isBare(place) || !text.clitics(place).contains(.conjunction) {
        place = text.end(place)
      }
      if let (year, yearEnd) = yearOfPortion(place, behind: end) {
        draft.point.year = year
        draft.end = yearEnd
      } else if let isRead = readHalfOfMonth(number, unit, place, behind: end, &draft) {
        return isRead
      } else {
        draft.end = end
      }
      draft.rule = unit == .quarter ? "quarter" : "half-year"
    } else {
      draft.end = end
    }
    draft.point.portion = CalendarDescription.Portion(unit, number)
    return true
  }

  private func yearOfPortion(_ place: Int, behind end: Int) -> (CalendarDescription.Field, end: Int)? {
    if let (year, yearEnd, _) = year(place, isBareAllowed: true, calendar: .gregorian) { return (year, yearEnd) }
    let isCurrent =
      text.has(place, .unit) && text.word(place).unit == .year && text.isDefinite(place) && place > end
    return isCurrent ? (.relative(0), place + 1) : nil
  }

  /// النصف الأول من الشهر (the first half of the month).
  ///
  /// - Returns: nil where no month is spoken of; false for a half of nothing.
  private func readHalfOfMonth(
    _ number: Int, _ unit: TimeUnit, _ place: Int, behind end: Int, _ draft: inout Draft
  ) -> Bool? {
    if let (unit, field, behind) = unitReference(place), unit == .month, number > 0, place > end {
      draft.point.month = field
      draft.end = behind
    } else {
      guard unit == .half else { return nil }
      var month = Draft(start: place)
      month.pieces = 1
      guard place > end, readMonth(&month, Link(index: place)) else { return false }
      draft.point = month.point
      draft.end = month.end
    }
    draft.modifier = number == 1 ? .start : .end
    draft.rule = "half-month"
    return true
  }

  private func readSeason(_ draft: inout Draft, _ index: Int) -> Bool {
    let isDefinite = text.isDefinite(index)
    var end = index + 1
    let place = text.has(end, [.from]) ? text.end(end) : end
    if isDefinite, let (field, behind) = direction(end), case .relative(let steps) = field {
      draft.point.direction = steps
      end = behind
    } else if !text.startsLine(end),
      let found = year(place, isBareAllowed: !isDefinite || draft.modifier != nil, calendar: .gregorian)
    {
      draft.point.year = found.field
      end = found.end
    } else {
      guard isDefinite, isSeasonByItsPlace(index, end, draft) else { return false }
    }
    draft.point.portion = CalendarDescription.Portion(.season, Int(text.word(index).season))
    draft.end = end
    draft.rule = "season"
    return true
  }

  /// "The spring" and "the Spring" (of revolutions) are one word; alone it is a date only in its place: behind "in", at
  /// the end of what is said.
  private func isSeasonByItsPlace(_ index: Int, _ end: Int, _ draft: Draft) -> Bool {
    let isPlaced =
      text.has(index - 1, [.within, .in, .this, .part]) || draft.modifier != nil || isAlone(index, end)
    let isNamed =
      end < text.count && text.kind(end) == .word && ArabicArticle.isOn(text.tokens[end].key)
      && text.tags[end].word == 0
    let isSaid = !text.has(index - 1, .unit) && end >= text.count - 1 && draft.start == index
    return isPlaced && !isNamed || isSaid
  }

  // MARK: Decades and centuries

  /// An age: العمر من الثلاثينات, "the thirties of *his life*".
  private func isOfLife(_ decade: Int) -> Bool {
    let isLife = { (token: Int) in
      text.tokens.indices.contains(token) && text.tokens[token].stem == Self.life
    }
    return text.has(decade - 1, .from) && isLife(decade - 2) || text.has(decade + 1, .from) && isLife(decade + 2)
  }

  /// تسعينيات القرن الماضي (the nineties of the last century), الثمانينيات, القرن التاسع عشر (the nineteenth century).
  func readDecade(_ draft: inout Draft, _ link: Link) -> Bool {
    var index = link.index
    guard draft.point.decade == nil, draft.point.year == nil, draft.point.month == nil else { return false }
    if text.has(index, .unit), text.word(index).unit == .decade, !text.isDefinite(index), text.has(index + 1, .decade) {
      index += 1
    }
    if text.has(index, .decade) {
      draft.point.decade = .number(Int(text.word(index).decade))
      draft.end = index + 1
      draft.rule = "decade"
      let place = text.has(draft.end, [.from, .in]) ? text.end(draft.end) : draft.end
      if let (century, end) = century(place) {
        draft.point.century = century
        draft.end = end
      } else if !text.isDefinite(index), !isAlone(index, index + 1) {
        // "His forties" are an age.
        draft.point.decade = nil
        return false
      } else if text.isDefinite(index), isOfLife(index) {
        draft.point.decade = nil
        return false
      }
      return true
    }
    guard draft.pieces == 0 || draft.point.ordinal != nil, let (century, end) = century(index) else { return false }
    draft.point.century = century
    draft.end = end
    draft.rule = "century"
    // القرن الثاني الهجري (the second century after the Hijra).
    if case .number(let number) = century, number > 0, draft.point.ordinal == nil, let era = eraAt(end),
      era.kind == .hijri
    {
      draft.point.calendar = .islamic
      draft.end = era.end
    }
    return true
  }

  /// عمر (age).
  private static let life = Orthography.arabic.key("عمر")

  func century(_ index: Int) -> (CalendarDescription.Field, end: Int)? {
    if let (unit, field, end) = unitReference(index), unit == .century { return (field, end) }
    guard text.has(index, .unit), text.word(index).unit == .century, text.isDefinite(index),
      text.word(index).unitNumber == 1
    else { return nil }
    if let ordinal = numbers.ordinal(index + 1), text.isDefinite(index + 1), (1...30).contains(ordinal.value) {
      if let era = eraAt(ordinal.end), era.kind == .beforeChrist { return (.number(1 - Int(ordinal.value)), era.end) }
      return (.number(Int(ordinal.value)), ordinal.end)
    }
    if let number = numbers.integer(index + 1), (1...30).contains(number) { return (.number(number), index + 2) }
    return nil
  }
}
