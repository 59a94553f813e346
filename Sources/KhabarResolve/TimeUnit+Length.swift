import KhabarCore

/// How long a unit of time is in what the calendar counts by: seconds of the clock, days, or months, whose days differ.
enum UnitLength {
  case seconds(Int)
  case days(Int)
  case months(Int)
}

extension TimeUnit {
  var length: UnitLength {
    switch self {
    case .second: .seconds(1)
    case .minute: .seconds(60)
    case .hour: .seconds(3600)
    case .day: .days(1)
    case .week, .weekend: .days(7)
    case .month: .months(1)
    case .quarter, .season: .months(3)
    case .half: .months(6)
    case .year: .months(12)
    case .decade: .months(120)
    case .century: .months(1200)
    case .millennium: .months(12_000)
    }
  }

  /// The letters that stand for the unit in a TIMEX3 duration; half a year has none and is six months.
  var designator: String { Self.designators[self] ?? "" }

  private static let designators: [TimeUnit: String] = [
    .second: "S", .minute: "M", .hour: "H", .day: "D", .week: "W", .weekend: "WE", .month: "M", .quarter: "Q",
    .half: "M", .season: "S", .year: "Y", .decade: "DE", .century: "CE", .millennium: "ML",
  ]
}
