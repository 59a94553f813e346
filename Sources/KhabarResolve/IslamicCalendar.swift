import KhabarCore

/// The Hijri calendar: Umm al-Qura from its published month table, and the arithmetic civil calendar outside it.
///
/// The table is the one that Saudi Arabia publishes, 1343 to 1500 AH, as the package hijridate (MIT) gives it. Each
/// number holds a year's twelve month lengths, two bits a month, Muharram lowest, as days beyond 28 (the older years
/// have months of 28 and 31 days). Outside it stands the tabular calendar with the leap years 2, 5, 7, 10, 13, 16, 18,
/// 21, 24, 26 and 29 of the 30-year cycle, epoch 16 July 622 (Julian), which is only near the observed one.
public enum IslamicCalendar: MonthCalendar {
  /// Years AH of the published Umm al-Qura table.
  public static let tableYears = 1343...1500

  /// Day of 1 Muharram of every table year.
  private static let yearStarts: [Int32] = {
    var starts: [Int32] = []
    starts.reserveCapacity(lengths.count)
    var day = Int32(CivilDate(year: 1924, month: 8, day: 1).dayNumber)
    for packed in lengths {
      starts.append(day)
      for month in 0..<12 { day += 28 + Int32((packed >> UInt32(2 * month)) & 3) }
    }
    return starts
  }()

  /// True when dates of the year come from the published table; otherwise they can be a day or two off.
  public static func isExact(_ year: Int) -> Bool { tableYears.contains(year) }

  /// Days of a month.
  public static func days(inMonth month: Int, ofYear year: Int) -> Int {
    if tableYears.contains(year) {
      return 28 + Int((lengths[year - tableYears.lowerBound] >> UInt32(2 * (month - 1))) & 3)
    }
    if month == 12 { return isCivilLeap(year) ? 30 : 29 }
    return month % 2 == 1 ? 30 : 29
  }

  /// First day of a month; months beyond 1...12 carry over.
  public static func start(ofMonth month: Int, year: Int) -> CivilDate {
    let index = year * 12 + month - 1
    let year = index >= 0 ? index / 12 : -((11 - index) / 12)
    let month = index - year * 12 + 1
    if tableYears.contains(year) {
      let packed = lengths[year - tableYears.lowerBound]
      var day = Int(yearStarts[year - tableYears.lowerBound])
      for earlier in 0..<(month - 1) { day += 28 + Int((packed >> UInt32(2 * earlier)) & 3) }
      return CivilDate(dayNumber: day)
    }
    return civilStart(ofMonth: month, year: year)
  }

  /// Year, month and day of a civil date.
  public static func components(of date: CivilDate) -> (year: Int, month: Int, day: Int) {
    // The mean Hijri year is 354.36667 days; the estimate is off by one year at most.
    var year = Int((Double(date.dayNumber + 492_148) / 354.366_67).rounded(.down)) + 1
    while start(ofMonth: 1, year: year) > date { year -= 1 }
    while start(ofMonth: 1, year: year + 1) <= date { year += 1 }
    var month = 1
    while month < 12, start(ofMonth: month + 1, year: year) <= date { month += 1 }
    return (year, month, date.dayNumber - start(ofMonth: month, year: year).dayNumber + 1)
  }

  private static func isCivilLeap(_ year: Int) -> Bool {
    let remainder = (14 + 11 * year) % 30
    return (remainder < 0 ? remainder + 30 : remainder) < 11
  }

  /// Start of a month in the tabular calendar. 492148 days lie between 1 Muharram 1 and 1970-01-01.
  private static func civilStart(ofMonth month: Int, year: Int) -> CivilDate {
    let cycles = 3 + 11 * year
    let leapDays = cycles >= 0 ? cycles / 30 : -((29 - cycles) / 30)
    let monthDays = (month - 1) * 29 + month / 2
    return CivilDate(dayNumber: -492_148 + (year - 1) * 354 + leapDays + monthDays)
  }

  private static let lengths: [UInt32] = [
    0xA8A9A6, 0x666665, 0x9A2766, 0x6969A5, 0x5A69A5, 0x35A666, 0xB2A666, 0x9A6599, 0x9A5666, 0x666666,
    0x9699A6, 0x666999, 0x9A6666, 0x65A665, 0xA66666, 0x69659A, 0x65966A, 0xA66666, 0x666666, 0x666666,
    0xA66666, 0x6A2666, 0xA66666, 0x666666, 0x666666, 0xA66666, 0x69A666, 0x666666, 0xA99966, 0xA65999,
    0x999999, 0xA5A666, 0x696666, 0x666A59, 0xA69996, 0x666666, 0x999999, 0x666666, 0x6659A6, 0x9969A6,
    0x666699, 0x666666, 0x6A65A6, 0xA6665A, 0xA66665, 0x666669, 0xA66666, 0x59A666, 0xA66666, 0xA66665,
    0xA66566, 0x696666, 0x6659A6, 0x9966A6, 0x666699, 0x99A666, 0x699999, 0xA6659A, 0x665999, 0x99666A,
    0x6599A9, 0x966A69, 0x6669A5, 0x9A6666, 0x999999, 0x996666, 0x6599A6, 0x9666A6, 0x59A699, 0x66A696,
    0xA69A59, 0x9A9965, 0x9A6599, 0x996666, 0x599A66, 0x666A66, 0x9A6999, 0x9AA659, 0x9AA565, 0x9A9596,
    0x999666, 0x6659A6, 0x6699A6, 0x9A6999, 0x69A665, 0xA6A596, 0xA69659, 0x999969, 0x966669, 0x5999A9,
    0x6669A6, 0x5A6999, 0x9A6666, 0x999999, 0x9665A6, 0x6596A6, 0x9666A6, 0x599A99, 0x669A66, 0x669999,
    0xA66666, 0x999699, 0x9659A9, 0x5969A9, 0x6666A6, 0x99A699, 0x69A665, 0x699966, 0x66659A, 0x99966A,
    0x6665A9, 0x9999A9, 0x6699A5, 0x9A9996, 0xA69659, 0x9A5966, 0x69659A, 0xA5999A, 0x666699, 0x9A6666,
    0x69A659, 0xA99966, 0xA96599, 0x999666, 0x6659A6, 0x9999A6, 0x5A69A5, 0x6A6696, 0x69A659, 0x699666,
    0x6659A6, 0x99669A, 0x659A99, 0x969A99, 0x5A9A65, 0x9A6996, 0x9A6659, 0x999969, 0x659A69, 0x9669A6,
    0x59A9A5, 0x69A696, 0xA99A59, 0xA66665, 0xA65999, 0x996669, 0x6599A9, 0x9669A6, 0xA66999, 0x9A6665,
    0x9A5996, 0x99965A, 0x66599A, 0x99666A, 0x665A69, 0x999A66, 0x699999, 0xA9965A,
  ]
}
