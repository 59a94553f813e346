import KhabarCore

/// Fills the slots of a rule from a frame.
struct SlotFiller {
  let sentence: SentenceFrames
  let document: ResolvedDocument
  let mentions: MentionIndex
  var frame: Frame
  let rule: CompiledRules.CompiledRule
  /// Words of the rules at each token.
  let hits: [Int: [LemmaHit]]
  /// Mention of the person or body that the text is about at this point; -1 for none.
  let topic: Int

  private var constituents: [Constituent] { sentence.constituents }

  /// Fillers by role, in slot order. One noun phrase fills one role, but what was hit or received someone may also be where.
  func fill() -> [(role: String, filler: Filler)] {
    let typing = FillerTyping(document: document, mentions: mentions)
    var filled: [(role: String, filler: Filler)] = []
    var parties: Set<Int> = []
    var places: Set<Int> = []
    // Whom a verbal noun has its subject from, the clause around it, is asked last: after the signing of … between A and B.
    let isBorrowed = frame.support == frame.trigger && frame.subject >= 0
    func takesSubject(_ slot: CompiledRules.CompiledSlot) -> Bool {
      slot.relations.contains(.subject)
    }
    let slots = isBorrowed ? rule.slots.filter { !takesSubject($0) } + rule.slots.filter(takesSubject) : rule.slots
    for slot in slots {
      let isPlace = slot.role == "place"
      let before = filled.count
      for relation in slot.relations {
        // Who the clause is about is only asked for when the noun itself does not say.
        if case .understood = relation, filled.count > before { continue }
        if case .subject = relation, isBorrowed, filled.count(where: { $0.role == slot.role }) >= 2 { continue }
        for filler in fillers(relation, ofPlace: isPlace) {
          let key = filler.tokens.lowerBound
          guard !(isPlace ? places : parties).contains(key), typing.matches(filler, slot.types),
            !isExcepted(filler, slot), !typing.isBareNumber(filler)
          else { continue }
          if isPlace { places.insert(key) } else { parties.insert(key) }
          filled.append((slot.role, filler))
        }
      }
    }
    return filled
  }

  private func isExcepted(_ filler: Filler, _ slot: CompiledRules.CompiledSlot) -> Bool {
    if !slot.exceptedKinds.isEmpty, filler.mention >= 0, let entity = document.mentions[filler.mention].entity,
      let kind = document.entities[entity].kind, slot.exceptedKinds.contains(kind)
    {
      return true
    }
    guard !slot.exceptions.isEmpty else { return false }
    return hits[filler.tokens.lowerBound]?.contains { slot.exceptions.contains($0.lemma) } ?? false
  }

  /// The noun phrases that stand in a relation to the trigger.
  ///
  /// - Parameter ofPlace: the place of a happening may also stand before its trigger.
  func fillers(_ relation: CompiledRules.CompiledRelation, ofPlace: Bool = false) -> [Filler] {
    switch relation {
    case .subject:
      guard frame.subject >= 0 else { return lacksSubject ? topicFiller(.subjectOfTextBefore) : [] }
      return group(frame.subject, frame.isSubjectInherited ? .subjectOfClauseBefore : .subject)
    case .object: return frame.objects.flatMap { group($0, .object) }
    case .complement: return complement()
    case .possessor:
      guard document.tokens[frame.triggerToken].analysis.suffixLetters > 0 else { return [] }
      return antecedent()
    case .understood:
      return frame.understoodSubject >= 0 ? group(frame.understoodSubject, .subjectOfClauseAround) : []
    case .dateline: return []
    case .after(let markers): return markers.flatMap { after($0, ofPlace: ofPlace) }
    }
  }

  private var isLooseNoun: Bool { frame.support < 0 && constituents[frame.trigger].kind != .verb }

  /// A verb whose subject is understood: he met.
  private var lacksSubject: Bool {
    let verb = frame.carrier
    guard constituents[verb].kind == .verb else { return false }
    return frame.lacksResumedSubject || frame.support < 0
      || (frame.support < frame.trigger && !document.tokens[frame.triggerToken].isDefinite)
  }

  private func group(_ leader: Int, _ relation: SlotSource) -> [Filler] {
    if isHonorificPronoun(constituents[leader].head, in: leader) { return topicFiller(relation) }
    if leader == frame.support, constituents[leader].kind == .nounPhrase { return subjectOfCarrier(relation) }
    let first = filler(leader, relation)
    return [first] + members(leader, of: first, relation)
  }

  /// The further members of a coordination. Places behind anything else belong to its name: the directors of Asir and
  /// Jazan.
  private func members(_ leader: Int, of first: Filler, _ relation: SlotSource) -> [Filler] {
    let typing = FillerTyping(document: document, mentions: mentions)
    let isPlace = typing.type(of: first) == .entity(.place)
    return sentence.group(of: leader).dropFirst().map { filler($0, relation) }.filter {
      (isPlace || typing.type(of: $0) != .entity(.place)) && !($0.mention < 0 && isHappening($0.tokens.lowerBound))
    }
  }

  private func filler(_ index: Int, _ relation: SlotSource, from start: Int? = nil) -> Filler {
    let constituent = constituents[index]
    let first = start ?? constituent.content
    var mention = constituent.mention
    if let start { mention = self.mention(startingAt: start, before: constituent.tokens.upperBound) }
    return Filler(
      constituent: index, tokens: TextSpan(first, constituent.tokens.upperBound), mention: mention, relation: relation)
  }

  /// Whose doing a verbal noun is that carries the trigger: on *the minister's* heading a meeting, on *his* heading one.
  private func subjectOfCarrier(_ relation: SlotSource) -> [Filler] {
    let carrier = constituents[frame.support]
    if document.tokens[carrier.head].analysis.suffixLetters > 0 { return antecedent() }
    guard carrier.head + 1 < carrier.tokens.upperBound else { return [] }
    return [filler(frame.support, relation, from: carrier.head + 1)]
  }

  /// A word of honour with a pronoun stands for who the text is about: سموه "His Highness".
  private func isHonorificPronoun(_ token: Int, in constituent: Int) -> Bool {
    document.tokens[token].classes.contains(.honorific) && token + 1 == constituents[constituent].tokens.upperBound
      && constituents[constituent].mention < 0
  }

  private func topicFiller(_ relation: SlotSource) -> [Filler] {
    guard topic >= 0 else { return [] }
    return [
      Filler(constituent: -1, tokens: document.mentions[topic].phrase, mention: topic, relation: relation)
    ]
  }

  /// Whom a pronoun at the trigger stands for: the subject of the clause, else the text's topic.
  private func antecedent() -> [Filler] {
    var left = frame.trigger - 1
    while left >= 0 {
      if constituents[left].kind == .verb, sentence.subjects[left] >= 0, sentence.subjects[left] != frame.trigger {
        return [filler(sentence.subjects[left], .possessor)]
      }
      left -= 1
    }
    if let first = constituents.indices.first(where: {
      $0 < frame.trigger && constituents[$0].isBare && constituents[$0].mention >= 0
    }) {
      return [filler(first, .possessor)]
    }
    return topicFiller(.possessor)
  }

  /// A building or a named place that a relative clause right behind the clause names: visited the wounded, who are treated in
  /// the hospital. Only for rules that take places at all from prepositions.
  func placeFurtherOn() -> Filler? {
    var end = frame.right.upperBound
    guard constituents[frame.trigger].kind == .verb, end < constituents.count, constituents[end].kind == .relative
    else {
      return nil
    }
    end += 1
    while end < constituents.count, constituents[end].kind != .boundary, constituents[end].kind != .subordinator,
      !(constituents[end].kind == .verb && constituents[end].isCoordinated)
    { end += 1 }
    var further = self
    further.frame.right = frame.right.upperBound..<end
    further.frame.left = frame.right.upperBound..<frame.right.upperBound
    let typing = FillerTyping(document: document, mentions: mentions)
    for slot in rule.slots where slot.role == "place" {
      for case .after(let markers) in slot.relations {
        for marker in markers {
          if let found = further.after(marker, ofPlace: true).first(where: { typing.matches($0, [.building]) }) {
            return Filler(
              constituent: found.constituent, tokens: found.tokens, mention: found.mention, relation: .relativeClause)
          }
        }
      }
    }
    return nil
  }

  // MARK: - The construct state

  private func complement() -> [Filler] {
    let constituent = constituents[frame.trigger]
    var start = frame.hit.end
    let end = constituent.tokens.upperBound
    let tokens = document.tokens
    // A noun with the article can't govern a complement: the treacherous bombing.
    guard !tokens[frame.triggerToken].isDefinite || frame.hit.end - frame.hit.token > 1 else { return [] }
    // Adjectives of the trigger itself are passed over.
    while start < end, !isName(at: start),
      !tokens[start].classes.isDisjoint(with: [.adjective, .relational]) || tokens[start].kind != .word
    { start += 1 }
    // Behind an indefinite noun, an indefinite word is its adjective (a violent explosion): the complement comes to a definite
    // word or a name before any preposition.
    let goal = (start..<max(start, end)).first {
      tokens[$0].isDefinite || isName(at: $0) || !tokens[$0].analysis.proclitics.isDisjoint(with: .prepositions)
        || tokens[$0].classes.contains(.preposition)
    }
    if start < end, isHonorificPronoun(start, in: frame.trigger) { return antecedent() }
    if start < end, goal.map({ tokens[$0].classes.contains(.preposition) }) ?? true,
      !tokens[start].classes.isDisjoint(with: [.organizationHead, .personNoun]),
      tokens[start].analysis.proclitics.isDisjoint(with: .prepositions)
    {
      // The arrival of a delegation.
      return [filler(frame.trigger, .complement, from: start)]
    }
    guard let goal, tokens[goal].analysis.proclitics.isDisjoint(with: .prepositions),
      !tokens[goal].classes.contains(.preposition)
    else { return [] }
    let first = filler(frame.trigger, .complement, from: start)
    var result = [first]
    // Further members of the coordination: the visit of A and B.
    for member in sentence.group(of: frame.trigger).dropFirst() where constituents[member].isBare {
      result.append(filler(member, .complement))
    }
    return result
  }

  /// Whether a name, and not only a description, begins at a token.
  private func isName(at token: Int) -> Bool {
    mentions.phrases(startingIn: token..<(token + 1)).contains {
      let mention = document.mentions[Int($0)]
      return mention.kind != .description && mention.type != .nationality
    }
  }

  /// The longest mention whose phrase starts at a token; looks a few tokens on for a name behind its description.
  private func mention(startingAt start: Int, before end: Int) -> Int {
    var best = -1
    for index in mentions.phrases(startingIn: start..<end).map(Int.init) {
      let type = document.mentions[index].type
      guard type != .nationality else { continue }
      let kind = document.mentions[index].kind
      if document.mentions[index].phrase.lowerBound == start {
        if best < 0 || document.mentions[best].phrase.end < document.mentions[index].phrase.end { best = index }
      } else if type == .person, kind == .name || kind == .partial {
        if best < 0 || document.mentions[best].kind != .name { best = index }
      }
    }
    return best
  }

  // MARK: - Prepositions and phrases

  private func after(_ marker: CompiledRules.Marker, ofPlace: Bool) -> [Filler] {
    var result: [Filler] = []
    let start = ofPlace ? startOfPlaces : frame.support >= 0 ? min(frame.support, frame.trigger) : frame.trigger
    for index in Array(start..<frame.right.upperBound) + Array(frame.resumption) where index != frame.trigger {
      let constituent = constituents[index]
      if index > frame.trigger, endsReach(constituent) || tellsAnother(index) { break }
      guard constituent.kind == .nounPhrase else { continue }
      if ofPlace ? isAttribute(index) : isComplementOfTitle(index) { continue }
      // The first phrase behind a preposition belongs to the trigger, a later one to what stands between, unless it is
      // joined by "and".
      if !ofPlace, !result.isEmpty, !constituent.isCoordinated { break }
      // A noun that no verb carries governs what follows it closely.
      if !ofPlace, isLooseNoun, constituent.isBare, !constituent.isCoordinated {
        if isTitleBehindName(index) { continue }
        break
      }
      switch marker {
      case .preposition(let key):
        if constituent.marker == key, !beginsIntroducer(constituent) {
          result += group(index, .after)
        } else if let start = startBehind([key], in: index) {
          let first = filler(index, .after, from: start)
          result += [first] + members(index, of: first, .after)
        } else if constituent.isBare, index > 0,
          constituents[index - 1].kind == .verb || constituents[index - 1].kind == .other
        {
          let token = document.tokens[constituents[index - 1].head]
          if token.key == key || (token.isCoordinated && token.key.dropFirst(1) == key) {
            result += group(index, .after)
          }
        }
      case .phrase(let keys):
        if let start = startBehind(keys, in: index) {
          let first = filler(index, .after, from: start)
          result += [first] + members(index, of: first, .after)
        }
      }
    }
    return result
  }

  /// A verbal noun joined by "and": the agreement with A *and the rapprochement* between B and C.
  private func tellsAnother(_ index: Int) -> Bool {
    let constituent = constituents[index]
    guard constituent.isBare, constituent.isCoordinated, constituent.mention < 0, isHappening(constituent.head) else {
      return false
    }
    // In charge of supervision *and follow-up*: no other than the one before.
    return !isHappening(constituents[sentence.leaders[index]].head) || sentence.leaders[index] == index
  }

  private func isHappening(_ token: Int) -> Bool {
    let classes = document.tokens[token].classes
    return classes.contains(.verbalNoun)
      && classes.isDisjoint(with: [.organizationHead, .titleHead, .personNoun, .placeHead])
  }

  /// What stands before a noun that no verb carries belongs to the verb before it.
  private var startOfPlaces: Int {
    let left = frame.left.lowerBound
    guard isLooseNoun, left > 0, constituents[left - 1].kind == .verb else { return left }
    return frame.trigger
  }

  /// What the happening was about, or for: what follows does not take part in it.
  private func endsReach(_ constituent: Constituent) -> Bool {
    guard constituent.kind == .nounPhrase || constituent.kind == .other else { return false }
    if rule.limits.contains(constituent.marker) { return true }
    // A preposition written together with the noun that it makes one with: بشأن "regarding".
    if rule.limits.contains(document.tokens[constituent.tokens.lowerBound].key) { return true }
    // "To discuss …": a preposition written together with a verbal noun that is not the rule's.
    let head = document.tokens[constituent.head]
    return head.analysis.proclitics.contains(.to) && head.classes.contains(.verbalNoun) && !head.isDefinite
      && head.classes.isDisjoint(with: [.organizationHead, .placeHead, .titleHead])
  }

  /// A place with a written-together preposition right behind a title or a body belongs to that: the minister of the interior
  /// in the kingdom of …, the branch of the ministry in ….
  private func isAttribute(_ index: Int) -> Bool {
    let constituent = constituents[index]
    guard index > 0, constituent.mention >= 0, document.mentions[constituent.mention].type == .place,
      constituent.marker.count == 1, !document.tokens[constituent.head].analysis.proclitics.contains(.to),
      constituents[index - 1].kind == .nounPhrase, index - 1 != frame.trigger,
      constituents[index - 1].tokens.upperBound == constituent.tokens.lowerBound
    else { return false }
    let before = constituents[index - 1]
    // In his office in Doha: where that is where something happens is so itself.
    guard before.mention >= 0, !isPlaceIn(before) else { return false }
    let mention = document.mentions[before.mention]
    switch mention.type {
    case .office, .organization: return true
    case .person: return mention.kind == .description || mention.tokens.end < mention.phrase.end
    default: return false
    }
  }

  /// "In his office": a word for a place behind a preposition that the rule takes places from.
  private func isPlaceIn(_ constituent: Constituent) -> Bool {
    !document.tokens[constituent.head].classes.isDisjoint(with: [.placeHead, .buildingHead])
      && rule.slots.contains { slot in
        slot.role == "place"
          && slot.relations.contains { relation in
            guard case .after(let markers) = relation else { return false }
            return markers.contains(where: { $0 == .preposition(constituent.marker) })
          }
      }
  }

  /// The visit of so-and-so, *the second deputy*, *minister of defence*: offices behind a name.
  private func isTitleBehindName(_ index: Int) -> Bool {
    guard frame.trigger < index, constituents[frame.trigger].mention >= 0 else { return false }
    return isTitle(index)
  }

  /// A title by itself, without a name.
  private func isTitle(_ index: Int) -> Bool {
    let constituent = constituents[index]
    guard constituent.kind == .nounPhrase else { return false }
    guard constituent.mention >= 0 else { return document.tokens[constituent.head].classes.contains(.titleHead) }
    let mention = document.mentions[constituent.mention]
    return mention.type == .office || (mention.kind == .description && mention.type == .person)
  }

  /// The deputy *of the head of the council*: what belongs to a title right before it.
  private func isComplementOfTitle(_ index: Int) -> Bool {
    let constituent = constituents[index]
    return index > 0 && constituent.marker.count == 1 && index - 1 != frame.trigger && isTitle(index - 1)
      && constituents[index - 1].tokens.upperBound == constituent.tokens.lowerBound
      && document.tokens[constituent.head].analysis.proclitics.contains(.to)
  }

  /// "In the presence of", "with the participation of" are words of their own and not the preposition they begin with.
  private func beginsIntroducer(_ constituent: Constituent) -> Bool {
    let token = document.tokens[constituent.tokens.lowerBound]
    return constituent.tokens.count > 1 && constituent.content == constituent.tokens.lowerBound
      && rule.isIntroducer(token.key)
  }

  /// The token behind a phrase that begins a constituent or ends right before its content.
  private func startBehind(_ keys: [WordKey], in index: Int) -> Int? {
    let constituent = constituents[index]
    let tokens = document.tokens
    func matches(at start: Int) -> Bool {
      guard start >= 0, start + keys.count <= tokens.count else { return false }
      for (offset, key) in keys.enumerated() {
        let token = tokens[start + offset]
        guard token.key == key || (offset == 0 && token.isCoordinated && token.key.dropFirst(1) == key) else {
          return false
        }
      }
      return true
    }
    let first = constituent.tokens.lowerBound
    if matches(at: first), first + keys.count < constituent.tokens.upperBound { return first + keys.count }
    if keys.count > 1, matches(at: constituent.content - keys.count) { return constituent.content }
    return nil
  }
}
