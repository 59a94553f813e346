import KhabarCore

/// Reads temporal expressions from tagged text. Every method takes the token to begin at and gives what it read and
/// where it ended, or nil.
struct DateParser {
  let text: TaggedText
  let numbers: NumberReader

  init(text: TaggedText) {
    self.text = text
    numbers = NumberReader(text: text)
  }

  /// An expression with its tokens.
  struct Parsed {
    var meaning: TemporalMeaning
    var modifier: TimeModifier?
    var start: Int
    var end: Int
    var rule: String
    /// The later members of a list, in order: يوليو 2023 of يناير ويوليو 2023.
    var others: [Parsed] = []

    /// Behind the last member.
    var listEnd: Int { others.last?.end ?? end }
  }

  /// A point of the calendar while it is being read piece by piece.
  struct Draft {
    var point = CalendarDescription()
    var modifier: TimeModifier?
    var start: Int
    var end: Int
    /// Pieces read.
    var pieces = 0
    /// A day of the month was given as an ordinal or number without its month yet.
    var hasBareDay = false
    /// The words are a date only in the right surroundings: a month that is also a verb, a part of the day.
    var isWeak = false
    /// "This day" or "the same month", which may be one of another year.
    var isAnniversary = false
    /// The hour before the part of the day is known.
    var hour: ClockTime?
    var saysUnit: TimeUnit?
    /// Set when the end of a range is counted from the anchor: "in an hour".
    var shift: TemporalMeaning?
    var rule = "date"

    init(start: Int) {
      self.start = start
      end = start
    }
  }

  /// All expressions of a stretch of tokens, in order, without overlap.
  func expressions(in range: Range<Int>) -> [Parsed] {
    var found: [Parsed] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard text.tags[index].word != 0 || text.tags[index].mark == .number else {
        index += 1
        continue
      }
      guard text.isNumber(index) || text.has(index, .dateTrigger), !isIdle(index),
        let parsed = expression(index, limit: range.upperBound)
      else {
        index += 1
        continue
      }
      found.append(parsed)
      found += parsed.others
      index = max(parsed.listEnd, index + 1)
    }
    return found
  }

  /// A particle with nothing of the calendar or a number behind it: most cases of من (from), بعد (after), هذا (this).
  private func isIdle(_ index: Int) -> Bool {
    guard !text.isNumber(index), text.roles(index).isSubset(of: Self.particles) else { return false }
    let next = text.end(index)
    guard next < text.count else { return true }
    return text.tags[next].word == 0 && !text.isNumber(next) && text.tokens[next].key != ArabicArticle.key
  }

  private static let particles: CalendarWord.Roles = [
    .before, .after, .since, .from, .between, .every, .this, .that, .last, .few, .whole, .in, .on, .within, .until,
  ]

  /// The longest expression that begins at a token; of equally long ones the one that is offered first.
  func expression(_ start: Int, limit: Int) -> Parsed? {
    var longest = Longest(start: start, limit: limit)
    let roles = text.roles(start)
    offerRanges(start, roles, to: &longest)
    let point = pointOrRange(start).map { withDayBehind($0) } ?? dayAlone(start)
    longest.offer(list(start, point))
    // What begins with an amount of time need not be tried where there is none.
    let hasAmount = amount(start) != nil
    if !roles.isDisjoint(with: [.this, .unit]) { longest.offer(sameDayAgo(start)) }
    if !roles.isDisjoint(with: [.unit, .ordinal]) { longest.offer(firstOnes(start)) }
    if hasAmount, text.isNumber(start) || !roles.isDisjoint(with: [.cardinal, .unit, .fraction]) {
      longest.offer(minutesBeside(start))
    }
    longest.offer(point)
    if hasAmount || !roles.isDisjoint(with: [.last, .unit]) { longest.offer(stretch(start)) }
    if hasAmount { longest.offer(trailingShift(start)) }
    if hasAmount || !roles.isDisjoint(with: [.whole, .modifier]) { longest.offer(duration(start)) }
    return longest.best
  }

  /// The longest of the expressions that were offered.
  private struct Longest {
    let start: Int
    let limit: Int
    private(set) var best: Parsed?

    init(start: Int, limit: Int) { (self.start, self.limit) = (start, limit) }

    mutating func offer(_ parsed: Parsed?) {
      guard let parsed, parsed.listEnd <= limit, parsed.end > start else { return }
      if parsed.listEnd > (best?.listEnd ?? start) { best = parsed }
    }
  }

  /// Ranges, repetitions, and what is counted from another time.
  private func offerRanges(_ start: Int, _ roles: CalendarWord.Roles, to longest: inout Longest) {
    let isNumber = text.isNumber(start)
    if !roles.isDisjoint(with: [.every, .set, .unit]) { longest.offer(set(start)) }
    if !roles.isDisjoint(with: [.from, .between, .unit, .after]) {
      longest.offer(range(start).map { withDayBehind($0) })
    }
    if !roles.isDisjoint(with: [.before, .after, .since, .from, .in]) { longest.offer(shift(start)) }
    if isNumber || !roles.isDisjoint(with: .numeral) { longest.offer(numberRange(start).map { withDayBehind($0) }) }
    if isNumber || roles.contains(.unit) { longest.offer(yearPair(start)) }
    if !roles.isDisjoint(with: [.reference, .now]) { longest.offer(reference(start)) }
    if roles.contains(.rest) { longest.offer(rest(start)) }
  }

  // MARK: Points

  func pointOrRange(_ start: Int) -> Parsed? {
    guard let first = point(start) else { return nil }
    if let last = continuation(of: first) { return last }
    if let inside = rangeInside(first) { return inside }
    guard isComplete(first) else { return nil }
    if let recurring = recurring(first) { return recurring }
    return parsed(first)
  }

  /// يوم 27 (on the 27th): a day of the month without its month, and the hour behind it.
  private func dayAlone(_ start: Int) -> Parsed? {
    guard text.has(start, .unit), text.word(start).unit == .day, text.word(start).unitNumber == 1,
      !text.isDefinite(start), text.isNumber(start + 1), let (day, end) = dayNumber(start), !text.isCounted(end),
      text.kind(end) != .slash, text.kind(end) != .hyphen, text.kind(end) != .colon, !text.has(start - 1, .every),
      !text.has(end, [.month, .hijriMonth, .dayPart, .meridiem, .from]),
      text.kind(end) != .sentenceEnd || !text.has(end + 1, [.month, .hijriMonth])
    else { return nil }
    var draft = Draft(start: start)
    draft.point.day = .number(day)
    draft.pieces = 1
    draft.end = end
    draft.rule = "day-of-month"
    while draft.pieces < 4, readPiece(&draft) {}
    settleClock(&draft)
    return parsed(draft)
  }

  func parsed(_ draft: Draft) -> Parsed {
    Parsed(meaning: .point(draft.point), modifier: draft.modifier, start: draft.start, end: draft.end, rule: draft.rule)
  }

  /// Reads as many pieces as fit together from a token on.
  func point(_ start: Int) -> Draft? {
    var draft = Draft(start: start)
    readPart(&draft)
    while draft.pieces < 12, readPiece(&draft) || readBracketedWeekday(&draft) || readBracketed(&draft) {}
    guard draft.pieces > 0 else { return nil }
    settleClock(&draft)
    return draft
  }

  /// الخميس (17 نوفمبر 2016), 02/08/2012 (4:49 م): the date behind its weekday, the hour behind its day, in brackets.
  private func readBracketed(_ draft: inout Draft) -> Bool {
    let index = draft.end + 1
    guard draft.pieces > 0, text.kind(draft.end) == .openBracket, index < text.count, !text.startsLine(index),
      draft.point.weekday != nil || draft.point.day != nil
    else { return false }
    var inner = draft
    let link = Link(index: index)
    let isRead =
      draft.point.weekday != nil && draft.point.day == nil && draft.point.direction == nil
      && (readNumericDate(&inner, link) || readDayOfMonth(&inner, link))
      || draft.point.day != nil && text.kind(index + 1) == .colon && readClock(&inner, link)
    guard isRead, !inner.hasBareDay, text.kind(inner.end) == .closeBracket else { return false }
    draft = inner
    draft.end += 1
    draft.pieces += 1
    return true
  }

  /// أمس (السبت), غدا «الأربعاء»: the weekday in brackets or quotes behind its day.
  private func readBracketedWeekday(_ draft: inout Draft) -> Bool {
    guard draft.pieces > 0, case .relative = draft.point.day, draft.point.weekday == nil,
      let open = text.kind(draft.end), open == .openBracket || open == .quote, text.has(draft.end + 1, .weekday),
      text.isDefinite(draft.end + 1), text.isBare(draft.end + 1), let close = text.kind(draft.end + 2),
      close == .closeBracket || close == .quote
    else { return false }
    draft.point.weekday = Int(text.word(draft.end + 1).weekday)
    draft.end += 3
    draft.pieces += 1
    return true
  }

  /// مطلع، منتصف، أواخر (beginning, middle, end of) before a month, year, week …; حوالي (about).
  private func readPart(_ draft: inout Draft) {
    if text.has(draft.end, .modifier), text.word(draft.end).modifier == .approximately, text.isBare(draft.end) {
      draft.modifier = .approximately
      draft.end = text.end(draft.end)
      return
    }
    // نصف شهر مارس (the middle of March).
    if text.has(draft.end, .fraction), text.word(draft.end).denominator == 2, !text.isDefinite(draft.end),
      text.has(draft.end + 1, .unit), text.word(draft.end + 1).unit == .month, !text.isDefinite(draft.end + 1),
      text.has(draft.end + 2, [.month, .hijriMonth, .cardinal]) || text.isNumber(draft.end + 2)
    {
      draft.modifier = .middle
      draft.end += 1
      return
    }
    guard text.has(draft.end, .part), !isDayOfMonth(draft.end) else { return }
    let end = text.end(draft.end)
    draft.modifier = text.word(draft.end).part
    draft.end = end
  }

  private func readPiece(_ draft: inout Draft) -> Bool {
    let isFirst = draft.pieces == 0
    let start = draft.end
    var next: Link? = Link(index: start)
    while let link = next, link.index < text.count {
      if link.isEquation ? readEqualDate(&draft, link) : readPiece(&draft, at: link) {
        // "Dated" stays outside.
        if isFirst, draft.modifier == nil { draft.start = link.index }
        draft.pieces += 1
        return true
      }
      next = self.link(behind: link, from: start, isFirst: isFirst)
    }
    return false
  }

  /// الخميس الموافق 16 مايو (Thursday, which is 16 May): the date of a day that was named.
  private func readEqualDate(_ draft: inout Draft, _ link: Link) -> Bool {
    guard draft.point.day == nil, draft.point.month == nil, draft.point.weekday != nil else { return false }
    return readNumericDate(&draft, link) || readDayOfMonth(&draft, link)
  }

  /// A place where the next piece may begin and what stands before it.
  struct Link {
    var index: Int
    var hasComma = false
    var hasPreposition = false
    /// "Which is" stands before it: the same day in other words.
    var isEquation = false
  }

  /// The place behind a comma, a preposition, "about" or "dated" that stands where no piece begins.
  private func link(behind link: Link, from start: Int, isFirst: Bool) -> Link? {
    let index = link.index
    var next = link
    if isFirst {
      guard index == start, text.has(index, .label), text.isBare(index) || text.clitics(index).contains(.with) else {
        return nil
      }
      next.index = text.end(index)
      next.hasPreposition = true
      return next
    }
    if index == start, text.kind(index) == .comma, !text.startsLine(index + 1) {
      next.index += 1
      next.hasComma = true
      return next
    }
    // صباح يوم 22 أبريل (the morning of the 22nd of April).
    if index == start, isAfterDay(index + 1), text.isNumber(index + 1), !text.has(index, .relativeDay) {
      next.index += 1
      return next
    }
    // 2 أغسطس 2012 - 04:49 مساء, 2012-08-02T16:49.
    if index == start, text.kind(index + 2) == .colon, text.isNumber(index + 1), !text.startsLine(index + 1),
      text.kind(index) == .hyphen || text.tokens[index].key == Self.timeMark && !text.hasSpace(before: index)
    {
      next.index += 1
      next.hasComma = true
      return next
    }
    guard text.has(index, [.in, .on, .from, .label, .equals, .modifier]), !text.startsLine(index), index < start + 4
    else {
      return nil
    }
    if text.has(index, .modifier), text.word(index).modifier != .approximately { return nil }
    next.index = text.end(index)
    next.hasPreposition = true
    if text.has(index, .equals) {
      next.isEquation = true
      // الموافق لـ17 نوفمبر.
      if next.index < text.count, text.tokens[next.index].key == Self.to, text.isNumber(next.index + 1) {
        next.index += 1
      }
    }
    return next
  }

  /// The T of ISO 8601.
  private static let timeMark = Orthography.arabic.key("t")
  /// لـ (to), written apart from digits.
  private static let to = Orthography.arabic.key("ل")

  private func readPiece(_ draft: inout Draft, at link: Link) -> Bool {
    let index = link.index
    if text.startsLine(index), draft.pieces > 0 { return false }
    if text.isNumber(index) || text.has(index, .numeral), readNumber(&draft, link) { return true }
    return text.tags[index].word != 0 && readWord(&draft, link)
  }

  /// What digits and number words may be, the particular before the general.
  private func readNumber(_ draft: inout Draft, _ link: Link) -> Bool {
    readNumericDate(&draft, link) || readDayOfMonth(&draft, link) || readClock(&draft, link) || readNth(&draft, link)
      || readYear(&draft, link)
  }

  /// What words of the calendar may be.
  private func readWord(_ draft: inout Draft, _ link: Link) -> Bool {
    readHoliday(&draft, link) || readNth(&draft, link) || readWeekday(&draft, link) || readMonth(&draft, link)
      || readYear(&draft, link) || readRelativeDay(&draft, link) || readUnit(&draft, link) || readPortion(&draft, link)
      || readDecade(&draft, link) || readClock(&draft, link) || readDayPart(&draft, link) || readZone(&draft, link)
  }

  /// The pieces make a date or time without anything around them.
  func isComplete(_ draft: Draft) -> Bool {
    let point = draft.point
    if draft.isWeak, draft.pieces == 1 { return isSupported(draft) }
    if draft.hasBareDay, point.month == nil, point.weekday == nil, point.week == nil {
      return isDayContext(draft.start)
    }
    if point.ordinal != nil, point.month == nil, point.year == nil, point.week == nil, point.decade == nil,
      point.century == nil, point.holiday == nil
    {
      return false
    }
    return true
  }

  /// A word that is a date only in a date's place: behind a preposition of time, or a sentence by itself.
  private func isSupported(_ draft: Draft) -> Bool {
    if isAlone(draft.start, draft.end) { return true }
    if draft.modifier != nil { return true }
    let clitics = text.clitics(draft.start)
    if draft.point.isClockOnly { return isDayPartSupported(draft) }
    if !clitics.isDisjoint(with: [.with, .to]), draft.point.month == nil { return true }
    let before = draft.start - 1
    return text.has(before, [.in, .since, .within, .until, .before, .after, .from, .on, .this, .between, .length])
      || text.word(before).roles.contains(.part)
  }

  private func isDayPartSupported(_ draft: Draft) -> Bool {
    let before = draft.start - 1
    // An adverb in the accusative: صباحا (in the morning), ليلا (at night), مساء (in the evening), whose hamza takes no
    // alef.
    if let last = letter(draft.end - 1, fromEnd: 1), last == ArabicLetter.alef || last == ArabicLetter.hamza,
      !text.isDefinite(draft.start)
    {
      return true
    }
    guard text.isDefinite(draft.start) || text.word(draft.start).words > 1 || draft.modifier != nil else {
      return false
    }
    return text.has(before, [.in, .since, .until, .from, .on, .before, .within, .length])
      || text.clitics(draft.start).contains(.with)
  }

  /// Letter code counted from the end of a word.
  func letter(_ index: Int, fromEnd: Int) -> UInt8? {
    guard index >= 0, index < text.count else { return nil }
    let key = text.tokens[index].key
    return key.count >= fromEnd ? key[key.count - fromEnd] : nil
  }

  /// No other word stands in the sentence: between line breaks, sentence ends or the document's ends.
  func isAlone(_ start: Int, _ end: Int) -> Bool {
    var before = start - 1
    while before >= 0, !isWordLike(before), !text.startsLine(before + 1) { before -= 1 }
    guard
      before < 0 || text.startsLine(before + 1) || text.kind(before) == .sentenceEnd
        || text.has(before, .in) && before == 0
    else { return false }
    var after = end
    while after < text.count, !isWordLike(after), !text.startsLine(after) { after += 1 }
    return after >= text.count || text.startsLine(after)
  }

  private func isWordLike(_ index: Int) -> Bool {
    let kind = text.tokens[index].kind
    return kind == .word || kind == .number || kind == .address
  }

  /// A bare number or ordinal is a day of the month there: behind "day" or "dated".
  private func isDayContext(_ start: Int) -> Bool {
    let word = text.word(start)
    return word.roles.contains(.unit) && word.unit == .day || text.has(start, .label) || text.has(start - 1, .label)
  }
}
