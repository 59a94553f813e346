import KhabarCore

extension EventDeclaration: Archivable {
  public static var blank: EventDeclaration { EventDeclaration(name: "", location: .blank) }

  public mutating func pass(through archive: Archive) throws {
    try name.pass(through: archive)
    try plover.pass(through: archive)
    try cameo.pass(through: archive)
    try roles.pass(through: archive)
    try core.pass(through: archive)
    try holds.pass(through: archive)
    try each.pass(through: archive)
    try sites.pass(through: archive)
    try beyond.pass(through: archive)
    try apart.pass(through: archive)
    try traits.pass(through: archive)
    try archive.plain(&present)
    try location.pass(through: archive)
  }
}

extension EventDeclaration.Trait: PlainArchivable {
  public static var blank: Self { .yields }
}

/// All of it but its examples: only tests of rules read them, from the files.
extension EventRule: Archivable {
  public static var blank: EventRule { EventRule(name: "", location: .blank) }

  public mutating func pass(through archive: Archive) throws {
    try name.pass(through: archive)
    try event.pass(through: archive)
    try triggers.pass(through: archive)
    try supports.pass(through: archive)
    try slots.pass(through: archive)
    try needs.pass(through: archive)
    try vetoes.pass(through: archive)
    try counts.pass(through: archive)
    try patterns.pass(through: archive)
    try plover.pass(through: archive)
    try cameo.pass(through: archive)
    try action.pass(through: archive)
    try status.pass(through: archive)
    try archive.plain(&priority)
    try location.pass(through: archive)
    try archive.plain(&refersBack)
    try archive.plain(&adds)
  }
}

extension Slot: Archivable {
  public static var blank: Slot { Slot(role: "", types: [], relations: [], location: .blank) }

  public mutating func pass(through archive: Archive) throws {
    try role.pass(through: archive)
    try types.pass(through: archive)
    try relations.pass(through: archive)
    try demands.pass(through: archive)
    try exceptions.pass(through: archive)
    try exceptedKinds.pass(through: archive)
    try location.pass(through: archive)
  }
}

extension Need: Archivable {
  public static var blank: Need { Need(.place) }

  public mutating func pass(through archive: Archive) throws {
    try what.pass(through: archive)
    try archive.plain(&count)
    try location.pass(through: archive)
  }
}

extension Veto: Archivable {
  public static var blank: Veto { Veto(relation: nil, words: []) }

  public mutating func pass(through archive: Archive) throws {
    try archive.plain(&isDemand)
    try relation.pass(through: archive)
    try words.pass(through: archive)
  }
}

extension Count: Archivable {
  public static var blank: Count { Count(.killed, words: []) }

  public mutating func pass(through archive: Archive) throws {
    try archive.plain(&kind)
    try words.pass(through: archive)
    try location.pass(through: archive)
  }
}

extension Count.Kind: PlainArchivable {
  public static var blank: Self { .killed }
}

extension PlaceNouns: Archivable {
  public static var blank: PlaceNouns { PlaceNouns(kind: .capital, words: [], location: nil) }

  public mutating func pass(through archive: Archive) throws {
    try kind.pass(through: archive)
    try words.pass(through: archive)
    try location.pass(through: archive)
  }
}

extension SequencePattern: Archivable {
  public static var blank: SequencePattern { SequencePattern(elements: [], location: .blank) }

  public mutating func pass(through archive: Archive) throws {
    try elements.pass(through: archive)
    try location.pass(through: archive)
  }
}
