/// Who a party is in event data: of which country and sector, and for whom it acts.
public struct ActorCode: Sendable, Equatable {
  /// ISO 3166 alpha-2; nil for who acts for no state, such as an envoy of the United Nations.
  public var country: String?
  /// A sector of PLOVER: GOV, MIL, REB, IGO …
  public var sector: String?
  /// The organization that a person acts for.
  public var actsFor: ActingFor?
  /// What the codes rest on, for people: `title وزير الخارجية`, `kind armed-group`.
  public var basis: [String]

  public init(country: String? = nil, sector: String? = nil, actsFor: ActingFor? = nil, basis: [String] = []) {
    self.country = country
    self.sector = sector
    self.actsFor = actsFor
    self.basis = basis
  }
}

/// An organization that a person acts for.
public struct ActingFor: Sendable, Equatable {
  public var name: String
  /// The organization's key over documents.
  public var key: String?

  public init(name: String, key: String?) {
    self.name = name
    self.key = key
  }
}

/// How exactly a place is known.
public enum PlacePrecision: String, Sendable {
  /// A building, a camp, a square.
  case point
  case town
  case region
  case country
}

/// What a time of an event rests on.
public enum TimeBasis: String, Sendable {
  /// The clause that tells the event.
  case clause
  /// A happening that it is part of, or that is part of it.
  case held
  /// The line of place and date above the article.
  case dateline
  /// The clause, read anew: the first reading lay on the wrong side of the report.
  case shifted
}

/// The codes of an event in the schemes of event data.
public struct EventCode: Sendable, Equatable {
  /// CAMEO, three or four digits.
  public var cameo: String?
  /// A category of PLOVER.
  public var plover: String?
  /// A mode of PLOVER, such as `assault` of an attack.
  public var mode: String?
  /// A context of PLOVER, such as `military`.
  public var context: String?

  public init(cameo: String? = nil, plover: String? = nil, mode: String? = nil, context: String? = nil) {
    self.cameo = cameo
    self.plover = plover
    self.mode = mode
    self.context = context
  }

  /// The quad class of the category: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material
  /// conflict.
  public var quad: Int? {
    switch plover {
    case "AGREE", "CONSULT", "SUPPORT", "CONCEDE": 1
    case "COOPERATE", "AID", "RETREAT": 2
    case "REQUEST", "ACCUSE", "REJECT", "THREATEN": 3
    case "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT": 4
    default: nil
    }
  }
}
