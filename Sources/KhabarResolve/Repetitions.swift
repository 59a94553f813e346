import KhabarCore

/// The repetitions of a date whose year, or month, the words leave open: 7 October of every year.
struct Repetitions {
  /// What is before it has passed.
  let anchor: CivilDate
  /// The year or month that holds the anchor.
  let current: Int
  /// The repetition in a year or month; nil where it has none, as 29 February.
  let make: (Int) -> Period?

  /// How far is looked: 29 February is missing for up to eight years in a row.
  private static let reach = 8
  /// Days in which an end that is told of counts as just reached: "until 30 June" in July.
  private static let justPassed = 31

  private func first(_ offsets: some Sequence<Int>, _ isFitting: (Period) -> Bool) -> Period? {
    for offset in offsets { if let period = make(current + offset), isFitting(period) { return period } }
    return nil
  }

  private var back: StrideThrough<Int> { stride(from: 1, through: -Self.reach, by: -1) }
  private var ahead: ClosedRange<Int> { -1...Self.reach }

  /// The repetition that a word of direction asks for: -1 the last, -2 the last but one, 1 the next, 0 this one.
  func counted(_ steps: Int) -> Period? {
    if steps < 0 {
      let last = first(back) { $0.days.lowerBound < anchor && !$0.days.contains(anchor) }
      guard steps < -1, let last else { return last }
      return first(back) { $0.days.upperBound < last.days.lowerBound }
    }
    guard steps > 0 else { return this }
    let next = first(ahead) { $0.days.lowerBound > anchor }
    guard steps > 1, let next else { return next }
    return first(ahead) { $0.days.lowerBound > next.days.upperBound }
  }

  /// The repetition that a clause of a tense means.
  func told(in tense: ClauseTense) -> Period? {
    switch tense {
    case .past: last
    case .future: next
    case .until:
      if let last, anchor.dayNumber - last.days.upperBound.dayNumber <= Self.justPassed { last } else { next ?? last }
    case .alone: this
    case .none, .present: closest
    }
  }

  /// The last that has begun.
  private var last: Period? { first(back) { $0.days.lowerBound <= anchor } }
  /// The first that is not over.
  private var next: Period? { first(ahead) { $0.days.upperBound >= anchor } }
  /// That of the current year, or the first behind it.
  private var this: Period? { make(current) ?? first(0...Self.reach) { _ in true } }

  /// No word tells past from future: the closest one.
  private var closest: Period? {
    var best: (period: Period, distance: Int)?
    for offset in -Self.reach...Self.reach {
      guard let period = make(current + offset) else { continue }
      let distance = abs(period.days.lowerBound.dayNumber - anchor.dayNumber)
      if distance < best?.distance ?? .max { best = (period, distance) }
    }
    return best?.period
  }
}
