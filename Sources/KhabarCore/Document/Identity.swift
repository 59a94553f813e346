/// Who or what an entity is, the same in every document and run: what records are joined by.
public struct Identity: Sendable, Equatable {
  /// A column of the entry's list that means nothing to the program: one of the user's, as a rule.
  public struct Feature: Sendable, Equatable {
    /// The column's name.
    public var name: String
    /// What stands in it.
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The Wikidata, GeoNames or Who's On First id of the entry; else list and name, `armed-groups:جيش الفتح`.
  public var key: String
  /// The entry's name.
  public var canonical: String
  /// All ids of the referent: of an entry of one's own first, then of the shipped one whose name it took over.
  public var ids: [String]
  /// In the order of the list's columns.
  public var features: [Feature]
  /// Where it is, for what has a place on the map.
  public var coordinates: Coordinates?
  /// The first-level division that it lies in, in English or as the list writes it.
  public var admin1: String?

  public init(
    key: String, canonical: String, ids: [String] = [], features: [Feature] = [], coordinates: Coordinates? = nil,
    admin1: String? = nil
  ) {
    self.key = key
    self.canonical = canonical
    self.ids = ids
    self.features = features
    self.coordinates = coordinates
    self.admin1 = admin1
  }
}

/// A point of the earth, WGS 84.
public struct Coordinates: Sendable, Equatable {
  /// Degrees north and east.
  public var latitude: Double
  /// Degrees east of Greenwich.
  public var longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A name in Latin letters for readers without Arabic.
public struct EnglishLabel: Sendable, Equatable {
  /// Where a name in Latin letters is from.
  public enum Source: String, Sendable {
    /// The list's own English name.
    case list
    /// Made from the letters: the same letters always give the same label, vowels that are not written are guessed.
    case romanization
  }

  /// In Latin letters.
  public var text: String
  /// Where it is from.
  public var source: Source

  public init(_ text: String, source: Source) {
    self.text = text
    self.source = source
  }
}
