import KhabarCore

extension EventDeclaration: Archivable {
  public static var blank: EventDeclaration { EventDeclaration(name: "", location: .blank) }

  public mutating func pass(through archive: inout some Archive) throws {
    try name.pass(through: &archive)
    try plover.pass(through: &archive)
    try cameo.pass(through: &archive)
    try roles.pass(through: &archive)
    try core.pass(through: &archive)
    try holds.pass(through: &archive)
    try each.pass(through: &archive)
    try sites.pass(through: &archive)
    try traits.pass(through: &archive)
    try archive.plain(&present)
    try location.pass(through: &archive)
  }
}

extension EventDeclaration.Trait: PlainArchivable {
  public static var blank: Self { .yields }
}

extension EventRule: Archivable {
  public static var blank: EventRule { EventRule(name: "", location: .blank) }

  public mutating func pass(through archive: inout some Archive) throws {
    try name.pass(through: &archive)
    try event.pass(through: &archive)
    try triggers.pass(through: &archive)
    try supports.pass(through: &archive)
    try slots.pass(through: &archive)
    try needs.pass(through: &archive)
    try vetoes.pass(through: &archive)
    try counts.pass(through: &archive)
    try patterns.pass(through: &archive)
    try plover.pass(through: &archive)
    try cameo.pass(through: &archive)
    try action.pass(through: &archive)
    try status.pass(through: &archive)
    try archive.plain(&priority)
    try examples.pass(through: &archive)
    try location.pass(through: &archive)
    try archive.plain(&refersBack)
    try archive.plain(&adds)
  }
}

extension Slot: Archivable {
  public static var blank: Slot { Slot(role: "", types: [], relations: [], location: .blank) }

  public mutating func pass(through archive: inout some Archive) throws {
    try role.pass(through: &archive)
    try types.pass(through: &archive)
    try relations.pass(through: &archive)
    try exceptions.pass(through: &archive)
    try exceptedKinds.pass(through: &archive)
    try location.pass(through: &archive)
  }
}

extension Need: Archivable {
  public static var blank: Need { Need(.place) }

  public mutating func pass(through archive: inout some Archive) throws {
    try what.pass(through: &archive)
    try archive.plain(&count)
    try location.pass(through: &archive)
  }
}

extension Veto: Archivable {
  public static var blank: Veto { Veto(relation: nil, words: []) }

  public mutating func pass(through archive: inout some Archive) throws {
    try archive.plain(&isDemand)
    try relation.pass(through: &archive)
    try words.pass(through: &archive)
  }
}

extension Count: Archivable {
  public static var blank: Count { Count(.killed, words: []) }

  public mutating func pass(through archive: inout some Archive) throws {
    try archive.plain(&kind)
    try words.pass(through: &archive)
    try location.pass(through: &archive)
  }
}

extension RuleExample: Archivable {
  public static var blank: RuleExample {
    RuleExample(text: "", anchor: nil, expected: [], givesNothing: false, location: .blank)
  }

  public mutating func pass(through archive: inout some Archive) throws {
    try text.pass(through: &archive)
    try anchor.pass(through: &archive)
    var (names, values) = (expected.map(\.property.description), expected.map(\.value))
    try names.pass(through: &archive)
    try values.pass(through: &archive)
    expected = zip(names, values).map { Expectation(property: Property($0), value: $1) }
    try archive.plain(&givesNothing)
    try location.pass(through: &archive)
  }
}

extension Count.Kind: PlainArchivable {
  public static var blank: Self { .killed }
}

extension StatusSignal: Archivable {
  public static var blank: StatusSignal { StatusSignal(meaning: .achieved, words: [], location: .blank) }

  public mutating func pass(through archive: inout some Archive) throws {
    try archive.plain(&meaning)
    try words.pass(through: &archive)
    try location.pass(through: &archive)
  }
}

extension PlaceNouns: Archivable {
  public static var blank: PlaceNouns { PlaceNouns(kind: .capital, words: [], location: nil) }

  public mutating func pass(through archive: inout some Archive) throws {
    try kind.pass(through: &archive)
    try words.pass(through: &archive)
    try location.pass(through: &archive)
  }
}

extension SequencePattern: Archivable {
  public static var blank: SequencePattern { SequencePattern(elements: [], location: .blank) }

  public mutating func pass(through archive: inout some Archive) throws {
    try elements.pass(through: &archive)
    try location.pass(through: &archive)
  }
}

extension RuleNames: Archivable {
  public static var blank: RuleNames { RuleNames() }

  public mutating func pass(through archive: inout some Archive) throws {
    try types.pass(through: &archive)
    try words.pass(through: &archive)
    try slots.pass(through: &archive)
    try locations.pass(through: &archive)
    try used.pass(through: &archive)
  }
}

extension RuleNames.Name: Archivable {
  public static var blank: Self { Self(kind: .types, name: "") }

  public mutating func pass(through archive: inout some Archive) throws {
    try archive.plain(&kind)
    try name.pass(through: &archive)
  }
}
