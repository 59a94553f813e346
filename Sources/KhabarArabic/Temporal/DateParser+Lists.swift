import KhabarCore

/// Dates in a row of which only the last says what all share: يناير ويوليو 2023 (January and July 2023), يومي الثالث
/// والسابع من مايو (on the third and seventh of May), الأعوام 2015 و2017 و2019, الاثنين والأربعاء المقبلين (Monday and
/// Wednesday next). Each member is an expression of its own; only "between" and "from … to" make ranges.
///
/// Two days in a row under one dual (يومي 5 و6 مايو) are a stretch as well as a list, and `pair` reads them as that.
extension DateParser {
  /// - Parameter point: what was read at `start` without looking for a list.
  func list(_ start: Int, _ point: Parsed?) -> Parsed? {
    var index = start
    var unit: TimeUnit?
    if text.has(start, .unit), [.day, .month, .year].contains(text.word(start).unit),
      text.word(start).unitNumber >= 2 || text.word(start).unit == .year
    {
      unit = text.word(start).unit
      index = start + 1
    }
    guard index < text.count, !text.startsLine(index) || index == start else { return nil }
    return dayList(start, index, unit) ?? monthList(start, index, unit) ?? weekdayList(start, index, unit)
      ?? yearList(start, index, unit) ?? portionList(start) ?? seasonList(start) ?? decadeList(start)
      ?? centuryList(start)
  }

  /// The longest list; further items of real ones are not news.
  private static let longestList = 12

  /// أو (or).
  private static let or = Orthography.arabic.key("أو")

  /// Reads items with "and", "or" or a comma between them.
  private func items(_ index: Int, _ read: (Int) -> Draft?) -> [Draft] {
    guard let first = read(index) else { return [] }
    var items = [first]
    while items.count < Self.longestList {
      guard let next = nextItem(behind: items[items.count - 1].end), let item = read(next) else { break }
      items.append(item)
    }
    return items
  }

  /// Where another item may begin behind one that ends there.
  private func nextItem(behind end: Int) -> Int? {
    guard end < text.count, !text.startsLine(end) else { return nil }
    var next = numbers.afterAnd(end)
    if next == nil, text.kind(end) == .comma { next = numbers.afterAnd(end + 1) ?? end + 1 }
    if next == nil, text.tokens[end].key == Self.or { next = end + 1 }
    guard let next, next < text.count, !text.startsLine(next) else { return nil }
    return next
  }

  /// One expression of the items; the first begins at the list's head.
  private func parsed(_ items: [Draft], from start: Int, _ rule: String) -> Parsed? {
    guard items.count > 1 else { return nil }
    var all = items.map {
      Parsed(meaning: .point($0.point), modifier: nil, start: $0.start, end: $0.end, rule: rule)
    }
    var first = all.removeFirst()
    first.start = start
    first.others = all
    return first
  }

  // MARK: Days

  /// 3 و7 مايو; يومي الثالث والسابع من مايو; الأيام 5 و8 و9 من الشهر الجاري.
  private func dayList(_ start: Int, _ index: Int, _ unit: TimeUnit?) -> Parsed? {
    // A day with its month ends a list, so that the first of one is a bare day with another item behind it.
    guard unit == nil || unit == .day, isDayOfList(index), let first = dayNumber(index),
      nextItem(behind: first.end) != nil
    else { return nil }
    var days: [Draft] = []
    var last: Draft?
    days = items(index) { index in
      guard last == nil, isDayOfList(index) else { return nil }
      var full = Draft(start: index)
      if readDayOfMonth(&full, Link(index: index)), full.point.month != nil {
        last = full
        return full
      }
      guard let (day, end) = dayNumber(index) else { return nil }
      var draft = Draft(start: index)
      draft.point.day = .number(day)
      draft.end = end
      return draft
    }
    guard let last, days.count > 1, isStretch(days, unit) == false else { return nil }
    for index in days.indices.dropLast() {
      let day = days[index].point.day
      days[index].point = last.point
      days[index].point.day = day
    }
    return parsed(days, from: start, "day-list")
  }

  private func isDayOfList(_ index: Int) -> Bool {
    text.isNumber(index)
      || text.isDefinite(index) && text.has(index, [.ordinal, .ordinalTen, .tens]) && !text.has(index, .weekday)
  }

  /// The dual of two days that follow each other.
  private func isStretch(_ days: [Draft], _ unit: TimeUnit?) -> Bool {
    guard unit == .day, days.count == 2, case .number(let from) = days[0].point.day,
      case .number(let to) = days[1].point.day
    else { return false }
    return to == from + 1
  }

  // MARK: Months

  /// يناير ويوليو 2023; شهري مارس وأبريل الماضيين.
  private func monthList(_ start: Int, _ index: Int, _ unit: TimeUnit?) -> Parsed? {
    guard unit == nil || unit == .month, text.has(index, [.month, .hijriMonth]), !text.isDefinite(index) else {
      return nil
    }
    var months = items(index) { index in
      guard text.has(index, [.month, .hijriMonth]), !text.isDefinite(index) else { return nil }
      var draft = Draft(start: index)
      draft.pieces = 1
      guard readMonth(&draft, Link(index: index)), draft.point.day == nil else { return nil }
      return draft
    }
    guard months.count > 1, let last = months.last?.point, last.year != nil || last.direction != nil || unit != nil
    else {
      return nil
    }
    for index in months.indices.dropLast() where months[index].point.year == nil && months[index].point.direction == nil
    {
      months[index].point.year = last.year
      months[index].point.direction = last.direction
    }
    return parsed(months, from: start, "month-list")
  }

  // MARK: Weekdays

  /// الاثنين والأربعاء المقبلين.
  private func weekdayList(_ start: Int, _ index: Int, _ unit: TimeUnit?) -> Parsed? {
    guard unit == nil || unit == .day && text.word(start).unitNumber == 2, text.has(index, .weekday) else { return nil }
    var days = items(index) { index in
      guard text.has(index, .weekday), text.isDefinite(index) else { return nil }
      var draft = Draft(start: index)
      draft.pieces = 1
      return readWeekday(&draft, Link(index: index)) ? draft : nil
    }
    guard days.count > 1, let direction = days.last?.point.direction,
      days.dropLast().allSatisfy({ $0.point.direction == nil })
    else { return nil }
    for index in days.indices { days[index].point.direction = direction }
    return parsed(days, from: start, "weekday-list")
  }

  // MARK: Years

  /// عامي 2007 و2009; الأعوام 2015 و2017 و2019; في 2003 و2011.
  private func yearList(_ start: Int, _ index: Int, _ unit: TimeUnit?) -> Parsed? {
    guard unit == .year || unit == nil && text.has(start - 1, [.in, .since, .within, .before, .after]),
      text.isNumber(index) || unit == .year
    else { return nil }
    var years = items(index) { index in
      guard let (year, end, era) = year(index, isBareAllowed: true, calendar: .gregorian),
        case .number(let number) = year,
        era != nil || (1000...2199).contains(number), unit != nil || text.isNumber(index) && !text.isCounted(end),
        text.kind(end) != .hyphen || text.hasSpace(before: end), text.kind(end) != .slash
      else { return nil }
      var draft = Draft(start: index)
      draft.point.year = year
      draft.point.calendar = Self.calendar(era, .gregorian)
      draft.end = end
      return draft
    }
    guard years.count > 1 else { return nil }
    if let calendar = years.last?.point.calendar {
      for index in years.indices { years[index].point.calendar = calendar }
    }
    return parsed(years, from: start, "year-list")
  }

  // MARK: Quarters, decades, centuries

  /// الربعين الأول والثالث من 2023, الربع الأول والربع الثاني من العام الماضي.
  private func portionList(_ start: Int) -> Parsed? {
    let isDual = isDualOfQuarters(start)
    guard isDual || text.has(start, .fraction) && text.isDefinite(start) else { return nil }
    let isHalf = text.has(start, .fraction) && text.word(start).denominator == 2
    let unit: TimeUnit = isHalf ? .half : .quarter
    var portions = items(isDual ? start + 1 : start) { index in
      guard text.has(index, .fraction), !isDual else { return ordinalPortion(index, unit) }
      // النصف الأول والثاني من 2019: the year comes behind the last.
      if var named = ordinalPortion(index + 1, unit) {
        named.start = index
        return named
      }
      var draft = Draft(start: index)
      return readPortion(&draft, Link(index: index)) ? draft : nil
    }
    guard let year = portions.last?.point.year else { return nil }
    for index in portions.indices where portions[index].point.year == nil { portions[index].point.year = year }
    return parsed(portions, from: start, "portion-list")
  }

  /// الربعين, الربعان.
  private func isDualOfQuarters(_ index: Int) -> Bool {
    let word = text.word(index)
    guard text.isDefinite(index) else { return false }
    return text.has(index, .unit) && word.unit == .quarter && word.unitNumber == 2
      || text.has(index, .fraction) && word.numerator == 2 && word.denominator == 4
  }

  /// الثالث من 2023 behind "the two quarters" or another quarter.
  private func ordinalPortion(_ index: Int, _ unit: TimeUnit) -> Draft? {
    guard text.isDefinite(index), let ordinal = numbers.ordinal(index), (1...4).contains(ordinal.value) else {
      return nil
    }
    var draft = Draft(start: index)
    draft.point.portion = CalendarDescription.Portion(unit, Int(ordinal.value))
    draft.end = ordinal.end
    let place = text.has(draft.end, [.from, .in]) ? text.end(draft.end) : draft.end
    if let (year, end, _) = year(place, isBareAllowed: true, calendar: .gregorian) {
      draft.point.year = year
      draft.end = end
    }
    return draft
  }

  /// ربيع وصيف 2019 (spring and summer of 2019).
  private func seasonsOfAYear(_ start: Int) -> Parsed? {
    var seasons = items(start) { index in
      guard text.has(index, .season), !text.isDefinite(index), text.word(index).words == 1 else { return nil }
      var draft = Draft(start: index)
      draft.point.portion = CalendarDescription.Portion(.season, Int(text.word(index).season))
      draft.end = index + 1
      let place = text.has(draft.end, [.from, .in]) ? text.end(draft.end) : draft.end
      if let (year, end, _) = year(place, isBareAllowed: true, calendar: .gregorian), !text.isCounted(end) {
        draft.point.year = year
        draft.end = end
      }
      return draft
    }
    guard let year = seasons.last?.point.year, seasons.dropLast().allSatisfy({ $0.point.year == nil }) else {
      return nil
    }
    for index in seasons.indices { seasons[index].point.year = year }
    return parsed(seasons, from: start, "season-list")
  }

  /// صيفي 2019 و2021, صيف 2019 و2021 (the summers of 2019 and 2021).
  private func seasonList(_ start: Int) -> Parsed? {
    guard text.has(start, .season), !text.isDefinite(start) else { return nil }
    if let seasons = seasonsOfAYear(start) { return seasons }
    let season = Int(text.word(start).season)
    let years = items(start + 1) { index in
      guard let (year, end, _) = year(index, isBareAllowed: true, calendar: .gregorian), !text.isCounted(end) else {
        return nil
      }
      var draft = Draft(start: index)
      draft.point.portion = CalendarDescription.Portion(.season, season)
      draft.point.year = year
      draft.end = end
      return draft
    }
    return parsed(years, from: start, "season-list")
  }

  /// سبعينيات وثمانينيات القرن الماضي, الستينيات والسبعينيات.
  private func decadeList(_ start: Int) -> Parsed? {
    guard text.has(start, .decade) else { return nil }
    var decades = items(start) { index in
      guard text.has(index, .decade) else { return nil }
      var draft = Draft(start: index)
      draft.point.decade = .number(Int(text.word(index).decade))
      draft.end = index + 1
      let place = text.has(draft.end, [.from, .in]) ? text.end(draft.end) : draft.end
      if let (century, end) = century(place) {
        draft.point.century = century
        draft.end = end
      }
      return draft
    }
    guard let century = decades.last?.point.century else { return nil }
    for index in decades.indices where decades[index].point.century == nil { decades[index].point.century = century }
    return parsed(decades, from: start, "decade-list")
  }

  /// القرنين التاسع عشر والعشرين.
  private func centuryList(_ start: Int) -> Parsed? {
    guard text.has(start, .unit), text.word(start).unit == .century, text.word(start).unitNumber == 2,
      text.isDefinite(start)
    else { return nil }
    let centuries = items(start + 1) { index in
      guard text.isDefinite(index), let ordinal = numbers.ordinal(index), (1...30).contains(ordinal.value) else {
        return nil
      }
      var draft = Draft(start: index)
      draft.point.century = .number(Int(ordinal.value))
      draft.end = ordinal.end
      return draft
    }
    return parsed(centuries, from: start, "century-list")
  }

  // MARK: Years across the turn of the year

  /// موسم 2023/2024, العام الدراسي 2023-2024, عام 2022/23: a season, school year or budget that two years share. The
  /// years may stand in the order of either script.
  func yearPair(_ start: Int) -> Parsed? {
    guard let index = yearPairStart(start) else { return nil }
    let isNamed = index > start || text.has(index - 1, .yearNoun) || text.has(index - 2, .yearNoun)
    guard let (first, last) = sharedYears(index, isNamed: isNamed) else { return nil }
    let era = eraAt(index + 3)
    let isHijri = Self.currentHijriYears.contains(first)
    let calendar = era.map { Self.calendar($0.kind, .gregorian) } ?? (isHijri ? .islamic : .gregorian)
    guard calendar != .gregorian || Self.newsYears.contains(first) else { return nil }
    func year(_ number: Int) -> TemporalMeaning {
      var point = CalendarDescription()
      point.year = .number(number)
      point.calendar = calendar
      return .point(point)
    }
    return Parsed(
      meaning: .range(year(min(first, last)), year(max(first, last))), modifier: nil, start: start,
      end: era?.end ?? index + 3, rule: "year-pair")
  }

  /// Years of the Hijri calendar that are told of without a mark, and of the common era.
  private static let currentHijriYears = 1380...1460
  private static let newsYears = 1800...2100

  /// Where the years begin: behind "the year", and an adjective of it: العام الدراسي, السنة المالية.
  private func yearPairStart(_ start: Int) -> Int? {
    guard text.has(start, .unit) else { return start }
    guard text.word(start).unit == .year, text.word(start).unitNumber == 1 else { return nil }
    let index = start + 1
    return isAdjectiveOfYear(index) ? index + 1 : index
  }

  /// The years on both sides of a dash or slash that share a season, or between which one goes.
  private func sharedYears(_ index: Int, isNamed: Bool) -> (first: Int, last: Int)? {
    guard let written = numbers.integer(index), let first = fullYear(written, index, isNamed),
      let mark = text.kind(index + 1), mark == .slash || mark == .hyphen, !text.startsLine(index + 1),
      text.hasSpace(before: index + 1) == text.hasSpace(before: index + 2), let second = numbers.integer(index + 2),
      !isPartOfNumber(index)
    else { return nil }
    let isShort = isNamed && second == (first + 1) % 100
    guard second >= 1000 || isShort else { return nil }
    let last = second >= 1000 ? second : first + 1
    let isSeason = abs(last - first) == 1 && (mark == .slash || last < first || isNamed)
    return isSeason || mark == .hyphen && isStretch(index, first, last) ? (first, last) : nil
  }

  /// A mark or the noun of a numbered thing stands right before the digits.
  private func isPartOfNumber(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = text.kind(index - 1)
    let isMarked = !text.hasSpace(before: index) && (before == .slash || before == .hyphen)
    return isMarked || text.isLabelNoun(index - 1)
  }

  /// A year of four digits, and of two behind "season": موسم 98/99.
  private func fullYear(_ number: Int, _ index: Int, _ isNamed: Bool) -> Int? {
    if text.tokens[index].span.count >= 4 { return number >= 1000 ? number : nil }
    guard isNamed, text.tokens[index].span.count == 2, (0...99).contains(number) else { return nil }
    return number + (number < Self.turn ? 2000 : 1900)
  }

  /// Two digits below are of this century.
  private static let turn = 60

  /// 2019-2022: two years of our time with a dash between them, where nothing else is written to the digits; in
  /// brackets with spaces, too.
  private func isStretch(_ index: Int, _ first: Int, _ last: Int) -> Bool {
    (1900...2100).contains(first) && (1900...2100).contains(last) && first < last
      && (!text.hasSpace(before: index + 1)
        || text.kind(index - 1) == .openBracket && text.kind(index + 3) == .closeBracket)
      && text.tokens[index + 2].span.count >= 4 && !text.isCounted(index + 3)
      && (text.hasSpace(before: index + 3) || text.kind(index + 3) != .hyphen && text.kind(index + 3) != .slash)
  }
}
