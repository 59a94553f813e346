import KhabarCore
import KhabarSyntax

/// Says whether a happening is denied: "did not visit", "no attack", "no news of an attack", "did not carry out a
/// visit", "it never came about that he visited".
///
/// What a negated verb has as its subject or object has not happened where it is new ("no *attack* was noted"). What is
/// known ("did not condemn *the attack*") has, but for verbs of doing and managing (`signal achieved`): "did not make
/// *the visit*".
struct DenialReader {
  let sentence: SentenceReading
  let predication: Predication

  private var tree: SentenceTree { sentence.tree }

  var isDenied: Bool { denied != nil }

  /// The phrase of which the denial speaks: the trigger's, or one that tells of it.
  var denied: PhraseID? {
    var queue = [predication.trigger]
    if let verb = predication.tensed, verb != predication.trigger, !isKnown(in: verb) { queue.append(verb) }
    var seen = Set(queue)
    while let phrase = queue.popLast() {
      if tree[phrase].kind == .verb {
        if isNegated(phrase) { return phrase }
        if let verb = Predication.verb(above: phrase, in: tree), seen.insert(verb).inserted { queue.append(verb) }
        continue
      }
      if isNegatedNoun(phrase) { return phrase }
      for arc in arcs(to: phrase) {
        if isDenied(by: arc) { return arc.head }
        // "News of an attack", "made a visit": what is denied of these is denied of the happening.
        if isTelling(arc.head) || speaks(.achieved, arc.head), seen.insert(arc.head).inserted { queue.append(arc.head) }
      }
    }
    return nil
  }

  /// "Nobody was killed *in the attack*": what was not done in a happening that is known says nothing of it.
  private func isKnown(in verb: PhraseID) -> Bool {
    let trigger = predication.trigger
    guard tree[trigger].kind == .noun, !isNew(trigger), !speaks(.achieved, verb), let marker = tree[trigger].marker,
      sentence.compiled.within.contains(marker.key)
    else { return false }
    return tree.arcs(to: trigger).contains { $0.head == verb && $0.relation == .oblique }
  }

  /// "Does not intend", "no plans for", "it is not scheduled that": what is said to lie ahead does not.
  func deniesPlan(at token: Int) -> Bool {
    guard let phrase = tree.phrase(at: token) else { return false }
    let clause = tree[tree.clause(of: phrase)]
    switch tree[phrase].kind {
    case .verb: return clause.isNegated && clause.head == phrase
    default: return isNegatedNoun(phrase)
    }
  }

  /// Whether a verb is negated: did *not deny*.
  func isNegatedVerb(at token: Int) -> Bool {
    guard let phrase = tree.phrase(at: token), tree[phrase].kind == .verb else { return false }
    let clause = tree[tree.clause(of: phrase)]
    return clause.isNegated && clause.head == phrase
  }

  private func arcs(to phrase: PhraseID) -> [Arc] {
    let leader = tree.leader(of: phrase)
    return Array(tree.arcs(to: phrase)) + (leader == phrase ? [] : Array(tree.arcs(to: leader)))
  }

  private func isNegated(_ verb: PhraseID) -> Bool {
    let clause = tree[tree.clause(of: verb)]
    // "Did not expect": what is denied of the happening's own verb, whatever else that is said of, is the happening.
    return clause.isNegated && clause.head == verb && (verb == predication.trigger || !isSignal(verb))
  }

  /// Whether the head of an arc is a negated verb that denies what hangs on it.
  private func isDenied(by arc: Arc) -> Bool {
    let clause = tree[tree.clause(of: arc.head)]
    guard clause.isNegated, clause.head == arc.head || clause.copula == arc.head, !isSignal(arc.head) else {
      return false
    }
    switch arc.relation {
    // A noun before its verb is the one that the sentence is about, and known.
    case .subject, .patient, .object:
      return isNew(arc.dependent) && arc.head < arc.dependent || speaks(.achieved, arc.head)
    case .oblique: return arc.isGoverned && (isNew(arc.dependent) || speaks(.achieved, arc.head))
    default: return false
    }
  }

  /// "No meeting", "there is no meeting": the negation stands right before the noun, or before "there" and "was".
  private func isNegatedNoun(_ noun: PhraseID) -> Bool {
    let head = tree[noun].head
    let isQuantified = sentence.tokens[head].classes.contains(.quantifier)
    guard noun != predication.trigger || head == predication.token || isQuantified else { return false }
    var before = noun.int - 1
    while before >= 0 {
      switch tree.phrases[before].kind {
      case .negation: return true
      case .other, .copula: before -= 1
      default: return false
      }
    }
    return false
  }

  private func isNew(_ noun: PhraseID) -> Bool { !tree[noun].features.intersects(sentence.grammar.definite) }

  /// Whether a phrase is headed by a noun of telling: news, reports.
  private func isTelling(_ phrase: PhraseID) -> Bool {
    guard tree[phrase].kind == .noun, isNew(phrase) else { return false }
    let head = tree[phrase].head
    // "Any news": of what the word of quantity counts.
    let noun = sentence.tokens[head].classes.contains(.quantifier) ? head + 1 : head
    return noun < tree[phrase].tokens.upperBound && sentence.tokens[noun].nounClasses.contains(.utterance)
  }

  /// Whether a verb is a word that says of a happening whether it came about.
  private func isSignal(_ verb: PhraseID) -> Bool {
    meanings(of: verb).contains { $0 != .achieved }
  }

  private func speaks(_ meaning: StatusSignal.Meaning, _ phrase: PhraseID) -> Bool {
    meanings(of: phrase).contains(meaning)
  }

  private func meanings(of phrase: PhraseID) -> [StatusSignal.Meaning] {
    let head = tree[phrase].head
    return sentence.hits[head].compactMap { sentence.compiled.meaningByLemma[$0.lemma] }
  }
}
