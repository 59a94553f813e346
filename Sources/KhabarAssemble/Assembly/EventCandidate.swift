import KhabarCore

/// One mention of a happening, before mentions of the same one are put together.
struct EventCandidate {
  var rule: CompiledRules.CompiledRule
  var sentence: Int
  var trigger: TextSpan<CleanBytes>
  var triggerToken: Int
  /// Token of the light verb that carries the trigger; -1 for none.
  var support: Int
  /// The clause.
  var tokens: TokenSpan
  var status: EventStatus
  var participants: [Participant]
  var places: [EventPlace]
  /// Index of the time expression; -1 for none.
  var time: Int
  var timeFilledBy: String
  var counts: [String: Int]
  /// The trigger refers back: "the meeting", without parties of its own.
  var isAnaphoric: Bool
  var provenance: [String]

  /// The participants that tell one happening from another, as keys.
  func core() -> [PartyKey] {
    participants.filter { rule.event.core.contains($0.role) }.map(PartyKey.init)
  }
}

/// What makes two parties the same: the entity, or the words of a description.
enum PartyKey: Hashable {
  case entity(Int)
  case words(String)

  init(_ participant: Participant) {
    self = participant.entity.map { .entity($0) } ?? .words(participant.name)
  }
}
