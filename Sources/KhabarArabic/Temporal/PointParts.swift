import KhabarCore

/// What a point of the calendar says, each as one sign.
struct PointParts: OptionSet {
  let rawValue: UInt8
  static let day = PointParts(rawValue: 1 << 0)
  /// The day is said by its relation to the current one: yesterday.
  static let relativeDay = PointParts(rawValue: 1 << 1)
  static let weekday = PointParts(rawValue: 1 << 2)
  static let week = PointParts(rawValue: 1 << 3)
  static let month = PointParts(rawValue: 1 << 4)
  static let year = PointParts(rawValue: 1 << 5)
  static let decade = PointParts(rawValue: 1 << 6)
  static let ordinal = PointParts(rawValue: 1 << 7)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ point: CalendarDescription) {
    self = []
    if point.day != nil { insert(.day) }
    if case .relative = point.day { insert(.relativeDay) }
    if point.weekday != nil { insert(.weekday) }
    if point.week != nil { insert(.week) }
    if point.month != nil { insert(.month) }
    if point.year != nil { insert(.year) }
    if point.decade != nil { insert(.decade) }
    if point.ordinal != nil { insert(.ordinal) }
  }
}
