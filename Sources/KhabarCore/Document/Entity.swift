/// How a mention names its entity.
public enum MentionKind: String, Sendable {
  /// The full name.
  case name
  /// A part of a name given in full elsewhere: the surname.
  case partial
  case acronym
  /// A title alone: the prime minister.
  case office
  /// A noun phrase that describes: a delegation of businessmen.
  case description
  /// A dual or plural that stands for known parties: the two leaders.
  case collective
  case pronoun
}

/// The gender of a word.
public enum GrammaticalGender: Sendable { case masculine, feminine }

/// How many a word names.
public enum GrammaticalNumber: Sendable { case singular, dual, plural }

/// A stretch of text that names an entity.
public struct Mention: Sendable {
  /// Tokens of the name itself.
  public var tokens: TokenSpan
  /// The name's extent, without proclitics.
  public var span: TextSpan<CleanBytes>
  /// Tokens of the whole noun phrase: honorifics, titles and nationality around the name, and a bracket behind it.
  public var phrase: TokenSpan
  /// What it names.
  public var type: EntityType
  /// How it names it.
  public var kind: MentionKind
  /// Titles that stand at this mention, each as written, without proclitics.
  public var titles: [TextSpan<CleanBytes>]
  /// The gazetteer entry it was recognized by, if any.
  public var entry: EntryReference?
  /// The rule of the name grammar that found it: `title-name`, `gazetteer`, `head-noun` … It is told and never asked.
  public var rule: String
  /// A noun beside the name says what it is (*the sultanate of* Oman), which settles the entry among homonyms.
  public var hasHeadNoun = false
  /// How many are meant, where a word that names nobody says so: the two sides, the parties, the ministers.
  public var number: GrammaticalNumber?
  /// Index into the document's entities; nil for a mention of nobody that is known.
  public var entity: EntityID?
  /// Further entities when `kind` is `collective`.
  public var members: [EntityID]
  /// The gender that a pronoun asks for.
  public var gender: GrammaticalGender?

  public init(
    tokens: TokenSpan, span: TextSpan<CleanBytes>, phrase: TokenSpan? = nil, type: EntityType,
    kind: MentionKind = .name,
    titles: [TextSpan<CleanBytes>] = [], entry: EntryReference? = nil, rule: String
  ) {
    self.tokens = tokens
    self.span = span
    self.phrase = phrase ?? tokens
    self.type = type
    self.kind = kind
    self.titles = titles
    self.entry = entry
    self.rule = rule
    members = []
  }
}

/// One referent of the document with all its mentions.
public struct Entity: Sendable {
  /// What it names.
  public var type: EntityType
  /// The fullest name, as written.
  public var name: String
  /// city, country, party, ministry …
  public var kind: String?
  /// Titles at its mentions as written, each once.
  public var titles: [String]
  /// ISO 3166 alpha-2.
  public var country: String?
  /// Identifier of the gazetteer entry.
  public var gazetteerID: String?
  /// The gazetteer entry that says who or what it is: of a mention, or of the office's holder at the document's date.
  public var entry: EntryReference?
  /// Who or what it is, for entities that a list knows.
  public var identity: Identity?
  /// For a full name of no list: a key made of its letters. Namesakes share it.
  public var nameKey: String?
  /// A name for readers without the language.
  public var label: EnglishLabel?
  /// Indexes into the document's mentions, in text order.
  public var mentions: [MentionID]
  /// Why the mentions were put together: one line for each merge.
  public var provenance: [String]

  public init(type: EntityType, name: String) {
    self.type = type
    self.name = name
    titles = []
    mentions = []
    provenance = []
  }
}
