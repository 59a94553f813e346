import KhabarCore

// Values that are one of several kinds: the kind's number, then what the kind has.

extension Lemma: Archivable {
  public static var blank: Lemma { .noun("") }

  public mutating func pass(through archive: Archive) throws {
    var (kind, text) = (self.kind.rawValue, self.text)
    try archive.plain(&kind)
    try text.pass(through: archive)
    self = kind == 0 ? .verb(text) : kind == 1 ? .noun(text) : .phrase(text)
  }
}

extension Archivable where Self: Equatable {
  /// A value of a type of which one kind alone has something with it: its place among the others, or what it has.
  fileprivate func pass<Part: Archivable>(
    _ part: Part?, as kind: (Part) -> Self, orOneOf others: [Self], through archive: Archive
  ) throws -> Self {
    var place = others.firstIndex(of: self) ?? others.count
    try archive.plain(&place)
    if others.indices.contains(place) { return others[place] }
    var part = part ?? Part.blank
    try part.pass(through: archive)
    return kind(part)
  }
}

extension SlotType: Archivable {
  public static var blank: SlotType { .thing }

  private static let unnamed: [SlotType] = [.description, .location, .building, .thing]

  public mutating func pass(through archive: Archive) throws {
    var type: EntityType?
    if case .entity(let own) = self { type = own }
    self = try pass(type, as: Self.entity, orOneOf: Self.unnamed, through: archive)
  }
}

extension Relation: Archivable {
  public static var blank: Relation { .subject }

  private static let wordless = byName.values.sorted { $0.description < $1.description }

  public mutating func pass(through archive: Archive) throws {
    var words: [String]?
    if case .after(let own) = self { words = own }
    self = try pass(words, as: Self.after, orOneOf: Self.wordless, through: archive)
  }
}

extension Requirement: Archivable {
  public static var blank: Requirement { .place }

  private static let roleless: [Requirement] = [.place, .time, .support, .past, .named]

  public mutating func pass(through archive: Archive) throws {
    var role: Role?
    if case .role(let own) = self { role = own }
    self = try pass(role, as: Self.role, orOneOf: Self.roleless, through: archive)
  }
}

extension PlaceNouns.Kind: Archivable {
  public static var blank: Self { .capital }

  public mutating func pass(through archive: Archive) throws {
    var kind: String?
    if case .entity(let own) = self { kind = own }
    try kind.pass(through: archive)
    self = kind.map { .entity($0) } ?? .capital
  }
}

extension SequencePattern.Element: Archivable {
  public static var blank: Self { .trigger }

  private enum Kind: UInt8 { case trigger, word, lemma, phrase, time, gap, optional, alternatives, repeated, not }

  private var kind: Kind {
    switch self {
    case .trigger: .trigger
    case .word: .word
    case .lemma: .lemma
    case .phrase: .phrase
    case .time: .time
    case .gap: .gap
    case .optional: .optional
    case .alternatives: .alternatives
    case .repeated: .repeated
    case .not: .not
    }
  }

  public mutating func pass(through archive: Archive) throws {
    var kind = kind
    try archive.plain(&kind)
    switch kind {
    case .trigger: self = .trigger
    case .time: self = .time
    case .word, .lemma, .gap: try passWord(of: kind, through: archive)
    case .phrase: try passPhrase(through: archive)
    case .optional, .alternatives, .repeated, .not: try passInner(of: kind, through: archive)
    }
  }

  private mutating func passWord(of kind: Kind, through archive: Archive) throws {
    switch kind {
    case .word:
      var text = ""
      if case .word(let own) = self { text = own }
      try text.pass(through: archive)
      self = .word(text)
    case .lemma:
      var lemma = Lemma.blank
      if case .lemma(let own) = self { lemma = own }
      try lemma.pass(through: archive)
      self = .lemma(lemma)
    default:
      var limit = 0
      if case .gap(let own) = self { limit = own }
      try archive.plain(&limit)
      self = .gap(limit)
    }
  }

  private mutating func passPhrase(through archive: Archive) throws {
    var (role, types): (Role?, [SlotType]) = (nil, [])
    if case .phrase(let ownRole, let ownTypes) = self { (role, types) = (ownRole, ownTypes) }
    try role.pass(through: archive)
    try types.pass(through: archive)
    self = .phrase(role: role, types: types)
  }

  private mutating func passInner(of kind: Kind, through archive: Archive) throws {
    var (choices, least) = (inner, 0)
    if case .repeated(_, let own) = self { least = own }
    try choices.pass(through: archive)
    try archive.plain(&least)
    let first = choices.first?.first ?? .trigger
    switch kind {
    case .optional: self = .optional(first)
    case .repeated: self = .repeated(first, atLeast: least)
    case .not: self = .not(first)
    default: self = .alternatives(choices)
    }
  }

  /// What stands inside it, as choices.
  private var inner: [[Self]] {
    switch self {
    case .optional(let one), .repeated(let one, _), .not(let one): [[one]]
    case .alternatives(let choices): choices
    default: []
    }
  }
}
