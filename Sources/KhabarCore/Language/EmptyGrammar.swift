/// A part of a language pack that finds nothing: what a pack has for the parts that it does not give.
public struct EmptyGrammar: WordAnalyzer, NameGrammar, TimeAndNumberGrammar, Morphology, SyntaxLexicon {
  public init() {}

  public func analyze(_ tokens: inout [Token], in text: AlignedText) {}
  public func analyses(of key: WordKey) -> [WordAnalysis] { [WordAnalysis()] }
  public func classes(of stem: WordKey) -> WordClasses { [] }

  public func mentions(in document: MatchedDocument, entries: any EntryStore) -> [Mention] { [] }
  public func shortForms(of mention: Mention, in document: MatchedDocument) -> [[WordKey]] { [] }

  public func expressions(in document: RecognizedDocument) -> [TemporalDescription] { [] }
  public func quantities(in document: RecognizedDocument, outside times: [TokenSpan]) -> [Quantity] { [] }
  public func read(_ document: RecognizedDocument) -> (times: [TemporalDescription], quantities: [Quantity]) {
    ([], [])
  }

  public func forms(ofVerb lemma: String) -> [InflectedForm] { [] }
  public func knows(verb lemma: String) -> Bool { false }
  public func withObjectPronouns(_ forms: [InflectedForm]) -> [InflectedForm] { forms }
  public func forms(ofNoun lemma: String) -> [InflectedForm] { [] }

  public var vocabulary: [String] { [] }
  public func reader(_ names: FeatureNames, letters: @escaping @Sendable (WordKey) -> Features) -> any SyntaxReader {
    EmptySyntax()
  }
}

/// A pack need only give its code and orthography; each further part makes a layer.
extension LanguagePack {
  /// None: words stand by themselves.
  public var words: any WordAnalyzer { EmptyGrammar() }
  /// None: no names.
  public var names: any NameGrammar { EmptyGrammar() }
  /// None: no dates.
  public var temporal: any TemporalGrammar { EmptyGrammar() }
  /// None: no quantities.
  public var numbers: any NumberGrammar { EmptyGrammar() }
  /// None: rules find the forms that they name and no others.
  public var morphology: any Morphology { EmptyGrammar() }
  /// None: no events.
  public var syntax: any SyntaxLexicon { EmptyGrammar() }
}

/// The syntax of a language whose words nobody describes.
struct EmptySyntax: SyntaxReader, DocumentSyntax {
  func open(_ document: ResolvedDocument, isRuleVerb: [Bool]) -> any DocumentSyntax { self }
  func features(of sentence: Sentence) -> [Features] { sentence.tokens.range.map { _ in Features() } }
  func mention(at token: Int) -> MentionID? { nil }
  func features(ofMention mention: MentionID) -> Features { Features() }
  func time(at token: Int) -> TimeID? { nil }
  func occasionEnd(at token: Int) -> Int? { nil }
  func expression(_ kind: FixedExpression.Kind, at token: Int, before end: Int) -> FixedExpression? { nil }
  func attachedMarker(of token: Int) -> Marker? { nil }
  func marker(of token: Int) -> Marker { Marker(.empty) }
  func governs(_ head: Int, _ marker: Marker) -> Bool { false }
}
