import KhabarCore

/// Types of what may fill slots, as far as the words and names of a sentence tell them without a tree.
struct FillerTypes: OptionSet, Sendable {
  let rawValue: UInt8

  static let person = FillerTypes(rawValue: 1)
  static let organization = FillerTypes(rawValue: 2)
  static let office = FillerTypes(rawValue: 4)
  static let place = FillerTypes(rawValue: 8)
  static let nationality = FillerTypes(rawValue: 16)
  /// A building, or another place without a name.
  static let site = FillerTypes(rawValue: 32)
  /// What any sentence may have: things, people who are only described.
  static let other = FillerTypes(rawValue: 64)

  /// What says where something was.
  static let land: FillerTypes = [.place, .site]
  /// Whom a text may be about.
  static let topic: FillerTypes = [.person, .organization, .office]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ type: EntityType) {
    switch type {
    case .person: self = .person
    case .organization: self = .organization
    case .office: self = .office
    case .place: self = .place
    case .nationality: self = .nationality
    default: self = .other
    }
  }

  /// - Parameter types: those of a slot, of which none are any.
  init(_ types: [SlotType]) {
    self = types.isEmpty ? .other : []
    for type in types {
      switch type {
      case .entity(let type): formUnion(FillerTypes(type))
      case .location, .building: formUnion(.site)
      case .description, .thing: formUnion(.other)
      }
    }
  }

  /// What a phrase may be that begins with a word, whatever it names.
  init(_ word: Token) {
    self = []
    let heads: WordClasses = [.placeHead, .buildingHead, .organizationHead]
    if !word.classes.isDisjoint(with: heads) || word.nounClasses.first == .building { formUnion(.site) }
    if word.classes.contains(.organizationHead) { formUnion(.organization) }
  }
}
