import KhabarCore

/// Gives the features of English words by a grammar's numbers. A class, since each document holds it.
final class EnglishSyntaxReader: SyntaxReader {
  let lexicon: EnglishSyntaxLexicon
  private let names: [String: Features]
  private let letters: @Sendable (WordKey) -> Features

  init(
    lexicon: EnglishSyntaxLexicon, names: FeatureNames, letters: @escaping @Sendable (WordKey) -> Features
  ) {
    self.lexicon = lexicon
    self.letters = letters
    self.names = Dictionary(
      lexicon.vocabulary.compactMap { name in names.feature(named: name).map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  func open(_ document: ResolvedDocument, isRuleVerb: [Bool]) -> any DocumentSyntax {
    EnglishDocumentSyntax(document: document, isRuleVerb: isRuleVerb, reader: self)
  }

  /// The feature of a name; none when no file speaks of it.
  subscript(name: String) -> Features { names[name] ?? Features() }

  /// What a word is by itself.
  func features(of token: Token) -> Features {
    typealias Names = EnglishSyntaxLexicon
    var result = self[Names.kindNames[Int(token.kind.rawValue)]].union(letters(token.key))
    guard token.isWord else { return result }
    let word = lexicon.words[token.key]
    for (name, classes) in Names.classNames where word.classes.contains(classes) { result.formUnion(self[name]) }
    for (name, marks) in Names.markNames where word.marks.contains(marks) { result.formUnion(self[name]) }
    for (name, form) in Names.formNames where word.forms.contains(form) { result.formUnion(self[name]) }
    if let verb = word.verbClass { result.formUnion(self[Names.name(ofVerbClass: lexicon.words.verbClasses[verb])]) }
    for noun in [word.nouns.first, word.nouns.second].compactMap({ $0 }) { result.formUnion(self[Names.name(noun)]) }
    if token.isDefinite { result.formUnion(self["definite"]) }
    if token.analysis.proclitics.contains(.future) { result.formUnion(self["future"]) }
    return result
  }

  func features(of mention: Mention) -> Features {
    var result = self["mention"]
    for (name, kind) in EnglishSyntaxLexicon.mentionKinds where kind == mention.kind { result.formUnion(self[name]) }
    for (name, type) in EnglishSyntaxLexicon.mentionTypes where type == mention.type { result.formUnion(self[name]) }
    return result
  }
}
