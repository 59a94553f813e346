/// What a name names. The contract's types are predefined; a gazetteer may bring others.
@frozen
public struct EntityType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }

  public static let person = EntityType("Person")
  public static let organization = EntityType("Organization")
  public static let place = EntityType("Place")
  public static let nationality = EntityType("Nationality")
  /// An office or title that stands for its holder: the prime minister.
  public static let office = EntityType("Office")

  /// A person's dated hold of an office. Never a mention's type.
  public static let tenure = EntityType("Tenure")
  /// Parts of personal names. Never a mention's type.
  public static let givenName = EntityType("given-name")
  public static let familyName = EntityType("family-name")
  public static let nameParticle = EntityType("name-particle")
  /// Silences other entries of the same name.
  public static let none = EntityType("none")

  public var description: String { rawValue }

  /// The types of the contract `khabar/1`.
  public static let contract: [EntityType] = [.person, .organization, .place, .nationality, .office]
}
