import KhabarCore

/// Amounts of time counted from a day: "two months later", "the past three days".
extension TemporalResolver {
  /// A moment that is counted from, and where the counting has come to.
  private struct Moment {
    var day: CivilDate
    /// Seconds since midnight, where the time of day is known.
    var second: Int?

    init(_ day: CivilDate, second: Int?) { (self.day, self.second) = (day, second) }
  }

  /// "Three hours earlier", "two years after that".
  func shift(
    _ amounts: [TimeAmount], _ sign: Int, _ base: TemporalMeaning.ShiftBase, _ resolver: inout PointResolver
  ) -> Answer {
    guard amounts.allSatisfy({ $0.count != nil }), let finest = amounts.map(\.unit).min() else {
      return Answer(kind: .date, value: (sign < 0 ? TimeReference.past : .future).rawValue)
    }
    guard let origin = origin(base, sign, &resolver), let day = Self.day(amounts, sign, from: origin.day) else {
      return Answer(kind: .date)
    }
    if finest.isClock {
      guard let second = origin.second else { return Answer(kind: .date, value: "\(day)", period: Period(day: day)) }
      let seconds = Double(second) + Self.seconds(amounts, sign)
      let period = Self.moment(day, seconds: seconds, isExact: finest == .second)
      return Answer(kind: .time, value: period.value, period: period)
    }
    if amounts.contains(where: { $0.calendar == .islamic }) {
      return Answer(kind: .date, value: "\(day)", period: Period(day: day))
    }
    let period = Period(Self.unit(of: amounts, finest), holding: day)
    return Answer(kind: .date, value: period.value, period: period)
  }

  /// What is counted from: of several days the last when counting onwards, the first when counting back.
  private func origin(
    _ base: TemporalMeaning.ShiftBase, _ sign: Int, _ resolver: inout PointResolver
  ) -> Moment? {
    func edge(_ period: Period) -> Moment {
      Moment(sign > 0 ? period.days.upperBound : period.days.lowerBound, second: period.second)
    }
    switch base {
    case .anchor: return resolver.anchorDate().map { Moment($0, second: anchor?.secondOfDay) }
    case .mentioned:
      guard let mentioned = resolver.mentioned else { return resolver.anchorDate().map { Moment($0, second: nil) } }
      resolver.usedMention = true
      return edge(mentioned)
    case .point(let meaning): return resolve(meaning, with: &resolver).period.map(edge)
    }
  }

  /// More of any unit than this is no amount of the calendar.
  private static let mostUnits = 1e6

  /// The day that lies some days, weeks, months … from another; nil beyond the calendar.
  private static func day(_ amounts: [TimeAmount], _ sign: Int, from start: CivilDate) -> CivilDate? {
    var day = start
    for amount in amounts {
      let count = (amount.count ?? 0) * Double(sign)
      guard abs(count) < mostUnits else { return nil }
      switch amount.unit.length {
      case .seconds: continue
      case .days(let length): day = day + Int((count * Double(length)).rounded())
      case .months(let length): day = self.day(count, of: amount, months: length, from: day)
      }
    }
    return day
  }

  private static func day(_ count: Double, of amount: TimeAmount, months: Int, from day: CivilDate) -> CivilDate {
    if amount.unit == .month {
      // Half a month is 15 days.
      let whole = count.rounded(.towardZero)
      return day.adding(months: Int(whole)) + Int(((count - whole) * 30).rounded())
    }
    guard amount.unit == .year, amount.calendar == .islamic else {
      return day.adding(months: Int((count * Double(months)).rounded()))
    }
    let (year, month, dayOfMonth) = IslamicCalendar.components(of: day)
    return IslamicCalendar.start(ofMonth: month, year: year + Int(count.rounded())) + (dayOfMonth - 1)
  }

  private static func seconds(_ amounts: [TimeAmount], _ sign: Int) -> Double {
    amounts.reduce(0) { sum, amount in
      guard case .seconds(let length) = amount.unit.length else { return sum }
      return sum + (amount.count ?? 0) * Double(sign) * Double(length)
    }
  }

  private static let secondsOfDay = 86_400

  /// A time of day some seconds behind the midnight of a day, which may be on another day.
  private static func moment(_ day: CivilDate, seconds: Double, isExact: Bool) -> Period {
    let days = Int((seconds / Double(secondsOfDay)).rounded(.down))
    let second = Int(seconds) - days * secondsOfDay
    var period = Period(day: day + days)
    period.second = second
    period.clockUnit = isExact || second % 60 != 0 ? .second : .minute
    return period
  }

  /// How exact a day is that amounts lead to: a day after days and weeks, a month after half years, a year after years,
  /// but for a fraction of one.
  private static func unit(of amounts: [TimeAmount], _ finest: TimeUnit) -> TimeUnit {
    if finest <= .week { return .day }
    let unit = finest == .half || finest == .quarter ? .month : min(finest, .year)
    let hasFraction = amounts.contains { ($0.count ?? 0) != ($0.count ?? 0).rounded() }
    return hasFraction && unit == .year ? .month : unit
  }

  // MARK: Stretches

  /// More of any unit than this is no stretch that leads up to a day.
  private static let longestStretch = 100_000.0

  /// "The past three days": from the anchor backwards or forwards, without it; weeks and coarser units whole.
  func stretch(_ amount: TimeAmount, _ direction: Int, _ resolver: inout PointResolver) -> Answer {
    let length = Answer(kind: .duration, value: Timex.duration([amount]))
    guard let count = amount.count, count >= 1, count < Self.longestStretch, direction != 0,
      let date = resolver.anchorDate()
    else { return length }
    if case .seconds(let seconds) = amount.unit.length {
      guard let second = anchor?.secondOfDay else { return length }
      return hours(Int(count * Double(seconds)), direction, from: date, second)
    }
    let days = self.days(Int(count), amount.unit, direction, from: date)
    return Answer(kind: .date, value: "\(days.lowerBound)/\(days.upperBound)", period: Period(days, .day))
  }

  /// "The past 24 hours", from a second of a day.
  private func hours(_ length: Int, _ direction: Int, from date: CivilDate, _ second: Int) -> Answer {
    func moment(_ offset: Int) -> Period {
      let total = second + offset
      let days = total.floorDivided(by: Self.secondsOfDay)
      var period = Period(day: date + days)
      (period.second, period.clockUnit) = (total - days * Self.secondsOfDay, .minute)
      return period
    }
    let (from, to) = direction < 0 ? (moment(-length), moment(0)) : (moment(0), moment(length))
    return Answer(
      kind: .time, value: "\(from.value)/\(to.value)", period: Period(from.days.lowerBound...to.days.upperBound, .day))
  }

  private func days(
    _ number: Int, _ unit: TimeUnit, _ direction: Int, from date: CivilDate
  ) -> ClosedRange<CivilDate> {
    // The coming weeks, and weekends, are whole ones; the past weeks end yesterday.
    if unit == .weekend || unit == .week && direction > 0 {
      let first = Period(unit, holding: date).advanced(by: direction < 0 ? -number : 1)
      return first.days.lowerBound...first.advanced(by: number - 1).days.upperBound
    }
    let far: CivilDate
    switch unit.length {
    case .seconds(let length), .days(let length): far = date + direction.signum() * length * number
    case .months(let length): far = date.adding(months: direction.signum() * length * number)
    }
    return direction < 0 ? far...(date - 1) : (date + 1)...far
  }
}
