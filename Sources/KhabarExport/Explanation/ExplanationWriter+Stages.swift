extension ExplanationWriter {
  /// `[0,6) ad-marker: [ad_1]`, and `kept as byline [7,20): …` for what is metadata.
  mutating func writeRemovals() {
    let removed = record.removed ?? []
    heading("removed", isEmpty: removed.isEmpty)
    for removal in removed {
      outline.line(2, "\(removal.isKept ? "kept as " : "")\(removal.reason) \(quote(removal.at))")
    }
  }

  /// The cleaned text, line by line.
  mutating func writeText() {
    let text = Array((record.text ?? "").utf8)
    heading("text", isEmpty: text.isEmpty)
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      outline.line(2, String(decoding: line, as: UTF8.self))
    }
  }

  /// `word conjunction + stem, past, speech [0,4): وقال`.
  mutating func writeTokens() {
    let tokens = record.tokens ?? []
    heading("tokens", isEmpty: tokens.isEmpty)
    for token in tokens {
      let parts = token.parts.map { " " + $0.map(\.kind).joined(separator: " + ") } ?? ""
      let classes = (token.classes ?? []).map { ", \($0)" }.joined()
      outline.line(2, "\(token.kind)\(parts)\(classes) \(quote(token.at))")
    }
  }

  /// `Place Q85, Gazetteers/ar/cities.tsv:4471 [70,77): القاهرة`.
  mutating func writeMatches() {
    let matches = record.matches ?? []
    heading("matches", isEmpty: matches.isEmpty)
    for match in matches {
      let facts = [
        match.entry.id, match.entry.location, match.isExact ? nil : "folded spelling",
        match.isFromUser ? "from a list of yours" : nil,
      ]
      outline.line(2, "\(match.type) \(facts.compactMap { $0 }.joined(separator: ", ")) \(quote(match.at))")
    }
  }

  /// Each sentence with its phrases, what each of these hangs on, and its clauses.
  mutating func writeSyntax() {
    let sentences = record.sentences ?? []
    heading("syntax", isEmpty: sentences.isEmpty)
    for sentence in sentences {
      outline.line(2, "sentence \(quote(sentence.at))")
      for (index, phrase) in sentence.phrases.enumerated() {
        let entity = phrase.entity.map { ", names \($0)" } ?? ""
        let rows = phrase.rows.isEmpty ? "" : ", rows \(phrase.rows.joined(separator: " … "))"
        outline.line(3, "\(phrase.kind)\(entity)\(rows) \(quote(phrase.at))")
        for arc in sentence.arcs where arc.dependent == index {
          let row = arc.row.map { ", row \($0)" } ?? ""
          let points = arc.score == 0 ? "" : ", points \(arc.score)"
          outline.line(4, "\(arc.relation)\(row)\(points), of \(quote(sentence.phrases[arc.head].at))")
        }
      }
      for (index, clause) in sentence.clauses.enumerated() { write(clause, index, of: sentence) }
    }
  }

  private mutating func write(
    _ clause: ExplanationRecord.ClauseFacts, _ index: Int, of sentence: ExplanationRecord.SentenceFacts
  ) {
    var line = "clause \(index) \(clause.kind)"
    if let parent = clause.parent { line += ", in clause \(parent)" }
    if let joined = clause.joinedTo { line += ", joined to clause \(joined)" }
    if clause.isNegated { line += ", negated" }
    if let row = clause.row { line += ", row \(row)" }
    outline.line(3, line)
    if let head = clause.head { outline.line(4, "verb \(quote(sentence.phrases[head].at))") }
    if let noun = clause.antecedent { outline.line(4, "says more of \(quote(sentence.phrases[noun].at))") }
    for phrase in clause.phrases where phrase != clause.head {
      outline.line(4, "holds \(quote(sentence.phrases[phrase].at))")
    }
  }
}
