import KhabarCore

/// Finds the place in the calendar that a description names, given an anchor and the time last spoken of.
struct PointResolver {
  var anchor: DocumentAnchor?
  var mentioned: Period?
  var tense: ClauseTense
  /// Set when the anchor was needed.
  var usedAnchor = false
  /// Set when the time last spoken of was needed.
  var usedMention = false

  init(anchor: DocumentAnchor?, mentioned: Period?, tense: ClauseTense) {
    self.anchor = anchor
    self.mentioned = mentioned
    self.tense = tense
  }

  /// The period that the description names; nil when it is relative and there is nothing to count from.
  mutating func period(_ point: CalendarDescription) -> Period? {
    guard var period = dayPeriod(point) else { return nil }
    guard period.unit == .day || point.clock == nil else { return period }
    if let clock = point.clock {
      if clock.hour == 24 { period.days = (period.days.lowerBound + 1)...(period.days.upperBound + 1) }
      period.second = clock.secondOfDay
      period.clockUnit = clock.second != nil ? .second : clock.minute != nil ? .minute : .hour
    } else if period.unit == .day {
      period.dayPart = point.dayPart
    }
    period.zone = point.zone
    return period
  }

  private mutating func dayPeriod(_ point: CalendarDescription) -> Period? {
    if let rule = point.holiday { return holiday(rule, point) }
    if point.calendar == .islamic, point.month != nil || point.year != nil { return islamic(point) }
    if point.calendar == .solarHijri, point.month != nil || point.year != nil { return solarHijri(point) }
    guard let container = container(point) else { return nil }
    if let nth = point.ordinal { return ordinal(nth, of: point, in: container) }
    return container
  }

  // MARK: From coarse to fine

  private mutating func container(_ point: CalendarDescription) -> Period? {
    if let day = point.day { return self.day(day, point) }
    if point.weekday != nil, point.ordinal == nil { return weekday(point) }
    if let week = point.week { return self.week(week, point) }
    if let month = point.month { return self.month(month, point) }
    if let portion = point.portion { return self.portion(portion.unit, portion.number, point) }
    if let year = point.year {
      return self.year(year).map { Period(.year, holding: CivilDate(year: $0, month: 1, day: 1)) }
    }
    if let decade = point.decade { return self.decade(decade, point) }
    if let century = point.century {
      if point.calendar == .islamic, case .number(let number) = century { return Self.islamicCentury(number) }
      return self.century(century)
    }
    guard let anchor = anchorDate() else { return nil }
    if point.ordinal != nil { return Period(.year, holding: anchor) }
    return Period(day: anchor)
  }

  mutating func anchorDate() -> CivilDate? {
    if anchor != nil { usedAnchor = true }
    return anchor?.date
  }

  private mutating func mentionedPeriod() -> Period? {
    if let mentioned {
      usedMention = true
      return mentioned
    }
    return anchorDate().map { Period(day: $0) }
  }

  private mutating func year(_ field: CalendarDescription.Field) -> Int? {
    switch field {
    case .number(let year): return year
    case .relative(let offset): return anchorDate().map { $0.year + offset }
    case .mentioned(let offset): return mentionedPeriod().map { $0.days.lowerBound.year + offset }
    }
  }

  /// The hundred years of the Hijra of which the last has the round number.
  private static func islamicCentury(_ number: Int) -> Period {
    let (first, last) = (IslamicCalendar.year(number * 100 - 99), IslamicCalendar.year(number * 100))
    var period = Period(first.lowerBound...last.upperBound, .century)
    period.original = CivilDate.pad(number, 2)
    period.isApproximate = !IslamicCalendar.isExact(number * 100)
    return period
  }

  private mutating func century(_ field: CalendarDescription.Field) -> Period? {
    switch field {
    case .number(let number): return Period(century: number - 1)
    case .relative(let offset):
      return anchorDate().map { Period(.century, holding: $0).advanced(by: offset) }
    case .mentioned(let offset):
      return mentionedPeriod().map { Period(.century, holding: $0.days.lowerBound).advanced(by: offset) }
    }
  }

  private mutating func decade(_ field: CalendarDescription.Field, _ point: CalendarDescription) -> Period? {
    switch field {
    case .number(let number) where number >= 10: return Period(decade: number)
    case .number(let number):
      if let century = point.century.flatMap({ self.century($0) }) {
        return Period(decade: century.days.lowerBound.year / 10 + number)
      }
      // The nineties are those of the last century once its nineties are over; without an anchor, 1930 to 2029.
      let current = anchorDate().map { $0.year / 10 } ?? 202
      let candidate = current - current % 10 + number
      return Period(decade: candidate > current ? candidate - 10 : candidate)
    case .relative(let offset):
      return anchorDate().map { Period(.decade, holding: $0).advanced(by: offset) }
    case .mentioned(let offset):
      return mentionedPeriod().map { Period(.decade, holding: $0.days.lowerBound).advanced(by: offset) }
    }
  }

  private mutating func portion(_ unit: TimeUnit, _ number: Int, _ point: CalendarDescription) -> Period? {
    func make(_ year: Int) -> Period {
      if unit == .season { return Period(season: number, year: year) }
      let months = unit == .half ? 6 : 3
      return Period(unit, holding: CivilDate(year: year, month: (number - 1) * months + 1, day: 1))
    }
    if number > 0, let year = point.year.flatMap({ self.year($0) }) { return make(year) }
    if case .mentioned(let offset) = point.portionReference {
      return mentionedPeriod().map { Period(unit, holding: $0.days.lowerBound).advanced(by: offset) }
    }
    guard let anchor = anchorDate() else { return nil }
    if case .relative(let offset) = point.portionReference, number == 0 {
      return Period(unit, holding: anchor).advanced(by: offset)
    }
    guard number > 0 else { return Period(unit, holding: anchor) }
    return nearest(direction: point.direction, anchor: anchor, current: anchor.year, within: { make($0) })
  }

  private mutating func week(_ field: CalendarDescription.Field, _ point: CalendarDescription) -> Period? {
    switch field {
    case .number(let number):
      guard let year = point.year.flatMap({ self.year($0) }) ?? anchorDate()?.year else { return nil }
      return Period(.week, holding: CivilDate.monday(ofWeek: number, year: year))
    case .relative(let offset): return anchorDate().map { Period(.week, holding: $0).advanced(by: offset) }
    case .mentioned(let offset):
      return mentionedPeriod().map { Period(.week, holding: $0.days.lowerBound).advanced(by: offset) }
    }
  }

  // MARK: Months

  private mutating func month(_ field: CalendarDescription.Field, _ point: CalendarDescription) -> Period? {
    switch field {
    case .relative(let offset):
      return anchorDate().flatMap { sameMonth(as: Period(.month, holding: $0).advanced(by: offset), point) }
    case .mentioned(let offset):
      return mentionedPeriod().flatMap {
        sameMonth(as: Period(.month, holding: $0.days.lowerBound).advanced(by: offset), point)
      }
    case .number(let month):
      func make(_ year: Int) -> Period { Period(.month, holding: CivilDate(year: year, month: month, day: 1)) }
      if let field = point.year { return year(field).map(make) }
      if let decade = point.decade { return self.decade(decade, point).map { make($0.days.lowerBound.year) } }
      guard let anchor = anchorDate() else { return nil }
      return nearest(
        direction: point.direction, anchor: Period(.month, holding: anchor).days.lowerBound, current: anchor.year,
        within: make)
    }
  }

  /// "This month of last year": the month in the year that the words give, if they give one.
  private mutating func sameMonth(as month: Period, _ point: CalendarDescription) -> Period? {
    guard let field = point.year else { return month }
    return year(field).map { Period(.month, holding: CivilDate(year: $0, month: month.days.lowerBound.month, day: 1)) }
  }

  // MARK: Days

  /// "This day of last year", "of last month", "of last week": the day that lies there as `date` lies in its own.
  private mutating func sameDay(as date: CivilDate, _ point: CalendarDescription) -> CivilDate? {
    if let field = point.year { return year(field).map { date.adding(months: 12 * ($0 - date.year)) } }
    if case .relative(let offset) = point.month { return date.adding(months: offset) }
    if case .relative(let offset) = point.week { return date + 7 * offset }
    return date
  }

  private mutating func day(_ field: CalendarDescription.Field, _ point: CalendarDescription) -> Period? {
    switch field {
    case .relative(let offset):
      return anchorDate().flatMap { sameDay(as: $0 + offset, point) }.flatMap { onWeekday(of: point, near: $0) }
    case .mentioned(let offset):
      guard let period = mentionedPeriod() else { return nil }
      return sameDay(as: (offset > 0 ? period.days.upperBound : period.days.lowerBound) + offset, point)
        .map { Period(day: $0) }
    case .number(let day):
      guard let month = point.month else { return dayOfMonth(day, point) }
      if case .number(let number) = month, point.year == nil { return dayOfYear(day, number, point) }
      return self.month(month, point).flatMap { validDay(day, in: $0) }
    }
  }

  /// Days by which a report may have been written before or after the day it is dated.
  private static let mistakenDays = -3...3

  /// "Yesterday, Tuesday": where the two disagree, the report was written on another day, and the weekday is right.
  private func onWeekday(of point: CalendarDescription, near date: CivilDate) -> Period? {
    guard let weekday = point.weekday, date.weekday != weekday else { return Period(day: date) }
    return Self.mistakenDays.first { (date + $0).weekday == weekday }.map { Period(day: date + $0) }
  }

  /// A day and month whose year is open: "7 October".
  private mutating func dayOfYear(_ day: Int, _ month: Int, _ point: CalendarDescription) -> Period? {
    guard let anchor = anchorDate() else { return nil }
    func make(_ year: Int) -> CivilDate? { CivilDate(validYear: year, month: month, day: day) }
    // A weekday beside the date decides the year, unless it fits none of the three.
    if let weekday = point.weekday, point.direction == nil {
      let fitting = (-1...1).compactMap { make(anchor.year + $0) }.filter { $0.weekday == weekday }
      if fitting.count == 1 { return Period(day: fitting[0]) }
    }
    return nearest(direction: point.direction, anchor: anchor, current: anchor.year) { year in
      make(year).map { Period(day: $0) }
    }
  }

  private func validDay(_ day: Int, in month: Period) -> Period? {
    let date = month.days.lowerBound + (day - 1)
    return day >= 1 && month.days.contains(date) ? Period(day: date) : nil
  }

  /// A day of the month alone: "on the 15th".
  private mutating func dayOfMonth(_ day: Int, _ point: CalendarDescription) -> Period? {
    guard let anchor = anchorDate() else { return nil }
    let index = anchor.year * 12 + anchor.month - 1
    func make(_ month: Int) -> Period? {
      let year = month.floorDivided(by: 12)
      return CivilDate(validYear: year, month: month - year * 12 + 1, day: day).map { Period(day: $0) }
    }
    if let weekday = point.weekday {
      for offset in [0, tense == .future ? 1 : -1, tense == .future ? -1 : 1] {
        if let period = make(index + offset), period.days.lowerBound.weekday == weekday { return period }
      }
    }
    return nearest(direction: point.direction, anchor: anchor, current: index, within: make)
  }

  private mutating func weekday(_ point: CalendarDescription) -> Period? {
    guard let weekday = point.weekday else { return nil }
    if let week = point.week { return self.week(week, point).map { Period(day: $0.days.lowerBound + (weekday - 1)) } }
    if let month = point.month, let period = self.month(month, point) {
      // "Monday, February" names no day of its own.
      return CivilDate.nth(1, weekday: weekday, in: period.days).map { Period(day: $0) }
    }
    guard let anchor = anchorDate() else { return nil }
    let back = (anchor.weekday - weekday + 7) % 7
    let ahead = (7 - back) % 7
    switch point.direction {
    case .some(let steps) where steps < 0: return Period(day: anchor - (back == 0 ? 7 : back) + (steps + 1) * 7)
    case .some(let steps) where steps > 0: return Period(day: anchor + (ahead == 0 ? 7 : ahead) + (steps - 1) * 7)
    case .some: return Period(day: anchor.monday + (weekday - 1))
    case nil:
      switch tense {
      case .future, .present, .alone, .until: return Period(day: anchor + ahead)
      case .past, .none: return Period(day: anchor - back)
      }
    }
  }

  // MARK: Ordinals

  private mutating func ordinal(_ nth: Int, of point: CalendarDescription, in container: Period) -> Period? {
    let days = container.days
    if let weekday = point.weekday { return CivilDate.nth(nth, weekday: weekday, in: days).map { Period(day: $0) } }
    switch point.ordinalUnit ?? .day {
    case .day:
      let date = nth < 0 ? days.upperBound + (nth + 1) : days.lowerBound + (nth - 1)
      return days.contains(date) ? Period(day: date) : nil
    case .week:
      if container.unit == .year {
        let year = days.lowerBound.year
        let monday =
          nth < 0
          ? CivilDate(year: year, month: 12, day: 28).monday + (nth + 1) * 7 : CivilDate.monday(ofWeek: nth, year: year)
        return Period(.week, holding: monday)
      }
      return CivilDate.nth(nth, weekday: 1, in: days).map { Period(.week, holding: $0) }
    case .weekend: return weekend(nth, of: point, in: days)
    case .month, .quarter, .half, .year, .decade:
      let unit = point.ordinalUnit ?? .month
      let first = Period(unit, holding: nth < 0 ? days.upperBound : days.lowerBound)
      let period = first.advanced(by: nth < 0 ? nth + 1 : nth - 1)
      return days.overlaps(period.days) ? period : nil
    default: return nil
    }
  }

  /// The weekend of a week, or the nth of a longer time. What happened on "the weekend" happened on the last one, as
  /// far as nothing says which is meant.
  private func weekend(_ nth: Int, of point: CalendarDescription, in days: ClosedRange<CivilDate>) -> Period? {
    guard let saturday = CivilDate.nth(nth, weekday: 6, in: days) else { return nil }
    let isOpen = point.week == .relative(0) && point.direction == nil && tense == .past
    let isAhead = anchor.map { saturday > $0.date } ?? false
    return Period(.weekend, holding: isOpen && isAhead ? saturday - 7 : saturday)
  }

  // MARK: The year that the words leave open

  /// Picks the repetition of a date that the direction word, else the clause's tense asks for.
  ///
  /// - Parameters:
  ///   - anchor: what is before it has passed.
  ///   - current: the repetition (year or month) that holds the anchor.
  func nearest(
    direction: Int?, anchor: CivilDate, current: Int, within make: (Int) -> Period?
  ) -> Period? {
    withoutActuallyEscaping(make) { make in
      let repetitions = Repetitions(anchor: anchor, current: current, make: make)
      guard let direction else { return repetitions.told(in: tense) }
      return repetitions.counted(direction)
    }
  }
}
