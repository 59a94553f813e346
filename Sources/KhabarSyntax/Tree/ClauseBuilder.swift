import KhabarCore

/// Puts phrases into clauses: a stack of open clauses, and a table that says what the next phrase does to the innermost
/// one.
struct ClauseBuilder {
  static let shape = TableShape(
    "clause",
    columns: ["clause", "verb", "topic", "noun", "outer", "outer-verb", "outer-topic", "last", "next", "ahead"],
    outcomes: [
      "stay", "head", "copula", "end", "back", "new", "join", "content", "relative", "circumstance", "purpose",
      "condition",
    ], compared: (1, 8))

  /// Which noun a relative clause is about: the candidates are the last nouns before it, the nearest one with `near`.
  static let antecedentShape = TableShape(
    "antecedent", columns: ["noun", "opener", "ahead"], outcomes: ["noun"], isSum: true)

  private enum Outcome: Int {
    case stay, head, copula, end, back, new, join, content, relative, circumstance, purpose, condition

    var opens: Clause.Kind? {
      switch self {
      case .content: .content
      case .relative: .relative
      case .circumstance: .circumstance
      case .purpose: .purpose
      case .condition: .condition
      default: nil
      }
    }
  }

  /// Clauses open at once; a deeper one stands in the innermost of them.
  static let depthLimit = 12
  /// Phrases of most clauses at most.
  private static let usualLength = 8

  let table: KnownTable
  let antecedents: GrammarTable
  let features: TreeFeatures

  func build(_ draft: inout TreeDraft) {
    guard !draft.phrases.isEmpty else { return }
    var run = Run(draft: draft, builder: self)
    for index in draft.phrases.indices { run.take(PhraseID(index)) }
    draft = run.draft
    // "The minister was in Baghdad": without another verb "was" is the clause's own.
    for index in draft.clauses.indices where draft.clauses[index].head == nil {
      draft.clauses[index].head = draft.clauses[index].copula
    }
  }

  /// A clause that is not closed yet.
  private struct Open {
    var id: ClauseID
    var state: Features
    /// The verb, and what stands before it.
    var verb: PhraseID?
    var topic: PhraseID?
    /// The last phrase that tells of a happening, since the verb.
    var happening: PhraseID?
  }

  private struct Run {
    var draft: TreeDraft
    let builder: ClauseBuilder
    private var stack: [Open] = []
    /// The last nouns before the phrase that is taken, the nearest first, since the last mark that ends a sentence.
    private var nouns: (PhraseID?, PhraseID?, PhraseID?)
    private var features: TreeFeatures { builder.features }

    init(draft: TreeDraft, builder: ClauseBuilder) {
      self.draft = draft
      self.builder = builder
      open(.main, parent: nil, row: nil)
    }

    mutating func take(_ id: PhraseID) {
      defer { note(id) }
      if draft.isClaimed[id.int] { return add(id) }
      var (outcome, row) = decide(id)
      while outcome == .back, stack.count > 1 {
        stack.removeLast()
        (outcome, row) = decide(id)
      }
      switch outcome {
      case .stay, .back: add(id)
      case .head: setHead(id)
      case .copula: setCopula(id)
      case .end:
        add(id)
        startAnew(row)
      case .new:
        startAnew(row)
        begin(with: id)
      case .join:
        join(row)
        begin(with: id)
      default:
        if let kind = outcome.opens { subordinate(kind, id, row) }
      }
    }

    private func decide(_ id: PhraseID) -> (Outcome, RowID?) {
      let decision = stack.withUnsafeBufferPointer { stack in
        let here = stack.count - 1
        let outer = here > 0 ? stack[here - 1].verb : nil
        let outerTopic = here > 0 ? stack[here - 1].topic : nil
        return withUnsafePointer(to: stack[here].state) { state in
          withUnsafePointer(to: here > 0 ? stack[here - 1].state : Features()) { outerState in
            let row = draft.row
            let nowhere = row.nowhere
            func place(_ phrase: PhraseID?) -> Int { phrase?.int ?? nowhere }
            let places = (
              nowhere, place(stack[here].verb), place(stack[here].topic), place(stack[here].happening), nowhere,
              place(outer), place(outerTopic), id.int - 1, id.int, id.int + 1
            )
            let columns = (
              state, row[places.1], row[places.2], row[places.3], outerState, row[places.5], row[places.6],
              row[places.7], row[places.8], row[places.9]
            )
            return withUnsafePointer(to: places) { places in
              withUnsafePointer(to: columns) { builder.table.first(row, places, FeatureColumns(tuple: $0)) }
            }
          }
        }
      }
      return (decision.flatMap { Outcome(rawValue: $0.outcome) } ?? .stay, decision?.row)
    }

    // MARK: - Clauses

    private mutating func open(_ kind: Clause.Kind, parent: ClauseID?, row: RowID?) {
      var clause = Clause(kind, parent: parent)
      clause.row = row
      clause.phrases.reserveCapacity(ClauseBuilder.usualLength)
      draft.clauses.append(clause)
      var state = features.of(kind)
      if stack.isEmpty { state.formUnion(features.outermost) }
      stack.append(Open(id: ClauseID(draft.clauses.count - 1), state: state))
    }

    /// A main clause behind what has ended.
    private mutating func startAnew(_ row: RowID?) {
      if stack.count == 1, draft[stack[0].id].phrases.isEmpty { return }
      stack.removeAll()
      open(.main, parent: nil, row: row)
    }

    /// A clause like the innermost one, joined to it.
    private mutating func join(_ row: RowID?) {
      let before = stack.removeLast().id
      open(draft[before].kind, parent: draft[before].parent, row: row)
      let here = stack[stack.count - 1].id.int
      draft.clauses[here].joinedTo = before
      draft.clauses[here].antecedent = draft[before].antecedent
      stack[stack.count - 1].state.formUnion(features.joinedClause)
    }

    private mutating func subordinate(_ kind: Clause.Kind, _ id: PhraseID, _ row: RowID?) {
      if stack.count == ClauseBuilder.depthLimit { stack.removeLast() }
      let isBehindComma = id.int > 0 && draft.phrases[id.int - 1].kind == .comma
      let antecedent = kind == .relative ? antecedent(of: id) : nil
      open(kind, parent: stack[stack.count - 1].id, row: row)
      let here = stack.count - 1
      draft.clauses[stack[here].id.int].antecedent = antecedent
      if isBehindComma { stack[here].state.formUnion(features.behindComma) }
      begin(with: id)
    }

    /// The first phrase of a clause: its verb, or the word that opens it.
    private mutating func begin(with id: PhraseID) {
      switch draft[id].kind {
      case .verb, .circumstance: setHead(id)
      case .copula: setCopula(id)
      case .noun, .time, .comma: add(id)
      default:
        draft.clauses[stack[stack.count - 1].id.int].opener = id
        add(id)
      }
    }

    private mutating func setCopula(_ id: PhraseID) {
      let here = stack.count - 1
      draft.clauses[stack[here].id.int].copula = id
      stack[here].state.formUnion(features.hasCopula)
      noteNegation(before: id)
      add(id)
    }

    private mutating func setHead(_ id: PhraseID) {
      let here = stack.count - 1
      draft.clauses[stack[here].id.int].head = id
      noteNegation(before: id)
      stack[here].state.formUnion(features.hasVerb)
      stack[here].verb = id
      stack[here].happening = nil
      add(id)
    }

    /// A clause is negated by the word right before its verb or its "was", or before the noun that it begins with: *no*
    /// one visited.
    private mutating func noteNegation(before id: PhraseID) {
      var before = id.int - 1
      if before > 0, draft.phrases[before].kind == .noun, draft.isFree(PhraseID(before)) { before -= 1 }
      guard before >= 0, draft.phrases[before].kind == .negation else { return }
      draft.clauses[stack[stack.count - 1].id.int].isNegated = true
    }

    private mutating func add(_ id: PhraseID) {
      let here = stack.count - 1
      draft.clauses[stack[here].id.int].phrases.append(id)
      draft.clauseOf[id.int] = stack[here].id
      if draft.features(of: id).pointee.contains(features.happening) { stack[here].happening = id }
      guard draft.isFree(id) else { return }
      if !stack[here].state.contains(features.hasVerb) {
        if !stack[here].state.contains(features.hasTopic) { stack[here].topic = id }
        stack[here].state.formUnion(features.hasTopic)
      } else if stack[here].state.contains(features.hasBare) {
        stack[here].state.formUnion(features.hasTwoBare)
      } else {
        stack[here].state.formUnion(features.hasBare)
      }
    }

    // MARK: - Relative clauses

    /// Keeps a phrase in mind that a relative clause behind it may be about.
    private mutating func note(_ id: PhraseID) {
      switch draft[id].kind {
      case .boundary: nouns = (nil, nil, nil)
      case .noun: nouns = (id, nouns.0, nouns.1)
      default: break
      }
    }

    /// The noun that a relative clause is about, by the antecedents' points; the nearest of equals. A pronoun of two is
    /// about both whom "and" joins: so-and-so and so-and-so, *who (two)* came.
    private func antecedent(of opener: PhraseID) -> PhraseID? {
      var best: (id: PhraseID, score: Int)?
      for id in [nouns.0, nouns.1, nouns.2].compactMap({ $0 }) {
        var candidate = draft[id].features
        if best == nil { candidate.formUnion(features.near) }
        var score = 0
        builder.antecedents.forEach(&candidate, draft.features(of: opener), draft.features(at: opener.int + 1)) {
          score += $0.score
        }
        if score > best?.score ?? Int.min { best = (id, score) }
      }
      guard let id = best?.id, draft[opener].features.intersects(features.whoTwo),
        draft[id].features.intersects(features.namedPerson)
      else { return best?.id }
      return draft.leaders[id.int]
    }
  }
}
