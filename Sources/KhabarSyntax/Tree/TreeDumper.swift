import KhabarCore

/// Draws a tree as text: each clause with its phrases, each arc with the row that decided it.
public struct TreeDumper {
  let tree: SentenceTree
  let document: ResolvedDocument
  let grammar: Grammar

  public init(tree: SentenceTree, document: ResolvedDocument, grammar: Grammar) {
    self.tree = tree
    self.document = document
    self.grammar = grammar
  }

  /// Clauses first, a line each, then arcs, a line each.
  public var text: String { (clauses + arcs).joined(separator: "\n") }

  private var clauses: [String] {
    tree.clauses.enumerated().map { index, clause in
      var line = "clause \(index) \(clause.kind.rawValue)"
      if let parent = clause.parent { line += " in \(parent.int)" }
      if let joined = clause.joinedTo { line += " joined to \(joined.int)" }
      if let antecedent = clause.antecedent { line += " of \(words(antecedent))" }
      if clause.isNegated { line += " negated" }
      if let row = clause.row { line += " (\(name(row)))" }
      return line + ": " + clause.phrases.map(words).joined(separator: " | ")
    }
  }

  private var arcs: [String] {
    tree.arcs.map { arc in
      let row = arc.row.map { ", \(name($0))" } ?? ""
      return "\(words(arc.head)) --\(arc.relation.rawValue) \(arc.score)--> \(words(arc.dependent))\(row)"
    }
  }

  private func name(_ row: RowID) -> String { grammar.rows[Int(row.number)].name }

  private func words(_ id: PhraseID) -> String {
    document.text.string(document.span(of: tree[id].tokens))
  }
}
