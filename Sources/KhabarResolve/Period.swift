import KhabarCore

/// A resolved stretch of the calendar at one granularity.
struct Period: Equatable {
  var days: ClosedRange<CivilDate>
  var unit: TimeUnit
  /// The Hijri date it was given as: `1445-10-06`, `1445-10`, `1445`.
  var original: String?
  /// The calendar of `original`.
  var originalCalendar = CalendarSystem.islamic
  /// Computed by the arithmetic calendar, so a day or two may be wrong.
  var isApproximate = false
  /// Season of the year when `unit` is season: 1 spring … 4 winter.
  var season = 0
  /// Seconds since midnight of the first day, when a time of day is given.
  var second: Int?
  /// Its precision: hour, minute or second.
  var clockUnit: TimeUnit?
  var dayPart: DayPart?
  var zone: Int?

  init(_ days: ClosedRange<CivilDate>, _ unit: TimeUnit) {
    self.days = days
    self.unit = unit
  }

  init(day: CivilDate) { self.init(day...day, .day) }

  /// The period of a unit that holds a day.
  init(_ unit: TimeUnit, holding date: CivilDate) {
    let (year, month, _) = date.components
    switch unit {
    case .second, .minute, .hour, .day: self.init(day: date)
    case .week: self.init(date.monday...(date.monday + 6), .week)
    case .weekend: self.init((date.monday + 5)...(date.monday + 6), .weekend)
    case .month: self.init(CivilDate.month(month, of: year), .month)
    case .quarter:
      let first = (month - 1) / 3 * 3 + 1
      self.init(
        CivilDate(year: year, month: first, day: 1)...(CivilDate(year: year, month: first + 3, day: 1) - 1), .quarter)
    case .half:
      let first = month < 7 ? 1 : 7
      self.init(
        CivilDate(year: year, month: first, day: 1)...(CivilDate(year: year, month: first + 6, day: 1) - 1), .half)
    case .season:
      self = Period(
        season: month == 12 ? 4 : [4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3][month - 1], year: month < 3 ? year - 1 : year)
    case .year: self.init(CivilDate.years(year, year), .year)
    case .decade: self.init(decade: year.floorDivided(by: 10))
    case .century: self.init(century: year.floorDivided(by: 100))
    case .millennium:
      let first = year.floorDivided(by: 1000) * 1000
      self.init(CivilDate.years(first, first + 999), .millennium)
    }
  }

  init(decade: Int) { self.init(CivilDate.years(decade * 10, decade * 10 + 9), .decade) }

  /// - Parameter century: index of the hundred years: 19 for the twentieth century, 1900 to 1999, as TIMEX3 writes it.
  init(century: Int) { self.init(CivilDate.years(century * 100, century * 100 + 99), .century) }

  /// A season by the meteorological calendar of the northern hemisphere; winter begins in December of its year.
  init(season: Int, year: Int) {
    let first = CivilDate(year: year, month: season * 3, day: 1)
    self.init(first...(CivilDate(year: year, month: season * 3 + 3, day: 1) - 1), .season)
    self.season = season
  }

  /// The period of the same unit that lies `count` further.
  func advanced(by count: Int) -> Period {
    let first = days.lowerBound
    switch unit.length {
    case .seconds: return Period(day: first + count)
    case .days(let length): return Period(unit, holding: first + length * count)
    case .months(let length): return Period(unit, holding: first.adding(months: length * count))
    }
  }
}

extension Int {
  /// Division that rounds down, for years before the common era.
  func floorDivided(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }
}

// MARK: - TIMEX3 values

extension Period {
  /// The TIMEX3 value: `2024-04-15`, `2024-W16`, `2024-Q2`, `199`, `2024-04-15T14:30`. A Hijri month or year is a range
  /// of days.
  var value: String {
    if original != nil, unit != .day { return "\(days.lowerBound)/\(days.upperBound)" }
    let (year, month, _) = days.lowerBound.components
    switch unit {
    case .millennium: return Self.year(year, digits: 1)
    case .century: return Self.year(year, digits: 2)
    case .decade: return Self.year(year, digits: 3)
    case .year: return Self.year(year, digits: 4)
    case .season: return "\(Self.year(year, digits: 4))-\(Timex.season(season))"
    case .half: return "\(Self.year(year, digits: 4))-H\(month < 7 ? 1 : 2)"
    case .quarter: return "\(Self.year(year, digits: 4))-Q\((month - 1) / 3 + 1)"
    case .month: return "\(Self.year(year, digits: 4))-\(CivilDate.pad(month, 2))"
    case .week, .weekend:
      let (year, week) = days.lowerBound.isoWeek
      return "\(CivilDate.pad(year, 4))-W\(CivilDate.pad(week, 2))\(unit == .weekend ? "-WE" : "")"
    case .day, .hour, .minute, .second: return day + clock
    }
  }

  private var day: String {
    let (year, month, day) = days.lowerBound.components
    if days.lowerBound != days.upperBound, second == nil, dayPart == nil {
      return "\(days.lowerBound)/\(days.upperBound)"
    }
    return "\(Self.year(year, digits: 4))-\(CivilDate.pad(month, 2))-\(CivilDate.pad(day, 2))"
  }

  /// The part behind the day: `T14:30`, `TMO`, or nothing.
  var clock: String { Timex.clock(second: second, unit: clockUnit, dayPart: dayPart, zone: zone) }

  private static func year(_ year: Int, digits: Int) -> String {
    if year > 0 { return String(CivilDate.pad(year, 4).prefix(digits)) }
    return "BC" + CivilDate.pad(1 - year, 4).prefix(digits)
  }
}

/// Pieces of TIMEX3 values.
enum Timex {
  /// The letters of a season: 1 spring … 4 winter.
  static func season(_ number: Int) -> String { ["SP", "SU", "FA", "WI"][max(1, min(4, number)) - 1] }

  static func clock(second: Int?, unit: TimeUnit?, dayPart: DayPart?, zone: Int?) -> String {
    guard let second else { return dayPart.map { "T\($0.code)" } ?? "" }
    let pad = { (value: Int) in CivilDate.pad(value, 2) }
    var text = "T\(pad(second / 3600)):\(pad(second / 60 % 60))"
    if unit == .second { text += ":\(pad(second % 60))" }
    if let zone {
      text += zone == 0 ? "Z" : "\(zone < 0 ? "-" : "+")\(pad(abs(zone) / 60)):\(pad(abs(zone) % 60))"
    }
    return text
  }

  /// `P2Y3M`, `PT2.5H`, `P1DE`, `PXD` for an unknown number.
  static func duration(_ amounts: [TimeAmount]) -> String {
    var days = ""
    var clock = ""
    for amount in amounts.sorted(by: { $0.unit > $1.unit }) {
      let count = amount.unit == .half ? amount.count.map { $0 * 6 } : amount.count
      let text = (count.map(number) ?? "X") + amount.unit.designator
      if amount.unit.isClock { clock += text } else { days += text }
    }
    return "P" + days + (clock.isEmpty ? "" : "T" + clock)
  }

  /// A number without superfluous decimals.
  static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    let thousandths = (value * 1000).rounded() / 1000
    return "\(thousandths)"
  }
}
