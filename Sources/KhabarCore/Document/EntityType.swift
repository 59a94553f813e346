/// What a name names. The contract's types are predefined; a gazetteer may bring others.
@frozen
public struct EntityType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String
  @inlinable public init(rawValue: String) { self.rawValue = rawValue }
  @inlinable public init(_ rawValue: String) { self.rawValue = rawValue }

  /// A human being by name.
  @inlinable public static var person: EntityType { EntityType("Person") }
  /// A body, company, party, armed group, club or medium.
  @inlinable public static var organization: EntityType { EntityType("Organization") }
  /// A country, town, region, water or building.
  @inlinable public static var place: EntityType { EntityType("Place") }
  /// An adjective or noun of a nation: Egyptian.
  @inlinable public static var nationality: EntityType { EntityType("Nationality") }
  /// An office or title that stands for its holder: the prime minister.
  @inlinable public static var office: EntityType { EntityType("Office") }

  /// A person's dated hold of an office. Never a mention's type.
  @inlinable public static var tenure: EntityType { EntityType("Tenure") }
  /// Parts of personal names. Never a mention's type.
  @inlinable public static var givenName: EntityType { EntityType("given-name") }
  /// Parts of personal names. Never a mention's type.
  @inlinable public static var familyName: EntityType { EntityType("family-name") }
  /// A word that joins the parts of a personal name: son of. Never a mention's type.
  @inlinable public static var nameParticle: EntityType { EntityType("name-particle") }
  /// Silences other entries of the same name.
  @inlinable public static var none: EntityType { EntityType("none") }

  public var description: String { rawValue }

  /// The types of the contract `khabar/1`.
  public static let contract: [EntityType] = [.person, .organization, .place, .nationality, .office]
}
