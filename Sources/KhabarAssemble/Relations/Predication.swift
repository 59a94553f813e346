import KhabarCore
import KhabarSyntax

/// A trigger in the tree of its sentence, with what carries it: the verb that has it as an argument, the verb of its
/// own relative clause, or the verbal noun that governs it.
struct Predication {
  /// A verb or verbal noun that carries a noun trigger: *held* a meeting, a meeting that *brought together*, the
  /// *holding of* a meeting.
  struct Carrier {
    /// What the trigger is to it.
    enum Link {
      /// Who or what does it: a meeting *took place*.
      case subject
      /// Whom or what it is done to: *held* a meeting, *took part in* a meeting.
      case object
      /// Its complement in the same phrase: *the holding of* talks.
      case complement
    }

    var phrase: PhraseID
    /// Token of the verb or verbal noun.
    var token: Int
    var isVerb: Bool
    var form: InflectedForm?
    var link: Link
  }

  var trigger: PhraseID
  /// Token of the trigger, which need not be its phrase's head.
  var token: Int
  var hit: LemmaHit
  var form: InflectedForm?
  var isVerb: Bool
  /// The nearest one first.
  var carriers: [Carrier]

  /// The verb that says when it is and whether: of the carrier, else of the trigger itself.
  var tensed: PhraseID? { isVerb ? trigger : carriers.first { $0.isVerb }?.phrase }
  /// The phrases whose dates and companions are the happening's: the trigger, what carries it, and the verbs of the
  /// relative clauses that say more of it.
  func heads(in tree: SentenceTree) -> [PhraseID] {
    var heads: [PhraseID] = []
    heads.reserveCapacity(carriers.count + 2)
    heads.append(trigger)
    for carrier in carriers { heads.append(carrier.phrase) }
    guard !isVerb else { return heads }
    let clauses = tree.clauses
    for index in clauses.indices where clauses[index].antecedent == trigger {
      guard let verb = clauses[index].head, !carriers.contains(where: { $0.phrase == verb }) else { continue }
      heads.append(verb)
    }
    return heads
  }

  /// A verb of announcing that carries the trigger, before it: what stands between the two tells when and where it was
  /// announced. The country *announced on Sunday* the withdrawal of its forces.
  func report(in tree: SentenceTree, announcing: Features) -> PhraseID? {
    guard !isVerb else { return nil }
    return carriers.first { carrier in
      carrier.isVerb && carrier.link != .subject && carrier.phrase < trigger
        && tree[carrier.phrase].features.intersects(announcing)
    }?.phrase
  }

  /// The phrases that the happening is said in, and those that these hang on, up to the verb of the sentence: *refused*
  /// to hold talks, the *demand* for his release. In text order.
  ///
  /// - Parameter comment: of nouns such as "comment", which talk of something as it is: refused any *comment on* his
  ///   removal. What governs them says nothing of the happening.
  /// - Parameter telling: of verbs of saying: denied the news *that spoke of* a meeting.
  func governors(in tree: SentenceTree, notBeyond comment: Features, telling: Features = Features()) -> [PhraseID] {
    var queue = [trigger] + carriers.map(\.phrase)
    var seen = Set(queue)
    while let phrase = queue.popLast() {
      if tree[phrase].features.intersects(comment) { continue }
      var found = Self.governors(of: phrase, in: tree)
      let clause = tree[tree.clause(of: phrase)]
      if clause.kind == .relative, clause.head == phrase, tree[phrase].features.intersects(telling) {
        found += [clause.antecedent].compactMap { $0 }
      }
      for governor in found where seen.insert(governor).inserted { queue.append(governor) }
    }
    return seen.sorted()
  }

  private static func governors(of phrase: PhraseID, in tree: SentenceTree) -> [PhraseID] {
    var result = tree.arcs(to: phrase).filter {
      [.object, .patient, .attribute, .conjunct].contains($0.relation) || $0.relation == .oblique && $0.isGoverned
    }.map(\.head)
    if let verb = verb(above: phrase, in: tree) { result.append(verb) }
    if let noun = noun(above: phrase, in: tree) { result.append(noun) }
    return result
  }

  /// The noun that a verb's clause says the content of: the *possibility that* he visits, his *wish to* visit.
  private static func noun(above phrase: PhraseID, in tree: SentenceTree) -> PhraseID? {
    let clause = tree[tree.clause(of: phrase)]
    guard clause.head == phrase, clause.kind == .content, let parent = clause.parent, let opener = clause.opener else {
      return nil
    }
    // Between the two stands at most a preposition: رغبته *في* أن.
    let before = tree.phrases[..<opener.int].suffix(2).reversed().first { $0.kind != .other || $0.isJoined }
    guard let before, before.kind == .noun, let noun = tree.phrase(at: before.head), tree.clause(of: noun) == parent
    else { return nil }
    return noun
  }

  /// The verb that has a verb's clause as what it says, wants or is for, or right before it as what it does: he *kept*
  /// shelling, he *nearly* met.
  static func verb(above phrase: PhraseID, in tree: SentenceTree) -> PhraseID? {
    let clause = tree[tree.clause(of: phrase)]
    guard clause.head == phrase, let parent = clause.parent, let verb = tree[parent].head else { return nil }
    switch clause.kind {
    case .content, .purpose: return verb
    case .circumstance:
      guard clause.opener == nil, verb < phrase else { return nil }
      let isNext = (verb.int + 1..<phrase.int).allSatisfy { between in
        tree.arcs(to: PhraseID(between)).contains { $0.head == verb && $0.relation == .subject }
      }
      return isNext ? verb : nil
    case .main, .relative, .condition: return nil
    }
  }

  /// A noun that nothing outside its own phrase carries.
  var isLoose: Bool { !isVerb && carriers.allSatisfy { $0.phrase == trigger } }
}

/// Finds what carries a trigger.
struct PredicationReader {
  let sentence: SentenceReading

  private var tree: SentenceTree { sentence.tree }
  private var grammar: RelationGrammar { sentence.grammar }
  private var compiled: CompiledRules { sentence.compiled }
  private var hits: HitIndex { sentence.hits }

  /// The trigger in its tree; nil when the word is not used as the trigger's kind of word.
  func predication(of hit: LemmaHit, supports: LemmaSet) -> Predication? {
    guard let id = tree.phrase(at: hit.token) else { return nil }
    let phrase = tree[id]
    guard compiled.mayTrigger(hit, at: phrase.kind) else { return nil }
    let isVerb = phrase.kind == .verb
    return Predication(
      trigger: id, token: hit.token, hit: hit, form: compiled.form(of: hit), isVerb: isVerb,
      carriers: isVerb ? [] : carriers(of: id, hit.token, supports))
  }

  private func carriers(of id: PhraseID, _ token: Int, _ supports: LemmaSet) -> [Predication.Carrier] {
    var result: [Predication.Carrier] = []
    let head = tree[id].head
    if head < token, let support = support(at: head, isVerb: false, supports) {
      result.append(
        Predication.Carrier(
          phrase: id, token: head, isVerb: false, form: compiled.form(of: support), link: .complement))
    }
    for (phrase, link) in governors(of: id)
    where head == token || !governsOthers(head) || tree[tree.clause(of: phrase)].antecedent == id {
      guard let support = support(at: tree[phrase].head, isVerb: tree[phrase].kind == .verb, supports) else { continue }
      result.append(
        Predication.Carrier(
          phrase: phrase, token: tree[phrase].head, isVerb: tree[phrase].kind == .verb,
          form: compiled.form(of: support), link: link))
    }
    if tree[id].kind == .other { result += carrier(ofAdverb: id, supports) }
    result += carriers(beyond: result, supports)
    return result.sorted { abs($0.phrase.int - id.int) < abs($1.phrase.int - id.int) }
  }

  /// What a word is that carries a noun. A verb and its verbal noun may be spelled alike: رفع "lifted", "the lifting".
  private func support(at token: Int, isVerb: Bool, _ supports: LemmaSet) -> LemmaHit? {
    hits.first(at: token) { hit in
      guard supports.contains(hit.lemma) else { return false }
      if compiled.index.kinds[hit.lemma] == .verb { return isVerb }
      return true
    }
  }

  /// The verbs that carry a verbal noun which carries the trigger: they *announced* the reaching of an agreement.
  private func carriers(beyond nouns: [Predication.Carrier], _ supports: LemmaSet) -> [Predication.Carrier] {
    nouns.filter { !$0.isVerb && $0.link == .object }.flatMap { noun in
      tree.arcs(to: noun.phrase).filter {
        [.object, .subject, .patient].contains($0.relation) && tree[$0.head].kind == .verb
      }.compactMap { arc in
        guard !nouns.contains(where: { $0.phrase == arc.head }),
          let support = support(at: tree[arc.head].head, isVerb: true, supports)
        else { return nil }
        return Predication.Carrier(
          phrase: arc.head, token: tree[arc.head].head, isVerb: true, form: compiled.form(of: support),
          link: arc.relation == .object ? .object : .subject)
      }
    }
  }

  /// An adverb is carried by its clause's verb: spoke *by telephone*.
  private func carrier(ofAdverb id: PhraseID, _ supports: LemmaSet) -> [Predication.Carrier] {
    guard let verb = tree[tree.clause(of: id)].head,
      let support = hits.first(at: tree[verb].head, where: { supports.contains($0.lemma) })
    else { return [] }
    return [
      Predication.Carrier(
        phrase: verb, token: tree[verb].head, isVerb: true, form: compiled.form(of: support), link: .object)
    ]
  }

  /// The verbs and verbal nouns that have a noun, or the first of its coordination, as an argument, and those of its
  /// own relative clauses.
  private func governors(of id: PhraseID) -> [(phrase: PhraseID, link: Predication.Carrier.Link)] {
    var result: [(phrase: PhraseID, link: Predication.Carrier.Link)] = []
    let leader = tree.leader(of: id)
    for arc in tree.arcs(to: id) + (leader == id ? [] : tree.arcs(to: leader)) {
      switch arc.relation {
      case .subject, .patient, .relativeSubject: result.append((arc.head, .subject))
      case .object, .relativeObject: result.append((arc.head, .object))
      case .oblique where isCarriedBehindVerb(arc) && !tellsOfVictim(arc.head): result.append((arc.head, .object))
      case .attribute where isCarried(by: arc) && tree[arc.head].features.intersects(grammar.happening):
        result.append((arc.head, .object))
      // A round of talks is carried as the talks are, what an order is for as the order is.
      case .attribute
      where tree[arc.head].features.intersects(grammar.partitive) || tree[arc.head].features.intersects(grammar.decree):
        result += governors(of: arc.head)
      default: break
      }
    }
    for verb in verbsOfRelatives(of: id) where !result.contains(where: { $0.phrase == verb }) {
      result.append((verb, .object))
    }
    return result
  }

  /// Whether what a verb has behind a preposition is carried by it, too: took part *in the talks*; of victims those who
  /// were killed *in the attack*.
  private func isCarriedBehindVerb(_ arc: Arc) -> Bool {
    if isCarried(by: arc) || isJoined(arc) { return true }
    return arc.isGoverned && tree[arc.head].features.intersects(grammar.ofVictims) && tree[arc.head].kind == .verb
  }

  /// Whether a verb itself says who killed whom: the army *killed a leader* in a raid. Six who *were killed* in a raid
  /// are told of with it.
  private func tellsOfVictim(_ verb: PhraseID) -> Bool {
    tree[verb].features.intersects(grammar.ofVictims) && tree.firstDependent(of: verb, .object) != nil
  }

  /// The verbs of a noun's relative clauses, and of what these say was to be done: a visit that it was planned *that he
  /// make*.
  private func verbsOfRelatives(of noun: PhraseID) -> [PhraseID] {
    // By index: a clause is copied with all its phrases.
    let clauses = tree.clauses
    return clauses.indices.filter { index in
      clauses[index].antecedent == noun
        || clauses[index].kind == .content && clauses[index].parent.map { clauses[$0.int].antecedent == noun } ?? false
    }.compactMap { clauses[$0].head }
  }

  /// Whether a verb may carry a governed noun: "took part *in* talks", not "said *during* the meeting"; a verb that
  /// only says how far it came also one that is definite: "managed *to* make the arrest".
  private func isCarried(by arc: Arc) -> Bool {
    let phrase = tree[arc.dependent]
    guard let marker = phrase.marker else { return true }
    return marker.isAttached || isManaged(arc) || !phrase.features.intersects(grammar.definite)
  }

  /// Whether a verb governs a noun as what somebody managed, began or called for.
  private func isManaged(_ arc: Arc) -> Bool {
    arc.isGoverned && tree[arc.head].features.intersects(grammar.managing)
  }

  /// Whether a verb has nothing else for its object than what its preposition governs: took part *in the* Arab summit.
  /// The summit by itself is one that the text has told of.
  private func isJoined(_ arc: Arc) -> Bool {
    guard arc.isGoverned, arc.dependent > arc.head, tree.firstDependent(of: arc.head, .object) == nil,
      tree.arcs(from: arc.head).first(where: { $0.isGoverned })?.dependent == arc.dependent
    else { return false }
    let phrase = tree[arc.dependent]
    return phrase.tokens.upperBound > phrase.content + 1 || tree.clauses.contains { $0.antecedent == arc.dependent }
  }

  /// Whether the first noun of a phrase is what the clause speaks of, rather than the trigger inside it: the *site* of
  /// the bombing, the *members* of the meeting.
  private func governsOthers(_ head: Int) -> Bool {
    let classes = sentence.tokens[head].classes
    return !classes.isDisjoint(with: [.placeHead, .organizationHead, .personNoun, .titleHead])
      && classes.isDisjoint(with: [.verbalNoun, .quantifier])
  }
}
