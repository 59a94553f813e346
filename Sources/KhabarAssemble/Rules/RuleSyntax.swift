import KhabarCore

/// The kind of an event, as a rule file declares it.
public struct EventDeclaration: Sendable, Equatable {
  public var name: EventType
  /// The category of PLOVER, such as `CONSULT`.
  public var plover: String?
  /// The code of CAMEO, two to four digits as text: `040`.
  public var cameo: String?
  /// Roles that participants may have.
  public var roles: [Role]
  /// Roles that tell one happening from another.
  public var core: [Role]
  /// Types of events that happen inside one of this type when the same sentence goes on to tell them: meetings on a
  /// visit.
  public var holds: [EventType] = []
  /// A role of which each filler has a happening of its own: of two persons appointed each was appointed.
  public var each: Role?
  /// Roles whose fillers are also where it happened, when they are places: an attack on a town.
  public var sites: [Role] = []
  /// Roles of those who take part behind what says what it was about, too: convicted of fraud *before the court*.
  public var beyond: [Role] = []
  /// Words for it that are never said of one happening: clashes, and raids from the air. Each list has those of one
  /// kind.
  public var apart: [[Lemma]] = []
  /// What else it says of itself, each by one word.
  public var traits: Set<Trait> = []
  /// What a verb in the present tense without a date says: meetings are planned, attacks go on.
  public var present = EventStatus.planned
  /// What an event says of itself by one word.
  public enum Trait: String, Sendable, CaseIterable, BitwiseCopyable {
    /// It has the day on which one of its core participants announces it, when nothing else is said.
    case announced
    /// What somebody goes on to do in the sentence belongs to it: stormed a house *and killed six*.
    case continues
    /// One without a place was where the last one of its type in the same paragraph was.
    case local
    /// One without a place, between somebody of the dateline's country and somebody of another, was in the dateline's
    /// city.
    case hosted
    /// What is told of two places that do not agree is two happenings: a visit.
    case placed
    /// No text says where it happens: a phone call. Of its rules only a slot of their own makes a place.
    case nowhere
    /// Its rules come after those of the other events at any word, and make no word a verb that the lexicon knows as a
    /// noun, too.
    case yields
    /// What is only meant is none: planted bombs *to hit* a convoy, *plans* an attack.
    case done
    /// Who does it is told in its own sentence: whom the text was about before may only speak of it.
    case told
  }

  /// Where it is written.
  public var location: SourceLocation

  public init(name: EventType, location: SourceLocation) {
    self.name = name
    self.location = location
    roles = []
    core = []
  }
}

/// One event rule.
public struct EventRule: Sendable, Equatable {
  public var name: String
  /// The kind of event that it finds.
  public var event: EventType
  /// Words that it is tried at.
  public var triggers: [Lemma]
  /// Light verbs that carry a noun trigger: held (a meeting), made (a visit).
  public var supports: [Lemma]
  /// Roles, and who fills them.
  public var slots: [Slot]
  /// What must be there for an event.
  public var needs: [Need]
  /// What must not be around the trigger, or must be in the sentence.
  public var vetoes: [Veto]
  /// Numbers that belong to the event.
  public var counts: [Count]
  /// Orders of constituents.
  public var patterns: [SequencePattern]
  /// The category of PLOVER, such as `CONSULT`.
  public var plover: String?
  /// The code of CAMEO, two to four digits as text: `040`.
  public var cameo: String?
  /// What its events have as their action: `appointed`.
  public var action: String?
  /// The status of all its events, whatever the tense.
  public var status: EventStatus?
  /// Higher wins where two rules claim one trigger.
  public var priority: Int
  public var examples: [RuleExample]
  /// Where it is written.
  public var location: SourceLocation

  /// Its events only add to one that is told elsewhere: *the meeting* was held on Monday.
  public var refersBack = false
  /// What a definite trigger tells adds to the one told before, whatever that has: *the attack* killed six.
  public var adds = false

  public init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
    event = ""
    triggers = []
    supports = []
    slots = []
    needs = []
    vetoes = []
    counts = []
    patterns = []
    priority = 0
    examples = []
  }
}

/// A word of the rule language that stands for all its forms, or a phrase that stands for itself.
public enum Lemma: Sendable, Hashable {
  /// The dictionary form of a verb, or past and present with a slash between. Of several words the first is inflected
  /// and the others stand as they are written.
  case verb(String)
  /// The singular of a noun. Of several words the first is inflected.
  case noun(String)
  /// Words as they are written, each with its clitics; the first may carry "and".
  case phrase(String)

  /// What a lemma is, without its text.
  enum Kind: UInt8, BitwiseCopyable { case verb, noun, phrase }

  var kind: Kind {
    switch self {
    case .verb: .verb
    case .noun: .noun
    case .phrase: .phrase
    }
  }

  /// As it is written.
  var text: String {
    switch self {
    case .verb(let text), .noun(let text), .phrase(let text): text
    }
  }

  var isVerb: Bool { kind == .verb }
}

/// How a role is filled.
public struct Slot: Sendable, Equatable {
  /// The role that is filled, or `place`.
  public var role: Role
  /// Empty for any.
  public var types: [SlotType]
  /// Where the filler stands; all that hold fill the role.
  public var relations: [Relation]
  /// Words that a filler begins with, one of them; any without them.
  public var demands: [Lemma] = []
  /// Words that no filler may begin with: an attack is no attacker.
  public var exceptions: [Lemma] = []
  /// Kinds of entities that no filler may be: club.
  public var exceptedKinds: [String] = []
  /// Where it is written.
  public var location: SourceLocation
}

/// What may fill a slot.
public enum SlotType: Sendable, Hashable {
  case entity(EntityType)
  /// A noun phrase that describes people or a body: a delegation of businessmen.
  case description
  /// A noun phrase that is headed by a word for a place: his office, the headquarters.
  case location
  /// A location that is built: the headquarters, a hospital; by name, too.
  case building
  /// Any other noun phrase.
  case thing

  /// Reads the name used in rule files.
  init(_ name: String) {
    switch name {
    case "Description": self = .description
    case "Location": self = .location
    case "Building": self = .building
    case "Thing": self = .thing
    default: self = .entity(EntityType(name))
    }
  }
}

/// A grammatical relation to the trigger.
public enum Relation: Sendable, Hashable {
  /// The subject of a verb, or of the light verb that carries a noun.
  case subject
  /// The object of a verb.
  case object
  /// The complement in the construct state: the *prime minister's* visit.
  case complement
  /// The pronoun at the trigger: *his* visit.
  case possessor
  /// The people that an adjective of a noun names: an *Israeli* raid.
  case adjective
  /// The subject of the clause that a noun hangs on: *he* came for talks.
  case understood
  /// Behind one of these words: prepositions, or phrases such as "in the presence of". `بـ` is the written-together
  /// one.
  case after([String])
  /// Whom the words of the rule's counts say to have been killed or hurt by it.
  case casualty
  /// Of a verb's object or subject those whom the text names besides: killed nine people, *among them two officers*.
  case among
  /// Who made it, by a relative clause of its own: a raid *that the army carried out*.
  case doer
  /// The trigger's own phrase with its adjectives: a *verbal* attack. For conditions.
  case itself
  /// What governs the happening, up to the verb that all hangs on: *threatened* to impose sanctions, the *demand* for a
  /// meeting. For conditions.
  case governor
  /// The city that the dateline names; for `place`, when the text gives no other.
  case dateline
}

extension Relation: CustomStringConvertible {
  /// The relations that have no words of their own, by their names in rule files.
  static let byName: [String: Relation] = [
    "subject": .subject, "object": .object, "complement": .complement, "possessor": .possessor,
    "adjective": .adjective, "understood": .understood, "casualty": .casualty, "among": .among, "doer": .doer,
    "itself": .itself, "governor": .governor, "dateline": .dateline,
  ]

  /// As rules write it.
  public var description: String {
    if case .after(let words) = self { return (["after"] + words.map { "\"" + $0 + "\"" }).joined(separator: " ") }
    return Self.byName.first { $0.value == self }?.key ?? ""
  }
}

/// What a rule asks for before it makes an event, and how many of it.
public struct Need: Sendable, Equatable {
  /// What is needed.
  public var what: Requirement
  /// How many at least.
  public var count: Int
  /// Where it is written.
  public var location: SourceLocation?

  public init(_ what: Requirement, count: Int = 1, at location: SourceLocation? = nil) {
    self.what = what
    self.count = count
    self.location = location
  }

  /// Wherever they were written.
  public static func == (left: Need, right: Need) -> Bool { left.what == right.what && left.count == right.count }
}

/// The kinds of things that a rule may need.
public enum Requirement: Sendable, Equatable {
  /// Fillers of a role.
  case role(Role)
  case place, time
  /// A light verb that carries the noun.
  case support
  /// Not told in the present tense.
  case past
  /// Core participants that are named or hold an office: not only "a group of tourists".
  case named

  /// The words of rule files that are no roles.
  static let words = ["place", "time", "support", "past", "named"]

  /// Reads the word used in rule files.
  init(_ word: String) {
    switch word {
    case "place": self = .place
    case "time": self = .time
    case "support": self = .support
    case "past": self = .past
    case "named": self = .named
    default: self = .role(Role(word))
    }
  }
}

/// Words that a relation or the surroundings of the trigger must not have, or must.
public struct Veto: Sendable, Equatable {
  /// The words must be there: `only subject noun قوات` (forces).
  public var isDemand = false
  /// nil for the trigger's clause, the clauses around it and its relative clauses; of a demand, anywhere in the
  /// sentence.
  public var relation: Relation?
  public var words: [Lemma]
}

/// A number that the event takes from near its trigger: the killed, the injured.
public struct Count: Sendable, Equatable {
  /// What is counted, of the numbers that records have a member for.
  public enum Kind: String, Sendable, CaseIterable, BitwiseCopyable { case killed, injured }

  /// What its words count.
  public var kind: Kind
  public var words: [Lemma]
  /// Where it is written.
  public var location: SourceLocation?

  public init(_ kind: Kind, words: [Lemma], at location: SourceLocation? = nil) {
    self.kind = kind
    self.words = words
    self.location = location
  }

  /// Wherever they were written.
  public static func == (left: Count, right: Count) -> Bool { left.kind == right.kind && left.words == right.words }
}

/// A sentence with what a rule must make of it.
public struct RuleExample: Sendable, Equatable {
  /// The sentence.
  public var text: String
  /// The document's date that relative dates are resolved against.
  public var anchor: CivilDate?
  /// What its event must have. Empty for "nothing".
  public var expected: [Expectation]
  /// No event may come of it.
  public var givesNothing: Bool
  /// Where it is written.
  public var location: SourceLocation

  /// A value that something of the event must have.
  public struct Expectation: Sendable, Equatable {
    /// What must have it.
    public var property: Property
    /// As it is written.
    public var value: String
  }

  /// What an example may expect of its event.
  public enum Property: Sendable, Hashable {
    /// One who fills a role.
    case role(Role)
    case place, time, status, action, rule
    case count(Count.Kind)

    /// Those that are no roles.
    static let fixed: [Property] = [.place, .time, .status, .action, .rule] + Count.Kind.allCases.map { .count($0) }

    /// Reads the word used in rule files.
    init(_ word: String) { self = Self.fixed.first { $0.description == word } ?? .role(Role(word)) }
  }
}

extension RuleExample.Property: CustomStringConvertible {
  /// As rules write it.
  public var description: String {
    switch self {
    case .role(let role): role.rawValue
    case .place: "place"
    case .time: "time"
    case .status: "status"
    case .action: "action"
    case .rule: "rule"
    case .count(let kind): kind.rawValue
    }
  }
}

/// Words that say whether the happening they govern has happened.
public struct StatusSignal: Sendable, Equatable {
  /// What the words say of a happening.
  public enum Meaning: Sendable, Equatable, BitwiseCopyable {
    case status(EventStatus)
    /// No event: a condition, a wish, a general truth.
    case hypothetical
    /// Doing it, or managing to: where that is negated, nothing happened.
    case achieved
  }

  /// What its words say of a happening.
  public var meaning: Meaning
  public var words: [Lemma]
  /// Where it is written.
  public var location: SourceLocation
}

/// Nouns that without a name stand for the place of a kind that was named last: *the town* behind the name of a town.
public struct PlaceNouns: Sendable, Equatable {
  /// Which places a noun stands for.
  public enum Kind: Sendable, Hashable {
    /// The capital of the country that its adjective names.
    case capital
    /// Those of a kind of the gazetteers: city, region.
    case entity(String)
  }

  /// Which places they stand for.
  public var kind: Kind
  /// The nouns.
  public var words: [Lemma]
  /// Where it is written.
  public var location: SourceLocation?

  /// Wherever they were written.
  public static func == (left: PlaceNouns, right: PlaceNouns) -> Bool {
    left.kind == right.kind && left.words == right.words
  }
}

/// A pattern over the constituents of a clause.
public struct SequencePattern: Sendable, Equatable {
  /// A part of a pattern.
  public indirect enum Element: Sendable, Equatable {
    /// The rule's trigger.
    case trigger
    case word(String)
    case lemma(Lemma)
    /// A noun phrase of these types; fills the role if it has one.
    case phrase(role: Role?, types: [SlotType])
    case time
    /// Up to this many constituents, none of which ends the clause.
    case gap(Int)
    case optional(Element)
    case alternatives([[Element]])
    case repeated(Element, atLeast: Int)
    case not(Element)
  }

  /// What has to follow one another.
  public var elements: [Element]
  /// Where it is written.
  public var location: SourceLocation
}
