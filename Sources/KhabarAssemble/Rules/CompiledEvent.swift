import KhabarCore

/// Of a role among those that its type of event declares.
typealias RoleID = ListIndex<Role>
/// Of a type of event among those that a rule set declares.
typealias EventTypeID = ListIndex<EventDeclaration>

/// What a slot fills.
enum EventPart: Hashable, Sendable {
  case role(RoleID)
  case place
}

/// A type of event made ready for matching: its roles, and the types that it holds, as numbers.
final class CompiledEvent: Sendable {
  let id: EventTypeID
  /// As it is written.
  let written: EventDeclaration
  let traits: Set<EventDeclaration.Trait>
  /// The roles that tell one happening from another, in their order.
  let core: [RoleID]
  /// The role of which each filler has a happening of its own.
  let each: RoleID?
  /// By role.
  private let isCore: [Bool]
  private let isSite: [Bool]
  private let isBeyond: [Bool]
  private let holds: [EventTypeID]
  /// The words of each kind that is never one happening with another.
  private let apart: [LemmaSet]

  /// - Parameters:
  ///   - id: its place among `types`.
  ///   - types: all that the rule set declares.
  ///   - numbers: gives words their numbers.
  init(_ id: EventTypeID, of types: [EventDeclaration], numbers: ([Lemma]) -> LemmaSet) {
    let written = types[id]
    func number(_ role: Role) -> RoleID? { written.roles.firstIndex(of: role).map { RoleID($0) } }
    self.id = id
    self.written = written
    traits = written.traits
    core = written.core.compactMap(number)
    each = written.each.flatMap(number)
    isCore = written.roles.map(written.core.contains)
    isSite = written.roles.map(written.sites.contains)
    isBeyond = written.roles.map(written.beyond.contains)
    apart = written.apart.map(numbers)
    holds = types.ids.filter { written.holds.contains(types[$0].name) }
  }

  var type: EventType { written.name }
  var holdsOthers: Bool { !holds.isEmpty }

  func holds(_ other: CompiledEvent) -> Bool { holds.contains(other.id) }
  /// Whether a role tells one happening from another.
  func isCore(_ role: RoleID) -> Bool { isCore[role.int] }
  /// Whether who fills a role is also where it happened, when it is a place.
  func isSite(_ role: RoleID) -> Bool { isSite[role.int] }

  /// Which of the kinds that are never one happening a word tells of: a clash, a raid from the air.
  func manner(of lemma: Int) -> Int? { apart.firstIndex { $0.contains(lemma) } }

  /// Whether who takes part so may stand behind what says what it was about.
  func isBeyond(_ part: EventPart) -> Bool {
    guard case .role(let role) = part else { return false }
    return isBeyond[role.int]
  }

  /// What a rule of this event means by a name; nil for a role that the event does not have.
  func part(_ role: Role) -> EventPart? {
    role == .place ? .place : written.roles.firstIndex(of: role).map { .role(RoleID($0)) }
  }

  func name(_ role: RoleID) -> Role { written.roles[role] }

  func name(_ part: EventPart) -> Role {
    switch part {
    case .role(let role): name(role)
    case .place: .place
    }
  }
}
