import KhabarCore

/// Finds what begins at each word of one sentence. A class, so that the phrases it opens share it.
final class PhraseScanner {
  let builder: PhraseBuilder
  let document: ResolvedDocument
  let syntax: any DocumentSyntax
  let words: SentenceWords
  let end: Int

  init(_ opened: DocumentPhrases, _ sentence: SentenceWords) {
    builder = opened.builder
    document = opened.document
    syntax = opened.syntax
    words = sentence
    end = words.end
  }

  func scan() -> [Phrase] {
    var result: [Phrase] = []
    var features: [Features] = []
    result.reserveCapacity(end - words.start)
    features.reserveCapacity(end - words.start)
    var position = words.start
    while position < end {
      let phrase = next(at: position)
      result.append(phrase)
      features.append(given(phrase))
      position = phrase.tokens.upperBound
    }
    features.withUnsafeMutableBufferPointer { builder.ofPhrases.derive($0) }
    for index in result.indices { result[index].features = features[index] }
    return result
  }

  // MARK: - Beginnings

  /// Tokens of an aside in brackets at most: one that doesn't close in so many is no aside.
  private static let longestBracket = 12

  /// What begins at a token. Its features are the scanner's last step.
  ///
  /// - Parameter isJoined: it is joined by the word before it, and so joins nothing itself.
  private func next(at position: Int, isJoined: Bool = false) -> Phrase {
    let compound =
      words[position].pointee.contains(builder.bits.compoundBegins)
      ? syntax.expression(.preposition, at: position, before: end) : nil
    let behind = compound?.end ?? position + 1
    let decision = builder.tables.begin.first(
      words.row, (position - 1, position, position + 1, position + 2, behind, behind))
    guard let decision else {
      return piece(.other, position, position + 1)
    }
    let beginning = builder.tables.beginnings[decision.outcome]
    if isJoined, beginning == .joined { return piece(.other, position, position + 1) }
    var phrase = begin(beginning, at: position, compound)
    if phrase.began == nil { phrase.began = decision.row }
    return phrase
  }

  private func begin(_ beginning: Beginning, at position: Int, _ compound: FixedExpression?) -> Phrase {
    switch beginning {
    case .noun: noun(position, position, syntax.attachedMarker(of: position))
    case .approximate: noun(position, approximationEnd(position), syntax.attachedMarker(of: position))
    case .nounBehind: noun(position, position + 1, syntax.attachedMarker(of: position))
    case .governed: noun(position, position + 1, syntax.marker(of: position))
    case .governedBehind: noun(position, position + 2, syntax.marker(of: position))
    case .compound:
      if let compound {
        noun(position, compound.end, Marker(compound.key))
      } else {
        piece(.other, position, position + 1)
      }
    case .compoundAlone: piece(.other, position, compound?.end)
    case .preposition: marked(position)
    case .time: time(position, position)
    case .governedTime: time(position, position + 1)
    case .joined: joined(position)
    case .aside, .asidePair, .bracket, .wish, .adverbial, .occasion:
      piece(.other, position, asideEnd(beginning, position))
    case .verb, .copula, .subordinator, .circumstance, .relative, .coordinator, .negation, .comma, .boundary:
      piece(Self.kind(of: beginning), position, position + 1)
    }
  }

  /// Behind the words at a token that say how exact a number is; behind the token where there are none.
  private func approximationEnd(_ position: Int) -> Int {
    syntax.expression(.approximation, at: position, before: end)?.end ?? position + 1
  }

  /// What a word is to the clause that is a piece of its own.
  private static func kind(of beginning: Beginning) -> Phrase.Kind {
    switch beginning {
    case .verb: .verb
    case .copula: .copula
    case .subordinator: .subordinator
    case .circumstance: .circumstance
    case .relative: .relative
    case .coordinator: .coordinator
    case .negation: .negation
    case .comma: .comma
    case .boundary: .boundary
    default: .other
    }
  }

  /// Where an aside ends; nil when it is of one word.
  private func asideEnd(_ aside: Beginning, _ position: Int) -> Int? {
    switch aside {
    case .asidePair: position + 2
    case .bracket: bracketEnd(position)
    case .wish: syntax.expression(.wish, at: position, before: end)?.end
    case .adverbial: syntax.expression(.adverbial, at: position, before: end)?.end
    case .occasion: syntax.occasionEnd(at: position)
    default: nil
    }
  }

  /// - Parameter end: behind its last token; nil and what is too far are mended.
  private func piece(_ kind: Phrase.Kind, _ position: Int, _ end: Int?) -> Phrase {
    Phrase(
      kind: kind, tokens: TextSpan(position, min(max(end ?? position, position + 1), self.end)),
      isJoined: words.isJoined(position))
  }

  private func marked(_ position: Int) -> Phrase {
    var phrase = piece(.other, position, position + 1)
    phrase.marker = syntax.marker(of: position)
    return phrase
  }

  private func time(_ position: Int, _ content: Int) -> Phrase {
    guard content < end, let time = syntax.time(at: content) else { return piece(.other, position, position + 1) }
    var phrase = piece(.time, position, max(content + 1, document.times[time].tokens.upperBound))
    phrase.content = content
    phrase.head = content
    phrase.time = time
    return phrase
  }

  private func joined(_ position: Int) -> Phrase {
    guard position + 1 < end else { return piece(.other, position, position + 1) }
    var phrase = next(at: position + 1, isJoined: true)
    phrase.tokens.start = Int32(position)
    phrase.isJoined = true
    return phrase
  }

  private func bracketEnd(_ position: Int) -> Int {
    (position + 1..<min(end, position + Self.longestBracket)).first { document.tokens[$0].kind == .closeBracket }
      .map { $0 + 1 } ?? position + 1
  }

  private func noun(_ position: Int, _ content: Int, _ marker: Marker?) -> Phrase {
    guard content < end else { return piece(.other, position, end) }
    var open = OpenPhrase(content: content, isGoverned: marker != nil, self)
    open.complete()
    var phrase = piece(.noun, position, open.index)
    phrase.content = content
    phrase.head = open.head
    phrase.marker = marker
    phrase.mention = open.mention
    phrase.closed = open.closed
    phrase.features = open.states
    return phrase
  }

  // MARK: - What a phrase is

  /// The features of its head, of its states (which are there already), of its name and of the phrase as a whole, from
  /// which the grammar then derives others.
  private func given(_ phrase: Phrase) -> Features {
    let bits = builder.bits
    var result = words[phrase.head].pointee.union(bits.kinds[phrase.kind.number])
    if phrase.isJoined { result.formUnion(bits.joined) }
    if phrase.kind == .noun { addNoun(phrase, to: &result) }
    if phrase.kind == .noun || phrase.kind == .time, phrase.content > phrase.tokens.lowerBound {
      result.formUnion(words[phrase.content - 1].pointee.intersection(bits.markers))
    }
    return result
  }

  private func addNoun(_ phrase: Phrase, to result: inout Features) {
    let bits = builder.bits
    result.subtract(bits.attached.union(bits.mention))
    result.formUnion(phrase.features)
    result.formUnion(phrase.marker == nil ? bits.bare : bits.governed)
    if phrase.marker?.isAttached == true { result.formUnion(bits.attached) }
    if phrase.tokens.upperBound - phrase.content > 1 { result.formUnion(bits.compound) }
    guard let index = phrase.mention else {
      if words[phrase.head].pointee.contains(bits.nationality) { result.formUnion(type(.nationality)) }
      return
    }
    // By index: a mention is copied with all that it holds.
    result.formUnion(syntax.features(ofMention: index))
    result.formUnion(document.mentions[index].kind == .description ? bits.described : bits.named)
    result.formUnion(type(document.mentions[index].type))
    if document.mentions[index].phrase.lowerBound > phrase.content { result.formUnion(bits.nameInside) }
  }

  private func type(_ type: EntityType) -> Features {
    builder.bits.types.first { $0.type == type }?.feature ?? Features()
  }
}
