import KhabarCore
import KhabarSyntax

/// Says whom a pronoun stands for: by the names layer where it has one answer, else the subject of a clause around or
/// before, else whom the text is about. A pronoun never stands for the subject of its own verb.
struct PronounResolver {
  let sentence: SentenceReading

  private var tree: SentenceTree { sentence.tree }

  /// Whose a noun is: *his* visit.
  func possessor(of noun: PhraseID) -> Filler? {
    if let known = known(at: tree[noun].head) { return known }
    if let person = personOfAct(before: noun) ?? personOfWords(with: noun) { return person }
    if let subject = subject(for: noun, around: tree.clause(of: noun), except: [noun], isOwnAllowed: true) {
      return subject
    }
    let first = tree.phrases.indices.first {
      $0 < noun.int && tree.phrases[$0].isBare && tree.phrases[$0].mention != nil
        && sentence.grammar.mayStand(tree[noun], for: tree.phrases[$0])
    }
    if let first { return sentence.filler(PhraseID(first), .possessor) }
    return personInside(before: noun) ?? topic(.possessor)
  }

  /// By the removal of *so-and-so* from office and *his* appointment as …: of what "and" joins to an act before it, who
  /// is named in that act.
  private func personOfAct(before noun: PhraseID) -> Filler? {
    guard tree[noun].isJoined, sentence.isHappening(noun) else { return nil }
    let acts = tree[tree.clause(of: noun)].phrases.filter { $0 < noun && sentence.isHappening($0) }
    return acts.reversed().lazy.compactMap { person(inside: $0) }.first
  }

  /// The words of *so-and-so* at *his* meeting, which the clause is about: who is named in the noun that one with a
  /// pronoun hangs on, where the clause has no verb before it.
  private func personOfWords(with noun: PhraseID) -> Filler? {
    if let verb = tree[tree.clause(of: noun)].head, verb < noun { return nil }
    let governor = tree.arcs(to: noun).first { $0.relation == .attribute && $0.head < noun }?.head
    return governor.flatMap { person(inside: $0, for: noun) }
  }

  /// What stands before its clause's verb, which has another subject: *the owner of the car*, an arrest was made of
  /// him.
  private func resumed(by pronoun: PhraseID, in clause: Clause, besides own: [PhraseID]) -> PhraseID? {
    guard let verb = clause.head, verb < pronoun, !own.isEmpty,
      let topic = clause.phrases.first(where: { tree[$0].kind == .noun && tree[$0].isBare && $0 < verb }),
      !own.contains(topic), tree[topic].features.intersects(sentence.grammar.acts),
      sentence.grammar.mayStand(tree[pronoun], for: tree[topic])
    else { return nil }
    return topic
  }

  /// Who is named inside a noun that a relative clause is about, where the pronoun in it may stand for him: the
  /// invitation of *the president*, with whom he had met.
  private func person(inside noun: PhraseID, for pronoun: PhraseID) -> Filler? {
    guard let person = person(inside: noun) else { return nil }
    let title = sentence.tokens[person.tokens.lowerBound]
    return sentence.grammar.mayStand(tree[pronoun], forFeminine: title.shape.contains(.feminineEnding)) ? person : nil
  }

  /// The person named last in a phrase before a noun without being what it is about: the visit *of so-and-so*, and his
  /// meeting with ….
  private func personInside(before noun: PhraseID) -> Filler? {
    let people = (0..<noun.int).reversed().lazy.filter { tree.phrases[$0].kind == .noun }
      .compactMap { person(inside: PhraseID($0)) }
    return people.first { person in
      let title = sentence.tokens[person.tokens.lowerBound]
      return sentence.grammar.mayStand(tree[noun], forFeminine: title.shape.contains(.feminineEnding))
    }
  }

  /// Whom a verb's object pronoun stands for: received *him*.
  func object(of verb: PhraseID) -> Filler? {
    if let known = known(at: tree[verb].head) { return known }
    let own = sentence.subject(of: verb).map { [$0.phrase] } ?? []
    return subject(for: verb, around: tree.clause(of: verb), except: own, isOwnAllowed: false)
      ?? topic(.possessor, besides: own)
  }

  /// Whom a preposition's pronoun stands for: held talks *with him*. In a relative clause without another pronoun it
  /// resumes the noun.
  func governed(_ id: PhraseID, by predication: Predication) -> Filler? {
    if let known = known(at: tree[id].head) { return known }
    let clause = tree[tree.clause(of: id)]
    if let antecedent = clause.antecedent, !takesPronoun(clause.head) {
      return tree[antecedent].features.intersects(sentence.grammar.acts.union(sentence.grammar.isPlace))
        ? sentence.filler(antecedent, .possessor) : person(inside: antecedent, for: id)
    }
    var own = ([predication.tensed, clause.head].compactMap { $0 }).compactMap { sentence.subject(of: $0)?.phrase }
    if let topic = resumed(by: id, in: clause, besides: own) { return sentence.filler(topic, .possessor) }
    if let met = metBefore(by: own, for: id, in: clause) { return sentence.filler(met, .possessor) }
    // In a call *that he held with him* the one is who the clause around tells of, the other is not.
    if own.isEmpty, let around = clause.parent.flatMap({ tree[$0].head }).flatMap({ sentence.subject(of: $0) }) {
      own = [around.phrase]
    }
    return subject(for: id, around: tree.clause(of: id), except: own, isOwnAllowed: false)
      ?? lastPerson(before: id, besides: own) ?? topic(.possessor, besides: own)
  }

  /// He met *the minister* and discussed it with *him*: whom the verb before, with the same subject, was done to.
  private func metBefore(by subjects: [PhraseID], for pronoun: PhraseID, in clause: Clause) -> PhraseID? {
    guard let before = clause.joinedTo, let verb = tree[before].head,
      sentence.subject(of: verb).map({ subjects.contains($0.phrase) }) ?? false
    else { return nil }
    return sentence.objects(of: verb).first {
      !subjects.contains($0) && tree[$0].features.intersects(sentence.grammar.namedPerson)
        && sentence.grammar.mayStand(tree[pronoun], for: tree[$0])
    }
  }

  /// Who is on the visit during which a verb tells of what he did: the visit *of so-and-so* was long; *during it* he
  /// met ….
  func person(onWhatHolds verb: PhraseID) -> Filler? {
    let clause = tree[tree.clause(of: verb)]
    guard clause.phrases.contains(where: sentence.isDuringIt) else { return nil }
    let before = (0..<verb.int).reversed().lazy.map { PhraseID($0) }.first { sentence.isHappening($0) }
    return (clause.antecedent ?? before).flatMap { sentence.isHappening($0) ? person(inside: $0) : nil }
  }

  /// Who was named last before a phrase, in the sentence or as whom the text is about.
  func latter(before id: PhraseID) -> Filler? {
    let named = (0..<id.int).reversed().first { tree.phrases[$0].features.intersects(sentence.grammar.namedPerson) }
    return named.map { sentence.filler(PhraseID($0), .possessor) } ?? topic(.possessor)
  }

  /// Whom the text is about.
  ///
  /// - Parameter others: phrases that it must not be.
  func topic(_ source: SlotSource, besides others: [PhraseID] = []) -> Filler? {
    guard let topic = sentence.topic else { return nil }
    let mentions = sentence.document.mentions
    if others.contains(where: {
      sentence.grammar.mention(of: $0, in: tree).map { mentions[$0].entity == mentions[topic.mention].entity } ?? false
    }) {
      return nil
    }
    return Filler(phrase: nil, tokens: topic.tokens, mention: topic.mention, relation: source)
  }

  /// Whom a word of honour with a pronoun stands for: فخامته "His Excellency" is the last one before it who was told
  /// with that honour, فخامة الرئيس, where whom the text is about was not.
  func honored(at token: Int, _ source: SlotSource) -> Filler? {
    let mentions = sentence.document.mentions
    let honored = mentions.ids.filter { index in
      let mention = mentions[index]
      return mention.type == .person && mention.kind != .collective && mention.entity != nil
        && mention.phrase.upperBound <= token && mention.phrase.range.contains { isHonor($0, of: token) }
    }
    guard let last = honored.last,
      !honored.contains(where: { index in
        sentence.topic.map { mentions[$0.mention].entity == mentions[index].entity } ?? false
      })
    else { return topic(source) }
    return Filler(phrase: nil, tokens: mentions[last].phrase, mention: last, relation: source)
  }

  /// Whether a word is the one that another has with a pronoun.
  private func isHonor(_ index: Int, of token: Int) -> Bool {
    let (word, whole) = (sentence.tokens[index], sentence.tokens[token].key)
    guard word.classes.contains(.honorific), word.stem.count > 2, word.stem.count < whole.count else { return false }
    let shared = (0..<word.stem.count).prefix { word.stem[$0] == whole[$0] }.count
    return shared > 2 && shared >= word.stem.count - 1
  }

  private func takesPronoun(_ verb: PhraseID?) -> Bool {
    verb.map { sentence.tokens[tree[$0].head].analysis.suffixLetters > 0 } ?? false
  }

  /// The pronoun that the names layer knows the referent of.
  private func known(at token: Int) -> Filler? {
    let found = sentence.mentions.pronoun(at: token)
    return found.map {
      Filler(phrase: nil, tokens: TextSpan(token, token + 1), mention: $0, relation: .possessor)
    }
  }

  /// The subject of the nearest clause around that can do something. Where it is another by its gender, who stands in
  /// its phrase may be meant: the family of *so-and-so* said that the police arrested him.
  private func subject(
    for pronoun: PhraseID, around start: ClauseID, except: [PhraseID], isOwnAllowed: Bool
  ) -> Filler? {
    var clause = isOwnAllowed ? start : tree[start].parent ?? tree[start].joinedTo
    while let here = clause {
      if let verb = tree[here].head, let subject = told(by: verb), !except.contains(subject) {
        if let noun = AntecedentNoun(sentence: sentence).token(of: subject, for: verb) {
          return sentence.filler(subject, from: noun, .possessor)
        }
        if tree[subject].features.intersects(sentence.grammar.acts) {
          if sentence.grammar.mayStand(tree[pronoun], for: tree[subject]) {
            return sentence.filler(subject, .possessor)
          }
          if let person = person(inside: subject) { return person }
        }
      }
      clause = tree[here].parent
    }
    return nil
  }

  /// Whom a verb tells of: its subject, of a passive verb whom it is done to.
  private func told(by verb: PhraseID) -> PhraseID? {
    sentence.subject(of: verb)?.phrase ?? tree.dependents(of: verb, .patient).first
  }

  /// The person told by name or office inside a phrase, behind the noun that it begins with.
  func person(inside phrase: PhraseID) -> Filler? {
    let mentions = sentence.document.mentions
    let people = sentence.mentions.phrases(startingIn: tree[phrase].tokens.range).filter {
      (mentions[$0].type == .person && mentions[$0].kind != .description || mentions[$0].type == .office)
        && mentions[$0].phrase.lowerBound > tree[phrase].content
    }
    // The visit of *the foreign minister so-and-so*, whose name the lists have without his title.
    let isNamedBehindOffice =
      people.count > 1 && mentions[people[0]].type == .office && mentions[people[1]].type == .person
      && mentions[people[0]].phrase.upperBound == mentions[people[1]].phrase.lowerBound
    let found = isNamedBehindOffice ? people[1] : people.first
    return found.map { Filler(phrase: nil, tokens: mentions[$0].phrase, mention: $0, relation: .possessor) }
  }

  /// The last person before a phrase who is named and none of `others`: praised *the envoy*, praised the role of *the
  /// envoy*, in a call with him.
  private func lastPerson(before id: PhraseID, besides others: [PhraseID]) -> Filler? {
    let entities = others.compactMap { sentence.grammar.mention(of: $0, in: tree) }
      .map { sentence.document.mentions[$0].entity }
    for phrase in (0..<id.int).reversed().map({ PhraseID($0) }) where !others.contains(phrase) {
      let isNamed = tree[phrase].features.intersects(sentence.grammar.namedPerson)
      guard let found = isNamed ? sentence.filler(phrase, .possessor) : person(inside: phrase),
        let mention = found.mention, !entities.contains(sentence.document.mentions[mention].entity),
        !isNamed || sentence.grammar.mayStand(tree[id], for: tree[phrase])
      else { continue }
      return found
    }
    return nil
  }
}
