/// What a temporal expression says, before it is resolved against an anchor. A language's grammar makes these; the
/// engine computes the dates. Nothing in it depends on a language.
///
/// صباح الأحد المقبل ("next Sunday morning") becomes the point {weekday 7, direction +1, day part morning};
/// قبل ثلاثة أيام ("three days ago") becomes the shift {−3 days from the anchor}.
public struct TemporalDescription: Sendable {
  /// The tokens that it covers.
  public var tokens: TokenSpan
  /// Its extent, without proclitics.
  public var span: TextSpan<CleanBytes>
  /// The grammar rule that found it.
  public var rule: String
  /// What it says.
  public var meaning: TemporalMeaning
  /// What is said of it: about, the beginning of …
  public var modifier: TimeModifier?
  /// What the clause says of the time of what happens; decides between the last and the next Thursday.
  public var tense: ClauseTense
  /// The expression stands where an article gives its own date: a dateline, a caption, a label "published".
  public var isDateline: Bool

  public init(
    tokens: TokenSpan, span: TextSpan<CleanBytes>, rule: String, meaning: TemporalMeaning,
    modifier: TimeModifier? = nil, tense: ClauseTense = .none, isDateline: Bool = false
  ) {
    self.tokens = tokens
    self.span = span
    self.rule = rule
    self.meaning = meaning
    self.modifier = modifier
    self.tense = tense
    self.isDateline = isDateline
  }
}

/// The modifiers of TIMEX3 that the contract uses.
public enum TimeModifier: String, Sendable, BitwiseCopyable {
  case start = "START"
  case middle = "MID"
  case end = "END"
  case approximately = "APPROX"
  case before = "BEFORE"
  case after = "AFTER"
  case moreThan = "MORE_THAN"
  case lessThan = "LESS_THAN"
  case equalOrMore = "EQUAL_OR_MORE"
  case equalOrLess = "EQUAL_OR_LESS"
}

/// The values of TIMEX3 for a time that is named only by its distance from now.
public enum TimeReference: String, Sendable, BitwiseCopyable {
  case present = "PRESENT_REF"
  case past = "PAST_REF"
  case future = "FUTURE_REF"
}

/// The time of a clause's happening relative to the document.
public enum ClauseTense: UInt8, Sendable {
  /// The sentence does not say.
  case none
  case past
  /// A present verb: today, or what is scheduled.
  case present
  case future
  /// Behind "until": what has just passed, else what comes.
  case until
  /// The expression is a whole sentence by itself.
  case alone
}

/// A unit of the calendar or the clock, from fine to coarse.
public enum TimeUnit: UInt8, Sendable, Comparable, CaseIterable, BitwiseCopyable {
  case second = 1
  case minute, hour, day, weekend, week, month, quarter, half, season, year, decade, century, millennium

  public static func < (left: TimeUnit, right: TimeUnit) -> Bool { left.rawValue < right.rawValue }
  /// A part of a day.
  public var isClock: Bool { self < .day }
}

/// Parts of the day with their TIMEX3 codes.
public enum DayPart: String, Sendable, BitwiseCopyable {
  case dawn = "MO-dawn"
  case morning = "MO"
  case midday = "MI"
  case afternoon = "AF"
  case evening = "EV"
  case night = "NI"
  case daytime = "DT"

  /// The code behind `T` in a TIMEX3 value. Dawn has none of its own and is morning.
  public var code: String { self == .dawn ? "MO" : rawValue }
}

/// The calendars that dates are given in.
public enum CalendarSystem: UInt8, Sendable, BitwiseCopyable {
  case gregorian
  /// The lunar Hijri calendar.
  case islamic
  /// The solar Hijri calendar of Iran and Afghanistan.
  case solarHijri
}

/// An amount of time: 2.5 years, an unknown number of days.
public struct TimeAmount: Sendable, Equatable {
  /// nil for an indefinite number (a few).
  public var count: Double?
  /// What is counted.
  public var unit: TimeUnit
  /// The calendar whose months and years are meant.
  public var calendar: CalendarSystem

  public init(_ count: Double?, _ unit: TimeUnit, calendar: CalendarSystem = .gregorian) {
    self.count = count
    self.unit = unit
    self.calendar = calendar
  }
}

/// A time of day as it is said. `hour` is 0...24 and already takes the day part into account.
public struct ClockTime: Sendable, Equatable {
  /// 0...24.
  public var hour: Int
  /// 0...59; nil when the words give the hour alone.
  public var minute: Int?
  /// 0...59; nil when the words do not give it.
  public var second: Int?
  /// True when the hour is one of 24 or the words say which half of the day.
  public var isExact: Bool

  public init(hour: Int, minute: Int? = nil, second: Int? = nil, isExact: Bool = false) {
    self.hour = hour
    self.minute = minute
    self.second = second
    self.isExact = isExact
  }
}

/// A feast or memorial day and when it is.
public enum HolidayRule: Sendable, Equatable, BitwiseCopyable {
  case gregorian(month: Int, day: Int, days: Int)
  case islamic(month: Int, day: Int, days: Int)
  /// Days from Western Easter Sunday.
  case easter(Int)
  /// Days from Orthodox Easter Sunday.
  case orthodoxEaster(Int)
  /// The nth weekday of a month, ISO weekday, -1 the last.
  case weekday(month: Int, weekday: Int, nth: Int)
  /// Known, but its date is not computed.
  case unknown
}

/// A place in the calendar, as far as the words give it. Fields that the words leave open are nil and come from the
/// anchor, the clause and `direction`.
public struct CalendarDescription: Sendable, Equatable {
  /// How a field is given.
  public enum Field: Sendable, Equatable {
    /// By its number: year 2023, month 5, day 12.
    case number(Int)
    /// By its distance from the anchor: last year is -1.
    case relative(Int)
    /// By its distance from the time last spoken of: "the same month" is 0, "the following day" 1.
    case mentioned(Int)
  }

  /// A part of a year: its second quarter, its spring.
  public struct Portion: Sendable, Equatable {
    /// Quarter, half or season.
    public var unit: TimeUnit
    /// Quarter 1...4, half 1...2 or season (1 spring … 4 winter); 0 names the unit alone.
    public var number: Int

    public init(_ unit: TimeUnit, _ number: Int) { (self.unit, self.number) = (unit, number) }
  }

  /// The calendar of its fields.
  public var calendar = CalendarSystem.gregorian
  /// The 21st century is 21.
  public var century: Field?
  /// Index of the decade in its century (9 for the nineties) with a century, else years / 10.
  public var decade: Field?
  /// In its calendar.
  public var year: Field?
  /// The part of the year.
  public var portion: Portion?
  /// The year that the portion belongs to, when it is told by its distance.
  public var portionReference: Field?
  /// 1...12 in its calendar.
  public var month: Field?
  /// ISO week.
  public var week: Field?
  /// Day of the month, or by its distance from the anchor.
  public var day: Field?
  /// ISO weekday 1...7.
  public var weekday: Int?
  /// The feast that is named.
  public var holiday: HolidayRule?
  /// The nth `ordinalUnit` (a weekday when `weekday` is set) of what the other fields name; -1 for the last.
  public var ordinal: Int?
  /// What `ordinal` counts.
  public var ordinalUnit: TimeUnit?
  /// -1 the last one before the anchor, 0 the current one, +1 the next one; -2 and +2 one further. Applies to the
  /// coarsest field that is open.
  public var direction: Int?
  /// The part of the day.
  public var dayPart: DayPart?
  /// The time of day.
  public var clock: ClockTime?
  /// Minutes east of Greenwich.
  public var zone: Int?

  public init() {}

  /// Only a clock time or part of the day: no day is named.
  public var isClockOnly: Bool {
    century == nil && decade == nil && year == nil && portion == nil && month == nil && week == nil && day == nil
      && weekday == nil && holiday == nil && ordinal == nil && (clock != nil || dayPart != nil)
  }

  /// This day with the time of day of another description.
  public func with(_ time: CalendarDescription) -> CalendarDescription {
    var copy = self
    (copy.clock, copy.dayPart, copy.zone) = (time.clock, time.dayPart, time.zone ?? zone)
    return copy
  }

  /// Year, month and day are all given by number.
  public var isFullDate: Bool {
    if case .number = year, case .number = month, case .number = day { return true }
    return false
  }
}

/// The kinds of things that temporal expressions say.
public indirect enum TemporalMeaning: Sendable {
  /// A day, month, year, week, hour …
  case point(CalendarDescription)
  /// An amount of time before (negative) or after a base: three days ago; a month after 1 Rajab.
  case shift(amounts: [TimeAmount], sign: Int, base: ShiftBase)
  /// The last (-1) or next (+1) N units from the anchor: the past three days. 0 is the current ones.
  case stretch(TimeAmount, direction: Int)
  /// From one to the other, both included. An open end is nil.
  case range(TemporalMeaning?, TemporalMeaning?)
  case duration([TimeAmount])
  /// Every so often. `each` is the period, `point` says where in it.
  case set(each: TimeAmount, point: CalendarDescription?)
  /// Now, lately, in future: no day that could be named.
  case reference(TimeReference)
  /// The rest of a day, week, month … from the anchor on.
  case rest(CalendarDescription, TimeUnit)

  /// What a shift counts from.
  public enum ShiftBase: Sendable {
    case anchor
    /// The time last spoken of.
    case mentioned
    case point(TemporalMeaning)
  }
}

extension TemporalMeaning {
  /// The expression can't be understood without the document's date: yesterday, last month, Thursday, 7 October.
  public var isDeictic: Bool {
    switch self {
    case .point(let point): point.isDeictic
    case .shift(_, _, let base):
      switch base {
      case .anchor: true
      case .mentioned: false
      case .point(let meaning): meaning.isDeictic
      }
    case .stretch, .rest: true
    case .range(let from, let to): (from?.isDeictic ?? false) || (to?.isDeictic ?? false)
    case .duration, .set: false
    case .reference: true
    }
  }
}

extension TemporalMeaning {
  /// The words don't say on which side of the anchor it lies: Thursday, 7 October. Yesterday does.
  public var isSideOpen: Bool {
    guard case .point(let point) = self, point.isDeictic, point.direction == nil else { return false }
    let fields = [point.century, point.decade, point.year, point.month, point.week, point.day]
    return fields.allSatisfy { field in
      switch field {
      case nil, .number: true
      case .relative, .mentioned: false
      }
    }
  }
}

extension CalendarDescription {
  /// It names a day, month or year by its distance from the anchor or leaves the year open.
  public var isDeictic: Bool {
    if isClockOnly { return false }
    for field in [century, decade, year, month, week, day] {
      if case .relative = field { return true }
      if case .mentioned = field { return false }
    }
    return year == nil && decade == nil && century == nil
  }
}
