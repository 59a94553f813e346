/// Names one entry of one loaded gazetteer.
@frozen
public struct EntryReference: Hashable, Sendable {
  /// Index of the gazetteer in loading order.
  public var list: UInt16
  /// Index of the entry in its gazetteer.
  public var index: UInt32

  public init(list: Int, index: Int) {
    self.list = UInt16(list)
    self.index = UInt32(index)
  }
}

/// Where an entry may match.
public enum EntryContext: UInt8, Sendable {
  /// Anywhere.
  case any
  /// Only inside a personal name: the word is also an ordinary one.
  case name
  /// Only behind a preposition of place or a head noun such as "city".
  case place
  /// Only behind a head noun such as "newspaper" or "channel".
  case media
  /// Only behind a head noun such as "club" or "team".
  case sport
  /// Only beside an office, a person or an institution: an adjective that is also an ordinary word.
  case office
  /// Only behind a head noun such as "party" or "movement".
  case party
  /// Only behind a head noun such as "company" or "bank".
  case company
}

/// A gazetteer entry found in the text.
public struct Lookup: Sendable {
  /// The tokens it covers.
  public var tokens: TokenSpan
  /// The name's extent without proclitics.
  public var span: TextSpan<CleanBytes>
  /// Which entry.
  public var entry: EntryReference
  /// What the entry names.
  public var type: EntityType
  /// Where the entry counts.
  public var context: EntryContext
  /// Decides between equal names: the higher comes first.
  public var priority: Int16
  /// Letters of the first word that stand before the name: `و` in وبغداد (and Baghdad).
  public var prefixLetters: UInt8
  /// False when the match needed folding: another hamza, a missing diacritic, an added article.
  public var isExact: Bool
  /// Comes from a list that the user added.
  public var isFromUser: Bool

  public init(
    tokens: TokenSpan, span: TextSpan<CleanBytes>, entry: EntryReference, type: EntityType,
    context: EntryContext = .any,
    priority: Int = 0, prefixLetters: Int = 0, isExact: Bool = true, isFromUser: Bool = false
  ) {
    self.tokens = tokens
    self.span = span
    self.entry = entry
    self.type = type
    self.context = context
    self.priority = Int16(clamping: priority)
    self.prefixLetters = UInt8(prefixLetters)
    self.isExact = isExact
    self.isFromUser = isFromUser
  }
}

/// What a gazetteer says of one name.
public struct GazetteerEntry: Sendable, Equatable {
  /// As the list writes it.
  public var name: String
  /// What the entry names.
  public var type: EntityType
  /// city, country, party, ministry …
  public var kind: String?
  /// Identifier in its source: `Q796`, `geonames:98182`.
  public var id: String?
  /// ISO 3166 alpha-2.
  public var country: String?
  /// Further spellings.
  public var aliases: [String]
  /// First and last day that the entry holds, as given: `2003`, `2003-05`, `2003-05-11`.
  public var from: String?
  /// The last day, likewise.
  public var to: String?
  /// Further columns by name, the reserved ones `latitude`, `longitude`, `population` and `language` among them.
  public var features: [String: String]
  /// File and line that made it.
  public var location: SourceLocation?

  public init(
    name: String, type: EntityType, kind: String? = nil, id: String? = nil, country: String? = nil,
    aliases: [String] = [], from: String? = nil, to: String? = nil, features: [String: String] = [:],
    location: SourceLocation? = nil
  ) {
    self.name = name
    self.type = type
    self.kind = kind
    self.id = id
    self.country = country
    self.aliases = aliases
    self.from = from
    self.to = to
    self.features = features
    self.location = location
  }
}

/// What an entry says of its referent: the columns that the stages ask for at every entity.
public struct EntryReferent: Sendable, Equatable {
  /// Identifier in its source: `Q796`, `geonames:98182`.
  public var id: String?
  /// ISO 3166 alpha-2.
  public var country: String?
  /// city, country, party, ministry …
  public var kind: String?

  public init(id: String? = nil, country: String? = nil, kind: String? = nil) {
    self.id = id
    self.country = country
    self.kind = kind
  }
}

/// Loaded gazetteers, as the later stages see them: what an entry says, and who held an office when.
public protocol EntryStore: Sendable {
  /// The entry's full record. Reads and decodes it; not for inner loops.
  func entry(_ reference: EntryReference) -> GazetteerEntry
  /// The few columns of the entry that tell its referent, without decoding the rest of the record.
  func referent(_ reference: EntryReference) -> EntryReferent
  /// Whether one of the entry's names, the list's own or a further spelling, begins with these letters.
  func hasName(_ reference: EntryReference, beginningWith letters: String) -> Bool
  /// All entries of a name, looked up as the matcher does.
  func entries(named name: String, type: EntityType) -> [EntryReference]
  /// The dated holds of an office.
  ///
  /// - Parameters:
  ///   - office: folded words of the office's name without country: those of رئيس الوزراء (prime minister).
  ///   - country: ISO 3166 alpha-2, or nil for offices of organizations.
  func tenures(office: [WordKey], country: String?) -> [EntryReference]
  /// The dated holds of offices by people with a surname: the last word of their names, without its article.
  func tenures(surname: WordKey) -> [EntryReference]
  /// The shipped entry whose name an entry of the user's took over; nil when there is none.
  func takenOver(by reference: EntryReference) -> EntryReference?
}

extension EntryStore {
  /// None: a store that does not index surnames.
  public func tenures(surname: WordKey) -> [EntryReference] { [] }
  /// None: a store whose entries take over no names.
  public func takenOver(by reference: EntryReference) -> EntryReference? { nil }

  /// Taken from the full record.
  public func hasName(_ reference: EntryReference, beginningWith letters: String) -> Bool {
    let entry = entry(reference)
    return entry.name.hasPrefix(letters) || entry.aliases.contains { $0.hasPrefix(letters) }
  }

  /// Taken from the full record.
  public func referent(_ reference: EntryReference) -> EntryReferent {
    let entry = entry(reference)
    return EntryReferent(id: entry.id, country: entry.country, kind: entry.kind)
  }
}

/// A store with nothing in it.
public struct EmptyEntryStore: EntryStore {
  public init() {}
  public func entry(_ reference: EntryReference) -> GazetteerEntry { GazetteerEntry(name: "", type: .none) }
  public func entries(named name: String, type: EntityType) -> [EntryReference] { [] }
  public func tenures(office: [WordKey], country: String?) -> [EntryReference] { [] }
}
