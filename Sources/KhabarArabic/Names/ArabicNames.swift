import KhabarCore

/// The grammar of Arabic names.
struct ArabicNames: NameGrammar {
  let orthography: Orthography
  let lexicon: NameLexicon
  private let memories = WordMarks.memories()

  init(orthography: Orthography, lexicon: NameLexicon = NameLexicon()) {
    self.orthography = orthography
    self.lexicon = lexicon
  }

  func mentions(in document: MatchedDocument, entries: any EntryStore) -> [Mention] {
    let reader = memories.withValue {
      NameReader(document: document, lexicon: lexicon, orthography: orthography, entries: entries, memory: &$0)
    }
    var scanner = NameScanner(reader: reader)
    scanner.scan(document.sentences)
    var mentions = NameChoice.choose(scanner.candidates, tokenCount: document.tokens.count)
    var memory = DocumentMemory(reader: scanner.reader)
    mentions = memory.complete(mentions, sentences: document.sentences)
    var references = ReferenceScanner(reader: scanner.reader, mentions: mentions)
    return references.scan(offices: scanner.offices, sentences: document.sentences)
  }

  /// وبلغاريا: "and Bulgaria" where the country is known, and not "and with …".
  func correct(_ tokens: inout [Token], by mentions: [Mention]) {
    // By index: a mention is copied with all that it holds.
    for place in mentions.indices where mentions[place].kind == .name || mentions[place].kind == .partial {
      let index = mentions[place].tokens.lowerBound
      guard index < tokens.count else { continue }
      let token = tokens[index]
      guard token.isWord, !token.shape.contains(.vocalized),
        !token.analysis.proclitics.subtracting(.article).isEmpty
      else { continue }
      let letters = (mentions[place].span.lowerBound - token.span.lowerBound) / Self.bytesOfLetter
      guard letters == 0 || letters == 1 && token.isCoordinated else { continue }
      tokens[index].analysis.proclitics = letters == 0 ? [] : token.analysis.proclitics.intersection(.conjunctions)
      tokens[index].analysis.prefixLetters = UInt8(letters)
      tokens[index].analysis.articleLetters = 0
    }
  }

  /// لليمن (to Yemen): behind "to" the article is written without its alef, اليمن by itself.
  func name(of mention: Mention, in document: MatchedDocument) -> String {
    let written = document.text.string(mention.span)
    guard mention.tokens.lowerBound < document.tokens.count else { return written }
    let token = document.tokens[mention.tokens.lowerBound]
    let isBehindArticle =
      token.isWord && token.analysis.articleLetters == 1 && !token.shape.contains(.vocalized)
      && mention.span.lowerBound == token.span.lowerBound + Int(token.analysis.prefixLetters) * Self.bytesOfLetter
    return isBehindArticle ? "ال" + written : written
  }

  /// In UTF-8.
  private static let bytesOfLetter = 2

  func shortForms(of mention: Mention, in document: MatchedDocument) -> [[WordKey]] {
    ShortForms.forms(of: mention, in: document, lexicon: lexicon)
  }

  func gender(of mention: Mention, in document: MatchedDocument, entries: any EntryStore) -> GrammaticalGender? {
    PersonGender.gender(of: mention, in: document, entries: entries)
  }

  /// في (in), شمالي (north of).
  func saysInside(_ token: Token) -> Bool {
    token.key == NameParticle.inside || token.classes.isSuperset(of: [.relational, .placeHead])
  }

  func offices(of mention: Mention, in document: MatchedDocument, entries: any EntryStore) -> [OfficeName] {
    OfficeNames.offices(of: mention, in: document, entries: entries, lexicon: lexicon)
  }
}
