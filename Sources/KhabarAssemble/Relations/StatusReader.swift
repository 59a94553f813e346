import KhabarCore
import KhabarSyntax

/// Says whether a happening has happened, from tense, time and the words that govern its trigger.
struct StatusReader {
  let sentence: SentenceReading
  let predication: Predication
  /// What the rule's kind of event says of itself.
  let event: EventDeclaration

  /// Tokens on either side of the trigger in which a signal governs it.
  private static let reach = 7
  /// Tokens of a relative clause in which a signal speaks of its noun: "that was planned for".
  private static let relativeReach = 4

  private var phrases: [Phrase] { sentence.phrases }
  private var tree: SentenceTree { sentence.tree }

  private var denial: DenialReader { DenialReader(sentence: sentence, predication: predication) }

  /// What a clause says of whether its happening has happened.
  struct Reading {
    var status: EventStatus
    /// False for a present tense or a noun by itself: "visits Cairo", "the visit to Cairo" may announce, tell or head a
    /// report.
    var isCertain = true
  }

  /// nil when the clause reports no happening: a condition, a wish, a negation.
  func status(time: TimeExpression?) -> Reading? {
    let signal = signal
    switch signal?.meaning {
    case .hypothetical: return nil
    // What *will* go on is to come.
    case .status(.ongoing) where signal.map({ saysFuture(at: $0.token) }) ?? false: return Reading(status: .planned)
    // What goes on is told in the present: "still doubt the vote that he won" says nothing of the winning.
    case .status(.ongoing) where predication.tensed != nil && !isPresent: break
    case .status(.planned) where isOnlyMeant: return nil
    case .status(.planned) where event.traits.contains(.done) && isTalkedOf: break
    case .status(let status): return Reading(status: status)
    case nil, .achieved: break
    }
    if denial.isDenied || event.traits.contains(.done) && isPurpose { return nil }
    return statusOfTense(time)
  }

  /// What the tense and the time say, where no word says more.
  private func statusOfTense(_ time: TimeExpression?) -> Reading {
    let isFuture = isAhead(time)
    guard let verb = predication.tensed else { return statusOfNoun(isFuture: isFuture) }
    if saysFuture(at: tree[verb].head) { return Reading(status: .planned) }
    guard tense(of: verb) == .present else { return Reading(status: isRepeatedSince ? .ongoing : pastStatus(time)) }
    return isFuture ? Reading(status: .planned) : presentStatus(of: verb, time)
  }

  /// Whether a word that tells of plans speaks of what is no happening until it is done, and no verb says that it
  /// *will* be.
  private var isOnlyMeant: Bool {
    event.traits.contains(.done) && !isTalkedOf
      && !(predication.tensed.map { saysFuture(at: tree[$0].head) } ?? false)
  }

  /// Whether a verb or noun that does not carry it speaks of the happening as it is: plans to *answer* the shelling.
  private var isTalkedOf: Bool {
    guard let marker = tree[predication.trigger].marker, !marker.isAttached else { return false }
    return tree.arcs(to: predication.trigger).contains { arc in
      (arc.isGoverned || arc.relation == .attribute) && !predication.carriers.contains { $0.phrase == arc.head }
    }
  }

  /// Whether the trigger, or the verbal noun that carries it, says for what something is done: planted bombs *to hit* a
  /// convoy. What its carrier or a noun governs is no purpose, nor is what is known: cars used for *the* attack.
  private var isPurpose: Bool {
    wordsBehindTo.contains { phrase, token in
      !sentence.tokens[token].isDefinite && token == tree[phrase].content && !isGovernedOtherwise(phrase)
    }
  }

  /// The trigger, and the nouns that carry it, as far as they stand behind "to".
  private var wordsBehindTo: [(phrase: PhraseID, token: Int)] {
    let nouns = predication.carriers.filter { !$0.isVerb }.map { (phrase: $0.phrase, token: $0.token) }
    return ([(phrase: predication.trigger, token: predication.token)] + nouns).filter {
      sentence.tokens[$0.token].analysis.proclitics.contains(.to)
    }
  }

  private func isGovernedOtherwise(_ phrase: PhraseID) -> Bool {
    tree.arcs(to: phrase).contains { arc in
      arc.relation == .attribute || arc.isGoverned && predication.carriers.contains { $0.phrase == arc.head }
    }
  }

  /// What a noun that no verb carries says by itself.
  private func statusOfNoun(isFuture: Bool) -> Reading {
    if isForWhatIsAhead { return Reading(status: .planned) }
    if isToldOfAhead || isForWhichSomebodyCame { return Reading(status: .planned, isCertain: false) }
    return Reading(status: isFuture ? .planned : .occurred, isCertain: isFuture)
  }

  /// *Since* the war began, *since* May they have carried out *attacks*: of what goes on several of them have no end.
  private var isRepeatedSince: Bool {
    guard event.present == .ongoing, tree[predication.trigger].features.intersects(sentence.grammar.several) else {
      return false
    }
    let isSince = predication.heads(in: tree).contains { head in
      tree.arcs(from: head).contains {
        ($0.relation == .oblique || $0.relation == .time)
          && tree[$0.dependent].features.intersects(sentence.grammar.sinceMarker)
      }
    }
    return isSince || !sentence.clausesSince(predication).isEmpty
  }

  private func saysFuture(at token: Int) -> Bool { sentence.tokens[token].analysis.proclitics.contains(.future) }

  /// What a verb in the past tells, unless its day is ahead by its own words. "On Monday", read as the next one by
  /// another verb's tense, was the last one.
  private func pastStatus(_ time: TimeExpression?) -> EventStatus {
    guard let time, time.kind == .date, !time.isSideOpen, isAhead(time) else { return .occurred }
    return .planned
  }

  /// What somebody does something for is ahead: he *will* leave for Paris, or leaves for it, *to meet* …, *to hold*
  /// talks. So is that during which he will do something: he *will* meet the minister *on his visit*.
  private var isForWhatIsAhead: Bool {
    guard let verb = tree[tree.clause(of: predication.trigger)].head else { return false }
    let isHis = sentence.tokens[predication.token].analysis.suffixLetters > 0
    let isAside = (min(verb, predication.trigger).int..<max(verb, predication.trigger).int).contains {
      phrases[$0].kind == .comma
    }
    if isHis, !isAside, saysFuture(at: tree[verb].head), sentence.isMeanwhile(predication.trigger) { return true }
    return !wordsBehindTo.isEmpty && (saysFuture(at: tree[verb].head) || tense(of: verb) == .present)
  }

  /// Somebody came *to hold talks*: of what is arranged beforehand the talks are then still to come, unless the text
  /// tells of them elsewhere.
  private var isForWhichSomebodyCame: Bool {
    guard event.present == .planned, !wordsBehindTo.isEmpty,
      let verb = tree[tree.clause(of: predication.trigger)].head
    else { return false }
    return tree[verb].features.intersects(sentence.grammar.setsOut)
  }

  /// A visit *that will include* three cities.
  private var isToldOfAhead: Bool {
    tree.clauses.contains { clause in
      clause.antecedent == predication.trigger && clause.head.map { saysFuture(at: tree[$0].head) } ?? false
    }
  }

  private func isAhead(_ time: TimeExpression?) -> Bool {
    sentence.document.anchor.flatMap { anchor in time?.days.map { $0.lowerBound > anchor.date } } ?? false
  }

  /// The index of a time, unless it lies ahead and the happening's own verb tells of it as past: "resigned after two
  /// years" counts from when he took office.
  func fitting(_ time: TimeID?) -> TimeID? {
    guard let time, predication.isVerb, isAhead(sentence.document.times[time]),
      !sentence.document.times[time].isSideOpen,
      tense(of: predication.trigger) == .past,
      !sentence.tokens[predication.token].analysis.proclitics.contains(.future)
    else { return time }
    return nil
  }

  /// It is told of as past, as a headline tells it, or as still going on: *still* shells the city.
  var isUnderWay: Bool { !isPresent || isHeadline || signal?.meaning == .status(.ongoing) }

  /// The verb stands in a heading, or behind an indefinite subject that opens the text, which only headlines do:
  /// *gunmen attack* a police post.
  private var isHeadline: Bool {
    guard let verb = predication.tensed, !saysFuture(at: tree[verb].head) else { return false }
    if sentence.document.sentences[sentence.index].isHeading { return true }
    guard sentence.index.int == 0, let (subject, isSaid) = sentence.subject(of: verb), isSaid, subject < verb else {
      return false
    }
    let head = sentence.tokens[tree[subject].head]
    return subject.int == 0 && tree[subject].isBare && tree.clause(of: verb).int == 0 && !head.isDefinite
      && !tree[subject].features.intersects(sentence.grammar.namedPerson)
      && (tree[subject].mention.map { sentence.document.mentions[$0].kind == .description } ?? true)
  }

  /// The verb of the happening stands in the present tense.
  var isPresent: Bool { predication.tensed.map { tense(of: $0) == .present } ?? false }

  private func presentStatus(of verb: PhraseID, _ time: TimeExpression?) -> Reading {
    // "Has been shelling the city since May"
    if event.present == .ongoing, let time, time.isSideOpen, !isAhead(time) { return Reading(status: .ongoing) }
    // "Is visiting the country": a form of the verb that tells of what goes on.
    if tree[verb].features.intersects(sentence.grammar.goesOn) { return Reading(status: .ongoing, isCertain: false) }
    // A present tense with a past day, or with this day written out, tells of what was: a caption.
    if let time, let days = time.days, let anchor = sentence.document.anchor,
      days.upperBound < anchor.date || (days.upperBound == anchor.date && time.anchor == nil)
    {
      return Reading(status: .occurred)
    }
    if isHeadline { return Reading(status: .occurred, isCertain: false) }
    // "Who is visiting the country", "the country that he is visiting"
    let isAttribute =
      tree[tree.clause(of: verb)].antecedent == predication.trigger
      || tree.arcs(from: verb).contains { $0.relation == .relativeSubject || $0.relation == .relativeObject }
    // "Is now holding talks"
    let isNow = time?.value == TimeReference.present.rawValue
    return Reading(status: isNow || isAttribute && time == nil ? .ongoing : event.present, isCertain: false)
  }

  private func tense(of verb: PhraseID) -> InflectedForm.Tense {
    let own = ownTense(of: verb)
    return own == .present && (isRelative(verb) || isBehindWas(verb)) ? .past : own
  }

  private func ownTense(of verb: PhraseID) -> InflectedForm.Tense {
    let token = tree[verb].head
    if verb == predication.trigger, let form = predication.form { return form.tense }
    let carrier = predication.carriers.first { $0.phrase == verb }
    if let form = carrier?.form, form.tense != .none { return form.tense }
    for hit in sentence.hits[token] {
      if let form = sentence.compiled.form(of: hit), form.tense != .none { return form.tense }
    }
    return sentence.tokens[token].classes.contains(.verbPresent) ? .present : .past
  }

  /// "Before he …", which Arabic says in the present tense, is told of as past where what came first is.
  private func isRelative(_ verb: PhraseID) -> Bool {
    let clause = tree[tree.clause(of: verb)]
    guard clause.kind == .circumstance, let opener = clause.opener,
      tree[opener].features.intersects(sentence.grammar.timeless), let parent = clause.parent,
      let other = tree[parent].head
    else { return false }
    return tense(of: other) == .past
  }

  /// "The army *was* shelling the city" tells of the past; "is to be" and "went on shelling" do not. So does what the
  /// same subject was doing besides: planes *were* circling *and shelling* the town.
  private func isBehindWas(_ verb: PhraseID) -> Bool {
    let own = tree.clause(of: verb)
    if isBehindWas(verb, in: own) { return true }
    guard let before = tree[own].joinedTo ?? besides(own), let other = tree[before].head,
      ownTense(of: other) == .present, !(sentence.subject(of: verb)?.isSaid ?? true)
    else { return false }
    return isBehindWas(other)
  }

  /// The clause around one without an opener, which tells of what its subject does meanwhile.
  private func besides(_ clause: ClauseID) -> ClauseID? {
    tree[clause].kind == .circumstance && tree[clause].opener == nil ? tree[clause].parent : nil
  }

  private func isBehindWas(_ verb: PhraseID, in clause: ClauseID) -> Bool {
    tree[clause].phrases.contains { id in
      id < verb && tree[id].kind == .copula && tree[id].features.intersects(sentence.grammar.was)
    }
  }

  // MARK: - Signals

  /// A word that says something of the trigger.
  struct Signal {
    var meaning: StatusSignal.Meaning
    var token: Int
  }

  /// What the words say that govern the trigger: what cancels or denies it before anything else.
  var signal: Signal? {
    var found: (status: EventStatus, token: Int)?
    let first = max(clauseStart, startOfReach)
    let governors = predication.governors(
      in: tree, notBeyond: sentence.grammar.comment, telling: sentence.grammar.speaking)
    for hit in sentence.hits.hits(in: first..<max(first, signalsEnd))
    where hit.token != predication.token && speaks(hit.token, governors) {
      switch sentence.compiled.meaningByLemma[hit.lemma] {
      case .hypothetical where isBeforeOrOwn(hit.token) && !happened(by: hit.token):
        return Signal(meaning: .hypothetical, token: hit.token)
      case .status(.planned) where denial.deniesPlan(at: hit.token):
        return Signal(meaning: .hypothetical, token: hit.token)
      // "Did not deny that he met": what nobody denies is told like anything else.
      case .status(.denied) where denial.isNegatedVerb(at: hit.token): break
      case .status(let status):
        if found == nil || status == .cancelled || status == .denied { found = (status, hit.token) }
      default: break
      }
    }
    return found.map { Signal(meaning: .status($0.status), token: $0.token) }
  }

  /// Before the trigger, or an adjective of its phrase: a *possible* attack. The *non*-aligned states do meet.
  private func isBeforeOrOwn(_ token: Int) -> Bool {
    token < predication.token
      || tree[predication.trigger].tokens.range.contains(token)
        && !sentence.tokens[token].classes.isDisjoint(with: [.adjective, .participle, .relational])
  }

  /// Whether a word may speak of the trigger: an adverb or a conjunction before it, or a verb or noun that it hangs on.
  /// *The lack of* trust in a meeting says nothing of the meeting.
  private func speaks(_ token: Int, _ governors: [PhraseID]) -> Bool {
    guard let phrase = tree.phrase(at: token) else { return true }
    switch tree[phrase].kind {
    case .verb: return governors.contains(phrase) || happened(by: token) || phrase > predication.trigger
    case .noun:
      let isOwn = phrase == predication.trigger || predication.carriers.contains { $0.phrase == phrase }
      return isOwn || phrase > predication.trigger
        || governors.contains(phrase) && tree[phrase].tokens.upperBound == token + 1 && !isOfOther(token, phrase)
    default: return true
    }
  }

  /// Whether an adjective speaks of another happening that the trigger hangs on: the *expected* answer to the attack.
  private func isOfOther(_ token: Int, _ phrase: PhraseID) -> Bool {
    token != tree[phrase].head && sentence.isHappening(phrase)
  }

  /// Whether a verb says what became of the happening, which is its subject: the attack *failed*.
  private func happened(by token: Int) -> Bool {
    guard let verb = tree.phrase(at: token), tree[verb].kind == .verb else { return false }
    return sentence.isSubject(predication.trigger, of: verb)
  }

  /// The first token that is near enough before the trigger for a signal to govern it. A name counts as one, however
  /// long it is: he denied that *the minister of foreign affairs so-and-so* had met.
  private var startOfReach: Int {
    var left = Self.reach
    var start = predication.token
    for index in (0...predication.trigger.int).reversed() where left > 0 {
      let first = phrases[index].tokens.lowerBound
      guard first < start else { continue }
      let isName = index < predication.trigger.int && phrases[index].mention != nil
      let taken = isName ? 1 : min(left, start - first)
      start = isName ? first : start - taken
      left -= taken
    }
    return start
  }

  /// First token whose words may govern the trigger: behind the last mark, and not before a verb that "and" joins, for
  /// what it joins is told anew.
  private var clauseStart: Int {
    let verb = predication.tensed ?? predication.trigger
    var left = predication.trigger.int
    while left > 0, phrases[left - 1].kind != .boundary {
      if left <= verb.int, phrases[left].kind == .verb, phrases[left].isJoined { break }
      left -= 1
    }
    return phrases[left].tokens.lowerBound
  }

  /// The verb behind the trigger that has it for its subject, where such verbs say what became of it.
  private var verbOfSubject: PhraseID? {
    guard !sentence.grammar.saysOfSubject.isEmpty else { return nil }
    return tree.arcs(to: predication.trigger).map(\.head).first {
      $0 > predication.trigger && tree[$0].features.intersects(sentence.grammar.saysOfSubject)
        && sentence.isSubject(predication.trigger, of: $0)
    }
  }

  /// Behind the last token that may speak of the trigger: a word behind it does so only from within its phrase (the
  /// *planned* visit), from the relative clause at it (the visit *that was planned* today), or, where the grammar has
  /// verbs behind what they are about, as the verb that has it for its subject (the visit *was cancelled*).
  private var signalsEnd: Int {
    let end = tree[predication.trigger].tokens.upperBound
    guard !predication.isVerb else { return end }
    if let verb = verbOfSubject { return tree[verb].tokens.upperBound }
    let next = (predication.trigger.int + 1..<phrases.count).first { phrases[$0].kind != .comma }
    guard let next, phrases[next].kind == .relative else { return end }
    return end + Self.relativeReach
  }
}
