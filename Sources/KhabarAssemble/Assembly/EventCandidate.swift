import KhabarCore

/// Who takes part in a mention of a happening.
struct Party {
  /// Of its event.
  var role: RoleID
  /// Nil for a party that is only described.
  var entity: EntityID?
  /// The entity's name, or the description as written.
  var name: String
  var span: TextSpan<CleanBytes>
  var filledBy: SlotSource
}

/// One mention of a happening, before mentions of the same one are put together.
struct EventCandidate {
  var rule: CompiledRules.CompiledRule
  var sentence: SentenceID
  var trigger: TextSpan<CleanBytes>
  var triggerToken: Int
  /// Token of the light verb that carries the trigger.
  var support: Int?
  /// Head token of the subject.
  var subject: Int?
  /// Tokens of the verbs before it that its verb goes on with, without a subject of its own.
  var before: [Int] = []
  /// Head tokens of the phrases of the clause during or after which its verb's own clause says that it was: an attack
  /// took place *when gunmen stormed* a hotel.
  var around: [Int] = []
  /// The clause.
  var tokens: TokenSpan
  var status: EventStatus
  /// False when the status rests on a present tense alone.
  var isStatusCertain: Bool
  var participants: [Party]
  var places: [EventPlace]
  var time: TimeID?
  var timeFilledBy: SlotSource
  var tolls: Tolls
  /// The trigger refers back: "the meeting", without parties of its own.
  var isAnaphoric: Bool
  /// The trigger's phrase is definite, by itself or by whom it names: "the attack", "the shelling of the consulate".
  var isKnown = false
  /// Told apart from what was told before: *another* attack, an *earlier* meeting.
  var isAnother = false
  /// Of the kinds that its event sets apart, the one that its word tells of.
  var manner: Int?
  /// It has what a verb of its sentence tells of the kind by itself: *the attack* that hit a mosque killed six.
  var isToldByVerb = false
  /// The trigger itself tells that somebody was killed or hurt.
  var isKilling = false
  /// It is told as what was or will be where its sentence came to: he arrived in Cairo, *where* he will meet ….
  var isThere = false
  /// Its word says that somebody came to the place, and may stay there.
  var isArrival = false
  /// It goes on for several days: what is to be during it has no day by that.
  var isOfDays = false
  /// It goes on while its clause's verb does: *on his arrival*, or who *is visiting* the country.
  var isMeanwhile = false
  var provenance: [String]

  /// The participants that tell one happening from another.
  func core() -> [Party] { participants.filter { rule.event.isCore($0.role) } }
}

/// What makes two parties the same: the entity, or most words of their names.
struct PartyKey {
  private let entity: EntityID?
  private let name: [WordKey]
  private let words: Set<WordKey>
  /// The words of a description without what is written together with them: *the forces*, *forces*. None of an entity,
  /// which may be one of those whom its words stand for: the two sides.
  private let stems: Set<WordKey>
  /// The first of them.
  private let head: WordKey?
  /// Country of a person, or of an office whose holder the text does not name.
  let country: String?
  /// The country that it is, or whose it is: Russia, the *Russian* forces. Of no person and no office.
  private let nation: String?
  /// A country, by its name or by the adjective of its people.
  private let isCountry: Bool
  private let isOffice: Bool
  let isPerson: Bool
  /// What those are of whom a number or nothing more is told: five *wanted men*, the *wanted men*.
  private let people: WordKey?
  /// One word with the article, which says nothing more of them.
  let refersBack: Bool

  init(_ participant: Party, _ document: ResolvedDocument, _ orthography: Orthography) {
    entity = participant.entity
    name = orthography.keys(participant.name)
    words = Set(name)
    let referent = participant.entity.map { document.entities[$0] }
    let tokens = Self.tokens(of: participant, document)
    let isCounterpart = referent == nil && Self.isCounterpart(tokens, document)
    isOffice = referent?.type == .office || isCounterpart
    isPerson = referent?.type == .person
    country = isCounterpart ? document.nation(in: tokens) : isOffice || isPerson ? referent?.country : nil
    isCountry = referent.map { $0.type == .nationality || $0.type == .place && $0.kind == "country" } ?? false
    nation = isOffice || isPerson ? nil : referent?.country ?? document.nation(in: tokens)
    stems = participant.entity == nil ? Set(tokens.map { document.tokens[$0].stem }) : []
    head = participant.entity == nil ? tokens.first.map { document.tokens[$0].stem } : nil
    let named = tokens.first { !document.tokens[$0].onlyCounts }
    people = participant.entity == nil ? named.map { document.tokens[$0].stem } : nil
    refersBack = participant.entity == nil && tokens.count == 1 && named.map { document.tokens[$0].isDefinite } ?? false
  }

  /// His *counterpart*: who holds the same office elsewhere.
  private static func isCounterpart(_ tokens: Range<Int>, _ document: ResolvedDocument) -> Bool {
    guard let head = tokens.first.map({ document.tokens[$0] }) else { return false }
    return head.classes.contains(.personNoun) && head.analysis.suffixLetters > 0
  }

  /// The tokens of a participant's span.
  static func tokens(of participant: Party, _ document: ResolvedDocument) -> Range<Int> {
    let start = document.tokens.partitionPoint { $0.span.upperBound <= participant.span.lowerBound }
    let end = document.tokens.partitionPoint { $0.span.lowerBound < participant.span.upperBound }
    return start..<max(start, end)
  }

  /// Five wanted men were arrested; *the wanted men* were: one of the two says no more than what they are. *The ship*
  /// is the merchant ship, spelled with another last letter.
  private func areThose(of other: PartyKey) -> Bool {
    guard let people, let others = other.people else { return false }
    guard refersBack != other.refersBack else { return false }
    return people == others || people.dropLast(1) == others || people == others.dropLast(1)
  }

  /// A person or an office.
  var isSomebody: Bool { isPerson || isOffice }

  /// An office without a name may be the other party's: the Russian foreign minister, and a Russian.
  func mayBeHeld(by other: PartyKey) -> Bool {
    isOffice != other.isOffice && country != nil && country == other.country
  }

  /// A country and its forces: *Russia* shelled the port, *the Russian army* did.
  func actsFor(_ other: PartyKey) -> Bool {
    nation != nil && nation == other.nation && isCountry != other.isCountry
  }

  /// Of whom more is said than the other's one word: *Somali* pirates, pirates; gunmen of the movement, *the gunmen*.
  func saysMoreOf(_ other: PartyKey) -> Bool {
    guard let head else { return false }
    if head == other.head { return stems.isSuperset(of: other.stems) || other.stems.isSuperset(of: stems) }
    return refersBack != other.refersBack && isCalledAlike(other)
  }

  /// Called by one word, whatever its ending says of number and case: *gunmen* of the movement, *the gunmen*.
  func isCalledAlike(_ other: PartyKey) -> Bool {
    guard let head, let others = other.head else { return false }
    return Self.endings.contains { one in
      let letters = head.count - one
      return letters >= Self.root && Self.endings.contains(others.count - letters)
        && head.dropLast(one) == others.dropLast(others.count - letters)
    }
  }

  /// Letters of an ending of number and case: none, one in the construct state, two.
  private static let endings = 0...2
  /// Letters that a word has at least without it.
  private static let root = 3

  /// Of two that are one: those who act for a country, and the longer description.
  func isFuller(than other: PartyKey) -> Bool { other.isCountry && !isCountry || stems.count > other.stems.count }

  /// The same entity, or the same words. Who takes part in one happening is told apart by less than that who takes part
  /// in two: the French and the German *minister of the interior* met.
  func isIdentical(to other: PartyKey) -> Bool {
    entity != nil && entity == other.entity || name == other.name
  }

  /// Persons are the same when one name has all words of the other in their order: relatives share a part, and Ahmad
  /// the son of Mohammad is not Mohammad the son of Ahmad.
  ///
  /// Descriptions are the same when they share two words and at least half of all: "the mosque of the emergency force",
  /// "the mosque of the special emergency forces".
  func isSame(as other: PartyKey) -> Bool {
    if isIdentical(to: other) || areThose(of: other) { return true }
    if isPerson, other.isPerson { return holds(other) || other.holds(self) }
    if isOffice, other.isOffice, let country, let otherCountry = other.country, country != otherCountry { return false }
    // The longer description of the same thing: the mosque of the force, the mosque of the special forces in the
    // region.
    let mayBeLonger = entity == nil && other.entity == nil && hasHead(of: other)
    return Self.areAlike(words, other.words, mayBeLonger) || Self.areAlike(stems, other.stems, mayBeLonger)
  }

  /// All words in common; or two of them, which are half of all, or all but one of the shorter.
  private static func areAlike(_ one: Set<WordKey>, _ other: Set<WordKey>, _ mayBeLonger: Bool) -> Bool {
    let common = one.intersection(other).count
    if common > 0, common == one.count, common == other.count { return true }
    guard common >= 2 else { return false }
    return common * 2 >= one.union(other).count || mayBeLonger && common + 1 >= min(one.count, other.count)
  }

  /// Has all words of the other name, in their order.
  private func holds(_ other: PartyKey) -> Bool {
    var rest = other.name[...]
    for word in name where word == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// The same first word, with the article or without, but for one letter that its case may add: وفد, وفدا "a
  /// delegation".
  private func hasHead(of other: PartyKey) -> Bool {
    if let head, head == other.head { return true }
    guard let head = name.first, let otherHead = other.name.first else { return false }
    return head == otherHead || head.dropLast(1) == otherHead || head == otherHead.dropLast(1)
  }
}
