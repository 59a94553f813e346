import KhabarCore

/// A document of plain words between spaces, and a lexicon that knows each by what it is given: for trying grammars of
/// a few lines without a language pack.
enum Toy {
  static let orthography = Orthography()

  /// Words and marks (`.`, `,`) between spaces; the whole text is one sentence.
  static func document(_ text: String, mentions: [Mention] = [], times: [TimeExpression] = []) -> ResolvedDocument {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: " ") {
      if start < index {
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        let kind: TokenKind =
          switch word {
          case ".": .sentenceEnd
          case ",": .comma
          case "\"": .quote
          default: .word
          }
        tokens.append(Token(span: TextSpan(start, index), kind: kind, shape: [], key: orthography.key(word)))
      }
      start = index + 1
    }
    let clean = CleanDocument(raw: RawDocument(id: "toy", text: text), text: AlignedText(identity: bytes))
    let sentences = tokens.isEmpty ? [] : [Sentence(tokens: TextSpan(0, tokens.count))]
    let tokenized = TokenizedDocument(clean: clean, tokens: tokens, sentences: sentences)
    let matched = MatchedDocument(tokenized: tokenized, lookups: [])
    let recognized = RecognizedDocument(matched: matched, mentions: mentions, entities: [])
    return ResolvedDocument(recognized: recognized, anchor: nil, times: times, quantities: [])
  }

  /// A mention of the tokens from `first` to `last`.
  static func mention(_ first: Int, _ last: Int, _ type: EntityType, _ kind: MentionKind = .name) -> Mention {
    Mention(
      tokens: TextSpan(first, last + 1), span: TextSpan(0, 0), type: type, kind: kind, rule: "toy")
  }
}

/// Knows words by their spelling.
struct ToyLexicon: SyntaxLexicon {
  var words: [String: [String]]

  static let marks = [
    "mention", "mention-person", "mention-description", "time-begins", "sentence-end", "comma", "quote",
  ]

  var vocabulary: [String] { Array(Set(words.values.joined())) + Self.marks }

  func reader(_ names: FeatureNames, letters: @escaping @Sendable (WordKey) -> Features) -> any SyntaxReader {
    ToyReader(lexicon: self, names: names)
  }
}

struct ToyReader: SyntaxReader {
  let lexicon: ToyLexicon
  let names: FeatureNames

  func open(_ document: ResolvedDocument, isRuleVerb: [Bool]) -> any DocumentSyntax {
    ToySyntax(document: document, reader: self)
  }

  func features(_ list: [String]) -> Features {
    list.reduce(into: Features()) { $0.formUnion(names.feature(named: $1) ?? Features()) }
  }
}

struct ToySyntax: DocumentSyntax {
  let document: ResolvedDocument
  let reader: ToyReader

  func features(of sentence: Sentence) -> [Features] {
    sentence.tokens.range.map { index in
      let token = document.tokens[index]
      let kinds: [TokenKind: String] = [.sentenceEnd: "sentence-end", .comma: "comma", .quote: "quote"]
      var result = reader.features(reader.lexicon.words[word(index)] ?? [])
      result.formUnion(reader.features(kinds[token.kind].map { [$0] } ?? []))
      if let mention = mention(at: index) { result.formUnion(features(ofMention: mention)) }
      if time(at: index) != nil { result.formUnion(reader.features(["time-begins"])) }
      return result
    }
  }

  private func word(_ index: Int) -> String {
    let span = document.tokens[index].span
    return String(decoding: document.text.bytes[span.lowerBound..<span.upperBound], as: UTF8.self)
  }

  func mention(at token: Int) -> MentionID? {
    document.mentions.ids.first { document.mentions[$0].phrase.lowerBound == token }
  }

  func features(ofMention mention: MentionID) -> Features {
    let mention = document.mentions[mention]
    return reader.features(
      ["mention"] + (mention.type == .person ? ["mention-person"] : [])
        + (mention.kind == .description ? ["mention-description"] : []))
  }

  func time(at token: Int) -> TimeID? { document.times.ids.first { document.times[$0].tokens.lowerBound == token } }
  func occasionEnd(at token: Int) -> Int? { nil }
  func expression(_ kind: FixedExpression.Kind, at token: Int, before end: Int) -> FixedExpression? { nil }
  func attachedMarker(of token: Int) -> Marker? { nil }
  func marker(of token: Int) -> Marker { Marker(document.tokens[token].key) }
  func governs(_ head: Int, _ marker: Marker) -> Bool { false }
}
