import KhabarCore

/// Finds what stands for persons and organizations without naming them: offices, duals and plurals of known parties,
/// descriptions.
struct ReferenceScanner {
  private var reader: NameReader
  private var mentions: [Mention]
  private var covered: [Bool]

  init(reader: NameReader, mentions: [Mention]) {
    self.reader = reader
    self.mentions = mentions
    covered = Array(repeating: false, count: reader.tokens.count)
    // By index: a mention is copied with all that it holds.
    for index in mentions.indices where mentions[index].type != .nationality {
      let tokens = mentions[index].type == .person ? mentions[index].phrase : mentions[index].tokens
      for token in tokens.range { covered[token] = true }
    }
  }

  /// All mentions in text order.
  mutating func scan(offices: [TitlePhrase], sentences: [Sentence]) -> [Mention] {
    var added: [Mention] = []
    addGroups(sentences, &added)
    for office in offices {
      guard let mention = mention(of: office) else { continue }
      added.append(mention)
      for token in mention.tokens.range { covered[token] = true }
    }
    // Without a person there is nobody to stand for.
    let hasPerson = mentions.contains { $0.type == .person }
    for sentence in sentences where !Deadline.isOver {
      reader.sentence = sentence.tokens.range
      var start = reader.sentence.lowerBound
      while let index = reader.next(.reference, from: start) {
        let mention = covered[index] ? nil : reference(at: index)
        if let mention { added.append(mention) }
        start = mention?.tokens.upperBound ?? index + 1
      }
      if hasPerson { addPronouns(&added) }
    }
    return added.isEmpty ? mentions : mentions.merging(added)
  }

  private func addPronouns(_ added: inout [Mention]) {
    var start = reader.sentence.lowerBound
    while let index = reader.next(.pronoun, from: start) {
      if let mention = reader.personPronoun(at: index) { added.append(mention) }
      start = index + 1
    }
  }

  /// A title that stands without a name: an office of one holder, or the description of a person.
  private func mention(of title: TitlePhrase) -> Mention? {
    guard let first = title.titles.first, let last = title.titles.last, !covered[first.lowerBound] else { return nil }
    let tokens = TokenSpan(first.lowerBound, last.upperBound)
    let isDefinite = reader.signals[tokens.lowerBound].contains(.definite)
    // مسؤولون أميركيون: some officials, no office; سفراء فرنسا (the ambassadors of France) are known ones.
    let isKind =
      title.isPlural && !isDefinite && reader.signals[last.upperBound - 1].isDisjoint(with: [.definite, .place])
    let isOffice = title.isOffice && !isKind && (tokens.count > 1 || title.isLone && isDefinite)
    var mention = Mention(
      tokens: tokens, span: reader.span(of: tokens), phrase: TokenSpan(title.tokens.lowerBound, tokens.upperBound),
      type: isOffice ? .office : .person, kind: isOffice ? .office : .description,
      titles: title.titles.map { reader.span(of: $0) }, rule: title.isPlural ? "offices" : "office")
    if title.isPlural { mention.number = .plural }
    return mention
  }

  /// Groups of people before bare titles, for they take titles in: وفد من رجال الأعمال.
  private mutating func addGroups(_ sentences: [Sentence], _ added: inout [Mention]) {
    for sentence in sentences {
      reader.sentence = sentence.tokens.range
      var start = reader.sentence.lowerBound
      while let index = reader.next(.head, from: start) {
        start = index + 1
        guard !covered[index], reader.signals[index].contains(.organizationHead), let group = reference(at: index),
          group.kind == .description, group.tokens.count > 2,
          reader.tokens[index + 1].key == NameParticle.of || reader.tokens[index + 1].classes.contains(.preposition)
        else { continue }
        added.append(group)
        for token in group.tokens.range { covered[token] = true }
      }
    }
  }

  private func reference(at index: Int) -> Mention? {
    let signs = reader.signals[index]
    guard signs.contains(.word) else { return nil }
    let role = reader.roles[index]
    // الرئيسان ماجد وكريم: behind it stand the names of whom it means.
    let isNamed = index + 1 < covered.count && covered[index + 1] && reader.isNextWord(index + 1)
    if role.contains(.twoPersons), isNamed { return nil }
    if !role.isDisjoint(with: .collective) {
      let type: EntityType = role.contains(.twoParties) ? .organization : .person
      let isPlural = role.contains(.manyPersons)
      var group = mention(index, nationsEnd(behind: index), type, .collective, isPlural ? "many" : "two")
      group.number = isPlural ? .plural : .dual
      return group
    }
    if reader.isLoneHonorific(index) { return mention(index, index + 1, .person, .description, "honorific") }
    if reader.tokens[index].classes.contains(.personNoun) {
      return mention(index, phraseEnd(from: index), .person, .description, "person-noun")
    }
    if signs.contains(.organizationHead), let phrase = reader.organizationPhrase(at: index), !phrase.isNamed,
      phrase.head.traits.isDisjoint(with: [.event, .inner]),
      !reader.lexicon.marks(of: reader.tokens[index].stem).role.contains(.verbalHead)
    {
      let end = max(phrase.end, index + 1)
      // برئاسة فلان: what belongs to a named person or place only says who.
      if (index..<end).contains(where: { covered[$0] }) { return nil }
      return mention(
        index, partitiveEnd(from: end, isDefinite: signs.contains(.definite)), .organization, .description,
        "organization-noun")
    }
    return nil
  }

  /// Behind the adjectives of several nations, if such stand behind a noun: الحكومتان المصرية والسعودية (the Egyptian
  /// and the Saudi government).
  private func nationsEnd(behind noun: Int) -> Int {
    var end = noun + 1
    while isNation(end), reader.signals[end].contains(.definite), reader.tokens[end].isCoordinated == (end > noun + 1) {
      end += 1
    }
    return end > noun + 2 ? end : noun + 1
  }

  private func isNation(_ index: Int) -> Bool {
    reader.isNextWord(index) && !reader.signals[index].isDisjoint(with: [.relational, .nationality])
  }

  private func mention(
    _ start: Int, _ end: Int, _ type: EntityType, _ kind: MentionKind, _ rule: String
  ) -> Mention {
    let tokens = TokenSpan(start, end)
    return Mention(tokens: tokens, span: reader.span(of: tokens), type: type, kind: kind, rule: rule)
  }

  /// The end of a describing noun phrase: its complement and adjectives, and "of" with a noun behind it (وفد من رجال
  /// الأعمال, a delegation of businessmen).
  private func phraseEnd(from start: Int) -> Int {
    var index = start + 1
    let isDefinite = reader.signals[start].contains(.definite)
    if !isDefinite { index = reader.complementEnd(from: index) }
    index = reader.adjectivesEnd(from: index)
    while reader.isNextWord(index), reader.signals[index].contains(.relational),
      !reader.signals[index].contains(.proclitic),
      reader.signals[index].contains(.definite) == isDefinite, reader.signals[index].isDisjoint(with: [.verb, .closed])
    {
      index += 1
    }
    return partitiveEnd(from: index, isDefinite: isDefinite)
  }

  /// The end of "of …" behind an indefinite noun of a group: وفد من رجال الأعمال.
  private func partitiveEnd(from index: Int, isDefinite: Bool) -> Int {
    guard !isDefinite, reader.isNextWord(index), reader.tokens[index].key == NameParticle.of,
      reader.isNextWord(index + 1),
      reader.tokens[index + 1].classes.contains(.personNoun) || reader.signals[index + 1].contains(.title)
    else { return index }
    return phraseEnd(from: index + 1)
  }
}
