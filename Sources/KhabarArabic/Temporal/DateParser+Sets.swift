import KhabarCore

/// What recurs: كل جمعة (every Friday), يوميا (daily), أيام الأحد (on Sundays).
extension DateParser {
  func set(_ start: Int) -> Parsed? {
    if text.has(start, .set), text.isBare(start) {
      let word = text.word(start)
      var (point, end) = (CalendarDescription(), text.end(start))
      // يوميا في الساعة التاسعة (daily at nine).
      if word.unit == .day, word.setCount == 1 { end = clock(behind: end, &point) }
      return Parsed(
        meaning: .set(each: TimeAmount(Double(word.setCount), word.unit), point: point.clock == nil ? nil : point),
        modifier: nil, start: start, end: end, rule: "set")
    }
    if text.has(start, .every) { return every(start) }
    // أيام الاثنين (on Mondays).
    guard text.has(start, .unit), text.word(start).unit == .day, text.word(start).unitNumber == 3,
      !text.isDefinite(start),
      text.has(start + 1, .weekday), text.isDefinite(start + 1), !text.has(start + 2, .direction)
    else { return nil }
    var point = CalendarDescription()
    point.weekday = Int(text.word(start + 1).weekday)
    let end = clock(behind: start + 2, &point)
    // A list of days is no weekly set by itself: أيام الاثنين والثلاثاء والأربعاء.
    if let next = numbers.afterAnd(start + 2), text.has(next, .weekday) { return nil }
    return Parsed(
      meaning: .set(each: TimeAmount(1, .week), point: point), modifier: nil, start: start, end: end, rule: "set")
  }

  /// الساعة 9 صباحا كل يوم أحد (at nine in the morning every Sunday).
  func recurring(_ first: Draft) -> Parsed? {
    guard first.point.isClockOnly, let clock = first.point.clock, text.has(first.end, [.every, .unit]),
      !text.startsLine(first.end),
      let set = set(first.end), case .set(let each, var point) = set.meaning, point?.clock == nil
    else { return nil }
    point = point ?? CalendarDescription()
    point?.clock = clock
    return Parsed(meaning: .set(each: each, point: point), modifier: nil, start: first.start, end: set.end, rule: "set")
  }

  private func every(_ start: Int) -> Parsed? {
    let index = text.end(start)
    guard index < text.count, !text.startsLine(index),
      text.clitics(index).isEmpty || text.isBare(index) && !text.isDefinite(index)
    else { return nil }
    func make(_ each: TimeAmount, _ point: CalendarDescription?, _ end: Int) -> Parsed {
      Parsed(meaning: .set(each: each, point: point), modifier: nil, start: start, end: end, rule: "set")
    }
    var point = CalendarDescription()
    let word = text.word(index)
    var place = index
    if word.roles.contains(.unit), word.unit == .day, word.unitNumber == 1, text.has(index + 1, .weekday) { place += 1 }
    if text.has(place, .weekday), !text.has(place + 1, .unit) {
      point.weekday = Int(text.word(place).weekday)
      let end = clock(behind: place + 1, &point)
      var first = make(TimeAmount(1, .week), point, end)
      first.others = furtherWeekdays(behind: end)
      return first
    }
    if word.roles.contains(.dayPart), !text.isDefinite(index) {
      point.dayPart = word.dayPart
      let end = clock(behind: index + 1, &point)
      return make(TimeAmount(1, .day), point, end)
    }
    if word.roles.contains(.month), word.words >= 1, !text.isDefinite(index) {
      point.month = .number(Int(word.month))
      return make(TimeAmount(1, .year), point, text.end(index))
    }
    if word.roles.contains(.season), word.unitNumber < 2, !text.isDefinite(index), !text.startsLine(index) {
      point.portion = CalendarDescription.Portion(.season, Int(word.season))
      return make(TimeAmount(1, .year), point, index + 1)
    }
    var draft = Draft(start: index)
    draft.pieces = 1
    if text.isNumber(index),
      readNumericDate(&draft, Link(index: index, hasPreposition: true)) || readDayOfMonth(&draft, Link(index: index)),
      draft.point.year == nil
    {
      return make(TimeAmount(1, .year), draft.point, draft.end)
    }
    if word.roles.contains(.unit), word.unitNumber == 1, !text.isDefinite(index) {
      if word.unit == .day {
        let end = clock(behind: index + 1, &point)
        if end > index + 1 { return make(TimeAmount(1, .day), point, end) }
      }
      return make(TimeAmount(1, word.unit), nil, index + 1)
    }
    if let (amount, end) = amount(index) { return make(amount, nil, end) }
    return nil
  }

  /// كل اثنين وخميس (every Monday and Thursday): the other weekdays, each a set of its own.
  private func furtherWeekdays(behind end: Int) -> [Parsed] {
    var others: [Parsed] = []
    while let index = numbers.afterAnd(others.last?.end ?? end), text.has(index, .weekday), !text.isDefinite(index),
      !text.startsLine(index)
    {
      var point = CalendarDescription()
      point.weekday = Int(text.word(index).weekday)
      others.append(
        Parsed(
          meaning: .set(each: TimeAmount(1, .week), point: point), modifier: nil, start: index,
          end: clock(behind: index + 1, &point), rule: "set"))
    }
    return others
  }

  /// A time of day behind the recurring day: كل صباح في الساعة 9.
  private func clock(behind index: Int, _ point: inout CalendarDescription) -> Int {
    var draft = Draft(start: index)
    draft.point.day = .relative(0)
    draft.point.dayPart = point.dayPart
    draft.pieces = 1
    var place = index
    if text.has(place, [.in, .on]), text.isBare(place) { place = text.end(place) }
    guard place < text.count, !text.startsLine(place),
      text.has(place, .unit) || text.isNumber(place) && text.kind(place + 1) == .colon,
      readClock(&draft, Link(index: place, hasPreposition: true))
    else { return index }
    let part = draft.point.dayPart
    draft.point.dayPart = nil
    if !readDayPart(&draft, Link(index: draft.end)) { draft.point.dayPart = part }
    settleClock(&draft)
    point.clock = draft.point.clock
    point.dayPart = nil
    return draft.end
  }
}
