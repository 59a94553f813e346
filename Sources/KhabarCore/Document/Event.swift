/// Whether a happening has happened.
public enum EventStatus: String, Sendable, CaseIterable, BitwiseCopyable {
  case occurred, ongoing, planned, cancelled, denied
}

/// Someone or something that takes part in an event.
public struct Participant: Sendable {
  /// One of the roles that its kind of event declares.
  public var role: Role
  /// Index into the document's entities; nil for a party that is only described.
  public var entity: EntityID?
  /// The entity's name, or the description as written.
  public var name: String
  /// Where the party is named at the event.
  public var span: TextSpan<CleanBytes>
  /// How the slot was filled.
  public var filledBy: SlotSource
  /// Country, sector and whom it acts for; nil when nothing tells.
  public var actor: ActorCode?
  /// The chance that it takes this part, if the event is right, 0...1.
  public var confidence: Double?

  public init(role: Role, entity: EntityID?, name: String, span: TextSpan<CleanBytes>, filledBy: SlotSource) {
    self.role = role
    self.entity = entity
    self.name = name
    self.span = span
    self.filledBy = filledBy
  }
}

/// A place of an event.
public struct EventPlace: Sendable {
  /// Index into the document's entities; nil when the place is only described.
  public var entity: EntityID?
  /// The entity's name, or the description as written.
  public var name: String
  /// How it was found.
  public var filledBy: SlotSource
  /// Where it is named.
  public var span: TextSpan<CleanBytes>?
  /// Index of the entity that a place without coordinates lies in, by its own words or beside it: Beirut, of a market
  /// in Beirut.
  public var within: EntityID?
  /// How near to the spot the place is; nil before events are coded.
  public var precision: PlacePrecision?
  /// The chance that it happened there, if the event is right, 0...1.
  public var confidence: Double?

  public init(entity: EntityID?, name: String, filledBy: SlotSource) {
    self.entity = entity
    self.name = name
    self.filledBy = filledBy
  }
}

extension AssembledDocument {
  /// The entity that tells where a place is on the map: its own, where that has coordinates, else the one that it lies
  /// in.
  public func location(of place: EventPlace) -> Entity? {
    let candidates = [place.entity, place.within].compactMap { $0 }.map { entities[$0] }
    return candidates.first { $0.identity?.coordinates != nil } ?? candidates.first
  }
}

/// The time of an event.
public struct EventTime: Sendable {
  /// TIMEX3 value.
  public var value: String
  /// Index into the document's times; nil when it comes from the document's date.
  public var reference: TimeID?
  /// How it was found.
  public var filledBy: SlotSource
  /// First and last day that are meant.
  public var days: ClosedRange<CivilDate>?
  /// What the days rest on.
  public var basis: TimeBasis?
  /// The chance that it happened then, if the event is right, 0...1.
  public var confidence: Double?

  public init(value: String, reference: TimeID?, filledBy: SlotSource) {
    self.value = value
    self.reference = reference
    self.filledBy = filledBy
  }
}

/// A happening that the document reports, with everything that it says about it.
public struct Event: Sendable {
  /// The kind of event, as the rules declare it: `Meeting`.
  public var type: EventType
  /// The category of PLOVER, such as `CONSULT`.
  public var plover: String?
  /// The code of CAMEO as text: `040`.
  public var cameo: String?
  /// Whether it has happened.
  public var status: EventStatus
  /// The word that names it at its clearest mention.
  public var trigger: TextSpan<CleanBytes>
  /// Who takes part, in the order of the rule's slots.
  public var participants: [Participant]
  /// When; nil when the text does not say.
  public var time: EventTime?
  /// Where, the most specific first.
  public var places: [EventPlace]
  /// Triggers of the other mentions.
  public var mentions: [TextSpan<CleanBytes>]
  /// The clause or sentence that proves it.
  public var evidence: TextSpan<CleanBytes>
  /// appointed, withdraw … for types that have it.
  public var action: String?
  /// Codes by type, action, status and words.
  public var code: EventCode?
  /// It is of matches, clubs and players.
  public var isSport = false
  /// How many were killed, as the text says.
  public var killed: Int?
  /// How many were injured, as the text says.
  public var injured: Int?
  /// How many were killed or injured, where the text counts both as one: "35 killed and wounded".
  public var casualties: Int?
  /// The rule that made it.
  public var rule: String
  /// The chance that the event is right, 0...1. Not of its every detail.
  public var confidence: Double
  /// How it came about, a line for each step: slots, anchors, merges.
  public var provenance: [String]

  public init(type: EventType, trigger: TextSpan<CleanBytes>, evidence: TextSpan<CleanBytes>, rule: String) {
    self.type = type
    self.trigger = trigger
    self.evidence = evidence
    self.rule = rule
    status = .occurred
    participants = []
    places = []
    mentions = []
    confidence = 0
    provenance = []
  }
}
