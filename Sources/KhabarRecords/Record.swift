import KhabarCore

/// A record of the contract `khabar/1` as it is read back: what a run says of one document.
///
/// Offsets count Unicode code points of the source text, half open, as in the contract. Members that this program does
/// not know are passed over, so that records of later versions can be read; lists that are absent are empty. A record
/// that people wrote as gold may have two members more, `types` and an event's `unsure`, and may leave out what is no
/// judgement (`characters`, `confidence`, ids).
public struct Record: Codable, Sendable, Equatable {
  /// `khabar/1`.
  public var schema: String
  /// What is said of the document itself.
  public var document: Document
  /// Who and what it names.
  public var entities: [Entity]
  /// When it says things are.
  public var times: [Time]
  public var quantities: [Quantity]
  /// What happens in it.
  public var events: [Event]
  /// What was strange about the document.
  public var warnings: [String]
  /// The source text, when the run was asked to include it.
  public var text: String?
  /// Gold alone: the event types that were annotated in this document. nil: those that occur anywhere in the gold.
  public var types: [EventType]?

  /// What the record says of the document itself.
  public struct Document: Codable, Sendable, Equatable {
    /// As the input gave it, else the path of the file.
    public var id: String
    /// The file, and in a file of many documents its line.
    public var source: String?
    /// Who published it.
    public var publisher: String?
    /// Where it was published.
    public var url: String?
    /// BCP 47.
    public var language: String?
    /// `text`, `metadata` or `default`: by what a pipeline of several languages told it.
    public var languageSource: String?
    /// Its headline.
    public var title: String?
    /// ISO 8601, a day.
    public var date: String?
    /// `option`, `metadata`, `text` or `file`.
    public var dateSource: String?
    /// Code points of the source text.
    public var characters: Int?
    /// The name of the pipeline that made the record.
    public var pipeline: String?

    public init(id: String) { self.id = id }
  }

  /// A stretch of the source with its words.
  public struct Span: Codable, Sendable, Hashable {
    /// Code points, the first inside.
    public var start: Int
    /// Code points, the first behind it.
    public var end: Int
    /// Its words, in records that have them.
    public var text: String?

    public init(start: Int, end: Int, text: String? = nil) {
      self.start = start
      self.end = end
      self.text = text
    }

    /// True when the two have a code point in common.
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
  }

  /// One referent with its mentions.
  public struct Entity: Codable, Sendable, Equatable {
    /// `E1` …, of this record alone.
    public var id: String
    /// `Person`, `Organization`, `Place`, `Nationality`, `Office`, or a type of one's own.
    public var type: EntityType
    /// The kind that a list gives: `country`, `city`, `party` …
    public var kind: String?
    public var name: String
    /// ISO 3166 alpha-2.
    public var country: String?
    /// The id of the gazetteer entry.
    public var gazetteer: String?
    /// What the entity is called over all documents and runs; records of early versions have none.
    public var key: String?
    /// The name of the gazetteer entry.
    public var canonical: String?
    /// A name in Latin letters.
    public var labelEn: String?
    /// Titles and offices that the document gives a person.
    public var titles: [String]
    public var mentions: [Span]
    /// Degrees north.
    public var latitude: Double?
    /// Degrees east.
    public var longitude: Double?

    public init(id: String, type: EntityType, name: String, mentions: [Span] = []) {
      self.id = id
      self.type = type
      self.name = name
      self.mentions = mentions
      titles = []
    }

    /// The stable key, else the gazetteer's id.
    public var identity: String? { key ?? gazetteer }
  }

  /// A time expression (TIMEX3).
  public struct Time: Codable, Sendable, Equatable {
    /// `T1` …, of this record alone.
    public var id: String
    public var start: Int
    /// Code points, the first behind it.
    public var end: Int
    /// Its words, in records that have them.
    public var text: String?
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    public var type: String
    /// ISO 8601 as TIMEX3 writes it; nil when unknown.
    public var value: String?
    /// `START`, `MID`, `END`, `APPROX` … as TIMEX3 has them.
    public var mod: String?
    /// The id of the time it is counted from; nil for the date of the document.
    public var anchor: String?
    /// The calendar it was given in, if that is not the Gregorian one.
    public var calendar: String?
    /// The date in that calendar.
    public var original: String?

    public init(id: String, span: Span, type: String, value: String? = nil) {
      self.id = id
      start = span.start
      end = span.end
      text = span.text
      self.type = type
      self.value = value
    }

    /// What it covers, in code points of the source.
    public var span: Span { Span(start: start, end: end, text: text) }
  }

  /// A number with what it counts.
  public struct Quantity: Codable, Sendable, Equatable {
    /// `Q1` …, of this record alone.
    public var id: String
    public var start: Int
    /// Code points, the first behind it.
    public var end: Int
    /// Its words, in records that have them.
    public var text: String?
    /// `cardinal`, `ordinal`, `percent`, `money` or `measure`.
    public var kind: String
    /// The number; nil for an indefinite one.
    public var value: Double?
    /// The greater number of a range.
    public var upper: Double?
    /// What is counted.
    public var unit: String?
    /// ISO 4217.
    public var currency: String?
    /// `APPROX`, `MORE_THAN` … as TIMEX3 has them.
    public var mod: String?

    /// What it covers, in code points of the source.
    public var span: Span { Span(start: start, end: end, text: text) }
  }

  /// Something that happened, is planned or was denied.
  public struct Event: Codable, Sendable, Equatable {
    /// `V1` …, of this record alone.
    public var id: String
    /// One of the types of the rules: `Meeting`, `Attack` …
    public var type: EventType
    /// A category of PLOVER.
    public var plover: String?
    /// A code of CAMEO.
    public var cameo: String?
    /// `occurred`, `ongoing`, `planned`, `cancelled` or `denied`.
    public var status: String
    /// What was done, for types that tell: `sign`, `appoint`.
    public var action: String?
    /// How many were killed.
    public var killed: Int?
    /// How many were injured.
    public var injured: Int?
    /// Killed and injured together, where the text does not part them.
    public var casualties: Int?
    /// The rule that made it.
    public var rule: String?
    /// Where the rule was written, in records with reasons.
    public var ruleAt: String?
    /// `sport`, for matches, clubs and players.
    public var topic: String?
    /// The document's date, ISO 8601.
    public var reportedOn: String?
    public var code: Code?
    /// 0 to 1.
    public var confidence: Double?
    /// The word that tells of it.
    public var trigger: Span
    /// Who took part.
    public var participants: [Participant]
    public var time: When?
    /// Where it happened, the most specific first.
    public var places: [Place]
    /// Where else the document tells of it.
    public var mentions: [Span]
    /// The sentence that tells of it.
    public var evidence: Span
    /// Gold alone: whether it is an event at all is open, so it counts neither as missed nor as a false alarm.
    public var unsure: Bool?

    public init(id: String, type: EventType, trigger: Span, evidence: Span) {
      self.id = id
      self.type = type
      self.trigger = trigger
      self.evidence = evidence
      status = "occurred"
      participants = []
      places = []
      mentions = []
    }
  }

  /// The codes of an event in schemes of event data.
  public struct Code: Codable, Sendable, Equatable {
    /// Three or four digits.
    public var cameo: String?
    /// A PLOVER event type.
    public var plover: String?
    /// A PLOVER mode.
    public var mode: String?
    /// A PLOVER context.
    public var context: String?
    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    public var quad: Int?
  }

  /// Who took part, in which role.
  public struct Participant: Codable, Sendable, Equatable {
    /// One of the roles of the event's type.
    public var role: Role
    /// The id of an entity of the record; nil for one that is only described.
    public var entity: String?
    public var name: String
    /// Where it stands, in records that say so.
    public var start: Int?
    /// Code points, the first behind it.
    public var end: Int?
    /// How the slot was filled, in records with reasons.
    public var by: String?
    /// The country that it acts for, ISO 3166 alpha-2.
    public var country: String?
    /// A sector of PLOVER.
    public var sector: String?
    /// 0 to 1.
    public var confidence: Double?

    public init(role: Role, entity: String? = nil, name: String) {
      self.role = role
      self.entity = entity
      self.name = name
    }
  }

  /// Where it happened.
  public struct Place: Codable, Sendable, Equatable {
    /// The id of an entity of the record; nil for one that is only described.
    public var entity: String?
    public var name: String
    /// Where it stands, in records that say so.
    public var start: Int?
    /// Code points, the first behind it.
    public var end: Int?
    /// Degrees north.
    public var latitude: Double?
    /// Degrees east.
    public var longitude: Double?
    /// How near to the spot it is.
    public var precision: String?
    /// How the place was found, in records with reasons.
    public var by: String?
    /// ISO 3166 alpha-2.
    public var country: String?

    public init(entity: String? = nil, name: String) {
      self.entity = entity
      self.name = name
    }
  }

  /// When it happened.
  public struct When: Codable, Sendable, Equatable {
    /// ISO 8601: a day, month, year, or an interval.
    public var value: String
    /// The id of a time of the record.
    public var ref: String?
    /// How the time was found, in records with reasons.
    public var by: String?
    /// First and last day that are meant, ISO 8601.
    public var from: String?
    /// The last of them.
    public var to: String?
    /// `clause`, `held`, `dateline` or `shifted`.
    public var basis: String?

    public init(value: String, ref: String? = nil) {
      self.value = value
      self.ref = ref
    }
  }

  public init(document: Document) {
    schema = KhabarVersion.schema
    self.document = document
    entities = []
    times = []
    quantities = []
    events = []
    warnings = []
  }
}

extension Record {
  /// The record's entity with that id.
  ///
  /// - Complexity: linear in the entities; documents have tens.
  public func entity(_ id: String?) -> Entity? {
    guard let id else { return nil }
    return entities.first { $0.id == id }
  }

  /// All that the document calls a participant or place: what the event names it, then its entity's name and mentions.
  public func names(_ name: String, entity id: String?) -> [String] {
    var names = [name]
    if let entity = entity(id) { names += [entity.name] + entity.mentions.compactMap(\.text) }
    return names.filter { !$0.isEmpty }
  }
}

// Lists that are absent are empty, and what gold may leave out is filled in. Everything else is as `Codable` makes it.

extension Record {
  /// Reads what a record has; lists that are absent are empty.
  ///
  /// - Throws: `DecodingError` when a member that every record has is absent or of another type.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    schema = try members.decodeIfPresent(String.self, forKey: .schema) ?? KhabarVersion.schema
    document = try members.decode(Document.self, forKey: .document)
    entities = try members.decodeIfPresent([Entity].self, forKey: .entities) ?? []
    times = try members.decodeIfPresent([Time].self, forKey: .times) ?? []
    quantities = try members.decodeIfPresent([Quantity].self, forKey: .quantities) ?? []
    events = try members.decodeIfPresent([Event].self, forKey: .events) ?? []
    warnings = try members.decodeIfPresent([String].self, forKey: .warnings) ?? []
    text = try members.decodeIfPresent(String.self, forKey: .text)
    types = try members.decodeIfPresent([EventType].self, forKey: .types)
  }
}

extension Record.Entity {
  /// Reads what a record has; lists that are absent are empty.
  ///
  /// - Throws: `DecodingError` when a member that every record has is absent or of another type.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    id = try members.decode(String.self, forKey: .id)
    type = try members.decode(EntityType.self, forKey: .type)
    kind = try members.decodeIfPresent(String.self, forKey: .kind)
    name = try members.decode(String.self, forKey: .name)
    country = try members.decodeIfPresent(String.self, forKey: .country)
    gazetteer = try members.decodeIfPresent(String.self, forKey: .gazetteer)
    key = try members.decodeIfPresent(String.self, forKey: .key)
    canonical = try members.decodeIfPresent(String.self, forKey: .canonical)
    labelEn = try members.decodeIfPresent(String.self, forKey: .labelEn)
    titles = try members.decodeIfPresent([String].self, forKey: .titles) ?? []
    mentions = try members.decodeIfPresent([Record.Span].self, forKey: .mentions) ?? []
    latitude = try members.decodeIfPresent(Double.self, forKey: .latitude)
    longitude = try members.decodeIfPresent(Double.self, forKey: .longitude)
  }
}

extension Record.Event {
  /// Reads what a record has; lists that are absent are empty.
  ///
  /// - Throws: `DecodingError` when a member that every record has is absent or of another type.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    id = try members.decodeIfPresent(String.self, forKey: .id) ?? ""
    type = try members.decode(EventType.self, forKey: .type)
    plover = try members.decodeIfPresent(String.self, forKey: .plover)
    cameo = try members.decodeIfPresent(String.self, forKey: .cameo)
    status = try members.decodeIfPresent(String.self, forKey: .status) ?? "occurred"
    action = try members.decodeIfPresent(String.self, forKey: .action)
    killed = try members.decodeIfPresent(Int.self, forKey: .killed)
    injured = try members.decodeIfPresent(Int.self, forKey: .injured)
    casualties = try members.decodeIfPresent(Int.self, forKey: .casualties)
    rule = try members.decodeIfPresent(String.self, forKey: .rule)
    ruleAt = try members.decodeIfPresent(String.self, forKey: .ruleAt)
    topic = try members.decodeIfPresent(String.self, forKey: .topic)
    reportedOn = try members.decodeIfPresent(String.self, forKey: .reportedOn)
    code = try members.decodeIfPresent(Record.Code.self, forKey: .code)
    confidence = try members.decodeIfPresent(Double.self, forKey: .confidence)
    trigger = try members.decode(Record.Span.self, forKey: .trigger)
    participants = try members.decodeIfPresent([Record.Participant].self, forKey: .participants) ?? []
    time = try members.decodeIfPresent(Record.When.self, forKey: .time)
    places = try members.decodeIfPresent([Record.Place].self, forKey: .places) ?? []
    mentions = try members.decodeIfPresent([Record.Span].self, forKey: .mentions) ?? []
    evidence = try members.decode(Record.Span.self, forKey: .evidence)
    unsure = try members.decodeIfPresent(Bool.self, forKey: .unsure)
  }
}
