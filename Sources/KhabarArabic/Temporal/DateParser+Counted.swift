import KhabarCore

/// Dates that are counted off from others: the first nine months of a year, this day two years ago, three minutes
/// before eight.
extension DateParser {
  /// هذا اليوم قبل عامين (this day two years ago), اليوم نفسه قبل شهرين.
  func sameDayAgo(_ start: Int) -> Parsed? {
    guard var draft = point(start), draft.isAnniversary, draft.point.day != nil, text.has(draft.end, .before),
      text.isBare(draft.end), !text.startsLine(draft.end), let (amount, end) = amount(text.end(draft.end)),
      let count = amount.count, count == count.rounded(), (1...1000).contains(count),
      !text.isDefinite(text.end(draft.end))
    else { return nil }
    switch amount.unit {
    case .year: draft.point.year = .relative(-Int(count))
    case .decade: draft.point.year = .relative(-10 * Int(count))
    case .month: draft.point.month = .relative(-Int(count))
    case .week: draft.point.week = .relative(-Int(count))
    default: return nil
    }
    draft.end = end
    draft.rule = "ago"
    return parsed(draft)
  }

  /// الأشهر التسعة الأولى من 2023, الأيام الثلاثة الأخيرة من رمضان, أول تسعة أشهر من العام الجاري.
  func firstOnes(_ start: Int) -> Parsed? {
    guard let (count, unit, isLast, place) = countedOnes(start), (2...99).contains(count),
      unit >= .day, unit <= .decade,
      text.has(place, [.from, .in]) || text.clitics(place).contains(.to)
    else { return nil }
    var container = Draft(start: place)
    container.pieces = 1
    let link =
      text.has(place, [.from, .in]) && text.isBare(place)
      ? Link(index: text.end(place), hasPreposition: true) : Link(index: place)
    container.point.ordinal = 1
    container.point.ordinalUnit = unit
    guard readMonth(&container, link) || readYear(&container, link) || readUnit(&container, link) else { return nil }
    if container.point.year == nil { readTrailingYear(&container) }
    var (first, last) = (container.point, container.point)
    (first.ordinal, last.ordinal) = isLast ? (-count, -1) : (1, count)
    return Parsed(
      meaning: .range(.point(first), .point(last)), modifier: nil, start: start, end: container.end, rule: "first-ones")
  }

  /// "The first nine months", "the last three days": how many, of what, from which end, and the token behind.
  private func countedOnes(_ start: Int) -> (count: Int, unit: TimeUnit, isLast: Bool, end: Int)? {
    if text.has(start, .unit), text.isDefinite(start), text.word(start).unitNumber >= 2 {
      var index = start + 1
      var count = text.word(start).unitNumber == 2 ? 2 : 0
      if count == 0, text.isDefinite(index) || text.isNumber(index), let number = numbers.cardinal(index) {
        count = Int(number.value)
        index = number.end
      }
      guard count > 0, text.isDefinite(index), !text.startsLine(index) else { return nil }
      let isFirst = text.has(index, .ordinal) && text.word(index).ordinal == 1
      guard isFirst || text.has(index, .last) else { return nil }
      return (count, text.word(start).unit, !isFirst, index + 1)
    }
    guard text.has(start, .ordinal), text.word(start).ordinal == 1, !text.isDefinite(start),
      let number = numbers.cardinal(start + 1), number.value == number.value.rounded(), text.has(number.end, .unit),
      text.word(number.end).unitNumber == 3 || text.word(number.end).unitNumber == 1 && number.value > 10,
      text.clitics(number.end).isEmpty
    else { return nil }
    return (Int(number.value), text.word(number.end).unit, false, number.end + 1)
  }

  /// ثلاث دقائق قبل الثامنة, ربع ساعة بعد التاسعة والنصف: minutes on one side of an hour.
  func minutesBeside(_ start: Int) -> Parsed? {
    guard let (amount, end) = amount(start), let count = amount.count, text.has(end, [.before, .after]),
      text.isBare(end), !text.startsLine(end), amount.unit == .minute || amount.unit == .hour
    else { return nil }
    let minutes = (amount.unit == .hour ? count * 60 : count).rounded()
    guard (1..<60).contains(minutes), var draft = hour(text.end(end)), var clock = draft.point.clock else { return nil }
    let total = clock.hour * 60 + (clock.minute ?? 0) + (text.has(end, .before) ? -1 : 1) * Int(minutes)
    guard (0..<24 * 60).contains(total) else { return nil }
    (clock.hour, clock.minute) = (total / 60, total % 60)
    draft.point.clock = clock
    draft.start = start
    draft.rule = "clock"
    return parsed(draft)
  }

  /// An hour said by itself: الثامنة, الساعة 8 مساء.
  private func hour(_ index: Int) -> Draft? {
    var draft = Draft(start: index)
    draft.pieces = 1
    draft.point.day = .relative(0)
    guard text.isDefinite(index), readClock(&draft, Link(index: index, hasPreposition: true)) else { return nil }
    draft.point.day = nil
    while readDayPart(&draft, Link(index: draft.end)) || readZone(&draft, Link(index: draft.end)) {}
    settleClock(&draft)
    return draft
  }
}
