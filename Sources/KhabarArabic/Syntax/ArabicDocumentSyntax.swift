import KhabarCore

/// The words of one document with what its layers say of them.
struct ArabicDocumentSyntax: DocumentSyntax {
  private let document: ResolvedDocument
  private let tokens: [Token]
  private let isRuleVerb: [Bool]
  private let reader: ArabicSyntaxReader
  private let layers: PhraseLayers
  /// The features of each mention.
  private let mentionFeatures: [Features]

  init(document: ResolvedDocument, isRuleVerb: [Bool], reader: ArabicSyntaxReader) {
    self.document = document
    tokens = document.tokens
    self.isRuleVerb = isRuleVerb
    self.reader = reader
    let layers = PhraseLayers(document: document, isRuleVerb: isRuleVerb, words: reader.lexicon.words)
    self.layers = layers
    // By index, here and below: a mention is copied with all that it holds.
    mentionFeatures = document.mentions.ids.map { Self.features(of: $0, document, layers, reader) }
  }

  // MARK: - Features

  func features(of sentence: Sentence) -> [Features] {
    let range = sentence.tokens.lowerBound..<min(sentence.tokens.upperBound, tokens.count)
    guard !range.isEmpty else { return [] }
    var result = reader.features(of: tokens[range])
    for index in range {
      addLayers(index, to: &result[index - range.lowerBound])
      if tokens[index].kind == .word, attachedLetter(index) != nil {
        result[index - range.lowerBound].formUnion(reader.marks.attached)
      }
      if tokens[index].kind == .quote, index + 1 < range.upperBound, tokens[index + 1].kind == .word {
        result[index - range.lowerBound].formUnion(reader.marks.openingQuote)
      }
    }
    addExpressions(to: &result, in: range)
    return result
  }

  /// Adds what the document's layers say of a word, which of most is nothing.
  private func addLayers(_ index: Int, to result: inout Features) {
    if isRuleVerb[index] { result.formUnion(reader.marks.ruleVerb) }
    if layers.isNationality[index] { result.formUnion(reader.marks.nationality) }
    if layers.isInsideName[index] { result.formUnion(reader.marks.insideName) }
    if layers.timeAt[index] != nil { result.formUnion(reader.marks.timeBegins) }
    if !layers.occasionsEnd.isEmpty, layers.occasionsEnd[index] != nil { result.formUnion(reader.marks.occasionBegins) }
    if let mention = mention(at: index) {
      result.formUnion(mentionFeatures[mention.int])
      if joins(mention, at: index) { result.formUnion(reader.marks.and) }
    }
  }

  /// وبوبكر: the name begins behind a letter that the word by itself would not lose, and which is "and".
  private func joins(_ mention: MentionID, at index: Int) -> Bool {
    let token = tokens[index]
    return document.mentions[mention].tokens.lowerBound == index
      && document.mentions[mention].span.start > token.span.start
      && token.key[0] == ArabicLetter.waw && token.analysis.prefixLetters == 0
  }

  func features(ofMention mention: MentionID) -> Features { mentionFeatures[mention.int] }

  private static func features(
    of mention: MentionID, _ document: ResolvedDocument, _ layers: PhraseLayers, _ reader: ArabicSyntaxReader
  ) -> Features {
    let phrase = document.mentions[mention].phrase
    var result = reader.features(
      of: document.mentions[mention].kind, document.mentions[mention].type, words: phrase.count)
    let isAdjectival = phrase.range.clamped(to: document.tokens.indices).allSatisfy {
      layers.isNationality[$0] || !document.tokens[$0].classes.isDisjoint(with: [.adjective, .relational])
    }
    if isAdjectival { result.formUnion(reader.marks.adjectival) }
    if let entity = document.mentions[mention].entity, document.entities[entity].kind == "country" {
      result.formUnion(reader.marks.country)
    }
    if let title = document.mentions[mention].titles.first, title.start < document.mentions[mention].span.start {
      result.formUnion(reader.marks.titled)
    }
    return result
  }

  /// Words of the longest adverbial that may open a sentence.
  private static let longestOpener = 4

  private func addExpressions(to result: inout [Features], in range: Range<Int>) {
    for index in range where tokens[index].kind == .word && mayBeginExpression(index) {
      let (kinds, adverbialEnd) = expressions(at: index, before: range.upperBound)
      if let end = adverbialEnd, end < range.upperBound, end - index <= Self.longestOpener, opens(index, range) {
        result[end - range.lowerBound].formUnion(reader.marks.behindOpener)
      }
      if !kinds.isEmpty { result[index - range.lowerBound].formUnion(reader.features(kinds)) }
    }
  }

  /// The kinds of all expressions that begin at a token, and where the adverbial ends.
  func expressions(at token: Int, before end: Int) -> (kinds: FunctionWords.Kinds, adverbialEnd: Int?) {
    var kinds: FunctionWords.Kinds = []
    var adverbialEnd: Int?
    forEachExpression(.all, at: token, before: end) { found in
      kinds.formUnion(found.kinds)
      if found.kinds.contains(.adverbial) { adverbialEnd = found.end }
    }
    return (kinds, adverbialEnd)
  }

  private func opens(_ index: Int, _ range: Range<Int>) -> Bool {
    index == range.lowerBound || tokens[index - 1].kind != .word || tokens[index].shape.contains(.lineStart)
  }

  // MARK: - Layers

  func mention(at token: Int) -> MentionID? { layers.mentionAt[token] }

  func time(at token: Int) -> TimeID? { layers.timeAt[token] }

  func occasionEnd(at token: Int) -> Int? { layers.occasionsEnd[token] }

  // MARK: - Expressions

  private func mayBeginExpression(_ index: Int) -> Bool {
    let (token, table) = (tokens[index], reader.lexicon.words.expressions)
    return table.mayBegin(token.key) || token.isCoordinated && table.mayBegin(token.key.dropFirst(1))
  }

  func expression(_ kind: FixedExpression.Kind, at token: Int, before end: Int) -> FixedExpression? {
    guard let found = foundExpression(FunctionWords.Kinds(kind), at: token, before: end) else { return nil }
    let joined = (token + 1..<found.end).reduce(found.first) { $0.appending(tokens[$1].key) }
    return FixedExpression(kind: kind, end: found.end, key: joined)
  }

  /// Behind the longest expression of a kind that begins at a token, with or without its conjunction.
  func expressionEnd(_ kind: FunctionWords.Kinds, _ token: Int, _ end: Int) -> Int? {
    foundExpression(kind, at: token, before: end)?.end
  }

  /// An expression of the text.
  private struct FoundExpression {
    /// What it is, of the kinds that were asked for and that no longer one was.
    let kinds: FunctionWords.Kinds
    let end: Int
    /// Its first word, without the conjunction that the table does not have.
    let first: WordKey
  }

  private func foundExpression(_ kind: FunctionWords.Kinds, at token: Int, before end: Int) -> FoundExpression? {
    var found: FoundExpression?
    forEachExpression(kind, at: token, before: end) { found = $0 }
    return found
  }

  /// Calls `body` with the longest expression of each kind that begins at a token. One that begins with the word as it
  /// stands comes before one behind its conjunction, though other words follow it than the table has.
  private func forEachExpression(
    _ kinds: FunctionWords.Kinds, at token: Int, before end: Int, _ body: (FoundExpression) -> Void
  ) {
    var found: FunctionWords.Kinds = []
    var seen: FunctionWords.Kinds = []
    func find(from key: WordKey, _ open: FunctionWords.Kinds) {
      reader.lexicon.words.expressions.forEach(from: key) { phrase in
        let wanted = phrase.value.intersection(open).subtracting(found)
        guard !wanted.isEmpty else { return }
        seen.formUnion(wanted)
        guard stands(phrase, token, end) else { return }
        found.formUnion(wanted)
        body(FoundExpression(kinds: wanted, end: token + phrase.count, first: key))
      }
    }
    find(from: tokens[token].key, kinds)
    if tokens[token].isCoordinated { find(from: tokens[token].key.dropFirst(1), kinds.subtracting(seen)) }
  }

  /// Whether the further words of an expression stand behind a token.
  private func stands(_ phrase: PhraseTable<FunctionWords.Kinds>.Phrase, _ token: Int, _ end: Int) -> Bool {
    token + phrase.count <= end
      && reader.lexicon.words.expressions.goesOn(phrase) { tokens[token + $0].key == $1 }
  }

  // MARK: - Markers

  func marker(of token: Int) -> Marker {
    let word = tokens[token]
    let key = word.key.dropFirst(word.isCoordinated ? 1 : 0).dropLast(Int(word.analysis.suffixLetters))
    // به "with it" has the same preposition as بالعراق "in Iraq".
    return Marker(key, isAttached: key.count == 1)
  }

  func attachedMarker(of token: Int) -> Marker? {
    attachedLetter(token).map { Marker(WordKey(bits: UInt128($0)), isAttached: true) }
  }

  private func attachedLetter(_ index: Int) -> UInt8? {
    let word = tokens[index]
    let proclitics = word.analysis.proclitics
    if let place = mention(at: index) {
      // بعقوبة "Baqubah": the letter may be the name's own.
      if document.mentions[place].kind != .description, document.mentions[place].span.start == word.span.start {
        return nil
      }
      if proclitics.isDisjoint(with: .prepositions), let letter = letter(before: place, index) { return letter }
    }
    if proclitics.contains(.with) { return ArabicLetter.beh }
    if proclitics.contains(.to) { return ArabicLetter.lam }
    if proclitics.contains(.like) { return ArabicLetter.kaf }
    return nil
  }

  /// The preposition before a name that is known to begin behind a letter that the word's own analysis keeps: بأبها "in
  /// Abha".
  private func letter(before mention: MentionID, _ index: Int) -> UInt8? {
    let letters = (document.mentions[mention].span.lowerBound - tokens[index].span.lowerBound) / 2
    guard document.mentions[mention].tokens.lowerBound == index, letters == 1 || letters == 2 else { return nil }
    let letter = tokens[index].key[letters - 1]
    return [ArabicLetter.beh, ArabicLetter.lam, ArabicLetter.kaf].contains(letter) ? letter : nil
  }

  func governs(_ head: Int, _ marker: Marker) -> Bool {
    let token = tokens[head]
    let verbs = reader.lexicon.verbs
    if let reading = reader.finiteReading(of: token).0, verbs.governs(reading, marker.key) { return true }
    if let reading = reader.nominalReading(of: token), verbs.governs(reading, marker.key) { return true }
    return token.nounClasses.contains(.utterance) && marker.key == Self.about
  }

  /// عن (about), which nouns of telling go with: news, reports of it.
  private static let about = Orthography.arabic.key("عن")
}
