import KhabarCore

/// Turns descriptions, in text order, into TIMEX3 expressions.
///
/// Keeps the day last spoken of, on which "the following day" and "the same month" are counted.
struct TemporalResolver {
  let anchor: DocumentAnchor?
  private var mentioned: (period: Period, index: Int)?
  private(set) var unresolved = 0

  init(anchor: DocumentAnchor?) { self.anchor = anchor }

  /// - Parameter index: the index that the expression will have among the document's.
  mutating func expression(_ description: TemporalDescription, index: Int) -> TimeExpression {
    var resolver = PointResolver(anchor: anchor, mentioned: mentioned?.period, tense: description.tense)
    let answer = resolve(description.meaning, with: &resolver)
    var time = TimeExpression(
      tokens: description.tokens, span: description.span, kind: answer.kind, value: answer.value ?? "",
      modifier: description.modifier, days: answer.period?.days, rule: description.rule)
    time.isDeictic = description.meaning.isDeictic
    time.isSideOpen = description.meaning.isSideOpen
    if let period = answer.period {
      if let original = period.original {
        time.calendar = period.originalCalendar == .solarHijri ? "persian" : "islamic-umalqura"
        time.original = original
        if period.isApproximate {
          time.calendar = "islamic-civil"
          if time.modifier == nil { time.modifier = .approximately }
        }
      }
      if description.modifier == .before || description.modifier == .after { time.days = nil }
    }
    if resolver.usedMention, let mentioned {
      time.anchor = .expression(TimeID(mentioned.index))
    } else if resolver.usedAnchor, let anchor {
      time.anchor = .document(anchor.date)
    }
    if time.value.isEmpty { unresolved += 1 }
    if let period = answer.period, time.kind == .date || time.kind == .time { mentioned = (period, index) }
    return time
  }

  struct Answer {
    var kind: TimeExpression.Kind
    var value: String?
    var period: Period?
  }

  func resolve(_ meaning: TemporalMeaning, with resolver: inout PointResolver) -> Answer {
    switch meaning {
    case .point(let point): return self.point(point, &resolver)
    case .shift(let amounts, let sign, let base): return shift(amounts, sign, base, &resolver)
    case .stretch(let amount, let direction): return stretch(amount, direction, &resolver)
    case .range(let from, let to): return range(from, to, &resolver)
    case .duration(let amounts): return Answer(kind: .duration, value: Timex.duration(amounts))
    case .set(let each, let point): return Answer(kind: .set, value: setValue(each, point))
    case .reference(let reference):
      guard reference == .present, let date = resolver.anchorDate() else {
        return Answer(kind: .date, value: reference.rawValue)
      }
      return Answer(kind: .date, value: reference.rawValue, period: Period(day: date))
    case .rest(let point, let unit):
      guard let start = resolver.anchorDate() else { return Answer(kind: .date) }
      guard let period = resolver.period(point) else { return Answer(kind: .date) }
      if unit == .day, let second = anchor?.secondOfDay, period.days.contains(start) {
        var from = Period(day: start)
        (from.second, from.clockUnit) = (second, .minute)
        return Answer(kind: .date, value: "\(from.value)/\(start)T23:59:59", period: Period(day: start))
      }
      let from = max(start, period.days.lowerBound)
      guard from <= period.days.upperBound else { return Answer(kind: .date, value: period.value, period: period) }
      if from == period.days.upperBound { return Answer(kind: .date, value: "\(from)", period: Period(day: from)) }
      return Answer(
        kind: .date, value: "\(from)/\(period.days.upperBound)", period: Period(from...period.days.upperBound, .day))
    }
  }

  private func point(_ point: CalendarDescription, _ resolver: inout PointResolver) -> Answer {
    if point.isClockOnly {
      let second = point.clock?.secondOfDay
      return Answer(
        kind: .time,
        value: Timex.clock(
          second: second, unit: point.clock?.second != nil ? .second : .minute, dayPart: point.dayPart, zone: point.zone
        ))
    }
    guard let period = resolver.period(point) else {
      return Answer(kind: .date, value: underspecified(point))
    }
    return Answer(
      kind: period.second != nil || period.dayPart != nil ? .time : .date, value: period.value, period: period)
  }

  /// A date whose year nothing tells: `XXXX-10-07`.
  private func underspecified(_ point: CalendarDescription) -> String? {
    guard anchor == nil, point.year == nil, point.calendar == .gregorian, point.direction == nil, point.ordinal == nil,
      case .number(let month) = point.month
    else { return nil }
    var value = "XXXX-\(CivilDate.pad(month, 2))"
    if case .number(let day) = point.day { value += "-\(CivilDate.pad(day, 2))" }
    return value
  }
}
