/// The date that a record, page or feed gives for its document, in any form that software writes.
///
/// - ISO 8601: `2024-05-20`, `20240520T101500Z`, `2024-05-20 10:15:00.5+03:00`, `2024-141`; also `2024/05/20`,
///   `2024.5.20`
/// - RFC 822 and its kin: `Mon, 20 May 2024 10:15:00 +0300`, `Monday, 20-May-24 10:15:00 GMT`, `Mon May 20 10:15:00
///   2024`,
///   `May 20, 2024`
/// - `20/05/2024`, `20.5.24`: the day first, as all Arab countries write; the month first only where it can't be
///   otherwise
/// - seconds, milli-, micro- or nanoseconds since 1970: `1716200000`, `1716200000.25`, `1716200000000`; their day is
///   that
///   of Greenwich
/// - years of the Hijri calendar, 1340 to 1500: `12/11/1445`
///
/// Digits may be Western, Arabic or Persian. The day is the one that the text names; a time zone moves nothing. What
/// does not say a whole day (`2024-05`) is none. Names of months and days are English or French; those of the
/// pipeline's language are `WrittenDateReader`'s.
public struct MetadataDate: Sendable, Equatable {
  /// The day, in the calendar of the civil year.
  public var date: CivilDate
  /// Seconds since midnight, where the text gives a time of day.
  public var secondOfDay: Int?

  /// - Returns: nil when the text is no date.
  public init?(_ text: String) {
    if let number = Double(text), number >= 1e8, text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      // 1.7162E9, as some languages print large numbers.
      guard let whole = Int(exactly: number.rounded()), let found = MetadataDate("\(whole)") else { return nil }
      self = found
      return
    }
    guard var pieces = DatePieces(text) else { return nil }
    if let wrapped = pieces.numberInObject { pieces.items = [wrapped] }
    if pieces.isPlainNumber {
      guard let found = Self.number(text, pieces.items[0]) else { return nil }
      self = found
      return
    }
    let clock = pieces.takeClock()
    guard let date = pieces.date() else { return nil }
    self.init(date: date, secondOfDay: clock)
  }

  private init(date: CivilDate, secondOfDay: Int? = nil) {
    self.date = date
    self.secondOfDay = secondOfDay
  }

  /// Digits alone: a date without marks, or time since 1970.
  private static func number(_ text: String, _ piece: DatePieces.Item) -> MetadataDate? {
    guard case .number(let value, let digits) = piece else { return nil }
    switch digits {
    case 8:
      return DatePieces.day(year: value / 10_000, month: value / 100 % 100, day: value % 100).map { Self(date: $0) }
        ?? DatePieces.day(year: value % 10_000, month: value / 10_000 % 100, day: value / 1_000_000)
        .map { Self(date: $0) }
    case 12, 14:
      let (day, clock) =
        digits == 12 ? (value / 10_000, value % 10_000 * 100) : (value / 1_000_000, value % 1_000_000)
      if let date = DatePieces.day(year: day / 10_000, month: day / 100 % 100, day: day % 100),
        let second = DatePieces.second(hour: clock / 10_000, minute: clock / 100 % 100, second: clock % 100)
      {
        return Self(date: date, secondOfDay: second)
      }
      return digits == 12 ? sinceEpoch(value / 1000) : nil
    case 9, 10: return sinceEpoch(value)
    case 13: return sinceEpoch(value / 1000)
    case 15, 16: return sinceEpoch(value / 1_000_000)
    case 18, 19: return sinceEpoch(value / 1_000_000_000)
    default: return nil
    }
  }

  private static func sinceEpoch(_ seconds: Int) -> MetadataDate {
    Self(date: CivilDate(dayNumber: seconds / 86_400), secondOfDay: seconds % 86_400)
  }
}

/// The numbers, words and marks of a written date.
private struct DatePieces {
  enum Item: Equatable {
    case number(Int, digits: Int)
    /// Latin letters in lower case.
    case word(String)
    case mark(Unicode.Scalar)
  }

  var items: [Item] = []

  /// A longer text is no date.
  private static let longest = 80

  /// - Returns: nil for a text with letters of another script, or without a number.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    var word = ""
    var number: (value: Int, digits: Int)?
    func close(_ items: inout [Item]) {
      if let number { items.append(.number(number.value, digits: number.digits)) }
      if !word.isEmpty { items.append(.word(word)) }
      (number, word) = (nil, "")
    }
    for scalar in text.unicodeScalars {
      if let digit = Self.digit(scalar) {
        if !word.isEmpty { close(&items) }
        guard (number?.digits ?? 0) < 19 else { return nil }
        let (product, overflow) = (number?.value ?? 0).multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(digit)
        guard !overflow, !carry else { return nil }
        number = (sum, (number?.digits ?? 0) + 1)
      } else if scalar.properties.isAlphabetic {
        if number != nil { close(&items) }
        guard scalar.value < 0x250 else { return nil }
        word += scalar.properties.lowercaseMapping
      } else {
        close(&items)
        if !scalar.properties.isWhitespace, !scalar.properties.isDefaultIgnorableCodePoint {
          items.append(.mark(scalar))
        }
      }
    }
    close(&items)
    guard items.contains(where: { if case .number = $0 { true } else { false } }) else { return nil }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0x660...0x669: Int(scalar.value - 0x660)
    case 0x6F0...0x6F9: Int(scalar.value - 0x6F0)
    default: nil
    }
  }

  /// The number that a database's object for a date holds: `{"$date": 1716200000000}`,
  /// `{"$date": {"$numberLong": "1716200000000"}}`. Nil for anything else, and when there is more than one.
  var numberInObject: Item? {
    guard items.first == .mark("{"), let name = items.firstIndex(of: .word("date")), items[name - 1] == .mark("$")
    else { return nil }
    let numbers = items.filter { if case .number = $0 { true } else { false } }
    return numbers.count == 1 ? numbers[0] : nil
  }

  /// One number, whose decimals don't count.
  var isPlainNumber: Bool {
    switch items.count {
    case 1: return true
    case 3:
      // 8 digits before a point are a date no more than they are seconds.
      guard case .number(_, let digits) = items[0], digits >= 9, items[1] == .mark("."), case .number = items[2] else {
        return false
      }
      return true
    default: return false
    }
  }

  // MARK: Time of day

  /// Takes out `10:15`, `10:15:30.5 PM`, the 101530 of `20240520T101530`, and the zone behind them.
  mutating func takeClock() -> Int? {
    for index in items.indices {
      guard case .number(let hour, let digits) = items[index] else { continue }
      let colon = Item.mark(":")
      if items.indices.contains(index + 2), items[index + 1] == colon, case .number(let minute, _) = items[index + 2] {
        var end = index + 3
        var second = 0
        if items.indices.contains(end + 1), items[end] == colon, case .number(let value, _) = items[end + 1] {
          second = value
          end += 2
          if items.indices.contains(end + 1), items[end] == .mark("."), case .number = items[end + 1] { end += 2 }
        }
        return remove(index..<end, hour: hour, minute: minute, second: second)
      }
      if index > 0, items[index - 1] == .word("t"), digits == 4 || digits == 6 {
        let value = digits == 4 ? hour * 100 : hour
        return remove(index..<(index + 1), hour: value / 10_000, minute: value / 100 % 100, second: value % 100)
      }
    }
    return nil
  }

  private mutating func remove(_ range: Range<Int>, hour: Int, minute: Int, second: Int) -> Int? {
    var end = range.upperBound
    var hour = hour
    if end < items.count, items[end] == .word("am") || items[end] == .word("pm"), hour <= 12 {
      hour = hour % 12 + (items[end] == .word("pm") ? 12 : 0)
      end += 1
    }
    // +03:00, -0500, GMT+3
    if end < items.count, case .word = items[end], items[end] != .word("on") { end += 1 }
    if end + 1 < items.count, items[end] == .mark("+") || items[end] == .mark("-"), case .number = items[end + 1] {
      end += 2
      if end + 1 < items.count, items[end] == .mark(":"), case .number = items[end + 1] { end += 2 }
    }
    items.removeSubrange(range.lowerBound..<end)
    return Self.second(hour: hour, minute: minute, second: second)
  }

  /// A leap second is the last of its minute.
  static func second(hour: Int, minute: Int, second: Int) -> Int? {
    (0..<24).contains(hour) && (0..<60).contains(minute) && (0...60).contains(second)
      ? hour * 3600 + minute * 60 + min(second, 59) : nil
  }

  // MARK: Day

  func date() -> CivilDate? {
    var months: [Int] = []
    var numbers: [(value: Int, digits: Int)] = []
    for item in items {
      switch item {
      case .number(let value, let digits): numbers.append((value, digits))
      case .mark: continue
      case .word(let word):
        let isPassedOver = Self.isPassedOver(word)
        guard let month = Self.month(word) else {
          if isPassedOver { continue }
          return nil
        }
        // "mar." is Tuesday beside another month, else March.
        if isPassedOver { months.insert(month, at: 0) } else { months.append(month) }
      }
    }
    let month = months.last
    guard months.count < 3, numbers.allSatisfy({ $0.digits <= 4 }) || numbers.count == 1 else { return nil }
    if let month { return Self.date(month: month, numbers) }
    switch numbers.count {
    case 1 where numbers[0].digits == 8:
      let value = numbers[0].value
      return Self.day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    case 2 where numbers[0].digits == 4 && numbers[1].digits == 3:
      let first = CivilDate(year: numbers[0].value, month: 1, day: 1)
      let date = first + (numbers[1].value - 1)
      return date >= first && date.year == first.year ? date : nil
    case 3: return Self.date(numbers)
    default: return nil
    }
  }

  private static func date(month: Int, _ numbers: [(value: Int, digits: Int)]) -> CivilDate? {
    guard numbers.count == 2 else { return nil }
    let (day, year) = numbers[0].digits == 4 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
    guard day.digits <= 2 else { return nil }
    return self.day(year: full(year), month: month, day: day.value)
  }

  private static func date(_ numbers: [(value: Int, digits: Int)]) -> CivilDate? {
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    guard b.digits <= 2 else { return nil }
    if a.digits == 4 {
      guard c.digits <= 2 else { return nil }
      return day(year: a.value, month: b.value, day: c.value)
    }
    guard a.digits <= 2, c.digits == 4 || c.digits == 2 else { return nil }
    return day(year: full(c), month: b.value, day: a.value) ?? day(year: full(c), month: a.value, day: b.value)
  }

  /// RFC 2822: two digits are 1950 to 2049.
  private static func full(_ year: (value: Int, digits: Int)) -> Int {
    year.digits > 2 ? year.value : year.value + (year.value < 50 ? 2000 : 1900)
  }

  static func day(year: Int, month: Int, day: Int) -> CivilDate? {
    if (1340...1500).contains(year) { return IslamicCalendar.date(year: year, month: month, day: day) }
    guard (1600...2200).contains(year) else { return nil }
    return CivilDate(validYear: year, month: month, day: day)
  }

  // MARK: Words

  /// English and French months; both languages shorten them to their first letters.
  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    let fitting = months.indices.filter { index in months[index].contains { $0.hasPrefix(word) } }
    return fitting.count == 1 ? fitting[0] + 1 : nil
  }

  private static let months = [
    ["january", "janvier"], ["february", "février", "fevrier"], ["march", "mars"], ["april", "avril"], ["may", "mai"],
    ["june", "juin"], ["july", "juillet"], ["august", "août", "aout"], ["september", "septembre"],
    ["october", "octobre"], ["november", "novembre"], ["december", "décembre", "decembre"],
  ]

  private static func isPassedOver(_ word: String) -> Bool {
    particles.contains(word) || word.count >= 3 && weekdays.contains { $0.hasPrefix(word) }
  }

  /// Words between the parts, the ends of English ordinals, and the name that document stores give a date.
  private static let particles: Set<String> = [
    "t", "z", "at", "on", "of", "the", "st", "nd", "rd", "th", "er", "le", "à", "gmt", "utc", "ut", "date",
  ]

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "lundi", "mardi", "mercredi", "jeudi",
    "vendredi", "samedi", "dimanche",
  ]
}

extension DocumentInfo {
  /// Takes the date that metadata give, of several the first that can be read.
  ///
  /// - Parameter candidates: as written, the most trusted first. When none can be read, the first is kept as unread.
  mutating func takeDate(_ candidates: String...) { takeDate(candidates) }

  mutating func takeDate(_ candidates: [String]) {
    for candidate in candidates {
      guard let found = MetadataDate(candidate) else { continue }
      anchor = DocumentAnchor(date: found.date, secondOfDay: found.secondOfDay, source: .metadata)
      return
    }
    unreadDate = candidates.first
  }
}
