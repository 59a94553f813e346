import KhabarCore

/// One mention of a happening, before mentions of the same one are put together.
struct EventCandidate {
  var rule: CompiledRules.CompiledRule
  var sentence: Int
  var trigger: TextSpan<CleanBytes>
  var triggerToken: Int
  /// Token of the light verb that carries the trigger.
  var support: Int?
  /// Head token of the subject.
  var subject: Int?
  /// The clause.
  var tokens: TokenSpan
  var status: EventStatus
  /// False when the status rests on a present tense alone.
  var isStatusCertain: Bool
  var participants: [Participant]
  var places: [EventPlace]
  /// The country in which those who did it have power: where it was if nothing says so.
  var jurisdiction: EventPlace?
  /// Index of the time expression.
  var time: Int?
  var timeFilledBy: SlotSource
  var counts: [String: Int]
  /// The trigger refers back: "the meeting", without parties of its own.
  var isAnaphoric: Bool
  var provenance: [String]

  /// The participants that tell one happening from another.
  func core() -> [Participant] { participants.filter { rule.event.core.contains($0.role) } }
}

/// What makes two parties the same: the entity, or most words of their names.
struct PartyKey {
  private let entity: Int?
  private let words: Set<WordKey>
  private let head: WordKey?
  /// Country of a person, or of an office whose holder the text does not name.
  private let country: String?
  private let isOffice: Bool
  private let isPerson: Bool

  init(_ participant: Participant, _ document: ResolvedDocument, _ orthography: Orthography) {
    entity = participant.entity
    let keys = orthography.keys(participant.name)
    words = Set(keys)
    head = keys.first
    let referent = participant.entity.map { document.entities[$0] }
    isOffice = referent?.type == .office
    isPerson = referent?.type == .person
    country = isOffice || isPerson ? referent?.country : nil
  }

  /// An office without a name may be the other party's: the Russian foreign minister, and a Russian.
  func mayBeHeld(by other: PartyKey) -> Bool {
    isOffice != other.isOffice && country != nil && country == other.country
  }

  /// Persons are the same when one name has all words of the other: relatives share a part.
  ///
  /// Descriptions are the same when they share two words and at least half of all: "the mosque of the emergency force",
  /// "the mosque of the special emergency forces".
  func isSame(as other: PartyKey) -> Bool {
    if let entity, let otherEntity = other.entity, entity == otherEntity { return true }
    let common = words.intersection(other.words).count
    if common == words.count, common == other.words.count { return true }
    if isPerson, other.isPerson { return common == min(words.count, other.words.count) }
    if common >= 2, common * 2 >= words.union(other.words).count { return true }
    // The longer description of the same thing: the mosque of the force, the mosque of the special forces in the
    // region.
    return entity == nil && other.entity == nil && hasHead(of: other) && common >= 2
      && common + 1 >= min(words.count, other.words.count)
  }

  /// The same first word, but for one letter that its case may add: وفد, وفدا "a delegation".
  private func hasHead(of other: PartyKey) -> Bool {
    guard let head, let otherHead = other.head else { return false }
    return head == otherHead || head.dropLast(1) == otherHead || head == otherHead.dropLast(1)
  }
}
