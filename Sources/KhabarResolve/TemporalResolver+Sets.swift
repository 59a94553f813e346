import KhabarCore

/// Sets of days: "every Monday", "every year on 7 October".
extension TemporalResolver {
  /// What repeats, with what it leaves open crossed out: `XXXX-WXX-1`, `XXXX-10-07T08`.
  func setValue(_ each: TimeAmount, _ point: CalendarDescription?) -> String {
    guard let point else { return Timex.duration([each]) }
    let value = dayOfSet(point) + timeOfSet(point)
    return value.isEmpty ? Timex.duration([each]) : value
  }

  private func dayOfSet(_ point: CalendarDescription) -> String {
    if let weekday = point.weekday { return "XXXX-WXX-\(weekday)" }
    var day = ""
    if case .number(let number) = point.day { day = "-\(CivilDate.pad(number, 2))" }
    if case .number(let month) = point.month { return "XXXX-\(CivilDate.pad(month, 2))\(day)" }
    if !day.isEmpty { return "XXXX-XX\(day)" }
    guard let portion = point.portion, portion.unit == .season else { return "" }
    return "XXXX-\(Timex.season(portion.number))"
  }

  private func timeOfSet(_ point: CalendarDescription) -> String {
    guard let clock = point.clock else { return point.dayPart.map { "T\($0.code)" } ?? "" }
    if clock.minute == nil, clock.second == nil { return "T\(CivilDate.pad(clock.hour % 24, 2))" }
    return Timex.clock(
      second: clock.secondOfDay, unit: clock.second != nil ? .second : .minute, dayPart: nil, zone: point.zone)
  }
}

extension ClockTime {
  /// Seconds since midnight; the 24th hour is the next midnight.
  var secondOfDay: Int { (hour % 24) * 3600 + (minute ?? 0) * 60 + (second ?? 0) }
}
