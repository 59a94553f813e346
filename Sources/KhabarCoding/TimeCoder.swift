import KhabarCore

/// Says which days an event's time covers and what it rests on, and reads a time anew that can't be: what has happened
/// is not later than its report, what is planned not earlier.
struct TimeCoder {
  let document: AssembledDocument

  /// The event's time with its days; nil when it has none, or the only reading is a wrong one.
  func time(of event: Event) -> EventTime? {
    guard var time = event.time else { return nil }
    let expression = time.reference.map { document.times[$0] }
    time.days = expression?.days ?? CivilDate(iso: time.value).map { $0...$0 }
    time.basis = basis(of: time)
    guard let days = time.days, let report = document.resolved.anchor?.date, isWrong(days, event.status, report) else {
      return time
    }
    guard let expression, time.basis == .clause, let other = shifted(expression, days, report),
      !isWrong(other, event.status, report)
    else { return nil }
    time.days = other
    time.value = other.lowerBound.description
    time.basis = .shifted
    return time
  }

  private func basis(of time: EventTime) -> TimeBasis {
    switch time.filledBy {
    case .clause: .clause
    case .dateline: .dateline
    default: .held
    }
  }

  private func isWrong(_ days: ClosedRange<CivilDate>, _ status: EventStatus, _ report: CivilDate) -> Bool {
    switch status {
    case .occurred: days.lowerBound > report
    case .planned: days.upperBound < report
    case .ongoing, .cancelled, .denied: false
    }
  }

  /// The same weekday a week, or the same day of the year a year, to the other side. Only for what was read against the
  /// document's date; a full date means what it says, and so does "yesterday".
  private func shifted(
    _ expression: TimeExpression, _ days: ClosedRange<CivilDate>, _ report: CivilDate
  ) -> ClosedRange<CivilDate>? {
    guard expression.isSideOpen, case .document = expression.anchor, days.lowerBound == days.upperBound else {
      return nil
    }
    let day = days.lowerBound
    let isLate = day > report
    // A weekday is never read further away than a week.
    if abs(day.dayNumber - report.dayNumber) <= 7 {
      let other = isLate ? day - 7 : day + 7
      return other...other
    }
    let (year, month, date) = day.components
    guard let other = CivilDate(validYear: year + (isLate ? -1 : 1), month: month, day: date) else { return nil }
    return other...other
  }
}
