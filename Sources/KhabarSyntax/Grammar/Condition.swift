import KhabarCore

/// What a grammar's row asks of one word or phrase: some features there and others not, in any of several ways.
public struct Condition: Sendable, Equatable {
  /// One way in which the condition holds.
  public struct Way: Sendable, Equatable, BitwiseCopyable {
    /// What must be there.
    public var all: Features
    /// What must not be there.
    public var none: Features

    /// Whether a word or phrase meets it.
    @inlinable public func holds(_ features: Features) -> Bool {
      features.contains(all) && features.isDisjoint(with: none)
    }
  }

  /// Any of these; empty for a condition that never holds.
  public var ways: [Way]

  /// Ways of one condition at most: an expression that multiplies to more is a mistake of its writer.
  static let limit = 64

  /// Holds of every word.
  public static let always = Condition(ways: [Way(all: Features(), none: Features())])

  /// Whether a word or phrase meets it.
  @inlinable public func holds(_ features: Features) -> Bool {
    for way in ways where way.holds(features) { return true }
    return false
  }

  func or(_ other: Condition) -> Condition { Condition(ways: ways + other.ways) }

  func and(_ other: Condition) -> Condition {
    Condition(
      ways: ways.flatMap { one in
        other.ways.map { Way(all: one.all.union($0.all), none: one.none.union($0.none)) }
      }.filter { $0.all.isDisjoint(with: $0.none) })
  }

  /// The condition that holds where this one does not, by De Morgan's laws; nil when it would have more ways than the
  /// limit.
  var negated: Condition? {
    var result = Condition.always
    for way in ways {
      let alternatives =
        way.all.bits.map { Way(all: Features(), none: Features(bit: $0)) }
        + way.none.bits.map { Way(all: Features(bit: $0), none: Features()) }
      result = result.and(Condition(ways: alternatives))
      guard result.ways.count <= Self.limit else { return nil }
    }
    return result
  }
}
