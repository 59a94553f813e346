import KhabarCore
import KhabarSyntax

/// Finds the date of a happening in its sentence: of its own verb or noun, of what carries it, and for a loose noun of
/// the clause that it stands in.
struct TimeFinder {
  let sentence: SentenceReading
  let predication: Predication
  /// The day on which it is announced is its own.
  let isAnnounced: Bool

  private var tree: SentenceTree { sentence.tree }

  /// Index of the time expression: behind the trigger before in front of it, a day before a year; without one, that of
  /// what it happened during.
  var time: TimeID? {
    let report = isAnnounced ? nil : predication.report(in: tree, announcing: sentence.grammar.announces)
    // "Was convicted on Monday of the attack": that was the conviction's day.
    let isCharge = tree[predication.trigger].marker != nil && !predication.isVerb
    let heads = predication.heads(in: tree).filter { head in
      !isCharge || !tree[head].features.intersects(sentence.grammar.charges)
    }
    var found = Set(
      heads.flatMap { head in
        tree.dependents(of: head, .time).filter { head != report || $0 > predication.trigger }
      })
    for noun in looseNouns { found.formUnion(timesOfClause(around: noun)) }
    return first(of: found) ?? first(of: Set(timesAround)) ?? first(of: Set(timesOfWhatHolds))
      ?? first(of: Set(timesOfDoers)) ?? first(of: Set(timesSince))
  }

  /// The day of the deed that the happening's subject went on from: raided a house *on Monday* and arrested two.
  var dayOfDeedBefore: TimeID? {
    let times = sentence.deedBefore(predication).map { tree.dependents(of: $0, .time) } ?? []
    return first(of: Set(times.filter { id in expression(id)?.days.map { $0.lowerBound == $0.upperBound } ?? false }))
  }

  /// The dates of a happening during which this one was: they held *on Monday* a meeting during which they signed ….
  private var timesOfWhatHolds: [PhraseID] {
    sentence.headsOfHolder(predication).flatMap { tree.dependents(of: $0, .time) }
  }

  /// The dates of the relative clauses that say who did it: an attack *that gunmen made yesterday* left two dead.
  private var timesOfDoers: [PhraseID] {
    tree.clauses.filter { $0.antecedent == predication.trigger }.compactMap(\.head)
      .filter { tree[$0].features.intersects(sentence.grammar.carriesOut) }
      .flatMap { tree.dependents(of: $0, .time) }
  }

  /// The dates of what several of them have been since: since the war began *in October* they have made attacks.
  private var timesSince: [PhraseID] {
    guard tree[predication.trigger].features.intersects(sentence.grammar.several) else { return [] }
    return sentence.clausesSince(predication).flatMap(dates)
  }

  /// The trigger and the nouns that carry it, where no verb does but those of its relative clauses.
  private var looseNouns: [PhraseID] {
    let isOutside = { (carrier: Predication.Carrier) in
      carrier.isVerb && tree[tree.clause(of: carrier.phrase)].antecedent != predication.trigger
    }
    guard !predication.isVerb, !predication.carriers.contains(where: isOutside) else { return [] }
    let nouns = predication.carriers.filter { !$0.isVerb && $0.phrase != predication.trigger }
    return [predication.trigger] + nouns.map(\.phrase)
  }

  private func first(of found: Set<PhraseID>) -> TimeID? {
    let dates = found.lazy.filter(isDate).sorted()
    let ordered = dates.filter { $0 > predication.trigger } + dates.filter { $0 < predication.trigger }
    let day = ordered.first { id in expression(id)?.days.map { $0.lowerBound == $0.upperBound } ?? false }
    return (day ?? ordered.first).flatMap { tree[$0].time }
  }

  /// The dates of the clause that goes on meanwhile: he said *yesterday* during his meeting with …, *in May*, when he
  /// visited ….
  private var timesAround: [PhraseID] {
    let noun = looseNouns.first(where: sentence.isMeanwhile)
    let clause = noun.map { tree.clause(of: $0) } ?? sentence.clauseAround(predication)
    return clause.map { dates(of: tree[$0]) } ?? []
  }

  /// The date of the verbs that tell whom it killed or hurt: a soldier was killed *on Sunday* and another one hurt in
  /// an attack.
  func dayOfKillings(_ killings: [PhraseID]) -> TimeID? {
    first(of: Set(killings.flatMap { tree.dependents(of: $0, .time) }))
  }

  /// Whether it goes on for days: somebody *begins* it, or it is said to take *two days*, by itself or by what it is
  /// told with: he arrived *on a visit of two days*.
  var isOfDays: Bool {
    let heads = predication.heads(in: tree)
    if heads.contains(where: { tree[$0].features.intersects(sentence.grammar.begins) }) { return true }
    let nouns = heads + heads.flatMap { tree.dependents(of: $0, .oblique) }.filter(sentence.isHappening)
    let relatives = tree.clauses.filter { $0.antecedent.map(nouns.contains) ?? false }.compactMap(\.head)
    return (nouns + relatives).flatMap { tree.dependents(of: $0, .time) }.contains(where: countsDays)
  }

  /// "For three days", "from the 14th to the 17th".
  private func countsDays(_ id: PhraseID) -> Bool {
    guard let time = expression(id) else { return false }
    switch time.kind {
    case .duration: return !time.value.contains("T") && (time.value.hasSuffix("D") || time.value.hasSuffix("W"))
    case .date: return time.value.contains("/")
    default: return false
    }
  }

  /// The date on which one of those who did it said so: *the company* announced *on Monday* that it had signed ….
  func dayOfAnnouncement(by participants: [Party]) -> TimeID? {
    let mentions = sentence.document.mentions
    let verb = predication.governors(in: tree, notBeyond: sentence.grammar.comment).first { verb in
      guard tree[verb].kind == .verb, tree[verb].features.intersects(sentence.grammar.speaking),
        let (subject, _) = sentence.subject(of: verb),
        let entity = sentence.grammar.mention(of: subject, in: tree).flatMap({ mentions[$0].entity })
      else { return false }
      return participants.contains { $0.entity == entity }
    }
    return verb.flatMap { first(of: Set(tree.dependents(of: $0, .time))) }
  }

  /// The dates of a clause's verb; without a verb all that stand in it.
  private func dates(of clause: Clause) -> [PhraseID] {
    clause.head.map { tree.dependents(of: $0, .time) } ?? clause.phrases.filter { tree[$0].kind == .time }
  }

  private func expression(_ id: PhraseID) -> TimeExpression? { tree[id].time.map { sentence.document.times[$0] } }

  private func isDate(_ id: PhraseID) -> Bool {
    // An hour of no known day and "recently" date nothing, and what was *before* the feast was not on its day.
    guard let time = expression(id) else { return false }
    let isBeside =
      tree[id].features.intersects(sentence.grammar.besideDay) && time.tokens.lowerBound > tree[id].tokens.lowerBound
    if time.kind == .date, isBeside { return false }
    return (time.kind == .date || time.kind == .time) && time.days != nil
  }

  /// The dates of the verb that a loose noun hangs on. Behind the noun they may be its own, as far as no mark or other
  /// happening stands between; before it they are when it is that verb's subject: تم أمس توقيع "there was yesterday the
  /// signing of".
  private func timesOfClause(around noun: PhraseID) -> [PhraseID] {
    guard let verb = tree[tree.clause(of: noun)].head else { return timesOfNominalClause(around: noun) }
    let phrase = tree[noun]
    // "On a visit to Qatar, on Monday, he met …": behind a comma the date is the clause's.
    let isAside = !phrase.isBare && phrase.mention == nil
    let isSubject = sentence.isSubject(noun, of: verb)
    return tree.dependents(of: verb, .time).filter { id in
      guard id > noun else { return isSubject }
      return !(noun.int + 1..<id.int).contains { index in
        tree.phrases[index].kind == .comma
          ? isAside && index + 1 == id.int : tellsOfOther(PhraseID(index))
      }
    }
  }

  /// The dates behind a noun in a clause that has no verb: the forces are about to leave *on Tuesday*.
  private func timesOfNominalClause(around noun: PhraseID) -> [PhraseID] {
    tree[tree.clause(of: noun)].phrases.filter { id in
      tree[id].kind == .time && id > noun && !isOfFirstSince(id)
        && !(noun.int + 1..<id.int).contains { tellsOfOther(PhraseID($0)) }
    }
  }

  /// "It is the first one *since 2011*": the date that the grammar gives to nothing is not its day.
  private func isOfFirstSince(_ id: PhraseID) -> Bool {
    tree[id].features.intersects(sentence.grammar.sinceMarker) && tree.arcs(to: id).isEmpty
  }

  /// Whether a phrase between a noun and a date tells of something else, whose date it may be. During talks the date
  /// is that of both.
  private func tellsOfOther(_ id: PhraseID) -> Bool {
    if tree[id].kind == .verb || sentence.isHappening(id) { return true }
    return sentence.tellsOfHappening(id) && !sentence.isMeanwhile(id)
  }
}
