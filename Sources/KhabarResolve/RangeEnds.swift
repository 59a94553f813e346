import KhabarCore

/// The two ends of a range, of which each takes from the other what its own words leave out: "from 10 to 15 November
/// 2023" has one month and one year for both.
struct RangeEnds {
  var first: CalendarDescription
  var last: CalendarDescription

  init(_ first: CalendarDescription, _ last: CalendarDescription) {
    (self.first, self.last) = (first, last)
    shareDay()
    shareMonth()
    shareYear()
    shareWeek()
    shareCalendar()
    shareHalfOfDay()
  }

  /// Both ends are times of an unnamed day.
  var areClockTimes: Bool { first.isClockOnly && last.isClockOnly }

  /// "From 8 to 10 in the morning on Monday": an end that has only its time of day is on the day of the other.
  private mutating func shareDay() {
    if first.isClockOnly, !last.isClockOnly {
      first = last.with(clock: first.clock, first.dayPart, zone: first.zone ?? last.zone)
    } else if last.isClockOnly, !first.isClockOnly {
      last = first.with(clock: last.clock, last.dayPart, zone: last.zone)
    }
  }

  /// "From 10 to 15 November 2023".
  private mutating func shareMonth() {
    if first.isDayAlone, last.month != nil { first.takeMonth(of: last) }
    if last.isDayAlone, first.month != nil { last.takeMonth(of: first) }
  }

  /// "From March to May 2023", "from the first to the third quarter of 2023", "from the twenties to the forties of the
  /// last century".
  private mutating func shareYear() {
    if first.hasNumberedMonth, last.hasNumberedMonth {
      first.year = first.year ?? last.year
      if first.year == nil, last.year == nil { first.direction = first.direction ?? last.direction }
    }
    if first.portion != nil, last.portion != nil {
      first.year = first.year ?? last.year
      last.year = last.year ?? first.year
    }
    if case .number = first.decade, case .number = last.decade { first.century = first.century ?? last.century }
  }

  /// "From Monday to Thursday of next week".
  private mutating func shareWeek() {
    guard first.weekday != nil, last.weekday != nil, first.month == nil, last.month == nil else { return }
    first.week = first.week ?? last.week
    last.week = last.week ?? first.week
    first.direction = first.direction ?? last.direction
  }

  /// "From Ramadan to Shawwal 1445": a year says its calendar for both.
  private mutating func shareCalendar() {
    guard first.calendar != last.calendar, first.year == nil || last.year == nil else { return }
    let calendar = first.calendar == .gregorian ? last.calendar : first.calendar
    (first.calendar, last.calendar) = (calendar, calendar)
  }

  /// "Between five and six in the evening": an hour of twelve is in the half of the day that the other's is in.
  private mutating func shareHalfOfDay() {
    guard let start = first.clock, let end = last.clock, start.isExact != end.isExact else { return }
    if end.isExact, start.hour < 12, start.hour + 12 <= end.hour { first.clock?.hour += 12 }
    if start.isExact, end.hour < 12, end.hour < start.hour { last.clock?.hour += 12 }
  }
}

extension CalendarDescription {
  /// A day of a month that is not said.
  fileprivate var isDayAlone: Bool {
    guard case .number = day else { return false }
    return month == nil && weekday == nil
  }

  fileprivate var hasNumberedMonth: Bool {
    if case .number = month { return true }
    return false
  }

  fileprivate mutating func takeMonth(of other: CalendarDescription) {
    month = month ?? other.month
    year = year ?? other.year
    direction = direction ?? other.direction
    calendar = other.calendar
  }

  fileprivate func with(clock: ClockTime?, _ part: DayPart?, zone: Int?) -> CalendarDescription {
    var copy = self
    (copy.clock, copy.dayPart, copy.zone) = (clock, part, zone)
    return copy
  }
}
