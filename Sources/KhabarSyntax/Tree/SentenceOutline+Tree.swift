import KhabarCore

extension SentenceOutline {
  /// A tree with its rows by name.
  public init(_ tree: SentenceTree, _ grammar: Grammar) {
    let name = { (row: RowID?) in row.map { grammar.rows[Int($0.number)].name } }
    self.init(
      phrases: tree.phrases.map { phrase in
        Phrase(
          kind: phrase.kind.rawValue, tokens: phrase.tokens, head: phrase.head, mention: phrase.mention,
          rows: [phrase.began, phrase.closed].compactMap(name))
      },
      clauses: tree.clauses.map { clause in
        Clause(
          kind: clause.kind.rawValue, parent: clause.parent?.int, joinedTo: clause.joinedTo?.int,
          head: clause.head?.int, antecedent: clause.antecedent?.int, isNegated: clause.isNegated,
          row: name(clause.row), phrases: clause.phrases.map(\.int))
      },
      arcs: tree.arcs.map { arc in
        Arc(
          head: arc.head.int, dependent: arc.dependent.int, relation: arc.relation.rawValue, row: name(arc.row),
          score: arc.score)
      })
  }
}
