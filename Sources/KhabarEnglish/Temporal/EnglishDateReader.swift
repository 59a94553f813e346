import KhabarCore

/// Reads the date that begins at a token of a sentence.
struct EnglishDateReader {
  let document: RecognizedDocument
  let calendar: EnglishCalendar
  /// Behind the sentence's last token.
  let end: Int

  /// A date and the token behind it.
  struct Found {
    var rule: String
    var meaning: TemporalMeaning
    var end: Int

    init(_ rule: String, _ point: CalendarDescription, _ end: Int) {
      self.init(rule, .point(point), end)
    }

    init(_ rule: String, _ meaning: TemporalMeaning, _ end: Int) {
      (self.rule, self.meaning, self.end) = (rule, meaning, end)
    }
  }

  func date(at index: Int) -> Found? {
    if let count = count(index) {
      return dayBeforeMonth(count, index) ?? ago(count, index) ?? year(index)
    }
    switch word(index) {
    case .month(let month): return monthDate(month, index)
    case .weekday(let weekday): return weekdayDate(weekday, index)
    case .day(let distance):
      var point = CalendarDescription()
      point.day = .relative(distance)
      return Found("day", point, index + 1)
    case .direction(let direction): return directed(direction, index)
    case .unit, .number, .ago, nil: return nil
    }
  }

  // MARK: - Words and numbers

  /// The meaning of a word. Months and weekdays have a capital letter: May, but not may.
  private func word(_ index: Int) -> EnglishCalendar.Word? {
    guard index < end, document.tokens[index].isWord, let word = calendar[document.tokens[index].key] else {
      return nil
    }
    switch word {
    case .month, .weekday: return text(index).first?.isUppercase == true ? word : nil
    default: return word
    }
  }

  private func text(_ index: Int) -> String { document.text.string(document.tokens[index].span) }

  private func number(_ index: Int) -> Int? {
    index < end && document.tokens[index].kind == .number ? Int(text(index)) : nil
  }

  /// A number in digits or a word.
  private func count(_ index: Int) -> Int? {
    if let number = number(index) { return number }
    if case .number(let number) = word(index) { return number }
    return nil
  }

  private func day(_ index: Int) -> Int? { number(index).flatMap { (1...31).contains($0) ? $0 : nil } }

  /// Behind a comma, if one stands at a token.
  private func behindComma(_ index: Int) -> Int {
    index < end && document.tokens[index].kind == .comma ? index + 1 : index
  }

  // MARK: - Dates

  /// 14 February 2024, 14 February.
  private func dayBeforeMonth(_ count: Int, _ index: Int) -> Found? {
    guard day(index) != nil, case .month(let month) = word(index + 1) else { return nil }
    var point = CalendarDescription()
    (point.day, point.month) = (.number(count), .number(month))
    return withYear(point, "date", index + 2)
  }

  /// February 14, 2024; February 2024; February.
  private func monthDate(_ month: Int, _ index: Int) -> Found {
    var point = CalendarDescription()
    point.month = .number(month)
    guard let day = day(index + 1) else { return withYear(point, "month", index + 1) }
    point.day = .number(day)
    return withYear(point, "date", index + 2)
  }

  private func withYear(_ point: CalendarDescription, _ rule: String, _ index: Int) -> Found {
    let next = behindComma(index)
    guard let year = number(next), (1900...2100).contains(year) else { return Found(rule, point, index) }
    var point = point
    point.year = .number(year)
    return Found(rule, point, next + 1)
  }

  /// Wednesday; Wednesday, 14 February 2024; Wednesday, February 14.
  private func weekdayDate(_ weekday: Int, _ index: Int) -> Found {
    let next = behindComma(index + 1)
    if let date = date(at: next), case .point(var point) = date.meaning, date.rule == "date" {
      point.weekday = weekday
      return Found("date", point, date.end)
    }
    var point = CalendarDescription()
    point.weekday = weekday
    return Found("weekday", point, index + 1)
  }

  /// Last Monday, next April, this week.
  private func directed(_ direction: Int, _ index: Int) -> Found? {
    var point = CalendarDescription()
    switch word(index + 1) {
    case .weekday(let weekday):
      (point.weekday, point.direction) = (weekday, direction)
      return Found("weekday", point, index + 2)
    case .month(let month):
      (point.month, point.direction) = (.number(month), direction)
      return Found("month", point, index + 2)
    case .unit(let unit):
      switch unit {
      case .week: point.week = .relative(direction)
      case .month: point.month = .relative(direction)
      case .year: point.year = .relative(direction)
      default: return nil
      }
      return Found("unit", point, index + 2)
    default: return nil
    }
  }

  /// Two days ago.
  private func ago(_ count: Int, _ index: Int) -> Found? {
    guard case .unit(let unit) = word(index + 1), case .ago = word(index + 2) else { return nil }
    return Found(
      "ago", .shift(amounts: [TimeAmount(Double(count), unit)], sign: -1, base: .anchor), index + 3)
  }

  /// A year behind a preposition, where it counts nothing: in 2023, but not in 2000 towns.
  private func year(_ index: Int) -> Found? {
    guard let year = number(index), (1900...2100).contains(year), index > 0,
      document.tokens[index - 1].classes.contains(.preposition), !countsNext(index)
    else { return nil }
    var point = CalendarDescription()
    point.year = .number(year)
    return Found("year", point, index + 1)
  }

  private func countsNext(_ index: Int) -> Bool {
    index + 1 < end && document.tokens[index + 1].isWord
      && document.tokens[index + 1].classes.isDisjoint(with: WordClasses.closed.union([.adverb, .verb]))
  }
}
