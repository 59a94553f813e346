import KhabarCore

/// Names that are parts of dates.
extension NameScanner {
  /// 5 رمضان المبارك (5 blessed Ramadan), أول أيام رمضان (the first of the days of Ramadan), شعبان 1445: a month that
  /// people are named after, where a date stands.
  func isPartOfDate(_ tokens: TokenSpan) -> Bool {
    let index = tokens.lowerBound
    let word = NameLexicon.withoutArticle(reader.nameKey(index))
    let next = tokens.lowerBound + 1
    if reader.lexicon.timeWords.contains(word) {
      guard reader.isNextWord(next) else { return false }
      let behind = NameLexicon.withoutArticle(reader.tokens[next].key)
      return reader.lexicon.months.contains(behind) || reader.lexicon.weekdays.contains(behind)
    }
    guard reader.lexicon.months.contains(word) else { return false }
    if tokens.upperBound < reader.sentence.upperBound, reader.tokens[tokens.upperBound].kind == .number { return true }
    guard index > reader.sentence.lowerBound else { return false }
    let before = reader.tokens[index - 1]
    if before.kind == .number { return true }
    guard reader.isNextWord(index) else { return false }
    return reader.signals[index - 1].contains(.numeral) || reader.roles[index - 1].contains(.ordinal)
      || reader.lexicon.timeWords.contains(NameLexicon.withoutArticle(before.stem))
      // الخامس من رمضان
      || index - 2 >= reader.sentence.lowerBound && before.key == NameReader.from
        && (reader.roles[index - 2].contains(.ordinal) || reader.tokens[index - 2].kind == .number)
  }
}

extension NameReader {
  /// من (of).
  static let from = Orthography.arabic.key("من")
}
