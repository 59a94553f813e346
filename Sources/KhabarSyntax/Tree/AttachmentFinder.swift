import KhabarCore

/// Says what a noun phrase with its preposition, or a date, belongs to: the clause's verb, or a noun before it.
struct AttachmentFinder {
  static let shape = TableShape(
    "attachment", columns: ["verb", "noun", "phrase"], outcomes: ["verb", "noun", "outer"], isSum: true,
    parts: Holder.allCases.map { [$0.rawValue] })
  static let timeShape = TableShape(
    "time", columns: ["clause", "verb", "noun", "last", "time", "outer"], outcomes: ["verb", "noun", "none", "outer"])

  private enum Outcome: Int { case verb, noun, none, outer }
  private enum Holder: Int, CaseIterable { case verb, noun, outer }

  /// What phrases are to verbs, to nouns, and to the verb around a relative clause.
  private let ofVerb: GrammarTable
  private let ofNoun: GrammarTable
  private let ofOuter: GrammarTable
  private let times: GrammarTable
  private let features: TreeFeatures

  init(table: GrammarTable, times: GrammarTable, features: TreeFeatures) {
    ofVerb = table.only(Holder.verb.rawValue)
    ofNoun = table.only(Holder.noun.rawValue)
    ofOuter = table.only(Holder.outer.rawValue)
    self.times = times
    self.features = features
  }

  /// - Parameter governs: whether the word at a token goes with a preposition.
  func find(in draft: inout TreeDraft, governs: (Int, Marker) -> Bool) {
    for clause in draft.clauses.indices.map({ ClauseID($0) }) {
      var nouns = Nouns()
      // The noun that tells of a happening and has had no mark or verb behind it.
      var happening: PhraseID?
      // The last noun that has had no verb behind it: a date behind a verb is not about the noun before that.
      var last: PhraseID?
      for id in draft.clauses[clause.int].phrases {
        let kind = draft.phrases[id.int].kind
        switch kind {
        case .time: attachTime(id, clause, happening ?? last, &draft)
        case .boundary: (nouns, happening, last) = (Nouns(), nil, nil)
        case .comma: happening = nil
        case .verb: (happening, last) = (nil, nil)
        default: break
        }
        let isPronoun = draft.features(of: id).pointee.contains(features.prepositionPronoun)
        guard kind == .noun || isPronoun else { continue }
        if let marker = draft.phrases[id.int].marker, !draft.isClaimed[id.int] {
          attach(id, marker, clause, nouns, &draft, governs)
        }
        if isPronoun { continue }
        let isHappening = draft.features(of: id).pointee.contains(features.happening)
        nouns.add(id, isHappening: isHappening)
        last = id
        if isHappening { happening = id }
      }
    }
  }

  /// The nouns of a clause since its last boundary that a phrase may belong to.
  private struct Nouns {
    private(set) var last: PhraseID?
    /// The last one before `last` that tells of a happening.
    private(set) var happening: PhraseID?
    private var isLastHappening = false

    mutating func add(_ noun: PhraseID, isHappening: Bool) {
      if isLastHappening { happening = last }
      (last, isLastHappening) = (noun, isHappening)
    }
  }

  private func attach(
    _ id: PhraseID, _ marker: Marker, _ clause: ClauseID, _ nouns: Nouns, _ draft: inout TreeDraft,
    _ governs: (Int, Marker) -> Bool
  ) {
    let verb = draft[clause].head
    var best: (head: PhraseID, relation: Arc.Relation, sum: RowSum, isGoverned: Bool)?
    func consider(_ head: PhraseID, _ holder: Holder, isNear: Bool) {
      var own = draft[head].features
      if isNear { own.formUnion(features.near) }
      let isGoverned = governs(draft[head].head, marker)
      if isGoverned { own.formUnion(features.governing) }
      var sum = RowSum()
      let phrase = draft.features(of: id)
      switch holder {
      case .verb: ofVerb.forEach(&own, draft.features(of: nil), phrase) { sum.add($0) }
      case .noun: ofNoun.forEach(draft.features(of: verb), &own, phrase) { sum.add($0) }
      case .outer: ofOuter.forEach(draft.features(of: verb), draft.features(of: nil), phrase) { sum.add($0) }
      }
      if holder == .outer, sum.row == nil { return }
      if sum.points > best?.sum.points ?? Int.min {
        best = (head, holder == .noun ? .attribute : .oblique, sum, isGoverned)
      }
    }
    if let verb { consider(verb, .verb, isNear: verb.int + 1 == id.int) }
    if draft[clause].kind == .relative, let outer = draft[clause].parent.flatMap({ draft[$0].head }) {
      consider(outer, .outer, isNear: false)
    }
    // The noun right before it, and the nearest before that that tells of a happening.
    if let near = nouns.last {
      consider(near, .noun, isNear: near.int + 1 == id.int)
      if let happening = nouns.happening { consider(happening, .noun, isNear: false) }
    }
    if let best {
      draft.add(
        best.relation, head: best.head, dependent: id, row: best.sum.row, score: best.sum.points,
        isGoverned: best.isGoverned)
    }
  }

  private func attachTime(_ id: PhraseID, _ clause: ClauseID, _ noun: PhraseID?, _ draft: inout TreeDraft) {
    let verb = draft[clause].head
    let outer = undatedVerb(around: clause, draft)
    var state = features.of(draft[clause].kind)
    var nounFeatures = noun.map { features(of: $0, under: verb, draft) } ?? Features()
    let decision = times.first(
      &state, draft.features(of: verb), &nounFeatures, draft.features(at: id.int - 1), draft.features(of: id),
      draft.features(of: outer))
    let head =
      switch decision.flatMap({ Outcome(rawValue: $0.outcome) }) ?? .verb {
      case .verb: verb ?? noun
      case .noun: noun
      case .outer: outer
      case .none: PhraseID?.none
      }
    if let head { draft.add(.time, head: head, dependent: id, row: decision?.row) }
  }

  /// What a noun before a date is, and whether the verb goes with its preposition: it led *to the death* of ….
  private func features(of noun: PhraseID, under verb: PhraseID?, _ draft: TreeDraft) -> Features {
    let isGoverned = draft.arcs.contains { $0.dependent == noun && $0.head == verb && $0.isGoverned }
    return isGoverned ? draft[noun].features.union(features.governing) : draft[noun].features
  }

  /// The verb of the clause that a clause stands in, unless it has a date of its own.
  private func undatedVerb(around clause: ClauseID, _ draft: TreeDraft) -> PhraseID? {
    guard let verb = draft[clause].parent.flatMap({ draft[$0].head }) else { return nil }
    return draft.arcs.contains { $0.head == verb && $0.relation == .time } ? nil : verb
  }
}
