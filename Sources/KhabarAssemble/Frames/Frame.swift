import KhabarCore

/// A trigger in its clause: the stretch of constituents that belongs to it, and who stands where.
struct Frame {
  /// The trigger's constituent.
  var trigger: Int
  var triggerToken: Int
  var hit: LemmaHit
  var form: InflectedForm?
  /// The light verb that carries a noun trigger; -1 for none.
  var support: Int = -1
  var supportForm: InflectedForm?
  /// Constituents left and right of the trigger that belong to its clause.
  var left: Range<Int>
  var right: Range<Int>
  /// Where the clause goes on behind a relative clause between commas; empty when it does not.
  var resumption: Range<Int> = 0..<0
  /// Constituent of the subject; -1 for none. It may stand in an earlier clause.
  var subject: Int = -1
  /// The subject is not in the clause itself but taken from the text before.
  var isSubjectInherited = false
  var objects: [Int] = []
  /// Subject of the clause that a noun trigger hangs on; -1 for none.
  var understoodSubject: Int = -1
  /// The light verb takes its noun up with a pronoun and has no subject of its own: talks that he holds.
  var lacksResumedSubject = false

  /// The constituent that carries tense and subject: the light verb, else the trigger itself.
  var carrier: Int { support >= 0 ? support : trigger }
}

/// Finds the clause around a trigger and its subject and objects.
struct FrameReader {
  let sentence: SentenceFrames
  let document: ResolvedDocument
  let mentions: MentionIndex
  let compiled: CompiledRules
  /// Lemmas at each token of the sentence, by token.
  let hits: [Int: [LemmaHit]]

  private var constituents: [Constituent] { sentence.constituents }

  /// The frame of a trigger; nil when the word is not used as the trigger's kind of word.
  func frame(for hit: LemmaHit, rule: CompiledRules.CompiledRule) -> Frame? {
    guard let index = constituents.firstIndex(where: { $0.tokens.contains(hit.token) }) else { return nil }
    let isVerb: Bool
    if case .verb = compiled.index.lemmas[hit.lemma] { isVerb = true } else { isVerb = false }
    let constituent = constituents[index]
    if isVerb {
      guard constituent.kind == .verb else { return nil }
    } else if case .noun = compiled.index.lemmas[hit.lemma] {
      guard constituent.kind == .nounPhrase else { return nil }
    }
    var frame = Frame(
      trigger: index, triggerToken: hit.token, hit: hit, form: hit.form >= 0 ? compiled.index.forms[hit.form] : nil,
      left: index..<index, right: index..<index)
    frame.left = leftEdge(index)..<index
    if isVerb || constituent.kind == .verb {
      frame.right = (index + 1)..<rightEdge(from: index + 1, rule: rule)
      findVerbArguments(&frame, rule)
    } else {
      findSupport(&frame, rule)
      if frame.support < 0 {
        findUnderstoodSubject(&frame)
        frame.right = (index + 1)..<rightEdgeOfNoun(from: index + 1, rule: rule)
        findObjectOfVerbalNoun(&frame)
      }
    }
    return frame
  }

  // MARK: - Clause edges

  private func leftEdge(_ index: Int) -> Int {
    var edge = index
    while edge > 0, !SentenceFrames.endsClause(constituents[edge - 1].kind) { edge -= 1 }
    return edge
  }

  /// Behind the last constituent of the clause. A word that introduces one of the rule's slots does not end it, though it
  /// be a verb: يرافقه "accompanied by".
  private func rightEdge(from start: Int, rule: CompiledRules.CompiledRule) -> Int {
    var edge = start
    while edge < constituents.count {
      let constituent = constituents[edge]
      if SentenceFrames.endsClause(constituent.kind) {
        guard constituent.kind == .verb, introduces(constituent, rule) else { break }
      }
      // Behind a relative clause between commas the clause around it goes on.
      if constituent.kind == .comma, sentence.endsRelative(edge) { break }
      edge += 1
    }
    return edge
  }

  /// Behind what belongs to a noun that no verb carries. A relative clause that follows it at once is about it: the visit
  /// of the minister that was planned today to Turkey.
  private func rightEdgeOfNoun(from start: Int, rule: CompiledRules.CompiledRule) -> Int {
    let edge = rightEdge(from: start, rule: rule)
    guard edge + 1 < constituents.count, constituents[edge].kind == .relative,
      !(start..<edge).contains(where: { constituents[$0].kind == .nounPhrase }),
      constituents[edge + 1].kind == .verb || constituents[edge + 1].kind == .copula
    else { return edge }
    return rightEdge(from: edge + 2, rule: rule)
  }

  private func introduces(_ constituent: Constituent, _ rule: CompiledRules.CompiledRule) -> Bool {
    let token = document.tokens[constituent.head]
    return rule.isIntroducer(token.key) || rule.isIntroducer(token.key.dropFirst(1))
  }

  // MARK: - Verbs

  private func findVerbArguments(_ frame: inout Frame, _ rule: CompiledRules.CompiledRule) {
    var bare = frame.right.filter {
      constituents[$0].isBare && sentence.leaders[$0] == $0 && !isIntroduced($0, rule)
    }
    let before = SentenceFrames.subjectBefore(frame.trigger, constituents, sentence.leaders)
    let hasPronounObject =
      frame.form?.hasPronoun ?? false || document.tokens[frame.triggerToken].analysis.suffixLetters > 0
    if let noun = nounOfAsyndeticClause(frame) {
      frame.subject = noun
      frame.objects = Array(bare.prefix(1))
      return
    }
    if isPassive(frame) {
      let patient = bare.first ?? before.flatMap { isLeftSubject($0, frame) ? $0 : nil }
      frame.objects = patient.map { [$0] } ?? []
      return
    }
    if let before, isLeftSubject(before, frame) {
      frame.subject = before
      frame.objects = Array(bare.prefix(1))
      return
    }
    let inherited = inheritedSubject(frame.trigger)
    // A name and the office behind it are one party where there is another one.
    if bare.count >= 3 || (bare.count == 2 && inherited != nil && followsSubordinator(frame.trigger)),
      isNameWithOffice(bare[0], bare[1])
    {
      bare.remove(at: 1)
    }
    if bare.count == 1, !hasPronounObject, let resumed = sentence.resumption(behind: frame.right.upperBound),
      canAct(bare[0]), canBeObject(resumed, rule)
    {
      frame.subject = bare[0]
      frame.objects = [resumed]
      frame.resumption = resumed..<rightEdge(from: resumed + 1, rule: rule)
    } else if bare.count >= 2, !hasPronounObject {
      let isObjectFirst =
        canBeObject(bare[0], rule) && !canBeSubject(bare[0], rule) && !canAct(bare[0]) && canBeSubject(bare[1], rule)
      frame.subject = bare[isObjectFirst ? 1 : 0]
      frame.objects = [bare[isObjectFirst ? 0 : 1]]
    } else if bare.count == 1, !hasPronounObject, let inherited, canBeObject(bare[0], rule),
      !fillsOtherwise(frame, rule)
    {
      frame.subject = inherited
      frame.isSubjectInherited = true
      frame.objects = bare
    } else if let first = bare.first {
      // "And visited the workshop": a single phrase that can't act is the object, whoever acts is known.
      if !canAct(first), canBeObject(first, rule) {
        frame.objects = [first]
        if let inherited {
          frame.subject = inherited
          frame.isSubjectInherited = true
        }
      } else {
        frame.subject = first
      }
    } else if let inherited {
      frame.subject = inherited
      frame.isSubjectInherited = true
    }
  }

  /// The noun that a relative clause without a relative pronoun is about, when it stands behind a preposition: "were killed
  /// in an attack *that* hit a market". Such clauses follow indefinite nouns at once; of several the verb's gender tells.
  private func nounOfAsyndeticClause(_ frame: Frame) -> Int? {
    let verb = constituents[frame.trigger]
    guard !verb.isCoordinated, frame.form?.tense == .past else { return nil }
    var first: Int?
    for index in (0..<frame.trigger).reversed() {
      let constituent = constituents[index]
      guard constituent.kind == .nounPhrase, !constituent.isBare, constituent.mention < 0, isIndefinite(constituent)
      else {
        break
      }
      if isFeminine(constituent.head) == (frame.form?.gender == .feminine) { return index }
      if first == nil { first = index }
    }
    return first
  }

  private func isIndefinite(_ constituent: Constituent) -> Bool {
    constituent.tokens.range.allSatisfy {
      !document.tokens[$0].isDefinite && document.tokens[$0].analysis.suffixLetters == 0
    }
  }

  private func isFeminine(_ token: Int) -> Bool {
    document.tokens[token].shape.contains(.feminineEnding)
  }

  /// Whether a verb's form or vowels say that its subject is whom it is done to: اغتيل "was assassinated", قُصف "was
  /// shelled".
  private func isPassive(_ frame: Frame) -> Bool {
    guard let form = frame.form else { return false }
    return form.voice == .passive
      || (form.voice == .either && form.tense == .past
        && document.tokens[frame.triggerToken].shape.contains(.passiveVowel))
  }

  /// Whether a phrase is of a type that the rule takes as its object.
  private func canBeObject(_ index: Int, _ rule: CompiledRules.CompiledRule) -> Bool {
    fills(index, .object, rule)
  }

  /// Whether a phrase is of a type that the rule takes as its subject: زار بغداد الوزير "visited Baghdad the minister".
  private func canBeSubject(_ index: Int, _ rule: CompiledRules.CompiledRule) -> Bool {
    fills(index, .subject, rule)
  }

  private func fills(
    _ index: Int, _ relation: CompiledRules.CompiledRelation, _ rule: CompiledRules.CompiledRule
  ) -> Bool {
    let constituent = constituents[index]
    let filler = Filler(
      constituent: index, tokens: TextSpan(constituent.content, constituent.tokens.upperBound),
      mention: constituent.mention, relation: .subject)
    let typing = FillerTyping(document: document, mentions: mentions)
    return rule.slots.contains { slot in
      slot.relations.contains(relation) && typing.matches(filler, slot.types)
    }
  }

  private func canAct(_ index: Int) -> Bool {
    let constituent = constituents[index]
    if constituent.mention >= 0 { return document.mentions[constituent.mention].type != .place }
    return !document.tokens[constituent.head].classes.isDisjoint(with: [
      .personNoun, .titleHead, .honorific, .quantifier, .organizationHead,
    ])
  }

  private func followsSubordinator(_ index: Int) -> Bool {
    index > 0 && constituents[index - 1].kind == .subordinator
  }

  /// Faisal, the governor of Asir: a person, then a title without a name, with at most a comma between.
  private func isNameWithOffice(_ name: Int, _ office: Int) -> Bool {
    guard constituents[name].mention >= 0, constituents[office].mention >= 0,
      document.mentions[constituents[name].mention].type == .person,
      document.mentions[constituents[name].mention].kind != .description
    else { return false }
    let title = document.mentions[constituents[office].mention]
    guard title.type == .office || title.kind == .description else { return false }
    return constituents[(name + 1)..<office].allSatisfy { $0.kind == .comma }
  }

  /// A phrase before the verb is its subject when no other verb has claimed it.
  private func isLeftSubject(_ index: Int, _ frame: Frame) -> Bool {
    let between = constituents[(index + 1)..<max(index + 1, frame.trigger)]
    if between.contains(where: { $0.kind == .verb }) { return false }
    if index > 0 {
      var left = index - 1
      while left >= 0, !SentenceFrames.endsClause(constituents[left].kind) { left -= 1 }
      if left >= 0, constituents[left].kind == .verb, constituents[frame.trigger].isCoordinated { return false }
    }
    return true
  }

  private func isIntroduced(_ index: Int, _ rule: CompiledRules.CompiledRule) -> Bool {
    guard index > 0 else { return false }
    return constituents[index - 1].kind == .verb && introduces(constituents[index - 1], rule)
  }

  /// Whether a preposition of the rule brings the second party, so that a single bare phrase is the subject.
  private func fillsOtherwise(_ frame: Frame, _ rule: CompiledRules.CompiledRule) -> Bool {
    for slot in rule.slots where rule.event.core.contains(slot.role) {
      for case .after(let markers) in slot.relations {
        for index in frame.right
        where constituents[index].kind == .nounPhrase
          && !rule.isIntroducer(document.tokens[constituents[index].tokens.lowerBound].key)
        {
          if markers.contains(where: { $0 == .preposition(constituents[index].marker) }) { return true }
        }
      }
    }
    return false
  }

  /// The subject of the nearest verb before, within the sentence.
  private func inheritedSubject(_ index: Int) -> Int? {
    var left = index - 1
    while left >= 0 {
      if constituents[left].kind == .boundary { return nil }
      if constituents[left].kind == .verb || constituents[left].kind == .copula, sentence.subjects[left] >= 0 {
        return sentence.subjects[left]
      }
      left -= 1
    }
    return nil
  }

  // MARK: - Nouns carried by a light verb

  private func findSupport(_ frame: inout Frame, _ rule: CompiledRules.CompiledRule) {
    // the holding of talks, the signing of an agreement: whoever the clause is about does it
    let head = constituents[frame.trigger].head
    if head < frame.triggerToken, hits[head]?.contains(where: { rule.supports.contains($0.lemma) }) ?? false {
      frame.support = frame.trigger
      frame.left = leftEdge(frame.trigger)..<frame.trigger
      frame.right = (frame.trigger + 1)..<rightEdge(from: frame.trigger + 1, rule: rule)
      // Who says that a meeting is to be held does not hold it.
      if let inherited = inheritedSubject(frame.trigger), !isSpeaker(inherited, before: frame.trigger, rule) {
        frame.subject = inherited
      }
      return
    }
    // held … a meeting; not: said … during the meeting
    let trigger = constituents[frame.trigger]
    let isDefinite = document.tokens[frame.triggerToken].isDefinite
    let leader = sentence.leaders[frame.trigger]
    let isGoverned = leader != frame.trigger && !constituents[leader].isBare
    let canBeObject =
      !isGoverned && !isComplementOfThing(frame) && (trigger.isBare || trigger.marker.count == 1 || !isDefinite)
    var left = canBeObject ? frame.trigger - 1 : -1
    while left >= 0 {
      let kind = constituents[left].kind
      if kind == .verb {
        if let form = support(left, rule) {
          frame.support = left
          frame.supportForm = form
          frame.left = leftEdge(left)..<frame.trigger
          frame.right = (frame.trigger + 1)..<rightEdge(from: frame.trigger + 1, rule: rule)
          let between = ((left + 1)..<frame.trigger).first {
            constituents[$0].isBare && sentence.leaders[$0] == $0
          }
          if let between {
            frame.subject = between
          } else if isDefinite {
            // The meeting was held: the trigger is the subject itself.
          } else if let before = SentenceFrames.subjectBefore(left, constituents, sentence.leaders) {
            frame.subject = before
          } else if let inherited = inheritedSubject(left) {
            frame.subject = inherited
            frame.isSubjectInherited = true
          }
          return
        }
        break
      }
      if kind == .nounPhrase, carries(left, rule) {
        // On the minister's heading a meeting.
        frame.support = left
        frame.left = leftEdge(left)..<frame.trigger
        frame.right = (frame.trigger + 1)..<rightEdge(from: frame.trigger + 1, rule: rule)
        if constituents[left].tokens.upperBound > constituents[left].head + 1
          || document.tokens[constituents[left].head].analysis.suffixLetters > 0
        {
          frame.subject = left
        } else if let inherited = inheritedSubject(left) {
          frame.subject = inherited
          frame.isSubjectInherited = true
        }
        return
      }
      if kind == .boundary || kind == .relative || kind == .subordinator { break }
      left -= 1
    }
    // talks (which) … held
    var right = frame.trigger + 1
    while right < constituents.count {
      let kind = constituents[right].kind
      if kind == .verb {
        guard let form = support(right, rule) else { break }
        frame.support = right
        frame.supportForm = form
        frame.right = (frame.trigger + 1)..<rightEdge(from: right + 1, rule: rule)
        let bare = ((right + 1)..<frame.right.upperBound).first {
          constituents[$0].isBare && sentence.leaders[$0] == $0
        }
        guard isResumed(right, form) else {
          // a meeting that brought together …, the bombing that hit …
          frame.objects = bare.map { [$0] } ?? []
          return
        }
        if let bare {
          // talks that the president held
          frame.subject = bare
        } else if let inherited = inheritedSubject(frame.trigger), constituents[inherited].mention >= 0 {
          // talks that he holds
          frame.subject = inherited
          frame.isSubjectInherited = true
        } else {
          frame.lacksResumedSubject = true
        }
        return
      }
      if kind == .boundary { break }
      if kind == .subordinator {
        // a visit that it was planned that he make
        guard (frame.trigger + 1..<right).contains(where: { constituents[$0].kind == .copula }) else { break }
      }
      right += 1
    }
  }

  /// A verbal noun whose subject is a pronoun or its complement has its object behind it: لدى استقباله السفير "on his
  /// receiving the ambassador", زيارته أمس دار القضاء "his visiting yesterday the courthouse".
  private func findObjectOfVerbalNoun(_ frame: inout Frame) {
    let token = document.tokens[frame.triggerToken]
    guard token.classes.contains(.verbalNoun), !token.isDefinite else { return }
    let next = frame.right.first {
      constituents[$0].kind != .time && constituents[$0].kind != .other && !isPlaceBetween($0)
    }
    guard let next, constituents[next].isBare, !constituents[next].isCoordinated else { return }
    frame.objects = [next]
  }

  /// "At the palace", "in Baghdad": stands anywhere in a clause.
  private func isPlaceBetween(_ index: Int) -> Bool {
    let constituent = constituents[index]
    guard constituent.kind == .nounPhrase, !constituent.isBare else { return false }
    if constituent.mention >= 0 { return document.mentions[constituent.mention].type == .place }
    return document.tokens[constituent.head].classes.contains(.placeHead)
  }

  /// "He came to Muscat for talks with …", "he said after a meeting with …": whoever does the one does the other.
  private func findUnderstoodSubject(_ frame: inout Frame) {
    let trigger = constituents[frame.trigger]
    let token = document.tokens[frame.triggerToken]
    // "To meet" in Arabic takes the article: للاجتماع.
    let isPurpose = token.analysis.proclitics.contains(.to)
    guard !trigger.isBare, isPurpose || !token.isDefinite else { return }
    var left = frame.trigger - 1
    while left >= 0, constituents[left].kind != .boundary, constituents[left].kind != .subordinator {
      if constituents[left].kind == .verb {
        frame.understoodSubject = sentence.subjects[left]
        return
      }
      left -= 1
    }
  }

  /// Whether a light verb takes up its noun with a pronoun: talks that he holds *them*, a visit that he makes *it*.
  private func isResumed(_ verb: Int, _ form: InflectedForm) -> Bool {
    if form.hasPronoun || document.tokens[constituents[verb].head].analysis.suffixLetters > 0 { return true }
    guard verb + 1 < constituents.count, constituents[verb + 1].kind == .other else { return false }
    let next = document.tokens[constituents[verb + 1].tokens.lowerBound]
    return next.analysis.suffixLetters > 0
      && (next.classes.contains(.preposition) || !constituents[verb + 1].marker.isEmpty)
  }

  /// The site of the bombing, the members of the meeting: the noun says of a place, a body or people which one is meant.
  private func isComplementOfThing(_ frame: Frame) -> Bool {
    let head = constituents[frame.trigger].head
    return head < frame.triggerToken
      && !document.tokens[head].classes.isDisjoint(with: [.placeHead, .organizationHead, .personNoun, .titleHead])
      && document.tokens[head].classes.isDisjoint(with: [.verbalNoun, .quantifier])
  }

  /// A verbal noun that carries the rule's noun as its verb does.
  private func carries(_ index: Int, _ rule: CompiledRules.CompiledRule) -> Bool {
    let head = constituents[index].head
    guard document.tokens[head].classes.contains(.verbalNoun) else { return false }
    return hits[head]?.contains { hit in
      if case .noun = compiled.index.lemmas[hit.lemma] { return rule.supports.contains(hit.lemma) }
      return false
    } ?? false
  }

  /// Whether a phrase is the subject of the nearest verb before a constituent, and that is one of saying which does not carry
  /// the rule's noun.
  private func isSpeaker(_ subject: Int, before index: Int, _ rule: CompiledRules.CompiledRule) -> Bool {
    var left = index - 1
    while left >= 0, constituents[left].kind != .verb { left -= 1 }
    return left >= 0 && support(left, rule) == nil && sentence.subjects[left] == subject
      && document.tokens[constituents[left].head].classes.contains(.verbOfSpeech)
  }

  /// The form of a verb that may carry the rule's noun; nil for any other verb.
  private func support(_ index: Int, _ rule: CompiledRules.CompiledRule) -> InflectedForm? {
    guard let hit = hits[constituents[index].head]?.first(where: { rule.supports.contains($0.lemma) }) else {
      return nil
    }
    return hit.form >= 0 ? compiled.index.forms[hit.form] : InflectedForm(key: .empty)
  }
}
