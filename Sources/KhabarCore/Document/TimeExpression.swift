/// A date, time, duration or set in the text, with its TIMEX3 value.
public struct TimeExpression: Sendable {
  /// The types of TIMEX3.
  public enum Kind: String, Sendable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  /// What a relative expression was resolved against.
  public enum Anchor: Sendable, Equatable {
    /// The document's date.
    case document(CivilDate)
    /// Another expression of the document: its index.
    case expression(TimeID)
  }

  /// The tokens that it covers.
  public var tokens: TokenSpan
  /// Its extent, without proclitics.
  public var span: TextSpan<CleanBytes>
  /// Its type.
  public var kind: Kind
  /// ISO 8601 in the forms of TIMEX3: `2024-04-15`, `2024-W16`, `P3D`, `2024-04-15/2024-04-18`. Empty when it could not
  /// be resolved.
  public var value: String
  /// What TIMEX3 calls its mod: about, the beginning of, before …
  public var modifier: TimeModifier?
  /// First and last day it covers; nil for durations, sets and unresolved expressions.
  public var days: ClosedRange<CivilDate>?
  /// What it was resolved against; nil for one that needs nothing.
  public var anchor: Anchor?
  /// `islamic-umalqura` for a Hijri date, `islamic-civil` for one that was computed, `persian` for one of Iran's solar
  /// calendar: names of Unicode CLDR.
  public var calendar: String?
  /// The date in that calendar: `1445-10-06`.
  public var original: String?
  /// The grammar rule that found it.
  public var rule: String
  /// Can't be understood without the document's date: yesterday, last month, Thursday, 7 October. False for full dates,
  /// years, durations, and what counts from another date of the text ("two days later").
  public var isDeictic = false
  /// May lie on either side of the document's date: Thursday, 7 October, but not yesterday.
  public var isSideOpen = false

  public init(
    tokens: TokenSpan, span: TextSpan<CleanBytes>, kind: Kind, value: String, modifier: TimeModifier? = nil,
    days: ClosedRange<CivilDate>? = nil, anchor: Anchor? = nil, calendar: String? = nil, original: String? = nil,
    rule: String
  ) {
    self.tokens = tokens
    self.span = span
    self.kind = kind
    self.value = value
    self.modifier = modifier
    self.days = days
    self.anchor = anchor
    self.calendar = calendar
    self.original = original
    self.rule = rule
  }
}

/// What is said of a number besides its value.
public enum QuantityModifier: Sendable, Hashable {
  /// About, more than, at least …
  case compared(TimeModifier)
  /// Tens, hundreds of thousands: an unknown number of these.
  case multiple(of: Int)

  /// As records write it: APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS, MULTIPLE_OF_10 …
  public var code: String {
    switch self {
    case .compared(let modifier): modifier.rawValue
    case .multiple(let size): "MULTIPLE_OF_\(size)"
    }
  }
}

/// A number in the text: a count, an ordinal, a share, an amount of money or a measure.
public struct Quantity: Sendable {
  /// What a number tells.
  public enum Kind: String, Sendable { case cardinal, ordinal, percent, money, measure }

  /// The tokens that it covers.
  public var tokens: TokenSpan
  /// Its extent, without proclitics.
  public var span: TextSpan<CleanBytes>
  /// Its type.
  public var kind: Kind
  /// nil for an indefinite count (tens of).
  public var value: Double?
  /// The upper end of a range.
  public var upper: Double?
  /// What is counted or measured, as written.
  public var unit: String?
  /// ISO 4217.
  public var currency: String?
  /// What is said of the value: about, more than …
  public var modifier: QuantityModifier?
  /// The grammar rule that found it.
  public var rule: String

  public init(
    tokens: TokenSpan, span: TextSpan<CleanBytes>, kind: Kind, value: Double?, upper: Double? = nil,
    unit: String? = nil,
    currency: String? = nil, modifier: QuantityModifier? = nil, rule: String
  ) {
    self.tokens = tokens
    self.span = span
    self.kind = kind
    self.value = value
    self.upper = upper
    self.unit = unit
    self.currency = currency
    self.modifier = modifier
    self.rule = rule
  }
}

/// The date that relative expressions of a document are resolved against. Never the clock.
public struct DocumentAnchor: Sendable, Equatable {
  /// What gave the date, the first of these that does.
  public enum Source: String, Sendable { case option, metadata, text, file }

  /// The day.
  public var date: CivilDate
  /// Seconds since midnight, when the date was given with a time of day: "two hours ago" needs it.
  public var secondOfDay: Int?
  /// What gave it.
  public var source: Source
  /// Index of the document's time that it was read from, when its source is the text.
  public var time: TimeID?

  public init(date: CivilDate, secondOfDay: Int? = nil, source: Source, time: TimeID? = nil) {
    self.date = date
    self.secondOfDay = secondOfDay
    self.source = source
    self.time = time
  }

  /// Reads `2024-04-15`, `2024-04-15T10:30` or `2024-04-15 10:30:05`; nil when there is no valid date at its start.
  public init?(iso text: String, source: Source) {
    guard let date = CivilDate(iso: text) else { return nil }
    self.init(date: date, secondOfDay: Self.secondOfDay(Array(text.utf8.dropFirst(11))), source: source)
  }

  private static func secondOfDay(_ clock: [UInt8]) -> Int? {
    func pair(_ index: Int) -> Int? {
      guard index + 1 < clock.count, clock[index] >= 48, clock[index] <= 57, clock[index + 1] >= 48,
        clock[index + 1] <= 57
      else { return nil }
      return Int(clock[index] - 48) * 10 + Int(clock[index + 1] - 48)
    }
    guard let hour = pair(0), hour < 24, clock.count > 2, clock[2] == UInt8(ascii: ":"), let minute = pair(3),
      minute < 60
    else { return nil }
    let second = clock.count > 5 && clock[5] == UInt8(ascii: ":") ? pair(6) ?? 0 : 0
    return hour * 3600 + minute * 60 + min(second, 59)
  }
}
