import KhabarCore

/// Times of day, parts of the day, time zones.
extension DateParser {
  /// الساعة السادسة وسبع دقائق (seven past six), 19:00, الثامنة والنصف مساء, 8 صباحا, الخامسة إلا ربعا.
  func readClock(_ draft: inout Draft, _ link: Link) -> Bool {
    guard mayHaveClock(draft) else { return false }
    if text.has(link.index, .midnight) {
      draft.point.clock = ClockTime(hour: Int(text.word(link.index).number), minute: 0, isExact: true)
      draft.end = text.end(link.index)
      draft.rule = "clock"
      return true
    }
    let hourNoun = hourNounEnd(link.index)
    let index = hourNoun ?? link.index
    guard index < text.count, !text.startsLine(index) || index == link.index else { return false }
    if hourNoun == nil, text.has(index, .weekday), text.isDefinite(index) { return false }
    guard let (clock, end) = clock(index, saysHour: hourNoun != nil) else { return false }
    let hasDigitsAndColon = text.isNumber(index) && text.kind(index + 1) == .colon
    if hourNoun == nil, !hasDigitsAndColon, !isHourByItsPlace(clock, index, end, draft, link) { return false }
    let hour = withHalfOfDay(clock, end)
    draft.hour = hour.clock
    draft.end = hour.end
    if draft.pieces == 0 { draft.rule = "clock" }
    draft.isWeak = false
    draft.hasBareDay = draft.hasBareDay && draft.point.weekday == nil
    return true
  }

  /// Whether a time of day may go with what was read before it.
  private func mayHaveClock(_ draft: Draft) -> Bool {
    let point = draft.point
    guard point.clock == nil, draft.hour == nil, point.month != nil || point.year == nil, point.holiday == nil,
      point.decade == nil
    else { return false }
    guard case .number = point.month else { return true }
    return point.day != nil
  }

  /// Behind "the hour", and "about" behind it; nil when it does not stand there.
  private func hourNounEnd(_ index: Int) -> Int? {
    guard text.has(index, .unit), text.word(index).unit == .hour, text.word(index).unitNumber == 1,
      text.isDefinite(index)
    else { return nil }
    let next = index + 1
    return text.has(next, .modifier) && text.word(next).modifier == .approximately ? text.end(next) : next
  }

  /// A bare ordinal or number is an hour only beside a part of the day or, definite, behind "at" in a date.
  private func isHourByItsPlace(_ clock: ClockTime, _ index: Int, _ end: Int, _ draft: Draft, _ link: Link) -> Bool {
    let isDefiniteOrDigits = text.isNumber(index) || text.isDefinite(index)
    if dayPartFollows(end) || midnight(end) != nil { return isDefiniteOrDigits || !text.has(index, .ordinal) }
    // في 20 مايو وفي 6 يونيو (on 20 May and on 6 June), وفي 12 منه (and on the 12th of it): another date begins.
    guard isDefiniteOrDigits, !startsMonth(end) else { return false }
    if clock.minute != nil, text.isDefinite(index) { return true }
    let point = draft.point
    return draft.pieces > 0 && (link.hasPreposition || link.hasComma || point.dayPart != nil) && !text.isCounted(end)
      && (point.day != nil || point.weekday != nil || point.dayPart != nil) && point.holiday == nil
  }

  /// An hour with the half of the day that words behind it say, and where they end.
  private func withHalfOfDay(_ clock: ClockTime, _ end: Int) -> (clock: ClockTime, end: Int) {
    var (clock, end) = (clock, end)
    // الساعة 12 منتصف الليل (12 midnight), الواحدة بعد منتصف الليل (one in the night).
    if let (half, behind) = midnight(end), clock.hour <= 12 {
      clock.hour = clock.hour % 12 + half
      clock.isExact = true
      end = behind
    }
    // ص and م (am and pm) behind digits.
    if text.has(end, .meridiem), !text.startsLine(end), clock.hour <= 12 {
      clock.hour = clock.hour % 12 + (text.word(end).isAfternoon ? 12 : 0)
      clock.isExact = true
      end += 1
    }
    if clock.hour > 12 || clock.hour == 0 { clock.isExact = true }
    return (clock, end)
  }

  /// Midnight or noon named behind an hour: what is added to the hour on a dial of twelve, and where the words end.
  private func midnight(_ index: Int) -> (half: Int, end: Int)? {
    guard index < text.count, !text.startsLine(index) else { return nil }
    var position = index
    let isAfter = text.has(index, .after)
    if isAfter || text.has(index, .before), text.isBare(index) { position = text.end(index) }
    guard text.has(position, .midnight), text.isBare(position), !text.startsLine(position) else { return nil }
    let isNoon = text.word(position).number == 12
    if position == index { return (isNoon ? 12 : 0, text.end(position)) }
    return (isNoon == isAfter ? 12 : isNoon ? 0 : isAfter ? 0 : 12, text.end(position))
  }

  private func dayPartFollows(_ index: Int) -> Bool {
    var position = index
    guard position < text.count, !text.startsLine(position) else { return false }
    // 7، هذا الصباح (seven, this morning); 10، الليلة.
    if text.kind(position) == .comma, text.has(position + 1, [.this, .tonight]), !text.startsLine(position + 1) {
      position += 1
    }
    if text.has(position, .this) { position = text.end(position) }
    if text.has(position, .meridiem) { return text.isBare(position) && text.tokens[position].key.count == 1 }
    if text.has(position, [.from, .in]) { position = text.end(position) }
    return text.has(position, [.dayPart, .tonight]) && !text.startsLine(position)
  }

  /// An hour with its minutes and seconds.
  private func clock(_ index: Int, saysHour: Bool) -> (ClockTime, Int)? {
    // 340 مساء: hour and minutes without a mark, before a part of the day.
    if let figure = numbers.integer(index), (100...1259).contains(figure), figure % 100 < 60, figure % 100 % 5 == 0,
      text.tokens[index].span.count <= 8, text.has(index + 1, [.dayPart, .meridiem]), text.isBare(index + 1),
      !text.isDefinite(index + 1), !text.startsLine(index + 1)
    {
      return (ClockTime(hour: figure / 100, minute: figure % 100), index + 1)
    }
    if let hour = numbers.integer(index), text.tokens[index].span.count <= 4 {
      if text.kind(index + 1) == .colon, !text.hasSpace(before: index + 1), !text.hasSpace(before: index + 2),
        let minute = numbers.integer(index + 2), minute < 60, hour <= 24, text.tokens[index + 2].span.count >= 2
      {
        var end = index + 3
        var second: Int?
        if text.kind(end) == .colon, !text.hasSpace(before: end), let value = numbers.integer(end + 1), value < 60,
          text.tokens[end + 1].span.count >= 2
        {
          second = value
          end += 2
        }
        return (ClockTime(hour: hour, minute: minute, second: second, isExact: hour == 0), end)
      }
      guard hour <= 24, text.kind(index + 1) != .colon, text.kind(index + 1) != .slash else { return nil }
      return minutes(ClockTime(hour: hour), index + 1)
    }
    // 8.30 behind "the hour".
    if saysHour, text.isNumber(index),
      let (parts, separators) = DigitRun.split(text.text.bytes, text.tokens[index].span),
      separators == [0x2E], parts[0].value <= 24, parts[1].value < 60, parts[1].digits == 2
    {
      return (ClockTime(hour: parts[0].value, minute: parts[1].value), index + 1)
    }
    guard text.has(index, .numeral), !text.isNumber(index) else { return nil }
    if let ordinal = hourOrdinal(index) { return minutes(ClockTime(hour: ordinal.hour), ordinal.end) }
    if let cardinal = numbers.cardinal(index), (1...12).contains(cardinal.value),
      cardinal.scale == 1 || cardinal.hasFraction == false
    {
      return minutes(ClockTime(hour: Int(cardinal.value)), cardinal.end)
    }
    // ثلاثة ونصف was read as one number.
    if text.has(index, .cardinal), (1...12).contains(text.word(index).number) {
      return minutes(ClockTime(hour: Int(text.word(index).number)), index + 1)
    }
    return nil
  }

  /// الخامسة (five o'clock), الحادية عشرة (eleven), الواحدة (one); never twenty-five as in الخامسة والعشرين.
  private func hourOrdinal(_ index: Int) -> (hour: Int, end: Int)? {
    let word = text.word(index)
    if text.isDefinite(index), word.roles.contains(.cardinal), word.number == 1 { return (1, index + 1) }
    guard word.roles.contains(.ordinal) || word.roles.contains(.ordinalTen) else { return nil }
    if text.has(index + 1, .ten), text.isBare(index + 1), !text.isDefinite(index + 1) {
      let hour = Int(word.ordinal) + 10
      return hour <= 12 ? (hour, index + 2) : nil
    }
    guard !word.roles.contains(.ordinalTen), isOfHours(index) else { return nil }
    return (Int(word.ordinal), index + 1)
  }

  /// Hours are feminine: الثانية مساء (two in the evening), and not الملك عبد الله الثاني مساء أمس (King Abdullah the
  /// Second yesterday evening).
  private func isOfHours(_ index: Int) -> Bool {
    let key = text.tokens[index].stem
    guard key.count > 0 else { return false }
    let last = key[key.count - 1]
    return last == ArabicLetter.heh || last == ArabicLetter.yeh && text.word(index).ordinal == 1
  }

  /// What is added to an hour.
  fileprivate enum ClockAddition {
    case minutes(Int)
    case seconds(Int)
  }

  /// Additions to one hour: minutes, a share, seconds.
  private static let mostAdditions = 3

  /// والنصف, وربع, إلا ثلثا, وسبع دقائق, و18 دقيقة, وثلاثين.
  private func minutes(_ clock: ClockTime, _ start: Int) -> (ClockTime, Int) {
    var (clock, end) = (clock, start)
    for _ in 0..<Self.mostAdditions {
      guard end < text.count, !text.startsLine(end) else { break }
      let isLess = text.has(end, .except)
      guard let index = isLess ? end + 1 : numbers.afterAnd(end), index < text.count,
        let (addition, behind) = addition(index, isLess: isLess, to: start), clock.add(addition, isLess: isLess)
      else { break }
      end = behind
    }
    return (clock, end)
  }

  private func addition(_ index: Int, isLess: Bool, to hourEnd: Int) -> (ClockAddition, end: Int)? {
    let word = text.word(index)
    if word.roles.contains(.fraction) {
      let saysHour = text.has(index + 1, .unit) && text.word(index + 1).unit == .hour
      return (.minutes(Self.minutes(of: word, isLess: isLess)), saysHour ? index + 2 : index + 1)
    }
    let number = numbers.cardinal(index)
    if let number, text.has(number.end, .fractions) {
      let share = text.word(number.end)
      let minutes = 60 * number.value * Double(share.numerator) / Double(share.denominator)
      return (.minutes(Int(minutes)), number.end + 1)
    }
    if word.roles.contains(.unit), word.unitNumber <= 2, word.unit == .minute {
      return (.minutes(Int(word.unitNumber)), index + 1)
    }
    guard let number, number.value < 60, !number.hasFraction else { return nil }
    return addition(number, index, to: hourEnd)
  }

  /// A number of minutes or seconds; without its unit of minutes, where it can count nothing else.
  private func addition(_ number: NumberReader.Numeral, _ index: Int, to hourEnd: Int) -> (ClockAddition, end: Int)? {
    let (value, behind) = (Int(number.value), number.end)
    if text.has(behind, .unit) {
      switch text.word(behind).unit {
      case .minute: return (.minutes(value), behind + 1)
      case .second: return (.seconds(value), behind + 1)
      default: break
      }
    }
    let isAlone =
      number.isDigits
      ? dayPartFollows(behind) && !text.has(hourEnd - 2, .between) && !text.has(hourEnd - 3, .between)
      : number.value >= 5 && !text.isCounted(behind) && !text.isDefinite(index)
    return isAlone ? (.minutes(value), behind) : nil
  }

  /// A share of an hour. إلا ثلثا is a third less: the accusative, spelled like the dual.
  private static func minutes(of share: CalendarWord, isLess: Bool) -> Int {
    60 * (isLess && share.denominator == 3 ? 1 : Int(share.numerator)) / Int(share.denominator)
  }

  // MARK: Parts of the day

  /// Whether a date says its month, year or week without a day, which alone has parts.
  private func isLongerThanDay(_ point: CalendarDescription) -> Bool {
    if point.month != nil, point.day == nil, point.weekday == nil { return true }
    if point.year != nil, point.day == nil { return true }
    return point.week != nil && point.weekday == nil
  }

  /// صباح اليوم (this morning), مساء الأحد (Sunday evening), في المساء, هذا المساء, ليلا.
  func readDayPart(_ draft: inout Draft, _ link: Link) -> Bool {
    var index = link.index
    let isThis = text.has(index, .this)
    if isThis { index = text.end(index) }
    var part: TimeModifier?
    let saysPart = draft.pieces > 0 && text.has(index, .part) && text.word(index).words > 1
    if saysPart {
      part = text.word(index).part
      index = text.end(index)
    }
    guard text.has(index, .dayPart), draft.point.dayPart == nil, draft.point.holiday == nil else { return false }
    let word = text.word(index)
    if isLongerThanDay(draft.point) { return false }
    var end = text.end(index)
    if draft.pieces > 0 {
      guard saysPart || dayPart(at: index, belongsTo: draft, link) else { return false }
      if text.clitics(index).contains(.conjunction) { return false }
    }
    draft.point.dayPart = word.dayPart
    if let part { draft.modifier = draft.modifier ?? part }
    if isThis { draft.point.day = .relative(0) }
    if text.has(end, .early), text.isDefinite(end) {
      draft.modifier = draft.modifier ?? .start
      end += 1
    }
    // بعد ظهر يوم الجمعة needs no word between; من and في are links of the next piece.
    draft.end = end
    if draft.pieces == 0 {
      draft.isWeak = !isThis
      draft.rule = "day-part"
    }
    return true
  }

  /// The evening that follows a day or an hour belongs to it; "the evening" of another clause does not.
  private func dayPart(at index: Int, belongsTo draft: Draft, _ link: Link) -> Bool {
    let isAdverb = !text.isDefinite(index)
    return isAdverb || link.hasPreposition || draft.hour != nil || text.word(index).words > 1 || index == draft.end
  }

  /// بتوقيت غرينتش (GMT), بالتوقيت المحلي (local time).
  func readZone(_ draft: inout Draft, _ link: Link) -> Bool {
    guard draft.pieces > 0, draft.hour != nil || draft.point.clock != nil || draft.point.dayPart != nil,
      text.has(link.index, .zone), draft.point.zone == nil
    else { return false }
    if let zone = text.word(link.index).zone { draft.point.zone = Int(zone) }
    draft.end = text.end(link.index)
    return true
  }

  /// Puts hour and part of the day together.
  func settleClock(_ draft: inout Draft) {
    guard var clock = draft.hour else { return }
    defer {
      draft.point.clock = clock
      draft.hour = clock
    }
    guard let part = draft.point.dayPart, !clock.isExact, clock.hour <= 12 else { return }
    switch part {
    case .dawn: clock.hour %= 12
    case .morning: clock.hour %= 12
    case .midday: if clock.hour < 11 { clock.hour += 12 }
    case .afternoon: clock.hour = clock.hour % 12 + 12
    case .evening: clock.hour = clock.hour % 12 + 12
    case .night: clock.hour = clock.hour == 12 ? 0 : clock.hour >= 6 ? clock.hour + 12 : clock.hour
    case .daytime: if clock.hour < 6 { clock.hour += 12 }
    }
    clock.isExact = true
    draft.point.dayPart = nil
  }
}

extension ClockTime {
  /// Adds minutes to an hour, or takes them from it; of seconds the first are told. False where that makes no time.
  fileprivate mutating func add(_ addition: DateParser.ClockAddition, isLess: Bool) -> Bool {
    switch addition {
    case .seconds(let seconds):
      guard second == nil else { return false }
      second = seconds
      minute = minute ?? 0
    case .minutes(let minutes):
      let total = hour * 60 + (minute ?? 0) + (isLess ? -minutes : minutes)
      guard total >= 0 else { return false }
      (hour, minute) = (total / 60, total % 60)
    }
    return true
  }
}
