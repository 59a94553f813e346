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
      time.anchor = .expression(mentioned.index)
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
      let second = point.clock.map { ($0.hour % 24) * 3600 + ($0.minute ?? 0) * 60 + ($0.second ?? 0) }
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

  // MARK: Counting from a base

  private func shift(
    _ amounts: [TimeAmount], _ sign: Int, _ base: TemporalMeaning.ShiftBase, _ resolver: inout PointResolver
  ) -> Answer {
    guard amounts.allSatisfy({ $0.count != nil }), let finest = amounts.map(\.unit).min() else {
      return Answer(kind: .date, value: (sign < 0 ? TimeReference.past : .future).rawValue)
    }
    var start: CivilDate
    var second: Int?
    switch base {
    case .anchor:
      guard let date = resolver.anchorDate() else { return Answer(kind: .date) }
      (start, second) = (date, anchor?.secondOfDay)
    case .mentioned:
      if let mentioned = resolver.mentioned {
        resolver.usedMention = true
        start = sign > 0 ? mentioned.days.upperBound : mentioned.days.lowerBound
        second = mentioned.second
      } else {
        guard let date = resolver.anchorDate() else { return Answer(kind: .date) }
        start = date
      }
    case .point(let meaning):
      guard let period = resolve(meaning, with: &resolver).period else { return Answer(kind: .date) }
      start = sign > 0 ? period.days.upperBound : period.days.lowerBound
      second = period.second
    }
    var date = start
    var seconds = 0.0
    for amount in amounts {
      let count = (amount.count ?? 0) * Double(sign)
      guard abs(count) < 1e6 else { return Answer(kind: .date) }
      switch amount.unit {
      case .second: seconds += count
      case .minute: seconds += count * 60
      case .hour: seconds += count * 3600
      case .day: date = date + Int(count.rounded())
      case .weekend, .week: date = date + Int((count * 7).rounded())
      case .month:
        // Half a month is 15 days.
        let whole = count.rounded(.towardZero)
        date = date.adding(months: Int(whole)) + Int(((count - whole) * 30).rounded())
      case .quarter, .season: date = date.adding(months: Int((count * 3).rounded()))
      case .half: date = date.adding(months: Int((count * 6).rounded()))
      case .year: date = year(count, from: date, amount.calendar)
      case .decade: date = date.adding(months: Int((count * 120).rounded()))
      case .century: date = date.adding(months: Int((count * 1200).rounded()))
      case .millennium: date = date.adding(months: Int((count * 12_000).rounded()))
      }
    }
    if finest.isClock {
      guard let second else { return Answer(kind: .date, value: "\(date)", period: Period(day: date)) }
      let total = Double(second) + seconds
      let days = Int((total / 86_400).rounded(.down))
      var period = Period(day: date + days)
      period.second = Int(total) - days * 86_400
      period.clockUnit = period.second.map { $0 % 60 != 0 } == true || finest == .second ? .second : .minute
      return Answer(kind: .time, value: period.value, period: period)
    }
    if let hijri = amounts.first(where: { $0.calendar == .islamic }) {
      return Answer(kind: .date, value: "\(date)", period: Period(hijri.unit == .year ? .day : .day, holding: date))
    }
    let unit: TimeUnit = finest <= .week ? .day : finest == .half || finest == .quarter ? .month : min(finest, .year)
    let fraction = amounts.contains { ($0.count ?? 0) != ($0.count ?? 0).rounded() }
    let period = Period(fraction && unit == .year ? .month : unit, holding: date)
    return Answer(kind: .date, value: period.value, period: period)
  }

  private func year(_ count: Double, from date: CivilDate, _ calendar: CalendarSystem) -> CivilDate {
    guard calendar == .islamic else { return date.adding(months: Int((count * 12).rounded())) }
    let (year, month, day) = IslamicCalendar.components(of: date)
    let moved = IslamicCalendar.start(ofMonth: month, year: year + Int(count.rounded()))
    return moved + (day - 1)
  }

  /// "The past three days": from the anchor backwards or forwards, without it; weeks and coarser units whole.
  private func stretch(_ amount: TimeAmount, _ direction: Int, _ resolver: inout PointResolver) -> Answer {
    guard let count = amount.count, count >= 1, count < 100_000, direction != 0 else {
      return Answer(kind: .duration, value: Timex.duration([amount]))
    }
    guard let date = resolver.anchorDate() else {
      return Answer(kind: .duration, value: Timex.duration([amount]))
    }
    let number = Int(count)
    if amount.unit.isClock {
      guard let second = anchor?.secondOfDay else { return Answer(kind: .duration, value: Timex.duration([amount])) }
      let length = Int(count * (amount.unit == .hour ? 3600 : amount.unit == .minute ? 60 : 1))
      func moment(_ offset: Int) -> Period {
        let total = second + offset
        let days = total.floorDivided(by: 86_400)
        var period = Period(day: date + days)
        (period.second, period.clockUnit) = (total - days * 86_400, .minute)
        return period
      }
      let (from, to) = direction < 0 ? (moment(-length), moment(0)) : (moment(0), moment(length))
      return Answer(
        kind: .time, value: "\(from.value)/\(to.value)",
        period: Period(from.days.lowerBound...to.days.upperBound, .day))
    }
    let days: ClosedRange<CivilDate>
    switch amount.unit {
    case .day: days = direction < 0 ? (date - number)...(date - 1) : (date + 1)...(date + number)
    case .week where direction > 0, .weekend:
      let first = Period(amount.unit, holding: date).advanced(by: direction < 0 ? -number : 1)
      days = first.days.lowerBound...first.advanced(by: number - 1).days.upperBound
    case .week: days = (date - 7 * number)...(date - 1)
    default:
      let months =
        number
        * ([.month: 1, .quarter: 3, .half: 6, .season: 3, .year: 12, .decade: 120, .century: 1200][amount.unit] ?? 12)
      days = direction < 0 ? date.adding(months: -months)...(date - 1) : (date + 1)...date.adding(months: months)
    }
    return Answer(kind: .date, value: "\(days.lowerBound)/\(days.upperBound)", period: Period(days, .day))
  }

  // MARK: Sets

  private func setValue(_ each: TimeAmount, _ point: CalendarDescription?) -> String {
    guard let point else { return Timex.duration([each]) }
    var value = ""
    if let weekday = point.weekday {
      value = "XXXX-WXX-\(weekday)"
    } else if case .number(let month) = point.month {
      value = "XXXX-\(CivilDate.pad(month, 2))"
      if case .number(let day) = point.day { value += "-\(CivilDate.pad(day, 2))" }
    } else if case .number(let day) = point.day {
      value = "XXXX-XX-\(CivilDate.pad(day, 2))"
    } else if let portion = point.portion, portion.unit == .season {
      value = "XXXX-\(["SP", "SU", "FA", "WI"][max(1, min(4, portion.number)) - 1])"
    }
    if let clock = point.clock {
      let second = (clock.hour % 24) * 3600 + (clock.minute ?? 0) * 60 + (clock.second ?? 0)
      value +=
        clock.minute == nil && clock.second == nil
        ? "T\(CivilDate.pad(clock.hour % 24, 2))"
        : Timex.clock(second: second, unit: clock.second != nil ? .second : .minute, dayPart: nil, zone: point.zone)
    } else if let part = point.dayPart {
      value += "T\(part.code)"
    }
    return value.isEmpty ? Timex.duration([each]) : value
  }
}
