import KhabarCore

/// Finds the names of one document from left to right.
struct EnglishNameScanner {
  let document: MatchedDocument
  let titles: EnglishTitles
  private var found: [Mention] = []
  /// Words of the full names of persons found, by which they come back.
  private var personWords: Set<WordKey> = []

  /// Words of a name at most.
  private static let longestName = 7

  init(document: MatchedDocument, titles: EnglishTitles) {
    self.document = document
    self.titles = titles
  }

  private var tokens: [Token] { document.tokens }

  mutating func mentions() -> [Mention] {
    for sentence in document.sentences { scan(sentence) }
    for sentence in document.sentences { findPartialNames(in: sentence) }
    return found.sorted { ($0.tokens.start, $1.tokens.end) < ($1.tokens.start, $0.tokens.end) }
  }

  private mutating func scan(_ sentence: Sentence) {
    var index = sentence.tokens.lowerBound
    let end = sentence.tokens.upperBound
    while index < end {
      guard tokens[index].isWord else {
        index += 1
        continue
      }
      index =
        titled(at: index, end) ?? listed(at: index, end) ?? described(at: index, end) ?? capitalized(
          at: index, sentence)
        ?? index + 1
    }
  }

  private mutating func add(
    _ range: Range<Int>, _ type: EntityType, _ rule: String, kind: MentionKind = .name, phrase: Range<Int>? = nil,
    titles: Range<Int>? = nil, entry: EntryReference? = nil
  ) {
    var mention = Mention(
      tokens: TokenSpan(range.lowerBound, range.upperBound), span: span(range), type: type, kind: kind,
      titles: titles.map { [span($0)] } ?? [], entry: entry, rule: rule)
    if let phrase { mention.phrase = TokenSpan(phrase.lowerBound, phrase.upperBound) }
    if type == .person, kind == .name { personWords.formUnion(tokens[range].filter(\.isWord).map(\.key)) }
    found.append(mention)
  }

  private func span(_ range: Range<Int>) -> TextSpan<CleanBytes> {
    TextSpan(tokens[range.lowerBound].span.lowerBound, tokens[range.upperBound - 1].span.upperBound)
  }

  // MARK: - Titles

  /// A title with the name behind it, or by itself. The country before it belongs to it: *Egypt's* foreign minister.
  private mutating func titled(at start: Int, _ end: Int) -> Int? {
    guard let title = titlePhrase(at: start, end) else { return nil }
    let name = nameEnd(at: title.end, end)
    guard name > title.end || title.isOffice else { return nil }
    addCountries(in: start..<title.end)
    let phrase = start..<max(name, title.end)
    if name > title.end {
      let entry = lookup(at: title.end, end, of: [.person])
      add(
        title.end..<name, .person, "title-name", phrase: phrase, titles: start..<title.end,
        entry: entry?.tokens.upperBound == name ? entry?.entry : nil)
    } else {
      add(phrase, .office, "title", kind: .office)
    }
    return phrase.upperBound
  }

  private struct TitlePhrase {
    /// The first word of the title itself, behind countries and words such as "former".
    var start: Int
    var end: Int
    var isOffice: Bool
  }

  private func titlePhrase(at start: Int, _ end: Int) -> TitlePhrase? {
    guard organization(at: start, end) == nil else { return nil }
    var index = start
    var result: TitlePhrase?
    while index < end, tokens[index].isWord {
      if result == nil, let next = countryEnd(at: index, end) {
        index = next
        continue
      }
      guard let (title, next) = titles.title(at: index, in: tokens, before: end), organization(at: index, end) == nil
      else { break }
      let isTitle = title.kind == .office || title.kind == .honorific
      if isTitle {
        result = TitlePhrase(
          start: result?.start ?? index, end: next, isOffice: title.kind == .office || result?.isOffice ?? false)
      } else if result != nil {
        break
      }
      index = next
      // Mr.
      if isTitle, index < end, tokens[index].kind == .sentenceEnd, title.kind == .honorific { index += 1 }
      if isTitle { result?.end = index }
    }
    if let title = result, let country = countryOfTitle(behind: title.end, end) { result?.end = country }
    return result
  }

  /// Behind "of" and a country: the president *of Egypt*.
  private func countryOfTitle(behind index: Int, _ end: Int) -> Int? {
    guard index + 1 < end, tokens[index].classes.contains(.preposition),
      document.text.string(tokens[index].span) == "of",
      let place = lookup(at: index + 1, end, of: [.place])
    else { return nil }
    return place.tokens.upperBound
  }

  /// Behind the last point of an abbreviation: U.S.
  private func behindPoint(_ index: Int, _ end: Int) -> Int {
    index < end && tokens[index].kind == .sentenceEnd && tokens[index - 1].key.count == 1
      && !tokens[index].shape.contains(.spaceBefore) ? index + 1 : index
  }

  /// Behind a country or body that stands before a title: *Egyptian*, *Egypt's*, *US*.
  private func countryEnd(at index: Int, _ end: Int) -> Int? {
    if let nation = lookup(at: index, end, of: [.nationality]) { return nation.tokens.upperBound }
    guard let owner = lookup(at: index, end, of: [.place, .organization]) else { return nil }
    let behind = behindPoint(owner.tokens.upperBound, end)
    if isGenitive(behind, end) { return min(end, behind + 2) }
    // US envoy, Hamas leader.
    return titles.title(at: behind, in: tokens, before: end) != nil ? behind : nil
  }

  private func isGenitive(_ index: Int, _ end: Int) -> Bool {
    index + 1 < end && tokens[index].kind == .symbol && document.text.string(tokens[index + 1].span) == "s"
      && !tokens[index].shape.contains(.spaceBefore)
  }

  private func organization(at index: Int, _ end: Int) -> Lookup? {
    lookup(at: index, end, of: [.organization]).flatMap { $0.tokens.count > 1 ? $0 : nil }
  }

  private mutating func addCountries(in range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if let place = lookup(at: index, range.upperBound, of: [.nationality, .place, .organization]) {
        add(place.tokens.range, place.type, "gazetteer", entry: place.entry)
        index = place.tokens.upperBound
      } else {
        index += 1
      }
    }
  }

  // MARK: - Lists

  /// The longest entry of a list that begins at a token with a capital letter, of some types.
  private func lookup(at index: Int, _ end: Int, of types: Set<EntityType>) -> Lookup? {
    guard index < end, isCapitalized(index) else { return nil }
    var low = document.lookups.partitionPoint { Int($0.tokens.start) < index }
    while low < document.lookups.count, Int(document.lookups[low].tokens.start) == index {
      let lookup = document.lookups[low]
      if types.contains(lookup.type), lookup.tokens.upperBound <= end { return lookup }
      low += 1
    }
    return nil
  }

  private mutating func listed(at index: Int, _ end: Int) -> Int? {
    let types: Set<EntityType> = [.person, .organization, .place, .nationality]
    guard let lookup = lookup(at: index, end, of: types) else { return nil }
    // A name that goes on with a word of a name is another one: Washington Irving.
    if lookup.type == .place, lookup.tokens.count == 1, !isBehindPreposition(index),
      nameEnd(at: index, end) > lookup.tokens.upperBound
    {
      return nil
    }
    add(lookup.tokens.range, lookup.type, "gazetteer", entry: lookup.entry)
    return lookup.tokens.upperBound
  }

  private func isBehindPreposition(_ index: Int) -> Bool {
    index > 0 && tokens[index - 1].classes.contains(.preposition)
  }

  // MARK: - Descriptions

  /// People by what they are: a *Turkish delegation*, *senior officials*.
  private mutating func described(at start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end, tokens[index].isWord {
      if let nation = lookup(at: index, end, of: [.nationality]) {
        index = nation.tokens.upperBound
      } else if tokens[index].classes.contains(.adjective),
        tokens[index].classes.isDisjoint(with: [.noun, .personNoun])
      {
        index += 1
      } else {
        break
      }
    }
    guard index < end, tokens[index].classes.contains(.personNoun) else { return nil }
    addCountries(in: start..<index)
    let isGroup = tokens[index].nounClasses.first == .group
    add(
      index..<index + 1, isGroup ? .organization : .person, "description", kind: .description, phrase: start..<index + 1
    )
    return index + 1
  }

  // MARK: - Capitals

  private func isCapitalized(_ index: Int) -> Bool {
    tokens[index].isWord && document.text.string(tokens[index].span).first?.isUppercase == true
  }

  /// A word that a personal name may be made of.
  private func isNameWord(_ index: Int) -> Bool {
    isCapitalized(index) && tokens[index].classes.isDisjoint(with: Self.noName)
  }

  private static let noName = WordClasses.closed.union([
    .organizationHead, .placeHead, .personNoun, .adverb, .quantifier, .numeral, .calendar,
  ])

  /// Behind the personal name that begins at a token; the token itself when none does. Small particles and hyphens
  /// stand between its words: Ursula *von der* Leyen, Abdel Fattah el-Sisi.
  private func nameEnd(at start: Int, _ end: Int) -> Int {
    guard start < end, isNameWord(start), lookup(at: start, end, of: [.nationality]) == nil,
      organization(at: start, end) == nil, titles.title(at: start, in: tokens, before: end) == nil
    else { return start }
    var index = start + 1
    var words = 1
    while index < end, words < Self.longestName {
      var next = index
      // Particles and hyphens, a name word behind them.
      while next < end, next < index + 4, isLink(next) { next += 1 }
      guard next < end, isNameWord(next) || next > index && tokens[next - 1].kind == .hyphen && tokens[next].isWord,
        tokens[next].kind == .word, !isGenitiveLetter(next)
      else { break }
      index = next + 1
      words += 1
    }
    return index
  }

  /// A hyphen between words, the point of an initial, or a particle.
  private func isLink(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .hyphen { return !token.shape.contains(.spaceBefore) }
    if token.kind == .sentenceEnd { return index > 0 && tokens[index - 1].key.count == 1 && isCapitalized(index - 1) }
    return titles.particles.contains(token.key)
  }

  private func isGenitiveLetter(_ index: Int) -> Bool { index > 0 && isGenitive(index - 1, tokens.count) }

  /// A run of capitals: a body where it ends in the noun for one, else a person by two words or more.
  private mutating func capitalized(at start: Int, _ sentence: Sentence) -> Int? {
    guard isCapitalized(start) else { return nil }
    let end = sentence.tokens.upperBound
    var last = start
    while last + 1 < end, isCapitalized(last + 1), tokens[last + 1].classes.isDisjoint(with: .closed) { last += 1 }
    if let head = (start...last).last(where: { tokens[$0].classes.contains(.organizationHead) }), head > start,
      tokens[start].classes.isDisjoint(with: .closed)
    {
      add(start..<head + 1, .organization, "head-noun")
      return head + 1
    }
    let name = nameEnd(at: start, end)
    guard name > start else { return nil }
    let words = tokens[start..<name].count { $0.isWord }
    // A sentence's first word has its capital by itself.
    let isOpening = start == sentence.tokens.lowerBound && !tokens[start].classes.isEmpty
    guard words > 1, !isOpening else { return nil }
    add(start..<name, .person, "capital")
    return name
  }

  /// One word of a person's name that was found in full.
  private mutating func findPartialNames(in sentence: Sentence) {
    let taken = found.filter { $0.tokens.overlaps(sentence.tokens) }
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      var end = index + 1
      // el-Sisi: the particle and the name.
      if index + 2 < sentence.tokens.upperBound, tokens[index].isWord, tokens[index + 1].kind == .hyphen,
        personWords.contains(tokens[index].key)
      {
        end = index + 3
      }
      let span = TokenSpan(index, end)
      let isFree = !taken.contains { $0.tokens.overlaps(span) || $0.phrase.overlaps(span) && $0.kind != .description }
      if isFree, isCapitalized(end - 1), personWords.contains(tokens[end - 1].key), tokens[end - 1].classes.isEmpty {
        add(index..<end, .person, "short-name", kind: .partial)
      }
      index = end
    }
  }
}
