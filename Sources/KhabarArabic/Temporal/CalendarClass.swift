import KhabarCore

/// What a class of the tables of dates and numbers says of its words: the sense that they get, and how their value is
/// written and kept.
struct CalendarClass: Sendable {
  /// Sets what a value says. False when it is no value of the class.
  typealias Change = @Sendable (_ word: inout CalendarWord, _ value: String) -> Bool

  let roles: CalendarWord.Roles
  /// What a wrong value is not, and how to write one.
  let kind: String
  let remedy: String
  let change: Change

  private init(_ roles: CalendarWord.Roles, _ kind: String, _ remedy: String, change: @escaping Change) {
    (self.roles, self.kind, self.remedy) = (roles, kind, remedy)
    self.change = change
  }

  /// A class that is a sense by itself.
  static func plain(
    _ roles: CalendarWord.Roles,
    _ change: @escaping @Sendable (inout CalendarWord, _ value: String) -> Void = { _, _ in }
  ) -> CalendarClass {
    CalendarClass(roles, "", "") { word, value in
      change(&word, value)
      return true
    }
  }

  /// A class whose value is any whole number.
  static func number(
    _ roles: CalendarWord.Roles,
    _ change: @escaping @Sendable (inout CalendarWord, Int64) -> Void = { $0.number = $1 }
  ) -> CalendarClass {
    CalendarClass(roles, "number", "Write the word's value in digits") { word, value in
      guard let number = Int64(value) else { return false }
      change(&word, number)
      return true
    }
  }

  /// A class whose value is a small number.
  static func number(
    _ roles: CalendarWord.Roles, in range: ClosedRange<Int>,
    _ change: @escaping @Sendable (inout CalendarWord, Int8) -> Void
  ) -> CalendarClass {
    let kind = "number from \(range.lowerBound) to \(range.upperBound)"
    return CalendarClass(roles, kind, "Correct the value") { word, value in
      guard let number = Int(value), range.contains(number) else { return false }
      change(&word, Int8(number))
      return true
    }
  }

  /// A class whose value is one of a few words.
  static func named<Value: RawRepresentable<String> & Sendable>(
    _ roles: CalendarWord.Roles, _ kind: String, _ remedy: String,
    _ change: @escaping @Sendable (inout CalendarWord, Value) -> Void
  ) -> CalendarClass {
    CalendarClass(roles, kind, remedy) { word, value in
      guard let named = Value(rawValue: value) else { return false }
      change(&word, named)
      return true
    }
  }

  static func fraction(_ roles: CalendarWord.Roles) -> CalendarClass {
    CalendarClass(roles, "fraction", "Write numerator/denominator, such as 1/3") { word, value in
      let parts = value.split(separator: "/").compactMap { Int8($0) }
      guard parts.count == 2, parts[1] > 0 else { return false }
      (word.numerator, word.denominator) = (parts[0], parts[1])
      return true
    }
  }

  static func unit(
    _ roles: CalendarWord.Roles, _ change: @escaping @Sendable (inout CalendarWord, TimeUnit, Int8) -> Void
  ) -> CalendarClass {
    CalendarClass(roles, "unit", "Write a unit and 1, 2 or 3, such as: month 2") { word, value in
      let parts = value.split(separator: " ")
      guard parts.count == 2, let unit = units[String(parts[0])], let number = Int8(parts[1]) else { return false }
      change(&word, unit, number)
      return true
    }
  }

  /// The units by their names.
  private static let units = Dictionary(uniqueKeysWithValues: TimeUnit.allCases.map { ("\($0)", $0) })

  static let zone = CalendarClass(.zone, "zone", "Write minutes east of Greenwich, or local") { word, value in
    word.zone = Int16(value)
    return word.zone != nil || value == "local"
  }
}

// MARK: - The classes

extension CalendarClass {
  /// The classes of `numbers.tsv`.
  static let ofNumbers: [String: CalendarClass] = [
    "cardinal": number(.cardinal), "compound": number(.compound), "ten": number(.ten), "tens": number(.tens),
    "hundred": number(.hundred), "scale": number(.scale), "dual-scale": number(.dualScale),
    "dual-or-scale": number(.dualOrScale),
    // عشرات (tens): a word that counts exactly as well keeps the number it has.
    "indefinite": number(.indefinite) { if $0.number == 0 { $0.number = $1 } },
    "ordinal": number(.ordinal) { $0.ordinal = Int8(clamping: $1) },
    "ordinal-ten": number(.ordinalTen) { $0.ordinal = Int8(clamping: $1) },
    "fraction": fraction(.fraction), "fractions": fraction(.fractions),
    "decimal-point": plain(.decimalPoint), "minus": plain(.minus), "percent": plain(.percent),
    "modifier": named(
      .modifier, "modifier", "Use APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE or EQUAL_OR_LESS"
    ) { $0.modifier = $1 },
  ]

  /// The classes of `calendar.tsv`.
  static let ofCalendar: [String: CalendarClass] =
    plainClasses.mapValues { plain($0) }.merging(classesWithNumbers) { $1 }.merging(classesWithNames) { $1 }

  private static let classesWithNumbers: [String: CalendarClass] = [
    "month": number(.month, in: 1...12) { $0.month = $1 },
    "hijri-month": number(.hijriMonth, in: 1...12) { $0.hijriMonth = $1 },
    "solar-month": number(.hijriMonth, in: 1...12) { ($0.hijriMonth, $0.calendar) = ($1, .solarHijri) },
    "weekday": number(.weekday, in: 1...7) { $0.weekday = $1 },
    "relative-day": number(.relativeDay, in: -3...3) { $0.relativeDay = $1 },
    "direction": number(.direction, in: -2...2) { $0.direction = $1 },
    "following": number(.following, in: -2...2) { $0.following = $1 },
    "season": number(.season, in: 1...4) { $0.season = $1 },
    // صيفي 2019 و2021 (the summers of 2019 and 2021): two of it, before their years.
    "seasons": number(.season, in: 1...4) { ($0.season, $0.unitNumber) = ($1, 2) },
    "decade": number(.decade, in: 0...9) { $0.decade = $1 },
    "clock": number(.midnight, in: 0...24) { $0.number = Int64($1) },
    // غرة, سلخ: the first and the last day of a month.
    "month-day": number(.part, in: -1...1) { ($0.part, $0.monthDay) = ($1 < 0 ? .end : .start, $1) },
    "unit": unit(.unit) { ($0.unit, $0.unitNumber) = ($1, $2) },
    "set": unit(.set) { ($0.unit, $0.setCount) = ($1, $2) },
  ]

  private static let classesWithNames: [String: CalendarClass] = [
    "day-part": named(.dayPart, "part of the day", "Use MO-dawn, MO, MI, AF, EV, NI or DT") { $0.dayPart = $1 },
    "part": named(.part, "part", "Use START, MID or END") { $0.part = $1 },
    "later": named(.part, "part", "Use START, MID or END") { $0.part = $1 },
    "now": named(.now, "reference", "Use PRESENT_REF, PAST_REF or FUTURE_REF") { $0.reference = $1 },
    "reference": named(.reference, "reference", "Use PRESENT_REF, PAST_REF or FUTURE_REF") { $0.reference = $1 },
    "era": named(.era, "era", "Use BC, AD, AH or SH") { $0.era = $1 },
    "meridiem": plain(.meridiem) { $0.isAfternoon = $1 == "PM" },
    "approx": plain(.modifier) { word, _ in word.modifier = .approximately },
    "zone": zone,
  ]

  private static let plainClasses: [String: CalendarWord.Roles] = [
    "before": .before, "after": .after, "since": .since, "within": .within, "until": .until, "from": .from, "in": .in,
    "on": .on, "between": .between, "every": .every, "this": .this, "that": .that, "whole": .whole, "last": .last,
    "few": .few, "of": .from, "length": .length, "label": .label, "equals": .equals, "date": .label, "except": .except,
    "rest": .rest, "same": .same, "tonight": .tonight, "future-cue": .futureCue,
    "year-noun": .yearNoun, "name-head": .nameHead, "early": .early,
  ]
}
