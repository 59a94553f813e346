import KhabarCore
import KhabarSyntax

/// The phrases with prepositions that belong to a happening: those of its verb or noun, of what carries it, and of the
/// nouns that take part in it, as far as those tell of no other happening.
struct Obliques {
  let sentence: SentenceReading
  let predication: Predication
  /// For each phrase, whether it is one of the happening's heads or takes part in it, directly or with what does.
  let reached: [Bool]
  /// Behind which nothing takes part: the first phrase behind the trigger with one of the rules' limits, or another
  /// purpose.
  private let limit: Int
  /// Behind which nothing is told of the happening at all.
  private let end: Int
  /// What says between two marks what the happening is about: he left, *on the occasion of the feast,* for Paris.
  private let asides: [Range<Int>]

  private var tree: SentenceTree { sentence.tree }

  /// - Parameter named: the first words of what the rule itself names in front of its fillers: forces deploy *around* a
  ///   square, while others talk *about* one. They limit nothing.
  init(sentence: SentenceReading, predication: Predication, named: KeySet) {
    self.sentence = sentence
    self.predication = predication
    let phrases = sentence.phrases
    let behind = predication.trigger.int + 1..<max(predication.trigger.int + 1, phrases.count)
    // What was said, behind a word, is another clause.
    let said =
      predication.isVerb && sentence.tree[predication.trigger].features.intersects(sentence.grammar.speaking)
      ? sentence.grammar.subordinator : Features()
    let end = behind.first { phrases[$0].kind == .boundary || phrases[$0].features.intersects(said) } ?? phrases.count
    let isLimit = { (index: Int) in
      Self.endsReach(phrases[index], sentence, named)
        && !Self.isInsideOther(PhraseID(index), sentence, predication)
    }
    // Few phrases stand right behind a comma, so that most are never asked whether they are limits.
    let asides =
      predication.isVerb
      ? behind.prefix { $0 < end }.compactMap { index in
        Self.aside(at: index, in: sentence).flatMap { isLimit(index) ? $0 : nil }
      } : []
    let limit = behind.first { index in isLimit(index) && !asides.contains { $0.contains(index) } }
    self.end = end
    self.asides = asides
    self.limit = min(limit ?? end, end)
    reached = Self.reached(sentence, predication)
  }

  /// In text order, none behind a phrase that says what the happening is about.
  ///
  /// - Parameters:
  ///   - ofPlace: where something happens may also stand with the verb that a loose noun hangs on.
  ///   - pastLimits: those behind what says what the happening is about, too, which the happening itself has: talks
  ///     about the crisis *with the minister*, but talks about an agreement *with the minister*.
  func phrases(ofPlace: Bool, pastLimits: Bool = false) -> [PhraseID] {
    var found = Array(repeating: false, count: tree.phrases.count)
    for index in reached.indices where reached[index] && !tellsOther(PhraseID(index)) && !isTopic(PhraseID(index)) {
      for arc in tree.arcs(from: PhraseID(index)) where arc.relation == .oblique || arc.relation == .attribute {
        let isOther = ofPlace ? isAddress(arc) || isOfReport(arc) : isComplementOfTitle(arc)
        if !isOther { found[arc.dependent.int] = true }
      }
    }
    for id in further(ofPlace: ofPlace) { found[id.int] = true }
    let last = min(pastLimits ? end : limit, found.count)
    return (0..<last)
      .filter { found[$0] && $0 != predication.trigger.int && ($0 < limit || isOwn(PhraseID($0))) }
      .filter { index in !asides.contains { $0.contains(index) } }
      .map { PhraseID($0) }
      .filter { ofPlace ? !isOfTitleBehindName($0) : !isEnd($0) }
  }

  /// Whether the happening itself has a phrase with a preposition of its own, and nothing that belongs to it has.
  private func isOwn(_ id: PhraseID) -> Bool {
    guard let marker = tree[id].marker,
      !marker.isAttached || !sentence.tokens[tree[id].head].analysis.proclitics.contains(.to)
    else { return false }
    let heads = predication.heads(in: tree)
    return tree.arcs(to: id).contains { heads.contains($0.head) }
  }

  /// What the tree gives to something else, or to nothing.
  private func further(ofPlace: Bool) -> [PhraseID] {
    let sides = ofPlace ? looseSides : []
    return predication.isVerb ? sides : companionsOfSubject + behind + (ofPlace ? placesBehind : []) + sides
  }

  private static func reached(_ sentence: SentenceReading, _ predication: Predication) -> [Bool] {
    let tree = sentence.tree
    var queue = predication.heads(in: tree)
    var seen = Array(repeating: false, count: tree.phrases.count)
    for head in queue { seen[head.int] = true }
    while let head = queue.popLast() {
      for arc in tree.arcs(from: head) where belongs(arc) && !seen[arc.dependent.int] {
        seen[arc.dependent.int] = true
        if !tellsOther(arc.dependent, sentence, predication) { queue.append(arc.dependent) }
      }
    }
    return seen
  }

  /// Arcs along which a phrase takes part in the happening. Its subject shared with another clause says nothing more.
  private static func belongs(_ arc: Arc) -> Bool {
    switch arc.relation {
    case .subject, .patient, .object, .oblique, .attribute, .apposition, .conjunct: true
    case .time, .relativeSubject, .relativeObject, .shared, .raised, .understood: false
    }
  }

  /// What a border or road lies between takes no part in what happens there.
  private func isEnd(_ id: PhraseID) -> Bool {
    tree.arcs(to: id).contains {
      $0.relation == .attribute && tree[$0.head].features.intersects(sentence.grammar.spaceNoun)
    }
  }

  /// Another happening, whose places and companions are its own.
  private func tellsOther(_ id: PhraseID) -> Bool { Self.tellsOther(id, sentence, predication) }

  /// What is talked of, whose places are not those of the talk: the situation *in Yemen*.
  private func isTopic(_ id: PhraseID) -> Bool {
    id != predication.trigger && tree[id].features.intersects(sentence.grammar.situation)
  }

  private static func tellsOther(_ id: PhraseID, _ sentence: SentenceReading, _ predication: Predication) -> Bool {
    id != predication.trigger && sentence.isHappening(id) && !predication.carriers.contains { $0.phrase == id }
  }

  /// Belongs to a noun that is none of the happening's: in answer *to an invitation* of …, the coalition *for the
  /// liberation* of …, which seized a town.
  private static func isInsideOther(_ id: PhraseID, _ sentence: SentenceReading, _ predication: Predication) -> Bool {
    let isOfSubject = { (arc: Arc) in
      arc.head.int + 1 == id.int && predication.isVerb && sentence.isSubject(arc.head, of: predication.trigger)
    }
    return sentence.tree.arcs(to: id).contains {
      $0.relation == .attribute && $0.head > predication.trigger && (sentence.isHappening($0.head) || isOfSubject($0))
    }
  }

  /// From a limit right behind a comma to the next one, behind which the clause goes on with a preposition.
  private static func aside(at index: Int, in sentence: SentenceReading) -> Range<Int>? {
    let phrases = sentence.phrases
    guard index > 0, phrases[index - 1].kind == .comma else { return nil }
    let end = phrases[index...].firstIndex { $0.kind == .comma || $0.kind == .verb || $0.kind == .boundary }
    guard let end, phrases[end].kind == .comma, end + 1 < phrases.count, phrases[end + 1].kind == .noun,
      phrases[end + 1].marker != nil, !phrases[end + 1].isJoined
    else { return nil }
    return index..<end
  }

  private static func endsReach(_ phrase: Phrase, _ sentence: SentenceReading, _ named: KeySet) -> Bool {
    if phrase.kind == .boundary { return true }
    guard phrase.kind == .noun || phrase.kind == .other else { return false }
    let first = sentence.tokens[phrase.tokens.lowerBound].key
    let limits = sentence.compiled.limits
    if let marker = phrase.marker, limits.contains(marker.key), !named.contains(marker.key) { return true }
    // A preposition written together with the noun that it makes one with: بشأن "regarding".
    if limits.contains(first), !named.contains(first) { return true }
    // "To discuss …": a preposition written together with a verbal noun.
    let head = sentence.tokens[phrase.head]
    return phrase.marker?.isAttached ?? false && !named.contains(first) && head.analysis.proclitics.contains(.to)
      && head.classes.contains(.verbalNoun) && !head.isDefinite
      && head.classes.isDisjoint(with: [.organizationHead, .placeHead, .titleHead])
  }

  /// The phrases behind a noun that its clause's verb has, which does not carry it; those before it, too, where the
  /// verb tells only of it.
  private var placesBehind: [PhraseID] {
    guard let verb = tree[tree.clause(of: predication.trigger)].head, !isCarrier(verb) else { return [] }
    let isSubject = sentence.isSubject(predication.trigger, of: verb)
    return tree.dependents(of: verb, .oblique).filter { id in
      id > predication.trigger ? isNearest(id) : isSubject
    }
  }

  /// *East of the town*, which stands without a preposition and is nobody's object: in an ambush of gunmen *east of the
  /// town*.
  private var looseSides: [PhraseID] {
    let clauses = Set(predication.heads(in: tree).map { tree.clause(of: $0) })
    return (predication.trigger.int + 1..<max(predication.trigger.int + 1, tree.phrases.count)).map { PhraseID($0) }
      .filter { id in
        tree[id].isBare && tree[id].features.intersects(sentence.grammar.sidePhrase) && tree.arcs(to: id).isEmpty
          && clauses.contains(tree.clause(of: id)) && isNearest(id)
      }
  }

  /// Whether no other happening stands between the trigger and a phrase.
  private func isNearest(_ id: PhraseID) -> Bool {
    !(predication.trigger.int + 1..<id.int).contains { sentence.isHappening(PhraseID($0)) && !reached[$0] }
  }

  /// The phrases with prepositions that follow a noun trigger closely. The tree may give them to the verb; the rule
  /// that asks for them knows better.
  private var behind: [PhraseID] {
    var result: [PhraseID] = []
    for index in (predication.trigger.int + 1)..<max(predication.trigger.int + 1, tree.phrases.count) {
      let phrase = tree.phrases[index]
      if phrase.kind == .time || phrase.kind == .other && phrase.marker == nil { continue }
      guard phrase.kind == .noun, phrase.marker != nil,
        tree.clause(of: PhraseID(index)) == tree.clause(of: predication.trigger)
      else { break }
      result.append(PhraseID(index))
    }
    return result
  }

  /// What a verb says of its subject: *aid* arrived from Turkey.
  private var companionsOfSubject: [PhraseID] {
    tree.arcs(to: predication.trigger).filter { sentence.isSubject(predication.trigger, of: $0.head) }
      .flatMap { tree.dependents(of: $0.head, .oblique) }.filter { $0 > predication.trigger }
  }

  private func isCarrier(_ verb: PhraseID) -> Bool { predication.carriers.contains { $0.phrase == verb } }

  /// A place with a written-together preposition right behind a title or a body belongs to that: the minister of the
  /// interior *in the kingdom of …*. So does any between a title and the name of who holds it.
  private func isAddress(_ arc: Arc) -> Bool {
    if isBetweenTitleAndName(arc) { return true }
    guard arc.relation == .attribute, arc.head != predication.trigger, let marker = tree[arc.dependent].marker,
      marker.isAttached, tree[arc.dependent].features.intersects(sentence.grammar.isPlace),
      tree[arc.head].marker?.isAttached ?? true || isOffice(arc.head)
    else { return false }
    return isOffice(arc.head) || tree[arc.head].features.intersects(sentence.grammar.isOrganization)
  }

  /// Whether a phrase is a title, and does not only say what people are: *gunmen* in the province have no office there.
  private func isOffice(_ id: PhraseID) -> Bool {
    if namesHolder(id) { return true }
    return isTitle(id)
      && (sentence.mention(of: tree[id])?.kind != .description
        || tree[id].features.intersects(sentence.grammar.definite))
  }

  /// Whether the name of who holds an office stands in apposition to it: *His Excellency the minister* … so-and-so.
  private func namesHolder(_ id: PhraseID) -> Bool {
    tree[id].mention == nil
      && tree.dependents(of: id, .apposition).contains { tree[$0].features.intersects(sentence.grammar.namedPerson) }
  }

  /// The ambassador of France *in Lebanon* so-and-so.
  private func isBetweenTitleAndName(_ arc: Arc) -> Bool {
    arc.relation == .attribute && arc.head != predication.trigger && (isTitle(arc.head) || namesHolder(arc.head))
      && tree[arc.dependent].features.intersects(sentence.grammar.isPlace)
      && tree.dependents(of: arc.head, .apposition).contains { $0 > arc.dependent }
  }

  /// Where it was announced: the commission announced *in Brussels* the signing of ….
  private func isOfReport(_ arc: Arc) -> Bool {
    arc.dependent < predication.trigger
      && arc.head == predication.report(in: tree, announcing: sentence.grammar.announces)
  }

  /// Where somebody holds an office that is told behind his name and ends there: he met so-and-so, commander of the
  /// forces *in Iraq*, and ….
  private func isOfTitleBehindName(_ place: PhraseID) -> Bool {
    guard tree[place].marker.map({ !$0.isAttached }) ?? false,
      tree[place].features.intersects(sentence.grammar.isPlace), endsAside(place.int + 1)
    else { return false }
    var first = place.int - 1
    // What the office is of: of the forces, of the mission.
    while first > 0, tree.phrases[first].kind == .noun, tree.phrases[first].marker?.isAttached ?? false { first -= 1 }
    guard first >= 0 else { return false }
    if endsInTitle(tree.phrases[first]) { return true }
    guard first > 1, tree.phrases[first].isBare, isTitleHead(PhraseID(first)),
      tree.arcs(to: PhraseID(first)).allSatisfy({ $0.relation == .apposition })
    else { return false }
    let holder = tree.phrases[tree.phrases[first - 1].kind == .comma ? first - 2 : first - 1]
    return holder.kind == .noun && holder.features.intersects(sentence.grammar.namedPerson)
  }

  /// Whether a phrase has a name and a title behind it: General so-and-so, *commander of the forces*.
  private func endsInTitle(_ phrase: Phrase) -> Bool {
    guard phrase.features.intersects(sentence.grammar.namedPerson), let name = sentence.mention(of: phrase)?.tokens
    else {
      return false
    }
    return (name.upperBound..<max(name.upperBound, phrase.tokens.upperBound)).contains {
      sentence.tokens[$0].classes.contains(.titleHead)
    }
  }

  private func isTitleHead(_ id: PhraseID) -> Bool {
    tree[id].features.intersects(sentence.grammar.titleHead) || sentence.mention(of: tree[id])?.type == .office
  }

  /// Whether an aside comes to its end at a phrase: at a mark or at the end of the sentence.
  private func endsAside(_ index: Int) -> Bool {
    index >= tree.phrases.count || tree.phrases[index].kind == .comma || tree.phrases[index].kind == .boundary
  }

  /// The deputy *of the head of the council*, the adviser *at the court*: what belongs to a title.
  private func isComplementOfTitle(_ arc: Arc) -> Bool {
    arc.relation == .attribute && arc.head != predication.trigger && isTitle(arc.head)
      && tree[arc.dependent].marker?.isAttached ?? false
  }

  private func isTitle(_ id: PhraseID) -> Bool {
    guard let mention = sentence.mention(of: tree[id]) else {
      return tree[id].features.intersects(sentence.grammar.titleHead)
    }
    return mention.type == .office || (mention.kind == .description && mention.type == .person)
  }
}
