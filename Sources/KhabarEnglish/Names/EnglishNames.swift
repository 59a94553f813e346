import KhabarCore

/// Names by titles, capitals and lists.
struct EnglishNames: NameGrammar {
  let titles: EnglishTitles

  func mentions(in document: MatchedDocument, entries: any EntryStore) -> [Mention] {
    var scanner = EnglishNameScanner(document: document, titles: titles)
    return scanner.mentions()
  }

  /// A person is the same by the last name alone, a body by its whole name only.
  func shortForms(of mention: Mention, in document: MatchedDocument) -> [[WordKey]] {
    let words = document.tokens[mention.tokens.range].filter(\.isWord).map(\.key)
    guard mention.type == .person, words.count > 1, let first = words.first, let last = words.last else {
      return [words]
    }
    // El-Sisi for Abdel Fattah el-Sisi: a particle goes with the name behind it.
    let start = surname(of: mention, in: document)
    let surname = document.tokens[start..<mention.tokens.upperBound].filter(\.isWord).map(\.key)
    return [words, surname, [last], [first]].filter { !$0.isEmpty }
  }

  /// The first token of a surname: behind a hyphen it goes back to the word before that.
  private func surname(of mention: Mention, in document: MatchedDocument) -> Int {
    var start = mention.tokens.upperBound - 1
    while start - 2 > mention.tokens.lowerBound, document.tokens[start - 1].kind == .hyphen { start -= 2 }
    return start
  }

  func offices(of mention: Mention, in document: MatchedDocument, entries: any EntryStore) -> [OfficeName] {
    let scanner = EnglishNameScanner(document: document, titles: titles)
    guard !mention.titles.isEmpty || mention.kind == .office else { return [] }
    let office = scanner.office(in: mention.phrase.lowerBound..<mention.phrase.upperBound, entries: entries)
    return [office].compactMap { $0 }
  }
}
