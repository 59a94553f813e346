import KhabarCore
import KhabarSyntax

/// The phrases with prepositions that belong to a happening: those of its verb or noun, of what carries it, and of the
/// nouns that take part in it, as far as those tell of no other happening.
struct Obliques {
  let sentence: SentenceReading
  let predication: Predication

  private var tree: SentenceTree { sentence.tree }

  /// In text order, none behind a phrase that says what the happening is about.
  ///
  /// - Parameter ofPlace: where something happens may also stand with the verb that a loose noun hangs on.
  func phrases(ofPlace: Bool) -> [PhraseID] {
    var found: Set<PhraseID> = []
    for head in reached where !tellsOther(head) {
      for arc in tree.arcs(from: head) where arc.relation == .oblique || arc.relation == .attribute {
        if !(ofPlace ? isAddress(arc) : isComplementOfTitle(arc)) { found.insert(arc.dependent) }
      }
    }
    if !predication.isVerb { found.formUnion(companionsOfSubject + behind) }
    if ofPlace, !predication.isVerb { found.formUnion(placesBehind) }
    let limit = limit
    return found.filter { $0 != predication.trigger && $0 < limit && (ofPlace || !isEnd($0)) }.sorted()
  }

  /// The happening's heads and all that takes part in it, directly or with what does.
  var reached: Set<PhraseID> {
    var queue = predication.heads(in: tree)
    var seen = Set(queue)
    while let head = queue.popLast() {
      for arc in tree.arcs(from: head)
      where belongs(arc) && seen.insert(arc.dependent).inserted && !tellsOther(arc.dependent) {
        queue.append(arc.dependent)
      }
    }
    return seen
  }

  /// Arcs along which a phrase takes part in the happening. Its subject shared with another clause says nothing more.
  private func belongs(_ arc: Arc) -> Bool {
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
  private func tellsOther(_ id: PhraseID) -> Bool {
    id != predication.trigger && sentence.isHappening(id) && !isCarrier(id)
  }

  /// Behind which nothing takes part: the first phrase behind the trigger with one of the rules' limits, or another
  /// purpose.
  private var limit: PhraseID {
    let behind = (predication.trigger.int + 1)..<max(predication.trigger.int + 1, tree.phrases.count)
    let first = behind.first { endsReach(tree.phrases[$0]) && !isInsideOther(PhraseID($0)) }
    return PhraseID(first ?? tree.phrases.count)
  }

  /// Belongs to a noun that is none of the happening's: in answer *to an invitation* of ….
  private func isInsideOther(_ id: PhraseID) -> Bool {
    tree.arcs(to: id).contains {
      $0.relation == .attribute && $0.head > predication.trigger && sentence.isHappening($0.head)
    }
  }

  private func endsReach(_ phrase: Phrase) -> Bool {
    if phrase.kind == .boundary { return true }
    guard phrase.kind == .noun || phrase.kind == .other else { return false }
    let limits = sentence.compiled.limits
    if let marker = phrase.marker, limits.contains(marker.key) { return true }
    // A preposition written together with the noun that it makes one with: بشأن "regarding".
    if limits.contains(sentence.tokens[phrase.tokens.lowerBound].key) { return true }
    // "To discuss …": a preposition written together with a verbal noun.
    let head = sentence.tokens[phrase.head]
    return phrase.marker?.isAttached ?? false && head.analysis.proclitics.contains(.to)
      && head.classes.contains(.verbalNoun) && !head.isDefinite
      && head.classes.isDisjoint(with: [.organizationHead, .placeHead, .titleHead])
  }

  /// The phrases behind a noun that its clause's verb has, which does not carry it; those before it, too, where the
  /// verb tells only of it.
  private var placesBehind: [PhraseID] {
    guard let verb = tree[tree.clause(of: predication.trigger)].head, !isCarrier(verb) else { return [] }
    let isSubject = sentence.isSubject(predication.trigger, of: verb)
    let own = reached
    return tree.dependents(of: verb, .oblique).filter { id in
      guard id > predication.trigger else { return isSubject }
      return !(predication.trigger.int + 1..<id.int).contains {
        sentence.isHappening(PhraseID($0)) && !own.contains(PhraseID($0))
      }
    }
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
  /// interior *in the kingdom of …*.
  private func isAddress(_ arc: Arc) -> Bool {
    guard arc.relation == .attribute, arc.head != predication.trigger, let marker = tree[arc.dependent].marker,
      marker.isAttached, tree[arc.dependent].features.intersects(sentence.grammar.isPlace)
    else { return false }
    return isTitle(arc.head) || tree[arc.head].features.intersects(sentence.grammar.isOrganization)
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
