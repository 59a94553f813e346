import KhabarCore

/// Arithmetic of the proleptic Gregorian calendar on days, by integers.
extension CivilDate {
  /// The same day of the month that is `months` later; a day that the month lacks becomes its last.
  func adding(months: Int) -> CivilDate {
    let (year, month, day) = components
    let first = CivilDate(year: year, month: month + months, day: 1)
    let length = CivilDate.days(inMonth: first.month, ofYear: first.year)
    return first + (min(day, length) - 1)
  }

  /// ISO 8601 week: its year and number. Weeks begin on Monday; the first holds the year's first Thursday.
  var isoWeek: (year: Int, week: Int) {
    let thursday = self + (4 - weekday)
    let year = thursday.year
    return (year, (thursday.dayNumber - CivilDate(year: year, month: 1, day: 1).dayNumber) / 7 + 1)
  }

  /// Monday of this day's ISO week.
  var monday: CivilDate { self - (weekday - 1) }

  /// Monday of a numbered ISO week.
  static func monday(ofWeek week: Int, year: Int) -> CivilDate {
    CivilDate(year: year, month: 1, day: 4).monday + (week - 1) * 7
  }

  /// The nth day of a weekday in a stretch of days; nth is 1-based, -1 means the last. nil when there is none.
  static func nth(_ nth: Int, weekday: Int, in days: ClosedRange<CivilDate>) -> CivilDate? {
    let date: CivilDate
    if nth < 0 {
      let back = (days.upperBound.weekday - weekday + 7) % 7
      date = days.upperBound - back + (nth + 1) * 7
    } else {
      let ahead = (weekday - days.lowerBound.weekday + 7) % 7
      date = days.lowerBound + ahead + (nth - 1) * 7
    }
    return days.contains(date) ? date : nil
  }

  /// The whole month.
  static func month(_ month: Int, of year: Int) -> ClosedRange<CivilDate> {
    let first = CivilDate(year: year, month: month, day: 1)
    return first...(CivilDate(year: year, month: month + 1, day: 1) - 1)
  }

  static func years(_ first: Int, _ last: Int) -> ClosedRange<CivilDate> {
    CivilDate(year: first, month: 1, day: 1)...CivilDate(year: last, month: 12, day: 31)
  }

  /// Western Easter Sunday by the anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", chapter 8).
  static func easter(_ year: Int) -> CivilDate {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let d = b / 4
    let e = b % 4
    let f = (b + 8) / 25
    let g = (b - f + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let i = c / 4
    let k = c % 4
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    return CivilDate(year: year, month: month, day: (h + l - 7 * m + 114) % 31 + 1)
  }

  /// Orthodox Easter Sunday: Meeus' Julian algorithm, carried over to the Gregorian calendar.
  static func orthodoxEaster(_ year: Int) -> CivilDate {
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let month = (d + e + 114) / 31
    let julian = CivilDate(year: year, month: month, day: (d + e + 114) % 31 + 1)
    return julian + (year / 100 - year / 400 - 2)
  }
}
