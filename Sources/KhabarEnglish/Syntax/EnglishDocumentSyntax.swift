import KhabarCore

/// The words of one document with what its layers and the words around them say.
struct EnglishDocumentSyntax: DocumentSyntax {
  private let document: ResolvedDocument
  private let isRuleVerb: [Bool]
  private let reader: EnglishSyntaxReader
  /// The longest mention whose phrase begins at a token.
  private var mentionAt: [Int: MentionID] = [:]
  private var timeAt: [Int: TimeID] = [:]
  private var isInsideName: Set<Int> = []
  private var isNationality: Set<Int> = []
  private var isBehindMention: Set<Int> = []

  init(document: ResolvedDocument, isRuleVerb: [Bool], reader: EnglishSyntaxReader) {
    self.document = document
    self.isRuleVerb = isRuleVerb
    self.reader = reader
    for (index, mention) in zip(document.mentions.ids, document.mentions) {
      if mention.type == .nationality {
        isNationality.formUnion(mention.tokens.range)
        continue
      }
      guard mention.kind != .pronoun else { continue }
      if mention.kind != .description { isInsideName.formUnion(mention.tokens.range.dropFirst()) }
      isBehindMention.insert(mention.phrase.upperBound)
      let start = mention.phrase.lowerBound
      let isLonger = mentionAt[start].map { document.mentions[$0].phrase.end < mention.phrase.end } ?? true
      if isLonger { mentionAt[start] = index }
    }
    for (index, time) in zip(document.times.ids, document.times) { timeAt[time.tokens.lowerBound] = index }
  }

  private var tokens: [Token] { document.tokens }

  func features(of sentence: Sentence) -> [Features] {
    let range = sentence.tokens.lowerBound..<min(sentence.tokens.upperBound, tokens.count)
    var auxiliary: Int?
    var before = Features()
    var result: [Features] = []
    result.reserveCapacity(range.count)
    for index in range {
      var features = reader.features(of: tokens[index]).union(layerFeatures(index, range))
      if tokens[index].isWord {
        let word = reader.lexicon.words[tokens[index].key]
        features.formUnion(before)
        if let auxiliary, !word.forms.isDisjoint(with: Self.forms(behind: tokens[auxiliary], reader.lexicon.words)) {
          result[auxiliary - range.lowerBound].formUnion(reader["carries-verb"])
        }
        if let behind = Self.behind.first(where: { word.marks.contains($0.marks) }) {
          (auxiliary, before) = (index, reader[behind.name])
        } else if word.classes.isDisjoint(with: [.adverb, .negation]) {
          (auxiliary, before) = (nil, Features())
        }
      } else {
        (auxiliary, before) = (nil, Features())
      }
      result.append(features)
    }
    return result
  }

  /// What stands before a verb, and what it is called then.
  private static let behind: [(marks: EnglishLexicon.Marks, name: String)] = [
    (.be, "behind-be"), (.have, "behind-have"), (.do, "behind-do"), (.modal, "behind-modal"),
    (.infinitive, "behind-to"),
  ]

  /// The forms of a verb that an auxiliary may have behind it: will *visit*, has *visited*, is *visiting*.
  private static func forms(behind auxiliary: Token, _ words: EnglishLexicon) -> EnglishLexicon.VerbForms {
    let marks = words[auxiliary.key].marks
    if marks.contains(.be) { return [.participle, .ing] }
    return marks.contains(.have) ? .participle : .base
  }

  private func layerFeatures(_ index: Int, _ range: Range<Int>) -> Features {
    var result = Features()
    func add(_ name: String, _ holds: Bool) { if holds { result.formUnion(reader[name]) } }
    add("rule-verb", isRuleVerb[index])
    add("nationality", isNationality.contains(index))
    add("inside-name", isInsideName.contains(index))
    add("behind-mention", isBehindMention.contains(index))
    add("time-begins", timeAt[index] != nil)
    add("genitive", isGenitive(index))
    add("capital", document.text.string(tokens[index].span).first?.isUppercase == true)
    if tokens[index].isWord, let expression = expression(nil, at: index, before: range.upperBound) {
      add(expression.kind.rawValue + "-begins", true)
    }
    if let mention = mentionAt[index] { result.formUnion(features(ofMention: mention)) }
    return result
  }

  /// The apostrophe of a genitive, or the s behind it.
  private func isGenitive(_ index: Int) -> Bool {
    let isMark = { (token: Int) in
      self.tokens.indices.contains(token) && self.tokens[token].kind == .symbol
        && !self.tokens[token].shape.contains(.spaceBefore)
    }
    if isMark(index) { return true }
    return reader.lexicon.words[tokens[index].key].marks.contains(.genitive) && isMark(index - 1)
  }

  // MARK: - Layers

  func mention(at token: Int) -> MentionID? { mentionAt[token] }

  func features(ofMention mention: MentionID) -> Features {
    var result = reader.features(of: document.mentions[mention])
    if let entity = document.mentions[mention].entity, document.entities[entity].kind == "country" {
      result.formUnion(reader["mention-country"])
    }
    return result
  }

  func time(at token: Int) -> TimeID? { timeAt[token] }

  func occasionEnd(at token: Int) -> Int? { nil }

  func expression(_ kind: FixedExpression.Kind, at token: Int, before end: Int) -> FixedExpression? {
    expression(Optional(kind), at: token, before: end)
  }

  private func expression(_ kind: FixedExpression.Kind?, at token: Int, before end: Int) -> FixedExpression? {
    reader.lexicon.expressions.expression(kind, at: token, before: end, in: tokens)
  }

  // MARK: - Prepositions

  func attachedMarker(of token: Int) -> Marker? { nil }

  func marker(of token: Int) -> Marker { Marker(tokens[token].key) }

  func governs(_ head: Int, _ marker: Marker) -> Bool { false }
}
