import KhabarCore

/// Reads the events that one sentence tells.
struct CandidateReader {
  let sentence: SentenceFrames
  let index: Int
  let document: ResolvedDocument
  let mentions: MentionIndex
  let compiled: CompiledRules
  let hits: [Int: [LemmaHit]]
  let topic: Int

  /// The events of the sentence.
  ///
  /// - Parameter reject: called with each rule that is tried in vain.
  func candidates(rejecting reject: (LemmaHit, CompiledRules.CompiledRule, Rejection) -> Void) -> [EventCandidate] {
    guard let first = sentence.constituents.first, let last = sentence.constituents.last else { return [] }
    var result: [EventCandidate] = []
    for token in first.tokens.lowerBound..<last.tokens.upperBound {
      guard let here = hits[token] else { continue }
      // Best rule first; one event for a trigger.
      let claims = here.flatMap { hit in compiled.rulesByLemma[hit.lemma].map { (hit: hit, rule: $0) } }
        .sorted {
          (-compiled.rules[$0.rule].rule.priority, -$0.hit.end, $0.rule) < (
            -compiled.rules[$1.rule].rule.priority, -$1.hit.end, $1.rule
          )
        }
      for claim in claims {
        let rule = compiled.rules[claim.rule]
        do throws(Rejection) {
          result.append(try candidate(claim.hit, rule))
          break
        } catch {
          reject(claim.hit, rule, error)
        }
      }
    }
    // "The bombing that hit a mosque" is told by the noun; its verb is not another happening.
    // Nor is a noun of which its verb says all: "in bombings that hit a market".
    return result.filter { candidate in
      !result.contains { other in
        other.rule.event.name == candidate.rule.event.name
          && (other.support == candidate.triggerToken
            || (other.subject == candidate.triggerToken && other.support < 0 && candidate.core().isEmpty))
      }
    }
  }

  private func candidate(
    _ hit: LemmaHit, _ rule: CompiledRules.CompiledRule
  ) throws(Rejection) -> EventCandidate {
    let reader = FrameReader(
      sentence: sentence, document: document, mentions: mentions, compiled: compiled, hits: hits)
    guard let frame = reader.frame(for: hit, rule: rule) else { throw .otherWordClass }
    guard !mentions.isInsideName(hit.token) else { throw .insideName }
    let filler = SlotFiller(
      sentence: sentence, document: document, mentions: mentions, frame: frame, rule: rule, hits: hits, topic: topic)
    try checkVetoes(rule, filler)
    var filled = filler.fill()
    if !rule.rule.patterns.isEmpty {
      let matcher = PatternMatcher(
        sentence: sentence, document: document, mentions: mentions, compiled: compiled, hits: hits,
        orthography: compiled.orthography,
        trigger: frame.trigger)
      guard let slots = matcher.match(rule.rule.patterns) else { throw .patternFailed }
      filled = slots + filled.filter { other in !slots.contains { $0.filler.tokens == other.filler.tokens } }
    }
    var participants: [Participant] = []
    var places: [EventPlace] = []
    var provenance: [String] = []
    for (role, filler) in filled {
      provenance.append("\(role): \(filler.relation)")
      if role == "place" {
        add(place: filler, to: &places)
      } else {
        add(filler, as: role, to: &participants)
      }
    }
    if places.isEmpty, let place = filler.placeFurtherOn() { add(place: place, to: &places) }
    let time = self.time(of: frame)
    let statusReader = StatusReader(
      sentence: sentence, document: document, compiled: compiled, hits: hits,
      isHeading: document.sentences[index].isHeading, present: rule.event.present)
    for need in rule.rule.needs {
      let found: Int
      switch need.what {
      case .place: found = places.count
      case .time: found = time >= 0 ? 1 : 0
      case .support: found = frame.support >= 0 ? 1 : 0
      case .past: found = statusReader.isPresent(frame) ? 0 : 1
      case .named: found = filled.count { rule.event.core.contains($0.role) && isNamed($0.filler) }
      case .role(let role): found = participants.count { $0.role == role }
      }
      guard found >= need.count else { throw .lacks(need, found: found) }
    }
    guard
      let status = rule.rule.status.map({ StatusReader.Reading(status: $0) })
        ?? statusReader.status(of: frame, time: time >= 0 ? document.times[time] : nil)
    else { throw .noHappening }
    let window = TokenSpan(
      sentence.constituents[frame.left.lowerBound].tokens.lowerBound,
      sentence.constituents[max(frame.trigger, frame.right.upperBound - 1, frame.resumption.upperBound - 1)].tokens
        .upperBound)
    return EventCandidate(
      rule: rule, sentence: index, trigger: triggerSpan(hit), triggerToken: hit.token,
      support: frame.support >= 0 ? sentence.constituents[frame.support].head : -1,
      subject: frame.subject >= 0 ? sentence.constituents[frame.subject].head : -1, tokens: window,
      status: status.status,
      isStatusCertain: status.isCertain,
      participants: participants, places: places, time: time, timeFilledBy: .clause,
      counts: counts(rule), isAnaphoric: document.tokens[hit.token].isDefinite,
      provenance: provenance)
  }

  private func checkVetoes(_ rule: CompiledRules.CompiledRule, _ filler: SlotFiller) throws(Rejection) {
    for veto in rule.vetoes {
      let ranges: [Range<Int>]
      if let relation = veto.relation {
        ranges = filler.fillers(relation).map { $0.tokens.range }
      } else {
        let first = sentence.constituents.first?.tokens.lowerBound ?? 0
        let last = sentence.constituents.last?.tokens.upperBound ?? 0
        ranges = [first..<last]
      }
      let found = ranges.lazy.flatMap { $0 }.compactMap { token in
        hits[token]?.first { veto.lemmas.contains($0.lemma) }?.lemma
      }.first
      if let found, !veto.isDemand { throw .vetoed(by: found) }
      if found == nil, veto.isDemand { throw .demandFailed }
    }
  }

  // MARK: - Time, numbers, spans

  /// The first date in the clause; behind the trigger before in front of it.
  private func time(of frame: Frame) -> Int {
    let constituents = sentence.constituents
    func isDate(_ index: Int) -> Bool {
      guard constituents[index].kind == .time, constituents[index].time >= 0 else { return false }
      let time = document.times[constituents[index].time]
      // An hour of no known day and "recently" date nothing.
      return (time.kind == .date || time.kind == .time) && time.days != nil
    }
    let trigger = constituents[frame.trigger]
    // "On a visit to Qatar, on Monday, he met …": behind a comma the date is the clause's.
    let isAside = frame.support < 0 && trigger.kind != .verb && !trigger.isBare && trigger.mention < 0
    let right = frame.right.prefix {
      !tellsOther($0, than: frame) && !(isAside && constituents[$0].kind == .comma)
    }.filter(isDate)
    let all = right + frame.resumption.filter(isDate) + leftOfTrigger(frame).filter(isDate)
    // A day says more than a year.
    let best = all.first { index in
      document.times[constituents[index].time].days.map { $0.lowerBound == $0.upperBound } ?? false
    }
    return (best ?? all.first).map { constituents[$0].time } ?? -1
  }

  /// Where the date of a trigger may stand before it. A date before a noun that no verb before it carries is the date
  /// of another clause's verb, unless the noun is that verb's subject: تم أمس توقيع "there was yesterday the signing
  /// of".
  private func leftOfTrigger(_ frame: Frame) -> Range<Int> {
    let constituents = sentence.constituents
    guard frame.carrier <= frame.trigger else { return 0..<0 }
    if constituents[frame.carrier].kind == .verb { return frame.left }
    // "On the minister's heading yesterday a meeting": behind the verbal noun that carries it.
    if frame.support >= 0, frame.support < frame.trigger { return (frame.support + 1)..<frame.trigger }
    let verb = frame.left.lowerBound - 1
    guard verb >= 0, constituents[verb].kind == .verb, constituents[frame.trigger].isBare,
      !constituents[frame.trigger].isCoordinated,
      document.tokens[constituents[verb].head].classes.isDisjoint(with: .verbOfSpeech),
      !frame.left.contains(where: { constituents[$0].isBare || constituents[$0].kind == .comma })
    else { return 0..<0 }
    return frame.left
  }

  /// "After a meeting", "before the visit": a date behind it is that happening's.
  private func tellsOther(_ index: Int, than frame: Frame) -> Bool {
    let constituent = sentence.constituents[index]
    guard constituent.kind == .nounPhrase, index != frame.trigger, constituent.marker.count > 1 else { return false }
    // "Since his taking office in 2022"
    let head = document.tokens[constituent.head]
    if head.classes.contains(.verbalNoun), head.analysis.suffixLetters > 0 { return true }
    return hits[constituent.head]?.contains { hit in
      compiled.rulesByLemma[hit.lemma].contains { !compiled.rules[$0].supports.isEmpty }
    } ?? false
  }

  private func counts(_ rule: CompiledRules.CompiledRule) -> [String: Int] {
    guard !rule.counts.isEmpty, let first = sentence.constituents.first, let last = sentence.constituents.last else {
      return [:]
    }
    var result: [String: Int] = [:]
    for position in first.tokens.lowerBound..<last.tokens.upperBound {
      guard let here = hits[position] else { continue }
      for count in rule.counts
      where result[count.name] == nil && here.contains(where: { count.lemmas.contains($0.lemma) }) {
        if let quantity = quantity(behind: position), let value = quantity.value, value >= 0, value < 10_000_000 {
          result[count.name] = Int(value)
        }
      }
    }
    return result
  }

  /// The count that begins within three tokens behind one: "the killing of 13".
  private func quantity(behind token: Int) -> Quantity? {
    var low = document.quantities.partitionPoint { $0.tokens.lowerBound <= token }
    while low < document.quantities.count, document.quantities[low].tokens.lowerBound <= token + 3 {
      if document.quantities[low].kind != .ordinal { return document.quantities[low] }
      low += 1
    }
    return nil
  }

  private func triggerSpan(_ hit: LemmaHit) -> TextSpan<CleanBytes> {
    document.stemSpan(of: hit.token, through: hit.end)
  }

  // MARK: - Participants

  /// Whether a party is named, is described by a name (a delegation of the University of Jazan), or is a definite body (the
  /// committee of emergencies).
  private func isNamed(_ filler: Filler) -> Bool {
    if filler.mention >= 0, document.mentions[filler.mention].kind != .description { return true }
    let tokens = document.tokens
    guard filler.tokens.lowerBound < tokens.count, filler.tokens.count > 0 else { return false }
    if mentions.hasName(in: filler.tokens, document) { return true }
    return tokens[filler.tokens.lowerBound].classes.contains(.organizationHead)
      && filler.tokens.range.prefix {
        $0 == filler.tokens.lowerBound
          || tokens[$0].analysis.proclitics.isDisjoint(with: .prepositions)
            && !tokens[$0].classes.contains(.preposition)
      }.contains { tokens[$0].isDefinite || tokens[$0].analysis.suffixLetters > 0 }
  }

  private func add(_ filler: Filler, as role: String, to participants: inout [Participant]) {
    guard filler.mention >= 0, document.mentions[filler.mention].kind != .description || repeatsName(filler) else {
      let span = document.stemSpan(of: filler.tokens.lowerBound, through: filler.tokens.upperBound)
      let name = document.text.string(span)
      if !participants.contains(where: { $0.name == name }) {
        participants.append(Participant(role: role, entity: nil, name: name, span: span, filledBy: filler.relation))
      }
      return
    }
    let mention = document.mentions[filler.mention]
    let entities: [Int?] = mention.members.isEmpty ? [mention.entity] : mention.members
    for entity in entities.map({ $0.map(holder) }) {
      guard let entity, entity < document.entities.count else {
        let name = document.text.string(mention.span)
        if !participants.contains(where: { $0.name == name }) {
          participants.append(
            Participant(role: role, entity: nil, name: name, span: mention.span, filledBy: filler.relation))
        }
        continue
      }
      if participants.contains(where: { $0.entity == entity }) { continue }
      participants.append(
        Participant(
          role: role, entity: entity, name: document.entities[entity].name, span: mention.span,
          filledBy: filler.relation))
    }
  }

  /// Whether a description stands for what is named elsewhere: this committee. One that says more of it tells of another:
  /// the forces that the country leads.
  private func repeatsName(_ filler: Filler) -> Bool {
    let mention = document.mentions[filler.mention]
    return mention.entity != nil && filler.tokens.upperBound <= mention.phrase.upperBound
  }

  /// The person who is named elsewhere with just the title that a mention has alone.
  private func holder(of entity: Int) -> Int {
    guard entity < document.entities.count, document.entities[entity].type == .office else { return entity }
    let office = document.entities[entity].name
    let holders = document.entities.indices.filter {
      document.entities[$0].type == .person
        && document.entities[$0].titles.contains { $0.utf8.elementsEqual(office.utf8) }
    }
    return holders.count == 1 ? holders[0] : entity
  }

  private func add(place filler: Filler, to places: inout [EventPlace]) {
    if filler.mention >= 0, let entity = document.mentions[filler.mention].entity {
      guard entity < document.entities.count, !places.contains(where: { $0.entity == entity }) else { return }
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
