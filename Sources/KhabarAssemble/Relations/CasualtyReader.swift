import KhabarCore
import KhabarSyntax

/// Whom a happening killed or hurt: of the words that a rule counts by (its `count killed …`), the victim of each one
/// that tells of this happening. In *the raid led to the death of two policemen* they are the two policemen, and in
/// *six soldiers were killed in an attack* the six soldiers.
struct CasualtyReader {
  let reader: RelationReader

  private var sentence: SentenceReading { reader.sentence }
  private var predication: Predication { reader.predication }
  private var tree: SentenceTree { sentence.tree }
  private var counted: LemmaSet { reader.rule.countLemmas }

  /// One killing or wounding.
  struct Casualty {
    /// The word that tells of it.
    var hit: LemmaHit
    /// Whom it befell; none where the word is the trigger, which has arguments of its own.
    var victims: [Filler]
    /// The phrases that say whom it befell, each of which may count some of them; the word's own may be the first.
    var counted: [PhraseID]
  }

  /// The killings and woundings that belong to the happening, in text order.
  var casualties: [Casualty] {
    guard !counted.isEmpty else { return [] }
    let told = sentence.hits.hits(in: sentence.extent).filter { counted.contains($0.lemma) }
    guard !told.isEmpty else { return [] }
    let triggers = self.triggers
    return told.compactMap { hit in
      guard let id = tree.phrase(at: hit.token), !isNegated(id) else { return nil }
      if hit.token == predication.token { return Casualty(hit: hit, victims: [], counted: counted(by: hit, id)) }
      guard trigger(of: id, among: triggers) == predication.trigger, !isOfWar(id, triggers) else { return nil }
      let victims = tree[id].kind == .verb ? victims(ofVerb: id) : victims(of: hit, id)
      // A gunman was killed *after he had opened fire*: by others.
      guard !victims.contains(where: { $0.phrase != nil && $0.phrase == doer }) else { return nil }
      return Casualty(hit: hit, victims: victims, counted: counted(by: hit, id))
    }
  }

  /// Who does what the trigger's verb tells, where another clause says it.
  private var doer: PhraseID? {
    guard predication.isVerb, let (subject, isSaid) = sentence.subject(of: predication.trigger), !isSaid else {
      return nil
    }
    return subject
  }

  /// Nobody *was killed*, it did not lead to *the death* of anybody: a negated verb has no victims, nor has a noun that
  /// hangs on one.
  private func isNegated(_ killing: PhraseID) -> Bool {
    let clause = tree[tree.clause(of: killing)]
    guard clause.isNegated, let verb = clause.head else { return false }
    if tree[killing].kind == .verb { return verb == killing }
    return tree.arcs(to: killing).contains { $0.head == verb && ($0.relation == .object || $0.relation == .oblique) }
  }

  // MARK: - Which happening

  /// The happenings of this kind that the sentence tells of, killings themselves left out, and wars, of which a
  /// happening is but a part.
  private var triggers: Set<PhraseID> {
    let event = reader.rule.event
    let hits = sentence.hits.hits(in: sentence.extent).filter { hit in
      !sentence.mentions.isInsideName(hit.token)
        && !isKilling(at: hit.token)
        && sentence.compiled.rulesByLemma[hit.lemma].contains {
          sentence.compiled.rules[$0].event.id == event.id && !sentence.compiled.rules[$0].rule.refersBack
        }
    }
    let own = Set(predication.carriers.map(\.phrase)).subtracting([predication.trigger])
    // A family, in the letters of "captured him", dawn in those of "blew up": no verbs here.
    let told = hits.compactMap { hit in
      tree.phrase(at: hit.token).flatMap { sentence.compiled.mayTrigger(hit, at: tree[$0].kind) ? $0 : nil }
    }.filter { !tree[$0].features.intersects(sentence.grammar.warfare) }
    let phrases = Set(told + [predication.trigger]).subtracting(own)
    // What a verb says of a noun that tells of the happening, too, is the noun's: a raid that *hit a market*. Where the
    // verb is asked for itself, its subject tells of nothing else: a bomb *exploded*.
    let subject = predication.isVerb ? sentence.subject(of: predication.trigger)?.phrase : nil
    return phrases.filter { phrase in
      phrase == predication.trigger
        || phrase != subject && !tells(verb: phrase, of: phrases) && !isMeans(phrase, of: phrases)
    }
  }

  /// Whether a noun says with what, or in what, one of the verbs does it: raided a house *with missiles*.
  private func isMeans(_ noun: PhraseID, of verbs: Set<PhraseID>) -> Bool {
    guard tree[noun].kind == .noun, let marker = tree[noun].marker, sentence.compiled.within.contains(marker.key)
    else { return false }
    return tree.arcs(to: noun).contains { arc in
      arc.relation == .oblique && verbs.contains(arc.head) && tree[arc.head].kind == .verb
    }
  }

  /// Whether a verb says more of a happening that a noun of the sentence names.
  private func tells(verb: PhraseID, of phrases: Set<PhraseID>) -> Bool {
    guard tree[verb].kind == .verb else { return false }
    if let (subject, _) = sentence.subject(of: verb), phrases.contains(subject) { return true }
    let clause = tree[tree.clause(of: verb)]
    return clause.head == verb && clause.antecedent.map(phrases.contains) ?? false
  }

  /// Those whom a war killed over the years: the killing is told in a clause about it, or is its doing.
  private func isOfWar(_ killing: PhraseID, _ triggers: Set<PhraseID>) -> Bool {
    func isWar(_ id: PhraseID?) -> Bool {
      guard let id, !triggers.contains(id) else { return false }
      return tree[id].features.intersects(sentence.grammar.warfare)
    }
    if isWar(killing) { return true }
    let own = tree.clause(of: predication.trigger)
    var clause = tree.clause(of: killing)
    if clause != own, let verb = tree[clause].head, isWar(sentence.subject(of: verb)?.phrase) { return true }
    while clause != own {
      if isWar(tree[clause].antecedent) { return true }
      guard let outer = tree[clause].parent else { return false }
      clause = outer
    }
    return false
  }

  /// The happening that a killing belongs to: the one that it governs, else the nearest in clauses that belong
  /// together.
  private func trigger(of killing: PhraseID, among triggers: Set<PhraseID>) -> PhraseID? {
    let phrases = triggers.filter {
      belongs(tree.clause(of: killing), to: tree.clause(of: $0)) && !isObject(killing, of: $0)
    }
    return phrases.min {
      (isGoverned($0, by: killing) ? 0 : 1, abs($0.int - killing.int), $0.int)
        < (isGoverned($1, by: killing) ? 0 : 1, abs($1.int - killing.int), $1.int)
    }
  }

  /// They *met* their death: the verb tells of the killing, and of no happening that it belongs to.
  private func isObject(_ killing: PhraseID, of verb: PhraseID) -> Bool {
    tree.arcs(to: killing).contains { $0.head == verb && $0.relation == .object }
  }

  /// Whether one clause says more of what the other tells, and nobody's speech stands between.
  private func belongs(_ clause: ClauseID, to other: ClauseID) -> Bool {
    clause == other || around(clause).contains(other) || around(other).contains(clause) || goesOn(clause, other)
  }

  /// A verb without a subject right behind what is told says what came of it: an explosion yesterday *led to* ….
  private func goesOn(_ clause: ClauseID, _ other: ClauseID) -> Bool {
    guard clause.int == other.int + 1, tree[clause].kind == .main, tree[clause].joinedTo == nil,
      let verb = tree[clause].head, tree[clause].phrases.first == verb
    else { return false }
    return sentence.subject(of: verb) == nil && tree.phrases[verb.int - 1].kind != .boundary
  }

  /// The clauses that a clause goes on with or says more of.
  private func around(_ start: ClauseID) -> [ClauseID] {
    var result: [ClauseID] = []
    var queue = [start]
    while let clause = queue.popLast() {
      let outer: [ClauseID?] = [
        tree[clause].joinedTo, tree[clause].kind == .content ? nil : tree[clause].parent,
      ]
      for next in outer.compactMap({ $0 }) where !result.contains(next) {
        result.append(next)
        queue.append(next)
      }
    }
    return result
  }

  /// Killed *in an attack*, the killing of a man *in a raid*.
  private func isGoverned(_ trigger: PhraseID, by killing: PhraseID) -> Bool {
    tree.arcs(to: trigger).contains {
      $0.head == killing && ($0.relation == .oblique || $0.relation == .attribute)
    }
  }

  // MARK: - Whom

  /// Of an active verb its object; of a passive one, or one of dying, its subject.
  private func victims(ofVerb verb: PhraseID) -> [Filler] {
    let objects = sentence.objects(of: verb).filter { !isKilling($0) && !sentence.isHappening($0) }
    if !objects.isEmpty { return objects.flatMap(members) }
    return saidSubject(of: verb)
  }

  /// The complement of a noun, and what is joined to that, or its object: the killing of *no less than five soldiers*.
  /// Of "they met *their* death" the subject.
  private func victims(of hit: LemmaHit, _ id: PhraseID) -> [Filler] {
    if sentence.tokens[hit.token].analysis.suffixLetters > 0 {
      return tree.arcs(to: id).filter { $0.relation == .object }.flatMap { arc in
        saidSubject(of: arc.head) + (sentence.subject(of: arc.head).map { amongThem($0.phrase, behind: id) } ?? [])
      }
    }
    guard hit.end < tree[id].tokens.upperBound else { return tree.dependents(of: id, .object).flatMap(members) }
    // The wounded: with the article it governs nobody.
    guard !sentence.tokens[hit.token].isDefinite || hit.end - hit.token > 1 else { return [] }
    let joined = tree.dependents(of: tree.leader(of: id), .conjunct).filter { $0 > id }.prefix { !isKilling($0) }
    return [sentence.filler(id, from: behindPreposition(hit.end), .casualty)] + joined.map(filler)
      + amongThem(joined.last ?? id, behind: joined.last ?? id)
  }

  /// So many dead *of* the soldiers.
  private func behindPreposition(_ token: Int) -> Int {
    sentence.tokens[token].classes.contains(.preposition) ? token + 1 : token
  }

  /// The phrases that count those whom a word tells of, up to the next word of killing or wounding.
  private func counted(by hit: LemmaHit, _ id: PhraseID) -> [PhraseID] {
    if tree[id].kind == .verb {
      let objects = sentence.objects(of: id).filter { !isKilling($0) && !sentence.isHappening($0) }
      let subject = sentence.subject(of: id).flatMap { $0.isSaid ? $0.phrase : nil }
      guard let first = objects.first ?? subject else { return [] }
      return withOthers(tree.coordination(of: first).prefix { !tellsOfOthers($0) })
    }
    guard sentence.tokens[hit.token].analysis.suffixLetters == 0 else { return [] }
    guard hit.end < tree[id].tokens.upperBound else {
      return withOthers(tree.dependents(of: id, .object).flatMap(tree.coordination).prefix { !tellsOfOthers($0) })
    }
    return withOthers(
      [id] + tree.dependents(of: tree.leader(of: id), .conjunct).filter { $0 > id }.prefix { !tellsOfOthers($0) })
  }

  /// With those who are counted besides: five soldiers *in addition to two guards*.
  private func withOthers(_ phrases: some Collection<PhraseID>) -> [PhraseID] {
    let phrases = Array(phrases)
    guard let last = phrases.max(), last.int + 1 < tree.phrases.count, let marker = tree.phrases[last.int + 1].marker,
      sentence.compiled.besides.contains(marker.key)
    else { return phrases }
    let others = tree.coordination(of: PhraseID(last.int + 1)).prefix { !tellsOfOthers($0) }
    return phrases + others.filter { !phrases.contains($0) }
  }

  /// Of a verb's object, else its subject, those whom the text names besides: gunmen killed nine people, *among them
  /// two officers*. So it is with those behind a noun, or behind a preposition: nine people were let go, *among them*
  /// one who is named. What the verb has besides may stand between: sentenced nine people to prison, *among them* ….
  func namedAmong(_ trigger: PhraseID) -> [Filler] {
    let isVerb = reader.predication.isVerb
    let object = isVerb ? sentence.objects(of: trigger).first : nil
    let said = isVerb ? sentence.subject(of: trigger).flatMap { $0.isSaid ? $0.phrase : nil } : nil
    if let whole = object ?? said, !isKilling(whole) {
      let last = lastOf(whole)
      let named = amongThem(last, behind: last)
      let behindVerb = whole < trigger ? amongThem(whole, behind: trigger) : []
      if !named.isEmpty || !behindVerb.isEmpty { return named + behindVerb }
    }
    let heads = [trigger] + reader.predication.carriers.map(\.phrase).filter { $0 != trigger }
    let behind = heads.flatMap { tree.dependents(of: $0, .oblique) + tree.dependents(of: $0, .attribute) }
    for phrase in (isVerb ? [] : [trigger]) + behind where !isKilling(phrase) || phrase == trigger {
      let named = amongThem(object ?? phrase, behind: lastOf(phrase))
      if !named.isEmpty { return named }
    }
    return []
  }

  /// The last one of those that a phrase joins, up to a word of killing.
  private func lastOf(_ whole: PhraseID) -> PhraseID {
    tree.coordination(of: whole).prefix { !isKilling($0) }.last ?? whole
  }

  private func saidSubject(of verb: PhraseID) -> [Filler] {
    guard let (subject, isSaid) = sentence.subject(of: verb) else { return [] }
    guard isSaid else {
      // The army said that *he* had been killed: whoever was named last, and not the body that says so.
      let isBody = tree[subject].features.intersects(sentence.grammar.isOrganization)
      let named = isBody ? PronounResolver(sentence: sentence).latter(before: verb) : nil
      return [named].compactMap { $0 }.filter { $0.phrase != nil }
    }
    // Eight people were killed, *among them five policemen*: the verb may stand between.
    let behind = subject < verb ? amongThem(subject, behind: verb) : []
    return members(subject) + behind
  }

  private func members(_ id: PhraseID) -> [Filler] {
    let members = tree.coordination(of: id).prefix { !isKilling($0) }
    return members.map(filler) + amongThem(members.last ?? id, behind: members.last ?? id)
  }

  /// Those of them whom the text names: thirteen people, *among them seven officers*. Of those of whom it is said what
  /// they are, only people by name: six soldiers, *among them* one who is named. So it is with places: several states,
  /// *among them* Libya.
  private func amongThem(_ id: PhraseID, behind last: PhraseID) -> [Filler] {
    let says = !tree[id].features.intersects(sentence.grammar.bareCount) && !isBareCount(id)
    let areSites = sentence.typing.matches(sentence.filler(id, .object), [.location])
    let wanted = areSites ? sentence.grammar.isPlace : sentence.grammar.namedPerson
    return named(behind: last).filter { one in
      !says || one.phrase.map { tree[$0].features.intersects(wanted) } ?? false
    }
  }

  private func filler(_ id: PhraseID) -> Filler { sentence.filler(id, .casualty) }

  private func named(behind id: PhraseID) -> [Filler] {
    let behind = (id.int + 1)..<tree.phrases.count
    let opener = behind.first { index in
      switch tree.phrases[index].kind {
      case .comma, .time: false
      case .other: tree.phrases[index].marker != nil && !isAmongThem(index + 1)
      default: true
      }
    }
    guard let opener, isAmongThem(opener) else { return [] }
    guard opener + 1 < tree.phrases.count, tree.phrases[opener + 1].kind == .noun, tree.phrases[opener + 1].isBare
    else { return [] }
    return tree.coordination(of: PhraseID(opener + 1)).prefix { !isKilling($0) }.map { sentence.filler($0, .casualty) }
  }

  /// A number in digits or words that counts nothing: *four* were killed.
  private func isBareCount(_ id: PhraseID) -> Bool {
    let filler = filler(id)
    guard filler.tokens.count == 1, !sentence.typing.isBareNumber(filler) else { return filler.tokens.count == 1 }
    let word = sentence.tokens[filler.tokens.lowerBound]
    return !word.isDefinite && !word.classes.isDisjoint(with: [.numeral, .quantifier])
  }

  private func isAmongThem(_ index: Int) -> Bool {
    index < tree.phrases.count && tree.phrases[index].features.intersects(sentence.grammar.amongThem)
  }

  /// Whether a word of killing or wounding stands in a phrase: 51 dead and *more than a hundred wounded*.
  private func tellsOfOthers(_ id: PhraseID) -> Bool { tree[id].tokens.range.contains { isKilling(at: $0) } }

  private func isKilling(_ id: PhraseID) -> Bool { isKilling(at: tree[id].head) }

  private func isKilling(at token: Int) -> Bool { sentence.hits.first(at: token) { counted.contains($0.lemma) } != nil }
}
