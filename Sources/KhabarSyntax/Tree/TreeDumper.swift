import KhabarCore

/// Draws a tree as text: each clause with its phrases, each arc with the row that decided it.
public struct TreeDumper {
  let sentence: SentenceOutline
  let document: ResolvedDocument

  public init(_ sentence: SentenceOutline, _ document: ResolvedDocument) {
    self.sentence = sentence
    self.document = document
  }

  /// Clauses first, a line each, then arcs, a line each.
  public var text: String { (clauses + arcs).joined(separator: "\n") }

  private var clauses: [String] {
    sentence.clauses.enumerated().map { index, clause in
      var line = "clause \(index) \(clause.kind)"
      if let parent = clause.parent { line += " in \(parent)" }
      if let joined = clause.joinedTo { line += " joined to \(joined)" }
      if let antecedent = clause.antecedent { line += " of \(words(antecedent))" }
      if clause.isNegated { line += " negated" }
      if let row = clause.row { line += " (\(row))" }
      return line + ": " + clause.phrases.map(words).joined(separator: " | ")
    }
  }

  private var arcs: [String] {
    sentence.arcs.map { arc in
      let row = arc.row.map { ", \($0)" } ?? ""
      return "\(words(arc.head)) --\(arc.relation) \(arc.score)--> \(words(arc.dependent))\(row)"
    }
  }

  private func words(_ phrase: Int) -> String {
    document.text.string(document.span(of: sentence.phrases[phrase].tokens))
  }
}
