import KhabarCore

/// Names that are parts of dates.
extension NameScanner {
  /// 5 رمضان المبارك (5 blessed Ramadan), أول أيام رمضان (the first of the days of Ramadan), شعبان 1445: a month that
  /// people are named after, where a date stands.
  func isPartOfDate(_ tokens: TokenSpan) -> Bool {
    let index = tokens.lowerBound
    let next = tokens.lowerBound + 1
    let marks = reader.lexicon.marks(of: NameLexicon.withoutArticle(reader.nameKey(index)))
    if marks.contains(.timeWord) {
      guard reader.isNextWord(next) else { return false }
      let behind = reader.lexicon.marks(of: NameLexicon.withoutArticle(reader.tokens[next].key))
      return !behind.isDisjoint(with: [.hijriMonth, .weekday])
    }
    guard marks.contains(.hijriMonth) else { return false }
    if tokens.upperBound < reader.sentence.upperBound, reader.tokens[tokens.upperBound].kind == .number { return true }
    guard index > reader.sentence.lowerBound else { return false }
    let before = reader.tokens[index - 1]
    if before.kind == .number { return true }
    guard reader.isNextWord(index) else { return false }
    return reader.signals[index - 1].contains(.numeral) || reader.roles[index - 1].contains(.ordinal)
      || reader.lexicon.marks(of: NameLexicon.withoutArticle(before.stem)).contains(.timeWord)
      // الخامس من رمضان
      || index - 2 >= reader.sentence.lowerBound && before.key == NameParticle.of
        && (reader.roles[index - 2].contains(.ordinal) || reader.tokens[index - 2].kind == .number)
  }
}
