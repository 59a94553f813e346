import KhabarCore

/// Collects who takes part in one event, and where it is: each entity and each description once.
struct PartyCollector {
  let sentence: SentenceReading
  private(set) var participants: [Party] = []
  private(set) var places: [EventPlace] = []
  /// Names of those who are only told of as two or more: the two ministers.
  private var groups: Set<String> = []

  private var document: ResolvedDocument { sentence.document }

  init(sentence: SentenceReading) { self.sentence = sentence }

  mutating func add(_ filler: Filler, as part: EventPart) {
    switch part {
    case .role(let role): add(party: filler, as: role)
    case .place: add(place: filler)
    }
  }

  /// Whether a party is named, is described by a name (a delegation of the University of Jazan), or is a definite body
  /// (the committee of emergencies).
  func isNamed(_ filler: Filler) -> Bool {
    if let mention = filler.mention, document.mentions[mention].kind != .description { return true }
    let tokens = document.tokens
    guard filler.tokens.lowerBound < tokens.count, filler.tokens.count > 0 else { return false }
    if sentence.mentions.hasName(in: filler.tokens, document) { return true }
    // A delegation of the parliament: of a body that the article says is known.
    if filler.tokens.range.dropFirst(2).contains(where: {
      tokens[$0].isDefinite && tokens[$0].classes.contains(.organizationHead)
        && tokens[$0 - 1].classes.contains(.preposition)
    }) {
      return true
    }
    return tokens[filler.tokens.lowerBound].classes.contains(.organizationHead)
      && filler.tokens.range.prefix {
        $0 == filler.tokens.lowerBound
          || tokens[$0].analysis.proclitics.isDisjoint(with: .prepositions)
            && !tokens[$0].classes.contains(.preposition)
      }.contains { tokens[$0].isDefinite || tokens[$0].analysis.suffixLetters > 0 }
  }

  private mutating func add(party filler: Filler, as role: RoleID) {
    guard let index = filler.mention, document.mentions[index].kind != .description || repeatsName(filler) else {
      let span = document.stemSpan(of: filler.tokens.lowerBound, through: filler.tokens.upperBound)
      let place = filler.mention == nil ? sentence.places.entity(of: filler.tokens) : nil
      let name = place.map { document.entities[$0].name } ?? document.text.string(span)
      // The heads of departments and institutions: "institutions" is part of who they are, and no party besides.
      if !participants.contains(where: { $0.name == name || place == nil && $0.span.contains(span) }) {
        participants.append(Party(role: role, entity: place, name: name, span: span, filledBy: filler.relation))
      }
      return
    }
    let mention = document.mentions[index]
    let entities: [EntityID?] = mention.members.isEmpty ? [mention.entity] : mention.members
    for entity in entities.map({ $0.map { nation(of: holder(of: $0)) } }) {
      guard let entity, entity.int < document.entities.count else {
        let name = document.text.string(mention.span)
        if mention.kind == .collective { groups.insert(name) }
        if !participants.contains(where: { $0.name == name }) {
          participants.append(
            Party(role: role, entity: nil, name: name, span: mention.span, filledBy: filler.relation))
        }
        continue
      }
      if participants.contains(where: { $0.entity == entity }) { continue }
      participants.append(
        Party(
          role: role, entity: entity, name: document.entities[entity].name, span: mention.span,
          filledBy: filler.relation))
    }
  }

  /// The director and *the minister so-and-so* met: where two are needed, two offices that "and" joins before one name
  /// are those of two persons.
  mutating func partOffices(of fillers: some Sequence<Filler>, as role: RoleID) {
    for filler in fillers {
      guard let mention = filler.mention.map({ document.mentions[$0] }), mention.type == .person,
        mention.kind != .description, mention.phrase.lowerBound < mention.tokens.lowerBound
      else { continue }
      let titles = mention.phrase.lowerBound..<mention.tokens.lowerBound
      let joined = titles.dropFirst().first {
        document.tokens[$0].isCoordinated && document.tokens[$0].classes.contains(.titleHead)
      }
      guard let joined else { continue }
      let span = document.stemSpan(of: titles.lowerBound, through: joined)
      participants.append(
        Party(
          role: role, entity: nil, name: document.text.string(span), span: span, filledBy: filler.relation))
    }
  }

  /// Leaves out "the two ministers" beside two or more of their role who are named.
  mutating func dropGroups() {
    guard !groups.isEmpty else { return }
    let named = participants.filter { $0.entity != nil }
    participants.removeAll { one in
      one.entity == nil && groups.contains(one.name) && named.count(where: { $0.role == one.role }) > 1
    }
  }

  /// Whether a description stands for what is named elsewhere: this committee. One that says more of it tells of
  /// another: the forces that the country leads.
  private func repeatsName(_ filler: Filler) -> Bool {
    guard let index = filler.mention else { return false }
    let mention = document.mentions[index]
    return mention.entity != nil && filler.tokens.upperBound <= mention.phrase.upperBound
  }

  /// The person who is named elsewhere with just the title that a mention has alone.
  private func holder(of entity: EntityID) -> EntityID {
    guard entity.int < document.entities.count, document.entities[entity].type == .office else { return entity }
    let office = document.entities[entity].name
    let holders = document.entities.ids.filter {
      document.entities[$0].type == .person
        && document.entities[$0].titles.contains { $0.utf8.elementsEqual(office.utf8) }
    }
    return holders.count == 1 ? holders[0] : entity
  }

  /// The country that the text names elsewhere, of an adjective: an *Israeli* raid is made by Israel.
  private func nation(of entity: EntityID) -> EntityID {
    guard entity.int < document.entities.count, document.entities[entity].type == .nationality,
      let key = document.entities[entity].identity?.key
    else { return entity }
    return document.entities.ids.first {
      document.entities[$0].type == .place && document.entities[$0].identity?.key == key
    } ?? entity
  }

  private mutating func add(place filler: Filler) {
    let named = filler.mention.flatMap { document.mentions[$0].entity }
    if let entity = named ?? sentence.places.entity(of: filler.tokens) {
      guard entity.int < document.entities.count, !places.contains(where: { $0.entity == entity }) else { return }
      places.append(EventPlace(entity: entity, name: document.entities[entity].name, filledBy: filler.relation))
    } else {
      let name = document.text.string(
        document.stemSpan(of: filler.tokens.lowerBound, through: filler.tokens.upperBound))
      if !places.contains(where: { $0.name == name }) {
        places.append(EventPlace(entity: nil, name: name, filledBy: filler.relation))
      }
    }
  }
}
