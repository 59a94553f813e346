import KhabarCore

/// How many letters are written before a name that begins with a token.
struct NameOffset {
  private let code: UInt8
  private static let unsaid: UInt8 = 255

  /// As many as the analysis of the word says.
  static let analyzed = NameOffset(code: unsaid)

  private init(code: UInt8) { self.code = code }

  init(letters: Int) { code = UInt8(min(letters, Int(Self.unsaid) - 1)) }

  /// Their number, where it is said; nil where only the analysis says it.
  var letters: Int? { code == Self.unsaid ? nil : Int(code) }
}

/// One document as the name grammar reads it. Lives for the time of one document.
struct NameReader {
  let lexicon: NameLexicon
  let orthography: Orthography
  let entries: any EntryStore
  let text: AlignedText
  let tokens: [Token]
  let lookups: [Lookup]
  /// Signs of each token. Set while they are read, in `NameReader+Signs`.
  var signals: [WordSignals]
  /// Role of each token in the grammar of names.
  let roles: [NameLexicon.Role]
  /// Letters before the name at a token, where more than the analysis says of it.
  var offsets: [NameOffset]
  /// Index of the first lookup that begins at a token or behind it; one more than there are tokens.
  private let lookupStart: [Int32]
  /// What may begin at each token.
  private(set) var openings: [NameOpening] = []
  /// The sentence that is being read.
  var sentence = 0..<0

  init(
    document: MatchedDocument, lexicon: NameLexicon, orthography: Orthography, entries: any EntryStore,
    memory: inout WordMarks.Memory
  ) {
    self.lexicon = lexicon
    self.orthography = orthography
    self.entries = entries
    text = document.text
    tokens = document.tokens
    lookups = document.lookups
    let words = WordMarks.marks(of: tokens, in: lexicon, &memory)
    signals = zip(tokens, words).map { token, word in
      token.shape.contains(.latin) && token.isWord ? word.signs.union(.latin) : word.signs
    }
    roles = words.map(\.role)
    offsets = Array(repeating: .analyzed, count: tokens.count)
    lookupStart = Self.starts(of: lookups, tokenCount: tokens.count)
    readSigns(words)
    openings = tokens.indices.map { openings(at: $0, words[$0]) }
  }

  /// By token, the index of the first lookup that begins there or behind it.
  private static func starts(of lookups: [Lookup], tokenCount: Int) -> [Int32] {
    var next = 0
    return (0...tokenCount).map { index in
      while next < lookups.count, Int(lookups[next].tokens.start) < index { next += 1 }
      return Int32(next)
    }
  }

  /// بخالد: a word that is a known name only behind a preposition or conjunction.
  func isNameBehindClitic(_ index: Int) -> Bool {
    guard signals[index].contains(.proclitic) else { return false }
    var found = false
    for position in lookupRange(at: index) {
      let lookup = lookups[position]
      guard lookup.type == .givenName || lookup.type == .familyName || lookup.type == .person else { continue }
      if lookup.prefixLetters == 0 { return false }
      found = found || lookup.isExact
    }
    return found
  }

  /// كلاوس is not "like" + لاوس, بالاك not "in" + الاك: a word that looks foreign as a whole, behind a rare preposition
  /// or in another spelling.
  func isWholeForeign(_ lookup: Lookup) -> Bool {
    let token = tokens[lookup.tokens.lowerBound]
    let first = token.key[0]
    guard lookup.tokens.count == 1, token.classes.isEmpty,
      first == ArabicLetter.kaf || (first == ArabicLetter.beh && !lookup.isExact)
    else { return false }
    return lexicon.letters.weight(of: token.key) > LetterThreshold.foreign
  }

  /// The sentence tells of a match, so that cities and ambiguous names in it are clubs: two words of sport.
  var isMatchReport: Bool {
    var count = 0
    for index in sentence where index < roles.count && !roles[index].isDisjoint(with: [.sport, .teamCue]) {
      count += 1
      if count == 2 { return true }
    }
    return false
  }

  // MARK: Reading

  /// Lookups that begin at a token, the longest first.
  @inline(__always)
  func lookupRange(at index: Int) -> Range<Int> { Int(lookupStart[index])..<Int(lookupStart[index + 1]) }

  /// The longest lookup of a type that begins at a token.
  func lookup(_ type: EntityType, at index: Int) -> Lookup? {
    guard index < sentence.upperBound else { return nil }
    for position in lookupRange(at: index)
    where lookups[position].type == type
      && lookups[position].tokens.upperBound <= sentence.upperBound
    {
      return lookups[position]
    }
    return nil
  }

  /// Where the name of an organization of the lists ends: before the nationality of توتال الفرنسية (Total of France),
  /// whose entry is called توتال first of all; the nationality belongs to الاتحاد الأوروبي (the European Union).
  func nameEnd(of lookup: Lookup) -> Int {
    let (start, end) = (lookup.tokens.lowerBound, lookup.tokens.upperBound)
    guard end - start > 1, lookup.type == .organization, !lookup.isFromUser,
      signals[end - 1].isSuperset(of: [.nationality, .definite])
    else { return end }
    let name = orthography.keys(entries.entry(lookup.entry).name)
    return name == keys(of: TokenSpan(start, end - 1)) ? end - 1 : end
  }

  /// A word of the sentence that continues a noun phrase: a space before it and no line break.
  @inline(__always)
  func isNextWord(_ index: Int) -> Bool {
    index < sentence.upperBound && tokens[index].isWord && tokens[index].shape.contains(.spaceBefore)
      && !tokens[index].shape.contains(.lineStart)
  }

  /// Letters written before a name that begins with this token: conjunction and preposition, and the article only where
  /// its alef is not written.
  func nameOffset(_ index: Int) -> Int {
    guard signals[index].contains(.proclitic) else { return 0 }
    if let letters = offsets[index].letters { return letters }
    let analysis = tokens[index].analysis
    let letters = Int(analysis.prefixLetters)
    return analysis.articleLetters >= 2 ? letters - Int(analysis.articleLetters) : letters
  }

  /// "And" is written before the word, by its analysis or by the name that a list has behind it: وماكرون.
  func isBehindAnd(_ index: Int) -> Bool {
    signals[index].contains(.proclitic)
      && (tokens[index].analysis.proclitics.contains(.and)
        || nameOffset(index) == 1 && tokens[index].key[0] == ArabicLetter.waw)
  }

  /// Byte offset of a token's letter, its marks passed over.
  func byteOffset(of index: Int, letter: Int) -> Int {
    let span = tokens[index].span.range
    guard letter > 0 else { return span.lowerBound }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var position = span.lowerBound
      var left = letter
      while position < span.upperBound {
        var next = position
        let isLetter = orthography.classify(Orthography.decode(bytes, &next)).isLetter
        if isLetter {
          if left == 0 { return position }
          left -= 1
        }
        position = next
      }
      return span.lowerBound
    }
  }

  /// The extent of a phrase of tokens without what is written before its first word.
  func span(of tokens: TokenSpan) -> TextSpan<CleanBytes> {
    let start = byteOffset(of: tokens.lowerBound, letter: nameOffset(tokens.lowerBound))
    return TextSpan(start, self.tokens[tokens.upperBound - 1].span.upperBound)
  }

  /// The words of a phrase without what is written before them, articles kept.
  func keys(of span: TokenSpan) -> [WordKey] {
    var keys: [WordKey] = []
    keys.reserveCapacity(span.count)
    for index in span.range where tokens[index].isWord { keys.append(nameKey(index)) }
    return keys
  }

  /// A word as it stands in a name.
  @inline(__always)
  func nameKey(_ index: Int) -> WordKey {
    guard signals[index].contains(.proclitic) else { return tokens[index].key }
    return offsets[index].letters.map(tokens[index].key.dropFirst) ?? tokens[index].bare
  }

  /// Finds the longest phrase of a table at a token; words are compared without articles. A further word may have the
  /// preposition that the table gives it: النائب الأول لرئيس الجمهورية (the first deputy of the president).
  func match<Value>(_ table: PhraseTable<Value>, at index: Int) -> (end: Int, value: Value)? {
    guard index < sentence.upperBound, tokens[index].isWord else { return nil }
    let found = table.longest(from: tokens[index].stem) { step in
      let next = index + step
      guard isNextWord(next) else { return nil }
      let key = tokens[next].key
      return .init(word: key, stem: signals[next].contains(.proclitic) ? key : tokens[next].stem)
    }
    return found.map { (index + $0.count, $0.value) }
  }
}
