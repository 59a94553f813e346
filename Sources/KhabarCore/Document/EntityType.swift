/// What a name names. The contract's types are predefined; a gazetteer may bring others.
///
/// Types are compared and copied with every mention and lookup. So those below are kept as numbers, and only others as
/// text: it is no difference to who uses them.
@frozen
public struct EntityType: DeclaredName {
  /// The place of its name among `names`; that of the empty one for a type that is not listed.
  @usableFromInline let number: UInt8
  /// The name of a type that is not listed.
  @usableFromInline let other: Other?

  @usableFromInline
  final class Other: Sendable {
    @usableFromInline let name: String

    init(_ name: String) { self.name = name }
  }

  /// Of the types below, in their order.
  private static let names = [
    "", "Person", "Organization", "Place", "Nationality", "Office", "Tenure", "given-name", "family-name",
    "name-particle", "none",
  ]

  @inlinable init(number: UInt8) {
    self.number = number
    other = nil
  }

  public init(_ rawValue: String) {
    let listed = Self.names.firstIndex(of: rawValue)
    number = UInt8(listed ?? 0)
    other = listed == nil ? Other(rawValue) : nil
  }

  /// Its name.
  public var rawValue: String { other?.name ?? Self.names[Int(number)] }

  @inlinable public static func == (left: EntityType, right: EntityType) -> Bool {
    left.number == right.number && (left.number != 0 || left.other?.name == right.other?.name)
  }

  @inlinable public func hash(into hasher: inout Hasher) {
    hasher.combine(number)
    hasher.combine(other?.name)
  }

  /// A human being by name.
  @inlinable public static var person: EntityType { EntityType(number: 1) }
  /// A body, company, party, armed group, club or medium.
  @inlinable public static var organization: EntityType { EntityType(number: 2) }
  /// A country, town, region, water or building.
  @inlinable public static var place: EntityType { EntityType(number: 3) }
  /// An adjective or noun of a nation: Egyptian.
  @inlinable public static var nationality: EntityType { EntityType(number: 4) }
  /// An office or title that stands for its holder: the prime minister.
  @inlinable public static var office: EntityType { EntityType(number: 5) }

  /// A person's dated hold of an office. Never a mention's type.
  @inlinable public static var tenure: EntityType { EntityType(number: 6) }
  /// Parts of personal names. Never a mention's type.
  @inlinable public static var givenName: EntityType { EntityType(number: 7) }
  /// Parts of personal names. Never a mention's type.
  @inlinable public static var familyName: EntityType { EntityType(number: 8) }
  /// A word that joins the parts of a personal name: son of. Never a mention's type.
  @inlinable public static var nameParticle: EntityType { EntityType(number: 9) }
  /// Silences other entries of the same name.
  @inlinable public static var none: EntityType { EntityType(number: 10) }

  /// The types of the contract `khabar/1`.
  public static let contract: [EntityType] = [.person, .organization, .place, .nationality, .office]
}
