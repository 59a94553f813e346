/// What a word, phrase or clause is: a set of up to 896 features, whose names the grammar's files declare.
///
/// A value means nothing by itself; `FeatureNames` of the same grammar says which bit is which.
public struct Features: Hashable, Sendable, BitwiseCopyable {
  /// Seven pairs of words, which is what the processor compares at once. Tests put the pairs together before they look
  /// at a bit, so that each has one branch and not one for every word.
  @usableFromInline var first, second, third, fourth, fifth, sixth, seventh: SIMD2<UInt64>

  @inlinable init(
    _ first: SIMD2<UInt64>, _ second: SIMD2<UInt64>, _ third: SIMD2<UInt64>, _ fourth: SIMD2<UInt64>,
    _ fifth: SIMD2<UInt64>, _ sixth: SIMD2<UInt64>, _ seventh: SIMD2<UInt64>
  ) {
    (self.first, self.second, self.third) = (first, second, third)
    (self.fourth, self.fifth, self.sixth, self.seventh) = (fourth, fifth, sixth, seventh)
  }

  @inlinable public init() { self.init(.zero, .zero, .zero, .zero, .zero, .zero, .zero) }

  /// The set of one feature.
  ///
  /// - Parameter bit: its number, 0 to 895.
  @inlinable public init(bit: Int) {
    self.init()
    let one = 1 << UInt64(bit & 63) as UInt64
    switch bit >> 7 {
    case 0: first[bit >> 6 & 1] = one
    case 1: second[bit >> 6 & 1] = one
    case 2: third[bit >> 6 & 1] = one
    case 3: fourth[bit >> 6 & 1] = one
    case 4: fifth[bit >> 6 & 1] = one
    case 5: sixth[bit >> 6 & 1] = one
    default: seventh[bit >> 6 & 1] = one
    }
  }

  /// Features that a set has room for.
  public static let capacity = 896
  /// Words of 64 features; see `word(_:)`.
  public static let words = 14

  /// Features 64 · `index` to 64 · `index` + 63, the lowest bit the first of them. In memory the words of a set follow
  /// each other in this order.
  @inlinable public func word(_ index: Int) -> UInt64 {
    switch index >> 1 {
    case 0: first[index & 1]
    case 1: second[index & 1]
    case 2: third[index & 1]
    case 3: fourth[index & 1]
    case 4: fifth[index & 1]
    case 5: sixth[index & 1]
    default: seventh[index & 1]
    }
  }

  /// The numbers of its features, in order.
  public var bits: [Int] {
    var bits: [Int] = []
    for index in 0..<Self.words {
      var rest = word(index)
      while rest != 0 {
        bits.append(index * UInt64.bitWidth + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return bits
  }

  /// A mixed value for tables, 0 for the empty set.
  ///
  /// Pair by pair, as few instructions as will do: sets are looked up at every word, and to be taken for another one of
  /// the same place costs no more than to be made anew.
  @inlinable @inline(__always) public var slot: UInt64 {
    var pair = first
    pair = (pair &<< 7) &+ pair ^ second
    pair = (pair &<< 7) &+ pair ^ third
    pair = (pair &<< 7) &+ pair ^ fourth
    pair = (pair &<< 7) &+ pair ^ fifth
    pair = (pair &<< 7) &+ pair ^ sixth
    pair = (pair &<< 7) &+ pair ^ seventh
    let mixed = pair[0] &* 0x9E37_79B9_7F4A_7C15 ^ pair[1] &* 0xC2B2_AE3D_27D4_EB4F
    // Products mix upwards only: the low half has to have its part in the high one, which is the result.
    return ((mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15) >> 32
  }

  /// Whether both have the same features.
  @inlinable @inline(__always) public static func == (one: Features, other: Features) -> Bool {
    (one.first ^ other.first) | (one.second ^ other.second) | (one.third ^ other.third) | (one.fourth ^ other.fourth)
      | (one.fifth ^ other.fifth) | (one.sixth ^ other.sixth) | (one.seventh ^ other.seventh) == .zero
  }
  /// Has no feature.
  @inlinable @inline(__always) public var isEmpty: Bool {
    first | second | third | fourth | fifth | sixth | seventh == .zero
  }
  /// Whether all features of another set are in it.
  @inlinable @inline(__always) public func contains(_ other: Features) -> Bool {
    (other.first & ~first) | (other.second & ~second) | (other.third & ~third) | (other.fourth & ~fourth)
      | (other.fifth & ~fifth) | (other.sixth & ~sixth) | (other.seventh & ~seventh) == .zero
  }
  /// Whether no feature is in both.
  @inlinable @inline(__always) public func isDisjoint(with other: Features) -> Bool {
    (first & other.first) | (second & other.second) | (third & other.third) | (fourth & other.fourth)
      | (fifth & other.fifth) | (sixth & other.sixth) | (seventh & other.seventh) == .zero
  }
  /// Whether any feature is in both: false for a set that is empty, as that of a feature that no grammar declares.
  @inlinable @inline(__always) public func intersects(_ other: Features) -> Bool { !isDisjoint(with: other) }
  /// The features that are in both.
  @inlinable @inline(__always) public func intersection(_ other: Features) -> Features {
    Features(
      first & other.first, second & other.second, third & other.third, fourth & other.fourth, fifth & other.fifth,
      sixth & other.sixth, seventh & other.seventh)
  }
  /// Adds the features of another set.
  @inlinable @inline(__always) public mutating func formUnion(_ other: Features) { self = union(other) }
  /// The features that are in one of both.
  @inlinable @inline(__always) public func union(_ other: Features) -> Features {
    Features(
      first | other.first, second | other.second, third | other.third, fourth | other.fourth, fifth | other.fifth,
      sixth | other.sixth, seventh | other.seventh)
  }
  /// Takes the features of another set out.
  @inlinable @inline(__always) public mutating func subtract(_ other: Features) {
    self = Features(
      first & ~other.first, second & ~other.second, third & ~other.third, fourth & ~other.fourth,
      fifth & ~other.fifth, sixth & ~other.sixth, seventh & ~other.seventh)
  }
}

/// The names of a grammar's features, in the order in which they were first spoken of.
///
/// A lexicon knows more names than a grammar has room for. Those that no row speaks of have no number, and need not be
/// found out.
public struct FeatureNames: Sendable {
  public private(set) var names: [String] = []
  /// Names of the lexicon, whether the grammar speaks of them or not.
  public var vocabulary: Set<String> { known.value }
  private var known: ArchiveSection<Set<String>>
  private var numbers: [String: Int] = [:]

  public init(vocabulary: [String] = []) { known = ArchiveSection(Set(vocabulary)) }

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
    features.bits.map { names[$0] }
  }
}

extension Features: PlainArchivable {
  public static var blank: Features { Features() }
}

extension FeatureNames: Archivable {
  public static var blank: FeatureNames { FeatureNames() }

  public mutating func pass(through archive: Archive) throws {
    try names.pass(through: archive)
    try known.pass(through: archive)
    numbers = Dictionary(zip(names, names.indices)) { first, _ in first }
  }
}
