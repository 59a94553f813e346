import KhabarCore

/// Names known from elsewhere in the document, looked for once more by their short forms: a surname, an acronym given
/// in brackets, the beginning of a long name.
struct DocumentMemory {
  private let reader: NameReader

  private struct Form {
    var words: [WordKey]
    var source: Int
    var kind: MentionKind
  }

  /// The forms that begin with one word, in the order they came, and where they stand by that word.
  private var forms: [[Form]] = []
  private var byFirstWord = KeyTable<Int32>(placeholder: 0)
  private var beginnings = Beginnings()

  /// The first letters of the forms: tells at a glance of most words that none begins there.
  private struct Beginnings {
    private var bits = [UInt64](repeating: 0, count: 64)

    /// A bit's place, by the first three of some letters; words of other letters may share it.
    @inline(__always)
    private static func place(_ letters: UInt64) -> Int {
      Int(truncatingIfNeeded: ((letters & 0x3FFFF) &* 0x9E37_79B1) &>> 20) & 0xFFF
    }

    @inline(__always)
    private func has(_ letters: UInt64) -> Bool {
      let place = Self.place(letters)
      return bits[place >> 6] >> UInt64(place & 63) & 1 != 0
    }

    mutating func insert(_ word: WordKey) {
      let place = Self.place(word.head)
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }

    /// Whether a form may begin with a word, or with what is left of it behind one or two proclitics.
    @inline(__always)
    func admit(_ word: WordKey) -> Bool {
      let letters = word.head
      if word.isHashed || has(letters) { return true }
      guard DocumentMemory.isProclitic(word[0]) else { return false }
      return has(letters >> 6) || DocumentMemory.isProclitic(word[1]) && has(letters >> 12)
    }
  }

  init(reader: NameReader) { self.reader = reader }

  /// The mentions with those found by short forms added.
  mutating func complete(_ mentions: [Mention], sentences: [Sentence]) -> [Mention] {
    var mentions = mentions
    attachEntries(&mentions)
    addBracketed(&mentions)
    for index in mentions.indices { remember(mentions[index], index) }
    guard !forms.isEmpty else { return mentions }
    var covered = Array(repeating: false, count: reader.tokens.count)
    // An adjective of nationality may be a surname after all: السوداني.
    // By index: a mention is copied with all that it holds.
    for index in mentions.indices where mentions[index].type != .nationality {
      for token in mentions[index].tokens.range { covered[token] = true }
    }
    var found: [Mention] = []
    for sentence in sentences where !Deadline.isOver {
      let range = sentence.tokens.range
      var index = range.lowerBound
      while index < range.upperBound {
        guard !covered[index], reader.signals[index].contains(.word), beginnings.admit(reader.tokens[index].key),
          let mention = recall(index, limit: range.upperBound, covered: covered, known: mentions)
        else {
          index += 1
          continue
        }
        found.append(mention)
        index = mention.tokens.upperBound
      }
    }
    guard !found.isEmpty else { return mentions }
    for mention in found { for token in mention.tokens.range { covered[token] = true } }
    mentions.removeAll { $0.type == .nationality && covered[$0.tokens.lowerBound] }
    return mentions.merging(found)
  }

  /// Gives mentions that grammar found the entry of the same extent.
  private func attachEntries(_ mentions: inout [Mention]) {
    for index in mentions.indices where mentions[index].entry == nil {
      let tokens = mentions[index].tokens
      for position in reader.lookupRange(at: tokens.lowerBound) {
        let lookup = reader.lookups[position]
        if lookup.type == mentions[index].type, lookup.tokens == tokens {
          mentions[index].entry = lookup.entry
          break
        }
      }
    }
  }

  /// (داعش) behind an organization's name is another name of it.
  private func addBracketed(_ mentions: inout [Mention]) {
    var added: [Mention] = []
    for mention in mentions where mention.type == .organization && mention.phrase.end > mention.tokens.end {
      let end = mention.tokens.upperBound
      guard end + 1 < reader.tokens.count, reader.tokens[end].kind == .openBracket else { continue }
      let close = mention.phrase.upperBound - 1
      guard close == end + 2, reader.tokens[close].kind == .closeBracket, reader.tokens[end + 1].isWord else {
        continue
      }
      let tokens = TokenSpan(end + 1, close)
      guard !mentions.contains(where: { $0.tokens.overlaps(tokens) }) else { continue }
      let signs = reader.signals[end + 1]
      guard signs.contains(.latin) || signs.isDisjoint(with: [.ordinary, .closed, .verb, .nationality, .numeral]) else {
        continue
      }
      added.append(
        Mention(
          tokens: tokens, span: reader.span(of: tokens), type: .organization, kind: .acronym, rule: "bracketed-alias"))
    }
    if !added.isEmpty { mentions = mentions.merging(added) }
  }

  private mutating func remember(_ mention: Mention, _ index: Int) {
    let words = reader.keys(of: mention.tokens)
    guard let first = words.first else { return }
    switch mention.type {
    case .person:
      let units = ShortForms.units(of: words, lexicon: reader.lexicon)
      if let last = units.last { add(Array(words[last]), index, units.count > 1 ? .partial : .name) }
      // الملا عمر: Mullah by itself is a title.
      let isTitle = reader.signals[mention.tokens.lowerBound].isSuperset(of: [.title, .definite])
      if units.count > 1, !isTitle, let given = units.first { add(Array(words[given]), index, .partial) }
    case .organization, .place:
      if mention.kind == .acronym { add(words, index, .acronym) }
      // A name that only its head word showed comes back without it.
      if mention.entry == nil, words.count <= 2 { add(words, index, .name) }
      if mention.type == .organization, words.count > 2, first[0] == ArabicLetter.alef, first[1] == ArabicLetter.lam {
        for count in 2..<words.count { add(Array(words[..<count]), index, .partial) }
      }
    default: break
    }
  }

  private mutating func add(_ words: [WordKey], _ source: Int, _ kind: MentionKind) {
    guard let first = words.first, !first.isEmpty else { return }
    let known = byFirstWord[first].map(Int.init)
    let group = known ?? forms.count
    if known == nil {
      forms.append([])
      byFirstWord.insert(first, Int32(group))
      beginnings.insert(first)
    }
    forms[group].append(Form(words: words, source: source, kind: kind))
  }

  /// A short form that begins at a token.
  private func recall(_ index: Int, limit: Int, covered: [Bool], known: [Mention]) -> Mention? {
    let token = reader.tokens[index]
    // The word itself, and without one or two letters of a conjunction or preposition before it.
    for letters in 0...2 {
      let key = token.key.dropFirst(letters)
      if letters > 0, key.count < 3 || !Self.isProclitic(token.key[letters - 1]) { break }
      guard let group = byFirstWord[key],
        let form = longest(of: forms[Int(group)], index, letters, limit, covered, known)
      else { continue }
      let end = index + form.words.count
      let start = reader.byteOffset(of: index, letter: letters)
      return Mention(
        tokens: TokenSpan(index, end), span: TextSpan(start, reader.tokens[end - 1].span.upperBound),
        type: known[form.source].type, kind: form.kind, rule: "known-name")
    }
    return nil
  }

  /// The longest form that stands at a token.
  private func longest(
    of forms: [Form], _ index: Int, _ letters: Int, _ limit: Int, _ covered: [Bool], _ known: [Mention]
  ) -> Form? {
    var best: Form?
    for form in forms where form.words.count > best?.words.count ?? 0 {
      let end = index + form.words.count
      guard end <= limit else { continue }
      let matches = (1..<max(1, form.words.count)).allSatisfy {
        reader.tokens[index + $0].isWord && reader.tokens[index + $0].key == form.words[$0] && !covered[index + $0]
      }
      if matches, fits(index, end: end, letters: letters, type: known[form.source].type) { best = form }
    }
    return best
  }

  /// و ف ب ل ك: letters that may be a word of their own before a name.
  private static func isProclitic(_ letter: UInt8) -> Bool {
    switch letter {
    case ArabicLetter.waw, ArabicLetter.feh, ArabicLetter.beh, ArabicLetter.lam, ArabicLetter.kaf: true
    default: false
    }
  }

  /// Whether a short form stands for the name here, not for the ordinary word or nationality of the same letters.
  private func fits(_ index: Int, end: Int, letters: Int, type: EntityType) -> Bool {
    let signs = reader.signals[index]
    if end - index > 1 { return true }
    let isAmbiguous = !signs.isDisjoint(with: [
      .ordinary, .nationality, .verb, .closed, .title, .placeHead, .organizationHead, .place,
    ])
    guard isAmbiguous else { return true }
    if signs.contains(.closed) || signs.contains(.numeral) { return false }
    guard index > 0, reader.tokens[index].shape.contains(.spaceBefore), !reader.tokens[index].shape.contains(.lineStart)
    else {
      return true
    }
    // بايدن والسوداني, but not العراقي والسوداني.
    if letters > 0 {
      return reader.signals[index - 1].isDisjoint(with: [.nationality, .adjective])
        && (signs.contains(.definite) || signs.isDisjoint(with: [.ordinary, .common]))
    }
    let before = reader.signals[index - 1]
    guard before.contains(.word) else { return true }
    let isDefinite = signs.contains(.definite) || reader.tokens[index].key[1] == ArabicLetter.lam
    if isDefinite {
      // الرئيس السوداني: an adjective behind a definite noun; زيارة السوداني, قال السوداني: the man.
      return before.isDisjoint(with: [.definite, .nationality, .place]) || before.contains(.verb)
    }
    return before.contains(.verb) || before.contains(.title) || before.contains(.speech)
  }
}
