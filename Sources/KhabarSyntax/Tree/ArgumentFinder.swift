import KhabarCore

/// Says which of a clause's bare phrases its verb has as subject and object: all assignments are tried, and the one
/// with most points counts.
struct ArgumentFinder {
  /// `patient` are the points of a phrase as whom a verb in the passive is done to, where its letters do not tell the
  /// voice; a phrase that no such row speaks for is none. `unsaid` are the points of a clause without a subject of its
  /// own; its `phrase` is then who would be the subject, and has no feature when nobody is known.
  static let shape = TableShape(
    "argument", columns: ["verb", "phrase", "clause", "opener", "other"],
    outcomes: ["subject", "object", "unsaid", "patient"], isSum: true,
    parts: [
      [Outcome.subject.rawValue, Outcome.object.rawValue, Outcome.patient.rawValue], [Outcome.unsaid.rawValue],
    ])

  private enum Outcome: Int { case subject, object, unsaid, patient }

  /// Phrases behind the verb that may be its arguments.
  private static let reach = 3

  /// What phrases are as subjects and objects, and the points of a subject that is unsaid.
  private let said: GrammarTable
  private let unsaid: GrammarTable
  private let sharing: SubjectSharing
  private let features: TreeFeatures

  init(table: GrammarTable, sharing: SubjectSharing, features: TreeFeatures) {
    said = table.only(0)
    unsaid = table.only(1)
    self.sharing = sharing
    self.features = features
  }

  private struct Candidate {
    var id: PhraseID?
    var features: Features
    var asSubject = RowSum()
    var asObject = RowSum()
    var asPatient = RowSum()
  }

  /// Clauses in order, each with the subject that it shares: what a clause around it or before it has is known then.
  func find(in draft: inout TreeDraft) {
    for clause in draft.clauses.indices.map({ ClauseID($0) }) where draft[clause].head != nil {
      find(clause, &draft)
      sharing.find(clause, &draft)
    }
  }

  private func find(_ clause: ClauseID, _ draft: inout TreeDraft) {
    guard let verb = draft[clause].head else { return }
    var heir = heir(of: clause, draft)
    var candidates = candidates(of: clause, verb, draft)
    var state = state(of: clause, draft)
    let before = features.topic.union(features.antecedent)
    if candidates.contains(where: { !$0.features.isDisjoint(with: before) }) { state.formUnion(features.hasTopic) }
    if candidates.count(where: { $0.features.isDisjoint(with: before) }) > 1 { state.formUnion(features.hasTwoBare) }
    let opener = draft.features(of: draft[clause].opener)
    // Of a candidate the other one is the first, of the first the second.
    let own = FeatureRow(candidates.lazy.map(\.features))
    defer { withExtendedLifetime(own) {} }
    for index in candidates.indices {
      said.forEach(draft.features(of: verb), own[index], &state, opener, own[index == 0 ? 1 : 0]) { decision in
        switch Outcome(rawValue: decision.outcome) {
        case .subject: candidates[index].asSubject.add(decision)
        case .object: candidates[index].asObject.add(decision)
        case .patient: candidates[index].asPatient.add(decision)
        default: break
        }
      }
    }
    var none = RowSum()
    unsaid.forEach(draft.features(of: verb), &heir, &state, opener, own[0]) { none.add($0) }
    assign(candidates, none, verb, &draft)
  }

  private func state(of clause: ClauseID, _ draft: TreeDraft) -> Features {
    var state = features.of(draft[clause].kind)
    if draft[clause].joinedTo != nil { state.formUnion(features.joinedClause) }
    if draft[clause].phrases.contains(where: { draft[$0].kind == .copula }) { state.formUnion(features.hasCopula) }
    if draft.has(features.prepositionPronoun, in: clause) { state.formUnion(features.hasPronominal) }
    if draft[clause].phrases.contains(where: { isCompanion($0, draft) }) { state.formUnion(features.hasCompanion) }
    return state
  }

  /// Somebody behind a preposition: met *with the ambassador*.
  private func isCompanion(_ id: PhraseID, _ draft: TreeDraft) -> Bool {
    draft[id].kind == .noun && draft[id].marker != nil && draft[id].features.contains(features.companion)
  }

  /// What the subject would be that the clause does not say: the one of the clause that it is joined to or stands in.
  private func heir(of clause: ClauseID, _ draft: TreeDraft) -> Features {
    let source = draft[clause].joinedTo ?? draft[clause].parent
    guard let source, let subject = draft.subject(of: source) else { return Features() }
    return draft[subject].features.union(features.unsaidSubject)
  }

  private func candidates(of clause: ClauseID, _ verb: PhraseID, _ draft: TreeDraft) -> [Candidate] {
    var result: [Candidate] = []
    result.reserveCapacity(Self.reach + 2)
    let phrases = draft.clauses[clause.int].phrases
    if let antecedent = draft.clauses[clause.int].antecedent {
      result.append(Candidate(id: antecedent, features: draft[antecedent].features.union(features.antecedent)))
    }
    // A relative clause may have a topic of its own: the book that *the minister* had read.
    if let topic = phrases.first(where: { $0 < verb && draft.isFree($0) }) {
      result.append(Candidate(id: topic, features: draft[topic].features.union(features.topic)))
    }
    var behind: [PhraseID] = []
    behind.reserveCapacity(Self.reach)
    for id in phrases where id > verb && draft.isFree(id) && !isOneOfThose(id, behind: verb, draft) {
      behind.append(id)
      if behind.count == Self.reach { break }
    }
    for (place, id) in behind.enumerated() {
      var own = draft[id].features.union(features.place(place))
      if behind.count == 1 { own.formUnion(features.only) }
      if draft.leads(id) { own.formUnion(features.leading) }
      if isBehindName(id, draft) { own.formUnion(features.behindName) }
      if id.int > 0, draft.phrases[id.int - 1].kind == .comma { own.formUnion(features.behindComma) }
      if id.int > 0, draft.phrases[id.int - 1].features.contains(features.amongThem) { own.formUnion(features.among) }
      result.append(Candidate(id: id, features: own))
    }
    return result
  }

  /// Whether a phrase says who is among those that the verb has already: four young men, among them *a boy*.
  private func isOneOfThose(_ id: PhraseID, behind verb: PhraseID, _ draft: TreeDraft) -> Bool {
    guard id.int > verb.int + 2, draft.phrases[id.int - 1].features.intersects(features.amongThem) else { return false }
    return draft.phrases[id.int - 2].kind == .noun
  }

  /// Whether a phrase stands right behind a person's name, with a comma between at most: Faisal, *the governor*.
  private func isBehindName(_ id: PhraseID, _ draft: TreeDraft) -> Bool {
    var before = id.int - 1
    if before >= 0, draft.phrases[before].kind == .comma { before -= 1 }
    return before >= 0 && draft.phrases[before].features.contains(features.namedPerson)
  }

  private func assign(_ candidates: [Candidate], _ unsaid: RowSum, _ verb: PhraseID, _ draft: inout TreeDraft) {
    var best = (subject: Int?.none, object: Int?.none, points: Int.min)
    for place in 0...candidates.count {
      // Nobody comes last as a subject and first as an object: the first of equals counts.
      let subject = place < candidates.count ? place : nil
      let points = subject.map { candidates[$0].asSubject.points } ?? unsaid.points
      if points > best.points { best = (subject, nil, points) }
      for object in candidates.indices where object != subject {
        let sum = points + candidates[object].asObject.points
        if sum > best.points { best = (subject, object, sum) }
      }
    }
    if let patient = candidates.max(by: { $0.asPatient.points < $1.asPatient.points }), patient.asPatient.row != nil,
      patient.asPatient.points > best.points
    {
      return add(patient, patient.asPatient, .patient, verb, &draft)
    }
    if let subject = best.subject { add(candidates[subject], candidates[subject].asSubject, .subject, verb, &draft) }
    if let object = best.object { add(candidates[object], candidates[object].asObject, .object, verb, &draft) }
  }

  private func add(
    _ candidate: Candidate, _ sum: RowSum, _ outcome: Outcome, _ verb: PhraseID, _ draft: inout TreeDraft
  ) {
    guard let id = candidate.id else { return }
    let isPassive = draft[verb].features.contains(features.passive)
    let said: Arc.Relation =
      switch outcome {
      case .object, .unsaid: .object
      case .patient: .patient
      case .subject: isPassive ? .patient : .subject
      }
    let isAntecedent = candidate.features.contains(features.antecedent)
    let relation: Arc.Relation = isAntecedent ? (said == .subject ? .relativeSubject : .relativeObject) : said
    draft.add(relation, head: verb, dependent: id, row: sum.row, score: sum.points)
  }
}
