import KhabarCore

/// Ranges: each end takes what it lacks from the other.
extension TemporalResolver {
  func range(_ from: TemporalMeaning?, _ to: TemporalMeaning?, _ resolver: inout PointResolver) -> Answer {
    guard let from, let to else { return openRange(from, to, &resolver) }
    guard case .point(var first) = from, case .point(var second) = to else {
      let start = resolve(from, with: &resolver)
      let end = resolve(to, with: &resolver)
      return join(start, end)
    }
    let yearInherited = first.year == nil && second.year != nil
    share(&first, &second)
    if first.isClockOnly, second.isClockOnly {
      return join(resolve(.point(first), with: &resolver), resolve(.point(second), with: &resolver))
    }
    // A weekday or open date at the start lies before the one at the end.
    guard let end = resolver.period(second) else {
      guard let start = underspecifiedRange(first, second) else { return Answer(kind: .date) }
      return Answer(kind: .date, value: start)
    }
    var start = resolver.period(first)
    if let period = start, period.days.lowerBound > end.days.upperBound || period.days.lowerBound > end.days.lowerBound
    {
      if case .number(let year) = first.year, yearInherited {
        first.year = .number(year - 1)
        start = resolver.period(first)
      } else if first.year == nil, first.month != nil || first.weekday != nil || first.day != nil {
        var backwards = resolver
        backwards.anchor = DocumentAnchor(date: end.days.lowerBound, source: .text)
        backwards.tense = .past
        if first.direction == nil { start = backwards.period(first) }
      }
    }
    // An end whose year was open and that lies before its start is in the year behind.
    var last = end
    if let period = start, period.days.lowerBound > end.days.upperBound, second.year == nil {
      var onwards = resolver
      onwards.anchor = DocumentAnchor(date: period.days.lowerBound, source: .text)
      onwards.tense = .future
      second.direction = nil
      if let later = onwards.period(second) { last = later }
    }
    return join(
      start.map { Answer(kind: .date, value: $0.value, period: $0) } ?? Answer(kind: .date),
      Answer(kind: .date, value: last.value, period: last))
  }

  private func underspecifiedRange(_ first: CalendarDescription, _ second: CalendarDescription) -> String? {
    guard anchor == nil, case .number(let a) = first.month, case .number(let b) = second.month, first.year == nil,
      second.year == nil, first.direction == nil, second.direction == nil
    else { return nil }
    func text(_ month: Int, _ day: CalendarDescription.Field?) -> String {
      var value = "XXXX-\(CivilDate.pad(month, 2))"
      if case .number(let day) = day { value += "-\(CivilDate.pad(day, 2))" }
      return value
    }
    return "\(text(a, first.day))/\(text(b, second.day))"
  }

  private func join(_ start: Answer, _ end: Answer) -> Answer {
    guard let first = start.value, let last = end.value else { return Answer(kind: .date) }
    var answer = Answer(kind: start.kind == .time || end.kind == .time ? .time : .date)
    func bare(_ value: String, _ isLast: Bool) -> Substring {
      let parts = value.split(separator: "/")
      return (isLast ? parts.last : parts.first) ?? ""
    }
    answer.value = first == last && !first.contains("/") ? first : "\(bare(first, false))/\(bare(last, true))"
    if let a = start.period, let b = end.period, a.days.lowerBound <= b.days.upperBound {
      answer.period = Period(a.days.lowerBound...b.days.upperBound, .day)
      if a.second != nil || b.second != nil || a.dayPart != nil { answer.kind = .time }
      if let low = a.original, let high = b.original {
        answer.period?.original = "\(low)/\(high)"
        answer.period?.originalCalendar = a.originalCalendar
      }
    }
    return answer
  }

  private func openRange(
    _ from: TemporalMeaning?, _ to: TemporalMeaning?, _ resolver: inout PointResolver
  ) -> Answer {
    if let from {
      let start = resolve(from, with: &resolver)
      return Answer(kind: start.kind, value: start.value.map { "\($0)/.." })
    }
    guard let to else { return Answer(kind: .date) }
    let end = resolve(to, with: &resolver)
    return Answer(kind: end.kind, value: end.value.map { "../\($0)" })
  }

  /// "From 10 to 15 November 2023": what one end leaves out and the other says holds for both.
  private func share(_ first: inout CalendarDescription, _ second: inout CalendarDescription) {
    if first.isClockOnly, !second.isClockOnly {
      let (clock, part, zone) = (first.clock, first.dayPart, first.zone)
      first = second
      (first.clock, first.dayPart, first.zone) = (clock, part, zone ?? second.zone)
    } else if second.isClockOnly, !first.isClockOnly {
      let (clock, part, zone) = (second.clock, second.dayPart, second.zone)
      second = first
      (second.clock, second.dayPart, second.zone) = (clock, part, zone)
    }
    func copyBack<T>(_ path: WritableKeyPath<CalendarDescription, T?>) {
      if first[keyPath: path] == nil { first[keyPath: path] = second[keyPath: path] }
    }
    func copyOn<T>(_ path: WritableKeyPath<CalendarDescription, T?>) {
      if second[keyPath: path] == nil { second[keyPath: path] = first[keyPath: path] }
    }
    let needsMonth = { (point: CalendarDescription) in
      if case .number = point.day { return point.month == nil && point.weekday == nil }
      return false
    }
    if needsMonth(first), second.month != nil {
      copyBack(\.month)
      copyBack(\.year)
      copyBack(\.direction)
      first.calendar = second.calendar
    }
    if needsMonth(second), first.month != nil {
      copyOn(\.month)
      copyOn(\.year)
      copyOn(\.direction)
      second.calendar = first.calendar
    }
    let isMonthly = { (point: CalendarDescription) in
      if case .number = point.month { return true }
      return false
    }
    if isMonthly(first), isMonthly(second) {
      copyBack(\.year)
      if first.year == nil, second.year == nil { copyBack(\.direction) }
    }
    if first.portion != nil, second.portion != nil {
      copyBack(\.year)
      copyOn(\.year)
    }
    if let a = first.decade, let b = second.decade, case .number = a, case .number = b { copyBack(\.century) }
    if first.weekday != nil, second.weekday != nil, first.month == nil, second.month == nil {
      copyBack(\.week)
      copyOn(\.week)
      copyBack(\.direction)
    }
    if first.calendar != second.calendar, first.year == nil || second.year == nil {
      let calendar = first.calendar == .gregorian ? second.calendar : first.calendar
      first.calendar = calendar
      second.calendar = calendar
    }
    // "Between five and six in the evening".
    if let a = first.clock, let b = second.clock, !a.isExact, b.isExact, a.hour < 12, a.hour + 12 <= b.hour {
      first.clock?.hour += 12
    } else if let a = first.clock, let b = second.clock, a.isExact, !b.isExact, b.hour < 12, b.hour < a.hour {
      second.clock?.hour += 12
    }
  }
}
