import KhabarCore

/// Names shown by their surroundings.
extension NameScanner {
  mutating func scanContexts() {
    var start = reader.sentence.lowerBound
    while let index = reader.next(.context, from: start) {
      if reader.signals[index].contains(.latin) {
        start = scanLatin(index)
        continue
      }
      start = index + 1
      scanCredit(index)
      scanMinistry(index)
      scanUnknown(index)
      scanCompound(index)
      scanForeignOrganization(index)
    }
  }

  /// Latin words are the names of firms and agencies where an organization is spoken of, a place stands before them
  /// (a dateline) or they act; else they translate a term: بروتون (Proton).
  private mutating func scanLatin(_ start: Int) -> Int {
    var end = start + 1
    while end < reader.sentence.upperBound, end - start < 5, reader.signals[end].contains(.latin),
      reader.isNextWord(end),
      reader.text.bytes[reader.tokens[end].span.lowerBound] < 0x80
    { end += 1 }
    // وDell: a conjunction or preposition is written before it.
    var first = reader.tokens[start].span.lowerBound
    while first < reader.tokens[start].span.upperBound, reader.text.bytes[first] >= 0x80 { first += 1 }
    guard first + 1 < reader.tokens[start].span.upperBound, isCapital(first), namesOrganization(start, end) else {
      return end
    }
    add(
      .organization, TokenSpan(start, end), span: TextSpan(first, reader.tokens[end - 1].span.upperBound),
      by: .latin)
    latinEnd = end
    return end
  }

  private func isCapital(_ byte: Int) -> Bool {
    reader.text.bytes[byte] >= UInt8(ascii: "A") && reader.text.bytes[byte] <= UInt8(ascii: "Z")
  }

  private func namesOrganization(_ start: Int, _ end: Int) -> Bool {
    // New moon: names have capitals in all words but the small ones.
    if end - start == 2, !isCapital(reader.tokens[start + 1].span.lowerBound) { return false }
    let lower = reader.sentence.lowerBound
    // Apple وDell, رئيس «Intel»: beside another one, behind a title.
    if start > lower, latinEnd == start { return true }
    if (max(lower, start - 2)..<start).contains(where: { reader.signals[$0].contains(.title) }) { return true }
    if start > lower, reader.tokens[start].shape.contains(.spaceBefore), reader.signals[start - 1].contains(.verb) {
      return true
    }
    if end < reader.sentence.upperBound, reader.isNextWord(end), reader.signals[end].contains(.verb) { return true }
    for before in stride(from: start - 1, through: max(lower, start - 9), by: -1) {
      let signs = reader.signals[before]
      if !signs.isDisjoint(with: [.organizationHead, .organization]) { return true }
      if before >= start - 2, signs.contains(.place) { return true }
    }
    return false
  }

  /// (الفرنسية): a picture credited to the news agency of a nation.
  private mutating func scanCredit(_ index: Int) {
    guard reader.signals[index].contains(.nationality), index > reader.sentence.lowerBound,
      reader.tokens[index - 1].kind == .openBracket, index + 1 < reader.sentence.upperBound,
      reader.tokens[index + 1].kind == .closeBracket || reader.tokens[index + 1].kind == .hyphen,
      reader.signals[index].contains(.definite), reader.isFeminineWord(index)
    else { return }
    add(.organization, TokenSpan(index, index + 1), by: .credit)
  }

  /// الخارجية الأميركية: a ministry by its subject and nation, where no noun stands before it.
  private mutating func scanMinistry(_ index: Int) {
    guard reader.roles[index].contains(.ministry), reader.isNextWord(index + 1),
      reader.signals[index + 1].contains(.nationality), reader.isFeminineWord(index + 1)
    else { return }
    if index > reader.sentence.lowerBound {
      let before = reader.signals[index - 1]
      if before.contains(.word), reader.isNextWord(index), !reader.signals[index].contains(.proclitic),
        before.isDisjoint(with: [.verb, .closed]),
        reader.tokens[index - 1].analysis.proclitics.isDisjoint(with: .prepositions)
      {
        return
      }
    }
    add(.organization, TokenSpan(index, index + 2), by: .ministry)
  }

  /// An unknown word behind a preposition of place or a word of sport.
  private mutating func scanUnknown(_ start: Int) {
    guard start > reader.sentence.lowerBound, reader.isNextWord(start), reader.namePart(start, inside: false) == .weak,
      !reader.signals[start].contains(.definite), reader.letterWeight(start) >= LetterThreshold.foreign
    else { return }
    let role = reader.roles[start - 1]
    if reader.tokens[start].key.hasSuffix(Self.land) {
      add(.place, TokenSpan(start, start + 1), by: .placeEnding)
      return
    }
    var end = start + 1
    while reader.isNextWord(end), end - start < 3, reader.isProper(end) { end += 1 }
    if role.contains(.teamCue), !reader.signals[start].contains(.proclitic) {
      add(.organization, TokenSpan(start, end), by: .team)
    } else if role.contains(.placePreposition), isLocative(start - 1), !reader.signals[start].contains(.proclitic) {
      add(.place, TokenSpan(start, end), by: end - start > 1 ? .uncertainPlaceInContext : .placeInContext)
    } else if reader.signals[start].contains(.proclitic), reader.tokens[start].analysis.proclitics.contains(.with) {
      add(.place, TokenSpan(start, end), by: .uncertainPlaceInContext)
    }
  }

  /// مانشستر يونايتد, ريال مدريد, نيويورك تايمز: a foreign word and a place side by side are a club, paper or firm.
  private mutating func scanCompound(_ index: Int) {
    if let place = reader.lookup(.place, at: index), place.context == .any || place.tokens.count == 1 {
      let next = place.tokens.upperBound
      // رفائيل كوريا دلجادو: a man's names.
      guard reader.isNextWord(next), !reader.signals[next].contains(.proclitic), isForeign(next),
        !isBehindName(index),
        reader.signals[index].isDisjoint(with: [.ordinary, .name]) || place.context == .any
      else { return }
      add(.organization, TokenSpan(index, next + 1), by: compoundRule(place))
    } else if isForeign(index), reader.isNextWord(index + 1), !reader.signals[index + 1].contains(.proclitic),
      let place = reader.lookup(.place, at: index + 1), place.prefixLetters == 0,
      reader.signals[index + 1].isDisjoint(with: [.ordinary, .definite])
    {
      add(.organization, TokenSpan(index, place.tokens.upperBound), by: compoundRule(place))
    }
  }

  private func isBehindName(_ index: Int) -> Bool {
    index > reader.sentence.lowerBound && reader.isNextWord(index) && !reader.signals[index].contains(.proclitic)
      && reader.signals[index - 1].contains(.given)
      && reader.signals[index - 1].isDisjoint(with: [.common, .verb, .closed, .place])
  }

  private func compoundRule(_ place: Lookup) -> NameRule {
    reader.isMatchReport && reader.entries.referent(place.entry).kind == "city" ? .compoundInMatchReport : .compound
  }

  /// جنرال موتورز (General Motors), ديبورتيفو كورونا: a word of foreign firms and clubs makes the foreign words around
  /// it their name.
  private mutating func scanForeignOrganization(_ index: Int) {
    guard reader.roles[index].contains(.foreignOrganization) else { return }
    var (start, end) = (index, index + 1)
    while reader.isNextWord(end), end - index < 4, isForeignPart(end), !reader.signals[end].contains(.proclitic) {
      end += 1
    }
    // ريال مدريد goes on to its town, مانشستر يونايتد follows it.
    let followsTown = end == index + 1
    while start > reader.sentence.lowerBound, index - start < 3, !reader.signals[start].contains(.proclitic),
      reader.isNextWord(start), isForeignPart(start - 1), followsTown || !reader.signals[start - 1].contains(.place)
    { start -= 1 }
    while start < index, !reader.roles[start].isDisjoint(with: .foreignParticle) { start += 1 }
    // مكسيكو سيتي: a city of that name.
    let isCity = reader.lookup(.place, at: start)?.tokens.upperBound == end
    guard end - start > 1, !isCity else { return }
    add(.organization, TokenSpan(start, end), by: .foreignOrganization)
  }

  private func isForeignPart(_ index: Int) -> Bool {
    let signs = reader.signals[index]
    if reader.roles[index].contains(.foreignOrganization) { return true }
    if reader.roles[index].contains(.foreignParticle) { return signs.isDisjoint(with: [.closed, .proclitic]) }
    if signs.contains(.latin) { return true }
    guard signs.isDisjoint(with: [.ordinary, .definite, .closed, .verb, .title, .numeral, .nationality]) else {
      return false
    }
    return signs.contains(.place) || (signs.contains(.word) && reader.letterWeight(index) > LetterThreshold.foreign)
  }

  private func isForeign(_ index: Int) -> Bool {
    reader.namePart(index, inside: false) == .weak && !reader.signals[index].contains(.definite)
      && reader.letterWeight(index) > LetterThreshold.foreignPart
  }

  /// ‑ستان (-stan).
  private static let land = Orthography.arabic.key("ستان")

  /// في, and nouns and directions before a place; من and إلى stand before persons as often.
  private func isLocative(_ index: Int) -> Bool {
    !reader.signals[index].contains(.closed) || reader.tokens[index].key == NameParticle.inside
  }
}
