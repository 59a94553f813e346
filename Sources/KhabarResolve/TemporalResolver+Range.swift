import KhabarCore

/// Ranges: each end takes what it lacks from the other.
extension TemporalResolver {
  func range(_ from: TemporalMeaning?, _ to: TemporalMeaning?, _ resolver: inout PointResolver) -> Answer {
    guard let from, let to else { return openRange(from, to, &resolver) }
    guard case .point(let opening) = from, case .point(let closing) = to else {
      let start = resolve(from, with: &resolver)
      let end = resolve(to, with: &resolver)
      return join(start, end)
    }
    let isYearInherited = opening.year == nil && closing.year != nil
    let ends = RangeEnds(opening, closing)
    if ends.areClockTimes {
      return join(resolve(.point(ends.first), with: &resolver), resolve(.point(ends.last), with: &resolver))
    }
    guard let end = resolver.period(ends.last) else {
      return Answer(kind: .date, value: underspecifiedRange(ends.first, ends.last))
    }
    let first = self.start(ends.first, before: end, isYearInherited: isYearInherited, &resolver)
    let last = self.end(ends.last, end, behind: first, resolver)
    return join(
      first.map { Answer(kind: .date, value: $0.value, period: $0) } ?? Answer(kind: .date),
      Answer(kind: .date, value: last.value, period: last))
  }

  /// The start of a range: a weekday or open date lies before the end.
  private func start(
    _ point: CalendarDescription, before end: Period, isYearInherited: Bool, _ resolver: inout PointResolver
  ) -> Period? {
    let start = resolver.period(point)
    guard let period = start, period.days.lowerBound > end.days.lowerBound else { return start }
    var earlier = point
    if case .number(let year) = point.year, isYearInherited {
      earlier.year = .number(year - 1)
      return resolver.period(earlier)
    }
    guard point.year == nil, point.direction == nil,
      point.month != nil || point.weekday != nil || point.day != nil
    else { return start }
    var backwards = resolver
    backwards.anchor = DocumentAnchor(date: end.days.lowerBound, source: .text)
    backwards.tense = .past
    return backwards.period(point)
  }

  /// The end of a range: one whose year was open and that lies before its start is in the year behind.
  private func end(
    _ point: CalendarDescription, _ end: Period, behind start: Period?, _ resolver: PointResolver
  ) -> Period {
    guard let start, start.days.lowerBound > end.days.upperBound, point.year == nil else { return end }
    var onwards = resolver
    onwards.anchor = DocumentAnchor(date: start.days.lowerBound, source: .text)
    onwards.tense = .future
    var later = point
    later.direction = nil
    return onwards.period(later) ?? end
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
}
