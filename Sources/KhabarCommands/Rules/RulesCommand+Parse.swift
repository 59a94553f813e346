import Khabar

extension RulesCommand {
  /// One line for each constituent: kind, preposition, text, and what it names; with `--words` also one for each word.
  static func parse(
    _ text: String, _ description: PipelineDescription, _ settings: Settings, _ console: Console
  ) throws -> ExitStatus {
    let reading = try TreeReading(description)
    let document = try reading.document(text)
    for tree in reading.assembler().trees(of: document) {
      for phrase in tree.phrases {
        try console.print(line(of: phrase, document))
        guard settings.showsWords else { continue }
        for token in document.tokens[phrase.tokens.range] where token.isWord {
          try console.print("  \(word(token, document))")
        }
      }
      if settings.showsTree {
        try console.print(TreeDumper(SentenceOutline(tree, reading.grammar), document).text)
      }
      try console.print("")
    }
    return .success
  }

  private static func line(of phrase: Phrase, _ document: ResolvedDocument) -> String {
    let text = document.text.string(document.span(of: phrase.tokens))
    var line = "\(phrase.kind.rawValue)\(phrase.isJoined ? " and" : "")\t\(text)"
    if let index = phrase.mention {
      let mention = document.mentions[index]
      line += "\t\(mention.type) \(mention.kind.rawValue): \(document.text.string(mention.span))"
    }
    if let time = phrase.time { line += "\t\(document.times[time].value)" }
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
