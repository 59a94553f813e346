import Khabar

extension RulesCommand {
  /// One line for each constituent: kind, preposition, text, and what it names; with `--words` also one for each word.
  static func parse(
    _ text: String, _ description: PipelineDescription, _ settings: Settings, _ console: Console
  ) throws -> ExitStatus {
    let pack = try description.languagePack()
    let document = try Pipeline(description).process(RawDocument(id: "-", text: text)).resolved
    let assembler = EventAssembler(
      rules: try RuleSet(reading: description.rules), morphology: pack.morphology, clauses: pack.clauses,
      orthography: pack.orthography)
    for sentence in assembler.constituents(of: document) {
      for constituent in sentence {
        try console.print(line(of: constituent, document))
        guard settings.showsWords else { continue }
        for token in document.tokens[constituent.tokens.range] where token.isWord {
          try console.print("  \(word(token, document))")
        }
      }
      try console.print("")
    }
    return .success
  }

  private static func line(of constituent: Constituent, _ document: ResolvedDocument) -> String {
    let first = document.tokens[constituent.tokens.lowerBound].span
    let last = document.tokens[constituent.tokens.upperBound - 1].span
    var line =
      "\(constituent.kind)\(constituent.isCoordinated ? " and" : "")\t\(document.text.string(first.union(last)))"
    if constituent.mention >= 0 {
      let mention = document.mentions[constituent.mention]
      line += "\t\(mention.type) \(mention.kind.rawValue): \(document.text.string(mention.span))"
    }
    if constituent.time >= 0 { line += "\t\(document.times[constituent.time].value)" }
    return line
  }

  /// A word with the letters taken off on either side, the classes of its stem, and what it stands for as a noun.
  private static func word(_ token: Token, _ document: ResolvedDocument) -> String {
    let nouns = [token.nounClasses.first, token.nounClasses.second].compactMap(\.self).map { "=\($0.rawValue)" }
    return "\(document.text.string(token.span)) "
      + "-\(token.analysis.prefixLetters) -\(token.analysis.suffixLetters) "
      + (token.classes.names + nouns).joined(separator: " ")
  }
}
