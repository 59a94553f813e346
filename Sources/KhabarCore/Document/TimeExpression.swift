/// A date, time, duration or set in the text, with its TIMEX3 value.
public struct TimeExpression: Sendable {
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
    case expression(Int)
  }

  public var tokens: TokenSpan
  public var span: TextSpan<CleanBytes>
  public var kind: Kind
  /// ISO 8601 in the forms of TIMEX3: `2024-04-15`, `2024-W16`, `P3D`, `2024-04-15/2024-04-18`. Empty when it could not
  /// be resolved.
  public var value: String
  /// START, MID, END, APPROX, BEFORE, AFTER.
  public var modifier: String?
  /// First and last day it covers; nil for durations, sets and unresolved expressions.
  public var days: ClosedRange<CivilDate>?
  public var anchor: Anchor?
  /// `islamic-umalqura` for a Hijri date.
  public var calendar: String?
  /// The date in that calendar: `1445-10-06`.
  public var original: String?
  /// The grammar rule that found it.
  public var rule: String

  public init(
    tokens: TokenSpan, span: TextSpan<CleanBytes>, kind: Kind, value: String, modifier: String? = nil,
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

/// A number in the text: a count, an ordinal, a share, an amount of money or a measure.
public struct Quantity: Sendable {
  public enum Kind: String, Sendable { case cardinal, ordinal, percent, money, measure }

  public var tokens: TokenSpan
  public var span: TextSpan<CleanBytes>
  public var kind: Kind
  /// nil for an indefinite count (tens of).
  public var value: Double?
  /// The upper end of a range.
  public var upper: Double?
  /// What is counted or measured, as written.
  public var unit: String?
  /// ISO 4217.
  public var currency: String?
  /// APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS, MULTIPLE_OF_10 …
  public var modifier: String?
  public var rule: String

  public init(
    tokens: TokenSpan, span: TextSpan<CleanBytes>, kind: Kind, value: Double?, upper: Double? = nil, unit: String? = nil,
    currency: String? = nil, modifier: String? = nil, rule: String
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
  public enum Source: String, Sendable { case option, metadata, text, file }

  public var date: CivilDate
  public var source: Source

  public init(date: CivilDate, source: Source) {
    self.date = date
    self.source = source
  }
}
