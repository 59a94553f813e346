/// A date in figures: 12/05/2023, 2023-05-12, 5/2023; day first, as the Arab press writes, unless only the other order
/// makes a date.
struct NumericDate {
  /// One number of it.
  struct Part {
    let value: Int
    let digits: Int

    fileprivate var isYear: Bool { digits == 4 && (1000...2200).contains(value) }
    fileprivate var isMonth: Bool { digits <= 2 && (1...12).contains(value) }
    fileprivate var isDay: Bool { digits <= 2 && (1...31).contains(value) }
  }

  private(set) var year: Int?
  let month: Int
  private(set) var day: Int?

  /// - Parameter isLabelled: words around say that it is a date, so that day and month are one without a year.
  init?(_ parts: [Part], isLabelled: Bool) {
    guard parts.allSatisfy({ $0.digits <= 2 || $0.isYear }) else { return nil }
    switch parts.count {
    case 3:
      guard let date = Self.date(parts[0], parts[1], parts[2]) else { return nil }
      self = date
    case 2:
      guard let date = Self.date(parts[0], parts[1], isLabelled: isLabelled) else { return nil }
      self = date
    default: return nil
    }
  }

  private init(year: Int?, month: Int, day: Int?) { (self.year, self.month, self.day) = (year, month, day) }

  /// Two digits below are of this century.
  private static let turn = 70

  private static func date(_ first: Part, _ second: Part, _ third: Part) -> NumericDate? {
    // 2023-05-12: the day is last by preference.
    if first.isYear { return date(day: third, second, year: first.value) }
    guard third.isYear || third.digits == 2 && first.digits <= 2 else { return nil }
    let year = third.isYear ? third.value : third.value + (third.value < turn ? 2000 : 1900)
    return date(day: first, second, year: year)
  }

  private static func date(_ first: Part, _ second: Part, isLabelled: Bool) -> NumericDate? {
    if first.isYear, second.isMonth { return NumericDate(year: first.value, month: second.value, day: nil) }
    if second.isYear, first.isMonth { return NumericDate(year: second.value, month: first.value, day: nil) }
    return isLabelled ? date(day: first, second, year: nil) : nil
  }

  /// Day and month, or month and day where the other order is none.
  private static func date(day: Part, _ month: Part, year: Int?) -> NumericDate? {
    if month.isMonth, day.isDay { return NumericDate(year: year, month: month.value, day: day.value) }
    return day.isMonth && month.isDay ? NumericDate(year: year, month: day.value, day: month.value) : nil
  }
}
