/// What a word, phrase or clause is: a set of up to 384 features, whose names the grammar's files declare.
///
/// A value means nothing by itself; `FeatureNames` of the same grammar says which bit is which.
public struct Features: Hashable, Sendable {
  @usableFromInline var low: SIMD4<UInt64>
  @usableFromInline var high: SIMD2<UInt64>

  @inlinable public init() { (low, high) = (.zero, .zero) }

  /// The set of one feature.
  ///
  /// - Parameter bit: its number, 0 to 383.
  @inlinable public init(bit: Int) {
    (low, high) = (.zero, .zero)
    if bit < 256 { low[bit >> 6] = 1 << UInt64(bit & 63) } else { high[(bit - 256) >> 6] = 1 << UInt64(bit & 63) }
  }

  public static let capacity = 384

  @inlinable public var isEmpty: Bool { low == .zero && high == .zero }
  @inlinable public func contains(_ other: Features) -> Bool {
    low & other.low == other.low && high & other.high == other.high
  }
  @inlinable public func isDisjoint(with other: Features) -> Bool {
    low & other.low == .zero && high & other.high == .zero
  }
  /// Whether any feature is in both: false for a set that is empty, as that of a feature that no grammar declares.
  @inlinable public func intersects(_ other: Features) -> Bool { !isDisjoint(with: other) }
  @inlinable public func intersection(_ other: Features) -> Features {
    var result = self
    result.low &= other.low
    result.high &= other.high
    return result
  }
  @inlinable public mutating func formUnion(_ other: Features) {
    low |= other.low
    high |= other.high
  }
  @inlinable public func union(_ other: Features) -> Features {
    var result = self
    result.formUnion(other)
    return result
  }
  @inlinable public mutating func subtract(_ other: Features) {
    low &= ~other.low
    high &= ~other.high
  }
}

/// The names of a grammar's features, in the order in which they were first spoken of.
///
/// A lexicon knows more names than a grammar has room for. Those that no row speaks of have no number, and need not be
/// found out.
public struct FeatureNames: Sendable {
  public private(set) var names: [String] = []
  /// Names of the lexicon, whether the grammar speaks of them or not.
  public let vocabulary: Set<String>
  private var numbers: [String: Int] = [:]

  public init(vocabulary: [String] = []) { self.vocabulary = Set(vocabulary) }

  /// Whether a name stands for a feature.
  public func isKnown(_ name: String) -> Bool { numbers[name] != nil || vocabulary.contains(name) }

  /// The set of the feature with a name; nil when the grammar does not speak of it.
  public func feature(named name: String) -> Features? { numbers[name].map(Features.init(bit:)) }

  /// Adds a name, if it is new.
  ///
  /// - Returns: its feature; nil when there are as many as fit (`Features.capacity`).
  public mutating func add(_ name: String) -> Features? {
    if let number = numbers[name] { return Features(bit: number) }
    guard names.count < Features.capacity else { return nil }
    numbers[name] = names.count
    names.append(name)
    return Features(bit: names.count - 1)
  }

  /// The names of a set, in the order of their numbers.
  public func names(of features: Features) -> [String] {
    names.indices.filter { features.contains(Features(bit: $0)) }.map { names[$0] }
  }
}
