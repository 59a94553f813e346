import KhabarCore

/// Reads titles as offices: their words without country, and the country.
enum OfficeNames {
  static func offices(
    of mention: Mention, in document: MatchedDocument, entries: any EntryStore, lexicon: NameLexicon
  ) -> [OfficeName] {
    mention.titles.compactMap {
      office($0, in: document, entries: entries, lexicon: lexicon, isPlural: mention.number == .plural)
    }
  }

  private static func office(
    _ title: TextSpan<CleanBytes>, in document: MatchedDocument, entries: any EntryStore, lexicon: NameLexicon,
    isPlural: Bool
  ) -> OfficeName? {
    let tokens = document.tokens
    var index = firstToken(endingAfter: Int(title.start), tokens)
    var office = OfficeName(words: [], isPlural: isPlural)
    while index < tokens.count, tokens[index].span.start < title.end {
      let token = tokens[index]
      guard token.isWord else { break }
      let role = lexicon.marks(of: token.bare).role
      var next = index + 1
      if role.contains(.neverInName) {
        office.isFormer = office.isFormer || role.contains(.former)
      } else if let lookup = nation(at: index, document), !office.words.isEmpty {
        office.country = office.country ?? entries.referent(lookup.entry).country
        next = max(next, lookup.tokens.upperBound)
      } else if token.classes.contains(.preposition) {
        break
      } else {
        office.words.append(NameLexicon.withoutArticle(token.stem))
        office.isInternational = office.isInternational || role.contains(.international)
      }
      index = next
    }
    return office.words.isEmpty ? nil : office
  }

  private static func nation(at index: Int, _ document: MatchedDocument) -> Lookup? {
    var low = document.lookups.partitionPoint { Int($0.tokens.start) < index }
    while low < document.lookups.count, Int(document.lookups[low].tokens.start) == index {
      let lookup = document.lookups[low]
      if lookup.type == .nationality || (lookup.type == .place && lookup.context == .any) { return lookup }
      low += 1
    }
    return nil
  }

  /// Index of the first token that ends behind a byte offset.
  private static func firstToken(endingAfter offset: Int, _ tokens: [Token]) -> Int {
    tokens.partitionPoint { $0.span.upperBound <= offset }
  }
}
