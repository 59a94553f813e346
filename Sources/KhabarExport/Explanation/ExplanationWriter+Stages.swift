import KhabarCore

extension ExplanationWriter {
  /// The cleaned text, line by line.
  mutating func writeText() {
    heading("text", isEmpty: document.text.bytes.isEmpty)
    for line in document.text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      outline.line(2, String(decoding: line, as: UTF8.self))
    }
  }

  /// `word conjunction + stem, past, speech [0,4): وقال`.
  mutating func writeTokens() {
    heading("tokens", isEmpty: document.tokens.isEmpty)
    for token in document.tokens {
      let parts = token.parts(in: document.text).map(\.kind.rawValue)
      var facts = "\(token.kind)" + (parts.count > 1 ? " " + parts.joined(separator: " + ") : "")
      for name in token.classes.names { facts += ", \(name)" }
      outline.line(2, "\(facts) \(quote(token.span))")
    }
  }

  /// `Place Q85, Gazetteers/ar/cities.tsv:4471 [70,77): القاهرة`.
  mutating func writeMatches() {
    let lookups = document.resolved.recognized.matched.lookups
    heading("matches", isEmpty: lookups.isEmpty)
    for lookup in lookups {
      let entry = exporter.entries.entry(lookup.entry)
      let facts = [
        entry.id, entry.location?.description, lookup.isExact ? nil : "folded spelling",
        lookup.isFromUser ? "from a list of yours" : nil,
      ]
      outline.line(
        2, "\(lookup.type) \(facts.compactMap { $0 }.joined(separator: ", ")) \(quote(lookup.span))")
    }
  }
}
